//! Saved web pages: the article without menus, consent, comments, captions and related links; and what the page says of it.

mod block;
mod body;
mod data;
mod furniture;
mod json_ld;
mod outline;
mod parse;
mod tree;

use super::meta::Meta;
use super::offsets::Layout;
use super::{Limits, Reading};
use block::{Block, Gap, blocks};
use body::{Body, LEAST, part};
use data::Headline;
use outline::Outline;
use tree::{Kind, Tree};

/// A page, read.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) text: String,
    /// Where the text stands in the file.
    pub(super) layout: Layout,
    /// Line and column of the headline.
    pub(super) title_at: (usize, usize),
    pub(super) meta: Meta,
    pub(super) readings: Vec<Reading>,
    pub(super) notes: Vec<String>,
}

/// Reads a page, or says why it was given up.
pub(super) fn read_page(source: &str, limits: &Limits) -> Result<Page, String> {
    let tree = parse::parse(source, limits)?;
    let outline = Outline::of(&tree);
    let headline = data::headline(&tree, &outline);
    let body = body_of(&tree, &outline, headline.as_ref());
    let data = data::read(&tree, &outline, headline.as_ref(), &body);
    let (text, places) = join(&body.article);
    if text.is_empty() {
        return Err("a web page without an article; save its text".to_owned());
    }
    let file = Layout::of(source, 1, 1);
    let title_at = headline.and_then(|headline| place_of(&tree, &headline)).map_or((1, 1), |at| file.place(at));
    let layout = Layout::through(&text, places, file);
    Ok(Page { text, layout, title_at, meta: data.meta, readings: data.readings, notes: data.notes })
}

/// The article's blocks; where the words of classes leave next to nothing, without regard to them, if that finds more.
fn body_of(tree: &Tree, outline: &Outline, headline: Option<&Headline>) -> Body {
    let read = |loose: bool| part(tree, outline, blocks(tree, outline, loose), headline);
    let strict = read(false);
    if strict.prose() >= LEAST {
        return strict;
    }
    let loose = read(true);
    if loose.prose() > strict.prose() { loose } else { strict }
}

/// One text of all blocks, and from which byte on it stands at which byte of the source.
fn join(blocks: &[Block]) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str(if block.gap == Gap::Block { "\n\n" } else { "\n" });
        }
        places.extend(block.from.iter().map(|&(at, from)| (text.len() + at, from)));
        text.push_str(&block.words);
    }
    (text, places)
}

/// Where a headline stands in the source.
fn place_of(tree: &Tree, headline: &Headline) -> Option<usize> {
    tree.below(headline.at).find_map(|id| match &tree.nodes[id].kind {
        Kind::Text(text) if !text.words.trim().is_empty() => text.from.first().map(|&(_, from)| from),
        _ => None,
    })
}
