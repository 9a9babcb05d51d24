//! Where an expression can match, told by walks that are far cheaper than the match itself.
//!
//! Every match of a pattern holds the candidate, which stands in the shadow once. So a pattern is what stands before the
//! value, the value, and what stands after it, and both sides are matched outwards from the value, each by an automaton
//! of its own: forwards over what follows, and backwards (the reversed automaton of Thompson's construction) over what
//! precedes. A walk ends with the first byte that nothing fits, mostly within a word, where a search would read the
//! whole sentence. The automata are built state by state as texts ask for them (lazy determinisation).

use std::ops::Range;

use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{self, NFA, WhichCaptures};
use regex_automata::{Anchored, Input, MatchKind};
use regex_syntax::hir::{Hir, HirKind};

use super::slots::VALUE;
use super::trigger::always_holds;

/// Memory that the states of one automaton may take; beyond it they are dropped and built again. Most take some kilobytes;
/// only the widest gaps before long word lists come to more than one megabyte.
const STATES: usize = 8 << 20;

/// The walks of one expression.
#[derive(Debug)]
pub(super) enum Walk {
    /// Of an expression that always holds the value: outwards from it.
    ///
    /// Where an alternation tells several ways, each side takes any of them, whichever the other took: a walk may let
    /// through what does not match, and never stops what does.
    Around {
        before: Box<DFA>,
        after: Box<DFA>,
        /// Whether the side before asks for more, and so is walked first.
        before_first: bool,
    },
    /// Of any other expression: along the sentence, up to the end of some match.
    Along(Box<DFA>),
}

/// The states that the automata of one expression have come to.
#[derive(Debug, Default)]
pub(super) struct States {
    before: Option<Box<Cache>>,
    after: Option<Box<Cache>>,
}

/// A side of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Before,
    After,
}

impl Walk {
    /// The walks of an expression; `None` where it is too large.
    pub(super) fn of(hir: &Hir) -> Option<Self> {
        let (Some(before), Some(after)) = (side_of(hir, Side::Before), side_of(hir, Side::After)) else {
            return Some(Self::Along(automaton(hir, Side::After)?));
        };
        Some(Self::Around {
            before_first: before.properties().minimum_len() > after.properties().minimum_len(),
            before: automaton(&before, Side::Before)?,
            after: automaton(&after, Side::After)?,
        })
    }

    /// Whether it goes outwards from the value.
    pub(super) const fn is_around(&self) -> bool {
        matches!(self, Self::Around { .. })
    }

    /// The stretch of `shadow` that holds every match with the candidate at `at`, if there is one; where the walk goes
    /// outwards from it, the leftmost match begins where the stretch does, or later. `None` where there is no match.
    pub(super) fn window(&self, states: &mut States, shadow: &[u8], at: Option<usize>) -> Option<Range<usize>> {
        match self {
            Self::Around { before, after, before_first: true } => {
                let start = start_of(before, &mut states.before, shadow, at?)?;
                Some(start..end_of(after, &mut states.after, shadow, at?)?)
            }
            Self::Around { before, after, .. } => {
                let end = end_of(after, &mut states.after, shadow, at?)?;
                Some(start_of(before, &mut states.before, shadow, at?)?..end)
            }
            Self::Along(automaton) => {
                forwards(automaton, &mut states.after, &Input::new(shadow).earliest(true))?;
                Some(0..shadow.len())
            }
        }
    }
}

/// Where the longest stretch before the value begins.
fn start_of(before: &DFA, states: &mut Option<Box<Cache>>, shadow: &[u8], at: usize) -> Option<usize> {
    let states = states.get_or_insert_with(|| Box::new(before.create_cache()));
    let start = before.try_search_rev(states, &Input::new(shadow).range(..at).anchored(Anchored::Yes));
    start.map_or(Some(0), |start| start.map(|start| start.offset()))
}

/// Where the longest stretch after the value ends.
fn end_of(after: &DFA, states: &mut Option<Box<Cache>>, shadow: &[u8], at: usize) -> Option<usize> {
    forwards(after, states, &Input::new(shadow).range(at + 1..).anchored(Anchored::Yes))
}

/// Where a walk forwards ends. One that gave up, which none is set to do, would have to let everything through.
fn forwards(automaton: &DFA, states: &mut Option<Box<Cache>>, input: &Input<'_>) -> Option<usize> {
    let states = states.get_or_insert_with(|| Box::new(automaton.create_cache()));
    automaton.try_search_fwd(states, input).map_or(Some(input.end()), |end| end.map(|end| end.offset()))
}

/// What an expression asks for on one side of its value; `None` where it can match without one.
pub(super) fn side_of(hir: &Hir, side: Side) -> Option<Hir> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            let at = literal.0.iter().position(|&byte| byte == VALUE)?;
            Some(Hir::literal(if side == Side::Before { &literal.0[..at] } else { &literal.0[at + 1..] }))
        }
        HirKind::Capture(capture) => side_of(&capture.sub, side),
        // The value stands in the shadow once, so what repeats it is met once.
        HirKind::Repetition(repetition) if repetition.min > 0 => side_of(&repetition.sub, side),
        HirKind::Concat(parts) => {
            let held = parts.iter().position(|part| always_holds(part, VALUE))?;
            let own = side_of(&parts[held], side)?;
            Some(Hir::concat(match side {
                Side::Before => parts[..held].iter().cloned().chain([own]).collect(),
                Side::After => std::iter::once(own).chain(parts[held + 1..].iter().cloned()).collect(),
            }))
        }
        HirKind::Alternation(parts) => {
            parts.iter().map(|part| side_of(part, side)).collect::<Option<Vec<_>>>().map(Hir::alternation)
        }
        _ => None,
    }
}

/// An automaton that goes on to the longest match.
fn automaton(hir: &Hir, side: Side) -> Option<Box<DFA>> {
    let config = DFA::config().match_kind(MatchKind::All).cache_capacity(STATES).skip_cache_capacity_check(true);
    DFA::builder().configure(config).build_from_nfa(nfa(hir, side)?).ok().map(Box::new)
}

fn nfa(hir: &Hir, side: Side) -> Option<NFA> {
    let config = NFA::config().utf8(false).which_captures(WhichCaptures::None).reverse(side == Side::Before);
    thompson::Compiler::new().configure(config).build_from_hir(hir).ok()
}
