//! Whether a claim is asserted, denied or only imagined, and whether it is a running total: told from the words around.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::article::Span;

use super::Polarity;
use super::site::{backwards, is_one_of};

/// Words that make what follows them a possibility rather than a report.
const HYPOTHETICAL: &[&str] = &[
    "could",
    "would",
    "might",
    "if",
    "unless",
    "fear",
    "feared",
    "fears",
    "risk",
    "threatened",
    "threatens",
    "hypothetical",
];
/// What somebody could or would do who reports a fact: "could say that 13 had been destroyed" supposes nothing.
const REPORTING: &[&str] =
    &["say", "tell", "confirm", "verify", "establish", "determine", "see", "count", "show", "report"];
/// Words that deny what follows them.
const DENIED: &[&str] =
    &["denied", "denies", "deny", "denying", "refuted", "dismissed", "rejected", "untrue", "false", "never"];
/// How many words before the match are looked at: the reach of a modal verb or of "denied that" inside a clause.
const REACH: usize = 6;
/// Phrases that make a figure a running total; lower-case, matched at word boundaries.
const CUMULATIVE: &[&str] = &[
    "since the war began",
    "since the start of",
    "since the beginning of",
    "since the conflict began",
    "since the invasion",
    "since the outbreak",
    "in total",
    "in all",
    "altogether",
    "to date",
    "all told",
    "overall total",
    "so far this year",
    "running total",
    "bringing the total",
    "brings the total",
    "brought the total",
    "takes the total",
    "over the course of the war",
    "throughout the war",
    "during the war",
    "in the war",
    "in the civil war",
    "in the conflict",
];

/// The phrases of [`CUMULATIVE`], all at once.
static PHRASES: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(CUMULATIVE).ok());

/// The polarity that the words before the match give it.
pub(super) fn polarity(text: &str, sentence: Span, matched: Span) -> Polarity {
    let words: Vec<&str> = backwards(text, sentence.start(), matched.start()).take(REACH).collect();
    let supposed = |(at, word): (usize, &&str)| {
        let verb = at.checked_sub(1).map_or("", |next| words[next]);
        is_one_of(word, HYPOTHETICAL) && !(is_one_of(word, &["could"]) && is_one_of(verb, REPORTING))
    };
    if words.iter().any(|word| is_one_of(word, DENIED)) {
        Polarity::Denied
    } else if words.iter().enumerate().any(supposed)
        || may(text, sentence, matched, &words)
        || inside_modal(text, matched)
    {
        Polarity::Hypothetical
    } else {
        Polarity::Asserted
    }
}

/// Whether "may" stands before the match, the verb and not the month.
fn may(text: &str, sentence: Span, matched: Span, words: &[&str]) -> bool {
    words.iter().any(|word| is_one_of(word, &["may"])) && !text[sentence.start()..matched.start()].contains("May")
}

/// Whether a modal verb stands inside the match itself: "the call could last two hours".
fn inside_modal(text: &str, matched: Span) -> bool {
    let mut inside = matched.text(text).split(|c: char| !c.is_alphanumeric());
    inside.any(|word| is_one_of(word, &["could", "would", "might"]))
}

/// Whether the sentence makes the figure a running total: a phrase of [`CUMULATIVE`] that opens the sentence or stands inside or
/// after the match. Elsewhere before it the phrase belongs to other words ("the second such meeting so far this year, …").
pub(super) fn is_cumulative(text: &str, sentence: Span, matched: Span) -> bool {
    let words = sentence.text(text);
    let first = words.find(char::is_alphanumeric).unwrap_or(0);
    let start = matched.start() - sentence.start();
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let tells = |phrase: aho_corasick::Match| {
        let whole = edge(words[..phrase.start()].chars().next_back()) && edge(words[phrase.end()..].chars().next());
        whole && (phrase.start() == first || phrase.start() >= start)
    };
    let mut phrases = PHRASES.iter().flat_map(|phrases| phrases.find_overlapping_iter(words));
    let since = words.as_bytes()[first..].get(..6).is_some_and(|begin| begin.eq_ignore_ascii_case(b"since "));
    since || (phrases.any(tells) && !is_superlative(words)) || is_of_what_lasts(text, sentence, matched)
}

/// Whether something that goes on for months is said to have done so much by now: "the siege has killed 600". It must stand in
/// the clause of its verb: "for the war effort, the union has agreed to a price" counts nothing up.
fn is_of_what_lasts(text: &str, sentence: Span, matched: Span) -> bool {
    let told = &text[sentence.start()..matched.end()];
    if !may_hold_has(told.as_bytes()) {
        return false;
    }
    let mut clauses = told.split([',', ';', ':']);
    clauses.any(|clause| {
        let words: Vec<&str> = clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let been = |at: usize| words.get(at + 1).is_some_and(|next| is_one_of(next, &["been"]));
        let has = (0..words.len()).rfind(|&at| is_one_of(words[at], &["has", "have"]) && !been(at));
        has.is_some_and(|at| words[..at].iter().rev().take(REACH).any(|word| is_lasting(word)))
    })
}

/// Whether a word names what goes on for months.
pub(super) fn is_lasting(word: &str) -> bool {
    const LASTING: [&str; 14] = [
        "war",
        "conflict",
        "siege",
        "escalation",
        "campaign",
        "uprising",
        "insurgency",
        "epidemic",
        "outbreak",
        "pandemic",
        "crisis",
        "famine",
        "unrest",
        "offensive",
    ];
    is_one_of(word, &LASTING)
}

/// Whether a stretch may hold "has" or "have"; false is certain.
fn may_hold_has(stretch: &[u8]) -> bool {
    memchr::memchr2_iter(b'h', b'H', stretch).any(|at| {
        let next = stretch.get(at + 1..at + 3).unwrap_or_default();
        next.eq_ignore_ascii_case(b"as") || next.eq_ignore_ascii_case(b"av")
    })
}

/// Whether a sentence ranks something ("the largest package since the invasion began"), so that its "since" counts nothing up.
pub(super) fn is_superlative(sentence: &str) -> bool {
    const RANKS: [&str; 9] =
        ["largest", "biggest", "highest", "worst", "deadliest", "bloodiest", "longest", "heaviest", "first"];
    sentence.split(|c: char| !c.is_alphanumeric()).any(|word| is_one_of(word, &RANKS))
}
