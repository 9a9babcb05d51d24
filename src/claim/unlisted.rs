//! Places that the lexicon does not know: names that a preposition makes a location, and which of them is a claim's own.

use compact_str::CompactString;

use crate::article::Span;
use crate::mention::{Leaf, LeafKind};
use crate::rule::ScopeField;

use super::locative::is_led;
use super::site::{Site, is_one_of, words_before};

/// A place that the lexicon does not know and that the claim's own words are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unlisted {
    pub(super) key: String,
    /// Whether the words call it a town.
    pub(super) is_town: bool,
}

/// The place that the claim's own words are in: behind them, with nothing but a preposition and what it is called between ("nine in
/// Lindwick"), or a town anywhere in the sentence that no other figure or place parts from them ("in the village of Lindwick 17 people").
pub(super) fn own(site: &Site<'_>) -> Option<Unlisted> {
    site.rule.scope(ScopeField::Place)?;
    let leaf = beside(site).or_else(|| names(site).find(|leaf| is_town(site, leaf) && is_alone(site, leaf)))?;
    Some(Unlisted { key: site.mentions.name(leaf)?.key.clone(), is_town: is_town(site, leaf) })
}

/// Names that a preposition makes a location ("in Lahaina", "the town of Lahaina"), in the claim's own sentence; sorted. Those that
/// belong to another figure of the sentence are left out.
pub(super) fn all(site: &Site<'_>) -> Vec<String> {
    if site.rule.scope(ScopeField::Place).is_none() {
        return Vec::new();
    }
    let apart = beside(site).is_some();
    let of_another = |leaf: &Leaf| is_of_next(site, leaf) || apart && is_of_last(site, leaf);
    let names = names(site).filter(|leaf| is_located(site, leaf) && !of_another(leaf));
    let mut keys: Vec<String> = names.filter_map(|leaf| Some(site.mentions.name(leaf)?.key.clone())).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Whether the words before a name call it a town: "the village of Lindwick".
pub(super) fn is_called_town(site: &Site<'_>, stretch: Span, leaf: &Leaf) -> bool {
    let words = words_before(site.text(), stretch.start(), leaf.span.start(), 2);
    matches!(&words[..], [of, noun] if of == "of" && is_one_of(noun, &["town", "village", "city"]))
}

fn names<'a>(site: &Site<'a>) -> impl Iterator<Item = &'a Leaf> {
    site.leaves(site.sentence(), &[LeafKind::Name]).map(|(_, leaf)| leaf)
}

fn is_town(site: &Site<'_>, leaf: &Leaf) -> bool {
    is_called_town(site, site.sentence(), leaf)
}

fn is_located(site: &Site<'_>, leaf: &Leaf) -> bool {
    let words = words_before(site.text(), site.sentence().start(), leaf.span.start(), 2);
    match words.first().map(CompactString::as_str) {
        Some("in" | "at" | "near" | "outside" | "off" | "around") => true,
        Some("of") => words.get(1).is_some_and(|noun| site.lexicon.lists("place_noun", noun)),
        _ => false,
    }
}

/// The name that only a preposition of place, and a word or two after it, part from the claim before it.
fn beside<'a>(site: &Site<'a>) -> Option<&'a Leaf> {
    let from = site.matched.span.end().max(site.value().end());
    names(site).find(|leaf| from <= leaf.span.start() && is_led(site, from, leaf))
}

/// Whether no figure and no other place or name stands between the claim and a name.
fn is_alone(site: &Site<'_>, leaf: &Leaf) -> bool {
    let own = site.matched.span;
    let between = if own.end() <= leaf.span.start() {
        Span::of(own.end(), leaf.span.start())
    } else {
        Span::of(leaf.span.end(), own.start().max(leaf.span.end()))
    };
    site.leaves(between, &[LeafKind::Number, LeafKind::Place, LeafKind::Name]).next().is_none()
}

/// Whether a name behind the claim is that of the next figure: "six people in Lindwick and nine in the village of Upper Lindwick".
fn is_of_next(site: &Site<'_>, leaf: &Leaf) -> bool {
    let rest = Span::of(site.matched.span.end().min(leaf.span.start()), leaf.span.start());
    let number = site.leaves(rest, &[LeafKind::Number]).last();
    number.is_some_and(|(_, number)| is_led(site, number.span.end(), leaf))
}

/// Whether a name before the claim is that of the figure before it: of "six people in Lindwick and nine in Upper Lindwick" the first.
fn is_of_last(site: &Site<'_>, leaf: &Leaf) -> bool {
    let own = site.value().start();
    let before = Span::of(site.sentence().start(), leaf.span.start().max(site.sentence().start()));
    leaf.span.end() <= own && site.leaves(before, &[LeafKind::Number]).next().is_some()
}
