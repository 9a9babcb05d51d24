//! A pattern taken apart: every way of telling that it knows, each a row of elements in the rule writer's own words.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::rule::slots;
use crate::rule::template::{WordLists, expand};

/// The most ways that are looked at; what would make more stays one element.
const MOST_WAYS: usize = 48;
/// How deep word lists may name one another.
const DEPTH: usize = 8;
/// The longest list that is opened because its entries are more than words.
const OPENED: usize = 6;

/// What stands at one place of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `{value}`
    Value,
    /// `{gap:N}`, `{wide:N}`: at most so many words.
    Gap(usize),
    /// The blank between two words.
    Blank,
    /// Anything else.
    Words,
}

/// One element of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) part: Part,
    /// As the file has it.
    pub(super) source: String,
    /// As the regex engine reads it.
    pub(super) expanded: String,
}

/// One way of telling: elements from left to right.
pub(super) type Way = Vec<Element>;

/// Takes the template of a rule apart; `same` is the byte of figures of the rule's own kind.
pub(super) fn ways(template: &str, same: u8, lists: &WordLists) -> Vec<Way> {
    let parser = Parser { same, lists };
    let ways = parser.ways(template, 0, MOST_WAYS);
    ways.into_iter().map(|way| glue(&way, &parser)).collect()
}

/// The syntax of an expanded expression.
pub(super) fn parse(expanded: &str) -> Option<Hir> {
    regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(expanded).ok()
}

struct Parser<'a> {
    same: u8,
    lists: &'a WordLists,
}

impl Parser<'_> {
    fn element(&self, part: Part, source: String) -> Element {
        let expanded = match part {
            Part::Words => format!("(?:{})", expand(&source, self.same, self.lists).text),
            _ => expand(&source, self.same, self.lists).text,
        };
        Element { part, source, expanded }
    }

    /// The ways of a template, at most `most`.
    fn ways(&self, template: &str, depth: usize, most: usize) -> Vec<Way> {
        let mut all = Vec::new();
        for branch in branches(template) {
            let mut ways: Vec<Way> = vec![Vec::new()];
            for item in items(branch) {
                let room = (most / ways.len()).max(1);
                ways = product(&ways, &self.item(item, depth, room));
            }
            all.extend(ways);
        }
        all.truncate(most);
        all
    }

    /// The ways of one item: opened where it holds the value or is more than words, else as it is.
    fn item(&self, item: &str, depth: usize, room: usize) -> Vec<Way> {
        let closed = || vec![vec![self.element(part_of(item), item.to_owned())]];
        let (atom, repeated) = split_repetition(item);
        let inner: Vec<&str> = match group_of(atom) {
            Some(inner) => vec![inner],
            None => self.list_of(atom).unwrap_or_default(),
        };
        let holds_value = self.holds_value(&inner, depth);
        if inner.is_empty() || depth >= DEPTH || (repeated && !holds_value) {
            return closed();
        }
        let opened: Vec<Way> = inner.iter().flat_map(|inner| self.ways(inner, depth + 1, room)).collect();
        match opened.len() {
            1 => opened,
            _ if holds_value => opened.into_iter().take(room).collect(),
            n if n <= room && n <= OPENED && is_more_than_words(&inner) => opened,
            _ => closed(),
        }
    }

    /// The entries of a word list that an item names.
    fn list_of(&self, atom: &str) -> Option<Vec<&str>> {
        let name = atom.strip_prefix('{')?.strip_suffix('}')?;
        let is_slot = name == "aside" || slots::LEAF_SLOTS.iter().any(|(slot, _)| *slot == name);
        let list = self.lists.get(name).filter(|_| !is_slot)?;
        Some(list.words.iter().map(String::as_str).collect())
    }

    fn holds_value(&self, inner: &[&str], depth: usize) -> bool {
        let holds = |name: &str| {
            let words = self.list_of(name).filter(|_| depth < DEPTH).unwrap_or_default();
            !words.is_empty() && self.holds_value(&words, depth + 1)
        };
        let slots = |text: &str| text.match_indices('{').filter_map(|(at, _)| slot_at(text, at)).any(holds);
        inner.iter().any(|text| text.contains("{value}") || slots(text))
    }
}

