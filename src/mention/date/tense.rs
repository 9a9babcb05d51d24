//! Which way the words around a date look. The nearest decisive word before it in its clause says so, else the first one
//! after it.

use std::sync::LazyLock;

use super::resolve::Tense;
use super::word::{Word, word};
use crate::mention::{Reader, TokenKind, Vocabulary, Words, words};

/// How far either way words are heeded.
const REACH: usize = 14;
/// How far behind "Friday's vote" its own verb is looked for.
const NEAR: usize = 3;
/// How far back a date is searched that "the next day" or "three weeks later" may hang on.
const STORY: usize = 120;

/// What a decisive word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Back,
    Ahead,
}

static LOOKS: LazyLock<Vocabulary<Look>> = LazyLock::new(|| {
    let ahead = AHEAD.iter().map(|&word| (word, Look::Ahead));
    Vocabulary::new(ahead.chain(BACK.iter().map(|&word| (word, Look::Back))))
});

const AHEAD: &[&str] = &[
    "will",
    "won't",
    "won’t",
    "shall",
    "i'll",
    "i’ll",
    "he'll",
    "he’ll",
    "she'll",
    "she’ll",
    "we'll",
    "we’ll",
    "they'll",
    "they’ll",
    "it'll",
    "it’ll",
    "you'll",
    "you’ll",
    "would",
    "expected",
    "expects",
    "scheduled",
    "planned",
    "plans",
    "planning",
    "due",
    "slated",
    "upcoming",
    "deadline",
    "intends",
    "hopes",
    "aims",
    "begins",
    "starts",
    "opens",
    "resumes",
    "arrives",
    "meets",
    "convenes",
    "expires",
    "tomorrow",
];

const BACK: &[&str] = &[
    "said",
    "says",
    "told",
    "was",
    "were",
    "had",
    "has",
    "have",
    "did",
    "went",
    "came",
    "took",
    "began",
    "saw",
    "died",
    "found",
    "made",
    "gave",
    "got",
    "left",
    "won",
    "lost",
    "fell",
    "rose",
    "became",
    "posted",
    "tweeted",
    "yesterday",
    "earlier",
];

/// The tense of a date between two tokens, `next` being the first after it.
pub(super) fn tense(reader: &Reader<'_>, at: usize, next: usize) -> Tense {
    let deadline = at > 0 && (reader.is(at - 1, "by") || reader.is(at - 1, "until") || reader.is(at - 1, "till"));
    let owned = super::word::possessive(reader.word(next.saturating_sub(1))) > 0;
    let soon = if owned { (next..next + NEAR).find_map(|token| look(reader, token)) } else { None };
    let look = soon
        .or_else(|| before(reader, at))
        .or_else(|| done(reader, at))
        .or_else(|| after(reader, next))
        .unwrap_or(if deadline { Look::Ahead } else { Look::Back });
    match look {
        Look::Ahead => Tense::Ahead,
        Look::Back => Tense::Back,
    }
}

/// Whether the words before a date look ahead.
pub(super) fn looks_ahead(reader: &Reader<'_>, at: usize) -> bool {
    before(reader, at) == Some(Look::Ahead)
}

/// The nearest decisive word before, within the clause.
fn before(reader: &Reader<'_>, at: usize) -> Option<Look> {
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&token| !boundary(reader, token))
        .find_map(|token| look(reader, token))
}

/// "met on Tuesday and will meet again": a verb in the plain past before the date. A postponement names the day it led to.
fn done(reader: &Reader<'_>, at: usize) -> Option<Look> {
    const TO: &Words = words!["by", "until", "till", "to", "for", "through", "of", "before", "after", "from", "ahead"];
    const VERBS: &Words = words![
        "met", "held", "hit", "spoke", "sent", "struck", "shot", "fought", "flew", "drove", "spent", "stood", "sat",
        "swore",
    ];
    let verb = |&i: &usize| reader.is_any(i, VERBS) || is_regular_past(reader, i);
    let led_to = at > 0 && reader.is_any(at - 1, TO);
    let mut clause = (at.saturating_sub(REACH)..at).rev().take_while(|&token| !boundary(reader, token));
    clause.find(verb).filter(|&i| !led_to && !is_passive_ahead(reader, i)).map(|_| Look::Back)
}

/// "visited", "agreed", but not "the united", "a hundred".
fn is_regular_past(reader: &Reader<'_>, at: usize) -> bool {
    const OTHERS: &Words = words![
        "need",
        "indeed",
        "hundred",
        "proceed",
        "succeed",
        "exceed",
        "united",
        "armed",
        "alleged",
        "so-called",
        "speed",
        "wounded",
    ];
    let attributive = at > 0 && reader.is_any(at - 1, words!["the", "a", "an", "his", "her", "its", "their"]);
    let word = reader.word(at);
    word.len() > 4 && word.ends_with("ed") && !reader.is_any(at, OTHERS) && !attributive
}

