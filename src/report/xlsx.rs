//! A workbook: sheets of findings, claims, articles, and what was not checked. Words are written as words, never as formulas.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::cells::{self, Cell};
use super::index::Index;
use super::{Report, names};
use crate::article::{Dated, Skipped};
use crate::claim::{ArticleRecord, Claim, Extract, NotClaimed};
use crate::verdict::Finding;

/// The most characters that a cell holds.
const LONGEST: usize = 32_000;
/// Whole numbers beyond it would lose digits; they are written as words.
const EXACT: f64 = 1e15;

/// A column's heading and its width in characters.
type Column = (&'static str, f64);

const FINDINGS: [Column; 18] = [
    ("finding", 18.0),
    ("verdict", 11.0),
    ("class", 7.0),
    ("meaning", 34.0),
    ("rule", 20.0),
    ("subject", 60.0),
    ("low", 14.0),
    ("best", 14.0),
    ("high", 14.0),
    ("unit", 12.0),
    ("independent sources", 11.0),
    ("story", 16.0),
    ("reasons", 90.0),
    ("fingerprint", 18.0),
    ("decision", 11.0),
    ("decided_by", 18.0),
    ("standing", 10.0),
    ("change", 10.0),
];
const ARTICLES: [Column; 11] = [
    ("article", 40.0),
    ("source", 24.0),
    ("title", 60.0),
    ("published", 12.0),
    ("published from", 14.0),
    ("modified", 12.0),
    ("language", 9.0),
    ("story", 16.0),
    ("url", 40.0),
    ("repeats", 40.0),
    ("claims", 8.0),
];
const NOT_CHECKED: [Column; 6] =
    [("what", 26.0), ("article", 40.0), ("line", 7.0), ("words", 40.0), ("rule", 20.0), ("why", 80.0)];

/// Writes a report.
pub fn write_report(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let head: Vec<&str> =
        cells::OF_FINDING.iter().chain(&cells::OF_CLAIM).chain(&["reason"]).chain(&cells::OF_MARK).copied().collect();
    let repeats = |extract: &Extract| index.copy_group(&extract.article.id).filter(|id| **id != *extract.article.id);
    let mut book = Book::new()?;
    book.sheet("Findings", &FINDINGS, report.findings.iter().map(|found| finding(found, &index)))?;
    book.sheet("Claims", &widths(&head), cells::of_report(report, &index))?;
    book.sheet("Articles", &ARTICLES, report.extracts.iter().map(|extract| article(extract, repeats(extract))))?;
    book.sheet("Not checked", &NOT_CHECKED, not_checked(report, &index).into_iter())?;
    book.write(out)
}

/// Writes claims and articles alone.
pub fn write_extracts(extracts: &[Extract], out: &mut dyn Write) -> io::Result<()> {
    let head: Vec<&str> = ["rule"].iter().chain(&cells::OF_CLAIM).copied().collect();
    let row = |claim: &Claim, article: &ArticleRecord| {
        let rule = Cell::Name(claim.rule.to_string());
        std::iter::once(rule).chain(cells::of_claim(claim, Some(article))).collect()
    };
    let claims = extracts.iter().flat_map(|extract| extract.claims.iter().map(|claim| row(claim, &extract.article)));
    let mut book = Book::new()?;
    book.sheet("Claims", &widths(&head), claims)?;
    book.sheet("Articles", &ARTICLES, extracts.iter().map(|extract| article(extract, None)))?;
    book.sheet("Not checked", &NOT_CHECKED, extracts.iter().flat_map(unclaimed))?;
    book.write(out)
}

struct Book {
    sheets: Workbook,
    head: Format,
    /// Keeps what looks like a formula from becoming one when the cell is edited: the apostrophe that a spreadsheet hides.
    quoted: Format,
}

impl Book {
    fn new() -> io::Result<Self> {
        let mut sheets = Workbook::new();
        // The day of the run would make each run's bytes its own.
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(failed)?;
        sheets.set_properties(&DocProperties::new().set_creation_datetime(&created));
        Ok(Self { sheets, head: Format::new().set_bold(), quoted: Format::new().set_quote_prefix() })
    }

    /// A sheet with a heading that stays in sight and filters over its columns.
    fn sheet(&mut self, name: &str, columns: &[Column], rows: impl Iterator<Item = Vec<Cell>>) -> io::Result<()> {
        let sheet = self.sheets.add_worksheet().set_name(name).map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        for (at, (heading, width)) in (0_u16..).zip(columns) {
            sheet
                .set_column_width(at, *width)
                .and_then(|sheet| sheet.write_string_with_format(0, at, *heading, &self.head))
                .map_err(failed)?;
        }
        let mut last = 0;
        for (line, row) in (1_u32..).zip(rows) {
            for (at, cell) in (0_u16..).zip(row) {
                write(sheet, (line, at), cell, &self.quoted).map_err(failed)?;
            }
            last = line;
        }
        let end = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, last, end).map(|_| ()).map_err(failed)
    }

    fn write(mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&self.sheets.save_to_buffer().map_err(failed)?)
    }
}

