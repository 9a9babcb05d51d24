//! Verdicts: what it means when the claims of a group differ, or do not.

mod between;
mod changed;
mod company;
mod differing;
mod evolution;
mod face;
mod finding;
mod findings;
mod headlines;
mod joining;
mod judge;
mod not_compared;
mod parts;
mod people;
mod personal;
mod reconcile;
mod relation;
mod slip;
mod starts;
mod strands;
mod tallies;
mod tally;
mod wording;

pub use company::Company;
pub use differing::Differing;
pub use finding::{Chosen, Class, Finding, NotCompared, Reason, Verdict};
pub use findings::findings;
pub use judge::{Bench, judge, verdict_of};
