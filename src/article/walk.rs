//! From paths to files: folders are walked, hidden files and what git ignores left out, in a fixed order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::Skipped;
use super::read::ReadError;

/// Endings that are taken when a folder is walked; a file that is named itself may have any.
const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "jsonl", "ndjson", "json"];

/// A file to read, and the sub-folder it stands in below the folder that was named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) folder: Option<String>,
}

/// All files of the paths, sorted by path, each once, and what was passed over.
pub(super) fn find(paths: &[PathBuf]) -> Result<(Vec<Found>, Vec<Skipped>), ReadError> {
    let mut found = Vec::new();
    let mut skipped = Vec::new();
    for path in paths.iter().filter(|path| !is_stdin(path)) {
        if path.is_dir() {
            walk(path, &mut found, &mut skipped);
        } else if path.exists() {
            found.push(Found { path: path.clone(), folder: None });
        } else {
            return Err(ReadError::Missing { path: path.display().to_string() });
        }
    }
    found.sort();
    let mut seen = BTreeSet::new();
    found.retain(|file| seen.insert(std::fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    Ok((found, skipped))
}

/// Whether a path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Walks a folder.
fn walk(root: &Path, found: &mut Vec<Found>, skipped: &mut Vec<Skipped>) {
    let mut passed: BTreeMap<String, usize> = BTreeMap::new();
    for entry in WalkBuilder::new(root).require_git(false).sort_by_file_path(Path::cmp).build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                skipped
                    .push(Skipped { what: root.display().to_string(), reason: format!("{error}; check its rights") });
                continue;
            }
        };
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            match ending(entry.path()) {
                Ok(()) => found.push(Found { folder: folder(root, entry.path()), path: entry.into_path() }),
                Err(Some(kind)) => *passed.entry(kind).or_default() += 1,
                Err(None) => {}
            }
        }
    }
    skipped.extend(passed.into_iter().map(|(kind, count)| passed_over(root, &kind, count)));
}

fn passed_over(root: &Path, kind: &str, count: usize) -> Skipped {
    let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
    let reason = format!("{files} passed over, no article by the name; name a file itself to have it read");
    Skipped { what: format!("{}: {kind}", root.display()), reason }
}

/// Whether a file found in a folder is taken by its name; `Err` with how such files are counted, `None` for a manifest.
fn ending(path: &Path) -> Result<(), Option<String>> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if name == "manifest.csv" {
        return Err(None);
    }
    if name.split('.').next() == Some("readme") {
        return Err(Some("README".to_owned()));
    }
    match name.rsplit_once('.') {
        None => Ok(()),
        Some((_, ending)) if ENDINGS.contains(&ending) => Ok(()),
        Some((_, ending)) => Err(Some(format!("*.{ending}"))),
    }
}

/// The folders between the root and the file.
fn folder(root: &Path, file: &Path) -> Option<String> {
    let between = file.parent()?.strip_prefix(root).ok()?;
    let parts: Vec<_> = between.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}
