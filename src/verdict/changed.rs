//! Copies that change one mention of a figure and leave others: what a copy gives in place of its original's figure stands in the
//! strand of that figure, however often the rest of the copy repeats it.

use std::collections::BTreeMap;

use crate::align::ClaimAt;

use super::judge::{Bench, is_changed_copy};
use super::strands::without_figures;

/// A copy group, a sentence without figures, and the how-manieth figure of the slot in it.
type Place = (usize, String, usize);

/// The strands, each figure of a copy with the figure of another copy in whose place it stands.
pub(super) fn with_changed(strands: Vec<Vec<ClaimAt>>, bench: &Bench<'_>) -> Vec<Vec<ClaimAt>> {
    let claims: Vec<ClaimAt> = strands.iter().flatten().copied().collect();
    if strands.len() < 2 || !has_copies(&claims, bench) {
        return strands;
    }
    let places = places(&claims, bench);
    let mut joined: Vec<Vec<ClaimAt>> = Vec::new();
    let mut home: BTreeMap<&Place, Vec<(ClaimAt, usize)>> = BTreeMap::new();
    for strand in strands {
        let told = |at: &ClaimAt| places.get(at).and_then(|place| home.get(place)).into_iter().flatten();
        let original = |at: &ClaimAt| told(at).find(|(other, _)| is_changed_copy(*at, *other, bench));
        let at = strand.iter().find_map(|at| original(at).map(|&(_, index)| index)).unwrap_or(joined.len());
        for &claim in &strand {
            if let Some(place) = places.get(&claim) {
                home.entry(place).or_default().push((claim, at));
            }
        }
        if at == joined.len() { joined.push(strand) } else { joined[at].extend(strand) }
    }
    joined
}

/// Whether two of the articles repeat one another.
fn has_copies(claims: &[ClaimAt], bench: &Bench<'_>) -> bool {
    let mut articles: Vec<usize> = claims.iter().map(|at| at.0).collect();
    articles.sort_unstable();
    articles.dedup();
    let mut copies: Vec<usize> = articles.iter().map(|&article| bench.copies[article]).collect();
    copies.sort_unstable();
    copies.windows(2).any(|pair| pair[0] == pair[1])
}

/// The place of every claim.
fn places(claims: &[ClaimAt], bench: &Bench<'_>) -> BTreeMap<ClaimAt, Place> {
    let mut sorted = claims.to_vec();
    sorted.sort_unstable();
    let mut seen: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut places = BTreeMap::new();
    for at in sorted {
        let nth = seen.entry((at.0, &bench.claim(at).sentence)).or_default();
        places.insert(at, (bench.copies[at.0], without_figures(at, &[at], bench), *nth));
        *nth += 1;
    }
    places
}
