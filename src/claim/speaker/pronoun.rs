//! Pronouns: "he said" goes back to the last person who spoke or was the subject; where another could be meant, to nobody.

use crate::article::Span;
use crate::claim::Found;
use crate::claim::scope::Participant;

use super::row::{Kind, Row};
use super::subject::{self, Subject};
use super::{Case, Spoken};

/// How many sentences back a pronoun reaches.
const SENTENCES: usize = 6;

/// Who is meant by a pronoun at `at` in a sentence.
pub(super) fn resolve(case: &Case<'_>, sentence: usize, at: Span) -> Spoken {
    let word = at.text(case.text()).to_lowercase();
    if !matches!(word.as_str(), "he" | "she" | "his" | "her" | "it") {
        return Spoken::open("nothing says whom the pronoun means");
    }
    let body = word == "it";
    let mut others: Vec<String> = Vec::new();
    for back in (sentence.saturating_sub(SENTENCES)..=sentence).rev() {
        let row = case.row(back);
        let until = if back == sentence { at.start() } else { usize::MAX };
        let subjects = subjects(case, &row, until, body);
        match subjects.as_slice() {
            [one] if others.iter().all(|other| *other == one.key) => {
                let found = if back == sentence { Found::Sentence } else { Found::Paragraph };
                return Spoken::by(one.clone(), found, at);
            }
            [] => {}
            _ => return Spoken::open("more than one person can be meant"),
        }
        if back == sentence || !led_by_pronoun(&row, case) {
            others.extend(mentioned(case, &row, until, body));
        }
    }
    Spoken::open("nobody is named before the pronoun")
}

/// Whether the sentence has a pronoun for its subject, so that others whom it names are not meant by the next one.
fn led_by_pronoun(row: &Row<'_>, case: &Case<'_>) -> bool {
    let leads = |subject: Subject| match subject {
        Subject::Pronoun(span) => matches!(span.text(case.text()).to_lowercase().as_str(), "he" | "she" | "it"),
        _ => false,
    };
    leads(subject::main(row))
        || (0..row.items.len()).any(|at| subject::is_verb(row, at) && leads(subject::before(row, at)))
}

/// Those who are subjects before a place, each once.
fn subjects(case: &Case<'_>, row: &Row<'_>, until: usize, body: bool) -> Vec<Participant> {
    let verbs = (0..row.items.len()).filter(|&at| subject::is_verb(row, at));
    let told = verbs.flat_map(|verb| [subject::before(row, verb), inverted(row, verb)]);
    let mut found: Vec<Participant> = Vec::new();
    for subject in std::iter::once(subject::main(row)).chain(told) {
        let Some(one) = participant(case, subject, until, body) else { continue };
        if !found.iter().any(|known| known.key == one.key) {
            found.push(one);
        }
    }
    found
}

/// The subject after a verb that follows a quotation.
fn inverted(row: &Row<'_>, verb: usize) -> Subject {
    let quoted = |at: usize| matches!(row.kind(at), Some(Kind::Quote(_)));
    let follows = verb > 0 && (quoted(verb - 1) || (verb > 1 && row.is_mark(verb - 1, &[","]) && quoted(verb - 2)));
    if follows { subject::after(row, verb) } else { Subject::None }
}

fn participant(case: &Case<'_>, subject: Subject, until: usize, body: bool) -> Option<Participant> {
    let fits = |leaf: usize| case.is_person(leaf) != body;
    match subject {
        Subject::Name(leaf) if fits(leaf) && case.mentions.leaves[leaf].span.end() <= until => case.participant(leaf),
        Subject::Office(role) if !body && case.mentions.roles[role].span.end() <= until => case.holder(role),
        _ => None,
    }
}

/// Keys of the people (or bodies) that a row names outside quotations, before a place.
fn mentioned(case: &Case<'_>, row: &Row<'_>, until: usize, body: bool) -> Vec<String> {
    let named = |kind: Kind| match kind {
        Kind::Name(leaf) if case.is_person(leaf) != body => case.participant(leaf),
        Kind::Office(role) if !body => case.holder(role),
        _ => None,
    };
    let before = row.items.iter().filter(|item| item.span.end() <= until);
    before.filter_map(|item| named(item.kind)).map(|participant| participant.key).collect()
}
