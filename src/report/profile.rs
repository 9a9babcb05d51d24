//! What rules cost and find, for people and for programs.

use std::io::{self, Write};
use std::time::Duration;

use serde_json::{Value, json};

use super::style::{Ink, mark, paint};
use super::{Options, text};

/// What a rule, or one pattern of it, costs and finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The rule.
    pub rule: String,
    /// The line of the pattern in its file; `None` for the whole rule.
    pub line: Option<usize>,
    /// The pattern as the file has it; empty for the whole rule.
    pub source: String,
    /// Values taken, the rule being alone.
    pub matches: usize,
    /// Matches that an `unless` stopped.
    pub stopped: usize,
    /// Matches whose value was refused.
    pub refused: usize,
    /// Sentences that hold one of the words that the pattern asks for, and a figure of its kind.
    pub sentences: usize,
    /// How long it took.
    pub time: Duration,
}

/// Writes a row for each rule and below it one for each pattern, the slowest first; `of` sentences were read.
pub fn write(rules: &[(Cost, Vec<Cost>)], of: usize, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "    time  matches  stopped  refused  let through  rule, pattern")?;
    for (rule, patterns) in rules {
        let name = mark(Ink::Strong, &rule.rule);
        out.write_all(paint(&format!("{}{name}\n", figures(rule, of)), None, options.colour).as_bytes())?;
        for pattern in patterns {
            let words = format!("line {}: {}", pattern.line.unwrap_or(0), text::clean(&pattern.source));
            let words = text::clip(&words, options.width.saturating_sub(53).max(24));
            out.write_all(format!("{}  {words}\n", figures(pattern, of)).as_bytes())?;
        }
    }
    writeln!(out, "{of} sentences")
}

fn figures(cost: &Cost, of: usize) -> String {
    let time = format!("{:.1} ms", cost.time.as_secs_f64() * 1000.0);
    let (matches, stopped, refused) = (cost.matches, cost.stopped, cost.refused);
    format!("{time:>8}  {matches:>7}  {stopped:>7}  {refused:>7}  {:>11}  ", share(cost.sentences, of))
}

// Counts of sentences are far below what a float holds exactly.
#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "-".to_owned() } else { format!("{:.1} %", part as f64 * 100.0 / whole as f64) }
}

/// Writes the same as one object.
pub fn write_json(rules: &[(Cost, Vec<Cost>)], of: usize, out: &mut dyn Write) -> io::Result<()> {
    let one = |cost: &Cost| -> Value {
        json!({
            "rule": cost.rule, "line": cost.line, "pattern": cost.source, "matches": cost.matches, "stopped": cost.stopped,
            "refused": cost.refused, "sentences": cost.sentences, "milliseconds": cost.time.as_secs_f64() * 1000.0,
        })
    };
    let rule = |(rule, patterns): &(Cost, Vec<Cost>)| {
        let mut told = one(rule);
        told["patterns"] = patterns.iter().map(one).collect();
        told
    };
    let all: Vec<Value> = rules.iter().map(rule).collect();
    serde_json::to_writer_pretty(&mut *out, &json!({"sentences": of, "rules": all}))?;
    out.write_all(b"\n")
}
