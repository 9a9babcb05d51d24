//! Claims as rows of cells, for tables that other programs open: what is a number stays one.

use rustc_hash::FxHashSet;

use super::index::{Index, Mark};
use super::rows::{Voice, said_by};
use super::{Report, names, text};
use crate::claim::{ArticleRecord, Claim, Value};
use crate::history::Change;
use crate::value::Number;
use crate::verdict::Finding;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Words of the program's own, which no article can choose.
    Name(String),
    /// Words of an article, or of whoever described it: whatever they begin with, they are no formula.
    Words(String),
    /// A number.
    Number(Number),
}

/// The columns that tell the finding of a claim; the claim's own follow.
pub(super) const OF_FINDING: [&str; 5] = ["finding", "verdict", "class", "rule", "subject"];
/// The columns of a claim.
pub(super) const OF_CLAIM: [&str; 12] = [
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
];

/// The columns that tell what is known of a finding from before.
pub(super) const OF_MARK: [&str; 5] = ["fingerprint", "decision", "decided_by", "standing", "change"];

impl Cell {
    /// An empty cell.
    pub(super) fn none() -> Self {
        Self::Name(String::new())
    }

    /// Words made one clean line.
    pub(super) fn words(words: &str) -> Self {
        Self::Words(text::clean(words))
    }

    pub(super) fn number(number: Option<Number>) -> Self {
        number.map_or_else(Self::none, Self::Number)
    }

    pub(super) fn count(count: usize) -> Self {
        Self::Number(Number::whole(i64::try_from(count).unwrap_or(i64::MAX)))
    }
}

/// Every claim: those of each finding with it, then those that stand in none.
pub(super) fn of_report<'a>(report: &'a Report, index: &'a Index<'a>) -> impl Iterator<Item = Vec<Cell>> + 'a {
    let told: FxHashSet<&str> =
        report.findings.iter().flat_map(|finding| finding.claims.iter().map(AsRef::as_ref)).collect();
    let compared = report
        .findings
        .iter()
        .flat_map(move |finding| index.claims_of(finding).map(move |claim| compared(finding, claim, index)));
    let claims = report.extracts.iter().flat_map(|extract| &extract.claims);
    let alone = claims.filter(move |claim| !told.contains(&*claim.id)).map(|claim| alone(claim, index));
    compared.chain(alone)
}

fn compared(finding: &Finding, claim: &Claim, index: &Index<'_>) -> Vec<Cell> {
    let reason = finding.reasons.first().map_or("", |reason| &reason.text);
    let mut row = vec![
        Cell::Name(finding.id.to_string()),
        Cell::Name(names::verdict(finding.verdict).to_owned()),
        Cell::Name(names::class(finding.class).to_owned()),
        Cell::Name(finding.rule.to_string()),
        Cell::words(&finding.subject),
    ];
    row.extend(of_claim(claim, index.article(claim)));
    row.push(Cell::words(reason));
    row.extend(of_mark(&index.mark(finding)));
    row
}

/// A claim that nothing was set against and that is no fact by itself, such as an office that nobody disputes.
fn alone(claim: &Claim, index: &Index<'_>) -> Vec<Cell> {
    let mut row = vec![Cell::none(), Cell::none(), Cell::none(), Cell::Name(claim.rule.to_string()), Cell::none()];
    row.extend(of_claim(claim, index.article(claim)));
    row.push(Cell::none());
    row.extend(of_mark(&Mark::default()));
    row
}

/// What is known of a finding from before.
pub(super) fn of_mark(mark: &Mark<'_>) -> [Cell; 5] {
    let ruling = mark.ruling;
    [
        Cell::Name(mark.matter.map_or_else(String::new, |matter| matter.fingerprint().to_string())),
        Cell::Name(ruling.map_or("", |ruling| ruling.decision.word.name()).to_owned()),
        Cell::words(ruling.map_or("", |ruling| &ruling.decision.by)),
        Cell::Name(ruling.map_or("", |ruling| ruling.standing.name()).to_owned()),
        Cell::Name(mark.change.map_or("", Change::name).to_owned()),
    ]
}

/// A claim alone.
pub(super) fn of_claim(claim: &Claim, article: Option<&ArticleRecord>) -> Vec<Cell> {
    let voice = Voice { claim, article };
    let published = article.and_then(ArticleRecord::day).map(|(day, _)| day.to_string());
    let as_of = claim.scope.as_of.as_ref().map(|as_of| as_of.value.to_string());
    let [low, high, unit] = ends(claim);
    vec![
        Cell::words(&claim.text),
        low,
        high,
        unit,
        Cell::Words(voice.outlet()),
        Cell::Name(published.unwrap_or_default()),
        Cell::Name(as_of.unwrap_or_default()),
        Cell::words(&said_by(claim).unwrap_or_default()),
        Cell::words(&claim.article),
        Cell::count(claim.location.line),
        Cell::Name(claim.id.to_string()),
        Cell::words(&claim.sentence),
    ]
}

/// What the claim asserts, canonical: both ends and the unit; a date or words stand in the first.
fn ends(claim: &Claim) -> [Cell; 3] {
    let first = |cell: Cell| [cell, Cell::none(), Cell::none()];
    match &claim.value {
        Value::Quantity(q) => [Cell::number(q.low), Cell::number(q.high), Cell::words(q.unit.name())],
        Value::Date(date, _) => first(Cell::Name(date.map(|date| date.to_string()).unwrap_or_default())),
        Value::Tally(tally) => first(Cell::Name(tally.to_string())),
        Value::Text(words) => first(Cell::words(words)),
    }
}

/// Whether a spreadsheet may take words for a formula: they begin with one of its signs, wide ones included, and are no number.
pub(super) fn is_formula(words: &str) -> bool {
    words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !is_number(words)
}

/// A sign, digits, at most one point: "-40", "+2.5".
fn is_number(words: &str) -> bool {
    let digits = words.strip_prefix(['-', '+']).unwrap_or(words);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.matches('.').count() < 2
}

#[cfg(test)]
mod tests {
    use super::is_formula;

    #[test]
    fn what_begins_a_formula_is_told_from_a_number() {
        for words in ["=cmd()", "+1-2", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "+44 20 7946", "＝1", "-1.2.3", "=1"]
        {
            assert!(is_formula(words), "{words:?}");
        }
        for words in ["-40", "+2.5", "40", "a=b", "", "1-2", "“=1”"] {
            assert!(!is_formula(words), "{words:?}");
        }
    }
}
