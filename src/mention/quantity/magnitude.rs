//! One figure with its unit: "$6.9 billion", "two hours and one minute", "70 cents a share".

use std::sync::LazyLock;

use super::cardinal::scale_at;
use super::iso;
use super::lexeme::{self, Lexeme, lexeme};
use super::list;
use super::noun;
use super::numeral::{self, Form, Numeral};
use super::pounds;
use super::rate;
use super::unit::{self, UnitRead};
use super::{age, compound};
use crate::mention::class::BARE;
use crate::mention::{Reader, TokenKind, Vocabulary, Words, nonfigure, words};
use crate::value::{Catalogue, Dimension, Number, Unit, VaguePreset};

/// A figure with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Magnitude {
    pub(super) numeral: Numeral,
    pub(super) unit: Option<UnitRead>,
    /// First token.
    pub(super) first: usize,
    /// First token after it.
    pub(super) next: usize,
    /// Whether it is an age: "five years old".
    pub(super) age: bool,
    /// Whether a currency sign stands before the figure.
    pub(super) prefixed: bool,
}

/// Reads the figure that begins at `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Magnitude> {
    if !may_begin(reader, at) || nonfigure::skip(reader, at).is_some() {
        return None;
    }
    figure(reader, at, vague)
}

/// The same where the token is known to begin no address, score or the like.
pub(super) fn read_passed(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Magnitude> {
    if may_begin(reader, at) { figure(reader, at, vague) } else { None }
}

/// The words that a figure without bound words may begin with.
static BEGINNINGS: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let numbers = lexeme::words().map(|(word, _)| word);
    let words = numbers.chain(unit::prefix_words()).chain(iso::OPENERS.iter().copied());
    Vocabulary::new(words.chain(["all", "full", "whole", "another"]).map(|word| (word, ())))
});

/// The words of [`BEGINNINGS`].
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    BEGINNINGS.words()
}

/// Whether a figure may begin with a token; false is certain.
fn may_begin(reader: &Reader<'_>, at: usize) -> bool {
    let Some(token) = reader.token(at) else { return false };
    match token.kind {
        TokenKind::Digits => true,
        TokenKind::Break => false,
        TokenKind::Mark => {
            !matches!(token.bytes(reader.text), [b',' | b'(' | b')' | b'"' | b'\'' | b':' | b';' | b'!' | b'?'])
        }
        TokenKind::Word if matches!(token.bytes(reader.text), b"a" | b"an") => measures_one(reader, at + 1),
        TokenKind::Word => {
            token.may_be(BARE) && BEGINNINGS.get(token).is_some()
                || token.capital && unit::scaled_code(reader, at).is_some()
        }
    }
}

/// Whether an article may be a figure by the token after it: a number word, a unit, a sign. Few are.
fn measures_one(reader: &Reader<'_>, next: usize) -> bool {
    !matches!(reader.kind(next), Some(TokenKind::Word | TokenKind::Digits))
        || lexeme(reader, next).is_some()
        || unit::may_begin(reader, next)
        || reader.is_any(next, words!["full", "whole"])
}

