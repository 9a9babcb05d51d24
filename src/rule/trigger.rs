//! Trigger words: words that every match of a pattern holds, derived from the pattern itself. A list kept by hand would
//! lose matches.

use std::sync::Arc;

use regex_syntax::hir::{Class, Hir, HirKind};

use super::side::{Side, always_holds, side_of};
use super::slots::VALUE;
use super::template::{FIRST_LIST, WordLists, outline};

/// The shortest trigger worth searching for.
pub(super) const SHORTEST: usize = 3;
/// How many sets of words a pattern asks for at most: further ones tell little.
const MOST: usize = 6;
/// How deep word lists may name one another.
const DEPTH: usize = 8;

/// Words so common that almost every sentence holds one; taken only where a pattern offers nothing else.
const COMMON: [&str; 44] = [
    "the", "and", "for", "that", "was", "were", "with", "from", "have", "has", "had", "been", "are", "but", "not",
    "this", "they", "their", "its", "his", "her", "who", "will", "would", "said", "says", "more", "than", "about",
    "after", "which", "there", "when", "out", "all", "one", "into", "over", "other", "also", "him", "she", "some",
    "our",
];

/// The letters of the longest of them.
const LONGEST_COMMON: usize = 5;

/// Words of which a match holds at least one, sorted.
pub(super) type AnyOf = Arc<[String]>;

/// Words of which every match holds at least one, always on the same side of its value where a side is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trigger {
    pub(super) words: AnyOf,
    pub(super) side: Option<Side>,
}

/// Derives triggers from templates. Word lists stay folded, each read once, since a pattern with all its words written
/// out is long to parse.
pub(super) struct Triggers<'a> {
    lists: &'a WordLists,
    /// What each list asks for, once it is known.
    known: Vec<Option<AnyOf>>,
}

impl<'a> Triggers<'a> {
    pub(super) fn new(lists: &'a WordLists) -> Self {
        Self { lists, known: vec![None; lists.lists.len()] }
    }

    /// Sets of words, the most telling first: every match holds a word of each. Empty where nothing is certain.
    pub(super) fn of(&mut self, template: &str) -> Vec<Trigger> {
        let Some(hir) = self.parse(template) else { return Vec::new() };
        let mut sets = self.sided(&hir, Side::Before);
        sets.extend(self.sided(&hir, Side::After));
        for words in self.required(&hir, 0) {
            if !sets.iter().any(|set| set.words == words) {
                sets.push(Trigger { words, side: None });
            }
        }
        sets.sort_by_cached_key(|set| (cost(&set.words), set.words.clone(), set.side));
        sets.dedup();
        sets.truncate(MOST);
        sets
    }

    /// What one side of the value asks for, where the expression always holds it.
    fn sided(&mut self, hir: &Hir, side: Side) -> Vec<Trigger> {
        let sets = side_of(hir, side).filter(|_| always_holds(hir, VALUE)).map(|hir| self.required(&hir, 0));
        sets.into_iter().flatten().map(|words| Trigger { words, side: Some(side) }).collect()
    }

    fn all(&mut self, template: &str, depth: usize) -> Vec<AnyOf> {
        if let Some(always) = plain_part(template) {
            return self.literal(always.as_bytes(), depth);
        }
        self.parse(template).map(|hir| self.required(&hir, depth)).unwrap_or_default()
    }

    fn parse(&self, template: &str) -> Option<Hir> {
        let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
        parser.parse(&outline(template, self.lists)).ok()
    }

