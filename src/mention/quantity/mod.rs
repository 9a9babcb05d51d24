//! Figures: numbers in digits or words with their bound words, units and counted nouns.

mod accept;
mod age;
mod assemble;
mod bound;
mod cardinal;
mod change;
mod compound;
mod digits;
mod iso;
mod lexeme;
mod list;
mod magnitude;
mod noun;
mod numeral;
mod pounds;
mod range;
mod rate;
mod unit;
mod zero;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub(crate) use noun::singular;

use std::sync::LazyLock;

use super::class::FIGURE;
use super::{QuantityMention, Read, Reader, TokenKind, Vocabulary, nonfigure, tokenize};
use crate::lexicon::Lexicon;
use crate::value::{Catalogue, VaguePreset};

/// The words that may begin a figure or the bound words before it.
static OPENERS: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let others = ["between", "from", "all", "full", "whole", "another", "no", "quarter"];
    let words = lexeme::openers()
        .chain(bound::openers())
        .chain(unit::prefix_openers())
        .chain(iso::OPENERS.iter().copied())
        .chain(others);
    Vocabulary::new(words.map(|word| (word, ())))
});

/// The words that may begin a figure.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    OPENERS.words()
}

/// The words that may begin a figure without bound words.
pub(super) fn bare_openers() -> impl Iterator<Item = &'static str> {
    magnitude::openers()
}

/// The words that may begin bound words.
pub(super) fn bound_openers() -> impl Iterator<Item = &'static str> {
    bound::openers()
}

/// The words and signs that may begin a unit.
pub(super) fn unit_openers() -> impl Iterator<Item = &'static str> {
    unit::openers()
}

/// The words that numbers are made of.
pub(super) fn number_words() -> impl Iterator<Item = &'static str> {
    lexeme::words().map(|(word, _)| word)
}

/// Reads the figure that begins with the token at `at`, bound words included.
pub(super) fn read(reader: &Reader<'_>, at: usize, vague: VaguePreset) -> Option<Read<QuantityMention>> {
    if !may_open(reader, at) || is_denominator(reader, at) {
        return None;
    }
    if let Some(zero) = zero::read(reader, at) {
        return Some(zero);
    }
    let found = range::read(reader, at, vague)?;
    let counted = accept::counted(reader, found)?;
    assemble::mention(reader, counted)
}

/// Whether a number that is told, in digits or words, begins at the token: not "a", "few", "third".
pub(super) fn begins_number(reader: &Reader<'_>, at: usize) -> bool {
    use lexeme::Lexeme::{Hundred, Small, Tens};
    reader.kind(at) == Some(TokenKind::Digits)
        || matches!(lexeme::lexeme(reader, at), Some(Small(_) | Tens(_) | Hundred))
}

/// Whether capitals are the code of a currency, with or without the M of millions: "EUR125", "MUSD 5"; but "NBC10" is no sum.
pub(super) fn is_money_code(word: &str) -> bool {
    let is_code = |code: &str| Catalogue::shared().index(code).is_some() && !unit::is_word_code(code);
    is_code(word) || word.len() == 4 && word.strip_prefix('M').is_some_and(is_code)
}

/// Whether a word is part of a number: "twenty", "million", "half".
pub(super) fn is_number_word(reader: &Reader<'_>, at: usize) -> bool {
    lexeme::lexeme(reader, at).is_some()
}

/// The number below twenty that one word tells.
pub(super) fn small_number(reader: &Reader<'_>, at: usize) -> Option<u32> {
    match lexeme::lexeme(reader, at)? {
        lexeme::Lexeme::Small(number) => u32::try_from(number).ok(),
        _ => None,
    }
}

/// Whether a fraction in digits with its unit stands at `at`, which a date in digits looks like: "1/2 cup".
pub(super) fn is_measured_fraction(reader: &Reader<'_>, at: usize) -> bool {
    reader.word(at + 1) == "/"
        && reader.kind(at + 2) == Some(TokenKind::Digits)
        && reader.kind(at + 3) == Some(TokenKind::Word)
        && unit::after(reader, at + 3).is_some()
}

/// Whether the letter at `at` is a degree of temperature: "104F" where the words around it speak of the weather.
pub(super) fn is_degree(reader: &Reader<'_>, at: usize) -> bool {
    unit::is_degree(reader, at)
}

/// Whether a figure before the token would count what stands there.
pub(super) fn is_counted(reader: &Reader<'_>, at: usize) -> bool {
    noun::plural(reader, at).is_some()
}

/// Whether a unit stands at the token, behind a figure.
pub(super) fn is_unit(reader: &Reader<'_>, at: usize) -> bool {
    unit::after(reader, at).is_some()
}

/// Whether "st" after a figure stands for stones.
pub(super) fn is_stone(reader: &Reader<'_>, at: usize) -> bool {
    unit::is_stone(reader, at)
}

/// Reads a text that is one figure and nothing else: "90 minutes", "$2.5 million", "more than 10 km".
pub fn read_quantity(text: &str) -> Option<QuantityMention> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let lexicon = Lexicon::default();
    let reader = Reader { text, tokens: &tokens, lexicon: &lexicon, published: None };
    if nonfigure::skip(&reader, 0).is_some() {
        return None;
    }
    let found = range::read(&reader, 0, VaguePreset::default())?;
    let counted = accept::counted(&reader, found)?;
    let noun = counted.noun.as_ref().map_or(0, |noun| noun.next);
    let read = assemble::mention(&reader, counted)?;
    (read.next.max(noun) == tokens.len()).then_some(read.payload)
}

/// One probe: digits, a sign of money or comparison, or a word of the table.
fn may_open(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| match token.kind {
        TokenKind::Digits => true,
        TokenKind::Break => false,
        TokenKind::Word => {
            token.may_be(FIGURE) && OPENERS.get(token).is_some()
                || token.capital && unit::scaled_code(reader, at).is_some()
        }
        TokenKind::Mark => opens_by_mark(reader, at),
    })
}

/// "per 100,000 people": a rate is to so many, and nobody counted them.
fn is_denominator(reader: &Reader<'_>, at: usize) -> bool {
    at > 0 && reader.is(at - 1, "per") && begins_number(reader, at)
}

/// Most marks are the stop of a sentence, which opens a figure only before digits.
fn opens_by_mark(reader: &Reader<'_>, at: usize) -> bool {
    match reader.tokens[at].bytes(reader.text) {
        b"." => reader.kind(at + 1) == Some(TokenKind::Digits),
        b"-" => reader.kind(at + 1) != Some(TokenKind::Word),
        [byte] => matches!(byte, b'$' | b'-' | b'<' | b'>' | b'~'),
        _ => !matches!(reader.word(at), "“" | "”" | "’" | "‘" | "…" | "—"),
    }
}
