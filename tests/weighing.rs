//! How several figures become one, what is declared of outlets, and a draft set against its sources: through the program, as JSON.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Three outlets on the toll of a flood, of which the second is the youngest and the third repeats the first's figure.
fn stories() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("a.md", &article("Valley Herald", "2031-05-06", "Nine people died when a flood hit Ostrava on Monday."));
    write(
        "b.md",
        &article("Morning Wire", "2031-05-07", "The flood in Ostrava on Monday killed 12 people, rescuers say."),
    );
    write(
        "c.md",
        &article(
            "River Radio",
            "2031-05-06",
            "Monday's flood in Ostrava left nine people dead, and the bridge is gone.",
        ),
    );
    write("d.md", &article("Old Ledger", "2031-05-07", "Seven people died in the flood that hit Ostrava on Monday."));
    folder
}

fn article(source: &str, published: &str, text: &str) -> String {
    format!("---\nsource: {source}\npublished: {published}\n---\n{text}\n")
}

fn crosscheck(arguments: &[&str], paths: &[PathBuf]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_crosscheck")).args(arguments).args(paths).output().unwrap()
}

fn json(arguments: &[&str], paths: &[PathBuf]) -> Value {
    let output = crosscheck(&[&["check", "--format", "json"], arguments].concat(), paths);
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn of(folder: &TempDir, names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| folder.path().join(name)).collect()
}

fn whole(folder: &TempDir) -> Vec<PathBuf> {
    of(folder, &["a.md", "b.md", "c.md", "d.md"])
}

fn sources(folder: &TempDir, text: &str) -> String {
    let path = folder.path().join("sources.toml");
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// The only finding of a report.
fn finding(report: &Value) -> &Value {
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    &findings[0]
}

/// The outlet of the claim that was chosen, and its figure.
fn chosen(report: &Value) -> (String, Value) {
    let finding = finding(report);
    let claim = |id: &Value| report["claims"].as_array().unwrap().iter().find(|claim| claim["id"] == *id).unwrap();
    let article =
        |id: &Value| report["articles"].as_array().unwrap().iter().find(|article| article["id"] == *id).unwrap();
    let of = claim(&finding["chosen"]["claim"]);
    (article(&of["article"])["source"].as_str().unwrap().to_owned(), finding["best"].clone())
}

#[test]
fn each_policy_takes_its_figure_and_says_what_it_left_out() {
    let folder = stories();
    for (policy, outlet, best) in
        [("latest", "Old Ledger", 7), ("lowest", "Old Ledger", 7), ("best-low-high", "Old Ledger", 7)]
    {
        let report = json(&["--reconcile", policy], &whole(&folder));
        assert_eq!(chosen(&report), (outlet.to_owned(), Value::from(best)), "{policy}");
        assert_eq!(finding(&report)["chosen"]["dropped"].as_array().unwrap().len(), 3, "{policy}");
    }
    let told_by_two = json(&["--reconcile", "lowest"], &of(&folder, &["a.md", "b.md", "c.md"]));
    assert_eq!(chosen(&told_by_two).1, 9);
    for policy in ["report", "min-max"] {
        let report = json(&["--reconcile", policy], &whole(&folder));
        let finding = finding(&report);
        assert!(finding["chosen"]["claim"].is_null() && finding["best"].is_null(), "{finding}");
        assert_eq!((&finding["low"], &finding["high"]), (&Value::from(7), &Value::from(12)));
    }
}

#[test]
fn grades_decide_authority_and_keep_doubtful_sources_from_being_the_latest() {
    let folder = stories();
    let graded = "[[source]]\nname = 'Valley Herald'\ngrade = 'A2'\n[[source]]\nname = 'Old Ledger'\ngrade = 'E4'\n";
    let file = sources(&folder, graded);
    let authority = json(&["--reconcile", "authority", "--sources", &file], &whole(&folder));
    assert_eq!(chosen(&authority), ("Valley Herald".to_owned(), Value::from(9)));
    let latest = json(&["--reconcile", "latest", "--sources", &file], &whole(&folder));
    assert_eq!(chosen(&latest), ("Morning Wire".to_owned(), Value::from(12)));
    let bare = crosscheck(&["check", "--reconcile", "authority"], &whole(&folder));
    assert_eq!(bare.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&bare.stderr).contains("--sources"), "{bare:?}");
}

