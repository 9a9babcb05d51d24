//! What every command begins with: the rules, the lexicon, the articles, the threads.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::interrupt;
use super::options::{Input, Look, Rulebook, Weighing};
use super::progress::Progress;
use crate::article::{Article, Corpus, ReadError, Skipped, Sources, read};
use crate::claim::Extract;
use crate::decision::{DecisionError, Ledger};
use crate::lexicon::{Lexicon, LexiconError};
use crate::pipeline::{self, Settings, Unfinished};
use crate::rule::{LoadError, Reconcile, RuleSet, Selection};
use crate::source::Register;

/// Rules and names, ready to run.
pub(super) struct Ready {
    pub(super) rules: RuleSet,
    pub(super) lexicon: Cow<'static, Lexicon>,
}

/// As many threads as the arguments say, before any work is given to them.
pub(super) fn threads(input: &Input) -> Result<()> {
    let Some(threads) = input.threads else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    pool.context("cannot start threads; give a smaller --threads")
}

/// Rules and lexicon as the arguments choose them.
pub(super) fn ready(rulebook: &Rulebook) -> Result<Ready> {
    Ok(Ready { rules: rules(rulebook)?, lexicon: lexicon(rulebook.rules.as_deref())? })
}

/// The embedded names, with those of the folder of rules beside them.
pub(super) fn lexicon(rules: Option<&Path>) -> Result<Cow<'static, Lexicon>> {
    let Some(folder) = rules.map(|rules| rules.join("lexicon")).filter(|folder| folder.is_dir()) else {
        return Ok(Cow::Borrowed(Lexicon::embedded()));
    };
    let listed = |errors: Vec<LexiconError>| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        anyhow!("in the lexicon files\n{}", errors.join("\n"))
    };
    Lexicon::extended(&folder).map(Cow::Owned).map_err(listed)
}

/// The decisions of a file.
pub(super) fn ledger(path: &Path) -> Result<Ledger> {
    Ledger::read(path).map_err(|error| match error {
        DecisionError::Wrong(errors) => anyhow!("in the decisions\n{}", errors.render(stderr().is_terminal())),
        unreadable @ DecisionError::Unreadable { .. } => unreadable.into(),
    })
}

/// The chosen rules.
pub(super) fn rules(rulebook: &Rulebook) -> Result<RuleSet> {
    let selection = Selection { packs: rulebook.pack.clone(), rules: rulebook.rule.clone() };
    let loaded = match &rulebook.rules {
        Some(folder) => RuleSet::load(folder, &selection),
        None => RuleSet::embedded(&selection),
    };
    loaded.map_err(told)
}

/// Rule errors come with their lines and carets; they are told as they are.
pub(super) fn told(error: LoadError) -> anyhow::Error {
    match error {
        LoadError::Rules(errors) => anyhow!("in the rule files\n{}", errors.render(stderr().is_terminal())),
        other => other.into(),
    }
}

/// The articles; what was skipped, and what is worth a warning, goes to standard error.
pub(super) fn corpus(input: &Input, look: &Look) -> Result<Corpus> {
    let corpus = read(&sources(input, &input.paths)).map_err(|error| nothing(error, look))?;
    look.tell("skipped", &corpus.skipped);
    look.tell("note", &corpus.notes);
    Ok(corpus)
}

fn sources(input: &Input, paths: &[PathBuf]) -> Sources {
    Sources {
        manifest: input.manifest.clone(),
        published: input.published,
        by_story: input.by_story,
        limits: input.limits(),
        ..Sources::new(paths.to_owned(), today())
    }
}

/// The articles, drafts and their sources alike, and how their figures are set side by side.
pub(super) fn weighed(input: &Input, weighing: &Weighing, look: &Look) -> Result<(Corpus, Settings)> {
    let register = weighing.sources.as_deref().map(Register::read).transpose()?.unwrap_or_default();
    let reconcile = weighing.reconcile.map(Into::into);
    if reconcile == Some(Reconcile::Authority) && register.is_empty() {
        bail!("--reconcile authority needs the grades of sources: give them with --sources FILE.toml");
    }
    let drafts = if weighing.against.is_empty() { BTreeSet::new() } else { drafts(input, weighing, look)? };
    let all = Input { paths: [&input.paths[..], &weighing.against].concat(), ..input.clone() };
    let corpus = corpus(&all, look)?;
    let outlets = corpus.articles.iter().filter_map(|article| article.source.as_ref());
    for name in register.unused(outlets.map(|outlet| outlet.value.as_str())) {
        look.note(&format!("no article is from `{name}`, which --sources declares"));
    }
    Ok((corpus, Settings { by_story: input.by_story, reconcile, register, drafts }))
}

/// The ids of the drafts. Standard input cannot be read twice, so it can be no draft.
fn drafts(input: &Input, weighing: &Weighing, look: &Look) -> Result<BTreeSet<String>> {
    if input.paths.iter().chain(&weighing.against).any(|path| path.as_os_str() == "-") {
        bail!("--against takes files and folders; standard input is neither draft nor source: save it in a file");
    }
    // What is set against nothing would seem to agree.
    read(&sources(input, &weighing.against)).map_err(|error| nothing(error, look)).context("of --against")?;
    let read = read(&sources(input, &input.paths)).map_err(|error| nothing(error, look))?;
    Ok(read.articles.into_iter().map(|article| article.id.to_string()).collect())
}