fn write(sheet: &mut Worksheet, (line, at): (u32, u16), cell: Cell, quoted: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(number) if number.to_f64().abs() < EXACT => sheet.write_number(line, at, number.to_f64()),
        Cell::Number(number) => sheet.write_string(line, at, number.to_string()),
        Cell::Name(words) | Cell::Words(words) if words.is_empty() => return Ok(()),
        Cell::Words(words) if cells::is_formula(&words) => {
            sheet.write_string_with_format(line, at, clipped(words), quoted)
        }
        Cell::Name(words) | Cell::Words(words) => sheet.write_string(line, at, clipped(words)),
    }
    .map(|_| ())
}

/// What a cell can hold; `…` says that more was there.
fn clipped(words: String) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::RowColumnLimitError => {
            io::Error::other("a sheet holds 1,048,575 rows, and there are more; take --format csv")
        }
        other => io::Error::other(other),
    }
}

/// Columns of claims with their widths.
fn widths(head: &[&'static str]) -> Vec<Column> {
    let width = |name: &str| match name {
        "sentence" | "reason" => 90.0,
        "subject" => 50.0,
        "article" | "figure" => 30.0,
        "source" | "said_by" | "rule" => 22.0,
        "finding" | "claim" => 18.0,
        "line" | "class" => 7.0,
        _ => 12.0,
    };
    head.iter().map(|name| (*name, width(name))).collect()
}

fn finding(finding: &Finding, index: &Index<'_>) -> Vec<Cell> {
    let reasons: Vec<String> =
        finding.reasons.iter().map(|reason| format!("{}: {}", names::class(reason.code), reason.text)).collect();
    let row = [
        Cell::Name(finding.id.to_string()),
        Cell::Name(names::verdict(finding.verdict).to_owned()),
        Cell::Name(names::class(finding.class).to_owned()),
        Cell::Name(names::class_meaning(finding.class).to_owned()),
        Cell::Name(finding.rule.to_string()),
        Cell::words(&finding.subject),
        Cell::number(finding.low),
        Cell::number(finding.best),
        Cell::number(finding.high),
        Cell::words(finding.unit.as_ref().map_or("", crate::value::Unit::name)),
        Cell::count(finding.sources),
        Cell::words(finding.story.as_deref().unwrap_or_default()),
        Cell::words(&reasons.join(" · ")),
    ];
    row.into_iter().chain(cells::of_mark(&index.mark(finding))).collect()
}

fn article(extract: &Extract, repeats: Option<&str>) -> Vec<Cell> {
    let article = &extract.article;
    let words = |words: Option<&str>| Cell::words(words.unwrap_or_default());
    let day =
        |dated: &Option<Dated>| Cell::Name(dated.as_ref().map(|dated| dated.value.to_string()).unwrap_or_default());
    let from = article.published.as_ref().map_or("", |dated| names::origin(dated.from));
    vec![
        Cell::words(&article.id),
        words(article.source.as_ref().map(|source| source.value.as_str())),
        words(article.title.as_ref().map(|title| title.value.as_str())),
        day(&article.published),
        Cell::Name(from.to_owned()),
        day(&article.modified),
        words(article.language.as_ref().map(|language| language.value.as_str())),
        words(article.story.as_deref()),
        words(article.url.as_deref()),
        words(repeats),
        Cell::count(extract.claims.len()),
    ]
}

fn not_checked(report: &Report, index: &Index<'_>) -> Vec<Vec<Cell>> {
    let unread = |skipped: &Skipped| line("source not read", &skipped.what, None, "", "", &skipped.reason);
    let near = |(a, b, why): &(String, String, String)| {
        let claims = [a, b].map(|id| index.claim(id));
        let words: Vec<&str> = claims.iter().flatten().map(|claim| claim.text.as_str()).collect();
        let first = claims[0];
        let (article, rule) = first.map_or(("", ""), |claim| (&*claim.article, &*claim.rule));
        line("nearly compared", article, first.map(|claim| claim.location.line), &words.join(" / "), rule, why)
    };
    let passed = |(kind, count): (&String, &usize)| {
        line("files no article by name", kind, None, "", "", &format!("{count} of them"))
    };
    (report.extracts.iter().flat_map(unclaimed))
        .chain(report.near_misses.iter().map(near))
        .chain(report.skipped.iter().map(unread))
        .chain(report.passed_over.iter().map(passed))
        .collect()
}

/// The figures of an article that no rule claimed, then the matches that were refused.
fn unclaimed(extract: &Extract) -> impl Iterator<Item = Vec<Cell>> {
    let row = |what: &'static str| {
        move |found: &NotClaimed| {
            let rule = found.rule.as_deref().unwrap_or_default();
            line(what, &extract.article.id, Some(found.location.line), &found.text, rule, &found.reason)
        }
    };
    extract
        .unclaimed
        .iter()
        .map(row("figure that no rule claimed"))
        .chain(extract.skipped.iter().map(row("outside a rule's limits")))
}

fn line(what: &str, article: &str, line: Option<usize>, words: &str, rule: &str, why: &str) -> Vec<Cell> {
    vec![
        Cell::Name(what.to_owned()),
        Cell::words(article),
        line.map_or_else(Cell::none, Cell::count),
        Cell::words(words),
        Cell::Name(rule.to_owned()),
        Cell::words(why),
    ]
}
