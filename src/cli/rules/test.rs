//! `rules test`: the texts that each rule must find, and those it must leave alone.

use std::path::Path;

use anyhow::{Result, bail};

use super::args::RulesTest;
use super::packs::everything_of;
use crate::cli::args::Rulebook;
use crate::cli::load;
use crate::report::trial;
use crate::rule::{Rule, RuleSet};
use crate::trial::{Outcome, Trial, trials};

/// Runs the texts of the rules of a folder, or of the built-in ones; whether one fails.
pub(super) fn run(test: &RulesTest) -> Result<bool> {
    let all = everything_of(test.folder.clone());
    let chosen = if test.rule.is_empty() { all } else { Rulebook { rule: test.rule.clone(), pack: Vec::new(), ..all } };
    let lexicon = load::lexicon(test.folder.as_deref())?;
    let own = |rule: &Rule| test.folder.as_ref().is_none_or(|folder| rule.path().starts_with(folder));
    let wanted = |alone: &RuleSet| alone.rules().iter().all(|rule| !test.rule.is_empty() || own(rule));
    let singles: Vec<RuleSet> = load::rules(&chosen)?.apart().into_iter().filter(wanted).collect();
    let tried: Vec<(&Rule, Vec<Trial<'_>>)> =
        singles.iter().filter_map(|alone| Some((alone.rules().first()?, trials(alone, &lexicon)))).collect();
    if tried.is_empty() {
        bail!("there is no rule in `{}`; rules stand in it as PACK/ID.toml", shown(test.folder.as_deref()));
    }
    test.output.fill(|out| trial::write(&tried, &test.output.options(), out))?;
    Ok(tried.iter().flat_map(|(_, trials)| trials).any(|trial| trial.outcome != Outcome::Validated))
}

fn shown(folder: Option<&Path>) -> String {
    folder.map_or_else(|| "rules".to_owned(), |folder| folder.display().to_string())
}
