//! The embedded rules keep their own promises: file names, documentation, accept and reject texts.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;
use std::process::Command;

use crosscheck::lexicon::Lexicon;
use crosscheck::rule::{RuleFile, RuleSet, Selection, embedded_files, lint};

fn every_rule() -> RuleSet {
    let packs = ["default", "quantities", "dates"].map(str::to_owned).to_vec();
    RuleSet::from_texts(&common::rule_files(), &Selection { packs, rules: Vec::new() })
        .unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_file_loads() {
    let rules = every_rule();
    assert!(rules.get("meeting-duration").is_some());
}

#[test]
fn every_expression_compiles() {
    let built_in = embedded_files();
    RuleSet::from_texts(&built_in, &Selection::default()).unwrap_or_else(|error| panic!("{error}"));
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

/// A rule that can be trusted says enough: ten ways of telling it, six neighbours that it leaves alone, why it compares as it
/// does, and an article of `examples/` in which it fires (`snapshots/rules/` says so, which the test above holds true).
#[test]
fn every_rule_has_its_texts_its_reasons_and_its_article() {
    let mut wanting = Vec::new();
    for file in common::rule_files().iter().filter(|file| !is_list(file)) {
        let (text, id) = (&file.text, file.path.file_stem().unwrap().to_string_lossy());
        let count = |heading: &str| text.lines().filter(|line| *line == heading).count();
        let (accept, reject) = (count("[[accept]]"), count("[[reject]]"));
        let compare = text
            .split_once("\n[compare]")
            .map_or("# as every rule does", |(_, rest)| rest.split("\n[[").next().unwrap());
        let snapshot = std::fs::read_to_string(common::root().join(format!("snapshots/rules/{id}.snap")));
        let mut want = |holds: bool, what: String| {
            if !holds {
                wanting.push(format!("{id}: {what}"));
            }
        };
        want(accept >= 10, format!("{accept} accept texts, at least 10 are wanted"));
        want(reject >= 6, format!("{reject} reject texts, at least 6 are wanted"));
        want(compare.contains('#'), "[compare] gives no reason; write it as a comment above the key".to_owned());
        want(
            snapshot.is_ok_and(|snapshot| snapshot.contains(".md:") || snapshot.contains(".txt:")),
            "no example article in which it fires".to_owned(),
        );
    }
    assert!(wanting.is_empty(), "{}", wanting.join("\n"));
}

/// Whether a file holds words, or a rule that takes every figure of a kind.
fn is_list(file: &RuleFile) -> bool {
    let folder = file.path.parent().and_then(Path::file_name).unwrap_or_default();
    ["lexicon", "quantities", "dates"].iter().any(|name| folder == *name)
}

#[test]
fn the_rules_have_no_errors_and_no_warnings() {
    let linted = lint(&[], &common::rule_files(), Lexicon::embedded());
    let told: Vec<String> = linted.problems.iter().map(|problem| problem.render(false)).collect();
    assert!(told.is_empty(), "see docs/lint.md; `crosscheck rules lint rules --fix` may help\n{}", told.join("\n\n"));
}
