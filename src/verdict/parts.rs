//! Parts and their whole: sums that one article breaks down and another gives as one figure.

use crate::align::{ClaimAt, Group};
use crate::claim::{Value, ValueKind};
use crate::rule::Compare;
use crate::value::{Bound, Figure, Number, Quantity};

use super::finding::{Class, Reason};
use super::judge::Bench;
use super::relation::{Relation, relate};

/// Parts that were found to make up a whole.
pub(super) struct Whole {
    /// Index of the group that states the whole.
    pub(super) group: usize,
    /// The parts' claims.
    pub(super) parts: Vec<ClaimAt>,
    /// The reason to give.
    pub(super) reason: Reason,
}

/// Wholes of an event's groups that the parts in another article add up to. Only agreement is told from sums: parts that
/// do not add up may simply not be all.
pub(super) fn wholes(groups: &[Group], bench: &Bench<'_>) -> Vec<Whole> {
    let mut found = Vec::new();
    for (index, whole) in groups.iter().enumerate().filter(|(_, group)| group.slot.subgroup.is_none()) {
        for article in articles(groups, index) {
            found.extend(whole_of(groups, index, whole, article, bench));
        }
    }
    found
}

/// The articles that state parts of a whole but not the whole itself.
fn articles(groups: &[Group], whole: usize) -> Vec<usize> {
    let states = |group: &Group, article: usize| group.claims.iter().any(|at| at.0 == article);
    let mut articles: Vec<usize> = groups
        .iter()
        .filter(|group| is_part(group, &groups[whole]))
        .flat_map(|group| group.claims.iter().map(|at| at.0))
        .collect();
    articles.sort_unstable();
    articles.dedup();
    articles.retain(|&article| !states(&groups[whole], article));
    articles
}

/// Whether a group is a part of another: the same slot but for a subgroup.
fn is_part(part: &Group, whole: &Group) -> bool {
    let mut slot = part.slot.clone();
    part.rule == whole.rule && slot.subgroup.take().is_some() && slot == whole.slot
}

/// The whole, if one article's parts (one figure a part, at least two) add up to a figure of it.
fn whole_of(groups: &[Group], index: usize, whole: &Group, article: usize, bench: &Bench<'_>) -> Option<Whole> {
    let part = |group: &Group| group.claims.iter().copied().find(|at| at.0 == article);
    let parts: Vec<ClaimAt> = groups.iter().filter(|group| is_part(group, whole)).filter_map(part).collect();
    let first = bench.claim(*parts.first()?);
    if parts.len() < 2 || first.kind != ValueKind::Money {
        return None;
    }
    let sum = sum(&parts, bench)?;
    let compare: &Compare = bench.rules.rules()[whole.rule].compare();
    let stated = whole.claims.iter().find(|&&at| matches!(quantity(at, bench).and_then(|q| relate(q, &sum, compare)), Some(relation) if relation <= Relation::Tolerated))?;
    let terms: Vec<&str> = parts.iter().map(|&at| bench.claim(at).text.as_str()).collect();
    let text = format!(
        "{} ({}) together are what {} gives as “{}”",
        terms.join(" + "),
        bench.outlet(parts[0]),
        bench.outlet(*stated),
        bench.claim(*stated).text
    );
    Some(Whole { group: index, parts, reason: Reason { code: Class::B3, text } })
}

/// The sum of plain figures of one unit, as precise as the finest of them.
fn sum(parts: &[ClaimAt], bench: &Bench<'_>) -> Option<Quantity> {
    let mut total = quantity(parts[0], bench)?.clone();
    let mut amount = Number::ZERO;
    for &at in parts {
        let part = quantity(at, bench)?;
        let (Figure::One(figure), true) = (part.amount, part.unit == total.unit) else { return None };
        amount = amount.add(figure)?;
        total.granularity = total.granularity.min(part.granularity);
    }
    total.amount = Figure::One(amount);
    (total.low, total.high, total.bound, total.months) = (Some(amount), Some(amount), Bound::Exact, None);
    Some(total)
}

fn quantity<'a>(at: ClaimAt, bench: &Bench<'a>) -> Option<&'a Quantity> {
    match &bench.claim(at).value {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}
