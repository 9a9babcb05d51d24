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
    let last = if before(",") { last_word(reader, at - 1) } else { None };
    let closed = matches!(reader.word(next), "," | "." | ";" | ")" | "—" | "–");
    let apposed = closed && last.is_some() && reader.kind(next + 1) != Some(TokenKind::Digits);
    let of_somebody = || last.is_some_and(|last| is_named(reader, last, next) || is_somebody(reader, last));
    let is_age = said
        || at > 0 && reader.is_any(at - 1, words!["aged", "ages", "age"])
        || at > 1 && before("of") && reader.is_any(at - 2, words!["age", "ages"])
        || before("both") && closed
        || in_list_of_ages(reader, at)
        || apposed && whole.numeral.form == Form::Plain && of_somebody();
    let years = if is_age { of_years(whole) } else { return None };
    Some(Magnitude { next, unit: years.unit.map(|unit| UnitRead { next, ..unit }), ..years })
}

/// The last word before the comma of an apposition: "Lee" of "Ann Lee,", "Jr" of "John Lee Jr.,".
fn last_word(reader: &Reader<'_>, comma: usize) -> Option<usize> {
    let last = comma.checked_sub(1)?;
    let junior = last > 0 && reader.word(last) == "." && reader.is_any(last - 1, words!["jr", "sr"]);
    let last = if junior { last - 1 } else { last };
    (reader.kind(last) == Some(TokenKind::Word)).then_some(last)
}

/// Whether a name ends at a word: two capitalised words ("Ann Lee", "Justine E. Baez"), or a surname of whom more is told:
/// "Gebhardt, 63, who has". "On March, 5" and "Paris, 12" are no such.
fn is_named(reader: &Reader<'_>, last: usize, next: usize) -> bool {
    const TOLD: &Words = words!["who", "whose", "said", "told", "was", "has", "had", "is", "of", "from", "a", "an"];
    const AT: &Words = words!["in", "at", "near", "from", "to", "on", "of", "for"];
    let capital = |i: usize| reader.kind(i) == Some(TokenKind::Word) && reader.tokens[i].capital;
    let initial = last > 1 && reader.word(last - 1) == "." && reader.word(last - 2).len() == 1 && capital(last - 2);
    let alone =
        reader.word(next) == "," && reader.is_any(next + 1, TOLD) && (last == 0 || !reader.is_any(last - 1, AT));
    capital(last) && (last > 0 && (capital(last - 1) || initial) || alone)
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
fisherman congressman congresswoman councillor constable sergeant defendant killer survivor heir male female teen youth juvenile toddler infant baby";

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
    reader.token(at).is_some_and(|token| PERSON.get(token).is_some()) && determined()
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
