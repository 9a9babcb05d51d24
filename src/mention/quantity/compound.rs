//! Units that go on after a figure: hours and minutes, feet and inches, dollars and cents.

use super::magnitude::{self, Magnitude, is_minor};
use super::numeral::{Form, Numeral};
use super::unit;
use crate::mention::{Reader, TokenKind, words};
use crate::value::{Definition, Dimension, Number, VaguePreset};

/// The part of "an hour and a half", "two hours and a quarter".
pub(super) fn half_more(reader: &Reader<'_>, at: usize) -> Option<(Number, usize)> {
    let article = usize::from(reader.is(at + 1, "a"));
    let parts = match reader.word(at + 1 + article) {
        "half" => 2,
        "quarter" if article == 1 => 4,
        _ => return None,
    };
    Some((Number::ratio(1, parts)?, at + 2 + article)).filter(|_| reader.is(at, "and"))
}

/// Parts at most of one length of time: years, months, weeks, days, hours, minutes, seconds.
pub(super) const PARTS: usize = 7;

/// Units that go on after a figure: hours and minutes, feet and inches, dollars and cents.
pub(super) fn compound(reader: &Reader<'_>, first: Magnitude, vague: VaguePreset, parts: usize) -> Magnitude {
    if parts == 0 { first } else { longer(reader, &first, vague, parts).unwrap_or(first) }
}

fn longer(reader: &Reader<'_>, whole: &Magnitude, vague: VaguePreset, parts: usize) -> Option<Magnitude> {
    if let Some(tall) = tall(reader, whole) {
        return Some(tall);
    }
    let unit = whole.unit.as_ref().filter(|unit| !unit.hyphened)?;
    if let Some((half, next)) = half_more(reader, whole.next)
        .filter(|_| whole.numeral.value.is_whole() && unit.dimension == Dimension::Duration)
    {
        let numeral = Numeral { value: whole.numeral.value.add(half)?, step: half, ..whole.numeral };
        return Some(Magnitude { numeral, next, ..whole.clone() });
    }
    let comma = usize::from(reader.word(whole.next) == ",");
    let and = usize::from(reader.is(whole.next + comma, "and") || reader.word(whole.next) == "&");
    let start = whole.next + comma + and;
    match unit.dimension {
        Dimension::Duration => lesser_time(reader, whole, start, vague, parts),
        Dimension::Money if comma == 0 => cents(reader, whole, start, vague),
        Dimension::Measure => {
            inches(reader, whole, start, vague).or_else(|| minutes(reader, whole, start, vague, parts))
        }
        _ => None,
    }
}

/// "2 h 45 min", "two hours and one minute", "1 year 1 month 21 days": in the lesser unit.
fn lesser_time(
    reader: &Reader<'_>,
    whole: &Magnitude,
    start: usize,
    vague: VaguePreset,
    parts: usize,
) -> Option<Magnitude> {
    let rest = in_minutes(reader, magnitude::suffixed(reader, start, vague)?, definition(whole)?);
    let rest = compound(reader, rest, vague, parts - 1);
    let (large, small) = (definition(whole)?, definition(&rest)?);
    if !rest.numeral.value.is_whole() && small.name != "second" {
        return None;
    }
    let calendar = large.months.zip(small.months);
    let length = |of: &crate::value::Definition| calendar.and(of.months).map_or(of.factor, Number::whole);
    let times = |part: &Magnitude, of: &crate::value::Definition| part.numeral.value.mul(length(of));
    let sum = times(whole, large)?.add(times(&rest, small)?)?;
    let (unit, least) =
        if small.factor < large.factor { (rest.unit.clone(), small) } else { (whole.unit.clone(), large) };
    let lists = reader.word(start.wrapping_sub(1)) == ","
        || small.factor == large.factor
        || small.dimension != Dimension::Duration;
    let step = if rest.numeral.value.is_whole() { Number::ONE } else { rest.numeral.step };
    let numeral = Numeral { value: sum.div(length(least))?, step, ..whole.numeral };
    let fits = !lists || small.factor < large.factor && small.dimension == Dimension::Duration;
    (fits && whole.numeral.value.is_whole() && rest.unit.as_ref().is_some_and(|unit| !unit.hyphened))
        .then_some(Magnitude { numeral, unit, next: rest.next, ..whole.clone() })
}

/// "2h 10m": the m behind hours is minutes.
fn in_minutes(reader: &Reader<'_>, rest: Magnitude, large: &Definition) -> Magnitude {
    let hours = large.name == "hour" && rest.next > 0 && reader.word(rest.next - 1) == "m";
    match unit::named("minute", rest.next).filter(|_| hours) {
        Some(minute) => Magnitude { unit: Some(minute), ..rest },
        None => rest,
    }
}

