//! The full names in a whole article: those who were hurt, those who are sought, a street, a school. An article that comes weeks
//! after the event may say neither where nor when it was; the names tell.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

use crate::claim::{ArticleEvent, Extract, stems_of};
use crate::lexicon::{Lexicon, Word};

use super::Step;
use super::compare::Telling;
use super::teller::Teller;
use super::weights::{ARTICLES_BEFORE, NAMES_MOST, NAMES_SLOPE, SHARE_OF_NAME};

/// The hashes of the full names in a text, sorted: of each two neighbouring words with a capital, of which at least one is no word of
/// English, and which are no name that world news knows: those stand in every story of their country.
pub fn names(text: &str, lexicon: &Lexicon) -> Vec<u32> {
    let mut names = Vec::new();
    let mut last: Option<(&str, usize)> = None;
    for (start, word) in words(text) {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        if let Some((first, _)) = last.filter(|&(_, end)| capital && &text[end..start] == " ")
            && !(is_english(first) && is_english(word) || lexicon.knows_name(first, word))
        {
            names.push(hash(first, word));
        }
        last = capital.then_some((word, start + word.len()));
    }
    names.sort_unstable();
    names.dedup();
    names.shrink_to_fit();
    names
}

/// The words of a text, each with its place; what follows an apostrophe is no part of a name.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(inside)?;
        let end = text[start..].find(|c| !inside(c)).map_or(text.len(), |length| start + length);
        at = end;
        Some((start, &text[start..end]))
    })
}

fn is_english(word: &str) -> bool {
    // A name of one letter is an initial, which tells nothing alone.
    word.chars().nth(1).is_none() || stem(word).is_none_or(|stem| Word::of(&stem).is_some())
}

/// The hashes of each two neighbouring words of a name.
fn pairs(name: &str) -> Vec<u32> {
    let words: Vec<&str> = words(name).map(|(_, word)| word).collect();
    words.windows(2).map(|pair| hash(pair[0], pair[1])).collect()
}

/// The stem of a word; `None` of function words and the furniture of news.
fn stem(word: &str) -> Option<String> {
    stems_of(word).next()
}

/// A hash of 32 bits: one wrong name in a million pairs of articles is nothing among what else is compared.
#[allow(clippy::cast_possible_truncation, reason = "the upper half of a hash is a hash")]
fn hash(first: &str, second: &str) -> u32 {
    let mut hasher = FxHasher::default();
    (first.to_lowercase(), second.to_lowercase()).hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}

/// How many bits each name tells that several articles have.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    bits: FxHashMap<u32, f32>,
}

impl Known {
    pub(super) fn of(extracts: &[Extract]) -> Self {
        let mut all: Vec<u32> = extracts.iter().flat_map(|extract| extract.sketch.names.iter().copied()).collect();
        all.sort_unstable();
        let several = all.chunk_by(|a, b| a == b).filter(|same| same.len() > 1);
        Self { bits: several.map(|same| (same[0], bits(same.len(), extracts.len()))).collect() }
    }

    /// The names of a telling that others may have too: those of its article, if it is what the article is about. What its place is
    /// called counts as its place.
    pub(super) fn told(&self, extract: &Extract, event: &ArticleEvent, lexicon: &Lexicon) -> Vec<(u32, f32)> {
        if !event.kind.eq("harm") || event.background || event.cumulative {
            return Vec::new();
        }
        let places: Vec<u32> = event.places.iter().flat_map(|place| pairs(lexicon.shown(place))).collect();
        let known = |name: &u32| Some((*name, *self.bits.get(name)?));
        extract.sketch.names.iter().filter(|name| !places.contains(name)).filter_map(known).collect()
    }
}

/// How many bits a name tells that so many of so many articles have. Every run begins as if it held some hundred articles more.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a few bits")]
fn bits(having: usize, articles: usize) -> f32 {
    let share = (having as f64 + ARTICLES_BEFORE * SHARE_OF_NAME) / (articles as f64 + ARTICLES_BEFORE);
    (-share.log2()).max(0.0) as f32
}

/// The rarest names of a telling.
pub(super) fn rarest(telling: &Telling<'_>, count: usize) -> Vec<u32> {
    let mut names = telling.names.clone();
    names.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    names.into_iter().take(count).map(|(name, _)| name).collect()
}

/// The bits of the names that two tellings share.
pub(super) fn shared(a: &Telling<'_>, b: &Telling<'_>) -> f64 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(&(x, bits)), Some(&(y, _))) = (a.names.get(i), b.names.get(j)) {
        if x == y {
            sum += f64::from(bits);
        }
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    sum
}

/// The step of the waterfall for the names of two articles; none where they share none, since few articles name everybody.
pub(super) fn step(bits: f64, teller: Teller) -> Option<Step> {
    let weight = (bits * NAMES_SLOPE).min(NAMES_MOST);
    (bits > 0.0).then(|| teller.weighs("names", weight, || format!("their articles share names: {bits:.0} bits")))
}
