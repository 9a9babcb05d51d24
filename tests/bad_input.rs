//! Bad input at the command line: a message that says what is wrong, where and what to do; the right exit status; and the
//! rest of the run unharmed.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::io::Read as _;
use std::path::Path;
use std::process::{Output, Stdio};

use tempfile::TempDir;

/// A sound article, whose figure must come out whatever lies beside it.
const GOOD: &str = "---\nsource: The Sound Paper\npublished: 2024-05-04\n---\nA ferry sank off Mombasa on Friday. Seventeen people were killed, \
                    the coast guard said.\n";
const RULE: &str = "summary = \"How many were killed.\"\nexplain = \"How many were killed.\"\nseverity = \"error\"\n";

/// A folder with the sound article in it.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(TempDir::new().unwrap());
        folder.with("good.md", GOOD)
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// `check --format json` over its articles, with more arguments.
    fn check(&self, more: &[&str]) -> Output {
        let mut command = common::crosscheck(["check", "--format", "json"]);
        command.args(more).arg(self.path()).output().unwrap()
    }
}

/// The run went on: the sound article's figure is there, and the message names what was wrong.
fn assert_unharmed(output: &Output, message: &[&str]) {
    let said = common::described(output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    let checked: common::Checked = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}\n{said}"));
    let sound =
        |claim: &common::Claim| claim.article.ends_with("good.md") && claim.value["amount"].as_f64() == Some(17.0);
    assert!(checked.claims.iter().any(sound), "the sound article's figure is lost\n{said}");
    assert_said(output, message);
}

/// The run could not be made: status 2, nothing on standard output, and the message.
fn assert_refused(output: &Output, message: &[&str]) {
    assert_eq!(output.status.code(), Some(2), "{}", common::described(output));
    assert!(output.stdout.is_empty(), "{}", common::described(output));
    assert_said(output, message);
}

fn assert_said(output: &Output, message: &[&str]) {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.contains("panicked"), "{errors}");
    for words in message {
        assert!(errors.contains(words), "`{words}` is not said\n{}", common::described(output));
    }
}

#[test]
fn an_empty_file_is_named_and_skipped() {
    assert_unharmed(&Folder::new().with("empty.txt", "").check(&[]), &["empty.txt", "empty"]);
}

#[test]
fn a_binary_file_is_named_and_skipped() {
    let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
    assert_unharmed(&Folder::new().with("picture.txt", bytes).check(&[]), &["picture.txt", "binary"]);
}

#[test]
fn a_line_of_fifty_megabytes_is_read_or_named() {
    let line = "Nobody in the harbour had seen such a storm before. ".repeat((50 << 20) / 52);
    assert_unharmed(&Folder::new().with("long.txt", line).check(&[]), &[]);
}

#[test]
fn a_file_that_is_not_utf_8_is_decoded_with_a_note() {
    let mut text = b"In the caf\xe9 at the harbour, seventeen people were killed on Friday, a waiter said. ".to_vec();
    text.extend(b"The \x93Swan\x94 had been his father\x92s, and he had worked there for twenty years.\n");
    assert_unharmed(&Folder::new().with("old.txt", text).check(&[]), &["old.txt", "UTF-8"]);
}

#[test]
fn broken_front_matter_is_named() {
    let text =
        "---\ntitle: \"no end\npublished: [2024\n---\nSeventeen people were killed on Friday, the coast guard said.\n";
    assert_unharmed(&Folder::new().with("broken.md", text).check(&[]), &["broken.md", "front matter"]);
}

#[test]
fn a_manifest_that_names_a_missing_file_says_so() {
    let folder = Folder::new()
        .with("manifest.csv", "file,source,published\ngood.md,The Sound Paper,2024-05-04\ngone.md,x,2024-05-04\n");
    let manifest = folder.path().join("manifest.csv");
    let output = folder.check(&["--manifest", manifest.to_str().unwrap()]);
    assert_unharmed(&output, &["gone.md", "not there"]);
}

#[test]
fn a_manifest_that_is_not_there_stops_the_run() {
    assert_refused(&Folder::new().check(&["--manifest", "no-such-manifest.csv"]), &["no-such-manifest.csv"]);
}

#[test]
fn a_future_day_of_publication_is_noted() {
    let text = "---\npublished: 2999-01-01\n---\nA ferry sank off Lamu on Friday. Nine people were killed, the coast guard said.\n";
    assert_unharmed(&Folder::new().with("future.md", text).check(&[]), &["future.md", "2999-01-01"]);
}

#[test]
fn a_folder_without_articles_stops_the_run() {
    let folder = TempDir::new().unwrap();
    let output = common::crosscheck(["check"]).arg(folder.path()).output().unwrap();
    assert_refused(&output, &["no article in"]);
}

#[test]
fn a_path_that_does_not_exist_stops_the_run() {
    assert_refused(
        &common::crosscheck(["check", "no/such/path"]).output().unwrap(),
        &["no/such/path", "does not exist"],
    );
}

/// All five are told at once, each with its file and line, and nothing is scanned.
#[test]
fn five_broken_rules_are_told_at_once() {
    let pattern = "[value.count]\nof = [\"people\"]\n[[pattern]]\nmatch = '{value} people (?:were )?killed'\n";
    let broken = [
        ("syntax", format!("{RULE}[value.count\n")),
        ("key", format!("{RULE}colour = \"red\"\n{pattern}")),
        ("slot", format!("{RULE}{}", pattern.replace("people (", "{vehicular} ("))),
        ("regex", format!("{RULE}{}", pattern.replace("(?:were )?", "(?:were "))),
        ("severity", format!("{}{pattern}", RULE.replace("\"error\"", "\"fatal\""))),
    ];
    let mut folder = Folder::new();
    for (name, text) in &broken {
        folder = folder.with(&format!("rules/broken/{name}.toml"), text);
    }
    let rules = folder.path().join("rules");
    let output = folder.check(&["--rules", rules.to_str().unwrap()]);
    assert_refused(
        &output,
        &["syntax.toml", "key.toml", "slot.toml", "regex.toml", "severity.toml", "colour", "vehicular", "fatal"],
    );
}

/// A meeting of ninety days is no length of a meeting: the figure is not taken, and the reason stands in the JSON.
#[test]
fn a_value_out_of_its_rules_range_is_not_taken_and_said_why() {
    let text = "---\npublished: 2024-05-04\n---\nPresident Joe Biden and President Vladimir Putin held a meeting. The meeting lasted 90 days.\n";
    let output = Folder::new().with("range.md", text).check(&[]);
    assert_unharmed(&output, &[]);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("maximum"), "no reason given\n{printed}");
}

/// A reader that goes away, as `head` does, is no error.
#[test]
fn a_closed_pipe_is_no_error() {
    let text = GOOD.replace("Seventeen", "Seventeen people were injured. Seventeen");
    let folder = (0..300).fold(Folder::new(), |folder, n| folder.with(&format!("copy-{n}.md"), &text));
    let mut command = common::crosscheck(["check", "--format", "json", "--fail-on", "never"]);
    let mut child = command.arg(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", common::described(&output));
    assert_said(&output, &[]);
}