/// "3m 20s": the m before seconds is minutes.
fn minutes(
    reader: &Reader<'_>,
    whole: &Magnitude,
    start: usize,
    vague: VaguePreset,
    parts: usize,
) -> Option<Magnitude> {
    let is_symbol = reader.word(whole.next - 1) == "m" && start == whole.next;
    let seconds = magnitude::suffixed(reader, start, vague).filter(|_| is_symbol)?;
    let glued = reader.word(seconds.next - 1) == "s" && definition(&seconds)?.name == "second";
    let whole = Magnitude { unit: Some(unit::named("minute", whole.next)?), ..whole.clone() };
    if glued { lesser_time(reader, &whole, start, vague, parts) } else { None }
}

fn definition(part: &Magnitude) -> Option<&'static crate::value::Definition> {
    part.unit.as_ref()?.unit.definition()
}

/// "3 dollars 50 cents", "15 dollars 50", "thirteen dollars and forty-five cents": in the major unit.
fn cents(reader: &Reader<'_>, whole: &Magnitude, start: usize, vague: VaguePreset) -> Option<Magnitude> {
    let rest = magnitude::suffixed(reader, start, vague)?;
    let hundred = Number::whole(100);
    let small = rest.numeral.value < hundred
        && rest.numeral.value > Number::ZERO
        && rest.numeral.value.is_whole()
        && rest.numeral.form != Form::Fraction;
    let major = whole.numeral.value.is_whole()
        && whole.unit.as_ref().is_some_and(|unit| !is_minor(unit))
        && whole.numeral.scale == Number::ONE;
    let named = rest.unit.as_ref().map(|unit| (is_minor(unit), unit.dimension));
    let joined = start > whole.next;
    let unnamed = named.is_none()
        && !whole.prefixed
        && !followed_by_noun(reader, rest.next)
        && (rest.numeral.value >= Number::whole(10) || joined);
    let fits = small && major && (named == Some((true, Dimension::Money)) || unnamed);
    let total = whole.numeral.value.add(rest.numeral.value.div(hundred)?)?;
    let numeral = Numeral { value: total, step: Number::ratio(1, 100)?, ..whole.numeral };
    fits.then_some(Magnitude { numeral, next: rest.next, ..whole.clone() })
}

/// Whether a word goes on after a figure so that the figure counts something of its own.
fn followed_by_noun(reader: &Reader<'_>, at: usize) -> bool {
    let more = reader.is_any(at, words!["more", "less", "each"]);
    reader.kind(at) == Some(TokenKind::Word) && !more || reader.word(at) == "%"
}

/// "6-foot-7", "a 5-foot-11-inch": inches behind feet, their name left out.
fn tall(reader: &Reader<'_>, whole: &Magnitude) -> Option<Magnitude> {
    let glued = |i: usize| reader.token(i).is_some_and(|token| !token.spaced);
    let is_feet = whole.unit.as_ref().is_some_and(|unit| unit.unit.name() == "foot") && whole.numeral.value.is_whole();
    let joined = reader.word(whole.next) == "-" && glued(whole.next) && glued(whole.next + 1);
    let inches: i64 = reader.word(whole.next + 1).parse().ok().filter(|inches| is_feet && joined && *inches < 12)?;
    let value = whole.numeral.value.add(Number::ratio(i128::from(inches), 12)?)?;
    let named = reader.word(whole.next + 2) == "-" && reader.is_any(whole.next + 3, words!["inch", "inches"]);
    let numeral = Numeral { value, step: Number::ratio(1, 12)?, ..whole.numeral };
    Some(Magnitude { numeral, next: whole.next + 2 + 2 * usize::from(named), ..whole.clone() })
}

/// "5 feet 2 inches", "8 pounds 3 ounces": in the major unit.
fn inches(reader: &Reader<'_>, whole: &Magnitude, start: usize, vague: VaguePreset) -> Option<Magnitude> {
    let rest = magnitude::suffixed(reader, start, vague)?;
    let (large, small) = (definition(whole)?, definition(&rest)?);
    let most = match (large.name.as_str(), small.name.as_str()) {
        ("foot", "inch") => 12,
        ("pound", "ounce") => 16,
        ("stone", "pound") => 14,
        _ => return None,
    };
    let pair = rest.numeral.value < Number::whole(most);
    let total = whole.numeral.value.add(rest.numeral.value.mul(small.factor)?.div(large.factor)?)?;
    let numeral = Numeral { value: total, step: small.factor.div(large.factor)?, ..whole.numeral };
    (pair && whole.numeral.value.is_whole()).then_some(Magnitude { numeral, next: rest.next, ..whole.clone() })
}
