//! What the scanner passed over: figures that are none, with the reason, for explanations.

use super::{Mentions, Reader, TokenKind, nonfigure, tokenize};
use crate::article::{Article, Span};
use crate::lexicon::Lexicon;

/// Something in digits, or in the words of a number, that was not read as a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// Where.
    pub span: Span,
    /// Why.
    pub reason: &'static str,
}

/// What a stretch of an article holds that looks like a figure and was read as none. It scans the article's tokens once more, so
/// it is for one sentence that is looked at, not for every one.
pub fn passed_over(article: &Article, lexicon: &Lexicon, mentions: &Mentions, within: Span) -> Vec<PassedOver> {
    let mut tokens = Vec::new();
    tokenize(article.text(), &mut tokens);
    let published = article.published.as_ref().map(|dated| dated.value);
    let reader = Reader { text: article.text(), tokens: &tokens, lexicon, published };
    let mut passed = Vec::new();
    let mut at = tokens.partition_point(|token| token.span.start() < within.start());
    while at < tokens.len() && tokens[at].span.start() < within.end() {
        at = look(&reader, at, mentions, &mut passed);
    }
    passed
}

/// Looks at one token, unless a leaf covers it; the next token to look at.
fn look(reader: &Reader<'_>, at: usize, mentions: &Mentions, passed: &mut Vec<PassedOver>) -> usize {
    let span = reader.tokens[at].span;
    let covered = |span: Span| {
        let first = mentions.leaves.partition_point(|leaf| leaf.span.end() <= span.start());
        mentions.leaves.get(first).is_some_and(|leaf| leaf.span.overlaps(span))
    };
    if covered(span) {
        return at + 1;
    }
    if let (Some(reason), Some(next)) = (nonfigure::reason(reader, at), nonfigure::skip(reader, at)) {
        let next = next.clamp(at + 1, reader.tokens.len());
        let span = reader.span(at, next - 1);
        if !covered(span) {
            passed.push(PassedOver { span, reason });
        }
        return next;
    }
    if reader.kind(at) == Some(TokenKind::Digits) {
        passed.push(PassedOver { span, reason: "digits in no form that is read as a figure or a date" });
    }
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::scan;

    #[test]
    fn what_is_no_figure_is_told_with_its_reason() {
        let text = "Flight 815 left at 11:45 with 200 people; the team lost 3-1 and no one called 911.";
        let article = Article::plain("text", text, None);
        let mentions = scan(&article, Lexicon::embedded());
        let whole = Span::of(0, text.len());
        let passed = passed_over(&article, Lexicon::embedded(), &mentions, whole);
        let told: Vec<(&str, &str)> = passed.iter().map(|passed| (passed.span.text(text), passed.reason)).collect();
        assert_eq!(
            told,
            [
                ("Flight 815", "the number of a thing, not how many"),
                ("11:45", "a time of day"),
                ("3-1", "a score"),
                ("no one", "a pronoun"),
                ("911", "a number to call"),
            ]
        );
    }
}
