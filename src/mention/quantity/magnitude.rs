//! One figure with its unit: "$6.9 billion", "two hours and one minute", "70 cents a share".

use super::cardinal::scale_at;
use super::iso;
use super::lexeme::{Lexeme, lexeme};
use super::list;
use super::numeral::{self, Form, Numeral};
use super::pounds;
use super::unit::{self, UnitRead};
use crate::mention::{Reader, TokenKind, nonfigure};
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
    if nonfigure::skip(reader, at).is_some() {
        return None;
    }
    if let Some(duration) = iso::read(reader, at) {
        return Some(duration);
    }
    let plain =
        prefixed(reader, at, vague).or_else(|| suffixed(reader, at, vague)).or_else(|| bare_unit(reader, at))?;
    let plain = if plain.unit.is_none() { in_percent(reader, list::shared(reader, plain, vague)) } else { plain };
    Some(rated(reader, aged(reader, compound(reader, plain, vague, PARTS))))
}

/// "Percent of 10" at the head of a table: the unit stands before its figure, and no figure before the unit.
fn in_percent(reader: &Reader<'_>, whole: Magnitude) -> Magnitude {
    let Some(of) = whole.first.checked_sub(1).filter(|&of| reader.is(of, "of")) else { return whole };
    let percent = ["percent", "percents", "cent", "cents"].iter().any(|word| of > 0 && reader.is(of - 1, word));
    let split = percent && of > 1 && reader.is(of - 2, "per");
    let start = (of - usize::from(percent)) - usize::from(split);
    let heads = start == 0 || matches!(reader.kind(start - 1), Some(TokenKind::Break | TokenKind::Mark));
    let named = split || !reader.word(start).starts_with(['c', 'C']);
    let alone = !matches!(reader.kind(whole.next), Some(TokenKind::Word));
    match unit::named("percent", whole.next).filter(|_| percent && heads && named && alone && reader.word(start) != "%")
    {
        Some(unit) => Magnitude { unit: Some(unit), ..whole },
        None => whole,
    }
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
    // "$10 dollars", "$5 million USD" name the currency again.
    let again = unit::after(reader, numeral.next)
        .filter(|again| again.dimension == Dimension::Money && !is_minor(again) && !again.hyphened);
    let next = again.as_ref().map_or(numeral.next, |again| again.next);
    let next =
        if unit::prefix(reader, numeral.next).is_some_and(|other| reader.kind(other.next) == Some(TokenKind::Digits)) {
            numeral.next
        } else {
            next
        };
    let named = again.filter(|again| unit.unit.name() == "$" && next > numeral.next && again.unit.name() != "$");
    Some(Magnitude { numeral, unit: Some(named.unwrap_or(unit)), first: at, next, age: false, prefixed: true })
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

fn is_minor(unit: &UnitRead) -> bool {
    unit.index.is_some_and(|index| {
        let definition = Catalogue::shared().at(index);
        definition.dimension == Dimension::Money && definition.canonical != definition.name
    })
}

/// A figure with a unit after it, or none.
fn suffixed(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Magnitude> {
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
    // "75 USD million"
    if let Some((by, next)) = unit
        .as_ref()
        .filter(|unit| unit.dimension == Dimension::Money)
        .and_then(|unit| scale_at(reader, unit.next, true))
        .filter(|(by, _)| *by >= Number::whole(1000))
    {
        numeral = scale(numeral, by)?;
        unit = unit.map(|unit| UnitRead { next, ..unit });
    }
    unit = unit.map(|unit| pounds::settle(reader, &numeral, unit));
    let next = unit.as_ref().map_or(numeral.next, |unit| unit.next);
    Some(Magnitude { numeral, unit, first: at, next, age: false, prefixed: false })
}

/// The words between a part and its unit: "half an hour", "three-quarters of a mile".
fn before_unit_of(reader: &Reader<'_>, at: usize) -> usize {
    let of = usize::from(reader.is(at, "of"));
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
    let whole = ["all", "full", "whole", "another"].iter().any(|word| reader.is(at, word));
    let article = lexeme(reader, at) == Some(Lexeme::Article);
    if !whole && !article {
        return None;
    }
    let full = usize::from(article && ["full", "whole"].iter().any(|word| reader.is(at + 1, word)));
    let unit = unit::after(reader, at + 1 + full).filter(|unit| may_be_bare(reader, at, unit, article && full == 0))?;
    let one = Number::ONE;
    let numeral = Numeral { value: one, step: one, mantissa: one, scale: one, form: Form::Words, next: at + 1 + full };
    let half = half_more(reader, unit.next);
    let (numeral, next) = match half {
        Some(next) => (Numeral { value: Number::ratio(3, 2)?, step: Number::ratio(1, 2)?, ..numeral }, next),
        None => (numeral, unit.next + 2 * usize::from(is_long(reader, unit.next))),
    };
    Some(Magnitude { numeral, unit: Some(unit), first: at, next, age: false, prefixed: false })
}

/// "-long" after a unit: "a week-long tour".
fn is_long(reader: &Reader<'_>, at: usize) -> bool {
    reader.word(at) == "-" && reader.is(at + 1, "long")
}

/// "an hour and a half"
fn half_more(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let article = usize::from(reader.is(at + 1, "a"));
    (reader.is(at, "and") && reader.is(at + 1 + article, "half")).then_some(at + 2 + article)
}

/// "a" before a unit is a figure of one where the phrase measures: after "for", "than", "lasted", or of a unit that is hardly
/// anything else. "A day", "a second", "a pound" and the like otherwise only name a thing.
fn may_be_bare(reader: &Reader<'_>, at: usize, unit: &UnitRead, article: bool) -> bool {
    const MEASURING: &[&str] = &[
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
    let before = |word: &str| at > 0 && reader.is(at - 1, word);
    let measured = MEASURING.iter().any(|word| before(word));
    let halved = half_more(reader, unit.next).is_some() || is_long(reader, unit.next);
    let named = unit.index.is_some_and(|index| Catalogue::shared().at(index).name.len() > 2);
    match unit.dimension {
        _ if !named => false,
        // "its full-year forecast"
        _ if !article && unit.hyphened && reader.kind(unit.next) == Some(TokenKind::Word) => false,
        Dimension::Duration if !article => true,
        Dimension::Duration => halved || measured || matches!(unit.unit.name(), "hour" | "fortnight" | "decade"),
        Dimension::Money => is_minor(unit) && article,
        Dimension::Percent => unit.unit.name() != "percent" || measured,
        Dimension::Measure => {
            article
                && matches!(
                    unit.unit.name(),
                    "mile" | "gallon" | "kilometre" | "kilogram" | "litre" | "kilobyte" | "kibibyte" | "megabyte"
                )
                || measured && unit.unit.name() != "turn" && unit.unit.name() != "degree"
        }
        _ => false,
    }
}

/// Parts at most of one length of time: years, months, weeks, days, hours, minutes, seconds.
const PARTS: usize = 7;

/// Units that go on after a figure: hours and minutes, feet and inches, dollars and cents.
fn compound(reader: &Reader<'_>, first: Magnitude, vague: VaguePreset, parts: usize) -> Magnitude {
    if parts == 0 { first } else { longer(reader, &first, vague, parts).unwrap_or(first) }
}

fn longer(reader: &Reader<'_>, whole: &Magnitude, vague: VaguePreset, parts: usize) -> Option<Magnitude> {
    let unit = whole.unit.as_ref().filter(|unit| !unit.hyphened)?;
    if let Some(next) = half_more(reader, whole.next)
        .filter(|_| whole.numeral.value.is_whole() && unit.dimension == Dimension::Duration)
    {
        let half = Number::ratio(1, 2)?;
        let numeral = Numeral { value: whole.numeral.value.add(half)?, step: half, ..whole.numeral };
        return Some(Magnitude { numeral, next, ..whole.clone() });
    }
    let comma = usize::from(reader.word(whole.next) == ",");
    let and = usize::from(reader.is(whole.next + comma, "and"));
    let start = whole.next + comma + and;
    match unit.dimension {
        Dimension::Duration => lesser_time(reader, whole, start, vague, parts),
        Dimension::Money if comma == 0 => cents(reader, whole, start, vague),
        Dimension::Measure if comma == 0 => inches(reader, whole, start, vague),
        _ => None,
    }
}

/// "2 h 45 min", "two hours and one minute", "1 year 1 month 21 days": in the lesser unit.
fn lesser_time(
    reader: &Reader<'_>,
    whole: &Magnitude,
    start: usize,
    vague: VaguePreset,
    parts: usize,
) -> Option<Magnitude> {
    let rest = suffixed(reader, start, vague).filter(|rest| rest.numeral.value.is_whole())?;
    let rest = compound(reader, rest, vague, parts - 1);
    let (large, small) = (definition(whole)?, definition(&rest)?);
    let calendar = large.months.zip(small.months);
    let length = |of: &crate::value::Definition| calendar.and(of.months).map_or(of.factor, Number::whole);
    let times = |part: &Magnitude, of: &crate::value::Definition| part.numeral.value.mul(length(of));
    let sum = times(whole, large)?.add(times(&rest, small)?)?;
    let (unit, least) =
        if small.factor < large.factor { (rest.unit.clone(), small) } else { (whole.unit.clone(), large) };
    let lists = reader.word(start.wrapping_sub(1)) == ","
        || small.factor == large.factor
        || small.dimension != Dimension::Duration;
    let numeral = Numeral { value: sum.div(length(least))?, step: Number::ONE, ..whole.numeral };
    let fits = !lists || small.factor < large.factor && small.dimension == Dimension::Duration;
    (fits && whole.numeral.value.is_whole() && rest.unit.as_ref().is_some_and(|unit| !unit.hyphened))
        .then_some(Magnitude { numeral, unit, next: rest.next, ..whole.clone() })
}

fn definition(part: &Magnitude) -> Option<&'static crate::value::Definition> {
    part.unit.as_ref()?.unit.definition()
}

/// "3 dollars 50 cents", "15 dollars 50", "thirteen dollars and forty-five cents": in the major unit.
fn cents(reader: &Reader<'_>, whole: &Magnitude, start: usize, vague: VaguePreset) -> Option<Magnitude> {
    let rest = suffixed(reader, start, vague)?;
    let hundred = Number::whole(100);
    let small = rest.numeral.value < hundred
        && rest.numeral.value > Number::ZERO
        && rest.numeral.value.is_whole()
        && rest.numeral.form != Form::Fraction;
    let major = whole.numeral.value.is_whole()
        && whole.unit.as_ref().is_some_and(|unit| !is_minor(unit))
        && whole.numeral.scale == Number::ONE;
    let named = rest.unit.as_ref().map(|unit| (is_minor(unit), unit.dimension));
    let joined = start > whole.next;
    let unnamed = named.is_none()
        && !whole.prefixed
        && !followed_by_noun(reader, rest.next)
        && (rest.numeral.value >= Number::whole(10) || joined);
    let fits = small && major && (named == Some((true, Dimension::Money)) || unnamed);
    let total = whole.numeral.value.add(rest.numeral.value.div(hundred)?)?;
    let numeral = Numeral { value: total, step: Number::ratio(1, 100)?, ..whole.numeral };
    fits.then_some(Magnitude { numeral, next: rest.next, ..whole.clone() })
}

/// Whether a word goes on after a figure so that the figure counts something of its own.
fn followed_by_noun(reader: &Reader<'_>, at: usize) -> bool {
    let more = ["more", "less", "each"].iter().any(|word| reader.is(at, word));
    reader.kind(at) == Some(TokenKind::Word) && !more || reader.word(at) == "%"
}

/// "5 feet 2 inches", "8 pounds 3 ounces": in the major unit.
fn inches(reader: &Reader<'_>, whole: &Magnitude, start: usize, vague: VaguePreset) -> Option<Magnitude> {
    let rest = suffixed(reader, start, vague)?;
    let (large, small) = (definition(whole)?, definition(&rest)?);
    let pair = matches!(
        (large.name.as_str(), small.name.as_str()),
        ("foot", "inch") | ("pound", "ounce") | ("stone", "pound")
    );
    let total = whole.numeral.value.add(rest.numeral.value.mul(small.factor)?.div(large.factor)?)?;
    let numeral = Numeral { value: total, step: small.factor.div(large.factor)?, ..whole.numeral };
    (pair && whole.numeral.value.is_whole()).then_some(Magnitude { numeral, next: rest.next, ..whole.clone() })
}

/// "five years old", "44-year-old", "ten months of age", "87 yo".
fn aged(reader: &Reader<'_>, whole: Magnitude) -> Magnitude {
    let hyphen = |i: usize| usize::from(reader.word(i) == "-");
    let old = whole.next + hyphen(whole.next);
    let is_time = whole.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Duration);
    let next = match () {
        () if is_time && ["old", "olds"].iter().any(|word| reader.is(old, word)) => old + 1,
        () if is_time && reader.is(whole.next, "of") && reader.is(whole.next + 1, "age") => whole.next + 2,
        () if whole.unit.is_none()
            && ["yo", "y"].iter().any(|word| reader.is(whole.next, word))
            && whole.numeral.form == Form::Plain =>
        {
            return of_years(&whole);
        }
        () => return whole,
    };
    Magnitude { next, age: true, ..whole }
}

/// A bare figure as an age in years.
fn of_years(whole: &Magnitude) -> Magnitude {
    let unit = UnitRead {
        unit: Unit::named("year"),
        dimension: Dimension::Duration,
        next: whole.next + 1,
        hyphened: false,
        index: None,
    };
    Magnitude { unit: Some(unit), next: whole.next + 1, age: true, ..whole.clone() }
}

/// A bare figure that its place in the sentence makes an age: "aged 12", "a man of age 87", "Ann Lee, 44, said".
pub(super) fn age_by_place(reader: &Reader<'_>, whole: Magnitude) -> Magnitude {
    let (at, next) = (whole.first, whole.next);
    let before = |word: &str| at > 0 && reader.is(at - 1, word);
    let named = at > 1 && before(",") && reader.kind(at - 2) == Some(TokenKind::Word);
    let apposed = named && matches!(reader.word(next), "," | ".") && reader.kind(next + 1) != Some(TokenKind::Digits);
    let of_somebody = || reader.tokens[at - 2].capital && ends_name(reader, at - 2) || is_somebody(reader, at - 2);
    let young = whole.numeral.value > Number::ZERO
        && whole.numeral.value < Number::whole(115)
        && whole.numeral.value.is_whole();
    let is_age = ["aged", "ages", "age"].iter().any(|word| before(word))
        || in_list_of_ages(reader, at)
        || apposed && whole.numeral.form == Form::Plain && of_somebody();
    if whole.unit.is_some() || !young || !is_age {
        return whole;
    }
    let years = of_years(&whole);
    Magnitude { next, unit: years.unit.map(|unit| UnitRead { next, ..unit }), ..years }
}

/// "The mayor, 52, said": a determiner and one noun of a person.
fn is_somebody(reader: &Reader<'_>, at: usize) -> bool {
    const PEOPLE: &[&str] = &[
        "man",
        "woman",
        "boy",
        "girl",
        "mother",
        "father",
        "wife",
        "husband",
        "son",
        "daughter",
        "brother",
        "sister",
        "victim",
        "suspect",
        "driver",
        "teenager",
        "student",
        "teacher",
        "officer",
        "soldier",
        "pilot",
        "passenger",
        "actor",
        "actress",
        "singer",
        "player",
        "striker",
        "midfielder",
        "defender",
        "goalkeeper",
        "champion",
        "mayor",
        "senator",
        "governor",
        "minister",
        "president",
        "chancellor",
        "lawmaker",
        "politician",
        "billionaire",
        "executive",
        "founder",
        "pastor",
        "priest",
        "doctor",
        "nurse",
        "lawyer",
        "gunman",
        "attacker",
        "farmer",
        "worker",
        "couple",
        "star",
        "coach",
        "businessman",
        "grandmother",
    ];
    const BEFORE: &[&str] = &["the", "a", "an", "his", "her", "their", "my"];
    let determined = at > 0 && BEFORE.iter().any(|word| reader.is(at - 1, word));
    determined && PEOPLE.iter().any(|word| reader.is(at, word))
}

/// Tokens at most between "aged" and the last figure of its list.
const AGES: usize = 8;

/// "aged 23 and 31", "ages 5, 7 and 12"
fn in_list_of_ages(reader: &Reader<'_>, at: usize) -> bool {
    let listed = |&i: &usize| {
        reader.kind(i) == Some(TokenKind::Digits) || matches!(reader.word(i), "," | "and" | "or" | "to" | "between")
    };
    let joined = at > 0 && reader.kind(at - 1) != Some(TokenKind::Digits) && listed(&(at - 1));
    let start = (at.saturating_sub(AGES)..at).rev().take_while(listed).last().unwrap_or(at);
    joined && start > 0 && ["aged", "ages"].iter().any(|word| reader.is(start - 1, word))
}

/// A person's name has at least two capitalised words; "On March, 5" and "Paris, 12" have one.
fn ends_name(reader: &Reader<'_>, at: usize) -> bool {
    at > 0 && reader.kind(at - 1) == Some(TokenKind::Word) && reader.tokens[at - 1].capital
}

/// "$40 per person per day", "20 J/m² per year": the time that a rate runs over.
fn twice_rated(reader: &Reader<'_>, of: Unit, next: usize) -> (Unit, usize) {
    let time = unit::rate(reader, next, false)
        .filter(|(time, _)| time.dimension() == Dimension::Duration && of.dimension() != Dimension::Duration);
    time.map_or((of.clone(), next), |(time, next)| (Unit::rate(&of, &time), next))
}

/// Adds the denominator of a rate: "a share", "per day", "/h".
pub(super) fn rated(reader: &Reader<'_>, whole: Magnitude) -> Magnitude {
    let Some(unit) = whole.unit.as_ref().filter(|_| !whole.age) else { return whole };
    let stuff = || {
        unit::rate_after_stuff(reader, whole.next)
            .filter(|_| matches!(unit.dimension, Dimension::Measure | Dimension::Duration))
    };
    let direct = unit::rate(reader, whole.next, unit.dimension == Dimension::Money);
    let Some((of, next)) = direct.or_else(|| stuff().map(|of| (of, whole.next))) else { return whole };
    let (of, next) = twice_rated(reader, of, next);
    let rate = UnitRead { unit: Unit::rate(&unit.unit, &of), next, index: None, ..unit.clone() };
    Magnitude { unit: Some(rate), next, ..whole }
}
