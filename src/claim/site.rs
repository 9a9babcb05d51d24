//! The site of a match: the stretches of text around it from which the parts of its scope are read, nearest first.

use compact_str::CompactString;
use smallvec::SmallVec;

use crate::article::{Article, Span};
use crate::lexicon::{Happened, Lexicon, list_key};
use crate::mention::{Leaf, LeafKind, Mentions};
use crate::rule::{Fixed, Match, Rule, ScopeField};

use super::memo::{Memo, Question};
use super::office::Identity;
use super::words::with_stems;
use super::{Found, ValueKind};

/// Sentences before the claim's own, within its paragraph, that may still speak of the same thing. Beyond three, a news
/// paragraph has usually moved on; articles that are one long paragraph would lend a claim the whole story's dates.
const LOOK_BACK: usize = 3;
/// Sentences of the body that open it.
const OPENING: usize = 6;
/// Sentences of the first paragraph that make the lead.
const LEAD: usize = 2;
/// The lists that tell of harm.
const HARM: [u64; 5] = [
    list_key("tally_dead"),
    list_key("tally_hurt"),
    list_key("tally_hit"),
    list_key("tally_incidents"),
    list_key("tally_each_apart"),
];
/// The lists that tell of what may have done it.
const STRIKES: [u64; 3] = [list_key("place_struck"), list_key("place_of_incident"), list_key("harm_told")];
/// What parts a headline from the outlet behind it.
const SEPARATORS: [&str; 5] = [" - ", " – ", " — ", " | ", " » "];

/// A few words, which need no memory of their own.
pub(super) type Words = SmallVec<[CompactString; 12]>;

/// A match with everything around it.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) article: &'a Article,
    pub(super) lexicon: &'a Lexicon,
    pub(super) mentions: &'a Mentions,
    pub(super) rule: &'a Rule,
    pub(super) matched: &'a Match,
    /// The headline, without the outlet that it may name at its end.
    pub(super) headline: Span,
    /// The first sentences of the first paragraph of the body.
    pub(super) lead: &'a [Span],
    /// Names that are likely those of people whom the lexicon knows under others.
    pub(super) identities: &'a [Identity],
    /// What is known of the article's sentences already.
    pub(super) memo: &'a Memo,
}

impl<'a> Site<'a> {
    /// The article's text.
    pub(super) fn text(&self) -> &'a str {
        self.article.text()
    }

    /// The sentence of the match.
    pub(super) fn sentence(&self) -> Span {
        self.mentions.sentences[self.matched.sentence]
    }

    /// The sentence of a leaf.
    pub(super) fn sentence_of(&self, leaf: &Leaf) -> Span {
        self.mentions.sentence_at(leaf.span.start()).map_or(leaf.span, |index| self.mentions.sentences[index])
    }

    /// Where the value stands; of a quotation its words without the marks.
    pub(super) fn value(&self) -> Span {
        let quotation = self.matched.leaf.filter(|_| self.rule.kind() == ValueKind::Quote);
        quotation.map_or(self.matched.value, |index| self.mentions.quotations[index].inner)
    }

    /// The leaf of the value; `None` where the pattern's words fix it.
    pub(super) fn leaf(&self) -> Option<&'a Leaf> {
        let leaf = self.matched.leaf.filter(|_| !self.rule.kind().is_layer());
        let length = self.matched.length.map(|index| &self.mentions.lengths[index]);
        length.or_else(|| leaf.map(|index| &self.mentions.leaves[index]))
    }

    /// What the pattern fixes for its claims.
    pub(super) fn fixed(&self) -> &'a Fixed {
        &self.rule.patterns()[self.matched.pattern].fixed
    }

    /// What the pattern's group of this name matched, where it has one.
    pub(super) fn group(&self, field: ScopeField) -> Option<Span> {
        self.matched.groups.iter().find(|(name, _)| name == field.name()).map(|(_, span)| *span)
    }

    /// Whether the match stands in the headline.
    pub(super) fn in_headline(&self) -> bool {
        self.article.headline().contains(self.sentence())
    }

    /// The stretches to read from, nearest first: the sentence, the sentences before it in its paragraph (backwards), the
    /// headline, the lead's sentences.
    pub(super) fn levels(&self) -> impl Iterator<Item = (Found, Span)> + use<'a> {
        let (own, sentences) = (self.matched.sentence, &self.mentions.sentences);
        let paragraph = self.mentions.paragraph_of(self.sentence());
        let earlier = sentences[own.saturating_sub(LOOK_BACK)..own].iter().rev();
        let before = earlier.filter(move |s| paragraph.contains(**s)).map(|&s| (Found::Paragraph, s));
        let title = (Found::Title, self.headline);
        let lead = self.lead.iter().map(|&s| (Found::Lead, s));
        [(Found::Sentence, self.sentence())].into_iter().chain(before).chain([title]).chain(lead)
    }

    /// The sentences that open the body: where an article says where it happened, if not earlier.
    pub(super) fn opening(&self) -> impl Iterator<Item = (Found, Span)> {
        let first = self.mentions.sentences.partition_point(|s| s.start() < self.article.headline().end());
        self.mentions.sentences[first..].iter().take(OPENING).map(|&sentence| (Found::Article, sentence))
    }

    /// The leaves of some kinds inside a stretch, the value's own aside.
    pub(super) fn leaves(&self, span: Span, kinds: &'a [LeafKind]) -> impl Iterator<Item = (usize, &'a Leaf)> {
        let own = self.matched.leaf;
        let leaves = &self.mentions.leaves;
        self.mentions
            .leaves_in(span)
            .map(move |index| (index, &leaves[index]))
            .filter(move |(index, leaf)| Some(*index) != own && kinds.contains(&leaf.kind))
    }

    /// How far a leaf stands from the match, in bytes; 0 inside it.
    pub(super) fn distance(&self, leaf: &Leaf) -> usize {
        let (own, other) = (self.matched.span, leaf.span);
        own.start().saturating_sub(other.end()).max(other.start().saturating_sub(own.end()))
    }
}

