//! What the documents show is what the program does. `README_UPDATE=1 cargo test --test docs` brings them up to date.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};
use std::process::Command;

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

#[test]
fn the_rule_of_the_readme_is_a_rule_that_works() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let (start, end) = block(&readme, "rule");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("shipping")).unwrap();
    std::fs::write(folder.path().join("shipping/ships-delayed.toml"), &readme[start..end]).unwrap();
    let story = folder.path().join("story.md");
    std::fs::write(
        &story,
        "---\npublished: 2030-02-05\n---\nStrong winds came on Monday, and 14 ships were held up.\n",
    )
    .unwrap();
    let claims = run(&format!("extract {} --format jsonl --rules {}", story.display(), folder.path().display()));
    assert!(claims.contains(r#""rule":"ships-delayed""#), "{claims}");
}
