//! Linking: article-events of several articles become events, inside blocks that share a key.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::claim::{Extract, ValueKind};
use crate::lexicon::Lexicon;
use crate::rule::{Rule, RuleSet, ScopeField};
use crate::value::{DateSpan, Precision};

use super::blocks::{Blocks, Item, narrow};
use super::cluster::{FORBIDDEN, Tie};
use super::compare::{Comparison, OwnDay, Telling, compare, side};
use super::components::{self, Components, Ties};
use super::keys::Keys;
use super::places::Site;
use super::rarity::{Context, Rarity};
use super::teller::Teller;
use super::weights::{LEAST_TIE, NEAR_MISS, PUBLISHED_TOGETHER, THRESHOLD, probability};
use super::{Event, Linked, NearMiss, Obstacle, utterances};

/// How many pairs that something forbids are kept of a telling: as many as are listed of a claim.
const MOST_OBSTACLES: u32 = 12;

/// Links the article-events of all extracts. Stories are kept apart where `by_story` says so.
pub fn link(extracts: &[Extract], rules: &RuleSet, lexicon: &Lexicon, by_story: bool) -> Linked {
    let (personal, items): (Vec<Item>, Vec<Item>) =
        items(extracts).into_iter().partition(|item| is_personal(&extracts[item.extract], item.event));
    let rarity = Rarity::of(extracts, lexicon);
    let tellings: Vec<Telling<'_>> = items.par_iter().map(|&item| telling(extracts, item, rules, &rarity)).collect();
    let blocks = Blocks::of(&tellings, &rarity, by_story);
    let pile = Pile { blocks, days: tellings.iter().map(OwnDay::of).collect(), tellings, lexicon };
    let compared: Vec<Compared> = (0..pile.blocks.len()).into_par_iter().map(|place| pile.compared(place)).collect();
    let mut linked = Linked { crowded: compared.iter().filter(|one| one.crowded).count(), ..Linked::default() };
    linked.obstacles = pile.obstacles(&compared, &items);
    linked.near_misses = near_misses(&compared, &items);
    linked.unresolved = unresolved(extracts, &items, &lacking_dates(&compared));
    let good = compared.into_iter().map(|one| (one.item, one.ties));
    let components = Components::of(items.len(), good);
    let ties = (0..pile.blocks.len()).into_par_iter().map(|place| pile.inside(place, &components)).collect();
    let clusters = components.clusters(ties, &pile.tellings, lexicon);
    linked.events = events(extracts, &items, clusters);
    linked.events.extend(of_matters(extracts, &personal, by_story));
    linked
}

/// All that is linked, with what tells in one look that two tellings are of other days.
struct Pile<'p, 'a> {
    blocks: Blocks,
    tellings: Vec<Telling<'a>>,
    days: Vec<OwnDay>,
    lexicon: &'p Lexicon,
}

impl Pile<'_, '_> {
    /// Compares an item with all that come after it in its blocks. Those that only their days keep apart are told up to a number: in
    /// a large pile they are nearly all.
    fn compared(&self, place: usize) -> Compared {
        let (item, near) = (self.blocks.item(place), self.blocks.near(place, &self.tellings));
        let mut compared = Compared { item, crowded: near.crowded, ..Compared::default() };
        for other in near.items {
            let told = compared.kept_apart.len() >= MOST_OBSTACLES as usize;
            if !(told && self.days[item].is_apart(self.days[other])) {
                compared.note(other, &self.compare(item, other, Teller::SILENT));
            }
        }
        compared
    }

    fn compare(&self, a: usize, b: usize, teller: Teller) -> Comparison {
        compare(&self.tellings[a], &self.tellings[b], self.lexicon, teller)
    }

    /// The ties of an item to those of its blocks that stand in its component: what others say of it never matters, and it would be
    /// most of what linking keeps.
    #[allow(clippy::cast_possible_truncation, reason = "sums of weights are small numbers")]
    fn inside(&self, place: usize, components: &Components) -> (usize, Ties) {
        let item = self.blocks.item(place);
        if components.is_single(item) {
            return (item, Ties::new());
        }
        let near = self.blocks.near(place, &self.tellings).items.into_iter();
        let tie = |other: usize| {
            let comparison = self.compare(item, other, Teller::SILENT);
            let tie = if comparison.forbidden { FORBIDDEN } else { comparison.sum().max(LEAST_TIE) as Tie };
            (narrow(other), tie)
        };
        (item, near.filter(|&other| components.holds_both(item, other)).map(tie).collect())
    }

