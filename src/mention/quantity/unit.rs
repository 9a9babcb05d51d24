//! Units after a figure: names, symbols, currencies.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::mention::class::UNIT;
use crate::mention::token::{key, tokenize_unclassed};
use crate::mention::{Keyed, Reader, TokenKind, Words, words};
use crate::value::{Catalogue, Dimension, Spelling, Unit, UnitIndex};

/// One spelling, split into tokens.
#[derive(Debug)]
struct Spelled {
    words: Vec<&'static str>,
    kind: Spelling,
    unit: UnitIndex,
}

/// Spellings by their first token, longest first.
#[derive(Debug)]
struct Spellings(Keyed<Vec<Spelled>>);

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(Spellings::build);

/// A unit that was read, and the first token after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitRead {
    pub(super) unit: Unit,
    pub(super) dimension: Dimension,
    pub(super) next: usize,
    /// Whether a hyphen joins it to its figure: "two-hour".
    pub(super) hyphened: bool,
    /// Whether it is a pound or another word that is money or measure by context.
    pub(super) index: Option<UnitIndex>,
}

impl Spellings {
    fn build() -> Self {
        let mut tokens = Vec::new();
        let mut list: Vec<Spelled> = Vec::new();
        for (text, kind, unit) in Catalogue::shared().spellings() {
            tokenize_unclassed(text, &mut tokens);
            list.push(Spelled { words: tokens.iter().map(|token| token.span.text(text)).collect(), kind, unit });
        }
        let loose = |kind| kind != Spelling::Symbol;
        list.sort_by_key(|spelled| (std::cmp::Reverse(spelled.words.len()), loose(spelled.kind)));
        let mut spellings: FxHashMap<u64, Vec<Spelled>> = FxHashMap::default();
        for spelled in list {
            spellings.entry(key(spelled.words[0])).or_default().push(spelled);
        }
        Self(Keyed::new(spellings))
    }

    fn starting(&self, reader: &Reader<'_>, at: usize) -> &[Spelled] {
        let token = reader.token(at).filter(|token| token.may_be(UNIT));
        token.and_then(|token| self.0.get(token.key)).map_or(&[], Vec::as_slice)
    }
}

impl Spelled {
    fn matches(&self, reader: &Reader<'_>, at: usize) -> bool {
        let exact = matches!(self.kind, Spelling::Symbol | Spelling::Doubtful);
        let same = |(offset, word): (usize, &&str)| {
            let found = reader.word(at + offset);
            if exact {
                found == *word
            } else {
                found.eq_ignore_ascii_case(word) || !word.is_ascii() && found.to_lowercase() == **word
            }
        };
        self.words.iter().enumerate().all(same)
    }
}

/// The tokens that may begin a money prefix.
pub(super) fn prefix_openers() -> impl Iterator<Item = &'static str> {
    Catalogue::shared()
        .spellings()
        .filter(|(_, kind, _)| *kind == Spelling::Prefix)
        .map(|(text, ..)| text.split(' ').next().unwrap_or(text))
}

/// The first tokens of the money prefixes, as they are cut from a text.
pub(super) fn prefix_words() -> impl Iterator<Item = &'static str> {
    SPELLINGS.0.values().flatten().filter(|spelled| spelled.kind == Spelling::Prefix).map(|spelled| spelled.words[0])
}

/// The first tokens of all spellings.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    SPELLINGS.0.values().flatten().map(|spelled| spelled.words[0])
}

/// Whether a unit may begin at a token; false is certain.
pub(super) fn may_begin(reader: &Reader<'_>, at: usize) -> bool {
    !SPELLINGS.starting(reader, at).is_empty()
}

/// A currency sign or code before a figure: "$", "US $", "USD", "Rs.".
pub(super) fn prefix(reader: &Reader<'_>, at: usize) -> Option<UnitRead> {
    let found = SPELLINGS.starting(reader, at).iter().find(|spelled| {
        spelled.kind == Spelling::Prefix && spelled.matches(reader, at) && !is_plain_word(reader, at, spelled)
    })?;
    let next = at + found.words.len();
    let is_code = found.words.len() == 1 && reader.kind(at) == Some(TokenKind::Word);
    let sign = usize::from(reader.word(next) == "$" && is_code && glued(reader, next));
    Some(unit_read(found.unit, next + sign, false))
}

fn glued(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| !token.spaced)
}

