//! What a check of rule files found: for people, for programs, for a workflow on GitHub; and what the checks are.

pub mod json;

use std::io::{self, Write};

use super::Options;
use super::style::{Ink, mark, paint};
use super::text;
use super::trial::github::{data, property};
use crate::rule::{Level, Linted, Problem, ProblemKind};

/// The document that tells of each kind of problem.
const DOCUMENT: &str = include_str!("../../../docs/lint.md");

/// A repair: file, line, what it did.
pub type Repair = (String, usize, String);

/// Writes what was put right, every problem with its place, and the count.
pub fn table(linted: &Linted, repairs: &[Repair], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for (file, line, what) in repairs {
        writeln!(out, "fixed {file}:{line}: {what}")?;
    }
    if !repairs.is_empty() && !linted.problems.is_empty() {
        writeln!(out)?;
    }
    for problem in &linted.problems {
        writeln!(out, "{}\n", problem.render(options.colour))?;
    }
    writeln!(out, "{}", count(linted, repairs.len()))
}

/// "33 rules: 1 error, 2 warnings, 1 of them fixed by --fix".
fn count(linted: &Linted, repairs: usize) -> String {
    let level = |level: Level| plural(linted.count(level), level.name());
    let fixable = linted.problems.iter().filter(|problem| problem.fix.is_some()).count();
    let more = match (repairs, fixable) {
        (0, 0) => String::new(),
        (0, fixable) => format!("; --fix can put {fixable} right"),
        (repairs, _) => format!(", {repairs} fixed"),
    };
    format!("{}: {}, {}{more}", plural(linted.rules, "rule"), level(Level::Error), level(Level::Warning))
}

fn plural(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Writes one annotation a problem, as GitHub reads them from the log of a workflow.
pub fn github(linted: &Linted, out: &mut dyn Write) -> io::Result<()> {
    linted.problems.iter().try_for_each(|problem| annotation(problem, out))
}

fn annotation(problem: &Problem, out: &mut dyn Write) -> io::Result<()> {
    let ((line, column), (_, end)) = problem.lines();
    let file = property(&problem.file.path.display().to_string());
    let (level, id) = (problem.level().name(), problem.kind.name());
    let advice = if problem.advice.is_empty() { String::new() } else { format!("\n{}", problem.advice) };
    let message = data(&format!("{}{advice}", problem.message));
    writeln!(out, "::{level} file={file},line={line},col={column},endColumn={end},title={id}::{message}")
}

/// Writes the table of all kinds of problem.
pub fn list(options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for kind in ProblemKind::ALL {
        let fixed = if kind.is_fixed() { "fix" } else { "" };
        let head = format!("{:19} {:8} {fixed:4}", kind.name(), kind.level().name());
        let lines = text::wrap(kind.summary(), options.width.saturating_sub(head.len()).max(20));
        writeln!(out, "{head}{}", lines.join(&format!("\n{}", " ".repeat(head.len()))))?;
    }
    Ok(())
}

/// Writes what the document says of one kind; `None` where there is no such kind.
pub fn explain(id: &str) -> Option<impl Fn(&Options, &mut dyn Write) -> io::Result<()>> {
    let kind = *ProblemKind::ALL.iter().find(|kind| kind.name() == id)?;
    let section = section(kind);
    Some(move |options: &Options, out: &mut dyn Write| {
        let fixed = if kind.is_fixed() { ", put right by --fix" } else { "" };
        let head = format!("{}  ({}{fixed})\n\n", mark(Ink::Strong, kind.name()), kind.level().name());
        out.write_all(paint(&head, None, options.colour).as_bytes())?;
        out.write_all(laid_out(section, options.width).as_bytes())
    })
}

/// What the document says of a kind.
fn section(kind: ProblemKind) -> &'static str {
    let heading = format!("### {}\n", kind.name());
    let start = DOCUMENT.find(&heading).map_or(DOCUMENT.len(), |at| at + heading.len());
    let rest = &DOCUMENT[start..];
    rest[..rest.find("\n#").unwrap_or(rest.len())].trim()
}

/// Paragraphs wrapped, examples as they are.
fn laid_out(markdown: &str, width: usize) -> String {
    let block = |block: &str| match block.strip_prefix("```") {
        Some(code) => {
            code.split_once('\n').map_or("", |(_, code)| code).trim_end_matches(['`', '\n']).to_owned() + "\n"
        }
        None => text::wrap(&text::clean(block), width).join("\n") + "\n",
    };
    markdown.split("\n\n").map(block).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_told_of() {
        let silent: Vec<&str> =
            ProblemKind::ALL.iter().filter(|kind| section(**kind).is_empty()).map(|kind| kind.name()).collect();
        assert_eq!(silent, Vec::<&str>::new(), "kinds without a section in docs/lint.md");
    }
}
