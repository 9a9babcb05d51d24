//! Phrases counted from today, or from another date: "yesterday", "last week", "two days ago", "the past 24 hours".

use jiff::civil::Weekday;

use super::Parsed;
use super::expression::{Expression, Length, Year};
use super::length::lengths;
use super::number;
use super::surroundings::{after_any, is_any};
use super::tense::{looks_ahead, nothing_to_hang_on};
use super::word::{Shift, Stretch, Unit, Word, possessive, word};
use super::{calendar, simple};
use crate::mention::{Reader, words};

/// "now", at one end of a range.
pub(super) fn now(reader: &Reader<'_>, at: usize) -> Parsed {
    let both = at > 0 && reader.is(at - 1, "and") && (at.saturating_sub(8)..at).any(|near| reader.is(near, "between"));
    let ranged = both || after_any(reader, at, words!["between", "until", "till"]);
    let from = after_any(reader, at, words!["from"]) && is_any(reader, at + 1, words!["to", "until", "till"]);
    (ranged || from).then_some((Expression::Relative(0), at + 1))
}

/// "last", "this", "next" and the like, with what they shift; `the` says whether "the" stands before.
pub(super) fn shift(reader: &Reader<'_>, at: usize, shift: Shift, the: bool) -> Parsed {
    if shift == Shift::Following {
        return following(reader, at + 1, the);
    }
    match word(reader, at + 1) {
        Some(Word::Shift(inner @ (Shift::Past | Shift::Coming))) if reader.is(at, "this") => {
            self::shift(reader, at + 1, inner, false)
        }
        Some(Word::Unit(unit, plural)) => {
            shifted_unit(reader, at, shift, the, unit, plural).map(|week| in_week(reader, week))
        }
        Some(Word::Weekday(weekday, _)) if !reader.is(at, "that") => shifted_weekday(reader, at + 1, weekday, shift),
        Some(Word::Month(first, _)) if !reader.is(at, "that") => shifted_month(reader, at, shift, first),
        Some(Word::Season(season)) => Some((Expression::Season { year: Year::Towards(shift), season }, at + 2)),
        Some(Word::Weekend) => Some((weekend(reader, at, shift), at + 2)),
        Some(Word::DayPart) => day_part(reader, at, shift),
        Some(Word::Business) => quarter(reader, at, shift),
        Some(Word::Holiday) => holiday(reader, at, shift),
        None if shift == Shift::This && reader.is(at + 1, "time") => this_time(reader, at),
        _ => run(reader, at, shift, the),
    }
}

/// "last Friday", "next Tuesday"; a date beside it says the day itself: "last Tuesday, March 8".
fn shifted_weekday(reader: &Reader<'_>, at: usize, weekday: Weekday, shift: Shift) -> Parsed {
    let whole = possessive(reader.word(at)) == 0;
    if reader.is(at - 1, "previous") {
        return Some((hung(reader, at, Expression::ShiftedWeekday(weekday, shift)), at + 1));
    }
    let dated = if whole { calendar::dated_weekday(reader, weekday, at + 1) } else { None };
    dated.or(Some((Expression::ShiftedWeekday(weekday, shift), at + 1)))
}

/// "the following day", "the following Monday", "the following three weeks": hangs on a day told before.
fn following(reader: &Reader<'_>, at: usize, the: bool) -> Parsed {
    let next = match word(reader, at).filter(|_| the)? {
        Word::Unit(..) | Word::Weekday(..) | Word::Season(_) | Word::Weekend | Word::DayPart => at + 1,
        Word::Month(..) if reader.token(at)?.capital => at + 1,
        _ => lengths(reader, at)?.1,
    };
    (possessive(reader.word(next - 1)) == 0).then_some((Expression::Elsewhere, next))
}

