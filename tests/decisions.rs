//! Decisions, baselines and `diff`: what is known from before marks findings, survives what does not concern it, and gives way to
//! what does.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

const LANTERN: &str = "---\nsource: The Lantern\npublished: 2031-05-07\n---\nFive ministers left early.\n\n\
    Anna Berg and Olaf Scholz met in Berlin on Tuesday. The meeting lasted 90 minutes.\n";
const COURIER: &str = "---\nsource: Courier\npublished: 2031-05-07\n---\n\
    Anna Berg and Olaf Scholz met in Berlin on Tuesday. The meeting lasted three hours.\n";

/// Two articles that exclude each other.
fn stories() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("stories")).unwrap();
    write(folder.path(), "stories/lantern.md", LANTERN);
    write(folder.path(), "stories/courier.md", COURIER);
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    common::crosscheck(arguments).current_dir(folder).output().unwrap()
}

fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The run as JSON, with what is asked for besides.
fn json(folder: &Path, besides: &[&str]) -> (Value, Option<i32>) {
    let output = run(folder, &[&["check", "stories", "--format", "json"], besides].concat());
    (
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", common::described(&output))),
        output.status.code(),
    )
}

fn conflict(report: &Value) -> &Value {
    report["findings"].as_array().unwrap().iter().find(|finding| finding["verdict"] == "conflict").unwrap()
}

fn decide(folder: &Path, besides: &[&str]) -> Output {
    let (report, _) = json(folder, &[]);
    let id = conflict(&report)["id"].as_str().unwrap().to_owned();
    let arguments = ["decide", &id[..8], "stories", "--by", "Jo Field", "--why", "the break is counted"];
    let output = run(folder, &[&arguments[..], besides].concat());
    assert!(output.status.success(), "{}", common::described(&output));
    output
}

const WITH: [&str; 2] = ["--decisions", "decisions.toml"];

/// The standing of the decision on the conflict, and the exit status.
fn standing(folder: &Path) -> (String, Option<i32>) {
    let (report, status) = json(folder, &WITH);
    (conflict(&report)["decision"]["standing"].as_str().unwrap_or("none").to_owned(), status)
}

#[test]
fn a_decision_marks_the_finding_and_fails_no_run() {
    let folder = stories();
    let folder = folder.path();
    assert_eq!(run(folder, &["check", "stories"]).status.code(), Some(1));
    decide(folder, &["--as", "dismissed", "--until", "2999-12-31"]);
    let table = run(folder, &[&["check", "stories"][..], &WITH].concat());
    assert_eq!(table.status.code(), Some(0), "{}", common::described(&table));
    let table = shown(&table);
    assert!(table.contains("CONFLICT D1"), "it is never hidden: {table}");
    assert!(table.contains("dismissed by Jo Field on "), "{table}");
    assert!(table.contains("until 2999-12-31: the break is counted"), "{table}");
    assert!(table.contains("1 conflict") && table.contains("decisions: 1 dismissed"), "{table}");
    let (report, _) = json(folder, &WITH);
    assert_eq!(conflict(&report)["decision"]["as"], "dismissed");
    assert_eq!(report["decisions"][0]["standing"], "in force");
    for format in ["csv", "markdown", "jsonl"] {
        let told = shown(&run(folder, &[&["check", "stories", "--format", format][..], &WITH].concat()));
        assert!(told.contains("dismissed"), "{told}");
    }
    assert_eq!(run(folder, &[&["check", "stories", "--fail-on-decided"][..], &WITH].concat()).status.code(), Some(1));
}

