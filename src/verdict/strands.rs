//! Strands: where one telling may hold several true figures of one slot (a toll as it rose, a sum and what it is made
//! of), the figures that speak for their articles are told from the others before anything is judged.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::align::{ClaimAt, Group};
use crate::claim::{Claim, Extent, Tally, Value, ValueKind};
use crate::rule::{Compare, ScopeField};
use crate::value::Bound;

use super::changed::with_changed;
use super::face::{Face, face};
use super::joining::{Strands, Twins};
use super::judge::{Bench, relation};
use super::relation::Relation;
use super::{headlines, slip};

/// The most figures of one article that are set against another's by their order in the same sentences.
const MOST_IN_STEP: usize = 12;

/// Splits a group: first the strand of the figures that stand for their articles, then a strand for each other figure.
/// Figures of the other strands are only ever found to agree: nothing says that they speak of one thing when they differ.
pub(super) fn split(group: Group, bench: &Bench<'_>) -> Vec<Group> {
    let compare = bench.rules.rules()[group.rule].compare();
    if compare.unique && group.claims.iter().all(|&at| bench.tells_start(at)) {
        return vec![group];
    }
    let voices = voices(&group.claims, compare, bench);
    let spoken = bench.rules.rules()[group.rule].kind() == ValueKind::Quote;
    if spoken || voices.values().all(|claims| claims.len() == 1) {
        return vec![group];
    }
    if let Some(strands) = in_step(&group, bench) {
        return strands;
    }
    let loosest = loosest(&group, bench);
    let principals: Vec<ClaimAt> = voices.values().map(|claims| claims[0]).collect();
    let Some(anchor) = anchor(&principals, &group.claims, compare, bench) else { return vec![group] };
    let standing: Vec<ClaimAt> = voices.values().map(|claims| stands_for(claims, anchor, compare, bench)).collect();
    let denied = headlines::denied(&voices, &standing, compare, bench);
    let main: Vec<ClaimAt> = standing.into_iter().chain(denied).collect();
    let others = others(&group.claims, &main);
    let twins = Twins::of(&others, compare, bench);
    let mut strands = Strands::new(main, compare, bench);
    for &claim in &others {
        strands.add(claim, if twins.has(claim) { Relation::Converted } else { loosest });
    }
    let strands = with_changed(strands.finish(), bench);
    let strands = with_contested(strands, bench.rules.rules()[group.rule].scope(ScopeField::Party).is_some(), bench);
    let strand = |mut claims: Vec<ClaimAt>| {
        claims.sort_unstable();
        Group { claims, ..group.clone() }
    };
    strands.into_iter().map(strand).collect()
}

/// The parts of a strand whose figures can be set against each other: where nothing of one part says anything of another ("a man
/// was killed" against a toll of five), they are several strands.
pub(super) fn comparable(strand: Group, bench: &Bench<'_>) -> Vec<Group> {
    let rule = &bench.rules.rules()[strand.rule];
    let plain = |at: &ClaimAt| {
        let scope = &bench.claim(*at).scope;
        let whole = !bench.company.is_spread(*at) && !bench.company.is_summed(*at);
        whole && scope.tally == Tally::default() && scope.subgroup.is_none() && !bench.company.is_less_than_a_part(*at)
    };
    if rule.kind() != ValueKind::Count || strand.claims.iter().all(plain) {
        return vec![strand];
    }
    let mut parts: Vec<Vec<ClaimAt>> = Vec::new();
    for &claim in &strand.claims {
        let meets = |part: &Vec<ClaimAt>| part.iter().any(|&at| relation(claim, at, rule.compare(), bench).is_some());
        let (near, mut far): (Vec<_>, Vec<_>) = parts.into_iter().partition(meets);
        far.push(near.into_iter().flatten().chain([claim]).collect());
        parts = far;
    }
    parts.sort_by_key(|part| (Reverse(part.len()), part.clone()));
    let group = |mut claims: Vec<ClaimAt>| {
        claims.sort_unstable();
        Group { claims, ..strand.clone() }
    };
    parts.into_iter().map(group).collect()
}

