//! What stands beside a finding: what an editor decided of it, and what has changed since the baseline.

use super::index::Mark;
use super::{Report, text};
use crate::decision::{Ruling, Standing, Word};
use crate::history::Change;
use crate::verdict::Verdict;

/// Findings and decisions that are named before the rest is counted.
const NAMED: usize = 5;

/// The marks of a finding, a line each.
pub(super) fn lines(mark: &Mark<'_>) -> Vec<String> {
    let change = mark.change.and_then(changed);
    mark.ruling.map(ruled).into_iter().chain(change).collect()
}

/// "dismissed by Jo Field on 2026-12-01, until 2027-01-31: the Kremlin counts the break"
fn ruled(ruling: &Ruling) -> String {
    let decision = &ruling.decision;
    let on = decision.on.map(|day| format!(" on {day}")).unwrap_or_default();
    let until = decision.until.map(|day| format!(", until {day}")).unwrap_or_default();
    let (word, by, why) = (decision.word.name(), text::clean(&decision.by), text::clean(&decision.why));
    let told = format!("{word} by {by}{on}{until}: {why}");
    match ruling.standing {
        Standing::InForce => told,
        standing => format!("{} ({}): {told}", standing.name(), text::clean(&ruling.because.join("; "))),
    }
}

/// "new since the baseline"; nothing of what is as it was.
fn changed(change: &Change) -> Option<String> {
    match change {
        Change::New => Some("new since the baseline".to_owned()),
        Change::Unchanged(_) => None,
        Change::Changed { how, .. } => Some(format!("changed since the baseline: {}", text::clean(&how.join("; ")))),
    }
}

/// "since the baseline: 1 new, 2 changed, 4 unchanged, 1 gone (…)". What one source alone says is left out.
pub(super) fn changes(report: &Report) -> String {
    let Some(changes) = &report.changes else { return String::new() };
    let told = report.findings.iter().zip(&changes.of).filter(|(finding, _)| finding.verdict != Verdict::Single);
    let names: Vec<&str> = told.map(|(_, change)| change.name()).collect();
    let count = |name: &str| names.iter().filter(|change| **change == name).count();
    let counts = ["new", "changed", "unchanged"].map(|name| format!("{} {name}", count(name)));
    let gone = report.gone().filter(|entry| entry.verdict != Verdict::Single);
    let gone: Vec<String> =
        gone.map(|entry| format!("{} {}", entry.verdict.name(), text::clean(&entry.subject))).collect();
    format!("since the baseline: {}, {} gone{}", counts.join(", "), gone.len(), named(&gone))
}

/// "decisions: 2 dismissed, 1 accepted; 1 stale, 1 expired, 1 unused (…)"
pub(super) fn decisions(report: &Report) -> String {
    let rulings = &report.decided.rulings;
    if rulings.is_empty() {
        return String::new();
    }
    let in_force = |word| rulings.iter().filter(|r| r.standing == Standing::InForce && r.decision.word == word).count();
    let words = [Word::Accepted, Word::Dismissed, Word::Explained].map(|word| (in_force(word), word.name()));
    let idle = [Standing::Stale, Standing::Expired, Standing::Unused];
    let idle = idle.map(|standing| (report.decided.count(standing), standing.name()));
    let counted = |counts: [(usize, &str); 3]| {
        let counts = counts.iter().filter(|(n, _)| *n > 0).map(|(n, name)| format!("{n} {name}"));
        counts.collect::<Vec<_>>().join(", ")
    };
    let (words, idle) = (counted(words), counted(idle));
    let unused: Vec<String> = rulings.iter().filter(|ruling| ruling.standing == Standing::Unused).map(unused).collect();
    let parts = [words, idle].into_iter().filter(|part| !part.is_empty());
    format!("decisions: {}{}", parts.collect::<Vec<_>>().join("; "), named(&unused))
}

fn unused(ruling: &Ruling) -> String {
    let decision = &ruling.decision;
    let because = ruling.because.join("; ");
    format!("{} of {}, line {}: {because}", text::clean(&decision.finding), text::clean(&decision.by), decision.line)
}

fn named(all: &[String]) -> String {
    let shown = all.iter().take(NAMED).cloned().chain((all.len() > NAMED).then(|| "…".to_owned()));
    let shown = shown.collect::<Vec<_>>().join("; ");
    if shown.is_empty() { shown } else { format!(" ({shown})") }
}
