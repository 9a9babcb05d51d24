//! The manifest: a CSV file that adds metadata to the files beside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::meta::{Key, Meta};
use super::read::ReadError;
use super::{Origin, Skipped};

/// What a manifest says, by file.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// Rows by the place of their file, made absolute.
    by_path: BTreeMap<PathBuf, Meta>,
    /// Rows whose file is not where they say, by its bare name.
    by_name: BTreeMap<String, Vec<(String, Meta)>>,
    /// What to know of it: columns that are not read, days that cannot be read.
    pub(super) notes: Vec<Skipped>,
}

const ABSENT: &str = "the file is not there; correct the name or drop the row";
const SEVERAL: &str =
    "the file is not there, and its bare name fits several files or rows; write its path from the manifest's folder";

impl Manifest {
    /// Reads a manifest.
    pub(super) fn read(path: &Path) -> Result<Self, ReadError> {
        let bytes = std::fs::read(path).map_err(|error| fault(path, 0, &error.to_string()))?;
        let decoded = super::decode::decode(bytes).map_err(|problem| fault(path, 0, &problem))?;
        let mut rows = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(decoded.text.as_bytes());
        let columns = rows.headers().map_err(|error| csv_fault(path, &error))?.clone();
        let mut manifest = Self::default();
        let file = manifest.check_columns(path, &columns)?;
        for row in rows.records() {
            let row = row.map_err(|error| csv_fault(path, &error))?;
            let line = row.position().map_or(0, csv::Position::line);
            manifest.add(path, line, row.get(file).unwrap_or_default(), &columns, &row);
        }
        Ok(manifest)
    }

    /// What it says of a file.
    pub(super) fn of(&self, file: &Path) -> Meta {
        place(file).and_then(|place| self.by_path.get(&place)).cloned().unwrap_or_default()
    }

    /// Finds, among the files that are read, those of rows that do not say where they are; only a bare name that one row and
    /// one file have is enough. What was not found is returned.
    pub(super) fn settle(&mut self, files: &[PathBuf]) -> Vec<Skipped> {
        let mut missing = Vec::new();
        for (name, mut rows) in std::mem::take(&mut self.by_name) {
            let mut named = files.iter().filter(|file| file.file_name().is_some_and(|it| it == name.as_str()));
            match (named.next(), named.next(), rows.len()) {
                (Some(file), None, 1) => self.by_path.extend(place(file).zip(rows.pop().map(|(_, meta)| meta))),
                (Some(_), ..) => missing.extend(rows.iter().map(|(what, _)| skipped(what, SEVERAL))),
                (None, ..) => missing.extend(rows.iter().map(|(what, _)| skipped(what, ABSENT))),
            }
        }
        missing
    }

    /// The column `file`; columns that nothing reads are noted.
    fn check_columns(&mut self, path: &Path, columns: &csv::StringRecord) -> Result<usize, ReadError> {
        let shown = path.display();
        for column in columns.iter().filter(|column| *column != "file" && Key::named(column).is_none()) {
            let known: Vec<&str> = Key::ALL.into_iter().map(Key::name).collect();
            let reason = format!("the column is not read; known are `file`, `{}`", known.join("`, `"));
            self.notes.push(skipped(&format!("{shown}: column `{column}`"), &reason));
        }
        let missing = || fault(path, 1, "there is no column `file`; the first line must name the columns");
        columns.iter().position(|column| column == "file").ok_or_else(missing)
    }

    /// Takes up one row.
    fn add(&mut self, path: &Path, line: u64, file: &str, columns: &csv::StringRecord, row: &csv::StringRecord) {
        let what = format!("{}:{line}: `{file}`", path.display());
        let mut meta = Meta::default();
        for (column, value) in columns.iter().zip(row) {
            let Some(key) = Key::named(column) else { continue };
            if let Err(problem) = meta.set(key, value, Origin::Manifest) {
                self.notes.push(skipped(&what, &problem));
            }
        }
        let beside = path.parent().unwrap_or(Path::new("")).join(file);
        if let Some(place) = place(&beside) {
            self.by_path.insert(place, meta);
        } else {
            let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
            self.by_name.entry(name.to_owned()).or_default().push((what, meta));
        }
    }
}

/// The place of a file that exists, in one form.
fn place(file: &Path) -> Option<PathBuf> {
    std::fs::canonicalize(file).ok()
}

fn skipped(what: &str, reason: &str) -> Skipped {
    Skipped { what: what.to_owned(), reason: reason.to_owned() }
}

fn csv_fault(path: &Path, error: &csv::Error) -> ReadError {
    let line = error.position().map_or(0, csv::Position::line);
    let problem = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!(
                "{len} fields where the first line names {expected_len}; a value with a comma needs quotation marks"
            )
        }
        _ => "no valid CSV; check quotation marks and commas".to_owned(),
    };
    fault(path, line, &problem)
}

fn fault(path: &Path, line: u64, problem: &str) -> ReadError {
    ReadError::Manifest { path: path.display().to_string(), line, problem: problem.to_owned() }
}
