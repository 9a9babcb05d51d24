//! Article-events: the claims of one article that hang on one event, with their pooled evidence.

use rustc_hash::FxHashMap;

use crate::article::{Article, Span};
use crate::lexicon::{Happened, Lexicon};
use crate::mention::Mentions;
use crate::value::days_between;

use super::record::{ArticleEvent, Claim};
use super::unlisted::Unlisted;
use super::when::{NEWS_DAYS, is_ahead, is_old};
use super::words::{self, StemId, Stems};
use super::{Found, Told, ValueKind, happening};

/// A claim on its way to an article-event.
pub(super) struct Draft<'a> {
    pub(super) claim: Claim,
    /// Kind of event, from the rule.
    pub(super) kind: &'a str,
    /// What it is about, where there can be only one.
    pub(super) matter: Option<String>,
    /// The day that it tells, where the day is the fact.
    pub(super) told: Option<Told>,
    /// How many participants one event must share for two claims to hang on it together.
    pub(super) min_participants: usize,
    /// Names after a locative preposition that the lexicon does not know.
    pub(super) localities: Vec<String>,
    /// Of these the one that the claim's own words are in.
    pub(super) unlisted: Option<Unlisted>,
    /// Whether the claim stands in the headline or the lead.
    pub(super) leading: bool,
    /// The words that its pattern matched.
    pub(super) matched: &'a str,
    /// The sentence that they stand in.
    pub(super) sentence: Span,
    /// Where the value stands.
    pub(super) value: Span,
}

