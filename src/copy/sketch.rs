//! A sketch of a text: the smallest hashes of its word shingles (bottom-k `MinHash`, Broder 1997), and for what is too short for
//! them the hash of all its words.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::article::Article;
use crate::claim::Sketch;
use crate::lexicon::{BASIS, with_byte};

/// Words in a shingle: five are long enough that two texts seldom share one by chance.
const WORDS: u32 = 5;
const SHINGLE: usize = WORDS as usize;
/// Hashes kept: the resemblance of two texts is then estimated to about ±0.06.
pub(super) const KEPT: usize = 128;

/// The sketch of an article. Case, figures' formatting and punctuation do not count.
pub fn sketch(article: &Article) -> Sketch {
    let (text, body) = (article.text(), article.headline().end());
    let (mut shingles, numbers) = (Shingles::default(), &*NUMBERS);
    let (mut whole, mut masked) = (Running::default(), Running::default());
    let mut at = 0;
    while at < text.len() {
        let (hash, end) = word(text, at);
        if end > at {
            shingles.add(hash);
            whole.add(hash);
            let is_figure = text.as_bytes()[at].is_ascii_digit() || numbers.contains(&hash);
            if at >= body && !is_figure {
                masked.add(hash);
            }
        }
        at = end + char_at(text, end).map_or(1, char::len_utf8);
    }
    let (whole, body) = (whole.of(FEWEST), masked.of(FEWEST_IN_BODY));
    Sketch { shingles: shingles.finish(), whole, body, ..Sketch::default() }
}

/// Fewer words than these two writers may well hit upon alike, a headline and all ...
const FEWEST: usize = 6;
/// ... and these, where the headlines differ and figures are left out: a formula ("Police said that five people were killed").
const FEWEST_IN_BODY: usize = 12;

/// The hash of words in their order.
#[derive(Default)]
struct Running {
    hash: u64,
    words: usize,
}

impl Running {
    fn add(&mut self, word: u64) {
        self.hash = mixed(self.hash.rotate_left(STEP) ^ word);
        self.words += 1;
    }

    /// The hash, if there were so many words.
    fn of(&self, fewest: usize) -> Option<u64> {
        (self.words >= fewest).then_some(self.hash)
    }
}

/// Number words that a figure may be written with. They are few and closed; words for what is vague are words like others.
const NUMBER_WORDS: [&str; 32] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
];

static NUMBERS: LazyLock<FxHashSet<u64>> =
    LazyLock::new(|| NUMBER_WORDS.iter().map(|number| word(number, 0).0).collect());

/// The hash of the word that begins at a place, ASCII case ignored, and its end: the place itself where none begins.
#[inline]
fn word(text: &str, mut at: usize) -> (u64, usize) {
    let mut hash = BASIS;
    while let Some(&byte) = text.as_bytes().get(at) {
        match LETTERS[usize::from(byte)] {
            0 if byte.is_ascii() => break,
            0 => {
                let Some(letter) = char_at(text, at).filter(|c| c.is_alphanumeric()) else { break };
                hash = letter.encode_utf8(&mut [0; 4]).bytes().fold(hash, with_byte);
                at += letter.len_utf8();
            }
            letter => {
                hash = with_byte(hash, letter);
                at += 1;
            }
        }
    }
    (hash, at)
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// What a byte is in a word: a letter or digit of ASCII in lower case, or 0.
static LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// The shingles of a text so far.
#[derive(Default)]
struct Shingles {
    /// The last words, spread over all bits; the oldest stands where the next one will.
    last: [u64; SHINGLE],
    words: usize,
    /// The last words in one number, each turned a step further than the one after it.
    joined: u64,
    smallest: Smallest,
}

/// The bits that a word is turned by when another comes after it.
const STEP: u32 = 13;
/// The bits that a word has been turned by when it leaves the shingle.
const WHOLE: u32 = STEP * WORDS % u64::BITS;

impl Shingles {
    /// The smallest, in no more room than they need.
    fn finish(mut self) -> Vec<u64> {
        self.smallest.settle();
        self.smallest.hashes.shrink_to_fit();
        self.smallest.hashes
    }

    fn add(&mut self, word: u64) {
        let word = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let oldest = std::mem::replace(&mut self.last[self.words % SHINGLE], word);
        self.joined = self.joined.rotate_left(STEP) ^ oldest.rotate_left(WHOLE) ^ word;
        self.words += 1;
        if self.words >= SHINGLE {
            self.smallest.add(mixed(self.joined));
        }
    }
}

/// A number well mixed (the finaliser of `SplitMix64`), since the smallest are kept.
fn mixed(joined: u64) -> u64 {
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
        if !self.settle_distinct() {
            self.hashes.sort_unstable();
            self.hashes.dedup();
            self.hashes.truncate(KEPT);
        }
        if let (KEPT, Some(&largest)) = (self.hashes.len(), self.hashes.last()) {
            self.limit = largest;
        }
    }

    /// The same where the smallest are distinct, as in most texts: the others then need no order.
    fn settle_distinct(&mut self) -> bool {
        if self.hashes.len() <= KEPT {
            return false;
        }
        self.hashes.select_nth_unstable(KEPT - 1);
        self.hashes[..KEPT].sort_unstable();
        let distinct = self.hashes[..KEPT].is_sorted_by(|a, b| a < b);
        self.hashes.truncate(if distinct { KEPT } else { self.hashes.len() });
        distinct
    }
}
