//! Scope: what a claim's value is about, and where each part was taken from.

use crate::rule::{Found, Polarity};
use crate::value::{Bound, DateSpan};

use super::Tally;

/// Stages at which a thing is not yet so.
const NOT_YET: &[&str] =
    &["proposed", "requested", "planned", "expected", "scheduled", "hypothetical", "threatened", "possible"];

/// Whether a stage says that a thing is not yet so; a claim that names no stage says that it is so.
pub fn is_not_yet(stage: &str) -> bool {
    NOT_YET.contains(&stage)
}

/// A part of the scope with where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoped<T> {
    /// What.
    pub value: T,
    /// Where.
    pub found: Found,
}

/// What a participant is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParticipantKind {
    /// A person.
    Person,
    /// A country.
    Country,
    /// An organisation.
    Organisation,
}

/// Somebody the value is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Participant {
    /// Comparison key.
    pub key: String,
    /// As shown to people.
    pub name: String,
    /// What it is.
    pub kind: ParticipantKind,
}

/// What a claim's value is about. Absent parts are unknown, not "none".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Who took part, by key.
    pub participants: Vec<Scoped<Participant>>,
    /// The side whose people or things are counted ("Russian" troops), by key.
    pub party: Option<Scoped<String>>,
    /// The part of the whole that is counted ("children"), singular.
    pub subgroup: Option<Scoped<String>>,
    /// Where, by key.
    pub place: Option<Scoped<String>>,
    /// When it happened.
    pub event_date: Option<Scoped<DateSpan>>,
    /// The date phrase, kept where it could not be resolved.
    pub date_phrase: Option<String>,
    /// The day the figure was good for.
    pub as_of: Option<Scoped<DateSpan>>,
    /// The day counting began.
    pub since: Option<Scoped<DateSpan>>,
    /// Whether it is a running total rather than one event's figure.
    pub cumulative: bool,
    /// Stage: `proposed`, `agreed`, `delivered`, `planned`, …; `None` where it simply is so.
    pub stage: Option<Scoped<String>>,
    /// Asserted, denied or hypothetical.
    pub polarity: Polarity,
    /// Whether it recalls an older event.
    pub background: bool,
    /// How the words of a toll count: all, others, one of several.
    pub tally: Tally,
    /// How the words bound a value that has no bound of its own: "annexed it after the coup of 2014" is 2014 or later.
    pub bound: Option<Bound>,
}
