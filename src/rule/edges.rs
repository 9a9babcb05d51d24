//! The edges between the places of a graph where a symbol may end: what a word, any word, or another byte leads to.

use super::graph::{Graph, LETTERS, Node, Seen};
use super::symbols::word_key;

/// A class of at most so many letters is a choice between spellings; any larger stands for any word.
const FEW: u32 = 4;
/// The longest word that is spelled out, and the most words from one node.
const LONGEST: usize = 32;
const MOST: usize = 512;

/// From a node to a node.
pub(super) type Edge = (u32, u32);

/// The edges of a graph, each list sorted.
#[derive(Debug, Default)]
pub(super) struct Edges {
    /// By the words that the graph spells.
    pub(super) words: Vec<(u64, Edge)>,
    /// By any word: it may have the letters that are asked for.
    pub(super) any: Vec<Edge>,
    /// By bytes other than letters.
    pub(super) bytes: Vec<(u128, Edge)>,
}

impl Edges {
    pub(super) fn of(graph: &Graph, backwards: bool) -> Self {
        let mut explorer = Explorer { graph, backwards, edges: Self::default(), known: Vec::new(), open: Vec::new() };
        explorer.known.resize(graph.nodes.len(), false);
        explorer.reach(graph.start);
        while let Some(node) = explorer.open.pop() {
            explorer.leave(node);
        }
        let mut edges = explorer.edges;
        edges.words.sort_unstable();
        edges.words.dedup();
        edges.any.sort_unstable();
        edges.any.dedup();
        edges.bytes.sort_unstable_by_key(|(_, edge)| *edge);
        edges
    }
}

struct Explorer<'a> {
    graph: &'a Graph,
    backwards: bool,
    edges: Edges,
    known: Vec<bool>,
    open: Vec<u32>,
}

impl Explorer<'_> {
    /// Notes that a symbol may end at a node.
    fn reach(&mut self, node: u32) {
        let (known, open) = (&mut self.known, &mut self.open);
        self.graph.closure(node, &mut Seen::default(), &mut |node| {
            if !std::mem::replace(&mut known[node as usize], true) {
                open.push(node);
            }
        });
    }

    /// Adds the edges that leave a node where a symbol may begin.
    fn leave(&mut self, node: u32) {
        match &self.graph.nodes[node as usize] {
            Node::Bytes(set, to) => {
                if set & !LETTERS != 0 {
                    self.edges.bytes.push((set & !LETTERS, (node, *to)));
                    self.reach(*to);
                }
                self.spell_from(node);
            }
            Node::Words(words, to) => {
                self.edges.words.extend(words.iter().map(|&word| (word, (node, *to))));
                self.reach(*to);
            }
            Node::Split(_) | Node::End => {}
        }
    }

    fn spell_from(&mut self, node: u32) {
        let (words, any) = (Vec::new(), Vec::new());
        let mut speller =
            Speller { graph: self.graph, backwards: self.backwards, word: Vec::new(), words, any, wild: Vec::new() };
        speller.letter(node);
        let Speller { words, any, .. } = speller;
        for &(word, to) in &words {
            self.edges.words.push((word, (node, to)));
            self.reach(to);
        }
        for &to in &any {
            self.edges.any.push((node, to));
            self.reach(to);
        }
    }
}

/// Follows letters up to where a word may end.
struct Speller<'a> {
    graph: &'a Graph,
    backwards: bool,
    word: Vec<u8>,
    words: Vec<(u64, u32)>,
    any: Vec<u32>,
    /// Where any word may stand at.
    wild: Vec<u32>,
}

impl Speller<'_> {
    /// Reads a letter at a node.
    fn letter(&mut self, node: u32) {
        let Node::Bytes(set, to) = self.graph.nodes[node as usize] else { return };
        let letters = set & LETTERS;
        if letters.count_ones() > FEW || self.word.len() >= LONGEST || self.words.len() >= MOST {
            self.any_letter(to);
            return;
        }
        for letter in (b'a'..=b'z').filter(|&letter| letters & 1 << letter != 0) {
            self.word.push(letter);
            let (ends, next) = self.after(to);
            if ends {
                self.words.push((self.key(), to));
            }
            for node in next {
                self.letter(node);
            }
            self.word.pop();
        }
    }

    /// Goes on behind a letter that may be any.
    fn any_letter(&mut self, to: u32) {
        if self.wild.contains(&to) {
            return;
        }
        self.wild.push(to);
        let (ends, next) = self.after(to);
        if ends {
            self.any.push(to);
        }
        for node in next {
            if let Node::Bytes(_, to) = self.graph.nodes[node as usize] {
                self.any_letter(to);
            }
        }
    }

    /// Whether a word may end at a node, and the nodes where it may go on.
    fn after(&self, node: u32) -> (bool, Vec<u32>) {
        let (mut ends, mut next) = (false, Vec::new());
        self.graph.closure(node, &mut Seen::default(), &mut |node| match self.graph.nodes[node as usize] {
            Node::Bytes(set, _) => {
                ends |= set & !LETTERS != 0;
                if set & LETTERS != 0 {
                    next.push(node);
                }
            }
            _ => ends = true,
        });
        (ends, next)
    }

    fn key(&self) -> u64 {
        if self.backwards {
            return word_key(&self.word.iter().rev().copied().collect::<Vec<_>>());
        }
        word_key(&self.word)
    }
}
