//! Templates: a pattern as the file has it, its slots filled in for the regex engine.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use super::fold::fold;
use super::kind::ProblemKind;
use super::problem::did_you_mean;
use super::slots::{self, LEAF_SLOTS, VALUE, class};

/// How deep word lists may name one another.
const DEPTH: usize = 8;

/// Word lists by name; the first of a name counts, so the file's own come before the shared ones.
#[derive(Clone, Debug, Default)]
pub(super) struct WordLists {
    pub(super) lists: Vec<WordList>,
}

/// A list of words that stand for one another.
#[derive(Clone, Debug)]
pub(super) struct WordList {
    name: Arc<str>,
    pub(super) words: Arc<[String]>,
    /// The names of the slots in its words.
    slots: Arc<[String]>,
}

impl WordList {
    pub(super) fn new(name: &str, words: Vec<String>) -> Self {
        let mut slots: Vec<String> = words.iter().flat_map(|word| slots_of(word)).map(str::to_owned).collect();
        slots.sort_unstable();
        slots.dedup();
        Self { name: name.into(), words: words.into(), slots: slots.into() }
    }
}

impl WordLists {
    pub(super) fn get(&self, name: &str) -> Option<&WordList> {
        self.lists.iter().find(|list| *list.name == *name)
    }

    /// The first few lists alone.
    pub(super) fn first(&self, count: usize) -> Self {
        Self { lists: self.lists.iter().take(count).cloned().collect() }
    }

    /// Whether words of a list hold the value, themselves or through another list.
    fn hold_value(&self, name: &str, depth: usize) -> bool {
        let slots = self.get(name).filter(|_| depth < DEPTH).map(|list| &*list.slots).unwrap_or_default();
        slots.iter().any(|slot| slot == "value" || self.hold_value(slot, depth + 1))
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.iter().map(|list| &*list.name)
    }
}

/// Something wrong at a place of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) kind: ProblemKind,
    /// In bytes of the template.
    pub(super) at: Range<usize>,
    pub(super) message: String,
    pub(super) advice: String,
}

/// A template with its slots filled in.
#[derive(Clone, Debug, Default)]
pub(super) struct Expanded {
    pub(super) text: String,
    /// Named groups of the file, with their place.
    pub(super) groups: Vec<(String, Range<usize>)>,
    /// Whether it holds a value slot.
    pub(super) has_value: bool,
    /// Whether that slot is the first of several (`{value:1}`).
    pub(super) in_parts: bool,
    pub(super) faults: Vec<Fault>,
    gaps: usize,
}

/// Fills in the slots of `template` for a rule whose values carry the byte `same`.
pub(super) fn expand(template: &str, same: u8, lists: &WordLists) -> Expanded {
    let mut expanded = Expanded::default();
    Expander { same, lists, fold: Fold::Nothing }.run(template, &mut expanded, 0, None);
    expanded
}

/// The byte that stands for the first word list in an outline; the shadow, being ASCII, never holds it.
pub(super) const FIRST_LIST: u8 = 0x80;

/// What follows the byte of a list in a folded template, so that lists beside one another keep their order.
pub(super) const LIST_END: u8 = 0xff;

/// A template as short as it can be: every word list one byte unless it holds the value, gaps and asides left out. Whatever it asks for, the template
/// asks for too.
pub(super) fn outline(template: &str, lists: &WordLists) -> String {
    let mut outlined = Expanded::default();
    Expander { same: 0, lists, fold: Fold::All }.run(template, &mut outlined, 0, None);
    outlined.text
}

/// A template in which every word list is one byte and its end unless it holds the value; one beyond the bytes there are is written out.
pub(super) fn folded(template: &str, same: u8, lists: &WordLists) -> String {
    let mut folded = Expanded::default();
    Expander { same, lists, fold: Fold::Lists }.run(template, &mut folded, 0, None);
    folded.text
}

/// The names of what stands between braces.
pub(super) fn slots_of(template: &str) -> impl Iterator<Item = &str> {
    let inside = template.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    inside.map(|slot| slot.split_once(':').map_or(slot, |(name, _)| name))
}

/// Whether the value of a pattern is the first of several that stand apart.
pub(super) fn is_in_parts(source: &str) -> bool {
    ["{value:1}", "{value:from}"].iter().any(|first| source.contains(first))
}

/// Whether a pattern is a value alone.
pub(super) fn is_bare(source: &str) -> bool {
    source == "{value}"
}

/// Whether a name is that of a slot, which goes before a word list.
pub(super) fn is_slot(name: &str) -> bool {
    known_slots().any(|slot| slot == name)
}

