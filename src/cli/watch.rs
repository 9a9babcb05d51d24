//! `check --watch`: a folder is checked again as soon as something in it changes, and what is new is shown.
//!
//! Files are asked for their time of change rather than watched by the system, which works alike on every system and on drives
//! of the network.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Result, bail};

use super::args::Check;
use super::check::{self, Checked};
use super::format::CheckFormat;
use super::output::{self, print};
use super::targets::Target;
use super::{Outcome, interrupt};
use crate::article;
use crate::history::{Run, compare};
use crate::report::{names, runs};

/// How often files are looked at, at the least; looking takes a tenth of the time at the most.
const PAUSE: Duration = Duration::from_millis(200);

/// When a file changed last, and its size.
type Stamps = BTreeMap<PathBuf, (SystemTime, u64)>;

/// Checks and reports, then tells what is new whenever a file changes, until Ctrl-C.
pub(super) fn run(check: &Check, files: &[Target<CheckFormat>]) -> Result<Outcome> {
    if check.format != CheckFormat::Table {
        bail!("--watch tells what is new in words; leave --format out, or write files with --output");
    }
    if check.input.paths.iter().any(|path| path.as_os_str() == "-") {
        bail!("--watch takes files and folders; standard input ends and never changes");
    }
    let mut seen = stamps(check);
    let first = check::checked(check, files)?;
    check::write_all(check, files, &first)?;
    let mut before = known(&first);
    check.output.look.note("watching; end with Ctrl-C");
    while !interrupt::asked() {
        let began = Instant::now();
        let now = stamps(check);
        if now != seen {
            // What is still being written is looked at again.
            std::thread::sleep(PAUSE);
            seen = stamps(check);
            if seen == now {
                before = again(check, files, before)?;
            } else {
                seen = Stamps::new();
            }
            continue;
        }
        std::thread::sleep(PAUSE.max(began.elapsed() * 10));
    }
    Ok(Outcome::Interrupted)
}

fn known(checked: &Checked) -> Run {
    Run::of(&checked.report.findings, &checked.report.matters, names::class)
}

/// Checks again and tells what is new. What stops the run is told, and the watch goes on.
fn again(check: &Check, files: &[Target<CheckFormat>], before: Run) -> Result<Run> {
    let checked = match check::checked(check, files) {
        Ok(checked) => checked,
        Err(error) => {
            output::say(&format!("error: {error:#}"));
            return Ok(before);
        }
    };
    if interrupt::asked() {
        return Ok(before);
    }
    check::write_files(check, files, &checked)?;
    let after = known(&checked);
    let changes = compare(before, &after);
    let told = runs::told(&changes, &after, check.all);
    print(|out| runs::write(&told, &check.output.look.on_terminal(), out))?;
    Ok(after)
}

/// The stamps of all that a check reads.
fn stamps(check: &Check) -> Stamps {
    let besides = [&check.input.manifest, &check.weighing.sources, &check.decisions, &check.baseline];
    let rules = check.selection.rules.as_deref().map(below).unwrap_or_default();
    let paths = [&check.input.paths[..], &check.weighing.against].concat();
    let files = article::files(&paths).into_iter().chain(besides.into_iter().flatten().cloned()).chain(rules);
    let stamp = |file: PathBuf| {
        let data = file.metadata().ok()?;
        let stamp = (data.modified().ok()?, data.len());
        Some((file, stamp))
    };
    files.filter_map(stamp).collect()
}

/// The files of a folder and of those in it.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries(folder).partition(|path| path.is_dir());
    files.into_iter().chain(folders.iter().flat_map(|folder| entries(folder))).collect()
}
