//! The rules themselves, for people: a list, what a check of them found.

use std::io::{self, Write};

use super::style::{Ink, mark, paint};
use super::{Options, names, text};
use crate::rule::{Rule, RuleSet, Severity};

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

/// The name of a severity.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn write_painted(block: &str, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(paint(block, None, options.colour).as_bytes())
}
