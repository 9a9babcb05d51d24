//! The embedded rules keep their own promises: file names, documentation, accept and reject texts.
#![allow(clippy::unwrap_used)]

use crosscheck::rule::{RuleSet, Selection};

fn every_rule() -> RuleSet {
    let packs = ["default", "quantities", "dates"].map(str::to_owned).to_vec();
    RuleSet::embedded(&Selection { packs, rules: Vec::new() }).unwrap_or_else(|error| panic!("{error}"))
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
