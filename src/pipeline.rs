//! The stages in their order: articles to extracts, extracts to a report. No input, no output.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::align::{self, Linked, NearMiss};
use crate::article::{Article, Skipped};
use crate::claim::{self, Extract, Sketch, extract};
use crate::copy;
use crate::lexicon::Lexicon;
use crate::matter;
use crate::mention::{scan_while, scan_with};
use crate::report::{Described, Report};
use crate::rule::{Reconcile, Rule, RuleSet};
use crate::source::Register;
use crate::value::VaguePreset;
use crate::verdict::{self, Bench, Company, Finding};

/// How figures are set side by side, beyond what the rules say.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Whether articles are compared only inside one story.
    pub by_story: bool,
    /// How a range becomes one figure, in place of what each rule says.
    pub reconcile: Option<Reconcile>,
    /// What is declared of outlets.
    pub register: Register,
    /// Articles that are checked against the others, by id; where there are any, only findings that touch one are kept.
    pub drafts: BTreeSet<String>,
}

/// All that [`check`] needs of the articles, in their order.
pub fn extract_all(articles: &[Article], rules: &RuleSet, lexicon: &Lexicon) -> Vec<Extract> {
    sketched(extract_with(articles, rules, lexicon, VaguePreset::default(), &|| {}), articles, lexicon)
}

/// The extracts with sketches of their articles, by which [`check`] finds what repeats one another.
pub fn sketched(mut extracts: Vec<Extract>, articles: &[Article], lexicon: &Lexicon) -> Vec<Extract> {
    let pairs = extracts.par_iter_mut().zip(articles);
    pairs.for_each(|(extract, article)| {
        extract.sketch = Sketch { names: align::names(article.text(), lexicon), ..copy::sketch(article) };
    });
    extracts
}

/// Extracts every article, on as many threads as the current pool has, with vague words read by a preset; the order is that
/// of the articles. `done` is told of each article that is finished, in no order.
pub fn extract_with(
    articles: &[Article],
    rules: &RuleSet,
    lexicon: &Lexicon,
    vague: VaguePreset,
    done: &(dyn Fn() + Sync),
) -> Vec<Extract> {
    let one = |article| {
        let extract = extract(rules, lexicon, article, &scan_with(article, lexicon, vague));
        done();
        extract
    };
    articles.par_iter().map(one).collect()
}

/// Why an article has no extract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfinished {
    /// The run was ended before it was reached.
    NotReached,
    /// It took longer than an article may.
    TooLong,
}

/// The same without what only `explain` tells, as long as `go` says so, and for each article as long as it may take.
pub fn extract_while(
    articles: &[Article],
    rules: &RuleSet,
    lexicon: &Lexicon,
    vague: VaguePreset,
    most: Duration,
    done: &(dyn Fn() + Sync),
    go: &(dyn Fn() -> bool + Sync),
) -> Vec<Result<Extract, Unfinished>> {
    let one = |article| {
        let begun = Instant::now();
        let in_time = || begun.elapsed() <= most;
        let going = || go() && in_time();
        let read = || {
            let mentions = scan_while(article, lexicon, vague, &going)?;
            claim::extract_while(rules, lexicon, article, &mentions, &going)
        };
        let extract = if going() { read() } else { None };
        done();
        extract.map(lean).ok_or_else(|| if in_time() { Unfinished::NotReached } else { Unfinished::TooLong })
    };
    articles.par_iter().map(one).collect()
}

/// An extract without the steps that led to its claims, which only `explain` tells, and without spare room: many are held at once.
fn lean(mut extract: Extract) -> Extract {
    for claim in &mut extract.claims {
        claim.trace = Vec::new();
        claim.sentence.shrink_to_fit();
        claim.text.shrink_to_fit();
    }
    for event in &mut extract.events {
        event.words.shrink_to_fit();
    }
    extract.claims.shrink_to_fit();
    extract.events.shrink_to_fit();
    extract
}

/// Links, groups and judges what was extracted. The outcome does not depend on the order of `extracts`.
pub fn check(
    mut extracts: Vec<Extract>,
    skipped: Vec<Skipped>,
    rules: &RuleSet,
    lexicon: &Lexicon,
    settings: &Settings,
) -> Report {
    extracts.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    let sketches: Vec<&Sketch> = extracts.iter().map(|extract| &extract.sketch).collect();
    let copies = copy::groups(&sketches);
    let linked = align::link(&extracts, rules, lexicon, settings.by_story);
    let company = Company::of(&extracts, rules, lexicon);
    let bench = Bench {
        extracts: &extracts,
        rules,
        lexicon,
        company: &company,
        copies: &copies,
        register: &settings.register,
        reconcile: settings.reconcile,
        drafts: &settings.drafts,
    };
    let findings = verdict::findings(&linked, &bench);
    let near_misses = near_misses(&linked, &extracts);
    let copies = copy_groups(&copies, &extracts);
    let (findings, beside) = touching(findings, &extracts, &settings.drafts);
    let matters = matter::matters(&findings, &extracts);
    let (events, crowded, drafts) = (linked.events, linked.crowded, settings.drafts.clone());
    let rules = described(rules, &findings);
    let report = Report { extracts, copies, events, findings, rules, skipped, near_misses, ..Report::default() };
    Report { crowded, drafts, beside, matters, ..report }
}

/// The rules of findings, in their order.
fn described(rules: &RuleSet, findings: &[Finding]) -> Vec<Described> {
    let told: BTreeSet<&str> = findings.iter().map(|finding| &*finding.rule).collect();
    let described = |rule: &Rule| Described {
        id: rule.id().to_owned(),
        summary: rule.summary().to_owned(),
        explain: rule.explain().to_owned(),
        severity: rule.severity(),
    };
    rules.rules().iter().filter(|rule| told.contains(rule.id())).map(described).collect()
}

/// The findings in which a draft speaks, and how many others there are; all of them where nothing is a draft.
fn touching(findings: Vec<Finding>, extracts: &[Extract], drafts: &BTreeSet<String>) -> (Vec<Finding>, usize) {
    if drafts.is_empty() {
        return (findings, 0);
    }
    let of_drafts = extracts.iter().filter(|extract| drafts.contains(&*extract.article.id));
    let claims: BTreeSet<&str> = of_drafts.flat_map(|extract| extract.claims.iter().map(|claim| &*claim.id)).collect();
    let (kept, beside): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(|finding| finding.claims.iter().any(|id| claims.contains(&**id)));
    (kept, beside.len())
}

/// Groups of two copies or more, the oldest article first.
fn copy_groups(first: &[usize], extracts: &[Extract]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, &group) in first.iter().enumerate() {
        groups.entry(group).or_default().push(index);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group.sort_by_key(|&index| (extracts[index].article.day(), index));
    }
    groups
}

/// The near misses by the first claims of their events.
fn near_misses(linked: &Linked, extracts: &[Extract]) -> Vec<(String, String, String)> {
    let first = |(extract, event): (usize, usize)| {
        let extract = &extracts[extract];
        extract.events[event].claims.first().map(|&claim| extract.claims[claim].id.to_string())
    };
    let told = |miss: &NearMiss| {
        let text = format!("one event with a probability of {:.0} %", miss.probability * 100.0);
        Some((first(miss.pair.0)?, first(miss.pair.1)?, text))
    };
    linked.near_misses.iter().filter_map(told).collect()
}
