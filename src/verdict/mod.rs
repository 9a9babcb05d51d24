//! Verdicts: what it means when the claims of a group differ, or do not.

mod finding;

pub use finding::{Chosen, Class, Finding, NotCompared, Reason, Verdict};
