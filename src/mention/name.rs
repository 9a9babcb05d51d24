//! Names: the lexicon's longest match at a token, and capitalised runs beyond it. What is found here is a draft; which
//! person or place it is, the whole article decides ([`super::name_resolve`]).

use super::name_match::{Hit, longest};
use super::name_run::{organisation, run};
use super::name_words::{Part, part_of_name};
use super::{LeafKind, Reader, sentence};
use crate::article::Span;
use crate::lexicon::{EntryId, EntryKind, Matched, SURNAME};

/// A name before the article has decided what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft<'l> {
    pub(super) span: Span,
    /// Its tokens, half open.
    pub(super) first: usize,
    pub(super) next: usize,
    pub(super) kind: LeafKind,
    /// The lexicon's candidates.
    pub(super) matched: Option<Matched<'l>>,
    /// A single capitalised word at a sentence's start, of which nothing else says that it is a name.
    pub(super) doubtful: bool,
}

/// An office named in the text: "prime minister", "Secretary of State".
#[derive(Clone, Copy, Debug)]
pub(super) struct OfficeHit {
    pub(super) span: Span,
    pub(super) first: usize,
    pub(super) next: usize,
    pub(super) entry: EntryId,
}

/// What stands at a token.
pub(super) enum Found<'l> {
    Name(Draft<'l>),
    Office(OfficeHit),
}

/// Reads a name or an office at a word with a capital. `headline` says that the line is set in capitals: a capital then proves nothing.
pub(super) fn read<'a>(reader: &Reader<'a>, at: usize, headline: bool) -> Option<Found<'a>> {
    match longest(reader, at) {
        Some(hit) => Some(capital_hit(reader, at, hit, headline)),
        None => unknown(reader, at, headline).map(Found::Name),
    }
}

/// A hit as it stands.
pub(super) fn known<'a>(reader: &Reader<'a>, at: usize, hit: Hit<'a>) -> Found<'a> {
    let entry = hit.entry();
    let Hit { span, next, .. } = hit;
    let kind = match reader.lexicon.entry(entry).kind {
        EntryKind::Office => return Found::Office(OfficeHit { span, first: at, next, entry }),
        EntryKind::Person => LeafKind::Person,
        EntryKind::Organisation => LeafKind::Organisation,
        EntryKind::Country | EntryKind::Region | EntryKind::City => LeafKind::Place,
    };
    Found::Name(Draft { span, first: at, next, kind, matched: Some(hit.matched), doubtful: false })
}

/// A hit that may be the beginning of a longer name: "Boston Police Department", "Jordan Smith".
fn capital_hit<'a>(reader: &Reader<'a>, at: usize, hit: Hit<'a>, headline: bool) -> Found<'a> {
    let kind = reader.lexicon.entry(hit.entry()).kind;
    let place = matches!(kind, EntryKind::Country | EntryKind::Region | EntryKind::City);
    if place
        && !headline
        && let Some(longer) = organisation(reader, at).filter(|longer| longer.next > hit.next)
    {
        return Found::Name(longer);
    }
    let surname = hit.matched.names.iter().all(|name| name.flags & SURNAME != 0);
    let given = part_of_name(reader, at) == Some(Part::Given);
    let longer = |run: &Draft<'_>| run.kind == LeafKind::Person && run.next > hit.next;
    if (place || surname)
        && given
        && hit.matched.words == 1
        && let Some(person) = run(reader, at, headline).filter(longer)
    {
        return Found::Name(person);
    }
    known(reader, at, hit)
}

/// A capitalised run of which the lexicon knows nothing.
fn unknown<'a>(reader: &Reader<'a>, at: usize, headline: bool) -> Option<Draft<'a>> {
    if !headline && let Some(organisation) = organisation(reader, at) {
        return Some(organisation);
    }
    let part = part_of_name(reader, at);
    if part.is_some_and(|part| part != Part::Given) {
        return None;
    }
    let mut draft = run(reader, at, headline)?;
    let single = draft.next == at + 1;
    if headline && draft.kind != LeafKind::Person {
        return None;
    }
    draft.doubtful = single && draft.kind == LeafKind::Name && sentence::begins(reader, at);
    Some(draft)
}
