//! Reported words: clauses without quotation marks whose construction shows that they give somebody's words: "his remarks
//! that …", "stating that …", "he stated, this cannot go on".
//!
//! Every second sentence of news reports what somebody said. Only what others may quote literally is worth keeping: a
//! commitment, a refusal, a demand. So a clause must hold a modal verb or a negation.

use std::sync::LazyLock;

use super::{LeafKind, Mentions, Quotation, QuotationKind, Reader, TokenKind, Vocabulary};
use crate::article::Span;
use crate::lexicon::Telling;

/// Fewer words are no statement, more are a summary of one.
const WORDS: std::ops::RangeInclusive<usize> = 4..=25;

/// Nouns of speech, of which "that" gives the words.
static NOUNS: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let nouns = ["remark", "remarks", "comment", "comments", "statement", "statements", "words", "assertion", "claim"];
    Vocabulary::new(nouns.map(|noun| (noun, ())))
});

/// Modal verbs and negations: what they stand in commits the one who says it.
static COMMITTING: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let words = [
        "cannot",
        "can't",
        "can’t",
        "must",
        "should",
        "shall",
        "will",
        "won't",
        "won’t",
        "never",
        "not",
        "shouldn't",
        "shouldn’t",
        "mustn't",
        "no",
        "nobody",
        "nothing",
        "unable",
        "ready",
        "open",
    ];
    Vocabulary::new(words.map(|word| (word, ())))
});

/// Adds the reported clauses of every sentence to the quotations, which stay sorted.
pub(super) fn add(reader: &Reader<'_>, mentions: &mut Mentions) {
    let mut found = Vec::new();
    let mut utterance = mentions.quotations.iter().map(|quotation| quotation.utterance + 1).max().unwrap_or(0);
    let mut at = 0;
    while at < reader.tokens.len() {
        let Some(first) = opens(reader, at) else {
            at += 1;
            continue;
        };
        let (last, words) = clause(reader, first);
        at += 1;
        if let Some(inner) = words.filter(|()| last > first).map(|()| reader.span(first, last - 1))
            && !mentions.quotations.iter().any(|quotation| quotation.span.overlaps(inner))
        {
            let inner = without_day(reader, mentions, inner);
            found.push(Quotation { span: inner, inner, kind: QuotationKind::Reported, utterance });
            utterance += 1;
            at = last;
        }
    }
    if !found.is_empty() {
        mentions.quotations.extend(found);
        mentions.quotations.sort_by_key(|piece| (piece.span.start(), std::cmp::Reverse(piece.span.end())));
    }
}

/// The first token of a clause that the word at `at` leads into.
fn opens(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let that = reader.is(at + 1, "that");
    if !that && !reader.is(at + 1, ",") {
        return None;
    }
    let token = reader.token(at).filter(|token| token.kind == TokenKind::Word)?;
    if that && NOUNS.get(reader.text, token).is_some() {
        return Some(at + 2);
    }
    let saying = matches!(reader.lexicon.telling_of(token.key)?, Telling::Saying | Telling::Quoting);
    let comma = reader.is(at + 1, ",") && ["this", "that", "these", "we", "i"].iter().any(|w| reader.is(at + 2, w));
    (saying && (that || comma)).then_some(at + 2)
}

/// The token after a clause that begins at `first`, and whether its words are such as others may quote.
fn clause(reader: &Reader<'_>, first: usize) -> (usize, Option<()>) {
    let (mut at, mut words, mut commits) = (first, 0, false);
    while let Some(token) = reader.token(at) {
        match token.kind {
            TokenKind::Break => break,
            TokenKind::Mark if ends(reader, at) => break,
            TokenKind::Word if at > first && turns(reader, at) => break,
            TokenKind::Word => {
                words += 1;
                commits |= COMMITTING.get(reader.text, token).is_some();
            }
            TokenKind::Digits => words += 1,
            TokenKind::Mark => {}
        }
        at += 1;
    }
    (at, (commits && WORDS.contains(&words)).then_some(()))
}

/// A clause without the day at its end and what follows it: "on Sunday in Warsaw" says when it was said.
fn without_day(reader: &Reader<'_>, mentions: &Mentions, clause: Span) -> Span {
    let mut leaves = mentions.leaves[mentions.leaves_in(clause)].iter().rev();
    let Some(day) = leaves.find(|leaf| leaf.kind == LeafKind::Date) else { return clause };
    let before = clause.text(reader.text)[..day.span.start() - clause.start()].trim_end();
    let kept = before.strip_suffix(" on").filter(|kept| kept.split_whitespace().count() >= *WORDS.start());
    kept.map_or(clause, |kept| Span::of(clause.start(), clause.start() + kept.trim_end().len()))
}

/// Whether a mark ends a clause.
fn ends(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.word(at), "." | "!" | "?" | ";" | ":" | "—" | "–" | "…" | "“" | "”" | "\"" | "," | "«" | "»")
}

/// Whether a word opens another clause.
fn turns(reader: &Reader<'_>, at: usize) -> bool {
    ["but", "while", "although", "though", "whereas", "after", "before"].iter().any(|word| reader.is(at, word))
}

/// Where a clause stands, for tests.
#[cfg(test)]
fn found(text: &str) -> Vec<String> {
    use crate::article::Article;
    use crate::lexicon::Lexicon;
    let mentions = super::scan(&Article::plain("test", text, None), Lexicon::embedded());
    let reported = mentions.quotations.iter().filter(|quotation| quotation.kind == QuotationKind::Reported);
    reported.map(|quotation| quotation.inner.text(text).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn clauses_that_commit_somebody() {
        for (text, clauses) in [
            ("He stood by his remarks that the mayor must resign.", vec!["the mayor must resign"]),
            ("She stated, this bridge cannot be saved.", vec!["this bridge cannot be saved"]),
            (
                "The mayor said that the town will never sell its harbour, a day later.",
                vec!["the town will never sell its harbour"],
            ),
            ("The mayor said that the town sold its harbour.", vec![]),
            ("The mayor said that it \"will never\" sell the harbour.", vec![]),
        ] {
            assert_eq!(found(text), clauses, "{text}");
        }
    }
}
