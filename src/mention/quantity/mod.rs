//! Figures: numbers in digits or words with their bound words, units and counted nouns.

mod accept;
mod assemble;
mod bound;
mod cardinal;
mod change;
mod digits;
mod lexeme;
mod magnitude;
mod noun;
mod numeral;
mod range;
mod unit;
mod zero;

use std::sync::LazyLock;

use super::{QuantityMention, Read, Reader, TokenKind, Vocabulary};
use crate::value::VaguePreset;

/// The words that may begin a figure or the bound words before it.
static OPENERS: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let others = ["between", "from", "all", "full", "whole", "another", "no", "quarter"];
    let words = lexeme::openers().chain(bound::openers()).chain(unit::prefix_openers()).chain(others);
    Vocabulary::new(words.map(|word| (word, ())))
});

/// Reads the figure that begins with the token at `at`, bound words included.
pub(super) fn read(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Read<QuantityMention>> {
    if !may_open(reader, at) {
        return None;
    }
    if let Some(zero) = zero::read(reader, at) {
        return Some(zero);
    }
    let found = range::read(reader, at, vague)?;
    let counted = accept::counted(reader, &found)?;
    assemble::mention(reader, &found, counted)
}

/// One probe: digits, a sign of money or comparison, or a word of the table.
fn may_open(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| match token.kind {
        TokenKind::Digits => true,
        TokenKind::Break => false,
        TokenKind::Word => {
            OPENERS.get(reader.text, token).is_some() || token.capital && unit::scaled_code(reader, at).is_some()
        }
        TokenKind::Mark => opens_by_mark(token.span.text(reader.text)),
    })
}

fn opens_by_mark(mark: &str) -> bool {
    match mark.as_bytes() {
        [byte] => matches!(byte, b'$' | b'-' | b'<' | b'>' | b'~' | b'.'),
        _ => !matches!(mark, "“" | "”" | "’" | "‘" | "…" | "—"),
    }
}
