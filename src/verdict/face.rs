//! Faces: plain figures that say the same. Whatever else is said of them, claims of one face relate to each other as one figure, so
//! that of thousands of articles with one toll only the first two need be set against each other.

use std::collections::BTreeSet;

use crate::align::ClaimAt;
use crate::claim::Value;
use crate::rule::Polarity;
use crate::value::{Bound, Figure, Number, Quantity};

use super::judge::Bench;

/// What a plain figure says, and whether it is said to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Face<'a> {
    bound: Bound,
    amount: (Number, Number),
    written: (Number, Number),
    units: (&'a str, &'a str),
    months: Option<(Number, Number)>,
    polarity: Polarity,
}

/// The face of a claim; `None` of what is no figure, and of what depends on the day that it is told.
pub(super) fn face<'a>(at: ClaimAt, bench: &Bench<'a>) -> Option<Face<'a>> {
    let claim = bench.claim(at);
    let Value::Quantity(quantity) = &claim.value else { return None };
    (!bench.is_elapsed(at)).then(|| Face::of(quantity, claim.scope.polarity))
}

impl<'a> Face<'a> {
    fn of(quantity: &'a Quantity, polarity: Polarity) -> Self {
        let ends = |figure: Figure| match figure {
            Figure::One(number) => (number, number),
            Figure::Range(low, high) => (low, high),
        };
        Self {
            bound: quantity.bound,
            amount: ends(quantity.amount),
            written: ends(quantity.written),
            units: (quantity.unit.name(), quantity.written_unit.name()),
            months: quantity.months.map(ends),
            polarity,
        }
    }
}

/// What a figure comes to, by its bound.
pub(super) type Sum = (Bound, (Number, Number));

impl Face<'_> {
    /// What it comes to.
    pub(super) fn sum(&self) -> Sum {
        (self.bound, self.amount)
    }

    /// Whether nothing of another sum can be the same: twelve months are a year, whatever they come to in days.
    pub(super) fn is_plain(&self) -> bool {
        self.months.is_none()
    }
}

/// The claims with one of each face, the first, in their order. Claims without a face are all kept.
pub(super) fn distinct(claims: impl IntoIterator<Item = ClaimAt>, bench: &Bench<'_>) -> Vec<ClaimAt> {
    let mut known = BTreeSet::new();
    let mut is_new = |at: &ClaimAt| face(*at, bench).is_none_or(|face| known.insert(face));
    claims.into_iter().filter(|at| is_new(at)).collect()
}
