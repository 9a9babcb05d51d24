//! What happened, as stems tell it: the lists `happened_…`, looked up by the stem rather than list by list.

use super::{Keyed, Lexicon, compile};

/// The lists, sorted. A stem may stand in several where it does not tell them apart.
const LISTS: [&str; 17] = [
    "happened_air_crash",
    "happened_air_strike",
    "happened_bombing",
    "happened_call",
    "happened_chemical",
    "happened_collapse",
    "happened_crush",
    "happened_fire",
    "happened_flood",
    "happened_meeting",
    "happened_quake",
    "happened_rail_crash",
    "happened_road_crash",
    "happened_shelling",
    "happened_shipwreck",
    "happened_shooting",
    "happened_stabbing",
];

/// A set of the lists, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Happened(u32);

impl Happened {
    /// The lists of both.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The lists of the set, sorted.
    pub(crate) fn lists(self) -> impl Iterator<Item = &'static str> {
        LISTS.into_iter().enumerate().filter(move |(at, _)| self.0 & 1 << at != 0).map(|(_, list)| list)
    }
}

impl Lexicon {
    /// What a stem tells of what happened.
    pub(crate) fn happened(&self, stem: &str) -> Happened {
        self.happened.get_or_init(|| self.read_happened()).get(compile::hash(stem)).copied().unwrap_or_default()
    }

    fn read_happened(&self) -> Keyed<Happened> {
        let mut stems = rustc_hash::FxHashMap::<u64, Happened>::default();
        for (at, list) in LISTS.iter().enumerate() {
            for stem in self.words(list) {
                stems.entry(compile::hash(stem)).or_default().0 |= 1 << at;
            }
        }
        Keyed::new(stems)
    }
}