    fn required(&mut self, hir: &Hir, depth: usize) -> Vec<AnyOf> {
        match hir.kind() {
            HirKind::Literal(literal) => self.literal(&literal.0, depth),
            HirKind::Repetition(repetition) if repetition.min > 0 => self.required(&repetition.sub, depth),
            HirKind::Capture(capture) => self.required(&capture.sub, depth),
            HirKind::Concat(parts) => parts.iter().flat_map(|part| self.required(part, depth)).collect(),
            HirKind::Alternation(parts) => {
                let each: Option<Vec<_>> = parts.iter().map(|part| best(self.required(part, depth))).collect();
                each.map(|sets| joined(&sets)).into_iter().collect()
            }
            HirKind::Class(Class::Bytes(class)) => {
                let bytes = class.ranges().iter().flat_map(|range| range.start()..=range.end());
                let each: Option<Vec<_>> = bytes.map(|byte| best(self.list(byte, depth))).collect();
                each.map(|sets| joined(&sets)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The longest run of letters, which is what survives between the text and its shadow, and what the lists ask for.
    fn literal(&mut self, literal: &[u8], depth: usize) -> Vec<AnyOf> {
        let mut sets: Vec<AnyOf> = literal.iter().filter_map(|&byte| self.list(byte, depth)).collect();
        let runs = literal.split(|byte| !byte.is_ascii_lowercase()).filter(|run| run.len() >= SHORTEST);
        let longest = runs.max_by_key(|run| (!is_common(run), run.len()));
        sets.extend(longest.map(|run| AnyOf::from([String::from_utf8_lossy(run).into_owned()])));
        sets
    }

    /// What a folded list asks for: a word of it.
    fn list(&mut self, byte: u8, depth: usize) -> Option<AnyOf> {
        let index = usize::from(byte.checked_sub(FIRST_LIST)?);
        let lists = self.lists;
        let list = lists.lists.get(index).filter(|_| depth < DEPTH)?;
        if self.known[index].is_none() {
            let each: Option<Vec<_>> = list.words.iter().map(|word| best(self.all(word, depth + 1))).collect();
            self.known[index] = Some(joined(&each.unwrap_or_default()));
        }
        self.known[index].clone().filter(|set| !set.is_empty())
    }
}

/// The words of several sets, each once.
fn joined(sets: &[AnyOf]) -> AnyOf {
    if let [set] = sets {
        return set.clone();
    }
    let mut words = sets.concat();
    words.sort_unstable();
    words.dedup();
    words.into()
}

/// What is always there of an entry of plain words, whose last letter may be optional ("rebels?"); `None` for any other.
fn plain_part(template: &str) -> Option<&str> {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ');
    match template.strip_suffix('?') {
        Some(text) => text.get(..text.len().checked_sub(1)?).filter(|_| plain(text)),
        None => Some(template).filter(|text| plain(text)),
    }
}

/// The most telling set.
fn best(sets: impl IntoIterator<Item = AnyOf>) -> Option<AnyOf> {
    sets.into_iter().min_by_key(|words| cost(words))
}

fn is_common(word: &[u8]) -> bool {
    word.len() <= LONGEST_COMMON && COMMON.iter().any(|common| common.as_bytes() == word)
}

/// How often a set of words is likely to be met in vain: common words first, then short ones, then many.
fn cost(words: &[String]) -> (usize, usize, usize) {
    let common = words.iter().filter(|word| is_common(word.as_bytes())).count();
    let shortest = words.iter().map(String::len).min().unwrap_or(0);
    (common, usize::from(shortest < 4), words.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::template::WordList;

    fn sets(template: &str) -> Vec<String> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let lists = vec![
            WordList::new("killed", owned(&["killed", "gunned down", "put to {deaths}"])),
            WordList::new("deaths", owned(&["deaths?", "fatalities"])),
            WordList::new("open", owned(&["\\w+", "slain"])),
        ];
        let lists = WordLists { lists };
        let told = |set: &Trigger| match set.side {
            Some(Side::Before) => format!("{} <", set.words.join("|")),
            Some(Side::After) => format!("> {}", set.words.join("|")),
            None => set.words.join("|"),
        };
        Triggers::new(&lists).of(template).iter().map(told).collect()
    }

    #[test]
    fn a_list_asks_for_one_of_its_words() {
        assert_eq!(sets("{value} {gap:3}{killed}"), ["> death|fatalities|gunned|killed"]);
        assert_eq!(sets("(?:{deaths}|toll) of {value}"), ["death|fatalities|toll <"]);
        assert_eq!(sets("(?:{deaths}|{killed}) of {value}"), ["death|fatalities|gunned|killed <"]);
        assert_eq!(sets("(?:{deaths} of {value}|{value} {killed})"), ["death|fatalities|gunned|killed"]);
    }

    #[test]
    fn every_obligatory_part_asks_and_no_optional_one() {
        assert_eq!(
            sets("{value} troops (?:were )?(?:sent|moved){aside} to borders"),
            ["> borders", "> troops", "> moved|sent"]
        );
        assert_eq!(sets("{value} of whom(?: {deaths})?"), ["> whom"]);
    }

    #[test]
    fn what_may_be_any_word_asks_for_nothing() {
        assert!(sets("{value} {open}").is_empty());
        assert!(sets("{value} (?:{open}|{killed})").is_empty());
        assert_eq!(sets("{value} {wide:4}[a-z]+ {number} dead"), ["> dead"]);
    }
}
