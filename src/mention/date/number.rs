//! The numbers dates are made of: days, counts and years, in digits and in words.

use super::word::{Unit, Word, word};
use crate::mention::{Reader, TokenKind, words};

/// A token of at most four digits without separators, as its value and its length in digits.
#[inline]
pub(super) fn digits(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    let token = reader.token(at).filter(|token| token.kind == TokenKind::Digits && token.span.len() <= 4)?;
    let written = token.bytes(reader.text);
    let value = |sum: i16, &byte: &u8| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0'));
    Some((written.iter().try_fold(0, value)?, written.len()))
}

/// Whether a token follows without space.
pub(super) fn glued(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| !token.spaced && token.kind != TokenKind::Break)
}

/// How a day number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// "24".
    Bare,
    /// "24th", "twenty-fourth".
    Ordinal,
    /// "twenty four".
    Words,
}

/// A day of a month, how it is written, and the token after it.
pub(super) fn day(reader: &Reader<'_>, at: usize) -> Option<(i8, Style, usize)> {
    if let Some((value, length)) = digits(reader, at) {
        if !(1..=31).contains(&value) || length > 2 {
            return None;
        }
        let day = i8::try_from(value).ok()?;
        if ordinal_suffix(reader, at + 1) {
            return Some((day, Style::Ordinal, at + 2));
        }
        let joined = glued(reader, at + 1) && reader.kind(at + 1) == Some(TokenKind::Word);
        return (!joined).then_some((day, Style::Bare, at + 1));
    }
    ordinal(reader, at).map(|(n, next)| (n, Style::Ordinal, next)).or_else(|| {
        let (n, next) = below_hundred(reader, at)?;
        let n = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
        Some((n, Style::Words, next))
    })
}

/// Whether the token is the glued ending of an ordinal in digits.
pub(super) fn ordinal_suffix(reader: &Reader<'_>, at: usize) -> bool {
    glued(reader, at) && reader.is_any(at, words!["th", "st", "nd", "rd"])
}

