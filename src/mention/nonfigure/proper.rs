//! Numbers that end a proper name: "Maroon 5", "Super Bowl 50", "the Big Three".

use super::is_digits;
use super::model::ends_name;
use crate::mention::{Reader, TokenKind, Words, quantity, words};

/// "Maroon 5", "Super Bowl 50", "Studio 54": a capitalised word inside a sentence and a number that counts nothing. A place
/// behind "in" and what an earlier number goes on with ("he won 306 and Lee 232") may be counted, and so may all in a headline.
pub(super) fn ends_proper_name(reader: &Reader<'_>, at: usize) -> bool {
    const PLACED: &Words = words!["in", "from", "of", "by", "than"];
    const JOINTS: &Words = words!["and", "while", "to", "or", "but"];
    let capital = |i: &usize| reader.kind(*i) == Some(TokenKind::Word) && reader.tokens[*i].capital;
    if !ends_name(reader, at + 1) {
        return false;
    }
    let Some(first) = (at.saturating_sub(NAME)..at).rev().take_while(capital).last() else { return false };
    let Some(before) = first.checked_sub(1).filter(|&i| reader.kind(i) == Some(TokenKind::Word)) else { return false };
    let earlier = || (first.saturating_sub(SENTENCE)..first).any(|i| is_digits(reader, i));
    let goes_on = reader.is_any(before, JOINTS) && earlier();
    !reader.is_any(before, PLACED) && !goes_on && !is_headline(reader, at)
}

/// Words at most of a name.
const NAME: usize = 5;

/// Tokens to each side that tell a sentence from a headline.
const SENTENCE: usize = 8;

/// Whether no longer word near is written small, as in a headline: "Crash Kills 12 in Texas".
fn is_headline(reader: &Reader<'_>, at: usize) -> bool {
    let near = at.saturating_sub(SENTENCE)..(at + SENTENCE).min(reader.tokens.len());
    !near.into_iter().any(|i| {
        let token = &reader.tokens[i];
        token.kind == TokenKind::Word && !token.capital && token.span.len() > 4
    })
}

/// "the Big Three", "Ocean's Eleven", "7-Eleven": a number word with a capital that no sentence gives it.
pub(super) fn capital_in_name(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let token = reader.token(at).filter(|token| token.capital)?;
    let before = at.checked_sub(1).filter(|&i| reader.tokens[i].kind == TokenKind::Word && reader.tokens[i].capital)?;
    let inside = before > 0 && reader.tokens[before - 1].kind == TokenKind::Word && token.spaced;
    let named = inside && quantity::small_number(reader, at).is_some() && ends_name(reader, at + 1);
    (named && !is_headline(reader, at)).then_some(at + 1)
}
