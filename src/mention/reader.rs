//! What every recogniser reads from: the text, its tokens, the lexicon, and the day that relative dates hang on.

use jiff::civil::Date;

use super::class::Classes;
use super::{Token, TokenKind, Words};
use crate::article::Span;
use crate::lexicon::Lexicon;

/// One article laid open for the recognisers. A recogniser is a function `read(&Reader, at) -> Option<Read<Payload>>`
/// that looks at the token `at` and those after it (and may glance back), and rejects in a probe or two where nothing of
/// its kind begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    /// The scanned text.
    pub(crate) text: &'a str,
    /// Its tokens.
    pub(crate) tokens: &'a [Token],
    /// Names and words.
    pub(crate) lexicon: &'a Lexicon,
    /// The day of publication.
    pub(crate) published: Option<Date>,
}

/// What a recogniser found: its payload, its kind of leaf, where it stands, and the first token after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read<P> {
    pub(crate) payload: P,
    pub(crate) kind: super::LeafKind,
    pub(crate) span: Span,
    pub(crate) next: usize,
}

impl<'a> Reader<'a> {
    /// The token at an index, where there is one.
    #[inline]
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The words of the token at an index, empty past the end.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.text(self.text))
    }

    /// Whether the token at an index is this word or mark, ASCII case ignored.
    #[inline]
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        // The length decides most comparisons, before the text is looked at.
        self.tokens.get(at).is_some_and(|token| {
            token.span.len() == word.len() && token.bytes(self.text).eq_ignore_ascii_case(word.as_bytes())
        })
    }

    /// Whether the token at an index is one of these words or marks, ASCII case ignored.
    #[inline]
    pub(crate) fn is_any(&self, at: usize, words: &Words) -> bool {
        self.tokens.get(at).is_some_and(|token| words.hold(token))
    }

    /// Whether the token at an index may be of one of these classes; false is certain.
    #[inline]
    pub(crate) fn may_be(&self, at: usize, classes: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.may_be(classes))
    }

    /// The kind of the token at an index.
    #[inline]
    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The span from the start of one token to the end of another.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[last].span)
    }
}
