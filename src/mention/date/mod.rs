//! Dates and date periods in news prose: words to an expression, the expression set against the day of publication.

mod calendar;
mod expression;
mod holiday;
mod length;
mod list;
#[cfg(test)]
mod news;
mod number;
mod part;
mod period;
mod range;
mod relative;
mod resolve;
mod stretch;
mod surroundings;
mod tense;
#[cfg(test)]
mod tests;
mod word;

use self::expression::Expression;
use self::resolve::Context;
use self::surroundings::is_any;
use self::word::{Unit, Word, word};
use super::class::DATE;
use super::{DateAnchor, DateMention, LeafKind, Read, Reader, TokenKind, Words, words};
use crate::article::Span;

/// What was read, and the token after it.
type Parsed = Option<(Expression, usize)>;

/// The longest phrase in tokens: phrases nest ("the day before the end of …"), and this bounds how deep.
const LONGEST: usize = 24;

/// Reads the date that begins at a token, where one does.
pub(crate) fn read(reader: &Reader<'_>, at: usize) -> Option<Read<DateMention>> {
    if !may_open(reader, at) {
        return None;
    }
    let near = Reader { tokens: &reader.tokens[..reader.tokens.len().min(at + LONGEST)], ..*reader };
    let (expression, next) = range::read(&near, at)?;
    let next = with_day_part(reader, &expression, next);
    let context = Context::new(reader.published, tense::tense(reader, at, next));
    let date = context.resolve(&expression);
    let anchor = match date {
        Some(_) if !context.hung() => DateAnchor::Absolute,
        Some(_) => DateAnchor::Published,
        None if context.elsewhere() => DateAnchor::Elsewhere,
        None if reader.published.is_none() && context.hung() => DateAnchor::Missing,
        None => return None,
    };
    let span = trimmed(reader, at, next);
    let payload = DateMention { date, anchor, phrase: phrase(span.text(reader.text)) };
    Some(Read { payload, kind: LeafKind::Date, span, next })
}

/// Whether the token names a month, with its capital: "may" is a verb.
pub(super) fn is_month(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.capital) && matches!(word(reader, at), Some(Word::Month(..)))
}

/// The words that may begin a date.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    word::known().chain(WORKING)
}

/// What days may be called behind an article: "a business day".
const WORKING: [&str; 2] = ["business", "working"];

/// What is counted in "two Mondays from now".
pub(super) fn weekdays_in_plural() -> impl Iterator<Item = String> {
    word::weekdays().map(|day| format!("{day}s"))
}

/// One probe, for an article two: digits, an apostrophe, or a word that dates are made of. Articles are the commonest words
/// of all, and few of them begin a date.
fn may_open(reader: &Reader<'_>, at: usize) -> bool {
    let Some(token) = reader.token(at) else { return false };
    match token.kind {
        TokenKind::Digits => !counts(reader, at),
        TokenKind::Word if !token.may_be(DATE) => false,
        TokenKind::Word => match word(reader, at) {
            Some(Word::Cardinal(_)) => !counts_next(reader, at),
            Some(Word::The) => opens(reader, at + 1),
            Some(Word::An) => opens(reader, at + 1) || is_any(reader, at + 1, words!["business", "working"]),
            word => word.is_some(),
        },
        _ => opens(reader, at),
    }
}

/// Whether a figure in digits surely is none of a date: too long for a year, or a count of what stands behind it. One that a
/// list goes on with may be a day.
fn counts(reader: &Reader<'_>, at: usize) -> bool {
    const YEAR: usize = 4;
    let figure = reader.word(at);
    if figure.contains('.') || figure.len() == YEAR {
        return false;
    }
    let listed = || at > 0 && is_any(reader, at - 1, words!["and", "or", "&", ","]);
    figure.len() > YEAR || counts_next(reader, at) && !listed()
}

/// Whether a number surely counts the word behind it: one that dates are not made of and that joins no two figures.
fn counts_next(reader: &Reader<'_>, at: usize) -> bool {
    const JOINTS: &Words =
        words!["of", "and", "or", "to", "until", "till", "through", "thru", "zero", "oh", "thousands",];
    let next = reader.token(at + 1).filter(|next| next.kind == TokenKind::Word && next.spaced);
    next.is_some_and(|next| !next.may_be(DATE)) && !is_any(reader, at + 1, JOINTS)
}

