//! Voices: for each quotation of an article whose words it is. Read once an article, and only where a rule asks.

use crate::article::{Article, Span};
use crate::claim::Found;
use crate::lexicon::{Lexicon, Telling};
use crate::mention::{Mentions, QuotationKind};

use super::row::{Kind, Row};
use super::subject::{self, Subject};
use super::{Case, Spoken, pronoun};

/// The fewest words of a quotation that its sentence merely holds, without a speaker of its own: fewer are a name or irony.
const LOOSE: usize = 6;
/// The fewest words that a comma or colon leads into.
const LED: usize = 2;
/// The fewest words of a fragment inside somebody's reported speech.
const FRAGMENT: usize = 4;
/// How far from its verb a fragment may stand, in items.
const REACH: usize = 14;

/// How far from a verb of naming the name may stand, in items: "referred to X as a …".
const NAMED: usize = 8;

/// Whose words each quotation is; `None` for what is nobody's words.
#[derive(Debug, Default)]
pub(in crate::claim) struct Voices {
    voices: Vec<Option<Spoken>>,
}

impl Voices {
    /// Reads the voices of an article.
    pub(in crate::claim) fn of(article: &Article, mentions: &Mentions, lexicon: &Lexicon) -> Self {
        let case = Case { article, mentions, lexicon };
        let mut voices = Self { voices: vec![None; mentions.quotations.len()] };
        let mut last = Last::default();
        let mut next = 0;
        for (index, sentence) in mentions.sentences.iter().enumerate() {
            let begin = next;
            while mentions.quotations.get(next).is_some_and(|piece| piece.span.start() < sentence.end()) {
                next += 1;
            }
            voices.sentence(&case, index, begin..next, &mut last);
        }
        voices.share(&case);
        voices
    }

    /// Whose words a quotation is.
    pub(in crate::claim) fn of_piece(&self, quotation: usize) -> Option<&Spoken> {
        self.voices.get(quotation)?.as_ref()
    }

    /// Decides the pieces of one sentence.
    fn sentence(&mut self, case: &Case<'_>, index: usize, pieces: std::ops::Range<usize>, last: &mut Last) {
        let paragraph = case.mentions.paragraph_of(case.mentions.sentences[index]);
        last.enter(paragraph);
        let colon = case.mentions.sentences[index].text(case.text()).trim_end().ends_with(':');
        if pieces.is_empty() && !colon {
            return;
        }
        let row = case.row(index);
        let view = View { case: *case, row: &row, sentence: index };
        for piece in pieces.clone() {
            let Some(place) = row.place_of(piece) else { continue };
            self.voices[piece] = view.voice(piece, place, last);
            if let Some(spoken) = &self.voices[piece] {
                last.spoke(spoken.clone(), case.mentions.quotations[piece].kind);
            }
        }
        if colon {
            last.tail = Tail::Colon;
            last.spoken = Some(view.announced(last));
        }
    }

    /// The pieces of one utterance have one speaker: what one of them says of it holds for the others. Utterances that follow
    /// one another without a word between them are one.
    fn share(&mut self, case: &Case<'_>) {
        let pieces = &case.mentions.quotations;
        let mut first = 0;
        while first < pieces.len() {
            let mut next = first + 1;
            while next < pieces.len() && goes_on(case, next - 1, next) {
                next += 1;
            }
            self.settle(first..next);
            first = next;
        }
    }

    /// Gives the pieces of one utterance the speaker that one of them has of its own.
    fn settle(&mut self, pieces: std::ops::Range<usize>) {
        let of_its_own = |spoken: &&Spoken| spoken.named.is_some() && !spoken.carried;
        let Some(own) = self.voices[pieces.clone()].iter().flatten().find(of_its_own).cloned() else { return };
        for voice in self.voices[pieces].iter_mut().flatten().filter(|voice| voice.named.is_none() || voice.carried) {
            *voice = own.clone();
        }
    }
}

