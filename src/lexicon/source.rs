//! The TOML form of the lexicon: what one entry says, in the files of the project and in a user's own.
//! Read by `build.rs` for the embedded files and at run time for a folder of one's own, by the same code.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A file of the lexicon: a table of entries for each kind, and word lists.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceFile {
    #[serde(default)]
    pub(crate) country: BTreeMap<String, SourceEntry>,
    #[serde(default)]
    pub(crate) region: BTreeMap<String, SourceEntry>,
    #[serde(default)]
    pub(crate) city: BTreeMap<String, SourceEntry>,
    #[serde(default)]
    pub(crate) person: BTreeMap<String, SourceEntry>,
    #[serde(default)]
    pub(crate) org: BTreeMap<String, SourceEntry>,
    #[serde(default)]
    pub(crate) office: BTreeMap<String, SourceEntry>,
    #[serde(default)]
    pub(crate) words: BTreeMap<String, Vec<String>>,
}

/// One entry as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceEntry {
    /// The usual English name.
    pub(crate) name: String,
    /// Other names for the same thing.
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    /// Adjectives and nouns of nationality.
    #[serde(default)]
    pub(crate) demonyms: Vec<String>,
    /// Newspaper abbreviations that stand only after a town and a comma.
    #[serde(default)]
    pub(crate) ap: Vec<String>,
    /// The key of what it is part of, or of its country.
    #[serde(default, rename = "in")]
    pub(crate) part_of: Option<String>,
    /// For a city: whether it is a capital.
    #[serde(default)]
    pub(crate) capital: bool,
    /// Whether the name is an ordinary word or name too, so that it needs a preposition or a region beside it.
    #[serde(default)]
    pub(crate) weak: bool,
    /// For a city: whether another of its name is about as large, so that the name alone says nothing.
    #[serde(default)]
    pub(crate) contested: bool,
    /// For a person: the surname, where it may stand alone.
    #[serde(default)]
    pub(crate) surname: Option<String>,
    /// For a person: the offices held; for an office: the office of which it is another name.
    #[serde(default)]
    pub(crate) office: Vec<String>,
    /// For a person: years in office, where known, "2010-2016"; for the reader of the file.
    #[serde(default)]
    #[allow(dead_code)]
    pub(crate) years: Option<String>,
    /// For an organisation: `agency`, `metonym`, `alliance`, `government`, `militant`, `monitor`, `media`, `company`, `body`.
    #[serde(default)]
    pub(crate) sort: Option<String>,
}

impl SourceFile {
    /// Its entries with their full keys (`country:ru`) and the kind's number, in order of kind and key.
    pub(crate) fn entries(self) -> impl Iterator<Item = (String, u8, SourceEntry)> {
        let kinds = [
            ("person", 0, self.person),
            ("office", 1, self.office),
            ("country", 2, self.country),
            ("region", 3, self.region),
            ("city", 4, self.city),
            ("org", 5, self.org),
        ];
        kinds.into_iter().flat_map(|(prefix, kind, entries)| {
            entries.into_iter().map(move |(id, entry)| (format!("{prefix}:{id}"), kind, entry))
        })
    }
}
