//! Articles: what is read, where each field was learned from, and the way back from the scanned text to the original.

mod assemble;
mod day;
mod decode;
mod front;
mod language;
mod manifest;
mod markdown;
mod meta;
mod offsets;
mod read;
mod record;
mod records;
mod repair;
mod revision;
mod span;
mod topline;
mod walk;

pub(crate) use offsets::OffsetMap;
pub use read::{Corpus, ReadError, Sources, read};
pub use record::{Article, Dated, Field, Location, Origin, Skipped, Sourced};
pub use span::Span;
pub use walk::files;
