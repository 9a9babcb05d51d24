//! What matching keeps from article to article: the states that the walks around values have come to.

use std::sync::Mutex;

use super::walk::States;

/// The states of every expression of a rule set: patterns first, then what stops them.
pub(super) type Walks = Vec<States>;

/// One set of states for each thread that matches at the same moment.
#[derive(Debug, Default)]
pub(super) struct Memory {
    spare: Mutex<Vec<Walks>>,
}

impl Memory {
    /// States to go on with, or room for new ones.
    pub(super) fn take(&self, expressions: usize) -> Walks {
        let spare = self.spare.lock().ok().and_then(|mut spare| spare.pop());
        spare.unwrap_or_else(|| std::iter::repeat_with(States::default).take(expressions).collect())
    }

    /// Keeps states for the next article.
    pub(super) fn keep(&self, walks: Walks) {
        if let Ok(mut spare) = self.spare.lock() {
            spare.push(walks);
        }
    }
}