/// The strands of articles that say the same sentences with other figures: then the first figure of one stands against the first
/// of the other, the second against the second.
fn in_step(group: &Group, bench: &Bench<'_>) -> Option<Vec<Group>> {
    let voices: Vec<&[ClaimAt]> = group.claims.chunk_by(|a, b| a.0 == b.0).collect();
    let (first, others) = voices.split_first()?;
    if others.is_empty() || first.len() > MOST_IN_STEP || others.iter().any(|voice| voice.len() != first.len()) {
        return None;
    }
    let told = |voice: &[ClaimAt]| voice.iter().map(|&at| without_figures(at, voice, bench)).collect::<Vec<_>>();
    let wanted = told(first);
    let strand = |place: usize| Group { claims: voices.iter().map(|voice| voice[place]).collect(), ..group.clone() };
    if !others.iter().all(|voice| told(voice) == wanted) {
        return None;
    }
    let strands: Vec<Group> = (0..first.len()).map(strand).collect();
    // A copy in which no figure was changed adds nothing to what its original says of two sides.
    let mut pairs = first.iter().enumerate().flat_map(|(at, &x)| first[at + 1..].iter().map(move |&y| (x, y)));
    let contested = pairs.any(|(x, y)| slip::is_contested(x, y, bench));
    (!contested || strands.iter().any(|strand| is_changed(strand, bench))).then_some(strands)
}

/// Whether the figures of a strand are not all the same.
fn is_changed(strand: &Group, bench: &Bench<'_>) -> bool {
    let compare = bench.rules.rules()[strand.rule].compare();
    let same = |pair: &[ClaimAt]| relation(pair[0], pair[1], compare, bench).is_some_and(|r| r <= Relation::Converted);
    !strand.claims.windows(2).all(same)
}

/// The sentence of a claim without digits and without the words of the group's own figures in it.
pub(super) fn without_figures(at: ClaimAt, voice: &[ClaimAt], bench: &Bench<'_>) -> String {
    let claim = bench.claim(at);
    let mut sentence = claim.sentence.clone();
    for own in voice.iter().map(|&own| bench.claim(own)).filter(|own| own.sentence == claim.sentence) {
        sentence = sentence.replacen(own.text.as_str(), "#", 1);
    }
    sentence.retain(|c| !c.is_ascii_digit());
    sentence
}

/// Of what two sides count against each other, what the other side says stands in the main strand too: an article that gives both
/// figures does not thereby tell two facts. Only where other articles speak as well, and not of sums, which have parts.
fn with_contested(strands: Vec<Vec<ClaimAt>>, sided: bool, bench: &Bench<'_>) -> Vec<Vec<ClaimAt>> {
    let money = |strand: &Vec<ClaimAt>| strand.iter().any(|&at| bench.claim(at).kind == ValueKind::Money);
    if !sided || strands.iter().any(money) {
        return strands;
    }
    let mut strands = strands.into_iter();
    let Some(mut main) = strands.next() else { return Vec::new() };
    let mut told: BTreeMap<usize, Vec<ClaimAt>> = BTreeMap::new();
    for &at in &main {
        told.entry(at.0).or_default().push(at);
    }
    let own = |x: ClaimAt| told.get(&x.0).into_iter().flatten();
    let contested = |strand: &Vec<ClaimAt>| strand.iter().any(|&x| own(x).any(|&y| slip::is_contested(x, y, bench)));
    let (against, rest): (Vec<_>, Vec<_>) = strands.partition(contested);
    main.extend(against.into_iter().flatten());
    std::iter::once(main).chain(rest).collect()
}

/// The claims but those of the main strand.
fn others(claims: &[ClaimAt], main: &[ClaimAt]) -> Vec<ClaimAt> {
    let main: BTreeSet<ClaimAt> = main.iter().copied().collect();
    claims.iter().copied().filter(|at| !main.contains(at)).collect()
}

/// How loosely a figure may repeat another of its own article and still be the same: a length is rounded in the headline; the
/// parts of a sum or a toll may come close to the whole by chance, so there only the same figure will do.
fn loosest(group: &Group, bench: &Bench<'_>) -> Relation {
    if may_have_parts(group, bench) { Relation::Converted } else { Relation::Held }
}

/// Whether an event has several such figures: what grows while it is reported, and sums of money.
fn may_have_parts(group: &Group, bench: &Bench<'_>) -> bool {
    let money = |claim: &Claim| claim.kind == ValueKind::Money;
    bench.rules.rules()[group.rule].compare().evolves || group.claims.iter().any(|&at| money(bench.claim(at)))
}

