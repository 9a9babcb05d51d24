//! `rules explain`: what a rule matches and leaves out, with its patterns spelled out.

use anyhow::{Result, bail};

use super::args::RulesExplain;
use super::packs::everything_unless_chosen;
use crate::cli::load;
use crate::report::anatomy;
use crate::rule::{Anatomy, Rule, RuleFile, embedded_files, rule_files};

/// Explains one rule.
pub(super) fn run(explain: &RulesExplain) -> Result<()> {
    let rules = load::rules(&everything_unless_chosen(&explain.selection))?;
    let Some(rule) = rules.get(&explain.id) else {
        bail!("there is no rule `{}`; `crosscheck rules list` names them", explain.id);
    };
    let anatomy = words(rule, explain)?;
    explain.output.fill(|out| anatomy::explain(rule, &anatomy, &explain.output.options(), out))
}

/// The words of the rule's file, and those that all rules share.
fn words(rule: &Rule, explain: &RulesExplain) -> Result<Anatomy> {
    let own = explain.selection.rules.as_deref().map(rule_files).transpose()?.unwrap_or_default();
    let all: Vec<RuleFile> = own.into_iter().chain(embedded_files()).collect();
    let shared: Vec<RuleFile> = all.iter().filter(|file| file.path.ends_with("lexicon/words.toml")).cloned().collect();
    let file = all.iter().find(|file| &*file.path == rule.path());
    Ok(file.map(|file| Anatomy::of(file, &shared)).unwrap_or_default())
}
