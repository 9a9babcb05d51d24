//! The pass over an article: each recogniser in turn at each token, the first that reads something takes the span.

use super::names::Names;
use super::{
    DateMention, Leaf, LeafKind, Mentions, QuantityMention, Read, Reader, Token, TokenKind, class, date, nonfigure,
    quantity, quotation, reported, sentence, tally, tokenize,
};
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::value::{Bound, VaguePreset};

/// Finds every leaf and layer of an article; vague words are read as widely as English means them.
pub fn scan(article: &Article, lexicon: &Lexicon) -> Mentions {
    scan_with(article, lexicon, VaguePreset::default())
}

/// The same, with vague words ("dozens") read by a preset.
pub fn scan_with(article: &Article, lexicon: &Lexicon, vague: VaguePreset) -> Mentions {
    scan_while(article, lexicon, vague, &|| true).unwrap_or_default()
}

/// The same as long as `go` says so, which is asked now and then; `None` where it said no.
pub fn scan_while(article: &Article, lexicon: &Lexicon, vague: VaguePreset, go: &dyn Fn() -> bool) -> Option<Mentions> {
    let mut tokens = Vec::new();
    tokenize(article.text(), &mut tokens);
    let published = article.published.as_ref().map(|dated| dated.value);
    let reader = Reader { text: article.text(), tokens: &tokens, lexicon, published };
    let mut mentions = Mentions::default();
    let layout = sentence::lay_out(&reader);
    (mentions.sentences, mentions.paragraphs) = (layout.sentences, layout.paragraphs);
    let (quotations, parentheses) = quotation::layers(&reader, &mentions.paragraphs);
    mentions.quotations = quotation::pieces(&reader, &quotations, &mentions.sentences);
    mentions.parentheses = parentheses;
    let mut names = Names::new(&reader, &mentions.sentences);
    read_leaves(&reader, vague, &mut names, &mut mentions, go)?;
    names.finish(&reader, &mut mentions);
    reported::add(&reader, &mut mentions);
    mentions.tallies = tally::read_all(&reader, &mentions.leaves);
    sentence::join_straddled(&mut mentions.sentences, &mentions.leaves);
    mentions.tokens = tokens;
    Some(mentions)
}

/// Tokens from one question whether to go on to the next, some milliseconds.
const STRETCH: usize = 1 << 14;

/// The order says who wins: dates, what is no figure at all (addresses, scores, clock times, model names), figures, names.
/// Dates come first, for in digits ("2021-06-29", "2014-15") they look like scores and item numbers.
fn read_leaves<'a>(
    reader: &Reader<'a>,
    vague: VaguePreset,
    names: &mut Names<'a>,
    mentions: &mut Mentions,
    go: &dyn Fn() -> bool,
) -> Option<()> {
    // About what prose holds, so that the lists hardly grow.
    mentions.leaves.reserve(reader.tokens.len() / 8);
    mentions.quantities.reserve(reader.tokens.len() / 64);
    mentions.dates.reserve(reader.tokens.len() / 64);
    let (mut at, mut asked) = (0, 0);
    while at < reader.tokens.len() {
        if at >= asked + STRETCH {
            go().then_some(())?;
            asked = at;
        }
        let figure = read_figure(reader, at, vague, mentions);
        at = figure.or_else(|| names.read(reader, at)).unwrap_or(at + 1);
    }
    Some(())
}

/// Whether anything but a name may begin at a token; false is certain. Beside the words that are known, a capital that may
/// stand for millions and a mark that joins the word to the next leave it open.
#[inline]
fn may_open(reader: &Reader<'_>, at: usize) -> bool {
    let Some(token) = reader.token(at) else { return false };
    match token.kind {
        TokenKind::Word => {
            token.may_be(class::OPENER) || token.begins_with(reader.text, b'M') || joins_next(reader, at + 1)
        }
        TokenKind::Digits => true,
        TokenKind::Mark => mark_may_open(reader, at, token),
        TokenKind::Break => false,
    }
}

/// Whether a mark joins the words on its sides: those of an address, a hyphen, a dash.
#[inline]
fn joins_next(reader: &Reader<'_>, at: usize) -> bool {
    let mark = reader.token(at).filter(|token| token.kind == TokenKind::Mark && !token.spaced);
    mark.is_some_and(|mark| !matches!(mark.bytes(reader.text), [b'.' | b',' | b'"' | b')' | b';' | b'?' | b'!']))
}

/// Whether a mark may begin anything: of those that end or part sentences only a point before a figure may.
fn mark_may_open(reader: &Reader<'_>, at: usize, mark: &Token) -> bool {
    match mark.bytes(reader.text) {
        b"." => reader.kind(at + 1) == Some(TokenKind::Digits),
        // The hyphen of a compound is no sign.
        b"-" => reader.kind(at + 1) != Some(TokenKind::Word),
        // The last are “ and ”.
        [b',' | b'"' | b'(' | b')' | b':' | b';' | b'?' | b'!'] | [0xe2, 0x80, 0x9c | 0x9d] => false,
        _ => true,
    }
}

/// Passes what is no figure and reads what is a date or figure; gives the token to go on with.
fn read_figure(reader: &Reader<'_>, at: usize, vague: VaguePreset, mentions: &mut Mentions) -> Option<usize> {
    if !may_open(reader, at) {
        return None;
    }
    if let Some(read) = date::read(reader, at).filter(|_| !quantity::is_measured_fraction(reader, at)) {
        if let Some(length) = length_within(reader, at, read.next, vague) {
            push(&mut mentions.lengths, &mut mentions.quantities, length);
        }
        return Some(push(&mut mentions.leaves, &mut mentions.dates, read));
    }
    if let Some(next) = nonfigure::skip(reader, at) {
        return Some(next);
    }
    let read = quantity::read(reader, at, vague)?;
    let Some(date) = date_within(reader, at, read.next) else {
        return Some(push(&mut mentions.leaves, &mut mentions.quantities, read));
    };
    if is_length(&read) && read.next <= date.next {
        push(&mut mentions.lengths, &mut mentions.quantities, read);
    }
    Some(push(&mut mentions.leaves, &mut mentions.dates, date))
}

/// The length of time that the date from `at` to before `end` is told by: "three years ago", "the past 24 hours".
fn length_within(reader: &Reader<'_>, at: usize, end: usize, vague: VaguePreset) -> Option<Read<QuantityMention>> {
    let start = (at..end).find(|&i| quantity::begins_number(reader, i))?;
    quantity::read(reader, start, vague).filter(|read| is_length(read) && read.next <= end)
}

/// Whether a figure is so long a time; "a few years" is no figure.
fn is_length(read: &Read<QuantityMention>) -> bool {
    read.kind == LeafKind::Duration && read.payload.quantity.bound != Bound::Vague
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
