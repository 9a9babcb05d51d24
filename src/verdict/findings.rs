//! Findings of a whole run: every group of every event judged, in their final order.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::align::{ClaimAt, Event, Group, Linked, group};
use crate::claim::stable_id;

use super::finding::{Finding, Verdict};
use super::judge::{Bench, judge};
use super::not_compared::{self, Apart};
use super::parts::breakdown;
use super::personal;
use super::strands::{comparable, split};

/// Judges every group of every event. Conflicts come first, then by class, rule and subject.
pub fn findings(linked: &Linked, bench: &Bench<'_>) -> Vec<Finding> {
    let mut apart = Apart::new();
    not_compared::events(linked, bench, &mut apart);
    let mut findings = unresolved(linked, bench);
    let open: BTreeSet<Arc<str>> = findings.iter().flat_map(|finding| finding.claims.iter().cloned()).collect();
    let settled = |finding: &Finding| {
        !matches!(finding.verdict, Verdict::Single | Verdict::Unresolved)
            || !finding.claims.iter().all(|id| open.contains(id))
    };
    findings.par_extend(linked.events.par_iter().flat_map_iter(|event| of_event(event, bench, &apart)).filter(settled));
    findings.par_sort_by(|a, b| {
        (a.verdict, a.class, &a.rule, &a.subject, &a.id).cmp(&(b.verdict, b.class, &b.rule, &b.subject, &b.id))
    });
    findings
}

/// What cannot be settled for want of a date; the claims of one article that only stand in such a finding are not told again.
fn unresolved(linked: &Linked, bench: &Bench<'_>) -> Vec<Finding> {
    let groups = |event: &'_ Event| compared(group(event, bench.extracts, bench.rules), bench);
    let judged = linked
        .unresolved
        .iter()
        .flat_map(|event| groups(event).into_iter().map(move |group| judge(event, &group, true, bench)));
    let mut findings: Vec<Finding> = judged.collect();
    for finding in &mut findings {
        finding.id = stable_id(&format!("{}\u{1f}unresolved\u{1f}{}", finding.id, finding.claims.join("\u{1f}")));
    }
    findings
}

/// Groups in which at least two articles speak, other than copies that give the same figures: between those there is nothing to
/// settle.
fn compared(groups: Vec<Group>, bench: &Bench<'_>) -> Vec<Group> {
    let words = |voice: &[ClaimAt]| voice.iter().map(|&at| bench.claim(at).text.as_str()).collect::<Vec<&str>>();
    let told = |voice: &[ClaimAt]| (bench.copies[voice[0].0], words(voice));
    let several = |group: &Group| {
        let voices: Vec<_> = group.claims.chunk_by(|a, b| a.0 == b.0).map(told).collect();
        voices.iter().any(|voice| *voice != voices[0])
    };
    groups.into_iter().filter(several).collect()
}

/// The findings of one event, strand by strand. `known` are the pairs that its claims were not compared with in other events.
fn of_event(event: &Event, bench: &Bench<'_>, known: &Apart) -> Vec<Finding> {
    let groups = group(event, bench.extracts, bench.rules);
    if groups.iter().all(|group| personal::is_personal(&bench.rules.rules()[group.rule])) {
        return personal::findings(event, bench);
    }
    let claims = groups.iter().flat_map(|group| &group.claims);
    let mut apart: Apart = claims.filter_map(|at| Some((*at, known.get(at)?.clone()))).collect();
    not_compared::slots(&groups, bench, &mut apart);
    let everything: Vec<Group> = groups.clone();
    let mut told = Vec::new();
    for group in groups {
        let strands: Vec<Group> =
            split(group, bench).into_iter().flat_map(|strand| comparable(strand, bench)).collect();
        not_compared::strands(&strands, bench, &mut apart);
        for (index, strand) in strands.into_iter().enumerate() {
            let mut finding = judge(event, &strand, false, bench);
            if index > 0 {
                finding.id = stable_id(&format!("{}\u{1f}{}", finding.id, finding.claims.join("\u{1f}")));
            }
            add_breakdown(&mut finding, &strand, &everything, bench);
            finding.not_compared = strand.claims.iter().filter_map(|at| apart.get(at)).flatten().cloned().collect();
            finding.not_compared.dedup();
            told.push(finding);
        }
    }
    told
}

/// Adds the reason of a breakdown into parts, where the event's other figures give one.
fn add_breakdown(finding: &mut Finding, whole: &Group, groups: &[Group], bench: &Bench<'_>) {
    let alike = |group: &&Group| {
        group.rule == whole.rule
            && group.slot.cumulative == whole.slot.cumulative
            && (group.slot.stage.is_none() || group.slot.stage == whole.slot.stage)
    };
    let others: Vec<ClaimAt> = groups
        .iter()
        .filter(alike)
        .flat_map(|group| group.claims.iter().copied())
        .filter(|at| whole.claims.binary_search(at).is_err())
        .collect();
    finding.reasons.extend(breakdown(whole, &others, bench));
}
