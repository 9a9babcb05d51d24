//! Blocks: article-events that share a key and lie close in time; only those are compared.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::claim::ArticleEvent;
use crate::value::{DateSpan, Precision, days_between};

use super::compare::{FIGURE_DAYS, Telling};
use super::rarity::{Rarity, is_common};
use super::utterances;

/// An article-event by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// Index of the extract.
    pub extract: usize,
    /// Index of the article-event in it.
    pub event: usize,
}

/// How many neighbours in time an item may have inside one block. A block that is denser than this holds a running story of
/// hundreds of articles, and is divided by the words that tell its days apart.
const NEIGHBOURS: usize = 400;
/// By how many of its rarest words an item is looked up, and stands in the parts of a divided block.
const RARE_WORDS: usize = 8;
/// How many neighbours an item is compared with in each part of a divided block.
const NEIGHBOURS_IN_PART: usize = 60;

/// What to compare.
#[derive(Debug, Default)]
pub(super) struct Blocked {
    /// The pairs, sorted.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Items of blocks so dense that they were compared with their nearest neighbours alone.
    pub(super) crowded: BTreeSet<usize>,
}

/// An item with the day that places it in time; undated ones come first.
type Placed = (Option<Date>, usize);
/// The items that share a key.
type Block = Vec<Placed>;

/// The pairs worth comparing: of one kind (and story), sharing a participant, a place, a name or a rare word, and close in time or
/// undated.
/// Tellings of one article are never compared: what an article keeps apart stays apart.
pub(super) fn pairs(tellings: &[Telling<'_>], rarity: &Rarity<'_>, by_story: bool) -> Blocked {
    let mut blocked = Blocked::default();
    for block in blocks(tellings, rarity, by_story).into_values() {
        let block = sorted(block);
        if !is_dense(&block) {
            blocked.pair_up(&block, NEIGHBOURS, tellings);
            continue;
        }
        for part in divided(&block, tellings, rarity).into_values() {
            blocked.pair_up(&sorted(part), NEIGHBOURS_IN_PART, tellings);
        }
    }
    blocked.pairs.sort_unstable();
    blocked.pairs.dedup();
    blocked
}

impl Blocked {
    /// Pairs each item with so many of those that come after it.
    fn pair_up(&mut self, block: &[Placed], most: usize, tellings: &[Telling<'_>]) {
        for (position, &(day, a)) in block.iter().enumerate() {
            let mut near = block[position + 1..].iter().take_while(|(other, _)| close(day, *other));
            let compared = near.by_ref().take(most).map(|&(_, b)| (a.min(b), a.max(b)));
            self.pairs.extend(compared.filter(|&(a, b)| !std::ptr::eq(tellings[a].extract, tellings[b].extract)));
            if near.next().is_some() {
                self.crowded.insert(a);
            }
        }
    }
}

fn sorted(mut block: Block) -> Block {
    block.sort_unstable();
    block
}

/// Whether an item has more neighbours than may be compared.
fn is_dense(block: &[Placed]) -> bool {
    let far = |position: usize| block.get(position + NEIGHBOURS + 1);
    (0..block.len()).any(|position| far(position).is_some_and(|(other, _)| close(block[position].0, *other)))
}

/// The parts of a block, by the rarest words of its items.
fn divided(block: &[Placed], tellings: &[Telling<'_>], rarity: &Rarity<'_>) -> BTreeMap<u32, Block> {
    let mut parts: BTreeMap<u32, Block> = BTreeMap::new();
    for &(day, item) in block {
        for word in rarity.keys(&tellings[item].context, RARE_WORDS) {
            parts.entry(word).or_default().push((day, item));
        }
    }
    parts
}

/// Whether two days may belong to one event; without a day anything may.
fn close(a: Option<Date>, b: Option<Date>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => days_between(a, b) <= 2 * FIGURE_DAYS,
        _ => true,
    }
}

/// Items by block key.
fn blocks(tellings: &[Telling<'_>], rarity: &Rarity<'_>, by_story: bool) -> BTreeMap<String, Block> {
    let mut blocks: BTreeMap<String, Block> = BTreeMap::new();
    for (index, telling) in tellings.iter().enumerate() {
        let (event, article) = (telling.event, &telling.extract.article);
        let story = if by_story { article.story.as_deref().unwrap_or("") } else { "" };
        let mut note = |key: &str, day: Option<Date>| {
            blocks.entry(format!("{}\u{1f}{story}\u{1f}{key}", event.kind)).or_default().push((day, index));
        };
        if event.utterance {
            for key in utterances::keys(event) {
                note(&key, None);
            }
            continue;
        }
        let day = day(telling);
        for key in keys(event, by_story) {
            note(key, day);
        }
        for word in rarity.keys(&telling.context, RARE_WORDS) {
            note(&format!("\u{1e}{word}"), day);
        }
    }
    blocks
}

/// The day that places a telling in time.
fn day(telling: &Telling<'_>) -> Option<Date> {
    let event = telling.event;
    let published = telling.extract.article.day().map(|(day, _)| day).filter(|_| !event.background);
    // "In 2013" in an article of July 2013 is no first of January.
    let around = |date: &DateSpan| {
        date.precision() != Precision::Day && published.is_some_and(|day| date.overlaps(&DateSpan::day(day), 0))
    };
    let named = event.date.filter(|date| !event.cumulative && !around(date)).map(|date| date.first());
    named.or(published).filter(|_| event.matter.is_none() && !event.aftermath)
}

/// The keys of an article-event: participants, places, names that are no common words. Inside one story everything may meet.
fn keys(event: &ArticleEvent, by_story: bool) -> BTreeSet<&str> {
    let words = event.words.iter().map(|word| &**word);
    let names = words.filter(|word| word.starts_with('^') && !is_common(word));
    let matter = event.matter.iter().map(String::as_str);
    if event.matter.is_some() {
        return matter.collect();
    }
    let places = event.places.iter().chain(&event.localities).map(String::as_str);
    let keys = event.participants.iter().map(String::as_str).chain(places).chain(names);
    keys.chain(by_story.then_some("")).collect()
}
