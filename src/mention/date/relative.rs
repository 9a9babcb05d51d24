//! Phrases counted from today, or from another date: "yesterday", "last week", "two days ago", "the past 24 hours".

use super::Parsed;
use super::expression::{Expression, Length, Year};
use super::number;
use super::surroundings::{after_any, is_any};
use super::tense::nothing_to_hang_on;
use super::word::{Shift, Unit, Word, possessive, word};
use super::{calendar, simple};
use crate::mention::Reader;

/// "now", at one end of a range.
pub(super) fn now(reader: &Reader<'_>, at: usize) -> Parsed {
    let both = at > 0 && reader.is(at - 1, "and") && (at.saturating_sub(8)..at).any(|near| reader.is(near, "between"));
    let ranged = both || after_any(reader, at, &["between", "until", "till"]);
    let from = after_any(reader, at, &["from"]) && is_any(reader, at + 1, &["to", "until", "till"]);
    (ranged || from).then_some((Expression::Relative(0), at + 1))
}

/// "last", "this", "next" and the like, with what they shift; `the` says whether "the" stands before.
pub(super) fn shift(reader: &Reader<'_>, at: usize, shift: Shift, the: bool) -> Parsed {
    match word(reader, at + 1) {
        Some(Word::Unit(unit, plural)) => {
            shifted_unit(reader, at, shift, the, unit, plural).map(|week| in_week(reader, week))
        }
        Some(Word::Weekday(weekday, _)) if !reader.is(at, "that") && shift != Shift::Past => {
            Some((Expression::ShiftedWeekday(weekday, shift), at + 2))
        }
        Some(Word::Month(first, _)) if !reader.is(at, "that") && shift != Shift::Past => {
            shifted_month(reader, at, shift, first)
        }
        Some(Word::Season(season)) => Some((Expression::Season { year: Year::Towards(shift), season }, at + 2)),
        Some(Word::Weekend) => Some((weekend(reader, at, shift), at + 2)),
        Some(Word::DayPart) => day_part(reader, at, shift),
        Some(Word::Business) => quarter(reader, at, shift),
        Some(Word::Holiday) => holiday(reader, at, shift),
        _ => run(reader, at, shift, the),
    }
}

/// "last week", "the past month", "this year", "the coming days".
fn shifted_unit(reader: &Reader<'_>, at: usize, shift: Shift, the: bool, unit: Unit, plural: bool) -> Parsed {
    let next = at + 2;
    if plural {
        let vague = possessive(reader.word(at + 1)) == 0
            && matches!(shift, Shift::Last | Shift::Past | Shift::Next | Shift::Coming);
        return (vague && unit >= Unit::Hour).then_some((Expression::Elsewhere, next));
    }
    match (shift, unit) {
        (Shift::Last, Unit::Day) if reader.is(at, "previous") => {
            Some((hung(reader, at, Expression::Relative(-1)), next))
        }
        (Shift::Last | Shift::Past, Unit::Day) => {
            let whole = !the || after_any(reader, at - 1, &["in", "over", "during", "within"]);
            (whole && !is_any(reader, next, &["of", "to"])).then_some((Expression::Relative(-1), next))
        }
        (Shift::Next | Shift::Coming, Unit::Day) => Some((hung(reader, at, Expression::Relative(1)), next)),
        (Shift::This, Unit::Day | Unit::Hour) => {
            (!the && unit == Unit::Day && !after_any(reader, at, &["to"])).then_some((Expression::Relative(0), next))
        }
        (Shift::Same, _) => Some((hung(reader, at, Expression::Unit { unit, shift: 0 }), next)),
        (Shift::This, _) => Some((Expression::Unit { unit, shift: 0 }, next)),
        (Shift::Past | Shift::Last, _) if the || shift == Shift::Past || unit == Unit::Decade || unit == Unit::Hour => {
            let previous = reader.is(at, "previous");
            let run = Expression::Run { length: Length::of(1, unit, false)?, ahead: false };
            Some((if previous { Expression::Elsewhere } else { run }, next))
        }
        (Shift::Last | Shift::Past, _) => Some((Expression::Unit { unit, shift: -1 }, next)),
        (Shift::Next | Shift::Coming, Unit::Hour | Unit::Decade | Unit::Century) => {
            Some((Expression::Run { length: Length::of(1, unit, false)?, ahead: true }, next))
        }
        (Shift::Next | Shift::Coming, _) => Some((Expression::Unit { unit, shift: 1 }, next)),
    }
}