fn figure(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Magnitude> {
    if let Some(duration) = iso::read(reader, at) {
        return Some(duration);
    }
    let plain =
        prefixed(reader, at, vague).or_else(|| suffixed(reader, at, vague)).or_else(|| bare_unit(reader, at))?;
    let plain = if plain.unit.is_none() { in_percent(reader, list::shared(reader, plain, vague)) } else { plain };
    Some(rated(reader, age::aged(reader, compound::compound(reader, plain, vague, compound::PARTS))))
}

/// "Percent of 10" at the head of a table: the unit stands before its figure, and no figure before the unit.
fn in_percent(reader: &Reader<'_>, whole: Magnitude) -> Magnitude {
    let Some(of) = whole.first.checked_sub(1).filter(|&of| reader.is(of, "of")) else { return whole };
    let alone = !matches!(reader.kind(whole.next), Some(TokenKind::Word));
    match unit::named("percent", whole.next).filter(|_| alone && heads_percent(reader, of)) {
        Some(unit) => Magnitude { unit: Some(unit), ..whole },
        None => whole,
    }
}

/// Whether "percent" or "per cent" ends before the token and nothing stands before it in its clause.
fn heads_percent(reader: &Reader<'_>, end: usize) -> bool {
    let is = |back: usize, words: &Words| end >= back && reader.is_any(end - back, words);
    let words = match () {
        () if is(1, words!["percent", "percents"]) => 1,
        () if is(1, words!["cent", "cents"]) && is(2, words!["per"]) => 2,
        () => return false,
    };
    end == words || matches!(reader.kind(end - words - 1), Some(TokenKind::Break | TokenKind::Mark))
}

/// "$6.9 billion", "US$ 5m", "EUR125", "-$5", "Rs. 500", "MAUD 60".
fn prefixed(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Magnitude> {
    let minus = usize::from(
        matches!(reader.word(at), "-" | "−")
            && reader.token(at + 1).is_some_and(|t| !t.spaced && t.kind == TokenKind::Mark),
    );
    let start = at + minus;
    let unit = match unit::prefix(reader, start) {
        Some(unit) => unit,
        None => unit::scaled_code(reader, start)?,
    };
    let millions = unit::scaled_code(reader, start).is_some();
    let mut numeral = numeral::read(reader, after_sign(reader, unit.next), true, vague)?;
    let signed = minus == 1 || after_sign(reader, unit.next) > unit.next;
    if matches!(numeral.form, Form::Couple | Form::Vague(..))
        || reader.kind(start) == Some(TokenKind::Word) && numeral.form == Form::Words
    {
        return None;
    }
    if millions {
        numeral = scale(numeral, Number::whole(1_000_000))?;
    }
    if signed {
        numeral.value = Number::ZERO.sub(numeral.value)?;
    }
    let again = named_again(reader, numeral.next);
    let next = again.as_ref().map_or(numeral.next, |again| again.next);
    let named = again.filter(|again| unit.unit.name() == "$" && again.unit.name() != "$");
    Some(Magnitude { numeral, unit: Some(named.unwrap_or(unit)), first: at, next, age: false, prefixed: true })
}

/// "$10 dollars", "$5 million USD" name the currency again, unless that begins the next sum: "$5 USD 3".
fn named_again(reader: &Reader<'_>, at: usize) -> Option<UnitRead> {
    let begins_next = unit::prefix(reader, at).is_some_and(|other| reader.kind(other.next) == Some(TokenKind::Digits));
    unit::after(reader, at)
        .filter(|again| again.dimension == Dimension::Money && !is_minor(again) && !again.hyphened && !begins_next)
}

/// "$-99.99"
fn after_sign(reader: &Reader<'_>, at: usize) -> usize {
    let glued = |i: usize| reader.token(i).is_some_and(|token| !token.spaced);
    at + usize::from(matches!(reader.word(at), "-" | "−") && glued(at) && glued(at + 1))
}

fn scale(numeral: Numeral, by: Number) -> Option<Numeral> {
    let Numeral { value, step, scale, .. } = numeral;
    Some(Numeral { value: value.mul(by)?, step: step.mul(by)?, scale: scale.mul(by)?, ..numeral })
}

pub(super) fn is_minor(unit: &UnitRead) -> bool {
    unit.index.is_some_and(|index| {
        let definition = Catalogue::shared().at(index);
        definition.dimension == Dimension::Money && definition.canonical != definition.name
    })
}

/// A figure with a unit after it, or none.
pub(super) fn suffixed(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Magnitude> {
    let mut numeral = numeral::read(reader, at, false, vague)?;
    let of_article = if numeral.form == Form::Fraction { before_unit_of(reader, numeral.next) } else { 0 };
    let of = usize::from(matches!(numeral.form, Form::Vague(..) | Form::Words) && reader.is(numeral.next, "of"));
    let mut unit =
        unit::scaled_code(reader, numeral.next).or_else(|| unit::after(reader, numeral.next + of_article + of));
    unit = unit.filter(|unit| !(unit.dimension == Dimension::Money && starts_next_sum(reader, unit)));
    if unit.is_some() && of_article == 0 && numeral.form == Form::Fraction && is_ordinal(reader, numeral.next) {
        return None;
    }
    if unit::scaled_code(reader, numeral.next).is_some() {
        numeral = scale(numeral, Number::whole(1_000_000))?;
    }
    if let Some((by, next)) = unit.as_ref().and_then(|unit| scale_after_money(reader, unit)) {
        numeral = scale(numeral, by)?;
        unit = unit.map(|unit| UnitRead { next, ..unit });
    }
    unit = unit.map(|unit| pounds::settle(reader, &numeral, unit));
    let next = unit.as_ref().map_or(numeral.next, |unit| unit.next);
    Some(Magnitude { numeral, unit, first: at, next, age: false, prefixed: false })
}

/// "75 USD million"
fn scale_after_money(reader: &Reader<'_>, unit: &UnitRead) -> Option<(Number, usize)> {
    let money = unit.dimension == Dimension::Money;
    money.then(|| scale_at(reader, unit.next, true)).flatten().filter(|(by, _)| *by >= Number::whole(1000))
}

/// The words between a part and its unit: "half an hour", "three-quarters of a mile".
fn before_unit_of(reader: &Reader<'_>, at: usize) -> usize {
    let of = usize::from(reader.is(at, "of"));
    // "a third of one percent"
    if of == 1 && reader.is(at + 1, "one") {
        return 2;
    }
    if lexeme(reader, at + of) == Some(Lexeme::Article) { of + 1 } else { 0 }
}

/// "for a third day": before its unit, a part in the singular is an ordinal, but not "a quarter mile".
fn is_ordinal(reader: &Reader<'_>, next: usize) -> bool {
    let spaced = next > 1 && reader.word(next - 2) != "-" && reader.word(next) != "-";
    spaced && matches!(next.checked_sub(1).and_then(|at| lexeme(reader, at)), Some(Lexeme::Part(of, false)) if of != 4)
}

/// "10 rmb 20": a code with a figure of its own after it where none stands before it is a prefix; here one stands before.
/// Only a sign or code glued to the next figure belongs to that: "3 USD50 cards".
fn starts_next_sum(reader: &Reader<'_>, unit: &UnitRead) -> bool {
    reader.token(unit.next).is_some_and(|next| !next.spaced && next.kind == TokenKind::Digits)
        && reader.token(unit.next - 1).is_some_and(|sign| sign.spaced)
}

/// "an hour", "a mile", "a penny", "all day", "another week", "half an hour" is read by its numeral.
fn bare_unit(reader: &Reader<'_>, at: usize) -> Option<Magnitude> {
    let whole = reader.is_any(at, words!["all", "full", "whole", "another"]);
    let article = lexeme(reader, at) == Some(Lexeme::Article);
    if !whole && !article {
        return None;
    }
    let full = usize::from(article && reader.is_any(at + 1, words!["full", "whole"]));
    let unit = unit::after(reader, at + 1 + full).filter(|unit| may_be_bare(reader, at, unit, article && full == 0))?;
    let one = Number::ONE;
    let numeral = Numeral { value: one, step: one, mantissa: one, scale: one, form: Form::Words, next: at + 1 + full };
    let half = compound::half_more(reader, unit.next);
    let (numeral, next) = match half {
        Some((part, next)) => (Numeral { value: one.add(part)?, step: part, ..numeral }, next),
        None => (numeral, unit.next + 2 * usize::from(is_long(reader, unit.next))),
    };
    Some(Magnitude { numeral, unit: Some(unit), first: at, next, age: false, prefixed: false })
}

/// "-long" after a unit: "a week-long tour".
fn is_long(reader: &Reader<'_>, at: usize) -> bool {
    reader.word(at) == "-" && reader.is(at + 1, "long")
}

/// Words after which "a" and a unit measure something.
const MEASURING: &Words = words![
    "for",
    "than",
    "lasted",
    "last",
    "lasts",
    "lasting",
    "took",
    "take",
    "takes",
    "taking",
    "within",
    "about",
    "nearly",
    "almost",
    "over",
    "under",
    "roughly",
    "around",
    "only",
    "just",
    "approximately",
    "least",
    "most",
    "to",
    "spent",
    "waited",
    "or",
    "after",
];

/// "a" before a unit is a figure of one where the phrase measures: after "for", "than", "lasted", or of a unit that is hardly
/// anything else. "A day", "a second", "a pound" and the like otherwise only name a thing.
fn may_be_bare(reader: &Reader<'_>, at: usize, unit: &UnitRead, article: bool) -> bool {
    const THEN: &Words = words!["ago", "earlier", "before", "previously"];
    // "11% more than a year before" measures no year.
    let compares = at > 0 && reader.is(at - 1, "than") && reader.is_any(unit.next, THEN);
    let measured = at > 0 && reader.is_any(at - 1, MEASURING) && !compares;
    let halved = compound::half_more(reader, unit.next).is_some() || is_long(reader, unit.next);
    let named = unit.index.is_some_and(|index| Catalogue::shared().at(index).name.len() > 2);
    match unit.dimension {
        _ if !named => false,
        // "its full-year forecast"
        _ if !article && unit.hyphened && reader.kind(unit.next) == Some(TokenKind::Word) => false,
        Dimension::Duration if !article => true,
        // "the same bullet or a second bullet"
        Dimension::Duration if unit.unit.name() == "second" && noun::single(reader, unit.next).is_some() => false,
        Dimension::Duration => halved || measured || matches!(unit.unit.name(), "hour" | "fortnight" | "decade"),
        Dimension::Money => is_minor(unit) && article,
        Dimension::Percent => reader.is(unit.next - 1, "point"),
        Dimension::Measure => {
            article
                && matches!(
                    unit.unit.name(),
                    "mile" | "gallon" | "kilometre" | "kilogram" | "litre" | "kilobyte" | "kibibyte" | "megabyte"
                )
                || measured && unit.unit.name() != "turn" && unit.unit.name() != "degree"
        }
        Dimension::Count => false,
    }
}

/// "$40 per person per day", "20 J/m² per year": the time that a rate runs over.
fn twice_rated(reader: &Reader<'_>, of: &Unit, next: usize) -> Option<(Unit, usize)> {
    let (time, next) = rate::read(reader, next, false)?;
    let over_time = time.dimension() == Dimension::Duration && of.dimension() != Dimension::Duration;
    over_time.then(|| (Unit::rate(of, &time), next))
}

/// Adds the denominator of a rate: "a share", "per day", "/h".
pub(super) fn rated(reader: &Reader<'_>, whole: Magnitude) -> Magnitude {
    let Some(unit) = whole.unit.as_ref().filter(|_| !whole.age) else { return whole };
    let stuff = || {
        rate::after_stuff(reader, whole.next)
            .filter(|_| matches!(unit.dimension, Dimension::Measure | Dimension::Duration))
    };
    let direct = rate::read(reader, whole.next, unit.dimension == Dimension::Money);
    let Some((of, next)) = direct.or_else(|| stuff().map(|of| (of, whole.next))) else { return whole };
    let (of, next) = twice_rated(reader, &of, next).unwrap_or((of, next));
    let rate = UnitRead { unit: Unit::rate(&unit.unit, &of), next, index: None, ..unit.clone() };
    Magnitude { unit: Some(rate), next, ..whole }
}
