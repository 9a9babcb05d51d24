//! `rules explain`: what a rule matches, and what it leaves out.

use anyhow::{Result, bail};

use super::args::RulesExplain;
use super::packs::everything_unless_chosen;
use crate::cli::load;
use crate::report::rulebook;

/// Explains one rule.
pub(super) fn run(explain: &RulesExplain) -> Result<()> {
    let rules = load::rules(&everything_unless_chosen(&explain.selection))?;
    let Some(rule) = rules.get(&explain.id) else {
        bail!("there is no rule `{}`; `crosscheck rules list` names them", explain.id);
    };
    explain.output.fill(|out| rulebook::explain(rule, &explain.output.options(), out))
}