/// Codes and letters that are words where they stand: "try", "Top", "a $5 fee", "gave us $5".
fn is_plain_word(reader: &Reader<'_>, at: usize, spelled: &Spelled) -> bool {
    const WORDS: &[&str] = &[
        "all", "try", "top", "mad", "cup", "cop", "gel", "lak", "le", "sh", "nis", "std", "mop", "sos", "pen", "bob",
        "dm", "ff", "dh", "tk", "tl", "ang", "mur", "mga", "cad", "php", "ron", "bam", "sar", "kr", "qr", "jd", "kd",
        "rm", "rp",
    ];
    const NEVER: &[&str] = &["all", "try", "top", "mad", "cup", "cop", "pen", "bob", "ang"];
    let word = reader.word(at);
    let lower = word.bytes().any(|b| b.is_ascii_lowercase());
    let listed = |list: &[&str]| list.iter().any(|listed| word.eq_ignore_ascii_case(listed));
    if spelled.words.len() == 1 {
        return lower && listed(WORDS) || listed(NEVER) || word.len() == 1 && lower;
    }
    // "US $150", "c $ 100" in text split into tokens; but "a $5 fee" and "gave us $5 million".
    let sign = at + spelled.words.len() - 1;
    let letters = reader.kind(at) == Some(TokenKind::Word) && !glued(reader, sign);
    let split = reader.token(sign + 1).is_some_and(|figure| figure.spaced);
    letters && (matches!(word, "a" | "A" | "s" | "S") || lower && !split || word.len() == 1 && !split)
}

fn unit_read(index: UnitIndex, next: usize, hyphened: bool) -> UnitRead {
    let definition = Catalogue::shared().at(index);
    UnitRead {
        unit: Unit::named(&definition.name),
        dimension: definition.dimension,
        next,
        hyphened,
        index: Some(index),
    }
}

/// The unit of this name, as read up to `next`.
pub(super) fn named(name: &str, next: usize) -> Option<UnitRead> {
    Catalogue::shared().index(name).map(|index| unit_read(index, next, false))
}

/// A code with its scale glued before it: "MUSD", "MEUR".
pub(super) fn scaled_code(reader: &Reader<'_>, at: usize) -> Option<UnitRead> {
    let word = reader.word(at);
    let code = word
        .strip_prefix('M')
        .filter(|code| code.len() == 3 && *code != "ETH" && code.bytes().all(|b| b.is_ascii_uppercase()))?;
    let index = Catalogue::shared().index(code)?;
    let money = Catalogue::shared().at(index).dimension == Dimension::Money;
    money.then(|| unit_read(index, at + 1, false))
}

/// The unit that stands at `at`, after a figure whose last token is before it. The figure's context decides doubtful ones.
pub(super) fn after(reader: &Reader<'_>, at: usize) -> Option<UnitRead> {
    let token = reader.token(at)?;
    if let Some(unit) = bracketed(reader, at) {
        return Some(unit);
    }
    let hyphen = usize::from(matches!(reader.word(at), "-" | "‑" | "–") && joins(reader, at));
    let glued = !token.spaced && hyphen == 0;
    let found = SPELLINGS.starting(reader, at + hyphen).iter().find(|spelled| {
        spelled.matches(reader, at + hyphen) && fits(reader, at + hyphen, spelled, glued, hyphen == 1)
    })?;
    let next = at + hyphen + found.words.len();
    let plain = unit_read(found.unit, next, hyphen == 1);
    let powered = power(reader, &plain).unwrap_or(plain);
    (!runs_on(reader, powered.next)).then_some(powered)
}

/// A hyphen that joins figure and unit: no space around it, or space on both sides in text split into tokens.
fn joins(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at + 1).is_some_and(|next| next.kind == TokenKind::Word && reader.tokens[at].spaced == next.spaced)
}

/// Whether a spelling may be read here: names always, symbols not after a hyphen, doubtful ones by their surroundings.
fn fits(reader: &Reader<'_>, at: usize, spelled: &Spelled, glued: bool, hyphened: bool) -> bool {
    let spaced_hyphen = hyphened && reader.tokens[at].spaced;
    match spelled.kind {
        Spelling::Name if spaced_hyphen => spelled.words[0].len() > 2,
        // "the 1 million mark" is a line to cross: more than one of the currency are marks.
        // "Dozens turn out"
        Spelling::Name if spelled.words[0] == "turn" => {
            let counted = reader.kind(at - 1) == Some(TokenKind::Digits);
            counted || reader.is_any(at - 1, words!["one", "half", "quarter", "full", "a"])
        }
        Spelling::Name if spelled.words[0] == "mark" => reader.is(at - 1, "one") || reader.word(at - 1) == "1",
        Spelling::Name => !matches!(spelled.words[0], "won" | "dong") || is_currency_word(reader, at),
        Spelling::Symbol => {
            let word = is_word_code(spelled.words[0]) && reader.kind(at + 1) == Some(TokenKind::Word);
            !(spaced_hyphen || word)
        }
        Spelling::Prefix => !hyphened && !is_plain_word(reader, at, spelled) && !prefix_of_next(reader, at, spelled),
        Spelling::Doubtful if spelled.words[0] == "mb" => is_air_pressure(reader, at) == presses(spelled.unit),
        Spelling::Doubtful => !hyphened && doubtful(reader, at, spelled.words[0], glued),
    }
}

