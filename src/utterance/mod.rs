//! Utterances: the words of two quotations set side by side. What of one stands in the other, in order, by stem, by
//! synonym; how much that says for their being one utterance; and what was changed, where one thing was.
//!
//! It ends where understanding would be needed: a change that keeps every word but the order, irony, a figure told by
//! another figure of speech.

mod alike;
mod change;
mod closed;
mod read;

use crate::article::Span;
use crate::lexicon::Lexicon;

use alike::{Pair, RUN, align};
pub use change::{Change, Changed};
use read::{Unit, What, units};

/// Words of somebody, read for comparison.
#[derive(Clone, Debug)]
pub struct Utterance {
    units: Vec<Unit>,
}

/// How the words of two utterances relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// The same words.
    Same,
    /// One is the other with words left out.
    Trimmed,
    /// Other words that say the same.
    Reworded,
    /// All but the same, with something changed that changes what was said.
    Changed,
    /// Too little in common to be one utterance.
    Other,
}

/// What came of setting two utterances side by side.
#[derive(Clone, Debug)]
pub struct Likeness {
    /// How they relate.
    pub sense: Sense,
    /// What the shared words say for their being one utterance, in bits; what stands against it taken off.
    pub evidence: f64,
    /// The share of what the shorter says that the longer says too, 0 to 1.
    pub share: f64,
    /// What was changed, in the order of the first.
    pub changes: Vec<Change>,
    /// Where the words of the first stand that the second does not have, and of the second that the first does not have.
    pub differing: [Vec<Span>; 2],
}

/// What a word of the shorter utterance that the longer does not have takes off, and one that stands inside the longer.
const MISSING: f64 = 0.7;
const PUT_IN: f64 = 0.3;
/// What a word that stands elsewhere in the order counts of what it would count in its place.
const MOVED: f64 = 0.5;
/// From which likeness two words are one in another spelling.
const EXACT: f64 = 0.94;
/// The share of the shorter that must stand in the longer for one utterance, and for saying what of it was changed.
const ALIKE: f64 = 0.5;
const NEARLY: f64 = 0.75;

impl Utterance {
    /// Reads an utterance.
    pub fn read(text: &str, lexicon: &Lexicon) -> Self {
        Self { units: units(text, lexicon) }
    }

    /// Sets two utterances side by side. `literal` says that both are given in the speaker's own words, so that a pronoun
    /// means whom it says.
    pub fn likeness(&self, other: &Self, literal: bool) -> Likeness {
        let (a, b) = (&self.units, &other.units);
        let pairs = align(a, b);
        let weighed = weigh(a, b, &pairs);
        let changes = change::find(a, b, &pairs, literal);
        let kept = || pairs.iter().filter(|pair| pair.likeness > EXACT);
        let differing = [unpaired(a, kept().map(|pair| pair.a)), unpaired(b, kept().map(|pair| pair.b))];
        let sense = sense(a, b, &pairs, &changes, &weighed);
        Likeness { sense, evidence: weighed.evidence, share: weighed.share, changes, differing }
    }
}

/// What an alignment comes to.
struct Weighed {
    evidence: f64,
    /// Of what the shorter says.
    share: f64,
    /// Of the words of the shorter, whatever they say.
    words: f64,
}

fn weigh(a: &[Unit], b: &[Unit], pairs: &[Pair]) -> Weighed {
    let sum = |units: &[Unit]| units.iter().map(|unit| unit.weight).sum::<f64>();
    let (paired_a, paired_b): (Vec<usize>, Vec<usize>) = pairs.iter().map(|pair| (pair.a, pair.b)).unzip();
    let left = |units: &[Unit], paired: &[usize]| -> f64 {
        let missing = (0..units.len()).filter(|at| paired.binary_search(at).is_err());
        missing.map(|at| units[at].weight).sum()
    };
    let gain = |pair: &Pair| pair.likeness * f64::midpoint(a[pair.a].weight, b[pair.b].weight);
    let moved = moved(a, b, &paired_a, &paired_b) * MOVED;
    let shared = pairs.iter().map(gain).sum::<f64>() + moved;
    let runs = pairs.windows(2).filter(|two| two[1].a == two[0].a + 1 && two[1].b == two[0].b + 1).count();
    let (short, short_paired, long, long_paired) =
        if sum(a) <= sum(b) { (a, &paired_a, b, &paired_b) } else { (b, &paired_b, a, &paired_a) };
    let inside = match (long_paired.first(), long_paired.last()) {
        (Some(&first), Some(&last)) => {
            let within: Vec<usize> = long_paired.iter().map(|at| at - first).collect();
            left(&long[first..=last], &within)
        }
        _ => 0.0,
    };
    let missing = (left(short, short_paired) - moved).max(0.0);
    let count = |count: usize| f64::from(u16::try_from(count).unwrap_or(u16::MAX));
    Weighed {
        evidence: shared + RUN * count(runs) - MISSING * missing - PUT_IN * inside,
        share: if sum(short) > 0.0 { (shared / sum(short)).min(1.0) } else { 0.0 },
        words: count(pairs.len()) / count(short.len().max(1)),
    }
}

/// What the words say that stand in both, but not in the same order; each is taken once.
fn moved(a: &[Unit], b: &[Unit], paired_a: &[usize], paired_b: &[usize]) -> f64 {
    let says = |unit: &Unit| matches!(unit.what, What::Content | What::Name | What::Figure(..));
    let free = |units: &[Unit], paired: &[usize]| -> Vec<usize> {
        (0..units.len()).filter(|at| paired.binary_search(at).is_err() && says(&units[*at])).collect()
    };
    let mut others = free(b, paired_b);
    let mut sum = 0.0;
    for at in free(a, paired_a) {
        let likest = others.iter().map(|&other| alike::likeness(&a[at], &b[other])).enumerate();
        let Some((place, alike)) = likest.max_by(|x, y| x.1.total_cmp(&y.1)).filter(|(_, alike)| *alike > 0.0) else {
            continue;
        };
        sum += alike * f64::midpoint(a[at].weight, b[others[place]].weight);
        others.remove(place);
    }
    sum
}

/// How two utterances relate by their alignment.
fn sense(a: &[Unit], b: &[Unit], pairs: &[Pair], changes: &[Change], weighed: &Weighed) -> Sense {
    let exact = pairs.iter().all(|pair| pair.likeness > EXACT);
    let whole = exact && pairs.len() == a.len().min(b.len()) && !pairs.is_empty();
    if whole && a.len() == b.len() {
        return Sense::Same;
    }
    if !changes.is_empty() && weighed.share.max(weighed.words) >= NEARLY {
        return Sense::Changed;
    }
    match weighed.share >= ALIKE && changes.is_empty() {
        true if whole => Sense::Trimmed,
        true => Sense::Reworded,
        false => Sense::Other,
    }
}

/// Where the units stand that are in no pair; neighbours as one span.
fn unpaired(units: &[Unit], paired: impl Iterator<Item = usize>) -> Vec<Span> {
    let paired: Vec<usize> = paired.collect();
    let mut spans: Vec<(usize, Span)> = Vec::new();
    for at in (0..units.len()).filter(|at| paired.binary_search(at).is_err()) {
        match spans.last_mut() {
            Some((last, span)) if *last + 1 == at => (*last, *span) = (at, span.cover(units[at].span)),
            _ => spans.push((at, units[at].span)),
        }
    }
    spans.into_iter().map(|(_, span)| span).collect()
}

#[cfg(test)]
mod tests;
