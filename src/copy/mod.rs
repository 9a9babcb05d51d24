//! Copies: articles that repeat one another, found by the shingles of words they share.

mod groups;
mod sketch;

pub use groups::groups;
pub use sketch::sketch;

/// 64-bit FNV-1a: stable across machines and versions, unlike the standard hashers.
pub(crate) const fn stable_hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}
