//! The sentences of a finding, one card a source; copies of a source and its repeats are folded under it.

use super::articles::Sentences;
use super::view::{Card, VoiceView};
use super::{Case, language_tag};
use crate::claim::Claim;
use crate::report::rows::{Row, Voice, outlet, rows};
use crate::report::table::scope_parts;
use crate::report::{asserted, text};
use crate::verdict::Finding;

/// The cards of a finding, in the order of its claims.
pub(super) fn cards(finding: &Finding, sentences: &Sentences<'_>, case: &Case<'_>) -> Vec<Card> {
    rows(finding, &case.index).iter().flat_map(|row| of_row(row, sentences, case)).collect()
}

/// A card for each independent voice of a row.
fn of_row(row: &Row<'_>, sentences: &Sentences<'_>, case: &Case<'_>) -> Vec<Card> {
    let mut sources: Vec<(&str, Vec<Voice<'_>>)> = Vec::new();
    for voice in &row.voices {
        let source = case.index.copy_group(&voice.claim.article).unwrap_or(&voice.claim.article);
        match sources.iter_mut().find(|(known, _)| *known == source) {
            Some((_, voices)) => voices.push(*voice),
            None => sources.push((source, vec![*voice])),
        }
    }
    sources.iter().map(|(_, voices)| card(voices, row, sentences, case)).collect()
}

fn card(voices: &[Voice<'_>], row: &Row<'_>, sentences: &Sentences<'_>, case: &Case<'_>) -> Card {
    let (first, folded) = (voices[0], &voices[1..]);
    let again = folded.iter().filter(|voice| voice.claim.article == first.claim.article).count();
    let language = first.article.and_then(|article| article.language.as_ref());
    Card {
        figure: asserted::asserted(first.claim),
        voice: self::voice(first, row, sentences, case),
        runs: sentences.get(&*first.claim.id).map(|sentence| sentence.runs.clone()).unwrap_or_default(),
        language: language_tag(language.map(|language| language.value.as_str())),
        scope: scope(first.claim, case),
        folded: folded.iter().map(|&voice| self::voice(voice, row, sentences, case)).collect(),
        folded_title: folded_title(folded.len() - again, again),
    }
}

fn folded_title(copies: usize, again: usize) -> String {
    let copies = match copies {
        0 => None,
        1 => Some("1 copy of this text".to_owned()),
        n => Some(format!("{n} copies of this text")),
    };
    let again = (again > 0).then(|| "again in this article".to_owned());
    [copies, again].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn voice(voice: Voice<'_>, row: &Row<'_>, sentences: &Sentences<'_>, case: &Case<'_>) -> VoiceView {
    VoiceView {
        outlet: voice.outlet(),
        day: voice.day(),
        speaker: row.speaker_of(&voice).map(|words| text::clip(&words, 120)),
        place: case.place(voice.claim),
        anchor: case.anchor(voice.claim),
        url: sentences.get(&*voice.claim.id).and_then(|sentence| sentence.page.clone()),
        note: note(voice.claim, case),
    }
}

/// That it is the draft's, or whose text it repeats.
fn note(claim: &Claim, case: &Case<'_>) -> Option<String> {
    if case.index.is_draft(claim) {
        return Some("the draft".to_owned());
    }
    let first = case.index.copy_group(&claim.article).filter(|first| *first != &*claim.article)?;
    let record = case.report.extracts.binary_search_by(|extract| (*extract.article.id).cmp(first)).ok();
    let record = record.map(|at| &case.report.extracts[at].article);
    Some(format!("repeats {}", outlet(record, first)))
}

/// What a claim was read as being about, with where each part was found where that is not its own sentence.
fn scope(claim: &Claim, case: &Case<'_>) -> String {
    let is_key = |name: &str| matches!(name, "party" | "place");
    let part = |(name, value, found): (&str, String, &str)| {
        let value = if is_key(name) { case.lexicon.shown(&value).to_owned() } else { value };
        let note = if found.is_empty() || found == "in the sentence" { String::new() } else { format!(" ({found})") };
        format!("{name}: {value}{note}")
    };
    let parts: Vec<String> = scope_parts(claim).into_iter().map(part).collect();
    if parts.is_empty() { "nothing that could be read".to_owned() } else { parts.join(" · ") }
}
