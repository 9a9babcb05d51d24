//! Reported words: clauses without quotation marks whose construction shows that they give somebody's words: "his remarks
//! that …", "stating that …", "he stated, this cannot go on".
//!
//! Every second sentence of news reports what somebody said. Only what others may quote literally is worth keeping: a
//! commitment, a refusal, a demand. So a clause must hold a modal verb or a negation.

use std::sync::LazyLock;

use super::class::SPEECH;
use super::{LeafKind, Mentions, Quotation, QuotationKind, Reader, Token, TokenKind, Vocabulary, words};
use crate::article::Span;
use crate::lexicon::Telling;

/// Fewer words are no statement, more are a summary of one.
const WORDS: std::ops::RangeInclusive<usize> = 4..=25;

/// Nouns of speech, of which "that" gives the words.
pub(super) const NOUNS: [&str; 9] =
    ["remark", "remarks", "comment", "comments", "statement", "statements", "words", "assertion", "claim"];

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
    while let Some(token) = reader.tokens.get(at) {
        let Some((first, last)) = stretch(reader, mentions, at, token) else {
            at += 1;
            continue;
        };
        at += 1;
        if let Some(inner) = (last > first).then(|| reader.span(first, last - 1))
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

/// The tokens of the reported words that the word at `at` leads into.
#[inline]
fn stretch(reader: &Reader<'_>, mentions: &Mentions, at: usize, token: &Token) -> Option<(usize, usize)> {
    // Most words lead into nothing, and this is quickly seen.
    let telling = reader.lexicon.telling_of(token.key).filter(|_| token.kind == TokenKind::Word);
    if telling.is_none() && !token.may_be(SPEECH) {
        return None;
    }
    if let Some(first) = opens(reader, at, telling) {
        let (last, words) = clause(reader, first);
        return words.map(|()| (first, last));
    }
    if telling == Some(Telling::Naming) { name_given(reader, mentions, at) } else { None }
}

/// A name that somebody gives somebody: "called her a coward", "referred to Stone as a coward"; at most two words.
fn name_given(reader: &Reader<'_>, mentions: &Mentions, at: usize) -> Option<(usize, usize)> {
    let whom = at + 1 + usize::from(reader.is(at + 1, "to"));
    let mut next = whom_ends(reader, mentions, whom)?;
    next += usize::from(reader.is(next, "as"));
    if !(reader.is(next, "a") || reader.is(next, "an")) {
        return None;
    }
    let first = next + 1;
    let word = |at: usize| reader.kind(at) == Some(TokenKind::Word) && !closes(reader, at);
    let last = first + usize::from(word(first)) + usize::from(word(first) && word(first + 1));
    (last > first && (reader.kind(last) != Some(TokenKind::Word) || closes(reader, last))).then_some((first, last))
}

/// The token after whoever is named: a pronoun or a person.
fn whom_ends(reader: &Reader<'_>, mentions: &Mentions, at: usize) -> Option<usize> {
    if reader.is_any(at, words!["him", "her", "them"]) {
        return Some(at + 1);
    }
    let start = reader.token(at)?.span.start();
    let leaf = mentions.leaves.binary_search_by_key(&start, |leaf| leaf.span.start()).ok()?;
    let leaf = mentions.leaves[leaf];
    let inside = reader.tokens[at..].iter().take_while(|token| token.span.start() < leaf.span.end()).count();
    (leaf.kind == LeafKind::Person).then_some(at + inside)
}

/// Whether a word cannot belong to a name that is given.
fn closes(reader: &Reader<'_>, at: usize) -> bool {
    let words = words![
        "and", "or", "but", "who", "that", "which", "in", "on", "at", "for", "of", "over", "after", "during", "while",
        "when", "as", "because", "by", "with", "to", "from", "before", "if", "last", "this", "day", "week", "month",
        "year", "hour", "minute", "moment", "second", "night", "taxi", "cab", "doctor",
    ];
    reader.is_any(at, words)
}

/// The first token of a clause that the word at `at` leads into.
fn opens(reader: &Reader<'_>, at: usize, telling: Option<Telling>) -> Option<usize> {
    let that = reader.is(at + 1, "that");
    if !that && !reader.is(at + 1, ",") {
        return None;
    }
    if that && NOUNS.iter().any(|noun| reader.is(at, noun)) {
        // "a statement that said …" is a relative clause.
        let verb = reader.token(at + 2).and_then(|next| reader.lexicon.telling_of(next.key));
        return verb.is_none().then_some(at + 2);
    }
    let saying = matches!(telling?, Telling::Saying | Telling::Quoting);
    let comma = reader.is(at + 1, ",") && reader.is_any(at + 2, words!["this", "that", "these", "we", "i"]);
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
                commits |= COMMITTING.get(token).is_some();
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
    reader.is_any(at, words!["but", "while", "although", "though", "whereas", "after", "before"])
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
            ("Paul Hill called her a coward.", vec!["coward"]),
            ("Paul Hill referred to Emmanuel Macron as a brave man during a visit.", vec!["brave man"]),
            ("Paul Hill called for a vote.", vec![]),
            ("Paul Hill called her a day before the vote.", vec![]),
            ("The mayor said that the town sold its harbour.", vec![]),
            ("The mayor said that it \"will never\" sell the harbour.", vec![]),
        ] {
            assert_eq!(found(text), clauses, "{text}");
        }
    }
}
