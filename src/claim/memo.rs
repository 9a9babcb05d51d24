//! What the drafts of one article share: what was told from its words once, whatever the claim.

use std::cell::{OnceCell, RefCell};

use rustc_hash::FxHashMap;

use super::when::Use;
use crate::article::Span;
use crate::lexicon::EntryId;

/// Told from the words of an article, each once.
#[derive(Debug, Default)]
pub(super) struct Memo {
    /// Whether headline or lead speak of several incidents.
    pub(super) of_several: OnceCell<bool>,
    /// Whether the sentence that begins at a byte does.
    several_in: RefCell<FxHashMap<usize, bool>>,
    /// What the date at a byte does in a stretch from byte to byte.
    uses: RefCell<FxHashMap<(usize, usize, usize), Use>>,
    /// Whether the article means the region that bears a town's name.
    regions: RefCell<FxHashMap<EntryId, bool>>,
}

impl Memo {
    /// Whether the article means the region that bears a town's name, as `tell` says.
    pub(super) fn means_region(&self, town: EntryId, tell: impl FnOnce() -> bool) -> bool {
        *self.regions.borrow_mut().entry(town).or_insert_with(tell)
    }

    /// Whether a sentence speaks of several incidents, as `tell` says.
    pub(super) fn several_in(&self, sentence: Span, tell: impl FnOnce() -> bool) -> bool {
        *self.several_in.borrow_mut().entry(sentence.start()).or_insert_with(tell)
    }

    /// What a date does in a stretch, as `tell` says.
    pub(super) fn use_of(&self, stretch: Span, date: Span, tell: impl FnOnce() -> Use) -> Use {
        *self.uses.borrow_mut().entry((stretch.start(), stretch.end(), date.start())).or_insert_with(tell)
    }
}
