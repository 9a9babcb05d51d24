//! Reading: from paths to a corpus, in an order that depends on nothing but the articles.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use thiserror::Error;

use super::assemble::{Manuscript, assemble, manuscripts};
use super::manifest::Manifest;
use super::meta::Meta;
use super::walk::{Found, Walked, find, is_stdin};
use super::{Article, Limits, Origin, Skipped};

/// Where articles come from, and what is known of all of them.
#[derive(Clone, Debug)]
pub struct Sources {
    /// Files, folders, and `-` for standard input.
    pub paths: Vec<PathBuf>,
    /// A CSV file that adds metadata.
    pub manifest: Option<PathBuf>,
    /// The day of publication of articles that do not say theirs.
    pub published: Option<Date>,
    /// Whether an article without a story of its own is filed under its sub-folder.
    pub by_story: bool,
    /// How much is read of one file.
    pub limits: Limits,
    /// The day of the run: later days of publication are named.
    pub today: Date,
}

impl Sources {
    /// Sources without a manifest or options, within the usual limits.
    pub fn new(paths: Vec<PathBuf>, today: Date) -> Self {
        Self { paths, manifest: None, published: None, by_story: false, limits: Limits::default(), today }
    }
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The articles, sorted by id; ids are unique.
    pub articles: Vec<Article>,
    /// What could not be read, sorted.
    pub skipped: Vec<Skipped>,
    /// How many files of the folders were passed over, being no articles by their names; by kind ("*.png").
    pub passed_over: BTreeMap<String, usize>,
    /// What was read and is worth a warning (a guessed encoding, a future day, a column nobody reads), sorted.
    pub notes: Vec<Skipped>,
}

/// What stops a run.
#[derive(Debug, Error)]
pub enum ReadError {
    /// A path does not exist.
    #[error("`{path}` does not exist; check the path")]
    Missing {
        /// The path as given.
        path: String,
    },
    /// The manifest cannot be read.
    #[error("manifest `{path}`{}: {problem}", at_line(*line))]
    Manifest {
        /// Its path.
        path: String,
        /// The line, 0 where the file as a whole is at fault.
        line: u64,
        /// What is wrong and what to do.
        problem: String,
    },
    /// Nothing could be read.
    #[error("no article in {paths}; give web pages, text, Markdown or JSON-lines files, or a folder of them")]
    Nothing {
        /// The paths as given.
        paths: String,
        /// What was there and why it was not read.
        skipped: Vec<Skipped>,
    },
}

impl ReadError {
    /// Where nothing could be read, the files that were passed over say why.
    fn beside(mut self, passed: &BTreeMap<String, usize>) -> Self {
        if let Self::Nothing { skipped, .. } = &mut self {
            let told = |(kind, count): (&String, &usize)| {
                let files = if *count == 1 { "1 file".to_owned() } else { format!("{count} files") };
                let reason = format!("{files} passed over, no article by the name; name a file itself to have it read");
                Skipped { what: kind.clone(), reason }
            };
            skipped.extend(passed.iter().map(told));
        }
        self
    }
}

/// A line for a message; nothing where the file as a whole is at fault.
fn at_line(line: u64) -> String {
    if line == 0 { String::new() } else { format!(", line {line}") }
}

/// Reads all articles of the sources. What cannot be read is named and does not stop the run.
pub fn read(sources: &Sources) -> Result<Corpus, ReadError> {
    let mut manifest = sources.manifest.as_deref().map(Manifest::read).transpose()?.unwrap_or_default();
    let Walked { mut files, skipped, passed } = find(&sources.paths)?;
    files.retain(|file| sources.manifest.as_deref() != Some(&file.path));
    let paths: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    let missing = manifest.settle(&paths);
    let mut batches: Vec<Batch> = files.par_iter().map(|file| read_file(file, sources, &manifest)).collect();
    if sources.paths.iter().any(|path| is_stdin(path)) {
        batches.push(read_bytes(stdin().lock(), "-", &Meta::default(), sources));
    }
    let first = Batch { skipped: [skipped, missing].concat(), notes: manifest.notes, ..Batch::default() };
    match corpus(batches, first, sources) {
        Ok(corpus) => Ok(Corpus { passed_over: passed, ..corpus }),
        Err(error) => Err(error.beside(&passed)),
    }
}

/// Reads one input as if it were a file of this name.
pub fn read_as(name: &str, input: impl Read, sources: &Sources) -> Result<Corpus, ReadError> {
    corpus(vec![read_bytes(input, name, &Meta::default(), sources)], Batch::default(), sources)
}

/// What came of one file.
#[derive(Default)]
struct Batch {
    articles: Vec<Article>,
    skipped: Vec<Skipped>,
    notes: Vec<Skipped>,
}

