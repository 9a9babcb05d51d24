//! What belongs to a person: only what is disputed is a finding. A role or a spelling that no article gives otherwise is not
//! reported.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{ClaimAt, Event, Group, group};
use crate::claim::{Claim, Value, ValueKind};
use crate::lexicon::{FullName, Lexicon, Spelling};
use crate::rule::Rule;

use super::finding::{Finding, Verdict};
use super::judge::{Bench, judge, relation};
use super::relation::Relation;

/// The most claims of one value that a finding shows: beyond that, one more says nothing new.
const MOST: usize = 24;

/// Whether the claims of a rule belong to people.
pub(super) fn is_personal(rule: &Rule) -> bool {
    rule.kind().is_personal()
}

/// The findings of one person's event: those claims that exclude each other, with those that repeat them.
pub(super) fn findings(event: &Event, bench: &Bench<'_>) -> Vec<Finding> {
    let groups = group(event, bench.extracts, bench.rules);
    let mut by_rule: BTreeMap<usize, Group> = BTreeMap::new();
    for group in groups {
        let whole = by_rule.entry(group.rule).or_insert_with(|| Group { claims: Vec::new(), ..group.clone() });
        whole.claims.extend(group.claims);
    }
    let disputed = by_rule.into_values().filter_map(|group| disputed(group, bench));
    let judged = disputed.map(|group| with_the_right(judge(event, &group, false, bench), &group, bench));
    judged.filter(|finding| finding.verdict == Verdict::Conflict).collect()
}

/// One of the values that articles give.
enum Side {
    /// A name: only a slip of another excludes it, which is seen once for all articles that give the two.
    Spelling(FullName),
    Office,
}

impl Side {
    fn may_exclude(&self, other: &Self) -> bool {
        let (Self::Spelling(a), Self::Spelling(b)) = (self, other) else { return true };
        [true, false].into_iter().any(|latin| a.compare(b, latin) == Spelling::Slip)
    }
}

/// The part of a group that somebody disputes.
fn disputed(mut group: Group, bench: &Bench<'_>) -> Option<Group> {
    let rule = &bench.rules.rules()[group.rule];
    let (compare, by_spelling) = (rule.compare(), rule.kind() == ValueKind::Person);
    group.claims.sort_unstable();
    let mut values: BTreeMap<&str, Vec<ClaimAt>> = BTreeMap::new();
    for &at in &group.claims {
        values.entry(text(bench.claim(at))).or_default().push(at);
    }
    if values.len() < 2 {
        return None;
    }
    let apart = |x: ClaimAt, y: ClaimAt| relation(x, y, compare, bench) == Some(Relation::Disjoint);
    let mut kept: BTreeSet<ClaimAt> = BTreeSet::new();
    let read = |text: &&str| if by_spelling { Side::Spelling(FullName::of(text)) } else { Side::Office };
    let sides: Vec<(Side, &Vec<ClaimAt>)> = values.iter().map(|(text, claims)| (read(text), claims)).collect();
    for (index, (own, a)) in sides.iter().enumerate() {
        for (_, b) in sides[index + 1..].iter().filter(|(other, _)| own.may_exclude(other)) {
            // The shorter side against the longer, so that one slip against thousands stays cheap.
            let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
            for &x in few.iter().take(MOST) {
                let against: Vec<ClaimAt> = many.iter().copied().filter(|&y| apart(x, y)).take(MOST).collect();
                kept.extend((!against.is_empty()).then_some(x));
                kept.extend(against);
            }
        }
    }
    group.claims.retain(|at| kept.contains(at));
    let settled = |group: &Group| group.claims.len() > 1 && has_a_right(group, bench);
    Some(group).filter(settled)
}

/// Whether something says which spelling is right: the lexicon, or most articles. An office needs no such thing.
fn has_a_right(group: &Group, bench: &Bench<'_>) -> bool {
    bench.rules.rules()[group.rule].kind() != ValueKind::Person || right(group, bench).is_some()
}

/// The likely right spelling: the lexicon's, else that of most articles.
fn right(group: &Group, bench: &Bench<'_>) -> Option<String> {
    let claims = || group.claims.iter().map(|&at| bench.claim(at));
    let known = claims().find_map(|claim| known_name(claim, bench.lexicon));
    known.or_else(|| {
        let mut articles: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for &at in &group.claims {
            articles.entry(text(bench.claim(at))).or_default().insert(at.0);
        }
        let most = articles.iter().max_by_key(|(_, articles)| articles.len())?;
        let others: usize = articles.values().map(BTreeSet::len).sum::<usize>() - most.1.len();
        (most.1.len() > others).then(|| (*most.0).to_owned())
    })
}

fn known_name(claim: &Claim, lexicon: &Lexicon) -> Option<String> {
    let key = &claim.scope.participants.first()?.value.key;
    lexicon.by_key(key).map(|id| lexicon.entry(id).name.to_string())
}

/// Adds the likely right spelling to the reasons of a finding about a name.
fn with_the_right(mut finding: Finding, group: &Group, bench: &Bench<'_>) -> Finding {
    if bench.rules.rules()[group.rule].kind() == ValueKind::Person
        && let Some(right) = right(group, bench)
    {
        let conflicts = finding.reasons.iter_mut().filter(|reason| super::verdict_of(reason.code) == Verdict::Conflict);
        conflicts.for_each(|reason| reason.text = format!("{}; the right one is likely {right}", reason.text));
    }
    finding
}

fn text(claim: &Claim) -> &str {
    match &claim.value {
        Value::Text(text) => text,
        _ => "",
    }
}
