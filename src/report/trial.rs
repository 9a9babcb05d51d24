//! What came of the texts of rules: a line for each, what was stated and found where they differ, and a count.

use std::io::{self, Write};

use super::style::{Ink, mark, paint};
use super::{Options, figure, names, text};
use crate::claim::Value;
use crate::rule::Rule;
use crate::trial::{Outcome, Said, Trial};
use crate::value::Bound;
use crate::verdict::Verdict;

/// The outcomes that are failures, in the order in which they are counted.
const FAILURES: [Outcome; 4] = [Outcome::WrongValue, Outcome::Missing, Outcome::Noisy, Outcome::WrongScope];

/// Writes the trials of each rule and the closing count.
pub fn write(tried: &[(&Rule, Vec<Trial<'_>>)], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for (rule, trials) in tried {
        for trial in trials {
            let verdict = if trial.outcome == Outcome::Validated { Verdict::Agree } else { Verdict::Conflict };
            out.write_all(paint(&told(rule, trial, options.width), Some(verdict), options.colour).as_bytes())?;
        }
    }
    writeln!(out, "{}", summary(tried))
}

/// One line; below a failure what was stated (-), what was found (+), and what explains it.
fn told(rule: &Rule, trial: &Trial<'_>, width: usize) -> String {
    let place = format!("{}:{}", rule.path().display(), trial.line);
    let kind = if trial.why.is_some() { "reject" } else { "accept" };
    let head = format!("{place}: {}: {kind} ", trial.outcome.name());
    if trial.outcome == Outcome::Validated {
        let words = text::clip(&text::clean(trial.text), width.saturating_sub(text::width(&head)).max(20));
        return format!("{}: {}: {kind} {words}\n", mark(Ink::Faint, &place), trial.outcome.name());
    }
    let head = format!("{place}: {}: {kind}", mark(Ink::Verdict, trial.outcome.name()));
    let lines = std::iter::once(format!("    {}", text::clean(trial.text))).chain(differences(trial));
    let lines: String = lines.flat_map(|line| hanging(&line, width)).collect();
    format!("{head}\n{lines}")
}

fn differences(trial: &Trial<'_>) -> Vec<String> {
    let wrong_value = trial.outcome != Outcome::WrongScope;
    let mut lines: Vec<String> = trial.why.iter().map(|why| format!("    is to be left alone: {why}")).collect();
    if wrong_value {
        lines.extend(trial.stated.iter().map(|said| format!("  - {}", value(said))));
        lines.extend(trial.found.iter().map(|said| format!("  + {}", value(said))));
        lines.extend((trial.found.is_empty()).then(|| "  + nothing".to_owned()));
    }
    for (field, stated, found) in &trial.scope {
        lines.extend([format!("  - {field}: {stated}"), format!("  + {field}: {}", text::clean(found))]);
    }
    lines.extend(trial.notes.iter().map(|note| format!("    {}", text::clean(note))));
    lines
}

/// The words and, where they say it otherwise, the figure read in them.
fn value((words, read): &Said) -> String {
    let words = text::clean(words);
    let shown = match read {
        Some(Value::Quantity(quantity)) => {
            let bound = (quantity.bound != Bound::Exact).then(|| format!(", {}", names::bound(quantity.bound)));
            let range = figure::range(quantity.low, quantity.high, Some(&quantity.unit)).unwrap_or_default();
            format!("{range}{}", bound.unwrap_or_default())
        }
        Some(Value::Date(date, _)) => date.map_or_else(|| "no date".to_owned(), |date| date.to_string()),
        Some(Value::Text(words)) => text::clean(words),
        None => "cannot be read".to_owned(),
    };
    if shown == words { words } else { format!("{words}  ({shown})") }
}

fn hanging(line: &str, width: usize) -> Vec<String> {
    let (sign, words) = line.split_at(4);
    let wrapped = text::wrap(words, width.saturating_sub(4).max(20));
    let signed = |(at, line): (usize, &String)| format!("{}{line}\n", if at == 0 { sign } else { "    " });
    wrapped.iter().enumerate().map(signed).collect()
}

/// "312 texts of 8 rules: 310 validated, 1 missing, 1 noisy"
fn summary(tried: &[(&Rule, Vec<Trial<'_>>)]) -> String {
    let all = || tried.iter().flat_map(|(_, trials)| trials);
    let count = |outcome| all().filter(|trial| trial.outcome == outcome).count();
    let failures = FAILURES.iter().map(|&outcome| (count(outcome), outcome)).filter(|(count, _)| *count > 0);
    let failures: Vec<String> = failures.map(|(count, outcome)| format!(", {count} {}", outcome.name())).collect();
    let (texts, rules) = (all().count(), tried.len());
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    let validated = count(Outcome::Validated);
    format!(
        "{texts} text{} of {rules} rule{}: {validated} validated{}",
        plural(texts),
        plural(rules),
        failures.concat()
    )
}
