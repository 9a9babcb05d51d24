//! The table: for the eye of a fact-checker at a terminal. Conflicts first, one block a finding, a closing count.

mod extract;
mod finding;
mod grid;
mod summary;
mod unchecked;

use std::io::{self, Write};

use super::index::Index;
use super::{Options, Report};
use crate::verdict::{Finding, Verdict};

pub(super) use extract::scope_parts;
pub use extract::write_extract;
#[cfg(feature = "report-html")]
pub(super) use finding::{grounds, short};
pub use summary::summary;

/// Writes the findings of a report, what was asked for besides, and the closing count.
pub fn write_report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = Vec::new();
    write_lines(report, options, &mut lines)?;
    lines.split_inclusive(|&byte| byte == b'\n').try_for_each(|line| {
        if is_command(line) {
            out.write_all(WORD_JOINER.as_bytes())?;
        }
        out.write_all(line)
    })
}

/// Has no width, and parts the start of a line from what a log would take for a command.
const WORD_JOINER: &str = "\u{2060}";

/// Whether wrapping put words of an article at the start of a line that a code host's log would obey (`::stop-commands::`).
fn is_command(line: &[u8]) -> bool {
    let words = line.trim_ascii_start();
    words.starts_with(b"::") || words.starts_with(b"##[")
}

fn write_lines(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let mut compact = false;
    // What a draft alone says has no source, which its editor wants to know.
    let everything = options.all || !report.drafts.is_empty();
    let shown =
        |finding: &&Finding| everything && !index.is_lone_quotation(finding) || finding.verdict != Verdict::Single;
    for finding in report.findings.iter().filter(shown) {
        let one_line = finding::is_compact(finding, options);
        if compact && !one_line {
            writeln!(out)?;
        }
        compact = one_line;
        finding::write(finding, &index, options, out)?;
    }
    if compact {
        writeln!(out)?;
    }
    if options.unchecked {
        unchecked::write(report, &index, options, out)?;
    }
    out.write_all(summary(report, options).as_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{sample, text};
    use super::*;

    fn shown(options: Options) -> String {
        let mut out = Vec::new();
        write_report(&sample::report(), &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        for width in [48, 80, 100, 140] {
            let shown = shown(Options { width, all: true, unchecked: true, ..Options::default() });
            assert!(shown.lines().all(|line| text::width(line) <= width), "{shown}");
        }
    }
}
