//! How two days of one fact relate, whether an article names its day or reckons back to it.

use super::Relation;
use crate::claim::{Claim, Start, Value};

/// The same days, days that the other holds, days that only an open end reaches, or days apart. Without a date to reckon from the
/// words alone speak, and only inside one article.
pub(in crate::verdict) fn of_starts(a: &Claim, b: &Claim, x: Option<Start>, y: Option<Start>) -> Option<Relation> {
    let (Some(x), Some(y)) = (x, y) else { return same_words(a, b) };
    let stated = |claim: &Claim| matches!(claim.value, Value::Date(..)) && claim.scope.bound.is_none();
    Some(match (x.meets(&y), x.meets_closely(&y)) {
        (true, _) if x == y && stated(a) && stated(b) => Relation::Same,
        (_, true) => Relation::Held,
        (true, false) => Relation::BareBound,
        (false, false) => Relation::Disjoint,
    })
}

/// Two mentions of "Tuesday" in one article are one day, whichever it is.
fn same_words(a: &Claim, b: &Claim) -> Option<Relation> {
    let same = match (&a.value, &b.value) {
        (Value::Date(None, x), Value::Date(None, y)) => x == y,
        _ => false,
    };
    (same && a.article == b.article).then_some(Relation::Same)
}
