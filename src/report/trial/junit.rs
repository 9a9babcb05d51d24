//! The outcome of a run as `JUnit` XML, the form that most services for continuous integration show: a suite for each rule, a case
//! for each text and each snapshot.

use std::io::{self, Write};

use super::github;
use crate::report::text;
use crate::trial::{Taken, Tested, Trial};

/// Writes the run.
pub fn write(tested: &[Tested<'_>], out: &mut dyn Write) -> io::Result<()> {
    let cases: usize = tested.iter().map(|tested| cases(tested)).sum();
    let failures: usize = tested.iter().map(|tested| failures(tested)).sum();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"crosscheck rules\" tests=\"{cases}\" failures=\"{failures}\" errors=\"0\">")?;
    tested.iter().try_for_each(|tested| suite(tested, out))?;
    writeln!(out, "</testsuites>")
}

fn cases(tested: &Tested<'_>) -> usize {
    tested.trials.len() + usize::from(tested.taken.is_some())
}

fn failures(tested: &Tested<'_>) -> usize {
    let texts = tested.trials.iter().filter(|trial| trial.outcome.is_failure()).count();
    texts + usize::from(tested.taken.as_ref().is_some_and(Taken::is_pending))
}

fn suite(tested: &Tested<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (name, cases, failures) = (escaped(tested.rule.id()), cases(tested), failures(tested));
    writeln!(out, "  <testsuite name=\"{name}\" tests=\"{cases}\" failures=\"{failures}\" errors=\"0\">")?;
    let file = tested.rule.path().display().to_string();
    for trial in &tested.trials {
        let failure = trial.outcome.is_failure().then(|| (trial.outcome.name(), github::told(trial)));
        case(tested, &title(trial), (&file, trial.line), failure, out)?;
    }
    if let Some(taken) = &tested.taken {
        let file = taken.path.display().to_string();
        let failure = taken.is_pending().then(|| ("snapshot", github::difference(taken)));
        case(tested, "snapshot", (&file, 1), failure, out)?;
    }
    writeln!(out, "  </testsuite>")
}

/// "line 40: accept: Some 14 ships were held up."
fn title(trial: &Trial<'_>) -> String {
    let kind = if trial.why.is_some() { "reject" } else { "accept" };
    format!("line {}: {kind}: {}", trial.line, text::clean(trial.text))
}

fn case(
    tested: &Tested<'_>,
    name: &str,
    (file, line): (&str, usize),
    failure: Option<(&str, String)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let class = format!("{}.{}", tested.rule.pack(), tested.rule.id());
    let (class, name, file) = (escaped(&class), escaped(name), escaped(file));
    write!(out, "    <testcase classname=\"{class}\" name=\"{name}\" file=\"{file}\" line=\"{line}\"")?;
    match failure {
        None => writeln!(out, "/>"),
        Some((kind, told)) => {
            writeln!(out, ">")?;
            writeln!(out, "      <failure type=\"{}\" message=\"{0}\">{}</failure>", escaped(kind), escaped(&told))?;
            writeln!(out, "    </testcase>")
        }
    }
}

/// Text as XML 1.0 takes it, in an attribute or between tags; line ends stay between tags only, where they are no markup.
pub(in crate::report) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in
        text.chars().filter(|&c| c == '\n' || c == '\t' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')))
    {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