#[test]
fn a_decision_outlives_what_does_not_concern_it() {
    let folder = stories();
    let folder = folder.path();
    decide(folder, &["--as", "explained"]);
    let in_force = ("in force".to_owned(), Some(0));
    write(folder, "stories/lantern.md", &LANTERN.replace("---\nFive", "---\nA first paragraph.\n\nFive"));
    assert_eq!(standing(folder), in_force, "moved lines");
    write(folder, "stories/lantern.md", &LANTERN.replace("Five ministers left early", "Six envoys of Poland stayed"));
    assert_eq!(standing(folder), in_force, "another paragraph");
    write(folder, "stories/lantern.md", &LANTERN.replace("The meeting lasted 90", "Their meeting ran for 90"));
    assert_eq!(standing(folder), in_force, "the sentence reworded");
    fs::remove_file(folder.join("stories/lantern.md")).unwrap();
    write(folder, "stories/renamed.md", LANTERN);
    assert_eq!(standing(folder), in_force, "another file of the same outlet");
    write(folder, "stories/a-copy.md", &COURIER.replace("source: Courier", "source: Another Paper"));
    assert_eq!(standing(folder), in_force, "a copy");
}

#[test]
fn a_decision_is_stale_when_what_it_was_taken_on_has_changed() {
    let folder = stories();
    let folder = folder.path();
    decide(folder, &["--as", "dismissed"]);
    let stale = ("stale".to_owned(), Some(1));
    write(folder, "stories/lantern.md", &LANTERN.replace("90 minutes", "80 minutes"));
    assert_eq!(standing(folder), stale, "a figure changed");
    let table = shown(&run(folder, &[&["check", "stories"][..], &WITH].concat()));
    assert!(table.contains("stale (new: “80 minutes” (The Lantern)"), "{table}");
    assert!(table.contains("decisions: 1 stale"), "{table}");
    write(folder, "stories/lantern.md", LANTERN);
    let third = COURIER.replace("source: Courier", "source: Third").replace("three hours", "five hours");
    write(folder, "stories/third.md", &third);
    assert_eq!(standing(folder), stale, "another figure");
}

#[test]
fn expired_and_unused_decisions_are_told() {
    let folder = stories();
    let folder = folder.path();
    decide(folder, &["--as", "accepted", "--until", "2020-01-31"]);
    assert_eq!(standing(folder), ("expired".to_owned(), Some(1)));
    let unused = "[[decision]]\nfinding = '0123456789abcdef'\nas = 'dismissed'\nby = 'Jo'\nwhy = 'an old one'\n";
    write(folder, "decisions.toml", unused);
    let table = shown(&run(folder, &[&["check", "stories"][..], &WITH].concat()));
    assert!(
        table.contains("decisions: 1 unused (0123456789abcdef of Jo, line 2: no finding is about this)"),
        "{table}"
    );
    let (report, status) = json(folder, &WITH);
    assert_eq!((&report["decisions"][0]["standing"], status), (&Value::from("unused"), Some(1)));
}

#[test]
fn deciding_keeps_the_file_and_its_comments() {
    let folder = stories();
    let folder = folder.path();
    let before = "# ours\n\n[[decision]]   # an old one\nfinding = '0123456789abcdef'\nas = 'dismissed'\nby = 'Jo' # gone since\nwhy = 'x'\n";
    write(folder, "decisions.toml", before);
    decide(folder, &["--as", "dismissed"]);
    let once = fs::read_to_string(folder.join("decisions.toml")).unwrap();
    assert!(once.starts_with(before), "{once}");
    assert!(once.contains("  { says = \"5400 second\", words = \"90 minutes\", by = [\"The Lantern\"] },\n"), "{once}");
    write(folder, "decisions.toml", &once.replace("by = \"Jo Field\"", "by = \"Jo Field\" # desk"));
    decide(folder, &["--as", "explained"]);
    let twice = fs::read_to_string(folder.join("decisions.toml")).unwrap();
    assert_eq!(twice.matches("[[decision]]").count(), 2, "decided again in its place: {twice}");
    assert!(twice.contains("as = \"explained\"") && twice.contains("by = \"Jo Field\" # desk"), "{twice}");
    assert_eq!(standing(folder), ("in force".to_owned(), Some(0)));
}