/// What stands in a template at one place.
enum Piece<'a> {
    /// An escape, a counted repetition or the opening of a group: as it is.
    Verbatim(&'a str),
    /// `(?<name>`
    Group(&'a str, &'a str),
    /// `{name}` or `{name:argument}`
    Slot(&'a str, &'a str),
    /// Any other character.
    Char(char),
}

/// What an expander leaves folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fold {
    Nothing,
    /// Word lists.
    Lists,
    /// Word lists; gaps and asides are left out.
    All,
}

struct Expander<'a> {
    same: u8,
    lists: &'a WordLists,
    fold: Fold,
}

impl Expander<'_> {
    /// Expands `template`; faults inside a word list are reported at `place`, the slot that named it.
    fn run(&self, template: &str, out: &mut Expanded, depth: usize, place: Option<&Range<usize>>) {
        let mut at = 0;
        while at < template.len() {
            let (piece, length) = piece_at(template, at);
            let here = place.cloned().unwrap_or(at..at + length);
            match piece {
                Piece::Verbatim(text) => out.text.push_str(text),
                Piece::Group(open, name) => {
                    out.text.push_str(open);
                    out.groups.push((name.to_owned(), here));
                }
                Piece::Slot(name, argument) => {
                    let glued = (glued(template, at), template[at + length..].starts_with(' '));
                    self.slot(name, argument, glued, out, depth, here);
                }
                Piece::Char(c) => fold(c, |byte| out.text.push(char::from(byte))),
            }
            at += length;
        }
    }

    fn slot(
        &self,
        name: &str,
        argument: &str,
        (glued, blank_after): (bool, bool),
        out: &mut Expanded,
        depth: usize,
        here: Range<usize>,
    ) {
        match (name, argument) {
            ("gap" | "wide" | "aside", _) if self.fold == Fold::All => out.text.push_str("(?:)"),
            ("value", "" | "from" | "1") => {
                out.has_value = true;
                out.in_parts |= !argument.is_empty();
                out.text.push_str(&class(&[VALUE]));
            }
            ("value", part) => {
                let _ = write!(out.text, "(?<value_{part}>{})", class(&[slots::part_byte(self.same)]));
            }
            ("gap" | "wide", most) => self.gap(name, most, glued, blank_after, out, here),
            ("aside", "") => out.text.push_str(slots::ASIDE),
            (name, "") => self.leaf_or_words(name, out, depth, here),
            _ => out.faults.push(unknown_slot(name, argument, here, self.lists)),
        }
    }

    fn gap(&self, name: &str, most: &str, glued: bool, blank_after: bool, out: &mut Expanded, here: Range<usize>) {
        let fault = |message: &str, advice: &str| Fault {
            kind: ProblemKind::BadGap,
            at: here.clone(),
            message: message.to_owned(),
            advice: advice.to_owned(),
        };
        let Ok(most @ 1..=20) = most.parse::<usize>() else {
            return out.faults.push(fault("a gap takes a number of words from 1 to 20", "write {gap:3}"));
        };
        if blank_after {
            let message = "a gap ends in a blank of its own, so a blank after it can never match";
            out.faults.push(fault(message, "remove the blank after it"));
        } else if glued {
            out.faults.push(fault("a gap begins a word, so a blank must stand before it", "set a blank before it"));
        }
        out.gaps += 1;
        let body = if name == "gap" { slots::gap(most, self.same) } else { slots::wide(most) };
        let _ = write!(out.text, "(?<gap{}>{body})", out.gaps);
    }

    fn leaf_or_words(&self, name: &str, out: &mut Expanded, depth: usize, here: Range<usize>) {
        if let Some((_, bytes)) = LEAF_SLOTS.iter().find(|(slot, _)| *slot == name) {
            return out.text.push_str(&class(bytes));
        }
        if let Some(byte) = self.folded_list(name, depth) {
            return out.text.push_str(&byte);
        }
        let Some(list) = self.lists.get(name).filter(|_| depth < DEPTH) else {
            return out.faults.push(unknown_words(name, here, self.lists));
        };
        out.text.push_str("(?:");
        for (index, word) in list.words.iter().enumerate() {
            out.text.push_str(if index > 0 { "|" } else { "" });
            self.run(word, out, depth + 1, Some(&here));
        }
        out.text.push(')');
    }

    /// The byte of a word list that stays folded. One beyond the bytes there are asks for nothing in an outline.
    fn folded_list(&self, name: &str, depth: usize) -> Option<String> {
        if self.fold == Fold::Nothing || (depth < DEPTH && self.lists.hold_value(name, depth)) {
            return None;
        }
        let index = self.lists.lists.iter().position(|list| *list.name == *name);
        let byte = index.and_then(|index| FIRST_LIST.checked_add(u8::try_from(index).ok()?)).filter(|&b| b < LIST_END);
        let folded = |byte| match self.fold {
            Fold::Lists => format!("(?:{}{})", class(&[byte]), class(&[LIST_END])),
            Fold::All | Fold::Nothing => class(&[byte]),
        };
        byte.map(folded).or_else(|| (self.fold == Fold::All).then(|| "(?:)".to_owned()))
    }
}

