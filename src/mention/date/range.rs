//! From one date to another: "May 3-5", "between May 3 and 5", "from Monday to Wednesday", "1990-1995".

use super::Parsed;
use super::expression::{Expression, Year};
use super::number::{self, Style, digits, glued};
use super::surroundings::{after_any, is_any, plural_follows};
use super::word::{Unit, Word, word};
use super::{calendar, simple};
use crate::mention::{Reader, TokenKind, words};
use crate::value::DateSpan;

/// A date, or two that make a range.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Parsed {
    let range = match (reader.kind(at)?, word(reader, at)) {
        (TokenKind::Digits, _) | (_, Some(Word::Cardinal(_) | Word::Ordinal(_))) => days_of_month(reader, at),
        (_, Some(Word::Month(..))) => days_after_month(reader, at),
        _ => None,
    };
    if range.is_some() {
        return range;
    }
    let (first, next) = simple(reader, at)?;
    let comma = reader.is(next, ",") && is_any(reader, next + 1, words!["to", "until", "through"]);
    let next = next + usize::from(comma && after_any(reader, at, words!["from"]));
    match connector(reader, at, next).and_then(|end| last(reader, at, &first, next, end)) {
        Some((last, end)) => Some((Expression::Range(Box::new(first), Box::new(last)), end)),
        None => Some((first, next - usize::from(comma && after_any(reader, at, words!["from"])))),
    }
}

/// The token after what leads to the other end, where something does.
fn connector(reader: &Reader<'_>, at: usize, next: usize) -> Option<usize> {
    let to = is_any(reader, next, words!["-", "–", "to", "until", "till", "through", "thru"])
        || (reader.is(next, "/") && glued(reader, next) && glued(reader, next + 1));
    let and = reader.is(next, "and") && after_any(reader, at, words!["between"]);
    (to || and).then(|| next + 1 + usize::from(is_any(reader, next + 1, words!["between"])))
}

/// The other end of a range.
fn last(reader: &Reader<'_>, at: usize, first: &Expression, next: usize, end: usize) -> Parsed {
    if let Some((length, later)) = super::length::lengths(reader, end).filter(|(_, later)| reader.is(*later, "later")) {
        let from = Box::new(first.clone());
        return (*first != Expression::Elsewhere)
            .then_some((Expression::Reckoned { length, sign: 1, from }, later + 1));
    }
    match first {
        Expression::Elsewhere | Expression::Run { .. } => None,
        Expression::Day { .. } => day(reader, end).or_else(|| date(reader, end)),
        Expression::Fixed(year) if DateSpan::year(year.first().year()).as_ref() == Some(year) => {
            year_end(reader, at, next, end, year.first().year()).or_else(|| date(reader, end))
        }
        Expression::Months { .. } => month(reader, end).or_else(|| date(reader, end)),
        _ => date(reader, end),
    }
}

/// A date in its own right.
fn date(reader: &Reader<'_>, at: usize) -> Parsed {
    simple(reader, at).filter(|(date, _)| *date != Expression::Elsewhere)
}

/// "5" of "May 3-5, 2016".
fn day(reader: &Reader<'_>, at: usize) -> Parsed {
    if calendar::day_first(reader, at).is_some() || calendar::numeric(reader, at).is_some() {
        return None;
    }
    let (day, style, next) = number::day(reader, at).filter(|(_, style, _)| *style != Style::Words)?;
    if calendar::is_time(reader, next) {
        return None;
    }
    let (year, end) = calendar::year_after(reader, next).unwrap_or((Year::Missing, next));
    let counted = style == Style::Bare && plural_follows(reader, end);
    (!counted).then_some((Expression::Day { year, month: None, day, weekday: None }, end))
}

/// A month, even one that would need evidence alone; a year after months.
fn month(reader: &Reader<'_>, at: usize) -> Parsed {
    match word(reader, at) {
        Some(Word::Month(first, _)) if reader.token(at)?.capital => calendar::month_first(reader, at)
            .or(Some((Expression::Months { year: Year::Missing, first, count: 1 }, at + 1))),
        _ => plain_year(reader, at),
    }
}

/// A year without evidence.
fn plain_year(reader: &Reader<'_>, at: usize) -> Parsed {
    if calendar::numeric(reader, at).is_some()
        || word(reader, at + 1).is_some_and(|word| matches!(word, Word::Month(..)))
    {
        return None;
    }
    let (year, next) = number::year(reader, at).filter(|(_, next)| !plural_follows(reader, *next))?;
    Some((Expression::Fixed(DateSpan::year(year)?), next))
}