/// What a headline tells, without the outlet behind a dash or a bar: "Blast kills six - Channel 5 News - Memphis". The outlet's
/// town says nothing of where it happened.
pub(super) fn headline(article: &Article, lexicon: &Lexicon) -> Span {
    let (whole, text) = (article.headline(), article.headline().text(article.text()));
    let source = article.source.as_ref().map(|source| source.value.as_str());
    let marks = SEPARATORS.iter().flat_map(|mark| text.match_indices(mark));
    let furniture = |(at, mark): (usize, &str)| {
        let rest = &text[at + mark.len()..];
        let part = SEPARATORS.iter().filter_map(|mark| rest.find(mark)).min().map_or(rest, |end| &rest[..end]);
        names_outlet(lexicon, part, source).then_some(at)
    };
    let end = marks.filter_map(furniture).min().unwrap_or(text.len());
    Span::of(whole.start(), whole.start() + end)
}

/// Whether a part of a headline is the name of an outlet: the article's own, a call sign, an address, or one with a word of the
/// list `outlet`.
fn names_outlet(lexicon: &Lexicon, part: &str, source: Option<&str>) -> bool {
    let part = part.trim();
    let sign = |word: &str| {
        word.len() == 4 && word.starts_with(['W', 'K']) && word.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    let listed = |word: &str| lexicon.lists("outlet", word);
    let address = [".com", ".org", ".net", ".co.uk"].iter().any(|end| part.contains(end));
    let mut words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    source.is_some_and(|source| source.eq_ignore_ascii_case(part))
        || address
        || words.any(|word| sign(word) || listed(word))
}

/// The first sentences of the first paragraph of the body that is more than a byline or credit.
pub(super) fn lead<'a>(article: &Article, mentions: &'a Mentions) -> &'a [Span] {
    let sentences = &mentions.sentences;
    let body = sentences.partition_point(|s| s.start() < article.headline().end());
    let told = |s: &Span| !is_credit(mentions.paragraph_of(*s).text(article.text()));
    let Some(first) = sentences[body..].iter().position(told).map(|index| body + index) else { return &[] };
    let paragraph = mentions.paragraph_of(sentences[first]);
    let count = sentences[first..].iter().take(LEAD).take_while(|s| paragraph.contains(**s)).count();
    &sentences[first..first + count]
}

