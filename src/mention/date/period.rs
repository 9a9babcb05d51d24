//! Years, decades and seasons. A bare number of four digits is a year only with evidence beside it.

use super::Parsed;
use super::calendar;
use super::expression::{Expression, Year};
use super::number::{self, digits, glued};
use super::stretch;
use super::surroundings::{after_any, clause_ends, four_digits, is_any, is_month, plural_follows};
use super::word::{Season, Unit, Word, word};
use crate::mention::{Reader, TokenKind, Words, words};
use crate::value::DateSpan;

/// Words before a number that make it a year.
const BEFORE: &Words = words![
    "in",
    "since",
    "by",
    "until",
    "till",
    "from",
    "during",
    "before",
    "after",
    "through",
    "throughout",
    "between",
    "early",
    "late",
    "mid",
    "year",
    "years",
    "circa",
    "ca",
    "born",
    "summer",
    "spring",
    "autumn",
    "fall",
    "winter",
];

/// Nouns whose "of" goes with a count and not with a year.
const MEASURES: &Words = words![
    "total",
    "number",
    "average",
    "maximum",
    "minimum",
    "distance",
    "crowd",
    "force",
    "range",
    "record",
    "speed",
    "sum",
    "group",
    "team",
    "population",
    "excess",
    "capacity",
    "thousands",
    "hundreds",
    "limit",
    "altitude",
    "height",
    "price",
    "cost",
    "out",
    "tens",
    "army",
    "fleet",
    "batch",
];

/// Verbs that follow a year which begins a sentence.
const VERBS: &Words = words!["was", "is", "saw", "will", "has", "had", "brought", "marked", "began", "ended"];

/// Links of a list of years that are followed back: "in 2012, 2013 and 2014".
const LINKS: usize = 6;

/// A phrase that begins with four digits: "1990s", "2016 Q3", "2016 the third quarter", a year with evidence.
pub(super) fn digits_first(reader: &Reader<'_>, at: usize) -> Parsed {
    decade(reader, at).or_else(|| year_first(reader, at)).or_else(|| bare_year(reader, at))
}

/// "2016 Q3", "2016H2", "2016 the third quarter".
fn year_first(reader: &Reader<'_>, at: usize) -> Parsed {
    let (number, 4) = digits(reader, at)? else { return None };
    let year = Year::Given(Some(number).filter(|year| (1900..=2100).contains(year))?);
    let hyphen = usize::from(is_any(reader, at + 1, words!["-", "/"]) && glued(reader, at + 1));
    if let Some((run, next)) = stretch::quarter_or_half(reader, at + 1 + hyphen) {
        return Some((stretch::run_in(run, year), next));
    }
    let the = at + 1 + usize::from(reader.is(at + 1, "the"));
    let (n, next) = number::ordinal(reader, the)?;
    let quarter = word(reader, next)? == Word::Unit(Unit::Quarter, false) && n <= 4;
    quarter.then(|| (stretch::run_in((n * 3 - 2, 3), year), next + 1))
}

/// A year by itself, where something beside it says that it is one.
pub(super) fn bare_year(reader: &Reader<'_>, at: usize) -> Parsed {
    let (year, next) = number::year(reader, at)?;
    let sure =
        if four_digits(reader, at) { is_year(reader, at, year, LINKS) } else { is_written_year(reader, at, next) };
    sure.then_some((Expression::Fixed(DateSpan::year(year)?), next))
}

/// Whether four digits at a token are a year.
fn is_year(reader: &Reader<'_>, at: usize, year: i16, links: usize) -> bool {
    let round = year % 50 == 0 && !(1900..=2050).contains(&year);
    let counted = plural_follows(reader, at + 1);
    if joined_to_figure(reader, at) || (counted && year % 100 == 0) {
        return false;
    }
    let bounded = !round || clause_ends(reader, at + 1);
    let hyphen = usize::from(at > 0 && reader.is(at - 1, "-"));
    if after_any(reader, at - hyphen, BEFORE) {
        let counted = counted && !after_any(reader, at, words!["in", "since"]);
        return bounded && !counted && !rises(reader, at);
    }
    let named = year >= 1900 && year % 100 != 0 && after_any(reader, at, words!["for"]);
    (bounded && !counted && (after_of(reader, at) || named || as_early_as(reader, at)))
        || in_parentheses(reader, at)
        || possessive_or_range(reader, at)
        || (year >= 1900 && attributive(reader, at))
        || (year >= 1900 && begins_sentence(reader, at))
        || (links > 0 && !counted && listed(reader, at, links))
}

/// Whether a sign before or after makes the number part of something else.
fn joined_to_figure(reader: &Reader<'_>, at: usize) -> bool {
    let before = after_any(reader, at, words!["$", "€", "£", "¥", "#", "/", ".", "+", ":", "@", "no", "number"]);
    let shared = before && (glued(reader, at) || after_any(reader, at, words!["no", "number", "$", "€", "£"]));
    let after = is_any(reader, at + 1, words!["%", "°", "$", "€", "£"]);
    let unit = is_any(
        reader,
        at + 1,
        words!["km", "kilometers", "kilometres", "miles", "mph", "GMT", "hours", "UTC", "EST", "local"],
    );
    shared || after || unit
}