/// Whether a date may go on with a token.
fn opens(reader: &Reader<'_>, at: usize) -> bool {
    match reader.kind(at) {
        Some(TokenKind::Word) => word(reader, at).is_some(),
        Some(TokenKind::Digits) => true,
        Some(TokenKind::Mark) => is_any(reader, at, words!["'", "’", "‘"]),
        Some(TokenKind::Break) | None => false,
    }
}

/// One date or period that is no range.
fn simple(reader: &Reader<'_>, at: usize) -> Parsed {
    match reader.kind(at)? {
        TokenKind::Digits => from_digits(reader, at),
        TokenKind::Word => word(reader, at).and_then(|word| from_word(reader, at, word, false)),
        TokenKind::Mark => period::decade(reader, at),
        TokenKind::Break => None,
    }
}

/// A phrase that begins with digits.
fn from_digits(reader: &Reader<'_>, at: usize) -> Parsed {
    calendar::numeric(reader, at)
        .or_else(|| calendar::day_first(reader, at))
        .or_else(|| list::before_month(reader, at))
        .or_else(|| list::after_month(reader, at))
        .or_else(|| relative::reckoned(reader, at))
        .or_else(|| stretch::digit_century(reader, at))
        .or_else(|| period::digits_first(reader, at))
        .or_else(|| calendar::lone_day(reader, at))
}

/// A phrase that begins with a word; `the` says whether "the" stands before it.
fn from_word(reader: &Reader<'_>, at: usize, word: Word, the: bool) -> Parsed {
    match word {
        Word::The => after_the(reader, at + 1),
        Word::Month(..) => calendar::month_first(reader, at),
        Word::Weekday(..) => calendar::weekday_first(reader, at),
        Word::Relative(days) => Some((Expression::Relative(days), at + 1)),
        Word::Now => relative::now(reader, at),
        Word::Overnight => relative::overnight(reader, at),
        Word::Shift(shift) => shifted(reader, at, shift, the),
        Word::Final => stretch::nth_of(reader, -1, at + 1, the),
        Word::Part(part) => stretch::part(reader, at, part),
        Word::Stretch(stretch) => stretch::stretch(reader, at, stretch),
        Word::Season(season) => period::season_alone(reader, at, season),
        Word::Decade(_) => period::written_decade(reader, at).filter(|_| the),
        Word::Holiday => calendar::holiday(reader, at),
        Word::Business => stretch::business(reader, at),
        Word::Unit(unit, false) => unit_word(reader, at, unit, the),
        Word::Weekend => relative::bare_weekend(reader, at, the),
        Word::Ordinal(_) | Word::Cardinal(_) => from_number(reader, at, the),
        Word::An | Word::Few(_) | Word::Half => relative::reckoned(reader, at),
        Word::Other => relative::other_day(reader, at, the),
        Word::DayPart if the && reader.is(at + 1, "before") => Some((Expression::Elsewhere, at + 2)),
        Word::DayPart | Word::DayParts | Word::Unit(_, true) | Word::Scale(_) => None,
    }
}

/// A phrase that "the" belongs to. In "the 2014 agreement", "the Tuesday meeting" and "the May 3 attack" it belongs to the
/// noun. Most articles begin no date and cost one more probe.
fn after_the(reader: &Reader<'_>, at: usize) -> Parsed {
    let digits = reader.kind(at)? == TokenKind::Digits;
    let hung = is_any(reader, at + 1, words!["before", "after"]);
    if matches!(word(reader, at), Some(Word::Month(..) | Word::Weekday(..) | Word::Relative(_) | Word::Overnight))
        && !hung
    {
        return None;
    }
    after_article(reader, at)
        .filter(|(_, next)| !digits || *next > at + 1 || reader.kind(at + 1) != Some(TokenKind::Word))
}

