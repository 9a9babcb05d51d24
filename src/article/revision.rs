//! A text under repair: the copy as it stands after each pass, with the pieces that lead back to the original.

use std::borrow::Cow;
use std::ops::Range;

use super::Field;
use super::offsets::narrow;

/// A stretch of the scanned text that was copied from the original, or stands for a stretch of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    at: u32,
    from: u32,
    to: u32,
    copied: bool,
    pub(super) field: Field,
}

impl Piece {
    /// A field copied as a whole.
    pub(super) fn whole(field: Field, len: usize) -> Self {
        Self { at: 0, from: 0, to: narrow(len), copied: true, field }
    }

    /// Where it begins in the scanned text.
    pub(super) fn at(self) -> usize {
        self.at as usize
    }

    /// Whether it is a copy of what stands in the original.
    pub(super) fn is_copied(self) -> bool {
        self.copied
    }

    /// The original place of a scanned offset at which a span begins.
    pub(super) fn start_of(self, offset: usize) -> usize {
        let within = if self.copied { offset.saturating_sub(self.at()) } else { 0 };
        (self.from as usize + within).min(self.to as usize)
    }

    /// The original place of a scanned offset at which a span ends.
    pub(super) fn end_of(self, offset: usize) -> usize {
        if self.copied { self.start_of(offset) } else { self.to as usize }
    }

    /// The same piece further on in the scanned text.
    fn moved(self, by: usize) -> Self {
        Self { at: self.at + narrow(by), ..self }
    }

    /// Whether `next` goes on where this piece ends.
    fn runs_into(self, next: Self) -> bool {
        self.copied && next.copied && self.field == next.field && self.to == next.from
    }
}

/// A replacement in a text: an empty `with` deletes, an empty range inserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) with: Cow<'static, str>,
}

impl Edit {
    /// Deletes a range.
    pub(super) fn delete(range: Range<usize>) -> Self {
        Self { range, with: Cow::Borrowed("") }
    }

    /// Replaces a range.
    pub(super) fn replace(range: Range<usize>, with: impl Into<Cow<'static, str>>) -> Self {
        Self { range, with: with.into() }
    }

    /// Inserts one space.
    pub(super) fn space(at: usize) -> Self {
        Self { range: at..at, with: Cow::Borrowed(" ") }
    }
}

/// A text under repair.
#[derive(Clone, Debug)]
pub(super) struct Revision {
    text: String,
    pieces: Vec<Piece>,
}

impl Revision {
    /// A field as it was read.
    pub(super) fn new(field: Field, text: String) -> Self {
        let pieces = if text.is_empty() { Vec::new() } else { vec![Piece::whole(field, text.len())] };
        Self { text, pieces }
    }

    /// The text as it stands.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Text and pieces.
    pub(super) fn into_parts(self) -> (String, Vec<Piece>) {
        (self.text, self.pieces)
    }

    /// Applies edits; of two that overlap, the one that begins first holds.
    pub(super) fn apply(&mut self, mut edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut next = Self { text: String::with_capacity(self.text.len()), pieces: Vec::new() };
        let mut done = 0;
        for edit in edits {
            if edit.range.start < done {
                continue;
            }
            next.keep(self, done..edit.range.start);
            next.put(self, &edit);
            done = edit.range.end;
        }
        next.keep(self, done..self.text.len());
        *self = next;
    }

    /// Puts a text before this one, both kept apart by a blank line.
    pub(super) fn precede(&mut self, before: Self) {
        const GAP: &str = "\n\n";
        let field = self.pieces.first().map_or(Field::Text, |piece| piece.field);
        let start = self.pieces.first().map_or(0, |piece| piece.from);
        let gap = Piece { at: narrow(before.text.len()), from: start, to: start, copied: false, field };
        let shift = before.text.len() + GAP.len();
        let after = std::mem::take(&mut self.pieces);
        self.text = [before.text.as_str(), GAP, self.text.as_str()].concat();
        self.pieces = before.pieces;
        self.pieces.push(gap);
        self.pieces.extend(after.into_iter().map(|piece| piece.moved(shift)));
    }

