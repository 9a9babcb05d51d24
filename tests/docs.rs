//! What the documents show is what the program does. `README_UPDATE=1 cargo test --test docs` brings them up to date.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// One test writes at a time: two may concern one file.
static PEN: Mutex<()> = Mutex::new(());

/// The day on which the documents are played: 2031-05-08.
const TODAY: &str = "1935964800";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(arguments: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    let output = command.args(arguments.split_whitespace()).current_dir(root()).env_clear().output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The fenced block after `<!-- NAME -->`, with where it stands.
fn block(text: &str, name: &str) -> (usize, usize) {
    let mark = text.find(&format!("<!-- {name} -->")).unwrap();
    let fence = mark + text[mark..].find("```").unwrap();
    let start = fence + text[fence..].find('\n').unwrap() + 1;
    (start, start + text[start..].find("```").unwrap())
}

/// Compares a block with what it should hold, or writes it where that was asked for.
fn keep_true(file: &str, name: &str, expected: &str) {
    let path: PathBuf = root().join(file);
    let _pen = PEN.lock();
    let text = std::fs::read_to_string(&path).unwrap();
    let (start, end) = block(&text, name);
    if std::env::var_os("README_UPDATE").is_some() {
        std::fs::write(&path, format!("{}{expected}{}", &text[..start], &text[end..])).unwrap();
        return;
    }
    let repair = "run `README_UPDATE=1 cargo test --test docs`, and read the difference";
    assert!(&text[start..end] == expected, "{file} does not show what the program prints; {repair}\n{expected}");
}

#[test]
fn the_readme_shows_the_table_that_is_printed() {
    let table = run("check examples/call-2025-03-18 --quiet");
    keep_true("README.md", "check", &format!("$ cargo run --release -- check examples/call-2025-03-18\n{table}"));
}

#[test]
fn the_json_document_shows_a_claim_as_it_is_printed() {
    let lines = run("extract examples/call-2025-03-18/northern-broadcasting.md --format jsonl");
    let claim = lines.lines().find(|line| line.starts_with(r#"{"type":"claim""#)).unwrap();
    keep_true("docs/json.md", "claim", &laid_out(claim));
}

#[test]
fn every_check_of_rule_files_is_listed() {
    keep_true("docs/lint.md", "lints", &run("rules lint --list --width 120"));
}

/// One member a line, in the order in which they stand; nested objects stay on one line.
fn laid_out(object: &str) -> String {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    let mut laid_out = String::new();
    for c in object.chars() {
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        match c {
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        let (opens, closes) = (c == '{' && depth == 1 && !quoted, c == '}' && depth == 0 && !quoted);
        laid_out.push_str(if closes { "\n" } else { "" });
        laid_out.push(c);
        laid_out.push_str(if opens || (c == ',' && depth == 1 && !quoted) { "\n  " } else { "" });
    }
    laid_out + "\n"
}

#[test]
fn every_field_of_the_json_form_is_documented() {
    let document = std::fs::read_to_string(root().join("docs/json.md")).unwrap();
    let report: serde_json::Value = serde_json::from_str(&run("check examples --format json --quiet")).unwrap();
    let mut missing = Vec::new();
    collect(&report, &document, &mut missing);
    missing.sort();
    missing.dedup();
    assert_eq!(missing, Vec::<String>::new(), "fields that docs/json.md does not name");
}

fn collect(value: &serde_json::Value, document: &str, missing: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(list) => list.iter().for_each(|one| collect(one, document, missing)),
        serde_json::Value::Object(object) => {
            for (name, one) in object {
                let named = [format!("`{name}`"), format!("{{{name},"), format!(" {name},"), format!(" {name}}}")];
                if !named.iter().any(|form| document.contains(form.as_str())) {
                    missing.push(name.clone());
                }
                collect(one, document, missing);
            }
        }
        _ => {}
    }
}

/// A document that is a session: each of its blocks is done, in their order, in an empty folder.
fn keep_session_true(file: &str) {
    let path = root().join(file);
    let _pen = PEN.lock();
    let text = std::fs::read_to_string(&path).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (mut played, mut at) = (String::new(), 0);
    for (comment, start, end) in steps(&text) {
        let block = &text[start..end];
        played.push_str(&text[at..start]);
        played.push_str(&play(comment, block, folder.path()));
        at = end;
    }
    played.push_str(&text[at..]);
    if std::env::var_os("README_UPDATE").is_some() {
        return std::fs::write(&path, played).unwrap();
    }
    let repair = "run `README_UPDATE=1 cargo test --test docs`, and read the difference";
    assert!(text == played, "{file} does not show what the program prints; {repair}\n{played}");
}

/// The blocks that a comment makes a step of a session: the comment, and where the block begins and ends.
fn steps(text: &str) -> Vec<(&str, usize, usize)> {
    let verbs = ["run", "write ", "append to ", "replace "];
    let comments = text.match_indices("<!-- ").filter_map(|(at, open)| {
        let comment = text[at + open.len()..].split(" -->").next()?;
        let start = at + text[at..].find("```")?;
        let start = start + text[start..].find('\n')? + 1;
        Some((comment, start, start + text[start..].find("```")?))
    });
    comments.filter(|(comment, ..)| verbs.iter().any(|verb| comment.starts_with(verb))).collect()
}

/// Does what a block says; the block as it should stand.
fn play(comment: &str, block: &str, folder: &Path) -> String {
    let place = |name: &str| {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    };
    if comment == "run" {
        return block.lines().filter(|line| line.starts_with("$ ")).map(|line| typed(line, folder)).collect();
    }
    if let Some(name) = comment.strip_prefix("write ") {
        std::fs::write(place(name), block).unwrap();
    } else if let Some(name) = comment.strip_prefix("append to ") {
        let text = std::fs::read_to_string(place(name)).unwrap() + block;
        std::fs::write(place(name), text).unwrap();
    } else if let Some((header, name)) = comment.strip_prefix("replace ").and_then(|step| step.split_once(" in ")) {
        let text = std::fs::read_to_string(place(name)).unwrap();
        let start = text.find(header).unwrap();
        let end = start + text[start..].find("\n\n").unwrap() + 1;
        std::fs::write(place(name), format!("{}{block}{}", &text[..start], &text[end..])).unwrap();
    }
    block.to_owned()
}

/// A line of a session with what the terminal shows after it.
fn typed(line: &str, folder: &Path) -> String {
    let words = words(&identified(line.trim_start_matches("$ "), folder));
    if words[0] == "echo" {
        return format!("{line}\n{}\n", std::fs::read_to_string(folder.join(".status")).unwrap());
    }
    if words[0] == "cat" {
        return format!("{line}\n{}", std::fs::read_to_string(folder.join(&words[1])).unwrap());
    }
    let shown = folder.join(".shown");
    let out = std::fs::File::create(&shown).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    assert_eq!(words[0], "crosscheck", "only the program itself is run: {line}");
    command.args(&words[1..]).current_dir(folder).env_clear().env("SOURCE_DATE_EPOCH", TODAY);
    let status = command.stdout(out.try_clone().unwrap()).stderr(out).status().unwrap();
    std::fs::write(folder.join(".status"), status.code().unwrap().to_string()).unwrap();
    format!("{}\n{}", identified(line, folder), std::fs::read_to_string(shown).unwrap())
}

/// The line with the id that was shown last in place of `FINDING`, or of the id that stands there from the last time.
fn identified(line: &str, folder: &Path) -> String {
    let shown = std::fs::read_to_string(folder.join(".shown")).unwrap_or_default();
    let id = shown.split("finding ").nth(1).and_then(|rest| rest.split_whitespace().next());
    let mut words = line.split(' ').collect::<Vec<_>>();
    if let (Some(at), Some(id)) = (words.iter().position(|word| *word == "decide"), id) {
        words[at + 1] = id;
    }
    words.join(" ")
}

/// The words of a command; double quotes keep blanks together.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('"').enumerate();
    quoted
        .flat_map(|(at, part)| match at % 2 {
            1 => vec![part.to_owned()],
            _ => part.split_whitespace().map(str::to_owned).collect(),
        })
        .collect()
}

#[test]
fn the_way_from_a_sentence_to_a_rule_is_as_it_is_told() {
    keep_session_true("docs/rules.md");
}

#[test]
fn the_forms_of_a_report_are_as_they_are_shown() {
    keep_session_true("docs/formats.md");
}

#[test]
fn the_rule_that_the_readme_begins_is_begun() {
    keep_session_true("README.md");
}

#[test]
fn the_page_for_fact_checkers_is_as_it_is_told() {
    keep_session_true("docs/fact-checkers.md");
}

#[test]
fn the_page_for_editors_is_as_it_is_told() {
    keep_session_true("docs/editors.md");
}

#[test]
fn the_page_for_integrators_is_as_it_is_told() {
    keep_session_true("docs/integrators.md");
}

/// What is shown as typed is typed: no session stands in a document that nobody plays.
#[test]
fn every_session_of_the_pages_is_played() {
    for page in ["fact-checkers", "editors", "integrators", "rules"] {
        let text = std::fs::read_to_string(root().join(format!("docs/{page}.md"))).unwrap();
        let played: Vec<_> = steps(&text).into_iter().map(|(_, start, end)| start..end).collect();
        let typed = text.match_indices("\n$ ").map(|(at, _)| at + 1);
        let idle = typed.filter(|at| !played.iter().any(|block| block.contains(at)));
        let idle: Vec<&str> = idle.filter_map(|at| text[at..].lines().next()).collect();
        assert!(idle.is_empty(), "docs/{page}.md shows what no test runs: {idle:?}");
    }
}
