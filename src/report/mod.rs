//! Reports: everything a run found, and the formats it can be written in. The only room that writes.

pub mod anatomy;
pub mod annotations;
mod asserted;
mod cells;
pub mod claim_review;
pub mod claims;
pub mod coverage;
pub mod csv;
pub mod differences;
pub mod evaluation;
pub mod explain;
mod figure;
pub mod github;
#[cfg(feature = "report-html")]
pub mod html;
pub mod in_force;
mod index;
pub mod json;
pub mod junit;
pub mod lint;
pub mod markdown;
mod marked;
mod marks;
pub mod names;
mod place;
pub mod profile;
pub mod proposal;
mod prose;
mod rows;
pub mod rulebook;
pub mod runs;
#[cfg(test)]
mod sample;
pub mod sarif;
mod settings;
mod style;
pub mod table;
mod telling;
mod text;
pub mod trial;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::collections::{BTreeMap, BTreeSet};

use crate::align::Event;
use crate::article::Skipped;
use crate::claim::Extract;
use crate::decision::Decided;
use crate::history::{Changes, Entry};
use crate::matter::Matter;
use crate::rule::Severity;
use crate::verdict::Finding;

pub use index::{Index, Mark};
pub use text::clean;

/// How a report is laid out for people. Each switch is an option of the command line and independent of the others.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns.
    pub width: usize,
    /// Whether to colour.
    pub colour: bool,
    /// Everything: single sources, agreements in full, pairs not compared.
    pub all: bool,
    /// Figures that no rule claimed, matches refused, pairs nearly compared.
    pub unchecked: bool,
    /// Pairs that were not compared, under each finding.
    pub not_compared: bool,
    /// Whether differences that are explained count as failures too, where a form has failures.
    pub strict: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 80, colour: false, all: false, unchecked: false, not_compared: false, strict: false }
    }
}

/// A rule as a report tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its id.
    pub id: String,
    /// One sentence: what it finds.
    pub summary: String,
    /// Markdown: what it matches, what it leaves out, known gaps.
    pub explain: String,
    /// What a conflict on it counts as.
    pub severity: Severity,
}

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
    /// The rules of the findings, by id.
    pub rules: Vec<Described>,
    /// Sources that could not be read.
    pub skipped: Vec<Skipped>,
    /// Files of the folders read that are no articles by their names: kind ("*.png") and number.
    pub passed_over: BTreeMap<String, usize>,
    /// Pairs that missed the linking threshold by little: two claim ids and a sentence.
    pub near_misses: Vec<(String, String, String)>,
    /// Tellings that share place and days with so many others that they were compared with the nearest alone.
    pub crowded: usize,
    /// Articles that were checked against the others, by id.
    pub drafts: BTreeSet<String>,
    /// Findings in which none of the drafts speaks; they are only counted.
    pub beside: usize,
    /// What each finding is about, in the order of the findings.
    pub matters: Vec<Matter>,
    /// What editors decided of the findings.
    pub decided: Decided,
    /// What has changed since an earlier run, where one was given.
    pub changes: Option<Changes>,
}

impl Report {
    /// The findings of the baseline that are there no more.
    pub fn gone(&self) -> impl Iterator<Item = &Entry> {
        let changes = self.changes.as_ref();
        changes.into_iter().flat_map(|changes| changes.gone.iter().filter_map(|&at| changes.before.findings.get(at)))
    }
}
