//! Passages of history: after a sentence of a bygone year those without a day of their own go on telling of it.

use crate::lexicon::Telling;
use crate::mention::{LeafKind, Token};
use crate::value::days_between;

use super::Found;
use super::memo::Question;
use super::site::Site;
use super::when::{When, is_perfect};

/// How many sentences a passage goes on without naming its year again.
const PASSAGE: usize = 5;
/// From how many days back on a year is history rather than the story so far.
const BYGONE_DAYS: i32 = 5 * 365;

/// Whether the claim stands in such a passage: its own sentence and paragraph say no day, nobody speaks in it, it is not told in
/// the perfect ("the war has killed"), and the nearest date before it lies years back. A sentence in which somebody speaks ends
/// the passage, since the news has its speakers.
pub(super) fn is_in_passage(site: &Site<'_>, when: &When) -> bool {
    let own = when.event.as_ref().is_some_and(|date| date.found <= Found::Paragraph);
    if own || is_perfect(site) || site.in_headline() || site.lead.contains(&site.sentence()) {
        return false;
    }
    let Some(published) = site.article.published.as_ref().map(|published| published.value) else { return false };
    let at = site.matched.sentence;
    let body = site.mentions.sentences.partition_point(|span| span.start() < site.article.headline().end());
    for span in site.mentions.sentences[at.saturating_sub(PASSAGE).max(body.min(at))..=at].iter().rev() {
        let says = |word: &Token| site.lexicon.telling_of(word.key) == Some(Telling::Saying);
        if site.ask(Question::Saying, *span, || site.mentions.words_in(*span).any(says)) {
            return false;
        }
        let dates = site.leaves(*span, &[LeafKind::Date]).filter_map(|(_, leaf)| site.mentions.date(leaf)?.date);
        if let Some(latest) = dates.map(|date| date.last()).max() {
            return days_between(latest, published) > BYGONE_DAYS;
        }
    }
    false
}
