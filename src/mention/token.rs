//! Tokens: the one pass over the bytes that every recogniser reads. A token borrows nothing and allocates nothing.

use super::class::{Classes, GENITIVE, POSSESSIVE, Table};
use crate::article::Span;
use crate::lexicon::{BASIS, folded_fnv, with_byte};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes inside ("Russia's" is one word; `s` after the apostrophe belongs to it).
    Word,
    /// Digits, with the separators `.` and `,` between digits: `94,000`, `6.9`, `2,5`.
    Digits,
    /// One character that is neither letter, digit nor space; a currency sign is one.
    Mark,
    /// One line break or more; two or more end a paragraph.
    Break,
}

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space (or the start of the text) stands before it.
    pub spaced: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Hash of the token with ASCII letters lower-cased, for [`super::Vocabulary`].
    pub(crate) key: u64,
    /// What the word may be to the recognisers.
    pub(crate) classes: Classes,
}

impl Token {
    /// Its bytes in the text it was cut from.
    #[inline]
    pub(crate) fn bytes<'a>(&self, text: &'a str) -> &'a [u8] {
        &text.as_bytes()[self.span.start()..self.span.end()]
    }

    /// The key of the word without the ending of a possessive: of "Homs" for "Homs's".
    #[inline]
    pub(crate) fn plain_key(&self, text: &str) -> u64 {
        match self.bytes(text) {
            [word @ .., b'\'', b's' | b'S'] | [word @ .., 0xe2, 0x80, 0x99, b's' | b'S'] => folded_fnv(word),
            _ => self.key,
        }
    }

    /// Whether its first byte is this one.
    #[inline]
    pub(crate) fn begins_with(&self, text: &str, byte: u8) -> bool {
        text.as_bytes()[self.span.start()] == byte
    }

    /// The classes that its ending gives it: "Thursday's", "Syrias".
    #[inline]
    fn classes_of_ending(&self, text: &str) -> Classes {
        match self.bytes(text) {
            [.., b'\'' | 0x99, b's' | b'S'] => POSSESSIVE | GENITIVE,
            [.., b's' | b'S'] if self.capital => GENITIVE,
            _ => 0,
        }
    }

    /// Whether it may be of one of these classes; false is certain.
    #[inline]
    pub(crate) fn may_be(&self, classes: Classes) -> bool {
        self.classes & classes != 0
    }
}

/// Bytes of text a token, white space included, at the least that prose has.
const BYTES_A_TOKEN: usize = 4;

/// Splits `text` into tokens, appended to `tokens`, which is cleared first so that its memory can be used again.
pub fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokenize_unclassed(text, tokens);
    let table = Table::shared();
    for token in tokens {
        token.classes = table.of(token.key) | token.classes_of_ending(text);
    }
}

/// The same without the classes, which are made of words that are cut like this.
pub(super) fn tokenize_unclassed(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    tokens.reserve(text.len() / BYTES_A_TOKEN);
    let mut at = 0;
    let mut spaced = true;
    while let Some(&first) = text.as_bytes().get(at) {
        // Nearly all of a text are spaces and words.
        if first == b' ' {
            (spaced, at) = (true, at + 1);
            continue;
        }
        let (cut, end) = if is_letter(first) { word(text, at) } else { other(text, at, first) };
        match cut {
            None => spaced = true,
            Some(Cut { kind, key, capital }) => {
                tokens.push(Token { span: Span::of(at, end), kind, spaced, capital, key, classes: 0 });
                spaced = kind == TokenKind::Break;
            }
        }
        at = end;
    }
}

/// The hash that a [`Token::key`] holds: of the bytes, ASCII letters lower-cased.
pub(crate) const fn key(word: &str) -> u64 {
    folded_fnv(word.as_bytes())
}

/// The letters of ASCII in lower case, 0 for every other byte.
static LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut letter = b'a';
    while letter <= b'z' {
        letters[letter as usize] = letter;
        letters[letter.to_ascii_uppercase() as usize] = letter;
        letter += 1;
    }
    letters
};

