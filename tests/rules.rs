//! The embedded rules keep their own promises: file names, documentation, accept and reject texts.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use crosscheck::article::Article;
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::{Mentions, scan};
use crosscheck::rule::{Match, Matches, Rule, RuleSet, Selection, match_rules};
use crosscheck::value::Figure;

/// The packs that list every figure make no promises of their own.
const LISTS: [&str; 2] = ["quantities", "dates"];

fn every_rule() -> RuleSet {
    let packs = ["default", "quantities", "dates"].map(str::to_owned).to_vec();
    RuleSet::embedded(&Selection { packs, rules: Vec::new() }).unwrap_or_else(|error| panic!("{error}"))
}

/// One rule alone, so that no other takes its values.
fn alone(rule: &Rule) -> RuleSet {
    RuleSet::embedded(&Selection { packs: Vec::new(), rules: vec![rule.id().to_owned()] }).unwrap()
}

struct Found {
    article: Article,
    mentions: Mentions,
    matches: Matches,
}

impl Found {
    fn of(rules: &RuleSet, lexicon: &Lexicon, text: &str, published: Option<jiff::civil::Date>) -> Self {
        let article = Article::plain("text", text, published);
        let mentions = scan(&article, lexicon);
        let matches = match_rules(rules, article.text(), &mentions);
        Self { article, mentions, matches }
    }

    fn figures(&self, rule: &Rule) -> Vec<Option<Figure>> {
        self.matches.matches.iter().map(|matched| self.figure(rule, matched)).collect()
    }

    /// What a match says: its leaf's amount, or what its pattern fixes.
    fn figure(&self, rule: &Rule, matched: &Match) -> Option<Figure> {
        let fixed = rule.patterns()[matched.pattern].fixed.value.map(Figure::One);
        let leaf = matched.leaf.map(|leaf| &self.mentions.leaves[leaf]);
        leaf.and_then(|leaf| self.mentions.quantity(leaf)).map(|mention| mention.quantity.amount).or(fixed)
    }
}

/// The figure that a test text states, read as the scanner reads it.
fn stated(lexicon: &Lexicon, value: &str) -> Option<Figure> {
    let mentions = scan(&Article::plain("value", value, None), lexicon);
    let read = mentions.quantities.first().map(|mention| mention.quantity.amount);
    read.or_else(|| value.parse().ok().map(Figure::One))
}

/// What is wrong with the texts of one rule.
fn complaints(rule: &Rule, lexicon: &Lexicon) -> Vec<String> {
    let rules = alone(rule);
    let place = |line: usize| format!("{}:{line}", rule.path().display());
    let mut complaints = Vec::new();
    for accept in rule.accept() {
        let found = Found::of(&rules, lexicon, &accept.text, accept.published);
        let wanted: Vec<_> = accept.values.iter().map(|value| stated(lexicon, value)).collect();
        let figures = found.figures(rule);
        if wanted != figures {
            let stopped = found.matches.stopped.iter().map(|stopped| rule.unless()[stopped.unless].source());
            let stopped: Vec<_> = stopped.collect();
            let rejected: Vec<_> = found.matches.rejected.iter().map(|rejected| &rejected.reason).collect();
            let leaves: Vec<_> =
                found.mentions.leaves.iter().map(|leaf| (leaf.kind, leaf.span.text(found.article.text()))).collect();
            complaints.push(format!(
                "{}: {:?} gives {figures:?}, not {wanted:?}; leaves {leaves:?}; stopped by {stopped:?}; refused: {rejected:?}",
                place(accept.line),
                accept.text
            ));
        }
    }
    for reject in rule.reject() {
        let found = Found::of(&rules, lexicon, &reject.text, reject.published);
        for matched in &found.matches.matches {
            let words = matched.span.text(found.article.text());
            let pattern = rule.patterns()[matched.pattern].line();
            complaints.push(format!(
                "{}: {:?} is taken as {words:?} by the pattern of line {pattern}, though it is {}",
                place(reject.line),
                reject.text,
                reject.why
            ));
        }
    }
    complaints
}

fn promising(rules: &RuleSet) -> impl Iterator<Item = &Rule> {
    rules.rules().iter().filter(|rule| !LISTS.contains(&rule.pack()))
}

#[test]
fn every_file_loads_without_warnings() {
    let rules = every_rule();
    assert!(rules.get("meeting-duration").is_some());
    assert_eq!(rules.warnings(), Vec::<String>::new());
}

#[test]
fn every_expression_compiles() {
    let files = crosscheck::rule::embedded_files();
    RuleSet::from_texts(&files, &Selection::default()).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn every_rule_is_explained_and_has_texts() {
    for rule in promising(&every_rule()) {
        assert!(rule.summary().ends_with('.'), "{}: the summary is one sentence", rule.id());
        assert!(rule.explain().split_whitespace().count() >= 20, "{}: explain what it leaves out", rule.id());
        assert!(rule.accept().len() >= 8, "{}: at least eight accept texts", rule.id());
        assert!(rule.reject().len() >= 6, "{}: at least six reject texts", rule.id());
    }
}

#[test]
fn accept_texts_are_found_and_reject_texts_left_alone() {
    let (rules, lexicon) = (every_rule(), Lexicon::embedded());
    let complaints: Vec<String> = promising(&rules).flat_map(|rule| complaints(rule, lexicon)).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_pattern_is_reached_and_every_unless_stops_something() {
    let (rules, lexicon) = (every_rule(), Lexicon::embedded());
    let mut idle = Vec::new();
    for rule in promising(&rules) {
        let single = alone(rule);
        let texts = rule.accept().iter().map(|accept| (&accept.text, accept.published));
        let texts = texts.chain(rule.reject().iter().map(|reject| (&reject.text, reject.published)));
        let (mut reached, mut stopping) = (BTreeSet::new(), BTreeSet::new());
        for (text, published) in texts {
            let found = Found::of(&single, lexicon, text, published);
            reached.extend(found.matches.matches.iter().map(|matched| matched.pattern));
            stopping.extend(found.matches.stopped.iter().map(|stopped| stopped.unless));
        }
        let patterns = rule.patterns().iter().enumerate().filter(|(index, _)| !reached.contains(index));
        idle.extend(patterns.map(|(_, pattern)| {
            format!("{}:{}: no text reaches {:?}", rule.path().display(), pattern.line(), pattern.source())
        }));
        let unless = rule.unless().iter().enumerate().filter(|(index, _)| !stopping.contains(index));
        idle.extend(unless.map(|(_, unless)| {
            format!("{}:{}: {:?} stops nothing", rule.path().display(), unless.line(), unless.source())
        }));
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}
