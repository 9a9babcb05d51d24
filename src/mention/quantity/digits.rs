//! Figures in digits: grouping by comma, point or space, decimals, powers.

use std::sync::LazyLock;

use crate::mention::{Reader, TokenKind, Vocabulary};
use crate::value::Number;

/// A number in digits, with the step that its last digit stands for and the first token after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) value: Number,
    pub(super) step: Number,
    pub(super) next: usize,
    /// Whether it is a plain run of digits: no grouping, no decimals.
    pub(super) plain: bool,
}

/// More digits than this do not fit the arithmetic of [`Number`].
const LONGEST: usize = 24;

/// Reads the figure that begins with the token at `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Digits> {
    if reader.kind(at)? != TokenKind::Digits {
        return point_first(reader, at);
    }
    let word = reader.word(at);
    let mut digits = spaced_groups(reader, at, word).or_else(|| one_token(reader, at, word))?;
    digits = spaced_decimals(reader, digits).unwrap_or(digits);
    Some(power(reader, digits).unwrap_or(digits))
}

/// ".25": a point with nothing before it.
fn point_first(reader: &Reader<'_>, at: usize) -> Option<Digits> {
    let next = reader.token(at + 1)?;
    let is_point = reader.word(at) == "." && reader.token(at)?.spaced && !next.spaced && next.kind == TokenKind::Digits;
    let word = reader.word(at + 1);
    (is_point && word.bytes().all(|b| b.is_ascii_digit())).then(|| number("0", word, at + 2))?
}

/// A whole part, its separators passed over, and decimals.
fn number(whole: &str, decimals: &str, next: usize) -> Option<Digits> {
    if whole.bytes().filter(u8::is_ascii_digit).count() + decimals.len() > LONGEST {
        return None;
    }
    let fold = |n: i128, byte: u8| n * 10 + i128::from(byte.wrapping_sub(b'0'));
    let digits = whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit).fold(0, fold);
    let scale = u32::try_from(decimals.len()).ok()?;
    let step = if scale > 0 { Number::decimal(1, scale)? } else { trailing_step(digits)? };
    Some(Digits { value: Number::decimal(digits, scale)?, step, next, plain: decimals.is_empty() })
}

/// The step of a whole number: ten to the power of its trailing zeros.
fn trailing_step(mut digits: i128) -> Option<Number> {
    let mut zeros = 0;
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        zeros += 1;
    }
    Number::power_of_ten(zeros)
}

/// One token with its separators: `94,000`, `1,00,000`, `6.9`, `5,00`, `1.234,5`.
fn one_token(reader: &Reader<'_>, at: usize, word: &str) -> Option<Digits> {
    let separators = |mark: u8| word.bytes().filter(|&b| b == mark).count();
    let next = at + 1;
    match (separators(b','), separators(b'.')) {
        (0, 0) => number(word, "", next),
        (0, 1) if is_grouped(word, '.') && (counts_whole(reader, next) || groups_by_point(reader, at)) => {
            grouped(word, "", next)
        }
        (0, 1) => word.split_once('.').and_then(|(whole, decimals)| number(whole, decimals, next)),
        (0, _) => is_grouped(word, '.').then(|| grouped(word, "", next))?,
        (1, 0) if !is_grouped(word, ',') => word
            .split_once(',')
            .filter(|(_, d)| d.len() != 3)
            .and_then(|(whole, decimals)| number(whole, decimals, next)),
        (_, 0) => is_grouped(word, ',').then(|| grouped(word, "", next))?,
        (_, 1) if word.rfind('.') > word.rfind(',') => {
            let (whole, decimals) = word.split_once('.')?;
            is_grouped(whole, ',').then(|| grouped(whole, decimals, next))?
        }
        (1, _) => {
            let (whole, decimals) = word.split_once(',')?;
            is_grouped(whole, '.').then(|| grouped(whole, decimals, next))?
        }
        _ => None,
    }
}

fn grouped(whole: &str, decimals: &str, next: usize) -> Option<Digits> {
    number(whole, decimals, next).map(|digits| Digits { plain: false, ..digits })
}

/// Groups of three after a first of one to three, or the Indian way: groups of two and a last one of three.
fn is_grouped(whole: &str, mark: char) -> bool {
    let mut groups = whole.split(mark).map(str::len);
    let first = groups.next().unwrap_or(0);
    let Some(last) = groups.next_back() else { return true };
    let western = (1..=3).contains(&first) && groups.clone().all(|n| n == 3);
    let indian = (1..=2).contains(&first) && groups.clone().next().is_some() && groups.all(|n| n == 2);
    last == 3 && (western || indian) && !whole.starts_with('0')
}

