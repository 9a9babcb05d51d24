//! Precision and recall of rules, for people and for programs.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::style::{Ink, mark, paint};
use super::{Options, text};
use crate::trial::{GoldCase, Score};

/// Writes a row for each rule; with `show`, what was missed, wrong, or has another scope below it.
pub fn write(scores: &[(String, Score)], show: bool, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let longest = scores.iter().map(|(rule, _)| text::width(rule)).max().unwrap_or(0).max(4);
    writeln!(out, "{:longest$}  precision  recall    F1   right  missed  wrong  other scope", "rule")?;
    for (rule, score) in scores {
        writeln!(
            out,
            "{rule:longest$}  {:>9}  {:>6}  {:>4}  {:>6}  {:>6}  {:>5}  {:>11}",
            percent(score.precision()),
            percent(score.recall()),
            percent(score.f1()),
            score.right,
            score.missed.len(),
            score.wrong.len(),
            score.scope.len()
        )?;
    }
    if show {
        scores.iter().try_for_each(|(rule, score)| lists(rule, score, options, out))?;
    }
    Ok(())
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.0} %", share * 100.0))
}

fn lists(rule: &str, score: &Score, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lists = [("missed", &score.missed), ("wrong", &score.wrong), ("other scope", &score.scope)];
    for (name, cases) in lists.into_iter().filter(|(_, cases)| !cases.is_empty()) {
        let heading = mark(Ink::Strong, &format!("{rule}: {name}"));
        let lines: String = cases.iter().map(|case| told(case, options.width)).collect();
        out.write_all(paint(&format!("\n{heading}\n{lines}"), None, options.colour).as_bytes())?;
    }
    Ok(())
}

fn told(case: &GoldCase, width: usize) -> String {
    let note = if case.note.is_empty() { String::new() } else { format!(" ({})", text::clean(&case.note)) };
    let words = format!("line {}: {}{note} in: {}", case.line, text::clean(&case.value), text::clean(&case.text));
    let lines = text::wrap(&words, width.saturating_sub(4).max(20));
    let indent = |(at, line): (usize, &String)| format!("{}{line}\n", if at == 0 { "  " } else { "    " });
    lines.iter().enumerate().map(indent).collect()
}

/// Writes one object a rule.
pub fn write_json(scores: &[(String, Score)], out: &mut dyn Write) -> io::Result<()> {
    let cases = |cases: &[GoldCase]| -> Vec<Value> {
        let one =
            |case: &GoldCase| json!({"line": case.line, "value": case.value, "text": case.text, "note": case.note});
        cases.iter().map(one).collect()
    };
    let one = |(rule, score): &(String, Score)| {
        json!({
            "rule": rule, "precision": score.precision(), "recall": score.recall(), "f1": score.f1(), "right": score.right,
            "missed": cases(&score.missed), "wrong": cases(&score.wrong), "other_scope": cases(&score.scope),
        })
    };
    let all: Vec<Value> = scores.iter().map(one).collect();
    serde_json::to_writer_pretty(&mut *out, &json!({"rules": all}))?;
    out.write_all(b"\n")
}
