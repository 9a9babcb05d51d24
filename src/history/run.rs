//! A run as its JSON tells it: the findings, each with its matter.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::Deserialize;
use thiserror::Error;

use crate::matter::Matter;
use crate::verdict::{Class, Finding, Verdict};

/// A finding of a run.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The class: "D1".
    pub class: String,
    /// What it is about, for people.
    pub subject: String,
    /// What it is about, for comparison.
    pub matter: Matter,
}

/// The findings of a run, in its order.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// The findings.
    pub findings: Vec<Entry>,
}

/// Why a run could not be read.
#[derive(Debug, Error)]
pub enum RunError {
    /// The file itself.
    #[error("cannot read the run `{path}`: {cause}; check the path")]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// What stands in it.
    #[error("`{path}` is no run: {problem}; give what `check --format json` wrote")]
    Wrong {
        /// As given.
        path: String,
        /// What is wrong.
        problem: String,
    },
}

#[derive(Deserialize)]
struct Written {
    version: u32,
    findings: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    id: String,
    verdict: String,
    class: String,
    fingerprint: String,
    subject: String,
    matter: Matter,
}

impl Run {
    /// Reads the findings of a run from the JSON of `check`.
    pub fn read(path: &Path) -> Result<Self, RunError> {
        let shown = path.display().to_string();
        let file = File::open(path).map_err(|cause| RunError::Unreadable { path: shown.clone(), cause })?;
        let wrong = |problem: String| RunError::Wrong { path: shown.clone(), problem };
        let written: Written =
            serde_json::from_reader(BufReader::new(file)).map_err(|error| wrong(error.to_string()))?;
        if written.version != 1 {
            return Err(wrong(format!("its form is of version {}, and this program reads version 1", written.version)));
        }
        let findings = written.findings.into_iter().map(entry).collect::<Result<_, _>>().map_err(wrong)?;
        Ok(Self { findings })
    }

    /// What this run found. `class` names classes.
    pub fn of(findings: &[Finding], matters: &[Matter], class: impl Fn(Class) -> &'static str) -> Self {
        let entry = |(finding, matter): (&Finding, &Matter)| Entry {
            id: finding.id.to_string(),
            fingerprint: matter.fingerprint().to_string(),
            verdict: finding.verdict,
            class: class(finding.class).to_owned(),
            subject: finding.subject.clone(),
            matter: matter.clone(),
        };
        Self { findings: findings.iter().zip(matters).map(entry).collect() }
    }
}

fn entry(found: Found) -> Result<Entry, String> {
    let verdict = Verdict::named(&found.verdict).ok_or_else(|| format!("`{}` is no verdict", found.verdict))?;
    let Found { id, class, fingerprint, subject, matter, .. } = found;
    Ok(Entry { id, fingerprint, verdict, class, subject, matter })
}
