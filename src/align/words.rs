//! The words of context: how alike two tellings sound, names counting more than other words.

use std::sync::Arc;

use super::Step;
use super::weights::{NAME_WORD, WORDS_EVEN, WORDS_LEAST, WORDS_MOST, WORDS_SLOPE};

/// The step of the waterfall for two sorted lists of stems.
pub(super) fn step(a: &[Arc<str>], b: &[Arc<str>]) -> Step {
    let similarity = similarity(a, b);
    let weight = ((similarity - WORDS_EVEN) * WORDS_SLOPE).clamp(WORDS_LEAST, WORDS_MOST);
    Step {
        name: "words",
        found: format!("context words {:.0} % alike", similarity * 100.0),
        weight: Some(weight),
        forbids: false,
    }
}

/// Weighted Jaccard similarity of two sorted lists, 0 to 1; 0 where one is empty. No corpus statistics enter, so that an
/// unrelated article never changes how two others compare.
pub(super) fn similarity(a: &[Arc<str>], b: &[Arc<str>]) -> f64 {
    let weight = |words: &[Arc<str>]| -> f64 { words.iter().map(|word| weight(word)).sum() };
    let shared: f64 = shared(a, b).map(self::weight).sum();
    let all = weight(a) + weight(b) - shared;
    if all > 0.0 { shared / all } else { 0.0 }
}

/// What a stem counts for.
fn weight(word: &str) -> f64 {
    if word.starts_with('^') { NAME_WORD } else { 1.0 }
}

/// The stems that two sorted lists share, in one walk over both.
fn shared<'a>(a: &'a [Arc<str>], b: &'a [Arc<str>]) -> impl Iterator<Item = &'a str> {
    let mut rest = b;
    a.iter().filter_map(move |word| {
        let at = rest.partition_point(|other| other < word);
        rest = &rest[at..];
        (rest.first() == Some(word)).then_some(&**word)
    })
}