/// "next week Sunday", "next week on Friday", "this week from Tue to Thur": a day, or days, of the week just read.
fn in_week(reader: &Reader<'_>, (week, next): (Expression, usize)) -> (Expression, usize) {
    if !matches!(week, Expression::Unit { unit: Unit::Week, .. }) {
        return (week, next);
    }
    let day = |at: usize| match word(reader, at) {
        Some(Word::Weekday(weekday, _)) => Some(Expression::WeekdayOf(weekday, Box::new(week.clone()))),
        _ => None,
    };
    if is_any(reader, next, &["from", "between"]) && is_any(reader, next + 2, &["to", "and", "until", "through"]) {
        return match (day(next + 1), day(next + 3)) {
            (Some(first), Some(last)) => (Expression::Range(Box::new(first), Box::new(last)), next + 4),
            _ => (week, next),
        };
    }
    let on = next + usize::from(reader.is(next, "on"));
    match day(on) {
        Some(day) => (day, on + 1),
        None => (week, next),
    }
}

/// What a narrative hangs on another day, unless there is none before it in the text.
fn hung(reader: &Reader<'_>, at: usize, expression: Expression) -> Expression {
    if nothing_to_hang_on(reader, at) { expression } else { Expression::Elsewhere }
}

/// "last September", "next June", "this May 9".
fn shifted_month(reader: &Reader<'_>, at: usize, shift: Shift, first: i8) -> Parsed {
    let month = Expression::Months { year: Year::Towards(shift), first, count: 1 };
    match calendar::month_first(reader, at + 1) {
        Some((Expression::Day { year: Year::Missing, month, day, .. }, next)) => {
            Some((Expression::Day { year: Year::Towards(shift), month, day, weekday: None }, next))
        }
        Some((Expression::Months { year: Year::Missing, .. }, next)) => Some((month, next)),
        found => found,
    }
}

/// "this weekend", "last weekend", "that weekend".
fn weekend(reader: &Reader<'_>, at: usize, shift: Shift) -> Expression {
    match shift {
        Shift::Last | Shift::Past => Expression::Weekend(Some(-1)),
        Shift::This | Shift::Coming => Expression::Weekend(Some(0)),
        Shift::Next => Expression::Weekend(Some(1)),
        Shift::Same => hung(reader, at, Expression::Weekend(Some(0))),
    }
}

/// "last night", "this morning".
fn day_part(reader: &Reader<'_>, at: usize, shift: Shift) -> Parsed {
    match shift {
        Shift::Last if reader.is(at + 1, "night") || reader.is(at + 1, "evening") => {
            Some((Expression::Relative(-1), at + 2))
        }
        Shift::This => Some((Expression::Relative(0), at + 2)),
        Shift::Same => Some((Expression::Elsewhere, at + 2)).filter(|_| possessive(reader.word(at + 1)) == 0),
        _ => None,
    }
}

/// "last Christmas", "next Thanksgiving".
fn holiday(reader: &Reader<'_>, at: usize, shift: Shift) -> Parsed {
    let (feast, next) = super::holiday::feast(reader, at + 1)?;
    Some((Expression::Holiday { year: Year::Towards(shift), feast }, next))
}

/// "this Q3" is not said; "the last fiscal year" is.
fn quarter(reader: &Reader<'_>, at: usize, shift: Shift) -> Parsed {
    let by = match shift {
        Shift::Last | Shift::Past => -1,
        Shift::This => 0,
        Shift::Next | Shift::Coming => 1,
        Shift::Same => return None,
    };
    let Word::Unit(unit @ (Unit::Year | Unit::Quarter), false) = word(reader, at + 2)? else { return None };
    reader.is(at + 1, "fiscal").then_some((Expression::Unit { unit, shift: by }, at + 3))
}