/// "overnight", unless the night is named behind it: "overnight Saturday", "overnight on 5-6 March".
pub(super) fn overnight(reader: &Reader<'_>, at: usize) -> Parsed {
    let on = at + 1 + usize::from(is_any(reader, at + 1, words!["on", "from", "into", "to"]));
    let named = matches!(word(reader, on), Some(Word::Weekday(..) | Word::Month(..)))
        || (on > at + 1 && number::day(reader, on).is_some());
    (!named).then_some((Expression::Overnight, at + 1))
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
            let whole = !the || after_any(reader, at - 1, words!["in", "over", "during", "within"]);
            (whole && !is_any(reader, next, words!["of", "to"])).then_some((Expression::Relative(-1), next))
        }
        (Shift::Next | Shift::Coming, Unit::Day) => {
            let told = the && !looks_ahead(reader, at);
            Some((if told { Expression::Elsewhere } else { hung(reader, at, Expression::Relative(1)) }, next))
        }
        (Shift::This, Unit::Day | Unit::Hour) => (!the && unit == Unit::Day && !after_any(reader, at, words!["to"]))
            .then_some((Expression::Relative(0), next)),
        (Shift::Same, _) if year_back(reader, next).is_some() => {
            Some((Expression::Elsewhere, year_back(reader, next)?))
        }
        (Shift::Same | Shift::Following, _) => Some((hung(reader, at, Expression::Unit { unit, shift: 0 }), next)),
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

/// "last year", "of last year", "a year ago", "a year earlier" after "the same month": the month of the story a year back.
fn year_back(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let of = at + usize::from(is_any(reader, at, words!["of", "in"]));
    let shifted = calendar::shifted_unit(reader, of, Unit::Year).map(|(_, next)| next);
    shifted.or_else(|| {
        let (_, next) = lengths(reader, of)?;
        is_any(reader, next, words!["ago", "earlier", "before"]).then_some(next + 1)
    })
}

/// "this time last year": good to the month.
fn this_time(reader: &Reader<'_>, at: usize) -> Parsed {
    let (Expression::Unit { unit, shift: sign @ (-1 | 1) }, next) = calendar::shifted_unit_of(reader, at + 2)? else {
        return None;
    };
    let length = Length { vague: true, ..Length::half(unit).plus(Length::half(unit))? };
    reader
        .is(at + 1, "time")
        .then(|| (Expression::Reckoned { length, sign, from: Box::new(Expression::Relative(0)) }, next))
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
    if is_any(reader, next, words!["from", "between"])
        && is_any(reader, next + 2, words!["to", "and", "until", "through"])
    {
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
        Shift::Same | Shift::Following => hung(reader, at, Expression::Weekend(Some(0))),
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
        Shift::Same | Shift::Following => return None,
    };
    let Word::Unit(unit @ (Unit::Year | Unit::Quarter), false) = word(reader, at + 2)? else { return None };
    reader.is(at + 1, "fiscal").then_some((Expression::Unit { unit, shift: by }, at + 3))
}

/// "the past 24 hours", "the last two weeks", "the next three months", "the coming few days".
fn run(reader: &Reader<'_>, at: usize, shift: Shift, the: bool) -> Parsed {
    let ahead = match shift {
        Shift::Past | Shift::Last => false,
        Shift::Next | Shift::Coming => true,
        Shift::This | Shift::Same | Shift::Following => return None,
    };
    let (length, next) = lengths(reader, at + 1).filter(|_| !reader.is(at + 1, "a"))?;
    if let Some((n, unit, _, next)) = number::units(reader, at + 1).filter(|_| the)
        && let Some((of, next)) = super::stretch::of_what(reader, next)
    {
        return Some((Expression::Edge { n: if ahead { n } else { -n }, unit, of: Box::new(of) }, next));
    }
    if ahead && after_any(reader, at - usize::from(the && at > 0), words!["within"]) {
        return Some((Expression::Spell { length, from: Box::new(Expression::Relative(0)) }, next));
    }
    Some((Expression::Run { length, ahead }, next))
}

