//! The embedded rules keep their own promises: file names, documentation, accept and reject texts.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crosscheck::article::Article;
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::scan;
use crosscheck::rule::{Matches, Rule, RuleFile, RuleSet, Selection, embedded_files, match_rules};

/// The packs that list every figure make no promises of their own.
const LISTS: [&str; 2] = ["quantities", "dates"];

/// The rule files as they stand in the folder, so that a changed rule is tried without a build.
fn files() -> Vec<RuleFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: RuleFile| {
        let text = std::fs::read_to_string(root.join(&file.path)).unwrap();
        RuleFile { text: text.into(), ..file }
    };
    embedded_files().into_iter().map(read).collect()
}

fn every_rule() -> RuleSet {
    let packs = ["default", "quantities", "dates"].map(str::to_owned).to_vec();
    RuleSet::from_texts(&files(), &Selection { packs, rules: Vec::new() }).unwrap_or_else(|error| panic!("{error}"))
}

fn found(rules: &RuleSet, lexicon: &Lexicon, text: &str, published: Option<jiff::civil::Date>) -> Matches {
    let article = Article::plain("text", text, published);
    match_rules(rules, article.text(), &scan(&article, lexicon))
}

/// The sets of one rule each that make promises.
fn promising_alone() -> impl Iterator<Item = RuleSet> {
    every_rule().apart().into_iter().filter(|alone| !LISTS.contains(&alone.rules()[0].pack()))
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
    let built_in = embedded_files();
    RuleSet::from_texts(&built_in, &Selection::default()).unwrap_or_else(|error| panic!("{error}"));
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

/// Every text of every rule, and what each rule finds in every article of `examples/`, go through the command that users have.
#[test]
fn the_rules_pass_their_own_test() {
    let accept = std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.args(["rules", "test", "rules"]).args(accept.then_some("--accept"));
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).env_clear().output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    let repair = "read the difference, then run `cargo run -- rules test rules --accept`, or `--review`";
    assert!(output.status.success(), "{repair}\n{told}");
}

#[test]
fn every_pattern_is_reached_and_every_unless_stops_something() {
    let lexicon = Lexicon::embedded();
    let mut idle = Vec::new();
    for single in promising_alone() {
        let rule = &single.rules()[0];
        let texts = rule.accept().iter().map(|accept| (&accept.text, accept.published));
        let texts = texts.chain(rule.reject().iter().map(|reject| (&reject.text, reject.published)));
        let (mut reached, mut stopping) = (BTreeSet::new(), BTreeSet::new());
        for (text, published) in texts {
            let found = found(&single, lexicon, text, published);
            reached.extend(found.matches.iter().map(|matched| matched.pattern));
            stopping.extend(found.stopped.iter().map(|stopped| stopped.unless));
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
