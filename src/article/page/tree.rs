//! The elements and texts of a page, as the parser hands them over. No step recurses: a page may nest as deeply as it likes.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName};

/// A node, by its place in the tree.
pub(super) type Id = usize;

/// The attributes that something here reads; the others are not kept.
const KEPT: [&str; 18] = [
    "class",
    "id",
    "role",
    "itemprop",
    "property",
    "name",
    "content",
    "datetime",
    "href",
    "rel",
    "style",
    "hidden",
    "lang",
    "type",
    "aria-hidden",
    "aria-label",
    "pubdate",
    "itemtype",
];

/// A page as a tree.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// One node with its neighbours.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) parent: Option<Id>,
    pub(super) first: Option<Id>,
    pub(super) next: Option<Id>,
    last: Option<Id>,
    pub(super) previous: Option<Id>,
    depth: u32,
    pub(super) kind: Kind,
}

/// What a node is.
#[derive(Debug, Default)]
pub(super) enum Kind {
    /// The page, a comment, a template's contents.
    #[default]
    Other,
    Element(Element),
    Text(Text),
}

#[derive(Debug)]
pub(super) struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
}

/// A text, with where its stretches stand in the source: at this byte of the text begins what stands at that byte there.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) words: String,
    pub(super) from: Vec<(usize, usize)>,
}

impl Tree {
    /// The element at a node.
    pub(super) fn element(&self, id: Id) -> Option<&Element> {
        match &self.nodes[id].kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The name of the element at a node; empty where there is none.
    pub(super) fn name(&self, id: Id) -> &str {
        self.element(id).map_or("", |element| &element.name.local)
    }

    /// An attribute of a node.
    pub(super) fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let attributes = &self.element(id)?.attributes;
        attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
    }

    /// The children of a node.
    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.nodes[id].first, |&child| self.nodes[child].next)
    }

    /// The ancestors of a node, the nearest first.
    pub(super) fn ancestors(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.nodes[id].parent, |&parent| self.nodes[parent].parent)
    }

    /// A node and all below it, in the order of the source.
    pub(super) fn below(&self, root: Id) -> impl Iterator<Item = Id> + '_ {
        let forth = move |id: Id| {
            let up = std::iter::once(id).chain(self.ancestors(id)).take_while(move |&id| id != root);
            self.nodes[id].first.or_else(|| up.into_iter().find_map(|id| self.nodes[id].next))
        };
        std::iter::successors(Some(root), move |&id| forth(id))
    }

    /// The words below a node, white space folded; of a long text the beginning.
    pub(super) fn words(&self, id: Id) -> String {
        const NODES: usize = 1000;
        const BYTES: usize = 2000;
        let mut words = String::new();
        for id in self.below(id).take(NODES) {
            if let Kind::Text(text) = &self.nodes[id].kind {
                words.push_str(&text.words[..text.words.floor_char_boundary(BYTES)]);
            }
            if words.len() >= BYTES {
                break;
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn detach(&mut self, id: Id) {
        let Node { parent, previous, next, .. } = self.nodes[id];
        match (previous, parent) {
            (Some(previous), _) => self.nodes[previous].next = next,
            (None, Some(parent)) => self.nodes[parent].first = next,
            (None, None) => {}
        }
        match (next, parent) {
            (Some(next), _) => self.nodes[next].previous = previous,
            (None, Some(parent)) => self.nodes[parent].last = previous,
            (None, None) => {}
        }
        let node = &mut self.nodes[id];
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    /// Puts a node below `parent`, before `next` or at the end.
    fn attach(&mut self, id: Id, parent: Id, next: Option<Id>) {
        self.detach(id);
        let previous = next.map_or(self.nodes[parent].last, |next| self.nodes[next].previous);
        match previous {
            Some(previous) => self.nodes[previous].next = Some(id),
            None => self.nodes[parent].first = Some(id),
        }
        match next {
            Some(next) => self.nodes[next].previous = Some(id),
            None => self.nodes[parent].last = Some(id),
        }
        let depth = self.nodes[parent].depth + 1;
        let node = &mut self.nodes[id];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, next, depth);
    }
}

/// Takes what the parser finds, and keeps count.
#[derive(Debug)]
pub(super) struct Sink<'a> {
    tree: RefCell<Tree>,
    source: &'a str,
    /// Where in the source the next text is expected.
    cursor: Cell<usize>,
    deepest: Cell<u32>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let tree = RefCell::new(Tree { nodes: vec![Node::default()] });
        Self { tree, source, cursor: Cell::new(0), deepest: Cell::new(0) }
    }

    /// Says that the parser is about to read the source from here: a tag, if there is one, and the text behind it.
    pub(super) fn begin(&self, at: usize, chunk: &str) {
        let tag = if chunk.starts_with('<') { chunk.find('>').map_or(0, |end| end + 1) } else { 0 };
        self.cursor.set(at + tag);
    }

    /// How many nodes there are, and how deep the deepest lies.
    pub(super) fn extent(&self) -> (usize, u32) {
        (self.tree.borrow().nodes.len(), self.deepest.get())
    }

    fn add(&self, kind: Kind) -> Id {
        let nodes = &mut self.tree.borrow_mut().nodes;
        nodes.push(Node { kind, ..Node::default() });
        nodes.len() - 1
    }

    fn put(&self, child: NodeOrText<Id>, parent: Id, next: Option<Id>) {
        let id = match child {
            NodeOrText::AppendNode(id) => id,
            NodeOrText::AppendText(words) => match self.lengthen(&words, parent, next) {
                Some(text) => self.add(Kind::Text(text)),
                None => return,
            },
        };
        let mut tree = self.tree.borrow_mut();
        tree.attach(id, parent, next);
        self.deepest.set(self.deepest.get().max(tree.nodes[id].depth));
    }

    /// Adds words to the text that stands before, or gives them back as a text of their own. Scripts and styles, but for data,
    /// are not kept.
    fn lengthen(&self, words: &str, parent: Id, next: Option<Id>) -> Option<Text> {
        let from = self.place(words);
        let mut tree = self.tree.borrow_mut();
        if is_code(&tree, parent) {
            return None;
        }
        let before = next.map_or(tree.nodes[parent].last, |next| tree.nodes[next].previous);
        let Some(Kind::Text(text)) = before.map(|id| &mut tree.nodes[id].kind) else {
            return Some(Text { words: words.to_owned(), from: vec![(0, from)] });
        };
        if text.from.last().is_none_or(|(at, place)| place + text.words.len() - at != from) {
            text.from.push((text.words.len(), from));
        }
        text.words.push_str(words);
        None
    }

    /// Where words stand in the source: at the cursor, as an entity there, or a little further on. Words that the parser moved
    /// out of a table are placed where it let go of them.
    fn place(&self, words: &str) -> usize {
        const NEAR: usize = 64;
        let cursor = self.source.floor_char_boundary(self.cursor.get());
        let rest = &self.source[cursor..];
        if rest.starts_with(words) {
            self.cursor.set(cursor + words.len());
        } else if rest.starts_with('&') {
            let end = rest[..rest.floor_char_boundary(NEAR)].find(';').map_or(1, |end| end + 1);
            self.cursor.set(cursor + end);
        } else {
            let window = &rest[..rest.floor_char_boundary(words.len() + NEAR)];
            let found = cursor + window.find(words).unwrap_or(0);
            self.cursor.set(found + if found > cursor { words.len() } else { 0 });
            return found;
        }
        cursor
    }
}

