//! Which figures are figures: what a bare number may be, by its neighbours, and what it counts.

use super::magnitude::Magnitude;
use super::noun::{self, Noun};
use super::numeral::Form;
use super::range::Bounded;
use super::{age, bound};
use crate::mention::{Reader, TokenKind, Words, words};
use crate::value::{Bound, Dimension, Number};

/// A figure that was accepted, with what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) found: Bounded,
    pub(super) noun: Option<Noun>,
}

/// Accepts a figure with its noun, or says that it is none.
pub(super) fn counted(reader: &Reader<'_>, mut found: Bounded) -> Option<Counted> {
    during(reader, &mut found);
    aged_by_place(reader, &mut found);
    if last(&found).unit.is_some() {
        return Some(Counted { found, noun: None });
    }
    let noun = noun_of(reader, &found);
    bound_after_noun(reader, &mut found, noun.as_ref());
    is_figure(reader, &found, noun.as_ref()).then_some(Counted { found, noun })
}

/// "aged 12", "ages 19 to 24": of a range, the place of the first end says that both are ages.
fn aged_by_place(reader: &Reader<'_>, found: &mut Bounded) {
    let was_age = found.from.age;
    let ranged = found.to.is_some() && found.first > 0 && reader.is(found.first - 1, "age");
    if let Some(aged) = age::age_by_place(reader, &found.from, ranged || compares_ages(reader, found)) {
        found.from = aged;
    }
    if let Some(to) = found.to.as_mut().filter(|to| to.unit.is_none() && found.from.age && !was_age) {
        to.unit.clone_from(&found.from.unit);
        to.age = true;
    }
}

/// "17 or younger", "65 and older": the words that bound the figure say that it is an age.
fn compares_ages(reader: &Reader<'_>, found: &Bounded) -> bool {
    found.to.is_none() && found.next == found.from.next + 2 && reader.is_any(found.next - 1, words!["older", "younger"])
}

/// "250 employees or more": the words after the noun set the bound; they are no part of the figure's span.
fn bound_after_noun(reader: &Reader<'_>, found: &mut Bounded, noun: Option<&Noun>) {
    let after = noun.and_then(|noun| bound::after(reader, noun.next));
    if let Some((bound, _)) = after.filter(|_| found.bound == Bound::Exact && found.to.is_none()) {
        found.bound = bound;
    }
}

/// "Over three years" bounds a length only where something lasts; elsewhere "over" says during what time.
fn during(reader: &Reader<'_>, found: &mut Bounded) {
    const LASTING: &Words = words![
        "for",
        "lasted",
        "lasting",
        "last",
        "lasts",
        "took",
        "take",
        "takes",
        "taking",
        "spent",
        "after",
        "of",
        "is",
        "was",
        "be",
        "been",
        "were",
        "are",
        "than",
        "just",
        "well",
        "waited",
        "wait",
        "waits",
        "waiting",
        "queued",
        "queue",
        "stayed",
        "stay",
        "lived",
        "worked",
        "work",
        "slept",
        "sleep",
        "spend",
        "spends",
        "spending",
        "needs",
        "needed",
        "requires",
        "required",
        "endured",
        "served",
        "serving",
        "totalling",
        "totaling",
        "averaging",
        "averages",
        "averaged",
        "to",
        "at",
        "by",
        "with",
        "from",
        "spanning",
        "within",
        "in",
        "and",
        "or",
        "a",
        "the",
        "those",
        "had",
        "has",
        "have",
        "ran",
        "talks",
        "sentenced",
        "(",
        ",",
    ];
    let is_time =
        last(found).unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Duration) && !found.from.age;
    let before = found.first.checked_sub(1);
    let lasts = before.is_none_or(|at| {
        reader.kind(at) == Some(TokenKind::Break) || reader.word(at) == "." || reader.is_any(at, LASTING)
    });
    if is_time && !lasts && reader.is(found.first, "over") && found.from.first == found.first + 1 {
        found.bound = if found.to.is_some() { Bound::Between } else { Bound::Exact };
        found.inclusive = (true, true);
        found.first = found.from.first;
    }
}

fn last(found: &Bounded) -> &Magnitude {
    found.to.as_ref().unwrap_or(&found.from)
}

/// What a bare figure counts. A part ("a third of the fleet") counts nothing.
fn noun_of(reader: &Reader<'_>, found: &Bounded) -> Option<Noun> {
    let figure = last(found);
    let is_part = matches!(found.from.numeral.form, Form::Fraction | Form::Proportion);
    let hyphen = usize::from(reader.word(found.next) == "-");
    let times = reader.is_any(found.next + hyphen, words!["time", "times", "fold", "plus"]);
    if is_part || times {
        return None;
    }
    if named_shot(reader, found.next) {
        return None;
    }
    if figure.numeral.value == Number::ONE && found.to.is_none() {
        return noun::one(reader, found.next);
    }
    noun::joined(reader, found.next).or_else(|| noun::plural(reader, found.next))
}

