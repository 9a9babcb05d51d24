//! The figures of a vote or score behind a match: they stand together, or each in a place of its own.

use super::matched::Match;
use crate::mention::Mentions;
use crate::value::{Bound, Figure, Tally};

/// The tally of a match: the one that stands together, or the first figure, with the further parts in their order; `None` where they make none.
pub fn tally_of(matched: &Match, mentions: &Mentions) -> Option<Tally> {
    let mut figures = match matched.tally {
        Some(index) => mentions.tallies.get(index)?.tally.figures().to_vec(),
        None => vec![counted(matched.leaf?, mentions)?],
    };
    for &part in &matched.parts {
        figures.push(counted(part, mentions)?);
    }
    Tally::new(figures)
}

/// The plain whole number behind a leaf.
fn counted(leaf: usize, mentions: &Mentions) -> Option<u32> {
    let quantity = &mentions.quantity(mentions.leaves.get(leaf)?)?.quantity;
    match quantity.amount {
        Figure::One(number) if quantity.bound == Bound::Exact && number.is_whole() => {
            u32::try_from(number.trunc()).ok()
        }
        _ => None,
    }
}
