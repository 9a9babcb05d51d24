//! Where results go: standard output or files, coloured or not, in how many columns. A closed pipe is no error.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Result, bail};

use super::format::Format;
use super::options::{self, Color};
use super::whole_file::WholeFile;
use crate::article::Skipped;
use crate::report::{Options, clean};

/// Lines about sources on standard error before the rest is counted.
const MOST: usize = 20;

impl options::Output {
    /// The columns to lay out for, and whether to colour.
    pub(super) fn options(&self) -> Options {
        if self.file.is_none() { self.look.on_terminal() } else { self.look.in_file() }
    }

    /// Lets `write` fill the output, whole or, where the reader has gone away, in part.
    pub(super) fn fill(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        match &self.file {
            Some(path) => WholeFile::write(path, write)?.keep(),
            None => print(write),
        }
    }
}

/// An error where a terminal would be filled with what is no text.
pub(super) fn printable<F: Format>(format: F) -> Result<()> {
    let name = format.name();
    if format.is_binary() && io::stdout().is_terminal() {
        bail!("{name} is nothing for a terminal; write it to a file: --output report.{name}");
    }
    Ok(())
}

/// Lets `write` fill standard output, whole or, where the reader has gone away, in part.
pub(super) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    forgive(write(&mut out).and_then(|()| out.flush())).context("cannot write to standard output")
}

impl options::Look {
    /// How it looks on standard output.
    pub(super) fn on_terminal(&self) -> Options {
        let colour = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        };
        let terminal = || terminal_size::terminal_size().filter(|_| io::stdout().is_terminal());
        let width = self.columns().or_else(|| terminal().map(|(width, _)| usize::from(width.0)));
        Options { width: width.unwrap_or(80), colour, ..Options::default() }
    }

    /// How it looks in a file: coloured where that is asked for, 80 columns unless said.
    pub(super) fn in_file(&self) -> Options {
        let colour = self.color == Color::Always;
        Options { width: self.columns().unwrap_or(80), colour, ..Options::default() }
    }

    /// `--width`, else `COLUMNS`.
    fn columns(&self) -> Option<usize> {
        let set =
            || std::env::var("COLUMNS").ok().and_then(|set| set.parse().ok()).filter(|set| (40..=1000).contains(set));
        self.width.map(usize::from).or_else(set)
    }

    /// Names on standard error what was skipped and what is worth a warning.
    pub(super) fn tell(&self, kind: &str, what: &[Skipped]) {
        if self.quiet {
            return;
        }
        for one in what.iter().take(MOST) {
            say(&format!("{kind}: {}: {}", clean(&one.what), clean(&one.reason)));
        }
        if what.len() > MOST {
            say(&format!("{kind}: and {} more (--format json lists all that were skipped)", what.len() - MOST));
        }
    }

    /// A line worth knowing, on standard error.
    pub(super) fn note(&self, words: &str) {
        if !self.quiet {
            say(&format!("note: {}", clean(words)));
        }
    }
}

/// One line on standard error; where even that is closed there is nobody to tell.
pub(super) fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// The reader has seen enough: not an error.
fn forgive(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}