/// Gathers the drafts' claims into article-events, in order of their first claim, and tells the claims which one is theirs;
/// `None` where `go` says no.
pub(super) fn gather(
    article: &Article,
    mentions: &Mentions,
    lead: &[Span],
    lexicon: &Lexicon,
    drafts: &mut [Draft<'_>],
    go: &dyn Fn() -> bool,
) -> Option<Vec<ArticleEvent>> {
    let mut events: Vec<ArticleEvent> = Vec::new();
    // For each event the first claim whose own words are in a place that the lexicon does not know.
    let mut unlisted: Vec<Option<usize>> = Vec::new();
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    // Claims with evidence of their own open events; the others then join the one that fits.
    order.sort_by_key(|&index| (!drafts[index].leading, !has_own_evidence(&drafts[index].claim), index));
    for index in order {
        go().then_some(())?;
        let draft = &drafts[index];
        let fitting = |(event, first): (&ArticleEvent, &Option<usize>)| {
            fits(event, draft, article, lexicon) && is_of_place(event, first.map(|first| &drafts[first]), draft)
        };
        let event = events.iter().zip(&unlisted).position(fitting);
        let event = event.unwrap_or_else(|| {
            events.push(ArticleEvent {
                kind: draft.kind.to_owned(),
                matter: draft.matter.clone(),
                told: draft.told.clone(),
                background: draft.claim.scope.background,
                cumulative: draft.claim.scope.cumulative,
                utterance: draft.claim.kind == ValueKind::Quote,
                ..ArticleEvent::default()
            });
            unlisted.push(None);
            events.len() - 1
        });
        unlisted[event] = unlisted[event].or(draft.unlisted.as_ref().map(|_| index));
        join(&mut events[event], draft, index);
        drafts[index].claim.event = event;
    }
    for event in &mut events {
        event.claims.sort_unstable();
    }
    let nearest = words::with_stems(|stems| {
        let mut told = Sentences { stems, article, mentions, drafts, known: FxHashMap::default() };
        find_words(&mut told, &mut events, lead);
        events.iter().map(|event| nearest_happened(&mut told, event, lexicon)).collect::<Vec<_>>()
    });
    for (event, nearest) in events.iter_mut().zip(nearest) {
        let matched: Vec<&str> = event.claims.iter().map(|&index| drafts[index].matched).collect();
        event.happenings = happening::read(event, nearest, &matched, lexicon);
        event.aftermath = event.date.is_none() && happening::is_aftermath(event, lexicon);
    }
    settle_background(&mut events, article);
    for Draft { claim, .. } in drafts.iter_mut() {
        let dated = !claim.kind.is_personal() && !matches!(claim.kind, ValueKind::Date | ValueKind::Quote);
        claim.scope.background |= dated && events[claim.event].background;
    }
    Some(events)
}

/// The words of an event that is somebody's saying them: what was said is all that tells it from what else they said.
fn told_words(event: &ArticleEvent, drafts: &[Draft<'_>]) -> Option<Span> {
    let draft = &drafts[*event.claims.first()?];
    (draft.claim.kind == ValueKind::Quote).then_some(draft.value)
}

/// Whether the claim's own sentence says when, where or who.
fn has_own_evidence(claim: &Claim) -> bool {
    let scope = &claim.scope;
    let own = |found: Found| found <= Found::Sentence;
    scope.event_date.as_ref().is_some_and(|d| own(d.found))
        || scope.place.as_ref().is_some_and(|p| own(p.found))
        || scope.participants.iter().any(|p| own(p.found))
}

/// Whether nothing that the claim says forbids that it speaks of this event.
fn fits(event: &ArticleEvent, draft: &Draft<'_>, article: &Article, lexicon: &Lexicon) -> bool {
    let scope = &draft.claim.scope;
    if draft.claim.kind == ValueKind::Quote || event.utterance {
        return false;
    }
    if event.kind != draft.kind || event.matter != draft.matter {
        return false;
    }
    if event.told.as_ref().zip(draft.told.as_ref()).is_some_and(|(known, said)| known.is_apart(said)) {
        return false;
    }
    if event.matter.is_some() {
        return event.background == scope.background;
    }
    let dates = match (&event.date, &scope.event_date) {
        (Some(known), Some(said)) => known.overlaps(&said.value, 0),
        (None, Some(said)) => !is_old(&said.value, article),
        // "A week earlier": another day, though nobody knows which.
        (_, None) if scope.date_phrase.is_some() => {
            event.phrase.is_none() && event.date.is_none() || event.phrase == scope.date_phrase
        }
        (Some(known), None) => !is_old(known, article),
        _ => true,
    };
    let shared = scope.participants.iter().filter(|p| event.participants.contains(&p.value.key)).count();
    let needed = draft.min_participants.min(scope.participants.len()).min(event.participants.len());
    let places = match &scope.place {
        Some(place) if place.found <= Found::Sentence && !event.places.is_empty() => {
            event.places.iter().any(|known| lexicon.same_or_part(known, &place.value))
        }
        _ => true,
    };
    let scopes = event.background == scope.background && event.cumulative == scope.cumulative;
    dates && shared >= needed && places && scopes
}

/// Whether an event may be of the claim's place where the lexicon does not know it, or that of the event's `first`: what is told of the
/// village of Lindwick is not told of Homs, nor of another village; and what one sentence tells of two places is told of two events.
fn is_of_place(event: &ArticleEvent, first: Option<&Draft<'_>>, draft: &Draft<'_>) -> bool {
    let is_town = |place: &str| place.starts_with("city:") || place.starts_with("town:");
    let stated = draft.claim.scope.place.as_ref().filter(|place| place.found <= Found::Sentence);
    let known = first.and_then(|first| Some((first, first.unlisted.as_ref()?)));
    match (&draft.unlisted, known) {
        (Some(said), Some((first, known))) => {
            said.key == known.key || !(said.is_town && known.is_town || draft.sentence == first.sentence)
        }
        (Some(said), None) => !(said.is_town && event.places.iter().any(|place| is_town(place))),
        (None, Some((_, known))) => !(known.is_town && stated.is_some_and(|place| is_town(&place.value))),
        (None, None) => true,
    }
}

/// Adds a claim's evidence to its event.
fn join(event: &mut ArticleEvent, draft: &Draft<'_>, index: usize) {
    let scope = &draft.claim.scope;
    (event.background, event.cumulative) = (scope.background, scope.cumulative);
    event.claims.push(index);
    event.participants.extend(scope.participants.iter().map(|p| p.value.key.clone()));
    event.participants.sort();
    event.participants.dedup();
    event.places.extend(scope.place.iter().map(|place| place.value.clone()));
    event.places.sort();
    event.places.dedup();
    event.localities.extend(draft.localities.iter().cloned());
    event.localities.sort();
    event.localities.dedup();
    let stated = scope.event_date.as_ref().is_some_and(|date| date.found <= Found::Sentence);
    event.date_stated |=
        stated && event.date.is_none_or(|known| scope.event_date.as_ref().is_some_and(|date| date.value == known));
    event.date = event.date.or(scope.event_date.as_ref().map(|date| date.value));
    event.phrase = event.phrase.take().or_else(|| scope.date_phrase.clone());
}

/// The sentences of an article with the stems of their words, each read once.
struct Sentences<'s, 'd> {
    stems: &'s mut Stems,
    article: &'s Article,
    mentions: &'s Mentions,
    drafts: &'s [Draft<'d>],
    known: FxHashMap<Span, Vec<StemId>>,
}

impl Sentences<'_, '_> {
    /// The stems of some stretches, each once, after those of `opening`.
    fn gather(&mut self, opening: &[StemId], stretches: &[Span]) -> Vec<StemId> {
        for stretch in stretches {
            let read = || self.stems.of(self.article.text(), self.mentions.words_in(*stretch));
            self.known.entry(*stretch).or_insert_with(read);
        }
        let known = stretches.iter().map(|stretch| self.known[stretch].as_slice());
        self.stems.gather(opening, known)
    }

    /// The sentences of an event's claims, sorted by their words, each once.
    fn of(&self, event: &ArticleEvent) -> Vec<Span> {
        let text = |span: &Span| span.text(self.article.text());
        let mut sentences: Vec<Span> = event.claims.iter().map(|&index| self.drafts[index].sentence).collect();
        sentences.sort_unstable_by_key(text);
        sentences.dedup_by_key(|span| text(span));
        sentences
    }

    fn is_personal(&self, event: &ArticleEvent) -> bool {
        event.claims.iter().all(|&index| self.drafts[index].claim.kind.is_personal())
    }
}

/// Collects the words of each event: headline and lead, which every event that is not merely recalled shares, and its own
/// sentences, each once. What belongs to a person, whatever the day, needs none.
fn find_words(told: &mut Sentences<'_, '_>, events: &mut [ArticleEvent], lead: &[Span]) {
    let opening = if events.iter().all(|event| told.is_personal(event)) {
        Vec::new()
    } else {
        let stretches: Vec<Span> = [told.article.headline()].into_iter().chain(lead.iter().copied()).collect();
        told.gather(&[], &stretches)
    };
    for event in events {
        let set = match told_words(event, told.drafts) {
            Some(spoken) => told.gather(&[], &[spoken]),
            None if told.is_personal(event) => continue,
            None => {
                let recalled = event.background || event.cumulative;
                let sentences = told.of(event);
                told.gather(if recalled { &[] } else { &opening }, &sentences)
            }
        };
        event.words = told.stems.texts(&set);
    }
}

/// What the words of the headline, unless the event is recalled, and of its claims' own sentences tell of what people came to harm by.
fn nearest_happened(told: &mut Sentences<'_, '_>, event: &ArticleEvent, lexicon: &Lexicon) -> Happened {
    if event.kind != "harm" {
        return Happened::default();
    }
    let mut stretches = told.of(event);
    stretches.extend((!event.background && !event.cumulative).then(|| told.article.headline()));
    let set = told.gather(&[], &stretches);
    happening::of_stems(told.stems.each(&set), lexicon)
}

/// An event that is older than news, or older than another of its kind in the same article, is recalled.
fn settle_background(events: &mut [ArticleEvent], article: &Article) {
    for index in 0..events.len() {
        let Some(date) = events[index].date.filter(|_| !events[index].cumulative) else { continue };
        let newest = |other: &ArticleEvent| {
            other.kind == events[index].kind
                && other
                    .date
                    .is_some_and(|d| !is_ahead(&d, article) && days_between(date.last(), d.first()) > NEWS_DAYS)
        };
        events[index].background |= is_old(&date, article) || events.iter().any(newest);
    }
}
