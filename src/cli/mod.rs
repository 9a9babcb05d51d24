//! The command line: arguments in, exit status out. The only room that knows arguments.

mod args;
mod check;
mod config;
mod decide;
mod diff;
mod explain;
mod extract;
mod format;
mod interrupt;
mod load;
mod options;
mod output;
mod progress;
mod rules;
mod shell;
mod targets;
mod watch;
mod whole_file;

use std::process::ExitCode;

use anyhow::Result;

use args::Command;
use config::{Refusal, Settled};

/// Something counts as a failure: conflicts, rules that fail their tests.
const FOUND: u8 = 1;
/// The program could not do what it was asked.
const COULD_NOT_RUN: u8 = 2;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// There is nothing to complain of.
    Clean,
    /// Something was found that counts as a failure.
    Found,
    /// Ctrl-C ended it.
    Interrupted,
}

impl Outcome {
    fn found(found: bool) -> Self {
        if found { Self::Found } else { Self::Clean }
    }
}

/// Runs the program on the process's own arguments.
pub fn run() -> ExitCode {
    match config::settle(std::env::args_os().collect()) {
        Ok(settled) => exit(dispatch(&settled)),
        Err(Refusal::Config(error)) => exit(Err(error)),
        Err(Refusal::Arguments(error)) => {
            // Help and version come this way too, with status 0; a closed pipe is nobody to tell.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(COULD_NOT_RUN))
        }
    }
}

/// Runs a command.
fn dispatch(settled: &Settled) -> Result<Outcome> {
    let clean = |result: Result<()>| result.map(|()| Outcome::Clean);
    settled.say();
    settled.cli.command.input().map_or(Ok(()), load::threads)?;
    match &settled.cli.command {
        Command::Check(check) => check::run(check),
        Command::Extract(extract) => extract::run(extract),
        Command::Explain(explain) => clean(explain::run(explain)),
        Command::Decide(decide) => clean(decide::run(decide)),
        Command::Diff(diff) => diff::run(diff).map(Outcome::found),
        Command::Rules(rules) => rules::run(rules).map(Outcome::found),
        Command::Config(config) => clean(config::run(config, &settled.matches, &settled.taken)),
        Command::Completions(wanted) => clean(shell::completions(wanted)),
        Command::Man(wanted) => clean(shell::man(wanted)),
    }
}

fn exit(outcome: Result<Outcome>) -> ExitCode {
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(FOUND),
        Ok(Outcome::Interrupted) => ExitCode::from(interrupt::INTERRUPTED),
        Err(error) => {
            output::say(&format!("error: {error:#}"));
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}
