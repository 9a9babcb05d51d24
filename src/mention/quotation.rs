//! Quotations and parentheses: one pass over the marks, a stack of what is open, emptied at each paragraph's end.
//!
//! The turn of a mark is believed where its surroundings allow it; a mark turned the wrong way is read by where it stands.
//! What is never closed is no quotation, unless the next paragraph opens again: then it runs to the paragraph's end.

use super::class::QUOTES;
use super::{Quotation, QuotationKind, Reader, TokenKind};
use crate::article::Span;

/// A whole quotation, over however many sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub(super) span: Span,
    pub(super) inner: Span,
}

/// Quotations sentence by sentence, sorted by start: rules read one sentence at a time.
pub(super) fn pieces(reader: &Reader<'_>, quotations: &[Quoted], sentences: &[Span]) -> Vec<Quotation> {
    let mut pieces = Vec::with_capacity(quotations.len());
    for (utterance, quoted) in (0..).zip(quotations) {
        let first = sentences.partition_point(|sentence| sentence.end() <= quoted.span.start());
        let held = sentences[first..].iter().take_while(|sentence| sentence.start() < quoted.span.end());
        pieces.extend(held.filter_map(|&sentence| piece(reader.text, quoted, sentence, utterance)));
    }
    pieces.sort_by_key(|piece| (piece.span.start(), std::cmp::Reverse(piece.span.end())));
    pieces
}

/// The part of a quotation that lies in one sentence, where it holds a word.
fn piece(text: &str, quoted: &Quoted, sentence: Span, utterance: u32) -> Option<Quotation> {
    let inner = trimmed(text, within(quoted.inner, sentence));
    let span = trimmed(text, within(quoted.span, sentence));
    let worded = inner.text(text).contains(char::is_alphanumeric);
    worded.then_some(Quotation { span, inner, kind: QuotationKind::Marked, utterance })
}

fn within(span: Span, sentence: Span) -> Span {
    Span::of(span.start().max(sentence.start()), span.end().min(sentence.end()))
}

/// A span without the blanks at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.text(text);
    let start = span.start() + words.len() - words.trim_start().len();
    Span::of(start, start + words.trim().len())
}

/// Quotations and parentheses, sorted by start.
pub(super) fn layers(reader: &Reader<'_>, paragraphs: &[Span]) -> (Vec<Quoted>, Vec<Span>) {
    let mut open = Open::default();
    let mut paragraphs = paragraphs.iter();
    let mut paragraph = paragraphs.next();
    for (at, token) in reader.tokens.iter().enumerate() {
        while let Some(ended) = paragraph.filter(|paragraph| paragraph.end() <= token.span.start()) {
            open.end_paragraph(*ended, reopens(reader, at));
            paragraph = paragraphs.next();
        }
        if token.may_be(QUOTES) {
            open.mark(reader, at);
        }
    }
    open.quotations.sort_by_key(|quotation| (quotation.span.start(), std::cmp::Reverse(quotation.span.end())));
    open.parentheses.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
    (open.quotations, open.parentheses)
}

/// The families of marks; a mark closes one of its own family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
    Bracket,
}

/// What is open, and what has been closed.
#[derive(Default)]
struct Open {
    stack: Vec<(Family, usize, Span)>,
    quotations: Vec<Quoted>,
    parentheses: Vec<Span>,
}

impl Open {
    fn mark(&mut self, reader: &Reader<'_>, at: usize) {
        let Some((family, turn)) = family(reader.word(at)) else { return };
        match family {
            Family::Bracket if turn == Turn::Open => self.push(reader, family, at),
            Family::Bracket => self.close(reader, family, at),
            Family::Single if is_apostrophe(reader, at, self.is_open(family)) => {}
            _ => match side(reader, at, turn, self.is_open(family)) {
                Turn::Open => self.push(reader, family, at),
                Turn::Close => self.close(reader, family, at),
                Turn::Either => {}
            },
        }
    }

    fn is_open(&self, family: Family) -> bool {
        self.stack.iter().any(|held| held.0 == family)
    }

    fn push(&mut self, reader: &Reader<'_>, family: Family, at: usize) {
        self.stack.push((family, at, reader.tokens[at].span));
    }

