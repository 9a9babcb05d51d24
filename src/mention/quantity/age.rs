//! Ages: "five years old", "aged 12", "ages 19 to 24", "Ann Lee, 44,", "the mayor, 52,".

use std::sync::LazyLock;

use super::magnitude::Magnitude;
use super::numeral::Form;
use super::unit::UnitRead;
use crate::mention::{Reader, TokenKind, Vocabulary, Words, words};
use crate::value::{Dimension, Number, Unit};

/// "five years old", "44-year-old", "ten months of age", "87 yo".
pub(super) fn aged(reader: &Reader<'_>, whole: Magnitude) -> Magnitude {
    let hyphen = |i: usize| usize::from(reader.word(i) == "-");
    let old = whole.next + hyphen(whole.next);
    let is_time = whole.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Duration);
    let next = match () {
        () if is_time && reader.is_any(old, words!["old", "olds"]) => old + 1,
        () if is_time && reader.is(whole.next, "of") && reader.is(whole.next + 1, "age") => whole.next + 2,
        () if whole.unit.is_none()
            && reader.is_any(whole.next, words!["yo", "y"])
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
///
/// `said` is set where other words say that it is one: "65 and older".
pub(super) fn age_by_place(reader: &Reader<'_>, whole: &Magnitude, said: bool) -> Option<Magnitude> {
    let (at, next) = (whole.first, whole.next);
    let young = whole.numeral.value > Number::ZERO
        && whole.numeral.value < Number::whole(115)
        && whole.numeral.value.is_whole();
    if whole.unit.is_some() || !young {
        return None;
    }
    let before = |word: &str| at > 0 && reader.is(at - 1, word);
    let named = at > 1 && before(",") && reader.kind(at - 2) == Some(TokenKind::Word);
    let apposed = named && matches!(reader.word(next), "," | ".") && reader.kind(next + 1) != Some(TokenKind::Digits);
    let of_somebody = || reader.tokens[at - 2].capital && ends_name(reader, at - 2) || is_somebody(reader, at - 2);
    let is_age = said
        || at > 0 && reader.is_any(at - 1, words!["aged", "ages", "age"])
        || at > 1 && before("of") && reader.is(at - 2, "age")
        || in_list_of_ages(reader, at)
        || apposed && whole.numeral.form == Form::Plain && of_somebody();
    let years = if is_age { of_years(whole) } else { return None };
    Some(Magnitude { next, unit: years.unit.map(|unit| UnitRead { next, ..unit }), ..years })
}

/// Nouns of a person after which an age stands in apposition.
const PEOPLE: &str = "man woman boy girl mother father wife husband son daughter brother sister victim suspect driver teenager student \
teacher officer soldier pilot passenger actor actress singer player striker midfielder defender goalkeeper champion \
mayor senator governor minister president chancellor lawmaker politician billionaire executive founder pastor priest \
doctor nurse lawyer gunman attacker farmer worker couple star coach businessman grandmother grandfather uncle aunt \
nephew niece cousin widow widower king queen prince princess duke duchess pope bishop imam rabbi nun captain manager \
skipper winger sprinter swimmer golfer boxer rapper author writer director leader rancher builder plumber carpenter \
banker trader engineer surgeon chef neighbour neighbor resident pensioner veteran cyclist motorcyclist motorist \
pedestrian tourist journalist activist artist scientist musician comedian electrician technician policeman policewoman \
fisherman congressman congresswoman councillor constable sergeant defendant killer survivor heir";

static PERSON: LazyLock<Vocabulary<()>> =
    LazyLock::new(|| Vocabulary::new(PEOPLE.split_ascii_whitespace().map(|word| (word, ()))));

/// Words at most between a determiner and the noun of a person.
const ADJECTIVES: usize = 3;

/// "The mayor, 52, said", "a third man, 45,", "the former Lions captain, 38,": a determiner, what describes, and a noun of a person.
fn is_somebody(reader: &Reader<'_>, at: usize) -> bool {
    const BEFORE: &Words = words!["the", "a", "an", "his", "her", "their", "my", "another", "one", "its", "our"];
    let describes = |&i: &usize| reader.kind(i) == Some(TokenKind::Word) && !reader.is_any(i, BEFORE);
    let start = || (at.saturating_sub(ADJECTIVES)..at).rev().take_while(describes).last().unwrap_or(at);
    let determined = || start().checked_sub(1).is_some_and(|before| reader.is_any(before, BEFORE));
    reader.token(at).is_some_and(|token| PERSON.get(reader.text, token).is_some()) && determined()
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
    joined && start > 0 && reader.is_any(start - 1, words!["aged", "ages"])
}

/// A person's name has at least two capitalised words; "On March, 5" and "Paris, 12" have one.
fn ends_name(reader: &Reader<'_>, at: usize) -> bool {
    at > 0 && reader.kind(at - 1) == Some(TokenKind::Word) && reader.tokens[at - 1].capital
}
