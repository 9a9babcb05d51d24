//! Findings of a whole run: every group of every event judged, in their final order.

use std::collections::BTreeMap;

use crate::align::{ClaimAt, Event, Group, Linked, group};
use crate::claim::stable_id;

use super::finding::Finding;
use super::judge::{Bench, judge};
use super::not_compared::{self, Apart};
use super::parts::breakdown;
use super::strands::split;

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

/// The findings of one event, strand by strand.
fn of_event(event: &Event, bench: &Bench<'_>, apart: &mut Apart) -> Vec<(Group, Finding)> {
    let groups = group(event, bench.extracts, bench.rules);
    not_compared::slots(&groups, bench, apart);
    let everything: Vec<Group> = groups.clone();
    let mut told = Vec::new();
    for group in groups {
        let strands = split(group, bench);
        not_compared::strands(&strands, bench, apart);
        for (index, strand) in strands.into_iter().enumerate() {
            let mut finding = judge(event, &strand, false, bench);
            if index > 0 {
                finding.id = stable_id(&format!("{}\u{1f}{}", finding.id, finding.claims.join("\u{1f}")));
            }
            add_breakdown(&mut finding, &strand, &everything, bench);
            finding.not_compared = strand.claims.iter().filter_map(|at| apart.get(at)).flatten().cloned().collect();
            finding.not_compared.dedup();
            told.push((strand, finding));
        }
    }
    told
}

/// Adds the reason of a breakdown into parts, where the event's other figures give one.
fn add_breakdown(finding: &mut Finding, whole: &Group, groups: &[Group], bench: &Bench<'_>) {
    let alike = |group: &&Group| {
        group.rule == whole.rule
            && group.slot.cumulative == whole.slot.cumulative
            && group.slot.stage == whole.slot.stage
    };
    let others: Vec<ClaimAt> = groups
        .iter()
        .filter(alike)
        .flat_map(|group| group.claims.iter().copied())
        .filter(|at| !whole.claims.contains(at))
        .collect();
    finding.reasons.extend(breakdown(whole, &others, bench));
}