/// Whether a text at this place is code, and no data that describes the page.
fn is_code(tree: &Tree, parent: Id) -> bool {
    match tree.name(parent) {
        "style" => true,
        "script" => {
            !tree.attribute(parent, "type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
        }
        _ => false,
    }
}

impl TreeSink for Sink<'_> {
    type Handle = Id;
    type Output = Tree;
    type ElemName<'b>
        = Ref<'b, QualName>
    where
        Self: 'b;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        0
    }

    fn elem_name<'b>(&'b self, target: &'b Id) -> Ref<'b, QualName> {
        static NONE: QualName = QualName { prefix: None, ns: html5ever::ns!(), local: html5ever::local_name!("") };
        Ref::map(self.tree.borrow(), |tree| tree.element(*target).map_or(&NONE, |element| &element.name))
    }

    fn create_element(&self, name: QualName, mut attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        attributes.retain(|attribute| KEPT.contains(&&*attribute.name.local));
        self.add(Kind::Element(Element { name, attributes }))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.add(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Kind::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.put(child, *parent, None);
    }

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.tree.borrow().nodes[*sibling].parent;
        if let Some(parent) = parent {
            self.put(child, parent, Some(*sibling));
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        if self.tree.borrow().nodes[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is not shown: it is kept in a node that hangs nowhere.
    fn get_template_contents(&self, _: &Id) -> Id {
        self.add(Kind::Other)
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Kind::Element(element) = &mut self.tree.borrow_mut().nodes[*target].kind {
            for attribute in attributes {
                let known = element.attributes.iter().any(|own| own.name == attribute.name);
                if !known && KEPT.contains(&&*attribute.name.local) {
                    element.attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.nodes[*node].first {
            tree.attach(child, *parent, None);
        }
    }
}