    /// Closes the innermost of the family; what was left open inside it is dropped. A double mark that none opened closes a
    /// single one.
    fn close(&mut self, reader: &Reader<'_>, family: Family, at: usize) {
        let of = |family| self.stack.iter().rposition(|held| held.0 == family);
        let mixed = || if family == Family::Double { of(Family::Single) } else { None };
        let Some(place) = of(family).or_else(mixed) else { return };
        let opened = self.stack[place].2;
        self.stack.truncate(place);
        let span = opened.cover(reader.tokens[at].span);
        if family == Family::Bracket {
            self.parentheses.push(span);
        } else if reader.tokens[at].span.start() > opened.end() {
            let inner = Span::of(opened.end(), reader.tokens[at].span.start());
            self.quotations.push(Quoted { span, inner });
        }
    }

    /// A quotation left open that the next paragraph opens again runs to the end of this one.
    fn end_paragraph(&mut self, paragraph: Span, reopened: Option<Family>) {
        let carried = self.stack.iter().find(|held| Some(held.0) == reopened && paragraph.contains(held.2));
        if let Some(&(_, _, opened)) = carried.filter(|held| held.2.end() < paragraph.end()) {
            let span = Span::of(opened.start(), paragraph.end());
            let inner = Span::of(opened.end(), paragraph.end());
            self.quotations.push(Quoted { span, inner });
        }
        self.stack.clear();
    }
}

/// The family of the mark with which the paragraph at this token opens, if it opens with one.
fn reopens(reader: &Reader<'_>, at: usize) -> Option<Family> {
    let at = at + usize::from(reader.kind(at) == Some(TokenKind::Break));
    let (family, turn) = family(reader.word(at))?;
    (family != Family::Bracket && turn != Turn::Close).then_some(family)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
    Either,
}

/// The marks that [`family`] knows.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    "“ „ ” \" ‟ ‘ ‚ ’ ' ` « ‹ » › ( [ ) ]".split(' ')
}

fn family(mark: &str) -> Option<(Family, Turn)> {
    Some(match mark {
        "“" | "„" => (Family::Double, Turn::Open),
        "”" => (Family::Double, Turn::Close),
        "\"" | "‟" => (Family::Double, Turn::Either),
        "‘" | "‚" => (Family::Single, Turn::Open),
        "’" => (Family::Single, Turn::Close),
        "'" | "`" => (Family::Single, Turn::Either),
        "«" | "‹" => (Family::Angle, Turn::Open),
        "»" | "›" => (Family::Angle, Turn::Close),
        "(" | "[" => (Family::Bracket, Turn::Open),
        ")" | "]" => (Family::Bracket, Turn::Close),
        _ => return None,
    })
}

/// Which side of a quotation a mark stands on: by its surroundings where they are plain, else by its turn.
fn side(reader: &Reader<'_>, at: usize, turn: Turn, open: bool) -> Turn {
    let before = free_before(reader, at);
    let after = free_after(reader, at);
    match (before, after) {
        (true, false) => Turn::Open,
        (false, true) if open => Turn::Close,
        (false, true) => Turn::Either,
        (false, false) if open && turn != Turn::Close && !opens_speech(reader, at) => Turn::Close,
        (false, false) if turn == Turn::Close && !open => Turn::Open,
        (_, _) if turn == Turn::Either => {
            if open {
                Turn::Close
            } else {
                Turn::Open
            }
        }
        (_, _) => turn,
    }
}

/// Whether the mark follows a comma or colon that leads into speech.
fn opens_speech(reader: &Reader<'_>, at: usize) -> bool {
    at > 0 && matches!(reader.word(at - 1), "," | ":" | "(" | "[")
}

/// Whether space, a dash, a bracket or another opening mark stands before the mark.
fn free_before(reader: &Reader<'_>, at: usize) -> bool {
    let opening = |word: &str| matches!(word, "“" | "‘" | "«" | "(" | "[" | "—" | "–" | "-" | "„");
    reader.tokens[at].spaced || at == 0 || opening(reader.word(at - 1))
}

