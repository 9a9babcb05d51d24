//! `extract`: what was understood of each article.

use anyhow::Result;

use super::args::{Extract, ExtractFormat};
use super::load;
use crate::report::{json, table};

/// Runs `extract`.
pub(super) fn run(extract: &Extract) -> Result<()> {
    let ready = load::ready(&extract.selection)?;
    let corpus = load::corpus(&extract.input, &extract.output)?;
    let extracts = load::extracts(&corpus, &ready, &extract.input, &extract.output);
    let options = extract.output.options();
    extract.output.fill(|out| {
        extracts.iter().try_for_each(|extracted| match extract.format {
            ExtractFormat::Table => table::write_extract(extracted, &options, out),
            ExtractFormat::Jsonl => json::write_extract(extracted, out),
        })
    })
}
