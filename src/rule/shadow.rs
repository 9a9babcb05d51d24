//! The shadow of a sentence: pure ASCII, lower case, single blanks, each leaf one control byte, with a map back.
//!
//! It exists because patterns over raw text would need Unicode classes (slow on curly quotes) and could not name a
//! leaf. Other letters than ASCII lose their marks ("é" is "e"); letters of other scripts become "x".

use std::ops::Range;

use super::alphabet::leaf_byte;
use super::fold::fold;
use super::slots::{PERSON, QUOTE, ROLE, TALLY, VALUE};
use super::symbols::Symbols;
use super::terms::ValueKind;
use super::walk::Path;
use crate::article::Span;
use crate::mention::{LeafKind, Mentions, Quotation, Role, TallyMention};

/// How a sentence is laid out, by what the rule's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layout {
    /// Offices fall together with their person; quotations are plain text.
    Plain,
    /// Offices stand apart from their person.
    Roles,
    /// Quotations are one byte each.
    Quotes,
    /// Votes and scores are one byte each.
    Tallies,
}

impl Layout {
    pub(super) const ALL: [Self; 4] = [Self::Plain, Self::Roles, Self::Quotes, Self::Tallies];

    /// A bit that no control byte has, for what needs no value.
    pub(super) const fn own_bit(self) -> u64 {
        1 << (32 + self as u32)
    }

    pub(super) const fn of(kind: ValueKind) -> Self {
        match kind {
            ValueKind::Role => Self::Roles,
            ValueKind::Quote => Self::Quotes,
            ValueKind::Vote => Self::Tallies,
            _ => Self::Plain,
        }
    }
}

/// What a control byte of the shadow stands for, by its index in the mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Leaf(usize),
    Role(usize),
    Quotation(usize),
    Tally(usize),
}

/// A control byte of the shadow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) item: Item,
    /// Index of its byte.
    pub(super) at: usize,
    /// What it stands for in the text.
    pub(super) span: Span,
}

/// A stretch of the shadow with what it stands for in the text, up to the next.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: usize,
    span: Span,
    /// Whether its bytes stand for those of the text one by one; else each stands for the whole.
    plain: bool,
}

/// The shadow of one sentence; its memory is used again for the next.
#[derive(Debug, Default)]
pub(super) struct Shadow {
    pub(super) bytes: Vec<u8>,
    pub(super) places: Vec<Place>,
    pieces: Vec<Piece>,
    segments: Vec<(Span, u8, Item)>,
    pub(super) symbols: Symbols,
}

impl Shadow {
    /// Lays out one sentence.
    pub(super) fn lay(&mut self, text: &str, mentions: &Mentions, sentence: Span, layout: Layout) {
        self.bytes.clear();
        self.places.clear();
        self.pieces.clear();
        self.collect(mentions, sentence, layout);
        let segments = std::mem::take(&mut self.segments);
        let mut at = sentence.start();
        for &(span, byte, item) in &segments {
            self.write(text, at, span.start());
            self.places.push(Place { item, at: self.bytes.len(), span });
            self.pieces.push(Piece { at: self.bytes.len(), span, plain: false });
            self.bytes.push(byte);
            at = span.end();
        }
        self.write(text, at, sentence.end());
        self.segments = segments;
        self.symbols.read(&self.bytes);
    }

    /// The control bytes that a layout shows for its rules, as bits, and the layout's own.
    pub(super) fn held(&self, layout: Layout) -> u64 {
        let shown = match layout {
            Layout::Plain => !(1 << ROLE | 1 << QUOTE | 1 << TALLY),
            Layout::Roles => 1 << ROLE,
            Layout::Quotes => 1 << QUOTE,
            Layout::Tallies => 1 << TALLY,
        };
        let bytes = self.places.iter().map(|place| self.bytes[place.at]);
        bytes.fold(0_u64, |held, byte| held | 1 << byte) & shown | layout.own_bit()
    }

