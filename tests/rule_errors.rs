//! Every message about a broken rule file is a golden file: what is wrong, where, what to do.
#![allow(clippy::unwrap_used)]

#[path = "common/broken.rs"]
mod broken;
mod common;

use std::collections::BTreeSet;
use std::path::Path;

use broken::{BROKEN, SOUND};
use crosscheck::rule::{LoadError, RuleFile, RuleSet, Selection};

fn file(name: &str, text: impl Into<String>) -> RuleFile {
    RuleFile { path: Path::new("rules/test").join(name).into(), text: text.into().into() }
}

fn errors(files: &[RuleFile]) -> String {
    match RuleSet::from_texts(files, &Selection::default()) {
        Err(LoadError::Rules(errors)) => errors.render(false),
        other => panic!("expected errors, not {other:?}"),
    }
}

fn golden(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../snapshots/errors", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

/// Each message says where, and all but a misread value what to do.
#[test]
fn every_broken_file_has_its_message() {
    for broken in &BROKEN {
        let told = errors(&[file("broken.toml", broken::text(broken))]);
        assert!(told.contains(" --> rules/test/broken.toml:"), "{}: {told}", broken.0);
        golden(broken.0, &told);
    }
}

#[test]
fn every_golden_file_is_of_a_test() {
    let others = ["bad-id", "bad-limits", "duplicate-id", "five-files"];
    let known: BTreeSet<&str> = BROKEN.iter().map(|broken| broken.0).chain(others).collect();
    for path in common::entries(Path::new("snapshots/errors")) {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(known.contains(name), "{} is of no test: remove it", path.display());
    }
}

#[test]
fn bad_limits() {
    let limits = "[value.duration]\nmin = \"2 hours\"\nmax = \"1 minute\"\n";
    let rest =
        "[[pattern]]\nmatch = 'lasted {value}'\n[compare]\ntolerance = \"2\"\nstretch = 0.5\nneeds = [\"dat\"]\n";
    let other = "[value.duration]\nmin = \"2 fortnights\"\n[[pattern]]\nmatch = 'lasted {value}'\n";
    let head = "summary = \"s\"\nexplain = \"e\"\n";
    let files = [file("limits.toml", format!("{head}{limits}{rest}")), file("unit.toml", format!("{head}{other}"))];
    golden("bad-limits", &errors(&files));
}

#[test]
fn duplicate_id() {
    let sound = format!("{SOUND}[[pattern]]\nmatch = '{{value}} killed'\n");
    let other = RuleFile { path: Path::new("rules/other/same.toml").into(), text: sound.clone().into() };
    golden("duplicate-id", &errors(&[file("same.toml", sound), other]));
}

#[test]
fn bad_id() {
    golden("bad-id", &errors(&[file("Bad_Name.toml", format!("{SOUND}[[pattern]]\nmatch = '{{value}} killed'\n"))]));
}

#[test]
fn all_errors_of_all_files_at_once() {
    let files = [
        file("a.toml", format!("{SOUND}[[pattern]]\nmatch = '{{value}} (killed'\n")),
        file("b.toml", format!("{SOUND}colour = 'red'\n[[pattern]]\nmatch = '{{value}} {{victms}} killed'\n")),
        file("c.toml", "summary = 1\n[value.counts]\n[[pattern]]\nmatch = 'dead'\n"),
        file("d.toml", format!("{SOUND}[[pattern]]\nmatch = \"{{value}} “dead\\\"\"\nbound = 'atleast'\n")),
        file(
            "e.toml",
            format!("{SOUND}[[pattern]]\nmatch = '{{value}} killed'\n[[accept]]\ntxt = 'x'\n[[reject]]\ntext = 'y'\n"),
        ),
    ];
    golden("five-files", &errors(&files));
}

#[test]
fn unknown_packs_and_rules_are_named_with_advice() {
    let unknown = |packs: &[&str], rules: &[&str]| {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        RuleSet::embedded(&Selection { packs: owned(packs), rules: owned(rules) }).unwrap_err().to_string()
    };
    assert_eq!(unknown(&["quantity"], &[]), "there is no pack `quantity`; did you mean `quantities`?");
    assert_eq!(unknown(&[], &["kiled"]), "there is no rule `kiled`; did you mean `killed`?");
}
