//! The lexicon: names with aliases (people, offices, places with part-of, organisations) and shared word lists.
//! Embedded tables come from `rules/lexicon/*.toml`, prepared by `build.rs`; a folder of the user's own extends them.

mod compile;
mod embedded;
mod extend;
mod fnv;
mod happened;
mod office;
mod source;
mod spelling;
mod synonyms;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use crate::mention::Keyed;

pub(crate) use compile::{AFTER_TOWN, CAPS, CONTESTED, DEMONYM, NameRow, SURNAME, TITLE, WEAK, fold, half};
pub use extend::LexiconError;
pub(crate) use fnv::{BASIS, fnv, folded_fnv, with_byte};
pub(crate) use happened::Happened;
pub(crate) use spelling::FullName;
pub use spelling::{Spelling, compare_names};
pub(crate) use synonyms::{Kinship, Word, plain_form};

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
    pub key: Cow<'static, str>,
    /// What it names.
    pub kind: EntryKind,
    /// The usual English name.
    pub name: Cow<'static, str>,
    /// For a place: what it is part of. For a person: the country. For an organisation: its country, if it has one.
    pub part_of: Option<EntryId>,
    /// For a city: whether it is a country's capital, whose name stands for the government ("Moscow said").
    pub capital: bool,
    /// For an organisation: `agency`, `metonym`, `alliance`, `government`, `militant`, `monitor`, `media`, `company`,
    /// `body`; else empty.
    pub sort: Cow<'static, str>,
    /// For a person: keys of offices held, without `office:`. For an office: the offices of which it is a name in some
    /// country (`head-of-government` for a chancellor).
    pub offices: Vec<Cow<'static, str>>,
}

/// How a verb leads into words: the lists of `words.toml` that the program itself reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// It reports speech, of whatever kind: "said".
    Saying,
    /// It leads into words, quoted or reported: "argued".
    Quoting,
    /// It gives something a name: "called".
    Naming,
}

/// Names and word lists, immutable once built.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    names: Cow<'static, [NameRow]>,
    words: Cow<'static, [u64]>,
    shapes: Cow<'static, [u8]>,
    slots: Cow<'static, [u32]>,
    /// What words may begin or end, one bit a hash. Most words of a text do neither.
    bits: [Cow<'static, [u64]>; 3],
    lists: BTreeMap<Cow<'static, str>, Vec<Cow<'static, str>>>,
    /// Verbs of the lists `saying`, `quoting` and `naming`, by the hash of the word.
    telling: Keyed<Telling>,
    keys: FxHashMap<Cow<'static, str>, EntryId>,
    /// People by the plainest name of each office that they held; gathered when it is first asked for.
    holders: OnceLock<FxHashMap<Box<str>, Vec<office::Holder>>>,
    /// The words of all lists, each hashed with its list; gathered when they are first asked for.
    listed: OnceLock<Keyed<()>>,
    /// What stems tell of what happened; gathered when it is first asked for.
    happened: OnceLock<Keyed<Happened>>,
}

/// Names of the same words found at a token: the candidates that the article's context chooses from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matched<'l> {
    /// The names, at least one.
    pub(crate) names: &'l [NameRow],
    /// How many words they have.
    pub(crate) words: usize,
}