fn read_file(file: &Found, sources: &Sources, manifest: &Manifest) -> Batch {
    let name = file.path.display().to_string();
    let mut meta = manifest.of(&file.path);
    if sources.by_story {
        meta.story = meta.story.or_else(|| file.folder.clone());
    }
    match File::open(&file.path) {
        Ok(open) => read_bytes(open, &name, &meta, sources),
        Err(error) => Batch::skipped(&name, &format!("{error}; check its rights")),
    }
}

/// Reads one input; `given` is what the manifest and the folder say of it.
fn read_bytes(input: impl Read, name: &str, given: &Meta, sources: &Sources) -> Batch {
    let size = sources.limits.size;
    let mut bytes = Vec::new();
    if let Err(error) = input.take(size.saturating_add(1)).read_to_end(&mut bytes) {
        return Batch::skipped(name, &format!("{error}; check the file"));
    }
    if bytes.len() as u64 > size {
        return Batch::skipped(name, &format!("larger than {size} bytes; split it, or raise --max-size"));
    }
    let decoded = match super::decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(reason) => return Batch::skipped(name, &reason),
    };
    let mut batch = Batch::default();
    batch.note(name, decoded.note);
    let option = Meta::dated(sources.published, Origin::Option);
    let read = manuscripts(Path::new(name), decoded.text, &sources.limits);
    let taken: Vec<Batch> = read.into_par_iter().map(|read| take(read, given, &option, sources.today)).collect();
    for one in taken {
        batch.extend(one);
    }
    batch
}

/// Makes an article of what one manuscript holds.
fn take(read: Result<Manuscript, Skipped>, given: &Meta, option: &Meta, today: Date) -> Batch {
    let mut batch = Batch::default();
    match read {
        Err(skipped) => batch.skipped.push(skipped),
        Ok(mut manuscript) => {
            let name = manuscript.what.clone();
            for note in std::mem::take(&mut manuscript.notes) {
                batch.note(&name, Some(note));
            }
            match assemble(manuscript, given, option) {
                Ok(article) => {
                    batch.note(&name, future(&article, today));
                    batch.articles.push(article);
                }
                Err(reason) => batch.skipped.push(Skipped { what: name, reason }),
            }
        }
    }
    batch
}

fn future(article: &Article, today: Date) -> Option<String> {
    let day = article.published.as_ref()?.value;
    (day > today).then(|| format!("published on {day}, after today ({today}); check the date"))
}

impl Batch {
    fn skipped(name: &str, reason: &str) -> Self {
        Self { skipped: vec![Skipped { what: name.to_owned(), reason: reason.to_owned() }], ..Self::default() }
    }

    fn note(&mut self, name: &str, note: Option<String>) {
        self.notes.extend(note.map(|reason| Skipped { what: name.to_owned(), reason }));
    }

    fn extend(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.skipped.extend(other.skipped);
        self.notes.extend(other.notes);
    }
}

/// Puts batches together; of two articles with one id the first that was read is kept.
fn corpus(batches: Vec<Batch>, first: Batch, sources: &Sources) -> Result<Corpus, ReadError> {
    let mut all = first;
    let mut by_id: BTreeMap<Arc<str>, Article> = BTreeMap::new();
    for mut batch in batches {
        for article in std::mem::take(&mut batch.articles) {
            if by_id.contains_key(&article.id) {
                let reason = "another article has the same id and was read first; give each an id of its own";
                all.skipped.push(Skipped { what: article.id.to_string(), reason: reason.to_owned() });
            } else {
                by_id.insert(article.id.clone(), article);
            }
        }
        all.extend(batch);
    }
    all.skipped.sort();
    all.notes.sort();
    if by_id.is_empty() {
        let paths: Vec<String> = sources.paths.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(ReadError::Nothing { paths: paths.join(", "), skipped: all.skipped });
    }
    Ok(Corpus { articles: by_id.into_values().collect(), skipped: all.skipped, notes: all.notes, ..Corpus::default() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn from_stdin(bytes: &[u8]) -> Corpus {
        let sources = Sources::new(vec![PathBuf::from("-")], date(2024, 5, 2));
        let batch = read_bytes(bytes, "-", &Meta::default(), &sources);
        corpus(vec![batch], Batch::default(), &sources).unwrap()
    }

    #[test]
    fn standard_input_is_one_text_or_records() {
        let text = from_stdin(b"---\nsource: Outlet\n---\nThe talks lasted two hours.");
        assert_eq!((&*text.articles[0].id, text.articles[0].text()), ("-", "The talks lasted two hours."));
        assert_eq!(text.articles[0].source.as_ref().unwrap().value, "Outlet");
        let records = from_stdin(b"{\"text\": \"One man.\"}\n{\"text\": 2}\n{\"text\": \"Two men.\"}\n");
        let ids: Vec<&str> = records.articles.iter().map(|article| &*article.id).collect();
        assert_eq!(ids, ["-:1", "-:3"]);
        assert_eq!(records.skipped[0].what, "-:2");
        assert!(records.articles[0].source.is_none());
    }
}
