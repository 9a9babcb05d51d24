//! Subjects: who does what a verb says, before it ("X, the mayor, later said") or after it ("said X").

use super::row::{Kind, Row};
use crate::article::Span;
use crate::lexicon::Telling;

/// Who a verb has for its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A name, by its leaf.
    Name(usize),
    /// An office without a name, by its role.
    Office(usize),
    /// "he", "she", "it"; with its place in the text.
    Pronoun(Span),
    /// The statement or similar of somebody named before.
    Document(Span),
    /// Somebody without a name: "a spokesman", "police".
    Noun(Span),
    /// Two or more together.
    Several,
    /// Nobody: the subject of the verb before goes on ("and warned that").
    Same,
    /// None that can be told.
    None,
}

/// Words between a subject and its verb that change nothing.
const FILLERS: [&str; 30] = [
    "has",
    "had",
    "have",
    "also",
    "later",
    "then",
    "once",
    "again",
    "now",
    "earlier",
    "today",
    "yesterday",
    "just",
    "even",
    "still",
    "simply",
    "first",
    "himself",
    "herself",
    "on",
    "further",
    "only",
    "did",
    "do",
    "does",
    "who",
    "reportedly",
    "instead",
    "too",
    "today",
];
/// Words that make the verb after them no statement of its subject: passives and infinitives.
const BARRING: [&str; 22] = [
    "was", "were", "is", "are", "be", "been", "being", "to", "not", "never", "by", "as", "so", "get", "got", "if",
    "would", "could", "should", "might", "may", "can",
];
/// Prepositions: the name after one is no subject.
pub(super) const PREPOSITIONS: [&str; 24] = [
    "of", "for", "from", "with", "in", "at", "to", "by", "near", "between", "against", "about", "on", "over", "under",
    "into", "after", "before", "during", "among", "within", "outside", "inside", "toward",
];
/// Words that begin a noun phrase.
const DETERMINERS: [&str; 22] = [
    "a", "an", "the", "his", "her", "its", "their", "one", "another", "some", "several", "many", "most", "two",
    "three", "local", "our", "my", "both", "other", "senior", "state",
];
const PRONOUNS: [&str; 9] = ["he", "she", "they", "it", "i", "we", "you", "who", "which"];
/// Words that are no noun, so that no noun phrase ends with them.
const NO_NOUN: [&str; 40] = [
    "that", "and", "but", "or", "as", "when", "while", "where", "because", "which", "what", "there", "this", "these",
    "those", "so", "if", "then", "than", "out", "up", "down", "back", "off", "away", "all", "not", "no", "yes", "more",
    "like", "here", "how", "why", "since", "until", "although", "though", "whether", "unless",
];
/// Documents that speak for whoever gave them out.
const DOCUMENTS: [&str; 8] =
    ["statement", "communique", "communiqué", "readout", "release", "report", "letter", "post"];
/// The most words of a noun phrase.
const PHRASE: usize = 7;
/// The most items of a relative clause between a subject and its verb.
const CLAUSE: usize = 16;
/// Prepositions that carry a noun phrase on to the left.
const CARRYING: [&str; 9] = ["of", "for", "from", "at", "with", "in", "to", "on", "near"];

/// The subject of the verb at `verb`, looked for before it.
pub(super) fn before(row: &Row<'_>, verb: usize) -> Subject {
    let mut at = verb;
    while at > 0 && is_filler(row, at - 1) {
        at -= 1;
    }
    if at == 0 || row.is(at - 1, &["and", "but"]) || matches!(row.kind(at - 1), Some(Kind::Quote(_))) {
        return Subject::Same;
    }
    if row.is(at - 1, &BARRING) {
        return Subject::None;
    }
    if row.is_mark(at - 1, &[","]) {
        let quoted = at >= 2 && matches!(row.kind(at - 2), Some(Kind::Quote(_)));
        return if quoted { Subject::Same } else { around_aside(row, at - 1, &[","]) };
    }
    if row.is_mark(at - 1, &[")"]) {
        return around_aside(row, at - 1, &["("]);
    }
    if row.is_mark(at - 1, &["-", "–", "—"]) {
        return around_aside(row, at - 1, &["-", "–", "—"]);
    }
    ending_at(row, at - 1)
}

