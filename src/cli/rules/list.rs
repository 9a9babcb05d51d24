//! `rules list`: the rules that would run.

use anyhow::Result;

use super::args::RulesList;
use super::packs::everything_unless_chosen;
use crate::cli::load;
use crate::report::rulebook;

/// Lists the chosen rules, or all.
pub(super) fn run(list: &RulesList) -> Result<()> {
    let rules = load::rules(&everything_unless_chosen(&list.selection))?;
    list.output.fill(|out| rulebook::list(&rules, &list.output.options(), out))
}
