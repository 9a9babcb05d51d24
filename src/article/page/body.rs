//! Which blocks of a page are the article. Its prose shows where it stands: what a page calls its article is taken where it
//! holds most of the prose, else the smallest element that does. What remains foreign there (teasers, lists of links, labels)
//! goes by its form. The heuristic ends where foreign prose without links stands among the article's own.

use super::block::{Block, Role};
use super::data::Headline;
use super::outline::Outline;
use super::tree::{Id, Tree};

/// Fewer words of prose than this are no article: the page is read once more without the words of classes.
pub(super) const LEAST: usize = 25;

/// The blocks of a page, parted.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The article, without its headline.
    pub(super) article: Vec<Block>,
    /// What stands above its prose and is no part of it: byline, date line.
    pub(super) head: Vec<Block>,
}

impl Body {
    /// How many words of prose the article has.
    pub(super) fn prose(&self) -> usize {
        self.article.iter().filter(|block| is_prose(block)).map(|block| block.words.split_whitespace().count()).sum()
    }
}

/// Parts the blocks of a page: the article, what belongs to its head, and the rest, which is dropped.
pub(super) fn part(tree: &Tree, outline: &Outline, blocks: Vec<Block>, headline: Option<&Headline>) -> Body {
    let weights = weights(tree, outline, &blocks);
    let chosen = choose(tree, outline, &weights);
    let foreign = foreign(tree, outline, &blocks, chosen, &weights);
    let begins = begin(outline, &blocks, chosen, &foreign);
    let credited = second_prose(&blocks, begins);
    let above = headline.map_or(0, |headline| outline.place(headline.at));
    let mut body = Body::default();
    for (index, (block, foreign)) in blocks.into_iter().zip(foreign).enumerate() {
        let inside = outline.within(block.holder, chosen);
        let behind = outline.place(block.holder) >= above;
        let above_text = index < begins && !(behind && is_text_above(&block, inside, foreign, headline));
        if above_text || (index < credited && is_credit(&block)) {
            body.head.push(block);
        } else if index < begins || (inside && !foreign) {
            body.article.push(block);
        }
    }
    drop_bare_headings(&mut body.article);
    body
}

/// How many bytes of prose each node holds; of a page without any, how many bytes of text.
fn weights(tree: &Tree, outline: &Outline, blocks: &[Block]) -> Vec<usize> {
    let mut weights = vec![0; tree.nodes.len()];
    let prosaic = blocks.iter().any(is_prose);
    for block in blocks.iter().filter(|block| !prosaic || is_prose(block)) {
        weights[block.holder] += block.words.len();
    }
    for &id in outline.order.iter().rev() {
        if let Some(parent) = tree.nodes[id].parent {
            weights[parent] += weights[id];
        }
    }
    weights
}

/// Whether a block reads like sentences: some words, a mark that ends one, few links.
fn is_prose(block: &Block) -> bool {
    const WORDS: usize = 8;
    let words = &block.words;
    let closes = words.contains(". ") || ends_sentence(words);
    closes && block.linked * 3 < words.len() && words.split_whitespace().nth(WORDS - 1).is_some() && !is_credit(block)
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['”', '’', '"', '\'', ')', '»']).ends_with(['.', '!', '?', '…'])
}

/// The element that is the article.
fn choose(tree: &Tree, outline: &Outline, weights: &[usize]) -> Id {
    let all = weights[0];
    let called = |is: &dyn Fn(Id) -> bool| -> Vec<Id> {
        let mut outermost: Vec<Id> = Vec::new();
        for &id in outline.order.iter().filter(|&&id| weights[id] > 0 && is(id)) {
            if outermost.last().is_none_or(|&last| !outline.within(id, last)) {
                outermost.push(id);
            }
        }
        outermost
    };
    let typed = |id: Id| {
        let itemtype = tree.attribute(id, "itemtype").unwrap_or_default().trim();
        itemtype.ends_with("Article") || itemtype.ends_with("BlogPosting")
    };
    let articles =
        called(&|id| tree.name(id) == "article" || tree.attribute(id, "role") == Some("article") || typed(id));
    let bodies = called(&|id| tree.attribute(id, "itemprop").is_some_and(|prop| prop.contains("articleBody")));
    let mains = called(&|id| tree.name(id) == "main" || tree.attribute(id, "role") == Some("main"));
    for found in [articles, bodies] {
        let best = found.iter().copied().max_by_key(|&id| (weights[id], std::cmp::Reverse(id)));
        if let Some(best) = best.filter(|&best| weights[best] * 2 >= all) {
            return best;
        }
        // Several that together hold the prose are the posts of one page.
        if found.iter().map(|&id| weights[id]).sum::<usize>() * 3 >= all * 2
            && let (Some(&first), Some(&last)) = (found.first(), found.last())
        {
            return common(tree, outline, first, last);
        }
    }
    let main = mains.into_iter().find(|&id| weights[id] * 2 >= all);
    descend(tree, weights, main.unwrap_or(0))
}

