//! A sketch of a text: the smallest hashes of its word shingles (bottom-k `MinHash`, Broder 1997).

use super::stable_hash;

/// Words in a shingle: five are long enough that two texts seldom share one by chance.
const SHINGLE: usize = 5;
/// Hashes kept: the resemblance of two texts is then estimated to about ±0.06.
pub(super) const KEPT: usize = 128;

/// The smallest distinct shingle hashes of `text`, sorted. Case, figures' formatting and punctuation do not count.
pub fn sketch(text: &str) -> Vec<u64> {
    let mut window = [0_u64; SHINGLE];
    let mut smallest = Smallest::default();
    let mut words = 0;
    let mut word = NO_WORD;
    for c in text.chars().chain([' ']) {
        if is_letter(c) {
            word = add_letter(word, c);
        } else if word != NO_WORD {
            window.rotate_left(1);
            window[SHINGLE - 1] = word;
            word = NO_WORD;
            words += 1;
            if words >= SHINGLE {
                smallest.add(mix(&window));
            }
        }
    }
    smallest.settle();
    smallest.hashes
}

/// The hash of no bytes: where a word's hash begins.
const NO_WORD: u64 = stable_hash(&[]);

fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

/// A word's hash with one more letter, ASCII case ignored.
fn add_letter(hash: u64, c: char) -> u64 {
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    if c.is_ascii() {
        add(hash, (c as u8).to_ascii_lowercase())
    } else {
        c.encode_utf8(&mut [0; 4]).bytes().fold(hash, add)
    }
}

/// One hash of a window of word hashes, well mixed (the finaliser of `SplitMix64`), since the smallest are kept.
fn mix(window: &[u64; SHINGLE]) -> u64 {
    let joined =
        window.iter().fold(0_u64, |hash, &word| hash.rotate_left(13) ^ word.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let joined = (joined ^ (joined >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let joined = (joined ^ (joined >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    joined ^ (joined >> 31)
}

/// The `KEPT` smallest distinct hashes, and for a while some more.
struct Smallest {
    hashes: Vec<u64>,
    /// What is larger is not among them.
    limit: u64,
}

impl Default for Smallest {
    fn default() -> Self {
        Self { hashes: Vec::with_capacity(4 * KEPT), limit: u64::MAX }
    }
}

impl Smallest {
    fn add(&mut self, hash: u64) {
        if hash <= self.limit {
            if self.hashes.len() == 4 * KEPT {
                self.settle();
            }
            self.hashes.push(hash);
        }
    }

    /// Sorts the hashes and drops all but the smallest.
    fn settle(&mut self) {
        self.hashes.sort_unstable();
        self.hashes.dedup();
        self.hashes.truncate(KEPT);
        if let (KEPT, Some(&largest)) = (self.hashes.len(), self.hashes.last()) {
            self.limit = largest;
        }
    }
}
