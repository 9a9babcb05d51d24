//! How the steps of a comparison are told: in words for people, or by their weights alone where a whole pile is linked.

use super::Step;

/// Says a step, with or without what was found in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Teller {
    aloud: bool,
}

impl Teller {
    /// Tells everything.
    pub(super) const ALOUD: Self = Self { aloud: true };
    /// Only weighs: the words of a million pairs that nobody reads would cost more than the comparison.
    pub(super) const SILENT: Self = Self { aloud: false };

    /// Whether somebody reads the steps.
    pub(super) const fn is_aloud(self) -> bool {
        self.aloud
    }

    /// A step that weighs.
    pub(super) fn weighs(self, name: &'static str, weight: f64, found: impl FnOnce() -> String) -> Step {
        Step { name, found: self.said(found), weight: Some(weight), forbids: false }
    }

    /// A step that forbids.
    pub(super) fn forbids(self, name: &'static str, found: impl FnOnce() -> String) -> Step {
        Step { name, found: self.said(found), weight: None, forbids: true }
    }

    fn said(self, found: impl FnOnce() -> String) -> String {
        if self.aloud { found() } else { String::new() }
    }
}
