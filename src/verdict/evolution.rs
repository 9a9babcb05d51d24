//! Figures that grow while an event is reported: what was superseded, what was revised, and what is a conflict.

use std::sync::Arc;

use jiff::civil::Date;

use crate::align::ClaimAt;
use crate::claim::Value;
use crate::rule::Compare;
use crate::value::Number;

use super::finding::Class;
use super::judge::{Bench, relation};
use super::relation::Relation;

/// The class of two disjoint figures of a growing count: superseded where the later is higher, revised down where it is
/// lower and nobody had said so before; `None` (a conflict) where both stood on one day or the low one outlived the high.
pub(super) fn class(
    x: ClaimAt,
    y: ClaimAt,
    voices: &[Vec<ClaimAt>],
    compare: &Compare,
    bench: &Bench<'_>,
) -> Option<Class> {
    let (early, late) = match (bench.day(x)?, bench.day(y)?) {
        (a, b) if a < b => (x, y),
        (a, b) if a > b => (y, x),
        _ => return None,
    };
    if figure(late, bench)? > figure(early, bench)? {
        return Some(Class::C1);
    }
    let stood = |at: ClaimAt| {
        relation(at, late, compare, bench).is_some_and(|r| r <= Relation::Held) && bench.day(at) <= bench.day(early)
    };
    let said_before = voices.iter().flatten().any(|&at| stood(at));
    (!said_before).then_some(Class::C2)
}

/// Whether the later of two figures is the higher; `None` where they have no days.
pub(super) fn rises(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> Option<bool> {
    let (early, late) = if bench.day(x)? < bench.day(y)? { (x, y) } else { (y, x) };
    Some(figure(late, bench)? > figure(early, bench)?)
}

/// The figure that a claim can be ordered by: its lower end, else its upper.
fn figure(at: ClaimAt, bench: &Bench<'_>) -> Option<Number> {
    match &bench.claim(at).value {
        Value::Quantity(quantity) => quantity.low.or(quantity.high),
        _ => None,
    }
}

/// The claims in the order of their days; those without a day are left out.
pub(super) fn series(claims: &[ClaimAt], bench: &Bench<'_>) -> Vec<(Date, Arc<str>)> {
    claims.iter().filter_map(|&at| Some((bench.day(at)?, bench.claim(at).id.clone()))).collect()
}
