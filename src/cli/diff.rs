//! `diff`: what has changed between two runs.

use anyhow::Result;

use super::args::{Diff, DiffFormat};
use crate::history::{Run, compare};
use crate::report::runs;

/// Runs `diff`; whether something has changed.
pub(super) fn run(diff: &Diff) -> Result<bool> {
    let (before, after) = (Run::read(&diff.before)?, Run::read(&diff.after)?);
    let changes = compare(before, &after);
    let told = runs::told(&changes, &after, diff.all);
    let options = diff.output.options();
    diff.output.fill(|out| match diff.format {
        DiffFormat::Table => runs::write(&told, &options, out),
        DiffFormat::Json => runs::write_json(&told, out),
    })?;
    Ok(!told.is_empty())
}
