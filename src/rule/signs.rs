//! What a pattern sees around a value, sign by sign, for whoever proposes one.

use super::alphabet::value_byte;
use super::shadow::{Layout, Shadow};
use super::slots::VALUE;
use super::terms::ValueKind;
use crate::article::Span;
use crate::mention::Mentions;

/// The marks that no gap crosses.
const STOPS: &[u8] = b",;:?!\"()";

/// What stands at one place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The value.
    Value,
    /// A word as patterns see it: small letters, ASCII.
    Word(String),
    /// A figure of another kind, a date, a name.
    Leaf,
    /// What no gap crosses: a mark of the clause, another figure of the value's kind.
    Stop,
}

/// A sign with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// What it is.
    pub sign: Sign,
    /// Where it stands.
    pub span: Span,
    /// Whether it stands directly at what is before it ("14-strong").
    pub glued: bool,
}

/// The signs of the sentence around a value of some kind; `None` where no such value stands there.
pub fn signs(text: &str, mentions: &Mentions, value: Span, kind: ValueKind) -> Option<Vec<Placed>> {
    let sentence = mentions.sentences[mentions.sentence_at(value.start())?];
    let mut shadow = Shadow::default();
    shadow.lay(text, mentions, sentence, Layout::of(kind));
    let place = shadow.places.iter().copied().find(|place| place.span == value)?;
    shadow.mark(place);
    let mut signs = Vec::new();
    let mut at = 0;
    while at < shadow.bytes.len() {
        let length = length(&shadow.bytes[at..]);
        let glued = at > 0 && shadow.bytes[at - 1] != b' ';
        let sign = sign(&shadow.bytes[at..at + length], value_byte(kind));
        let span = shadow.back(at..at + length);
        signs.extend(sign.map(|sign| Placed { sign, span, glued }));
        at += length;
    }
    Some(signs)
}

/// How many bytes belong to the sign at the beginning: one, or those of a word.
fn length(bytes: &[u8]) -> usize {
    let ends = |byte: &u8| byte.is_ascii_control() || *byte == b' ' || STOPS.contains(byte);
    bytes.iter().position(ends).unwrap_or(bytes.len()).max(1)
}

/// The sign that some bytes are; `None` for blanks, the end of the sentence and the "'s" after a name.
fn sign(bytes: &[u8], same: u8) -> Option<Sign> {
    match bytes[0] {
        VALUE => Some(Sign::Value),
        byte if byte == same || STOPS.contains(&byte) || bytes == b"-" => Some(Sign::Stop),
        byte if byte.is_ascii_control() => Some(Sign::Leaf),
        _ => {
            let word = String::from_utf8_lossy(bytes);
            let word = word.trim_matches(|c: char| matches!(c, '.' | '-' | '\'' | ' '));
            (!word.is_empty() && word != "s").then(|| Sign::Word(word.to_owned()))
        }
    }
}
