//! Rates: what a figure is told per, "a share", "per day", "per 100,000 people".

use super::unit::after;
use super::{cardinal, noun};
use crate::mention::{Reader, words};
use crate::value::{Dimension, Number, Unit};

/// "a share", "per day", "/hour", "-a-share" after a unit or a counted noun; with `money` any usual thing may be priced.
pub(super) fn read(reader: &Reader<'_>, at: usize, money: bool) -> Option<(Unit, usize)> {
    let hyphen = |i: usize| usize::from(reader.word(i) == "-");
    let joint = at + hyphen(at);
    let start = joint + 1 + hyphen(joint + 1);
    match reader.word(joint) {
        "/" if reader.word(joint + 1) == "s" => Some((Unit::named("second"), joint + 2)),
        "/" => divisor(reader, joint + 1, true),
        word if word.eq_ignore_ascii_case("per") => divisor(reader, start, true),
        word if word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an") => divisor(reader, start, false)
            .filter(|(unit, next)| is_usual_divisor(unit, money) && !tells_when(reader, *next)),
        word if word.eq_ignore_ascii_case("apiece") && money => Some((Unit::named("piece"), at + 1)),
        _ => None,
    }
}

/// "a year earlier", "a week ago", "a day after": a time, not a rate.
fn tells_when(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(at, words!["earlier", "ago", "later", "before", "after", "previously", "old", "and"])
}

/// A rate that stands after what is measured: "2.4 billion gallons of jet fuel a year", "2.1 grams of gold per tonne".
pub(super) fn after_stuff(reader: &Reader<'_>, at: usize) -> Option<Unit> {
    let of = reader.is(at, "of") || reader.is(at, "in");
    let word = |i: usize| noun::single(reader, i).is_some() || reader.is(i, "and") || reader.word(i) == "-";
    let end = (at + 2..at + 6)
        .take_while(|&i| word(i - 1))
        .find(|&i| reader.is_any(i, words!["a", "per", "an", "each", "every"]))?;
    let told = reader.is(end, "per");
    read(reader, end, false)
        .filter(|(unit, _)| of && (told || unit.dimension() == Dimension::Duration))
        .map(|(unit, _)| unit)
}

/// "per 100,000 people", "per 100ml", "per 1,000": a rate to many.
fn to_many(reader: &Reader<'_>, at: usize) -> Option<(Unit, usize)> {
    let many = cardinal::read(reader, at, false).filter(|many| many.value > Number::ONE)?;
    let (of, next) = divisor(reader, many.next, true).unwrap_or((Unit::NONE, many.next));
    let of = if of.is_none() { String::new() } else { format!("-{of}") };
    Some((Unit::named(&format!("{}{of}", many.value)), next))
}

/// What a rate is per: a unit of the catalogue, else a noun.
fn divisor(reader: &Reader<'_>, at: usize, any_noun: bool) -> Option<(Unit, usize)> {
    if any_noun && let Some(many) = to_many(reader, at) {
        return Some(many);
    }
    if reader.is(at, "annum") {
        return Some((Unit::named("year"), at + 1));
    }
    if let Some(unit) =
        after(reader, at).filter(|unit| unit.dimension != Dimension::Money && unit.dimension != Dimension::Percent)
    {
        return Some((unit.unit, unit.next));
    }
    if reader.is(at, "dozen") {
        return Some((Unit::named("dozen"), at + 1));
    }
    let noun = noun::single(reader, at)?;
    (any_noun || noun.len() > 1).then(|| (Unit::named(&noun), at + 1))
}

/// After "a", only what is usually priced or timed makes a rate: "$60 a barrel", "22 points a game", not "paid $5 a mistake".
fn is_usual_divisor(unit: &Unit, money: bool) -> bool {
    const PRICED: &[&str] = &[
        "share",
        "head",
        "person",
        "piece",
        "unit",
        "dose",
        "vote",
        "ticket",
        "night",
        "seat",
        "pair",
        "plate",
        "bottle",
        "word",
        "shot",
        "game",
        "copy",
        "pack",
        "packet",
        "box",
        "bag",
        "can",
        "glass",
        "kilo",
        "bushel",
        "dozen",
        "family",
        "household",
        "student",
        "pupil",
        "worker",
        "vehicle",
        "car",
        "trip",
        "ride",
        "visit",
        "room",
        "page",
        "meal",
        "bed",
        "square",
        "thousand",
        "quarter",
        "shift",
        "season",
        "pop",
        "throw",
    ];
    const OFTEN: &[&str] =
        &["night", "game", "match", "season", "shift", "person", "head", "household", "visit", "trip"];
    match unit.definition().map(|definition| definition.dimension) {
        Some(Dimension::Duration) => true,
        None if OFTEN.contains(&unit.name()) => true,
        Some(Dimension::Measure) => money,
        _ => money && PRICED.contains(&unit.name()),
    }
}
