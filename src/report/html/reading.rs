//! An article read again for the eye: where its claims stand in its text, and what of each sentence says what a figure is about.

use super::Case;
use super::marks::{Mark, pieces};
use super::view::Run;
use crate::article::{Article, Location, Span, link};
use crate::claim::Claim;
use crate::mention::{Leaf, Mentions, scan};
use crate::report::text;

/// Bytes of a sentence shown on either side of its figure: what the web leaves without a full stop can be pages long.
const BESIDE: usize = 600;
/// Bytes beyond a place within which repaired words are looked for.
const NEAR: usize = 64;

/// An article and what was found in it before any rule ran.
pub(super) struct Reading<'a> {
    pub(super) article: &'a Article,
    pub(super) mentions: Mentions,
}

impl<'a> Reading<'a> {
    pub(super) fn of(article: &'a Article, case: &Case<'_>) -> Self {
        Self { article, mentions: scan(article, case.lexicon) }
    }

    /// Where words that stand at a place of the original stand in the text as it was read. The text keeps the order of the
    /// original, so that the place can be searched by halves.
    pub(super) fn find(&self, place: Location, words: &str) -> Option<Span> {
        let text = self.article.text();
        let is_before = |offset: usize| {
            let at = self.article.locate(Span::of(offset, offset));
            (at.field, at.start) < (place.field, place.start)
        };
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low.midpoint(high);
            if is_before(middle) { low = middle + 1 } else { high = middle }
        }
        let low = text.floor_char_boundary(low);
        let near = &text[low..text.ceil_char_boundary((low + words.len() + NEAR).min(text.len()))];
        let found = near.match_indices(words).map(|(at, _)| Span::of(low + at, low + at + words.len()));
        found.into_iter().find(|&span| self.article.locate(span) == place)
    }

    /// The address of the page, at the sentence of a claim where a browser can find it.
    pub(super) fn link(&self, claim: &Claim) -> Option<String> {
        link(self.article, self.sentence_of(claim)?)
    }

    /// Where a claim's sentence stands in the text.
    fn sentence_of(&self, claim: &Claim) -> Option<Span> {
        let start = self.find(claim.location, &claim.text)?.start().saturating_sub(claim.at);
        let sentence = Span::of(start, start + claim.sentence.len());
        (self.article.text().get(start..sentence.end()) == Some(&*claim.sentence)).then_some(sentence)
    }

    /// The leaves of a claim's sentence that say what it is about, each with what it says, as places in the sentence.
    fn scope(&self, claim: &Claim) -> Vec<(Span, &'static str)> {
        let Some(sentence) = self.sentence_of(claim) else { return Vec::new() };
        let start = sentence.start();
        let leaves = &self.mentions.leaves[self.mentions.leaves_in(sentence)];
        let local = |span: Span| Span::of(span.start() - start, span.end() - start);
        leaves.iter().filter_map(|leaf| Some((local(leaf.span), self.role(leaf, claim)?))).collect()
    }

    /// What a leaf says of a claim's scope.
    fn role(&self, leaf: &Leaf, claim: &Claim) -> Option<&'static str> {
        let scope = &claim.scope;
        if let Some(date) = self.mentions.date(leaf).and_then(|mention| mention.date) {
            let dates = [(&scope.event_date, "when"), (&scope.as_of, "as of"), (&scope.since, "since")];
            return dates
                .into_iter()
                .find(|(part, _)| part.as_ref().is_some_and(|part| part.value == date))
                .map(|d| d.1);
        }
        let key = &self.mentions.name(leaf)?.key;
        let is = |part: &Option<crate::claim::Scoped<String>>| part.as_ref().is_some_and(|part| part.value == *key);
        match () {
            () if scope.participants.iter().any(|participant| participant.value.key == *key) => Some("who"),
            () if is(&scope.party) => Some("whose"),
            () if is(&scope.place) => Some("where"),
            () => None,
        }
    }
}

