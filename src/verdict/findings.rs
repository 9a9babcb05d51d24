//! Findings of a whole run: every group of every event judged, in their final order.

use std::collections::BTreeMap;

use crate::align::{Event, Group, Linked, group};

use super::finding::{Finding, Verdict};
use super::judge::{Bench, judge, verdict_of};
use super::not_compared::{self, Apart};
use super::parts::wholes;

/// Judges every group of every event. Conflicts come first, then by class, rule and subject.
pub fn findings(linked: &Linked, bench: &Bench<'_>) -> Vec<Finding> {
    let mut apart = Apart::new();
    not_compared::events(linked, bench, &mut apart);
    let mut findings = Vec::new();
    let mut pending: BTreeMap<_, Vec<Finding>> = BTreeMap::new();
    for event in &linked.unresolved {
        for group in compared(group(event, bench.extracts, bench.rules)) {
            let undated = group.claims.iter().filter(|at| bench.extracts[at.0].article.published.is_none());
            let finding = judge(event, &group, true, bench);
            undated.for_each(|&at| pending.entry(at).or_default().push(finding.clone()));
            findings.push(finding);
        }
    }
    for event in &linked.events {
        let told = of_event(event, bench, &mut apart);
        findings.extend(
            told.into_iter()
                .filter(|(group, _)| !group.claims.iter().all(|at| pending.contains_key(at)))
                .map(|(_, finding)| finding),
        );
    }
    findings.sort_by(|a, b| {
        (a.verdict, a.class, &a.rule, &a.subject, &a.id).cmp(&(b.verdict, b.class, &b.rule, &b.subject, &b.id))
    });
    findings.dedup_by(|a, b| a.id == b.id);
    findings
}

/// Groups in which at least two articles speak.
fn compared(groups: Vec<Group>) -> Vec<Group> {
    let several = |group: &Group| group.claims.iter().any(|at| at.0 != group.claims[0].0);
    groups.into_iter().filter(several).collect()
}

/// The findings of one event, parts joined to their whole.
fn of_event(event: &Event, bench: &Bench<'_>, apart: &mut Apart) -> Vec<(Group, Finding)> {
    let mut groups = group(event, bench.extracts, bench.rules);
    not_compared::slots(&groups, bench, apart);
    let wholes = wholes(&groups, bench);
    for whole in &wholes {
        for other in &mut groups {
            other.claims.retain(|at| !whole.parts.contains(at));
        }
    }
    let mut told = Vec::new();
    for (index, group) in groups.into_iter().enumerate().filter(|(_, group)| !group.claims.is_empty()) {
        let mut finding = judge(event, &group, false, bench);
        for whole in wholes.iter().filter(|whole| whole.group == index) {
            add_parts(&mut finding, whole, bench);
        }
        finding.not_compared = group.claims.iter().filter_map(|at| apart.get(at)).flatten().cloned().collect();
        finding.not_compared.dedup();
        told.push((group, finding));
    }
    told
}

/// Joins the parts to the finding of their whole; a single source then is no longer alone.
fn add_parts(finding: &mut Finding, whole: &super::parts::Whole, bench: &Bench<'_>) {
    finding.claims.extend(whole.parts.iter().map(|&at| bench.claim(at).id.clone()));
    finding.reasons.push(whole.reason.clone());
    finding.sources += 1;
    if finding.verdict == Verdict::Single {
        finding.reasons.retain(|reason| verdict_of(reason.code) != Verdict::Single);
        finding.class = whole.reason.code;
        finding.verdict = verdict_of(finding.class);
    }
}
