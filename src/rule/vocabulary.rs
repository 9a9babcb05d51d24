//! Words met before, with the trigger words that stand in them. News repeats its words: to look one up costs the same however
//! many rules there are, where an automaton of all trigger words outgrows the nearest memory.

use rustc_hash::FxHashMap;

/// The most words that are remembered: more than the vocabulary of some hundred articles.
const REMEMBERED: usize = 1 << 15;

/// The most letters that are remembered, in bytes: a text may be one endless word.
const LETTERS: usize = 1 << 20;

/// A set of trigger words some of which stand in a word, in bytes from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Within {
    pub(super) set: usize,
    /// Where the first ends.
    pub(super) first_end: usize,
    /// Where the last begins.
    pub(super) last_start: usize,
}

/// Words in the letters they were met in.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: FxHashMap<Box<[u8]>, Box<[Within]>>,
    letters: usize,
}

impl Vocabulary {
    /// What stands in a word; `None` for one that was not met before.
    pub(super) fn get(&self, word: &[u8]) -> Option<&[Within]> {
        self.words.get(word).map(|within| &**within)
    }

    /// Remembers a word.
    pub(super) fn learn(&mut self, word: &[u8], within: Vec<Within>) -> &[Within] {
        if self.words.len() >= REMEMBERED || self.letters >= LETTERS {
            self.words.clear();
            self.letters = 0;
        }
        self.letters += word.len();
        self.words.entry(word.into()).or_insert_with(|| within.into())
    }
}
