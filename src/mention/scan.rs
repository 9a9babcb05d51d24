//! The pass over an article: each recogniser in turn at each token, the first that reads something takes the span.

use super::{DateMention, Leaf, Mentions, Read, Reader, date, nonfigure, quantity, quotation, sentence, tokenize};
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::value::VaguePreset;

/// Finds every leaf and layer of an article; vague words are read as widely as English means them.
pub fn scan(article: &Article, lexicon: &Lexicon) -> Mentions {
    scan_with(article, lexicon, VaguePreset::default())
}

/// The same, with vague words ("dozens") read by a preset.
pub fn scan_with(article: &Article, lexicon: &Lexicon, vague: VaguePreset) -> Mentions {
    let mut tokens = Vec::new();
    tokenize(article.text(), &mut tokens);
    let published = article.published.as_ref().map(|dated| dated.value);
    let reader = Reader { text: article.text(), tokens: &tokens, lexicon, published };
    let mut mentions = Mentions::default();
    let layout = sentence::lay_out(&reader);
    (mentions.sentences, mentions.paragraphs) = (layout.sentences, layout.paragraphs);
    (mentions.quotations, mentions.parentheses) = quotation::layers(&reader, &mentions.paragraphs);
    read_leaves(&reader, vague, &mut mentions);
    sentence::join_straddled(&mut mentions.sentences, &mentions.leaves);
    mentions
}

/// The order says who wins: dates, what is no figure at all (addresses, scores, clock times, model names), figures, names.
/// Dates come first, for in digits ("2021-06-29", "2014-15") they look like scores and item numbers.
fn read_leaves(reader: &Reader<'_>, vague: VaguePreset, mentions: &mut Mentions) {
    let mut at = 0;
    while at < reader.tokens.len() {
        at = read_leaf(reader, at, vague, mentions);
    }
}

/// Reads what begins at one token; gives the token to go on with.
fn read_leaf(reader: &Reader<'_>, at: usize, vague: VaguePreset, mentions: &mut Mentions) -> usize {
    if let Some(read) = date::read(reader, at) {
        return push(&mut mentions.leaves, &mut mentions.dates, read);
    }
    if let Some(next) = nonfigure::skip(reader, at) {
        return next;
    }
    if let Some(read) = quantity::read(reader, at, vague) {
        return match date_within(reader, at, read.next) {
            Some(date) => push(&mut mentions.leaves, &mut mentions.dates, date),
            None => push(&mut mentions.leaves, &mut mentions.quantities, read),
        };
    }
    at + 1
}

/// The date that begins inside a figure read from its bound on: "between 2014 and 2016", "more than two years ago".
fn date_within(reader: &Reader<'_>, at: usize, next: usize) -> Option<Read<DateMention>> {
    (at + 1..next).find_map(|inside| date::read(reader, inside))
}

/// Appends a leaf with its payload.
fn push<P>(leaves: &mut Vec<Leaf>, payloads: &mut Vec<P>, read: Read<P>) -> usize {
    let index = u32::try_from(payloads.len()).unwrap_or(u32::MAX);
    payloads.push(read.payload);
    leaves.push(Leaf { span: read.span, kind: read.kind, index });
    read.next
}
