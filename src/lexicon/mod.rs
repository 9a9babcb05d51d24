//! The lexicon: names with aliases (people, offices, places with part-of, organisations) and shared word lists.
//! Embedded tables come from `rules/lexicon/*.toml`, prepared by `build.rs`; a folder of the user's own extends them.

/// An entry of the lexicon, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub(crate) u32);

/// What an entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// A person.
    Person,
    /// An office: "president", "prime minister", "chancellor".
    Office,
    /// A country.
    Country,
    /// A region, state or province.
    Region,
    /// A city or town.
    City,
    /// An organisation: agencies, ministries, alliances, companies.
    Organisation,
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Stable key, for instance `country:ru`, `city:kyiv`, `person:joe-biden`, `org:nato`.
    pub key: String,
    /// What it names.
    pub kind: EntryKind,
    /// The usual English name.
    pub name: String,
    /// For a place: what it is part of. For a person: the country. For an organisation: its country, if it has one.
    pub part_of: Option<EntryId>,
}

/// Names and word lists, immutable once built.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
}

impl Lexicon {
    /// An entry by its id.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// An entry's id by its key.
    pub fn by_key(&self, key: &str) -> Option<EntryId> {
        let index = self.entries.iter().position(|entry| entry.key == key)?;
        u32::try_from(index).ok().map(EntryId)
    }

    /// Whether one place lies in another, however deep.
    pub fn is_part_of(&self, part: EntryId, whole: EntryId) -> bool {
        std::iter::successors(Some(part), |&id| self.entry(id).part_of).skip(1).any(|id| id == whole)
    }
}
