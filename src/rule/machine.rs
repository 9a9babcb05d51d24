//! The automaton of a graph over symbols, made state by state as texts ask for it (lazy determinisation). Symbols between which
//! the graph does not tell are one class, so that a state is small and many automata fit into the nearest memory.

use rustc_hash::FxHashMap;

use super::edges::{Edge, Edges};
use super::graph::{Graph, LETTERS, Node, Seen};
use super::symbols::Symbol;

/// The class of words that the graph does not spell.
const OTHER: u16 = 0;
/// The state from which nothing matches.
const DEAD: u16 = 0;
/// A state that is not made yet.
const UNKNOWN: u16 = u16::MAX;
/// A bit that states have at which the expression may end.
const ENDS: u16 = 1 << 15;
/// The most states of one automaton that are kept; beyond it they are made again.
const STATES: usize = 1 << 12;
/// The most entries of its table.
const ENTRIES: usize = 1 << 18;

/// Bits of the filter for each of its words.
const BITS_A_WORD: usize = 8;

/// What does not change while texts are read.
#[derive(Debug)]
pub(super) struct Machine {
    graph: Graph,
    /// Whether a match may begin at any symbol.
    anywhere: bool,
    bytes: [u16; 128],
    words: FxHashMap<u64, u16>,
    /// A bit for each word: most words of a text are none of them, and one look says so.
    filter: Box<[u64]>,
    /// The first class of words that the graph spells.
    first_word: usize,
    /// For each class, its edges, sorted; a word also takes those of [`OTHER`].
    edges: Vec<Box<[Edge]>>,
}

/// The states that a machine has come to.
#[derive(Debug, Default)]
pub(super) struct States {
    /// For each state and class, the next state.
    table: Vec<u16>,
    /// The nodes of each state, sorted.
    nodes: Vec<Box<[u32]>>,
    known: FxHashMap<Box<[u32]>, u16>,
    start: u16,
}

impl Machine {
    pub(super) fn new(graph: Graph, backwards: bool, anywhere: bool) -> Self {
        let found = Edges::of(&graph, backwards);
        let mut classes = Classes { edges: vec![found.any.into_boxed_slice()], known: FxHashMap::default() };
        let bytes = classes.bytes(&found.bytes);
        let first_word = classes.edges.len();
        let words = classes.words(&found.words);
        let mut filter = vec![0; (words.len() * BITS_A_WORD / 64).next_power_of_two()].into_boxed_slice();
        for &(word, _) in &found.words {
            let (at, bit) = bit_of(word, filter.len());
            filter[at] |= bit;
        }
        Self { graph, anywhere, bytes, words, filter, first_word, edges: classes.edges }
    }

    /// How many symbols the longest match reads, which begins with the first of them; one that may begin anywhere stops at
    /// the first end of a match.
    pub(super) fn walk(&self, states: &mut States, symbols: impl Iterator<Item = Symbol>) -> Option<usize> {
        let mut at = self.start(states);
        let mut longest = (at & ENDS != 0).then_some(0);
        for (index, symbol) in symbols.enumerate() {
            at = self.step(states, at, symbol);
            if at & ENDS != 0 {
                longest = Some(index + 1);
            }
            if at == DEAD || (self.anywhere && longest.is_some()) {
                break;
            }
        }
        longest
    }

    #[inline]
    fn step(&self, states: &mut States, at: u16, symbol: Symbol) -> u16 {
        let class = self.class(symbol);
        let next = states.table[usize::from(at & !ENDS) * self.edges.len() + usize::from(class)];
        if next == UNKNOWN { self.make(states, at & !ENDS, class) } else { next }
    }

    #[inline]
    fn class(&self, symbol: Symbol) -> u16 {
        if !symbol.is_word() {
            return self.bytes[(symbol.key & 127) as usize];
        }
        let (at, bit) = bit_of(symbol.key, self.filter.len());
        if self.filter[at] & bit == 0 { OTHER } else { self.words.get(&symbol.key).copied().unwrap_or(OTHER) }
    }

    fn start(&self, states: &mut States) -> u16 {
        if states.table.is_empty() {
            states.table = vec![DEAD; self.edges.len()];
            states.nodes = vec![Box::default()];
            states.start = self.intern(states, [self.graph.start]);
        }
        states.start
    }

