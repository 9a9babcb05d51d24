//! How near a sentence comes to one way of telling: the cheapest alignment of its elements with the shadow, in which a word
//! may be another than the pattern wants, a gap longer than it allows, and words may stand where it allows none.
//!
//! It is a table of elements by places, filled once from left to right, so its cost grows with the length of the sentence and
//! of the pattern and with nothing else. What it changes is exact: with every change made, the pattern matches.

use super::automaton::{Automaton, Walk};
use super::element::Part;
use crate::rule::slots::VALUE;

/// What a word costs that is another, or is missing; what words cost that are too many for a gap, or stand where there is none. A word in a gap costs one, so that of two
/// alignments alike the tighter is taken.
const OTHER: u32 = 4_000;
const MISSING: u32 = 4_400;
const BLANK: u32 = 100;
/// What it costs to take a comma or another mark at either end for a word.
const MARK: u32 = 300;
const LONGER: u32 = 1_400;
const BETWEEN: u32 = 2_600;
const EACH_WORD: u32 = 260;
/// The most words that stand in the place of an element, and in a gap or between two words.
const MOST_FOUND: usize = 4;
const MOST_SKIPPED: usize = 40;
const NEVER: u32 = u32::MAX;

/// An element, ready to run.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) part: Part,
    pub(super) automaton: Option<Automaton>,
}

/// The shadow with the places where words begin and end.
pub(super) struct Laid<'a> {
    pub(super) bytes: &'a [u8],
    /// Places at the edge of a word.
    edges: Vec<usize>,
    /// For each place, the words that begin before it.
    begun: Vec<usize>,
    /// Where the candidate stands, if anywhere.
    value: Option<usize>,
}

/// What an element took of the shadow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it stands there as the pattern wants it.
    pub(super) fits: bool,
}

/// An alignment: what each element took, and what the changes cost.
#[derive(Clone, Debug)]
pub(super) struct Aligned {
    pub(super) cost: u32,
    pub(super) taken: Vec<Taken>,
}

impl<'a> Laid<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let edges = (0..=bytes.len()).filter(|&at| is_edge(bytes, at)).collect();
        let mut begun = vec![0; bytes.len() + 1];
        for at in 0..bytes.len() {
            let begins = bytes[at] != b' ' && (at == 0 || bytes[at - 1] == b' ');
            begun[at + 1] = begun[at] + usize::from(begins);
        }
        let value = bytes.iter().position(|&byte| byte == VALUE);
        Self { bytes, edges, begun, value }
    }

    /// The words of a stretch, those cut included.
    pub(super) fn words(&self, start: usize, end: usize) -> usize {
        let inside = start > 0 && start < end && self.bytes[start] != b' ' && self.bytes[start - 1] != b' ';
        self.begun[end] - self.begun[start] + usize::from(inside)
    }

    fn edges_from(&self, at: usize) -> &[usize] {
        &self.edges[self.edges.partition_point(|&edge| edge < at)..]
    }

    /// How many of a stretch's ends are marks rather than words or leaves.
    fn marks_around(&self, start: usize, end: usize) -> u32 {
        let mark = |at: usize| u32::from(!self.bytes[at].is_ascii_alphanumeric() && self.bytes[at] >= b' ');
        mark(start) + mark(end - 1)
    }

    fn is_blank(&self, at: usize) -> bool {
        self.bytes.get(at) == Some(&b' ')
    }

    /// Whether a stretch holds the candidate, which nothing may pass over.
    fn holds_value(&self, start: usize, end: usize) -> bool {
        self.value.is_some_and(|value| (start..end).contains(&value))
    }
}

/// Whether a place does not lie inside a word.
fn is_edge(bytes: &[u8], at: usize) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    !(word(at.checked_sub(1)) && word(Some(at)))
}

/// A cell of the table: the cost so far and how it was come to.
#[derive(Clone, Copy)]
struct Cell {
    cost: u32,
    from: usize,
    fits: bool,
}

const EMPTY: Cell = Cell { cost: NEVER, from: 0, fits: true };

struct Table<'a> {
    laid: &'a Laid<'a>,
    /// For each number of elements, the cells by place.
    rows: Vec<Vec<Cell>>,
}

