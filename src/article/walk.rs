//! From paths to files: folders are walked, hidden files and what git ignores left out, in a fixed order.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::Skipped;
use super::read::ReadError;

/// Endings that are taken when a folder is walked; a file that is named itself may have any.
const ENDINGS: [&str; 11] =
    ["txt", "text", "md", "markdown", "jsonl", "ndjson", "json", "html", "htm", "xhtml", "shtml"];

/// A file to read, and the sub-folder it stands in below the folder that was named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) folder: Option<String>,
}

/// What the paths lead to.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// All files to read, sorted by path, each once.
    pub(super) files: Vec<Found>,
    /// What could not be looked into.
    pub(super) skipped: Vec<Skipped>,
    /// How many files of folders are no articles by their names, by kind.
    pub(super) passed: BTreeMap<String, usize>,
}

/// Follows the paths. One that does not exist is skipped and named, unless none exists.
pub(super) fn find(paths: &[PathBuf]) -> Result<Walked, ReadError> {
    let Walked { files: mut found, mut skipped, mut passed } = Walked::default();
    let mut missing = Vec::new();
    for path in paths.iter().filter(|path| !is_stdin(path)) {
        if path.is_dir() {
            walk(path, &mut found, &mut skipped, &mut passed);
        } else if path.exists() {
            found.push(Found { path: path.clone(), folder: None });
        } else {
            missing.push(path.display().to_string());
        }
    }
    if missing.len() == paths.len()
        && let Some(path) = missing.first()
    {
        return Err(ReadError::Missing { path: path.clone() });
    }
    let reason = "it does not exist; check the path";
    skipped.extend(missing.into_iter().map(|what| Skipped { what, reason: reason.to_owned() }));
    found.sort();
    let mut seen = BTreeSet::new();
    found.retain(|file| seen.insert(std::fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    Ok(Walked { files: found, skipped, passed })
}

/// The files that the paths lead to, as they are read, sorted; none where a path cannot be followed.
pub fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let found = find(paths).map(|walked| walked.files).unwrap_or_default();
    found.into_iter().map(|file| file.path).collect()
}

/// Whether a walk of `folder` would take `file`, whether it exists or not, by its place and its name; both as canonical paths.
pub fn would_read(folder: &Path, file: &Path) -> bool {
    let Ok(below) = file.strip_prefix(folder) else { return false };
    let hidden = |part: &std::ffi::OsStr| part.to_string_lossy().starts_with('.');
    ending(file).is_ok() && !below.iter().any(hidden)
}

/// Whether a path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Walks a folder.
fn walk(root: &Path, found: &mut Vec<Found>, skipped: &mut Vec<Skipped>, passed: &mut BTreeMap<String, usize>) {
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
            let kind =
                if is_part_of_page(root, entry.path()) { Err("*_files/*".to_owned()) } else { ending(entry.path()) };
            match kind {
                Ok(()) => found.push(Found { folder: folder(root, entry.path()), path: entry.into_path() }),
                Err(kind) => *passed.entry(kind).or_default() += 1,
            }
        }
    }
}

/// Whether a file lies in the folder that a browser made beside a page when it saved it: `story_files` beside `story.html`.
fn is_part_of_page(root: &Path, file: &Path) -> bool {
    let folders = file.ancestors().skip(1).take_while(|folder| *folder != root);
    folders.filter_map(|folder| Some((folder, folder.file_name()?.to_str()?.strip_suffix("_files")?))).any(
        |(folder, stem)| {
            ["html", "htm"].iter().any(|ending| folder.with_file_name(format!("{stem}.{ending}")).is_file())
        },
    )
}

/// Whether a file found in a folder is taken by its name; `Err` with how such files are counted.
fn ending(path: &Path) -> Result<(), String> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if name == "manifest.csv" {
        return Err(name);
    }
    if name.split('.').next() == Some("readme") {
        return Err("README".to_owned());
    }
    match name.rsplit_once('.') {
        None => Ok(()),
        Some((_, ending)) if ENDINGS.contains(&ending) => Ok(()),
        Some((_, ending)) => Err(format!("*.{ending}")),
    }
}

/// The folders between the root and the file.
fn folder(root: &Path, file: &Path) -> Option<String> {
    let between = file.parent()?.strip_prefix(root).ok()?;
    let parts: Vec<_> = between.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}
