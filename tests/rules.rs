//! The embedded rules keep their own promises: file names, documentation, accept and reject texts.
#![allow(clippy::unwrap_used)]

mod common;

use std::process::Command;

use crosscheck::lexicon::Lexicon;
use crosscheck::rule::{RuleSet, Selection, embedded_files, lint};

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

#[test]
fn the_rules_have_no_errors_and_no_warnings() {
    let linted = lint(&[], &common::rule_files(), Lexicon::embedded());
    let told: Vec<String> = linted.problems.iter().map(|problem| problem.render(false)).collect();
    assert!(told.is_empty(), "see docs/lint.md; `crosscheck rules lint rules --fix` may help\n{}", told.join("\n\n"));
}