/// The subject after a verb: "said Mira Stone", "said a spokesman for the council".
pub(super) fn after(row: &Row<'_>, verb: usize) -> Subject {
    let mut at = verb + 1;
    while is_filler(row, at) && !row.is(at, &["who"]) {
        at += 1;
    }
    match row.kind(at) {
        Some(Kind::Name(_) | Kind::Office(_)) if followed_by_more(row, at) => Subject::Several,
        Some(Kind::Name(_))
            if row.kind(at + 1) == Some(Kind::Possessive) || row.kind(at + 2) == Some(Kind::Possessive) =>
        {
            noun_after(row, at)
        }
        Some(Kind::Name(leaf)) => named_after(row, at).unwrap_or(Subject::Name(leaf)),
        Some(Kind::Office(role)) => Subject::Office(role),
        Some(Kind::Word) if row.is(at, &["he", "she", "it", "they"]) => Subject::Pronoun(row.items[at].span),
        Some(Kind::Word) if !row.is(at, &NO_NOUN) && !row.is(at, &BARRING) && !row.is(at, &PREPOSITIONS) => {
            noun_after(row, at)
        }
        _ => Subject::None,
    }
}

/// "said Wellbrook police chief Mira Stone": the person at the end of capitalised or plain words before any mark.
fn named_after(row: &Row<'_>, at: usize) -> Option<Subject> {
    let mut last = None;
    for place in at + 1..(at + PHRASE).min(row.items.len()) {
        match row.kind(place)? {
            Kind::Name(leaf) => last = Some(Subject::Name(leaf)),
            Kind::Word if !row.is(place, &PREPOSITIONS) && !row.is(place, &NO_NOUN) => {}
            _ => break,
        }
    }
    last
}

/// A noun phrase after the verb; a person's name at its end or right after it is whose phrase it is.
fn noun_after(row: &Row<'_>, at: usize) -> Subject {
    let mut end = at;
    let mut of = false;
    for place in at..(at + PHRASE).min(row.items.len()) {
        match row.kind(place) {
            Some(Kind::Name(leaf))
                if !of
                    && row.kind(place + 1) != Some(Kind::Possessive)
                    && row.kind(place + 2) != Some(Kind::Possessive) =>
            {
                // "a Wellbrook Hospital nurse": a name inside a phrase is not whose phrase it is.
                let ends = !row.is(at, &DETERMINERS)
                    || row.kind(place + 1) != Some(Kind::Word)
                    || row.is(place + 1, &PREPOSITIONS);
                return match (place > at, ends) {
                    (true, true) => Subject::Name(leaf),
                    (true, false) => {
                        Subject::Noun(Span::of(row.items[at].span.start(), row.items[place + 1].span.end()))
                    }
                    _ => Subject::None,
                };
            }
            Some(Kind::Word) if row.is(place, &CARRYING) => of = true,
            Some(Kind::Word) if row.is(place, &NO_NOUN) || row.is(place, &PREPOSITIONS) => break,
            Some(Kind::Word | Kind::Possessive | Kind::Name(_) | Kind::Office(_)) => {}
            Some(Kind::Mark) if row.is_mark(place, &["'", "’", "."]) && row.kind(place + 1).is_some() => {}
            _ => break,
        }
        end = place;
    }
    // "said his sister, Nora Hill": the name is whose phrase it is; of "a spokesman for the mayor, Nora Hill" it is not.
    match row.kind(end + 2) {
        Some(Kind::Name(leaf))
            if !of && row.is_mark(end + 1, &[","]) && row.kind(end + 3).is_none_or(|kind| kind == Kind::Mark) =>
        {
            Subject::Name(leaf)
        }
        _ => document_or_noun(row, Span::of(row.items[at].span.start(), row.items[end].span.end())),
    }
}

/// The subject whose last item stands at `last`; a relative clause in front of the verb gives way to whom it is about ("the
/// council, which owns the harbour, said").
fn ending_at(row: &Row<'_>, last: usize) -> Subject {
    relative(row, last).unwrap_or_else(|| simple(row, last))
}

/// Whom a relative clause that ends at `last` is about.
fn relative(row: &Row<'_>, last: usize) -> Option<Subject> {
    let plain = |at: &usize| !matches!(row.kind(*at), None | Some(Kind::Mark | Kind::Quote(_)));
    let inside = (last.saturating_sub(CLAUSE)..last).rev().take_while(plain);
    let who = { inside }.find(|&at| row.kind(at) == Some(Kind::Word) && row.is(at, &["who", "which"]))?;
    match antecedent(row, who) {
        Subject::None => None,
        subject => Some(subject),
    }
}

fn simple(row: &Row<'_>, last: usize) -> Subject {
    match row.kind(last) {
        Some(Kind::Name(_) | Kind::Office(_)) => named(row, last),
        Some(Kind::Word) if row.is(last, &["who", "which"]) => antecedent(row, last),
        Some(Kind::Word) if row.is(last, &PRONOUNS) => Subject::Pronoun(row.items[last].span),
        Some(Kind::Word) if !row.is(last, &NO_NOUN) && !row.is(last, &PREPOSITIONS) => phrase(row, last),
        _ => Subject::None,
    }
}

