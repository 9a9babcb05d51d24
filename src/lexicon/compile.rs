//! Turns entries into flat tables: names as runs of hashed words, grouped by the first word, the longest first.
//! Used by `build.rs` for the embedded lexicon and at run time where a user's folder extends it.

use std::collections::BTreeMap;

use super::fnv::folded_fnv;
use super::source::{SourceEntry, SourceFile};

/// The name stands for the people or things of a place ("Russian").
pub(crate) const DEMONYM: u8 = 1;
/// A surname that stands alone.
pub(crate) const SURNAME: u8 = 2;
/// An ordinary word too: needs a preposition or a region beside it.
pub(crate) const WEAK: u8 = 4;
/// Stands only after a town and a comma ("Calif.").
pub(crate) const AFTER_TOWN: u8 = 8;
/// The entry's own name rather than an alias.
pub(crate) const MAIN: u8 = 16;

/// Another place of the name is about as large: the name alone says nothing.
pub(crate) const CONTESTED: u8 = 32;

/// Written in lower case: any case matches.
pub(crate) const LOWER: u8 = 0;
/// Begins with a capital: so must the text.
pub(crate) const TITLE: u8 = 1;
/// All capitals, two letters or three: the text must write it so ("US", "WHO").
pub(crate) const CAPS: u8 = 2;

/// No part-of, in tables.
pub(crate) const NONE: u32 = u32::MAX;

/// One entry, flat.
#[derive(Clone, Debug)]
pub(crate) struct EntryRow {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) kind: u8,
    pub(crate) capital: bool,
    pub(crate) part_of: u32,
    pub(crate) sort: String,
    pub(crate) offices: Vec<String>,
}

/// One name of an entry: where its words begin in [`Tables::words`], how many, whose it is, and flags; and what saves a look at
/// the words: the low half of the second one's hash, and how many names after this one begin with the same word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NameRow {
    pub(crate) first: u32,
    pub(crate) entry: u32,
    pub(crate) second: u32,
    pub(crate) more: u32,
    pub(crate) count: u16,
    pub(crate) flags: u8,
}

/// The lexicon, flat. `slots` is a hash table of open addressing over the first word's hash: a slot holds the index of
/// the first name of a group plus one, zero where it is empty. `bits` tell at one look what most words are not, one bit a
/// hash: the first word of a name ([`BEGINS`]), of one written in lower case ([`BEGINS_LOWER`]), the last of an office's
/// ([`ENDS_OFFICE`]).
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    pub(crate) entries: Vec<EntryRow>,
    pub(crate) names: Vec<NameRow>,
    pub(crate) words: Vec<u64>,
    pub(crate) shapes: Vec<u8>,
    pub(crate) slots: Vec<u32>,
    pub(crate) bits: [Vec<u64>; 3],
    pub(crate) lists: BTreeMap<String, Vec<String>>,
}

/// A name before it is laid out: its words, hashed, with their shapes.
type Words = Vec<(u64, u8)>;

/// Gathers entries of several files, then lays them out.
#[derive(Debug, Default)]
pub(crate) struct Compiler {
    entries: Vec<EntryRow>,
    parents: Vec<Option<String>>,
    index: BTreeMap<String, u32>,
    names: Vec<(Words, u32, u8)>,
    lists: BTreeMap<String, Vec<String>>,
}

impl Compiler {
    /// Goes on from tables that stand.
    pub(crate) fn from_tables(tables: Tables) -> Self {
        let words = |row: &NameRow| {
            let range = row.first as usize..row.first as usize + usize::from(row.count);
            range.map(|at| (tables.words[at], tables.shapes[at])).collect()
        };
        let names = tables.names.iter().map(|row| (words(row), row.entry, row.flags)).collect();
        let parents =
            tables.entries.iter().map(|entry| tables.entries.get(entry.part_of as usize).map(|e| e.key.clone()));
        let parents = parents.collect();
        let index = (0..).zip(&tables.entries).map(|(id, entry)| (entry.key.clone(), id)).collect();
        Self { parents, index, names, lists: tables.lists, entries: tables.entries }
    }

    /// Adds a file. Word lists of one name are joined; an entry of a key that stands is replaced and gains the new names.
    pub(crate) fn add(&mut self, mut file: SourceFile) {
        for (list, words) in std::mem::take(&mut file.words) {
            self.lists.entry(list).or_default().extend(words);
        }
        for (key, kind, entry) in file.entries() {
            self.add_entry(key, kind, &entry);
        }
    }

    fn add_entry(&mut self, key: String, kind: u8, entry: &SourceEntry) {
        let row = EntryRow {
            key: key.clone(),
            name: entry.name.clone(),
            kind,
            capital: entry.capital,
            part_of: NONE,
            sort: entry.sort.clone().unwrap_or_default(),
            offices: entry.office.clone(),
        };
        let id = match self.index.get(&key) {
            Some(&id) => {
                self.entries[id as usize] = row;
                self.parents[id as usize].clone_from(&entry.part_of);
                id
            }
            None => self.append(key, row, entry.part_of.clone()),
        };
        self.add_names(id, entry);
    }

