//! The text of a page as blocks: paragraphs, headings, items and cells, each apart from the next, with the way back to the
//! source.

use super::furniture::is_furniture;
use super::outline::Outline;
use super::tree::{Id, Kind, Text, Tree};

/// A stretch of text that stands by itself.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) words: String,
    /// From this byte of the words on they stand at that byte of the source.
    pub(super) from: Vec<(usize, usize)>,
    pub(super) gap: Gap,
    /// The element that holds it.
    pub(super) holder: Id,
    pub(super) role: Role,
    /// How many bytes of it are links to other pages.
    pub(super) linked: usize,
    /// Whether it holds a `time` element.
    pub(super) timed: bool,
}

/// How far a block is set apart from the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Line,
    Block,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Prose,
    Heading,
    Item,
    Cell,
}

/// The blocks of a page without its furniture.
pub(super) fn blocks(tree: &Tree, outline: &Outline, loose: bool) -> Vec<Block> {
    let mut writer = Writer { tree, blocks: Vec::new(), block: Block::default(), gap: Gap::None, links: 0, pre: 0 };
    let mut open = vec![(0, true)];
    while let Some((id, enters)) = open.pop() {
        if !enters {
            writer.leave(id);
            continue;
        }
        if is_furniture(tree, outline, id, loose) {
            writer.part(if is_block(tree.name(id)) { Gap::Line } else { Gap::None });
            continue;
        }
        writer.enter(id);
        open.push((id, false));
        let at = open.len();
        open.extend(tree.children(id).map(|child| (child, true)));
        open[at..].reverse();
    }
    writer.part(Gap::Block);
    writer.blocks
}

struct Writer<'a> {
    tree: &'a Tree,
    blocks: Vec<Block>,
    block: Block,
    gap: Gap,
    links: usize,
    pre: usize,
}

impl Writer<'_> {
    fn enter(&mut self, id: Id) {
        if let Kind::Text(text) = &self.tree.nodes[id].kind {
            return self.write(id, text);
        }
        let name = self.tree.name(id);
        match name {
            "a" if leads_away(self.tree, id) => self.links += 1,
            "pre" => self.pre += 1,
            "time" => self.block.timed = true,
            "q" => self.put(id, '“', None),
            "br" if self.block.words.is_empty() && self.gap >= Gap::Line => self.part(Gap::Block),
            "br" => self.part(Gap::Line),
            _ => {}
        }
        self.part(gap_of(name));
    }

    fn leave(&mut self, id: Id) {
        let name = self.tree.name(id);
        match name {
            "a" if leads_away(self.tree, id) => self.links -= 1,
            "pre" => self.pre -= 1,
            "q" => self.put(id, '”', None),
            _ => {}
        }
        if name != "br" {
            self.part(gap_of(name));
        }
    }

    /// Ends the block, if anything was written, and sets the next one apart.
    fn part(&mut self, gap: Gap) {
        if gap == Gap::None {
            return;
        }
        let trimmed = self.block.words.trim_end().len();
        self.block.words.truncate(trimmed);
        if trimmed > 0 {
            self.block.linked = self.block.linked.min(trimmed);
            self.blocks.push(std::mem::take(&mut self.block));
            self.gap = Gap::None;
        } else {
            self.block.timed = false;
        }
        self.gap = self.gap.max(gap);
    }

    /// Writes a text, white space folded.
    fn write(&mut self, id: Id, text: &Text) {
        let mut stretches = text.from.iter().peekable();
        let mut shift = (0, 0);
        for (at, c) in text.words.char_indices() {
            while let Some(&&next) = stretches.peek().filter(|(start, _)| *start <= at) {
                shift = next;
                stretches.next();
            }
            let place = Some(shift.1 + at - shift.0);
            if !matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}') {
                self.put(id, c, place);
            } else if self.pre > 0 && c == '\n' {
                self.part(Gap::Line);
            } else if !self.block.words.is_empty() && !self.block.words.ends_with(' ') {
                self.put(id, ' ', place);
            }
        }
    }

    fn put(&mut self, id: Id, c: char, place: Option<usize>) {
        if self.block.words.is_empty() {
            self.open(id);
        }
        let block = &mut self.block;
        if let Some(place) = place
            && block.from.last().is_none_or(|(at, from)| from + block.words.len() - at != place)
        {
            block.from.push((block.words.len(), place));
        }
        block.words.push(c);
        block.linked += if self.links > 0 { c.len_utf8() } else { 0 };
    }

    fn open(&mut self, id: Id) {
        let holder = self.tree.ancestors(id).find(|&above| is_block(self.tree.name(above))).unwrap_or(0);
        self.block.holder = holder;
        self.block.role = role(self.tree, holder);
        self.block.gap = std::mem::take(&mut self.gap);
    }
}

/// The role of what a block element holds, its own or that of an item or cell close above.
fn role(tree: &Tree, holder: Id) -> Role {
    let near = std::iter::once(holder).chain(tree.ancestors(holder)).take(3);
    let of = |id: Id| match tree.name(id) {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Role::Heading),
        "li" | "dt" | "dd" => Some(Role::Item),
        "td" | "th" => Some(Role::Cell),
        _ => None,
    };
    near.into_iter().find_map(of).unwrap_or(Role::Prose)
}

/// Whether an element is a link to another page, and no anchor of its own.
fn leads_away(tree: &Tree, id: Id) -> bool {
    tree.attribute(id, "href").is_some_and(|target| !target.starts_with('#'))
}

/// How an element sets its contents apart. Items and cells stand on lines of their own, so that figures never run together.
fn gap_of(name: &str) -> Gap {
    match name {
        "li" | "tr" | "td" | "th" | "dt" | "dd" | "caption" | "option" | "summary" => Gap::Line,
        "address" | "article" | "aside" | "blockquote" | "body" | "center" | "details" | "dialog" | "dir" | "div"
        | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "menu" | "nav" | "ol" | "p" | "pre" | "section"
        | "table" | "tbody" | "tfoot" | "thead" | "ul" => Gap::Block,
        _ => Gap::None,
    }
}

fn is_block(name: &str) -> bool {
    gap_of(name) != Gap::None
}
