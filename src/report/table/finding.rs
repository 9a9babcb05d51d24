//! One finding: its head, a row for each figure and speaker, and the reasons.

use std::io::{self, Write};

use super::grid::{self, Columns};
use crate::report::index::Index;
use crate::report::rows::{Row, Voice, rows, shortened, speaker};
use crate::report::style::{Ink, mark, paint};
use crate::report::{Options, figure, names, text};
use crate::verdict::{Finding, NotCompared, Verdict};

/// Outlets named in one row before the rest is counted.
const OUTLETS: usize = 2;
/// Reasons of one code that are told before the rest is counted.
const LIKE: usize = 2;
/// Columns of a short id: enough to tell apart and to type.
const ID: usize = 8;

/// Whether a finding takes two lines rather than a block: what agrees, and what stands alone.
pub(super) fn is_compact(finding: &Finding, options: &Options) -> bool {
    finding.verdict == Verdict::Single || (finding.verdict == Verdict::Agree && !options.all)
}

/// Writes a finding as a block, or in two lines.
pub(super) fn write(finding: &Finding, index: &Index<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let rows = rows(finding, index);
    let mut block = head(finding, options.width);
    if is_compact(finding, options) {
        block.push_str(&in_brief(&rows, options.width));
    } else {
        block.push_str(&table(&rows, grid::columns(options.width)));
        block.push_str(&reasons(finding, options.width));
        block.push_str(&not_compared(finding, index, options));
        block.push('\n');
    }
    out.write_all(paint(&block, Some(finding.verdict), options.colour).as_bytes())
}

/// Two lines: the verdict and what it is about; the range, the number of sources and the id.
fn head(finding: &Finding, width: usize) -> String {
    let verdict = format!("{} {}", names::verdict(finding.verdict).to_uppercase(), names::class(finding.class));
    let subject = indented(&text::clean(&finding.subject), text::width(&verdict) + 2, 4, width, Some(Ink::Strong));
    let measure = indented(&measure(finding), 4, 4, width, None);
    format!("{}  {subject}    {measure}", mark(Ink::Verdict, &verdict))
}

