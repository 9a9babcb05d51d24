//! Slots: inside one event, the claims of one rule and one scope form a group. Other slots are other facts.

use std::collections::BTreeMap;

use crate::claim::{Claim, Extract, Polarity, Value, ValueKind, is_not_yet};
use crate::rule::{Rule, RuleSet, ScopeField};

use super::Event;

/// What of an event a figure is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The side that is counted.
    pub party: Option<String>,
    /// The part of the whole.
    pub subgroup: Option<String>,
    /// The stage.
    pub stage: Option<String>,
    /// Whether it is a running total.
    pub cumulative: bool,
    /// Whether it is only imagined.
    pub imagined: bool,
    /// The place, for rules whose figures hang on one.
    pub place: Option<String>,
    /// The currency or measure, where figures of another cannot be set beside it.
    pub unit: Option<String>,
}

/// In which respect two slots differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Another currency or unit.
    Unit,
    /// Another side.
    Party,
    /// Another part of the whole.
    Subgroup,
    /// Single event against running total, or another place.
    Scope,
    /// Another stage.
    Stage,
    /// Asserted against imagined.
    Polarity,
}

/// A claim by its place: index of the extract and index in it.
pub type ClaimAt = (usize, usize);

/// The claims of one event that speak of one fact.
#[derive(Clone, Debug)]
pub struct Group {
    /// Index of the rule.
    pub rule: usize,
    /// What they are about.
    pub slot: Slot,
    /// The claims, by article and position.
    pub claims: Vec<ClaimAt>,
}

/// The groups of an event, sorted by rule and slot.
pub fn group(event: &Event, extracts: &[Extract], rules: &RuleSet) -> Vec<Group> {
    let mut groups: BTreeMap<(usize, Slot), Vec<ClaimAt>> = BTreeMap::new();
    for &(extract, told) in &event.members {
        for &claim in &extracts[extract].events[told].claims {
            let record = &extracts[extract].claims[claim];
            let Some(rule) = rules.rules().iter().position(|rule| *rule.id() == *record.rule) else { continue };
            groups.entry((rule, slot(record, &rules.rules()[rule]))).or_default().push((extract, claim));
        }
    }
    let mut groups: Vec<Group> =
        groups.into_iter().map(|((rule, slot), claims)| Group { rule, slot, claims }).collect();
    fold(&mut groups, |slot| &mut slot.party, |_| true);
    fold(&mut groups, |slot| &mut slot.place, |_| true);
    fold(&mut groups, |slot| &mut slot.stage, |stage| !is_not_yet(stage));
    fold_kinds(&mut groups, rules);
    join_starts(&mut groups, rules);
    for group in &mut groups {
        group.claims.sort_unstable();
    }
    groups
}

/// The time since something began says when it began: it stands with the claims that give that day, in one group of its rule.
fn join_starts(groups: &mut Vec<Group>, rules: &RuleSet) {
    let compare = |group: &Group| rules.rules()[group.rule].compare();
    let Some(mut at) = groups.iter().position(|group| compare(group).elapsed && compare(group).unique) else { return };
    while let Some(other) = (0..groups.len())
        .find(|&other| other != at && compare(&groups[other]).unique && groups[other].slot == groups[at].slot)
    {
        let claims = groups.remove(other).claims;
        at -= usize::from(other < at);
        groups[at].claims.extend(claims);
    }
}

/// The slot of a claim under its rule.
pub fn slot(claim: &Claim, rule: &Rule) -> Slot {
    if claim.kind == ValueKind::Quote {
        // One utterance is one fact, whether an article reports it or quotes it.
        return Slot::default();
    }
    let scope = &claim.scope;
    let placed = rule.compare().needs.contains(&ScopeField::Place);
    Slot {
        party: scope.party.as_ref().map(|party| party.value.clone()),
        subgroup: scope.subgroup.as_ref().map(|subgroup| subgroup.value.clone()),
        stage: scope.stage.as_ref().map(|stage| stage.value.clone()),
        cumulative: scope.cumulative,
        imagined: scope.polarity == Polarity::Hypothetical,
        place: scope.place.as_ref().filter(|_| placed).map(|place| place.value.clone()),
        unit: unit(claim, rule),
    }
}

