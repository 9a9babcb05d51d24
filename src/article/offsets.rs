//! The way back from the scanned text to the original.

use super::{Field, Location, Span};

/// Leads spans of the scanned text back to the original fields.
#[derive(Clone, Debug)]
pub(crate) struct OffsetMap {
    /// Starts of the original text's lines, in bytes.
    lines: Vec<usize>,
}

impl OffsetMap {
    /// A map for a text that was not repaired.
    pub(crate) fn identity(text: &str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { lines }
    }

    /// Where a span stands in the original.
    pub(crate) fn locate(&self, span: Span) -> Location {
        let line = self.lines.partition_point(|&start| start <= span.start());
        let column = span.start() - self.lines[line - 1] + 1;
        Location { field: Field::Text, start: span.start(), end: span.end(), line, column }
    }
}
