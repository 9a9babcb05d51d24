//! Articles: what is read, where each field was learned from, and the way back from the scanned text to the original.

mod offsets;
mod record;
mod span;

pub(crate) use offsets::OffsetMap;
pub use record::{Article, Dated, Field, Location, Origin, Skipped, Sourced};
pub use span::Span;
