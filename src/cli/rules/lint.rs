//! `rules lint`: everything that is wrong with rule files, at once.

use anyhow::Result;

use super::args::RulesFolder;
use super::packs::everything_of;
use crate::cli::load;
use crate::report::rulebook;

/// Checks the rules and the lexicon of a folder, or the built-in ones; errors end the program.
pub(super) fn run(folder: &RulesFolder) -> Result<bool> {
    let rules = load::rules(&everything_of(folder.folder.clone()))?;
    load::lexicon(folder.folder.as_deref())?;
    let warnings = rules.warnings();
    folder.output.fill(|out| rulebook::lint(&rules, &warnings, out)).map(|()| false)
}
