//! A sketch of a text: the smallest hashes of its word shingles (bottom-k `MinHash`, Broder 1997).

use std::collections::BinaryHeap;

use super::stable_hash;

/// Words in a shingle: five are long enough that two texts seldom share one by chance.
const SHINGLE: usize = 5;
/// Hashes kept: the resemblance of two texts is then estimated to about ±0.06.
pub(super) const KEPT: usize = 128;

/// The smallest distinct shingle hashes of `text`, sorted. Case, figures' formatting and punctuation do not count.
pub fn sketch(text: &str) -> Vec<u64> {
    let mut window = [0_u64; SHINGLE];
    let mut smallest: BinaryHeap<u64> = BinaryHeap::with_capacity(KEPT + 1);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for (index, word) in words.enumerate() {
        window.rotate_left(1);
        window[SHINGLE - 1] = hash_word(word);
        if index + 1 >= SHINGLE {
            keep(&mut smallest, mix(&window));
        }
    }
    smallest.into_sorted_vec()
}

/// A word's hash, ASCII case ignored.
fn hash_word(word: &str) -> u64 {
    word.bytes().fold(stable_hash(&[]), |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// One hash of a window of word hashes, well mixed (the finaliser of `SplitMix64`), since the smallest are kept.
fn mix(window: &[u64; SHINGLE]) -> u64 {
    let joined =
        window.iter().fold(0_u64, |hash, &word| hash.rotate_left(13) ^ word.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let joined = (joined ^ (joined >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let joined = (joined ^ (joined >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    joined ^ (joined >> 31)
}

/// Keeps the `KEPT` smallest distinct hashes.
fn keep(smallest: &mut BinaryHeap<u64>, hash: u64) {
    let full = smallest.len() == KEPT;
    let large = full && smallest.peek().is_some_and(|&largest| hash >= largest);
    if large || smallest.iter().any(|&kept| kept == hash) {
        return;
    }
    if full {
        smallest.pop();
    }
    smallest.push(hash);
}
