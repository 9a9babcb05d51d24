//! Annotations as GitHub reads them from the log of a workflow: one line a finding, at the first claim of it.

use std::io::{self, Write};

use super::index::Index;
use super::trial::github::{data, property};
use super::{Options, Report, telling, text};
use crate::claim::Claim;
use crate::verdict::{Finding, Verdict};

/// Writes what is to be looked at: conflicts by their severity, what is decided and all else as notices.
pub fn write_report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    for finding in report.findings.iter().filter(|finding| telling::is_told(finding, &index, options)) {
        let Some(claim) = index.claims_of(finding).next() else { continue };
        let title = format!("{} {}", telling::label(finding), finding.rule);
        let message = message(finding, &index);
        writeln!(
            out,
            "::{} {},title={}::{}",
            command(finding, &index),
            place(claim),
            property(&title),
            data(&message)
        )?;
    }
    Ok(())
}

fn command(finding: &Finding, index: &Index<'_>) -> &'static str {
    if index.mark(finding).is_decided() {
        return "notice";
    }
    match (finding.verdict, finding.severity) {
        (Verdict::Conflict, "error") => "error",
        (Verdict::Conflict, "warning") => "warning",
        _ => "notice",
    }
}

/// File and line; columns only within one line, for others are ignored.
fn place(claim: &Claim) -> String {
    let at = claim.location;
    let columns =
        if at.end_line == at.line { format!(",col={},endColumn={}", at.column, at.end_column) } else { String::new() };
    format!("file={},line={},endLine={}{columns}", property(&text::clean(&claim.article)), at.line, at.end_line)
}

fn message(finding: &Finding, index: &Index<'_>) -> String {
    let lines = telling::lines(finding, index);
    std::iter::once(text::clean(&finding.subject)).chain(lines).collect::<Vec<_>>().join("\n")
}
