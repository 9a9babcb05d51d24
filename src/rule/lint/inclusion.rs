//! Whether one expression can match only where another does: their automata are walked side by side over all texts at once.

use std::collections::BTreeSet;

use regex_automata::hybrid::LazyStateID;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{self, NFA, WhichCaptures};
use regex_automata::{Anchored, Input, MatchKind};

/// How many pairs of states are looked at; beyond, nothing is claimed.
const MOST: usize = 50_000;
/// Memory of one automaton's states. What would take more is not decided.
const STATES: usize = 32 << 20;

/// Whether every text that `narrow` matches as a whole holds a match of `broad`; `None` where that is too much to find out. Both are
/// expressions as the regex engine reads them.
pub(super) fn is_within(narrow: &str, broad: &str) -> Option<bool> {
    Walk { narrow: Side::of(narrow)?, broad: Side::of(broad)? }.decide()
}

struct Side {
    automaton: DFA,
    states: Cache,
}

impl Side {
    fn of(expression: &str) -> Option<Self> {
        let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
        let hir = parser.parse(expression).ok()?;
        let config = NFA::config().utf8(false).which_captures(WhichCaptures::None);
        let nfa = thompson::Compiler::new().configure(config).build_from_hir(&hir).ok()?;
        let config = DFA::config().match_kind(MatchKind::All).cache_capacity(STATES).skip_cache_capacity_check(true);
        let automaton = DFA::builder().configure(config).build_from_nfa(nfa).ok()?;
        let states = automaton.create_cache();
        Some(Self { automaton, states })
    }

    fn start(&mut self, anchored: Anchored) -> Option<LazyStateID> {
        self.automaton.start_state_forward(&mut self.states, &Input::new("").anchored(anchored)).ok()
    }

    fn step(&mut self, state: LazyStateID, byte: u8) -> Option<LazyStateID> {
        self.automaton.next_state(&mut self.states, state, byte).ok()
    }

    /// Whether the text may end in this state with a match.
    fn accepts(&mut self, state: LazyStateID) -> Option<bool> {
        self.automaton.next_eoi_state(&mut self.states, state).ok().map(|state| state.is_match())
    }
}

struct Walk {
    narrow: Side,
    broad: Side,
}

impl Walk {
    fn decide(mut self) -> Option<bool> {
        let alphabet = self.alphabet();
        let first = (self.narrow.start(Anchored::Yes)?, self.broad.start(Anchored::No)?);
        let (mut known, mut open) = (BTreeSet::from([first]), vec![first]);
        while let Some((narrow, broad)) = open.pop() {
            if self.narrow.accepts(narrow)? && !self.broad.accepts(broad)? {
                return Some(false);
            }
            for &byte in &alphabet {
                let next = (self.narrow.step(narrow, byte)?, self.broad.step(broad, byte)?);
                // Once the broad one has matched, whatever follows holds its match.
                if !next.0.is_dead() && !next.1.is_match() && known.insert(next) {
                    open.push(next);
                }
            }
            if known.len() > MOST || self.forgot() {
                return None;
            }
        }
        Some(true)
    }

    /// Whether an automaton dropped states, so that their names mean nothing any more.
    fn forgot(&self) -> bool {
        self.narrow.states.clear_count() + self.broad.states.clear_count() > 0
    }

    /// One byte of each class that the shadow of a sentence may hold.
    fn alphabet(&self) -> Vec<u8> {
        let classes = (self.narrow.automaton.byte_classes(), self.broad.automaton.byte_classes());
        let mut known = BTreeSet::new();
        let held = (1..0x20).chain(b' '..=b'~').filter(|byte: &u8| !byte.is_ascii_uppercase());
        held.filter(|&byte| known.insert((classes.0.get(byte), classes.1.get(byte)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::is_within;

    #[test]
    fn a_narrower_expression_lies_within_a_broader_one() {
        assert_eq!(is_within("\x01 men were killed", "\x01 (?:[a-z]+ )?(?:was|were) killed"), Some(true));
        assert_eq!(is_within("\x01 men were killed", "\x01 were killed"), Some(false));
        assert_eq!(is_within("some \x01 (?:men|women)", "\x01 (?:wo)?men"), Some(true));
        assert_eq!(is_within("\x01 (?:men|women|children)", "\x01 (?:wo)?men"), Some(false));
    }

    #[test]
    fn the_edges_of_words_count() {
        assert_eq!(is_within(r"\x01 men\b{end-half}", r"\x01 m"), Some(true));
        assert_eq!(is_within(r"\x01 men\b{end-half}", r"\x01 m\b{end-half}"), Some(false));
    }
}
