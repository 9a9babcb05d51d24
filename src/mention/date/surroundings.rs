//! What stands around a word or number and tells whether it is a date at all.

use jiff::civil::Date;

use super::expression::Year;
use super::number::{self, Joined, Style, digits};
use super::word::{Sureness, Word, word};
use crate::mention::{Reader, TokenKind, Words, words};
use crate::value::days_between;

/// Words before which a bare month, weekday or year stands as a date.
const PREPOSITIONS: &Words = words![
    "in",
    "on",
    "since",
    "by",
    "until",
    "till",
    "til",
    "from",
    "to",
    "through",
    "throughout",
    "during",
    "before",
    "after",
    "between",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "around",
    "about",
    "circa",
    "for",
    "over",
];

/// Capitalised words that follow a weekday or month in the name of a paper or a programme.
const TITLES: &Words = words![
    "times",
    "telegraph",
    "mirror",
    "mail",
    "express",
    "post",
    "herald",
    "independent",
    "world",
    "mercury",
    "star",
    "night",
    "tribune",
    "age",
    "league",
];

/// Capitalised words that make the weekday after them a name: "Bloody Sunday", "Super Tuesday".
const NAMED: &Words = words!["bloody", "super", "cyber", "black", "giving", "sheffield", "freaky", "ruby"];

/// Nouns without a plural `s` that are counted.
const COUNTED: &Words = words![
    "people",
    "men",
    "women",
    "children",
    "percent",
    "police",
    "civilian",
    "foreign",
    "russian",
    "dead",
    "injured",
    "wounded",
    "km",
    "kilometres",
    "mm",
    "cm",
    "kg",
    "mph",
    "hp",
    "million",
    "billion",
    "thousand",
    "other",
    "more",
    "square",
    "cubic",
    "armed",
    "new",
];

/// Whether any of the words stands at the token.
pub(super) fn is_any(reader: &Reader<'_>, at: usize, words: &Words) -> bool {
    reader.is_any(at, words)
}

/// Whether the token before is one of the words.
pub(super) fn after_any(reader: &Reader<'_>, at: usize, words: &Words) -> bool {
    at > 0 && is_any(reader, at - 1, words)
}

/// Whether the token before is a preposition of time, or a word like one.
pub(super) fn after_preposition(reader: &Reader<'_>, at: usize) -> bool {
    let before = at - usize::from(at > 0 && reader.is(at - 1, "-"));
    after_any(reader, before, PREPOSITIONS)
}

/// Whether a month without day or year is one.
pub(super) fn month_stands_alone(reader: &Reader<'_>, at: usize, sureness: Sureness) -> bool {
    let capital = reader.token(at).is_some_and(|token| token.capital);
    let ranged = next_is_range(reader, at + 1) && is_month(reader, at + 2);
    let named =
        capital && reader.token(at + 1).is_some_and(|next| next.capital && next.spaced && next.kind == TokenKind::Word);
    match sureness {
        _ if after_any(reader, at, words!["every", "each"]) => false,
        Sureness::Sure => !is_any(reader, at + 1, TITLES),
        Sureness::Doubtful if !capital => {
            after_any(reader, at, words!["last", "next", "this"]) && !reader.is(at, "may")
        }
        Sureness::Doubtful => {
            (after_preposition(reader, at) && !follows_a_title(reader, at))
                || adjective(reader, at)
                || listed(reader, at)
        }
        Sureness::Short => !named && (after_preposition(reader, at) || (capital && ranged)),
    }
}

/// "in April, May and June": a month after another that is one.
fn listed(reader: &Reader<'_>, at: usize) -> bool {
    let link = after_any(reader, at, words!["and", "or", ",", "&"]);
    let forename = reader.token(at + 1).is_some_and(|next| next.capital && next.kind == TokenKind::Word);
    let Some(before) = at.checked_sub(2).filter(|_| link && !forename) else { return false };
    let before = if reader.is(before, ",") { before.saturating_sub(1) } else { before };
    match word(reader, before) {
        Some(Word::Month(_, Sureness::Sure)) => true,
        Some(Word::Month(_, Sureness::Doubtful)) => {
            after_preposition(reader, before) || listed(reader, before) || adjective(reader, before)
        }
        _ => false,
    }
}

/// "by Mrs May": a title or a forename before it makes it a name; so does a form of "for" or "of" after it.
fn follows_a_title(reader: &Reader<'_>, at: usize) -> bool {
    is_any(reader, at + 1, words!["for", "of", "on"])
}

/// "the March attack", "an April summit", "this May": a month before a noun in lower case.
fn adjective(reader: &Reader<'_>, at: usize) -> bool {
    let next = reader.token(at + 1).is_some_and(|next| next.kind == TokenKind::Word && !next.capital);
    let verb =
        is_any(reader, at + 1, words!["for", "of", "on", "will", "has", "had", "is", "was", "to", "and", "in", "said"]);
    next && !verb && after_any(reader, at, words!["the", "a", "an", "his", "its", "their", "her", "our"])
}

