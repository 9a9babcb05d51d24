//! How two values of one fact relate, each kind in its own module.

mod date;
mod name;
mod place;
mod quantity;
pub(super) mod quote;
mod role;
mod tally;

use crate::claim::{Claim, Value, ValueKind};
use crate::lexicon::Lexicon;
use crate::rule::Compare;

pub(super) use date::of_starts;
pub(super) use quantity::relate;

/// How two values relate, from the closest to the farthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// The same figure in the same words of unit.
    Same,
    /// The same after conversion.
    Converted,
    /// The same after rounding.
    Rounded,
    /// A bound or range that holds the other.
    Held,
    /// Other words, the same sense.
    Reworded,
    /// Apart, but within the rule's tolerance.
    Tolerated,
    /// A vague word and a number that it may mean.
    Vague,
    /// Compatible only as a bare bound, far beyond what the writer would have rounded away.
    BareBound,
    /// They cannot both be true.
    Disjoint,
}

/// How the values of two claims, of articles so many days apart, relate under a rule; `None` where they cannot be compared.
pub(super) fn between(
    x: &Claim,
    y: &Claim,
    compare: &Compare,
    days_apart: Option<i32>,
    lexicon: &Lexicon,
) -> Option<Relation> {
    match (&x.value, &y.value) {
        (Value::Quantity(a), Value::Quantity(b)) => relate(a, b, compare),
        (Value::Tally(a), Value::Tally(b)) => tally::relate(a, b),
        (Value::Text(a), Value::Text(b)) => match x.kind {
            ValueKind::Quote => quote::relate(x, y, lexicon),
            ValueKind::Role => role::relate(x, y, days_apart, lexicon),
            ValueKind::Person => name::relate(x, y, days_apart, lexicon),
            ValueKind::Place => place::relate(a, b, lexicon),
            _ => Some(plain(a, b)),
        },
        _ => None,
    }
}

/// Texts that are the same or not.
fn plain(a: &str, b: &str) -> Relation {
    if a == b { Relation::Same } else { Relation::Disjoint }
}