/// Whether space, the end, or a mark that follows a quotation stands after the mark.
fn free_after(reader: &Reader<'_>, at: usize) -> bool {
    let ending = |word: &str| {
        matches!(word, "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "—" | "–" | "-" | "”" | "»" | "…")
            || (matches!(word, "’" | "'" | "\"") && reader.word(at) != word)
    };
    reader
        .token(at + 1)
        .is_none_or(|next| next.spaced || next.kind == TokenKind::Break || ending(next.span.text(reader.text)))
}

/// A single mark that is an apostrophe: "states' rights", "'90s", "he’ s", "rock 'n' roll".
fn is_apostrophe(reader: &Reader<'_>, at: usize, open: bool) -> bool {
    let next = reader.word(at + 1);
    let after_word = at > 0 && !reader.tokens[at].spaced && reader.kind(at - 1) == Some(TokenKind::Word);
    if after_word && matches!(next, "s" | "t" | "m" | "d" | "re" | "ve" | "ll") {
        return true;
    }
    let before_word = reader.token(at + 1).is_some_and(|token| !token.spaced);
    if free_before(reader, at) && before_word {
        let digits = reader.kind(at + 1) == Some(TokenKind::Digits) && reader.word(at) != "‘";
        return digits || matches!(next, "em" | "n" | "til" | "cause" | "tis");
    }
    after_word && (!open || possessive(reader, at))
}

/// "states' rights" inside a quotation: a plural, a lower-case word, and a better closing mark to come.
fn possessive(reader: &Reader<'_>, at: usize) -> bool {
    let plural = reader.word(at - 1).ends_with('s');
    let goes_on = reader.token(at + 1).is_some_and(|next| next.spaced && next.kind == TokenKind::Word && !next.capital);
    plural && goes_on && closes_later(reader, at + 1)
}

/// Whether another single mark closes before the paragraph or another opening mark.
fn closes_later(reader: &Reader<'_>, from: usize) -> bool {
    const REACH: usize = 60;
    let marks =
        (from..reader.tokens.len().min(from + REACH)).take_while(|&at| reader.kind(at) != Some(TokenKind::Break));
    let mut singles = marks.filter(|&at| matches!(reader.word(at), "'" | "’" | "‘"));
    singles.next().is_some_and(|at| !reader.tokens[at].spaced && free_after(reader, at))
}

#[cfg(test)]
mod tests {
    use super::layers;
    use crate::lexicon::Lexicon;
    use crate::mention::{Reader, sentence, tokenize};

    fn found(text: &str) -> (Vec<&str>, Vec<&str>) {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        let lexicon = Lexicon::default();
        let reader = Reader { text, tokens: &tokens, lexicon: &lexicon, published: None };
        let (quotations, parentheses) = layers(&reader, &sentence::lay_out(&reader).paragraphs);
        let inner = quotations.iter().map(|quotation| quotation.inner.text(text)).collect();
        (inner, parentheses.iter().map(|span| span.text(text)).collect())
    }

    #[test]
    fn marks_of_all_styles() {
        for (text, inner) in [
            ("He said \"we go\" and \"we stay\".", vec!["we go", "we stay"]),
            ("He said “we go” and left.", vec!["we go"]),
            ("Sie sagte «wir gehen».", vec!["wir gehen"]),
            ("‘The dogs’ bowls aren’t full,’ he said.", vec!["The dogs’ bowls aren’t full,"]),
            ("'It's late,' she said. 'We don't know.'", vec!["It's late,", "We don't know."]),
            ("The '90s were the teachers' best years.", vec![]),
            ("“He told me ‘run’ twice,” she said.", vec!["He told me ‘run’ twice,", "run"]),
            ("to stop ”a great wrong” there", vec!["a great wrong"]),
            ("a “strong word“ was used", vec!["strong word"]),
            ("an “odd mark was left open. Then “this one” closed.", vec!["this one"]),
            ("he stated:’This is the road.’", vec!["This is the road."]),
            ("it doesn’ t matter, he’ s gone", vec![]),
            ("a 6\" pipe", vec![]),
        ] {
            assert_eq!(found(text).0, inner, "{text}");
        }
    }

    #[test]
    fn a_quotation_reopened_in_the_next_paragraph_runs_to_the_end_of_the_first() {
        let text = "“We came early.\n\n“We left late,” he said.";
        assert_eq!(found(text).0, vec!["We came early.", "We left late,"]);
        assert!(found("“We came early.\n\nHe left.").0.is_empty());
    }

    #[test]
    fn parentheses_nest_and_the_unbalanced_are_dropped() {
        assert_eq!(found("a (b [c] d) e) f (g").1, vec!["(b [c] d)", "[c]"]);
    }
}
