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
    /// Rows whose file is not where they say, by its bare name: they hold for a file of that name.
    by_name: BTreeMap<String, (String, Meta)>,
    /// What to know of it: columns that are not read, days that cannot be read.
    pub(super) notes: Vec<Skipped>,
}

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
        let place = std::fs::canonicalize(file).ok();
        let by_path = place.and_then(|place| self.by_path.get(&place));
        let by_name = || self.by_name.get(file.file_name()?.to_str()?).map(|(_, meta)| meta);
        by_path.or_else(by_name).cloned().unwrap_or_default()
    }

    /// The rows whose file was neither beside the manifest nor among the files that are read.
    pub(super) fn missing(&self, files: &[PathBuf]) -> Vec<Skipped> {
        let read: std::collections::BTreeSet<&str> =
            files.iter().filter_map(|file| file.file_name()?.to_str()).collect();
        let missing = self.by_name.iter().filter(|(name, _)| !read.contains(name.as_str()));
        missing.map(|(_, (what, _))| skipped(what, "the file is not there; correct the name or drop the row")).collect()
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
        let place = path.parent().unwrap_or(Path::new("")).join(file);
        match std::fs::canonicalize(place) {
            Ok(place) => drop(self.by_path.insert(place, meta)),
            Err(_) => {
                let name = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or(file);
                self.by_name.insert(name.to_owned(), (what, meta));
            }
        }
    }
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
