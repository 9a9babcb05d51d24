//! Markdown: for a note, a ticket or a page; a heading and a table for each finding.

use std::io::{self, Write};

use super::index::Index;
use super::marked::{Stretch, stretches};
use super::rows::{Row, rows};
use super::{Options, Report, asserted, marks, names, table, text};
use crate::verdict::{Finding, Verdict};

/// Columns of an excerpt, and of the words of a figure or quotation.
const EXCERPT: usize = 200;
const FIGURE: usize = 90;

/// Writes the findings of a report and the closing count.
pub fn write_report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let shown =
        |finding: &&Finding| options.all && !index.is_lone_quotation(finding) || finding.verdict != Verdict::Single;
    for finding in report.findings.iter().filter(shown) {
        write_finding(finding, &index, out)?;
    }
    let unwrapped = Options { width: usize::from(u16::MAX), ..*options };
    for line in table::summary(report, &unwrapped).lines() {
        writeln!(out, "- {}", escaped(line))?;
    }
    Ok(())
}

fn write_finding(finding: &Finding, index: &Index<'_>, out: &mut dyn Write) -> io::Result<()> {
    let verdict = names::verdict(finding.verdict);
    writeln!(out, "## {verdict} {}: {}\n", names::class(finding.class), escaped(&finding.subject))?;
    let range = asserted::span(finding, index);
    let range = range.map(|range| format!("**{}**, ", escaped(&range))).unwrap_or_default();
    writeln!(out, "{range}independent sources: {}, finding `{}`\n", finding.sources, finding.id)?;
    for mark in marks::lines(&index.mark(finding)) {
        writeln!(out, "{}\n", escaped(&mark))?;
    }
    if let Some(course) = asserted::course(finding, index) {
        writeln!(out, "{}\n", escaped(&course))?;
    }
    writeln!(out, "| figure | who says so | in which words | where |\n|---|---|---|---|")?;
    for row in rows(finding, index) {
        writeln!(
            out,
            "| {} | {} | {} | {} |",
            figure_cell(&row, finding),
            who(&row),
            words(&row, finding),
            places(&row)
        )?;
    }
    writeln!(out)?;
    for reason in &finding.reasons {
        writeln!(out, "- {}: {}", names::class(reason.code), escaped(&reason.text))?;
    }
    writeln!(out)
}

fn figure_cell(row: &Row<'_>, finding: &Finding) -> String {
    let Some(voice) = row.voices.first() else { return String::new() };
    match stretches(voice.claim, finding, FIGURE) {
        Some(stretches) => marked(&stretches),
        None => format!("**{}**", escaped(&text::clip(&voice.claim.text, FIGURE))),
    }
}

/// Words with those in bold that differ.
fn marked(stretches: &[Stretch]) -> String {
    let one = |stretch: &Stretch| {
        let bold = if stretch.differs { "**" } else { "" };
        format!("{bold}{}{bold}", inside(&stretch.words))
    };
    stretches.iter().map(one).collect()
}

fn who(row: &Row<'_>) -> String {
    let named = |voice: &super::rows::Voice<'_>| {
        let day = voice.day().map(|day| format!(" ({day})")).unwrap_or_default();
        let said = row.speaker_of(voice).map(|words| format!(", {}", escaped(&words))).unwrap_or_default();
        format!("{}{day}{said}", escaped(&voice.outlet()))
    };
    row.outlets().iter().map(named).collect::<Vec<_>>().join("; ")
}

fn words(row: &Row<'_>, finding: &Finding) -> String {
    let Some(voice) = row.voices.first() else { return String::new() };
    let cut = text::excerpt(&voice.claim.sentence, voice.claim.at, &voice.claim.text, EXCERPT);
    let figure = match stretches(voice.claim, finding, EXCERPT) {
        _ if cut.figure.is_empty() => String::new(),
        Some(stretches) => marked(&stretches),
        None => format!("**{}**", escaped(&cut.figure)),
    };
    format!("{}{figure}{}", inside(&cut.before), inside(&cut.after))
}

fn places(row: &Row<'_>) -> String {
    row.voices
        .iter()
        .map(|voice| format!("`{}`", voice.place().replace('`', "'").replace('|', "\\|")))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Escaped words from inside a text: `escaped` tidies the ends, so the blanks that stood there are put back.
fn inside(words: &str) -> String {
    let blank = |stands: bool| if stands { " " } else { "" };
    let middle = escaped(words);
    let (before, after) = (words.starts_with(' '), words.ends_with(' ') && !middle.is_empty());
    format!("{}{middle}{}", blank(before), blank(after))
}

/// Stands after an `@`, unseen: without it a handle that an article quotes calls up whoever has that name where it is posted.
const JOINER: char = '\u{2060}';

/// Words of an article with everything that Markdown or HTML would read as more than words made plain.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in text::clean(words).chars() {
        if escaped.ends_with('@') && c.is_alphanumeric() {
            escaped.push(JOINER);
        }
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
