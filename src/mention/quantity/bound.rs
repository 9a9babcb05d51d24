//! Words and signs that bound a figure: "more than", "at least", "up to", "nearly", "or more", "<=".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::mention::class::BOUND;
use crate::mention::token::key;
use crate::mention::{Keyed, Reader, TokenKind, Words, words};
use crate::value::Bound;

/// A phrase before a figure.
struct Phrase {
    words: Vec<&'static str>,
    bound: Bound,
}

const MORE: &str = "more than|greater than|larger than|higher than|bigger than|longer than|older than|better than|over|above|upwards of|\
upward of|north of|in excess of|exceeding|exceeds|exceed|exceeded|surpassing|surpass|surpasses|surpassed|topping|well over|well above|\
just over|just above|slightly more than|slightly over|slightly above|a little over|a little more than|a bit more than|a bit over|a shade over|little more than|\
far more than|much more than|not just|beyond|well more than|topped|tops";
const LEAST: &str = "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|more than or equal to|\
greater than or equal to|larger than or equal to|higher than or equal to|equal to or more than|equal to or greater than|equal to or higher than|\
greater or equal than|greater or equal to|higher or equal than|bigger or equal than|larger or equal than|more or equal than|at least or equal to|as few as|as little as|as low as|at the very least";
const LESS: &str = "less than|fewer than|lower than|smaller than|shorter than|younger than|under|below|just under|just below|just short of|\
slightly less than|slightly under|slightly below|a little under|a little less than|a bit less than|well under|well below|short of|not quite|far less than|far fewer than|much less than|a shade under|just shy of|shy of|far below";
const MOST: &str = "at most|no more than|not more than|up to|as many as|as much as|as high as|a maximum of|maximum of|less than or equal to|\
fewer than or equal to|lower than or equal to|smaller than or equal to|equal to or less than|equal to or lower than|equal to or fewer than|less or equal than|\
less or equal to|lower or equal than|smaller or equal than|no longer than|no greater than|no higher than|not exceeding|as long as|as far as|at the most|or up to";
const ABOUT: &str = "about|around|roughly|approximately|aproximately|approx|approx .|nearly|almost|some|circa|ca .|close to|closer to|nearer to|nearer|an estimated|estimated|\
in the region of|on the order of|in the order of|somewhere around|something like|virtually|practically|in the neighborhood of|in the neighbourhood of|near|nearing|approaching|\
more or less|give or take|anything like|~|≈|∼|an approximate|a rough";
const EQUAL: &str = "equal to|equals|equals to|equaling to|exactly|precisely|equal";
const SIGNS: &[(&str, Bound)] = &[
    ("> =", Bound::AtLeast),
    ("< =", Bound::AtMost),
    ("≥", Bound::AtLeast),
    ("≤", Bound::AtMost),
    (">", Bound::MoreThan),
    ("<", Bound::LessThan),
];

/// Phrases by their first word, longest first.
static PHRASES: LazyLock<Keyed<Vec<Phrase>>> = LazyLock::new(|| {
    let mut list: Vec<Phrase> = all().map(|(text, bound)| Phrase { words: text.split(' ').collect(), bound }).collect();
    list.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    let mut phrases: FxHashMap<u64, Vec<Phrase>> = FxHashMap::default();
    for phrase in list {
        phrases.entry(key(phrase.words[0])).or_default().push(phrase);
    }
    Keyed::new(phrases)
});

fn all() -> impl Iterator<Item = (&'static str, Bound)> {
    let class = |list: &'static str, bound| list.split('|').map(move |text| (text, bound));
    class(MORE, Bound::MoreThan)
        .chain(class(LEAST, Bound::AtLeast))
        .chain(class(LESS, Bound::LessThan))
        .chain(class(MOST, Bound::AtMost))
        .chain(class(ABOUT, Bound::About))
        .chain(class(EQUAL, Bound::Exact))
        .chain(SIGNS.iter().copied())
}

/// Verbs of which "over" is a part: "handed over 175 prisoners" bounds nothing.
const PARTICLE_VERBS: &Words = words!["hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning"];

/// The first words of all phrases.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    all().map(|(text, _)| text.split(' ').next().unwrap_or(text))
}

/// The bound that the words at `at` set, and the first token after them. Two phrases may follow one another: "at least about".
pub(super) fn before(reader: &Reader<'_>, at: usize) -> Option<(Bound, usize)> {
    let (first, next) = phrase(reader, at)?;
    match phrase(reader, next) {
        Some((second, after)) if second != Bound::Exact => {
            Some((if matches!(first, Bound::About | Bound::Exact) { second } else { first }, after))
        }
        _ => Some((first, next)),
    }
}

fn phrase(reader: &Reader<'_>, at: usize) -> Option<(Bound, usize)> {
    let token = reader.token(at).filter(|token| token.may_be(BOUND))?;
    let list = PHRASES.get(token.key)?;
    // From its end, for many phrases share their first words.
    let stands = |phrase: &&Phrase| phrase.words.iter().enumerate().rev().all(|(i, word)| reader.is(at + i, word));
    let found = list.iter().find(stands)?;
    let next = at + found.words.len();
    if at > 0 && (reader.is(at, "over") && reader.is_any(at - 1, PARTICLE_VERBS) || measures_gap(reader, at, next)) {
        return None;
    }
    if reader.is(at, "up") && reader.is(at + 1, "to") && reaches(reader, at, next) {
        return None;
    }
    let bound = if is_denied(reader, at) { denied(found.bound) } else { found.bound };
    let sign = reader.kind(at) == Some(TokenKind::Mark);
    let part_of_other_sign = sign
        && (matches!(reader.word(at.wrapping_sub(1)), "=" | "<" | "-" | "/") && at > 0
            || matches!(reader.word(next), ">" | "="));
    (!part_of_other_sign).then_some((bound, next))
}