/// The unit that parts figures: no currency is converted into another, and `$` and USD are one. What a rule counts is its own
/// business; the list of every figure counts by the noun.
fn unit(claim: &Claim, rule: &Rule) -> Option<String> {
    let Value::Quantity(quantity) = &claim.value else { return None };
    match claim.kind {
        ValueKind::Duration => None,
        // A figure a day and a figure in all are two facts.
        ValueKind::Count if rule.pack() != "quantities" => quantity.unit.parts().map(|(_, per)| format!("/{per}")),
        _ => Some(quantity.unit.name().replace("USD", "$")),
    }
}

/// A group that leaves a field open joins the one group that differs from it only by naming the field; where several
/// do, it stays apart, since nothing says which it means.
fn fold(groups: &mut Vec<Group>, field: fn(&mut Slot) -> &mut Option<String>, may: fn(&str) -> bool) {
    let open: Vec<usize> =
        (0..groups.len()).filter(|&index| field(&mut groups[index].slot.clone()).is_none()).collect();
    for index in open.into_iter().rev() {
        let named: Vec<usize> =
            (0..groups.len()).filter(|&other| names_only(&groups[other], &groups[index], field, may)).collect();
        if let [target] = named[..] {
            let claims = std::mem::take(&mut groups[index].claims);
            groups[target].claims.extend(claims);
            groups.remove(index);
        }
    }
}

/// Kinds of people that news of fighting counts each for itself.
const APART: [&str; 14] = [
    "civilian",
    "soldier",
    "fighter",
    "militant",
    "rebel",
    "troop",
    "terrorist",
    "insurgent",
    "jihadist",
    "extremist",
    "mercenary",
    "gunman",
    "attacker",
    "member",
];

/// Where an article counts those who came to harm by one kind alone ("four men were shot"), its figure stands with those that others
/// give for everybody: the judge sets it against them as a part that may be the whole.
fn fold_kinds(groups: &mut Vec<Group>, rules: &RuleSet) {
    let is_open = |group: &Group| group.slot.subgroup.is_none() && rules.rules()[group.rule].event() == "harm";
    for target in 0..groups.len() {
        if !is_open(&groups[target]) {
            continue;
        }
        for index in lone_kinds(groups, target) {
            let claims = std::mem::take(&mut groups[index].claims);
            groups[target].claims.extend(claims);
        }
    }
    groups.retain(|group| !group.claims.is_empty());
}

/// The groups that differ from one only by a kind of people, each of a single article that gives no other count. Where several articles
/// count one kind, that is a fact of its own.
fn lone_kinds(groups: &[Group], target: usize) -> Vec<usize> {
    let is_kind = |group: &Group| {
        let whole = Slot { subgroup: None, ..group.slot.clone() };
        group.rule == groups[target].rule && group.slot.subgroup.is_some() && whole == groups[target].slot
    };
    let kinds: Vec<usize> = (0..groups.len()).filter(|&index| is_kind(&groups[index])).collect();
    let tells = |index: usize, article: usize| groups[index].claims.iter().any(|at| at.0 == article);
    let is_lone = |&index: &usize| {
        let Some(&(first, _)) = groups[index].claims.first() else { return false };
        let kind = groups[index].slot.subgroup.as_deref().unwrap_or_default();
        let other_kinds = kinds.iter().filter(|&&other| tells(other, first)).count();
        let alone = other_kinds == 1 && !tells(target, first);
        alone
            && groups[index].claims.iter().all(|at| at.0 == first)
            && !kind.starts_with("other")
            && !APART.contains(&kind)
    };
    kinds.iter().copied().filter(is_lone).collect()
}

/// Whether `named` is `open` with the field filled in.
fn names_only(named: &Group, open: &Group, field: fn(&mut Slot) -> &mut Option<String>, may: fn(&str) -> bool) -> bool {
    let mut slot = named.slot.clone();
    let Some(value) = field(&mut slot).take() else { return false };
    named.rule == open.rule && slot == open.slot && may(&value)
}

/// In which respects two slots differ, the most telling first; empty where they are one. What only one of them names tells
/// less than what both name otherwise.
pub fn apart(a: &Slot, b: &Slot) -> Vec<Difference> {
    let open = a.party != b.party && (a.party.is_none() || b.party.is_none());
    let differences = [
        (a.unit != b.unit, Difference::Unit),
        (a.party != b.party && !open, Difference::Party),
        (a.subgroup != b.subgroup, Difference::Subgroup),
        (a.cumulative != b.cumulative || a.place != b.place, Difference::Scope),
        (a.stage != b.stage, Difference::Stage),
        (open, Difference::Party),
        (a.imagined != b.imagined, Difference::Polarity),
    ];
    differences.into_iter().filter_map(|(differs, difference)| differs.then_some(difference)).collect()
}
