//! Decisions: an editor's word on a finding, kept in a file. It marks the finding and never hides it, and holds only as long as
//! what it was said of stays as it was.

mod file;
mod record;
mod ruling;

pub use file::{DecisionError, Ledger, schema};
pub use record::record;
pub use ruling::{Decided, Ruling, Standing, decide};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::matter::Matter;

/// What an editor says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Word {
    /// The finding is right, and is known: somebody sees to it.
    Accepted,
    /// It is none: the figures do not speak of one fact, or do not exclude each other.
    Dismissed,
    /// It is one, and why the figures differ is known.
    Explained,
}

impl Word {
    /// Its name in files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Dismissed => "dismissed",
            Self::Explained => "explained",
        }
    }
}

/// One decision of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The finding's fingerprint when it was decided.
    pub finding: String,
    /// What was decided.
    pub word: Word,
    /// Who says so.
    pub by: String,
    /// Why.
    pub why: String,
    /// When it was said.
    pub on: Option<Date>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// The verdict on the finding at that time.
    pub verdict: Option<String>,
    /// What the finding was about; without it the fingerprint alone tells.
    pub matter: Option<Matter>,
    /// The line of the file that it begins on.
    pub line: usize,
}
