//! Context words of an article-event: stems of what its sentences say, without stop words and figures.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

/// Words that say nothing of what an article is about: function words and the furniture of news prose.
const STOP: &[&str] = &[
    "about",
    "above",
    "according",
    "after",
    "again",
    "against",
    "ago",
    "all",
    "also",
    "among",
    "and",
    "any",
    "are",
    "around",
    "because",
    "been",
    "before",
    "being",
    "between",
    "both",
    "but",
    "can",
    "could",
    "did",
    "does",
    "down",
    "during",
    "each",
    "earlier",
    "every",
    "few",
    "for",
    "from",
    "had",
    "has",
    "have",
    "her",
    "here",
    "him",
    "his",
    "how",
    "into",
    "its",
    "just",
    "later",
    "least",
    "more",
    "most",
    "not",
    "off",
    "one",
    "only",
    "other",
    "our",
    "out",
    "over",
    "own",
    "said",
    "says",
    "say",
    "same",
    "she",
    "should",
    "since",
    "some",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "through",
    "told",
    "too",
    "two",
    "under",
    "until",
    "upon",
    "very",
    "was",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "why",
    "will",
    "with",
    "would",
    "you",
    "your",
    "new",
    "news",
    "report",
    "reported",
    "reports",
    "statement",
    "image",
    "photo",
    "picture",
    "source",
    "read",
    "share",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "people",
    "killed",
    "dead",
    "death",
    "toll",
    "injured",
    "wounded",
    "first",
    "last",
    "next",
    "year",
    "years",
    "month",
    "week",
    "day",
    "days",
    "hour",
    "hours",
    "today",
    "yesterday",
];
/// The most words an article-event keeps.
const MOST: usize = 96;

/// The most stems that a thread remembers: more than the vocabulary of some hundred articles.
const REMEMBERED: usize = 1 << 14;

static STOPS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| STOP.iter().copied().collect());

thread_local! {
    /// Stems of words met before: news repeats its words, and stemming is the dearest step here.
    static STEMS: RefCell<FxHashMap<Box<str>, Box<str>>> = RefCell::default();
}

/// Adds the stems of a stretch of text to `words`. A capitalised word that does not begin the sentence is kept with a
/// leading capital mark `^`, since names tell events apart better than other words do.
pub(super) fn add(words: &mut BTreeSet<String>, stretch: &str) {
    STEMS.with_borrow_mut(|stems| {
        let mut plain = String::new();
        for (index, word) in stretch.split(|c: char| !is_letter(c)).filter(|w| !w.is_empty()).enumerate() {
            if words.len() >= MOST {
                return;
            }
            lower_into(&mut plain, without_possessive(word));
            if plain.chars().count() >= 3 && !STOPS.contains(plain.as_str()) {
                let name = index > 0 && word.starts_with(char::is_uppercase);
                let stem = stem(stems, &plain);
                words.insert(if name { format!("^{stem}") } else { stem.to_owned() });
            }
        }
    });
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\'' | '’') || !c.is_ascii() && c.is_alphabetic()
}

fn without_possessive(mut word: &str) -> &str {
    while let Some(rest) = word.strip_suffix("'s") {
        word = rest;
    }
    while let Some(rest) = word.strip_suffix("’s") {
        word = rest;
    }
    word
}

fn lower_into(plain: &mut String, word: &str) {
    plain.clear();
    if word.is_ascii() {
        plain.push_str(word);
        plain.make_ascii_lowercase();
    } else {
        plain.push_str(&word.to_lowercase());
    }
}

fn stem<'a>(stems: &'a mut FxHashMap<Box<str>, Box<str>>, word: &str) -> &'a str {
    if !stems.contains_key(word) {
        if stems.len() >= REMEMBERED {
            stems.clear();
        }
        stems.insert(word.into(), Stemmer::create(Algorithm::English).stem(word).into());
    }
    &stems[word]
}