/// A claim's sentence in pieces: the figure, whoever says it, and what it is about. Without the article only the first two.
pub(super) fn sentence(claim: &Claim, reading: Option<&Reading<'_>>, case: &Case<'_>) -> Vec<Run> {
    let mut marks: Vec<(Mark, &'static str, &'static str)> = Vec::new();
    let figure = figure_of(claim);
    marks.extend(figure.map(|span| (Mark { span, rank: 1 }, "figure", "")));
    marks.extend(differing(claim, case).map(|span| (Mark { span, rank: 0 }, "differs", "")));
    marks.extend(speakers(claim).map(|span| (Mark { span, rank: 2 }, "speaker", "who says so")));
    let scope = reading.map(|reading| reading.scope(claim)).unwrap_or_default();
    marks.extend(scope.into_iter().map(|(span, note)| (Mark { span, rank: 3 }, "scope", note)));
    let (within, cut) = window(&claim.sentence, figure.unwrap_or(Span::of(0, 0)));
    let only: Vec<Mark> = marks.iter().map(|(mark, ..)| *mark).collect();
    let mut runs: Vec<Run> = Vec::new();
    for (span, mark) in pieces(within, &only) {
        let (kind, note) = mark.map_or(("", ""), |at| (marks[at].1, marks[at].2));
        push(&mut runs, span.text(&claim.sentence), kind, note);
    }
    ellipses(runs, cut)
}

fn push(runs: &mut Vec<Run>, words: &str, kind: &'static str, note: &str) {
    let words = text::clean_inside(words);
    match runs.last_mut() {
        Some(last) if last.kind == kind && last.note == note => last.text.push_str(&words),
        _ if words.is_empty() => {}
        _ => runs.push(Run { text: words, kind, note: note.to_owned() }),
    }
}

fn ellipses(runs: Vec<Run>, (before, after): (bool, bool)) -> Vec<Run> {
    let dots = |words: &str| Run { text: words.to_owned(), kind: "", note: String::new() };
    let (first, last) = (before.then(|| dots("… ")), after.then(|| dots(" …")));
    first.into_iter().chain(runs).chain(last).collect()
}

/// The figure's words, where they stand in the sentence.
fn figure_of(claim: &Claim) -> Option<Span> {
    let stands = claim.sentence.get(claim.at..).is_some_and(|rest| rest.starts_with(&claim.text));
    stands.then(|| Span::of(claim.at, claim.at + claim.text.len()))
}

/// The words of a quotation that another does not have.
fn differing<'c>(claim: &'c Claim, case: &Case<'c>) -> impl Iterator<Item = Span> + 'c {
    let finding = case.findings.get(&*claim.id);
    let differing = finding.and_then(|finding| finding.differing.iter().find(|differing| differing.claim == claim.id));
    let spans = differing.map(|differing| differing.spans.as_slice()).unwrap_or_default();
    spans.iter().map(|span| Span::of(claim.at + span.start(), claim.at + span.end()))
}

/// The words that say who says so.
fn speakers(claim: &Claim) -> impl Iterator<Item = Span> + '_ {
    let links = claim.attribution.iter().filter(|link| link.kind != "outlet" && !link.text.is_empty());
    links.filter_map(|link| {
        let at = claim.sentence.find(&link.text)?;
        Some(Span::of(at, at + link.text.len()))
    })
}

/// The part of a sentence that is shown, and whether something is left out before and after it.
fn window(sentence: &str, figure: Span) -> (Span, (bool, bool)) {
    let start = sentence.floor_char_boundary(figure.start().saturating_sub(BESIDE));
    let end = sentence.ceil_char_boundary((figure.end() + BESIDE).min(sentence.len()));
    let word = |at: usize| sentence[at..].find(' ').map_or(at, |blank| at + blank + 1);
    let start = if start == 0 { 0 } else { word(start).min(figure.start()) };
    let end = if end == sentence.len() { end } else { sentence[..end].rfind(' ').unwrap_or(end).max(figure.end()) };
    (Span::of(start, end), (start > 0, end < sentence.len()))
}
