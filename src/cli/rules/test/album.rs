//! The snapshots of a folder of rules: where the articles and the files stand; reading, keeping, accepting.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use jiff::civil::Date;

use super::target::{Target, above, is_rule};
use crate::article::{Corpus, Sources, read};
use crate::cli::options::Look;
use crate::cli::rules::args::RulesTest;
use crate::lexicon::Lexicon;
use crate::report::claims;
use crate::rule::{Rule, RuleSet};
use crate::trial::{Scanned, Snapshot, Taken};

/// The ending of a snapshot, and of one that waits to be accepted.
const ENDING: &str = "snap";
const PENDING: &str = "snap.new";

/// Articles in which rules are tried, and the folder that keeps what they find.
pub(super) struct Album {
    articles: PathBuf,
    snapshots: PathBuf,
    scanned: Scanned,
}

impl Album {
    /// Reads and scans the articles; `None` where there are none and none are asked for.
    pub(super) fn open(test: &RulesTest, target: &Target, lexicon: &Lexicon) -> Result<Option<Self>> {
        let Some((articles, snapshots)) = places(test, target)? else {
            if test.accept || test.review {
                bail!("there are no articles to take snapshots of; {}", advice(target));
            }
            return Ok(None);
        };
        // No article of a test lies in the future, whatever the day of the run.
        let corpus = read(&Sources::new(vec![articles.clone()], Date::MAX))?;
        tell(&test.output.look, &corpus);
        Ok(Some(Self { articles, snapshots, scanned: Scanned::of(corpus.articles, lexicon) }))
    }

    /// What a rule finds, beside what it found before.
    pub(super) fn take(&self, alone: &RuleSet, rule: &Rule, lexicon: &Lexicon) -> Result<Taken> {
        let contents = claims::lines(&self.scanned.claims(alone, lexicon), &self.articles);
        let found = Snapshot { source: format!("{}/{}.toml", rule.pack(), rule.id()), contents };
        let path = self.snapshots.join(format!("{}.{ENDING}", rule.id()));
        Ok(Taken { kept: kept(&path)?, path, articles: self.scanned.len(), found, accepted: false })
    }

    /// The snapshots of rules that are gone, sorted.
    pub(super) fn orphans(&self, rules: &[RuleSet]) -> Vec<PathBuf> {
        let files = std::fs::read_dir(&self.snapshots).into_iter().flatten().flatten().map(|entry| entry.path());
        let known = |path: &PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let id =
                name.strip_suffix(PENDING).or_else(|| name.strip_suffix(ENDING)).map(|id| id.trim_end_matches('.'));
            id.is_none_or(|id| rules.iter().any(|alone| alone.get(id).is_some()))
        };
        let mut orphans: Vec<PathBuf> = files.filter(|path| !known(path) && is_ours(path)).collect();
        orphans.sort();
        orphans
    }
}

/// Sets what was found aside until somebody accepts it; what waits no longer is removed.
pub(super) fn set_aside(taken: &Taken) -> Result<()> {
    let waiting = waiting(taken);
    if taken.is_pending() {
        return write(&waiting, &taken.found);
    }
    if waiting.exists() { remove(&waiting) } else { Ok(()) }
}

/// Takes over what was found.
pub(super) fn accept(taken: &mut Taken) -> Result<()> {
    if taken.is_pending() {
        write(&taken.path, &taken.found)?;
        taken.accepted = true;
    }
    set_aside(taken)
}

/// Forgets what was found: the snapshot stays as it is.
pub(super) fn reject(taken: &Taken) -> Result<()> {
    remove(&waiting(taken))
}

/// Removes a file.
pub(super) fn remove(path: &Path) -> Result<()> {
    std::fs::remove_file(path).with_context(|| format!("cannot remove `{}`; check its rights", path.display()))
}

fn waiting(taken: &Taken) -> PathBuf {
    taken.path.with_extension(PENDING)
}

fn write(path: &Path, snapshot: &Snapshot) -> Result<()> {
    let failed = || format!("cannot write `{}`; check that its folder may be written to", path.display());
    std::fs::create_dir_all(above(path)).with_context(failed)?;
    std::fs::write(path, snapshot.render()).with_context(failed)
}

fn kept(path: &Path) -> Result<Option<Snapshot>> {
    if !path.exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    Snapshot::parse(&text).map(Some).with_context(|| path.display().to_string())
}

/// Whether a file is a snapshot of a rule, not of something else that is kept in the same folder.
fn is_ours(path: &Path) -> bool {
    kept(path).ok().flatten().is_some_and(|snapshot| is_rule(Path::new(&snapshot.source)))
}

/// Where the articles and their snapshots stand: as given; else in the folder of rules; else beside it, as in the repository of the
/// program: `examples` and `snapshots/rules`.
fn places(test: &RulesTest, target: &Target) -> Result<Option<(PathBuf, PathBuf)>> {
    let home = target.home.clone().unwrap_or_else(|| PathBuf::from("rules"));
    let inside = (home.join("articles"), home.join("snapshots"));
    let beside = (tidy(above(&home).join("examples")), tidy(above(&home).join("snapshots").join("rules")));
    let found = match (target.home.is_some() && inside.0.is_dir(), beside.0.is_dir() && beside.1.is_dir()) {
        (true, _) => Some(inside.clone()),
        (false, true) => Some(beside),
        (false, false) => None,
    };
    let snapshots = test.snapshots.clone().or_else(|| found.as_ref().map(|found| found.1.clone()));
    match (&test.articles, snapshots) {
        (Some(articles), Some(snapshots)) => Ok(Some((articles.clone(), snapshots))),
        (Some(articles), None) if target.home.is_some() => Ok(Some((articles.clone(), inside.1))),
        (Some(_), None) => bail!("where do the snapshots of the built-in rules stand? say --snapshots DIR"),
        (None, snapshots) => Ok(found.map(|(articles, beside)| (articles, snapshots.unwrap_or(beside)))),
    }
}

/// A path without a leading `./`, which articles would carry in their names.
fn tidy(path: PathBuf) -> PathBuf {
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

fn advice(target: &Target) -> String {
    let home = target.home.as_deref().map_or_else(|| "rules".into(), |home| home.display().to_string());
    format!("put some into `{home}/articles`, or name a folder with --articles")
}

fn tell(look: &Look, corpus: &Corpus) {
    look.tell("skipped", &corpus.skipped);
    look.tell("note", &corpus.notes);
}
