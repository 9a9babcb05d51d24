//! A sketch of a text: the smallest hashes of its word shingles (bottom-k `MinHash`, Broder 1997).

use super::stable_hash;

/// Words in a shingle: five are long enough that two texts seldom share one by chance.
const SHINGLE: usize = 5;
/// Hashes kept: the resemblance of two texts is then estimated to about ±0.06.
pub(super) const KEPT: usize = 128;

/// The smallest distinct shingle hashes of `text`, sorted. Case, figures' formatting and punctuation do not count.
pub fn sketch(text: &str) -> Vec<u64> {
    let mut shingles = Shingles::default();
    let mut word = NO_WORD;
    for c in text.chars() {
        if let Some(longer) = with_letter(word, c) {
            word = longer;
        } else if word != NO_WORD {
            shingles.add(std::mem::replace(&mut word, NO_WORD));
        }
    }
    if word != NO_WORD {
        shingles.add(word);
    }
    shingles.smallest.settle();
    shingles.smallest.hashes
}

/// The shingles of a text so far.
#[derive(Default)]
struct Shingles {
    /// The hashes of the last words.
    window: [u64; SHINGLE],
    words: usize,
    smallest: Smallest,
}

impl Shingles {
    fn add(&mut self, word: u64) {
        self.window.rotate_left(1);
        self.window[SHINGLE - 1] = word;
        self.words += 1;
        if self.words >= SHINGLE {
            self.smallest.add(mix(&self.window));
        }
    }
}

/// The hash of no bytes: where a word's hash begins.
const NO_WORD: u64 = stable_hash(&[]);

/// What an ASCII character is in a word: itself in lower case, or 0 for what ends one.
const LETTERS: [u8; 128] = letters();

const fn letters() -> [u8; 128] {
    let mut letters = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
}

/// A word's hash with one more letter, ASCII case ignored; `None` for what ends the word.
fn with_letter(hash: u64, c: char) -> Option<u64> {
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    match LETTERS.get(c as usize) {
        Some(0) => None,
        Some(&letter) => Some(add(hash, letter)),
        None => c.is_alphanumeric().then(|| c.encode_utf8(&mut [0; 4]).bytes().fold(hash, add)),
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
