//! The tables that `build.rs` wrote, opened.

use std::borrow::Cow;

use super::{Entry, EntryId, EntryKind, Lexicon};
use tables::{BITS, ENTRIES, LISTS, NAMES, SHAPES, SLOTS, WORDS};

/// As `build.rs` wrote them, which is not for reading.
#[allow(clippy::type_complexity, clippy::unreadable_literal)]
mod tables {
    use crate::lexicon::NameRow;

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

/// The embedded lexicon. Only the entries' own rows are touched; names stay where they lie in the binary.
pub(super) fn load() -> Lexicon {
    let entries: Vec<Entry> = ENTRIES.iter().map(entry).collect();
    let list = |name: &str| LISTS.iter().find(|(list, _)| *list == name).map_or(&[][..], |(_, words)| *words);
    let lists =
        LISTS.iter().map(|&(list, words)| (Cow::Borrowed(list), words.iter().map(|&w| Cow::Borrowed(w)).collect()));
    Lexicon {
        keys: (0..).map(EntryId).zip(&entries).map(|(id, entry)| (entry.key.clone(), id)).collect(),
        entries,
        names: Cow::Borrowed(NAMES),
        words: Cow::Borrowed(WORDS),
        shapes: Cow::Borrowed(SHAPES),
        slots: Cow::Borrowed(SLOTS),
        bits: BITS.map(Cow::Borrowed),
        lists: lists.collect(),
        telling: super::telling(list),
        holders: std::sync::OnceLock::new(),
        listed: std::sync::OnceLock::new(),
        happened: std::sync::OnceLock::new(),
    }
}

fn entry(row: &(&'static str, &'static str, u8, bool, u32, &'static str, &'static [&'static str])) -> Entry {
    let &(key, name, kind, capital, part_of, sort, offices) = row;
    Entry {
        key: key.into(),
        kind: kind_of(kind),
        name: name.into(),
        part_of: (part_of != super::compile::NONE).then_some(EntryId(part_of)),
        capital,
        sort: sort.into(),
        offices: offices.iter().map(|&office| office.into()).collect(),
    }
}

/// The kind of a number that [`super::source::SourceFile::entries`] gives.
pub(super) fn kind_of(kind: u8) -> EntryKind {
    match kind {
        0 => EntryKind::Person,
        1 => EntryKind::Office,
        2 => EntryKind::Country,
        3 => EntryKind::Region,
        4 => EntryKind::City,
        _ => EntryKind::Organisation,
    }
}
