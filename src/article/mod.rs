//! Articles: what is read, where each field was learned from, and the way back from the scanned text to the original.

mod assemble;
mod day;
mod decode;
mod fragment;
mod front;
mod kind;
mod language;
mod limits;
mod manifest;
mod markdown;
mod meta;
mod offsets;
#[cfg(feature = "html")]
mod page;
mod read;
mod record;
mod records;
mod repair;
mod revision;
mod span;
mod topline;
mod walk;

pub use fragment::{link, text_fragment};
pub use limits::Limits;
pub(crate) use offsets::OffsetMap;
pub use read::{Corpus, ReadError, Sources, read, read_as};
pub use record::{Article, Dated, Field, Location, Origin, Reading, Skipped, Sourced};
pub use span::Span;
pub use walk::{files, would_read};
