//! Each warning about rule files is given where it belongs, and nowhere in a file that has none.
#![allow(clippy::unwrap_used)]

#[path = "common/broken.rs"]
mod broken;

use std::path::Path;

use broken::SOUND;
use crosscheck::lexicon::Lexicon;
use crosscheck::rule::{Level, ProblemKind, RuleFile, lint};

/// What earns each warning: its id, and what is added to a sound beginning.
const EARNED: [(&str, &str); 22] = [
    ("unreached-pattern", "@[[pattern]]\nmatch = '{value} wounded'\n%"),
    ("shadowed-pattern", "[[pattern]]\nmatch = '{value} {gap:3}killed'\n[[pattern]]\nmatch = '{value} men killed'\n%"),
    ("untriggered-pattern", "[[pattern]]\nmatch = '{value} [a-z]+'\n"),
    ("slow-pattern", "[[pattern]]\nmatch = '{value} (?:(?:[a-z]{1,90} ){1,90}){1,3}killed'\n"),
    ("idle-unless", "@[[unless]]\nmatch = 'nearly {value}'\n%"),
    ("open-ended", "[[pattern]]\nmatch = '{value}.* killed'\n"),
    ("open-ended", "[[pattern]]\nmatch = '{value} (?:[a-z]+ )*killed'\n"),
    ("digit-class", "[[pattern]]\nmatch = '{value} men and [0-9]+ women killed'\n"),
    ("double-blank", "[[pattern]]\nmatch = '{value}  killed'\n"),
    ("needless-escape", "[[pattern]]\nmatch = '{value} \\- killed'\n"),
    ("hidden-words", "@[words]\nperson = ['somebody']\n"),
    ("unused-words", "@[words]\nvictims = ['somebody']\n"),
    ("duplicate-word", "[words]\ndead = ['dead', 'killed', 'dead']\n[[pattern]]\nmatch = '{value} {dead}'\n"),
    ("inert-key", "@[compare]\nthreshold = 0.5\n"),
    ("inert-key", "@[scope.since]\nfrom = ['sentence']\n"),
    ("short-summary", "summary = 'x'\nexplain = 'e'\n[value.count]\n[[pattern]]\nmatch = '{value} killed'\n"),
    ("short-explain", "@"),
    ("few-texts", "@"),
    ("repeated-text", "@%%"),
    ("section-order", "@[words]\nvictims = ['somebody']\n"),
    ("bad-allow", "@[[allow]]\nlint = 'no-value'\nwhy = 'it must be'\n"),
    ("unused-allow", "@[[allow]]\nlint = 'slow-pattern'\nwhy = 'one day it may be'\n"),
];

fn ids(files: &[RuleFile]) -> Vec<&'static str> {
    let linted = lint(&[], files, Lexicon::embedded());
    assert_eq!(linted.count(Level::Error), 0, "{:?}", linted.problems);
    linted.problems.iter().map(|problem| problem.kind.name()).collect()
}

fn file(name: &str, addition: &str) -> RuleFile {
    let accept = "[[accept]]\ntext = 'Officials said 12 men killed.'\nvalue = 12\n";
    let addition = addition.replace('@', "[[pattern]]\nmatch = '{value} {gap:1}killed'\n").replace('%', accept);
    let text = if addition.starts_with("summary") { addition } else { format!("{SOUND}{addition}") };
    RuleFile { path: Path::new("mine").join(name).into(), text: text.into() }
}

#[test]
fn each_warning_is_given_where_it_is_earned() {
    for (id, addition) in EARNED {
        let found = ids(&[file("a.toml", addition)]);
        assert!(found.contains(&id), "{id}: {found:?}");
    }
    let blank = ids(&[file("a.toml", "# a remark  \n@")]);
    assert!(blank.contains(&"trailing-blank"), "{blank:?}");
}

#[test]
fn a_pattern_that_another_rule_always_beats_is_told() {
    let rule = |name: &str, pattern: &str| {
        let text = "Some 30 people heard the speech.";
        let head = "summary = 'Who came.'\nexplain = 'More.'\ndefault = true\n[value.count]\n";
        let addition = format!("{head}[[pattern]]\nmatch = '{pattern}'\n[[accept]]\ntext = '{text}'\nvalue = 30\n");
        file(name, &addition)
    };
    let found = ids(&[rule("a.toml", "{value} {gap:8}speech"), rule("b.toml", "{value} people heard the speech")]);
    assert_eq!(found.iter().filter(|id| **id == "outdone-pattern").count(), 1, "{found:?}");
}

#[test]
fn every_warning_has_a_case() {
    let elsewhere = ["outdone-pattern", "trailing-blank"];
    let warnings = ProblemKind::ALL.iter().filter(|kind| kind.level() == Level::Warning).map(|kind| kind.name());
    let untried: Vec<&str> =
        warnings.filter(|id| !elsewhere.contains(id) && !EARNED.iter().any(|(earned, _)| earned == id)).collect();
    assert_eq!(untried, Vec::<&str>::new());
}

#[test]
fn a_warning_that_is_allowed_with_a_reason_is_silent() {
    let allowed = "@[[allow]]\nlint = 'few-texts'\nwhy = 'a first try'\n[[allow]]\nlint = 'short-explain'\nat = 'explain'\nwhy = 'a first try'\n";
    assert_eq!(ids(&[file("a.toml", allowed)]), Vec::<&str>::new());
}
