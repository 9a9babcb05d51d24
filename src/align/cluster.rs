//! Average linkage with cannot-links: never by closure, so that a chain of half-similar tellings does not become one event.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// What two items say of each other: the sum of its weights.
pub(super) type Tie = f32;
/// The tie of two items that may never stand in one cluster. It stays what it is whatever is added to it.
pub(super) const FORBIDDEN: Tie = Tie::NEG_INFINITY;

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
    /// For how many items a cluster stands.
    sizes: Vec<usize>,
    /// The ties between two clusters, summed over the pairs that were compared.
    bonds: Vec<BTreeMap<usize, f64>>,
    /// How often a cluster has grown.
    versions: Vec<u32>,
    queue: BinaryHeap<Candidate>,
    threshold: f64,
}

/// Clusters of items, each of which stands for so many: two clusters merge while the average of the weights between their members
/// (0 for a pair that was not compared) is at least `threshold` and no pair is forbidden. Items and clusters are in order.
pub(super) fn cluster(
    sizes: Vec<usize>,
    ties: impl IntoIterator<Item = (usize, usize, f64)>,
    threshold: f64,
) -> Vec<Vec<usize>> {
    let mut clusters = Clusters::new(sizes, ties, threshold);
    while let Some(candidate) = clusters.queue.pop() {
        let Candidate { a, b, versions, .. } = candidate;
        if clusters.versions_of(a, b) == versions {
            clusters.merge(a, b);
        } else {
            // Since it was queued one of them has grown, which leaves the average lower, or queued a higher one.
            clusters.offer(a, b);
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
    fn new(sizes: Vec<usize>, ties: impl IntoIterator<Item = (usize, usize, f64)>, threshold: f64) -> Self {
        let count = sizes.len();
        let mut clusters = Self {
            members: (0..count).map(|item| vec![item]).collect(),
            sizes,
            bonds: vec![BTreeMap::new(); count],
            versions: vec![0; count],
            queue: BinaryHeap::new(),
            threshold,
        };
        for (a, b, tie) in ties {
            clusters.bonds[a].insert(b, tie);
            clusters.bonds[b].insert(a, tie);
            clusters.offer(a, b);
        }
        clusters
    }

    fn versions_of(&self, a: usize, b: usize) -> (u32, u32) {
        (self.versions[a], self.versions[b])
    }

    /// Queues the merge of two clusters if it may be made.
    #[allow(clippy::cast_precision_loss)]
    fn offer(&mut self, a: usize, b: usize) {
        let Some(sum) = self.bonds[a].get(&b) else { return };
        let pairs = self.sizes[a] * self.sizes[b];
        let average = sum / pairs as f64;
        if average >= self.threshold {
            let (a, b) = (a.min(b), a.max(b));
            self.queue.push(Candidate { average, a, b, versions: self.versions_of(a, b) });
        }
    }

    /// Merges the second cluster into the first. Only what was tied to the second may have come nearer to the first.
    fn merge(&mut self, a: usize, b: usize) {
        let moved = std::mem::take(&mut self.members[b]);
        self.members[a].extend(moved);
        self.sizes[a] += self.sizes[b];
        self.versions[a] += 1;
        self.versions[b] = u32::MAX;
        self.bonds[a].remove(&b);
        for (other, sum) in std::mem::take(&mut self.bonds[b]) {
            if other == a {
                continue;
            }
            self.bonds[other].remove(&b);
            let joined = self.bonds[a].entry(other).or_default();
            *joined += sum;
            let joined = *joined;
            self.bonds[other].insert(a, joined);
            self.offer(a, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_not_closed() {
        let chain = [(0, 1, 5.0), (1, 2, 1.0), (2, 3, 5.0)];
        assert_eq!(cluster(vec![1; 4], chain, 1.0), vec![vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn a_forbidden_pair_never_stands_together() {
        let pairs = [(0, 1, 9.0), (1, 2, 8.0), (0, 2, f64::NEG_INFINITY)];
        assert_eq!(cluster(vec![1; 3], pairs, 0.0), vec![vec![0, 1], vec![2]]);
    }

    #[test]
    fn all_that_are_alike_come_together() {
        let pairs = [(0, 1, 3.0), (0, 2, 3.0), (1, 2, 3.0)];
        assert_eq!(cluster(vec![1; 4], pairs, 0.0), vec![vec![0, 1, 2], vec![3]]);
    }

    #[test]
    fn one_that_is_tied_to_both_halves_waits_for_neither() {
        // The third comes to the two that merge before it with the average of its ties to them.
        let pairs = [(0, 1, 9.0), (0, 2, 4.0), (1, 2, -2.0), (2, 3, 3.0)];
        assert_eq!(cluster(vec![1; 4], pairs, 1.0), vec![vec![0, 1], vec![2, 3]]);
    }
}
