//! A check as `JUnit` XML: a suite for each rule, a case for each finding that was compared. Conflicts are failures; what could
//! not be settled is skipped, and what is known from before.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::index::Index;
use super::trial::junit::escaped;
use super::{Options, Report, telling, text};
use crate::verdict::{Finding, Verdict};

/// What becomes of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Skipped,
}

/// Writes the findings; those of one source alone with `all`.
pub fn write_report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let shown = |finding: &&Finding| finding.verdict == Verdict::Agree || telling::is_told(finding, &index, options);
    let findings: Vec<&Finding> = report.findings.iter().filter(shown).collect();
    let mut suites: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &findings {
        suites.entry(&finding.rule).or_default().push(finding);
    }
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"crosscheck check\" {}>", counts(&findings, &index, options))?;
    for (rule, findings) in &suites {
        writeln!(out, "  <testsuite name=\"{}\" {}>", escaped(rule), counts(findings, &index, options))?;
        findings.iter().try_for_each(|finding| case(finding, &index, options, out))?;
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

fn counts(findings: &[&Finding], index: &Index<'_>, options: &Options) -> String {
    let count = |wanted| findings.iter().filter(|finding| outcome(finding, index, options) == wanted).count();
    let (failed, skipped) = (count(Outcome::Failed), count(Outcome::Skipped));
    format!("tests=\"{}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\"", findings.len())
}

/// What an editor decided, or an earlier run had, fails no more.
fn outcome(finding: &Finding, index: &Index<'_>, options: &Options) -> Outcome {
    let mark = index.mark(finding);
    let fails = if mark.is_decided() || !mark.is_news() { Outcome::Skipped } else { Outcome::Failed };
    match finding.verdict {
        Verdict::Conflict => fails,
        Verdict::Differ if options.strict => fails,
        Verdict::Unresolved => Outcome::Skipped,
        Verdict::Differ | Verdict::Agree | Verdict::Single => Outcome::Passed,
    }
}

fn case(finding: &Finding, index: &Index<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let (class, name) = (escaped(&finding.rule), escaped(&text::clean(&finding.subject)));
    write!(out, "    <testcase classname=\"{class}\" name=\"{name} ({})\"", finding.id)?;
    if let Some(claim) = index.claims_of(finding).next() {
        write!(out, " file=\"{}\" line=\"{}\"", escaped(&text::clean(&claim.article)), claim.location.line)?;
    }
    let told = escaped(&telling::lines(finding, index).join("\n"));
    let (label, reason) = (telling::label(finding), escaped(&telling::reason(finding)));
    writeln!(out, ">")?;
    match outcome(finding, index, options) {
        Outcome::Failed => writeln!(out, "      <failure type=\"{label}\" message=\"{reason}\">{told}</failure>")?,
        Outcome::Skipped => writeln!(out, "      <skipped message=\"{label}: {reason}\"/>")?,
        Outcome::Passed => {}
    }
    if outcome(finding, index, options) != Outcome::Failed {
        writeln!(out, "      <system-out>{label}\n{told}</system-out>")?;
    }
    writeln!(out, "    </testcase>")
}
