//! Rules: claim types as data. A [`spec`](RuleSet) is what a TOML file says; a compiled rule is what runs.

mod matched;

pub use matched::{Match, Rejected, Stopped};
