//! One element of a pattern as an automaton that tells every place where a match from a given place may end: one pass over
//! the text for a start, whatever the element (Thompson's simulation, so no text makes it slow).

use regex_automata::nfa::thompson::{self, NFA, State, WhichCaptures};
use regex_automata::util::primitives::StateID;
use regex_syntax::hir::Hir;

/// The automaton of an element.
#[derive(Debug)]
pub(super) struct Automaton {
    nfa: NFA,
}

/// Memory for one walk, used again for the next.
#[derive(Debug, Default)]
pub(super) struct Walk {
    now: Vec<StateID>,
    next: Vec<StateID>,
    stack: Vec<StateID>,
    /// When each state was last reached, so that none is taken twice at one place.
    seen: Vec<usize>,
    round: usize,
}

impl Automaton {
    /// `None` for what is too large to build, which the check of a rule file reports.
    pub(super) fn of(hir: &Hir) -> Option<Self> {
        let config = NFA::config().utf8(false).which_captures(WhichCaptures::None);
        thompson::Compiler::new().configure(config).build_from_hir(hir).ok().map(|nfa| Self { nfa })
    }

    /// Every end of a match that begins at `start`, in order.
    pub(super) fn ends(&self, text: &[u8], start: usize, walk: &mut Walk) -> Vec<usize> {
        let mut ends = Vec::new();
        walk.begin(self.nfa.states().len());
        walk.stack.push(self.nfa.start_anchored());
        for at in start..=text.len() {
            if self.close(text, at, walk) {
                ends.push(at);
            }
            std::mem::swap(&mut walk.now, &mut walk.next);
            walk.next.clear();
            if at == text.len() || walk.now.is_empty() {
                break;
            }
            self.step(text, at, walk);
        }
        walk.now.clear();
        ends
    }

    /// Follows what needs no byte from the states on the stack; whether that comes to a match.
    fn close(&self, text: &[u8], at: usize, walk: &mut Walk) -> bool {
        let mut matched = false;
        walk.round += 1;
        while let Some(id) = walk.stack.pop() {
            if std::mem::replace(&mut walk.seen[id.as_usize()], walk.round) == walk.round {
                continue;
            }
            match self.nfa.state(id) {
                State::Union { alternates } => walk.stack.extend(alternates.iter().copied()),
                State::BinaryUnion { alt1, alt2 } => walk.stack.extend([*alt1, *alt2]),
                State::Capture { next, .. } => walk.stack.push(*next),
                State::Look { look, next } if self.nfa.look_matcher().matches(*look, text, at) => {
                    walk.stack.push(*next);
                }
                State::Match { .. } => matched = true,
                State::Look { .. } | State::Fail => {}
                State::ByteRange { .. } | State::Sparse(_) | State::Dense(_) => walk.next.push(id),
            }
        }
        matched
    }

    /// Takes the byte at `at` from every state; what follows stands on the stack.
    fn step(&self, text: &[u8], at: usize, walk: &mut Walk) {
        for id in walk.now.drain(..) {
            let next = match self.nfa.state(id) {
                State::ByteRange { trans } => trans.matches(text, at).then_some(trans.next),
                State::Sparse(transitions) => transitions.matches(text, at),
                State::Dense(transitions) => transitions.matches(text, at),
                _ => None,
            };
            walk.stack.extend(next);
        }
    }
}

impl Walk {
    fn begin(&mut self, states: usize) {
        self.now.clear();
        self.next.clear();
        self.stack.clear();
        if self.seen.len() < states {
            self.seen.resize(states, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn ends(expression: &str, text: &str, start: usize) -> Vec<usize> {
        let hir = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(expression).unwrap();
        Automaton::of(&hir).unwrap().ends(text.as_bytes(), start, &mut Walk::default())
    }

    #[test]
    fn every_end_is_told() {
        assert_eq!(ends("(?:[a-z]+ ){0,2}", "we met in may", 0), [0, 3, 7]);
        assert_eq!(ends("met(?:ing)?", "we met", 3), [6]);
        assert_eq!(ends("met", "we met", 0), Vec::<usize>::new());
        assert_eq!(ends(r"\bmet\b", "we met", 3), [6]);
        assert_eq!(ends("a*", "aaa", 0), [0, 1, 2, 3]);
    }
}