/// An ordinal in words up to "thirty-first", and the token after it.
pub(super) fn ordinal(reader: &Reader<'_>, at: usize) -> Option<(i8, usize)> {
    match word(reader, at)? {
        Word::Ordinal(n) => Some((n, at + 1)),
        Word::Cardinal(tens @ (20 | 30)) => {
            let next = after_hyphen(reader, at + 1);
            match word(reader, next)? {
                Word::Ordinal(n @ 1..=9) => Some((i8::try_from(tens).ok()? + n, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A cardinal in words below a hundred, and the token after it.
fn below_hundred(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    let Word::Cardinal(n) = word(reader, at)? else { return None };
    let next = after_hyphen(reader, at + 1);
    match word(reader, next) {
        Some(Word::Cardinal(ones @ 1..=9)) if n >= 20 => Some((n + ones, next + 1)),
        _ => Some((n, at + 1)),
    }
}

/// Steps over a hyphen between two parts of a number.
fn after_hyphen(reader: &Reader<'_>, at: usize) -> usize {
    at + usize::from(reader.is(at, "-") && glued(reader, at))
}

/// How many, whether it is vague, and the token after it: "24", "two", "a", "a few", "a couple of".
pub(super) fn count(reader: &Reader<'_>, at: usize) -> Option<(i32, bool, usize)> {
    if let Some((n, _)) = digits(reader, at) {
        return Some((n.into(), false, at + 1));
    }
    match word(reader, at)? {
        Word::An => few(reader, at + 1).or(Some((1, false, at + 1))),
        Word::Few(_) => few(reader, at),
        _ => below_hundred(reader, at).map(|(n, next)| (n.into(), false, next)),
    }
}

/// "few", "several", "couple of".
fn few(reader: &Reader<'_>, at: usize) -> Option<(i32, bool, usize)> {
    match word(reader, at)? {
        Word::Few(n) => Some((n.into(), true, at + 1 + usize::from(reader.is(at + 1, "of")))),
        _ => None,
    }
}

/// A count of a unit and the token after it: "24 hours", "a month", "3year".
pub(super) fn units(reader: &Reader<'_>, at: usize) -> Option<(i32, Unit, bool, usize)> {
    let (n, vague, next) = count(reader, at)?;
    match word(reader, next)? {
        Word::Unit(unit, _) if !possessive_singular(reader, next) => Some((n, unit, vague, next + 1)),
        _ => None,
    }
}

/// "day's" is no count of days.
fn possessive_singular(reader: &Reader<'_>, at: usize) -> bool {
    super::word::possessive(reader.word(at)) > 0
}

/// A year after a month, a part or a preposition, and the token after it: four digits, or in words.
pub(super) fn year(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    match digits(reader, at) {
        Some((year @ 1000..=2100, 4)) => (!runs_on(reader, at + 1)).then_some((year, at + 1)),
        Some(_) => None,
        None => written_year(reader, at).filter(|(year, _)| (1000..=2100).contains(year)),
    }
}

/// Whether four digits are glued to what makes them something else: "2014th", "2014m", "2014%".
fn runs_on(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.kind(at) == Some(TokenKind::Word) && !reader.is(at, "s") && !reader.is(at, "h");
    glued(reader, at) && (word || reader.is_any(at, words!["%", "€", "£", "$", "°"]))
}

/// A year in words: "two thousand and eighteen", "nineteen seventy eight", "nineteen oh one", "two hundred and six".
pub(super) fn written_year(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    let (first, next) = below_hundred(reader, at)?;
    match word(reader, next) {
        Some(Word::Scale(1000)) if first < 10 => Some(rest(reader, first * 1000, next + 1)),
        Some(Word::Scale(100)) if first < 22 => Some(rest(reader, first * 100, next + 1)),
        _ if (10..=20).contains(&first) => {
            let (second, end) = tail(reader, after_hyphen(reader, next))?;
            Some((first * 100 + second, end))
        }
        _ => None,
    }
}

/// The two-digit end of a year in words.
fn tail(reader: &Reader<'_>, at: usize) -> Option<(i16, usize)> {
    if reader.is(at, "zero") || reader.is(at, "oh") {
        return below_hundred(reader, at + 1).filter(|(n, _)| *n < 10);
    }
    below_hundred(reader, at).filter(|(n, _)| *n >= 10)
}

/// What follows hundreds or thousands.
fn rest(reader: &Reader<'_>, sum: i16, at: usize) -> (i16, usize) {
    let next = at + usize::from(reader.is(at, "and"));
    match below_hundred(reader, next) {
        Some((hundreds @ 1..=9, end)) if word(reader, end) == Some(Word::Scale(100)) && sum % 1000 == 0 => {
            rest(reader, sum + hundreds * 100, end + 1)
        }
        Some((n, end)) => (sum + n, end),
        None => (sum, at),
    }
}

/// The first digits of a token and of those glued to it by the same mark: "24/02/2022", "2016-10", "16.10.2016".
pub(super) struct Joined {
    pub(super) parts: [(i16, usize); 3],
    pub(super) count: usize,
    pub(super) mark: u8,
    pub(super) next: usize,
}

/// Reads two or three numbers joined by slashes, hyphens or full stops.
pub(super) fn joined(reader: &Reader<'_>, at: usize) -> Option<Joined> {
    dotted(reader, at).or_else(|| marked(reader, at))
}

/// One token: the tokenizer keeps full stops between digits.
fn dotted(reader: &Reader<'_>, at: usize) -> Option<Joined> {
    let written = reader.word(at);
    let mut joined = Joined { parts: [(0, 0); 3], count: 0, mark: b'.', next: at + 1 };
    for piece in written.split('.') {
        *joined.parts.get_mut(joined.count)? = (piece.parse().ok()?, piece.len());
        joined.count += 1;
    }
    (joined.count > 1).then_some(joined)
}

/// Several tokens.
fn marked(reader: &Reader<'_>, at: usize) -> Option<Joined> {
    let mark = ["/", "-", "–"].into_iter().find(|mark| reader.is(at + 1, mark))?;
    let mut joined = Joined { parts: [(0, 0); 3], count: 1, mark: mark.as_bytes()[0], next: at + 1 };
    joined.parts[0] = digits(reader, at)?;
    while joined.count < 3 && reader.is(joined.next, mark) && glued(reader, joined.next) {
        let Some(part) = digits(reader, joined.next + 1).filter(|_| glued(reader, joined.next + 1)) else { break };
        joined.parts[joined.count] = part;
        joined.count += 1;
        joined.next += 2;
    }
    (joined.count > 1).then_some(joined)
}
