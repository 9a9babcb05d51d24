//! A user's own folder of TOML files, laid over the embedded lexicon.

use std::fs;
use std::path::{Path, PathBuf};

use super::compile::{Compiler, EntryRow, NONE, Tables};
use super::embedded::kind_of;
use super::{Entry, EntryId, Lexicon};

/// What is wrong with a file of the user's lexicon, and where.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// The folder or a file cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is not of the lexicon's form.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// The files do not fit together.
    #[error("{}: {message}; add the missing entry or correct `in`", path.display())]
    Unresolved {
        /// The folder.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
}

impl Lexicon {
    /// The embedded lexicon with the `*.toml` files of a folder laid over it, in the order of their names. An entry of a
    /// key that stands replaces it and adds its names; word lists of one name are joined. All bad files are reported.
    pub fn extended(folder: &Path) -> Result<Self, Vec<LexiconError>> {
        let mut compiler = Compiler::from_tables(Self::embedded().tables());
        let mut errors = Vec::new();
        for path in toml_files(folder).map_err(|error| vec![error])? {
            match read(&path) {
                Ok(file) => compiler.add(file),
                Err(error) => errors.push(error),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let unresolved = |message| vec![LexiconError::Unresolved { path: folder.to_owned(), message }];
        compiler.finish().map(Self::from_tables).map_err(unresolved)
    }

    /// The tables again, for extending.
    fn tables(&self) -> Tables {
        let owned = |words: &[std::borrow::Cow<'static, str>]| words.iter().map(ToString::to_string).collect();
        let row = |entry: &Entry| EntryRow {
            key: entry.key.to_string(),
            name: entry.name.to_string(),
            kind: entry.kind as u8,
            capital: entry.capital,
            part_of: entry.part_of.map_or(NONE, |id| id.0),
            sort: entry.sort.to_string(),
            offices: owned(&entry.offices),
        };
        Tables {
            entries: self.entries.iter().map(row).collect(),
            names: self.names.to_vec(),
            words: self.words.to_vec(),
            shapes: self.shapes.to_vec(),
            slots: Vec::new(),
            bits: Default::default(),
            lists: self.lists.iter().map(|(list, words)| (list.to_string(), owned(words))).collect(),
        }
    }

    fn from_tables(tables: Tables) -> Self {
        let entries: Vec<Entry> = tables.entries.into_iter().map(entry).collect();
        let telling = super::telling(|list| tables.lists.get(list).map_or(&[][..], Vec::as_slice));
        let lists = tables.lists.into_iter();
        Self {
            keys: (0..).map(EntryId).zip(&entries).map(|(id, entry)| (entry.key.clone(), id)).collect(),
            entries,
            bits: tables.bits.map(Into::into),
            names: tables.names.into(),
            words: tables.words.into(),
            shapes: tables.shapes.into(),
            slots: tables.slots.into(),
            telling,
            lists: lists.map(|(list, words)| (list.into(), words.into_iter().map(Into::into).collect())).collect(),
            holders: std::sync::OnceLock::new(),
            listed: std::sync::OnceLock::new(),
            happened: std::sync::OnceLock::new(),
        }
    }
}

fn entry(row: EntryRow) -> Entry {
    Entry {
        key: row.key.into(),
        kind: kind_of(row.kind),
        name: row.name.into(),
        part_of: (row.part_of != NONE).then_some(EntryId(row.part_of)),
        capital: row.capital,
        sort: row.sort.into(),
        offices: row.offices.into_iter().map(Into::into).collect(),
    }
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let unreadable = |source| LexiconError::Unreadable { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for item in fs::read_dir(folder).map_err(unreadable)? {
        let path = item.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<super::source::SourceFile, LexiconError> {
    let unreadable = |source| LexiconError::Unreadable { path: path.to_owned(), source };
    let text = fs::read_to_string(path).map_err(unreadable)?;
    toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let before = &text[..text.floor_char_boundary(start)];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        LexiconError::Malformed { path: path.to_owned(), line, column, message: error.message().to_owned() }
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{Lexicon, LexiconError};

    #[test]
    fn a_folder_adds_entries_names_and_words() {
        let folder = tempfile::tempdir().unwrap();
        let text = "[city]\nwellbrook = { name = \"Wellbrook\", in = \"country:gb\", aliases = [\"Old Wells\"] }\n\
                    [words]\nboats = [\"dinghy\"]\n";
        std::fs::write(folder.path().join("mine.toml"), text).unwrap();
        let lexicon = Lexicon::extended(folder.path()).unwrap();
        let city = lexicon.by_key("city:wellbrook").unwrap();
        assert_eq!(lexicon.country_of(city), lexicon.by_key("country:gb"));
        assert_eq!(lexicon.words("boats").len(), 1);
        assert!(lexicon.by_key("country:ru").is_some());
        assert!(!lexicon.group(crate::lexicon::compile::hash("old")).is_empty());
        assert!(!lexicon.group(crate::lexicon::compile::hash("russia")).is_empty());
    }

    #[test]
    fn errors_name_file_line_and_column() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("bad.toml"), "[city]\nx = { nam = \"X\" }\n").unwrap();
        let errors = Lexicon::extended(folder.path()).unwrap_err();
        assert!(matches!(errors[0], LexiconError::Malformed { line: 2, .. }), "{errors:?}");
        std::fs::write(folder.path().join("bad.toml"), "[city]\nx = { name = \"X\", in = \"country:zz\" }\n").unwrap();
        let message = Lexicon::extended(folder.path()).unwrap_err()[0].to_string();
        assert!(message.contains("country:zz"), "{message}");
    }
}
