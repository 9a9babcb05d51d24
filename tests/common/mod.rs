//! What the tests share: running the program, its JSON as the tests read it, and picking a claim by its words.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used)]

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crosscheck::article::{self, Sources};
use crosscheck::lexicon::Lexicon;
use crosscheck::pipeline;
use crosscheck::report::{self, Report};
use crosscheck::rule::{RuleFile, RuleSet, Selection, embedded_files};
use jiff::civil::{Date, date};
use serde::Deserialize;
use serde_json::Value;

/// The day of every run: later than all that the tests read.
pub const TODAY: Date = date(2030, 1, 1);

/// The part of `check --format json` that the tests look at.
#[derive(Debug, Deserialize)]
pub struct Checked {
    pub articles: Vec<Value>,
    pub claims: Vec<Claim>,
    pub findings: Vec<Finding>,
    pub skipped: Vec<Value>,
}

#[derive(Debug, Deserialize)]
pub struct Claim {
    pub id: String,
    pub article: String,
    pub rule: String,
    pub field: String,
    pub start: usize,
    pub end: usize,
    pub line: usize,
    pub text: String,
    pub sentence: String,
    pub value: Value,
    pub scope: Value,
    #[serde(default)]
    pub attribution: Vec<Value>,
}

#[derive(Debug, Deserialize)]
pub struct Finding {
    pub id: String,
    pub rule: String,
    pub verdict: String,
    pub class: String,
    pub claims: Vec<String>,
    pub reasons: Vec<Reason>,
    #[serde(default)]
    pub not_compared: Vec<NotCompared>,
}

#[derive(Debug, Deserialize)]
pub struct Reason {
    pub code: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct NotCompared {
    pub claims: [String; 2],
    pub class: String,
    pub text: String,
}

/// A figure as a person would point at it: the article's file and the figure's words, and, where the words stand there
/// more than once, other words of the same sentence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pick {
    pub article: String,
    pub words: String,
    #[serde(rename = "in")]
    pub within: Option<String>,
}

impl Pick {
    pub fn matches(&self, claim: &Claim) -> bool {
        let (ours, theirs) = (plain(&self.words), plain(&claim.text));
        claim.article.ends_with(&self.article)
            && (has_words(&theirs, &ours) || has_words(&ours, &theirs))
            && self.within.as_ref().is_none_or(|words| plain(&claim.sentence).contains(&plain(words)))
    }
}

impl std::fmt::Display for Pick {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” ({})", self.words, self.article)
    }
}

/// Whether `part` stands in `whole` as words of its own, so that "39" is found in "at least 39", "1" in neither.
fn has_words(whole: &str, part: &str) -> bool {
    whole.match_indices(part).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(whole[..at].chars().next_back()) && edge(whole[at + part.len()..].chars().next())
    })
}

/// Lower case, every run of white space one space.
pub fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Checked {
    pub fn claim(&self, id: &str) -> &Claim {
        self.claims.iter().find(|claim| claim.id == id).unwrap_or_else(|| panic!("no claim has the id {id}"))
    }

    pub fn picked(&self, pick: &Pick) -> Vec<&Claim> {
        self.claims.iter().filter(|claim| pick.matches(claim)).collect()
    }

    /// The findings that hold a claim of every pick, by `rule` where one is named.
    pub fn holding<'a>(&'a self, picks: &[&Pick], rule: Option<&str>) -> Vec<&'a Finding> {
        let holds = |finding: &Finding, pick: &Pick| finding.claims.iter().any(|id| pick.matches(self.claim(id)));
        (self.findings.iter())
            .filter(|finding| rule.is_none_or(|rule| finding.rule == rule))
            .filter(|finding| picks.iter().all(|pick| holds(finding, pick)))
            .collect()
    }

    /// What became of a figure, for a message.
    pub fn fate(&self, pick: &Pick) -> String {
        let mut out = format!("  {pick}:");
        let claims = self.picked(pick);
        if claims.is_empty() {
            let near: Vec<_> = self.claims.iter().filter(|claim| claim.article.ends_with(&pick.article)).collect();
            out.push_str(" no claim; the article's claims are:\n");
            out.extend(near.iter().map(|claim| format!("    {}\n", line(claim))));
            return out;
        }
        out.push('\n');
        for claim in claims {
            writeln!(out, "    claimed: {}", line(claim)).unwrap();
            for finding in self.findings.iter().filter(|finding| finding.claims.contains(&claim.id)) {
                writeln!(out, "    found:   {}", self.describe(finding)).unwrap();
            }
        }
        out
    }

    /// A finding with its figures and reasons, for a message.
    pub fn describe(&self, finding: &Finding) -> String {
        let figures: Vec<_> = (finding.claims.iter().map(|id| self.claim(id)))
            .map(|claim| format!("“{}” ({})", claim.text, stem(&claim.article)))
            .collect();
        let reasons: Vec<_> = finding.reasons.iter().map(|reason| format!("{} {}", reason.code, reason.text)).collect();
        let (rule, verdict, class) = (&finding.rule, &finding.verdict, &finding.class);
        format!("{rule} {verdict} {class}: {} because {}", figures.join(", "), reasons.join("; "))
    }
}

