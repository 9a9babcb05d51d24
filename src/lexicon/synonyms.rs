//! Synonyms, opposites and how common words are, from `WordNet`: tables that `build.rs` wrote, searched where they lie.

use std::cmp::Ordering;

use tables::{DENIED, FORMS, GROUP_STARTS, GROUPS, LEVELS, STARTS, TEXT};

/// As `build.rs` wrote them, which is not for reading.
#[allow(clippy::unreadable_literal)]
mod tables {
    include!(concat!(env!("OUT_DIR"), "/synonyms.rs"));
}

/// A word of the tables, or a phrase of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Word(u16);

/// How two words are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kinship {
    /// They share a sense, or one is derived from the other.
    Synonym,
    /// One is wider than the other.
    Wider,
    /// They are opposites.
    Opposite,
}

/// What a word is in a group, in its lower two bits.
const EQUAL: u16 = 0;
const WIDER: u16 = 1;
const NARROWER: u16 = 2;
const OPPOSITE: u16 = 3;

impl Word {
    /// The word of a stem, or of the stems of a phrase with a blank between them.
    pub(crate) fn of(stem: &str) -> Option<Self> {
        let (mut low, mut high) = (0, LEVELS.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match TEXT[STARTS[middle] as usize..STARTS[middle + 1] as usize].cmp(stem) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return u16::try_from(middle).ok().map(Self),
            }
        }
        None
    }

    /// Its stem.
    pub(crate) fn stem(self) -> &'static str {
        let at = usize::from(self.0);
        &TEXT[STARTS[at] as usize..STARTS[at + 1] as usize]
    }

    /// How common it is: 0 for a word that is hardly ever used, 8 for the most common.
    pub(crate) fn level(self) -> u8 {
        LEVELS[usize::from(self.0)]
    }

    /// The word that it denies: "able" of "unable".
    pub(crate) fn denies(self) -> Option<Self> {
        let at = DENIED.binary_search_by_key(&self.0, |pair| pair.0).ok()?;
        Some(Self(DENIED[at].1))
    }

    /// How it is related to another word, if it is.
    pub(crate) fn kinship(self, other: Self) -> Option<Kinship> {
        let theirs = other.groups();
        let related = |&mine: &u16| theirs.iter().filter_map(|&other| kinship(mine, other)).min();
        self.groups().iter().filter_map(related).min()
    }

    fn groups(self) -> &'static [u16] {
        let at = usize::from(self.0);
        &GROUPS[GROUP_STARTS[at] as usize..GROUP_STARTS[at + 1] as usize]
    }
}

/// What two words of one group are to each other. Two narrower words of one wider are nothing.
fn kinship(mine: u16, other: u16) -> Option<Kinship> {
    if mine / 4 != other / 4 {
        return None;
    }
    match (mine % 4, other % 4) {
        (EQUAL, EQUAL) => Some(Kinship::Synonym),
        (WIDER, NARROWER) | (NARROWER, WIDER) => Some(Kinship::Wider),
        (OPPOSITE, OPPOSITE) => Some(Kinship::Opposite),
        _ => None,
    }
}

/// The plain form of an irregular one: "go" of "went".
pub(crate) fn plain_form(form: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, FORMS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = FORMS[..middle].rfind('\n').map_or(0, |at| at + 1).max(low);
        let end = FORMS[start..].find('\n').map_or(FORMS.len(), |at| start + at);
        let (known, plain) = FORMS[start..end].split_once(' ')?;
        match known.cmp(form) {
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
            Ordering::Equal => return Some(plain),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn related(a: &str, b: &str) -> Option<Kinship> {
        Word::of(a).unwrap().kinship(Word::of(b).unwrap())
    }

    #[test]
    fn words_are_related_by_their_stems() {
        assert_eq!(related("search", "look for"), Some(Kinship::Synonym));
        assert_eq!(related("decid", "decis"), Some(Kinship::Synonym));
        assert_eq!(related("decid", "choos"), Some(Kinship::Wider));
        assert_eq!(related("win", "lose"), Some(Kinship::Opposite));
        assert_eq!(related("power", "war"), None);
        assert_eq!(Word::of("crosscheck"), None);
    }

    #[test]
    fn what_denies_and_what_is_irregular() {
        assert_eq!(Word::of("unabl").unwrap().denies(), Word::of("abl"));
        for (form, plain) in [("went", "go"), ("abode", "abide"), ("done", "do"), ("wrought", "work")] {
            assert_eq!(plain_form(form), Some(plain), "{form}");
        }
        assert_eq!(plain_form("walked"), None);
        assert!(Word::of("power").unwrap().level() > Word::of("butcher").unwrap().level());
    }
}
