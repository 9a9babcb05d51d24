//! The page as a whole: the findings by verdict, the articles, what was left out.

use std::collections::BTreeSet;
use std::collections::hash_map::Entry;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::articles::{Sentences, articles};
use super::view::{FindingView, Group, Page};
use super::{Case, finding, left_out};
use crate::report::{Options, names, table};
use crate::verdict::{Finding, Verdict};

/// The verdicts in the order in which an editor wants to know, with their headings and meanings.
const GROUPS: [(Verdict, &str, [&str; 2], &str); 5] = [
    (Verdict::Conflict, "Conflicts", ["conflict", "conflicts"], "The figures cannot all be true."),
    (
        Verdict::Differ,
        "Differences",
        ["differs", "differ"],
        "The figures differ, and the difference is explained or small.",
    ),
    (
        Verdict::Unresolved,
        "Unresolved",
        ["unresolved", "unresolved"],
        "Something that the comparison needs is missing.",
    ),
    (Verdict::Agree, "Agreements", ["agrees", "agree"], "Independent sources give the same figure."),
    (
        Verdict::Single,
        "Single sources",
        ["from one source only", "from one source only"],
        "There is nothing to set these against.",
    ),
];

/// Everything that the page shows.
pub(super) fn page(case: &Case<'_>) -> Page {
    let (articles, sentences) = articles(case);
    let groups = groups(&sentences, case);
    let findings = || groups.iter().flat_map(|group| &group.findings);
    let wide = Options { width: usize::from(u16::MAX), all: true, unchecked: true, ..Options::default() };
    Page {
        title: title(case),
        summary: table::summary(case.report, &wide).lines().map(str::to_owned).collect(),
        rules: distinct(findings().map(|finding| &finding.rule)),
        outlets: distinct(findings().flat_map(|finding| &finding.outlets)),
        without_text: articles.iter().filter(|article| !article.has_text).count(),
        left_out: left_out::left_out(case),
        program: concat!("crosscheck ", env!("CARGO_PKG_VERSION")),
        articles,
        groups,
    }
}

fn groups(sentences: &Sentences<'_>, case: &Case<'_>) -> Vec<Group> {
    let all = GROUPS.into_iter().map(|(verdict, heading, [one, many], meaning)| {
        let findings = of_verdict(verdict, sentences, case);
        let counted = if findings.len() == 1 { one } else { many };
        Group { verdict: names::verdict(verdict), heading, counted, meaning, findings }
    });
    let mut groups: Vec<Group> = all.filter(|group| !group.findings.is_empty()).collect();
    link_once(&mut groups);
    groups
}

/// Several findings hang on one event: the first shows how its tellings were linked, the others lead there.
fn link_once(groups: &mut [Group]) {
    let mut shown: FxHashMap<Vec<(usize, usize)>, String> = FxHashMap::default();
    for finding in groups.iter_mut().flat_map(|group| &mut group.findings) {
        let linked = &mut finding.linked;
        if linked.pairs.is_empty() {
            continue;
        }
        match shown.entry(std::mem::take(&mut linked.tellings)) {
            Entry::Vacant(free) => {
                free.insert(finding.id.clone());
            }
            Entry::Occupied(first) => {
                linked.pairs.clear();
                linked.shown_in = Some(first.get().clone());
            }
        }
    }
}

/// The findings of a verdict; words of one source alone are listed with what was not checked.
fn of_verdict(verdict: Verdict, sentences: &Sentences<'_>, case: &Case<'_>) -> Vec<FindingView> {
    let shown = |finding: &&Finding| finding.verdict == verdict && !case.index.is_lone_quotation(finding);
    let findings: Vec<&Finding> = case.report.findings.iter().filter(shown).collect();
    findings.into_par_iter().map(|finding| finding::view(finding, sentences, case)).collect()
}

fn title(case: &Case<'_>) -> String {
    let conflicts = case.report.findings.iter().filter(|finding| finding.verdict == Verdict::Conflict).count();
    let articles = case.report.extracts.len();
    let plural = |n: usize, word: &str| if n == 1 { format!("1 {word}") } else { format!("{n} {word}s") };
    format!("{} in {}", plural(conflicts, "conflict"), plural(articles, "article"))
}

fn distinct<'v>(values: impl Iterator<Item = &'v String>) -> Vec<String> {
    values.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}