/// A name or office, unless it hangs on a preposition ("a spokesman for X") or is one of several.
fn named(row: &Row<'_>, last: usize) -> Subject {
    let own = match row.kind(last) {
        Some(Kind::Name(leaf)) => Subject::Name(leaf),
        Some(Kind::Office(role)) => Subject::Office(role),
        _ => Subject::None,
    };
    let mut at = last;
    while at > 0 && row.kind(at - 1) == Some(Kind::Word) && row.is(at - 1, &DETERMINERS) {
        at -= 1;
    }
    let Some(before) = at.checked_sub(1) else { return own };
    if row.is(before, &["and", "or"])
        && before > 0
        && matches!(row.kind(before - 1), Some(Kind::Name(_) | Kind::Office(_)))
    {
        return Subject::Several;
    }
    if row.is(before, &PREPOSITIONS) && before > 0 {
        let headed = row.kind(before - 1) == Some(Kind::Word) && !row.is(before - 1, &NO_NOUN);
        return if headed { phrase(row, last) } else { Subject::None };
    }
    own
}

/// The noun phrase that ends at `last`: back to its determiner, or to what cannot belong to it.
fn phrase(row: &Row<'_>, last: usize) -> Subject {
    let mut start = last;
    for at in (last.saturating_sub(PHRASE)..=last).rev() {
        match row.kind(at) {
            Some(Kind::Word) if row.is(at, &NO_NOUN) || row.is(at, &BARRING) || row.is(at, &PRONOUNS) => break,
            Some(Kind::Word) if row.is(at, &["a", "an", "the", "his", "her", "its", "their"]) && !preceded(row, at) => {
                start = at;
                break;
            }
            Some(Kind::Word | Kind::Name(_) | Kind::Office(_) | Kind::Possessive | Kind::Figure) => start = at,
            _ => break,
        }
    }
    while start < last
        && (row.is(start, &PREPOSITIONS) || (row.kind(start) == Some(Kind::Word) && row.word(start).ends_with("ing")))
    {
        start += 1;
    }
    document_or_noun_of(row, start, last)
}

/// Whether a preposition stands before: the phrase then goes on to the left ("a spokesman for the ministry").
fn preceded(row: &Row<'_>, at: usize) -> bool {
    at >= 2 && row.is(at - 1, &CARRYING) && row.kind(at - 2) == Some(Kind::Word)
}

fn document_or_noun_of(row: &Row<'_>, start: usize, last: usize) -> Subject {
    let owner = (start..=last).find_map(|at| match row.kind(at) {
        Some(Kind::Name(leaf)) => Some(leaf),
        _ => None,
    });
    let span = Span::of(row.items[start].span.start(), row.items[last].span.end());
    match (document_or_noun(row, span), owner) {
        // "The White House statement added": a document of somebody named.
        (Subject::Document(_), Some(leaf)) => Subject::Name(leaf),
        (subject, _) => subject,
    }
}

fn document_or_noun(row: &Row<'_>, span: Span) -> Subject {
    let words = span.text(row.text);
    let head = words.rsplit(' ').next().unwrap_or("").to_lowercase();
    if DOCUMENTS.contains(&head.as_str()) { Subject::Document(span) } else { Subject::Noun(span) }
}

/// The subject before an insertion that ends with the mark at `close`: "X, the mayor,".
fn around_aside(row: &Row<'_>, close: usize, open: &[&str]) -> Subject {
    let inside = (0..close).rev().take_while(|&at| !matches!(row.kind(at), Some(Kind::Quote(_))));
    let Some(start) = inside.filter(|&at| row.is_mark(at, open)).find(|&at| at > 0) else { return apposed(row, close) };
    // "A spokesman, Milo Brand, said": the name is the insertion.
    if let (true, Some(Kind::Name(leaf))) = (close == start + 2, row.kind(start + 1)) {
        return Subject::Name(leaf);
    }
    // Of several insertions ("X, of Wellbrook, Ohio, said") the first begins the phrase.
    let first = ending_at(row, start - 1);
    let place = matches!(row.kind(start - 1), Some(Kind::Name(_))) && start >= 2 && row.is_mark(start - 2, open);
    if place { around_aside(row, start, open) } else { first }
}

