//! Reading an utterance: its words as units that can be compared, without what an editor put in or a reporter put behind.

use rust_stemmers::{Algorithm, Stemmer};

use crate::article::{Article, Span};
use crate::lexicon::{Lexicon, Word, plain_form};
use crate::mention::{Leaf, LeafKind, Mentions, Token, TokenKind, scan, tokenize};
use crate::value::Figure;

use super::closed::{self, Case, Person};

/// What a unit is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A word or phrase of an open class.
    Content,
    /// A word of a closed class.
    Function,
    /// A pronoun that stands for somebody.
    Pronoun(Person, Case),
    /// A word that denies.
    Denial,
    /// A figure, with what it comes to.
    Figure(Figure, String),
    /// A name, with its key.
    Name,
}

/// A word, or words that mean one thing.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Where it stands in the utterance's text.
    pub(super) span: Span,
    /// What it is.
    pub(super) what: What,
    /// Under which it is compared: a stem, the form of a closed class, a name's key.
    pub(super) key: String,
    /// Its place among the synonyms.
    pub(super) word: Option<Word>,
    /// How much it says, in bits.
    pub(super) weight: f64,
}

/// What a unit of a closed class says, a denial, a name or figure, and a word by how common it is, the rarest first.
const FUNCTION: f64 = 0.1;
const DENIAL: f64 = 0.6;
const NAMED: f64 = 3.0;
const CONTENT: [f64; 9] = [5.5, 5.0, 5.0, 4.5, 4.0, 3.5, 2.0, 1.0, 0.5];
/// More words than anybody quotes in one sentence; what follows is left out of the comparison.
const MOST: usize = 160;
/// The most words that a reporter puts behind words inside their marks: "…, the minister added".
const TAIL: usize = 5;

/// The units of an utterance.
pub(super) fn units(text: &str, lexicon: &Lexicon) -> Vec<Unit> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let mentions = scan(&Article::plain("", text, None), lexicon);
    let mut reading = Reading { text, stemmer: Stemmer::create(Algorithm::English), units: Vec::new() };
    let (mut at, mut depth, end) = (0, 0_usize, spoken_end(text, &tokens));
    while at < end && reading.units.len() < MOST {
        let token = &tokens[at];
        match token.span.text(text) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                if let Some(leaf) = leaf_at(&mentions, token.span).filter(|leaf| reading.leaf(leaf, &mentions, lexicon))
                {
                    at = tokens.partition_point(|token| token.span.start() < leaf.span.end());
                    continue;
                }
                reading.token(token);
            }
        }
        at += 1;
    }
    phrases(&reading.units, text)
}

/// The token before which the spoken words end: a reporter's words after the last comma are not theirs.
fn spoken_end(text: &str, tokens: &[Token]) -> usize {
    let is_word = |token: &&Token| token.kind == TokenKind::Word;
    let Some(comma) = tokens.iter().rposition(|token| token.span.text(text) == ",") else { return tokens.len() };
    let tail = || tokens[comma..].iter().filter(is_word).map(|token| token.span.text(text));
    let said = tail().any(|word| matches!(word, "said" | "says" | "added" | "told" | "stated"));
    let speaks = tail().any(|word| matches!(word, "I" | "we" | "We" | "you"));
    let kept = tokens[..comma].iter().filter(is_word).count() >= tail().count();
    if said && !speaks && kept && tail().count() <= TAIL { comma } else { tokens.len() }
}

/// The leaf that begins at a span.
fn leaf_at(mentions: &Mentions, span: Span) -> Option<&Leaf> {
    let at = mentions.leaves.binary_search_by_key(&span.start(), |leaf| leaf.span.start()).ok()?;
    mentions.leaves.get(at)
}

struct Reading<'a> {
    text: &'a str,
    stemmer: Stemmer,
    units: Vec<Unit>,
}

