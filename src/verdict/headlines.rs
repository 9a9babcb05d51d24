//! Headlines: whether what one says is borne out by the text under it.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::ClaimAt;
use crate::article::Field;
use crate::claim::{ArticleRecord, Claim, Tally, Value, ValueKind};
use crate::rule::Compare;
use crate::value::Bound;

use super::face::distinct;
use super::judge::{Bench, relation};
use super::relation::Relation;
use super::{evolution, slip};

/// Whether a claim stands in the headline: a separate title, or the first line.
pub(super) fn is_in(at: ClaimAt, bench: &Bench<'_>) -> bool {
    is_headline(bench.claim(at), &bench.extracts[at.0].article)
}

/// Whether a claim of an article stands in its headline.
pub(super) fn is_headline(claim: &Claim, article: &ArticleRecord) -> bool {
    let opens = |title: &str| claim.location.line == 1 && title.trim().starts_with(claim.sentence.trim());
    claim.location.field == Field::Title || article.title.as_ref().is_some_and(|title| opens(&title.value))
}

/// For each article whose headline gives a figure that its body denies, that of the two which does not stand for the article.
pub(super) fn denied(
    voices: &BTreeMap<usize, Vec<ClaimAt>>,
    standing: &[ClaimAt],
    compare: &Compare,
    bench: &Bench<'_>,
) -> Vec<ClaimAt> {
    let standing: BTreeSet<ClaimAt> = standing.iter().copied().collect();
    let denied = |claims: &Vec<ClaimAt>| {
        let (headline, body): (Vec<ClaimAt>, Vec<ClaimAt>) = claims.iter().partition(|at| is_in(**at, bench));
        let (head, first) = (*headline.first()?, *body.first()?);
        let other = if standing.contains(&first) { head } else { first };
        is_denied(head, &body, compare, bench).then_some(other)
    };
    voices.values().filter_map(denied).collect()
}

/// Whether no figure of the body can be the headline's. Of what may have parts, and of what grows, the body gives many figures beside
/// the one that counts: it denies the headline only where it gives one alone, which nothing makes a part or an earlier count.
fn is_denied(head: ClaimAt, body: &[ClaimAt], compare: &Compare, bench: &Bench<'_>) -> bool {
    let apart = |&at: &ClaimAt| relation(head, at, compare, bench) == Some(Relation::Disjoint);
    let money = || bench.claim(head).kind == ValueKind::Money;
    body.iter().all(apart) && (!compare.evolves && !money() || is_only(head, body, bench))
}

/// Whether the body gives one figure, and both it and the headline's count everybody in one event.
fn is_only(head: ClaimAt, body: &[ClaimAt], bench: &Bench<'_>) -> bool {
    let [only] = distinct(body.iter().copied(), bench)[..] else { return false };
    let (above, below) = (bench.claim(head), bench.claim(only));
    let whole =
        |claim: &Claim| is_plain(claim) && claim.scope.tally == Tally::default() && claim.scope.subgroup.is_none();
    let together = above.event == below.event && above.scope.as_of == below.scope.as_of;
    let told_apart =
        slip::is_contested(head, only, bench) || evolution::is_called_earlier(only, bench) || is_partial(below);
    whole(above) && whole(below) && together && !told_apart
}

/// Words by which a sentence says that its figure is not all: "15 bodies were recovered", "confirmed 15 deaths and expected more".
const PARTIAL: [&str; 12] = [
    "confirmed",
    "identified",
    "recovered",
    "expected",
    "feared",
    "more",
    "another",
    "others",
    "alone",
    "including",
    "among",
    "far",
];

/// Whether the sentence of a figure says that it may not be all.
fn is_partial(claim: &Claim) -> bool {
    let mut words = claim.sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| PARTIAL.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether a figure is counted and has no bound.
fn is_plain(claim: &Claim) -> bool {
    let exact = matches!(&claim.value, Value::Quantity(quantity) if quantity.bound == Bound::Exact);
    exact && claim.kind == ValueKind::Count
}