/// What comes in whole numbers alone: three decimals before it are a group of thousands ("1.200 people").
const WHOLES: &str = "people persons inhabitants residents citizens villagers men women children troops soldiers servicemen fighters \
militants rebels civilians victims casualties deaths fatalities prisoners detainees hostages refugees migrants passengers patients students \
pupils teachers employees workers staff officers policemen firefighters protesters demonstrators spectators fans visitors tourists voters votes \
families households homes houses buildings apartments villages schools vehicles cars tanks aircraft drones missiles rockets shells flights \
jobs members seats infections";
static WHOLE_WORDS: LazyLock<Vocabulary<()>> =
    LazyLock::new(|| Vocabulary::new(WHOLES.split_ascii_whitespace().map(|word| (word, ()))));

/// Whether one of the next words names what comes in whole numbers alone.
fn counts_whole(reader: &Reader<'_>, at: usize) -> bool {
    let words = reader.tokens[at..].iter().take(3).take_while(|token| token.kind == TokenKind::Word);
    words.into_iter().any(|token| WHOLE_WORDS.get(token).is_some())
}

/// Tokens to each side that are looked at for the article's habit.
const NEIGHBOURHOOD: usize = 300;

/// Whether the article writes 94.000 for ninety-four thousand: it uses a comma for decimals or two points in a number.
fn groups_by_point(reader: &Reader<'_>, at: usize) -> bool {
    let end = (at + NEIGHBOURHOOD).min(reader.tokens.len());
    (at.saturating_sub(NEIGHBOURHOOD)..end).filter(|&i| reader.kind(i) == Some(TokenKind::Digits)).any(|i| {
        let word = reader.word(i);
        let (points, commas) = (word.matches('.').count(), word.matches(',').count());
        points > 1 && is_grouped(word.split(',').next().unwrap_or(word), '.')
            || commas == 1 && points == 1 && word.find('.') < word.find(',')
            || commas == 1 && points == 0 && !is_grouped(word, ',') && word.split(',').all(|part| part.len() < 4)
    })
}

/// "94 000", "1 234 567": groups of exactly three digits after one character of space; also "80, 000".
fn spaced_groups(reader: &Reader<'_>, at: usize, first: &str) -> Option<Digits> {
    let only_digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    if first.len() > 3 || first.starts_with('0') || !only_digits(first) {
        return None;
    }
    let mut found = Some(group_after(reader, at + 1)?);
    let mut whole = first.to_owned();
    let mut next = at + 1;
    while let Some((group, after)) = found.filter(|_| whole.len() < LONGEST) {
        let (group, decimals) = group.split_once('.').unwrap_or((group, ""));
        whole.push_str(group);
        next = after;
        if !decimals.is_empty() {
            return grouped(&whole, decimals, next);
        }
        found = group_after(reader, next);
    }
    (next > at + 1).then(|| grouped(&whole, "", next))?
}

/// The group of three digits that continues a number before the token at `at`, and the token after it.
fn group_after<'a>(reader: &Reader<'a>, at: usize) -> Option<(&'a str, usize)> {
    let gap = |i: usize| reader.tokens[i].span.start() - reader.tokens[i - 1].span.end();
    let is_comma = reader.word(at) == ",";
    let group = if is_comma { at + 1 } else { at };
    if reader.kind(group)? != TokenKind::Digits {
        return None;
    }
    let word = reader.word(group);
    let whole = word.split('.').next().unwrap_or(word);
    let three = whole.len() == 3 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let joined = three && (1..=3).contains(&gap(group)) && one_space(reader, group);
    // The habit is asked for last: it looks far around.
    let held = || !is_comma || (gap(at) == 0 && (word == "000" || splits_at_commas(reader, at)));
    (joined && !is_glued_word(reader, group + 1) && held()).then_some((word, group + 1))
}

/// Whether the article was split at its commas, "10, 000": a group of three zeros after one, and no number with a comma inside.
fn splits_at_commas(reader: &Reader<'_>, at: usize) -> bool {
    let end = (at + NEIGHBOURHOOD).min(reader.tokens.len());
    let near = at.saturating_sub(NEIGHBOURHOOD).max(1)..end;
    let split = |i: usize| reader.word(i) == "000" && reader.word(i - 1) == ",";
    near.clone().any(split) && !near.into_iter().any(|i| reader.word(i).len() > 1 && reader.word(i).contains(','))
}

