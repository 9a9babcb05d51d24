//! Symbols: the shadow as the walks read it. A run of letters is one symbol, and so is every other byte; a walk then takes one
//! step a word, and what it must remember of words is small.

use crate::lexicon::{BASIS, with_byte};

/// One symbol of a shadow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    /// What it is: the byte itself, or the hash of a word, which is above every byte. Words of one hash are one symbol: the
    /// walks may then let through what does not match, and never stop what does.
    pub(super) key: u64,
    /// Where it begins, in bytes of the shadow.
    pub(super) at: usize,
}

impl Symbol {
    /// Whether it is a word.
    pub(super) const fn is_word(self) -> bool {
        self.key >= WORD
    }
}

/// A bit that every word has.
const WORD: u64 = 1 << 63;
/// The symbols of one shadow; their memory is used again for the next.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    pub(super) all: Vec<Symbol>,
    /// The index of the symbol of every control byte, in order.
    pub(super) marks: Vec<usize>,
}

impl Symbols {
    /// Reads a shadow.
    pub(super) fn read(&mut self, shadow: &[u8]) {
        self.all.clear();
        self.marks.clear();
        let mut at = 0;
        while let Some(&byte) = shadow.get(at) {
            let start = at;
            let mut key = u64::from(byte);
            if byte.is_ascii_lowercase() {
                (key, at) = word_at(shadow, at);
            } else {
                at += 1;
            }
            if byte < b' ' {
                self.marks.push(self.all.len());
            }
            self.all.push(Symbol { key, at: start });
        }
    }
}

/// The hash of the letters from `at`, and where they end.
fn word_at(shadow: &[u8], mut at: usize) -> (u64, usize) {
    let mut hash = BASIS;
    while let Some(letter) = shadow.get(at).filter(|byte| byte.is_ascii_lowercase()) {
        hash = with_byte(hash, *letter);
        at += 1;
    }
    (hash | WORD, at)
}

/// The symbol of a word of small letters.
pub(super) fn word_key(word: &[u8]) -> u64 {
    word_at(word, 0).0
}