#[test]
fn outlets_of_one_group_are_one_source() {
    let folder = stories();
    let pair = of(&folder, &["a.md", "c.md"]);
    assert_eq!(finding(&json(&[], &pair))["verdict"], "agree");
    let file = sources(
        &folder,
        "[[source]]\nname = 'Valley Herald'\ngroup = 'Valley'\n[[source]]\nname = 'River Radio'\ngroup = 'Valley'\n",
    );
    let grouped = json(&["--sources", &file], &pair);
    let finding = finding(&grouped);
    assert_eq!(
        (&finding["verdict"], &finding["class"], &finding["sources"]),
        (&"single".into(), &"S2".into(), &1.into())
    );
}

#[test]
fn outlets_of_two_parties_contest_a_figure() {
    let folder = stories();
    let pair = of(&folder, &["b.md", "d.md"]);
    assert_eq!(finding(&json(&[], &pair))["class"], "D1");
    let file = sources(
        &folder,
        "[[source]]\nname = 'Morning Wire'\nparty = 'the city'\n[[source]]\nname = 'Old Ledger'\nparty = 'the state'\n",
    );
    assert_eq!(finding(&json(&["--sources", &file], &pair))["class"], "D2");
}

#[test]
fn a_register_at_fault_stops_the_run_with_its_line() {
    let folder = stories();
    let file = sources(&folder, "[[source]]\nname = 'Valley Herald'\ngrade = 'Q'\n");
    let output = crosscheck(&["check", "--sources", &file], &whole(&folder));
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("sources.toml:3: `Q` is no grade"), "{output:?}");
}

#[test]
fn a_draft_is_set_against_its_sources_alone() {
    let folder = stories();
    let other = article("Hill Times", "2031-05-06", "Four people died in a fire in Lyon on Monday.");
    std::fs::write(folder.path().join("e.md"), other).unwrap();
    let draft = article(
        "",
        "2031-05-07",
        "The flood in Ostrava on Monday killed nine people.\n\nIt cost $4 million in damage.",
    );
    std::fs::write(folder.path().join("draft.md"), draft.replace("source: \n", "")).unwrap();
    let report = against(&folder, &["a.md", "e.md"], &["--format", "json"]);
    let told: Value = serde_json::from_slice(&report.stdout).unwrap();
    assert_eq!(told["drafts"].as_array().unwrap().len(), 1);
    let of_fire = told["findings"].as_array().unwrap().iter().any(|finding| finding["low"] == 4);
    assert!(!of_fire && report.status.code() == Some(0), "{told:#}");
    let table = against(&folder, &["b.md", "e.md"], &[]);
    let text = String::from_utf8_lossy(&table.stdout);
    assert_eq!(table.status.code(), Some(1), "{text}");
    assert!(text.contains("the draft") && text.contains("without the draft, not shown"), "{text}");
}

#[test]
fn a_draft_supersedes_nothing_and_is_no_source() {
    let folder = stories();
    let draft = "---\npublished: 2031-05-09\n---\nThe flood in Ostrava on Monday killed 51 people.\n";
    std::fs::write(folder.path().join("draft.md"), draft).unwrap();
    let report = against(&folder, &["a.md", "c.md"], &["--format", "json", "--reconcile", "latest"]);
    let told: Value = serde_json::from_slice(&report.stdout).unwrap();
    let finding = finding(&told);
    assert_eq!((&finding["class"], &finding["sources"], &finding["best"]), (&"D1".into(), &2.into(), &9.into()));
    assert_eq!(report.status.code(), Some(1));
    let nowhere = against(&folder, &["nope.md"], &[]);
    assert_eq!(nowhere.status.code(), Some(2), "{nowhere:?}");
}

fn against(folder: &TempDir, names: &[&str], more: &[&str]) -> Output {
    let draft: &Path = &folder.path().join("draft.md");
    let arguments = [&["check"], more, &[draft.to_str().unwrap(), "--against"]].concat();
    crosscheck(&arguments, &of(folder, names))
}

#[test]
fn the_file_in_the_documentation_is_one() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sources.md")).unwrap();
    let file = page.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let register = crosscheck::source::Register::parse(file, "docs/sources.md").unwrap();
    assert_eq!(register.of("VALLEYHERALD.example").unwrap().group.as_deref(), Some("Valley Media"));
    assert_eq!(register.of("Ministry Bulletin").unwrap().party.as_deref(), Some("Ukraine"));
}
