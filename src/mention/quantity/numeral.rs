//! A numeral: sign, digits or words, fractions, scale words, vague words.

use super::cardinal::{self, Cardinal, scale_at};
use super::lexeme::{Lexeme, lexeme};
use super::unit;
use crate::mention::{Reader, TokenKind, Words, words};
use crate::value::{Number, VaguePreset, VagueWord};

/// How a numeral was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A plain run of digits: the only form that may be a year.
    Plain,
    /// Any other figure in digits.
    Digits,
    /// Words.
    Words,
    /// "a third", "¾", "half"
    Fraction,
    /// "one in five"
    Proportion,
    /// "a couple of"
    Couple,
    /// "dozens": what it may stand for at least and at most.
    Vague(Number, Number),
}

/// A numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral {
    pub(super) value: Number,
    pub(super) step: Number,
    /// The value before scale words.
    pub(super) mantissa: Number,
    /// What scale words multiply by.
    pub(super) scale: Number,
    pub(super) form: Form,
    pub(super) next: usize,
}

/// Reads the numeral that begins at `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize, money: bool, vague: VaguePreset) -> Option<Numeral> {
    if let Some(after) = sign(reader, at) {
        return unsigned(reader, after, money, vague).and_then(negate);
    }
    unsigned(reader, at, money, vague)
}

/// The token after a minus: a word, or a sign glued to the figure with space before it.
fn sign(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let next = reader.token(at + 1)?;
    let is_sign = match reader.word(at) {
        "-" | "−" | "–" => {
            let figure = next.kind == TokenKind::Digits || reader.word(at + 1) == ".";
            figure && opens(reader, at) && (!next.spaced || at == 0)
        }
        // "plus or minus 3 points" leaves the sign open.
        _ => {
            lexeme(reader, at) == Some(Lexeme::Minus)
                && !(at > 1 && reader.is(at - 1, "or") && reader.is(at - 2, "plus"))
        }
    };
    is_sign.then_some(at + 1)
}

/// Whether nothing joins a sign to what stands before it.
fn opens(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens[at].spaced || at > 0 && matches!(reader.word(at - 1), "<" | ">" | "=" | "(")
}

fn negate(numeral: Numeral) -> Option<Numeral> {
    let minus = |n: Number| Number::ZERO.sub(n);
    Some(Numeral { value: minus(numeral.value)?, mantissa: minus(numeral.mantissa)?, ..numeral })
}

fn unsigned(reader: &Reader<'_>, at: usize, money: bool, vague: VaguePreset) -> Option<Numeral> {
    let plain = || match lexeme(reader, at) {
        Some(Lexeme::Vague(word)) => vague_word(reader, at, word, vague),
        Some(Lexeme::Couple) => couple(reader, at),
        Some(Lexeme::Article) => after_article(reader, at, vague),
        _ => None,
    };
    let number = cardinal::read(reader, at, false);
    let whole = || whole(reader, if money { cardinal::read(reader, at, true) } else { number }, money);
    let read = fraction(reader, at, number.as_ref(), money).or_else(plain).or_else(whole)?;
    Some(proportion(reader, &read).unwrap_or(read))
}

/// "one in five", "1 out of 3", "four in 10", "2 in 5 or more": a part of a round or small number, and no time ("5 in 10 days").
fn proportion(reader: &Reader<'_>, part: &Numeral) -> Option<Numeral> {
    let out_of = reader.is(part.next, "out") && reader.is(part.next + 1, "of");
    let joint = if out_of {
        2
    } else {
        usize::from(reader.is(part.next, "in") || reader.is(part.next, "-") && reader.is(part.next + 1, "in"))
    };
    if joint == 0 {
        return None;
    }
    let hyphens = usize::from(reader.word(part.next) == "-") * 2;
    let start = part.next + joint + hyphens;
    let whole = cardinal::read(reader, start, false)?;
    let one = part.value == Number::ONE;
    let small =
        part.value < whole.value && part.value.is_whole() && whole.value.is_whole() && part.value > Number::ZERO;
    let of_many =
        whole.value <= Number::whole(10) && (reader.is(whole.next, "of") || reader.is_any(whole.next, AT_LARGE));
    let usual = of_many && !out_of
        || lexeme(reader, start) == Some(Lexeme::Article)
        || one && (out_of || whole.value < Number::whole(1500))
        || part.value < Number::whole(10)
            && (whole.value == Number::whole(10)
                || !out_of && whole.value == Number::whole(5)
                || out_of && is_round_whole(reader, &whole));
    let timed =
        unit::after(reader, whole.next).is_some() || reader.word(whole.next) == ":" || reader.is(whole.next, "-");
    (small && usual && !timed).then_some(())?;
    let value = part.value.div(whole.value)?;
    let step = Number::ONE.div(whole.value)?;
    Some(Numeral { value, step, mantissa: value, scale: Number::ONE, form: Form::Proportion, next: whole.next })
}