/// The smallest element that holds both.
fn common(tree: &Tree, outline: &Outline, first: Id, last: Id) -> Id {
    tree.ancestors(first).find(|&above| outline.within(last, above)).unwrap_or(0)
}

/// Goes down as long as one child holds nearly all of the prose, and no sibling of its kind holds some too.
fn descend(tree: &Tree, weights: &[usize], from: Id) -> Id {
    let mut at = from;
    loop {
        let heaviest = tree.children(at).max_by_key(|&child| (weights[child], std::cmp::Reverse(child)));
        let Some(child) = heaviest.filter(|&child| weights[child] > 0 && weights[child] * 20 >= weights[at] * 17)
        else {
            return at;
        };
        let kind = |id: Id| (tree.name(id), tree.attribute(id, "class"));
        let twin = |other: Id| other != child && weights[other] > 0 && kind(other) == kind(child);
        if tree.name(child) == "p" || tree.children(at).any(twin) {
            return at;
        }
        at = child;
    }
}

/// Which blocks inside the chosen element are none of the article.
fn foreign(tree: &Tree, outline: &Outline, blocks: &[Block], chosen: Id, weights: &[usize]) -> Vec<bool> {
    let cards = cards(tree, outline, blocks, chosen, weights);
    let in_card = |block: &Block| {
        let place = outline.place(block.holder);
        let before = cards.partition_point(|&(start, _)| start <= place);
        cards[..before].last().is_some_and(|&(_, end)| place < end)
    };
    blocks.iter().map(|block| is_label(&block.words) || is_link(block) || in_card(block)).collect()
}

/// The extents of what is headed by a link or a label, with what stands beside it: teasers, offers.
fn cards(tree: &Tree, outline: &Outline, blocks: &[Block], chosen: Id, weights: &[usize]) -> Vec<(usize, usize)> {
    let mut cards: Vec<(usize, usize)> = Vec::new();
    let mut held = 0;
    for block in blocks.iter().filter(|block| block.role == Role::Heading) {
        let known = cards.last().is_some_and(|&(_, end)| outline.place(block.holder) < end);
        let Some(card) = tree.nodes[block.holder].parent.filter(|_| !known) else { continue };
        let (label, link) = (is_label(&block.words), is_link(block));
        let small = weights[card] * if label { 2 } else { 5 } < weights[chosen];
        let inside = card != chosen && outline.within(card, chosen) && !outline.holds_article(card);
        if (label || link) && small && inside {
            held += if label { 0 } else { weights[card] };
            cards.push((outline.place(card), outline.end(card)));
        }
    }
    // Where they hold most of the text they are no teasers but its parts, each with an address of its own.
    if held * 2 > weights[chosen] { Vec::new() } else { outermost(cards) }
}

/// Extents without those that lie in others, in order.
fn outermost(mut extents: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    extents.sort_by_key(|&(start, end)| (start, std::cmp::Reverse(end)));
    let mut reached = 0;
    extents.retain(|&(_, end)| {
        let apart = end > reached;
        reached = reached.max(end);
        apart
    });
    extents
}

/// Whether a block is little else than a link. A cell may be one, and a sentence.
fn is_link(block: &Block) -> bool {
    let most = block.linked * 5 >= block.words.len() * 3;
    let whole = block.linked * 10 >= block.words.len() * 9;
    match block.role {
        Role::Cell => false,
        Role::Item | Role::Heading => whole,
        Role::Prose => {
            most && (whole || !ends_sentence(&block.words)) && !(ends_sentence(&block.words) && block.words.len() > 80)
        }
    }
}

