//! Reports: everything a run found, and the formats it can be written in. The only room that writes.

mod index;
pub mod json;
pub mod names;

use crate::align::Event;
use crate::article::Skipped;
use crate::claim::Extract;
use crate::verdict::Finding;

pub use index::Index;

/// Everything a `check` found. All vectors are in their final order.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// One record an article, sorted by id.
    pub extracts: Vec<Extract>,
    /// Groups of articles that repeat one another: places in `extracts`, the oldest first, two at least in each.
    pub copies: Vec<Vec<usize>>,
    /// Linked events.
    pub events: Vec<Event>,
    /// Findings: conflicts first, then by severity, rule and subject.
    pub findings: Vec<Finding>,
    /// Sources that could not be read.
    pub skipped: Vec<Skipped>,
    /// Pairs that missed the linking threshold by little: two claim ids and a sentence.
    pub near_misses: Vec<(String, String, String)>,
}
