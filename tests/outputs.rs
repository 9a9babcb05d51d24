//! `--output`: several files at once, each whole or not there, the form told by its ending or named.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const STORIES: [(&str, &str); 2] = [
    (
        "stories/ledger.md",
        "---\nsource: Daily Ledger\npublished: 2021-05-06\n---\nFrench President Emmanuel Macron and German Chancellor \
         Angela Merkel spoke by phone on Thursday.\n\nThe call between Macron and Merkel lasted 40 minutes, officials said.\n",
    ),
    (
        "stories/post.md",
        "---\nsource: Harbour Post\npublished: 2021-05-06\n---\nEmmanuel Macron and Angela Merkel talked about the border on \
         Thursday.\n\nThe phone call between Macron and Merkel lasted three hours, according to the Chancellery.\n",
    ),
];

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("stories")).unwrap();
    for (name, text) in STORIES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.args(arguments.split_whitespace()).current_dir(folder).env_clear().output().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn several_files_are_written_beside_what_standard_output_says() {
    let folder = folder();
    let alone = run(folder.path(), "check stories");
    let arguments = "check stories -o run.json -o run.ndjson --output csv:rows --output md=note.text -o table.txt";
    let output = run(folder.path(), arguments);
    assert_eq!(output.stdout, alone.stdout);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(names(folder.path()), ["note.text", "rows", "run.json", "run.ndjson", "stories", "table.txt"]);
    for (file, format) in [("run.json", "json"), ("run.ndjson", "jsonl"), ("rows", "csv"), ("note.text", "markdown")] {
        let printed = run(folder.path(), &format!("check stories --format {format}"));
        assert!(fs::read(folder.path().join(file)).unwrap() == printed.stdout, "{file}");
    }
    assert_eq!(fs::read(folder.path().join("table.txt")).unwrap(), alone.stdout);
}

#[test]
fn extract_writes_files_too() {
    let folder = folder();
    let output = run(folder.path(), "extract stories --output claims.jsonl");
    let printed = run(folder.path(), "extract stories --format jsonl");
    assert_eq!(output.stdout, run(folder.path(), "extract stories").stdout);
    assert!(fs::read(folder.path().join("claims.jsonl")).unwrap() == printed.stdout);
}

#[test]
fn an_output_that_cannot_be_is_said_before_anything_is_read() {
    let folder = folder();
    fs::write(folder.path().join("old.json"), "old").unwrap();
    let before = names(folder.path());
    for (arguments, said) in [
        ("-o run.doc", "the name `run.doc` does not tell its form; take one of the endings .txt .json"),
        ("-o run.json -o jsn:run.csv", "there is no form `jsn`; take one of table, json"),
        ("-o none/run.json", "cannot write `none/run.json`; check that its folder exists"),
        ("-o json:stories", "cannot write `stories`: it is a folder"),
        ("-o old.json -o csv:./old.json", "--output names `./old.json` twice (json and csv)"),
        ("-o run.json -o stories/../run.json", "--output names `stories/../run.json` twice (json and json)"),
        ("stories/post.md -o stories/post.md", "`stories/post.md` is an article that is read"),
        ("-o stories/run.md", "`stories/run.md` would lie among the articles of `stories`"),
        ("-o -", "`-` names no file"),
    ] {
        let output = run(folder.path(), &format!("check stories {arguments}"));
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments}: {error}");
        assert!(error.contains(said), "{arguments}: {error}");
        assert!(output.stdout.is_empty(), "{arguments}");
        assert_eq!(names(folder.path()), before, "{arguments}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("old.json")).unwrap(), "old");
    assert_eq!(fs::read_to_string(folder.path().join("stories/post.md")).unwrap(), STORIES[1].1);
}

#[test]
fn a_run_that_fails_leaves_the_files_as_they_were() {
    let folder = folder();
    fs::write(folder.path().join("run.json"), "old").unwrap();
    let before = names(folder.path());
    let output = run(folder.path(), "check nowhere -o run.json -o run.csv");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(names(folder.path()), before);
    assert_eq!(fs::read_to_string(folder.path().join("run.json")).unwrap(), "old");
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_devices_written_where_they_stand() {
    let folder = folder();
    fs::create_dir(folder.path().join("kept")).unwrap();
    fs::write(folder.path().join("kept/run.json"), "old").unwrap();
    std::os::unix::fs::symlink("kept/run.json", folder.path().join("latest.json")).unwrap();
    let output = run(folder.path(), "check stories -o latest.json -o csv:/dev/null");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(fs::symlink_metadata(folder.path().join("latest.json")).unwrap().is_symlink());
    assert!(fs::read_to_string(folder.path().join("kept/run.json")).unwrap().starts_with('{'));
    assert_eq!(names(&folder.path().join("kept")), ["run.json"]);
}
