//! `rules test --review`: each new or changed snapshot is shown, and somebody says whether it is right.

use std::io::{self, BufRead, IsTerminal, Write};

use anyhow::{Context, Result};

use super::album;
use crate::cli::output;
use crate::cli::rules::args::RulesTest;
use crate::report::{Options, trial};
use crate::trial::{Taken, Tested};

const QUESTION: &str = "  a accept   r reject: the snapshot stays as it is   s skip, decide later   q stop > ";

/// Asks at the terminal; without one, what waits has been listed and stays.
pub(super) fn run(test: &RulesTest, tested: &mut [Tested<'_>]) -> Result<()> {
    let mut pending: Vec<&mut Taken> = tested.iter_mut().filter_map(|tested| tested.taken.as_mut()).collect();
    pending.retain(|taken| taken.is_pending());
    if pending.is_empty() {
        output::say("note: no snapshot waits for a review");
        return Ok(());
    }
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        output::say("note: --review asks at a terminal; what waits is listed above, and --accept takes all of it");
        return Ok(());
    }
    let options = test.output.options();
    ask(&mut pending, &options, &mut io::stdin().lock(), &mut io::stdout().lock())
}

/// What somebody says of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Accept,
    Reject,
    Skip,
    Stop,
}

fn ask(pending: &mut [&mut Taken], options: &Options, input: &mut dyn BufRead, out: &mut dyn Write) -> Result<()> {
    let count = pending.len();
    for (at, taken) in pending.iter_mut().enumerate() {
        writeln!(out, "\n{} of {count}", at + 1)?;
        trial::snapshot(taken, options, out)?;
        match answer(input, out).context("cannot ask at the terminal")? {
            Answer::Accept => album::accept(taken)?,
            Answer::Reject => album::reject(taken)?,
            Answer::Skip => {}
            Answer::Stop => break,
        }
    }
    Ok(())
}

/// Asks until it is answered; the end of the input is an answer too.
fn answer(input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Answer> {
    loop {
        write!(out, "{QUESTION}")?;
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(Answer::Stop);
        }
        match line.trim().to_lowercase().as_str() {
            "a" | "accept" | "y" | "yes" => return Ok(Answer::Accept),
            "r" | "reject" | "n" | "no" => return Ok(Answer::Reject),
            "s" | "skip" | "" => return Ok(Answer::Skip),
            "q" | "quit" | "stop" => return Ok(Answer::Stop),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;

    use super::*;
    use crate::trial::Snapshot;

    fn taken(folder: &Path, id: &str) -> Taken {
        let found = Snapshot { source: format!("mine/{id}.toml"), contents: "14 ships".into() };
        let taken = Taken { path: folder.join(format!("{id}.snap")), articles: 1, kept: None, found, accepted: false };
        album::set_aside(&taken).unwrap();
        taken
    }

    #[test]
    fn each_answer_does_what_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let mut all = ["a", "b", "c", "d", "e"].map(|id| taken(folder.path(), id));
        let mut pending: Vec<&mut Taken> = all.iter_mut().collect();
        let mut out = Vec::new();
        let mut input = "what?\na\nr\n\nq\na\n".as_bytes();
        ask(&mut pending, &Options::default(), &mut input, &mut out).unwrap();
        let there = |name: &str| folder.path().join(name).exists();
        assert!(there("a.snap") && !there("a.snap.new"), "accepted");
        assert!(!there("b.snap") && !there("b.snap.new"), "rejected");
        assert!(!there("c.snap") && there("c.snap.new"), "skipped");
        assert!(there("d.snap.new") && there("e.snap.new") && !there("e.snap"), "stopped");
        assert!(String::from_utf8(out).unwrap().contains("1 of 5"));
    }
}
