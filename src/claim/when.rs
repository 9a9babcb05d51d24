//! The dates of a claim: when the thing happened, as of when the figure stood, since when it counts.

use crate::article::Span;
use crate::mention::{DateMention, Leaf, LeafKind};
use crate::value::DateSpan;

use super::attribution::is_saying;
use super::site::{Site, words_before};
use super::{Found, Scoped};

/// What was read of a claim's dates.
#[derive(Clone, Debug, Default)]
pub(super) struct When {
    pub(super) event: Option<Scoped<DateSpan>>,
    pub(super) phrase: Option<Scoped<String>>,
    pub(super) as_of: Option<Scoped<DateSpan>>,
    pub(super) since: Option<Scoped<DateSpan>>,
}

/// What a date phrase does in its sentence, told from the words before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// "on Tuesday", "Tuesday's meeting"
    Event,
    /// "since February"
    Since,
    /// "as of Friday", "by Friday"
    AsOf,
    /// "said on Friday": when somebody spoke, not when it happened
    Saying,
}

/// Reads the dates of a claim, nearest stretch first.
pub(super) fn read(site: &Site<'_>) -> When {
    let mut when = When::default();
    for (found, span) in site.levels() {
        let mut dates: Vec<(usize, &Leaf)> =
            site.leaves(span, &[LeafKind::Date]).map(|(_, l)| (site.distance(l), l)).collect();
        dates.sort_by_key(|(distance, leaf)| (*distance, leaf.span.start()));
        for (_, leaf) in dates {
            let Some(date) = site.mentions.date(leaf) else { continue };
            take(&mut when, use_of(site.text(), span, leaf), date, found);
        }
        if when.phrase.is_some() {
            break;
        }
    }
    when
}

/// Keeps the first date of each use; only the claim's own sentence says "since" and "as of".
fn take(when: &mut When, date_use: Use, mention: &DateMention, found: Found) {
    let scoped = mention.date.map(|value| Scoped { value, found });
    match date_use {
        Use::Event if when.phrase.is_none() => {
            when.phrase = Some(Scoped { value: mention.phrase.clone(), found });
            when.event = scoped;
        }
        Use::Since if found == Found::Sentence && when.since.is_none() => when.since = scoped,
        Use::AsOf if found == Found::Sentence && when.as_of.is_none() => when.as_of = scoped,
        _ => {}
    }
}

/// What a date does in its sentence: told from up to four words before it.
fn use_of(text: &str, sentence: Span, leaf: &Leaf) -> Use {
    let words = words_before(text, sentence.start(), leaf.span.start(), 4);
    let words: Vec<&str> =
        words.iter().map(String::as_str).filter(|w| !matches!(*w, "the" | "late" | "early")).collect();
    match words.as_slice() {
        ["since", ..] => Use::Since,
        ["of", "as", ..] | ["by" | "until" | "till", ..] => Use::AsOf,
        ["on" | "in", verb, ..] if is_saying(verb) || is_statement(verb) => Use::Saying,
        ["on", "reporters" | "journalists", verb, ..] if is_saying(verb) => Use::Saying,
        [verb, ..] if is_saying(verb) => Use::Saying,
        _ => Use::Event,
    }
}

/// Nouns of speech that a date follows: "in a statement on Monday".
fn is_statement(word: &str) -> bool {
    matches!(word, "statement" | "interview" | "briefing" | "post" | "tweet" | "report" | "update")
}