/// A name with an apposition that was read as its office ("X, head of the council of Wellbrook,"), before a comma.
fn apposed(row: &Row<'_>, close: usize) -> Subject {
    let words = |at: &usize| !matches!(row.kind(*at), None | Some(Kind::Mark | Kind::Quote(_)));
    let with_office = |at: &usize| matches!(row.kind(*at), Some(Kind::Name(_))) && row.word(*at).contains(',');
    match (0..close).rev().take_while(words).find(with_office) {
        Some(at) => named(row, at),
        None => Subject::None,
    }
}

/// Who a "who" stands for.
fn antecedent(row: &Row<'_>, who: usize) -> Subject {
    let comma = usize::from(who > 0 && row.is_mark(who - 1, &[","]));
    match who.checked_sub(1 + comma) {
        Some(at) if matches!(row.kind(at), Some(Kind::Name(_) | Kind::Office(_))) => named(row, at),
        Some(at) if row.kind(at) == Some(Kind::Word) => phrase(row, at),
        _ => Subject::None,
    }
}

fn followed_by_more(row: &Row<'_>, at: usize) -> bool {
    row.is(at + 1, &["and"]) && matches!(row.kind(at + 2), Some(Kind::Name(_) | Kind::Office(_)))
}

fn is_filler(row: &Row<'_>, at: usize) -> bool {
    match row.kind(at) {
        Some(Kind::Figure) => true,
        Some(Kind::Word) => {
            (row.word(at).len() > 4 && row.word(at).ends_with("ly")) || (row.is(at, &FILLERS) && !row.is(at, &["who"]))
        }
        _ => false,
    }
}

/// The subject of a sentence: what stands first after an adverbial set off by a comma.
pub(super) fn main(row: &Row<'_>) -> Subject {
    let mut at = 0;
    let adverbial = row.is(0, &PREPOSITIONS)
        || row.is(
            0,
            &[
                "following",
                "speaking",
                "asked",
                "according",
                "when",
                "as",
                "while",
                "if",
                "although",
                "since",
                "despite",
            ],
        )
        || matches!(row.kind(0), Some(Kind::Verb(_)))
        || (row.kind(0) == Some(Kind::Word) && row.word(0).ends_with("ing"));
    if adverbial {
        let Some(comma) = (0..row.items.len()).find(|&at| row.is_mark(at, &[","])) else { return Subject::None };
        at = comma + 1;
    }
    while is_filler(row, at) || row.is(at, &["but", "and", "however", "meanwhile", "separately", ",", "in", "addition"])
    {
        at += 1;
    }
    leading(row, at)
}

/// The subject that begins at a place.
fn leading(row: &Row<'_>, mut at: usize) -> Subject {
    if row.is(at, &["the", "a", "an"]) {
        at += 1;
    }
    let possessive =
        |at: usize| row.kind(at + 1) == Some(Kind::Possessive) || row.kind(at + 2) == Some(Kind::Possessive);
    match row.kind(at) {
        Some(Kind::Name(_) | Kind::Office(_)) if possessive(at) => Subject::None,
        Some(Kind::Name(_) | Kind::Office(_)) if followed_by_more(row, at) => Subject::Several,
        Some(Kind::Name(leaf)) => Subject::Name(leaf),
        Some(Kind::Office(role)) => Subject::Office(role),
        Some(Kind::Word) if row.is(at, &["he", "she", "it", "they"]) => Subject::Pronoun(row.items[at].span),
        _ => Subject::None,
    }
}

/// Whether a verb is a participle, whose subject is that of its sentence.
pub(super) fn is_participle(row: &Row<'_>, verb: usize) -> bool {
    row.word(verb).ends_with("ing")
}

/// How the item leads into words, where it is such a verb: not "his remarks", not "called for".
pub(super) fn verb(row: &Row<'_>, at: usize) -> Option<Telling> {
    let Some(Kind::Verb(telling)) = row.kind(at) else { return None };
    let noun = at > 0
        && (row.is(at - 1, &DETERMINERS)
            || row.is(at - 1, &["these", "those", "of", "such"])
            || row.kind(at - 1) == Some(Kind::Possessive));
    let asks = telling == Telling::Naming && row.is(at + 1, &["for", "on", "off", "in", "out", "upon"]);
    (!noun && !asks).then_some(telling)
}

/// Whether the item is a verb that leads into words.
pub(super) fn is_verb(row: &Row<'_>, at: usize) -> bool {
    verb(row, at).is_some()
}

/// Whether the item is a verb that reports or quotes.
pub(super) fn reports(row: &Row<'_>, at: usize) -> bool {
    matches!(verb(row, at), Some(Telling::Saying | Telling::Quoting))
}
