//! Long runs: Ctrl-C ends them with what is done, a watch tells what is new, threads change nothing.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

fn story(outlet: &str, length: &str) -> String {
    format!(
        "---\nsource: {outlet}\npublished: 2031-05-07\n---\n\
         Anna Berg and Olaf Scholz met in Berlin on Tuesday. The meeting lasted {length}, {outlet} has learned.\n"
    )
}

fn stories() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("lantern.md"), story("The Lantern", "90 minutes")).unwrap();
    fs::write(folder.path().join("courier.md"), story("Courier", "90 minutes")).unwrap();
    folder
}

/// Many articles in one file, enough to keep the program busy for a while.
fn many(folder: &Path, count: usize) {
    let mut lines = String::new();
    // Figures that no rule knows: reading them takes its time, and there is nothing to compare.
    let sentence = "The garden behind the old mill has 14 apple trees, nine benches and two ponds. ".repeat(40);
    for at in 0..count {
        writeln!(lines, r#"{{"id": "a{at:05}", "published": "2025-05-07", "text": "{sentence}"}}"#).unwrap();
    }
    fs::write(folder.join("many.jsonl"), lines).unwrap();
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = common::crosscheck(arguments);
    command.current_dir(folder).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn interrupt(child: &Child) {
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(status.success());
}

/// What remains to be read, and the exit status; a program that does not end fails the test.
fn ended(mut child: Child) -> (String, String, Option<i32>) {
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if began.elapsed() > Duration::from_mins(1) {
            child.kill().unwrap();
            panic!("it goes on");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let (mut out, mut err) = (String::new(), String::new());
    child.stdout.take().map(|mut stream| stream.read_to_string(&mut out).unwrap());
    child.stderr.take().map(|mut stream| stream.read_to_string(&mut err).unwrap());
    (out, err, child.wait().unwrap().code())
}

#[test]
fn ctrl_c_ends_with_a_report_of_what_is_done() {
    let folder = tempfile::tempdir().unwrap();
    many(folder.path(), 4000);
    let child = start(folder.path(), &["check", "many.jsonl", "--threads", "1", "--format", "table", "-o", "run.json"]);
    std::thread::sleep(Duration::from_millis(1500));
    interrupt(&child);
    let (out, err, status) = ended(child);
    assert_eq!(status, Some(130), "{out}\n{err}");
    assert!(err.contains("interrupted: reporting on what is done"), "{err}");
    assert!(err.contains(" of 4000 articles were not reached; the report is of the others"), "{err}");
    assert!(out.contains(" article"), "{out}");
    let report: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("run.json")).unwrap()).unwrap();
    let (done, left) = (report["articles"].as_array().unwrap().len(), report["skipped"].as_array().unwrap());
    let left = left.iter().filter(|one| one["reason"].as_str().unwrap().contains("not reached")).count();
    assert_eq!(done + left, 4000, "nothing is lost in silence");
}

#[test]
fn a_watch_tells_what_is_new() {
    let folder = stories();
    let mut child = start(folder.path(), &["check", ".", "--watch"]);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut until = |mark: &str| {
        let mut told = String::new();
        for line in lines.by_ref().map(Result::unwrap) {
            told.push_str(&line);
            told.push('\n');
            if line.contains(mark) {
                return told;
            }
        }
        panic!("it ended before it said `{mark}`:\n{told}")
    };
    assert!(until("2 articles").contains("AGREE"));
    fs::write(folder.path().join("third.md"), story("Third", "three hours")).unwrap();
    let told = until(" new, ");
    assert!(told.contains("CONFLICT D1") && told.contains("“three hours” (Third)"), "{told}");
    fs::remove_file(folder.path().join("third.md")).unwrap();
    let told = until(" new, ");
    assert!(told.contains("was conflict D1") && told.contains("AGREE"), "{told}");
    interrupt(&child);
    drop(lines);
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

#[test]
fn a_watch_of_what_never_changes_is_refused() {
    for arguments in [["check", "-", "--watch"].as_slice(), &["check", ".", "--watch", "--format", "json"]] {
        let output = common::crosscheck(arguments).current_dir(stories().path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", common::described(&output));
    }
}

#[test]
fn threads_change_nothing() {
    let run = |threads: &str| {
        common::stdout(&mut common::crosscheck([
            "check",
            "examples",
            "--format",
            "json",
            "--quiet",
            "--threads",
            threads,
        ]))
    };
    assert!(run("1") == run("7"));
}

#[test]
fn in_a_pipe_nothing_is_said_of_progress() {
    let folder = tempfile::tempdir().unwrap();
    many(folder.path(), 600);
    let output = common::crosscheck(["check", "many.jsonl"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn an_article_that_takes_too_long_is_named_and_none_is_an_error() {
    let folder = stories();
    let mut command = common::crosscheck(["check", ".", "--max-time", "0", "--format", "json"]);
    let output = command.current_dir(folder.path()).output().unwrap();
    let said = common::described(&output);
    assert!(said.contains("not read to its end within 0 seconds; split it, or raise --max-time"), "{said}");
    assert!(said.contains("no article was read to its end"), "{said}");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty(), "{said}");
}