/// Where nothing could be read, why is said before the error.
fn nothing(error: ReadError, look: &Look) -> anyhow::Error {
    if let ReadError::Nothing { skipped, .. } = &error {
        look.tell("skipped", skipped);
    }
    error.into()
}

/// The day of the run: by the clock, or by `SOURCE_DATE_EPOCH`, so that a run can be repeated.
pub(super) fn today() -> Date {
    let set = || std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok();
    let set = set().and_then(|seconds| Timestamp::from_second(seconds).ok());
    set.unwrap_or_else(Timestamp::now).to_zoned(TimeZone::UTC).date()
}

/// What every article says, with the progress of the work on standard error.
pub(super) fn extracts(corpus: &Corpus, ready: &Ready, input: &Input, look: &Look) -> Vec<Extract> {
    let progress = Progress::of(corpus.articles.len(), look.quiet);
    let done = || progress.tick();
    pipeline::extract_with(&corpus.articles, &ready.rules, &ready.lexicon, input.vague.into(), &done)
}

/// The same, as far as it comes until Ctrl-C: articles that were not reached or took too long are taken out of the corpus and named
/// as skipped.
pub(super) fn extracts_so_far(corpus: &mut Corpus, ready: &Ready, input: &Input, look: &Look) -> Vec<Extract> {
    let progress = Progress::of(corpus.articles.len(), look.quiet);
    let (done, go) = (|| progress.tick(), || !interrupt::asked());
    let (rules, lexicon, vague) = (&ready.rules, &*ready.lexicon, input.vague.into());
    let most = input.limits().time;
    let reached = pipeline::extract_while(&corpus.articles, rules, lexicon, vague, most, &done, &go);
    let left = taken_out(corpus, &reached);
    let (unreached, slow): (Vec<_>, Vec<_>) = left.into_iter().partition(|(why, _)| *why == Unfinished::NotReached);
    let slow: Vec<Skipped> = slow.into_iter().map(|(_, what)| Skipped { what, reason: too_long(most) }).collect();
    look.tell("skipped", &slow);
    if !unreached.is_empty() {
        let (left, all) = (unreached.len(), reached.len());
        look.note(&format!("{left} of {all} articles were not reached; the report is of the others"));
    }
    let again = |(_, what)| Skipped { what, reason: "not reached before Ctrl-C; run again".to_owned() };
    corpus.skipped.extend(slow.into_iter().chain(unreached.into_iter().map(again)));
    corpus.skipped.sort();
    reached.into_iter().filter_map(Result::ok).collect()
}

/// An error where no article, or no draft, could be read to its end: what was not read must not seem to agree. What Ctrl-C ended is
/// told as that.
pub(super) fn something_left(corpus: &Corpus, settings: &Settings) -> Result<()> {
    let is_draft = |article: &Article| settings.drafts.is_empty() || settings.drafts.contains(&*article.id);
    if interrupt::asked() || corpus.articles.iter().any(is_draft) {
        return Ok(());
    }
    let what = if settings.drafts.is_empty() { "article" } else { "draft" };
    bail!("no {what} was read to its end; split what is too long, or raise --max-time")
}

/// Takes the articles that were not read out of a corpus, and gives their ids with why.
fn taken_out(corpus: &mut Corpus, reached: &[Result<Extract, Unfinished>]) -> Vec<(Unfinished, String)> {
    let mut whys = reached.iter().map(|extract| extract.as_ref().err().copied());
    let mut left = Vec::new();
    corpus.articles.retain(|article| {
        let why = whys.next().flatten();
        left.extend(why.map(|why| (why, article.id.to_string())));
        why.is_none()
    });
    left
}

fn too_long(most: Duration) -> String {
    format!("not read to its end within {} seconds; split it, or raise --max-time", most.as_secs())
}

/// The one item whose id begins with `start`.
pub(super) fn by_prefix<'a, T>(items: impl Iterator<Item = (&'a str, T)>, start: &str, what: &str) -> Result<T> {
    if start.is_empty() {
        return Err(anyhow!("the id of the {what} is empty; {}", advice(what)));
    }
    let mut found: Vec<(&str, T)> = items.filter(|(id, _)| id.starts_with(start)).collect();
    if let Some(exact) = found.iter().position(|(id, _)| *id == start) {
        return Ok(found.swap_remove(exact).1);
    }
    match found.len() {
        1 => Ok(found.swap_remove(0).1),
        0 => Err(anyhow!("no {what} has an id that begins with `{start}`; {}", advice(what))),
        n => Err(anyhow!("{n} {what}s have ids that begin with `{start}`; give more of the id")),
    }
}

fn advice(what: &str) -> Cow<'static, str> {
    match what {
        "finding" => "`check` prints the ids of findings; give the same paths and rules to `explain`".into(),
        _ => "`extract` prints the ids of claims; give the same paths and rules to `explain`".into(),
    }
}
