//! The words of context: how alike two tellings sound, names counting more than other words.

use super::Step;
use super::weights::{NAME_WORD, WORDS_EVEN, WORDS_LEAST, WORDS_MOST, WORDS_SLOPE};

/// The step of the waterfall for two sorted lists of stems.
pub(super) fn step(a: &[String], b: &[String]) -> Step {
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
pub(super) fn similarity(a: &[String], b: &[String]) -> f64 {
    let (mut i, mut j, mut shared, mut all) = (0, 0, 0.0, 0.0);
    while i < a.len() || j < b.len() {
        let order = match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) => x.cmp(y),
            (Some(_), None) => std::cmp::Ordering::Less,
            _ => std::cmp::Ordering::Greater,
        };
        let word = if order.is_le() { &a[i] } else { &b[j] };
        let weight = if word.starts_with('^') { NAME_WORD } else { 1.0 };
        all += weight;
        if order.is_eq() {
            shared += weight;
        }
        i += usize::from(order.is_le());
        j += usize::from(order.is_ge());
    }
    if all > 0.0 { shared / all } else { 0.0 }
}
