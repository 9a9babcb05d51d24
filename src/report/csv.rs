//! CSV: one row a claim of a finding, for a spreadsheet.

use std::io::{self, Write};

use super::index::Index;
use super::rows::{Voice, said_by};
use super::{Report, names, text};
use crate::claim::{Claim, Value};
use crate::history::Change;
use crate::value::Number;
use crate::verdict::Finding;

const COLUMNS: [&str; 23] = [
    "finding",
    "verdict",
    "class",
    "rule",
    "subject",
    "figure",
    "low",
    "high",
    "unit",
    "source",
    "published",
    "as_of",
    "said_by",
    "article",
    "line",
    "claim",
    "sentence",
    "reason",
    "fingerprint",
    "decision",
    "decided_by",
    "standing",
    "change",
];

/// Writes the findings of a report, single sources included, in its order.
pub fn write_report(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(COLUMNS)?;
    for finding in &report.findings {
        for claim in index.claims_of(finding) {
            csv.write_record(row(finding, claim, &index))?;
        }
    }
    csv.flush()
}

fn row(finding: &Finding, claim: &Claim, index: &Index<'_>) -> [String; 23] {
    let mark = index.mark(finding);
    let ruling = mark.ruling;
    let voice = Voice { claim, article: index.article(claim) };
    let published = voice.article.and_then(crate::claim::ArticleRecord::day).map(|(day, _)| day.to_string());
    let as_of = claim.scope.as_of.as_ref().map(|as_of| as_of.value.to_string());
    let (low, high, unit) = ends(claim);
    [
        finding.id.to_string(),
        names::verdict(finding.verdict).to_owned(),
        names::class(finding.class).to_owned(),
        finding.rule.to_string(),
        safe(&finding.subject),
        safe(&claim.text),
        low,
        high,
        unit,
        safe(&voice.outlet()),
        published.unwrap_or_default(),
        as_of.unwrap_or_default(),
        safe(&said_by(claim).unwrap_or_default()),
        safe(&claim.article),
        claim.location.line.to_string(),
        claim.id.to_string(),
        safe(&claim.sentence),
        safe(finding.reasons.first().map_or("", |reason| &reason.text)),
        mark.matter.map_or_else(String::new, |matter| matter.fingerprint().to_string()),
        ruling.map_or("", |ruling| ruling.decision.word.name()).to_owned(),
        ruling.map_or_else(String::new, |ruling| safe(&ruling.decision.by)),
        ruling.map_or("", |ruling| ruling.standing.name()).to_owned(),
        mark.change.map_or("", Change::name).to_owned(),
    ]
}

/// What the claim asserts, canonical: both ends and the unit; a date or words stand in the first.
fn ends(claim: &Claim) -> (String, String, String) {
    let shown = |end: Option<Number>| end.map(|end| end.to_string()).unwrap_or_default();
    match &claim.value {
        Value::Quantity(q) => (shown(q.low), shown(q.high), q.unit.name().to_owned()),
        Value::Date(date, _) => (date.map(|date| date.to_string()).unwrap_or_default(), String::new(), String::new()),
        Value::Tally(tally) => (tally.to_string(), String::new(), String::new()),
        Value::Text(words) => (safe(words), String::new(), String::new()),
    }
}

/// Words of an article on one line. What a spreadsheet would take for a formula is led by an apostrophe.
fn safe(words: &str) -> String {
    let words = text::clean(words);
    if words.starts_with(['=', '+', '-', '@']) { format!("'{words}") } else { words }
}
