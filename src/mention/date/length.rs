//! Lengths of time that days are reckoned by: "two years and 21 days", "a year and a half", "half a century".

use super::expression::Length;
use super::number::{self, glued};
use super::surroundings::is_any;
use super::word::{Unit, Word, possessive, word};
use crate::mention::{Reader, TokenKind, words};

/// A sum of units and the token after it: "2 years 1 month and 21 days".
pub(super) fn lengths(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    let (mut sum, mut next) = one(reader, at)?;
    loop {
        let joint = next + usize::from(is_any(reader, next, words!["and", ","]));
        let Some((length, end)) = one(reader, joint) else { return Some((sum, next)) };
        sum = sum.plus(length)?;
        next = end;
    }
}

/// So many of one unit: "three weeks", "two and a half years", "a year and a half", "half a year", "four business days".
fn one(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    if word(reader, at) == Some(Word::Half) || is_half_mark(reader, at) {
        return half_of(reader, at + 1);
    }
    let (count, half, vague, next) = counted(reader, at)?;
    let business = usize::from(is_any(reader, next, words!["business", "working"]));
    let Word::Unit(unit, plural) = word(reader, next + business)? else { return None };
    let end = next + business + 1;
    if possessive(reader.word(end - 1)) > 0 && !reader.is(end, "time") {
        return None;
    }
    if business > 0 {
        return (unit == Unit::Day && (plural || count == 1)).then_some((Length::workdays(count), end));
    }
    let (half, end) = if half { (true, end) } else { and_half(reader, end).map_or((false, end), |end| (true, end)) };
    let length = Length::of(count, unit, vague)?;
    Some((if half { length.plus(Length::half(unit))? } else { length }, end))
}

/// How many, whether a half is added, whether it is vague, and the token after it: "two and a half", "2.5", "a few".
fn counted(reader: &Reader<'_>, at: usize) -> Option<(i32, bool, bool, usize)> {
    if reader.kind(at) == Some(TokenKind::Digits)
        && let Some(whole) = reader.word(at).strip_suffix(".5")
    {
        return Some((whole.parse().ok().filter(|whole| *whole < 1000)?, true, false, at + 1));
    }
    let (count, vague, next) = number::count(reader, at)?;
    match and_half(reader, next) {
        Some(end) if !vague => Some((count, true, false, end)),
        _ => Some((count, false, vague, next)),
    }
}

/// Steps over "and a half", "and half", "-and-a-half-", "½".
fn and_half(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if is_half_mark(reader, at) {
        return Some(at + 1);
    }
    let and = after_hyphen(reader, at);
    if !reader.is(and, "and") {
        return None;
    }
    let a = after_hyphen(reader, and + 1);
    let half = after_hyphen(reader, a + usize::from(reader.is(a, "a")));
    reader.is(half, "half").then(|| after_hyphen(reader, half + 1))
}

/// What "half" halves: "a year", "an hour", "century".
fn half_of(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    let next = after_hyphen(reader, at);
    let next = next + usize::from(word(reader, next) == Some(Word::An));
    let Word::Unit(unit, false) = word(reader, next)? else { return None };
    let whole = possessive(reader.word(next)) == 0 || reader.is(next + 1, "time");
    whole.then(|| (Length::half(unit), next + 1))
}

/// Whether the token is a half in one sign.
fn is_half_mark(reader: &Reader<'_>, at: usize) -> bool {
    reader.is(at, "½")
}

/// Steps over a hyphen glued to what stands before it.
fn after_hyphen(reader: &Reader<'_>, at: usize) -> usize {
    at + usize::from(reader.is(at, "-") && glued(reader, at))
}
