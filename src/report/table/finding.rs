//! One finding: its head, a row for each figure and speaker, and the reasons.

use std::io::{self, Write};

use super::grid::{self, Columns};
use crate::claim::Value;
use crate::report::index::Index;
use crate::report::marked::{Stretch, stretches};
use crate::report::rows::{Row, Voice, rows, shortened};
use crate::report::style::{Ink, mark, paint};
use crate::report::{Options, asserted, marks, names, text};
use crate::verdict::{Class, Finding, NotCompared, Reason, Verdict};

/// Outlets named in one row before the rest is counted.
const OUTLETS: usize = 2;
/// Pairs that were not compared, told before the rest is counted, where they were not asked for alone.
const APART: usize = 3;
/// Columns of the words of a figure or quotation.
const FIGURE: usize = 90;
/// Columns of a short id: enough to tell apart and to type.
const ID: usize = 8;

/// Whether a finding takes two lines rather than a block: what agrees, and what stands alone.
pub(super) fn is_compact(finding: &Finding, options: &Options) -> bool {
    finding.verdict == Verdict::Single || (finding.verdict == Verdict::Agree && !options.all)
}

/// Writes a finding as a block, or in two lines.
pub(super) fn write(finding: &Finding, index: &Index<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut block = head(finding, index, options.width);
    if is_compact(finding, options) {
        block.push_str(&in_brief(finding, index, options.width));
    } else {
        block.extend(asserted::course(finding, index).map(|course| course_lines(&course, options.width)));
        block.push_str(&table(finding, index, options));
        block.push_str(&reasons(finding, index, options.width));
        block.push_str(&reconciled(finding, index, options.width));
        block.push_str(&not_compared(finding, index, options));
        block.push('\n');
    }
    out.write_all(paint(&block, Some(finding.verdict), options.colour).as_bytes())
}

/// Two lines: the verdict and what it is about; the range, the number of sources and the id.
fn head(finding: &Finding, index: &Index<'_>, width: usize) -> String {
    let verdict = format!("{} {}", names::verdict(finding.verdict).to_uppercase(), names::class(finding.class));
    let subject = indented(&text::clean(&finding.subject), text::width(&verdict) + 2, 4, width, Some(Ink::Strong));
    let measure = indented(&measure(finding, index), 4, 4, width, None);
    let marks = marks::lines(&index.mark(finding)).into_iter();
    let marks: String =
        marks.map(|line| "    ".to_owned() + &indented(&line, 4, 6, width, Some(Ink::Strong))).collect();
    format!("{}  {subject}    {measure}{marks}", mark(Ink::Verdict, &verdict))
}