    /// What keeps pairs of one block apart, in the order of the pairs; of a telling that is kept apart from many only the first.
    fn obstacles(&self, compared: &[Compared], items: &[Item]) -> Vec<Obstacle> {
        let mut pairs: Vec<(usize, usize)> = compared.iter().flat_map(|one| one.pairs(&one.kept_apart)).collect();
        pairs.par_sort_unstable();
        let mut counts = vec![0_u32; items.len()];
        pairs.retain(|&(a, b)| {
            let kept = counts[a] < MOST_OBSTACLES || counts[b] < MOST_OBSTACLES;
            counts[a] += u32::from(kept);
            counts[b] += u32::from(kept);
            kept
        });
        let told = |&(a, b): &(usize, usize)| {
            let told = self.compare(a, b, Teller::ALOUD);
            Some(Obstacle { pair: (at(items[a]), at(items[b])), step: told.obstacle()?.clone() })
        };
        pairs.par_iter().filter_map(told).collect()
    }
}

/// What came of comparing an item with all that come after it in its blocks.
#[derive(Debug, Default)]
struct Compared {
    item: usize,
    /// The other items that a good tie leads to.
    ties: Vec<u32>,
    /// Those from which a step keeps it apart, where that is worth telling.
    kept_apart: Vec<usize>,
    /// Those that it missed by little.
    missed: Vec<(usize, f64)>,
    /// Those that would be one event with it if their dates were known to fit.
    undated: Vec<usize>,
    crowded: bool,
}

impl Compared {
    fn note(&mut self, other: usize, comparison: &Comparison) {
        let sum = comparison.sum();
        if comparison.undated && comparison.would_link_but_for_date() {
            self.undated.push(other);
        }
        if comparison.forbidden && sum + PUBLISHED_TOGETHER >= 0.0 {
            self.kept_apart.push(other);
        } else if (NEAR_MISS..THRESHOLD).contains(&comparison.probability()) {
            self.missed.push((other, comparison.probability()));
        }
        if !comparison.forbidden && sum >= components::bar() {
            self.ties.push(narrow(other));
        }
    }

    /// Pairs of the item with others, the lower one first.
    fn pairs<'c>(&self, others: &'c [usize]) -> impl Iterator<Item = (usize, usize)> + 'c {
        let item = self.item;
        others.iter().map(move |&other| (item.min(other), item.max(other)))
    }
}

/// The pairs that missed the threshold by little, in their order.
fn near_misses(compared: &[Compared], items: &[Item]) -> Vec<NearMiss> {
    let of = |one: &Compared| {
        let pair = |&(other, probability): &(usize, f64)| ((one.item.min(other), one.item.max(other)), probability);
        one.missed.iter().map(pair).collect::<Vec<_>>()
    };
    let mut missed: Vec<((usize, usize), f64)> = compared.iter().flat_map(of).collect();
    missed.sort_unstable_by_key(|&(pair, _)| pair);
    let near = |((a, b), probability)| NearMiss { pair: (at(items[a]), at(items[b])), probability };
    missed.into_iter().map(near).collect()
}

/// By item, those that would be one event with it if their dates were known.
fn lacking_dates(compared: &[Compared]) -> BTreeMap<usize, Vec<usize>> {
    let mut undated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (a, b) in compared.iter().flat_map(|one| one.pairs(&one.undated)) {
        undated.entry(a).or_default().push(b);
        undated.entry(b).or_default().push(a);
    }
    undated
}

fn at(item: Item) -> (usize, usize) {
    (item.extract, item.event)
}

/// One side of a comparison, for [`compare_events`](super::compare_events).
pub fn telling<'a>(extracts: &'a [Extract], item: Item, rules: &RuleSet, rarity: &Rarity<'_>) -> Telling<'a> {
    let (extract, event) = (&extracts[item.extract], &extracts[item.extract].events[item.event]);
    let rule_of = |claim: &usize| rules.get(&extract.claims[*claim].rule);
    let needed =
        |claim| rule_of(claim).and_then(|rule| rule.scope(ScopeField::Participants)).map_or(1, |scope| scope.min);
    let min_participants = event.claims.iter().map(needed).max().unwrap_or(1).max(1);
    let dated = |rule: &Rule| rule.compare().needs.contains(&ScopeField::Date) || !is_told_apart(rule.kind());
    let needs_date = event.claims.iter().filter_map(rule_of).any(dated);
    let context = if event.utterance || event.matter.is_some() { Context::default() } else { rarity.context(event) };
    let (counted, names) = (side(extract, event), rarity.names.told(extract, event, rarity.lexicon));
    let site = Site::of(event, rarity);
    let keys = Keys::of(event);
    Telling { extract, event, min_participants, needs_date, context, site, side: counted, keys, names }
}

/// Values that are told apart by who they belong to rather than by their day.
fn is_told_apart(kind: ValueKind) -> bool {
    matches!(kind, ValueKind::Quote | ValueKind::Role | ValueKind::Person)
}

/// Whether what an article tells belongs to a person, whatever the day: an office, the spelling of a name.
fn is_personal(extract: &Extract, event: usize) -> bool {
    let told = &extract.events[event];
    told.matter.is_some() && told.claims.iter().all(|&claim| extract.claims[claim].kind.is_personal())
}