/// "2018" of "2014-2018", "15" of "2014-15".
fn year_end(reader: &Reader<'_>, at: usize, next: usize, end: usize, from: i16) -> Parsed {
    let worded = is_any(reader, next, words!["to"]) && !after_any(reader, at, words!["from", "between", "("]);
    if worded {
        return None;
    }
    if let Some((Expression::Fixed(to), next)) = plain_year(reader, end) {
        return (to.first().year() > from).then_some((Expression::Fixed(to), next));
    }
    let (short, 2) = digits(reader, end).filter(|_| glued(reader, end))? else { return None };
    let to = from / 100 * 100 + short + if short < from % 100 { 100 } else { 0 };
    let near = to > from && to - from < 50 && !reader.is(next, "to");
    near.then_some((Expression::Fixed(DateSpan::year(to)?), end + 1))
}

/// "4 to 22 January", "3–5 May 2016", "from 4 to 22 this month", "from 4 to January 22".
fn days_of_month(reader: &Reader<'_>, at: usize) -> Parsed {
    let (first, _, next) = number::day(reader, at).filter(|(_, style, _)| *style != Style::Words)?;
    let end = connector(reader, at, next)?;
    let (second, close) = month_of_days(reader, end).or_else(|| {
        let said = after_any(reader, at, words!["from", "between"]);
        calendar::month_first(reader, end).filter(|(date, _)| said && matches!(date, Expression::Day { .. }))
    })?;
    let first = match &second {
        Expression::DayOf { of, .. } => Expression::DayOf { day: first, of: of.clone() },
        _ => Expression::Day { year: Year::Missing, month: None, day: first, weekday: None },
    };
    Some((Expression::Range(Box::new(first), Box::new(second)), close))
}

/// "November between 19 and 20", "Feb between 2-7 2018".
fn days_after_month(reader: &Reader<'_>, at: usize) -> Parsed {
    let Word::Month(month, _) = word(reader, at).filter(|_| reader.is(at + 1, "between"))? else { return None };
    let (first, _, next) = number::day(reader, at + 2)?;
    let and = is_any(reader, next, words!["and", "-", "–"]);
    let (last, _, close) = number::day(reader, next + 1).filter(|(last, ..)| and && *last > first)?;
    let (year, close) = calendar::year_after(reader, close).unwrap_or((Year::Missing, close));
    let day = |day| Box::new(Expression::Day { year, month: Some(month), day, weekday: None });
    Some((Expression::Range(day(first), day(last)), close))
}

/// "22 January, 1995", "22 this month", "23 in next month".
fn month_of_days(reader: &Reader<'_>, at: usize) -> Parsed {
    if let Some((date, next)) = calendar::day_first(reader, at) {
        return Some((date, next));
    }
    let (day, _, next) = number::day(reader, at)?;
    let of = next + usize::from(is_any(reader, next, words!["in", "of"]));
    let (month, end) = calendar::shifted_unit(reader, of, Unit::Month)?;
    Some((Expression::DayOf { day, of: Box::new(month) }, end))
}

/// Both ends, each with what it leaves to the other: month, year.
pub(super) fn completed(first: &Expression, last: &Expression) -> (Expression, Expression) {
    let (mut first, mut last) = (first.clone(), last.clone());
    share_month(&mut first, &mut last);
    let before = place(&first) > place(&last);
    match (year(&mut first), year(&mut last)) {
        (Some(open @ Year::Missing), Some(Year::Given(given))) => *open = Year::Given(*given - i16::from(before)),
        (Some(Year::Given(given)), Some(open @ Year::Missing)) => *open = Year::Given(*given + i16::from(before)),
        (Some(open @ Year::Missing), Some(Year::Shifted(by))) => *open = Year::Shifted(*by - i16::from(before)),
        _ => {}
    }
    (first, last)
}

/// Gives a day without a month that of the other end.
fn share_month(first: &mut Expression, last: &mut Expression) {
    if let (Expression::Day { month: a, .. }, Expression::Day { month: b, .. }) = (first, last) {
        let shared = a.or(*b);
        *a = shared;
        *b = b.or(shared);
    }
}

/// Month and day, to see which end comes first in a year.
fn place(expression: &Expression) -> (i8, i8) {
    match expression {
        Expression::Part { of, .. } => place(of),
        Expression::Day { month, day, .. } => (month.unwrap_or(0), *day),
        Expression::Months { first, .. } => (*first, 0),
        _ => (0, 0),
    }
}

/// The year of an end.
fn year(expression: &mut Expression) -> Option<&mut Year> {
    match expression {
        Expression::Part { of, .. } => year(of),
        Expression::Day { year, .. } | Expression::Months { year, .. } | Expression::Season { year, .. } => Some(year),
        _ => None,
    }
}
