//! What `rules test` is pointed at: a folder of rules, a pack of it, one file, or the built-in rules.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::load;
use crate::cli::rules::args::RulesTest;
use crate::rule::{RuleFile, RuleSet, Selection, embedded_files, rule_files};

/// The file ending of rules.
pub(super) const ENDING: &str = "toml";
/// The folder of names and shared words.
const LEXICON: &str = "lexicon";

/// The rules to test.
pub(super) struct Target {
    /// The folder that holds the packs; `None` for the built-in rules.
    pub(super) home: Option<PathBuf>,
    /// Rules and shared words of the folder.
    pub(super) files: Vec<RuleFile>,
    /// Rules by id, where only some are asked for.
    chosen: Vec<String>,
}

impl Target {
    /// Finds the files.
    pub(super) fn of(test: &RulesTest) -> Result<Self> {
        let chosen = test.rule.clone();
        let Some(path) = test.path.as_deref() else {
            return Ok(Self { home: None, files: Vec::new(), chosen });
        };
        let (home, files) = files_at(path)?;
        Ok(Self { home: Some(home), files, chosen })
    }

    /// Whether every rule of the folder is tested, so that a snapshot without one is an orphan.
    pub(super) fn is_whole(&self, test: &RulesTest) -> bool {
        self.chosen.is_empty() && self.home.as_deref() == test.path.as_deref()
    }

    /// A set for each rule to test, sorted by id.
    pub(super) fn rules(&self) -> Result<Vec<RuleSet>> {
        let selection = Selection { packs: Vec::new(), rules: self.ids() };
        if selection.rules.is_empty() {
            let home = self.home.as_deref().unwrap_or(Path::new("rules"));
            bail!("there is no rule in `{}`; rules stand in it as PACK/ID.toml", home.display());
        }
        Ok(RuleSet::with(&self.files, &selection).map_err(load::told)?.apart())
    }

    /// The one rule of a file that has changed, with the shared words, which are not read again.
    pub(super) fn reread(&self, path: &Path, text: &str) -> Result<RuleSet> {
        let mut files = vec![RuleFile { path: path.into(), text: text.into() }];
        let words = |file: &&RuleFile| file.path.ends_with("lexicon/words.toml");
        files.extend(self.files.iter().filter(words).cloned());
        files.extend(embedded_files().into_iter().filter(|file| words(&file)));
        let selection = Selection { packs: Vec::new(), rules: vec![stem(path)] };
        RuleSet::from_texts(&files, &selection).map_err(load::told)
    }

    fn ids(&self) -> Vec<String> {
        if !self.chosen.is_empty() {
            return self.chosen.clone();
        }
        let embedded = if self.home.is_none() { embedded_files() } else { Vec::new() };
        let rules = self.files.iter().chain(&embedded).filter(|file| !is_lexicon(&file.path));
        rules.map(|file| stem(&file.path)).collect()
    }
}

/// The folder of rules that a path belongs to, and the rule files there: one file, a pack or all, with the shared words of the
/// whole.
pub(in crate::cli::rules) fn files_at(path: &Path) -> Result<(PathBuf, Vec<RuleFile>)> {
    if path.is_file() {
        let content = std::fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        let home = above(&above(path));
        return Ok((home.clone(), with_words(&home, vec![RuleFile { path: path.into(), text: content.into() }])));
    }
    let files = rule_files(path).map_err(load::told)?;
    if is_pack(path, &files) {
        let home = above(path);
        return Ok((home.clone(), with_words(&home, files)));
    }
    Ok((path.to_owned(), files))
}

/// A part of a folder of rules, with the shared words of the whole.
fn with_words(home: &Path, mut files: Vec<RuleFile>) -> Vec<RuleFile> {
    let words = home.join(LEXICON).join("words.toml");
    if let Ok(text) = std::fs::read_to_string(&words) {
        files.push(RuleFile { path: words.into(), text: text.into() });
    }
    files
}

/// Whether a folder holds rule files and no packs. One that lies in no folder of rules is its own home.
fn is_pack(folder: &Path, files: &[RuleFile]) -> bool {
    !files.is_empty() && files.iter().all(|file| file.path.parent() == Some(folder))
}

/// Whether a file holds names or words, not a rule.
pub(super) fn is_lexicon(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|name| name == LEXICON)
}

/// Whether a file is a rule by its name.
pub(super) fn is_rule(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING) && !is_lexicon(path)
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The folder that a path stands in, also where the path is one word, or `.`.
pub(super) fn above(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if path.file_name().is_some() && parent != Path::new("") => parent.to_owned(),
        Some(_) if path.file_name().is_some() => PathBuf::from("."),
        _ => path.join(".."),
    }
}
