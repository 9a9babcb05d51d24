//! Where results go: standard output or a file, coloured or not, in how many columns. A closed pipe is no error.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Context, Result};

use super::args::{self, Color};
use crate::article::Skipped;
use crate::report::{Options, clean};

/// Lines about sources on standard error before the rest is counted.
const MOST: usize = 20;

impl args::Output {
    /// The columns to lay out for, and whether to colour.
    pub(super) fn options(&self) -> Options {
        Options { width: self.columns(), colour: self.coloured(), ..Options::default() }
    }

    /// `--width`, the terminal's width, `COLUMNS`, else 80; 80 in a pipe or a file unless said.
    fn columns(&self) -> usize {
        let asked = self.width.map(usize::from);
        let set =
            || std::env::var("COLUMNS").ok().and_then(|set| set.parse().ok()).filter(|set| (40..=1000).contains(set));
        asked.or_else(set).or_else(|| self.terminal_columns()).unwrap_or(80)
    }

    fn terminal_columns(&self) -> Option<usize> {
        let terminal = self.file.is_none() && io::stdout().is_terminal();
        terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0))
    }

    fn coloured(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => self.file.is_none() && AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        }
    }

    /// Lets `write` fill the output, whole or, where the reader has gone away, in part.
    pub(super) fn fill(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        let Some(path) = &self.file else {
            let mut out = BufWriter::new(io::stdout().lock());
            return forgive(write(&mut out).and_then(|()| out.flush())).context("cannot write to standard output");
        };
        let fill = |file| {
            let mut out = BufWriter::new(file);
            write(&mut out).and_then(|()| out.flush())
        };
        let failed =
            || format!("cannot write `{}`; check that its folder exists and may be written to", path.display());
        File::create(path).and_then(fill).with_context(failed)
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
}

impl args::Output {
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
