//! How two spellings of one name relate.

use super::{Relation, plain};
use crate::lexicon::Lexicon;

/// Relates two names, by their keys.
pub(super) fn relate(a: &str, b: &str, _lexicon: &Lexicon) -> Relation {
    plain(a, b)
}
