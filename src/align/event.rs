//! Events linked across articles.

use std::sync::Arc;

use crate::value::DateSpan;

/// An event as several articles tell it.
#[derive(Clone, Debug)]
pub struct Event {
    /// Stable id.
    pub id: Arc<str>,
    /// Kind of event, from the rules.
    pub kind: String,
    /// Participants' keys, sorted.
    pub participants: Vec<String>,
    /// Place key, the most telling one.
    pub place: Option<String>,
    /// When.
    pub date: Option<DateSpan>,
    /// Its article-events: index of the extract and of the article-event in it, in order.
    pub members: Vec<(usize, usize)>,
    /// Similarity of the weakest link that holds it together, 0 to 1; `None` for a single member.
    pub weakest: Option<f64>,
}

/// One line of the waterfall that explains a pair: what was compared, what it found, what it weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was compared: `kind`, `date`, `place`, `participants`, `words`, ….
    pub name: &'static str,
    /// What was found, for people.
    pub found: String,
    /// Its weight in the sum (log2 of the likelihood ratio); `None` for a step that only permits or forbids.
    pub weight: Option<f64>,
    /// Whether this step alone forbids the link.
    pub forbids: bool,
}

/// Two article-events, each as index of its extract and index in it.
pub type EventPair = ((usize, usize), (usize, usize));

/// What keeps two article-events of one block apart.
#[derive(Clone, Debug)]
pub struct Obstacle {
    /// The two.
    pub pair: EventPair,
    /// The first step that forbids.
    pub step: Step,
}

/// A pair that missed the threshold by little.
#[derive(Clone, Debug)]
pub struct NearMiss {
    /// The two.
    pub pair: EventPair,
    /// How likely they are one event.
    pub probability: f64,
}

/// What linking found.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// Events, in the order of their first member.
    pub events: Vec<Event>,
    /// Tellings that would be one event if their dates were known.
    pub unresolved: Vec<Event>,
    /// Pairs that a step forbids.
    pub obstacles: Vec<Obstacle>,
    /// Pairs that missed the threshold by little.
    pub near_misses: Vec<NearMiss>,
    /// How many tellings share their places and days with so many that they were compared with the nearest alone.
    pub crowded: usize,
}
