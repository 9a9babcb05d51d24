//! The graph of an expression, or of one side of it: what Thompson's construction makes of it, with the single words of a list
//! as one edge.

use std::sync::Arc;

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

use super::lists::{List, Lists};
use super::side::Side;
use super::template::{FIRST_LIST, LIST_END};

/// The most nodes that a graph may have.
const MOST: usize = 1 << 18;
/// The small letters, as a set of bytes.
pub(super) const LETTERS: u128 = ((1 << 26) - 1) << b'a';

/// A node, with the edges that leave it.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Edges that read nothing.
    Split(Vec<u32>),
    /// An edge that reads a byte of a set.
    Bytes(u128, u32),
    /// An edge that reads a word of a set.
    Words(Arc<[u64]>, u32),
    /// Where the expression ends.
    End,
}

impl Node {
    /// Whether it reads letters.
    const fn reads_letters(&self) -> bool {
        matches!(self, Self::Words(..)) || matches!(self, Self::Bytes(set, _) if *set & LETTERS != 0)
    }
}

/// The graph of an expression.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) start: u32,
}

impl Graph {
    /// The graph of `hir`, read in the direction that leads away from the value; `None` where it is too large.
    pub(super) fn of(hir: &Hir, lists: &Lists, side: Side) -> Option<Self> {
        let whole = Self::build(hir, lists, side, true)?;
        // What is glued to a list makes one word with it.
        if whole.is_glued() { Self::build(hir, lists, side, false) } else { Some(whole) }
    }

    fn build(hir: &Hir, lists: &Lists, side: Side, whole_words: bool) -> Option<Self> {
        let nodes = vec![Node::End];
        let mut builder = Builder { lists, backwards: side == Side::Before, whole_words, depth: 0, nodes };
        let start = builder.add(hir, 0);
        (builder.nodes.len() <= MOST).then_some(Self { nodes: builder.nodes, start })
    }

    /// What can be read next at a node, and whether the expression may end there.
    pub(super) fn closure(&self, node: u32, seen: &mut Seen, visit: &mut impl FnMut(u32)) {
        match &self.nodes[node as usize] {
            Node::Split(to) => {
                if seen.is_new(node) {
                    for &to in to {
                        self.closure(to, seen, visit);
                    }
                }
            }
            _ => visit(node),
        }
    }

    /// Whether a list stands next to letters or to another list, with nothing between them.
    fn is_glued(&self) -> bool {
        let glued = |before: &Node, to: u32| {
            let (mut found, mut seen) = (false, Seen::default());
            self.closure(to, &mut seen, &mut |node| {
                let after = &self.nodes[node as usize];
                let list = matches!(before, Node::Words(..)) || matches!(after, Node::Words(..));
                found |= list && after.reads_letters();
            });
            found
        };
        self.nodes.iter().any(|node| match node {
            Node::Bytes(set, to) => set & LETTERS != 0 && glued(node, *to),
            Node::Words(_, to) => glued(node, *to),
            _ => false,
        })
    }
}

/// The splits that were passed on the way through a graph, a bit each.
#[derive(Default)]
pub(super) struct Seen(Vec<u64>);

impl Seen {
    /// Notes a node; whether that is the first time.
    fn is_new(&mut self, node: u32) -> bool {
        let (word, bit) = (node as usize / 64, 1 << (node % 64));
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        let before = self.0[word];
        self.0[word] |= bit;
        before & bit == 0
    }
}

struct Builder<'a> {
    lists: &'a Lists,
    backwards: bool,
    /// Whether the single words of a list are one edge.
    whole_words: bool,
    depth: usize,
    nodes: Vec<Node>,
}

impl Builder<'_> {
    fn push(&mut self, node: Node) -> u32 {
        // Beyond the most, nothing is kept: the graph is thrown away.
        if self.nodes.len() <= MOST {
            self.nodes.push(node);
        }
        u32::try_from(self.nodes.len() - 1).unwrap_or(0)
    }

    /// Adds an expression before the node `next`.
    fn add(&mut self, hir: &Hir, next: u32) -> u32 {
        if self.nodes.len() > MOST {
            return next;
        }
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => next,
            HirKind::Literal(literal) => {
                let mut at = next;
                for index in 0..literal.0.len() {
                    let from_end = if self.backwards { index } else { literal.0.len() - 1 - index };
                    at = self.byte(literal.0[from_end], at);
                }
                at
            }
            HirKind::Class(class) => self.class(class, next),
            HirKind::Repetition(repetition) => self.repetition(repetition, next),
            HirKind::Capture(capture) => self.add(&capture.sub, next),
            HirKind::Concat(parts) if self.backwards => parts.iter().fold(next, |next, part| self.add(part, next)),
            HirKind::Concat(parts) => parts.iter().rev().fold(next, |next, part| self.add(part, next)),
            HirKind::Alternation(parts) => {
                let starts = parts.iter().map(|part| self.add(part, next)).collect();
                self.push(Node::Split(starts))
            }
        }
    }

    fn byte(&mut self, byte: u8, next: u32) -> u32 {
        match byte {
            LIST_END => next,
            FIRST_LIST.. => self.list(byte, next),
            _ => self.push(Node::Bytes(1 << byte, next)),
        }
    }

    fn class(&mut self, class: &Class, next: u32) -> u32 {
        let ranges: Vec<(u32, u32)> = match class {
            Class::Bytes(class) => class.ranges().iter().map(|r| (r.start().into(), r.end().into())).collect(),
            Class::Unicode(class) => class.ranges().iter().map(|r| (r.start().into(), r.end().into())).collect(),
        };
        let holds = |byte: u8| ranges.iter().any(|&(start, end)| (start..=end).contains(&byte.into()));
        let set = (0..FIRST_LIST).filter(|&byte| holds(byte)).fold(0, |set, byte| set | 1_u128 << byte);
        self.push(Node::Bytes(set, next))
    }

    fn repetition(&mut self, repetition: &Repetition, next: u32) -> u32 {
        let mut at = next;
        match repetition.max {
            None => {
                at = self.push(Node::Split(vec![next]));
                let body = self.add(&repetition.sub, at);
                if let Some(Node::Split(to)) = self.nodes.get_mut(at as usize) {
                    to.push(body);
                }
            }
            Some(max) => {
                for _ in repetition.min..max {
                    let body = self.add(&repetition.sub, at);
                    at = self.push(Node::Split(vec![body, next]));
                }
            }
        }
        (0..repetition.min).fold(at, |at, _| self.add(&repetition.sub, at))
    }

    fn list(&mut self, byte: u8, next: u32) -> u32 {
        let lists = self.lists;
        let Some(List { words, phrases, entries, .. }) = lists.get(byte).filter(|_| self.depth < 8) else {
            return self.push(Node::Split(Vec::new()));
        };
        self.depth += 1;
        let inside = if self.whole_words { phrases } else { entries };
        let mut starts: Vec<u32> = inside.iter().map(|entry| self.add(entry, next)).collect();
        self.depth -= 1;
        if self.whole_words && !words.is_empty() {
            starts.push(self.push(Node::Words(words.clone(), next)));
        }
        self.push(Node::Split(starts))
    }
}
