//! What two tellings are compared by as hashes: in a pile of articles each telling meets thousands of others, and most share nothing.

use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::claim::ArticleEvent;

/// The hashes of a telling's kind, and of its lists, in their order. Two texts of one hash, of 64 bits, are taken for one.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    pub(super) kind: u64,
    pub(super) participants: Vec<u64>,
    pub(super) localities: Vec<u64>,
    pub(super) happenings: Vec<u64>,
}

impl Keys {
    pub(super) fn of(event: &ArticleEvent) -> Self {
        let all = |texts: &[String]| texts.iter().map(|text| key(text)).collect();
        Self {
            kind: key(&event.kind),
            participants: all(&event.participants),
            localities: all(&event.localities),
            happenings: event.happenings.iter().map(|what| key(what)).collect(),
        }
    }
}

/// Whether two lists share a key; both are short.
pub(super) fn share(a: &[u64], b: &[u64]) -> bool {
    a.iter().any(|key| b.contains(key))
}

fn key(text: &str) -> u64 {
    FxBuildHasher.hash_one(text)
}
