//! Context words of an article-event: stems of what its sentences say, without stop words and figures.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
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

/// What a word counts as: its stem, and the stem with the mark of a name.
struct Stems {
    word: Rc<str>,
    name: Rc<str>,
}

thread_local! {
    /// Words met before, in small letters; `None` for those that say nothing. News repeats its words, and stemming is the
    /// dearest step here.
    static KNOWN: RefCell<FxHashMap<Box<str>, Option<Stems>>> = RefCell::default();
}

/// Adds the stems of a stretch of text to `words`. A capitalised word that does not begin the sentence is kept with a
/// leading capital mark `^`, since names tell events apart better than other words do.
pub(super) fn add(words: &mut BTreeSet<Rc<str>>, stretch: &str) {
    KNOWN.with_borrow_mut(|known| {
        let mut plain = String::new();
        for (index, word) in stretch.split(|c: char| !is_letter(c)).filter(|w| !w.is_empty()).enumerate() {
            if words.len() >= MOST {
                return;
            }
            lower_into(&mut plain, without_possessive(word));
            let name = index > 0 && word.starts_with(char::is_uppercase);
            words.extend(stem(known, &plain, name));
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

/// The stem of a word in small letters, where it says something.
fn stem(known: &mut FxHashMap<Box<str>, Option<Stems>>, word: &str, name: bool) -> Option<Rc<str>> {
    let chosen = |stems: &Stems| Rc::clone(if name { &stems.name } else { &stems.word });
    if let Some(stems) = known.get(word) {
        return stems.as_ref().map(chosen);
    }
    if known.len() >= REMEMBERED {
        known.clear();
    }
    let stems = stems(word);
    let found = stems.as_ref().map(chosen);
    known.insert(word.into(), stems);
    found
}

fn stems(word: &str) -> Option<Stems> {
    let telling = word.chars().count() >= 3 && !STOPS.contains(word);
    let stem = telling.then(|| Stemmer::create(Algorithm::English).stem(word))?;
    Some(Stems { word: stem.as_ref().into(), name: format!("^{stem}").into() })
}
