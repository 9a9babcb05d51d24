//! What the articles of a finding say of each other, pair by pair.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::ClaimAt;
use crate::claim::{Value, ValueKind};
use crate::rule::{Compare, Rule};
use crate::value::Bound;

use super::face::{Face, face};
use super::finding::{Class, Reason, Verdict};
use super::judge::{Bench, reason, relation, verdict_of};
use super::relation::Relation;

/// How many times since are each set against a stated start among the reasons of one finding.
const MOST_RECKONED: usize = 8;
/// How many pairs of articles that exclude each other are told one by one.
const MOST_TOLD: usize = 64;
/// How many pairs of articles with the same two figures are set against each other: beyond that, one more shows nothing new.
const MOST_OF_FACES: usize = 400;
/// How many pairs of articles one finding is judged by.
const MOST_PAIRS: usize = 100_000;

/// The reasons that pairs of articles give.
#[derive(Debug, Default)]
pub(super) struct Met {
    pub(super) reasons: Vec<Reason>,
    pub(super) left: Left,
}

/// What was left out where articles are too many.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Left {
    /// Pairs that were not set against each other.
    pairs: usize,
    /// Pairs that exclude each other as those told do.
    conflicts: usize,
}

impl Left {
    /// That something was left out, for the reasons of a finding of this class.
    pub(super) fn told(self, class: Class) -> Vec<Reason> {
        let told =
            |count: usize, what: &str| (count > 0).then(|| Reason { code: class, text: format!("{count} {what}") });
        let conflicts = told(self.conflicts, "more pairs of articles exclude each other likewise");
        let pairs =
            told(self.pairs, "more pairs of articles, too many to set against each other one by one, were left out");
        conflicts.into_iter().chain(pairs).collect()
    }
}

/// One reason for every way in which the figures of two articles relate, with the pair that shows it best.
pub(super) fn between(voices: &[Vec<ClaimAt>], rule: &Rule, bench: &Bench<'_>) -> Met {
    let faces: Vec<Option<Face<'_>>> = voices.iter().map(|voice| one_face(voice, bench)).collect();
    let faces = numbered(&faces);
    let (mut met, mut budget) = (Met::default(), Budget::default());
    for (index, a) in voices.iter().enumerate() {
        for (other, b) in voices.iter().enumerate().skip(index + 1) {
            match budget.spend(faces[index], faces[other]) {
                Spent::Known => {}
                Spent::TooMany => met.left.pairs += 1,
                Spent::Pair => met.add(a, b, voices, rule, bench),
            }
        }
    }
    met
}

impl Met {
    /// Adds the reason of a pair of articles, unless it says nothing new.
    fn add(&mut self, a: &[ClaimAt], b: &[ClaimAt], voices: &[Vec<ClaimAt>], rule: &Rule, bench: &Bench<'_>) {
        let Some((relation, x, y)) = farthest(a, b, rule.compare(), bench) else { return };
        let reason = reason(relation, x, y, voices, rule.compare(), bench);
        let reckoned = bench.is_elapsed(x) != bench.is_elapsed(y) && self.reasons.len() < MOST_RECKONED;
        let known = self.reasons.iter().any(|known| known.code == reason.code);
        let conflict = verdict_of(reason.code) == Verdict::Conflict;
        if !known || reckoned || conflict && self.reasons.len() < MOST_TOLD {
            self.reasons.push(reason);
        } else {
            self.left.conflicts += usize::from(conflict);
        }
    }
}

/// How many pairs were set against each other.
#[derive(Debug, Default)]
struct Budget {
    pairs: usize,
    /// Of two faces that differ.
    of_faces: BTreeMap<(usize, usize), usize>,
    /// Faces of which two articles met.
    met: BTreeSet<usize>,
}

/// What becomes of a pair.
enum Spent {
    /// It is set against each other.
    Pair,
    /// Both say what two others say that were.
    Known,
    /// There are too many.
    TooMany,
}

impl Budget {
    fn spend(&mut self, x: Option<usize>, y: Option<usize>) -> Spent {
        if self.pairs >= MOST_PAIRS {
            return Spent::TooMany;
        }
        match (x, y) {
            (Some(x), Some(y)) if x == y && !self.met.insert(x) => return Spent::Known,
            (Some(x), Some(y)) if x != y => {
                let count = self.of_faces.entry((x.min(y), x.max(y))).or_default();
                *count += 1;
                if *count > MOST_OF_FACES {
                    return Spent::TooMany;
                }
            }
            _ => {}
        }
        self.pairs += 1;
        Spent::Pair
    }
}

/// The face of an article that gives one figure only.
fn one_face<'a>(voice: &[ClaimAt], bench: &Bench<'a>) -> Option<Face<'a>> {
    let mut faces = exact(voice, bench).into_iter().map(|at| face(at, bench));
    let first = faces.next()??;
    faces.all(|face| face == Some(first)).then_some(first)
}

/// Faces by their numbers.
fn numbered(faces: &[Option<Face<'_>>]) -> Vec<Option<usize>> {
    let mut numbers = BTreeMap::new();
    let mut number = |face| {
        let next = numbers.len();
        *numbers.entry(face).or_insert(next)
    };
    faces.iter().map(|face| face.map(&mut number)).collect()
}

/// How two articles relate: the farthest relation of their figures, since each of them must hold.
fn farthest(
    a: &[ClaimAt],
    b: &[ClaimAt],
    compare: &Compare,
    bench: &Bench<'_>,
) -> Option<(Relation, ClaimAt, ClaimAt)> {
    let (a, b) = (exact(a, bench), exact(b, bench));
    let pairs = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
    let related = pairs.filter_map(|(x, y)| Some((relation(x, y, compare, bench)?, x, y)));
    // What an article quotes in two ways was said if either was.
    if a.first().is_some_and(|&at| bench.claim(at).kind == ValueKind::Quote) { related.min() } else { related.max() }
}

/// The figures of one article without the vague words, where it gives a figure as well: "dozens dead" over a text that says 39.
fn exact(voice: &[ClaimAt], bench: &Bench<'_>) -> Vec<ClaimAt> {
    let vague = |at: &&ClaimAt| match &bench.claim(**at).value {
        Value::Quantity(quantity) => quantity.bound == Bound::Vague,
        _ => false,
    };
    let exact: Vec<ClaimAt> = voice.iter().filter(|at| !vague(at)).copied().collect();
    if exact.is_empty() { voice.to_vec() } else { exact }
}
