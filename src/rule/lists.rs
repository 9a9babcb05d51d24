//! The word lists of a rule as its walks read them: the single words as hashes, and the entries of several words or with slots
//! as expressions. Each list is read once, when the first walk asks for it.

use std::sync::{Arc, OnceLock};

use regex_syntax::hir::{Capture, Class, Hir, HirKind, Look, Repetition};

use super::symbols::word_key;
use super::template::{FIRST_LIST, LIST_END, WordLists, folded};

/// How many words an entry may stand for and still be read as single words.
const SPELLINGS: usize = 64;
/// How deep word lists may name one another.
const DEPTH: usize = 8;

/// The word lists of one rule.
#[derive(Debug)]
pub(super) struct Lists {
    pub(super) words: WordLists,
    /// The byte of figures of the rule's own kind.
    pub(super) same: u8,
    read: Vec<OnceLock<List>>,
}

/// A list, taken apart.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The symbols of its single words.
    pub(super) words: Arc<[u64]>,
    /// Its other entries.
    pub(super) phrases: Vec<Hir>,
    /// All its entries.
    pub(super) entries: Vec<Hir>,
    /// All its entries, written out where that is few texts: a choice between texts alone is matched fast.
    texts: Vec<Hir>,
}

impl Lists {
    pub(super) fn new(words: WordLists, same: u8) -> Self {
        let read = words.lists.iter().map(|_| OnceLock::new()).collect();
        Self { words, same, read }
    }

    /// An expression in which every list is one byte.
    pub(super) fn parse(&self, template: &str) -> Option<Hir> {
        let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
        parser.parse(&folded(template, self.same, &self.words)).ok()
    }

    /// An expression with all its lists written out, for whole words only.
    pub(super) fn write_out(&self, template: &str) -> Option<Hir> {
        let written = Writer { lists: self, groups: 0, depth: 0 }.write(&self.parse(template)?);
        Some(Hir::concat(vec![Hir::look(Look::WordStartHalfAscii), written, Hir::look(Look::WordEndHalfAscii)]))
    }

    /// The list that a byte stands for.
    pub(super) fn get(&self, byte: u8) -> Option<&List> {
        self.list(byte, 0)
    }

    fn list(&self, byte: u8, depth: usize) -> Option<&List> {
        let index = usize::from(byte.checked_sub(FIRST_LIST)?);
        let list = self.read.get(index).filter(|_| depth < DEPTH)?;
        Some(list.get_or_init(|| self.take_apart(index, depth)))
    }

    fn take_apart(&self, index: usize, depth: usize) -> List {
        let (mut words, mut phrases, mut entries, mut texts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for entry in self.words.lists[index].words.iter().filter_map(|entry| self.parse(entry)) {
            if let Some(other) = sole_list(&entry).and_then(|byte| self.list(byte, depth + 1)) {
                words.extend_from_slice(&other.words);
                phrases.extend_from_slice(&other.phrases);
            } else if let Some(spelled) = spellings(&entry).filter(|spelled| spelled.iter().all(|w| is_word(w))) {
                words.extend(spelled.iter().map(|word| word_key(word)));
            } else {
                phrases.push(entry.clone());
            }
            match spellings(&entry).filter(|_| !holds_group(&entry)) {
                Some(spelled) => texts.extend(spelled.into_iter().map(Hir::literal)),
                None => texts.push(entry.clone()),
            }
            entries.push(entry);
        }
        words.sort_unstable();
        words.dedup();
        List { words: words.into(), phrases, entries, texts }
    }
}

/// The list that is all an expression asks for.
fn sole_list(hir: &Hir) -> Option<u8> {
    match hir.kind() {
        HirKind::Capture(capture) => sole_list(&capture.sub),
        HirKind::Literal(literal) => match *literal.0 {
            [list, LIST_END] => Some(list),
            _ => None,
        },
        _ => None,
    }
}

fn is_word(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_lowercase)
}

fn holds_group(hir: &Hir) -> bool {
    hir.properties().explicit_captures_len() > 0
}

/// Every text that an expression can stand for, where they are few, the preferred first.
fn spellings(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    let spelled = match hir.kind() {
        HirKind::Empty => vec![Vec::new()],
        HirKind::Literal(literal) if literal.0.iter().all(u8::is_ascii) => vec![literal.0.to_vec()],
        HirKind::Class(Class::Bytes(class)) if class.is_ascii() => {
            let bytes = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            bytes.take(SPELLINGS + 1).map(|byte| vec![byte]).collect()
        }
        HirKind::Capture(capture) => spellings(&capture.sub)?,
        HirKind::Repetition(repetition)
            if (repetition.min, repetition.max, repetition.greedy) == (0, Some(1), true) =>
        {
            let mut spelled = spellings(&repetition.sub)?;
            spelled.push(Vec::new());
            spelled
        }
        HirKind::Concat(parts) => parts.iter().try_fold(vec![Vec::new()], |before, part| {
            let after = spellings(part)?;
            let few = before.len() * after.len() <= SPELLINGS;
            few.then(|| before.iter().flat_map(|b| after.iter().map(|a| [b.as_slice(), a].concat())).collect())
        })?,
        HirKind::Alternation(parts) => parts.iter().map(spellings).collect::<Option<Vec<_>>>()?.concat(),
        _ => return None,
    };
    (spelled.len() <= SPELLINGS).then_some(spelled)
}

/// Writes the lists of an expression out.
struct Writer<'a> {
    lists: &'a Lists,
    /// How many groups there are.
    groups: u32,
    depth: usize,
}

impl Writer<'_> {
    fn write(&mut self, hir: &Hir) -> Hir {
        match hir.kind() {
            HirKind::Literal(literal) if literal.0.iter().any(|&byte| byte >= FIRST_LIST) => self.literal(&literal.0),
            HirKind::Empty | HirKind::Look(_) | HirKind::Literal(_) | HirKind::Class(_) => hir.clone(),
            HirKind::Repetition(repetition) => {
                Hir::repetition(Repetition { sub: Box::new(self.write(&repetition.sub)), ..repetition.clone() })
            }
            HirKind::Capture(capture) => self.group(capture),
            HirKind::Concat(parts) => Hir::concat(parts.iter().map(|part| self.write(part)).collect()),
            HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(|part| self.write(part)).collect()),
        }
    }

    fn literal(&mut self, literal: &[u8]) -> Hir {
        let parts = literal.chunk_by(|a, b| *a < FIRST_LIST && *b < FIRST_LIST).filter(|part| part[0] != LIST_END);
        Hir::concat(
            parts.map(|part| if part[0] < FIRST_LIST { Hir::literal(part) } else { self.list(part[0]) }).collect(),
        )
    }

    fn list(&mut self, byte: u8) -> Hir {
        let lists = self.lists;
        let Some(list) = lists.get(byte).filter(|_| self.depth < DEPTH) else { return Hir::fail() };
        self.depth += 1;
        let written = list.texts.iter().map(|text| self.write(text)).collect();
        self.depth -= 1;
        Hir::alternation(written)
    }

    /// Groups are counted anew, since those of lists were counted by themselves; gaps are named by their count.
    fn group(&mut self, capture: &Capture) -> Hir {
        self.groups += 1;
        let index = self.groups;
        let named = |name: &str| if name.starts_with("gap") { format!("gap{index}").into() } else { name.into() };
        let name = capture.name.as_deref().map(named);
        Hir::capture(Capture { index, name, sub: Box::new(self.write(&capture.sub)) })
    }
}