/// Whether two neighbouring pieces are one utterance.
fn goes_on(case: &Case<'_>, a: usize, b: usize) -> bool {
    let (a, b) = (&case.mentions.quotations[a], &case.mentions.quotations[b]);
    let marked = a.kind == QuotationKind::Marked && b.kind == QuotationKind::Marked;
    let between =
        || case.text().get(a.span.end()..b.span.start()).is_none_or(|gap| gap.trim().is_empty() && !gap.contains('\n'));
    marked && (a.utterance == b.utterance || a.span.contains(b.span) || between())
}

/// Who spoke last, and whether the text goes on in that voice.
#[derive(Debug, Default)]
struct Last {
    spoken: Option<Spoken>,
    paragraph: Option<Span>,
    /// Whether the last words of the paragraph before lead into this one: they are quoted, or end with a colon.
    leads: bool,
    /// Whether the paragraph so far ends in quoted words or a colon.
    tail: Tail,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tail {
    #[default]
    Plain,
    Quoted,
    Colon,
}

impl Last {
    fn enter(&mut self, paragraph: Span) {
        if self.paragraph != Some(paragraph) {
            self.paragraph = Some(paragraph);
            self.leads = self.tail != Tail::Plain;
            if !self.leads {
                self.spoken = None;
            }
            self.tail = Tail::Plain;
        }
    }

    /// The voice before, going on.
    fn goes_on(&self) -> Spoken {
        let carried = self.spoken.clone().map(|spoken| Spoken { carried: true, ..spoken });
        carried.unwrap_or(Spoken::open("nothing says who speaks"))
    }

    fn spoke(&mut self, spoken: Spoken, kind: QuotationKind) {
        if kind == QuotationKind::Marked {
            self.tail = Tail::Quoted;
        }
        self.spoken = Some(spoken);
    }
}

/// A sentence that is looked at.
struct View<'v, 'a> {
    case: Case<'a>,
    row: &'v Row<'a>,
    sentence: usize,
}

impl View<'_, '_> {
    /// Whose words a piece is.
    fn voice(&self, piece: usize, place: usize, last: &Last) -> Option<Spoken> {
        let quotation = &self.case.mentions.quotations[piece];
        let words = count_words(quotation.inner.text(self.case.text()));
        let reported = quotation.kind == QuotationKind::Reported;
        if !reported && let Some(subject) = self.told_after(place) {
            return (words >= LED).then(|| self.spoken(subject, last));
        }
        if reported && let Some(spoken) = self.possessor(place) {
            return Some(spoken);
        }
        if let Some((verb, near)) = self.told_before(place) {
            let fewest = if near { LED } else { FRAGMENT };
            let naming = subject::verb(self.row, verb) == Some(Telling::Naming) && place - verb <= NAMED;
            let enough = words >= fewest || naming;
            return (enough && (near || !self.is_title(place))).then(|| self.spoken(self.subject_of(verb), last));
        }
        if reported {
            return Some(Spoken::open("nothing says whose words these are"));
        }
        if self.row.is_mark(place.wrapping_sub(1), &[":"]) && words >= LED {
            return Some(self.spoken(subject::main(self.row), last));
        }
        self.alone(place).then(|| last.goes_on()).or_else(|| {
            (words >= LOOSE && !self.is_title(place)).then_some(Spoken::open("nothing in the sentence says who speaks"))
        })
    }

    /// Who speaks after a colon that ends the sentence.
    fn announced(&self, last: &Last) -> Spoken {
        let verb = (0..self.row.items.len()).rev().find(|&at| subject::reports(self.row, at));
        let subject = verb.map_or_else(|| subject::main(self.row), |verb| self.subject_of(verb));
        self.spoken(subject, last)
    }

    /// The subject of a frame after a piece: "…,' said X", "…,' X told reporters", "…, according to X".
    fn told_after(&self, place: usize) -> Option<Subject> {
        let row = self.row;
        let mut at = place + 1;
        let comma = row.is_mark(at, &[",", "-", "–", "—", "."]);
        at += usize::from(comma);
        let stopped = !comma && self.stops(place);
        let closed = comma || stopped || self.ends_open(place) || self.opens_sentence(place);
        if closed && subject::reports(row, at) && !subject::is_participle(row, at) {
            return Some(self.subject_of(at));
        }
        if row.is(at, &["according"]) && row.is(at + 1, &["to"]) {
            return Some(subject::after(row, at + 1));
        }
        let plainly = || comma.then(|| self.subject_then_word(at)).flatten();
        closed.then(|| self.subject_then_verb(at, stopped).or_else(plainly)).flatten()
    }

