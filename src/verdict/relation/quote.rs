//! How two quotations of one utterance relate.

use super::Relation;
use crate::claim::Claim;
use crate::lexicon::Lexicon;
use crate::utterance::{Likeness, Sense};

/// Relates two quotations by their words; `None` where they have too little in common to be compared.
pub(super) fn relate(x: &Claim, y: &Claim, lexicon: &Lexicon) -> Option<Relation> {
    match likeness(x, y, lexicon).sense {
        Sense::Same => Some(Relation::Same),
        Sense::Trimmed | Sense::Reworded => Some(Relation::Reworded),
        Sense::Changed => Some(Relation::Disjoint),
        Sense::Other => None,
    }
}

/// The words of two claims side by side.
pub(in crate::verdict) fn likeness(x: &Claim, y: &Claim, lexicon: &Lexicon) -> Likeness {
    x.said(lexicon).likeness(y.said(lexicon), are_literal(x, y))
}

/// Whether both are given in the speaker's own words.
pub(in crate::verdict) fn are_literal(x: &Claim, y: &Claim) -> bool {
    x.is_literal() && y.is_literal()
}