    /// Makes the state that follows `at`.
    #[cold]
    fn make(&self, states: &mut States, at: u16, class: u16) -> u16 {
        let nodes = &states.nodes[usize::from(at)];
        let mut to = Vec::new();
        follow(nodes, &self.edges[usize::from(class)], &mut to);
        if usize::from(class) >= self.first_word {
            follow(nodes, &self.edges[usize::from(OTHER)], &mut to);
        }
        to.extend(self.anywhere.then_some(self.graph.start));
        let made = states.nodes.len();
        let next = self.intern(states, to);
        if states.nodes.len() >= made {
            states.table[usize::from(at) * self.edges.len() + usize::from(class)] = next;
        }
        next
    }

    /// The state of the places that these nodes lead to without reading.
    fn intern(&self, states: &mut States, from: impl IntoIterator<Item = u32>) -> u16 {
        let (mut nodes, mut seen) = (Vec::new(), Seen::default());
        from.into_iter().for_each(|node| self.graph.closure(node, &mut seen, &mut |node| nodes.push(node)));
        nodes.sort_unstable();
        nodes.dedup();
        if nodes.is_empty() {
            return DEAD;
        }
        if let Some(&known) = states.known.get(&*nodes) {
            return known;
        }
        self.add(states, nodes.into())
    }

    fn add(&self, states: &mut States, nodes: Box<[u32]>) -> u16 {
        if states.nodes.len() >= STATES || states.table.len() >= ENTRIES {
            *states = States::default();
            self.start(states);
        }
        let ends = nodes.iter().any(|&node| matches!(self.graph.nodes[node as usize], Node::End));
        let id = u16::try_from(states.nodes.len()).unwrap_or(DEAD) | if ends { ENDS } else { 0 };
        states.table.resize(states.table.len() + self.edges.len(), UNKNOWN);
        states.nodes.push(nodes.clone());
        states.known.insert(nodes, id);
        id
    }
}

/// Where the edges of some nodes lead, both sorted.
fn follow(nodes: &[u32], edges: &[Edge], to: &mut Vec<u32>) {
    let mut rest = edges;
    for &node in nodes {
        rest = &rest[rest.partition_point(|(from, _)| *from < node)..];
        to.extend(rest.iter().take_while(|(from, _)| *from == node).map(|(_, to)| *to));
    }
}

/// The place of a word in a filter of so many numbers, a power of two.
#[allow(clippy::cast_possible_truncation)]
const fn bit_of(word: u64, length: usize) -> (usize, u64) {
    ((word >> 6) as usize & (length - 1), 1 << (word & 63))
}

/// Gathers the symbols that the same edges read.
struct Classes {
    edges: Vec<Box<[Edge]>>,
    known: FxHashMap<Box<[Edge]>, u16>,
}

impl Classes {
    /// The class of each byte; those of letters are never asked for.
    fn bytes(&mut self, edges: &[(u128, Edge)]) -> [u16; 128] {
        let mut sets: Vec<u128> = edges.iter().map(|(set, _)| *set).collect();
        sets.sort_unstable();
        sets.dedup();
        let mut classes = [OTHER; 128];
        let mut told: FxHashMap<Vec<bool>, u16> = FxHashMap::default();
        for byte in (0..128_u8).filter(|&byte| LETTERS >> byte & 1 == 0) {
            let holds = |set: &u128| set >> byte & 1 == 1;
            let class = *told.entry(sets.iter().map(holds).collect()).or_insert_with(|| {
                self.edges.push(edges.iter().filter(|(set, _)| holds(set)).map(|(_, edge)| *edge).collect());
                u16::try_from(self.edges.len() - 1).unwrap_or(OTHER)
            });
            classes[usize::from(byte)] = class;
        }
        classes
    }

    fn words(&mut self, edges: &[(u64, Edge)]) -> FxHashMap<u64, u16> {
        let mut words = FxHashMap::default();
        for same in edges.chunk_by(|a, b| a.0 == b.0) {
            let read: Box<[Edge]> = same.iter().map(|(_, edge)| *edge).collect();
            let class = *self.known.entry(read).or_insert_with_key(|read| {
                self.edges.push(read.clone());
                u16::try_from(self.edges.len() - 1).unwrap_or(OTHER)
            });
            words.insert(same[0].0, class);
        }
        words
    }
}
