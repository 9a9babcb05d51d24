//! The layout of a file: blanks at the ends of lines, and sections in the order of every other file.

use std::ops::Range;

use super::Subject;
use crate::rule::kind::ProblemKind;
use crate::rule::problem::Fix;
use crate::rule::read::KEYS;

/// Checks the layout of a file.
pub(super) fn check(subject: &mut Subject) {
    trailing_blanks(subject);
    if !subject.broken {
        sections_in_order(subject);
    }
}

fn trailing_blanks(subject: &mut Subject) {
    let text = subject.problems.file.text.clone();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches(['\n', '\r']);
        let kept = words.trim_end_matches([' ', '\t']);
        if kept.len() < words.len() {
            let blanks = start + kept.len()..start + words.len();
            let message = "blanks at the end of the line";
            let mut problem =
                subject.problems.problem(ProblemKind::TrailingBlank, blanks.clone(), message, "remove them");
            let what = "the blanks at the end of the line are gone".to_owned();
            problem.fix = Some(Fix { what, edits: vec![(blanks, String::new())] });
            subject.problems.found.push(problem);
        }
        start += line.len();
    }
}

/// A section with the comments that stand directly before its header.
struct Section {
    range: Range<usize>,
    header: Range<usize>,
    /// The place of its key in the order of the documentation.
    rank: usize,
}

fn sections_in_order(subject: &mut Subject) {
    let text = subject.problems.file.text.clone();
    let sections = sections(&text);
    let misplaced = sections.windows(2).find(|pair| pair[1].rank < pair[0].rank);
    let Some([before, late]) = misplaced else { return };
    let [before, late] = [before, late].map(|section| KEYS.get(section.rank).copied().unwrap_or_default());
    let message = format!("`{late}` stands behind `{before}`, elsewhere before it");
    let advice = format!("the order is: {}", KEYS.join(", "));
    let at = misplaced.map_or(0..0, |pair| pair[1].header.clone());
    let mut problem = subject.problems.problem(ProblemKind::SectionOrder, at, message, advice);
    problem.fix = sorted(&text, sections);
    subject.problems.found.push(problem);
}

/// The sections in the order of the documentation; those of one key keep theirs, and each the empty line before it.
fn sorted(text: &str, mut sections: Vec<Section>) -> Option<Fix> {
    let whole = sections.first()?.range.start..sections.last()?.range.end;
    sections.sort_by_key(|section| section.rank);
    let mut joined = String::new();
    for section in &sections {
        let spaced = text[..section.range.start].ends_with("\n\n");
        joined.push_str(match joined.as_str() {
            "" => "",
            _ if spaced => "\n\n",
            _ => "\n",
        });
        joined.push_str(text[section.range.clone()].trim_end());
    }
    joined.push('\n');
    Some(Fix { what: "the sections stand in the usual order".to_owned(), edits: vec![(whole, joined)] })
}

/// The sections of a file behind its first keys.
fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let (mut start, mut comments, mut multiline) = (0, None, None);
    for line in text.split_inclusive('\n') {
        let header = multiline.is_none().then(|| header(line)).flatten();
        multiline = open_string(line, multiline);
        if let Some(rank) = header {
            let begin = comments.take().unwrap_or(start);
            if let Some(last) = sections.last_mut() {
                last.range.end = begin;
            }
            sections.push(Section { range: begin..text.len(), header: start..start + line.trim_end().len(), rank });
        } else if line.starts_with('#') && multiline.is_none() {
            comments = comments.or(Some(start));
        } else {
            comments = None;
        }
        start += line.len();
    }
    sections
}

/// The rank of the key that a header names.
fn header(line: &str) -> Option<usize> {
    let name = line.strip_prefix("[[").or_else(|| line.strip_prefix('['))?;
    let key = name.split(['.', ']']).next()?.trim();
    KEYS.iter().position(|known| *known == key)
}

/// The delimiter of a string of several lines that is open behind a line.
fn open_string(line: &str, open: Option<&'static str>) -> Option<&'static str> {
    match open {
        Some(delimiter) => (!line.contains(delimiter)).then_some(delimiter),
        None => ["'''", "\"\"\""].into_iter().find(|delimiter| line.matches(delimiter).count() == 1),
    }
}
