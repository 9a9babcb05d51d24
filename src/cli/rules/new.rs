//! `rules new`: a commented rule file from one sentence.

use std::borrow::Cow;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use super::args::RulesNew;
use crate::cli::{load, output};
use crate::propose::{Like, Proposal, Wish, propose};
use crate::report::proposal;
use crate::rule::{BESIDE, RuleFile, RuleSet, Selection, embedded_files, rule_files};

/// Names that no pack may have: they mean something else in a folder of rules, or to `--pack`.
const TAKEN: [&str; 2] = ["lexicon", "default"];

/// The sentence that a rule begins from where none is given.
const SAMPLE: &str = "Strong winds closed the port, and 14 ships were held up.";

/// Writes the file and says what to do next.
pub(super) fn run(new: &RulesNew) -> Result<()> {
    let path = place(new)?;
    let like = new.like.as_deref().map(|id| like(id, &new.rules)).transpose()?;
    let sentence = sentence(new, like.as_ref())?;
    let (wish, like) = (wish(new, &sentence), like.map(|(like, _)| like));
    let wish = Wish { like: like.as_ref(), ..wish };
    let lexicon = load::lexicon(new.rules.is_dir().then_some(new.rules.as_path()))?;
    let proposal = propose(&wish, &lexicon)?;
    write(&path, &proposal.file)?;
    notes(new, &proposal);
    new.output.fill(|out| proposal::write(&proposal, &path, &new.rules, &sentence, &new.output.options(), out))
}

fn wish<'a>(new: &'a RulesNew, sentence: &'a str) -> Wish<'a> {
    let (id, pack, value) = (new.id.as_str(), new.pack.as_str(), new.value.as_deref());
    Wish { id, pack, sentence, published: new.published, value, like: None }
}

/// Where the file goes: a name that can be one, that no other rule has, and that is free.
fn place(new: &RulesNew) -> Result<PathBuf> {
    let kebab = |name: &str| {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !name.is_empty() && name.chars().all(fits)
    };
    if !kebab(&new.id) {
        bail!("`{}` is no rule id: small letters, digits and hyphens only, such as `ships-delayed`", new.id);
    }
    if !kebab(&new.pack) || TAKEN.iter().chain(&BESIDE).any(|taken| *taken == new.pack) {
        bail!("`{}` cannot be the name of a pack; take small letters, digits and hyphens, such as `mine`", new.pack);
    }
    let path = new.rules.join(&new.pack).join(format!("{}.toml", new.id));
    if path.exists() {
        bail!("`{}` is there already, and is left as it is; choose another id, or edit the file", path.display());
    }
    if let Some(file) = files(&new.rules)?.into_iter().find(|file| stem(file) == new.id) {
        bail!("the rule id `{}` is taken by {}; choose another", new.id, file.path.display());
    }
    Ok(path)
}

/// The rule files of the folder, then the built-in ones.
fn files(folder: &Path) -> Result<Vec<RuleFile>> {
    let own = if folder.is_dir() { rule_files(folder)? } else { Vec::new() };
    let all = own.into_iter().chain(embedded_files());
    Ok(all.filter(|file| file.path.parent().is_none_or(|folder| !folder.ends_with("lexicon"))).collect())
}

fn stem(file: &RuleFile) -> Cow<'_, str> {
    file.path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default()
}

/// What is taken over from a rule, and its first text.
fn like(id: &str, folder: &Path) -> Result<(Like, Option<String>)> {
    let own = if folder.is_dir() { rule_files(folder)? } else { Vec::new() };
    let selection = Selection { packs: Vec::new(), rules: vec![id.to_owned()] };
    let rules = RuleSet::with(&own, &selection).map_err(load::told)?;
    let rule = rules.get(id).ok_or_else(|| anyhow!("there is no rule `{id}`; `crosscheck rules list` names them"))?;
    let file = own.into_iter().chain(embedded_files()).find(|file| &*file.path == rule.path());
    let text = file.map(|file| file.text).unwrap_or_default();
    let severity = crate::report::rulebook::severity(rule.severity());
    let first = rule.accept().first().map(|accept| accept.text.clone());
    Ok((Like::new(id, rule.kind(), rule.event(), severity, &text), first))
}

/// The sentence that is given; without one, the first text of the rule that it is to be like, else one that shows the form.
fn sentence(new: &RulesNew, like: Option<&(Like, Option<String>)>) -> Result<String> {
    let given = new.from.as_deref().map(|from| from.split_whitespace().collect::<Vec<_>>().join(" "));
    if given.as_deref() == Some("") {
        bail!("--from is empty; give a sentence that holds the figure");
    }
    if given.is_none() && !new.output.look.quiet {
        output::say("note: without --from the file begins from a sample sentence; put your own in its place");
    }
    let sample = || like.and_then(|(_, first)| first.clone()).unwrap_or_else(|| SAMPLE.to_owned());
    Ok(given.unwrap_or_else(sample))
}

/// Writes a file that is not there yet, also where another program makes it at the same moment.
fn write(path: &Path, text: &str) -> Result<()> {
    let failed = || format!("cannot write `{}`; check that its folder may be written to", path.display());
    path.parent().map_or(Ok(()), std::fs::create_dir_all).with_context(failed)?;
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(mut file) => file.write_all(text.as_bytes()).or_else(|error| {
            // Half a rule would be worse than none, and nobody else has written to it.
            let _ = std::fs::remove_file(path);
            Err(error).with_context(failed)
        }),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("`{}` is there already, and is left as it is; choose another id", path.display())
        }
        Err(error) => Err(error).with_context(failed),
    }
}

/// What the person should know beside the result.
fn notes(new: &RulesNew, proposal: &Proposal) {
    if new.output.look.quiet {
        return;
    }
    if !proposal.others.is_empty() && new.value.is_none() {
        let others: Vec<String> = proposal.others.iter().map(|other| format!("“{}”", other.words)).collect();
        let value = &proposal.value;
        output::say(&format!("note: “{value}” was chosen, not {}; --value says which is meant", others.join(", ")));
    }
    if let Some(date) = &proposal.undated {
        output::say(&format!(
            "note: “{date}” is a day only with the day of the article; --published YYYY-MM-DD says it"
        ));
    }
}
