//! The sentences of a finding: its subject and its reasons, for people.

use std::collections::BTreeMap;

use crate::align::{ClaimAt, Event, Group};
use crate::article::Span;
use crate::claim::{Claim, Value, ValueKind};
use crate::rule::Rule;
use crate::utterance::{Change, Sense};

use super::finding::Class;
use super::judge::Bench;
use super::people;
use super::relation::quote;
use super::slip;
use super::starts;
use super::{tallies, tally};

/// What a finding is about: the rule's words, then party, subgroup, stage, participants, place and date where known.
pub(super) fn subject(rule: &Rule, event: &Event, group: &Group, bench: &Bench<'_>) -> String {
    let slot = &group.slot;
    let mut parts = vec![rule.id().replace('-', " ")];
    parts.extend(slot.party.iter().map(|key| bench.lexicon.shown(key).to_owned()));
    parts.extend(slot.subgroup.iter().cloned());
    parts.extend(slot.stage.iter().cloned());
    parts.extend(slot.cumulative.then(|| "running total".to_owned()));
    let names = names(group, bench);
    if !names.is_empty() {
        parts.push(names.join(", "));
    }
    parts.extend(event.place.iter().map(|key| bench.lexicon.shown(key).to_owned()));
    parts.extend(event.date.map(|date| date.to_string()));
    parts.join(" · ")
}

/// The participants that at least half of the claims name, as shown, at most four.
fn names(group: &Group, bench: &Bench<'_>) -> Vec<String> {
    let named = || group.claims.iter().flat_map(|&at| &bench.claim(at).scope.participants).map(|named| &named.value);
    let mut counts: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for participant in named() {
        counts.entry(&participant.key).or_insert((0, &participant.name)).0 += 1;
    }
    let often = counts.into_values().filter(|(count, _)| count * 2 >= group.claims.len());
    often.map(|(_, name)| name.to_owned()).take(4).collect()
}

/// The sentence for two claims and the class that they show.
pub(super) fn pair(code: Class, x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> String {
    let (x, y) = if bench.day(y) < bench.day(x) { (y, x) } else { (x, y) };
    if let Some(told) = starts::pair(code, x, y, bench) {
        return told;
    }
    if let Some(told) = people::pair(code, x, y, bench) {
        return told;
    }
    if let Some(told) = tally::pair(code, x, y, bench) {
        return told;
    }
    if let (Value::Tally(mine), Value::Tally(theirs)) = (&bench.claim(x).value, &bench.claim(y).value) {
        return tallies::pair(code, (mine, bench.outlet(x)), (theirs, bench.outlet(y)));
    }
    let said = |at: ClaimAt| format!("“{}” ({})", bench.claim(at).text, bench.outlet(at));
    let (a, b) = (said(x), said(y));
    if bench.claim(x).kind == ValueKind::Quote {
        return words(code, x, y, bench);
    }
    match code {
        Class::B1 => format!("{a} and {b} are the same figure"),
        Class::B2 => format!("{a} and {b} are the same after conversion"),
        Class::B3 => format!("{a} and {b} are the same after rounding"),
        Class::B4 => match bench.company.fuller(x).or_else(|| bench.company.fuller(y)) {
            Some(fuller) => {
                format!("{a} and {b} are compatible: a headline, whose text says “{}”", bench.claim(fuller).text)
            }
            None => format!("{a} and {b} are compatible: the bound or range of one holds the other"),
        },
        Class::C1 | Class::C2 if x.0 != y.0 && bench.source(x.0) == bench.source(y.0) => {
            format!("{a} and {b}: one source, which later gives another figure")
        }
        Class::C1 => format!("{a} and {b}: the later figure is higher and supersedes the earlier"),
        Class::C2 => format!("{a} and {b}: the later figure is lower, a revision"),
        Class::C3 => format!("{a} and {b} differ by less than the rule's tolerance"),
        Class::C4 => format!("{a} and {b}: a vague word that may mean the number"),
        Class::C5 => format!("{a} and {b} are compatible only as a bare bound"),
        Class::D1 if slip::is_swapped(x, y, bench) => {
            format!("{a} and {b} cannot both be right; their digits are the same in another order")
        }
        Class::D2 => format!("{a} and {b} are contested: {} and {}", party(x, bench), party(y, bench)),
        Class::D4 => format!("{a} and {b} differ by a factor of {}: a slip of unit or magnitude", factor(x, y, bench)),
        Class::D5 => format!("{a} and {b} are not the same"),
        Class::D6 => format!("{a} and {b}: asserted by one, denied by the other"),
        Class::D7 => format!("{a} and {b} stand in one article and cannot both be right"),
        Class::D8 => format!("{a} and {b}: one figure was changed in a copy"),
        _ => format!("{a} and {b} cannot both be right"),
    }
}

/// The sentence for two quotations: what became of the words.
fn words(code: Class, x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> String {
    let (first, second) = (bench.claim(x), bench.claim(y));
    let (a, b) = (bench.outlet(x), bench.outlet(y));
    let likeness = quote::likeness(first, second, bench.lexicon);
    let part = |claim: &Claim, span: Span| span.text(&claim.text).to_owned();
    match likeness.sense {
        Sense::Same => format!("{a} and {b} give the same words"),
        Sense::Trimmed if first.text.len() > second.text.len() => format!("{b} leaves out words that {a} gives"),
        Sense::Trimmed => format!("{a} leaves out words that {b} gives"),
        _ if likeness.changes.is_empty() => {
            let listed = |claim: &Claim, spans: &[Span]| {
                let words: Vec<String> = spans.iter().map(|&span| format!("“{}”", part(claim, span))).collect();
                if words.is_empty() { "no other words".to_owned() } else { words.join(", ") }
            };
            let [mine, theirs] = &likeness.differing;
            format!(
                "other words, alike in sense as far as synonyms tell: {} ({a}); {} ({b})",
                listed(first, mine),
                listed(second, theirs)
            )
        }
        _ => {
            let told = |change: &Change| match (change.from, change.to) {
                (Some(from), Some(to)) => format!("“{}” became “{}”", part(first, from), part(second, to)),
                (Some(from), None) => format!("“{}” ({a}) is missing in {b}", part(first, from)),
                (None, Some(to)) => format!("“{}” ({b}) is missing in {a}", part(second, to)),
                (None, None) => String::new(),
            };
            let changes: Vec<String> = likeness.changes.iter().map(told).collect();
            let where_ = if code == Class::D7 { "inside one article" } else { "between {a} and {b}" };
            format!("{}: {}", changes.join(", "), where_.replace("{a}", a).replace("{b}", b))
        }
    }
}

/// The party that a claim's speaker speaks for, as shown: "Ukraine says one thing".
fn party(at: ClaimAt, bench: &Bench<'_>) -> String {
    format!("{} speaks in {}", slip::side(at, bench).unwrap_or("an unnamed party"), bench.outlet(at))
}

/// The factor of a slip, as shown.
fn factor(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> String {
    slip::factor(x, y, bench).map(|factor| factor.to_string()).unwrap_or_default()
}