fn measure(finding: &Finding, index: &Index<'_>) -> String {
    let range = asserted::span(finding, index).map(|range| text::clean(&range));
    let taken = finding.chosen.as_ref().and_then(|chosen| index.claim(chosen.claim.as_deref()?));
    let best = taken.map(|claim| format!("taken: {}", text::clip(&asserted::asserted(claim), 40)));
    let sources = match finding.sources {
        1 => "1 source".to_owned(),
        n => format!("{n} independent sources"),
    };
    let id = mark(Ink::Faint, &format!("finding {}", short(&finding.id)));
    let parts = [range.map(|range| mark(Ink::Verdict, &range)), best, Some(sources), Some(id)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How the figure grew, each step whole.
fn course_lines(course: &str, width: usize) -> String {
    let steps: Vec<String> = course.split(" → ").map(unbroken).collect();
    format!("    {}", indented(&steps.join(" → "), 4, 6, width, None))
}

/// The start of an id.
pub(in crate::report) fn short(id: &str) -> &str {
    id.char_indices().nth(ID).map_or(id, |(end, _)| &id[..end])
}

/// A text that no line break goes through.
fn unbroken(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

/// Wrapped text whose first line begins after `first` columns and whose other lines hang by `hang`.
fn indented(words: &str, first: usize, hang: usize, width: usize, ink: Option<Ink>) -> String {
    let filler = "\u{a0}".repeat(first.saturating_sub(hang));
    let lines = text::wrap(&format!("{filler}{words}"), width.saturating_sub(hang).max(20));
    let ink = |line: &str| {
        let line = line.trim_start_matches('\u{a0}').replace('\u{a0}', " ");
        ink.map_or_else(|| line.clone(), |ink| mark(ink, &line))
    };
    let first = lines.iter().take(1).map(|line| ink(line) + "\n");
    let others = lines.iter().skip(1).map(|line| " ".repeat(hang) + &ink(line) + "\n");
    first.chain(others).collect()
}

fn table(finding: &Finding, index: &Index<'_>, options: &Options) -> String {
    let columns = grid::columns(options.width);
    let cells = |row: &Row<'_>| {
        let [figure, words] = told(row, finding, options, columns);
        [figure, who_cell(row, index, columns), words_cell(row, words, index, columns)]
    };
    grid::table(rows(finding, index).iter().map(cells), columns)
}

/// The figure of a row, and the sentence around it.
fn told(row: &Row<'_>, finding: &Finding, options: &Options, columns: Columns) -> [String; 2] {
    let Some(voice) = row.voices.first() else { return [String::new(), String::new()] };
    let room = (columns.words * 3).clamp(100, 210);
    let cut = text::excerpt(&voice.claim.sentence, voice.claim.at, &voice.claim.text, room);
    let figure = |plain: String, columns: usize| match stretches(voice.claim, finding, columns) {
        Some(stretches) => marked(&stretches, options.colour),
        None => mark(Ink::Figure, &plain),
    };
    let stands = if cut.figure.is_empty() { String::new() } else { figure(cut.figure, room) };
    let written = text::clip(&text::clean(&voice.claim.text), FIGURE);
    [figure(written, FIGURE), format!("{}{stands}{}", cut.before, cut.after)]
}

/// Words with those marked that differ: underlined, or between asterisks where there is no colour. (Brackets would read as
/// words that an editor put into the quotation.)
fn marked(stretches: &[Stretch], colour: bool) -> String {
    let one = |stretch: &Stretch| match (stretch.differs, colour) {
        (true, true) => mark(Ink::Differs, &stretch.words),
        (true, false) => format!("*{}*", stretch.words),
        (false, _) => mark(Ink::Figure, &stretch.words),
    };
    stretches.iter().map(one).collect()
}

/// Who says it, of when, and on whose word; then how many more.
fn who_cell(row: &Row<'_>, index: &Index<'_>, columns: Columns) -> String {
    let outlets = row.outlets();
    let mut lines = Vec::new();
    for voice in outlets.iter().take(OUTLETS) {
        let outlet = voice.outlet();
        let times = Some(row.times(&outlet)).filter(|&times| times > 1).map(|times| format!(" ×{times}"));
        lines.push(mark(Ink::Strong, &outlet) + &times.unwrap_or_default());
        lines.extend(index.is_draft(voice.claim).then(|| mark(Ink::Faint, "the draft")));
        lines.extend(voice.day());
        lines.extend(row.speaker_of(voice).map(|said| text::clip(&said, columns.who * 2)));
    }
    lines.extend(more(outlets.len().saturating_sub(OUTLETS), "outlet"));
    lines.join("\n")
}

fn more(count: usize, what: &str) -> Option<String> {
    let ending = if count == 1 { "" } else { "s" };
    (count > 0).then(|| mark(Ink::Faint, &format!("+{count} more {what}{ending}")))
}

/// The words around the figure, and where they stand.
fn words_cell(row: &Row<'_>, words: String, index: &Index<'_>, columns: Columns) -> String {
    let Some(first) = row.voices.first() else { return words };
    let shown = row.outlets();
    let place = |voice: &Voice<'_>| mark(Ink::Faint, &shortened(index.short_name(&voice.place()), columns.words));
    let mut lines = vec![words, place(first)];
    let others = shown.iter().take(OUTLETS).skip(1);
    lines.extend(others.map(place));
    lines.join("\n")
}

/// One or two lines: each figure as written, with its outlets.
fn in_brief(finding: &Finding, index: &Index<'_>, width: usize) -> String {
    let brief = |side: &asserted::Side<'_>| {
        format!("{}: {}", text::clip(&text::clean(&side.claim.text), 60), listed(&side.outlets))
    };
    let brief = asserted::sides(finding, index).iter().map(brief).collect::<Vec<_>>().join(" · ");
    format!("    {}", indented(&brief, 4, 6, width, None))
}

fn listed(outlets: &[String]) -> String {
    let shown = outlets.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
    if outlets.len() > 3 { format!("{shown} +{} more", outlets.len() - 3) } else { shown }
}

/// The reasons, those of one class in one.
fn reasons(finding: &Finding, index: &Index<'_>, width: usize) -> String {
    if finding.reasons.is_empty() {
        return reason(names::class(finding.class), names::class_meaning(finding.class), width);
    }
    let mut classes: Vec<Class> = Vec::new();
    classes.extend(finding.reasons.iter().map(|reason| reason.code));
    classes.dedup();
    let told = |&class: &Class| {
        let like: Vec<&Reason> = finding.reasons.iter().filter(|reason| reason.code == class).collect();
        reason(names::class(class), &grounds(class, &like, finding, index), width)
    };
    classes.iter().map(told).collect()
}

/// What a policy took, and what it left out, by why.
fn reconciled(finding: &Finding, index: &Index<'_>, width: usize) -> String {
    let Some(chosen) = finding.chosen.as_ref().filter(|chosen| chosen.policy != "report") else { return String::new() };
    let taken = match (&chosen.claim, chosen.policy) {
        (Some(id), _) => format!("takes {}", named(id, index)),
        (None, "min-max") => "keeps the lowest and the highest".to_owned(),
        (None, _) => "takes none".to_owned(),
    };
    let mut whys: Vec<(&str, Vec<String>)> = Vec::new();
    for (id, why) in &chosen.dropped {
        let name = named(id, index);
        match whys.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) if names.iter().any(|known| known.eq_ignore_ascii_case(&name)) => {}
            Some((_, names)) => names.push(name),
            None => whys.push((why, vec![name])),
        }
    }
    let left = whys.iter().map(|(why, names)| format!("left out as {why}: {}", listed(names)));
    let parts: Vec<String> = std::iter::once(taken).chain(left).collect();
    let words = format!("{}: {}", chosen.policy, parts.join("; "));
    format!("  {}  {}", mark(Ink::Faint, "→ "), indented(&words, 6, 6, width, None))
}

