//! `check`: the figures of articles side by side.

use anyhow::Result;

use super::args::{Check, CheckFormat, FailOn};
use super::load;
use crate::pipeline;
use crate::report::{Options, Report, csv, json, markdown, table};
use crate::verdict::Verdict;

/// Runs `check`; whether something was found that `--fail-on` names.
pub(super) fn run(check: &Check) -> Result<bool> {
    let ready = load::ready(&check.selection)?;
    let (corpus, settings) = load::weighed(&check.input, &check.weighing, &check.output)?;
    let extracts = load::extracts(&corpus, &ready, &check.input, &check.output);
    let extracts = pipeline::sketched(extracts, &corpus.articles);
    let mut report = pipeline::check(extracts, corpus.skipped, &ready.rules, &ready.lexicon, &settings);
    report.passed_over = corpus.passed_over;
    let options = options(check);
    check.output.fill(|out| match check.format {
        CheckFormat::Table => table::write_report(&report, &options, out),
        CheckFormat::Json => json::write_report(&report, out),
        CheckFormat::Jsonl => json::write_report_lines(&report, out),
        CheckFormat::Csv => csv::write_report(&report, out),
        CheckFormat::Markdown => markdown::write_report(&report, &options, out),
    })?;
    Ok(fails(&report, check.fail_on))
}

fn options(check: &Check) -> Options {
    Options {
        all: check.all,
        unchecked: check.show_unchecked,
        not_compared: check.show_not_compared,
        ..check.output.options()
    }
}

fn fails(report: &Report, fail_on: FailOn) -> bool {
    report.findings.iter().any(|finding| match fail_on {
        FailOn::Conflict => finding.verdict == Verdict::Conflict,
        FailOn::Differ => matches!(finding.verdict, Verdict::Conflict | Verdict::Differ),
        FailOn::Never => false,
    })
}
