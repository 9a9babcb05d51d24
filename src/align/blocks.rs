//! Blocks: article-events that share a key and lie close in time; only those are compared.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::claim::{ArticleEvent, Extract};
use crate::value::days_between;

use super::compare::FIGURE_DAYS;
use super::utterances;

/// An article-event by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// Index of the extract.
    pub extract: usize,
    /// Index of the article-event in it.
    pub event: usize,
}

/// How many neighbours in time an item is compared with inside one block; a block that is denser than this in one week
/// holds a running story of hundreds of articles, each of which meets the others in more specific blocks too.
const NEIGHBOURS: usize = 400;

/// The pairs worth comparing, sorted: of one kind (and story), sharing a participant, a place or a name, and close in
/// time or undated. Tellings of one article are never compared: what an article keeps apart stays apart.
pub(super) fn pairs(extracts: &[Extract], items: &[Item], by_story: bool) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for members in blocks(extracts, items, by_story).values_mut() {
        members.sort_unstable();
        for (position, &(day, a)) in members.iter().enumerate() {
            let near = members[position + 1..].iter().take(NEIGHBOURS);
            let near = near.take_while(|(other, _)| close(day, *other));
            pairs.extend(
                near.filter(|(_, b)| items[a].extract != items[*b].extract).map(|&(_, b)| (a.min(b), a.max(b))),
            );
        }
    }
    pairs
}

/// Whether two days may belong to one event; without a day anything may, and undated items come first.
fn close(a: Option<Date>, b: Option<Date>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => days_between(a, b) <= 2 * FIGURE_DAYS,
        _ => true,
    }
}

/// Items by block key, each with the day that places it in time.
fn blocks(extracts: &[Extract], items: &[Item], by_story: bool) -> BTreeMap<String, Vec<(Option<Date>, usize)>> {
    let mut blocks: BTreeMap<String, Vec<(Option<Date>, usize)>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        let extract = &extracts[item.extract];
        let event = &extract.events[item.event];
        let story = if by_story { extract.article.story.as_deref().unwrap_or("") } else { "" };
        let published = extract.article.day().map(|(day, _)| day).filter(|_| !event.background);
        let named = event.date.map(|date| date.first()).filter(|_| !event.cumulative);
        let day = named.or(published).filter(|_| event.matter.is_none() && !event.aftermath);
        if event.utterance {
            for key in utterances::keys(event) {
                blocks.entry(format!("{}\u{1f}{story}\u{1f}{key}", event.kind)).or_default().push((None, index));
            }
            continue;
        }
        for key in keys(event, by_story) {
            blocks.entry(format!("{}\u{1f}{story}\u{1f}{key}", event.kind)).or_default().push((day, index));
        }
    }
    blocks
}

/// The keys of an article-event: participants, places, names. Inside one story everything may meet.
fn keys(event: &ArticleEvent, by_story: bool) -> Vec<&str> {
    let names = event.words.iter().map(|word| &**word).filter(|word| word.starts_with('^'));
    let matter = event.matter.iter().map(String::as_str);
    if event.matter.is_some() {
        return matter.collect();
    }
    let keys = event.participants.iter().chain(&event.places).map(String::as_str).chain(names);
    keys.chain(by_story.then_some("")).collect()
}