/// Whether a block says something of the page and nothing of the story.
fn is_label(words: &str) -> bool {
    const WHOLE: [&str; 23] = [
        "advertisement",
        "advertisements",
        "sponsored",
        "read more",
        "read also",
        "also read",
        "related",
        "related stories",
        "more stories",
        "recommended",
        "recommended for you",
        "you may also like",
        "most popular",
        "most read",
        "top stories",
        "latest news",
        "see also",
        "comments",
        "share",
        "share this article",
        "story continues below",
        "article continues below",
        "sign up",
    ];
    const BEGINNINGS: [&str; 20] = [
        "we use cookies",
        "we value your privacy",
        "we and our partners",
        "this site uses cookies",
        "this website uses cookies",
        "by continuing to browse",
        "printed from",
        "copyright",
        "©",
        "continue reading",
        "subscribe to continue",
        "already a subscriber",
        "sign up for our",
        "sign up to our",
        "subscribe to our",
        "read more:",
        "read also:",
        "also read:",
        "see also:",
        "related:",
    ];
    const LONGEST: usize = 400;
    let lower = words[..words.floor_char_boundary(40)].to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    (words.len() <= 40 && WHOLE.contains(&bare))
        || (words.len() <= LONGEST && BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning)))
}

/// The first block of prose inside the chosen element; where there is none, its first block.
fn begin(outline: &Outline, blocks: &[Block], chosen: Id, foreign: &[bool]) -> usize {
    let inside = |index: usize| outline.within(blocks[index].holder, chosen);
    let prose = (0..blocks.len()).find(|&index| inside(index) && !foreign[index] && is_prose(&blocks[index]));
    prose.or_else(|| (0..blocks.len()).find(|&index| inside(index))).unwrap_or(0)
}

/// One past the lines that a byline or a day may stand on: a standfirst may stand above them.
fn second_prose(blocks: &[Block], begins: usize) -> usize {
    let after = (begins + 1..blocks.len()).find(|&index| is_prose(&blocks[index]));
    after.unwrap_or(begins)
}

/// Whether a block says who wrote the article, or when.
fn is_credit(block: &Block) -> bool {
    const WORDS: usize = 20;
    let words = &block.words;
    let year = || words.split(|c: char| !c.is_ascii_digit()).any(|figure| figure.len() == 4);
    let timed = block.timed && year() && words.split_whitespace().nth(WORDS).is_none();
    timed || is_byline(words) || is_dated(words)
}

/// Whether a block above the first prose belongs to the article: what is no headline, date or byline, if it stands inside,
/// and a standfirst below the headline, wherever it stands.
fn is_text_above(block: &Block, inside: bool, foreign: bool, headline: Option<&Headline>) -> bool {
    let said_by_title = headline.is_some_and(|headline| same(&headline.words, &block.words));
    if said_by_title || is_credit(block) || foreign || block.linked > 0 {
        return false;
    }
    inside || (headline.is_some() && is_prose(block))
}

/// Whether two texts have the same letters and figures.
fn same(a: &str, b: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(a) == letters(b)
}

pub(super) fn is_byline(words: &str) -> bool {
    const WORDS: usize = 14;
    let begins = words.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    begins && !words.trim_end().ends_with('.') && words.split_whitespace().count() <= WORDS
}

/// Whether a short line gives a day, with or without a label before it, or the time that reading takes.
fn is_dated(words: &str) -> bool {
    const LONGEST: usize = 80;
    words.len() <= LONGEST
        && !ends_sentence(words)
        && (words.ends_with("min read") || !crate::article::topline::date_lines(words).is_empty())
}

/// Headings whose part is gone say nothing.
fn drop_bare_headings(blocks: &mut Vec<Block>) {
    let mut next_is_text = false;
    let keep: Vec<bool> = blocks
        .iter()
        .rev()
        .map(|block| {
            let heading = block.role == Role::Heading;
            let keep = !heading || next_is_text;
            next_is_text = !heading || (keep && next_is_text);
            keep
        })
        .collect();
    let mut keep = keep.into_iter().rev();
    blocks.retain(|_| keep.next().unwrap_or(true));
}
