//! Every message about a broken rule file is a golden file: what is wrong, where, what to do.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use crosscheck::rule::{LoadError, RuleFile, RuleSet, Selection};

/// A rule file that is right but for what is added to it.
const SOUND: &str = "summary = \"What it finds.\"\nexplain = \"More of it.\"\n\n[value.count]\n";

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

/// A sound file with one addition.
fn broken(name: &str, addition: &str) {
    golden(name, &errors(&[file("broken.toml", format!("{SOUND}{addition}\n"))]));
}

#[test]
fn syntax() {
    broken("syntax", "[[pattern]]\nmatch = '{value} killed");
}

#[test]
fn unknown_key() {
    broken("unknown-key", "[[pattern]]\nmatch = '{value} killed'\n[[patern]]\nmatch = '{value} dead'");
}

#[test]
fn unknown_key_in_a_section() {
    broken(
        "unknown-key-in-section",
        "[[pattern]]\nmatch = '{value} killed'\nstaeg = 'agreed'\n[compare]\nevolve = true",
    );
}

#[test]
fn wrong_type() {
    broken("wrong-type", "[[pattern]]\nmatch = '{value} killed'\ncumulative = 'yes'");
}

#[test]
fn unknown_word() {
    broken("unknown-word", "[[pattern]]\nmatch = '{value} killed'\npolarity = 'denyed'");
}

#[test]
fn missing_key() {
    golden("missing-key", &errors(&[file("broken.toml", "summary = 's'\n[value.count]\n[[pattern]]\nstage = 'x'\n")]));
}

#[test]
fn missing_section() {
    golden("missing-section", &errors(&[file("broken.toml", "summary = \"What it finds.\"\n")]));
}

#[test]
fn bad_expression() {
    broken("bad-expression", "[[pattern]]\nmatch = '{value} {gap:2}(?:killed|dead'");
}

#[test]
fn look_around() {
    broken("look-around", "[[pattern]]\nmatch = '{value} (?!not )killed'");
}

#[test]
fn unknown_slot() {
    broken("unknown-slot", "[[pattern]]\nmatch = '{value} {gapp:2}killed'");
}

#[test]
fn unknown_words() {
    broken("unknown-words", "[words]\nvictims = ['people']\n[[pattern]]\nmatch = '{value} {victim} killed'");
}

#[test]
fn words_that_name_themselves() {
    broken("words-name-themselves", "[words]\na = ['x{b}']\nb = ['y{a}']\n[[pattern]]\nmatch = '{value} killed'");
}

#[test]
fn unknown_group() {
    broken("unknown-group", "[[pattern]]\nmatch = '{value} (?<subgruop>people) killed'");
}

#[test]
fn no_value() {
    broken("no-value", "[[pattern]]\nmatch = '(?:{value} )?people killed'\n[[pattern]]\nmatch = 'nobody died'");
}

#[test]
fn matches_empty() {
    broken("matches-empty", "[[pattern]]\nmatch = '{value} killed'\n[[unless]]\nmatch = '(?:nearly )?'");
}

#[test]
fn bad_gap() {
    broken("bad-gap", "[[pattern]]\nmatch = '{value}{gap:3}killed'\n[[pattern]]\nmatch = '{value} {gap:3} killed'");
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
fn bad_stage() {
    let text = "[[pattern]]\nmatch = '{value} killed'\nstage = 'agred'\n[stage]\nagreed = ['signed']\nlater = []";
    broken("bad-stage", text);
}

#[test]
fn unknown_scope_field() {
    broken("unknown-scope-field", "[[pattern]]\nmatch = '{value} killed'\n[scope.plase]\nfrom = ['sentence']");
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
