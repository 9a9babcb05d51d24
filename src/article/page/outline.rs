//! The order of a page: which node lies in which, and which hold the article for sure.

use super::tree::{Id, Tree};

/// Order and extent of all nodes.
#[derive(Debug)]
pub(super) struct Outline {
    /// All nodes in the order of the source.
    pub(super) order: Vec<Id>,
    /// The place of each node in that order, and one past the last place of what it holds.
    extent: Vec<(usize, usize)>,
    holds: Vec<bool>,
}

impl Outline {
    pub(super) fn of(tree: &Tree) -> Self {
        let order: Vec<Id> = tree.below(0).collect();
        let mut extent = vec![(0, 0); tree.nodes.len()];
        let mut holds = vec![false; tree.nodes.len()];
        let mut size = vec![1; tree.nodes.len()];
        for (place, &id) in order.iter().enumerate().rev() {
            extent[id] = (place, place + size[id]);
            holds[id] |= is_article_mark(tree, id);
            if let Some(parent) = tree.nodes[id].parent {
                size[parent] += size[id];
                holds[parent] |= holds[id];
            }
        }
        Self { order, extent, holds }
    }

    /// Where a node stands in the order.
    pub(super) fn place(&self, id: Id) -> usize {
        self.extent[id].0
    }

    /// One past the place of the last node inside this one.
    pub(super) fn end(&self, id: Id) -> usize {
        self.extent[id].1
    }

    /// Whether a node lies in another or is it.
    pub(super) fn within(&self, id: Id, outer: Id) -> bool {
        (self.place(outer)..self.end(outer)).contains(&self.place(id))
    }

    /// Whether a node holds the headline, or what its page calls the main part or the body of the article.
    pub(super) fn holds_article(&self, id: Id) -> bool {
        self.holds[id]
    }
}

fn is_article_mark(tree: &Tree, id: Id) -> bool {
    let is = |attribute: &str, value: &str| {
        tree.attribute(id, attribute).is_some_and(|words| words.split_whitespace().any(|word| word == value))
    };
    matches!(tree.name(id), "h1" | "main") || is("role", "main") || is("itemprop", "articleBody")
}
