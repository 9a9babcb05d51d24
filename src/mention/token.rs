//! Tokens: the one pass over the bytes that every recogniser reads. A token borrows nothing and allocates nothing.

use crate::article::Span;

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
}

/// Splits `text` into tokens, appended to `tokens`, which is cleared first so that its memory can be used again.
pub fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = text[at..].chars().next() {
        let (kind, end) = token_at(text, at, first);
        match kind {
            None => spaced = true,
            Some(kind) => {
                tokens.push(Token {
                    span: Span::of(at, end),
                    kind,
                    spaced,
                    capital: first.is_uppercase(),
                    key: key(&text[at..end]),
                });
                spaced = kind == TokenKind::Break;
            }
        }
        at = end;
    }
}

/// The hash that a [`Token::key`] holds: FNV-1a over the bytes, ASCII letters lower-cased.
pub(crate) fn key(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The kind (`None` for white space) and the end of the token that begins at `at` with `first`.
fn token_at(text: &str, at: usize, first: char) -> (Option<TokenKind>, usize) {
    let run = |part: fn(char) -> bool| at + text[at..].find(|c| !part(c)).unwrap_or(text.len() - at);
    match first {
        '\n' | '\r' => (Some(TokenKind::Break), run(|c| matches!(c, '\n' | '\r'))),
        _ if first.is_whitespace() => (None, at + first.len_utf8()),
        '0'..='9' => (Some(TokenKind::Digits), digits_end(text, at)),
        _ if first.is_alphabetic() => (Some(TokenKind::Word), word_end(text, at)),
        _ => (Some(TokenKind::Mark), at + first.len_utf8()),
    }
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
