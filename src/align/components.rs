//! Clusters of a whole run. Only items that a chain of good ties connects can ever merge, so each such component is clustered for
//! itself, and all of them at once.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::lexicon::Lexicon;

use super::blocks::narrow;
use super::cluster::{FORBIDDEN, Tie, cluster};
use super::compare::{Telling, compare};
use super::teller::Teller;
use super::weights::THRESHOLD;

/// The most members of a cluster whose every pair is compared.
const MOST_COMPLETED: usize = 120;

/// In larger components tellings of one scope that are tied so well are one item: nothing could keep them apart.
const SURELY_ONE: Tie = 3.0;

/// The ties of an item: others by their indices, each with the tie to it. A pair stands with one of its two items.
pub(super) type Ties = Vec<(u32, Tie)>;

/// Two items and the tie between them, the lower item first.
type Pair = (u32, u32, Tie);

/// Items that are one event.
#[derive(Debug)]
pub(super) struct Cluster {
    /// The items, in order.
    pub(super) members: Vec<usize>,
    /// The weakest tie among them, 0 where a pair was not compared; `None` for a single item.
    pub(super) weakest: Option<Tie>,
}

/// The sum of weights from which two tellings are one event.
pub(super) fn bar() -> f64 {
    (THRESHOLD / (1.0 - THRESHOLD)).log2()
}

/// Which component each item belongs to, by its number in the order of first items.
pub(super) struct Components {
    of: Vec<usize>,
    sizes: Vec<usize>,
}

impl Components {
    /// The components of so many items, given the others that good ties lead to from each.
    pub(super) fn of(items: usize, good: impl Iterator<Item = (usize, Vec<u32>)>) -> Self {
        let mut first: Vec<usize> = (0..items).collect();
        for (item, others) in good {
            for other in others {
                let (a, b) = (root(&mut first, item), root(&mut first, other as usize));
                first[a.max(b)] = a.min(b);
            }
        }
        let (mut of, mut sizes) = (vec![0; items], Vec::new());
        for item in 0..items {
            let root = root(&mut first, item);
            of[item] = if root == item { sizes.len() } else { of[root] };
            sizes.resize(sizes.len().max(of[item] + 1), 0);
            sizes[of[item]] += 1;
        }
        Self { of, sizes }
    }

    /// Whether no good tie leads from or to an item.
    pub(super) fn is_single(&self, item: usize) -> bool {
        self.sizes[self.of[item]] == 1
    }

    /// Whether two items stand in one component.
    pub(super) fn holds_both(&self, a: usize, b: usize) -> bool {
        self.of[a] == self.of[b]
    }

    /// The clusters of all items, in the order of their first members. `ties` are those of items to others of their components.
    pub(super) fn clusters(
        &self,
        ties: Vec<(usize, Ties)>,
        tellings: &[Telling<'_>],
        lexicon: &Lexicon,
    ) -> Vec<Cluster> {
        let own = self.ties(ties);
        let (singles, several): (Vec<_>, Vec<_>) =
            self.parts().into_iter().zip(own).partition(|(part, _)| part.len() == 1);
        let clustered = several.into_par_iter().flat_map_iter(|(members, ties)| {
            let component = Component { members, ties, tellings, lexicon };
            component.clusters()
        });
        let single = |(members, _): (Vec<usize>, _)| Cluster { members, weakest: None };
        let mut clusters: Vec<Cluster> = clustered.collect();
        clusters.extend(singles.into_iter().map(single));
        clusters.sort_unstable_by_key(|cluster| cluster.members[0]);
        clusters
    }

    /// The items of each component, in order.
    fn parts(&self) -> Vec<Vec<usize>> {
        let mut parts = vec![Vec::new(); self.sizes.len()];
        for (item, &part) in self.of.iter().enumerate() {
            parts[part].push(item);
        }
        parts
    }

    /// The ties inside each component.
    fn ties(&self, ties: Vec<(usize, Ties)>) -> Vec<Vec<Pair>> {
        let mut own = vec![Vec::new(); self.sizes.len()];
        for (item, ties) in ties {
            let at = narrow(item);
            own[self.of[item]]
                .extend(ties.into_iter().map(|(other, tie): (u32, Tie)| (other.min(at), other.max(at), tie)));
        }
        own
    }
}

/// The first item of the chain that an item belongs to, which is made shorter on the way.
fn root(first: &mut [usize], mut item: usize) -> usize {
    while first[item] != item {
        first[item] = first[first[item]];
        item = first[item];
    }
    item
}

/// Items that good ties connect.
struct Component<'c, 'a> {
    members: Vec<usize>,
    /// Ties between members, sorted.
    ties: Vec<Pair>,
    tellings: &'c [Telling<'a>],
    lexicon: &'c Lexicon,
}