/// A claim on one line: where, its words, its value, its scope; absent parts are left out.
pub fn line(claim: &Claim) -> String {
    let (article, at, text) = (stem(&claim.article), claim.line, plain(&claim.text));
    let field = if claim.field == "title" { " title" } else { "" };
    format!("{article}:{at}{field} “{text}” = {} | {}", value(&claim.value), scope(&claim.scope))
}

fn stem(article: &str) -> &str {
    article.strip_prefix("examples/").unwrap_or(article)
}

fn value(value: &Value) -> String {
    let kind = value["kind"].as_str().unwrap_or("?");
    let figure = if value["amount"].is_null() { &value["date"] } else { &value["amount"] };
    let mut out = format!("{kind} {}", short(if figure.is_null() { &value["text"] } else { figure }));
    for key in ["unit", "bound", "trend"] {
        if let Some(said) = value[key].as_str().filter(|said| !matches!(*said, "exact" | "-")) {
            write!(out, " {said}").unwrap();
        }
    }
    out
}

fn scope(scope: &Value) -> String {
    let parts = scope.as_object().into_iter().flatten();
    let said = parts.filter(|(_, part)| !is_silent(part)).map(|(name, part)| format!("{name}={}", short(part)));
    said.collect::<Vec<_>>().join(" ")
}

fn is_silent(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text == "asserted",
        _ => false,
    }
}

fn short(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(short).collect::<Vec<_>>().join("+"),
        Value::Object(fields) => short(fields.get("key").or_else(|| fields.get("value")).unwrap_or(&Value::Null)),
        other => other.to_string(),
    }
}

/// The program, run in the package's folder with nothing of the caller's environment that could change what it prints.
pub fn crosscheck<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(arguments: I) -> Command {
    let built = env!("CARGO_BIN_EXE_crosscheck").into();
    let mut command = Command::new(std::env::var_os("CROSSCHECK_PROGRAM").unwrap_or(built));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    for name in ["CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "FORCE_COLOR", "RAYON_NUM_THREADS"] {
        command.env_remove(name);
    }
    command.env("NO_COLOR", "1").env("COLUMNS", "100").env("TERM", "dumb");
    command
}

/// Standard output of a run that could run: exit status 0 or 1.
pub fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{command:?} failed: {}", described(&output));
    String::from_utf8(output.stdout).expect("the program writes UTF-8")
}

/// Exit status and both outputs, for a message.
pub fn described(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).chars().take(2000).collect::<String>();
    format!("{}\n--- stdout\n{}\n--- stderr\n{}", output.status, text(&output.stdout), text(&output.stderr))
}

/// Everything found in a file or folder, with the default rules, as `check --format json` prints it.
pub fn check(path: &Path, manifest: Option<&Path>) -> Checked {
    printed(&run(path, manifest, &rules(&Selection::default())))
}

/// A report as its JSON tells it.
pub fn printed(found: &Report) -> Checked {
    let mut json = Vec::new();
    report::json::write_report(found, &mut json).unwrap();
    let text = String::from_utf8(json).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("the JSON is not as promised: {error}\n{text}"))
}

/// The whole pipeline over a file or folder.
pub fn run(path: &Path, manifest: Option<&Path>, rules: &RuleSet) -> Report {
    let mut sources = Sources::new(vec![path.to_owned()], TODAY);
    sources.manifest = manifest.map(Path::to_owned);
    let corpus = article::read(&sources).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let extracts = pipeline::extract_all(&corpus.articles, rules, lexicon());
    pipeline::check(extracts, corpus.skipped, rules, lexicon(), &pipeline::Settings::default())
}

/// The built-in rules, or some of them.
pub fn rules(selection: &Selection) -> RuleSet {
    RuleSet::embedded(selection).unwrap_or_else(|error| panic!("{error}"))
}

/// The rule files as they stand in the folder, so that a changed rule is tried without a build.
pub fn rule_files() -> Vec<RuleFile> {
    let read = |file: RuleFile| {
        let text = std::fs::read_to_string(root().join(&file.path)).unwrap();
        RuleFile { text: text.into(), ..file }
    };
    embedded_files().into_iter().map(read).collect()
}

/// The built-in lexicon.
pub fn lexicon() -> &'static Lexicon {
    Lexicon::embedded()
}

/// The folders of `examples/`, sorted.
pub fn scenarios() -> Vec<PathBuf> {
    folders(Path::new("examples"))
}

/// The folders in a folder of the package, as paths relative to the package, sorted.
pub fn folders(parent: &Path) -> Vec<PathBuf> {
    entries(parent).into_iter().filter(|path| root().join(path).is_dir()).collect()
}

/// What a folder of the package holds, as paths relative to the package, sorted; nothing where there is no such folder.
pub fn entries(parent: &Path) -> Vec<PathBuf> {
    let Ok(listing) = std::fs::read_dir(root().join(parent)) else { return Vec::new() };
    let mut paths: Vec<_> = listing.map(|entry| parent.join(entry.unwrap().file_name())).collect();
    paths.sort();
    paths
}

/// The package's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Data that lies beside the project and is never part of it; `None`, with a word about it, where it is absent.
pub fn shared(part: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("CROSSCHECK_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let path = folder.join(part);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: there is no {} (set CROSSCHECK_SHARED to the folder that holds it)", path.display());
    None
}
