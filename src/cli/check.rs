//! `check`: the figures of articles side by side.

use std::io::{self, Write};

use anyhow::Result;

use super::args::Check;
use super::format::{CheckFormat, Format as _};
use super::load::{self, Ready};
use super::options::FailOn;
use super::targets::{self, Target};
use super::{Outcome, interrupt, output, watch};
use crate::article::Article;
use crate::decision::{self, Ledger};
use crate::history::{self, Run};
use crate::pipeline;
#[cfg(feature = "report-html")]
use crate::report::html;
#[cfg(feature = "xlsx")]
use crate::report::xlsx;
use crate::report::{
    Index, Options, Report, annotations, claim_review, csv, github, json, junit, markdown, names, sarif, table,
};
use crate::verdict::{Finding, Verdict};

/// A report, whether Ctrl-C cut it short, and what it was made of, which the page for a browser shows.
#[cfg_attr(not(feature = "report-html"), allow(dead_code))]
pub(super) struct Checked {
    pub(super) report: Report,
    pub(super) interrupted: bool,
    articles: Vec<Article>,
    ready: Ready,
}

/// Runs `check`; whether something was found that `--fail-on` names.
pub(super) fn run(check: &Check) -> Result<Outcome> {
    let files = targets(check)?;
    output::printable(check.format)?;
    if check.watch {
        interrupt::listen("ending the watch");
        return watch::run(check, &files);
    }
    interrupt::listen(interrupt::REPORTING);
    let checked = checked(check, &files)?;
    write_all(check, &files, &checked)?;
    let failed = || Outcome::found(fails(&checked.report, check));
    Ok(if checked.interrupted { Outcome::Interrupted } else { failed() })
}

fn targets(check: &Check) -> Result<Vec<Target<CheckFormat>>> {
    targets::targets(&check.output.files, &[&check.input.paths, &check.weighing.against])
}

/// Reads, compares and marks.
pub(super) fn checked(check: &Check, files: &[Target<CheckFormat>]) -> Result<Checked> {
    // A file of one's own that cannot be read is told before the long work.
    let earlier = earlier(check)?;
    let look = &check.output.look;
    let ready = load::ready(&check.selection)?;
    let (mut corpus, settings) = load::weighed(&check.input, &check.weighing, look)?;
    let extracts = load::extracts_so_far(&mut corpus, &ready, &check.input, look);
    load::something_left(&corpus, &settings)?;
    let extracts = pipeline::sketched(extracts, &corpus.articles, &ready.lexicon);
    // Their texts are half of what is held.
    let mut articles = corpus.articles;
    if !shows_articles(check, files) {
        articles = Vec::new();
    }
    let mut report = pipeline::check(extracts, corpus.skipped, &ready.rules, &ready.lexicon, &settings);
    report.passed_over = corpus.passed_over;
    remember(&mut report, earlier);
    Ok(Checked { report, interrupted: interrupt::asked(), articles, ready })
}

/// Whether a form was asked for that shows the articles themselves: the page for a browser.
fn shows_articles(check: &Check, files: &[Target<CheckFormat>]) -> bool {
    let shows = |format: CheckFormat| format.name() == "html";
    shows(check.format) || files.iter().any(|file| shows(file.format()))
}

/// Writes the files that were asked for, and to standard output.
pub(super) fn write_all(check: &Check, files: &[Target<CheckFormat>], checked: &Checked) -> Result<()> {
    write_files(check, files, checked)?;
    output::print(|out| write(checked, check.format, &options(check, check.output.look.on_terminal()), out))
}

/// Writes the files that were asked for.
pub(super) fn write_files(check: &Check, files: &[Target<CheckFormat>], checked: &Checked) -> Result<()> {
    let in_file = options(check, check.output.look.in_file());
    targets::write(files, |format, out| write(checked, format, &in_file, out))
}

/// What is known from before: decisions and a baseline.
struct Earlier {
    ledger: Ledger,
    baseline: Option<Run>,
}

fn earlier(check: &Check) -> Result<Earlier> {
    let ledger = check.decisions.as_deref().map(load::ledger).transpose()?.unwrap_or_default();
    let baseline = check.baseline.as_deref().map(Run::read).transpose()?;
    Ok(Earlier { ledger, baseline })
}

/// Marks the findings by what is known from before.
fn remember(report: &mut Report, earlier: Earlier) {
    report.decided = decision::decide(&earlier.ledger, &report.findings, &report.matters, load::today());
    let now = || Run::of(&report.findings, &report.matters, names::class);
    report.changes = earlier.baseline.map(|before| history::compare(before, &now()));
}

fn write(checked: &Checked, format: CheckFormat, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let report = &checked.report;
    match format {
        CheckFormat::Table => table::write_report(report, options, out),
        CheckFormat::Json => json::write_report(report, out),
        CheckFormat::Jsonl => json::write_report_lines(report, out),
        CheckFormat::Csv => csv::write_report(report, out),
        CheckFormat::Markdown => markdown::write_report(report, options, out),
        #[cfg(feature = "xlsx")]
        CheckFormat::Xlsx => xlsx::write_report(report, out),
        CheckFormat::Sarif => sarif::write_report(report, options, out),
        CheckFormat::Junit => junit::write_report(report, options, out),
        CheckFormat::Github => github::write_report(report, options, out),
        CheckFormat::ClaimReview => claim_review::write_report(report, options, out),
        CheckFormat::Annotations => annotations::write_report(report, options, out),
        #[cfg(feature = "report-html")]
        CheckFormat::Html => {
            let Checked { articles, ready: Ready { rules, lexicon }, .. } = checked;
            html::write_report(&html::Materials { report, articles, rules, lexicon }, out)
        }
    }
}

fn options(check: &Check, look: Options) -> Options {
    let strict = check.fail_on == FailOn::Differ;
    Options { all: check.all, unchecked: check.show_unchecked, not_compared: check.show_not_compared, strict, ..look }
}

/// Whether a finding is as serious as was asked, no decision on it holds, and no earlier run told the same.
fn fails(report: &Report, check: &Check) -> bool {
    let index = Index::new(report);
    let serious = |finding: &&Finding| match check.fail_on {
        FailOn::Conflict => finding.verdict == Verdict::Conflict,
        FailOn::Differ => matches!(finding.verdict, Verdict::Conflict | Verdict::Differ),
        FailOn::Never => false,
    };
    report.findings.iter().filter(serious).map(|finding| index.mark(finding)).any(|mark| {
        let decided = mark.is_decided() && !check.fail_on_decided;
        mark.is_news() && !decided
    })
}