/// Those of whom a survey tells a share.
const AT_LARGE: &Words = words![
    "people",
    "adults",
    "voters",
    "respondents",
    "women",
    "men",
    "children",
    "americans",
    "britons",
    "europeans",
    "households",
    "patients",
    "consumers",
    "parents",
    "teenagers",
    "companies",
    "businesses",
    "employees",
    "students",
];

/// "three out of four voters", "two out of five hundred": a share of people at large, or of hundreds; but "three out of
/// four hostages" are three.
fn is_round_whole(reader: &Reader<'_>, whole: &Cardinal) -> bool {
    let hundreds =
        whole.value >= Number::whole(100) && whole.value.div(Number::whole(100)).is_some_and(Number::is_whole);
    let few = whole.value <= Number::whole(5);
    hundreds || few && (reader.is_any(whole.next, AT_LARGE) || reader.is(whole.next, "times"))
}

/// "a few", "a couple", "a half".
fn after_article(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Numeral> {
    match lexeme(reader, at + 1)? {
        Lexeme::Vague(VagueWord::Few) => vague_word(reader, at + 1, VagueWord::Few, vague),
        Lexeme::Couple => couple(reader, at + 1),
        _ => None,
    }
}

/// "couple of", "couple hundred", "couple of dozen".
fn couple(reader: &Reader<'_>, at: usize) -> Option<Numeral> {
    let of = usize::from(reader.is(at + 1, "of"));
    let (scale, next) = multiplier(reader, at + 1 + of).unwrap_or((Number::ONE, at + 1 + of));
    let two = Number::whole(2);
    (of == 1 || scale != Number::ONE).then_some(())?;
    Some(Numeral { value: two.mul(scale)?, step: scale, mantissa: two, scale, form: Form::Couple, next })
}

/// "hundred", "dozen", "thousand", "million" as a multiplier of a vague word.
fn multiplier(reader: &Reader<'_>, at: usize) -> Option<(Number, usize)> {
    match lexeme(reader, at)? {
        Lexeme::Hundred => match scale_at(reader, at + 1, false) {
            Some((scale, next)) => Some((scale.mul(Number::whole(100))?, next)),
            None => Some((Number::whole(100), at + 1)),
        },
        Lexeme::Scale(_) | Lexeme::Dozen => scale_at(reader, at, false),
        _ => None,
    }
}

/// "several", "several hundred", "dozens", "tens of thousands", "hundreds of millions".
fn vague_word(reader: &Reader<'_>, at: usize, word: VagueWord, preset: VaguePreset) -> Option<Numeral> {
    let (low, high) = preset.range(word)?;
    let (scale, next) = match word.base() {
        None => multiplier(reader, at + 1).unwrap_or((Number::ONE, at + 1)),
        Some(_) if reader.is(at + 1, "of") => match lexeme(reader, at + 2) {
            Some(Lexeme::Vague(scale)) if scale.base() > word.base() => (scale.base()?, at + 3),
            _ => (Number::ONE, at + 1),
        },
        Some(_) => (Number::ONE, at + 1),
    };
    let base = word.base().unwrap_or(low).mul(scale)?;
    let top = high.add(Number::ONE)?.mul(scale)?.sub(Number::ONE)?;
    let high = if low == high { high.mul(scale)? } else { top };
    Some(Numeral {
        value: base,
        step: scale,
        mantissa: base,
        scale: Number::ONE,
        form: Form::Vague(low.mul(scale)?, high),
        next,
    })
}

/// A whole or decimal number, with what stands after it: "and a half", "1/2", "point five".
fn whole(reader: &Reader<'_>, number: Option<Cardinal>, money: bool) -> Option<Numeral> {
    let number = number?;
    if let Some(mixed) = mixed(reader, &number, money) {
        return Some(mixed);
    }
    if money && let Some(eighths) = parts_of_cent(reader, &number) {
        return Some(eighths);
    }
    let number = spoken_decimals(reader, &number).unwrap_or(number);
    Some(numeral(&number, if number.plain { Form::Plain } else { form(&number) }))
}

/// "$3.71 1/2", "$3.71-1/2": the prices of grain go on with parts of a cent.
fn parts_of_cent(reader: &Reader<'_>, number: &Cardinal) -> Option<Numeral> {
    let cent = number.digits && number.scale == Number::ONE && number.step.parts() == (1, 100);
    let hyphen = usize::from(reader.word(number.next) == "-");
    let part = if cent { figure_fraction(reader, number.next + hyphen)? } else { return None };
    let value = number.value.add(part.value.mul(number.step)?)?;
    let step = part.step.mul(number.step)?;
    Some(Numeral { value, step, mantissa: value, scale: Number::ONE, form: Form::Digits, next: part.next })
}

fn form(number: &Cardinal) -> Form {
    if number.digits { Form::Digits } else { Form::Words }
}

fn numeral(number: &Cardinal, form: Form) -> Numeral {
    let Cardinal { value, step, mantissa, scale, next, .. } = *number;
    Numeral { value, step, mantissa, scale, form, next }
}

/// A whole number with a fraction: "two and a half", "2 1/2", "2½", "one million and a half", "two-and-a-half".
fn mixed(reader: &Reader<'_>, number: &Cardinal, money: bool) -> Option<Numeral> {
    let hyphen = |i: usize| usize::from(reader.word(i) == "-" && reader.token(i).is_some_and(|token| !token.spaced));
    let first = hyphen(number.next);
    let joined = reader.is(number.next + first, "and");
    let start = number.next + first + usize::from(joined);
    let part = if joined { part_in_words(reader, start + hyphen(start)) } else { None };
    let part = part.or_else(|| (number.plain && !joined).then(|| figure_fraction(reader, start))?)?;
    let scaled_later = scale_at(reader, part.next, money);
    if number.scale > Number::whole(100) {
        let (scale, next) = scaled_later.unwrap_or((number.scale, part.next));
        let value = number.value.add(part.value.mul(scale)?)?;
        return Some(Numeral {
            value,
            step: part.step.mul(scale)?,
            mantissa: value.div(number.scale)?,
            scale: number.scale,
            form: form(number),
            next,
        });
    }
    let (scale, next) = scaled_later.unwrap_or((Number::ONE, part.next));
    let mantissa = number.value.add(part.value)?;
    Some(Numeral {
        value: mantissa.mul(scale)?,
        step: part.step.mul(scale)?,
        mantissa,
        scale,
        form: form(number),
        next,
    })
}

/// "point zero three", "point seventy-one" after a number in words.
fn spoken_decimals(reader: &Reader<'_>, number: &Cardinal) -> Option<Cardinal> {
    if !reader.is(number.next, "point") || number.digits {
        return None;
    }
    let (mut digits, mut places, mut next) = (0_i128, 0_u32, number.next + 1);
    while let Some((n, width, after)) = decimal_word(reader, next).filter(|_| places < 12) {
        digits = digits * 10_i128.pow(width) + n;
        places += width;
        next = after;
    }
    let step = Number::decimal(1, places)?;
    let value = number.value.add(Number::decimal(digits, places)?)?;
    let read = Cardinal { value, step, mantissa: value, next, ..*number };
    let (scale, after) = scale_at(reader, next, false).unwrap_or((Number::ONE, next));
    (places > 0).then_some(Cardinal { value: value.mul(scale)?, step: step.mul(scale)?, scale, next: after, ..read })
}

/// A digit, or a number of two digits, in words.
fn decimal_word(reader: &Reader<'_>, at: usize) -> Option<(i128, u32, usize)> {
    match lexeme(reader, at)? {
        Lexeme::Small(n) => Some((i128::from(n), if n > 9 { 2 } else { 1 }, at + 1)),
        Lexeme::Tens(n) => {
            let hyphen = usize::from(reader.word(at + 1) == "-");
            match lexeme(reader, at + 1 + hyphen) {
                Some(Lexeme::Small(ones @ 1..=9)) => Some((i128::from(n + ones), 2, at + 2 + hyphen)),
                _ => Some((i128::from(n), 2, at + 1)),
            }
        }
        _ => None,
    }
}

/// A fraction, and the scale it is a part of: "half a million", "two thirds of a million", "a quarter", "1/4".
fn fraction(reader: &Reader<'_>, at: usize, number: Option<&Cardinal>, money: bool) -> Option<Numeral> {
    let part = words_fraction(reader, at, number).or_else(|| figure_fraction(reader, at))?;
    let of = usize::from(reader.is(part.next, "of"));
    let article = usize::from(lexeme(reader, part.next + of) == Some(Lexeme::Article));
    let at_scale = part.next + of + article;
    let scale = if of == article || of == 0 { scale_after(reader, at_scale, money) } else { None };
    let (scale, next) = scale.unwrap_or((Number::ONE, part.next));
    let form = if scale == Number::ONE { Form::Fraction } else { Form::Words };
    Some(Numeral {
        value: part.value.mul(scale)?,
        step: part.step.mul(scale)?,
        mantissa: part.value,
        scale,
        form,
        next,
    })
}

fn scale_after(reader: &Reader<'_>, at: usize, money: bool) -> Option<(Number, usize)> {
    multiplier(reader, at).or_else(|| scale_at(reader, at, money))
}

/// A plain fraction with its smallest part.
#[derive(Clone, Copy)]
struct Part {
    value: Number,
    step: Number,
    next: usize,
}

fn part(numerator: Number, denominator: Number, next: usize) -> Option<Part> {
    Some(Part { value: numerator.div(denominator)?, step: Number::ONE.div(denominator)?, next })
}

fn part_in_words(reader: &Reader<'_>, at: usize) -> Option<Part> {
    words_fraction(reader, at, cardinal::read(reader, at, false).as_ref())
}

/// "half", "a half", "a third", "three quarters", "two-thirds", "one twenty-fifth", "one over three"; `number` is the
/// cardinal that stands at the token.
fn words_fraction(reader: &Reader<'_>, at: usize, number: Option<&Cardinal>) -> Option<Part> {
    let two = Number::whole(2);
    match lexeme(reader, at).unwrap_or(Lexeme::Couple) {
        Lexeme::Half => return part(Number::ONE, two, at + 1),
        Lexeme::Part(4, false) if scale_at(reader, at + 1, false).is_some() => {
            return part(Number::ONE, Number::whole(4), at + 1);
        }
        Lexeme::Article if reader.word(at + 1) == "-" && reader.is(at + 2, "half") => {
            return part(Number::ONE, two, at + 3);
        }
        Lexeme::Article => {
            return match lexeme(reader, at + 1)? {
                Lexeme::Half => part(Number::ONE, two, at + 2),
                _ => denominator(reader, at + 1, false)
                    .and_then(|(of, next)| part(Number::ONE, of, next))
                    .or_else(|| counted_parts(reader, at, number)),
            };
        }
        _ => {}
    }
    counted_parts(reader, at, number)
}

/// "two thirds", "five hundredths", "1 over 3": a cardinal and what it is divided by.
fn counted_parts(reader: &Reader<'_>, at: usize, number: Option<&Cardinal>) -> Option<Part> {
    let number = number?;
    let hyphen = usize::from(reader.word(number.next) == "-");
    let one = number.value == Number::ONE;
    if one && lexeme(reader, number.next + hyphen) == Some(Lexeme::Half) {
        return part(Number::ONE, Number::whole(2), number.next + hyphen + 1);
    }
    let read = denominator(reader, number.next + hyphen, !one).or_else(|| over(reader, number))?;
    if number.digits && !reader.is(number.next, "over") && number.value >= read.0 {
        return None;
    }
    longer_denominator(reader, at, number).or_else(|| part(number.value, read.0, read.1))
}

/// "one hundred thirty-fifths" are hundred parts of thirty-five: the denominator takes all the words that it can.
fn longer_denominator(reader: &Reader<'_>, at: usize, number: &Cardinal) -> Option<Part> {
    (at + 1..number.next).filter(|_| !number.digits).find_map(|split| {
        let before = Reader { tokens: &reader.tokens[..split], ..*reader };
        let numerator = cardinal::read(&before, at, false).filter(|read| read.next == split)?;
        let (of, next) = compound_denominator(reader, split, true)?;
        part(numerator.value, of, next)
    })
}

/// A denominator of several words: "thirty-fifths", "one hundred and fifth".
fn compound_denominator(reader: &Reader<'_>, at: usize, plural: bool) -> Option<(Number, usize)> {
    if matches!(lexeme(reader, at), Some(Lexeme::Tens(_))) {
        return denominator(reader, at, plural);
    }
    let hundred = Number::whole(100);
    let round = cardinal::read(reader, at, false).filter(|read| {
        !read.digits && read.value >= hundred && read.value.div(hundred).is_some_and(Number::is_whole)
    })?;
    let start = round.next + usize::from(reader.is(round.next, "and"));
    let (rest, next) = denominator(reader, start, plural).filter(|(rest, _)| *rest < hundred)?;
    Some((round.value.add(rest)?, next))
}

/// "third", "twenty-fifths"; of more than one part the plural is needed, else "five fourth graders" were a fraction.
fn denominator(reader: &Reader<'_>, at: usize, plural: bool) -> Option<(Number, usize)> {
    match lexeme(reader, at)? {
        Lexeme::Part(n, many) if many == plural => Some((Number::whole(n), at + 1)),
        Lexeme::Tens(n) => {
            let hyphen = usize::from(reader.word(at + 1) == "-");
            match lexeme(reader, at + 1 + hyphen) {
                Some(Lexeme::Part(ones @ 3..=9, many)) if many == plural => {
                    Some((Number::whole(n + ones), at + 2 + hyphen))
                }
                _ => first_parts(reader, at + 1 + hyphen, n, plural),
            }
        }
        Lexeme::Small(1) => compound_denominator(reader, at, plural),
        _ => first_parts(reader, at, 0, plural),
    }
}

/// "twenty-firsts", "twenty-first"
fn first_parts(reader: &Reader<'_>, at: usize, tens: i64, plural: bool) -> Option<(Number, usize)> {
    let is_first = reader.is(at, if plural { "firsts" } else { "first" });
    (tens > 0 && is_first).then(|| (Number::whole(tens + 1), at + 1))
}

/// "one over three", "2000 over 3"
fn over(reader: &Reader<'_>, number: &Cardinal) -> Option<(Number, usize)> {
    if !reader.is(number.next, "over") {
        return None;
    }
    let below = cardinal::read(reader, number.next + 1, false)?;
    let ends = reader.kind(below.next) != Some(TokenKind::Word);
    (ends && below.value != Number::ZERO).then_some((below.value, below.next))
}

/// "1/4", "1 / 4", "½"
fn figure_fraction(reader: &Reader<'_>, at: usize) -> Option<Part> {
    if let Some((numerator, denominator)) = vulgar(reader, at) {
        return part(Number::whole(numerator), Number::whole(denominator), at + 1);
    }
    let number =
        |i: usize| -> Option<i64> { reader.word(i).parse().ok().filter(|_| reader.kind(i) == Some(TokenKind::Digits)) };
    if !matches!(reader.word(at + 1), "/" | "⁄") {
        return None;
    }
    let (numerator, denominator) = (number(at)?, number(at + 2)?);
    let longer = matches!(reader.word(at + 3), "/") && reader.kind(at + 4) == Some(TokenKind::Digits);
    let usual = denominator < 10 || matches!(denominator, 10 | 12 | 16 | 20 | 32 | 40 | 50 | 64 | 100 | 1000);
    (!longer && usual && (1..1000).contains(&numerator))
        .then(|| part(Number::whole(numerator), Number::whole(denominator), at + 3))?
}

fn vulgar(reader: &Reader<'_>, at: usize) -> Option<(i64, i64)> {
    if reader.kind(at) != Some(TokenKind::Mark) {
        return None;
    }
    Some(match reader.word(at) {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    })
}
