//! How two votes or scores relate.

use super::Relation;
use crate::value::{Tally, TallyLikeness};

/// Relates two tallies figure by figure; `None` where only one is told set by set.
pub(super) fn relate(a: &Tally, b: &Tally) -> Option<Relation> {
    Some(match a.likeness(b)? {
        TallyLikeness::Same => Relation::Same,
        TallyLikeness::Mirrored => Relation::Converted,
        TallyLikeness::Shorter => Relation::Held,
        TallyLikeness::Different => Relation::Disjoint,
    })
}
