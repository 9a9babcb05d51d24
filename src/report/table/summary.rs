//! The closing lines: what was found, in what, and what was left out.

use crate::report::{Index, Options, Report, marks, names, text};
use crate::verdict::Verdict;

/// The order in which verdicts are counted.
const ORDER: [Verdict; 4] = [Verdict::Conflict, Verdict::Differ, Verdict::Unresolved, Verdict::Agree];

/// Kinds of other files that are named.
const KINDS: usize = 4;

/// The closing lines of a check.
pub fn summary(report: &Report, options: &Options) -> String {
    let index = Index::new(report);
    let quoted = report.findings.iter().filter(|finding| index.is_lone_quotation(finding)).count();
    let lines = [
        findings(report, options, quoted),
        beside(report),
        marks::changes(report),
        marks::decisions(report),
        articles(report),
        left_out(report, options, quoted),
        passed_over(report),
    ];
    let wrapped = lines.iter().filter(|line| !line.is_empty()).flat_map(|line| text::wrap(line, options.width.max(40)));
    wrapped.map(|line| line + "\n").collect()
}

/// "1 conflict, 2 differ, 3 agree; 12 facts told by one source only (--all shows them)"
fn findings(report: &Report, options: &Options, quoted: usize) -> String {
    let count = |verdict| report.findings.iter().filter(|finding| finding.verdict == verdict).count();
    let named = ORDER.iter().map(|&verdict| (count(verdict), verdict)).filter(|(n, _)| *n > 0);
    let named: Vec<String> = named.map(|(n, verdict)| format!("{n} {}", counted(verdict, n))).collect();
    let compared = if named.is_empty() { "no two figures to compare".to_owned() } else { named.join(", ") };
    let hint = if options.all { "" } else { " (--all shows them)" };
    match count(Verdict::Single) - quoted {
        0 => compared,
        n if !report.drafts.is_empty() => {
            format!("{compared}; {n} {} of the draft in no source", plural(n, "figure"))
        }
        n => format!("{compared}; {n} {} from one source only{hint}", plural(n, "figure")),
    }
}

/// What the sources say among themselves, where a draft is set against them.
fn beside(report: &Report) -> String {
    match report.beside {
        0 => String::new(),
        n => format!("{n} {} without the draft, not shown", plural(n, "finding")),
    }
}

fn counted(verdict: Verdict, n: usize) -> &'static str {
    if verdict == Verdict::Conflict && n != 1 { "conflicts" } else { names::verdict(verdict) }
}

fn articles(report: &Report) -> String {
    let claims: usize = report.extracts.iter().map(|extract| extract.claims.len()).sum();
    let articles = report.extracts.len();
    let skipped = report.skipped.len();
    let skipped =
        if skipped > 0 { format!(", {skipped} {} skipped", plural(skipped, "source")) } else { String::new() };
    let copies: usize = report.copies.iter().map(|group| group.len() - 1).sum();
    let copies = if copies > 0 { format!(" ({copies} repeating another)") } else { String::new() };
    format!("{articles} {}{copies}, {claims} {}{skipped}", plural(articles, "article"), plural(claims, "claim"))
}

/// What no rule claimed, what a rule refused, what was nearly linked, words that one source alone carries.
fn left_out(report: &Report, options: &Options, quoted: usize) -> String {
    let unclaimed: usize = report.extracts.iter().map(|extract| extract.unclaimed.len()).sum();
    let refused: usize = report.extracts.iter().map(|extract| extract.skipped.len()).sum();
    let near = report.near_misses.len();
    let parts = [
        (unclaimed, format!("{unclaimed} {} that no rule claimed", plural(unclaimed, "figure"))),
        (refused, format!("{refused} outside a rule's limits")),
        (near, format!("{near} {} nearly compared", plural(near, "pair"))),
        (report.crowded, format!("{} compared with the nearest of very many alone", report.crowded)),
        (quoted, format!("{quoted} {} in one source only", plural(quoted, "quotation"))),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, text)| text).collect();
    let hint = if options.unchecked || parts.is_empty() { "" } else { " (--show-unchecked lists them)" };
    parts.join(", ") + hint
}

/// Files of the folders read that were not taken for articles.
fn passed_over(report: &Report) -> String {
    let files: usize = report.passed_over.values().sum();
    let mut kinds: Vec<String> = report.passed_over.keys().take(KINDS).map(|kind| text::clean(kind)).collect();
    kinds.extend((report.passed_over.len() > KINDS).then(|| "…".to_owned()));
    let other = plural(files, "other file");
    if files == 0 { String::new() } else { format!("{files} {other} not read ({})", kinds.join(", ")) }
}

fn plural(n: usize, word: &str) -> String {
    if n == 1 { word.to_owned() } else { format!("{word}s") }
}