/// The phrase behind "the".
fn after_article(reader: &Reader<'_>, at: usize) -> Parsed {
    match reader.kind(at)? {
        TokenKind::Digits => from_digits(reader, at),
        TokenKind::Word => {
            word(reader, at).filter(|word| *word != Word::The).and_then(|word| from_word(reader, at, word, true))
        }
        TokenKind::Mark => period::decade(reader, at),
        TokenKind::Break => None,
    }
}

/// "last", "this", "next": before a unit to be counted from, or as the last of its kind.
fn shifted(reader: &Reader<'_>, at: usize, shift: word::Shift, the: bool) -> Parsed {
    if is_verb_last(reader, at) {
        return None;
    }
    let nth = if reader.is(at, "last") { stretch::nth_of(reader, -1, at + 1, the) } else { None };
    nth.or_else(|| relative::shift(reader, at, shift, the))
}

/// Whether "last" is the verb: "expected to last three hours", "it may last a week".
fn is_verb_last(reader: &Reader<'_>, at: usize) -> bool {
    const BEFORE: &Words =
        words!["to", "will", "would", "could", "can", "may", "might", "must", "should", "shall", "usually", "often"];
    reader.is(at, "last") && at > 0 && reader.is_any(at - 1, BEFORE)
}

/// A phrase that begins with a number word.
fn from_number(reader: &Reader<'_>, at: usize, the: bool) -> Parsed {
    let nth = number::ordinal(reader, at).and_then(|(n, next)| stretch::nth(reader, n, next, the));
    nth.or_else(|| calendar::day_first(reader, at))
        .or_else(|| relative::reckoned(reader, at))
        .or_else(|| period::written_decade(reader, at).filter(|_| the))
        .or_else(|| period::bare_year(reader, at))
        .or_else(|| calendar::lone_day(reader, at))
}

/// "week of", "week 31", "year 2000", "day before yesterday".
fn unit_word(reader: &Reader<'_>, at: usize, unit: Unit, the: bool) -> Parsed {
    let year = if unit == Unit::Year { period::year_word(reader, at) } else { None };
    year.or_else(|| stretch::around(reader, at, unit))
        .or_else(|| stretch::unit_end(reader, at, unit))
        .or_else(|| if the { relative::unit_up_to(reader, at, unit) } else { None })
        .or_else(|| {
            relative::neighbour(reader, at, unit).filter(|_| the || (unit == Unit::Day && !counted(reader, at)))
        })
}

/// Whether a count stands before a unit: "one day after the flood".
fn counted(reader: &Reader<'_>, at: usize) -> bool {
    at > 0
        && (reader.kind(at - 1) == Some(TokenKind::Digits)
            || matches!(word(reader, at - 1), Some(Word::Cardinal(_) | Word::Few(_))))
}

/// Takes the part of the day into the phrase of a day: "Monday morning".
fn with_day_part(reader: &Reader<'_>, expression: &Expression, next: usize) -> usize {
    use Expression::{Day, Relative, ShiftedWeekday, Weekday, WeekdayOf};
    let is_day =
        |date: &Expression| matches!(date, Day { .. } | Relative(_) | ShiftedWeekday(..) | Weekday(_) | WeekdayOf(..));
    let day = match expression {
        Expression::Part { of, .. } => is_day(of),
        date => is_day(date),
    };
    let whole = day && next > 0 && word::possessive(reader.word(next - 1)) == 0;
    next + usize::from(whole && word(reader, next) == Some(Word::DayPart))
}

/// The span without a possessive ending.
fn trimmed(reader: &Reader<'_>, at: usize, next: usize) -> Span {
    let span = reader.span(at, next - 1);
    let ending = word::possessive(reader.word(next - 1));
    Span::of(span.start(), span.end() - ending)
}

/// The phrase in lower case, its spaces single, without a leading "the".
fn phrase(written: &str) -> String {
    if written.is_ascii() && written.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace)) {
        let written =
            if written.len() > 4 && written[..4].eq_ignore_ascii_case("the ") { &written[4..] } else { written };
        return written.to_ascii_lowercase();
    }
    let lower = written.to_lowercase();
    let words = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    words.strip_prefix("the ").map_or(words.clone(), str::to_owned)
}