/// Codes that are words of a headline: "3 TOP OFFICIALS".
pub(super) fn is_word_code(code: &str) -> bool {
    matches!(code, "ALL" | "TRY" | "TOP" | "MAD" | "CUP" | "COP" | "PEN" | "BOB" | "ANG" | "GEL" | "CAD" | "LAK")
}

/// "50 won" only where no verb reading is possible: a scale word or a digit figure above ten thousand stands before it.
fn is_currency_word(reader: &Reader<'_>, at: usize) -> bool {
    let before = reader.word(at.wrapping_sub(1));
    before.len() > 5 || matches!(before, "bn" | "m" | "tn" | "lakh") || before.contains('.')
}

/// "10 $ 30" pays ten dollars, "1 $10" does not: a sign glued to the figure after it belongs to that.
fn prefix_of_next(reader: &Reader<'_>, at: usize, spelled: &Spelled) -> bool {
    let next = at + spelled.words.len();
    let glued_after = reader.token(next).is_some_and(|token| !token.spaced && token.kind == TokenKind::Digits);
    let spaced_before = reader.tokens[at].spaced;
    let code = reader.kind(at) == Some(TokenKind::Word);
    let starts_next = !code
        && spaced_before
        && reader.kind(next) == Some(TokenKind::Digits)
        && reader.token(next + 1).is_some_and(|_| false);
    glued_after && spaced_before || starts_next
}

/// Symbols that are English words or letters elsewhere.
fn doubtful(reader: &Reader<'_>, at: usize, symbol: &str, glued: bool) -> bool {
    let next = reader.word(at + 1);
    let of_size = ["thick", "long", "wide", "tall", "high", "deep", "in", "x", "by", "×", "diameter"]
        .iter()
        .any(|w| next.eq_ignore_ascii_case(w));
    let decimal = at > 0 && reader.word(at - 1).contains('.');
    match symbol {
        "in" => {
            after_feet(reader, at)
                || of_size
                || ends_clause(reader, at + 1) && !glued
                || glued && !next.starts_with(char::is_alphabetic)
        }
        "\"" => of_size && next != "in",
        "s" => glued && (decimal || at > 1 && reader.word(at - 2) == "m"),
        "F" | "C" => is_degree(reader, at),
        "st" => glued && reader.word(at.wrapping_sub(1)).len() < 3 && is_stone(reader, at),
        "p" | "ha" | "t" | "kt" | "Mt" => glued || !matches!(reader.kind(at + 1), Some(TokenKind::Digits)),
        "pc" => true,
        "Ma" | "Ga" => glued || next.eq_ignore_ascii_case("ago") || next.eq_ignore_ascii_case("old"),
        _ => false,
    }
}

/// "16st 7lb", "12st": stones, where "21st" would be a rank.
pub(super) fn is_stone(reader: &Reader<'_>, at: usize) -> bool {
    let figure = reader.word(at.wrapping_sub(1));
    let with_pounds = reader.kind(at + 1) == Some(TokenKind::Digits) && reader.is_any(at + 2, words!["lb", "lbs"]);
    with_pounds || figure == "11" || !figure.ends_with('1')
}

/// "12 ft 2 in", "12 feet and 2 in"
fn after_feet(reader: &Reader<'_>, at: usize) -> bool {
    let feet = |i: usize| reader.is_any(i, words!["ft", "feet", "foot", "′"]);
    at > 1 && feet(at - 2) || at > 2 && reader.is(at - 2, "and") && feet(at - 3)
}

/// Tokens to each side that are looked at for words of the weather.
const WEATHER_REACH: usize = 10;

