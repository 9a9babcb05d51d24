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
        for (name, text) in files {
            case.write(name, text);
        }
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
    for command in ["try", "coverage", "diff", "eval", "profile"] {
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

/// Two articles of our own.
const STORIES: [(&str, &str); 2] = [
    (
        "stories/a.md",
        "On Monday 14 tankers were delayed near Port Said.\n\nSome 30 lorries waited, and 7 lorries burned.\n",
    ),
    (
        "stories/b.md",
        "Nine vessels remain stranded.\n\nThe town spent $3 million on repairs, 12,000 ships are delayed.\n",
    ),
];

fn stories() -> Case {
    let case = Case::of(&STORIES);
    case.write("mine/shipping/ships.toml", SHIPS);
    case
}

const ONLY_SHIPS: [&str; 4] = ["--rules", "mine", "--rule", "ships"];

#[test]
fn figures_that_no_rule_claims_are_gathered() {
    let case = stories();
    let told = case.told(&[&["rules", "coverage", "stories"][..], &ONLY_SHIPS].concat());
    snapshot("coverage", &told);
    let listed = case.told(&["rules", "coverage", "stories", "--pack", "quantities"]);
    assert!(listed.contains("6 figures, 0 claimed by a rule, 6 by none"), "{listed}");
    let json: Value =
        serde_json::from_str(&case.told(&["rules", "coverage", "stories", "--format", "json", "--top", "1"])).unwrap();
    assert_eq!((&json["figures"], json["groups"].as_array().unwrap().len()), (&6.into(), 1));
    assert!(case.fault(&["rules", "coverage", "nowhere"]).contains("nowhere"));
}

#[test]
fn two_states_of_the_rules_are_compared() {
    let case = stories();
    case.write("old/shipping/ships.toml", &SHIPS.replace("|remain", "").replace("{held} {gap:3}", "some {gap:3}"));
    case.write("old/shipping/lorries.toml", &SHIPS.replace("ships?", "lorries").replace("delayed", "burned"));
    let told = case.told(&["rules", "diff", "--base", "old", "--rules", "mine", "stories", "--pack", "shipping"]);
    snapshot("diff", &told);
    let none = case.told(&["rules", "diff", "--base", "mine", "--rules", "mine", "stories", "--pack", "shipping"]);
    assert_eq!(none, "0 gained, 0 lost, 0 changed in 2 articles\n");
    assert!(case.fault(&["rules", "diff", "--base", "mine", "stories"]).contains("--rules DIR"));
}

#[test]
fn a_revision_of_git_is_a_state_of_the_rules() {
    let case = stories();
    let git = |arguments: &[&str]| {
        let named = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let run = Command::new("git").args(named).args(arguments).current_dir(case.path()).output();
        run.is_ok_and(|output| output.status.success())
    };
    if !(git(&["init", "-q"]) && git(&["add", "."]) && git(&["commit", "-q", "-m", "first"])) {
        return;
    }
    case.write("mine/shipping/ships.toml", &SHIPS.replace("|remain", ""));
    let arguments = ["rules", "diff", "--rules", "mine", "stories", "--pack", "shipping", "--base"];
    let path = std::env::var("PATH").unwrap_or_default();
    let output = case.command(&[&arguments[..], &["HEAD"]].concat()).env("PATH", &path).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("0 gained, 1 lost, 0 changed"), "{told}");
    let output = case.command(&[&arguments[..], &["nowhere"]].concat()).env("PATH", &path).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("neither a folder nor a revision"));
    let without = case.command(&[&arguments[..], &["HEAD"]].concat()).env("PATH", "/nowhere").output().unwrap();
    assert!(String::from_utf8_lossy(&without.stderr).contains("cannot run git"));
}

#[test]
fn rules_are_measured_against_gold() {
    let case = stories();
    case.write(
        "gold.jsonl",
        "{\"file\": \"stories/a.md\", \"rule\": \"ships\", \"value\": [14, 30], \"scope\": {\"place\": \"cairo\"}}\n\
         {\"text\": \"Some 8 tankers were delayed.\", \"rule\": \"ships\", \"value\": []}\n\
         {\"text\": \"Some 9 tankers were delayed.\", \"rule\": \"ships\", \"value\": \"9\"}\n",
    );
    let told = case.told(&[&["rules", "eval", "gold.jsonl", "--show"][..], &ONLY_SHIPS].concat());
    snapshot("eval", &told);
    let json = case.told(&[&["rules", "eval", "gold.jsonl", "--format", "json"][..], &ONLY_SHIPS].concat());
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["rules"][0]["right"], 2);
}

#[test]
fn faults_of_a_gold_file_are_told_with_their_lines() {
    let case = stories();
    case.write("bad.jsonl", "{\"text\": \"x\"}\nno record\n{\"rule\": \"ships\", \"value\": 3}\n");
    snapshot("error-gold", &case.fault(&["rules", "eval", "bad.jsonl"]));
    case.write("other.jsonl", "{\"text\": \"x\", \"rule\": \"shops\"}\n");
    assert!(case.fault(&["rules", "eval", "other.jsonl"]).contains("other.jsonl:1: no rule `shops` runs"));
    assert!(case.fault(&["rules", "eval", "none.jsonl"]).contains("cannot read none.jsonl"));
    case.write("gone.jsonl", "{\"file\": \"gone.md\", \"rule\": \"killed\"}\n");
    assert!(case.fault(&["rules", "eval", "gone.jsonl"]).contains("gone.jsonl:1: there is no article at gone.md"));
}

#[test]
fn each_rule_and_pattern_tells_what_it_costs() {
    let case = stories();
    let arguments = [&["rules", "profile", "stories", "--format", "json"][..], &ONLY_SHIPS].concat();
    let told: Value = serde_json::from_str(&case.told(&arguments)).unwrap();
    let rule = &told["rules"][0];
    assert_eq!((&rule["rule"], &rule["matches"], &rule["refused"]), (&"ships".into(), &2.into(), &1.into()));
    assert_eq!(rule["patterns"].as_array().unwrap().len(), 2);
    assert_eq!(told["sentences"], 4);
    let table = case.told(&[&["rules", "profile", "stories"][..], &ONLY_SHIPS].concat());
    assert!(table.contains("line 11: {value}"), "{table}");
}
