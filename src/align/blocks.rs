//! Blocks: article-events that share a key and lie close in time; only those are compared.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHasher;

use crate::claim::ArticleEvent;
use crate::value::{DateSpan, Precision, days_between};

use super::compare::{FIGURE_DAYS, Telling};
use super::rarity::{Rarity, is_common};
use super::{names, utterances};

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
const NEIGHBOURS_IN_PART: usize = 24;
/// A name that more tellings share brings nobody together.
const MOST_NAMED: usize = 60;

/// The blocks of a run. Two keys that share a hash only make for comparisons that lead to nothing.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// The items in the order of their days, undated ones first.
    order: Vec<(Option<Date>, u32)>,
    /// The members of all blocks one after the other, as places in the order.
    members: Vec<u32>,
    /// For each place in the order, where it stands in its blocks, one after the other.
    stands: Vec<Stand>,
    /// Where the stands of each place begin; one more at the end.
    begins: Vec<usize>,
}

/// Where an item stands in a block.
#[derive(Clone, Copy, Debug)]
struct Stand {
    place: u32,
    /// The members that come after it.
    from: u32,
    to: u32,
    /// How many of them it may be compared with.
    most: u32,
    /// Whether however far apart in time.
    timeless: bool,
}

/// What an item is compared with.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// Items that come after it, by their indices, sorted.
    pub(super) items: Vec<usize>,
    /// Whether there were more than it may be compared with.
    pub(super) crowded: bool,
}

/// A key and the place of an item that has it.
type Keyed = (u64, u32);