/// Whether a paragraph is a byline, a credit or a place line: a few words without a full stop.
fn is_credit(paragraph: &str) -> bool {
    let ends = paragraph.trim_end().ends_with(['.', '!', '?', '"', '”', '’', ':']);
    !ends && paragraph.split_whitespace().count() <= 12
}

/// Whether a stretch tells of harm or of what did it: of the sentences that open an article one may be an advertisement.
pub(super) fn tells_of_harm(site: &Site<'_>, span: Span) -> bool {
    let tells = |stem: &str| site.lexicon.happened(stem) != Happened::default();
    let words = || site.mentions.words_in(span);
    site.ask(Question::Harm, span, || {
        holds_any(site, span, &HARM) || with_stems(|stems| stems.any(site.text(), words(), tells))
    })
}

/// Whether a stretch tells of harm, or of a strike or riot that may have done it.
pub(super) fn tells_of_attack(site: &Site<'_>, span: Span) -> bool {
    let strikes = || holds_any(site, span, &STRIKES);
    tells_of_harm(site, span) || site.ask(Question::Attack, span, strikes)
}

/// Whether a stretch holds a word of some lists.
fn holds_any(site: &Site<'_>, span: Span, lists: &[u64]) -> bool {
    let mut words = site.mentions.words_in(span).map(|word| word.plain_key(site.text()));
    words.any(|word| lists.iter().any(|&list| site.lexicon.holds(list, word)))
}

/// The last `count` words before byte `at`, back to `start`, nearest first, lower-cased, without punctuation.
pub(super) fn words_before(text: &str, start: usize, at: usize, count: usize) -> Words {
    backwards(text, start, at).take(count).map(small).collect()
}

/// A word in small letters.
pub(super) fn small(word: &str) -> CompactString {
    if !word.is_ascii() {
        return CompactString::from_str_to_lowercase(word);
    }
    let mut small = CompactString::from(word);
    small.make_ascii_lowercase();
    small
}

/// The words before byte `at`, back to `start`, nearest first, as they are written, without punctuation.
pub(super) fn backwards(text: &str, start: usize, at: usize) -> impl Iterator<Item = &str> {
    let mut rest = &text[start..at];
    std::iter::from_fn(move || {
        rest = &rest[..run_back(rest, false)];
        let (before, word) = rest.split_at(run_back(rest, true));
        rest = before;
        (!word.is_empty()).then_some(word)
    })
}

/// The words of a stretch: letters and figures, and one sign that stays in them.
pub(super) fn words(stretch: &str, sign: u8) -> impl Iterator<Item = &str> + Clone {
    let mut rest = stretch;
    std::iter::from_fn(move || {
        rest = &rest[run(rest, sign, false)..];
        let (word, behind) = rest.split_at(run(rest, sign, true));
        rest = behind;
        (!word.is_empty()).then_some(word)
    })
}

/// How many bytes at the beginning of a text belong to a word, or to none.
fn run(text: &str, sign: u8, inside: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (belongs, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric() || byte == sign, 1)
        } else {
            text[at..].chars().next().map_or((false, 1), |c| (c.is_alphanumeric(), c.len_utf8()))
        };
        if belongs != inside {
            break;
        }
        at += length;
    }
    at
}

/// Where the stretch begins that ends a text and belongs to a word, or to none.
fn run_back(text: &str, inside: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = bytes.len();
    while let Some(&byte) = at.checked_sub(1).and_then(|last| bytes.get(last)) {
        let (belongs, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric() || byte == b'\'', 1)
        } else {
            let c = text[..at].chars().next_back().unwrap_or(' ');
            (c == '’' || c.is_alphanumeric(), c.len_utf8())
        };
        if belongs != inside {
            break;
        }
        at -= length;
    }
    at
}

/// Whether a word is one of a list in small letters, whatever its own case.
pub(super) fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}

/// Whether words set what they tell so long before or after something else: "a week after", "hours before".
pub(super) fn is_days_after(stretch: &str) -> bool {
    let words: Vec<&str> = stretch.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let unit =
        |word: &str| is_one_of(word.strip_suffix('s').unwrap_or(word), &["hour", "day", "week", "month", "year"]);
    words.windows(2).any(|pair| unit(pair[0]) && is_one_of(pair[1], &["after", "before"]))
}