/// One event for each person: nothing is compared, since nothing but the matter decides.
fn of_matters(extracts: &[Extract], items: &[Item], by_story: bool) -> Vec<Event> {
    let mut matters: BTreeMap<(&str, &str, &str), Vec<Item>> = BTreeMap::new();
    for item in items {
        let extract = &extracts[item.extract];
        let event = &extract.events[item.event];
        let story = extract.article.story.as_deref().filter(|_| by_story).unwrap_or("");
        matters.entry((&event.kind, event.matter.as_deref().unwrap_or(""), story)).or_default().push(*item);
    }
    let one = |((_, matter, story), members): (&(&str, &str, &str), &Vec<Item>)| {
        let mut event = event(extracts, members);
        event.id = crate::claim::stable_id(&format!("{}\u{1f}{matter}\u{1f}{story}", event.kind));
        event
    };
    matters.iter().map(one).collect()
}

/// Every article-event, in order.
fn items(extracts: &[Extract]) -> Vec<Item> {
    let of = |(extract, record): (usize, &Extract)| {
        (0..record.events.len()).map(move |event| Item { extract, event }).collect::<Vec<_>>()
    };
    extracts.iter().enumerate().flat_map(of).collect()
}

/// The clusters as events, with stable ids.
fn events(extracts: &[Extract], items: &[Item], clusters: Vec<components::Cluster>) -> Vec<Event> {
    let one = |cluster: components::Cluster| {
        let members: Vec<Item> = cluster.members.iter().map(|&member| items[member]).collect();
        Event { weakest: cluster.weakest.map(|weight| probability(weight.into())), ..event(extracts, &members) }
    };
    let mut events: Vec<Event> = clusters.into_par_iter().map(one).collect();
    let mut seen = BTreeMap::new();
    for event in &mut events {
        let count = seen.entry(event.id.clone()).and_modify(|count| *count += 1).or_insert(0_u32);
        if *count > 0 {
            event.id = crate::claim::stable_id(&format!("{}\u{1f}{count}", event.id));
        }
    }
    events
}

/// One event from its members: their pooled evidence.
fn event(extracts: &[Extract], members: &[Item]) -> Event {
    let told = || members.iter().map(|item| &extracts[item.extract].events[item.event]);
    let participants: BTreeSet<String> = told().flat_map(|event| event.participants.iter().cloned()).collect();
    let place = most_named(told().flat_map(|event| event.places.iter()));
    let date = most_told(told().filter_map(|event| event.date));
    let kind = told().next().map(|event| event.kind.clone()).unwrap_or_default();
    let words = members.first().and_then(|item| {
        let extract = &extracts[item.extract];
        utterances::quotation(extract, &extract.events[item.event]).map(|claim| format!("\u{1f}{}", claim.id))
    });
    let about = format!(
        "{kind}\u{1f}{}\u{1f}{}\u{1f}{}",
        participants.iter().cloned().collect::<Vec<_>>().join("\u{1e}"),
        place.as_deref().unwrap_or(""),
        date.map(|d| d.to_string()).unwrap_or_default() + &words.unwrap_or_default()
    );
    Event {
        id: crate::claim::stable_id(&about),
        kind,
        participants: participants.into_iter().collect(),
        place,
        date,
        members: members.iter().map(|item| (item.extract, item.event)).collect(),
        weakest: None,
    }
}

/// The date that most tellings give, of the finest precision, the earliest where they tie.
fn most_told(dates: impl Iterator<Item = DateSpan>) -> Option<DateSpan> {
    let mut counts: BTreeMap<(Precision, DateSpan), usize> = BTreeMap::new();
    for date in dates {
        *counts.entry((date.precision(), date)).or_default() += 1;
    }
    counts
        .into_iter()
        .min_by_key(|((precision, date), count)| (*precision, Reverse(*count), *date))
        .map(|((_, date), _)| date)
}

/// The place that most tellings name, the more specific first where they tie: towns before countries.
fn most_named<'a>(places: impl Iterator<Item = &'a String>) -> Option<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for place in places {
        *counts.entry(place).or_default() += 1;
    }
    let rank = |(place, count): &(&String, usize)| (!place.starts_with("country:"), *count, Reverse((*place).clone()));
    counts.into_iter().max_by_key(rank).map(|(place, _)| place.clone())
}

/// For each telling without a date that would fit others: an event that cannot be resolved.
fn unresolved(extracts: &[Extract], items: &[Item], undated: &BTreeMap<usize, Vec<usize>>) -> Vec<Event> {
    let star =
        |item: usize| -> BTreeSet<usize> { undated.get(&item).into_iter().flatten().copied().chain([item]).collect() };
    // A group inside another of its own members says nothing more.
    let told_better = |own: &BTreeSet<usize>| {
        own.iter().map(|&member| star(member)).any(|other| own.len() < other.len() && own.is_subset(&other))
    };
    let groups: BTreeSet<BTreeSet<usize>> =
        undated.keys().map(|&item| star(item)).filter(|own| !told_better(own)).collect();
    groups.iter().map(|members| event(extracts, &members.iter().map(|&m| items[m]).collect::<Vec<_>>())).collect()
}
