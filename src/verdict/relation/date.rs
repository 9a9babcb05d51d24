//! How two dates of one fact relate.

use super::Relation;
use crate::value::DateSpan;

/// The same days, days that the coarser of the two holds, or days apart.
pub(super) fn relate(a: &DateSpan, b: &DateSpan) -> Relation {
    match a {
        _ if a == b => Relation::Same,
        _ if a.overlaps(b, 0) => Relation::Held,
        _ => Relation::Disjoint,
    }
}