    /// Whether the words of a piece end with a full stop: what follows then mostly is a sentence of its own.
    fn stops(&self, place: usize) -> bool {
        let Some(Kind::Quote(piece)) = self.row.kind(place) else { return false };
        self.case.mentions.quotations[piece].inner.text(self.case.text()).trim_end().ends_with('.')
    }

    /// "…,' she sobbed": after words that end in a comma, whoever does whatever speaks.
    fn subject_then_word(&self, at: usize) -> Option<Subject> {
        let row = self.row;
        let verb = matches!(row.kind(at + 1), Some(Kind::Word)) && row.word(at + 1).ends_with("ed");
        match row.kind(at)? {
            Kind::Name(leaf) if verb => Some(Subject::Name(leaf)),
            Kind::Office(role) if verb => Some(Subject::Office(role)),
            Kind::Word if verb && row.is(at, &["he", "she"]) => Some(Subject::Pronoun(row.items[at].span)),
            _ => None,
        }
    }

    /// Whether a piece opens its sentence: where commas were lost, what follows it may still say who speaks.
    fn opens_sentence(&self, place: usize) -> bool {
        let first = self.row.items[..place].iter().all(|item| item.kind == Kind::Mark);
        first && count_words(self.row.word(place)) >= FRAGMENT && !self.is_title(place)
    }

    /// A subject that begins at `start`, with its verb, at the sentence's end where it must be.
    fn subject_then_verb(&self, start: usize, ending: bool) -> Option<Subject> {
        let row = self.row;
        let limit = (start + 24).min(row.items.len());
        let verb = (start..limit)
            .take_while(|&at| !matches!(row.kind(at), Some(Kind::Quote(_))) && !row.is_mark(at, &[";", ":"]))
            .find(|&at| subject::reports(row, at) && !subject::is_participle(row, at))?;
        if ending && verb + 3 < row.items.len() {
            return None;
        }
        match subject::before(row, verb) {
            Subject::None | Subject::Same => None,
            subject => self.begins_near(subject, start).then_some(subject),
        }
    }

    /// Whether a subject stands at the beginning of what follows a piece.
    fn begins_near(&self, subject: Subject, start: usize) -> bool {
        let Some(first) = self.row.items.get(start).map(|item| item.span.start()) else { return false };
        let begin = match subject {
            Subject::Name(leaf) => self.case.mentions.leaves[leaf].span.start(),
            Subject::Office(role) => self.case.mentions.roles[role].span.start(),
            Subject::Pronoun(span) | Subject::Document(span) | Subject::Noun(span) => span.start(),
            Subject::Several | Subject::Same | Subject::None => return true,
        };
        begin < first + 60
    }

    /// Whether the words of a piece end as direct speech does before its speaker.
    fn ends_open(&self, place: usize) -> bool {
        let Some(Kind::Quote(piece)) = self.row.kind(place) else { return false };
        let inner = self.case.mentions.quotations[piece].inner.text(self.case.text()).trim_end();
        inner.ends_with([',', '?', '!', '…', '-', '–', '—'])
    }

    /// The verb before a piece that leads into it, and whether a comma or colon does.
    fn told_before(&self, place: usize) -> Option<(usize, bool)> {
        let row = self.row;
        let verb = (place.saturating_sub(REACH)..place).rev().find(|&at| subject::is_verb(row, at))?;
        let between = verb + 1..place;
        if between.clone().any(|at| row.is_mark(at, &[";"]) || row.is(at, &["while", "although", "whereas"])) {
            return None;
        }
        Some((verb, row.is_mark(place - 1, &[":", ","])))
    }

