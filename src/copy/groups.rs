//! Groups of copies: articles whose sketches resemble each other closely.

use std::collections::BTreeMap;

use super::sketch::KEPT;

/// Share of shingles from which two articles tell one text: a re-used agency story with a changed headline, credit line
/// and a few figures keeps well over half of its shingles, two reports of one event by different hands under a tenth.
const RESEMBLANCE: f64 = 0.5;
/// A shingle that more articles share is boilerplate and finds no candidates.
const COMMON: usize = 64;
/// Sketches shorter than this say too little: three sentences.
const SHORTEST: usize = 24;

/// For each sketch the index of the first article of its group; an article without a copy is its own.
pub fn groups(sketches: &[&[u64]]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..sketches.len()).collect();
    for (a, b) in candidates(sketches) {
        let (root_a, root_b) = (root(&first, a), root(&first, b));
        if root_a != root_b && resemblance(sketches[a], sketches[b]) >= RESEMBLANCE {
            first[root_a.max(root_b)] = root_a.min(root_b);
        }
    }
    (0..first.len()).map(|index| root(&first, index)).collect()
}

/// Pairs that share a shingle, each with the first article that has it: enough to find every chain of copies.
fn candidates(sketches: &[&[u64]]) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (index, sketch) in sketches.iter().enumerate().filter(|(_, sketch)| sketch.len() >= SHORTEST) {
        for &hash in *sketch {
            holders.entry(hash).or_default().push(index);
        }
    }
    let telling = holders.values().filter(|holders| (2..=COMMON).contains(&holders.len()));
    let mut pairs: Vec<(usize, usize)> = telling.flat_map(|holders| holders.windows(2).map(|w| (w[0], w[1]))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn root(first: &[usize], mut index: usize) -> usize {
    while first[index] != index {
        index = first[index];
    }
    index
}

/// The estimated Jaccard resemblance of two texts from their bottom-k sketches.
pub(crate) fn resemblance(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut shared, mut seen) = (0, 0, 0_u32, 0_u32);
    while seen < u32::try_from(KEPT).unwrap_or(u32::MAX) && (i < a.len() || j < b.len()) {
        let (left, right) = (a.get(i).copied().unwrap_or(u64::MAX), b.get(j).copied().unwrap_or(u64::MAX));
        shared += u32::from(left == right);
        i += usize::from(left <= right);
        j += usize::from(right <= left);
        seen += 1;
    }
    if seen == 0 { 0.0 } else { f64::from(shared) / f64::from(seen) }
}
