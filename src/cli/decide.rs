//! `decide`: an editor's word on a finding, written into a file of decisions.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use super::args::Decide;
use super::load::{self, by_prefix};
use super::options::{Color, Look};
use super::output;
use super::whole_file::WholeFile;
use crate::decision::{self, Decision, Ledger, Word};
use crate::matter::Matter;
use crate::pipeline;
use crate::report::Report;
use crate::verdict::Finding;

/// Runs `decide`.
pub(super) fn run(wanted: &Decide) -> Result<()> {
    let said = [("--by", &wanted.by), ("--why", &wanted.why)];
    if let Some((option, _)) = said.into_iter().find(|(_, text)| text.trim().is_empty()) {
        bail!("{option} says nothing; others must be able to follow the decision");
    }
    let text = text(&wanted.decisions)?;
    let ledger = if text.is_empty() { Ledger::default() } else { load::ledger(&wanted.decisions)? };
    let report = checked(wanted)?;
    let (finding, matter) = finding(&report, &wanted.id)?;
    let decision = decision(wanted, finding, matter);
    let shown = wanted.decisions.display().to_string();
    let before = instead(&ledger, &report, finding);
    let written = decision::record(&text, &decision, &finding.subject, before);
    let written = written.map_err(|problem| anyhow!("cannot add to `{shown}`: {problem}"))?;
    WholeFile::write(&wanted.decisions, |out| out.write_all(written.as_bytes()))?.keep()?;
    if !wanted.quiet {
        let verb = if before.is_some() { "now" } else { "is" };
        output::say(&format!("{} {verb} {} in `{shown}`: {}", finding.id, decision.word.name(), finding.subject));
    }
    Ok(())
}

/// The file as it stands; a file that is not there yet is empty.
fn text(path: &Path) -> Result<String> {
    match std::fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        read => read.with_context(|| format!("cannot read the decisions `{}`", path.display())),
    }
}

fn checked(wanted: &Decide) -> Result<Report> {
    let look = Look { color: Color::Never, width: None, quiet: wanted.quiet };
    let ready = load::ready(&wanted.selection)?;
    let (mut corpus, settings) = load::weighed(&wanted.input, &wanted.weighing, &look)?;
    let extracts = load::extracts_so_far(&mut corpus, &ready, &wanted.input, &look);
    let extracts = pipeline::sketched(extracts, &corpus.articles, &ready.lexicon);
    Ok(pipeline::check(extracts, corpus.skipped, &ready.rules, &ready.lexicon, &settings))
}

/// The finding meant, by the start of its id, else of its fingerprint.
fn finding<'a>(report: &'a Report, id: &str) -> Result<(&'a Finding, &'a Matter)> {
    let both = || report.findings.iter().zip(&report.matters);
    let by_id = by_prefix(both().map(|found| (&*found.0.id, found)), id, "finding");
    by_id.or_else(|error| {
        let prints: Vec<_> = both().map(|found| (found.1.fingerprint(), found)).collect();
        by_prefix(prints.iter().map(|(print, found)| (&**print, *found)), id, "finding").map_err(|_| error)
    })
}

fn decision(wanted: &Decide, finding: &Finding, matter: &Matter) -> Decision {
    Decision {
        finding: matter.fingerprint().to_string(),
        word: Word::from(wanted.word),
        by: wanted.by.trim().to_owned(),
        why: wanted.why.trim().to_owned(),
        on: Some(load::today()),
        until: wanted.until,
        verdict: Some(finding.verdict.name().to_owned()),
        matter: Some(matter.clone()),
        line: 0,
    }
}

/// The place in the file of what was decided of the finding before.
fn instead(ledger: &Ledger, report: &Report, finding: &Finding) -> Option<usize> {
    let decided = decision::decide(ledger, &report.findings, &report.matters, load::today());
    let at = report.findings.iter().position(|other| other.id == finding.id)?;
    let ruling = decided.of(at)?;
    ledger.decisions.iter().position(|decision| *decision == ruling.decision)
}
