//! The figures of five articles beside the project that no rule claims: each with the reason why none should. It says so and
//! passes where the articles are absent. A figure that a new rule claims has to leave the list, and one that is lost has to enter
//! it with a reason.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// Article, figure, what it counts or stands beside, and why no rule should claim it.
const UNCLAIMED: [(&str, &str, &str, &str); 8] = [
    (
        "001",
        "millions",
        "without",
        "people who lack heat and light: `without-power` claims it, and runs only where it is asked for",
    ),
    ("002", "several weeks", "tense", "how long a mood has lasted"),
    ("002", "two", "leader", "the two people just named: a pronoun, not a count"),
    ("002", "two", "president", "the two people just named: a pronoun, not a count"),
    ("003", "two", "country", "the two countries just named: a pronoun, not a count"),
    ("004", "2", "alternative", "how a remark is divided, by the writer"),
    ("004", "2", "condition", "how a stance is divided, by the writer"),
    ("004", "a few", "reader", "a vague word in a turn of speech"),
];

fn seeds() -> Option<PathBuf> {
    let shared = std::env::var_os("CROSSCHECK_SHARED").map_or_else(|| "../shared".into(), PathBuf::from);
    Some(shared.join("seeds")).filter(|seeds| seeds.is_dir())
}

#[test]
fn every_unclaimed_figure_has_its_reason() {
    let Some(seeds) = seeds() else { return eprintln!("no articles at ../shared/seeds: nothing compared") };
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    let output = command.args(["rules", "coverage", "--format", "json", "--top", "1000"]).arg(&seeds).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found = Vec::new();
    for group in told["groups"].as_array().unwrap() {
        for figure in group["figures"].as_array().unwrap() {
            let article = PathBuf::from(figure["article"].as_str().unwrap());
            let article = article.file_name().unwrap().to_string_lossy()[..3].to_owned();
            let words = |value: &Value| value.as_str().unwrap().to_lowercase();
            found.push((article, words(&figure["text"]), words(&group["head"])));
        }
    }
    found.sort();
    let stated = UNCLAIMED.map(|(article, figure, head, _)| (article.to_owned(), figure.to_owned(), head.to_owned()));
    assert_eq!(found, stated, "a figure is claimed or lost: change the list, with the reason");
}