impl Reading<'_> {
    /// Takes a leaf as one unit; not what is no more than words: "one", "yesterday".
    fn leaf(&mut self, leaf: &Leaf, mentions: &Mentions, lexicon: &Lexicon) -> bool {
        let (what, key) = if let Some(name) = mentions.name(leaf) {
            let country = name.entry.and_then(|id| name.demonym.then(|| lexicon.country_of(id)).flatten());
            (What::Name, country.map_or_else(|| name.key.clone(), |id| lexicon.entry(id).key.to_string()))
        } else if let Some(mention) = mentions.quantity(leaf) {
            if matches!(&*leaf.span.text(self.text).to_lowercase(), "one" | "a" | "an" | "no" | "none" | "nobody") {
                return false;
            }
            (What::Figure(mention.quantity.amount, mention.quantity.unit.name().to_owned()), String::new())
        } else {
            let year = leaf.span.text(self.text).trim_start_matches("in ");
            let number = (leaf.kind == LeafKind::Date && year.len() == 4).then(|| year.parse::<i64>().ok()).flatten();
            let Some(number) = number else { return false };
            (What::Figure(Figure::One(crate::value::Number::whole(number)), "year".to_owned()), String::new())
        };
        self.units.push(Unit { span: leaf.span, what, key, word: None, weight: NAMED });
        true
    }

    /// Takes a word, its contractions apart.
    fn token(&mut self, token: &Token) {
        let written = token.span.text(self.text);
        if token.kind == TokenKind::Digits {
            return self.units.push(Unit {
                span: token.span,
                what: What::Content,
                key: written.to_owned(),
                word: None,
                weight: NAMED,
            });
        }
        if token.kind != TokenKind::Word {
            return;
        }
        let word = written.to_lowercase().replace('’', "'");
        match parted(&word) {
            (base, Some("n't")) => {
                let base = match base {
                    "ca" => "can",
                    "wo" => "will",
                    "sha" => "shall",
                    base => base,
                };
                self.word(base, token.span);
                self.push(What::Denial, "not", None, token.span, DENIAL);
            }
            (base, ending) => {
                self.word(base, token.span);
                if let Some(form) = ending.and_then(|ending| contracted(base, ending)) {
                    self.push(What::Function, form, None, token.span, FUNCTION);
                }
            }
        }
    }

    /// Takes a word without contractions; one that denies another by its prefix is that other, denied.
    fn word(&mut self, word: &str, span: Span) {
        if word == "cannot" {
            self.push(What::Function, "can", None, span, FUNCTION);
            return self.push(What::Denial, "not", None, span, DENIAL);
        }
        if let Some((person, case)) = closed::pronoun(word) {
            return self.push(What::Pronoun(person, case), word, None, span, FUNCTION);
        }
        if closed::denies(word) {
            let key = if matches!(word, "never" | "no") { word } else { "not" };
            return self.push(What::Denial, key, None, span, DENIAL);
        }
        if let Some(form) = closed::function(word) {
            return self.push(What::Function, form, None, span, FUNCTION);
        }
        let stem = self.stemmer.stem(plain_form(word).unwrap_or(word)).into_owned();
        let known = Word::of(&stem);
        if let Some(plain) = known.and_then(Word::denies).or_else(|| denied(&stem, known)) {
            self.push(What::Denial, "not", None, span, DENIAL);
            if word == "unable" {
                return self.push(What::Function, "can", None, span, FUNCTION);
            }
            return self.push(What::Content, plain.stem(), Some(plain), span, weight(Some(plain)));
        }
        let says = if closed::is_ritual(&stem) { 1.0 } else { weight(known) };
        self.push(What::Content, &stem, known, span, says);
    }

    fn push(&mut self, what: What, key: &str, word: Option<Word>, span: Span, weight: f64) {
        self.units.push(Unit { span, what, key: key.to_owned(), word, weight });
    }
}

/// The common word that a rare one denies by its "un-", where the table does not say so.
fn denied(stem: &str, known: Option<Word>) -> Option<Word> {
    const COMMON: u8 = 3;
    let rare = known.is_none_or(|word| word.level() == 0);
    let plain = stem.strip_prefix("un").filter(|_| rare).and_then(Word::of)?;
    (plain.level() >= COMMON).then_some(plain)
}

fn weight(word: Option<Word>) -> f64 {
    CONTENT[usize::from(word.map_or(0, Word::level)).min(CONTENT.len() - 1)]
}

/// A word without its contraction or possessive, and that ending.
fn parted(word: &str) -> (&str, Option<&str>) {
    if let Some(base) = word.strip_suffix("n't") {
        return (base, Some("n't"));
    }
    word.rsplit_once('\'').map_or((word, None), |(base, ending)| (base, Some(ending)))
}

/// The word behind a contraction; a possessive has none.
fn contracted(base: &str, ending: &str) -> Option<&'static str> {
    let pronoun = closed::pronoun(base).is_some() || matches!(base, "it" | "that" | "there" | "what" | "who" | "here");
    match ending {
        "m" | "re" => Some("be"),
        "s" if pronoun => Some("be"),
        "ve" => Some("have"),
        "ll" | "d" => Some("will"),
        _ => None,
    }
}

/// Joins neighbours that the synonyms know as a phrase: "look for", "in reality".
fn phrases(units: &[Unit], text: &str) -> Vec<Unit> {
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    let mut at = 0;
    while at < units.len() {
        let phrase = [3, 2].into_iter().find_map(|size| phrase(units.get(at..at + size)?, text));
        let (unit, size) = phrase.unwrap_or_else(|| (units[at].clone(), 1));
        joined.push(unit);
        at += size;
    }
    joined
}

/// The phrase that units make, where they make one: neighbours with nothing but a blank between them, and a word of an open
/// class among them.
fn phrase(units: &[Unit], text: &str) -> Option<(Unit, usize)> {
    let plain = |unit: &Unit| matches!(unit.what, What::Content | What::Function);
    let open = units.iter().any(|unit| unit.what == What::Content);
    let near = units.windows(2).all(|pair| text.get(pair[0].span.end()..pair[1].span.start()) == Some(" "));
    if !(open && near && units.iter().all(plain)) {
        return None;
    }
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |unit: &Unit| match unit.what {
        What::Content => unit.key.clone(),
        _ => stemmer.stem(&unit.span.text(text).to_lowercase()).into_owned(),
    };
    let key = units.iter().map(stem).collect::<Vec<_>>().join(" ");
    let word = Word::of(&key)?;
    let span = units.first()?.span.cover(units.last()?.span);
    let most = units.iter().map(|unit| unit.weight).fold(0.0, f64::max);
    Some((Unit { span, what: What::Content, key, word: Some(word), weight: most.min(weight(None)) }, units.len()))
}
