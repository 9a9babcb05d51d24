//! `rules test --watch`: a rule is tested again as soon as its file is saved, and only that rule.
//!
//! Files are asked for their time of change rather than watched by the system: a folder of rules is small, and this works
//! alike on every system and on drives of the network.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Result, bail};

use super::target::{ENDING, Target, is_lexicon};
use super::{Bench, options};
use crate::cli::output;
use crate::cli::rules::args::RulesTest;
use crate::report::{Options, trial};
use crate::rule::BESIDE;
use crate::trial::Tested;

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(40);

/// Reports once, then whenever a file changes, until the program is stopped.
pub(super) fn run(test: &RulesTest, target: &Target, bench: &Bench, tested: &[Tested<'_>]) -> Result<bool> {
    let Some(path) = test.path.as_deref() else {
        bail!("the built-in rules cannot be watched; name a folder of rules, or a rule file");
    };
    let mut seen = stamps(path);
    print(|out| trial::write(tested, &options(test, tested.len()), out))?;
    if !test.output.look.quiet {
        output::say(&format!("watching `{}`; end with Ctrl-C", path.display()));
    }
    loop {
        std::thread::sleep(PAUSE);
        let now = stamps(path);
        let changed = now.iter().filter(|(file, stamp)| seen.get(*file) != Some(stamp));
        for file in changed.map(|(file, _)| file) {
            if let Err(error) = again(file, test, target, bench) {
                return if is_closed(&error) { Ok(false) } else { Err(error) };
            }
        }
        seen = now;
    }
}

/// Tests the rule of a file that was saved. What is wrong with the file is told, and the watch goes on.
fn again(saved: &Path, test: &RulesTest, target: &Target, bench: &Bench) -> Result<()> {
    if is_lexicon(saved) {
        output::say(&format!(
            "note: `{}` has changed; names and shared words are read once: start again",
            saved.display()
        ));
        return Ok(());
    }
    let began = Instant::now();
    let Ok(content) = std::fs::read_to_string(saved) else { return Ok(()) };
    let alone = match target.reread(saved, &content) {
        Ok(alone) => alone,
        Err(error) => return print(|out| writeln!(out, "{error:#}\n")),
    };
    let Some(tested) = bench.test(&alone)? else { return Ok(()) };
    tested.taken.as_ref().map_or(Ok(()), super::album::set_aside)?;
    let options = Options { all: test.all, ..test.output.options() };
    print(|out| {
        trial::rule(&tested, &options, out)?;
        writeln!(out, "{} tested in {} ms\n", tested.rule.id(), began.elapsed().as_millis())
    })
}

/// Whether nobody reads any more, which ends the watch.
fn is_closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut out = io::stdout().lock();
    write(&mut out).and_then(|()| out.flush()).map_err(Into::into)
}

/// When each file was changed last; a file that cannot be asked is left out until it can.
fn stamps(path: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let files = if path.is_file() { vec![path.to_owned()] } else { below(path) };
    files.into_iter().filter_map(|file| Some((file.clone(), file.metadata().ok()?.modified().ok()?))).collect()
}

/// The rule and lexicon files of a folder and of its packs, by name alone.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let beside = |path: &PathBuf| BESIDE.iter().any(|name| path.ends_with(name));
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries(folder).partition(|path| path.is_dir());
    let packed = folders.iter().filter(|path| !beside(path)).flat_map(|pack| entries(pack));
    files.into_iter().chain(packed).filter(|path| path.extension().is_some_and(|ending| ending == ENDING)).collect()
}