/// "the past 24 hours", "the last two weeks", "the next three months", "the coming few days".
fn run(reader: &Reader<'_>, at: usize, shift: Shift, the: bool) -> Parsed {
    let (n, unit, vague, next) = number::units(reader, at + 1).filter(|_| !reader.is(at + 1, "a"))?;
    let ahead = match shift {
        Shift::Past | Shift::Last => false,
        Shift::Next | Shift::Coming => true,
        Shift::This | Shift::Same => return None,
    };
    let (length, next) = lengths(reader, at + 1).unwrap_or((Length::of(n, unit, vague)?, next));
    if let Some((of, next)) = super::stretch::of_what(reader, next).filter(|_| the) {
        return Some((Expression::Edge { n: if ahead { n } else { -n }, unit, of: Box::new(of) }, next));
    }
    if ahead && after_any(reader, at - usize::from(the && at > 0), &["within"]) {
        return Some((Expression::Spell { length, from: Box::new(Expression::Relative(0)) }, next));
    }
    Some((Expression::Run { length, ahead }, next))
}

/// A sum of units and the token after it: "2 years 1 month and 21 days".
fn lengths(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    let (n, unit, vague, mut next) = number::units(reader, at)?;
    let mut sum = Length::of(n, unit, vague)?;
    loop {
        let joint = next + usize::from(is_any(reader, next, &["and", ","]));
        let Some((n, unit, vague, end)) = number::units(reader, joint) else { return Some((sum, next)) };
        sum = sum.plus(Length::of(n, unit, vague)?)?;
        next = end;
    }
}

/// A length and what it is reckoned from: "two days ago", "three weeks from tomorrow", "a year earlier".
pub(super) fn reckoned(reader: &Reader<'_>, at: usize) -> Parsed {
    let Some((length, next)) = lengths(reader, at) else { return weekdays_from_now(reader, at) };
    let today = || Box::new(Expression::Relative(0));
    if let Some(spell) = spell(reader, at, length, next) {
        return Some(spell);
    }
    let announced = after_any(reader, at, &["in"]) && super::surroundings::clause_ends(reader, next);
    if announced && super::tense::looks_ahead(reader, at) {
        return Some((Expression::Reckoned { length, sign: 1, from: today() }, next));
    }
    if reader.is(next, "ago") {
        return Some((Expression::Reckoned { length, sign: -1, from: today() }, next + 1));
    }
    if reader.is(next, "hence") {
        return Some((Expression::Reckoned { length, sign: 1, from: today() }, next + 1));
    }
    if is_any(reader, next, &["later", "earlier"]) {
        return Some(narrated(reader, at, length, next));
    }
    let sign = if is_any(reader, next, &["before"]) { -1 } else { 1 };
    if !is_any(reader, next, &["before", "after", "from"]) {
        return None;
    }
    if reader.is(next, "from") && reader.is(next + 1, "now") {
        return Some((Expression::Reckoned { length, sign, from: today() }, next + 2));
    }
    let (from, end) = simple(reader, next + 1)?;
    Some((Expression::Reckoned { length, sign, from: Box::new(from) }, end))
}

/// A length with the day it begins: "three days starting Monday", "within two weeks from today", "for 3 days, from today".
fn spell(reader: &Reader<'_>, at: usize, length: Length, next: usize) -> Parsed {
    let starting = is_any(reader, next, &["starting", "beginning"]);
    let comma = usize::from(reader.is(next, ","));
    let bounded = after_any(reader, at, &["for", "within"])
        || (after_any(reader, at, &["than"]) && at > 1 && reader.is(at - 2, "less"));
    let from = bounded && is_any(reader, next + comma, &["from", "after"]);
    if !starting && !from {
        return None;
    }
    let on = next + comma + 1;
    let on = on + usize::from(is_any(reader, on, &["from", "on"]));
    let (first, end) = simple(reader, on).filter(|(first, _)| *first != Expression::Elsewhere)?;
    Some((Expression::Spell { length, from: Box::new(first) }, end))
}

