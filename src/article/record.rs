//! One article, as every later room sees it.

use std::sync::Arc;

use jiff::civil::Date;

use super::Span;

/// Where a piece of metadata was learned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// A field of a JSON-lines record.
    Record,
    /// A column of the manifest.
    Manifest,
    /// Front matter.
    FrontMatter,
    /// JSON-LD of a web page.
    JsonLd,
    /// `OpenGraph` properties of a web page.
    OpenGraph,
    /// Another `meta` element of a web page.
    Meta,
    /// A `time` element or microdata in the text of a web page.
    Time,
    /// Another element of a web page: its title, headline, byline, canonical link, language.
    Markup,
    /// A date line or headline at the top of the text.
    TopLine,
    /// The file's name or its folder's.
    FileName,
    /// An option on the command line.
    Option,
    /// Inferred from the text because nothing else fits it.
    Inferred,
}

impl Origin {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Manifest => "manifest",
            Self::FrontMatter => "front-matter",
            Self::JsonLd => "json-ld",
            Self::OpenGraph => "open-graph",
            Self::Meta => "meta",
            Self::Time => "time",
            Self::Markup => "markup",
            Self::TopLine => "top-line",
            Self::FileName => "file-name",
            Self::Option => "option",
            Self::Inferred => "inferred",
        }
    }
}

/// A value with where it was learned from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it was learned from.
    pub from: Origin,
}

/// One of the places where a web page says something of its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The field: `title`, `published`, …
    pub field: &'static str,
    /// What stands there.
    pub value: String,
    /// Where it stands.
    pub from: Origin,
    /// Whether it says the same as the reading that was taken, the first of its field that can be read.
    pub agrees: bool,
}

/// A publication or modification day with where it was learned from.
pub type Dated = Sourced<Date>;

/// Which field of an article a span lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The separate title of a record, or of front matter.
    Title,
    /// The text, a headline on its first line included.
    Text,
}

/// A place in the original: bytes of the field as decoded, before any repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The field.
    pub field: Field,
    /// First byte in that field.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line in the file (for a JSON-lines record: in the field), from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// Column one past the last character.
    pub end_column: usize,
    /// Start and end in characters (code points) of the file's text; of a title, and of a JSON-lines record, in those of the
    /// field. `None` in a web page.
    pub chars: Option<(usize, usize)>,
}

/// What could not be read, and why; named and counted, never lost.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The path, with a record's line where it is one of many.
    pub what: String,
    /// What is wrong and what to do.
    pub reason: String,
}

/// One document. The later rooms work on [`Article::text`]: the title (where it is a field of its own), a blank line, and
/// the text, both repaired; [`Article::locate`] leads a span of it back to the original.
#[derive(Clone, Debug)]
pub struct Article {
    /// The record's id, or the path as given.
    pub id: Arc<str>,
    /// The outlet.
    pub source: Option<Sourced<String>>,
    /// Who wrote it.
    pub byline: Option<Sourced<String>>,
    /// Title or headline.
    pub title: Option<Sourced<String>>,
    /// Day of publication: the anchor of relative dates.
    pub published: Option<Dated>,
    /// Day of the last update.
    pub modified: Option<Dated>,
    /// Language tag, where known.
    pub language: Option<Sourced<String>>,
    /// The story it was filed under (`--by-story`).
    pub story: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// What its web page says of it, at each place where it does; empty of other articles.
    pub readings: Vec<Reading>,
    pub(super) text: String,
    pub(super) headline: Span,
    pub(super) map: super::OffsetMap,
}

impl Article {
    /// The scanned text: title, blank line, text, repaired.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the title or headline in the scanned text; empty where there is none.
    pub fn headline(&self) -> Span {
        self.headline
    }

    /// Where a span of the scanned text stands in the original.
    pub fn locate(&self, span: Span) -> Location {
        self.map.locate(span)
    }

    /// The same as [`Article::plain`] with a headline of its own.
    pub fn titled(id: &str, title: &str, text: &str, published: Option<Date>) -> Self {
        let headline = Span::of(0, title.len());
        Self { headline, ..Self::plain(id, &format!("{title}\n\n{text}"), published) }
    }

    /// An article of one text without metadata but its day, for rule texts and tests. The first line is no headline.
    pub fn plain(id: &str, text: &str, published: Option<Date>) -> Self {
        Self {
            id: id.into(),
            source: None,
            byline: None,
            title: None,
            published: published.map(|value| Sourced { value, from: Origin::Record }),
            modified: None,
            language: None,
            story: None,
            url: None,
            readings: Vec::new(),
            text: text.to_owned(),
            headline: Span::new(0, 0),
            map: super::OffsetMap::identity(text),
        }
    }
}
