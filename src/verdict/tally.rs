//! Counts that differ because their words count differently: everybody who was shot beside those who lived, the attacker too, one
//! man of several, several incidents together, a part of another whole.

use crate::align::ClaimAt;
use crate::claim::{Claim, Extent, Value, ValueKind};
use crate::lexicon::Lexicon;
use crate::rule::Compare;
use crate::value::Number;

use super::finding::Class;
use super::judge::{Bench, is_changed_copy, relation};
use super::relation::Relation;

/// Bytes behind a figure in which its words say that it is a part: "five of them".
const BEHIND: usize = 12;

/// What a relation comes to once it is known how the words count; `None` where the two say nothing of each other.
pub(super) fn settle(
    found: Relation,
    x: ClaimAt,
    y: ClaimAt,
    compare: &Compare,
    bench: &Bench<'_>,
) -> Option<Relation> {
    let (a, b) = (bench.claim(x), bench.claim(y));
    // The words of a copy count as those of its original do.
    if found <= Relation::Held || a.kind != ValueKind::Count || is_changed_copy(x, y, bench) {
        return Some(found);
    }
    if is_one_of(a, b) || is_one_of(b, a) || sums_up(a, b) || sums_up(b, a) || is_part(a, b) || is_part(b, a) {
        return None;
    }
    let of_several = x.0 != y.0 && (a.scope.tally.one_of_several || b.scope.tally.one_of_several);
    let partial = || falls_short(x, b, bench) || falls_short(y, a, bench);
    let spread = is_spread(x, b, found, bench) || is_spread(y, a, found, bench);
    if of_several || partial() || spread {
        return None;
    }
    if found == Relation::Disjoint && are_parts_of_others(x, y, compare, bench) {
        return None;
    }
    let settled = found != Relation::Vague && explained(a, b).is_some();
    Some(if settled { Relation::Held } else { found })
}

/// The sentence for two figures that agree once it is known how their words count.
pub(super) fn pair(code: Class, x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> Option<String> {
    let (a, b) = (bench.claim(x), bench.claim(y));
    let (wide, narrow, what) = explained(a, b).filter(|_| code == Class::B4)?;
    let said = |wanted: &Claim| {
        let at = if std::ptr::eq(wanted, a) { x } else { y };
        format!("“{}” ({})", wanted.text, bench.outlet(at))
    };
    Some(format!("{} counts {what}, {} does not: both can be right", said(wide), said(narrow)))
}

/// Which of two figures counts more, and whom, where that explains why they differ.
fn explained<'a>(a: &'a Claim, b: &'a Claim) -> Option<(&'a Claim, &'a Claim, &'static str)> {
    let hit = |wide: &Claim, narrow: &Claim| {
        let (high, low) = (figure(wide), figure(narrow));
        let counts = (wide.scope.tally.extent, narrow.scope.tally.extent);
        counts == (Extent::Hit, Extent::Whole) && high.zip(low).is_some_and(|(high, low)| high > low)
    };
    let attacker = |wide: &Claim, narrow: &Claim| {
        let more = wide.scope.tally.attackers.filter(|_| narrow.scope.tally.attackers.is_none());
        let without = figure(wide).zip(more).and_then(|(all, attackers)| all.sub(attackers));
        without.is_some() && without == figure(narrow)
    };
    let dead = "everybody who was hit, also those who died";
    [(a, b), (b, a)].into_iter().find_map(|(wide, narrow)| match () {
        () if hit(wide, narrow) => Some((wide, narrow, dead)),
        () if attacker(wide, narrow) => Some((wide, narrow, "the attacker")),
        () => None,
    })
}

/// Whether one introduces a person or a few and the other counts more: there may be more like them.
fn is_one_of(one: &Claim, other: &Claim) -> bool {
    one.scope.tally.extent == Extent::One && figure(other) > figure(one)
}

/// Whether one counts the whole of a region, by its own words ("across Lombardy", "nine of them in Bergamo", "attacks on Lombardy"), and
/// the other, with a lower figure, a town in it. A headline that names the country of a town says no such thing.
/// Where only the plural says so, figures that fit are left to stand together.
fn is_spread(at: ClaimAt, narrow: &Claim, found: Relation, bench: &Bench<'_>) -> bool {
    let wide = bench.claim(at);
    let Some((region, town)) = wide.scope.place.as_ref().zip(narrow.scope.place.as_ref()) else { return false };
    let inside = || {
        let known = bench.lexicon.by_key(&town.value).zip(bench.lexicon.by_key(&region.value));
        // "Lindwick, Ohio", which the lexicon does not know, lies where it says.
        let named = || {
            town.value.split(", ").skip(1).any(|whole| bench.lexicon.shown(&region.value).eq_ignore_ascii_case(whole))
        };
        known.map_or_else(named, |(town, region)| bench.lexicon.is_part_of(town, region))
    };
    let says = bench.company.is_spread(at) || found == Relation::Disjoint && bench.company.is_summed(at);
    figure(wide) > figure(narrow) && says && inside()
}

/// Whether one counts a kind of people and the other, with a higher figure, everybody.
fn is_part(kind: &Claim, all: &Claim) -> bool {
    kind.scope.subgroup.is_some() && all.scope.subgroup.is_none() && figure(all) > figure(kind)
}

/// Whether one stands for several incidents together and the other, with a lower figure, for one.
fn sums_up(sum: &Claim, single: &Claim) -> bool {
    let lower = || figure(sum).zip(figure(single)).is_some_and(|(sum, single)| single < sum);
    sum.scope.tally.several && !single.scope.tally.several && lower()
}

/// Whether such a figure is the lower of two.
fn falls_short(at: ClaimAt, other: &Claim, bench: &Bench<'_>) -> bool {
    figure(other) > figure(bench.claim(at)) && bench.company.is_less_than_a_part(at)
}

/// Whether both are parts, and of wholes that differ: then the parts differ with them. A part that grew with its whole is told.
fn are_parts_of_others(x: ClaimAt, y: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> bool {
    let Some((whole, other)) = bench.company.whole_of(x).zip(bench.company.whole_of(y)) else { return false };
    let grew = || {
        let rises = |a: ClaimAt, b: ClaimAt| figure(bench.claim(a)).zip(figure(bench.claim(b))).map(|(a, b)| b > a);
        bench.day(x) != bench.day(y) && rises(x, y) == rises(whole, other)
    };
    relation(whole, other, compare, bench).is_some_and(|relation| relation > Relation::Held) && !grew()
}

/// Whether the words between two figures of one sentence make one a part of the other.
pub(super) fn is_whole(whole: &Claim, part: &Claim, lexicon: &Lexicon) -> bool {
    let says = |from: usize, to: usize| {
        let stretch = part.sentence.get(from..to.min(part.sentence.len())).unwrap_or_default();
        lexicon.words("tally_parts").iter().any(|words| stretch.contains(&**words))
    };
    let end = |claim: &Claim| claim.at + claim.text.len();
    let mut behind = end(part) + BEHIND;
    while behind < part.sentence.len() && !part.sentence.is_char_boundary(behind) {
        behind += 1;
    }
    let before = whole.at < part.at && says(end(whole), behind);
    let after =
        part.at < whole.at && part.sentence.get(end(part)..whole.at).is_some_and(|words| words.contains(" among "));
    (before || after) && figure(whole) > figure(part)
}

/// The figure that a claim is ordered by: its lower end, else its upper.
pub(super) fn figure(claim: &Claim) -> Option<Number> {
    match &claim.value {
        Value::Quantity(quantity) => quantity.low.or(quantity.high),
        _ => None,
    }
}
