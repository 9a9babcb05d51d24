//! What came of the texts of rules: a line for each, what was stated and found where they differ, and a count; and what the rules
//! find in articles beside their snapshots.

pub mod github;
pub mod junit;
mod snapshot;

use std::io::{self, Write};

use super::style::{Ink, mark, paint};
use super::{Options, figure, names, text};
use crate::claim::Value;
use crate::rule::Rule;
use crate::trial::{Outcome, Said, Taken, Tested, Trial};
use crate::value::Bound;
use crate::verdict::Verdict;

/// The outcomes in the order in which they are counted.
const OUTCOMES: [Outcome; 6] =
    [Outcome::Reported, Outcome::Validated, Outcome::WrongValue, Outcome::Missing, Outcome::Noisy, Outcome::WrongScope];

/// Writes what came of each rule, and the closing count. Texts that did as they must are listed with `all`, else counted.
pub fn write(tested: &[Tested<'_>], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    tested.iter().try_for_each(|tested| rule(tested, options, out))?;
    writeln!(out, "{}", summary(tested))?;
    snapshot::summary(tested).map_or(Ok(()), |summary| writeln!(out, "{summary}"))
}

/// Writes what came of one rule.
pub fn rule(tested: &Tested<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    if !options.all && !tested.fails() {
        let line = format!("{}: {}\n", mark(Ink::Strong, tested.rule.id()), counted(tested));
        out.write_all(paint(&line, None, options.colour).as_bytes())?;
    }
    for trial in tested.trials.iter().filter(|trial| options.all || trial.outcome.is_failure()) {
        let verdict = if trial.outcome.is_failure() { Verdict::Conflict } else { Verdict::Agree };
        let told = told(tested.rule, trial, options.width);
        out.write_all(paint(&told, Some(verdict), options.colour).as_bytes())?;
    }
    tested.taken.iter().try_for_each(|taken| snapshot::write(taken, options, out))
}

/// Writes what a rule finds beside its snapshot.
pub fn snapshot(taken: &Taken, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    snapshot::write(taken, options, out)
}

/// "31 texts as they must be; its snapshot is the same"
fn counted(tested: &Tested<'_>) -> String {
    let texts = format!("{} as stated", plural(tested.trials.len(), "text"));
    tested.taken.as_ref().map_or_else(|| texts.clone(), |_| format!("{texts}, snapshot the same"))
}

/// "1 text", "2 texts".
fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// One line; below a failure what was stated (-), what was found (+), and what explains it.
fn told(rule: &Rule, trial: &Trial<'_>, width: usize) -> String {
    let place = format!("{}:{}", rule.path().display(), trial.line);
    let kind = if trial.why.is_some() { "reject" } else { "accept" };
    let head = format!("{place}: {}: {kind} ", trial.outcome.name());
    if !trial.outcome.is_failure() {
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
        Some(Value::Tally(tally)) => tally.to_string(),
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

/// "312 texts of 8 rules: 200 reported, 110 validated, 1 missing, 1 noisy"
fn summary(tested: &[Tested<'_>]) -> String {
    let all = || tested.iter().flat_map(|tested| &tested.trials);
    let count = |outcome| all().filter(|trial| trial.outcome == outcome).count();
    let outcomes = OUTCOMES.iter().map(|&outcome| (count(outcome), outcome)).filter(|(count, _)| *count > 0);
    let outcomes: Vec<String> = outcomes.map(|(count, outcome)| format!("{count} {}", outcome.name())).collect();
    let outcomes = if outcomes.is_empty() { "none to run".to_owned() } else { outcomes.join(", ") };
    format!("{} of {}: {outcomes}", plural(all().count(), "text"), plural(tested.len(), "rule"))
}