    /// The shadow as the walks read it.
    pub(super) fn path(&self) -> Path<'_> {
        Path { shadow: &self.bytes, symbols: &self.symbols.all }
    }

    /// The stretch of the text behind a stretch of the shadow, without blanks at its ends.
    pub(super) fn back(&self, range: Range<usize>) -> Span {
        let blank = |at: &usize| self.bytes[*at] != b' ';
        let first = range.clone().find(blank).unwrap_or(range.start);
        let last = range.clone().rev().find(blank).unwrap_or(range.start);
        match (self.text_at(first), self.text_at(last)) {
            (Some(start), Some(end)) if !range.is_empty() => Span::of(start.start(), end.end()),
            _ => Span::new(0, 0),
        }
    }

    /// What one byte stands for.
    fn text_at(&self, byte: usize) -> Option<Span> {
        let next = self.pieces.partition_point(|piece| piece.at <= byte);
        let piece = self.pieces.get(next.checked_sub(1)?).filter(|_| byte < self.bytes.len())?;
        let start = piece.span.start() + (byte - piece.at);
        Some(if piece.plain { Span::of(start, start + 1) } else { piece.span })
    }

    /// Marks one place as the candidate and hands back the byte to restore.
    pub(super) fn mark(&mut self, place: Place) -> u8 {
        std::mem::replace(&mut self.bytes[place.at], VALUE)
    }

    /// The segments of the sentence in order: what wins a stretch first is a quotation, then a role, then a leaf.
    fn collect(&mut self, mentions: &Mentions, sentence: Span, layout: Layout) {
        self.segments.clear();
        match layout {
            Layout::Quotes => self.quotations(mentions, sentence),
            Layout::Tallies => self.tallies(mentions, sentence),
            Layout::Plain | Layout::Roles => {}
        }
        self.roles(mentions, sentence, layout);
        let layers = self.segments.len();
        for index in mentions.leaves_in(sentence) {
            let leaf = mentions.leaves[index];
            if !self.segments[..layers].iter().any(|(span, ..)| span.overlaps(leaf.span)) {
                let demonym = mentions.name(&leaf).is_some_and(|name| name.demonym);
                self.segments.push((leaf.span, leaf_byte(leaf.kind, demonym), Item::Leaf(index)));
            }
        }
        self.segments.sort_unstable_by_key(|(span, ..)| span.start());
    }

    fn quotations(&mut self, mentions: &Mentions, sentence: Span) {
        for (index, quotation) in quotations_in(mentions, sentence) {
            self.add_layer(quotation.span, QUOTE, Item::Quotation(index));
        }
    }

    fn tallies(&mut self, mentions: &Mentions, sentence: Span) {
        for (index, tally) in tallies_in(mentions, sentence) {
            self.add_layer(tally.span, TALLY, Item::Tally(index));
        }
    }

    fn roles(&mut self, mentions: &Mentions, sentence: Span, layout: Layout) {
        for (index, role) in roles_in(mentions, sentence) {
            let person = role.person.and_then(|leaf| Some((leaf, mentions.leaves.get(leaf)?.span)));
            match person {
                Some((_, name)) if layout == Layout::Roles => {
                    self.add_layer(beside(role.span, name), ROLE, Item::Role(index));
                }
                Some((leaf, _)) if mentions.leaves[leaf].kind == LeafKind::Person => {
                    self.add_layer(role.span, PERSON, Item::Leaf(leaf));
                }
                Some(_) => {}
                None => self.add_layer(role.span, ROLE, Item::Role(index)),
            }
        }
    }

    fn add_layer(&mut self, span: Span, byte: u8, item: Item) {
        if !span.is_empty() && !self.segments.iter().any(|(taken, ..)| taken.overlaps(span)) {
            self.segments.push((span, byte, item));
        }
    }

    /// Writes the plain text from `start` to `end`: stretches of ASCII at once, other characters one by one.
    fn write(&mut self, text: &str, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let run = self.write_run(&text.as_bytes()[at..end]);
            if run > 0 {
                self.pieces.push(Piece { at: self.bytes.len() - run, span: Span::of(at, at + run), plain: true });
                at += run;
            } else {
                at += self.write_one(text, at);
            }
        }
    }

    /// Writes what is ASCII without a second blank in a row; how many bytes that is.
    fn write_run(&mut self, text: &[u8]) -> usize {
        let before = self.bytes.len();
        let mut last = self.bytes.last().copied().unwrap_or_default();
        self.bytes.extend(text.iter().map_while(|&byte| {
            let folded = *FOLDED.get(usize::from(byte)).filter(|&&folded| folded != b' ' || last != b' ')?;
            last = folded;
            Some(folded)
        }));
        self.bytes.len() - before
    }

    /// Writes the character at `at`, or leaves it out; its length.
    fn write_one(&mut self, text: &str, at: usize) -> usize {
        let Some(c) = text[at..].chars().next() else { return 1 };
        self.pieces.push(Piece { at: self.bytes.len(), span: Span::of(at, at + c.len_utf8()), plain: false });
        let bytes = &mut self.bytes;
        fold(c, |byte| {
            if byte != b' ' || bytes.last() != Some(&b' ') {
                bytes.push(byte);
            }
        });
        if self.pieces.last().is_some_and(|piece| piece.at == self.bytes.len()) {
            self.pieces.pop();
        }
        c.len_utf8()
    }
}

/// What each ASCII character is in the shadow, as [`fold`] has it.
const FOLDED: [u8; 128] = {
    let mut folded = [b' '; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        folded[byte as usize] = match byte {
            b'`' => b'\'',
            b' '..=b'~' => byte.to_ascii_lowercase(),
            _ => b' ',
        };
        byte += 1;
    }
    folded
};

/// The quotations inside a sentence, with their index.
pub(super) fn quotations_in(mentions: &Mentions, sentence: Span) -> impl Iterator<Item = (usize, &Quotation)> {
    let first = mentions.quotations.partition_point(|quotation| quotation.span.start() < sentence.start());
    let inside = mentions.quotations[first..].iter().take_while(move |quotation| sentence.contains(quotation.span));
    (first..).zip(inside)
}

/// The votes and scores inside a sentence, with their index.
pub(super) fn tallies_in(mentions: &Mentions, sentence: Span) -> impl Iterator<Item = (usize, &TallyMention)> {
    let first = mentions.tallies.partition_point(|tally| tally.span.start() < sentence.start());
    let inside = mentions.tallies[first..].iter().take_while(move |tally| sentence.contains(tally.span));
    (first..).zip(inside)
}

/// The roles inside a sentence, with their index.
pub(super) fn roles_in(mentions: &Mentions, sentence: Span) -> impl Iterator<Item = (usize, &Role)> {
    let first = mentions.roles.partition_point(|role| role.span.start() < sentence.start());
    let near = mentions.roles[first..].iter().take_while(move |role| role.span.start() < sentence.end());
    (first..).zip(near).filter(move |(_, role)| sentence.contains(role.span))
}

/// The part of a role that is not the name: what stands before it, else what stands after it.
fn beside(role: Span, name: Span) -> Span {
    if !role.contains(name) {
        return role;
    }
    let before = Span::of(role.start(), name.start().saturating_sub(1));
    if before.is_empty() { Span::of((name.end() + 1).min(role.end()), role.end()) } else { before }
}