impl Lexicon {
    /// The embedded lexicon, built once.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Lexicon> = LazyLock::new(embedded::load);
        &EMBEDDED
    }

    /// The entry with this id, which must come from this lexicon.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The entry with this key.
    pub fn by_key(&self, key: &str) -> Option<EntryId> {
        self.keys.get(key).copied()
    }

    /// All entries, in a fixed order.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        (0..).map(EntryId).zip(&self.entries)
    }

    /// Whether one place lies in another, over any number of steps: Bakhmut in Donetsk Oblast in Ukraine.
    pub fn is_part_of(&self, part: EntryId, whole: EntryId) -> bool {
        self.upward(part).skip(1).any(|id| id == whole)
    }

    /// Whether two place keys are one place, or one lies in the other.
    pub fn same_or_part(&self, a: &str, b: &str) -> bool {
        if a == b {
            return true;
        }
        let (Some(a), Some(b)) = (self.by_key(a), self.by_key(b)) else { return false };
        self.is_part_of(a, b) || self.is_part_of(b, a)
    }

    /// A key as people read it: the entry's name, else the key without its kind.
    pub fn shown<'a>(&'a self, key: &'a str) -> &'a str {
        let bare = key.split_once(':').map_or(key, |(_, name)| name);
        self.by_key(key).map_or(bare, |id| &self.entry(id).name)
    }

    /// The country of an entry, itself where it is one.
    pub fn country_of(&self, id: EntryId) -> Option<EntryId> {
        self.upward(id).find(|&id| self.entry(id).kind == EntryKind::Country)
    }

    /// The capital of a country, the first where it has several.
    pub(crate) fn capital_of(&self, country: EntryId) -> Option<EntryId> {
        self.entries().find(|&(id, entry)| entry.capital && self.country_of(id) == Some(country)).map(|(id, _)| id)
    }

    /// The smallest region around an entry, itself where it is one.
    pub(crate) fn region_of(&self, id: EntryId) -> Option<EntryId> {
        self.upward(id).find(|&id| self.entry(id).kind == EntryKind::Region)
    }

    /// The keys of the offices that a person has held, as far as the lexicon knows.
    pub fn offices_of(&self, person: EntryId) -> impl Iterator<Item = &str> {
        let held = self.entry(person).offices.iter();
        held.filter_map(|office| self.keys.get_key_value(&*format!("office:{office}")).map(|(key, _)| &**key))
    }

    /// The words of a shared list of `words.toml`, empty where there is none of the name.
    pub fn words(&self, list: &str) -> &[Cow<'static, str>] {
        self.lists.get(list).map_or(&[], Vec::as_slice)
    }

    /// Whether a list of `words.toml` holds a word, ASCII case ignored.
    pub fn lists(&self, list: &str, word: &str) -> bool {
        self.all_listed().get(listed(list, word)).is_some()
    }

    /// The same for the key of a list and the hash of a word: for many lists, or many words.
    pub(crate) fn holds(&self, list: u64, word: u64) -> bool {
        self.all_listed().get(list ^ word).is_some()
    }

    fn all_listed(&self) -> &Keyed<()> {
        let all = || self.lists.iter().flat_map(|(list, words)| words.iter().map(|word| (listed(list, word), ())));
        self.listed.get_or_init(|| Keyed::new(all().collect()))
    }

    /// How a verb leads into words, ASCII case ignored; `None` where it does not.
    pub(crate) fn telling(&self, word: &str) -> Option<Telling> {
        self.telling_of(compile::hash(word))
    }

    /// The same for a word's hash.
    pub(crate) fn telling_of(&self, key: u64) -> Option<Telling> {
        self.telling.get(key).copied()
    }

    /// The names of all word lists, sorted.
    pub fn word_lists(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(AsRef::as_ref)
    }

    /// An entry and what it is part of, inside out. Bounded, should a user's files make a ring.
    fn upward(&self, id: EntryId) -> impl Iterator<Item = EntryId> {
        std::iter::successors(Some(id), |&id| self.entry(id).part_of).take(8)
    }

    /// Whether a name may begin with a word of this hash; false is certain. A word in lower case begins only a name that
    /// does.
    #[inline]
    pub(crate) fn may_begin(&self, key: u64, capital: bool) -> bool {
        self.has_bit(if capital { compile::BEGINS } else { compile::BEGINS_LOWER }, key)
    }

    /// Whether a word of this hash may be the last of an office's name; false is certain.
    pub(crate) fn may_end_office(&self, key: u64) -> bool {
        self.has_bit(compile::ENDS_OFFICE, key)
    }

    #[inline]
    fn has_bit(&self, which: usize, key: u64) -> bool {
        let (word, bit) = compile::bit_of(key);
        self.bits[which].get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// The names whose first word has this hash, the longest first.
    pub(crate) fn group(&self, key: u64) -> &[NameRow] {
        let size = self.slots.len();
        if size == 0 {
            return &[];
        }
        let mut slot = compile::slot_of(key, size);
        while let Some(at) = self.slots[slot].checked_sub(1) {
            let first = at as usize;
            let name = self.names[first];
            if self.words[name.first as usize] == key {
                return &self.names[first..=first + name.more as usize];
            }
            slot = (slot + 1) & (size - 1);
        }
        &[]
    }

    /// The entries that bear a name, whatever its case.
    pub(crate) fn called(&self, name: &str) -> impl Iterator<Item = EntryId> {
        let words: Vec<u64> = name.split_whitespace().map(compile::hash).collect();
        let rows = words.first().map_or(&[][..], |&first| self.group(first));
        let bears = move |row: &&NameRow| {
            words.len() == usize::from(row.count)
                && words.iter().enumerate().all(|(at, &word)| self.name_word(**row, at).0 == word)
        };
        rows.iter().filter(bears).map(|row| EntryId(row.entry))
    }

    /// The hash and shape of a word of a name.
    pub(crate) fn name_word(&self, name: NameRow, at: usize) -> (u64, u8) {
        let index = name.first as usize + at;
        (self.words[index], self.shapes[index])
    }

    /// Whether two names have the same words, whatever their case.
    pub(crate) fn same_words(&self, a: NameRow, b: NameRow) -> bool {
        a.count == b.count && (0..usize::from(a.count)).all(|at| self.name_word(a, at) == self.name_word(b, at))
    }
}

/// A word and the list that holds it, as one hash.
fn listed(list: &str, word: &str) -> u64 {
    list_key(list) ^ compile::hash(word)
}

/// The key of a word list, for [`Lexicon::holds`].
pub(crate) const fn list_key(list: &str) -> u64 {
    folded_fnv(list.as_bytes()).rotate_left(1)
}

/// The verbs of the lists that the program itself reads. Of a word that several hold, the first list decides.
fn telling<'a, W: AsRef<str> + 'a>(lists: impl Fn(&str) -> &'a [W]) -> Keyed<Telling> {
    let kinds = [("naming", Telling::Naming), ("quoting", Telling::Quoting), ("saying", Telling::Saying)];
    let words = |(list, kind)| lists(list).iter().map(move |word| (compile::hash(word.as_ref()), kind));
    Keyed::new(kinds.into_iter().flat_map(words).collect())
}
