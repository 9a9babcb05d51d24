//! Alignment: which article-events of several articles are one event, and which of its claims speak of the same fact.

mod event;

pub use event::{Event, Step};