/// Whether "to", "until" or a dash follows.
fn next_is_range(reader: &Reader<'_>, at: usize) -> bool {
    is_any(reader, at, words!["to", "until", "till", "through", "-", "–"])
}

/// Whether a weekday without a date is one.
pub(super) fn weekday_stands_alone(reader: &Reader<'_>, at: usize, sureness: Sureness) -> bool {
    let token = reader.token(at);
    let capital = token.is_some_and(|token| token.capital);
    let after = at + 1 + usize::from(word(reader, at + 1) == Some(Word::DayPart));
    let title = is_any(reader, after, TITLES) && reader.token(after).is_some_and(|next| next.capital);
    let named = after_any(reader, at, NAMED) || any_of_its_kind(reader, at);
    match sureness {
        Sureness::Short => {
            let ranged = next_is_range(reader, at + 1) && matches!(word(reader, at + 2), Some(Word::Weekday(..)));
            let compound = reader.is(at + 1, "-") && !ranged;
            capital && !named && !compound && (after_preposition(reader, at) || ranged)
        }
        _ => !(named || capital && title),
    }
}

/// "every Monday", "on a Monday", "Sunday mornings": no one day.
fn any_of_its_kind(reader: &Reader<'_>, at: usize) -> bool {
    let habit = after_any(reader, at, words!["every", "each", "any", "alternate", "one"])
        || (after_any(reader, at - usize::from(at > 0), words!["a"]) && at > 2 && reader.is(at - 3, "on"))
        || (after_any(reader, at, words!["other"]) && after_any(reader, at - 1, words!["every"]))
        || (after_any(reader, at, words!["a"])
            && (after_any(reader, at - 1, words!["on"]) || clause_ends(reader, at + 1)));
    let counted = at > 0 && matches!(word(reader, at - 1), Some(Word::Ordinal(_))) && !running(reader, at);
    habit || counted || word(reader, at + 1) == Some(Word::DayParts)
}

/// "for the third Friday in a row", "a second Sunday running": that weekday, and not the third of its month.
pub(super) fn running(reader: &Reader<'_>, at: usize) -> bool {
    let row =
        (reader.is(at + 1, "in") && reader.is(at + 3, "row")) || is_any(reader, at + 1, words!["running", "straight"]);
    row || (at > 1 && reader.is(at - 2, "a")) || (at > 2 && reader.is(at - 2, "the") && reader.is(at - 3, "for"))
}

/// How far back the year is searched that "that year" stands for.
const STORY: usize = 120;

/// The last year told before a token, which "mid-April of that year" means.
pub(super) fn year_told(reader: &Reader<'_>, at: usize) -> Year {
    let told = |&i: &usize| {
        let month = i > 0 && is_month(reader, i - 1);
        reader.kind(i) == Some(TokenKind::Digits)
            && (month || after_preposition(reader, i) || after_any(reader, i, words![",", "of"]))
    };
    let year = (at.saturating_sub(STORY)..at).rev().filter(told).find_map(|i| number::year(reader, i));
    year.map_or(Year::Missing, |(year, _)| Year::Given(year))
}

/// Whether a year or an ordinal stands next to a lower-case "may" or "march".
pub(super) fn year_or_ordinal_near(reader: &Reader<'_>, at: usize) -> bool {
    number::year(reader, at + 1).is_some()
        || matches!(number::day(reader, at + 1), Some((_, Style::Ordinal, _)))
        || matches!(number::day(reader, at + 1), Some((_, Style::Words, end)) if end > at + 2)
}

/// Whether a day or year follows a month, so that the month belongs to it.
pub(super) fn day_or_year_follows(reader: &Reader<'_>, at: usize) -> bool {
    number::day(reader, at).is_some() || number::year(reader, at).is_some()
}

/// "In May 15 people died": a number after "in" and a month, with a noun behind, counts the noun.
pub(super) fn counts_something(reader: &Reader<'_>, month: usize, day: usize, end: usize) -> bool {
    let suffixed = end > day + 1 && reader.kind(day) == Some(TokenKind::Digits);
    let noun = reader.token(end).is_some_and(|next| next.kind == TokenKind::Word && !next.capital);
    let joined =
        is_any(reader, end, words!["and", "to", "until", "through", "at", "in", "by", "as", "when", "the", "that"]);
    let first = month == 0 || clause_ends(reader, month - 1);
    let named = first || after_any(reader, month, words!["the", "on", "of", "a"]);
    let counted = plural_follows(reader, end) && !named;
    !suffixed
        && noun
        && !joined
        && (counted || after_any(reader, month, words!["in", "since", "by", "during", "throughout"]))
}

