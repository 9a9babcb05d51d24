//! What happened: a flood, a crash or a shooting where people came to harm, a call or a meeting of those who talked, told from
//! the words of an article-event. Two tellings of one day that tell of other things are two events.

use std::borrow::Cow;
use std::sync::Arc;

use crate::lexicon::{Happened, Lexicon};

use super::record::ArticleEvent;

/// The lists that tell how people talked.
const TALKS: [(&str, &str); 2] = [("talking_call", "happened_call"), ("talking_met", "happened_meeting")];

/// The lists of which the event's nearest words hold one, as `nearest` says, else any of its words, sorted. How people talked is told
/// by the words of the matches alone, since the headline and the lead may tell of other talks.
pub(super) fn read(event: &ArticleEvent, nearest: Happened, matched: &[&str], lexicon: &Lexicon) -> Vec<&'static str> {
    match event.kind.as_str() {
        "harm" => {
            let told = harm(nearest);
            if told.is_empty() { harm(of_stems(event.words.iter().map(AsRef::as_ref), lexicon)) } else { told }
        }
        "talks" | "meetings" => {
            let means = |list: &str| matched.iter().any(|words| names(lexicon.words(list), words));
            let call = means(TALKS[0].0);
            // A video meeting is a call.
            let lists = TALKS.iter().filter(|(list, _)| means(list) && (!call || *list == TALKS[0].0));
            lists.map(|&(_, shown)| shown).collect()
        }
        _ => Vec::new(),
    }
}

/// By what people came to harm, as words tell it.
fn harm(told: Happened) -> Vec<&'static str> {
    let of_talks = |list: &&str| TALKS.iter().any(|(_, talks)| talks == list);
    told.lists().filter(|list| !of_talks(list)).collect()
}

/// What stems tell of what happened, names without their mark.
pub(super) fn of_stems<'s>(stems: impl Iterator<Item = &'s str>, lexicon: &Lexicon) -> Happened {
    stems.fold(Happened::default(), |told, stem| told.and(lexicon.happened(stem.trim_start_matches('^'))))
}

/// Whether an event of harm is told in an article on what came after: arrests, a trial.
pub(super) fn is_aftermath(event: &ArticleEvent, lexicon: &Lexicon) -> bool {
    event.kind == "harm" && stems(&event.words).any(|stem| lexicon.lists("aftermath_told", stem))
}

/// Whether words hold one of a list, and not as a demand ("calls for").
fn names(list: &[Cow<'static, str>], words: &str) -> bool {
    let mut words =
        words.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let asks = word.starts_with("call") && words.peek().is_some_and(|next| *next == "for");
        if !asks && list.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            return true;
        }
    }
    false
}

/// The stems of an event's words, names ("^") without their mark.
fn stems(words: &[Arc<str>]) -> impl Iterator<Item = &str> {
    words.iter().map(|word| word.trim_start_matches('^'))
}
