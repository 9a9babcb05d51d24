//! How two quotations of one utterance relate.

use super::{Relation, plain};
use crate::lexicon::Lexicon;

/// Relates two quotations, by their words: one that holds the other was trimmed.
pub(super) fn relate(a: &str, b: &str, _lexicon: &Lexicon) -> Relation {
    let trimmed = a != b && (a.contains(b) || b.contains(a));
    if trimmed { Relation::Reworded } else { plain(a, b) }
}
