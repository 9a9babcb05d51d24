//! History: what an earlier run found, read from its JSON, and what has changed since.

mod compare;
mod run;

pub use compare::{Change, Changes, compare};
pub use run::{Entry, Run, RunError};
