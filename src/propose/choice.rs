//! Which figure of a sentence a rule is to find: the one that is named, else the first that counts or measures something.

use super::{NoProposal, Wish};
use crate::article::{Article, Span};
use crate::mention::{Leaf, LeafKind, Mentions};
use crate::report::names;
use crate::rule::ValueKind;
use crate::value::{Figure, Unit};

/// What a rule could find in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What kind of value it is.
    pub kind: ValueKind,
    /// Its words.
    pub words: String,
    /// Where it stands.
    pub span: Span,
    /// The noun that it counts, and that noun for one of them.
    pub(super) noun: Option<(Span, String)>,
    /// The figure in digits, the date as a calendar has it, a quotation without its marks.
    pub(super) amount: Option<String>,
}

/// The candidate that is meant, and the others in their order.
pub(super) fn choose(
    wish: &Wish<'_>,
    article: &Article,
    mentions: &Mentions,
) -> Result<(Candidate, Vec<Candidate>), NoProposal> {
    let mut all = candidates(article, mentions);
    let chosen = match (wish.value, wish.like) {
        (Some(words), _) => {
            named(&all, words).ok_or_else(|| NoProposal::Unknown { value: words.to_owned(), known: told(&all) })?
        }
        (None, Some(like)) => {
            let of_kind = |at: &usize| all[*at].kind == like.kind;
            let found = (0..all.len()).filter(of_kind).min_by_key(|&at| rank(&all[at]));
            let other =
                || NoProposal::OtherKind { like: like.id.clone(), kind: names::kind(like.kind), known: told(&all) };
            found.ok_or_else(other)?
        }
        (None, None) => (0..all.len())
            .min_by_key(|&at| rank(&all[at]))
            .filter(|&at| rank(&all[at]) < LAST)
            .ok_or_else(|| NoProposal::Nothing(wish.sentence.to_owned()))?,
    };
    let chosen = all.remove(chosen);
    all.retain(|other| rank(other) < LAST);
    Ok((chosen, all))
}

/// The rank of what is a value only where it is named.
const LAST: usize = 4;

/// What is likeliest to be meant: a figure with its unit or noun, any other figure, a quotation, a date.
fn rank(candidate: &Candidate) -> usize {
    match candidate.kind {
        ValueKind::Money | ValueKind::Percent | ValueKind::Measure | ValueKind::Duration => 0,
        ValueKind::Count if candidate.noun.is_some() => 0,
        ValueKind::Count => 1,
        ValueKind::Date => 2,
        ValueKind::Quote => 3,
        _ => LAST,
    }
}

/// The candidate that holds the words, or all of whose words are among them.
fn named(all: &[Candidate], words: &str) -> Option<usize> {
    let wanted = words.to_lowercase();
    let exact = all.iter().position(|candidate| candidate.words.to_lowercase() == wanted);
    let holds = |candidate: &Candidate| has_words(&candidate.words.to_lowercase(), &wanted);
    exact.or_else(|| all.iter().position(holds))
}

/// Whether `part` stands in `whole` with no letter or digit at either end.
fn has_words(whole: &str, part: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    whole.match_indices(part).any(|(at, _)| {
        !part.is_empty() && edge(whole[..at].chars().next_back()) && edge(whole[at + part.len()..].chars().next())
    })
}

fn told(all: &[Candidate]) -> String {
    let each: Vec<String> = all.iter().map(|one| format!("“{}” ({})", one.words, names::kind(one.kind))).collect();
    if each.is_empty() { "none".to_owned() } else { each.join(", ") }
}

/// Everything that could be a value, in the order of the sentence.
fn candidates(article: &Article, mentions: &Mentions) -> Vec<Candidate> {
    let leaves = mentions.leaves.iter().filter_map(|leaf| candidate(article.text(), mentions, leaf));
    let said = mentions.quotations.iter().map(|quotation| Candidate {
        amount: Some(quotation.inner.text(article.text()).to_owned()),
        ..plain(ValueKind::Quote, quotation.span, article.text())
    });
    let mut all: Vec<Candidate> = leaves.chain(said).collect();
    all.sort_by_key(|candidate| candidate.span.start());
    all
}

fn candidate(text: &str, mentions: &Mentions, leaf: &Leaf) -> Option<Candidate> {
    let kind = match leaf.kind {
        LeafKind::Number => ValueKind::Count,
        LeafKind::Money => ValueKind::Money,
        LeafKind::Duration => ValueKind::Duration,
        LeafKind::Percent => ValueKind::Percent,
        LeafKind::Measure => ValueKind::Measure,
        LeafKind::Date => ValueKind::Date,
        LeafKind::Place => ValueKind::Place,
        LeafKind::Person | LeafKind::Organisation | LeafKind::Name => return None,
    };
    let mention = mentions.quantity(leaf);
    let noun = mention.and_then(|mention| Some((mention.noun?, mention.quantity.unit.name().to_owned())));
    let amount = mention.and_then(|mention| match (mention.quantity.amount, kind) {
        (Figure::One(amount), ValueKind::Count) => Some(amount.to_string()),
        (Figure::One(amount), _) if mention.quantity.unit != Unit::NONE => {
            Some(format!("{amount} {}", mention.quantity.unit.name()))
        }
        _ => None,
    });
    let day = mentions.date(leaf).and_then(|date| date.date.as_ref()).map(ToString::to_string);
    Some(Candidate { noun, amount: amount.or(day), ..plain(kind, leaf.span, text) })
}

fn plain(kind: ValueKind, span: Span, text: &str) -> Candidate {
    let words = span.text(text).split_whitespace().collect::<Vec<_>>().join(" ");
    Candidate { kind, words, span, noun: None, amount: None }
}
