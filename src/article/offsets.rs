//! The way back from the scanned text to the original.

use super::revision::Piece;
use super::{Field, Location, Span};

/// Leads spans of the scanned text back to the original fields: pieces of the scanned text in order, each either copied
/// from a place of a field or standing for a stretch of it.
#[derive(Clone, Debug)]
pub(crate) struct OffsetMap {
    pieces: Vec<Piece>,
    title: Layout,
    text: Layout,
}

impl OffsetMap {
    /// A map for a text that was not repaired.
    pub(crate) fn identity(text: &str) -> Self {
        let pieces = vec![Piece::whole(Field::Text, text.len())];
        Self::new(pieces, Layout::default(), Layout::of(text, 1, 1))
    }

    /// A map of pieces, in order and without gaps, over fields with these layouts.
    pub(super) fn new(pieces: Vec<Piece>, title: Layout, text: Layout) -> Self {
        Self { pieces, title, text }
    }

    /// Where a span stands in the original.
    pub(crate) fn locate(&self, span: Span) -> Location {
        let first = self.piece_at(span.start());
        let field = first.field;
        let start = first.start_of(span.start());
        let end = if span.is_empty() { start } else { self.end_of(span.end(), field) };
        let (end, layout) = (end.max(start), self.layout(field));
        let ((line, column), (end_line, end_column)) = (layout.place(start), layout.place(end));
        let chars = layout.chars(start).zip(layout.chars(end));
        Location { field, start, end, line, column, end_line, end_column, chars }
    }

    /// Whether a span stands in the original as it stands here.
    pub(super) fn is_copied(&self, span: Span) -> bool {
        let after = self.pieces.partition_point(|piece| piece.at() <= span.start());
        let next = self.pieces.get(after).map_or(usize::MAX, |piece| piece.at());
        self.piece_at(span.start()).is_copied() && span.end() <= next
    }

    /// The end of a span in the original, kept inside `field`.
    fn end_of(&self, end: usize, field: Field) -> usize {
        let last = self.piece_at(end - 1);
        if last.field == field { last.end_of(end) } else { self.layout(field).len }
    }

    fn piece_at(&self, offset: usize) -> Piece {
        let after = self.pieces.partition_point(|piece| piece.at() <= offset);
        self.pieces.get(after.saturating_sub(1)).copied().unwrap_or(Piece::whole(Field::Text, 0))
    }

    fn layout(&self, field: Field) -> &Layout {
        match field {
            Field::Title => &self.title,
            Field::Text => &self.text,
        }
    }
}

/// Lines and characters of one field of the original, without keeping the original itself.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    len: usize,
    /// Starts of the lines, in bytes.
    lines: Vec<u32>,
    /// Offsets of all bytes that begin no character: bytes between two offsets less these are the characters.
    inner: Vec<u32>,
    /// Line and column, in the file, at which the field begins.
    first: (usize, usize),
    /// Characters of the file before the field.
    before: usize,
    /// Where the field was picked out of a file: its places there.
    picked: Option<Box<Picked>>,
}

/// A text that was picked out of a file.
#[derive(Clone, Debug)]
struct Picked {
    /// From this byte of the text on it stands at that byte of the file.
    from: Vec<(u32, u32)>,
    file: Layout,
}

impl Default for Layout {
    fn default() -> Self {
        Self::of("", 1, 1)
    }
}

impl Layout {
    /// The layout of a field that begins at this line and column of its file.
    pub(super) fn of(text: &str, line: usize, column: usize) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| narrow(at + 1));
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { len: text.len(), lines, inner: inner_bytes(text), first: (line, column), before: 0, picked: None }
    }

    /// The layout of a text that was picked out of a file: from a byte of the text on it stands at a byte of the file.
    #[cfg(feature = "html")]
    pub(super) fn through(text: &str, from: Vec<(usize, usize)>, file: Self) -> Self {
        let from = from.into_iter().map(|(at, place)| (narrow(at), narrow(place))).collect();
        Self { picked: Some(Box::new(Picked { from, file })), ..Self::of(text, 1, 1) }
    }

    /// The same field with as many characters of the file before it.
    pub(super) fn after(self, before: usize) -> Self {
        Self { before, ..self }
    }

    /// Characters of the file before an offset; not of a text that was picked out of a page, where others count otherwise.
    fn chars(&self, offset: usize) -> Option<usize> {
        let within = offset - self.inner.partition_point(|&at| (at as usize) < offset);
        self.picked.is_none().then_some(self.before + within)
    }

    /// Line and column of an offset.
    pub(super) fn place(&self, offset: usize) -> (usize, usize) {
        if let Some(picked) = &self.picked {
            return picked.place(offset);
        }
        let line = self.lines.partition_point(|&start| start as usize <= offset).max(1) - 1;
        let start = self.lines.get(line).map_or(0, |&start| start as usize);
        let inner = |to: usize| self.inner.partition_point(|&at| (at as usize) < to);
        let column = offset - start - (inner(offset) - inner(start));
        let first_column = if line == 0 { self.first.1 } else { 1 };
        (self.first.0 + line, first_column + column)
    }
}

impl Picked {
    fn place(&self, offset: usize) -> (usize, usize) {
        let after = self.from.partition_point(|&(at, _)| at as usize <= offset);
        let (at, from) =
            self.from.get(after.saturating_sub(1)).map_or((0, 0), |&(at, from)| (at as usize, from as usize));
        self.file.place((from + offset.saturating_sub(at)).min(self.file.len))
    }
}

fn inner_bytes(text: &str) -> Vec<u32> {
    if text.is_ascii() {
        return Vec::new();
    }
    let inner = |&(_, byte): &(usize, u8)| byte & 0xc0 == 0x80;
    text.bytes().enumerate().filter(inner).map(|(at, _)| narrow(at)).collect()
}

/// Offsets are kept in four bytes: a field is limited to 4 GiB when it is read.
#[allow(clippy::cast_possible_truncation)]
pub(super) const fn narrow(offset: usize) -> u32 {
    offset as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unrepaired_text_maps_to_itself() {
        let map = OffsetMap::identity("One.\nZwölf – drei");
        let found = map.locate(Span::new(11, 14));
        assert_eq!((found.start, found.end, found.line, found.column), (11, 14, 2, 6));
        assert_eq!((found.end_line, found.end_column, found.chars), (2, 8, Some((10, 12))));
    }

    #[test]
    fn an_empty_text_has_a_first_place() {
        let found = OffsetMap::identity("").locate(Span::new(0, 0));
        assert_eq!((found.start, found.end, found.line, found.column), (0, 0, 1, 1));
    }
}