    fn append(&mut self, key: String, row: EntryRow, part_of: Option<String>) -> u32 {
        let id = u32::try_from(self.entries.len()).unwrap_or(NONE);
        self.index.insert(key, id);
        self.entries.push(row);
        self.parents.push(part_of);
        id
    }

    fn add_names(&mut self, id: u32, entry: &SourceEntry) {
        let weak = if entry.weak { WEAK } else { 0 } | if entry.contested { CONTESTED } else { 0 };
        self.name(id, &entry.name, MAIN | weak);
        for alias in &entry.aliases {
            self.name(id, alias, weak);
        }
        for demonym in &entry.demonyms {
            self.name(id, demonym, DEMONYM);
            if demonym.ends_with(['n', 'i']) {
                self.name(id, &format!("{demonym}s"), DEMONYM);
            }
        }
        for short in &entry.ap {
            self.name(id, short, AFTER_TOWN);
        }
        if let Some(surname) = &entry.surname {
            self.name(id, surname, SURNAME);
        }
    }

    /// Adds a name in its spellings: as written, without accents, with either apostrophe, with each word for a region.
    fn name(&mut self, id: u32, name: &str, flags: u8) {
        let mut spellings = vec![name.to_owned(), fold(name)];
        if let Some(bare) = REGION_WORDS.iter().find_map(|word| name.strip_suffix(&format!(" {word}"))) {
            spellings.extend(REGION_WORDS.iter().map(|word| format!("{bare} {}", word.to_lowercase())));
        }
        let curly: Vec<String> = spellings.iter().filter(|s| s.contains('\'')).map(|s| s.replace('\'', "’")).collect();
        spellings.extend(curly);
        for spelling in spellings {
            let words = words_of(&spelling);
            if !words.is_empty() && !self.names.iter().rev().take(24).any(|known| known.1 == id && known.0 == words) {
                self.names.push((words, id, flags));
            }
        }
    }

    /// Lays everything out. An unknown parent is an error that names entry and parent.
    pub(crate) fn finish(mut self) -> Result<Tables, String> {
        for at in 0..self.entries.len() {
            let Some(parent) = &self.parents[at] else { continue };
            let known = self.index.get(parent).copied();
            self.entries[at].part_of =
                known.ok_or_else(|| format!("\"{}\" is in \"{parent}\", which is no entry", self.entries[at].key))?;
        }
        let order = |words: &Words| (words[0].0, std::cmp::Reverse(words.len()), words.clone());
        self.names.sort_by_cached_key(|(words, entry, flags)| (order(words), !flags & MAIN, *entry));
        self.names.dedup();
        let mut tables = Tables { entries: self.entries, lists: self.lists, ..Tables::default() };
        for (words, entry, flags) in self.names {
            let first = u32::try_from(tables.words.len()).unwrap_or(NONE);
            let count = u16::try_from(words.len()).unwrap_or(0);
            let second = words.get(1).map_or(0, |word| half(word.0));
            tables.words.extend(words.iter().map(|word| word.0));
            tables.shapes.extend(words.iter().map(|word| word.1));
            tables.names.push(NameRow { first, entry, second, more: 0, count, flags });
        }
        tell_groups(&mut tables);
        tables.slots = slots(&tables);
        tables.bits = bits(&tables);
        Ok(tables)
    }
}

/// Which of [`Tables::bits`]: first words of names that are written in lower case.
pub(crate) const BEGINS_LOWER: usize = 0;
/// First words of all names.
pub(crate) const BEGINS: usize = 1;
/// Last words of the names of offices.
pub(crate) const ENDS_OFFICE: usize = 2;
/// The number of an office's kind that [`SourceFile::entries`] gives.
const OFFICE: u8 = 1;
/// How many words of 64 bits each of [`Tables::bits`] has: eight kilobytes, which stay in the cache.
const WORDS_OF_BITS: usize = 1024;

/// The word and the bit of a hash.
#[allow(clippy::cast_possible_truncation)]
pub(crate) fn bit_of(key: u64) -> (usize, u64) {
    let mixed = key ^ (key >> 29);
    ((mixed >> 6) as usize & (WORDS_OF_BITS - 1), 1 << (mixed & 63))
}

fn bits(tables: &Tables) -> [Vec<u64>; 3] {
    let mut bits = std::array::from_fn(|_| vec![0; WORDS_OF_BITS]);
    for name in &tables.names {
        let first = name.first as usize;
        let last = first + usize::from(name.count).max(1) - 1;
        let lower = tables.shapes[first] == LOWER;
        let office = tables.entries[name.entry as usize].kind == OFFICE;
        for (which, at, holds) in [(BEGINS, first, true), (BEGINS_LOWER, first, lower), (ENDS_OFFICE, last, office)] {
            let (word, bit) = bit_of(tables.words[at]);
            bits[which][word] |= if holds { bit } else { 0 };
        }
    }
    bits
}

/// Tells every name how many after it begin with the same word.
fn tell_groups(tables: &mut Tables) {
    let first_word = |name: &NameRow| tables.words[name.first as usize];
    let mut last: Option<(u64, u32)> = None;
    for name in tables.names.iter_mut().rev() {
        let word = first_word(name);
        name.more = last.filter(|(other, _)| *other == word).map_or(0, |(_, more)| more + 1);
        last = Some((word, name.more));
    }
}

