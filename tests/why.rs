//! The commands that show why a rule did or did not match, as a user meets them.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with files, and the program run in it with an empty environment.
struct Case {
    folder: TempDir,
}

impl Case {
    fn of(files: &[(&str, &str)]) -> Self {
        let case = Self { folder: tempfile::tempdir().unwrap() };
        files.iter().for_each(|(name, text)| case.write(name, text));
        case
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::create_dir_all(self.path().join(name).parent().unwrap()).unwrap();
        std::fs::write(self.path().join(name), text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
        command.args(arguments).current_dir(self.path()).env_clear().stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What it prints, where it ends with 0.
    fn told(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", err(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What it says on standard error, where it ends with 2.
    fn fault(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", err(&output));
        assert!(output.stdout.is_empty(), "{arguments:?}");
        err(&output)
    }
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Compares with `snapshots/why/NAME.snap`.
fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/why");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// A rule of our own, so that what is shown does not change with the built-in ones.
const SHIPS: &str = r#"
summary = "How many ships were held up."
explain = "Ships that were delayed or stranded."
default = true
[value.count]
min = 2
max = 5000
[words]
ships = ["ships?", "vessels?", "tankers?"]
held  = ["delayed", "stranded", "held up"]
[[pattern]]
match = '{value} {gap:2}{ships} (?:were|are|remain) {held}'
[[pattern]]
match = '{held} {gap:3}{value} {ships}'
[[unless]]
match = 'not {value}'
"#;

#[test]
fn help_teaches() {
    let case = Case::of(&[]);
    for command in ["try"] {
        snapshot(&format!("help-{command}"), &case.told(&["rules", command, "--help"]));
    }
}

#[test]
fn a_sentence_shows_what_stopped_each_pattern() {
    let case = Case::of(&[("mine/shipping/ships.toml", SHIPS)]);
    for (name, text) in [
        ("claimed", "On Monday about 14 large tankers were delayed near Port Said."),
        ("other-word", "On Monday 14 tankers were admired by the Egyptian minister."),
        ("gap-too-short", "Some 14 very large and very old tankers were delayed."),
        ("barrier", "Some 14 big, old tankers remain stranded."),
        ("missing-word", "Storms stranded 14 near the canal."),
        ("stopped", "On 3 May not 14 tankers were delayed, they said."),
        ("refused", "On flight 815 they saw that 9,000 ships are stranded."),
        ("no-figure", "All ships were delayed for days at 11:45."),
    ] {
        let arguments = ["rules", "try", text, "--rules", "mine", "--rule", "ships", "--published", "2030-02-05"];
        snapshot(&format!("try-{name}"), &case.told(&arguments));
    }
}

#[test]
fn a_trace_is_also_for_programs() {
    let case = Case::of(&[("mine/shipping/ships.toml", SHIPS)]);
    let text = "On Monday 14 tankers were admired.";
    let told = case.told(&["rules", "try", text, "--rules", "mine", "--rule", "ships", "--format", "json"]);
    let told: Value = serde_json::from_str(&told).unwrap();
    let value = told["sentences"][0]["values"].as_array().unwrap().iter().find(|value| value["text"] == "14").unwrap();
    let change = &value["nearest"][0]["changes"][0];
    assert_eq!((&change["wanted"], &change["found"]["text"]), (&"{held}".into(), &"admired".into()));
    assert_eq!(value["nearest"][0]["matched"]["text"], "14 tankers were");
    assert_eq!(told["claims"].as_array().unwrap().len(), 0);
}

#[test]
fn what_cannot_be_tried_says_why() {
    let case = Case::of(&[("mine/shipping/ships.toml", "summary = 1\n")]);
    assert!(case.fault(&["rules", "try", ""]).contains("the text is empty"));
    assert!(case.fault(&["rules", "try", "x", "--rule", "kiled"]).contains("killed"));
    assert!(case.fault(&["rules", "try", "x", "--rules", "mine"]).contains("ships.toml"));
}
