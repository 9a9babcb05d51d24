//! The words of context: how alike two tellings sound, rare words counting more than common ones.

use super::Step;
use super::rarity::Context;
use super::teller::Teller;
use super::weights::{WORDS_EVEN, WORDS_LEAST, WORDS_MOST, WORDS_SLOPE};

/// The step of the waterfall for the words of two tellings.
pub(super) fn step(a: &Context, b: &Context, teller: Teller) -> Step {
    let similarity = a.similarity(b);
    let weight = ((similarity - WORDS_EVEN) * WORDS_SLOPE).clamp(WORDS_LEAST, WORDS_MOST);
    teller.weighs("words", weight, || format!("context words {:.0} % alike", similarity * 100.0))
}