    /// The subject of a verb, whichever way it stands.
    fn subject_of(&self, verb: usize) -> Subject {
        let row = self.row;
        if subject::is_participle(row, verb) {
            let before = (0..verb).rev().find(|&at| subject::is_verb(row, at) && !subject::is_participle(row, at));
            return before.map_or_else(|| subject::main(row), |verb| self.subject_of(verb));
        }
        match subject::before(row, verb) {
            Subject::Same => self.same(verb),
            subject => subject,
        }
    }

    /// The subject of a verb without one of its own: after it where it follows a quotation, else that of the verb before.
    fn same(&self, verb: usize) -> Subject {
        let row = self.row;
        let quoted = |at: usize| matches!(row.kind(at), Some(Kind::Quote(_)));
        let follows = verb > 0 && (quoted(verb - 1) || (verb > 1 && quoted(verb - 2)));
        let inverted = if follows { subject::after(row, verb) } else { Subject::None };
        if inverted != Subject::None {
            return inverted;
        }
        let before = (0..verb).rev().find(|&at| subject::is_verb(row, at));
        before.map_or_else(|| subject::main(row), |verb| self.subject_of(verb))
    }

    /// Whose remarks are reported: "his remarks that", "Stone's comments that".
    fn possessor(&self, place: usize) -> Option<Spoken> {
        let row = self.row;
        // "his remarks that", "his remarks stating that"
        let stated = place >= 3 && subject::is_verb(row, place - 2) && subject::is_participle(row, place - 2);
        let noun = place.checked_sub(2 + usize::from(stated)).filter(|&at| !subject::is_verb(row, at))?;
        let owner = (noun.saturating_sub(4)..noun)
            .rev()
            .find(|&at| row.is(at, &["his", "her", "its"]) || row.kind(at) == Some(Kind::Possessive))?;
        if row.kind(owner) == Some(Kind::Possessive) {
            return match row.kind(owner.checked_sub(2)?)? {
                Kind::Name(leaf) => Some(self.spoken(Subject::Name(leaf), &Last::default())),
                Kind::Office(role) => Some(self.spoken(Subject::Office(role), &Last::default())),
                _ => None,
            };
        }
        Some(pronoun::resolve(&self.case, self.sentence, row.items[owner].span))
    }

    /// The voice of a subject.
    fn spoken(&self, subject: Subject, last: &Last) -> Spoken {
        let mentions = self.case.mentions;
        match subject {
            Subject::Name(leaf) => {
                let span = mentions.leaves[leaf].span;
                let known = self.case.participant(leaf);
                known.map_or(Spoken::unnamed(span), |known| Spoken::by(known, Found::Sentence, span))
            }
            Subject::Office(role) => {
                let span = mentions.roles[role].span;
                let holder = self.case.holder(role);
                holder.map_or(Spoken::unnamed(span), |holder| Spoken::by(holder, Found::Sentence, span))
            }
            Subject::Pronoun(span) => pronoun::resolve(&self.case, self.sentence, span),
            Subject::Document(span) => match &last.spoken {
                Some(spoken) if spoken.speaker.is_some() => spoken.clone(),
                _ => Spoken::unnamed(span),
            },
            Subject::Noun(span) => Spoken::unnamed(span),
            Subject::Several => Spoken::open("several speak together"),
            Subject::Same => last.spoken.clone().unwrap_or(Spoken::open("the verb has no subject")),
            Subject::None => Spoken::open("the verb has no subject that can be told"),
        }
    }

    /// Whether nothing but quotations and marks stands in the sentence.
    fn alone(&self, _place: usize) -> bool {
        self.row.items.iter().all(|item| matches!(item.kind, Kind::Quote(_) | Kind::Mark))
    }

    /// Whether the words look like a title or the name of a thing: most of them capitalised.
    fn is_title(&self, place: usize) -> bool {
        let words = self.row.word(place).split_whitespace().filter(|word| word.chars().count() > 3);
        let (mut all, mut capital) = (0, 0);
        for word in words {
            all += 1;
            capital +=
                usize::from(word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase));
        }
        all > 0 && capital * 3 >= all * 2
    }
}

fn count_words(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || c == '—').filter(|word| word.contains(char::is_alphanumeric)).count()
}
