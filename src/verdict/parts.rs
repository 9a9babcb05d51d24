//! Parts and their whole: sums that one article breaks down and another, or the same, gives as one figure.

use crate::align::{ClaimAt, Group};
use crate::claim::{Value, ValueKind};
use crate::rule::Compare;
use crate::value::{Bound, Figure, Number, Quantity};

use super::face::distinct;
use super::finding::{Class, Reason};
use super::judge::Bench;
use super::relation::{Relation, relate};

/// The most parts that a breakdown in running text has.
const MOST_PARTS: usize = 5;
/// Parts stand close together: within this many bytes from one to the next, about two sentences.
const REACH: usize = 400;

/// The reason that parts of an event's other figures add up to a figure of `whole`, for the first breakdown that does. Only
/// agreement is told from sums: parts that do not add up may simply not be all.
pub(super) fn breakdown(whole: &Group, others: &[ClaimAt], bench: &Bench<'_>) -> Option<Reason> {
    let compare = bench.rules.rules()[whole.rule].compare();
    let stated = whole.claims.iter().copied().find(|&at| bench.claim(at).kind == ValueKind::Money)?;
    let mut parts: Vec<ClaimAt> = others.iter().copied().filter(|&at| is_smaller(at, stated, bench)).collect();
    parts.sort_unstable();
    let whole = distinct(whole.claims.iter().copied(), bench);
    runs(&parts, bench).into_iter().find_map(|run| adds_up(&run, &whole, compare, bench))
}

/// Runs of two to five parts of one article that stand close together, the longest first.
fn runs(parts: &[ClaimAt], bench: &Bench<'_>) -> Vec<Vec<ClaimAt>> {
    let near = |pair: &[ClaimAt]| {
        let (a, b) = (&bench.claim(pair[0]).location, &bench.claim(pair[1]).location);
        pair[0].0 == pair[1].0 && b.start.saturating_sub(a.end) <= REACH
    };
    let lengths = (2..=MOST_PARTS.min(parts.len())).rev();
    lengths
        .flat_map(|length| parts.windows(length).filter(|run| run.windows(2).all(near)).map(<[ClaimAt]>::to_vec))
        .collect()
}

/// The reason, if the parts add up to a figure of the whole, after rounding. A bound holds too many sums to prove one.
fn adds_up(parts: &[ClaimAt], whole: &[ClaimAt], compare: &Compare, bench: &Bench<'_>) -> Option<Reason> {
    let sum = sum(parts, bench)?;
    let fits = |&&at: &&ClaimAt| {
        quantity(at, bench).and_then(|q| relate(q, &sum, compare)).is_some_and(|r| r <= Relation::Rounded)
    };
    let stated = whole.iter().find(fits)?;
    let terms: Vec<&str> = parts.iter().map(|&at| bench.claim(at).text.as_str()).collect();
    let text = format!(
        "the parts {} ({}) make up “{}” ({})",
        terms.join(" + "),
        bench.outlet(parts[0]),
        bench.claim(*stated).text,
        bench.outlet(*stated)
    );
    Some(Reason { code: Class::B3, text })
}

/// The sum of plain figures of one unit, as precise as the finest of them.
fn sum(parts: &[ClaimAt], bench: &Bench<'_>) -> Option<Quantity> {
    let mut total = quantity(*parts.first()?, bench)?.clone();
    let mut amount = Number::ZERO;
    for &at in parts {
        let part = quantity(at, bench)?;
        let (Figure::One(figure), true) = (part.amount, part.unit == total.unit) else { return None };
        amount = amount.add(figure)?;
        total.granularity = total.granularity.min(part.granularity);
    }
    (total.written, total.amount) = (Figure::One(amount), Figure::One(amount));
    (total.low, total.high, total.bound, total.months) = (Some(amount), Some(amount), Bound::Exact, None);
    Some(total)
}

/// Whether a figure is below the whole, so that it can be a part of it.
fn is_smaller(part: ClaimAt, whole: ClaimAt, bench: &Bench<'_>) -> bool {
    match (quantity(part, bench).map(|q| q.amount), quantity(whole, bench).map(|q| q.amount)) {
        (Some(Figure::One(part)), Some(Figure::One(whole))) => part < whole,
        _ => false,
    }
}

fn quantity<'a>(at: ClaimAt, bench: &Bench<'a>) -> Option<&'a Quantity> {
    match &bench.claim(at).value {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}