/// "rose by 2000": the size of a change.
fn rises(reader: &Reader<'_>, at: usize) -> bool {
    after_any(reader, at, words!["by", "from"])
        && at > 1
        && is_any(
            reader,
            at - 2,
            words!["rose", "rise", "fell", "fall", "cut", "up", "down", "increased", "decreased", "grew", "dropped"],
        )
}

/// "as long ago as 1998", "as recently as 2019".
fn as_early_as(reader: &Reader<'_>, at: usize) -> bool {
    after_any(reader, at, words!["as"])
        && at > 1
        && is_any(reader, at - 2, words!["ago", "early", "late", "recently", "back"])
}

/// "a coup of 2014", but not "a total of 2014".
fn after_of(reader: &Reader<'_>, at: usize) -> bool {
    let compared = after_any(reader, at, words!["with", "to"])
        && at > 1
        && is_any(reader, at - 2, words!["compared", "comparison"]);
    (after_any(reader, at, words!["of"]) && at > 1 && !is_any(reader, at - 2, MEASURES)) || compared
}

/// "(2014)", "(1952–2022)", "(born 1952)".
fn in_parentheses(reader: &Reader<'_>, at: usize) -> bool {
    after_any(reader, at, words!["("]) && is_any(reader, at + 1, words![")", ",", ";", "-", "–"])
}

/// "2014's coup", "2014–2018", "2014-15".
fn possessive_or_range(reader: &Reader<'_>, at: usize) -> bool {
    let possessive = is_any(reader, at + 1, words!["'", "’"]) && glued(reader, at + 1) && reader.is(at + 2, "s");
    let dash = is_any(reader, at + 1, words!["-", "–", "/"]) || after_any(reader, at, words!["-", "–"]);
    possessive || (dash && (later_year(reader, at) || earlier_year(reader, at)))
}

/// Whether a later year follows a dash.
fn later_year(reader: &Reader<'_>, at: usize) -> bool {
    let (Some((a, 4)), Some((b, length))) = (digits(reader, at), digits(reader, at + 2)) else { return false };
    let modern = (1900..=2100).contains(&a) && !plural_follows(reader, at + 3);
    let free = !(is_any(reader, at + 3, words!["-", "–", "/"]) && glued(reader, at + 3));
    modern
        && free
        && is_any(reader, at + 1, words!["-", "–", "/"])
        && match length {
            4 => a < b && b <= 2100,
            2 => glued(reader, at + 2) && b == (a + 1) % 100 || (b > 12 && b > a % 100),
            _ => false,
        }
}

/// Whether an earlier year stands before a dash.
fn earlier_year(reader: &Reader<'_>, at: usize) -> bool {
    at > 1 && later_year(reader, at - 2)
}

/// "a 2014 coup", "the 2014 agreement", "Trump's 2016 campaign".
fn attributive(reader: &Reader<'_>, at: usize) -> bool {
    let noun = reader.token(at + 1).is_some_and(|next| next.kind == TokenKind::Word && next.spaced);
    let verb =
        is_any(reader, at + 1, words!["and", "or", "of", "in", "to", "were", "are", "was", "more", "other", "people"]);
    let owner = at > 0 && super::word::possessive(reader.word(at - 1)) > 0;
    let determiner = after_any(reader, at, words!["a", "the", "his", "her", "its", "their", "our", "this"]);
    noun && !verb && (owner || determiner)
}

/// "2014 was a bad year."
fn begins_sentence(reader: &Reader<'_>, at: usize) -> bool {
    let first =
        at == 0 || reader.kind(at - 1) == Some(TokenKind::Break) || after_any(reader, at, words![".", "!", "?"]);
    first && is_any(reader, at + 1, VERBS)
}

/// "in 2012, 2013 and 2014": a year stands before.
fn listed(reader: &Reader<'_>, at: usize, links: usize) -> bool {
    let link = after_any(reader, at, words!["and", "or", ",", "to"]);
    let Some(before) = at.checked_sub(2).filter(|_| link) else { return false };
    let before = if reader.is(before, ",") { before.saturating_sub(1) } else { before };
    match digits(reader, before) {
        Some((year @ 1000..=2100, 4)) => {
            is_year(reader, before, year, links - 1) || (before > 0 && is_month(reader, before - 1))
        }
        _ => false,
    }
}

/// A year in words after a preposition: "in nineteen twenty eight".
fn is_written_year(reader: &Reader<'_>, at: usize, next: usize) -> bool {
    after_any(reader, at, BEFORE)
        && (clause_ends(reader, next) || is_any(reader, next, words!["to", "until", "and", "through"]))
}