/// "three-pointers" are shots, not three of anything.
fn named_shot(reader: &Reader<'_>, at: usize) -> bool {
    reader.word(at) == "-" && (reader.is(at + 1, "pointer") || reader.is(at + 1, "pointers"))
}

fn is_figure(reader: &Reader<'_>, found: &Bounded, noun: Option<&Noun>) -> bool {
    let numeral = &found.from.numeral;
    if named_shot(reader, found.next) {
        return false;
    }
    let unbounded = found.bound == Bound::Exact && found.to.is_none();
    match numeral.form {
        Form::Plain if found.to.is_none() && is_year(numeral.value) && !is_compared(found.bound) => {
            counts_years(reader, found, noun)
        }
        Form::Words if numeral.value == Number::ONE && unbounded => noun.is_some() && is_counting_one(reader, found),
        Form::Fraction => is_part(reader, found),
        _ => true,
    }
}

fn is_compared(bound: Bound) -> bool {
    matches!(bound, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost)
}

fn is_year(value: Number) -> bool {
    (Number::whole(1500)..Number::whole(2100)).contains(&value)
}

/// A figure that may be a year counts only where a plural stands right after it and nothing before it points to a date.
fn counts_years(reader: &Reader<'_>, found: &Bounded, noun: Option<&Noun>) -> bool {
    const PEOPLE: &[&str] = &[
        "person", "troop", "soldier", "civilian", "man", "woman", "child", "prisoner", "refugee", "casualty", "death",
        "fighter", "officer", "worker", "family",
    ];
    const DATED: &Words = words![
        "in", "since", "the", "of", "by", "until", "from", "during", "after", "before", "its", "their", "his", "her",
        "early", "late", "mid", "to", "and", "fiscal", "-", ",",
    ];
    let dated = found.first > 0 && reader.is_any(found.first - 1, DATED);
    let round = found.from.numeral.value.div(Number::whole(50)).is_some_and(Number::is_whole);
    let lower = noun.is_some_and(|noun| {
        noun.adjacent && !reader.tokens[noun.next - 1].capital && noun.name != reader.word(noun.next - 1).to_lowercase()
    });
    lower && !dated && (round || noun.is_some_and(|noun| PEOPLE.contains(&noun.name.as_str())))
}

/// "One" counts where a noun follows and no determiner makes it a pronoun: not "the one thing", "no one man", "at one point".
fn is_counting_one(reader: &Reader<'_>, found: &Bounded) -> bool {
    const PRONOUN: &Words =
        words!["the", "this", "that", "which", "no", "every", "each", "any", "some", "such", "another"];
    const MOMENT: &Words = words!["point", "time", "stage"];
    let determined = found.first > 0
        && (reader.is_any(found.first - 1, PRONOUN)
            || reader.is(found.first - 1, "at") && reader.is_any(found.next, MOMENT));
    let hyphened = reader.word(found.next) == "-";
    !determined && !hyphened
}

/// "… and then a third." may be one more: an article and one word, with something said before.
fn may_be_ordinal(reader: &Reader<'_>, found: &Bounded) -> bool {
    let told = found.first > 0 && !matches!(reader.kind(found.first - 1), Some(TokenKind::Break));
    told && found.from.next == found.from.first + 2 && !reader.is(found.from.next - 1, "half")
}

/// "half" and "quarter" are parts where something is halved: "half of", "a quarter of", "more than half"; "a third." may be
/// one more.
fn is_part(reader: &Reader<'_>, found: &Bounded) -> bool {
    const ORDINAL: &Words = words![
        "first", "second", "third", "fourth", "last", "other", "latter", "better", "previous", "next", "current",
        "past", "1st", "2nd", "per", "other", "fiscal",
    ];
    if reader.kind(found.from.first) != Some(TokenKind::Word) {
        return true;
    }
    let after_ordinal = found.first > 0 && reader.is_any(found.first - 1, ORDINAL);
    let next = reader.word(found.next);
    let by =
        found.first > 0 && reader.is_any(found.first - 1, words!["by", "than", "about", "nearly", "almost", "roughly"]);
    let follows = ["of", "the", "its", "their", "his", "her", "less", "more", "lower", "higher", "as", "off", "our"]
        .iter()
        .any(|word| next.eq_ignore_ascii_case(word));
    let several = found.from.next > found.from.first + 1;
    let ends = !matches!(reader.kind(found.next), Some(TokenKind::Word));
    let article = reader.is(found.from.first, "a") || reader.is(found.from.first, "an");
    let hyphened = next == "-" && !several;
    !after_ordinal
        && !hyphened
        && (found.bound != Bound::Exact
            || by
            || follows
            || several && !article
            || ends && !(article && may_be_ordinal(reader, found)))
}