/// Whether exactly one character stands before the token.
fn one_space(reader: &Reader<'_>, at: usize) -> bool {
    let gap = &reader.text[reader.tokens[at - 1].span.end()..reader.tokens[at].span.start()];
    gap.chars().count() == 1
}

/// A digit group is no group where letters follow at once: "16 100th", "2 500m".
fn is_glued_word(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| !token.spaced && matches!(token.kind, TokenKind::Word | TokenKind::Digits))
}

/// "15 . 06": decimals in text that was split into tokens, where a point has space on both sides.
fn spaced_decimals(reader: &Reader<'_>, digits: Digits) -> Option<Digits> {
    let (point, decimals) = (reader.token(digits.next)?, reader.token(digits.next + 1)?);
    let split =
        reader.word(digits.next) == "." && point.spaced && decimals.spaced && decimals.kind == TokenKind::Digits;
    let word = reader.word(digits.next + 1);
    if !split || !digits.value.is_whole() || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    number(&digits.value.trunc().to_string(), word, digits.next + 2).map(|read| Digits { plain: false, ..read })
}

/// Exponents: `4e14`, `1.3x10^6`, `2.48×10−5`, `2.5^-1`.
fn power(reader: &Reader<'_>, base: Digits) -> Option<Digits> {
    let glued = |i: usize| reader.token(i).is_some_and(|token| !token.spaced);
    if !glued(base.next) {
        return spaced_power(reader, base);
    }
    let mark = reader.word(base.next);
    let (exponent, next, scale) = match mark {
        "e" | "E" => exponent(reader, base.next + 1).map(|(n, next)| (n, next, true))?,
        "^" => exponent(reader, base.next + 1).map(|(n, next)| (n, next, false))?,
        "x" | "×" | "X" if glued(base.next + 1) && reader.word(base.next + 1) == "10" => {
            let caret = usize::from(reader.word(base.next + 2) == "^");
            exponent(reader, base.next + 2 + caret).map(|(n, next)| (n, next, true))?
        }
        "x" | "×" | "X" if glued(base.next + 1) => return times_power(reader, base),
        _ => return None,
    };
    let factor = if scale { Number::power_of_ten(exponent)? } else { raise(base.value, exponent)?.div(base.value)? };
    Some(Digits { value: base.value.mul(factor)?, step: base.step.mul(factor)?, next, plain: false })
}

/// "3.4 x 10^5": a power of ten with space around the sign.
fn spaced_power(reader: &Reader<'_>, base: Digits) -> Option<Digits> {
    let times = matches!(reader.word(base.next), "x" | "×" | "X") && reader.word(base.next + 1) == "10";
    let (exponent, next) = exponent(reader, base.next + 3).filter(|_| times && reader.word(base.next + 2) == "^")?;
    let factor = Number::power_of_ten(exponent)?;
    Some(Digits { value: base.value.mul(factor)?, step: base.step.mul(factor)?, next, plain: false })
}

/// "8x2^10": times a power of another number than ten.
fn times_power(reader: &Reader<'_>, base: Digits) -> Option<Digits> {
    let of: Number = reader.word(base.next + 1).parse().ok()?;
    let (exponent, next) = exponent(reader, base.next + 3).filter(|_| reader.word(base.next + 2) == "^")?;
    let factor = raise(of, exponent)?;
    Some(Digits { value: base.value.mul(factor)?, step: base.step.mul(factor)?, next, plain: false })
}

/// A signed whole number glued to what stands before it.
fn exponent(reader: &Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let mut next = at;
    let mut sign = 1;
    while matches!(reader.word(next), "-" | "−" | "+") && !reader.token(next)?.spaced {
        sign = if reader.word(next) == "+" { sign } else { -sign };
        next += 1;
    }
    let glued = reader.token(next).filter(|token| !token.spaced && token.kind == TokenKind::Digits)?;
    let power: i32 = glued.span.text(reader.text).parse().ok()?;
    (power <= 60).then_some((sign * power, next + 1))
}

fn raise(base: Number, exponent: i32) -> Option<Number> {
    let power = (0..exponent.unsigned_abs()).try_fold(Number::ONE, |product, _| product.mul(base))?;
    if exponent < 0 { Number::ONE.div(power) } else { Some(power) }
}
