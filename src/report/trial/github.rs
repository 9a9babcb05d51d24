//! Annotations as GitHub reads them from the log of a workflow: one line a failure, at its file and line.

use std::io::{self, Write};

use super::differences;
use crate::report::text;
use crate::trial::{Standing, Taken, Tested, Trial};

/// Writes one annotation a failure, and nothing where there is none.
pub fn write(tested: &[Tested<'_>], out: &mut dyn Write) -> io::Result<()> {
    for tested in tested {
        let file = tested.rule.path().display().to_string();
        for trial in tested.trials.iter().filter(|trial| trial.outcome.is_failure()) {
            annotate(&file, trial.line, &format!("{}: {}", tested.rule.id(), trial.outcome.name()), &told(trial), out)?;
        }
        if let Some(taken) = tested.taken.as_ref().filter(|taken| taken.is_pending()) {
            let (file, title) = (taken.path.display().to_string(), format!("{}: snapshot", tested.rule.id()));
            annotate(&file, 1, &title, &difference(taken), out)?;
        }
    }
    Ok(())
}

/// The text of a failure with what was stated and found.
pub(super) fn told(trial: &Trial<'_>) -> String {
    let lines = std::iter::once(text::clean(trial.text)).chain(differences(trial));
    lines.collect::<Vec<_>>().join("\n")
}

/// What a snapshot does not say.
pub(super) fn difference(taken: &Taken) -> String {
    let head = match taken.standing() {
        Standing::New => "there is no snapshot yet",
        Standing::Changed => "the rule finds something else than its snapshot says",
        Standing::Same => "the same",
    };
    let lines = taken.difference().into_iter().map(|line| format!("{} {}", line.sign, text::clean(&line.text)));
    std::iter::once(head.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

fn annotate(file: &str, line: usize, title: &str, message: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "::error file={},line={line},title={}::{}", property(file), property(title), data(message))
}

/// What a workflow command may not hold, escaped as its documentation says.
pub(in crate::report) fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same for a property of the command.
pub(in crate::report) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annotation_is_one_line_whatever_it_holds() {
        let mut out = Vec::new();
        annotate("my,rules/a.toml", 7, "ships: noisy", "100 % of\n14 ships", &mut out).unwrap_or_default();
        let expected = "::error file=my%2Crules/a.toml,line=7,title=ships%3A noisy::100 %25 of%0A14 ships\n";
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }
}
