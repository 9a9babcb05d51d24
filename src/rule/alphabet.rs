//! Which letter of the shadow's alphabet a leaf is, and the values of a kind.

use super::slots::{
    DATE, DURATION, MEASURE, MONEY, NAME, NATIONALITY, NUMBER, ORGANISATION, PERCENT, PERSON, PLACE, QUOTE, ROLE, TALLY,
};
use super::terms::ValueKind;
use crate::mention::LeafKind;

/// The byte of a leaf.
pub(super) const fn leaf_byte(kind: LeafKind, demonym: bool) -> u8 {
    match kind {
        LeafKind::Number => NUMBER,
        LeafKind::Money => MONEY,
        LeafKind::Duration => DURATION,
        LeafKind::Percent => PERCENT,
        LeafKind::Measure => MEASURE,
        LeafKind::Date => DATE,
        LeafKind::Person => PERSON,
        LeafKind::Place if demonym => NATIONALITY,
        LeafKind::Place => PLACE,
        LeafKind::Organisation => ORGANISATION,
        LeafKind::Name => NAME,
    }
}

/// The byte that the values of a kind carry while they are not the candidate.
pub(super) const fn value_byte(kind: ValueKind) -> u8 {
    match kind {
        ValueKind::Count => NUMBER,
        ValueKind::Vote => TALLY,
        ValueKind::Money => MONEY,
        ValueKind::Duration => DURATION,
        ValueKind::Percent => PERCENT,
        ValueKind::Measure => MEASURE,
        ValueKind::Date => DATE,
        ValueKind::Place => PLACE,
        ValueKind::Person => PERSON,
        ValueKind::Role => ROLE,
        ValueKind::Quote => QUOTE,
    }
}
