//! Word tables looked up by a token's hash: no allocation, and a look at one bit for the words that are in none. The hash, of
//! 64 bits, stands for the word, as it does in the lexicon.

use rustc_hash::FxHashMap;

use super::Token;
use super::token::key;

/// A table by hashes of words. Most words of a text are in no table, and one bit of a filter says so.
#[derive(Clone, Debug)]
pub(crate) struct Keyed<T> {
    filter: [u64; FILTER],
    entries: FxHashMap<u64, T>,
}

/// Filter words of 64 bits: sparse for the largest table.
const FILTER: usize = 128;

/// The filter word and the bit of a hash.
#[allow(clippy::cast_possible_truncation)]
const fn place_of(key: u64) -> (usize, u64) {
    let mixed = key ^ (key >> 29);
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self::new(FxHashMap::default())
    }
}

impl<T> Keyed<T> {
    /// The table of these entries.
    pub(crate) fn new(entries: FxHashMap<u64, T>) -> Self {
        let mut filter = [0; FILTER];
        for (word, bit) in entries.keys().map(|&key| place_of(key)) {
            filter[word % FILTER] |= bit;
        }
        Self { filter, entries }
    }

    /// All entries, in no order: for what is sorted or looked up again.
    pub(crate) fn values(&self) -> impl Iterator<Item = &T> {
        self.entries.values()
    }

    /// Whether anything stands under a hash; false is certain.
    #[inline]
    pub(crate) fn may_hold(&self, key: u64) -> bool {
        let (word, bit) = place_of(key);
        self.filter[word % FILTER] & bit != 0
    }

    fn find(&self, key: u64) -> Option<&T> {
        self.entries.get(&key)
    }

    /// What stands under a hash.
    #[inline]
    pub(crate) fn get(&self, key: u64) -> Option<&T> {
        if self.may_hold(key) { self.find(key) } else { None }
    }
}

/// A table from lower-case words to what they mean.
#[derive(Debug)]
pub(crate) struct Vocabulary<T> {
    entries: Keyed<(&'static str, T)>,
}

impl<T> Vocabulary<T> {
    /// A table of lower-case `words`. A word given twice keeps its last meaning.
    pub(crate) fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Self { entries: Keyed::new(words.into_iter().map(|(word, meaning)| (key(word), (word, meaning))).collect()) }
    }

    /// What a word means that is not a whole token, ASCII case ignored.
    pub(crate) fn get_word(&self, word: &str) -> Option<&T> {
        let (known, meaning) = self.entries.get(key(word))?;
        known.eq_ignore_ascii_case(word).then_some(meaning)
    }

    /// What the token means, ASCII case ignored.
    #[inline]
    pub(crate) fn get(&self, token: &Token) -> Option<&T> {
        self.entries.get(token.key).map(|(_, meaning)| meaning)
    }

    /// The words.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.entries.values().map(|(word, _)| *word)
    }
}

/// A short list of words that a rule asks for beside its token. The bits of their hashes are known when the program is
/// built, so that one look tells most tokens from all of them.
#[derive(Debug)]
pub(crate) struct Words {
    filter: [u64; Self::FILTER],
    keys: &'static [u64],
}

impl Words {
    const FILTER: usize = 4;

    /// The list, written with [`words!`].
    pub(crate) const fn new(keys: &'static [u64]) -> Self {
        let mut filter = [0; Self::FILTER];
        let mut at = 0;
        while at < keys.len() {
            let (word, bit) = place_of(keys[at]);
            filter[word % Self::FILTER] |= bit;
            at += 1;
        }
        Self { filter, keys }
    }

    /// What stands in the list for a word.
    pub(crate) const fn key(word: &str) -> u64 {
        key(word)
    }

    /// Whether the token is one of them, ASCII case ignored.
    #[inline]
    pub(crate) fn hold(&self, token: &Token) -> bool {
        let (word, bit) = place_of(token.key);
        self.filter[word % Self::FILTER] & bit != 0 && self.keys.contains(&token.key)
    }
}

/// A list of [`Words`] made when the program is built.
macro_rules! words {
    ($($word:expr),* $(,)?) => {
        const {
            const KEYS: &[u64] = &[$($crate::mention::Words::key($word)),*];
            &$crate::mention::Words::new(KEYS)
        }
    };
}
pub(crate) use words;
