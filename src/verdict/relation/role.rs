//! How two offices of one person relate.

use super::{Relation, plain};
use crate::lexicon::Lexicon;

/// Relates two offices, by their keys.
pub(super) fn relate(a: &str, b: &str, _lexicon: &Lexicon) -> Relation {
    plain(a, b)
}
