//! How alike two units are, and the best alignment of two utterances in order.

use crate::lexicon::Kinship;

use super::read::{Unit, What};

/// What a synonym counts of the same word, a wider word, and a form of the same thing in another dress.
const SYNONYM: f64 = 0.8;
const WIDER: f64 = 0.5;
/// From which likeness of spelling two words are one that was misspelt, if they are long enough to tell.
const SPELLING: f64 = 0.84;
const SPELLED: usize = 5;
/// What it adds that a pair stands right behind another in both, in bits: the order of words is the speaker's own.
pub(super) const RUN: f64 = 0.3;

/// Two units that stand for each other: place in either utterance, and how alike they are, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) likeness: f64,
}

/// How alike two units are: 1 for the same word, 0 for words that have nothing to do with each other.
pub(super) fn likeness(x: &Unit, y: &Unit) -> f64 {
    match (&x.what, &y.what) {
        (What::Pronoun(who, case), What::Pronoun(other, theirs)) => {
            f64::from(u8::from(who == other)) * if case == theirs { 1.0 } else { 0.9 }
        }
        (What::Denial, What::Denial) => {
            if x.key == y.key {
                1.0
            } else {
                0.9
            }
        }
        (What::Function, What::Function) => function(&x.key, &y.key),
        (What::Figure(..), What::Figure(..)) => f64::from(u8::from(x.what == y.what)),
        (What::Name, What::Name) => named(&x.key, &y.key),
        (What::Content, What::Content) => content(x, y),
        (What::Name, What::Content) | (What::Content, What::Name) if x.key == y.key => 1.0,
        _ => 0.0,
    }
}

/// Words of closed classes; the forms of "be" and "have" are told by 's alike.
fn function(x: &str, y: &str) -> f64 {
    if x == y {
        return 1.0;
    }
    let alike = [["be", "have"], ["it", "these"], ["these", "the"], ["it", "the"], ["shall", "must"], ["may", "can"]];
    let near = alike.iter().any(|pair| pair.contains(&x) && pair.contains(&y));
    if near { 0.6 } else { 0.0 }
}

fn named(x: &str, y: &str) -> f64 {
    if x == y {
        return 1.0;
    }
    let held = |long: &str, short: &str| long.split(' ').any(|part| part == short);
    if held(x, y) || held(y, x) || spelled_alike(x, y) { 0.9 } else { 0.0 }
}

fn content(x: &Unit, y: &Unit) -> f64 {
    if x.key == y.key {
        return 1.0;
    }
    let kin = x.word.zip(y.word).and_then(|(x, y)| x.kinship(y));
    match kin {
        Some(Kinship::Synonym) if spelled_alike(&x.key, &y.key) => 0.95,
        Some(Kinship::Synonym) => SYNONYM,
        Some(Kinship::Wider) => WIDER,
        None if (x.word.is_none() || y.word.is_none()) && spelled_alike(&x.key, &y.key) => SYNONYM,
        _ => 0.0,
    }
}

/// Whether two words are spelt so much alike that one is the other misspelt or in another spelling.
fn spelled_alike(x: &str, y: &str) -> bool {
    x.len().min(y.len()) >= SPELLED && strsim::normalized_levenshtein(x, y) >= SPELLING
}

/// The alignment of two utterances that keeps the most of what they say, in order; neighbours are kept together.
pub(super) fn align(a: &[Unit], b: &[Unit]) -> Vec<Pair> {
    let width = b.len() + 1;
    let mut best = vec![0.0_f64; (a.len() + 1) * width];
    let mut ends = vec![f64::NEG_INFINITY; (a.len() + 1) * width];
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let at = i * width + j;
            let before = at - width - 1;
            let alike = likeness(&a[i - 1], &b[j - 1]);
            if alike > 0.0 {
                let gain = alike * f64::midpoint(a[i - 1].weight, b[j - 1].weight);
                ends[at] = gain + best[before].max(ends[before] + RUN);
            }
            best[at] = best[at - 1].max(best[at - width]).max(ends[at]);
        }
    }
    back(a, b, &best, &ends)
}

/// Walks the table back to the pairs that made its last cell.
fn back(a: &[Unit], b: &[Unit], best: &[f64], ends: &[f64]) -> Vec<Pair> {
    let width = b.len() + 1;
    let (mut i, mut j, mut run) = (a.len(), b.len(), false);
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        let at = i * width + j;
        if run || (ends[at] > 0.0 && ends[at] >= best[at]) {
            pairs.push(Pair { a: i - 1, b: j - 1, likeness: likeness(&a[i - 1], &b[j - 1]) });
            let before = at - width - 1;
            run = ends[before] + RUN >= best[before];
            (i, j) = (i - 1, j - 1);
        } else if best[at - width] >= best[at - 1] {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    pairs
}