/// The low half of a hash.
#[allow(clippy::cast_possible_truncation)]
pub(crate) const fn half(hash: u64) -> u32 {
    hash as u32
}

/// The hash table over first words.
fn slots(tables: &Tables) -> Vec<u32> {
    let size = (tables.names.len() * 2).next_power_of_two().max(2);
    let mut slots = vec![0; size];
    let mut last = None;
    for (at, row) in (1..).zip(&tables.names) {
        let key = tables.words[row.first as usize];
        if last == Some(key) {
            continue;
        }
        last = Some(key);
        let mut slot = slot_of(key, size);
        while slots[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = at;
    }
    slots
}

/// Where a hash belongs in a table of `size` slots, a power of two.
#[allow(clippy::cast_possible_truncation)]
pub(crate) fn slot_of(key: u64, size: usize) -> usize {
    ((key ^ (key >> 29)) as usize) & (size - 1)
}

const REGION_WORDS: [&str; 6] = ["Oblast", "Province", "Governorate", "Region", "Prefecture", "State"];

/// The words of a name as the tokeniser would cut them, marks left out.
pub(crate) fn words_of(name: &str) -> Words {
    let mut words = Vec::new();
    let mut rest = name;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        rest = &rest[start..];
        let end = word_end(rest);
        words.push((hash(&rest[..end]), shape(&rest[..end])));
        rest = &rest[end..];
    }
    words
}

fn word_end(text: &str) -> usize {
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joint = matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let inside = if digits { c.is_ascii_digit() } else { c.is_alphabetic() || joint };
        if !inside {
            return at;
        }
    }
    text.len()
}

/// The hash of a word: the tokeniser's.
pub(crate) fn hash(word: &str) -> u64 {
    folded_fnv(word.as_bytes())
}

fn shape(word: &str) -> u8 {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let letters = word.chars().count();
    match capitals {
        0 => LOWER,
        _ if capitals == letters && (2..4).contains(&letters) => CAPS,
        _ if word.starts_with(char::is_uppercase) => TITLE,
        _ => LOWER,
    }
}

/// Latin letters without their accents, also those that Unicode does not decompose ("ł", "ø", "ß"); other letters stay.
pub(crate) fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match plain(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}

/// The plain letters of one with an accent.
fn plain(c: char) -> Option<&'static str> {
    /// Each plain spelling with the letters it stands for.
    const LETTERS: [(&str, &str); 50] = [
        ("a", "áàâäãåāăąǎạảấầ"),
        ("c", "çćčĉċ"),
        ("d", "ďđðḍ"),
        ("e", "éèêëēęěėĕẹếề"),
        ("g", "ğģĝġ"),
        ("h", "ĥħḥḩ"),
        ("i", "íìîïīıįĩǐị"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "łľļĺ"),
        ("n", "ñńňņ"),
        ("o", "óòôöõøōőŏơộồ"),
        ("r", "řŕŗ"),
        ("s", "śšşșŝṣ"),
        ("t", "ťţțŧṭţ"),
        ("u", "úùûüūůűũŭųưụ"),
        ("w", "ŵ"),
        ("y", "ýÿŷ"),
        ("z", "žźżẓ"),
        ("ae", "æ"),
        ("oe", "œ"),
        ("ss", "ß"),
        ("th", "þ"),
        ("A", "ÁÀÂÄÃÅĀĂĄ"),
        ("C", "ÇĆČĈĊ"),
        ("D", "ĎĐÐḌ"),
        ("E", "ÉÈÊËĒĘĚĖĔ"),
        ("G", "ĞĢĜĠ"),
        ("H", "ĤĦḤḨ"),
        ("I", "ÍÌÎÏĪİĮĨ"),
        ("J", "Ĵ"),
        ("K", "Ķ"),
        ("L", "ŁĽĻĹ"),
        ("N", "ÑŃŇŅ"),
        ("O", "ÓÒÔÖÕØŌŐŎ"),
        ("R", "ŘŔŖ"),
        ("S", "ŚŠŞȘŜṢ"),
        ("T", "ŤŢȚŦṬ"),
        ("U", "ÚÙÛÜŪŮŰŨŬŲ"),
        ("W", "Ŵ"),
        ("Y", "ÝŸŶ"),
        ("Z", "ŽŹŻẒ"),
        ("Ae", "Æ"),
        ("Oe", "Œ"),
        ("Ss", "ẞ"),
        ("Th", "Þ"),
        // Accents that stand by themselves, after their letter.
        ("", "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}\u{30c}\u{323}\u{327}\u{328}"),
        // Letters of Arabic and Hebrew that transliteration marks and the press leaves out.
        ("", "ʿʾ"),
        ("a", "ə"),
        ("A", "Ə"),
    ];
    if c.is_ascii() {
        return None;
    }
    LETTERS.iter().find(|(_, letters)| letters.contains(c)).map(|(plain, _)| *plain)
}
