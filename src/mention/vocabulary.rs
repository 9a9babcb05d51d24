//! Word tables looked up by a token's hash: no allocation, one probe a token.

use rustc_hash::FxHashMap;

use super::Token;
use super::token::key;

/// A table from lower-case words to what they mean.
#[derive(Debug)]
pub(crate) struct Vocabulary<T> {
    entries: FxHashMap<u64, (&'static str, T)>,
}

impl<T> Vocabulary<T> {
    /// A table of lower-case `words`. A word given twice keeps its last meaning.
    pub(crate) fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self { entries: words.into_iter().map(|(word, meaning)| (key(word), (word, meaning))).collect() }
    }

    /// What a word means, ASCII case ignored.
    pub(crate) fn get_word(&self, word: &str) -> Option<&T> {
        let (known, meaning) = self.entries.get(&key(word))?;
        known.eq_ignore_ascii_case(word).then_some(meaning)
    }

    /// What the token means, ASCII case ignored.
    pub(crate) fn get(&self, text: &str, token: &Token) -> Option<&T> {
        let (word, meaning) = self.entries.get(&token.key)?;
        word.eq_ignore_ascii_case(token.span.text(text)).then_some(meaning)
    }
    /// What a word means that is not a whole token, ASCII case ignored.
    pub(crate) fn of(&self, written: &str) -> Option<&T> {
        let (word, meaning) = self.entries.get(&key(written))?;
        word.eq_ignore_ascii_case(written).then_some(meaning)
    }
}
