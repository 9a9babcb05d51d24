//! The command line: arguments in, exit status out. The only room that knows arguments.

mod args;
mod check;
mod decide;
mod diff;
mod explain;
mod extract;
mod format;
mod load;
mod output;
mod progress;
mod rules;
mod targets;
mod whole_file;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use args::{Cli, Command};

/// Something counts as a failure: conflicts, rules that fail their tests.
const FOUND: u8 = 1;
/// The program could not do what it was asked.
const COULD_NOT_RUN: u8 = 2;

/// Runs the program on the process's own arguments.
pub fn run() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => exit(dispatch(&cli.command)),
        Err(error) => {
            // Help and version come this way too, with status 0; a closed pipe is nobody to tell.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(COULD_NOT_RUN))
        }
    }
}

/// Runs a command; whether what it found counts as a failure.
fn dispatch(command: &Command) -> Result<bool> {
    match command {
        Command::Check(check) => check::run(check),
        Command::Extract(extract) => extract::run(extract).map(|()| false),
        Command::Explain(explain) => explain::run(explain).map(|()| false),
        Command::Decide(decide) => decide::run(decide).map(|()| false),
        Command::Diff(diff) => diff::run(diff),
        Command::Rules(rules) => rules::run(rules),
    }
}

fn exit(outcome: Result<bool>) -> ExitCode {
    match outcome {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(FOUND),
        Err(error) => {
            output::say(&format!("error: {error:#}"));
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}
