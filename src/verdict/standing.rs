//! Standing: which of an article's figures speak for it when it is set beside others.

use std::collections::BTreeMap;

use crate::align::ClaimAt;
use crate::article::Field;
use crate::claim::{Claim, Extract, ValueKind};
use crate::rule::Compare;

/// One article's claims of a group.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// Index of the extract.
    pub(super) extract: usize,
    /// The figures that stand for the article, by position.
    pub(super) principal: Vec<usize>,
    /// All its claims of the group, by position.
    pub(super) all: Vec<usize>,
}

/// The articles of a group with their claims, in order.
pub(super) fn voices(claims: &[ClaimAt], extracts: &[Extract], compare: &Compare) -> Vec<Voice> {
    let mut by_article: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(extract, claim) in claims {
        by_article.entry(extract).or_default().push(claim);
    }
    let voice = |(extract, all): (usize, Vec<usize>)| {
        let record = |&claim: &usize| &extracts[extract].claims[claim];
        let principal = if has_several(all.iter().map(record), compare) { all[..1].to_vec() } else { all.clone() };
        Voice { extract, principal, all }
    };
    by_article.into_iter().map(voice).collect()
}

/// Whether one telling may hold several true figures of one slot: a toll is given as it rose and for parts of an
/// event, a sum of money is broken down. Then the headline or the first mention speaks for the article.
fn has_several<'a>(mut claims: impl Iterator<Item = &'a Claim>, compare: &Compare) -> bool {
    compare.evolves || claims.any(|claim| claim.kind == ValueKind::Money)
}

/// Whether a claim stands in the headline: a separate title, or the first line.
pub(super) fn in_headline(claim: &Claim, extract: &Extract) -> bool {
    let headline = |title: &str| claim.location.line == 1 && title.trim().starts_with(claim.sentence.trim());
    claim.location.field == Field::Title || extract.article.title.as_ref().is_some_and(|title| headline(&title.value))
}
