//! Context words of an article-event: stems of what its sentences say, without stop words and figures.

use std::cell::RefCell;
use std::sync::{Arc, LazyLock};

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::mention::Token;

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

/// Words of a sentence that most do not outgrow.
const SENTENCE: usize = 32;

/// The letters of the shortest word that says something.
const SHORTEST: usize = 3;

/// The most words that a thread remembers: more than the vocabulary of some hundred articles.
const REMEMBERED: usize = 1 << 14;

static STOPS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| STOP.iter().copied().collect());

/// Whether a word in small letters says something of what a text is about.
pub(crate) fn is_telling(word: &str) -> bool {
    word.chars().count() >= SHORTEST && !STOPS.contains(word)
}

/// The stems of the words of a name, in small letters.
pub(crate) fn stems_of(name: &str) -> impl Iterator<Item = String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let words = name.split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'));
    words.map(str::to_lowercase).filter(|word| is_telling(word)).map(move |word| stemmer.stem(&word).into_owned())
}

thread_local! {
    static STEMS: RefCell<Stems> = RefCell::default();
}

/// Lends the stems that the thread remembers for the length of one article.
pub(super) fn with_stems<T>(read: impl FnOnce(&mut Stems) -> T) -> T {
    STEMS.with_borrow_mut(|stems| {
        if stems.words.len() >= REMEMBERED {
            *stems = Stems::default();
        }
        read(stems)
    })
}

/// Every stem met so far, once, and the words that lead to them: news repeats its words, and stemming is the dearest step here.
#[derive(Default)]
pub(super) struct Stems {
    known: Vec<Arc<str>>,
    /// For each stem the set that holds it, of those gathered the last.
    held: Vec<u32>,
    ids: FxHashMap<Arc<str>, StemId>,
    /// What words count as, by the hash of their letters; `None` for those that say nothing.
    words: FxHashMap<u64, Option<Word>>,
    /// How many sets were gathered.
    sets: u32,
}

/// The place of a stem among those met.
pub(super) type StemId = u32;

/// What a word counts as: its stem, and the stem with the mark of a name.
#[derive(Clone, Copy)]
struct Word {
    plain: StemId,
    name: StemId,
}

impl Stems {
    /// The stems of the words of a stretch of text, in their order. A capitalised word that does not begin it is kept with a leading
    /// capital mark `^`, since names tell events apart better than other words do.
    pub(super) fn of<'w>(&mut self, text: &str, words: impl Iterator<Item = &'w Token>) -> Vec<StemId> {
        let mut ids = Vec::with_capacity(SENTENCE);
        for (index, word) in words.enumerate() {
            let Some(known) = self.word(text, word) else { continue };
            ids.push(if index > 0 && word.capital { known.name } else { known.plain });
        }
        ids
    }

    /// The first stems of some stretches, each once, after those of `opening`.
    pub(super) fn gather<'s>(
        &mut self,
        opening: &[StemId],
        stretches: impl IntoIterator<Item = &'s [StemId]>,
    ) -> Vec<StemId> {
        self.sets += 1;
        let mut set = Vec::with_capacity(MOST);
        set.extend_from_slice(opening);
        for &id in opening {
            self.held[id as usize] = self.sets;
        }
        for &id in stretches.into_iter().flatten() {
            if set.len() >= MOST {
                break;
            }
            if std::mem::replace(&mut self.held[id as usize], self.sets) != self.sets {
                set.push(id);
            }
        }
        set
    }

    /// The letters of stems.
    pub(super) fn each<'s>(&'s self, set: &'s [StemId]) -> impl Iterator<Item = &'s str> {
        set.iter().map(|&id| &*self.known[id as usize])
    }

    /// Whether the stem of one of the words is among those asked for.
    pub(super) fn any<'w>(
        &mut self,
        text: &str,
        mut words: impl Iterator<Item = &'w Token>,
        is: impl Fn(&str) -> bool,
    ) -> bool {
        words.any(|word| self.word(text, word).is_some_and(|known| is(&self.known[known.plain as usize])))
    }

    /// The stems themselves, sorted.
    pub(super) fn texts(&self, set: &[StemId]) -> Vec<Arc<str>> {
        let text = |&id: &StemId| &self.known[id as usize];
        let mut texts: Vec<(u64, &Arc<str>)> = set.iter().map(text).map(|text| (first_bytes(text), text)).collect();
        texts.sort_unstable();
        texts.into_iter().map(|(_, text)| Arc::clone(text)).collect()
    }

    /// What a word counts as, where it says something. The hash, of 64 bits, stands for the word, as it does in the lexicon.
    fn word(&mut self, text: &str, word: &Token) -> Option<Word> {
        if word.span.len() < SHORTEST {
            return None;
        }
        match self.words.get(&word.key) {
            Some(counts) => *counts,
            None => self.learn(word.key, word.span.text(text)),
        }
    }

    fn learn(&mut self, key: u64, word: &str) -> Option<Word> {
        let small = without_possessive(word).to_lowercase();
        let stem = is_telling(&small).then(|| Stemmer::create(Algorithm::English).stem(&small));
        let learned = stem.map(|stem| Word { plain: self.id(&stem), name: self.id(&format!("^{stem}")) });
        self.words.insert(key, learned);
        learned
    }

    fn id(&mut self, stem: &str) -> StemId {
        if let Some(&id) = self.ids.get(stem) {
            return id;
        }
        let (id, text) = (StemId::try_from(self.known.len()).unwrap_or(StemId::MAX), Arc::<str>::from(stem));
        self.ids.insert(Arc::clone(&text), id);
        self.known.push(text);
        self.held.push(0);
        id
    }
}

/// A word without the ending of a possessive.
fn without_possessive(mut word: &str) -> &str {
    while let Some(rest) = ["'s", "’s", "'S", "’S"].into_iter().find_map(|ending| word.strip_suffix(ending)) {
        word = rest;
    }
    word
}

/// The first bytes of a word as a number: most words are told apart, and put in order, by it alone.
fn first_bytes(word: &str) -> u64 {
    match word.as_bytes().first_chunk() {
        Some(&first) => u64::from_be_bytes(first),
        None => word.bytes().enumerate().fold(0, |first, (at, byte)| first | u64::from(byte) << (56 - 8 * at)),
    }
}
