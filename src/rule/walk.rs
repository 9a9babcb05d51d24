//! Where an expression can match, told by walks that are far cheaper than the match itself.
//!
//! Every match of a pattern holds the candidate, which stands in the shadow once. So a pattern is what stands before the
//! value, the value, and what stands after it, and both sides are matched outwards from the value, each by an automaton
//! of its own. A walk takes a step a word and ends with the first word that nothing fits, where a search would read the
//! whole sentence.

use std::ops::Range;

use regex_syntax::hir::Hir;

use super::graph::Graph;
use super::lists::Lists;
use super::machine::{Machine, States};
use super::side::{Side, side_of};
use super::slots::VALUE;
use super::symbols::Symbol;

/// The walks of one expression.
#[derive(Debug)]
pub(super) enum Walk {
    /// Of an expression that always holds the value: outwards from it.
    ///
    /// Where an alternation tells several ways, each side takes any of them, whichever the other took: a walk may let
    /// through what does not match, and never stops what does.
    Around {
        before: Box<Machine>,
        after: Box<Machine>,
        /// Whether the side before asks for more, and so is walked first.
        before_first: bool,
    },
    /// Of any other expression: along the sentence, up to the end of some match.
    Along(Box<Machine>),
}

/// The states that the walks of one expression have come to.
#[derive(Debug, Default)]
pub(super) struct Trodden {
    before: States,
    after: States,
}

/// A shadow with its symbols.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path<'a> {
    pub(super) shadow: &'a [u8],
    pub(super) symbols: &'a [Symbol],
}

impl Path<'_> {
    /// The letters of the word of this index.
    pub(super) fn word(&self, symbol: usize) -> &[u8] {
        &self.shadow[self.start_of(symbol)..self.start_of(symbol + 1)]
    }

    /// Where the symbol of this index begins.
    fn start_of(&self, symbol: usize) -> usize {
        self.symbols.get(symbol).map_or(self.shadow.len(), |symbol| symbol.at)
    }
}

impl Walk {
    /// The walks of an expression; `None` where it is too large.
    pub(super) fn of(hir: &Hir, lists: &Lists) -> Option<Self> {
        let (Some(before), Some(after)) = (side_of(hir, Side::Before), side_of(hir, Side::After)) else {
            let graph = Graph::of(hir, lists, Side::After)?;
            return Some(Self::Along(Box::new(Machine::new(graph, false, true))));
        };
        let machine = |hir, side| Some(Machine::new(Graph::of(hir, lists, side)?, side == Side::Before, false));
        Some(Self::Around {
            before_first: before.properties().minimum_len() > after.properties().minimum_len(),
            before: Box::new(machine(&before, Side::Before)?),
            after: Box::new(machine(&after, Side::After)?),
        })
    }

    /// Whether it goes outwards from the value.
    pub(super) const fn is_around(&self) -> bool {
        matches!(self, Self::Around { .. })
    }

    /// The stretch of the shadow that holds every match with the candidate at the symbol `at`, if there is one; where the
    /// walk goes outwards from it, the leftmost match begins where the stretch does, or later. `None` where there is no match.
    pub(super) fn window(&self, trodden: &mut Trodden, path: Path<'_>, at: Option<usize>) -> Option<Range<usize>> {
        match self {
            Self::Around { before, after, before_first: true } => {
                let start = start_of(before, &mut trodden.before, path, at?)?;
                Some(start..end_of(after, &mut trodden.after, path, at?)?)
            }
            Self::Around { before, after, .. } => {
                let end = end_of(after, &mut trodden.after, path, at?)?;
                Some(start_of(before, &mut trodden.before, path, at?)?..end)
            }
            Self::Along(machine) => {
                let marked = |(index, &symbol): (usize, &Symbol)| match at {
                    Some(at) if at == index => Symbol { key: VALUE.into(), ..symbol },
                    _ => symbol,
                };
                machine.walk(&mut trodden.after, path.symbols.iter().enumerate().map(marked))?;
                Some(0..path.shadow.len())
            }
        }
    }
}

/// Where the longest stretch before the value begins.
fn start_of(before: &Machine, states: &mut States, path: Path<'_>, at: usize) -> Option<usize> {
    let read = before.walk(states, path.symbols[..at].iter().rev().copied())?;
    Some(path.start_of(at - read))
}

/// Where the longest stretch after the value ends.
fn end_of(after: &Machine, states: &mut States, path: Path<'_>, at: usize) -> Option<usize> {
    let read = after.walk(states, path.symbols[at + 1..].iter().copied())?;
    Some(path.start_of(at + 1 + read))
}
