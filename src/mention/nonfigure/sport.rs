//! Figures of sport: scores, and shots and places that are named by a number.

use super::{glued, is_digits};
use crate::mention::{Reader, TokenKind, Words, quantity, words};

/// "3-pointers", "a 3-under 69", "at 12 under": the name of a shot, and a place against par.
pub(super) fn of_sport(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const WORDS: &Words = words!["pointer", "pointers", "under", "over"];
    let ends = || reader.is(at + 2, "par") || !matches!(reader.kind(at + 2), Some(TokenKind::Word | TokenKind::Digits));
    if reader.word(at).len() < 3 && reader.is_any(at + 1, words!["under", "over"]) && ends() {
        return Some(at + 2 + usize::from(reader.is(at + 2, "par")));
    }
    let joined = reader.word(at + 1) == "-" && glued(reader, at + 1) && glued(reader, at + 2);
    (joined && reader.is_any(at + 2, WORDS)).then_some(at + 3)
}

/// "a five-under-par 65", "Ground Zero": a place against par, and a name of nothing.
pub(super) fn of_sport_in_words(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let number = quantity::small_number(reader, at)?;
    let named = number == 0 && at > 0 && reader.is_any(at - 1, words!["ground", "patient"]);
    let par = glued(reader, at + 1) && reader.word(at + 1) == "-" && reader.is_any(at + 2, words!["under", "over"]);
    let named_par = reader.word(at + 3) == "-" && reader.is(at + 4, "par");
    if named { Some(at + 1) } else { par.then_some(at + 3 + 2 * usize::from(named_par)) }
}

/// "2-1", "3–0": two small figures of which the first is not less, or that words of sport stand beside.
pub(super) fn score(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let mark = matches!(reader.word(at + 1), "-" | "–")
        && glued(reader, at + 1)
        && glued(reader, at + 2)
        && is_digits(reader, at + 2);
    if !mark {
        return None;
    }
    let number = |i: usize| reader.word(i).parse::<u32>().ok();
    let (Some(first), Some(second)) = (number(at), number(at + 2)) else { return None };
    let longer = matches!(reader.word(at + 3), "-" | "–") && is_digits(reader, at + 4);
    // "3-1/2 cents" is a mixed fraction.
    let fraction = reader.word(at + 3) == "/" && glued(reader, at + 3) && is_digits(reader, at + 4);
    let plain = !fraction && !matches!(reader.word(at + 3), "%" | "-") && !glued_word(reader, at + 3);
    let beside = |words: &Words| (at.saturating_sub(6)..at + 8).any(|i| reader.is_any(i, words));
    let small = !longer && plain && first < 200 && second < 200;
    (small && (first >= second || beside(SPORT)) && !beside(VOTE)).then_some(at + 3)
}

fn glued_word(reader: &Reader<'_>, at: usize) -> bool {
    glued(reader, at) && reader.kind(at) == Some(TokenKind::Word)
}

const SPORT: &Words = words![
    "won", "beat", "lost", "win", "victory", "defeat", "defeated", "draw", "drew", "score", "scored", "lead", "led",
    "match", "game", "final", "set",
];

const VOTE: &Words = words![
    "vote",
    "voted",
    "votes",
    "majority",
    "margin",
    "passed",
    "senate",
    "house",
    "lawmakers",
    "parliament",
    "ruled",
    "decision",
];