/// "to be voted on", "will be sent": the participle says nothing of the time.
fn is_passive_ahead(reader: &Reader<'_>, at: usize) -> bool {
    at > 0 && reader.is_any(at - 1, words!["be", "being", "get", "getting"])
}

/// The first decisive word after, within the sentence and before a clause or quotation of its own.
fn after(reader: &Reader<'_>, next: usize) -> Option<Look> {
    let end = next.saturating_add(REACH).min(reader.tokens.len());
    let turns = |token: usize| reader.is_any(token, words!["that", "who", "which", "whether", "\"", "“"]);
    (next..end)
        .take_while(|&token| !sentence_ends(reader, token) && !turns(token))
        .find_map(|token| look(reader, token))
}

/// What a token says.
fn look(reader: &Reader<'_>, at: usize) -> Option<Look> {
    let token = reader.token(at).filter(|token| token.kind == TokenKind::Word)?;
    if announces(reader, at) {
        return Some(Look::Ahead);
    }
    LOOKS.get(token).copied()
}

/// Words that look ahead only beside others: "set to", "is to visit", "takes effect", "may leave", "talks resume".
fn announces(reader: &Reader<'_>, at: usize) -> bool {
    if (reader.is(at, "set") && (reader.is(at + 1, "to") || reader.is(at + 1, "for")))
        || (reader.is(at, "going") && reader.is(at + 1, "to"))
        || (reader.is(at, "ahead") && reader.is(at + 1, "of"))
    {
        return true;
    }
    let next = |words: &Words| reader.is_any(at + 1, words);
    match COMPANY.get(&reader.tokens[at]) {
        Some(Company::To) => next(words!["to"]),
        Some(Company::Takes) => next(words!["effect", "place", "office", "over", "part"]),
        Some(Company::Modal) => !reader.tokens[at].capital && !next(words!["have"]),
        Some(Company::Starts) => at > 0 && many(reader, at - 1),
        None => false,
    }
}

/// Whether the subject before a verb is in the plural, so that "talks resume" stands in the present.
fn many(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.word(at);
    let verb = reader.is_any(at, words!["was", "is", "has", "does", "this"]);
    (word.len() > 3 && word.ends_with('s') && !verb) || reader.is(at, "they") || reader.is(at, "we")
}

/// What a word needs beside it to look ahead.
#[derive(Clone, Copy, Debug)]
enum Company {
    /// "is to visit".
    To,
    /// "takes effect".
    Takes,
    /// "may leave".
    Modal,
    /// "talks resume".
    Starts,
}

static COMPANY: LazyLock<Vocabulary<Company>> = LazyLock::new(|| {
    use Company::{Modal, Starts, Takes, To};
    let to = ["is", "are", "was", "were"].map(|word| (word, To));
    let takes = ["takes", "take", "comes"].map(|word| (word, Takes));
    let modal = ["may", "might", "must", "should"].map(|word| (word, Modal));
    let starts = ["begin", "start", "open", "resume", "meet", "return", "arrive", "vote"].map(|word| (word, Starts));
    Vocabulary::new(to.into_iter().chain(takes).chain(modal).chain(starts))
});

/// Whether a clause is bounded here.
fn boundary(reader: &Reader<'_>, at: usize) -> bool {
    sentence_ends(reader, at) || reader.is_any(at, words![",", ";", ":", "(", "\"", "“", "”"])
}

/// Whether a sentence may end here; a full stop without space after it stands inside a word.
fn sentence_ends(reader: &Reader<'_>, at: usize) -> bool {
    match reader.kind(at) {
        Some(TokenKind::Break) | None => true,
        Some(TokenKind::Mark) if reader.is(at, ".") => {
            reader.token(at + 1).is_none_or(|next| next.spaced && next.capital)
        }
        _ => reader.is(at, "!") || reader.is(at, "?"),
    }
}

/// Whether no date stands near before, so that "the next day" can hang on nothing but the day of publication.
pub(super) fn nothing_to_hang_on(reader: &Reader<'_>, at: usize) -> bool {
    !(at.saturating_sub(STORY)..at).any(|token| match word(reader, token) {
        Some(Word::Month(..) | Word::Weekday(..) | Word::Holiday) => reader.token(token).is_some_and(|t| t.capital),
        Some(Word::Relative(_)) => true,
        Some(_) => false,
        None => super::number::year(reader, token).is_some(),
    })
}