/// Whether a slot at `at` is glued to the end of a word.
fn glued(template: &str, at: usize) -> bool {
    template[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '}')
}

fn unknown_slot(name: &str, argument: &str, at: Range<usize>, lists: &WordLists) -> Fault {
    let advice = if is_slot(name) || lists.get(name).is_some() {
        format!("write it without `:{argument}`")
    } else {
        did_you_mean(name, known_slots())
    };
    Fault { kind: ProblemKind::UnknownSlot, at, message: format!("unknown slot `{{{name}:{argument}}}`"), advice }
}

fn unknown_words(name: &str, at: Range<usize>, lists: &WordLists) -> Fault {
    let fault = |message, advice| Fault { kind: ProblemKind::UnknownWords, at: at.clone(), message, advice };
    if lists.get(name).is_some() {
        return fault(format!("the word list `{name}` names itself"), "take the circle out".to_owned());
    }
    let message = format!("`{{{name}}}` is neither a slot nor a word list of this file or of lexicon/words.toml");
    let mut known: Vec<&str> = known_slots().collect();
    known.extend(lists.names());
    fault(message, did_you_mean(name, known))
}

fn known_slots() -> impl Iterator<Item = &'static str> {
    ["value", "gap", "wide", "aside"].into_iter().chain(LEAF_SLOTS.iter().map(|(name, _)| *name))
}

/// The piece of a template that begins at `at`, with its length in bytes.
fn piece_at(template: &str, at: usize) -> (Piece<'_>, usize) {
    let rest = &template[at..];
    let escape = |length: usize| (Piece::Verbatim(&rest[..length]), length);
    match rest.as_bytes()[0] {
        b'\\' => escape(escape_length(rest)),
        b'{' => slot_at(rest).unwrap_or_else(|| escape(1)),
        b'(' => group_at(rest).unwrap_or_else(|| escape(1)),
        _ => {
            let c = rest.chars().next().unwrap_or(' ');
            (Piece::Char(c), c.len_utf8())
        }
    }
}

/// A backslash with what it escapes, braces included (`\x{41}`, `\b{start}`).
fn escape_length(rest: &str) -> usize {
    let escaped = rest[1..].chars().next().map_or(1, |c| 1 + c.len_utf8());
    let braces = matches!(rest.as_bytes().get(1), Some(b'x' | b'b' | b'p' | b'P' | b'u' | b'U'));
    match rest[escaped..].find('}') {
        Some(close) if braces && rest[escaped..].starts_with('{') => escaped + close + 1,
        _ => escaped,
    }
}

/// `{name}` or `{name:argument}`; a counted repetition is none.
fn slot_at(rest: &str) -> Option<(Piece<'_>, usize)> {
    let inside = &rest[1..rest.find('}')?];
    let (name, argument) = inside.split_once(':').unwrap_or((inside, ""));
    let letters = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let is_slot = name.starts_with(|c: char| c.is_ascii_alphabetic()) && letters(name) && letters(argument);
    is_slot.then_some((Piece::Slot(name, argument), inside.len() + 2))
}

/// `(?<name>` or `(?P<name>`
fn group_at(rest: &str) -> Option<(Piece<'_>, usize)> {
    let after = rest.strip_prefix("(?<").or_else(|| rest.strip_prefix("(?P<"))?;
    let name = &after[..after.find('>')?];
    let length = rest.len() - after.len() + name.len() + 1;
    Some((Piece::Group(&rest[..length], name), length))
}

/// The template with every slot blotted out by letters of the same length, so that a syntax error of the regular
/// expression keeps its place.
pub(super) fn blotted(template: &str) -> String {
    let mut blotted = String::with_capacity(template.len());
    let mut at = 0;
    while at < template.len() {
        let (piece, length) = piece_at(template, at);
        match piece {
            Piece::Slot(..) => blotted.extend(std::iter::repeat_n('v', length)),
            _ => blotted.push_str(&template[at..at + length]),
        }
        at += length;
    }
    blotted
}
