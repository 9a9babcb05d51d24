//! The rules themselves, for people: a list, one explained, what a check of them found.

use std::io::{self, Write};

use super::style::{Ink, mark, paint};
use super::{Options, names, text};
use crate::rule::{Accept, Reject, Rule, RuleSet, Severity};

/// One line a rule: id, pack, kind, what it finds.
pub fn list(rules: &RuleSet, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let longest = rules.rules().iter().map(|rule| text::width(rule.id())).max().unwrap_or(0);
    let mut pack = "";
    let mut sorted: Vec<&Rule> = rules.rules().iter().collect();
    sorted.sort_by_key(|rule| (rule.pack(), rule.id()));
    for rule in sorted {
        if rule.pack() != pack {
            pack = rule.pack();
            write_painted(&format!("{}\n", mark(Ink::Strong, pack)), options, out)?;
        }
        write_painted(&listed(rule, longest, options.width), options, out)?;
    }
    Ok(())
}

fn listed(rule: &Rule, longest: usize, width: usize) -> String {
    let default = if rule.default() { "*" } else { " " };
    let head = format!("{default} {:longest$}  {:8}  ", rule.id(), names::kind(rule.kind()));
    let hang = text::width(&head);
    let lines = text::wrap(rule.summary(), width.saturating_sub(hang).max(20));
    format!("{head}{}\n", lines.join(&format!("\n{}", " ".repeat(hang))))
}

/// A rule: what it matches and leaves out, its patterns, its own examples.
pub fn explain(rule: &Rule, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let default = if rule.default() { "runs unless other rules are chosen" } else { "runs when asked for" };
    let head =
        format!("{}  ({}, {})", mark(Ink::Strong, rule.id()), names::kind(rule.kind()), severity(rule.severity()));
    let file = mark(Ink::Faint, &format!("{} · pack {} · {default}", rule.path().display(), rule.pack()));
    let body = text_of(rule.explain(), options.width);
    let summary = text_of(rule.summary(), options.width);
    write_painted(&format!("{head}\n{file}\n\n{summary}\n{body}\n"), options, out)?;
    let patterns = rule.patterns().iter().map(|pattern| (pattern.line(), pattern.source()));
    write_list("Patterns", patterns, options, out)?;
    write_list("Unless", rule.unless().iter().map(|unless| (unless.line(), unless.source())), options, out)?;
    examples(rule, options, out)
}

fn examples(rule: &Rule, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let accepted = |accept: &Accept| format!("  finds    {}", accept.text);
    let rejected = |reject: &Reject| format!("  leaves   {} ({})", reject.text, reject.why);
    let lines = rule.accept().iter().map(accepted).chain(rule.reject().iter().map(rejected));
    let lines: Vec<String> = lines.flat_map(|line| hanging(&line, 11, options.width)).collect();
    if lines.is_empty() {
        return Ok(());
    }
    write_painted(&format!("{}\n{}\n", mark(Ink::Strong, "Examples"), lines.join("\n")), options, out)
}

fn write_list<'a>(
    heading: &str,
    entries: impl Iterator<Item = (usize, &'a str)>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lines: Vec<String> = entries.map(|(line, source)| format!("  line {line:<4} {source}")).collect();
    if lines.is_empty() {
        return Ok(());
    }
    write_painted(&format!("{}\n{}\n\n", mark(Ink::Strong, heading), lines.join("\n")), options, out)
}

/// The name of a severity.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Paragraphs, wrapped.
fn text_of(markdown: &str, width: usize) -> String {
    let paragraphs = markdown.split("\n\n").map(text::clean).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| text::wrap(&paragraph, width).join("\n") + "\n").collect::<Vec<_>>().join("\n")
}

fn hanging(line: &str, hang: usize, width: usize) -> Vec<String> {
    let wrapped = text::wrap(&line[2..], width.saturating_sub(hang + 2).max(20));
    let indent = |(at, line): (usize, &String)| if at == 0 { format!("  {line}") } else { " ".repeat(hang) + line };
    wrapped.iter().enumerate().map(indent).collect()
}

fn write_painted(block: &str, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(paint(block, None, options.colour).as_bytes())
}