/// Whether "up" belongs to a verb or a count before it, so that "to" leads to what was reached: "edged up to 5.2 percent", "brings the
/// number up to 212", "is now up to 45". Of verbs that also move or hit so many ("shot up to $90", "shot up to 40 people"), money or a
/// share tells. "Fines go up to $5,000" bounds.
fn reaches(reader: &Reader<'_>, at: usize, figure: usize) -> bool {
    const RISING: &Words = words![
        "went", "gone", "going", "crept", "creeps", "ticked", "ticks", "edged", "edges", "inched", "nudged", "now",
        "number", "total", "toll", "tally"
    ];
    const MOVING: &Words =
        words!["moved", "moves", "shot", "shoots", "pushed", "pushes", "marked", "bid", "jumps", "drove"];
    const MODAL: &Words = words!["will", "to", "would"];
    let sum = matches!(reader.word(figure), "$" | "£" | "€" | "¥")
        || reader.is_any(figure + 1, words!["%", "percent", "per", "pence", "cents", "points"]);
    let Some(verb) = at.checked_sub(1) else { return false };
    reader.is_any(verb, RISING)
        || sum && reader.is_any(verb, MOVING)
        || verb > 0 && reader.is(verb, "go") && reader.is_any(verb - 1, MODAL)
}

/// Whether a verb of passing a line is denied: "must not exceed 30 mph", "unlikely to exceed 20", "has never fallen below 2 percent".
fn is_denied(reader: &Reader<'_>, at: usize) -> bool {
    const PASSING: &Words = words!["exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed"];
    const FALLEN: &Words =
        words!["fall", "fallen", "drop", "dropped", "dip", "dipped", "go", "gone", "slip", "slipped", "sink", "sunk"];
    let no = |at: usize| reader.is_any(at, words!["not", "never", "cannot"]) || reader.word(at).ends_with("n't");
    match () {
        () if reader.is_any(at, PASSING) => {
            let unlikely = at > 1 && reader.is(at - 1, "to") && reader.is(at - 2, "unlikely");
            at > 0 && no(at - 1) || unlikely
        }
        () if reader.is_any(at, words!["below", "above", "under"]) => {
            at > 1 && reader.is_any(at - 1, FALLEN) && no(at - 2)
        }
        () => false,
    }
}

/// What is left where a bound is denied.
const fn denied(bound: Bound) -> Bound {
    match bound {
        Bound::MoreThan => Bound::AtMost,
        Bound::LessThan => Bound::AtLeast,
        other => other,
    }
}

/// "12 percent more than $5", "three times higher than 20": a figure before says by how much, and the other is what it is more than.
fn measures_gap(reader: &Reader<'_>, at: usize, next: usize) -> bool {
    const BY: &Words = words!["%", "percent", "cent", "pct", "times", "points", "half", "third", "thirds", "quarter"];
    const THEN: &Words = words!["ago", "earlier", "before", "previously"];
    // "36 cents more than a year ago"
    let then = reader.is(next, "a") && reader.is_any(next + 2, THEN);
    let counted = then && [1, 2].iter().any(|&back| at >= back && reader.kind(at - back) == Some(TokenKind::Digits));
    reader.is(next - 1, "than") && (reader.is_any(at - 1, BY) || counted)
}

/// "Above the 1 million forecast", "more than the 50 seats": a comparison with a figure known before.
pub(super) fn compares_with_the(reader: &Reader<'_>, at: usize, next: usize) -> bool {
    const LAST: &Words = words!["above", "below", "than", "exceeding", "exceeded", "exceeds"];
    let compares = reader.is_any(next - 1, LAST) && next > at;
    compares
        && reader.is(next, "the")
        && reader.kind(next + 1) == Some(TokenKind::Digits)
        && reader.word(next + 1).len() != 4
}

/// The bound that the words after a figure set: "or more", "or so", "and up", "plus", "or less".
pub(super) fn after(reader: &Reader<'_>, at: usize) -> Option<(Bound, usize)> {
    if matches!(reader.word(at), "+" | "plus") && !reader.token(at)?.spaced {
        return Some((Bound::AtLeast, at + 1));
    }
    if reader.word(at) == "-" && reader.is(at + 1, "plus") {
        return Some((Bound::AtLeast, at + 2));
    }
    // "100-odd missiles", "twenty odd years"
    let hyphen = usize::from(reader.word(at) == "-");
    if reader.is(at + hyphen, "odd") && reader.kind(at + hyphen + 1) == Some(TokenKind::Word) {
        return Some((Bound::About, at + hyphen + 1));
    }
    let joint = reader.is(at, "or") || reader.is(at, "and");
    let than = usize::from(reader.is(at + 2, "than") && !starts_number(reader, at + 3));
    let next = at + 2 + than;
    let bound = match reader.word(at + 1) {
        "more" | "greater" | "higher" | "above" | "over" | "older" | "longer" | "larger" | "upward" | "upwards"
        | "up" | "better" => Bound::AtLeast,
        "less" | "fewer" | "lower" | "below" | "under" | "younger" | "shorter" | "smaller" | "down" => Bound::AtMost,
        "so" | "thereabouts" => Bound::About,
        _ => return None,
    };
    let compares = than == 0 && reader.is(at + 2, "than") || starts_number(reader, next) && bound != Bound::About;
    (joint && !compares).then_some((bound, next))
}

/// "5000 or more than 6000" sets a second figure, not a bound of the first.
fn starts_number(reader: &Reader<'_>, at: usize) -> bool {
    reader.kind(at) == Some(TokenKind::Digits)
}