/// The claims by article, in the order of the text: the headline's or the first figure comes first; where that is a vague
/// word ("dozens"), the first figure that it may stand for.
fn voices(claims: &[ClaimAt], compare: &Compare, bench: &Bench<'_>) -> BTreeMap<usize, Vec<ClaimAt>> {
    let mut voices: BTreeMap<usize, Vec<ClaimAt>> = BTreeMap::new();
    for &claim in claims {
        voices.entry(claim.0).or_default().push(claim);
    }
    for claims in voices.values_mut() {
        // "A man was killed" stands for an article only where it counts nobody else.
        claims.sort_by_key(|&at| bench.claim(at).scope.tally.extent == Extent::One);
        let meant = |&at: &ClaimAt| is_meant(claims[0], at, compare, bench);
        if let Some(exact) = claims.iter().position(meant) {
            claims[..=exact].rotate_right(1);
        }
    }
    voices
}

/// Whether one is a vague word for the other.
pub(super) fn is_meant(a: ClaimAt, b: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> bool {
    relation(a, b, compare, bench) == Some(Relation::Vague)
}

/// The most principal figures that are asked how many articles agree with them.
const MOST_PRINCIPALS: usize = 64;

/// The principal figure that most articles give somewhere. Of more than can be asked, those that most articles begin with are.
fn anchor(principals: &[ClaimAt], claims: &[ClaimAt], compare: &Compare, bench: &Bench<'_>) -> Option<ClaimAt> {
    let support = |&principal: &ClaimAt| {
        let mut articles: Vec<usize> =
            claims.iter().filter(|&&at| agrees(principal, at, compare, bench)).map(|at| at.0).collect();
        articles.dedup();
        articles.len()
    };
    let asked = if principals.len() > MOST_PRINCIPALS { commonest(principals, bench) } else { principals.to_vec() };
    asked.into_iter().max_by_key(|at| (support(at), Reverse(*at)))
}

/// The first claims of the commonest faces.
fn commonest(claims: &[ClaimAt], bench: &Bench<'_>) -> Vec<ClaimAt> {
    let mut told: BTreeMap<Option<Face<'_>>, (usize, ClaimAt)> = BTreeMap::new();
    for &at in claims {
        told.entry(face(at, bench)).or_insert((0, at)).0 += 1;
    }
    let mut told: Vec<(usize, ClaimAt)> = told.into_values().collect();
    told.sort_by_key(|&(count, at)| (Reverse(count), at));
    told.into_iter().take(MOST_PRINCIPALS).map(|(_, at)| at).collect()
}

/// The figure of an article that stands for it: the one that comes closest to the anchor if it agrees, else its first. Of a
/// count that grows or shrinks the headline's figure is the news, and the others may be recalled from earlier days.
fn stands_for(claims: &[ClaimAt], anchor: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> ClaimAt {
    let vague = claims.get(1).is_some_and(|&next| is_meant(claims[0], next, compare, bench));
    if compare.evolves && headlines::is_in(claims[0], bench) && !vague {
        return claims[0];
    }
    let close = |&at: &ClaimAt| relation(at, anchor, compare, bench).filter(|r| *r <= Relation::Held).map(|r| (r, at));
    claims.iter().filter_map(close).min().map_or(claims[0], |(_, at)| at)
}

fn agrees(a: ClaimAt, b: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> bool {
    a == b || relation(a, b, compare, bench).is_some_and(|relation| relation <= Relation::Held)
}

/// Whether two plain figures give one amount, one of them with "about".
pub(super) fn is_same_amount(a: ClaimAt, b: ClaimAt, bench: &Bench<'_>) -> bool {
    let plain = |at: ClaimAt| match &bench.claim(at).value {
        Value::Quantity(quantity) if matches!(quantity.bound, Bound::Exact | Bound::About) => Some(quantity),
        _ => None,
    };
    matches!((plain(a), plain(b)), (Some(a), Some(b)) if a.amount == b.amount && a.unit == b.unit)
}

pub(super) fn is_vague(at: ClaimAt, bench: &Bench<'_>) -> bool {
    matches!(&bench.claim(at).value, Value::Quantity(quantity) if quantity.bound == Bound::Vague)
}