#[test]
fn a_bad_file_is_told_with_place_and_advice() {
    let folder = stories();
    let folder = folder.path();
    let bad = "[[decision]]\nfinding = 'a'\nas = 'dismised'\nby = 'Jo'\nwhy = 'x'\n\n\
        [[decision]]\nfinding = 'b'\nas = 'dismissed'\nby = ' '\nwhy = 'x'\nuntil = 09:30:00\n\n\
        [[decision]]\nfinding = 'b'\nas = 'dismissed'\nwhy = 'x'\n\n[[decisions]]\n";
    write(folder, "decisions.toml", bad);
    let output = run(folder, &[&["check", "stories"][..], &WITH].concat());
    assert_eq!(output.status.code(), Some(2));
    insta::with_settings!({ snapshot_path => "../snapshots/cli", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("bad_decisions", String::from_utf8(output.stderr).unwrap());
    });
}

#[test]
fn a_baseline_lets_only_what_is_new_fail() {
    let folder = stories();
    let folder = folder.path();
    let base = ["--baseline", "run.json"];
    assert_eq!(run(folder, &["check", "stories", "--format", "json", "-o", "run.json"]).status.code(), Some(1));
    let (report, status) = json(folder, &base);
    assert_eq!((&conflict(&report)["change"]["state"], status), (&Value::from("unchanged"), Some(0)));
    write(folder, "stories/lantern.md", &LANTERN.replace("90 minutes", "80 minutes"));
    let (report, status) = json(folder, &base);
    assert_eq!((&conflict(&report)["change"]["state"], status), (&Value::from("changed"), Some(1)));
    fs::remove_file(folder.join("stories/lantern.md")).unwrap();
    let table = run(folder, &[&["check", "stories"][..], &base].concat());
    assert_eq!(table.status.code(), Some(0));
    let table = shown(&table);
    assert!(table.contains("1 gone (conflict") || table.contains("0 gone"), "{table}");
    let other = COURIER.replace("Scholz met in Berlin", "Scholz, who met Giorgia Meloni, spoke in Rome");
    write(folder, "stories/new.md", &other.replace("Courier", "Third").replace("three hours", "two minutes"));
    write(folder, "stories/newer.md", &other.replace("Courier", "Fourth").replace("three hours", "seven hours"));
    let (report, status) = json(folder, &base);
    assert_eq!(status, Some(1), "{report}");
}

#[test]
fn a_diff_tells_what_is_gained_lost_and_changed() {
    let folder = stories();
    let folder = folder.path();
    run(folder, &["check", "stories", "--format", "json", "-o", "a.json"]);
    let same = run(folder, &["diff", "a.json", "a.json"]);
    assert_eq!((shown(&same).as_str(), same.status.code()), ("0 new, 0 changed, 0 gone\n", Some(0)));
    write(folder, "stories/courier.md", &COURIER.replace("three hours", "an hour and a half"));
    run(folder, &["check", "stories", "--format", "json", "-o", "b.json"]);
    let table = run(folder, &["diff", "a.json", "b.json"]);
    assert_eq!(table.status.code(), Some(1));
    let table = shown(&table);
    assert!(table.contains("changed  AGREE") && table.contains("was conflict D1"), "{table}");
    assert!(table.contains("gone: “three hours” (Courier)"), "{table}");
    let back: Value =
        serde_json::from_slice(&run(folder, &["diff", "b.json", "a.json", "--format", "json"]).stdout).unwrap();
    assert_eq!(back["differences"][0]["verdict"], "conflict", "{back}");
    assert_eq!(back["differences"][0]["before"]["verdict"], "agree");
    let no_run = run(folder, &["diff", "a.json", "stories/courier.md"]);
    assert_eq!(no_run.status.code(), Some(2));
    assert!(String::from_utf8(no_run.stderr).unwrap().contains("`stories/courier.md` is no run"));
}
