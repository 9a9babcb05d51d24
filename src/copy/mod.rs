//! Copies: articles that repeat one another, found by the shingles of words they share, short ones by all their words.

mod groups;
mod sketch;

pub use groups::groups;
pub use sketch::sketch;
