//! What the drafts of one article share: what was told from its words once, whatever the claim.

use std::cell::{OnceCell, RefCell};
use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::locative::is_harm;
use super::place::Told;
use super::site::Site;
use super::when::Use;
use crate::article::Span;
use crate::lexicon::EntryId;
use crate::mention::Leaf;

/// What may be asked of the words of an article: every claim asks it of the same headline, lead and sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// Whether a stretch speaks of several incidents.
    Several,
    /// Whether a stretch tells of harm.
    Harm,
    /// Whether it tells of harm, or of a strike or riot that may have done it.
    Attack,
    /// Whether it names a weekday that is not read as a date.
    Weekday,
    /// Whether somebody says something in it.
    Saying,
    /// Whether the words before a place, from the beginning of a stretch, make it a location.
    Location,
    /// Whether they take it for a landmark.
    Landmark,
    /// Whether a place stands for itself.
    Itself,
    /// Whether it stands in brackets that explain something.
    Aside,
    /// Whether a date is that of an arrest, a report, a picture or talks, asked of a claim behind it.
    OtherThanHarm,
    /// Whether a date's clause tells since when something has been so, asked of a claim in another sentence.
    InSince,
}

/// All that an answer hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Asked {
    question: Question,
    /// Whether the claim is one of harm, of which words mean other things.
    harm: bool,
    /// The claim's own leaf, which does not count among the names around it.
    own: usize,
    stretch: Span,
    /// Where the leaf begins that is asked about; where the stretch does if none is.
    leaf: usize,
}

/// Told from the words of an article, each once.
#[derive(Debug, Default)]
pub(super) struct Memo {
    /// Whether headline or lead speak of several incidents.
    pub(super) of_several: OnceCell<bool>,
    answers: RefCell<FxHashMap<Asked, bool>>,
    /// What a stretch before a claim's sentence says of the place; a headline is read otherwise than a lead.
    places: RefCell<FxHashMap<(Asked, bool), Option<Told>>>,
    /// What the date at a byte does in a stretch.
    uses: RefCell<FxHashMap<(Span, usize), Use>>,
    /// The words in which the leaf at a byte speaks in a stretch.
    speaking: RefCell<FxHashMap<(usize, Span, usize), Option<Span>>>,
    /// Whether the article means the region that bears a town's name.
    regions: RefCell<FxHashMap<EntryId, bool>>,
}

/// What stands under a key, told where it is asked for first. Telling may ask again, so nothing is held borrowed meanwhile.
fn once<K: Eq + Hash, V: Clone>(memory: &RefCell<FxHashMap<K, V>>, key: K, tell: impl FnOnce() -> V) -> V {
    let known = memory.borrow().get(&key).cloned();
    known.unwrap_or_else(|| {
        let told = tell();
        memory.borrow_mut().insert(key, told.clone());
        told
    })
}

impl Memo {
    /// Whether the article means the region that bears a town's name, as `tell` says.
    pub(super) fn means_region(&self, town: EntryId, tell: impl FnOnce() -> bool) -> bool {
        once(&self.regions, town, tell)
    }

    /// What a date does in a stretch, as `tell` says.
    pub(super) fn use_of(&self, stretch: Span, date: Span, tell: impl FnOnce() -> Use) -> Use {
        once(&self.uses, (stretch, date.start()), tell)
    }
}

impl Site<'_> {
    /// The answer to a question about a stretch, as `tell` says.
    pub(super) fn ask(&self, question: Question, stretch: Span, tell: impl FnOnce() -> bool) -> bool {
        self.answer(question, stretch, stretch.start(), tell)
    }

    /// The answer to a question about a leaf and the stretch around it, as `tell` says.
    pub(super) fn ask_of(&self, question: Question, stretch: Span, leaf: &Leaf, tell: impl FnOnce() -> bool) -> bool {
        self.answer(question, stretch, leaf.span.start(), tell)
    }

    fn answer(&self, question: Question, stretch: Span, leaf: usize, tell: impl FnOnce() -> bool) -> bool {
        once(&self.memo.answers, self.asked(question, stretch, leaf), tell)
    }

    fn asked(&self, question: Question, stretch: Span, leaf: usize) -> Asked {
        Asked { question, harm: is_harm(self), own: self.own_name(), stretch, leaf }
    }

    /// What a stretch before the claim's sentence says of the place, as `tell` says, which must not look at what stands between.
    pub(super) fn place_in(&self, stretch: Span, title: bool, tell: impl FnOnce() -> Option<Told>) -> Option<Told> {
        once(&self.memo.places, (self.asked(Question::Location, stretch, stretch.start()), title), tell)
    }

    /// The words in which a leaf speaks in a stretch, as `tell` says.
    pub(super) fn speaking(&self, stretch: Span, leaf: &Leaf, tell: impl FnOnce() -> Option<Span>) -> Option<Span> {
        once(&self.memo.speaking, (self.own_name(), stretch, leaf.span.start()), tell)
    }

    /// The claim's own leaf where it is a name or a date; no figure is asked about.
    fn own_name(&self) -> usize {
        let leaf = self.matched.leaf.filter(|_| !self.rule.kind().is_layer());
        leaf.filter(|&leaf| self.mentions.quantity(&self.mentions.leaves[leaf]).is_none()).unwrap_or(usize::MAX)
    }
}