/// "year 2000", "Year two hundred and sixty seven".
pub(super) fn year_word(reader: &Reader<'_>, at: usize) -> Parsed {
    let (year, next) = match digits(reader, at + 1) {
        Some((year @ 1..=2100, 3 | 4)) => (year, at + 2),
        Some(_) => return None,
        None => number::written_year(reader, at + 1)?,
    };
    Some((Expression::Fixed(DateSpan::year(year)?), next))
}

/// "1970s", "1970's" after "the", "70s", "'40s"; the apostrophe before stands at the token given.
pub(super) fn decade(reader: &Reader<'_>, at: usize) -> Parsed {
    let tick = usize::from(is_any(reader, at, words!["'", "’", "‘"]));
    let number = at + tick;
    let (first, length) = digits(reader, number).filter(|(first, _)| first % 10 == 0)?;
    let s = number + 1 + usize::from(is_any(reader, number + 1, words!["'", "’"]) && glued(reader, number + 1));
    if !(reader.is(s, "s") && glued(reader, s)) {
        return None;
    }
    let the = after_any(reader, at, words!["the", "early", "late", "mid", "-", "in", "of", "since"]);
    let age = (1..=3).any(|back| at >= back && is_any(reader, at - back, words!["his", "her", "their", "my"]))
        || measured(reader, at);
    let first = match length {
        2 if age => return None,
        4 if (1000..=2100).contains(&first)
            && (s == number + 1 || after_any(reader, at, words!["the", "early", "late", "-"])) =>
        {
            first
        }
        2 if the || tick == 1 => tens(first),
        _ => return None,
    };
    Some((Expression::Fixed(DateSpan::years(first, 10)?), s + 1))
}

/// "temperatures in the 30s", "fell into the 30s": tens of degrees or years of age.
fn measured(reader: &Reader<'_>, at: usize) -> bool {
    const OF: &Words =
        words!["temperature", "temperatures", "highs", "lows", "degrees", "aged", "ages", "into", "low", "high"];
    (1..=6).any(|back| at >= back && is_any(reader, at - back, OF))
}

/// The decade of tens: the twentieth century's from the twenties on, this one's before.
fn tens(tens: i16) -> i16 {
    if tens < 20 { 2000 + tens } else { 1900 + tens }
}

/// "the nineties", "the nineteen seventies", "the twenty-tens", "the two thousands".
pub(super) fn written_decade(reader: &Reader<'_>, at: usize) -> Parsed {
    let fixed = |first, next| Some((Expression::Fixed(DateSpan::years(first, 10)?), next));
    match word(reader, at)? {
        Word::Decade(decade) => fixed(tens(decade), at + 1),
        Word::Cardinal(century @ 10..=20) => {
            let next = at + 1 + usize::from(reader.is(at + 1, "-"));
            let Word::Decade(decade) = word(reader, next)? else { return None };
            fixed(century * 100 + decade, next + 1)
        }
        Word::Cardinal(2) if reader.is(at + 1, "thousands") => fixed(2000, at + 2),
        Word::Cardinal(2) if reader.is(at + 1, "thousand") => {
            let next = at + 2 + usize::from(reader.is(at + 2, "and"));
            let Word::Decade(decade) = word(reader, next)? else { return None };
            fixed(2000 + decade, next + 1)
        }
        _ => None,
    }
}

/// A season with its year, if one follows: "summer 2020", "the spring of 1978".
pub(super) fn season(reader: &Reader<'_>, at: usize, season: Season) -> (Expression, usize) {
    let (year, next) = calendar::year_after(reader, at + 1).unwrap_or((Year::Missing, at + 1));
    (Expression::Season { year, season }, next + next_year(reader, next, year))
}

/// The tokens of "-11" in "the winter of 2010-11".
pub(super) fn next_year(reader: &Reader<'_>, at: usize, year: Year) -> usize {
    let Year::Given(year) = year else { return 0 };
    let joined = is_any(reader, at, words!["-", "/", "–"]) && glued(reader, at) && glued(reader, at + 1);
    let next = digits(reader, at + 1).is_some_and(|(next, _)| next == (year + 1) % 100 || next == year + 1);
    if joined && next { 2 } else { 0 }
}

/// A season that says its year or stands after "the", "in" or the like; "spring" and "fall" are words of their own.
pub(super) fn season_alone(reader: &Reader<'_>, at: usize, named: Season) -> Parsed {
    let (expression, next) = season(reader, at, named);
    let dated = next > at + 1;
    let verb = is_any(reader, at, words!["fall", "spring"]);
    let timed = after_any(reader, at, words!["in", "since", "by", "until", "during", "through", "throughout", "over"])
        || (after_any(reader, at, words!["the"])
            && at > 1
            && is_any(reader, at - 2, words!["in", "since", "by", "until", "during", "over", "through"]));
    let ends =
        clause_ends(reader, next) || is_any(reader, next, words!["and", "or", "when", "as", "after", "before", "but"]);
    (dated || (timed && !reader.is(next, "of") && (!verb || ends))).then_some((expression, next))
}