fn measure(finding: &Finding) -> String {
    let range = figure::range(finding.low, finding.high, finding.unit.as_ref());
    let best = finding.best.map(|best| format!("taken: {}", figure::one(best, finding.unit.as_ref())));
    let sources = match finding.sources {
        1 => "1 source".to_owned(),
        n => format!("{n} independent sources"),
    };
    let id = mark(Ink::Faint, &format!("finding {}", short(&finding.id)));
    let parts = [range.map(|range| mark(Ink::Verdict, &range)), best, Some(sources), Some(id)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The start of an id.
pub(super) fn short(id: &str) -> &str {
    id.char_indices().nth(ID).map_or(id, |(end, _)| &id[..end])
}

/// Wrapped text whose first line begins after `first` columns and whose other lines hang by `hang`.
fn indented(words: &str, first: usize, hang: usize, width: usize, ink: Option<Ink>) -> String {
    let filler = "\u{a0}".repeat(first.saturating_sub(hang));
    let lines = text::wrap(&format!("{filler}{words}"), width.saturating_sub(hang).max(20));
    let ink = |line: &str| ink.map_or_else(|| line.to_owned(), |ink| mark(ink, line));
    let first = lines.iter().take(1).map(|line| ink(line.trim_start_matches('\u{a0}')) + "\n");
    let others = lines.iter().skip(1).map(|line| " ".repeat(hang) + &ink(line) + "\n");
    first.chain(others).collect()
}

fn table(rows: &[Row<'_>], columns: Columns) -> String {
    let cells = |row| [figure_cell(row), who_cell(row, columns), words_cell(row, columns)];
    grid::table(rows.iter().map(cells), columns)
}

fn figure_cell(row: &Row<'_>) -> String {
    let written = row.voices.first().map_or("", |voice| &voice.claim.text);
    mark(Ink::Figure, &text::clip(&text::clean(written), 90))
}

/// Who says it, of when, and on whose word; then how many more.
fn who_cell(row: &Row<'_>, columns: Columns) -> String {
    let outlets = row.outlets();
    let mut lines = Vec::new();
    for voice in outlets.iter().take(OUTLETS) {
        lines.push(mark(Ink::Strong, &voice.outlet()));
        lines.extend(voice.day());
    }
    let said = row.voices.first().and_then(|voice| speaker(voice.claim)).map(|(_, said)| text::clean(said));
    lines.extend(said.map(|said| text::clip(&said, columns.who * 2)));
    lines.extend(more(outlets.len().saturating_sub(OUTLETS), "outlet"));
    lines.join("\n")
}

fn more(count: usize, what: &str) -> Option<String> {
    let ending = if count == 1 { "" } else { "s" };
    (count > 0).then(|| mark(Ink::Faint, &format!("+{count} more {what}{ending}")))
}

/// The words around the figure, and where they stand.
fn words_cell(row: &Row<'_>, columns: Columns) -> String {
    let Some(first) = row.voices.first() else { return String::new() };
    let shown = row.outlets();
    let place = |voice: &Voice<'_>| mark(Ink::Faint, &shortened(&voice.place(), columns.words));
    let mut lines = vec![quoted(first, columns), place(first)];
    let others = shown.iter().take(OUTLETS).skip(1);
    lines.extend(others.map(place));
    let repeats = row.voices.len() - shown.len();
    lines.extend(more(repeats, "place"));
    lines.join("\n")
}

fn quoted(voice: &Voice<'_>, columns: Columns) -> String {
    let room = (columns.words * 3).clamp(100, 210);
    let cut = text::excerpt(&voice.claim.sentence, &voice.claim.text, room);
    format!("{}{}{}", cut.before, mark(Ink::Figure, &cut.figure), cut.after)
}

/// One or two lines: each figure as written, with its outlets.
fn in_brief(rows: &[Row<'_>], width: usize) -> String {
    let brief = |row: &Row<'_>| {
        let written = row.voices.first().map_or(String::new(), |voice| text::clean(&voice.claim.text));
        let outlets: Vec<String> = row.outlets().iter().map(Voice::outlet).collect();
        format!("{}: {}", text::clip(&written, 60), listed(&outlets))
    };
    let brief = rows.iter().map(brief).collect::<Vec<_>>().join(" · ");
    format!("    {}", indented(&brief, 4, 6, width, None))
}

fn listed(outlets: &[String]) -> String {
    let shown = outlets.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
    if outlets.len() > 3 { format!("{shown} +{} more", outlets.len() - 3) } else { shown }
}

fn reasons(finding: &Finding, width: usize) -> String {
    if finding.reasons.is_empty() {
        return reason(names::class(finding.class), names::class_meaning(finding.class), width);
    }
    let mut lines = String::new();
    let mut like_it = 0;
    for (at, each) in finding.reasons.iter().enumerate() {
        let before = finding.reasons[..at].iter().filter(|other| other.code == each.code).count();
        if before < LIKE {
            lines.push_str(&reason(names::class(each.code), &text::clean(&each.text), width));
        } else {
            like_it += 1;
        }
    }
    lines + &more(like_it, "reason").map(|more| format!("      {more}\n")).unwrap_or_default()
}

fn reason(code: &str, sentence: &str, width: usize) -> String {
    format!("  {}  {}", mark(Ink::Verdict, code), indented(sentence, 6, 6, width, None))
}

/// The pairs beside a finding that were not compared, where they were asked for.
fn not_compared(finding: &Finding, index: &Index<'_>, options: &Options) -> String {
    if !(options.all || options.not_compared) {
        return String::new();
    }
    finding.not_compared.iter().map(|pair| not_compared_pair(pair, index, options.width)).collect()
}

fn not_compared_pair(pair: &NotCompared, index: &Index<'_>, width: usize) -> String {
    let [a, b] = pair.claims.each_ref().map(|id| {
        let claim = index.claim(id);
        claim.map_or_else(|| short(id).to_owned(), |claim| text::clip(&text::clean(&claim.text), 40))
    });
    let words = format!("not compared: {a} / {b}: {}", text::clean(&pair.text));
    format!("  {}  {}", mark(Ink::Faint, names::class(pair.class)), indented(&words, 6, 6, width, None))
}
