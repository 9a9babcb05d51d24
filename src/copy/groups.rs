//! Groups of copies: articles whose sketches resemble each other closely.

use crate::claim::Sketch;

use super::sketch::KEPT;

/// Share of shingles from which two articles tell one text: a re-used agency story with a changed headline, credit line
/// and a few figures keeps well over half of its shingles, two reports of one event by different hands under a tenth.
const RESEMBLANCE: f64 = 0.5;
/// A shingle that more articles share is boilerplate and finds no candidates.
const COMMON: usize = 64;
/// Sketches shorter than this say too little: three sentences.
const SHORTEST: usize = 24;
/// By how many of its smallest hashes an article is looked up. Two texts that share half of their shingles miss each other in
/// all of these once in four billion times.
const KEYS: usize = 32;

/// A hash and an article that has it.
type Keyed = (u64, u32);

/// For each sketch the index of the first article of its group; an article without a copy is its own.
pub fn groups(sketches: &[&Sketch]) -> Vec<usize> {
    let mut groups = Groups { first: (0..sketches.len()).collect() };
    for hash in [|sketch: &Sketch| sketch.whole, |sketch: &Sketch| sketch.body] {
        let keyed = sketches.iter().zip(0..).filter_map(|(sketch, index)| Some((hash(sketch)?, index)));
        groups.join_all(&sorted(keyed));
    }
    let long = sketches.iter().zip(0..).filter(|(sketch, _)| sketch.shingles.len() >= SHORTEST);
    let shingles = long.flat_map(|(sketch, index)| sketch.shingles.iter().take(KEYS).map(move |&hash| (hash, index)));
    groups.join_alike(&sorted(shingles), sketches);
    (0..sketches.len()).map(|index| groups.root(index)).collect()
}

fn sorted(keyed: impl Iterator<Item = Keyed>) -> Vec<Keyed> {
    let mut keyed: Vec<Keyed> = keyed.collect();
    keyed.sort_unstable();
    keyed
}

/// Groups under construction: for each article one that comes before it in its group, or itself.
struct Groups {
    first: Vec<usize>,
}

impl Groups {
    /// Joins all that have one hash.
    fn join_all(&mut self, keyed: &[Keyed]) {
        for pair in keyed.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            self.join(pair[0].1 as usize, pair[1].1 as usize);
        }
    }

    /// Joins those that share a shingle and resemble each other, each with the one before it that has the shingle: enough to find
    /// every chain of copies.
    fn join_alike(&mut self, keyed: &[Keyed], sketches: &[&Sketch]) {
        for holders in keyed.chunk_by(|a, b| a.0 == b.0).filter(|holders| holders.len() <= COMMON) {
            for pair in holders.windows(2) {
                let (a, b) = (pair[0].1 as usize, pair[1].1 as usize);
                let alike = || resemblance(&sketches[a].shingles, &sketches[b].shingles) >= RESEMBLANCE;
                if self.root(a) != self.root(b) && alike() {
                    self.join(a, b);
                }
            }
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.first[a.max(b)] = a.min(b);
    }

    fn root(&self, mut index: usize) -> usize {
        while self.first[index] != index {
            index = self.first[index];
        }
        index
    }
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
