//! What matching keeps from article to article: the states that the walks around values have come to, and the words met.

use std::sync::Mutex;

use super::hits::Reach;
use super::shadow::Shadow;
use super::vocabulary::Vocabulary;
use super::walk::Trodden;

/// What one thread keeps.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The states of every expression of a rule set: patterns first, then what stops them.
    pub(super) walks: Vec<Trodden>,
    pub(super) vocabulary: Vocabulary,
    /// Room for a sentence, and for where the sets of trigger words stand in it: nowhere.
    pub(super) shadow: Shadow,
    pub(super) reach: Vec<Reach>,
}

/// What is kept for each thread that matches at the same moment.
#[derive(Debug, Default)]
pub(super) struct Memory {
    spare: Mutex<Vec<Kept>>,
}

impl Memory {
    /// What to go on with, or room for new states.
    pub(super) fn take(&self, expressions: usize) -> Kept {
        let mut kept = self.spare.lock().ok().and_then(|mut spare| spare.pop()).unwrap_or_default();
        kept.walks.resize_with(expressions, Trodden::default);
        kept
    }

    /// Keeps it for the next article.
    pub(super) fn keep(&self, kept: Kept) {
        if let Ok(mut spare) = self.spare.lock() {
            spare.push(kept);
        }
    }
}
