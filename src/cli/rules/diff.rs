//! `rules diff`: what other rules would find in the same articles.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use super::args::{RulesDiff, TryFormat};
use crate::claim::Claim;
use crate::cli::load;
use crate::pipeline;
use crate::report::differences;
use crate::rule::{RuleFile, RuleSet, Selection, rule_files};

/// Compares what two states of the rules find; whether anything differs is told, and no failure.
pub(super) fn run(wanted: &RulesDiff) -> Result<()> {
    let folder = folder(wanted)?;
    let present = rule_files(&folder).map_err(load::told)?;
    let base = base(&wanted.base, &folder)?;
    let selection = Selection { packs: wanted.pack.clone(), rules: wanted.rule.clone() };
    let built = |own, other| RuleSet::beside(own, other, &selection).map_err(load::told);
    let before = built(&base, &present).with_context(|| format!("the rules of {} do not load", wanted.base))?;
    let after = built(&present, &base)?;
    let lexicon = load::lexicon(Some(&folder))?;
    let corpus = load::corpus(&wanted.input, &wanted.output.look)?;
    let claims = |rules: &RuleSet| {
        let extracts = pipeline::extract_with(&corpus.articles, rules, &lexicon, wanted.input.vague.into(), &|| {});
        extracts.into_iter().flat_map(|extract| extract.claims).collect::<Vec<Claim>>()
    };
    let (before, after) = (claims(&before), claims(&after));
    let differences = differences::between(&before, &after);
    let articles = corpus.articles.len();
    wanted.output.fill(|out| match wanted.format {
        TryFormat::Table => differences::write(&differences, articles, &wanted.output.options(), out),
        TryFormat::Json => differences::write_json(&differences, out),
    })
}

/// The folder of the present rules: `--rules`, else `rules` where there is one.
fn folder(wanted: &RulesDiff) -> Result<PathBuf> {
    let folder = wanted.rules.clone().unwrap_or_else(|| PathBuf::from("rules"));
    if !folder.is_dir() {
        bail!("there is no folder {}; name the folder of the present rules with --rules DIR", folder.display());
    }
    Ok(folder)
}

/// The rules that are compared with: of a folder, else of a revision of git.
fn base(base: &str, folder: &Path) -> Result<Vec<RuleFile>> {
    if Path::new(base).is_dir() {
        return rule_files(Path::new(base)).map_err(load::told);
    }
    let listed = git(folder, &["ls-tree", "-r", "-z", "--name-only", base, "."]).with_context(|| {
        format!("`{base}` is neither a folder nor a revision of git that {} lies in", folder.display())
    })?;
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for name in listed.split('\0').filter(|name| is_rule_file(name)) {
        files.insert(name.to_owned(), git(folder, &["show", &format!("{base}:./{name}")])?);
    }
    if files.is_empty() {
        bail!("at `{base}` no rule files stand in {}", folder.display());
    }
    let file = |(name, text): (String, String)| RuleFile { path: Arc::from(folder.join(name)), text: text.into() };
    Ok(files.into_iter().map(file).collect())
}

fn is_rule_file(name: &str) -> bool {
    let beside = crate::rule::BESIDE.iter().any(|beside| name.starts_with(&format!("{beside}/")));
    Path::new(name).extension().is_some_and(|extension| extension == "toml") && !beside
}

/// What the program `git` prints in a folder.
fn git(folder: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output = output.context("cannot run git; install it, or give a folder to --base")?;
    if !output.status.success() {
        bail!("git says: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    String::from_utf8(output.stdout).context("git printed what is no text")
}
