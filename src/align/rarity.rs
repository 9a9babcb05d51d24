//! How rare the words of context are: what the lexicon knows of English and of news, corrected by the articles at hand. A word
//! that hardly any article has tells two events apart; "police" tells nothing.

use rustc_hash::FxHashMap;

use crate::claim::{ArticleEvent, Extract};
use crate::lexicon::{EntryKind, Lexicon, Word};

use super::names;
use super::weights::{ARTICLES_BEFORE, COMMON_IN_NEWS, COMMON_NAME, RARITY_POWER, SHARE_OF_UNKNOWN, SHARES};

/// How many letters a country's name and its people's may differ in at the end: "Syria", "Syrian".
const ENDING: usize = 3;

/// The rarity of the words of a run.
#[derive(Clone, Debug)]
pub struct Rarity<'a> {
    ids: FxHashMap<&'a str, u32>,
    words: Vec<Known>,
    pub(super) names: names::Known,
    pub(super) lexicon: &'a Lexicon,
}

/// What is known of one word.
#[derive(Clone, Copy, Debug)]
struct Known {
    weight: f32,
    /// Whether several articles have it.
    shared: bool,
}

/// The words of one telling with their weights, in the order of the event's list of them.
#[derive(Clone, Debug, Default)]
pub struct Context {
    words: Vec<(u32, f32)>,
    length: f64,
}

impl<'a> Rarity<'a> {
    /// Of the words of all article-events. Every run begins as if it held some hundred articles in which words are as common as in
    /// English at large, so that in a small pile no article changes much.
    pub fn of(extracts: &'a [Extract], lexicon: &'a Lexicon) -> Self {
        let counts = counts(extracts);
        let mut sorted: Vec<(&str, u32)> = counts.into_iter().map(|(word, (count, _))| (word, count)).collect();
        sorted.sort_unstable();
        let shares = Shares::of(lexicon);
        let known = |&(word, count): &(&str, u32)| {
            let share = (f64::from(count) + ARTICLES_BEFORE * shares.share(word))
                / (f64::from(u32::try_from(extracts.len()).unwrap_or(u32::MAX)) + ARTICLES_BEFORE);
            Known { weight: weight(share), shared: count > 1 }
        };
        let (words, names) = (sorted.iter().map(known).collect(), names::Known::of(extracts));
        Self { ids: sorted.iter().zip(0..).map(|(&(word, _), id)| (word, id)).collect(), words, names, lexicon }
    }

    /// A stem as a word and as a name, where a telling has it.
    pub(super) fn either(&self, stem: &str) -> [Option<u32>; 2] {
        [stem, &format!("^{stem}")].map(|word| self.ids.get(word).copied())
    }

    /// The words of an article-event, weighed.
    pub(super) fn context(&self, event: &ArticleEvent) -> Context {
        let id = |word: &std::sync::Arc<str>| self.ids.get(&**word).copied();
        // The words of an event are sorted, and so are the ids, so that both lists run in step.
        Context::weighed(event.words.iter().filter_map(id).map(|id| (id, self.words[id as usize].weight)).collect())
    }

    /// The rarest words of a context that several articles have, the rarest first.
    pub(super) fn keys(&self, context: &Context, count: usize) -> Vec<u32> {
        let mut shared: Vec<(u32, f32)> =
            context.words.iter().copied().filter(|(id, _)| self.words[*id as usize].shared).collect();
        shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        shared.into_iter().take(count).map(|(id, _)| id).collect()
    }
}

impl Context {
    /// Whether it has a word.
    pub(super) fn holds(&self, word: u32) -> bool {
        self.words.binary_search_by_key(&word, |&(id, _)| id).is_ok()
    }

    /// The words but some.
    pub(super) fn without(&self, left_out: impl Fn(u32) -> bool) -> Self {
        Self::weighed(self.words.iter().copied().filter(|&(id, _)| !left_out(id)).collect())
    }

    fn weighed(words: Vec<(u32, f32)>) -> Self {
        let length = words.iter().map(|&(_, weight)| square(weight)).sum::<f64>().sqrt();
        Self { words, length }
    }

    /// The cosine of two contexts, 0 to 1; 0 where one is empty.
    pub(super) fn similarity(&self, other: &Self) -> f64 {
        let lengths = self.length * other.length;
        if lengths > 0.0 { self.shared(other) / lengths } else { 0.0 }
    }

    /// The sum over the shared words, in one walk over both.
    fn shared(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(&(a, weight)), Some(&(b, _))) = (self.words.get(i), other.words.get(j)) {
            if a == b {
                sum += square(weight);
            }
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        sum
    }
}

/// The weight of a word by the share of articles that have it.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the weights are small, and six digits of them are more than anyone knows"
)]
fn weight(share: f64) -> f32 {
    (-share.log2()).max(0.0).powf(RARITY_POWER) as f32
}

fn square(weight: f32) -> f64 {
    f64::from(weight) * f64::from(weight)
}

/// In how many articles each word of an event stands, and the last of them. Remarks are known by their words alone, and what
/// there can be only one of needs none.
fn counts(extracts: &[Extract]) -> FxHashMap<&str, (u32, usize)> {
    let mut counts: FxHashMap<&str, (u32, usize)> = FxHashMap::default();
    for (index, extract) in extracts.iter().enumerate() {
        for event in extract.events.iter().filter(|event| !event.utterance && event.matter.is_none()) {
            for word in &event.words {
                let (count, last) = counts.entry(word).or_insert((0, usize::MAX));
                *count += u32::from(*last != index);
                *last = index;
            }
        }
    }
    counts
}

/// How common words are before any article is read.
struct Shares<'l> {
    lexicon: &'l Lexicon,
    /// The countries' names in small letters, sorted.
    countries: Vec<String>,
}

impl<'l> Shares<'l> {
    fn of(lexicon: &'l Lexicon) -> Self {
        let countries = lexicon.entries().filter(|(_, entry)| entry.kind == EntryKind::Country);
        let mut countries: Vec<String> = countries.map(|(_, entry)| entry.name.to_lowercase()).collect();
        countries.sort();
        Self { lexicon, countries }
    }

    /// The share of articles that hold a word, for a stem with or without the mark of a name.
    fn share(&self, word: &str) -> f64 {
        let stem = word.trim_start_matches('^');
        let of_news = self.lexicon.happened(stem).lists().next().is_some()
            || ["aftermath_told", "news_of_harm"].iter().any(|list| self.lexicon.lists(list, stem));
        if of_news || self.is_country(stem) { COMMON_IN_NEWS } else { of_english(stem) }
    }

    /// Whether a stem is a country's name, or its people's where that begins with it: articles on one war all have it.
    fn is_country(&self, stem: &str) -> bool {
        let at = self.countries.partition_point(|name| name.as_str() <= stem);
        let before = at.checked_sub(1).and_then(|at| self.countries.get(at));
        let near = |name: &String| {
            name.len().abs_diff(stem.len()) <= ENDING && (stem.starts_with(name.as_str()) || name.starts_with(stem))
        };
        before.is_some_and(near) || self.countries.get(at).is_some_and(near)
    }
}

/// Whether a name is a common word with a capital, by which nothing should be looked up.
pub(super) fn is_common(word: &str) -> bool {
    of_english(word.trim_start_matches('^')) >= COMMON_NAME
}

/// The share of articles that hold a stem, as far as English at large tells.
fn of_english(stem: &str) -> f64 {
    Word::of(stem).map_or(SHARE_OF_UNKNOWN, |word| SHARES[usize::from(word.level()).min(SHARES.len() - 1)])
}
