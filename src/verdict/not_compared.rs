//! Pairs that look alike but were not compared, with what holds them apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::align::{ClaimAt, Difference, EventPair, Group, Linked, apart};
use crate::claim::{ArticleEvent, Extract};

use super::finding::{Class, NotCompared};
use super::judge::Bench;

/// How many such pairs a finding lists; the nearest slots come first.
const MOST: usize = 12;

/// By claim: the pairs of other slots and other events that it was not compared with.
pub(super) type Apart = BTreeMap<ClaimAt, Vec<NotCompared>>;

/// Notes the pairs of groups of one event and rule.
pub(super) fn slots(groups: &[Group], bench: &Bench<'_>, found: &mut Apart) {
    for (index, a) in groups.iter().enumerate() {
        for b in groups[index + 1..].iter().filter(|b| b.rule == a.rule) {
            let (Some(&x), Some(&y), Some(&difference)) =
                (a.claims.first(), b.claims.first(), apart(&a.slot, &b.slot).first())
            else {
                continue;
            };
            note(found, x, y, class(difference), &wording(difference).into(), bench);
        }
    }
}

/// Notes that the figures of other strands of a slot are not set against those that stand for their articles.
pub(super) fn strands(strands: &[Group], bench: &Bench<'_>, found: &mut Apart) {
    let Some((main, others)) = strands.split_first() else { return };
    let text = "another figure of the same telling: a part, an earlier count or another sum".into();
    for other in others {
        let Some(&x) = main.claims.first() else { return };
        for &y in &other.claims {
            note(found, x, y, Class::A3, &text, bench);
        }
    }
}

/// Notes the pairs of events that a step kept apart, and what one article keeps apart itself.
pub(super) fn events(linked: &Linked, bench: &Bench<'_>, found: &mut Apart) {
    for obstacle in &linked.obstacles {
        let text = format!("not one event: {}", obstacle.step.found).into();
        pair(obstacle.pair, &text, bench, found);
    }
    let recalls = "one of them is only recalled, or a running total".into();
    for (extract, record) in bench.extracts.iter().enumerate() {
        for (a, b) in recalled(record) {
            pair(((extract, a), (extract, b)), &recalls, bench, found);
        }
    }
}

/// Pairs of article-events of one kind in one article of which one is recalled.
fn recalled(record: &Extract) -> Vec<(usize, usize)> {
    let events = &record.events;
    let mut pairs = Vec::new();
    for (index, a) in events.iter().enumerate() {
        let others = (index + 1..events.len()).filter(|&other| is_apart(a, &events[other]));
        pairs.extend(others.map(|other| (index, other)));
    }
    pairs
}

/// Whether one article tells two events of one kind apart: one is recalled, or a running total.
fn is_apart(a: &ArticleEvent, b: &ArticleEvent) -> bool {
    a.kind == b.kind && (a.background != b.background || a.cumulative != b.cumulative)
}

/// Notes the first claims of each rule that two events share.
fn pair(events: EventPair, text: &Arc<str>, bench: &Bench<'_>, found: &mut Apart) {
    let told = |(extract, event): (usize, usize)| &bench.extracts[extract].events[event];
    let (a, b) = (told(events.0), told(events.1));
    let code = match (a.cumulative != b.cumulative, a.background || b.background) {
        (true, _) => Class::A4,
        (_, true) => Class::A6,
        _ => Class::A1,
    };
    for &x in &a.claims {
        let x = (events.0.0, x);
        let other = b.claims.iter().map(|&y| (events.1.0, y)).find(|&y| bench.claim(x).rule == bench.claim(y).rule);
        if let Some(y) = other {
            note(found, x, y, code, text, bench);
        }
    }
}

fn note(found: &mut Apart, x: ClaimAt, y: ClaimAt, class: Class, text: &Arc<str>, bench: &Bench<'_>) {
    let claims = [bench.claim(x).id.clone(), bench.claim(y).id.clone()];
    let entry = NotCompared { claims, class, text: text.clone() };
    for at in [x, y] {
        let list = found.entry(at).or_default();
        if list.len() < MOST && !list.contains(&entry) {
            list.reserve_exact(1);
            list.push(entry.clone());
        }
    }
}

/// The class of a difference between slots.
fn class(difference: Difference) -> Class {
    match difference {
        Difference::Party => Class::A2,
        Difference::Subgroup | Difference::Unit => Class::A3,
        Difference::Scope => Class::A4,
        Difference::Stage => Class::A5,
        Difference::Polarity => Class::A7,
    }
}

fn wording(difference: Difference) -> &'static str {
    match difference {
        Difference::Unit => "another currency or unit",
        Difference::Party => "another side is counted",
        Difference::Subgroup => "another part of the whole is counted",
        Difference::Scope => "another place, or a running total against a single figure",
        Difference::Stage => "another stage",
        Difference::Polarity => "one is asserted, the other only imagined",
    }
}
