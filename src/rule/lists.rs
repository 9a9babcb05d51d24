//! The word lists of a rule as its walks read them: the single words as hashes, and the entries of several words or with slots
//! as expressions. Each list is read once, when the first walk asks for it.

use std::sync::{Arc, OnceLock};

use regex_syntax::hir::{Class, Hir, HirKind};

use super::symbols::word_key;
use super::template::{FIRST_LIST, WordLists, folded};

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
        let (mut words, mut phrases, mut entries) = (Vec::new(), Vec::new(), Vec::new());
        for entry in self.words.lists[index].words.iter().filter_map(|entry| self.parse(entry)) {
            if let Some(other) = sole_list(&entry).and_then(|byte| self.list(byte, depth + 1)) {
                words.extend_from_slice(&other.words);
                phrases.extend_from_slice(&other.phrases);
            } else if let Some(spelled) = spellings(&entry).filter(|spelled| spelled.iter().all(|w| !w.is_empty())) {
                words.extend(spelled.iter().map(|word| word_key(word)));
            } else {
                phrases.push(entry.clone());
            }
            entries.push(entry);
        }
        words.sort_unstable();
        words.dedup();
        List { words: words.into(), phrases, entries }
    }
}

/// The list that is all an expression asks for.
fn sole_list(hir: &Hir) -> Option<u8> {
    match hir.kind() {
        HirKind::Capture(capture) => sole_list(&capture.sub),
        HirKind::Literal(literal) if literal.0.len() == 1 => literal.0.first().copied().filter(|&b| b >= FIRST_LIST),
        _ => None,
    }
}

/// Every text that an expression of letters alone can stand for, where they are few.
fn spellings(hir: &Hir) -> Option<Vec<Vec<u8>>> {
    let spelled = match hir.kind() {
        HirKind::Empty => vec![Vec::new()],
        HirKind::Literal(literal) if literal.0.iter().all(u8::is_ascii_lowercase) => vec![literal.0.to_vec()],
        HirKind::Class(Class::Bytes(class)) => {
            let letters = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            letters.map(|byte| byte.is_ascii_lowercase().then(|| vec![byte])).collect::<Option<_>>()?
        }
        HirKind::Capture(capture) => spellings(&capture.sub)?,
        HirKind::Repetition(repetition) if repetition.min == 0 && repetition.max == Some(1) => {
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
