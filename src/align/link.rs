//! Linking: article-events of several articles become events, inside blocks that share a key.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Extract, ValueKind};
use crate::lexicon::Lexicon;
use crate::rule::{Rule, RuleSet, ScopeField};
use crate::value::{DateSpan, Precision};

use super::blocks::{self, Item};
use super::cluster::{Tie, cluster};
use super::compare::{Comparison, Telling, compare_events};
use super::rarity::{Context, Rarity};
use super::weights::{NEAR_MISS, PUBLISHED_TOGETHER, THRESHOLD, probability};
use super::{Event, Linked, NearMiss, Obstacle, utterances};

/// The most members of a cluster whose every pair is compared.
const MOST_COMPLETED: usize = 120;

/// Links the article-events of all extracts. Stories are kept apart where `by_story` says so.
pub fn link(extracts: &[Extract], rules: &RuleSet, lexicon: &Lexicon, by_story: bool) -> Linked {
    let (personal, items): (Vec<Item>, Vec<Item>) =
        items(extracts).into_iter().partition(|item| is_personal(&extracts[item.extract], item.event));
    let rarity = Rarity::of(extracts, lexicon);
    let tellings: Vec<Telling<'_>> = items.iter().map(|&item| telling(extracts, item, rules, &rarity)).collect();
    let blocked = blocks::pairs(&tellings, &rarity, by_story);
    let mut linked = Linked { crowded: blocked.crowded.len(), ..Linked::default() };
    let mut ties = BTreeMap::new();
    let mut undated: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (a, b) in blocked.pairs {
        let comparison = compare_events(&tellings[a], &tellings[b], lexicon);
        if comparison.undated && would_link(&comparison) {
            undated.entry(a).or_default().push(b);
            undated.entry(b).or_default().push(a);
        }
        linked.note(items[a], items[b], &comparison);
        ties.insert((a, b), if comparison.forbidden { Tie::Forbidden } else { Tie::Weight(comparison.sum()) });
    }
    let clusters = settled(cluster(items.len(), &ties, bar()), &mut ties, &tellings, lexicon);
    linked.events = events(extracts, &items, &clusters, &ties);
    linked.events.extend(of_matters(extracts, &personal, by_story));
    linked.unresolved = unresolved(extracts, &items, &undated);
    linked
}

/// The sum of weights from which two tellings are one event.
fn bar() -> f64 {
    (THRESHOLD / (1.0 - THRESHOLD)).log2()
}

/// The clusters once the pairs inside them that no block brought together are compared too: a telling that speaks of two towns must
/// not make their events one. Very large clusters are left as they are.
fn settled(
    clusters: Vec<Vec<usize>>,
    ties: &mut BTreeMap<(usize, usize), Tie>,
    tellings: &[Telling<'_>],
    lexicon: &Lexicon,
) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    for members in clusters {
        let told = |&(a, b): &(usize, usize)| compare_events(&tellings[a], &tellings[b], lexicon).forbidden;
        let apart: Vec<(usize, usize)> = unknown_pairs(&members, ties, tellings).into_iter().filter(told).collect();
        if apart.is_empty() {
            found.push(members);
            continue;
        }
        ties.extend(apart.into_iter().map(|pair| (pair, Tie::Forbidden)));
        let parts = cluster(members.len(), &among(&members, ties), bar());
        found.extend(parts.into_iter().map(|part| part.into_iter().map(|at| members[at]).collect()));
    }
    found.sort();
    found
}