impl Component<'_, '_> {
    fn clusters(mut self) -> Vec<Cluster> {
        self.ties.sort_unstable_by_key(|&(a, b, _)| (a, b));
        let members = self.members.clone();
        let mut found = Vec::new();
        for members in self.among(&members) {
            let apart = self.apart(&members);
            if apart.is_empty() {
                found.push(members);
                continue;
            }
            // What no block brought together may still forbid: a telling that speaks of two towns must not make their events one.
            self.ties.extend(apart.into_iter().map(|(a, b)| (narrow(a), narrow(b), FORBIDDEN)));
            self.ties.sort_unstable_by_key(|&(a, b, _)| (a, b));
            found.extend(self.among(&members));
        }
        let told = |members: Vec<usize>| Cluster { weakest: self.weakest(&members), members };
        found.into_iter().map(told).collect()
    }

    /// The clusters of some members.
    fn among(&self, members: &[usize]) -> Vec<Vec<usize>> {
        let nodes = self.nodes(members);
        let count = nodes.iter().max().map_or(0, |last| last + 1);
        let (mut sizes, mut held) = (vec![0; count], vec![Vec::new(); count]);
        for (&node, &member) in nodes.iter().zip(members) {
            sizes[node] += 1;
            held[node].push(member);
        }
        let mut ties: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (a, b, tie) in self.inside(members) {
            let (a, b) = (nodes[a].min(nodes[b]), nodes[a].max(nodes[b]));
            if a != b {
                *ties.entry((a, b)).or_default() += f64::from(tie);
            }
        }
        let parts = cluster(sizes, ties.into_iter().map(|((a, b), tie)| (a, b, tie)), bar());
        let members = |part: Vec<usize>| {
            let mut members: Vec<usize> = part.into_iter().flat_map(|node| held[node].iter().copied()).collect();
            members.sort_unstable();
            members
        };
        parts.into_iter().map(members).collect()
    }

    /// The node that each member belongs to: its own, but that in a large component a member joins the first before it of the same
    /// scope that it is well tied to, and that joined nobody itself. That is no chain: nothing is one node but by a tie to its first.
    fn nodes(&self, members: &[usize]) -> Vec<usize> {
        let mut leads: Vec<usize> = (0..members.len()).collect();
        if members.len() > MOST_COMPLETED {
            for (a, b, _) in self.inside(members).filter(|&(.., tie)| tie >= SURELY_ONE) {
                let [x, y] = [a, b].map(|at| &self.tellings[members[at]]);
                if leads[a] == a && leads[b] == b && x.is_of_scope(y) {
                    leads[b] = a;
                }
            }
        }
        let mut numbers = vec![usize::MAX; members.len()];
        let mut count = 0;
        for at in 0..members.len() {
            numbers[at] = if leads[at] == at { count } else { numbers[leads[at]] };
            count += usize::from(leads[at] == at);
        }
        numbers
    }

    /// The ties among some members, by their places in the list.
    fn inside(&self, members: &[usize]) -> impl Iterator<Item = (usize, usize, Tie)> {
        let of = move |(at, &item): (usize, &usize)| {
            let first = self.ties.partition_point(|&(a, ..)| (a as usize) < item);
            let own = self.ties[first..].iter().take_while(move |&&(a, ..)| a as usize == item);
            own.filter_map(move |&(_, b, tie)| Some((at, members.binary_search(&(b as usize)).ok()?, tie)))
        };
        members.iter().enumerate().flat_map(of)
    }

    /// The pairs of a cluster of at least three that were not compared and that something forbids; none of remarks. Very large
    /// clusters are left as they are.
    fn apart(&self, members: &[usize]) -> Vec<(usize, usize)> {
        let few = (3..=MOST_COMPLETED).contains(&members.len());
        if !few || self.tellings[members[0]].event.utterance {
            return Vec::new();
        }
        let pairs = members.iter().enumerate().flat_map(|(at, &a)| members[at + 1..].iter().map(move |&b| (a, b)));
        let unknown = |&(a, b): &(usize, usize)| {
            self.ties.binary_search_by_key(&(narrow(a), narrow(b)), |&(a, b, _)| (a, b)).is_err()
        };
        let compared = |a: usize, b: usize| compare(&self.tellings[a], &self.tellings[b], self.lexicon, Teller::SILENT);
        pairs.filter(unknown).filter(|&(a, b)| compared(a, b).forbidden).collect()
    }

    /// The weakest tie of a cluster.
    fn weakest(&self, members: &[usize]) -> Option<Tie> {
        let (mut weakest, mut known) = (None::<Tie>, 0);
        for (_, _, tie) in self.inside(members) {
            weakest = Some(weakest.map_or(tie, |weakest| weakest.min(tie)));
            known += 1;
        }
        let unknown = members.len() * (members.len() - 1) / 2 > known;
        weakest.map(|weakest| if unknown { weakest.min(0.0) } else { weakest })
    }
}