/// The slot that opens at `at`, with its braces.
fn slot_at(text: &str, at: usize) -> Option<&str> {
    text.get(at..=at + text[at..].find('}')?)
}

/// Whether entries hold gaps or lists, so that one of them may match in part.
fn is_more_than_words(entries: &[&str]) -> bool {
    entries.iter().any(|entry| entry.contains("{gap:") || entry.contains("{wide:") || entry.contains("} "))
}

fn part_of(item: &str) -> Part {
    let most = |name: &str| item.strip_prefix(name)?.strip_suffix('}')?.parse().ok();
    match item {
        "{value}" => Part::Value,
        " " => Part::Blank,
        _ => most("{gap:").or_else(|| most("{wide:")).map_or(Part::Words, Part::Gap),
    }
}

fn product(ways: &[Way], tails: &[Way]) -> Vec<Way> {
    let pair = |way: &Way| tails.iter().map(|tail| [&way[..], &tail[..]].concat()).collect::<Vec<_>>();
    ways.iter().flat_map(pair).collect()
}

/// Joins what stands inside one word ("kill" and "(?:ed|ing)"), so that every element begins and ends with a word.
fn glue(way: &[Element], parser: &Parser<'_>) -> Way {
    let mut glued: Way = Vec::new();
    for element in way {
        match glued.last_mut() {
            Some(last) if joins(last, element) => {
                let source = format!("{}{}", last.source, element.source);
                *last = parser.element(Part::Words, source);
            }
            _ => glued.push(element.clone()),
        }
    }
    glued
}

fn joins(left: &Element, right: &Element) -> bool {
    if left.part != Part::Words || right.part != Part::Words {
        return false;
    }
    let edge = |element: &Element, first| parse(&element.expanded).is_some_and(|hir| may_be_word(&hir, first));
    edge(left, false) && edge(right, true)
}

/// Whether a match may begin (else end) with a letter or digit.
fn may_be_word(hir: &Hir, first: bool) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric();
    match hir.kind() {
        HirKind::Literal(literal) => {
            let edge = if first { literal.0.first() } else { literal.0.last() };
            edge.is_some_and(|&byte| is_word(byte))
        }
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().any(|range| (range.start()..=range.end()).any(is_word))
        }
        HirKind::Class(Class::Unicode(class)) => {
            class.ranges().iter().any(|range| (range.start()..=range.end()).any(|c| c.is_ascii_alphanumeric()))
        }
        HirKind::Repetition(repetition) => may_be_word(&repetition.sub, first),
        HirKind::Capture(capture) => may_be_word(&capture.sub, first),
        HirKind::Concat(parts) if first => edge_of(parts.iter(), first),
        HirKind::Concat(parts) => edge_of(parts.iter().rev(), first),
        HirKind::Alternation(parts) => parts.iter().any(|part| may_be_word(part, first)),
        HirKind::Empty | HirKind::Look(_) => false,
    }
}

/// The first part that decides: one that may be empty leaves it to the next as well.
fn edge_of<'a>(parts: impl Iterator<Item = &'a Hir>, first: bool) -> bool {
    for part in parts {
        if may_be_word(part, first) {
            return true;
        }
        if part.properties().minimum_len() != Some(0) {
            return false;
        }
    }
    false
}

/// The branches of an alternation at the outermost level.
fn branches(template: &str) -> Vec<&str> {
    let mut branches = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < template.len() {
        let length = atom_length(template, at);
        if &template[at..at + length] == "|" {
            branches.push(&template[start..at]);
            start = at + 1;
        }
        at += length;
    }
    branches.push(&template[start..]);
    branches
}

/// The items of a concatenation: a letter, an escape, a class, a group or a slot, each with its repetition.
fn items(template: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < template.len() {
        let length = atom_length(template, at);
        let repeated = repetition_length(&template[at + length..]);
        items.push(&template[at..at + length + repeated]);
        at += length + repeated;
    }
    items
}

/// An item without its repetition, and whether it has one.
fn split_repetition(item: &str) -> (&str, bool) {
    let length = atom_length(item, 0);
    (&item[..length], length < item.len())
}

