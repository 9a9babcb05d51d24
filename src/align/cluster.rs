//! Average linkage with cannot-links: never by closure, so that a chain of half-similar tellings does not become one event.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// The comparison of two items: the sum of its weights, or that they may not stand together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tie {
    /// Sum of weights.
    Weight(f64),
    /// Never in one cluster.
    Forbidden,
}

/// The ties between two clusters: their sum over the pairs that were compared, and whether one of them forbids.
#[derive(Clone, Copy, Debug, Default)]
struct Bond {
    sum: f64,
    forbidden: bool,
}

/// A merge that could be made, best first.
#[derive(PartialEq)]
struct Candidate {
    average: f64,
    a: usize,
    b: usize,
    versions: (u32, u32),
}

impl Eq for Candidate {}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Candidate {
    /// By average, then by the items' order, so that the outcome depends on nothing else.
    fn cmp(&self, other: &Self) -> Ordering {
        self.average.total_cmp(&other.average).then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

/// Clusters under construction.
struct Clusters {
    members: Vec<Vec<usize>>,
    bonds: Vec<BTreeMap<usize, Bond>>,
    versions: Vec<u32>,
    queue: BinaryHeap<Candidate>,
    threshold: f64,
}

/// Clusters of the items `0..count`: two clusters merge while the average of the weights between their members (0 for a pair
/// that was not compared) is at least `threshold` and no pair is forbidden. Items and clusters are in order.
pub(super) fn cluster(count: usize, ties: &BTreeMap<(usize, usize), Tie>, threshold: f64) -> Vec<Vec<usize>> {
    let mut clusters = Clusters::new(count, ties, threshold);
    while let Some(candidate) = clusters.queue.pop() {
        if (clusters.versions[candidate.a], clusters.versions[candidate.b]) == candidate.versions {
            clusters.merge(candidate.a, candidate.b);
        }
    }
    let mut found: Vec<Vec<usize>> = clusters.members.into_iter().filter(|members| !members.is_empty()).collect();
    for members in &mut found {
        members.sort_unstable();
    }
    found.sort();
    found
}

impl Clusters {
    fn new(count: usize, ties: &BTreeMap<(usize, usize), Tie>, threshold: f64) -> Self {
        let mut clusters = Self {
            members: (0..count).map(|item| vec![item]).collect(),
            bonds: vec![BTreeMap::new(); count],
            versions: vec![0; count],
            queue: BinaryHeap::new(),
            threshold,
        };
        for (&(a, b), &tie) in ties {
            let bond = match tie {
                Tie::Weight(sum) => Bond { sum, forbidden: false },
                Tie::Forbidden => Bond { sum: 0.0, forbidden: true },
            };
            clusters.bonds[a].insert(b, bond);
            clusters.bonds[b].insert(a, bond);
            clusters.offer(a, b);
        }
        clusters
    }

    /// Queues the merge of two clusters if it may be made.
    #[allow(clippy::cast_precision_loss)]
    fn offer(&mut self, a: usize, b: usize) {
        let Some(bond) = self.bonds[a].get(&b).filter(|bond| !bond.forbidden) else { return };
        let pairs = self.members[a].len() * self.members[b].len();
        let average = bond.sum / pairs as f64;
        if average >= self.threshold {
            let (a, b) = (a.min(b), a.max(b));
            self.queue.push(Candidate { average, a, b, versions: (self.versions[a], self.versions[b]) });
        }
    }

    /// Merges the second cluster into the first.
    fn merge(&mut self, a: usize, b: usize) {
        let moved = std::mem::take(&mut self.members[b]);
        self.members[a].extend(moved);
        self.versions[a] += 1;
        self.versions[b] = u32::MAX;
        self.bonds[a].remove(&b);
        for (other, bond) in std::mem::take(&mut self.bonds[b]) {
            self.bonds[other].remove(&b);
            if other == a {
                continue;
            }
            let joined = self.bonds[a].entry(other).or_default();
            joined.sum += bond.sum;
            joined.forbidden |= bond.forbidden;
            let joined = *joined;
            self.bonds[other].insert(a, joined);
        }
        let others: Vec<usize> = self.bonds[a].keys().copied().collect();
        for other in others {
            self.offer(a, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ties(pairs: &[(usize, usize, f64)]) -> BTreeMap<(usize, usize), Tie> {
        pairs.iter().map(|&(a, b, w)| ((a, b), if w.is_nan() { Tie::Forbidden } else { Tie::Weight(w) })).collect()
    }

    #[test]
    fn a_chain_is_not_closed() {
        let chain = ties(&[(0, 1, 5.0), (1, 2, 1.0), (2, 3, 5.0)]);
        assert_eq!(cluster(4, &chain, 1.0), vec![vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_forbidden_pair_never_stands_together() {
        let pairs = ties(&[(0, 1, 9.0), (1, 2, 8.0), (0, 2, f64::NAN)]);
        assert_eq!(cluster(3, &pairs, 0.0), vec![vec![0, 1], vec![2]]);
    }

    #[test]
    fn all_that_are_alike_come_together() {
        let pairs = ties(&[(0, 1, 3.0), (0, 2, 3.0), (1, 2, 3.0)]);
        assert_eq!(cluster(4, &pairs, 0.0), vec![vec![0, 1, 2], vec![3]]);
    }
}
