//! Byte spans of an article's scanned text.

use std::ops::Range;

/// A half-open range of bytes, `start <= end`, within one article's scanned text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end`; an `end` before `start` gives the empty span at `start`.
    #[inline]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// A span from `usize` offsets. Articles are limited to 4 GiB when they are read.
    #[allow(clippy::cast_possible_truncation)]
    #[inline]
    pub const fn of(start: usize, end: usize) -> Self {
        Self::new(start as u32, end as u32)
    }

    /// First byte.
    #[inline]
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    #[inline]
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[inline]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    #[inline]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[inline]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span over both.
    #[inline]
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words it covers in `text`, which must be the text it was made for.
    #[inline]
    pub fn text(self, text: &str) -> &str {
        &text[Range::from(self)]
    }
}

impl From<Span> for Range<usize> {
    #[inline]
    fn from(span: Span) -> Self {
        span.start()..span.end()
    }
}