/// A length and what it is reckoned from: "two days ago", "three weeks from tomorrow", "a year earlier".
pub(super) fn reckoned(reader: &Reader<'_>, at: usize) -> Parsed {
    let Some((length, next)) = lengths(reader, at) else { return weekdays_from_now(reader, at) };
    let today = || Box::new(Expression::Relative(0));
    let bound = spell(reader, at, length, next)
        .or_else(|| up_to(reader, at, length, next))
        .or_else(|| announced(reader, at, length, next));
    if bound.is_some() {
        return bound;
    }
    if reader.is(next, "ago") {
        return Some(ago(reader, length, next + 1));
    }
    if reader.is(next, "hence") {
        return Some((Expression::Reckoned { length, sign: 1, from: today() }, next + 1));
    }
    if is_any(reader, next, words!["later", "earlier"]) {
        return Some(narrated(reader, at, length, next));
    }
    let sign = if is_any(reader, next, words!["before"]) { -1 } else { 1 };
    if !is_any(reader, next, words!["before", "after", "from"]) {
        return None;
    }
    if reader.is(next, "from") && reader.is(next + 1, "now") {
        return Some((Expression::Reckoned { length, sign, from: today() }, next + 2));
    }
    let (from, end) = simple(reader, next + 1)?;
    Some((Expression::Reckoned { length, sign, from: Box::new(from) }, end))
}

/// "a week ago", and nearer "a week ago today", "a year ago on Tuesday", "two years ago this week", "two years ago in March".
fn ago(reader: &Reader<'_>, length: Length, next: usize) -> (Expression, usize) {
    let on = next + usize::from(reader.is(next, "on"));
    let years = length.days == 0 && length.months % 12 == 0 && length.months > 0;
    let weeks = length.months == 0 && length.finest == Unit::Week;
    let exact = Length { finest: Unit::Day, ..length };
    let reckoned = |length, from| Expression::Reckoned { length, sign: -1, from: Box::new(from) };
    match (word(reader, on), calendar::shifted_unit_of(reader, next)) {
        (Some(Word::Relative(0)), _) => (reckoned(exact, Expression::Relative(0)), on + 1),
        (Some(Word::Weekday(day, _)), _) if years || weeks => (reckoned(exact, Expression::Weekday(day)), on + 1),
        (_, Some((Expression::Unit { unit, shift: 0 }, end))) if years => {
            (Expression::Around { unit, of: Box::new(reckoned(exact, Expression::Relative(0))) }, end)
        }
        _ => (reckoned(length, Expression::Relative(0)), next),
    }
}

/// A length ahead of today: "in two weeks' time", and where the words look ahead "in two weeks" and "within two weeks".
fn announced(reader: &Reader<'_>, at: usize, length: Length, next: usize) -> Parsed {
    let reckoned = Expression::Reckoned { length, sign: 1, from: Box::new(Expression::Relative(0)) };
    let time = next + usize::from(is_any(reader, next, words!["'", "’"]));
    if !after_any(reader, at, words!["in", "within"]) {
        return None;
    }
    if reader.is(time, "time") && reader.is(at - 1, "in") {
        return Some((reckoned, time + 1));
    }
    let sometime = at > 1 && is_any(reader, at - 2, words!["sometime", "time"]);
    let open = super::surroundings::clause_ends(reader, next) && (sometime || looks_ahead(reader, at));
    let within = reader.is(at - 1, "within");
    let span = |end| Expression::Range(Box::new(Expression::Relative(0)), Box::new(end));
    open.then(|| (if within { span(reckoned) } else { reckoned }, next))
}

/// "the three months to June", "the year ended March 31": the length up to the end of a date.
fn up_to(reader: &Reader<'_>, at: usize, length: Length, next: usize) -> Parsed {
    let the = after_any(reader, at, words!["the"]) && length.finest >= Unit::Day && !length.vague;
    if the { ended(reader, length, next) } else { None }
}

/// "ended June 30" after "the fiscal year".
pub(super) fn unit_ended(reader: &Reader<'_>, unit: Unit, next: usize) -> Parsed {
    ended(reader, Length::of(1, unit, false)?, next)
}

/// "to June", "through March 2021", "ended June 30".
fn ended(reader: &Reader<'_>, length: Length, next: usize) -> Parsed {
    if !is_any(reader, next, words!["to", "through", "ended", "ending", "until"]) {
        return None;
    }
    let on = next + 1 + usize::from(is_any(reader, next + 1, words!["on", "in"]));
    let (to, end) = super::stretch::whole(reader, on)?;
    let dated = matches!(
        to,
        Expression::Day { .. }
            | Expression::Months { .. }
            | Expression::Fixed(_)
            | Expression::Weekday(_)
            | Expression::Part { .. }
    );
    dated.then(|| (Expression::UpTo { length, to: Box::new(to) }, end))
}

