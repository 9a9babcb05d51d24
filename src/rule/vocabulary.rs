//! Words met before, with the trigger words that stand in them. News repeats its words: to look one up costs the same however
//! many rules there are, where an automaton of all trigger words outgrows the nearest memory.

use rustc_hash::FxHashMap;

/// The most words that are remembered: more than the vocabulary of some hundred articles.
const REMEMBERED: usize = 1 << 15;

/// Words by their symbols, with the sets of trigger words some of which stand in them.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: FxHashMap<u64, (u32, u32)>,
    sets: Vec<u32>,
}

impl Vocabulary {
    /// The sets of a word; `None` for one that was not met before.
    #[inline]
    pub(super) fn get(&self, word: u64) -> Option<&[u32]> {
        let &(start, end) = self.words.get(&word)?;
        Some(&self.sets[start as usize..end as usize])
    }

    /// Remembers a word.
    pub(super) fn learn(&mut self, word: u64, sets: impl Iterator<Item = u32>) -> &[u32] {
        if self.words.len() >= REMEMBERED {
            self.words.clear();
            self.sets.clear();
        }
        let start = self.sets.len();
        self.sets.extend(sets);
        let end = self.sets.len();
        let place = |at: usize| u32::try_from(at).unwrap_or(0);
        self.words.insert(word, (place(start), place(end)));
        &self.sets[start..end]
    }
}
