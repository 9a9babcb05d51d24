//! How the other figures of a slot come to their strands, without walking through all strands for each.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::ClaimAt;
use crate::rule::Compare;
use crate::value::Bound;

use super::face::{Face, Sum, face};
use super::judge::{Bench, relation};
use super::relation::Relation;
use super::strands::{is_meant, is_same_amount, is_vague};

/// Strands under construction, the main one first.
pub(super) struct Strands<'a, 'b> {
    all: Vec<Strand<'a>>,
    /// The strands in which an article speaks.
    of_article: BTreeMap<usize, BTreeSet<usize>>,
    /// The strands that hold a figure which comes to a sum.
    of_sum: BTreeMap<Sum, BTreeSet<usize>>,
    compare: &'b Compare,
    bench: &'b Bench<'a>,
}

/// One strand.
#[derive(Default)]
struct Strand<'a> {
    claims: Vec<ClaimAt>,
    /// The first claim of each article.
    first: BTreeMap<usize, ClaimAt>,
    /// A claim for each of its faces, and every claim without one.
    shown: Vec<ClaimAt>,
    faces: BTreeSet<Face<'a>>,
}

impl<'a, 'b> Strands<'a, 'b> {
    pub(super) fn new(main: Vec<ClaimAt>, compare: &'b Compare, bench: &'b Bench<'a>) -> Self {
        let (of_article, of_sum) = (BTreeMap::new(), BTreeMap::new());
        let mut strands = Self { all: vec![Strand::default()], of_article, of_sum, compare, bench };
        for claim in main {
            strands.push(claim, 0);
        }
        strands
    }

    /// Adds a claim to the first strand that it belongs to, else to one of its own.
    pub(super) fn add(&mut self, claim: ClaimAt, loosest: Relation) {
        let found = self.candidates(claim, loosest).into_iter().find(|&strand| self.joins(claim, strand, loosest));
        let strand = found.unwrap_or_else(|| {
            self.all.push(Strand::default());
            self.all.len() - 1
        });
        self.push(claim, strand);
    }

    pub(super) fn finish(self) -> Vec<Vec<ClaimAt>> {
        self.all.into_iter().map(|strand| strand.claims).collect()
    }

    fn push(&mut self, claim: ClaimAt, at: usize) {
        let strand = &mut self.all[at];
        strand.claims.push(claim);
        strand.first.entry(claim.0).or_insert(claim);
        let face = face(claim, self.bench);
        if face.is_none_or(|face| strand.faces.insert(face)) {
            strand.shown.push(claim);
        }
        self.of_article.entry(claim.0).or_default().insert(at);
        if let Some(face) = face {
            self.of_sum.entry(face.sum()).or_default().insert(at);
        }
    }

    /// The strands that a claim may belong to, in order: those that hold a figure of its sum, "about" or not, and those of its
    /// article where a looser figure will do.
    fn candidates(&self, claim: ClaimAt, loosest: Relation) -> BTreeSet<usize> {
        let Some((bound, ends)) = plain_sum(claim, self.bench) else { return (0..self.all.len()).collect() };
        let strict = loosest <= Relation::Converted && bound != Bound::Vague;
        let own = self.of_article.get(&claim.0).filter(|_| !strict);
        let bounds = BTreeSet::from([bound, Bound::Exact, Bound::About]);
        let alike = bounds.into_iter().filter_map(|bound| self.of_sum.get(&(bound, ends)));
        own.into_iter().chain(alike).flatten().copied().collect()
    }

    /// Whether a figure belongs to a strand: it repeats a figure of its own article there, or agrees with all of it.
    fn joins(&self, claim: ClaimAt, strand: usize, loosest: Relation) -> bool {
        let close = |other: ClaimAt, bar: Relation| {
            relation(claim, other, self.compare, self.bench).is_some_and(|relation| relation <= bar)
        };
        let strand = &self.all[strand];
        strand.first.get(&claim.0).map_or_else(
            || strand.shown.iter().all(|&other| close(other, Relation::Converted)),
            |&other| {
                close(other, loosest)
                    || is_same_amount(claim, other, self.bench)
                    || (is_vague(claim, self.bench) && is_meant(claim, other, self.compare, self.bench))
            },
        )
    }
}

/// Figures that another article gives too, beside the one that stands for it: each such is a fact of its own, however loose a bound
/// of its own article would hold it ("more than 6 to 9" against "7 to 9").
pub(super) struct Twins<'a, 'b> {
    all: &'b [ClaimAt],
    of_sum: BTreeMap<Sum, Vec<ClaimAt>>,
    compare: &'b Compare,
    bench: &'b Bench<'a>,
}

impl<'a, 'b> Twins<'a, 'b> {
    /// Of the claims outside the main strand.
    pub(super) fn of(others: &'b [ClaimAt], compare: &'b Compare, bench: &'b Bench<'a>) -> Self {
        let mut of_sum: BTreeMap<Sum, Vec<ClaimAt>> = BTreeMap::new();
        for &at in others {
            if let Some(face) = face(at, bench) {
                of_sum.entry(face.sum()).or_default().push(at);
            }
        }
        Self { all: others, of_sum, compare, bench }
    }

    /// Whether an article that is no copy of its own gives the same figure.
    pub(super) fn has(&self, claim: ClaimAt) -> bool {
        let alike = plain_sum(claim, self.bench).map_or(Some(self.all), |sum| self.of_sum.get(&sum).map(Vec::as_slice));
        let copied = |at: &ClaimAt| self.bench.copies[at.0] == self.bench.copies[claim.0];
        let same = |at: ClaimAt| {
            relation(claim, at, self.compare, self.bench).is_some_and(|relation| relation <= Relation::Converted)
        };
        alike.into_iter().flatten().filter(|at| !copied(at)).any(|&at| same(at))
    }
}

/// The sum of a figure that nothing of another sum is the same as.
fn plain_sum(at: ClaimAt, bench: &Bench<'_>) -> Option<Sum> {
    face(at, bench).filter(Face::is_plain).map(|face| face.sum())
}
