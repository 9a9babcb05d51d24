//! Ranges: "between A and B", "from A to B", "A–B", "A or B", and pairs of bounds; scale or unit may stand on the last end only.

use super::magnitude::{self, Magnitude};
use super::numeral::{self, Form, Numeral};
use super::{bound, change, unit};
use crate::mention::{Reader, TokenKind, Words, date, words};
use crate::value::{Bound, Number, VaguePreset};

/// One figure or a range of two, with the bound that the words set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bounded {
    pub(super) from: Magnitude,
    pub(super) to: Option<Magnitude>,
    pub(super) bound: Bound,
    /// Whether the lower and the upper end are included, for a pair of bounds.
    pub(super) inclusive: (bool, bool),
    pub(super) first: usize,
    pub(super) next: usize,
}

/// Reads the figure or range that begins at `at`, bound words included, where [`super::nonfigure`] has let it pass.
pub(super) fn read(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Bounded> {
    between(reader, at, vague).or_else(|| from_to(reader, at, vague)).or_else(|| bounded(reader, at, vague))
}

fn range(first: usize, from: Magnitude, to: Magnitude) -> Bounded {
    let next = to.next;
    Bounded { from, to: Some(to), bound: Bound::Between, inclusive: (true, true), first, next }
}

/// "between 20 and 30 tents", "between the ages of 5 and 11", "between 44 mg and 50 mg", "between 44 mg to 50 mg"
fn between(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Bounded> {
    if !reader.is(at, "between") {
        return None;
    }
    let ages = reader.is(at + 1, "the") && reader.is(at + 2, "ages") && reader.is(at + 3, "of");
    let about = reader.is(at + 1, "about") || reader.is(at + 1, "roughly");
    let start = at + 1 + usize::from(about) + 3 * usize::from(ages);
    let from = lower_end(reader, start, vague, words!["and", "to", "-", "–"])?;
    let to = magnitude::read(reader, from.next + 1, vague)?;
    let (from, to) = agree(reader, &from, &to)?;
    Some(range(at, from, to))
}

/// The figure at `at`, read only as far as the word that must stand after it: "five and ten" is no sum.
fn lower_end(reader: &Reader<'_>, at: usize, vague: VaguePreset, joints: &Words) -> Option<Magnitude> {
    let read = magnitude::read(reader, at, vague)?;
    reader.is_any(read.next, joints).then_some(read)
}

/// "from 7 to 10", unless words of change stand before it: then both ends are figures of their own.
fn from_to(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Bounded> {
    if !reader.is(at, "from") || change::changed_before(reader, at) {
        return None;
    }
    let about = bound::before(reader, at + 1).filter(|(bound, _)| *bound == Bound::About);
    let from = lower_end(reader, about.map_or(at + 1, |(_, next)| next), vague, words!["to", "-", "–", "through"])?;
    let about = bound::before(reader, from.next + 1).filter(|(bound, _)| *bound == Bound::About);
    let to = magnitude::read(reader, about.map_or(from.next + 1, |(_, next)| next), vague)?;
    let (from, to) = agree(reader, &from, &to)?;
    (!is_years(&from, &to)).then(|| range(at, from, to))
}

/// Two plain figures that may be years.
fn is_years(from: &Magnitude, to: &Magnitude) -> bool {
    let year = |end: &Magnitude| {
        end.numeral.form == Form::Plain
            && end.unit.is_none()
            && (Number::whole(1500)..Number::whole(2100)).contains(&end.numeral.value)
    };
    year(from) && year(to)
}

/// A figure with the bound words before and after it, or a range.
fn bounded(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Bounded> {
    let (bound, start) = bound::before(reader, at).unwrap_or((Bound::Exact, at));
    let start = start + usize::from(start > at && bound::compares_with_the(reader, at, start));
    let from =
        if start > at { magnitude::read(reader, start, vague)? } else { magnitude::read_passed(reader, at, vague)? };
    if let Some((from, to)) = upper_end(reader, &from, vague).and_then(|to| agree(reader, &from, &to)) {
        let bound = if matches!(bound, Bound::Exact | Bound::About) { Bound::Between } else { bound };
        return Some(Bounded { bound, ..range(at, from, to) });
    }
    if let Some(found) = uncertain(reader, &from, vague).or_else(|| pair(reader, at, bound, &from, vague)) {
        return Some(found);
    }
    let from = with_unit_of_other_end(reader, from, vague);
    let (bound, next) = tail(reader, bound, &from);
    let from = unit_after_bound(reader, next, from);
    let next = next.max(from.next);
    Some(Bounded {
        from,
        to: None,
        bound,
        inclusive: (bound != Bound::MoreThan, bound != Bound::LessThan),
        first: at,
        next,
    })
}

/// "fell from 21 to 15 percent", "slid to 14 from 19 percent": of a change the unit may stand on its last figure only.
fn with_unit_of_other_end(reader: &Reader<'_>, figure: Magnitude, vague: VaguePreset) -> Magnitude {
    let led = figure.first.checked_sub(1).filter(|_| figure.unit.is_none());
    let (from, to) = (|at| reader.is(at, "from"), |at| reader.is(at, "to"));
    let pair = led.is_some_and(|led| from(led) && to(figure.next) || to(led) && from(figure.next));
    if !pair || !led.is_some_and(|led| change::changed_before(reader, led)) {
        return figure;
    }
    let other = magnitude::read(reader, figure.next + 1, vague).filter(|other| !other.prefixed);
    let unit = other.and_then(|other| other.unit).filter(|unit| !unit.hyphened);
    Magnitude { unit, ..figure }
}

/// "20+ years", "50-plus miles", "three or more hours": the unit stands after the bound.
fn unit_after_bound(reader: &Reader<'_>, next: usize, figure: Magnitude) -> Magnitude {
    let bounded = next > figure.next;
    match unit::after(reader, next).filter(|unit| bounded && figure.unit.is_none() && !unit.hyphened) {
        Some(unit) => magnitude::rated(reader, Magnitude { next: unit.next, unit: Some(unit), ..figure }),
        None => figure,
    }
}

/// "5 ± 1 km", "9.8 +/- 0.1": the range that the uncertainty leaves.
fn uncertain(reader: &Reader<'_>, figure: &Magnitude, vague: VaguePreset) -> Option<Bounded> {
    let at = figure.next;
    let start = match (reader.word(at), reader.word(at + 1), reader.word(at + 2)) {
        ("±", ..) => at + 1,
        ("+", "/", "-" | "−") => at + 3,
        _ => return None,
    };
    let by = magnitude::read(reader, start, vague)?;
    let (figure, by) = agree(reader, figure, &by)?;
    let end = |value: Option<Number>| Some(Numeral { value: value?, step: by.numeral.step, ..figure.numeral });
    let low = end(figure.numeral.value.sub(by.numeral.value))?;
    let high = end(figure.numeral.value.add(by.numeral.value))?;
    let first = figure.first;
    Some(range(first, Magnitude { numeral: low, ..figure }, Magnitude { numeral: high, ..by }))
}

/// The bound that the words after a figure set, unless those before it set one; "less than 5000 or equal" includes the end.
fn tail(reader: &Reader<'_>, bound: Bound, figure: &Magnitude) -> (Bound, usize) {
    let at = figure.next;
    let or_equal =
        reader.is(at, "or") && reader.is(at + 1, "equal") && !matches!(reader.kind(at + 3), Some(TokenKind::Digits));
    match (bound, bound::after(reader, at)) {
        (Bound::LessThan, _) if or_equal => (Bound::AtMost, at + 2),
        (Bound::MoreThan, _) if or_equal => (Bound::AtLeast, at + 2),
        (Bound::Exact | Bound::About, Some((after, next))) => (after, next),
        _ => (vague_bound(bound, &figure.numeral), at),
    }
}

fn vague_bound(bound: Bound, numeral: &Numeral) -> Bound {
    match (bound, numeral.form) {
        (Bound::Exact | Bound::About, Form::Vague(..)) => Bound::Vague,
        (Bound::Exact, Form::Couple) => Bound::About,
        _ => bound,
    }
}

/// The second end of "5 to 7", "8–16", "8- to 16-metre", "two or three", "20 through 100", "20~100".
fn upper_end(reader: &Reader<'_>, from: &Magnitude, vague: VaguePreset) -> Option<Magnitude> {
    if matches!(from.numeral.form, Form::Vague(..) | Form::Couple) || from.age {
        return None;
    }
    let hanging = usize::from(
        reader.word(from.next) == "-" && (reader.is(from.next + 1, "to") || reader.is(from.next + 1, "or")),
    );
    let joint = from.next + hanging;
    if !reader.is_any(joint, words!["-", "–", "—", "‑", "~", "∼", "to", "through", "or"]) {
        return None;
    }
    // "the 18-to-24 group"
    let hung = usize::from(hanging == 1 && reader.word(joint + 1) == "-");
    let to = second_end(reader, joint + 1 + hung, from, vague)
        .filter(|to| !matches!(to.numeral.form, Form::Vague(..) | Form::Couple))
        // "the 13 weeks to 27 March"
        .filter(|to| to.unit.is_some() || !date::is_month(reader, to.next))?;
    let fits = match reader.word(joint) {
        "-" | "–" | "—" | "‑" => dashed(reader, joint, from, &to),
        "~" | "∼" => true,
        word if word.eq_ignore_ascii_case("to") || word.eq_ignore_ascii_case("through") => {
            rising(from, &to)
                && (!change::sized(reader, from.first) || is_size(from, &to))
                && !starts_change(reader, from.first)
        }
        word if word.eq_ignore_ascii_case("or") => neighbours(from, &to),
        _ => false,
    };
    fits.then_some(to)
}

/// "€3-4m": behind a currency sign, what scales money scales the second end too.
fn second_end(reader: &Reader<'_>, at: usize, from: &Magnitude, vague: VaguePreset) -> Option<Magnitude> {
    let money = from.prefixed && reader.kind(at) == Some(TokenKind::Digits);
    let scaled = if money { numeral::read(reader, at, true, vague) } else { None };
    match scaled.filter(|scaled| scaled.scale > Number::ONE) {
        Some(numeral) => {
            Some(Magnitude { numeral, unit: None, first: at, next: numeral.next, age: false, prefixed: false })
        }
        None => magnitude::read(reader, at, vague),
    }
}

/// "rise by 30 to 60 centimetres": only the second figure has a unit after it, so that both are sizes of the change.
fn is_size(from: &Magnitude, to: &Magnitude) -> bool {
    from.unit.is_none() && to.unit.is_some() && !to.prefixed
}

/// "rose from 4 to 5": the first end stands after the "from" of a change.
fn starts_change(reader: &Reader<'_>, first: usize) -> bool {
    first > 0 && reader.is(first - 1, "from") && change::changed_before(reader, first - 1)
}

/// A dash between figures makes a range where the figures rise and no third one follows.
fn dashed(reader: &Reader<'_>, joint: usize, from: &Magnitude, to: &Magnitude) -> bool {
    let glued = |i: usize| reader.token(i).is_some_and(|token| !token.spaced);
    let third = |i: usize| {
        matches!(reader.word(i), "-" | "–" | "/" | ":") && glued(i) && reader.kind(i + 1) == Some(TokenKind::Digits)
    };
    let even = glued(joint) == glued(joint + 1) || glued(joint + 1);
    let before = from.first > 0 && matches!(reader.word(from.first - 1), "-" | "–" | "/" | ":") && glued(from.first);
    let signed = from.numeral.value < Number::ZERO || to.numeral.value < Number::ZERO;
    even && !third(to.next) && !before && (rising(from, to) || signed) && !is_years(from, to)
}

/// Whether the second figure is the greater one, once a scale that only it has is given to both.
fn rising(from: &Magnitude, to: &Magnitude) -> bool {
    let carried = carry_scale(&from.numeral, &to.numeral);
    carried.value < to.numeral.value && !is_years(from, to) || from.numeral.value < Number::ZERO
}

/// "two or three", "10 or 12": small figures next to one another.
fn neighbours(from: &Magnitude, to: &Magnitude) -> bool {
    let carried = carry_scale(&from.numeral, &to.numeral);
    let twice = carried.value.add(carried.value);
    let bare =
        from.unit.is_none() || from.unit.as_ref().map(|unit| &unit.unit) == to.unit.as_ref().map(|unit| &unit.unit);
    bare && carried.value > Number::ZERO
        && carried.value < to.numeral.value
        && twice.is_some_and(|twice| to.numeral.value <= twice)
}

/// Gives both ends one unit and one scale; `None` where their units differ.
fn agree(reader: &Reader<'_>, from: &Magnitude, to: &Magnitude) -> Option<(Magnitude, Magnitude)> {
    let to = to.unit.as_ref().map_or_else(|| with_unit_of(reader, from, to), |_| to.clone());
    let same = match (&from.unit, &to.unit) {
        (Some(a), Some(b)) => a.unit == b.unit || b.unit.parts().is_some_and(|(of, _)| of == a.unit),
        _ => true,
    };
    if !same || to.age && from.unit.is_some() && !from.age {
        return None;
    }
    let numeral = carry_scale(&from.numeral, &to.numeral);
    Some((Magnitude { numeral, unit: to.unit.clone(), age: from.age || to.age, ..from.clone() }, to))
}

/// "$60-65 a barrel": the last end takes the unit of the first, and the rate after it.
fn with_unit_of(reader: &Reader<'_>, from: &Magnitude, to: &Magnitude) -> Magnitude {
    magnitude::rated(reader, Magnitude { unit: from.unit.clone(), ..to.clone() })
}

/// "5 to 7 million": the scale of the last end holds for the first where that has none and is less without it.
fn carry_scale(from: &Numeral, to: &Numeral) -> Numeral {
    let lacks = from.scale == Number::ONE && to.scale > Number::ONE && from.value.abs() <= to.mantissa.abs();
    let carried =
        || Some(Numeral { value: from.value.mul(to.scale)?, step: from.step.mul(to.scale)?, scale: to.scale, ..*from });
    if lacks { carried().unwrap_or(*from) } else { *from }
}

/// "more than 10 and less than 20": a lower and an upper bound of one figure.
fn pair(reader: &Reader<'_>, at: usize, first: Bound, from: &Magnitude, vague: VaguePreset) -> Option<Bounded> {
    let lower = |bound| matches!(bound, Bound::MoreThan | Bound::AtLeast);
    let upper = |bound| matches!(bound, Bound::LessThan | Bound::AtMost);
    let joint = matches!(reader.word(from.next), "and" | "but" | ",");
    if !joint || !(lower(first) || upper(first)) {
        return None;
    }
    let (second, start) = bound::before(reader, from.next + 1)?;
    let to = magnitude::read(reader, start, vague)?;
    let (from, to) = agree(reader, from, &to)?;
    let inclusive = |bound| matches!(bound, Bound::AtLeast | Bound::AtMost);
    let ordered = (lower(first) && upper(second) && from.numeral.value < to.numeral.value)
        || (upper(first) && lower(second) && from.numeral.value > to.numeral.value);
    let ends = if lower(first) { (inclusive(first), inclusive(second)) } else { (inclusive(second), inclusive(first)) };
    ordered.then(|| Bounded { inclusive: ends, ..range(at, from, to) })
}