/// The pairs of a cluster of at least three that were not compared; none of remarks.
fn unknown_pairs(
    members: &[usize],
    ties: &BTreeMap<(usize, usize), Tie>,
    tellings: &[Telling<'_>],
) -> Vec<(usize, usize)> {
    if !(3..=MOST_COMPLETED).contains(&members.len()) || tellings[members[0]].event.utterance {
        return Vec::new();
    }
    let pairs = members.iter().enumerate().flat_map(|(at, &a)| members[at + 1..].iter().map(move |&b| (a, b)));
    pairs.filter(|pair| !ties.contains_key(pair)).collect()
}

/// The ties among some items, by their places in the list.
fn among(members: &[usize], ties: &BTreeMap<(usize, usize), Tie>) -> BTreeMap<(usize, usize), Tie> {
    let mut own = BTreeMap::new();
    for (x, &a) in members.iter().enumerate() {
        for (y, &b) in members.iter().enumerate().skip(x + 1) {
            own.extend(ties.get(&(a, b)).map(|&tie| ((x, y), tie)));
        }
    }
    own
}

/// One side of a comparison, for [`compare_events`].
pub fn telling<'a>(extracts: &'a [Extract], item: Item, rules: &RuleSet, rarity: &Rarity<'_>) -> Telling<'a> {
    let (extract, event) = (&extracts[item.extract], &extracts[item.extract].events[item.event]);
    let rule_of = |claim: &usize| rules.rules().iter().find(|rule| *rule.id() == *extract.claims[*claim].rule);
    let needed =
        |claim| rule_of(claim).and_then(|rule| rule.scope(ScopeField::Participants)).map_or(1, |scope| scope.min);
    let min_participants = event.claims.iter().map(needed).max().unwrap_or(1).max(1);
    let dated = |rule: &Rule| rule.compare().needs.contains(&ScopeField::Date) || !is_told_apart(rule.kind());
    let needs_date = event.claims.iter().filter_map(rule_of).any(dated);
    let context = if event.utterance || event.matter.is_some() { Context::default() } else { rarity.context(event) };
    Telling { extract, event, min_participants, needs_date, context }
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

/// Whether two tellings would be one event if only their dates were known to fit.
fn would_link(comparison: &Comparison) -> bool {
    let others = comparison.steps.iter().filter(|step| step.name != "date");
    let sum: f64 = others.clone().filter_map(|step| step.weight).sum();
    others.clone().all(|step| !step.forbids) && probability(sum + PUBLISHED_TOGETHER) >= THRESHOLD
}

/// The clusters as events, with stable ids.
fn events(
    extracts: &[Extract],
    items: &[Item],
    clusters: &[Vec<usize>],
    ties: &BTreeMap<(usize, usize), Tie>,
) -> Vec<Event> {
    let mut seen = BTreeMap::new();
    let event = |members: &Vec<usize>| {
        let mut event = event(extracts, &members.iter().map(|&m| items[m]).collect::<Vec<_>>());
        event.weakest = weakest(members, ties);
        let count = seen.entry(event.id.clone()).and_modify(|count| *count += 1).or_insert(0_u32);
        if *count > 0 {
            event.id = crate::claim::stable_id(&format!("{}\u{1f}{count}", event.id));
        }
        event
    };
    clusters.iter().map(event).collect()
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

/// The probability of the weakest pair that a cluster holds.
fn weakest(members: &[usize], ties: &BTreeMap<(usize, usize), Tie>) -> Option<f64> {
    let pairs = members.iter().enumerate().flat_map(|(i, &a)| members[i + 1..].iter().map(move |&b| (a, b)));
    let weight = |pair| match ties.get(&pair) {
        Some(Tie::Weight(sum)) => probability(*sum),
        _ => probability(0.0),
    };
    pairs.map(weight).min_by(f64::total_cmp)
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

impl Linked {
    /// Remembers what kept a pair apart, where that is worth telling.
    fn note(&mut self, a: Item, b: Item, comparison: &Comparison) {
        let pair = ((a.extract, a.event), (b.extract, b.event));
        let alike = comparison.steps.iter().filter_map(|step| step.weight).sum::<f64>() + PUBLISHED_TOGETHER >= 0.0;
        if let Some(step) = comparison.obstacle().filter(|_| alike) {
            self.obstacles.push(Obstacle { pair, step: step.clone() });
        } else if (NEAR_MISS..THRESHOLD).contains(&comparison.probability()) {
            self.near_misses.push(NearMiss { pair, probability: comparison.probability() });
        }
    }
}
