//! Cardinal numbers in words, and words mixed with digits: "two hundred and two thousand", "4 thousand 3 hundred and 21".

use super::digits;
use super::lexeme::{Lexeme, lexeme};
use super::noun;
use crate::mention::{Reader, TokenKind, Words, words};
use crate::value::Number;

/// A cardinal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cardinal {
    pub(super) value: Number,
    /// The step of its last word or digit.
    pub(super) step: Number,
    /// The value before the last scale words: 6.9 of "6.9 billion".
    pub(super) mantissa: Number,
    /// What the last word multiplied by: 1,000,000,000 of "6.9 billion", 1 where none did.
    pub(super) scale: Number,
    pub(super) next: usize,
    /// Whether it is a plain run of digits.
    pub(super) plain: bool,
    /// Whether it begins with digits.
    pub(super) digits: bool,
}

/// Reads the longest cardinal that begins at `at`; `money` lets letters stand for scales ("$5m").
pub(super) fn read(reader: &Reader<'_>, at: usize, money: bool) -> Option<Cardinal> {
    below(reader, at, None, money)
}

/// The longest cardinal below a limit.
fn below(reader: &Reader<'_>, at: usize, limit: Option<Number>, money: bool) -> Option<Cardinal> {
    let mut number = scaled(reader, hundreds(reader, at)?, limit, money)?;
    if limit.is_some_and(|limit| number.value >= limit) {
        return None;
    }
    while number.scale > Number::whole(100) {
        let Some(rest) = rest(reader, &number, money) else { break };
        let last = rest.scale > Number::whole(100) && rest.scale < number.scale;
        number = Cardinal {
            value: number.value.add(rest.value)?,
            step: rest.step,
            scale: if last { rest.scale } else { Number::ONE },
            mantissa: number.value.add(rest.value)?,
            next: rest.next,
            plain: false,
            ..number
        };
    }
    Some(number)
}

/// What stands after a scale word and is less than it: "three hundred" of "two thousand three hundred".
fn rest(reader: &Reader<'_>, number: &Cardinal, money: bool) -> Option<Cardinal> {
    let joined = matches!(reader.word(number.next), "and" | "&");
    let comma = reader.word(number.next) == "," && !number.digits;
    let and_after = usize::from(comma && matches!(reader.word(number.next + 1), "and" | "&"));
    let start = number.next + usize::from(joined || comma) + and_after;
    let rest = below(reader, start, Some(number.scale), money)?;
    // "5 million and 12 others", "two thousand, five of them": digits, and small numbers after a comma, stand apart.
    // "$108 million two years ago": words do not go on with digits.
    let mixed = number.digits && !rest.digits && rest.value < Number::whole(100);
    let allowed = if mixed {
        false
    } else if rest.digits {
        !joined && !comma && rest.next > start + 1
    } else {
        !comma || rest.value >= Number::whole(100)
    };
    (allowed && !begins_fraction(reader, &rest)).then_some(rest)
}

/// "three fifths" of "one million and three fifths" is a fraction, not a rest.
fn begins_fraction(reader: &Reader<'_>, rest: &Cardinal) -> bool {
    match lexeme(reader, rest.next) {
        Some(Lexeme::Half) => rest.value < Number::whole(20),
        Some(Lexeme::Part(of, _)) => rest.value < Number::whole(of.max(20)),
        _ => false,
    }
}

/// Multiplies by the scale words that follow: "thousand", "lakh crore", "bn", "dozen".
fn scaled(reader: &Reader<'_>, mut number: Cardinal, limit: Option<Number>, money: bool) -> Option<Cardinal> {
    while let Some((scale, next)) = scale_at(reader, number.next, money) {
        let value = times(&number, scale)?;
        if limit.is_some_and(|limit| scale >= limit) || scale == Number::whole(12) && number.scale > Number::whole(100)
        {
            break;
        }
        number.mantissa = if number.scale > Number::whole(100) { number.mantissa } else { number.value };
        number = Cardinal {
            value,
            step: number.step.mul(scale)?,
            scale: value.div(number.mantissa).unwrap_or(scale),
            next,
            plain: false,
            ..number
        };
    }
    Some(number)
}

/// A number times a scale word; of "three hundred and two dozen" the dozens are two.
fn times(number: &Cardinal, scale: Number) -> Option<Number> {
    let hundred = Number::whole(100);
    let ones = i64::try_from(number.value.trunc() % 100).map_or(Number::ZERO, Number::whole);
    if number.digits || scale != Number::whole(12) || number.value < hundred || ones == Number::ZERO {
        return number.value.mul(scale);
    }
    number.value.sub(ones)?.add(ones.mul(scale)?)
}

