//! Pronouns: "he said" goes back to the last person who spoke or was the subject; where another could be meant, to nobody.

use crate::article::Span;
use crate::claim::Found;
use crate::claim::scope::Participant;

use super::row::{Kind, Row};
use super::subject::{self, Subject};
use super::{Case, Spoken};

/// How many sentences back a pronoun reaches.
const SENTENCES: usize = 6;

/// Nouns that say that somebody is a man, or a woman.
const MEN: [&str; 9] = ["man", "boy", "father", "brother", "son", "husband", "uncle", "spokesman", "grandfather"];
const WOMEN: [&str; 9] =
    ["woman", "girl", "mother", "sister", "daughter", "wife", "aunt", "spokeswoman", "grandmother"];

/// Whom a pronoun can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kin {
    He,
    She,
    It,
}

/// One who may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Candidate {
    Known(Participant),
    Unnamed(Span),
}

/// Who is meant by a pronoun at `at` in a sentence.
pub(super) fn resolve(case: &Case<'_>, sentence: usize, at: Span) -> Spoken {
    let Some(kin) = kin(at.text(case.text())) else { return Spoken::open("nothing says whom the pronoun means") };
    let mut others: Vec<String> = Vec::new();
    for back in (sentence.saturating_sub(SENTENCES)..=sentence).rev() {
        let view =
            View { case, row: &case.row(back), until: if back == sentence { at.start() } else { usize::MAX }, kin };
        match view.candidates().as_slice() {
            [Candidate::Known(one)] if others.iter().all(|other| *other == one.key) => {
                let found = if back == sentence { Found::Sentence } else { Found::Paragraph };
                return Spoken::by(one.clone(), found, at);
            }
            [Candidate::Unnamed(words)] if others.is_empty() => return Spoken::unnamed(*words),
            [] if view.somebody_new() => return Spoken::open("somebody without a name may be meant"),
            [] => {}
            _ => return Spoken::open("more than one can be meant"),
        }
        match view.led_by() {
            Some(led) if led == kin && back < sentence => {}
            Some(Kin::He | Kin::She) if kin != Kin::It && back < sentence => {
                return Spoken::open("the text speaks of a man and a woman, and does not say which is meant");
            }
            _ => others.extend(view.mentioned()),
        }
    }
    Spoken::open("nobody is named before the pronoun")
}

fn kin(word: &str) -> Option<Kin> {
    let is = |words: &[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let kins = [(&["he", "his"][..], Kin::He), (&["she", "her"], Kin::She), (&["it", "its"], Kin::It)];
    kins.into_iter().find(|(words, _)| is(words)).map(|(_, kin)| kin)
}

/// A sentence in which the one who is meant is looked for, before a place.
struct View<'v, 'a> {
    case: &'v Case<'a>,
    row: &'v Row<'a>,
    until: usize,
    kin: Kin,
}

impl View<'_, '_> {
    /// The subjects of the sentence and of its verbs of saying.
    fn subjects(&self) -> impl Iterator<Item = Subject> {
        let verbs = (0..self.row.items.len())
            .filter(|&at| subject::is_verb(self.row, at) && !subject::is_participle(self.row, at));
        let told = verbs.flat_map(|verb| [subject::before(self.row, verb), inverted(self.row, verb)]);
        std::iter::once(subject::main(self.row)).chain(told)
    }

    /// Those of the subjects who may be meant, each once.
    fn candidates(&self) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for one in self.subjects().filter_map(|subject| self.candidate(subject)) {
            let known = |other: &Candidate| match (other, &one) {
                (Candidate::Known(a), Candidate::Known(b)) => a.key == b.key,
                (a, b) => a == b,
            };
            if !found.iter().any(known) {
                found.push(one);
            }
        }
        found
    }

    fn candidate(&self, subject: Subject) -> Option<Candidate> {
        let mentions = self.case.mentions;
        match subject {
            Subject::Name(leaf) if self.fits(leaf) && mentions.leaves[leaf].span.end() <= self.until => {
                self.case.participant(leaf).map(Candidate::Known)
            }
            Subject::Office(role) if self.kin != Kin::It && mentions.roles[role].span.end() <= self.until => {
                let holder = self.case.holder(role).map(Candidate::Known);
                Some(holder.unwrap_or(Candidate::Unnamed(mentions.roles[role].span)))
            }
            Subject::Noun(span) if span.end() <= self.until && self.one_of_them(span) => Some(Candidate::Unnamed(span)),
            _ => None,
        }
    }

    fn fits(&self, leaf: usize) -> bool {
        self.case.is_person(leaf) == (self.kin != Kin::It)
    }

    /// Whether a noun phrase may be a single person: not "police", "officials".
    fn one_of_them(&self, span: Span) -> bool {
        let words = span.text(self.case.text());
        let last = words.rsplit(' ').next().unwrap_or("").to_lowercase();
        let fits = match self.kin {
            Kin::He => !WOMEN.contains(&last.as_str()),
            Kin::She => !MEN.contains(&last.as_str()),
            Kin::It => false,
        };
        fits && !last.ends_with('s') && last != "police"
    }

    /// Whether the sentence brings in somebody new without a name: "A witness …".
    fn somebody_new(&self) -> bool {
        self.until == usize::MAX && self.row.is(0, &["a", "an", "one", "another"])
    }

    /// The pronoun that is the sentence's subject, so that others whom it names are not meant by the next one.
    fn led_by(&self) -> Option<Kin> {
        self.subjects().find_map(|subject| match subject {
            Subject::Pronoun(span) if span.end() <= self.until => kin(span.text(self.case.text())),
            _ => None,
        })
    }

    /// Keys of the people (or bodies) that the sentence names outside quotations.
    fn mentioned(&self) -> Vec<String> {
        let named = |kind: Kind| match kind {
            Kind::Name(leaf) if self.fits(leaf) => self.case.participant(leaf),
            Kind::Office(role) if self.kin != Kin::It => self.case.holder(role),
            _ => None,
        };
        let before = self.row.items.iter().filter(|item| item.span.end() <= self.until);
        before.filter_map(|item| named(item.kind)).map(|participant| participant.key).collect()
    }
}

/// The subject after a verb that follows a quotation.
fn inverted(row: &Row<'_>, verb: usize) -> Subject {
    let quoted = |at: usize| matches!(row.kind(at), Some(Kind::Quote(_)));
    let follows = verb > 0 && (quoted(verb - 1) || (verb > 1 && row.is_mark(verb - 1, &[","]) && quoted(verb - 2)));
    if follows { subject::after(row, verb) } else { Subject::None }
}
