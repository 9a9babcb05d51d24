//! A sentence as a row of items: words, verbs that lead into words, names, offices, quotations, marks. What the rules of
//! speech read, instead of bytes.

use crate::article::Span;
use crate::lexicon::{Lexicon, Telling};
use crate::mention::{LeafKind, Mentions};

/// One item of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of no further interest here.
    Word,
    /// A verb that leads into words.
    Verb(Telling),
    /// A name, by its leaf; a person with the office in front of it is one.
    Name(usize),
    /// An office without a name, by its role.
    Office(usize),
    /// A piece of quoted or reported words, by its place among the quotations.
    Quote(usize),
    /// A date or figure.
    Figure,
    /// The 's of a possessive.
    Possessive,
    /// A punctuation mark.
    Mark,
}

/// An item with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

/// The items of one sentence.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) text: &'a str,
    pub(super) items: Vec<Item>,
}

impl<'a> Row<'a> {
    /// Lays out a sentence.
    pub(super) fn of(text: &'a str, mentions: &Mentions, lexicon: &Lexicon, sentence: Span) -> Self {
        let mut row = Self { text, items: Vec::new() };
        let mut at = sentence.start();
        for (span, kind) in segments(mentions, sentence) {
            if span.start() >= at {
                row.plain(lexicon, at, span.start());
                row.items.push(Item { kind, span });
                at = span.end();
            }
        }
        row.plain(lexicon, at, sentence.end());
        row
    }

    /// The item at a place.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.items.get(at).map(|item| item.kind)
    }

    /// The words of the item at a place, empty past the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| item.span.text(self.text))
    }

    /// Whether the item is one of these lower-case words or marks.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| word.eq_ignore_ascii_case(self.word(at)))
    }

    /// Whether the item is a punctuation mark.
    pub(super) fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        self.kind(at) == Some(Kind::Mark) && marks.contains(&self.word(at))
    }

    /// Where a piece of words stands in the row.
    pub(super) fn place_of(&self, quotation: usize) -> Option<usize> {
        self.items.iter().position(|item| item.kind == Kind::Quote(quotation))
    }

    /// The words and marks between two places of the text.
    fn plain(&mut self, lexicon: &Lexicon, start: usize, end: usize) {
        let mut at = start;
        while let Some(first) = self.text.get(at..end).and_then(|rest| rest.chars().next()) {
            let length = if first.is_alphanumeric() { word_length(&self.text[at..end]) } else { first.len_utf8() };
            let span = Span::of(at, at + length);
            let word = span.text(self.text);
            at += length;
            if let Some(kind) = self.kind_of(lexicon, word, first) {
                self.items.push(Item { kind, span });
            }
        }
    }

    fn kind_of(&self, lexicon: &Lexicon, word: &str, first: char) -> Option<Kind> {
        let apostrophe = |item: &Item| item.kind == Kind::Mark && matches!(item.span.text(self.text), "'" | "’");
        match first {
            _ if first.is_whitespace() => None,
            's' if word == "s" && self.items.last().is_some_and(apostrophe) => Some(Kind::Possessive),
            _ if first.is_alphanumeric() => Some(lexicon.telling(word).map_or(Kind::Word, Kind::Verb)),
            _ => Some(Kind::Mark),
        }
    }
}

/// The length of the word that a text begins with: letters and digits, with apostrophes and hyphens between them.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joint = matches!(c, '\'' | '’' | '-' | '‑') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !joint {
            return at;
        }
    }
    text.len()
}

/// What stands in a sentence besides plain words, in order: of what overlaps the quotation wins, then the role.
fn segments(mentions: &Mentions, sentence: Span) -> Vec<(Span, Kind)> {
    let mut found: Vec<(Span, Kind)> = Vec::new();
    let first = mentions.quotations.partition_point(|piece| piece.span.start() < sentence.start());
    let pieces = mentions.quotations.iter().enumerate().skip(first);
    for (index, piece) in pieces.take_while(|(_, piece)| piece.span.start() < sentence.end()) {
        add(&mut found, piece.span, Kind::Quote(index));
    }
    let first = mentions.roles.partition_point(|role| role.span.start() < sentence.start());
    let roles = mentions.roles.iter().enumerate().skip(first);
    for (index, role) in roles.take_while(|(_, role)| role.span.start() < sentence.end()) {
        let person = role.person.filter(|&leaf| role.span.contains(mentions.leaves[leaf].span));
        add(&mut found, role.span, person.map_or(Kind::Office(index), Kind::Name));
    }
    for index in mentions.leaves_in(sentence) {
        let leaf = &mentions.leaves[index];
        let named = matches!(leaf.kind, LeafKind::Person | LeafKind::Place | LeafKind::Organisation | LeafKind::Name);
        let demonym = mentions.name(leaf).is_some_and(|name| name.demonym);
        match (named, demonym) {
            (true, false) => add(&mut found, leaf.span, Kind::Name(index)),
            (true, true) => {}
            _ => add(&mut found, leaf.span, Kind::Figure),
        }
    }
    found.sort_unstable_by_key(|(span, _)| span.start());
    found
}

fn add(found: &mut Vec<(Span, Kind)>, span: Span, kind: Kind) {
    if !span.is_empty() && !found.iter().any(|(taken, _)| taken.overlaps(span)) {
        found.push((span, kind));
    }
}