/// The scale word at `at`: a word, an abbreviation, or a letter where letters stand for scales.
pub(super) fn scale_at(reader: &Reader<'_>, at: usize, money: bool) -> Option<(Number, usize)> {
    let token = reader.token(at)?;
    let hyphen = usize::from(reader.word(at) == "-" && reader.kind(at + 1) == Some(TokenKind::Word));
    let scale = match lexeme(reader, at + hyphen) {
        Some(Lexeme::Scale(1000)) if reader.is(at, "k") && token.spaced && followed_by_letter(reader, at + 1) => {
            return None;
        }
        // "a 10-K filing"
        Some(Lexeme::Scale(_)) if hyphen == 1 && reader.word(at + 1).len() == 1 => return None,
        Some(Lexeme::Scale(n)) => Number::whole(n),
        Some(Lexeme::Dozen) => Number::whole(12),
        Some(Lexeme::Vague(word)) => word.base()?,
        _ if hyphen == 0 => letter_scale(reader, at, money)?,
        _ => return None,
    };
    Some((scale, at + hyphen + 1))
}

/// "k" stands alone for thousand, not in "k d lang".
fn followed_by_letter(reader: &Reader<'_>, at: usize) -> bool {
    reader.kind(at) == Some(TokenKind::Word) && reader.word(at).len() == 1
}

/// "10M", "$5m", "1.2b", "£3 B", "$2.174T", "US$ 1MM".
fn letter_scale(reader: &Reader<'_>, at: usize, money: bool) -> Option<Number> {
    let glued = !reader.token(at)?.spaced;
    // "31 M1 tanks": the letter begins a model.
    if reader.token(at + 1).is_some_and(|next| !next.spaced && next.kind == TokenKind::Digits) {
        return None;
    }
    let power = match reader.word(at) {
        "M" if glued || money || reader.kind(at + 1) != Some(TokenKind::Word) => 6,
        "m" if money || glued && counts_many(reader, at + 1) => 6,
        "MM" | "mm" if money => 6,
        "B" | "b" if glued || money => 9,
        "T" | "t" if money => 12,
        "G" if is_giga(reader, at, glued) => 9,
        _ => return None,
    };
    Number::power_of_ten(power)
}

/// "10G", "1,674.5 G": giga at the end of a clause; one digit before it is a generation of networks.
fn is_giga(reader: &Reader<'_>, at: usize, glued: bool) -> bool {
    let figure = reader.word(at.wrapping_sub(1));
    let ends = !matches!(reader.kind(at + 1), Some(TokenKind::Word | TokenKind::Digits)) && reader.word(at + 1) != "-";
    ends && figure.len() > 1
        && figure.starts_with(|c: char| c.is_ascii_digit())
        && (glued || figure.contains(['.', ',']))
}

/// What news counts in millions.
const MANY: &Words = words![
    "people",
    "users",
    "barrels",
    "tonnes",
    "tons",
    "doses",
    "homes",
    "households",
    "jobs",
    "workers",
    "customers",
    "visitors",
    "refugees",
    "children",
    "adults",
    "voters",
    "votes",
    "copies",
    "vehicles",
    "cars",
    "shares",
    "passengers",
    "members",
    "viewers",
    "followers",
    "subscribers",
    "residents",
    "migrants",
    "students",
    "patients",
    "women",
    "men",
    "families",
    "litres",
    "acres",
    "hectares",
    "dollars",
    "euros",
    "pounds",
    "units",
    "years",
    "times",
    "downloads",
    "views",
    "accounts",
    "deaths",
    "cases",
    "square",
    "sq",
    "cubic",
    "hours",
    "tickets",
    "listeners",
    "readers",
    "players",
    "employees",
    "pupils",
    "tourists",
    "animals",
    "birds",
    "pigs",
    "meals",
    "devices",
    "phones",
    "smartphones",
    "computers",
    "consoles",
    "pages",
    "messages",
    "properties",
    "houses",
    "flats",
    "tests",
    "vaccinations",
    "infections",
    "bottles",
    "books",
    "trees",
    "items",
    "parcels",
    "flights",
    "trips",
    "bpd",
    "bushels",
    "rooms",
    "borrowers",
    "businesses",
    "claims",
    "claimants",
    "consumers",
    "drivers",
    "fans",
    "motorists",
    "pensioners",
    "savers",
    "shareholders",
    "taxpayers",
    "travellers",
];

