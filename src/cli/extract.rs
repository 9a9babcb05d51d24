//! `extract`: what was understood of each article.

use std::io::{self, Write};

use anyhow::Result;

use super::args::Extract;
use super::format::ExtractFormat;
use super::targets::{self, Target};
use super::{Outcome, interrupt, load, output};
use crate::claim;
#[cfg(feature = "xlsx")]
use crate::report::xlsx;
use crate::report::{Options, csv, json, table};

/// Runs `extract`.
pub(super) fn run(extract: &Extract) -> Result<Outcome> {
    interrupt::listen(interrupt::REPORTING);
    let look = &extract.output.look;
    let files: Vec<Target<ExtractFormat>> = targets::targets(&extract.output.files, &[&extract.input.paths])?;
    output::printable(extract.format)?;
    let ready = load::ready(&extract.selection)?;
    let mut corpus = load::corpus(&extract.input, look)?;
    let extracts = load::extracts_so_far(&mut corpus, &ready, &extract.input, look);
    targets::write(&files, |format, out| write(&extracts, format, &look.in_file(), out))?;
    output::print(|out| write(&extracts, extract.format, &look.on_terminal(), out))?;
    Ok(if interrupt::asked() { Outcome::Interrupted } else { Outcome::Clean })
}

fn write(extracts: &[claim::Extract], format: ExtractFormat, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        ExtractFormat::Table => extracts.iter().try_for_each(|one| table::write_extract(one, options, out)),
        ExtractFormat::Jsonl => extracts.iter().try_for_each(|one| json::write_extract(one, out)),
        ExtractFormat::Csv => csv::write_extracts(extracts, out),
        #[cfg(feature = "xlsx")]
        ExtractFormat::Xlsx => xlsx::write_extracts(extracts, out),
    }
}