/// "104F in Phoenix": the letter stands for degrees where a word of temperature stands near, and wherever it is glued to a
/// decimal or what is below zero: "1.5C", "minus 162C"; sections, seats and forms are numbered by neither.
pub(super) fn is_degree(reader: &Reader<'_>, at: usize) -> bool {
    const WEATHER: &Words = words![
        "temperature",
        "temperatures",
        "degrees",
        "heat",
        "hot",
        "heatwave",
        "cold",
        "highs",
        "lows",
        "warm",
        "warmer",
        "cooler",
        "freezing",
        "thermometer",
        "thermometers",
        "mercury",
        "weather",
        "celsius",
        "fahrenheit",
        "forecast",
    ];
    let letter = matches!(reader.word(at), "F" | "C");
    let Some(figure) = at.checked_sub(1).map(|before| reader.word(before)).filter(|_| letter) else { return false };
    let numbers_nothing = figure.contains('.') && reader.word(at + 1) != "/" || is_below_zero(reader, at - 1);
    let near = at.saturating_sub(WEATHER_REACH)..at + WEATHER_REACH;
    let degrees = || heats(reader, at) || near.into_iter().any(|i| reader.is_any(i, WEATHER));
    numbers_nothing || figure.len() < 4 && degrees()
}

/// "at 180C", "below 5C", "reached 45C": what stands before the figure measures.
fn heats(reader: &Reader<'_>, at: usize) -> bool {
    const BEFORE: &Words = words![
        "at",
        "above",
        "below",
        "over",
        "under",
        "around",
        "about",
        "nearly",
        "almost",
        "hit",
        "reached",
        "exceeded",
        "exceeding",
        "topped",
    ];
    at > 1 && glued(reader, at) && reader.is_any(at - 2, BEFORE)
}

fn is_below_zero(reader: &Reader<'_>, figure: usize) -> bool {
    let sign =
        |at: usize| matches!(reader.word(at), "-" | "−" | "–") && reader.tokens[at].spaced && glued(reader, figure);
    figure > 0 && (sign(figure - 1) || reader.is_any(figure - 1, words!["minus"]))
}

fn presses(unit: UnitIndex) -> bool {
    Catalogue::shared().at(unit).canonical == "pascal"
}

/// "1013 mb" is the pressure of the air, "100 mb" the size of a file.
fn is_air_pressure(reader: &Reader<'_>, at: usize) -> bool {
    at > 0 && reader.word(at - 1).replace(',', "").parse::<u32>().is_ok_and(|n| (850..1100).contains(&n))
}

fn ends_clause(reader: &Reader<'_>, at: usize) -> bool {
    match reader.kind(at) {
        None | Some(TokenKind::Break) => true,
        Some(TokenKind::Mark) => matches!(reader.word(at), "." | "," | ")" | ";"),
        _ => false,
    }
}

/// "20 (kg)", "20 [kg]"
fn bracketed(reader: &Reader<'_>, at: usize) -> Option<UnitRead> {
    let close = match reader.word(at) {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        "<" => ">",
        _ => return None,
    };
    let found = SPELLINGS.starting(reader, at + 1).iter().find(|spelled| {
        spelled.kind == Spelling::Symbol
            && spelled.matches(reader, at + 1)
            && reader.word(at + 1 + spelled.words.len()) == close
    })?;
    Some(unit_read(found.unit, at + 2 + found.words.len(), false))
}

/// Squares and cubes: "km2", "m²", "km^3", "km squared".
fn power(reader: &Reader<'_>, base: &UnitRead) -> Option<UnitRead> {
    let definition = Catalogue::shared().at(base.index?);
    if !definition.is_length {
        return None;
    }
    let glued = reader.token(base.next).is_some_and(|token| !token.spaced);
    let caret = usize::from(glued && reader.word(base.next) == "^");
    let (prefix, next) = match reader.word(base.next + caret) {
        "2" | "²" if glued => ("square", base.next + caret + 1),
        "3" | "³" if glued => ("cubic", base.next + caret + 1),
        "squared" => ("square", base.next + 1),
        "cubed" => ("cubic", base.next + 1),
        _ => return None,
    };
    let index = Catalogue::shared().index(&format!("{prefix}-{}", definition.name))?;
    Some(unit_read(index, next, base.hyphened))
}

/// A symbol that letters or digits follow at once is none: "24703L202", "5m12".
fn runs_on(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| !token.spaced && matches!(token.kind, TokenKind::Digits | TokenKind::Word))
        && reader.token(at - 1).is_some_and(|token| token.kind != TokenKind::Mark)
        || reader.word(at) == "-"
            && glued(reader, at)
            && glued(reader, at + 1)
            && reader.kind(at + 1) == Some(TokenKind::Digits)
            && !reader.is(at - 1, "m")
            && reader.kind(at - 1) == Some(TokenKind::Word)
            && reader.word(at - 1).len() == 1
}