/// What is counted in millions when a letter stands for them: "5m people", "1.2m tonnes", "1.3m new cars".
fn counts_many(reader: &Reader<'_>, at: usize) -> bool {
    let described = || {
        reader.is_any(at + 1, MANY)
            && (noun::single(reader, at).is_some() || reader.is_any(at, words!["more", "new", "other", "extra"]))
    };
    reader.is_any(at, MANY) || described()
}

/// A number below a thousand in words, or a figure in digits; with "hundred" and what follows it.
fn hundreds(reader: &Reader<'_>, at: usize) -> Option<Cardinal> {
    let first = tens(reader, at)?;
    let hyphen = usize::from(reader.word(first.next) == "-");
    let is_hundred =
        |at| matches!(lexeme(reader, at), Some(Lexeme::Hundred | Lexeme::Vague(crate::value::VagueWord::Hundreds)));
    if !is_hundred(first.next + hyphen) || first.value >= Number::whole(1000) {
        return Some(first);
    }
    let next = first.next + hyphen + 1;
    let hundred = Number::whole(100);
    let value = first.value.mul(hundred)?;
    let number = Cardinal {
        value,
        step: first.step.mul(hundred)?,
        mantissa: first.value,
        scale: hundred,
        next,
        plain: false,
        ..first
    };
    Some(after_hundred(reader, &number).unwrap_or(number))
}

/// "and six", "sixty-one" after "hundred".
fn after_hundred(reader: &Reader<'_>, number: &Cardinal) -> Option<Cardinal> {
    let joined = usize::from(matches!(reader.word(number.next), "and" | "&"));
    let rest = tens(reader, number.next + joined)
        .filter(|rest| rest.value < Number::whole(100) && rest.value.is_whole() && rest.value > Number::ZERO)?;
    let apart = rest.digits && joined == 0
        || matches!(lexeme(reader, rest.next), Some(Lexeme::Hundred))
        || joined == 1 && begins_fraction(reader, &rest);
    let value = number.value.add(rest.value)?;
    (!apart).then_some(Cardinal {
        value,
        step: rest.step,
        mantissa: value,
        scale: Number::ONE,
        next: rest.next,
        ..*number
    })
}

/// A number below a hundred in words, or any figure in digits.
fn tens(reader: &Reader<'_>, at: usize) -> Option<Cardinal> {
    match lexeme(reader, at) {
        Some(Lexeme::Small(n)) => Some(simple(n, if n == 10 { 10 } else { 1 }, at + 1)),
        Some(Lexeme::Tens(n)) => {
            let hyphen = usize::from(reader.word(at + 1) == "-");
            match lexeme(reader, at + 1 + hyphen) {
                Some(Lexeme::Small(ones @ 1..=9)) => Some(simple(n + ones, 1, at + 2 + hyphen)),
                _ => Some(tens_and_ones(reader, at, n).unwrap_or_else(|| simple(n, 10, at + 1))),
            }
        }
        Some(Lexeme::Article) => {
            let next = lexeme(reader, at + 1);
            (matches!(next, Some(Lexeme::Hundred | Lexeme::Scale(_) | Lexeme::Dozen)) && reader.word(at + 1).len() > 2)
                .then(|| simple(1, 1, at + 1))
        }
        _ => digits::read(reader, at).map(|read| Cardinal {
            value: read.value,
            step: read.step,
            mantissa: read.value,
            scale: Number::ONE,
            next: read.next,
            plain: read.plain,
            digits: true,
        }),
    }
}

/// "twenty and four": the old way to say twenty-four, unless a range or a larger number stands there.
fn tens_and_ones(reader: &Reader<'_>, at: usize, tens: i64) -> Option<Cardinal> {
    let Some(Lexeme::Small(ones @ 1..=9)) = lexeme(reader, at + 2).filter(|_| reader.is(at + 1, "and")) else {
        return None;
    };
    let larger = lexeme(reader, at + 3).is_some() || reader.word(at + 3) == "-";
    let ranged = at > 0 && (reader.is(at - 1, "between") || reader.word(at - 1) == ",");
    (!larger && !ranged).then(|| simple(tens + ones, 1, at + 3))
}

fn simple(n: i64, step: i64, next: usize) -> Cardinal {
    let value = Number::whole(n);
    Cardinal {
        value,
        step: Number::whole(step),
        mantissa: value,
        scale: Number::ONE,
        next,
        plain: false,
        digits: false,
    }
}
