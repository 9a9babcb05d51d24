//! `check`: the figures of articles side by side.

use std::io::{self, Write};

use anyhow::Result;

use super::args::{Check, FailOn};
use super::format::CheckFormat;
use super::targets::{self, Target};
use super::{load, output};
use crate::pipeline;
use crate::report::{Options, Report, csv, json, markdown, table};
use crate::verdict::Verdict;

/// Runs `check`; whether something was found that `--fail-on` names.
pub(super) fn run(check: &Check) -> Result<bool> {
    let files: Vec<Target<CheckFormat>> =
        targets::targets(&check.output.files, &[&check.input.paths, &check.weighing.against])?;
    let ready = load::ready(&check.selection)?;
    let (corpus, settings) = load::weighed(&check.input, &check.weighing, &check.output.look)?;
    let extracts = load::extracts(&corpus, &ready, &check.input, &check.output.look);
    let extracts = pipeline::sketched(extracts, &corpus.articles);
    let mut report = pipeline::check(extracts, corpus.skipped, &ready.rules, &ready.lexicon, &settings);
    report.passed_over = corpus.passed_over;
    let in_file = options(check, check.output.look.in_file());
    targets::write(&files, |format, out| write(&report, format, &in_file, out))?;
    output::print(|out| write(&report, check.format, &options(check, check.output.look.on_terminal()), out))?;
    Ok(fails(&report, check.fail_on))
}

fn write(report: &Report, format: CheckFormat, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        CheckFormat::Table => table::write_report(report, options, out),
        CheckFormat::Json => json::write_report(report, out),
        CheckFormat::Jsonl => json::write_report_lines(report, out),
        CheckFormat::Csv => csv::write_report(report, out),
        CheckFormat::Markdown => markdown::write_report(report, options, out),
    }
}

fn options(check: &Check, look: Options) -> Options {
    Options { all: check.all, unchecked: check.show_unchecked, not_compared: check.show_not_compared, ..look }
}

fn fails(report: &Report, fail_on: FailOn) -> bool {
    report.findings.iter().any(|finding| match fail_on {
        FailOn::Conflict => finding.verdict == Verdict::Conflict,
        FailOn::Differ => matches!(finding.verdict, Verdict::Conflict | Verdict::Differ),
        FailOn::Never => false,
    })
}