/// The length of what stands at one place, a group or class with all it holds.
fn atom_length(template: &str, at: usize) -> usize {
    let rest = &template[at..];
    let c = rest.chars().next().map_or(1, char::len_utf8);
    match rest.as_bytes()[0] {
        b'\\' => rest.chars().take(2).map(char::len_utf8).sum(),
        b'[' => class_length(rest),
        b'(' => group_length(rest),
        b'{' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) => rest.find('}').map_or(1, |close| close + 1),
        _ => c,
    }
}

fn class_length(rest: &str) -> usize {
    let mut at = if rest[1..].starts_with('^') { 2 } else { 1 };
    // A bracket that comes first closes nothing.
    at += usize::from(rest[at..].starts_with(']'));
    while at < rest.len() && !rest[at..].starts_with(']') {
        at += rest[at..]
            .chars()
            .take(if rest[at..].starts_with('\\') { 2 } else { 1 })
            .map(char::len_utf8)
            .sum::<usize>();
    }
    (at + 1).min(rest.len())
}

fn group_length(rest: &str) -> usize {
    let mut at = 1;
    while at < rest.len() && !rest[at..].starts_with(')') {
        at += atom_length(rest, at);
    }
    (at + 1).min(rest.len())
}

fn repetition_length(rest: &str) -> usize {
    let counted = || {
        let inside = &rest[1..rest.find('}')?];
        inside.starts_with(|c: char| c.is_ascii_digit()).then_some(inside.len() + 2)
    };
    let length = match rest.as_bytes().first() {
        Some(b'?' | b'*' | b'+') => 1,
        Some(b'{') => counted().unwrap_or(0),
        _ => 0,
    };
    length + usize::from(length > 0 && rest[length..].starts_with('?'))
}

/// What stands inside a group; `None` for anything else.
fn group_of(atom: &str) -> Option<&str> {
    let inner = atom.strip_prefix('(')?.strip_suffix(')')?;
    if let Some(named) = inner.strip_prefix("?<").or_else(|| inner.strip_prefix("?P<")) {
        return named.split_once('>').map(|(_, inner)| inner);
    }
    match inner.strip_prefix('?') {
        Some(flags) => flags.strip_prefix(':'),
        None => Some(inner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::slots::NUMBER;
    use crate::rule::template::WordList;

    fn shown(template: &str) -> Vec<String> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let lists = WordLists {
            lists: vec![
                WordList::new("killed", owned(&["killed", "gunned down"])),
                WordList::new("force", owned(&["(?:{killed} ){0,2}troops"])),
                WordList::new("sum", owned(&["{value} {force}", "some {value}"])),
                WordList::new("deep", owned(&["were {gap:2}{killed}", "died"])),
            ],
        };
        let row = |way: Way| way.iter().map(|element| element.source.clone()).collect::<Vec<_>>().join("·");
        ways(template, NUMBER, &lists).into_iter().map(row).collect()
    }

    #[test]
    fn a_pattern_falls_into_words_gaps_and_its_value() {
        assert_eq!(shown("{killed} {gap:3}{value}"), ["{killed}· ·{gap:3}·{value}"]);
        assert_eq!(shown("kill(?:ed|ing) (?:all )?{value}"), ["kill(?:ed|ing)· ·(?:all )?·{value}"]);
        assert_eq!(shown("{value}[- ](?:long )?{killed}"), ["{value}·[- ]·(?:long )?·{killed}"]);
        assert_eq!(shown("{killed}{aside} {value},? dead"), ["{killed}·{aside}· ·{value}·,?· ·dead"]);
    }

    #[test]
    fn what_holds_the_value_or_is_more_than_words_is_opened() {
        assert_eq!(
            shown("(?:{value} men|men {value}) {killed}"),
            ["{value}· ·men· ·{killed}", "men· ·{value}· ·{killed}"]
        );
        assert_eq!(
            shown("{sum} {killed}"),
            ["{value}· ·(?:{killed} ){0,2}·troops· ·{killed}", "some· ·{value}· ·{killed}"]
        );
        assert_eq!(shown("{value} {deep}"), ["{value}· ·were· ·{gap:2}·{killed}", "{value}· ·died"]);
        assert_eq!(shown("(?<subgroup>{value} men) {killed}"), ["{value}· ·men· ·{killed}"]);
    }
}