/// "two Sundays from now", "two Mondays later": the weekday so many times on.
fn weekdays_from_now(reader: &Reader<'_>, at: usize) -> Parsed {
    let (n, vague, next) = number::count(reader, at)?;
    let written = reader.word(next);
    let Word::Weekday(weekday, _) = super::word::meaning(written.strip_suffix('s').unwrap_or(written))? else {
        return None;
    };
    let from_now = reader.is(next + 1, "from") && reader.is(next + 2, "now");
    let end = if from_now { next + 3 } else { next + 2 };
    if vague || !(from_now || reader.is(next + 1, "later")) {
        return None;
    }
    let length = Length::of(n.checked_sub(1)?, Unit::Week, false)?;
    let first = Box::new(Expression::ShiftedWeekday(weekday, Shift::Coming));
    Some((Expression::Reckoned { length: Length { finest: Unit::Day, ..length }, sign: 1, from: first }, end))
}

/// "three weeks later", "a day earlier": hangs on a day told before, and is unresolved, unless there is none.
fn narrated(reader: &Reader<'_>, at: usize, length: Length, next: usize) -> (Expression, usize) {
    let sign = if reader.is(next, "later") { 1 } else { -1 };
    let reckoned = Expression::Reckoned { length, sign, from: Box::new(Expression::Relative(0)) };
    (hung(reader, at, reckoned), next + 1)
}

/// "the day before yesterday", "the week after next", "the day after the attack"; after "the".
pub(super) fn neighbour(reader: &Reader<'_>, at: usize, unit: Unit) -> Parsed {
    let sign = match () {
        () if reader.is(at + 1, "before") => -1,
        () if reader.is(at + 1, "after") => 1,
        () => return None,
    };
    let the = at + 2 + usize::from(reader.is(at + 2, "the"));
    if sign > 0
        && word(reader, the) == Some(Word::Shift(Shift::Next))
        && !matches!(word(reader, the + 1), Some(Word::Unit(..)))
    {
        return Some((Expression::Unit { unit, shift: 2 }, the + 1));
    }
    if sign < 0 && reader.is(the, "last") && !matches!(word(reader, the + 1), Some(Word::Unit(..))) {
        return Some((Expression::Unit { unit, shift: -2 }, the + 1));
    }
    match simple(reader, at + 2).filter(|_| unit == Unit::Day) {
        Some((from, next)) if from != Expression::Elsewhere => {
            let length = Length::of(1, unit, false)?;
            Some((Expression::Reckoned { length, sign, from: Box::new(from) }, next))
        }
        _ => Some((Expression::Elsewhere, at + 2)).filter(|_| unit == Unit::Day),
    }
}

/// "the weekend", "on the weekend", "over the weekend".
pub(super) fn bare_weekend(reader: &Reader<'_>, at: usize, the: bool) -> Parsed {
    let said =
        the || after_any(reader, at, &["on", "over", "at", "by", "every"]) || after_any(reader, at, &["my", "our"]);
    let after = reader.is(at + 1, "after")
        && (reader.is(at + 2, "next") || (reader.is(at + 2, "the") && reader.is(at + 3, "next")));
    if after && the {
        let next = at + 3 + usize::from(reader.is(at + 2, "the"));
        return Some((Expression::Weekend(Some(2)), next));
    }
    said.then_some((Expression::Weekend(None), at + 1))
}

/// "the other day", "the other week": some day not long ago.
pub(super) fn other_day(reader: &Reader<'_>, at: usize, the: bool) -> Parsed {
    let day = matches!(word(reader, at + 1), Some(Word::Unit(Unit::Day | Unit::Week, false)));
    let ended = super::surroundings::clause_ends(reader, at + 2)
        || is_any(reader, at + 2, &["and", "that", "when", "in", "at"]);
    (the && day && ended && possessive(reader.word(at + 1)) == 0).then_some((Expression::Elsewhere, at + 2))
}
