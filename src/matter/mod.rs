//! Matters: what a finding is about, told in words that another run uses again. By its matter a finding is known however lines
//! moved, paragraphs were edited or copies came in, and by its figures it shows what has changed since.

mod drift;
mod told;

pub use drift::{Drift, Likeness};
pub use told::matters;

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::stable_id;

/// What a finding is about and who says what of it: no line, no span, no sentence. Its form is part of the JSON form and of
/// decision files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// The rule's id.
    pub rule: String,
    /// Which of an event's figures: "subgroup child", "stage planned", "cumulative".
    #[serde(default)]
    pub slot: BTreeSet<String>,
    /// Keys of those it is about.
    #[serde(default)]
    pub participants: BTreeSet<String>,
    /// Keys of the places.
    #[serde(default)]
    pub places: BTreeSet<String>,
    /// The days of the event, as the articles tell them.
    #[serde(default)]
    pub days: BTreeSet<String>,
    /// The days of publication.
    #[serde(default)]
    pub published: BTreeSet<String>,
    /// The figures, each with the outlets that give it.
    #[serde(default)]
    pub figures: Vec<Told>,
}

/// One figure and who gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// What is asserted, canonical: "more-than 5400 second".
    pub says: String,
    /// The words of the first who says so, for people.
    #[serde(default)]
    pub words: String,
    /// The outlets, sorted.
    pub by: BTreeSet<String>,
}

impl Matter {
    /// A hash of what it is about and of its figures. It survives whatever leaves those as they are; another outlet that
    /// repeats one of the figures changes nothing.
    pub fn fingerprint(&self) -> Arc<str> {
        let listed = |list: &BTreeSet<String>| list.iter().map(String::as_str).collect::<Vec<_>>().join("\u{1e}");
        let days = if self.days.is_empty() { &self.published } else { &self.days };
        let mut parts: Vec<String> = vec![self.rule.clone()];
        parts.extend([&self.slot, &self.participants, &self.places, days].map(listed));
        parts.extend(self.figures.iter().map(|told| told.says.clone()));
        stable_id(&parts.join("\u{1f}"))
    }

    /// Whether two may speak of one fact: the same rule and slot, and days, places and people that meet where both name some.
    pub fn may_be(&self, other: &Self) -> bool {
        let dated = !self.days.is_empty() && !other.days.is_empty();
        let when = if dated { meet(&self.days, &other.days) } else { meet(&self.published, &other.published) };
        self.rule == other.rule
            && self.slot == other.slot
            && when
            && meet(&self.places, &other.places)
            && meet(&self.participants, &other.participants)
    }
}

/// Whether two lists share something, or one of them says nothing.
fn meet(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    a.is_empty() || b.is_empty() || !a.is_disjoint(b)
}