/// A claim by its figure and outlet.
fn named(id: &str, index: &Index<'_>) -> String {
    let Some(claim) = index.claim(id) else { return short(id).to_owned() };
    let outlet = Voice { claim, article: index.article(claim) }.outlet();
    format!("{} ({outlet})", unbroken(&format!("“{}”", text::clip(&text::clean(&claim.text), 40))))
}

/// One sentence for all reasons of a class: the sides where they exclude each other, else the first and how many more.
pub(in crate::report) fn grounds(class: Class, reasons: &[&Reason], finding: &Finding, index: &Index<'_>) -> String {
    let first = reasons.first().map_or_else(String::new, |reason| text::clean(&reason.text));
    match (class, reasons.len()) {
        (_, ..=1) => first,
        // What words exclude each other, and why, only the sentence of a pair says; the rows say who stands on which side.
        (Class::D5, n) if of_words(finding, index) => counted(&first, n),
        (Class::D1 | Class::D5, _) => {
            let side = |side: &asserted::Side<'_>| format!("{} ({})", unbroken(&side.asserted), listed(&side.outlets));
            let sides: Vec<String> = asserted::sides(finding, index).iter().map(side).collect();
            format!("cannot all be right: {}", sides.join(" · "))
        }
        (_, n) => counted(&first, n),
    }
}

/// Whether a finding is about words rather than figures or days.
fn of_words(finding: &Finding, index: &Index<'_>) -> bool {
    index.claims_of(finding).next().is_some_and(|claim| matches!(claim.value, Value::Text(_)))
}

fn counted(first: &str, pairs: usize) -> String {
    match pairs {
        2 => format!("{first} (and 1 pair more)"),
        n => format!("{first} (and {} pairs more)", n.saturating_sub(1)),
    }
}

fn reason(code: &str, sentence: &str, width: usize) -> String {
    format!("  {}  {}", mark(Ink::Verdict, code), indented(sentence, 6, 6, width, None))
}

/// The pairs beside a finding that were not compared, where they were asked for.
fn not_compared(finding: &Finding, index: &Index<'_>, options: &Options) -> String {
    if !(options.all || options.not_compared) {
        return String::new();
    }
    let most = if options.not_compared { usize::MAX } else { APART };
    let shown = finding.not_compared.iter().take(most).map(|pair| not_compared_pair(pair, index, options.width));
    let rest = more(finding.not_compared.len().saturating_sub(most), "pair");
    shown.chain(rest.map(|rest| format!("      {rest} not compared\n"))).collect()
}

fn not_compared_pair(pair: &NotCompared, index: &Index<'_>, width: usize) -> String {
    let [a, b] = pair.claims.each_ref().map(|id| {
        let claim = index.claim(id);
        claim.map_or_else(|| short(id).to_owned(), |claim| text::clip(&text::clean(&claim.text), 40))
    });
    let words = format!("not compared: {a} / {b}: {}", text::clean(&pair.text));
    format!("  {}  {}", mark(Ink::Faint, names::class(pair.class)), indented(&words, 6, 6, width, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differing_words_are_marked_with_colour_and_without() {
        let stretch = |words: &str, differs| Stretch { words: words.to_owned(), differs };
        let quotation = [stretch("We shall ", false), stretch("never sell", true)];
        assert_eq!(paint(&marked(&quotation, false), None, false), "We shall *never sell*");
        let painted = paint(&marked(&quotation[1..], true), None, true);
        assert_eq!(painted, "\u{1b}[1m\u{1b}[4mnever\u{1b}[0m \u{1b}[1m\u{1b}[4msell\u{1b}[0m");
    }
}