impl Blocks {
    /// The blocks of all tellings: of one kind (and story), sharing a participant, a place, a name or a rare word.
    pub(super) fn of(tellings: &[Telling<'_>], rarity: &Rarity<'_>, by_story: bool) -> Self {
        let dated = |(index, telling): (usize, &Telling<'_>)| (day(telling), narrow(index));
        let mut order: Vec<(Option<Date>, u32)> = tellings.par_iter().enumerate().map(dated).collect();
        order.sort_unstable();
        let keys = |(place, &(_, item)): (usize, &(Option<Date>, u32))| {
            let keys = keys(&tellings[item as usize], rarity, by_story);
            keys.into_iter().map(|key| (key, narrow(place))).collect::<Vec<Keyed>>()
        };
        let mut keyed: Vec<Keyed> = order.par_iter().enumerate().flat_map_iter(keys).collect();
        keyed.par_sort_unstable();
        let mut blocks = Self { order, ..Self::default() };
        for block in keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1) {
            blocks.add(block, tellings, rarity);
        }
        blocks.add_named(tellings);
        blocks.settle();
        blocks
    }

    /// Adds blocks of articles that share a rare full name, however far apart in time: an arrest, a trial. What many have in common
    /// brings nobody together.
    fn add_named(&mut self, tellings: &[Telling<'_>]) {
        let of = |(place, &(_, item)): (usize, &(Option<Date>, u32))| {
            let names = names::rarest(&tellings[item as usize], RARE_WORDS);
            names.into_iter().map(move |name| (u64::from(name), narrow(place)))
        };
        let mut named: Vec<Keyed> = self.order.iter().enumerate().flat_map(of).collect();
        named.sort_unstable();
        for block in named.chunk_by(|a, b| a.0 == b.0).filter(|block| (2..=MOST_NAMED).contains(&block.len())) {
            self.push(block, MOST_NAMED, true);
        }
    }

    /// Adds a block, in parts where it is too dense.
    fn add(&mut self, block: &[Keyed], tellings: &[Telling<'_>], rarity: &Rarity<'_>) {
        if !self.is_dense(block) {
            return self.push(block, NEIGHBOURS, false);
        }
        let of_words = |&(_, place): &Keyed| {
            let context = &tellings[self.order[place as usize].1 as usize].context;
            rarity.keys(context, RARE_WORDS).into_iter().map(move |word| (u64::from(word), place))
        };
        let mut parts: Vec<Keyed> = block.iter().flat_map(of_words).collect();
        parts.sort_unstable();
        for part in parts.chunk_by(|a, b| a.0 == b.0) {
            self.push(part, NEIGHBOURS_IN_PART, false);
        }
    }

    fn push(&mut self, block: &[Keyed], most: usize, timeless: bool) {
        let (start, end) = (self.members.len(), self.members.len() + block.len());
        self.members.extend(block.iter().map(|&(_, place)| place));
        let stand = |(at, &(_, place)): (usize, &Keyed)| Stand {
            place,
            from: narrow(start + at + 1),
            to: narrow(end),
            most: narrow(most),
            timeless,
        };
        self.stands.extend(block.iter().enumerate().map(stand));
    }

    /// Puts the stands in the order of their items.
    fn settle(&mut self) {
        self.stands.par_sort_by_key(|stand| stand.place);
        let begins = |place: usize| self.stands.partition_point(|stand| (stand.place as usize) < place);
        self.begins = (0..=self.order.len()).map(begins).collect();
    }

    /// Whether an item has more neighbours than may be compared.
    fn is_dense(&self, block: &[Keyed]) -> bool {
        let day = |&(_, place): &Keyed| self.order[place as usize].0;
        let far = |at: usize| block.get(at + NEIGHBOURS + 1);
        (0..block.len()).any(|at| far(at).is_some_and(|other| close(day(&block[at]), day(other))))
    }

    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// The item at a place in the order of days.
    pub(super) fn item(&self, place: usize) -> usize {
        self.order[place].1 as usize
    }

    /// What the item at a place is compared with: those after it that share a block and lie close in time. Tellings of one article
    /// are never compared: what an article keeps apart stays apart.
    pub(super) fn near(&self, place: usize, tellings: &[Telling<'_>]) -> Near {
        let (day, item) = self.order[place];
        let own = |other: u32| std::ptr::eq(tellings[item as usize].extract, tellings[other as usize].extract);
        let mut near = Near::default();
        for stand in &self.stands[self.begins[place]..self.begins[place + 1]] {
            let after = &self.members[stand.from as usize..stand.to as usize];
            let mut after = after.iter().map(|&other| self.order[other as usize]);
            let near_in_time = |&(other, _): &(Option<Date>, u32)| stand.timeless || close(day, other);
            let mut close = after.by_ref().take_while(near_in_time).map(|(_, other)| other);
            let compared = close.by_ref().take(stand.most as usize);
            near.items.extend(compared.filter(|&other| !own(other)).map(|other| other as usize));
            near.crowded |= close.next().is_some();
        }
        near.items.sort_unstable();
        near.items.dedup();
        near
    }
}

/// A place in a list; four billion of them are more than any memory holds.
pub(super) fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Whether two days may belong to one event; without a day anything may.
fn close(a: Option<Date>, b: Option<Date>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => days_between(a, b) <= 2 * FIGURE_DAYS,
        _ => true,
    }
}

/// The hashes of a telling's keys, sorted.
fn keys(telling: &Telling<'_>, rarity: &Rarity<'_>, by_story: bool) -> Vec<u64> {
    let event = telling.event;
    let story = telling.extract.article.story.as_deref().filter(|_| by_story).unwrap_or("");
    let hash = |key: &str| {
        let mut hasher = FxHasher::default();
        (&event.kind, story, key).hash(&mut hasher);
        hasher.finish()
    };
    let mut keys: Vec<u64> = if event.utterance {
        utterances::keys(event).iter().map(|key| hash(key)).collect()
    } else {
        let words = rarity.keys(&telling.context, RARE_WORDS).into_iter().map(|word| hash(&format!("\u{1e}{word}")));
        told(event, by_story).into_iter().map(hash).chain(words).collect()
    };
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The day that places a telling in time.
fn day(telling: &Telling<'_>) -> Option<Date> {
    let event = telling.event;
    if event.utterance {
        return None;
    }
    let published = telling.day().filter(|_| !event.background);
    // "In 2013" in an article of July 2013 is no first of January.
    let around = |date: &DateSpan| {
        date.precision() != Precision::Day && published.is_some_and(|day| date.overlaps(&DateSpan::day(day), 0))
    };
    let named = event.date.filter(|date| !event.cumulative && !around(date)).map(|date| date.first());
    named.or(published).filter(|_| event.matter.is_none() && !event.aftermath)
}

/// The keys of an article-event: participants, places, names that are no common words. Inside one story everything may meet.
fn told(event: &ArticleEvent, by_story: bool) -> BTreeSet<&str> {
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
