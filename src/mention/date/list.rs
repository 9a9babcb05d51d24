//! Days told in a list, which share a month, a year or a week: "May 3, 4 and 5, 2020", "3 and 4 May", "Tuesday and Wednesday
//! last week". The days of a list rise, so that "on May 30, 12 were hurt" is none.

use super::Parsed;
use super::calendar;
use super::expression::{Expression, Year};
use super::number::{self, Style};
use super::surroundings::{is_any, plural_follows};
use super::word::{Word, word};
use crate::mention::{Reader, TokenKind, words};

/// The longest list that is followed to its month, in days.
const LONGEST: usize = 6;

/// "3" of "3 and 4 May 2019", "3, 4 and 5 May": the month stands behind the last day.
pub(super) fn before_month(reader: &Reader<'_>, at: usize) -> Parsed {
    let (day, mut before, next) = listed(reader, at).map(|(day, next)| (day, day, next))?;
    let mut end = next;
    for _ in 0..LONGEST {
        let link = after_link(reader, end)?;
        let (other, after) = listed(reader, link).filter(|(other, _)| *other > before)?;
        if let Some((Expression::Day { year, month, .. }, _)) = calendar::day_first(reader, link) {
            return Some((Expression::Day { year, month, day, weekday: None }, next));
        }
        (before, end) = (other, after);
    }
    None
}

/// "4" of "May 3 and 4", "May 3, 4 and 5": the month stands before the first day.
pub(super) fn after_month(reader: &Reader<'_>, at: usize) -> Parsed {
    let (day, next) = listed(reader, at)?;
    let month = month_before(reader, at, day)?;
    let and = is_any(reader, at - 1, words!["and", "or", "&"]);
    let goes_on = after_link(reader, next).is_some_and(|link| listed(reader, link).is_some_and(|(more, _)| more > day));
    let (year, end) =
        calendar::year_after(reader, next).or_else(|| year_ahead(reader, next, next)).unwrap_or((Year::Missing, next));
    let counted = plural_follows(reader, end) || number_goes_on(reader, next);
    ((and || goes_on) && !counted).then_some((Expression::Day { year, month: Some(month), day, weekday: None }, end))
}

/// The year at the end of a list, for its first days: "May 3 and 4, 2020". The phrase itself ends before the list.
pub(super) fn year_ahead(reader: &Reader<'_>, at: usize, next: usize) -> Option<(Year, usize)> {
    let mut end = at;
    for _ in 0..LONGEST {
        let (_, after) = listed(reader, after_link(reader, end)?)?;
        if let Some((year, _)) = calendar::year_after(reader, after) {
            return Some((year, next));
        }
        end = after;
    }
    None
}

/// The token after further weekdays of a list: "and Wednesday", ", Wednesday and Friday".
pub(super) fn weekdays(reader: &Reader<'_>, at: usize) -> usize {
    let mut end = at;
    for _ in 0..LONGEST {
        match after_link(reader, end) {
            Some(link) if matches!(word(reader, link), Some(Word::Weekday(..))) => end = link + 1,
            _ => break,
        }
    }
    end
}

/// The month that a list of rising days before a token begins with.
fn month_before(reader: &Reader<'_>, at: usize, day: i8) -> Option<i8> {
    let mut later = (at, day);
    for _ in 0..LONGEST {
        let start = day_before(reader, later.0)?;
        let (earlier, _) = listed(reader, start).filter(|(earlier, _)| *earlier < later.1)?;
        let month = start.checked_sub(1)?;
        let month = if reader.is(month, ".") { month.checked_sub(1)? } else { month };
        if let Some(Word::Month(month, _)) = word(reader, month) {
            return Some(month);
        }
        later = (start, earlier);
    }
    None
}

/// Where the day begins that a link joins to the token.
fn day_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let link = at.checked_sub(1)?;
    if !is_any(reader, link, words!["and", "or", "&", ","]) {
        return None;
    }
    let last = link.checked_sub(1)?;
    let last = if reader.is(last, ",") { last.checked_sub(1)? } else { last };
    match reader.kind(last)? {
        TokenKind::Digits => Some(last),
        _ => number::ordinal_suffix(reader, last).then(|| last.checked_sub(1))?,
    }
}

/// A day of a list: in digits.
fn listed(reader: &Reader<'_>, at: usize) -> Option<(i8, usize)> {
    reader.kind(at).filter(|kind| *kind == TokenKind::Digits)?;
    number::day(reader, at).filter(|(_, style, _)| *style != Style::Words).map(|(day, _, next)| (day, next))
}

/// Steps over "and", "or", a comma, or a comma and "and".
fn after_link(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let comma = usize::from(reader.is(at, ","));
    let word = usize::from(is_any(reader, at + comma, words!["and", "or", "&"]));
    (comma + word > 0).then_some(at + comma + word)
}

/// Whether what looks like a day is the start of a longer figure: "May 3 and 4 million", "4%".
fn number_goes_on(reader: &Reader<'_>, at: usize) -> bool {
    is_any(
        reader,
        at,
        words![
            "million", "billion", "thousand", "hundred", "dozen", "%", "percent", "per", "-", "/", ":", "were", "had"
        ],
    )
}