/// Whether something counted follows: a plural in lower case, or a word like "people".
pub(super) fn plural_follows(reader: &Reader<'_>, at: usize) -> bool {
    let Some(next) = reader.token(at).filter(|next| next.kind == TokenKind::Word && !next.capital) else {
        return is_any(reader, at, COUNTED) || reader.is(at, "%");
    };
    let written = next.span.text(reader.text);
    let singular =
        is_any(reader, at, words!["was", "has", "is", "as", "its", "his", "this", "thus", "across", "plus", "us"]);
    let plural = written.len() > 3 && written.ends_with('s') && !written.ends_with("ss");
    (plural && !singular) || is_any(reader, at, COUNTED)
}

/// Which of two numbers is the month: the one that can be; else the order that the text uses near by; else the order that
/// falls in the month before publication, where only one does; else day first with full stops, and month first with slashes
/// and hyphens, as American papers write.
pub(super) fn month_and_day(
    reader: &Reader<'_>,
    at: usize,
    mark: u8,
    (a, b): (i16, i16),
    year: Option<i16>,
) -> Option<(i16, i16)> {
    let month = 1..=12;
    match (month.contains(&a), month.contains(&b)) {
        (true, true) if day_first(reader, at, mark, (a, b), year) => Some((b, a)),
        (true, _) => Some((a, b)),
        (false, true) => Some((b, a)),
        (false, false) => None,
    }
}

/// Whether the first of two numbers that could both be months is the day.
fn day_first(reader: &Reader<'_>, at: usize, mark: u8, (a, b): (i16, i16), year: Option<i16>) -> bool {
    let recent = |month: i16, day: i16| {
        let date = Date::new(year?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some((0..=31).contains(&days_between(date, reader.published?)))
    };
    let by_day = || match (recent(a, b)?, recent(b, a)?) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    };
    day_first_habit(reader, at).or_else(by_day).unwrap_or(mark == b'.')
}

/// How many tokens either side are searched for an unambiguous date; bounded, so that a text of nothing but ambiguous
/// dates is still read in linear time.
const HABIT: usize = 300;

/// Whether an unambiguous date near by puts the day first.
fn day_first_habit(reader: &Reader<'_>, at: usize) -> Option<bool> {
    (at.saturating_sub(HABIT)..at.saturating_add(HABIT).min(reader.tokens.len())).find_map(|near| {
        reader.kind(near).filter(|kind| *kind == TokenKind::Digits)?;
        let joined = number::joined(reader, near).filter(|joined| joined.count == 3)?;
        let [(a, 1..=2), (b, 1..=2), (_, 2 | 4)] = joined.parts else { return None };
        match (a, b) {
            (13..=31, 1..=12) => Some(true),
            (1..=12, 13..=31) => Some(false),
            _ => None,
        }
    })
}

/// A day and month in digits without a year. A slash may be a fraction and a hyphen a score, so they need "on" or the like
/// unless one number can only be a day; full stops always need it.
pub(super) fn short_date(reader: &Reader<'_>, at: usize, joined: &Joined, a: i16, b: i16) -> Option<(i16, i16)> {
    let (month, day) =
        month_and_day(reader, at, joined.mark, (a, b), None).filter(|(_, day)| (1..=31).contains(day))?;
    let (month, day) = if joined.mark == b'.' && (1..=12).contains(&a) { (a, b) } else { (month, day) };
    let said = after_any(reader, at, words!["on", "since", "until", "from", "between"])
        || (joined.mark == b'.' && after_any(reader, at, words!["in"]) && b > 12)
        || (after_any(reader, at, words!["to", "and", "through"]) && joined.mark == b'/');
    let always = joined.mark == b'/' && (a, b) == (24, 7);
    let apart = joined.mark == b'/' && (a > 12) != (b > 12) && !plural_follows(reader, joined.next);
    let whole = joined.parts[1].1 == 2 || joined.mark != b'.';
    ((said || apart) && whole && !always).then_some((month, day))
}

/// "2014-15" is two years where the second is the next, or no month at all.
pub(super) fn span_of_years(year: i16, short: i16) -> bool {
    short == (year + 1) % 100 || short > 12
}

/// Whether the token ends a clause: the end, a break, or a mark that closes.
pub(super) fn clause_ends(reader: &Reader<'_>, at: usize) -> bool {
    match reader.kind(at) {
        None | Some(TokenKind::Break) => true,
        Some(TokenKind::Mark) => is_any(reader, at, words![".", ",", ";", ":", ")", "!", "?", "\"", "”", "’"]),
        _ => false,
    }
}

/// Whether the token is a number of four digits.
pub(super) fn four_digits(reader: &Reader<'_>, at: usize) -> bool {
    matches!(digits(reader, at), Some((_, 4)))
}

/// Whether a month stands at the token.
pub(super) fn is_month(reader: &Reader<'_>, at: usize) -> bool {
    matches!(word(reader, at), Some(Word::Month(..)))
}