    /// Copies a range of an older state.
    fn keep(&mut self, old: &Self, range: Range<usize>) {
        let mut index = old.index_at(range.start);
        while let Some(piece) = old.pieces.get(index).filter(|piece| piece.at() < range.end) {
            let start = range.start.max(piece.at());
            let end = range.end.min(old.end_of_piece(index));
            if start < end {
                self.push(piece.part(start, end, self.text.len() + start - range.start));
            }
            index += 1;
        }
        self.text.push_str(&old.text[range]);
    }

    /// Writes what an edit puts in place of a range of an older state.
    fn put(&mut self, old: &Self, edit: &Edit) {
        if edit.with.is_empty() {
            return;
        }
        let at = self.text.len();
        let (from, to, field) = old.original(&edit.range);
        self.push(Piece { at: narrow(at), from: narrow(from), to: narrow(to), copied: false, field });
        self.text.push_str(&edit.with);
    }

    /// Adds a piece, to the one before where it goes on from there.
    fn push(&mut self, piece: Piece) {
        match self.pieces.last_mut() {
            Some(last) if last.runs_into(piece) => last.to = piece.to,
            _ => self.pieces.push(piece),
        }
    }

    /// The original stretch that a range stands for.
    fn original(&self, range: &Range<usize>) -> (usize, usize, Field) {
        let Some(first) = self.pieces.get(self.index_at(range.start)) else { return (0, 0, Field::Text) };
        let start = first.start_of(range.start);
        let end = match self.pieces.get(self.index_at(range.end.saturating_sub(1))) {
            Some(last) if !range.is_empty() => last.end_of(range.end).max(start),
            _ => start,
        };
        (start, end, first.field)
    }

    fn index_at(&self, offset: usize) -> usize {
        self.pieces.partition_point(|piece| piece.at() <= offset).saturating_sub(1)
    }

    fn end_of_piece(&self, index: usize) -> usize {
        self.pieces.get(index + 1).map_or(self.text.len(), |next| next.at())
    }
}

impl Piece {
    /// The part from `start` to `end` of the old scanned text, put at `at` of the new one.
    fn part(self, start: usize, end: usize, at: usize) -> Self {
        let (from, to) = if self.copied {
            (self.start_of(start), self.start_of(end))
        } else {
            (self.from as usize, self.to as usize)
        };
        Self { at: narrow(at), from: narrow(from), to: narrow(to), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Span;
    use super::super::offsets::{Layout, OffsetMap};
    use super::*;

    fn map(revision: Revision, original: &str) -> (String, OffsetMap) {
        let (text, pieces) = revision.into_parts();
        (text, OffsetMap::new(pieces, Layout::default(), Layout::of(original, 1, 1)))
    }

    fn back<'a>(text: &str, map: &OffsetMap, word: &str, original: &'a str) -> &'a str {
        let at = text.find(word).unwrap_or(0);
        let found = map.locate(Span::of(at, at + word.len()));
        &original[found.start..found.end]
    }

    #[test]
    fn passes_compose() {
        let original = "aa**bb theCat";
        let mut revision = Revision::new(Field::Text, original.to_owned());
        revision.apply(vec![Edit::delete(2..4)]);
        assert_eq!(revision.text(), "aabb theCat");
        revision.apply(vec![Edit::space(8), Edit::replace(0..1, "ÄÄ")]);
        let (text, map) = map(revision, original);
        assert_eq!(text, "ÄÄabb the Cat");
        assert_eq!(back(&text, &map, "Cat", original), "Cat");
        assert_eq!(back(&text, &map, "abb", original), "a**bb");
        assert_eq!(back(&text, &map, "the Cat", original), "theCat");
        assert_eq!(back(&text, &map, "ÄÄ", original), "a");
    }

    #[test]
    fn a_title_stands_before_the_text() {
        let mut revision = Revision::new(Field::Text, "body".to_owned());
        revision.precede(Revision::new(Field::Title, "head".to_owned()));
        let (text, map) = map(revision, "body");
        assert_eq!(text, "head\n\nbody");
        assert_eq!(map.locate(Span::new(0, 4)).field, Field::Title);
        let body = map.locate(Span::new(6, 10));
        assert_eq!((body.field, body.start, body.end), (Field::Text, 0, 4));
    }
}