/// What was cut from the text, but for its place.
struct Cut {
    kind: TokenKind,
    key: u64,
    capital: bool,
}

/// What begins at `at` with the byte `first`, which is no letter of ASCII (`None` for white space), and its end. A byte of ASCII
/// says what it begins; only what lies beyond is decoded.
fn other(text: &str, at: usize, first: u8) -> (Option<Cut>, usize) {
    let token = |kind, end| (Some(Cut { kind, key: key_of(text, at, end), capital: false }), end);
    match first {
        b'\n' | b'\r' => token(TokenKind::Break, break_end(text, at)),
        b'\t' | 0x0b | 0x0c => (None, at + 1),
        b'0'..=b'9' => token(TokenKind::Digits, digits_end(text, at)),
        0x80.. => beyond_ascii(text, at),
        _ => token(TokenKind::Mark, at + 1),
    }
}

fn key_of(text: &str, at: usize, end: usize) -> u64 {
    folded_fnv(&text.as_bytes()[at..end])
}

/// A word that begins with a letter of ASCII, hashed on the way.
#[inline]
fn word(text: &str, at: usize) -> (Option<Cut>, usize) {
    let bytes = &text.as_bytes()[at..];
    let cut =
        |key, length| (Some(Cut { kind: TokenKind::Word, key, capital: bytes[0].is_ascii_uppercase() }), at + length);
    let mut key = BASIS;
    for (length, &byte) in bytes.iter().enumerate() {
        let letter = LETTERS[usize::from(byte)];
        match (letter, byte) {
            (1.., _) => key = with_byte(key, letter),
            (_, b'\'') if bytes.get(length + 1).is_some_and(|&next| is_letter(next)) => key = with_byte(key, byte),
            (_, b'\'') if bytes.get(length + 1).is_none_or(u8::is_ascii) => return cut(key, length),
            (_, b'\'' | 0x80..) => break,
            _ => return cut(key, length),
        }
    }
    let end = word_end(text, at);
    cut(key_of(text, at, end), end - at)
}

#[inline]
fn is_letter(byte: u8) -> bool {
    LETTERS[usize::from(byte)] != 0
}

/// What begins with a character that is not ASCII.
fn beyond_ascii(text: &str, at: usize) -> (Option<Cut>, usize) {
    let Some(first) = text[at..].chars().next() else { return (None, text.len()) };
    let (kind, end) = match first {
        _ if first.is_whitespace() => return (None, at + first.len_utf8()),
        _ if first.is_alphabetic() => (TokenKind::Word, word_end(text, at)),
        _ => (TokenKind::Mark, at + first.len_utf8()),
    };
    (Some(Cut { kind, key: key_of(text, at, end), capital: first.is_uppercase() }), end)
}

fn break_end(text: &str, at: usize) -> usize {
    let run = text.as_bytes()[at..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    at + run.count()
}

/// Digits with single separators between digits.
fn digits_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while bytes.get(end).is_some_and(u8::is_ascii_digit)
        || (matches!(bytes.get(end), Some(b'.' | b',')) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit))
    {
        end += 1;
    }
    let goes_on = at > 1 && bytes[at - 1] == b',' && bytes[at - 2].is_ascii_digit();
    if is_list(&bytes[at..end], goes_on) {
        at + bytes[at..end].iter().take_while(|&&byte| byte != b',').count()
    } else {
        end
    }
}

/// "22,24,26" is a list: with two commas or more, a number has three digits after the last. `goes_on` says that a comma of
/// the same list stands before the run.
fn is_list(run: &[u8], goes_on: bool) -> bool {
    let mut commas = run.iter().rev().enumerate().filter(|(_, byte)| **byte == b',').map(|(after, _)| after);
    let last = commas.next();
    last.is_some_and(|after| after < 3) && (goes_on || commas.next().is_some())
}

/// Letters, with an apostrophe between letters.
fn word_end(text: &str, at: usize) -> usize {
    let mut chars = text[at..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let inside = c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}');
        let joint = matches!(c, '\'' | '’') && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !inside && !joint {
            return at + offset;
        }
    }
    text.len()
}
