//! The head noun of what is counted: "troops" of "94,000 Russian troops", and its singular.

mod singular;
mod stops;

use crate::article::Span;
use crate::mention::{Reader, TokenKind};

pub(super) use singular::singular;
use stops::{Stop, is_plural, stop};

/// The noun that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// The head noun alone.
    pub(super) span: Span,
    /// Lower-case and singular.
    pub(super) name: String,
    /// The first token after it.
    pub(super) next: usize,
    /// Whether it stands right after the figure.
    pub(super) adjacent: bool,
}

/// Words at most between a figure and the noun it counts.
const REACH: usize = 8;

/// The head of the noun phrase that a figure of more than one counts from the token `at` on.
pub(super) fn plural(reader: &Reader<'_>, at: usize) -> Option<Noun> {
    let start = after_of(reader, at);
    let mut head = None;
    let mut last = None;
    for i in start..start + REACH {
        let Some(word) = phrase_word(reader, i, head.is_some()) else { break };
        match word {
            Step::Skip => {}
            Step::Word if is_plural(word_of(reader, i)) => head = Some(i),
            Step::Word if head.is_some() => break,
            Step::Word => last = Some(i),
        }
    }
    let at_head = head.or_else(|| last.filter(|&i| i + 1 == start + 1 || stops::is_mass(word_of(reader, i))))?;
    Some(noun(reader, at_head, start))
}

/// "15 of the stations": the phrase begins after "of the".
fn after_of(reader: &Reader<'_>, at: usize) -> usize {
    let determined = |i| {
        ["the", "these", "those", "its", "their", "his", "her", "our", "my", "your"]
            .iter()
            .any(|word| reader.is(i, word))
    };
    if reader.is(at, "of") && determined(at + 1) {
        at + 2
    } else if reader.is(at, "of") {
        at + 1
    } else {
        at + usize::from(reader.word(at) == "-" && reader.kind(at + 1) == Some(TokenKind::Word))
    }
}

fn word_of<'a>(reader: &Reader<'a>, at: usize) -> &'a str {
    let word = reader.word(at);
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

enum Step {
    /// Belongs to the phrase but cannot be its head: "-", "and" between names, an adverb.
    Skip,
    /// May be the head.
    Word,
}

/// What the token does in a noun phrase; `None` where the phrase ends.
fn phrase_word(reader: &Reader<'_>, at: usize, has_head: bool) -> Option<Step> {
    let token = reader.token(at)?;
    let word = reader.word(at);
    match token.kind {
        TokenKind::Mark if matches!(word, "-" | "‑" | "/") && !has_head => Some(Step::Skip),
        TokenKind::Mark if matches!(word, "'" | "’" | "“" | "\"" | ",") && !has_head && joins_names(reader, at) => {
            Some(Step::Skip)
        }
        TokenKind::Word if word.contains(['\'', '’']) && has_head => None,
        TokenKind::Word => match stop(reader.text, token) {
            Some(Stop::Joint) if !has_head && joins_names(reader, at) => Some(Step::Skip),
            Some(Stop::Adverb) if !has_head => Some(Step::Skip),
            Some(_) => None,
            None => Some(Step::Word),
        },
        _ => None,
    }
}

/// "three Kia and Hyundai vehicles", "men, women": a joint goes on with the phrase where capitals or adjectives stand around it.
fn joins_names(reader: &Reader<'_>, at: usize) -> bool {
    let capital = |i: usize| reader.token(i).is_some_and(|token| token.capital && token.kind == TokenKind::Word);
    at > 0 && capital(at - 1) && capital(at + 1)
}

fn noun(reader: &Reader<'_>, at: usize, start: usize) -> Noun {
    let whole = reader.tokens[at].span;
    let word = word_of(reader, at);
    let span = Span::of(whole.start(), whole.start() + word.len());
    Noun { span, name: singular(word), next: at + 1, adjacent: at == start }
}

/// The noun that "one" counts: a word that is not a function word, and what it forms a compound with.
pub(super) fn one(reader: &Reader<'_>, at: usize) -> Option<Noun> {
    let start = at + usize::from(reader.word(at) == "-");
    let is_noun = |i: usize| {
        reader.token(i).is_some_and(|token| token.kind == TokenKind::Word && stop(reader.text, token).is_none())
            && !stops::looks_like_verb(reader.word(i))
    };
    if !is_noun(start) {
        return None;
    }
    let end = (start..start + REACH)
        .take_while(|&i| is_noun(i) && (i == start || !reader.word(i - 1).ends_with("'s")))
        .last()?;
    Some(noun(reader, end, start))
}

/// A single noun, for rates: "share" of "a share".
pub(super) fn single(reader: &Reader<'_>, at: usize) -> Option<String> {
    let token = reader.token(at).filter(|token| token.kind == TokenKind::Word)?;
    stop(reader.text, token).is_none().then(|| singular(reader.word(at)))
}
