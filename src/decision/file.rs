//! The file of decisions: a TOML file with a table `[[decision]]` for each.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use thiserror::Error;
use toml::value::Datetime;

use super::{Decision, Word};
use crate::matter::Matter;
use crate::rule::{
    ProblemKind, Problems, RuleErrors, RuleFile, Spanned, day_of, items, schema_of, sections, unknown_key,
};

/// Why decisions could not be read.
#[derive(Debug, Error)]
pub enum DecisionError {
    /// The file itself.
    #[error("cannot read the decisions `{path}`: {cause}; check the path")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// What stands in it.
    #[error("in the decisions\n{0}")]
    Wrong(RuleErrors),
}

/// The decisions of a file, in its order.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The decisions.
    pub decisions: Vec<Decision>,
}

/// What editors decided of findings: who, what, why and until when.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "decisions")]
struct FileSpec {
    /// One decision; `crosscheck decide` writes it.
    #[allow(dead_code)]
    #[serde(default)]
    decision: Vec<DecisionSpec>,
}

/// One decision.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
struct DecisionSpec {
    /// The finding's fingerprint.
    finding: Spanned<String>,
    /// `accepted`, `dismissed` or `explained`.
    #[serde(rename = "as")]
    word: Word,
    /// Who decided.
    by: Spanned<String>,
    /// Why.
    why: Spanned<String>,
    /// The day of the decision.
    #[serde(default)]
    #[schemars(schema_with = "crate::rule::day_schema")]
    on: Option<Spanned<Datetime>>,
    /// The last day on which it holds.
    #[serde(default)]
    #[schemars(schema_with = "crate::rule::day_schema")]
    until: Option<Spanned<Datetime>>,
    /// The verdict on the finding at that time: where it is more serious now, the decision holds no more.
    verdict: Option<String>,
    /// What the finding was about, for people.
    #[allow(dead_code)]
    subject: Option<String>,
    /// What it was about, and the figures with their outlets: by these the finding is known again, and what has changed is seen.
    matter: Option<Matter>,
}

/// The schema of a file of decisions, as JSON.
pub fn schema() -> String {
    schema_of::<FileSpec>()
}

impl Ledger {
    /// Reads decisions from their file.
    pub fn read(path: &Path) -> Result<Self, DecisionError> {
        let unreadable = |cause| DecisionError::Unreadable { path: path.display().to_string(), cause };
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        Self::parse(&text, path)
    }

    /// Reads decisions from a text; `path` is only named in errors. All errors are told at once.
    pub fn parse(text: &str, path: &Path) -> Result<Self, DecisionError> {
        let mut problems = Problems::new(RuleFile { path: path.into(), text: text.into() });
        let mut specs: Vec<DecisionSpec> = Vec::new();
        for (key, value) in sections(text, &mut problems) {
            match key.get_ref().as_str() {
                "decision" => specs = items(value, &mut problems),
                _ => unknown_key(&key, &["decision"], &mut problems),
            }
        }
        twice(&specs, &mut problems);
        let decisions = specs.into_iter().map(|spec| decision(spec, &mut problems)).collect();
        if problems.found.is_empty() {
            return Ok(Self { decisions });
        }
        problems.found.sort_by_key(|problem| problem.span.start);
        Err(DecisionError::Wrong(RuleErrors { problems: problems.found }))
    }

    /// Whether nothing is decided.
    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty()
    }
}

fn twice(specs: &[DecisionSpec], problems: &mut Problems) {
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for spec in specs {
        let here = problems.line(spec.finding.span().start);
        if let Some(line) = lines.insert(spec.finding.get_ref(), here) {
            let message = format!("`{}` is decided twice, first on line {line}", spec.finding.get_ref());
            problems.add(ProblemKind::DuplicateId, spec.finding.span(), message, "keep one of the two");
        }
    }
}

fn decision(spec: DecisionSpec, problems: &mut Problems) -> Decision {
    for (name, text) in [("finding", &spec.finding), ("by", &spec.by), ("why", &spec.why)] {
        if text.get_ref().trim().is_empty() {
            let advice = match name {
                "finding" => "write the finding's `fingerprint`, as `check --format json` prints it",
                "by" => "write who decided, so that others can ask",
                _ => "write why, so that others can follow",
            };
            problems.add(ProblemKind::MissingKey, text.span(), format!("`{name}` says nothing"), advice);
        }
    }
    let line = problems.line(spec.finding.span().start);
    let on = day(spec.on.as_ref(), problems);
    let until = day(spec.until.as_ref(), problems);
    Decision {
        finding: spec.finding.into_inner().trim().to_owned(),
        word: spec.word,
        by: spec.by.into_inner().trim().to_owned(),
        why: spec.why.into_inner().trim().to_owned(),
        on,
        until,
        verdict: spec.verdict,
        matter: spec.matter,
        line,
    }
}

/// A day as TOML writes it; of what is none, that is told.
fn day(written: Option<&Spanned<Datetime>>, problems: &mut Problems) -> Option<Date> {
    let written = written?;
    let day = day_of(written.get_ref());
    if day.is_none() {
        let advice = "write it as 2027-01-31, without quotation marks";
        problems.add(ProblemKind::BadDate, written.span(), "this is no day", advice);
    }
    day
}
