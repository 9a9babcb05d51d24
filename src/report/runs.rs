//! Two runs side by side: findings that are new, gone or changed.

use std::io::{self, Write};

use serde::Serialize;

use super::{Options, text};
use crate::history::{Change, Changes, Entry, Run};
use crate::verdict::Verdict;

/// One difference between two runs.
#[derive(Debug, Serialize)]
pub struct Difference<'a> {
    /// `new`, `gone` or `changed`.
    state: &'static str,
    /// The finding's id in the later run; of what is gone, in the earlier.
    id: &'a str,
    fingerprint: &'a str,
    rule: &'a str,
    subject: &'a str,
    verdict: &'static str,
    class: &'a str,
    /// The verdict in the earlier run.
    before: Option<Was<'a>>,
    /// What has changed, a sentence each; of what is new or gone, its figures.
    how: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Was<'a> {
    id: &'a str,
    verdict: &'static str,
    class: &'a str,
}

/// The differences of two runs, the most serious first: what is new, what has changed, what is gone. What one source alone
/// says is left out, unless `all` is asked for.
pub fn told<'a>(changes: &'a Changes, after: &'a Run, all: bool) -> Vec<Difference<'a>> {
    let now = after.findings.iter().zip(&changes.of);
    let now = now.filter_map(|(entry, change)| difference(entry, change, &changes.before));
    let gone = changes.gone.iter().filter_map(|&at| changes.before.findings.get(at));
    let gone = gone.map(|entry| Difference { how: figures(entry), ..of(entry, "gone") });
    let single = Verdict::Single.name();
    let told = |difference: &Difference<'_>| {
        all || difference.verdict != single || difference.before.as_ref().is_some_and(|was| was.verdict != single)
    };
    let mut told: Vec<Difference<'a>> = now.chain(gone).filter(told).collect();
    // The sort is stable: within a state the order stays that of the run, the most serious first.
    told.sort_by_key(|difference| ["new", "changed", "gone"].iter().position(|state| *state == difference.state));
    told
}

fn difference<'a>(entry: &'a Entry, change: &Change, before: &'a Run) -> Option<Difference<'a>> {
    let was = |at: usize| before.findings.get(at);
    let was = change.before().and_then(was);
    let was = was.map(|was| Was { id: &was.id, verdict: was.verdict.name(), class: &was.class });
    match change {
        Change::Unchanged(_) => None,
        Change::New => Some(Difference { how: figures(entry), ..of(entry, change.name()) }),
        Change::Changed { how, .. } => Some(Difference { before: was, how: how.clone(), ..of(entry, change.name()) }),
    }
}

fn of<'a>(entry: &'a Entry, state: &'static str) -> Difference<'a> {
    Difference {
        state,
        id: &entry.id,
        fingerprint: &entry.fingerprint,
        rule: &entry.matter.rule,
        subject: &entry.subject,
        verdict: entry.verdict.name(),
        class: &entry.class,
        before: None,
        how: Vec::new(),
    }
}

fn figures(entry: &Entry) -> Vec<String> {
    entry.matter.figures.iter().map(crate::matter::Told::in_words).collect()
}

/// Writes the differences, a few lines each, and how many there are.
pub fn write(told: &[Difference<'_>], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for difference in told {
        let head = format!("{}  {} {}", difference.state, difference.verdict.to_uppercase(), difference.class);
        let lines = text::wrap(&format!("{head}  {}", text::clean(difference.subject)), options.width);
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        let how = difference.how.iter().map(|how| text::clean(how)).collect::<Vec<_>>().join(" · ");
        let lines = text::wrap(&how, options.width.saturating_sub(4).max(20));
        lines.iter().try_for_each(|line| writeln!(out, "    {line}"))?;
    }
    let count = |state: &str| told.iter().filter(|difference| difference.state == state).count();
    if !told.is_empty() {
        writeln!(out)?;
    }
    writeln!(out, "{} new, {} changed, {} gone", count("new"), count("changed"), count("gone"))
}

/// Writes the differences as one object.
pub fn write_json(told: &[Difference<'_>], out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    serde_json::json!({ "version": super::json::VERSION, "differences": told }).serialize(&mut serializer)?;
    out.write_all(b"\n")
}
