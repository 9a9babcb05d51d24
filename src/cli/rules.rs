//! `rules`: the claim types themselves.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::args::{Rulebook, Rules, RulesFolder, RulesTest};
use super::load;
use crate::report::{rulebook, trial};
use crate::rule::{Rule, RuleSet, embedded_files};
use crate::trial::{Outcome, Trial, trials};

/// The folder of shared words beside the packs.
const LEXICON: &str = "lexicon";

/// Runs a `rules` command; whether rules fail.
pub(super) fn run(command: &Rules) -> Result<bool> {
    match command {
        Rules::List(list) => {
            let rules = load::rules(&everything_unless_chosen(&list.selection))?;
            list.output.fill(|out| rulebook::list(&rules, &list.output.options(), out)).map(|()| false)
        }
        Rules::Explain(explain) => {
            let rules = load::rules(&everything_unless_chosen(&explain.selection))?;
            let Some(rule) = rules.get(&explain.id) else {
                bail!("there is no rule `{}`; `crosscheck rules list` names them", explain.id);
            };
            explain.output.fill(|out| rulebook::explain(rule, &explain.output.options(), out)).map(|()| false)
        }
        Rules::Lint(folder) => lint(folder),
        Rules::Test(test) => run_texts(test),
    }
}

fn lint(folder: &RulesFolder) -> Result<bool> {
    let rules = load::rules(&everything_of(folder.folder.clone()))?;
    load::lexicon(folder.folder.as_deref())?;
    let warnings = rules.warnings();
    folder.output.fill(|out| rulebook::lint(&rules, &warnings, out)).map(|()| false)
}

/// Runs the texts of the rules of a folder, or of the built-in ones; whether one fails.
fn run_texts(test: &RulesTest) -> Result<bool> {
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

/// Every pack, where none was chosen.
fn everything_unless_chosen(rulebook: &Rulebook) -> Rulebook {
    let chosen = !(rulebook.pack.is_empty() && rulebook.rule.is_empty());
    if chosen {
        return Rulebook { rules: rulebook.rules.clone(), pack: rulebook.pack.clone(), rule: rulebook.rule.clone() };
    }
    everything_of(rulebook.rules.clone())
}

/// Every pack of the built-in rules and of a folder.
fn everything_of(folder: Option<PathBuf>) -> Rulebook {
    let own = folder.iter().flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten().flatten());
    let own = own.map(|entry| entry.path()).filter(|path| path.is_dir() && holds_rules(path));
    let own = own.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let embedded = embedded_files().into_iter().filter_map(|file| {
        let folder = Path::new(&*file.path).parent()?.file_name()?;
        Some(folder.to_string_lossy().into_owned())
    });
    let packs: BTreeSet<String> = embedded.chain(own).filter(|name| name != LEXICON).collect();
    Rulebook { rules: folder, pack: packs.into_iter().collect(), rule: Vec::new() }
}

fn holds_rules(folder: &Path) -> bool {
    let mut files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.any(|file| file.path().extension().is_some_and(|extension| extension == "toml"))
}