/// "the year to March 2021", "the quarter ended June 30", "the year to date"; after "the".
pub(super) fn unit_up_to(reader: &Reader<'_>, at: usize, unit: Unit) -> Parsed {
    if reader.is(at + 1, "to") && reader.is(at + 2, "date") {
        let whole = Expression::Unit { unit, shift: 0 };
        return Some((Expression::Stretch { stretch: Stretch::Earlier, of: Box::new(whole) }, at + 3));
    }
    up_to(reader, at, Length::of(1, unit, false)?, at + 1)
}

/// A length with the day it begins: "three days starting Monday", "within two weeks from today", "for 3 days, from today".
fn spell(reader: &Reader<'_>, at: usize, length: Length, next: usize) -> Parsed {
    let starting = is_any(reader, next, words!["starting", "beginning"]);
    let comma = usize::from(reader.is(next, ","));
    let bounded = after_any(reader, at, words!["for", "within"])
        || (after_any(reader, at, words!["than"]) && at > 1 && reader.is(at - 2, "less"));
    let from = bounded && is_any(reader, next + comma, words!["from", "after"]);
    if !starting && !from {
        return None;
    }
    let on = next + comma + 1;
    let on = on + usize::from(is_any(reader, on, words!["from", "on"]));
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

/// "three weeks later", "a day earlier": hangs on a day told before, and is unresolved, unless there is none and the words
/// look ahead from today.
fn narrated(reader: &Reader<'_>, at: usize, length: Length, next: usize) -> (Expression, usize) {
    let reckoned = Expression::Reckoned { length, sign: 1, from: Box::new(Expression::Relative(0)) };
    let ahead = reader.is(next, "later") && looks_ahead(reader, at);
    (if ahead { hung(reader, at, reckoned) } else { Expression::Elsewhere }, next + 1)
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
    match simple(reader, at + 2) {
        Some((from, next)) if from != Expression::Elsewhere && unit == Unit::Day => {
            let length = Length::of(1, unit, false)?;
            Some((Expression::Reckoned { length, sign, from: Box::new(from) }, next))
        }
        Some((from, next)) if from != Expression::Elsewhere && matches!(unit, Unit::Week | Unit::Month) => {
            Some((beside(from, sign, unit)?, next))
        }
        _ => Some((Expression::Elsewhere, at + 2))
            .filter(|_| unit == Unit::Day || super::surroundings::clause_ends(reader, at + 2)),
    }
}

/// "the week before Christmas", "the month after May 5": so long up to the day before, or from the day after.
fn beside(from: Expression, sign: i32, unit: Unit) -> Option<Expression> {
    let (length, day) = (Length::of(1, unit, false)?, Length::of(1, Unit::Day, false)?);
    let from = Box::new(Expression::Reckoned { length: day, sign, from: Box::new(from) });
    Some(if sign < 0 { Expression::UpTo { length, to: from } } else { Expression::Spell { length, from } })
}

/// "the weekend", "on the weekend", "over the weekend".
pub(super) fn bare_weekend(reader: &Reader<'_>, at: usize, the: bool) -> Parsed {
    let said = the
        || after_any(reader, at, words!["on", "over", "at", "by", "every"])
        || after_any(reader, at, words!["my", "our"]);
    let after = reader.is(at + 1, "after")
        && (reader.is(at + 2, "next") || (reader.is(at + 2, "the") && reader.is(at + 3, "next")));
    if after && the {
        let next = at + 3 + usize::from(reader.is(at + 2, "the"));
        return Some((Expression::Weekend(Some(2)), next));
    }
    (said && !reader.is(at + 1, "of")).then_some((Expression::Weekend(None), at + 1))
}

/// "the other day", "the other week": some day not long ago.
pub(super) fn other_day(reader: &Reader<'_>, at: usize, the: bool) -> Parsed {
    let day = matches!(word(reader, at + 1), Some(Word::Unit(Unit::Day | Unit::Week, false)));
    let ended = super::surroundings::clause_ends(reader, at + 2)
        || is_any(reader, at + 2, words!["and", "that", "when", "in", "at"]);
    (the && day && ended && possessive(reader.word(at + 1)) == 0).then_some((Expression::Elsewhere, at + 2))
}