/// The cheapest alignment, where there is one.
pub(super) fn align(elements: &[&Ready], laid: &Laid<'_>, walk: &mut Walk) -> Option<Aligned> {
    let places = laid.bytes.len() + 1;
    let mut first = vec![EMPTY; places];
    let begins = |at: usize| at == 0 || !is_word(laid.bytes[at - 1]);
    (0..places).filter(|&at| begins(at)).for_each(|at| first[at].cost = 0);
    let mut table = Table { laid, rows: vec![first] };
    for element in elements {
        let row = table.next(element, walk);
        table.rows.push(row);
    }
    table.best()
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

impl Table<'_> {
    /// The row after one more element.
    fn next(&self, element: &Ready, walk: &mut Walk) -> Vec<Cell> {
        let mut row = vec![EMPTY; self.laid.bytes.len() + 1];
        let last = self.rows.last().map_or(&[][..], Vec::as_slice);
        for (at, cell) in last.iter().enumerate().filter(|(_, cell)| cell.cost < NEVER) {
            self.fitting(element, at, cell.cost, &mut row, walk);
            match element.part {
                Part::Words => self.other(at, cell.cost, &mut row),
                Part::Value if self.laid.value.is_none() => self.other(at, cell.cost, &mut row),
                Part::Value => {}
                Part::Blank => self.blank(at, cell.cost, &mut row),
                Part::Gap(_) => self.longer(at, cell.cost, &mut row),
            }
        }
        row
    }

    /// The element as the pattern wants it.
    fn fitting(&self, element: &Ready, at: usize, cost: u32, row: &mut [Cell], walk: &mut Walk) {
        let Some(automaton) = &element.automaton else { return };
        let in_gap = matches!(element.part, Part::Gap(_));
        for end in automaton.ends(self.laid.bytes, at, walk) {
            let words = if in_gap { self.laid.words(at, end) } else { 0 };
            set(row, end, cost.saturating_add(u32::try_from(words).unwrap_or(0)), at, true);
        }
    }

    /// Other words, or none, in the place of an element.
    fn other(&self, at: usize, cost: u32, row: &mut [Cell]) {
        if !is_edge(self.laid.bytes, at) {
            return;
        }
        set(row, at, cost.saturating_add(MISSING), at, false);
        if self.laid.is_blank(at) {
            return;
        }
        for &end in self.laid.edges_from(at + 1) {
            let words = self.laid.words(at, end);
            if words > MOST_FOUND || self.laid.holds_value(at, end) {
                break;
            }
            if !self.laid.is_blank(end - 1) {
                let marks = MARK * self.laid.marks_around(at, end);
                set(row, end, cost.saturating_add(OTHER + EACH_WORD * extra(words) + marks), at, false);
            }
        }
    }

    /// No blank where an element is missing, another sign in its place, or words where only a blank may stand.
    fn blank(&self, at: usize, cost: u32, row: &mut [Cell]) {
        if is_edge(self.laid.bytes, at) {
            set(row, at, cost.saturating_add(BLANK), at, false);
        }
        if self.laid.is_blank(at) {
            self.longer_than(at, at + 2, cost.saturating_add(BETWEEN), row);
        } else if self.laid.bytes.get(at) == Some(&b'-') {
            set(row, at + 1, cost.saturating_add(OTHER / 4), at, false);
        }
    }

    /// More than a gap takes: more words, or words across a comma or a figure.
    fn longer(&self, at: usize, cost: u32, row: &mut [Cell]) {
        if at > 0 && self.laid.is_blank(at - 1) {
            self.longer_than(at, at + 1, cost.saturating_add(LONGER), row);
        }
    }

    /// Words up to a blank, from `end` on.
    fn longer_than(&self, at: usize, end: usize, cost: u32, row: &mut [Cell]) {
        for &end in self.laid.edges_from(end) {
            let words = self.laid.words(at, end);
            if words > MOST_SKIPPED || self.laid.holds_value(at, end) {
                break;
            }
            if self.laid.is_blank(end - 1) {
                set(row, end, cost.saturating_add(EACH_WORD * extra(words)), at, false);
            }
        }
    }

    /// The cheapest place to end, and the way back from there.
    fn best(&self) -> Option<Aligned> {
        let ends = |at: usize| self.laid.bytes.get(at).is_none_or(|&byte| !is_word(byte));
        let last = self.rows.last()?.iter().enumerate();
        let (mut at, best) =
            last.filter(|(at, cell)| cell.cost < NEVER && ends(*at)).min_by_key(|(_, cell)| cell.cost)?;
        let mut taken = Vec::new();
        for row in self.rows[1..].iter().rev() {
            let cell = row[at];
            taken.push(Taken { start: cell.from, end: at, fits: cell.fits });
            at = cell.from;
        }
        taken.reverse();
        Some(Aligned { cost: best.cost, taken })
    }
}

fn extra(words: usize) -> u32 {
    u32::try_from(words.saturating_sub(1)).unwrap_or(0)
}

/// Keeps the cheapest; of equals the one that begins last, which is the tighter.
fn set(row: &mut [Cell], at: usize, cost: u32, from: usize, fits: bool) {
    if cost < row[at].cost || cost == row[at].cost && cost < NEVER && from > row[at].from {
        row[at] = Cell { cost, from, fits };
    }
}
