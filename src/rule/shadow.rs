//! The shadow of a sentence: pure ASCII, lower case, single blanks, each leaf one control byte, with a map back.
//!
//! It exists because patterns over raw text would need Unicode classes (slow on curly quotes) and could not name a
//! leaf. Other letters than ASCII lose their marks ("é" is "e"); letters of other scripts become "x".

use std::ops::Range;

use unicode_normalization::char::decompose_canonical;

use super::slots::{self, PERSON, QUOTE, ROLE, VALUE};
use super::terms::ValueKind;
use crate::article::Span;
use crate::mention::{LeafKind, Mentions};

/// How a sentence is laid out, by what the rule's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layout {
    /// Offices fall together with their person; quotations are plain text.
    Plain,
    /// Offices stand apart from their person.
    Roles,
    /// Quotations are one byte each.
    Quotes,
}

impl Layout {
    pub(super) const fn of(kind: ValueKind) -> Self {
        match kind {
            ValueKind::Role => Self::Roles,
            ValueKind::Quote => Self::Quotes,
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

/// The shadow of one sentence; its memory is used again for the next.
#[derive(Debug, Default)]
pub(super) struct Shadow {
    pub(super) bytes: Vec<u8>,
    pub(super) places: Vec<Place>,
    starts: Vec<u32>,
    ends: Vec<u32>,
    segments: Vec<(Span, u8, Item)>,
}

impl Shadow {
    /// Lays out one sentence.
    pub(super) fn lay(&mut self, text: &str, mentions: &Mentions, sentence: Span, layout: Layout) {
        self.bytes.clear();
        self.places.clear();
        self.starts.clear();
        self.ends.clear();
        self.collect(mentions, sentence, layout);
        let segments = std::mem::take(&mut self.segments);
        let mut at = sentence.start();
        for &(span, byte, item) in &segments {
            self.write(text, at, span.start());
            self.places.push(Place { item, at: self.bytes.len(), span });
            self.push(byte, span.start(), span.end());
            at = span.end();
        }
        self.write(text, at, sentence.end());
        self.segments = segments;
    }

    /// The stretch of the text behind a stretch of the shadow, without blanks at its ends.
    pub(super) fn back(&self, range: Range<usize>) -> Span {
        let blank = |at: &usize| self.bytes[*at] != b' ';
        let first = range.clone().find(blank).unwrap_or(range.start);
        let last = range.clone().rev().find(blank).unwrap_or(range.start);
        match (self.starts.get(first), self.ends.get(last)) {
            (Some(&start), Some(&end)) if !range.is_empty() => Span::new(start, end),
            _ => Span::new(0, 0),
        }
    }

    /// Marks one place as the candidate and hands back the byte to restore.
    pub(super) fn mark(&mut self, place: Place) -> u8 {
        std::mem::replace(&mut self.bytes[place.at], VALUE)
    }

    /// The segments of the sentence in order: what wins a stretch first is a quotation, then a role, then a leaf.
    fn collect(&mut self, mentions: &Mentions, sentence: Span, layout: Layout) {
        self.segments.clear();
        if layout == Layout::Quotes {
            self.quotations(mentions, sentence);
        }
        self.roles(mentions, sentence, layout);
        let layers = self.segments.len();
        for index in mentions.leaves_in(sentence) {
            let leaf = mentions.leaves[index];
            if !self.segments[..layers].iter().any(|(span, ..)| span.overlaps(leaf.span)) {
                let demonym = mentions.name(&leaf).is_some_and(|name| name.demonym);
                self.segments.push((leaf.span, slots::leaf_byte(leaf.kind, demonym), Item::Leaf(index)));
            }
        }
        self.segments.sort_unstable_by_key(|(span, ..)| span.start());
    }

    fn quotations(&mut self, mentions: &Mentions, sentence: Span) {
        let first = mentions.quotations.partition_point(|quotation| quotation.span.start() < sentence.start());
        let inside = mentions.quotations[first..].iter().take_while(|quotation| sentence.contains(quotation.span));
        for (offset, quotation) in inside.enumerate() {
            self.add_layer(quotation.span, QUOTE, Item::Quotation(first + offset));
        }
    }

    fn roles(&mut self, mentions: &Mentions, sentence: Span, layout: Layout) {
        let first = mentions.roles.partition_point(|role| role.span.start() < sentence.start());
        let inside = mentions.roles[first..].iter().take_while(|role| role.span.start() < sentence.end());
        for (offset, role) in inside.enumerate().filter(|(_, role)| sentence.contains(role.span)) {
            let person = role.person.and_then(|leaf| Some((leaf, mentions.leaves.get(leaf)?.span)));
            match person {
                Some((_, name)) if layout == Layout::Roles => {
                    self.add_layer(beside(role.span, name), ROLE, Item::Role(first + offset));
                }
                Some((leaf, _)) if mentions.leaves[leaf].kind == LeafKind::Person => {
                    self.add_layer(role.span, PERSON, Item::Leaf(leaf));
                }
                Some(_) => {}
                None => self.add_layer(role.span, ROLE, Item::Role(first + offset)),
            }
        }
    }

    fn add_layer(&mut self, span: Span, byte: u8, item: Item) {
        if !span.is_empty() && !self.segments.iter().any(|(taken, ..)| taken.overlaps(span)) {
            self.segments.push((span, byte, item));
        }
    }

    /// Writes the plain text from `start` to `end`.
    fn write(&mut self, text: &str, start: usize, end: usize) {
        if start >= end {
            return;
        }
        for (offset, c) in text[start..end].char_indices() {
            let (from, to) = (start + offset, start + offset + c.len_utf8());
            fold(c, |byte| self.push(byte, from, to));
        }
    }

    #[allow(clippy::cast_possible_truncation)]
    fn push(&mut self, byte: u8, start: usize, end: usize) {
        if byte == b' ' && self.bytes.last() == Some(&b' ') {
            return;
        }
        self.bytes.push(byte);
        self.starts.push(start as u32);
        self.ends.push(end as u32);
    }
}

/// The part of a role that is not the name: what stands before it, else what stands after it.
fn beside(role: Span, name: Span) -> Span {
    if !role.contains(name) {
        return role;
    }
    let before = Span::of(role.start(), name.start().saturating_sub(1));
    if before.is_empty() { Span::of((name.end() + 1).min(role.end()), role.end()) } else { before }
}

/// Folds one character into the bytes of the shadow.
pub(super) fn fold(c: char, mut push: impl FnMut(u8)) {
    match c {
        '`' | '‘' | '’' | '‚' | '‛' | '′' | '´' => push(b'\''),
        ' '..='~' => push((c as u8).to_ascii_lowercase()),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => push(b'"'),
        '‐' | '‑' | '‒' | '–' | '−' => push(b'-'),
        '—' | '―' => b" - ".iter().for_each(|&byte| push(byte)),
        '…' => push(b'.'),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
        _ if c.is_alphabetic() => push(base_letter(c)),
        _ if c.is_whitespace() || c.is_control() => push(b' '),
        _ => push(b'.'),
    }
}

/// The ASCII letter under a letter's marks, else a neutral one.
fn base_letter(c: char) -> u8 {
    let mut base = None;
    decompose_canonical(c, |part| base = base.or(Some(part)));
    match base {
        Some(letter) if letter.is_ascii_alphabetic() => (letter as u8).to_ascii_lowercase(),
        _ => match c {
            'ł' | 'Ł' => b'l',
            'ø' | 'Ø' | 'œ' | 'Œ' => b'o',
            'đ' | 'Đ' => b'd',
            'ı' => b'i',
            'ß' => b's',
            'æ' | 'Æ' => b'a',
            _ => b'x',
        },
    }
}
