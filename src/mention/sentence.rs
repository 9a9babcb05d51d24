//! Sentences and paragraphs, split over the tokens before any leaf is read.
//!
//! A full stop ends a sentence unless the word before it is an abbreviation that goes on, or the word after it is lower
//! case. A single line break ends a paragraph only where the writer broke the line on purpose: in hard-wrapped text the
//! line is full, that is, the next word would not have fitted into the widest line of its block.

use std::sync::LazyLock;

use super::class::STOP;
use super::{Leaf, Reader, Token, TokenKind, Vocabulary};
use crate::article::Span;

/// Hardly anybody wraps text by hand at a width above this; a block with a longer line has a paragraph on each line.
const WIDEST_WRAP: usize = 130;
/// Up to this width a full line that ends inside a sentence is wrapped all the same: a paragraph ends with a stop.
const WIDEST_IN_SENTENCE: usize = 200;
/// A block whose widest line is shorter than this is a list or a run of headlines.
const NARROWEST_WRAP: usize = 45;

/// Tokens after which a sentence ends at the next comma or semicolon: no writer's sentence is that long, but a table or a list run
/// together may be, and what looks at a whole sentence for each figure would take time without bound.
const LONGEST: usize = 400;

/// Paragraphs and sentences, in order.
pub(super) struct Layout {
    pub(super) paragraphs: Vec<Span>,
    pub(super) sentences: Vec<Span>,
}

/// Lays out the text of a reader.
pub(super) fn lay_out(reader: &Reader<'_>) -> Layout {
    let hard = hard_breaks(reader);
    let mut layout = Layout { paragraphs: Vec::new(), sentences: Vec::new() };
    let mut first = 0;
    for &end in hard.iter().chain(std::iter::once(&reader.tokens.len())) {
        split_paragraph(reader, first, end, &mut layout);
        first = end + 1;
    }
    layout
}

/// Joins sentences that a leaf straddles: a leaf knows more than a full stop.
pub(super) fn join_straddled(sentences: &mut Vec<Span>, leaves: &[Leaf]) {
    let mut leaves = leaves.iter().peekable();
    let mut joined: Vec<Span> = Vec::with_capacity(sentences.len());
    for &sentence in sentences.iter() {
        let mut held = sentence;
        if joined.last().is_some_and(|last| last.end() > sentence.start()) {
            held = joined.pop().map_or(sentence, |last| last.cover(sentence));
        }
        while let Some(leaf) = leaves.next_if(|leaf| leaf.span.start() < held.end()) {
            held = held.cover(leaf.span);
        }
        joined.push(held);
    }
    *sentences = joined;
}

/// Whether a sentence begins at this token: the word's capital then says nothing.
pub(super) fn begins(reader: &Reader<'_>, at: usize) -> bool {
    let mut before = at;
    while before > 0 && is_quote_or_bracket(reader.word(before - 1)) {
        before -= 1;
    }
    let Some(last) = before.checked_sub(1) else { return true };
    match reader.kind(last) {
        Some(TokenKind::Break) => true,
        Some(TokenKind::Mark) if matches!(reader.word(last), ":" | "•" | "*" | "|" | "—" | "–" | "…") => true,
        Some(TokenKind::Mark) if matches!(reader.word(last), "-" | "/") => reader.tokens[last].spaced,
        Some(TokenKind::Mark) => is_stop(reader.word(last)) && ends_after(reader, last).is_some(),
        _ => before < at && matches!(reader.word(at - 1), "\"" | "“" | "‘" | "«"),
    }
}

/// The indices of the breaks that end a paragraph.
fn hard_breaks(reader: &Reader<'_>) -> Vec<usize> {
    let breaks: Vec<usize> =
        reader.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Break).map(|(at, _)| at).collect();
    let mut hard = Vec::with_capacity(breaks.len());
    let mut block = 0;
    for end in 0..=breaks.len() {
        if end == breaks.len() || is_blank_line(reader.word(breaks[end])) {
            let start = if block == 0 { 0 } else { reader.tokens[breaks[block - 1]].span.end() };
            hard_in_block(reader, &breaks[block..end], start, &mut hard);
            hard.extend(breaks.get(end));
            block = end + 1;
        }
    }
    hard
}

/// The single breaks inside one block that its writer meant.
fn hard_in_block(reader: &Reader<'_>, breaks: &[usize], start: usize, hard: &mut Vec<usize>) {
    let mut widest = 0;
    let mut line = start;
    for &at in breaks {
        widest = widest.max(reader.tokens[at].span.start() - line);
        line = reader.tokens[at].span.end();
    }
    let last = breaks.last().map_or(0, |&at| line_length(reader, at));
    widest = widest.max(last);
    line = start;
    for &at in breaks {
        let length = reader.tokens[at].span.start() - line;
        let next = reader.token(at + 1).map_or(0, |token| token.span.len());
        let widest_wrap = if ends_inside_sentence(reader, at) { WIDEST_IN_SENTENCE } else { WIDEST_WRAP };
        let full = (NARROWEST_WRAP..=widest_wrap).contains(&widest) && length + 1 + next > widest;
        if !full {
            hard.push(at);
        }
        line = reader.tokens[at].span.end();
    }
}

/// Whether the line before a break ends with a word or a comma.
fn ends_inside_sentence(reader: &Reader<'_>, at: usize) -> bool {
    let last = at.checked_sub(1).filter(|&last| reader.token(last).is_some());
    last.is_some_and(|last| reader.kind(last) != Some(TokenKind::Mark) || reader.word(last) == ",")
}

/// The length of the line after a break.
fn line_length(reader: &Reader<'_>, at: usize) -> usize {
    let start = reader.tokens[at].span.end();
    let rest = &reader.tokens[at + 1..];
    let end = rest.iter().find(|t| t.kind == TokenKind::Break).map_or(reader.text.len(), |t| t.span.start());
    end - start
}

fn is_blank_line(line_break: &str) -> bool {
    let feeds = line_break.bytes().filter(|&byte| byte == b'\n').count();
    let returns = line_break.bytes().filter(|&byte| byte == b'\r').count();
    feeds.max(returns) > 1
}

/// Splits the tokens `first..end` into sentences.
fn split_paragraph(reader: &Reader<'_>, first: usize, end: usize, layout: &mut Layout) {
    let Some(paragraph) = trimmed(reader, first, end) else { return };
    layout.paragraphs.push(paragraph);
    let mut start = first;
    let mut at = first;
    while at < end {
        let token = &reader.tokens[at];
        let stop = token.may_be(STOP) && token.kind == TokenKind::Mark && is_stop(reader.word(at));
        at = match stop.then(|| ends_after(reader, at)).flatten() {
            Some(next) if next < end => {
                layout.sentences.extend(trimmed(reader, start, next));
                start = next;
                next
            }
            _ if at >= start + LONGEST && at + 1 < end && is_list_mark(reader, at) => {
                layout.sentences.extend(trimmed(reader, start, at + 1));
                start = at + 1;
                at + 1
            }
            _ => at + 1,
        };
    }
    layout.sentences.extend(trimmed(reader, start, end));
}

/// The span of the tokens `first..end` without the breaks around them.
fn trimmed(reader: &Reader<'_>, mut first: usize, mut end: usize) -> Option<Span> {
    while first < end && reader.kind(first) == Some(TokenKind::Break) {
        first += 1;
    }
    while end > first && reader.kind(end - 1) == Some(TokenKind::Break) {
        end -= 1;
    }
    (first < end).then(|| reader.span(first, end - 1))
}

/// A comma or semicolon between items, not inside a figure.
fn is_list_mark(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens[at].kind == TokenKind::Mark && matches!(reader.word(at), "," | ";")
}

/// The marks that may end a sentence.
pub(super) const STOPS: [&str; 5] = [".", "!", "?", "…", "。"];

fn is_stop(mark: &str) -> bool {
    STOPS.contains(&mark)
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | "»" | "›" | ")" | "]" | "“" | "‘")
}

fn is_quote_or_bracket(mark: &str) -> bool {
    is_closing(mark) || matches!(mark, "«" | "„" | "‹" | "(" | "[")
}

/// The first token of the next sentence, if one ends with the stop at `stop`.
fn ends_after(reader: &Reader<'_>, stop: usize) -> Option<usize> {
    let mut last = stop;
    while reader.token(last + 1).is_some_and(|t| !t.spaced && is_stop(reader.word(last + 1))) {
        last += 1;
    }
    let mut next = last + 1;
    while reader.token(next).is_some_and(|t| !t.spaced && t.kind == TokenKind::Mark && is_closing(reader.word(next))) {
        next += 1;
    }
    let quoted = next > last + 1;
    // A mark that stands unspaced before a glued word opens the next sentence rather than closing this one.
    if quoted && reader.token(next).is_some_and(|t| !t.spaced && t.kind == TokenKind::Word) {
        next -= usize::from(matches!(reader.word(next - 1), "“" | "‘"));
    }
    let follows = skip_soft(reader, next);
    let opening = reader.token(follows)?;
    let gap = opening.spaced || follows > next || quoted;
    let full_stop = reader.word(last) == "." && last == stop;
    (goes_on(reader, stop, last, follows, gap, quoted, full_stop)).then_some(next)
}

/// Past a soft line break.
fn skip_soft(reader: &Reader<'_>, at: usize) -> usize {
    at + usize::from(reader.kind(at) == Some(TokenKind::Break))
}

/// Whether a new sentence follows the stops `stop..=last`.
fn goes_on(
    reader: &Reader<'_>,
    stop: usize,
    last: usize,
    next: usize,
    gap: bool,
    quoted: bool,
    full_stop: bool,
) -> bool {
    if !gap {
        return glued(reader, stop, last, next);
    }
    let word = first_word(reader, next);
    let Some(opening) = reader.token(word) else { return true };
    let can_open =
        opening.capital || opening.kind == TokenKind::Digits || !opening.kind.is_word_of_lower_script(reader, word);
    if !can_open || (quoted && speaker_follows(reader, word)) {
        return false;
    }
    !full_stop || quoted || !abbreviates(reader, stop, word)
}

impl TokenKind {
    /// Whether a token is a word that begins with a lower-case letter (scripts without case have none).
    fn is_word_of_lower_script(self, reader: &Reader<'_>, at: usize) -> bool {
        match self {
            Self::Word => reader.word(at).chars().next().is_some_and(char::is_lowercase),
            Self::Mark => matches!(reader.word(at), "," | ";" | ":" | ")" | "]" | "%" | "/" | "." | "?" | "!"),
            Self::Digits | Self::Break => false,
        }
    }
}

/// The first word at or after opening marks.
fn first_word(reader: &Reader<'_>, mut at: usize) -> usize {
    while reader.kind(at) == Some(TokenKind::Mark) && is_quote_or_bracket(reader.word(at)) {
        at += 1;
    }
    at
}

/// "hospital.All": a lower-case word, a stop, and a capitalised word without a space.
fn glued(reader: &Reader<'_>, stop: usize, last: usize, next: usize) -> bool {
    let Some(before) = stop.checked_sub(1).and_then(|at| reader.token(at)) else { return false };
    let after = reader.word(next);
    let plain = |word: &str| word.len() > 1 && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let capital = reader.token(next).is_some_and(|token| token.capital && token.kind == TokenKind::Word);
    let solid =
        before.kind == TokenKind::Word && plain(before.span.text(reader.text)) && !before.spaced_mark(reader, stop);
    capital && solid && (plain(after) || matches!(after, "A" | "I")) && last - stop < 3 && !is_domain(after)
}

impl Token {
    /// Whether the token before the stop is itself set off by a mark ("www.Name", "@name.Other").
    fn spaced_mark(&self, reader: &Reader<'_>, stop: usize) -> bool {
        stop >= 2 && matches!(reader.word(stop - 2), "@" | "/" | "." | "_") && !self.spaced
    }
}

fn is_domain(word: &str) -> bool {
    ["com", "org", "net", "gov", "edu", "co", "tv"].iter().any(|domain| word.eq_ignore_ascii_case(domain))
}

/// `"Why?" Biden asked`: after a closing mark, a name of one to three words and a verb of saying belong to the quotation.
fn speaker_follows(reader: &Reader<'_>, at: usize) -> bool {
    (at..at + 4).take_while(|&i| reader.kind(i) == Some(TokenKind::Word)).any(|i| says(reader, i))
        || (at + 1..at + 3).any(|i| reader.is(i, "said") && reader.word(i - 1) != "who")
}

/// Whether the token is a verb of saying in the past or present.
pub(super) fn says(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| SAYING.get(token).is_some())
}

static SAYING: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let verbs = "said says told tells asked asks added adds wrote writes tweeted replied replies insisted insists warned \
                 warns stated states announced declared declares explained explains argued argues claimed claims \
                 noted notes reported acknowledged admitted confirmed denied recalled remarked responded testified \
                 vowed urged shouted concluded continued stressed emphasised emphasized";
    Vocabulary::new(verbs.split_whitespace().map(|verb| (verb, ())))
});

/// How an abbreviation goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Abbreviation {
    /// Always followed by what it abbreviates: "Mr.", "Gen.", "vs.".
    Before,
    /// May end a sentence, but only before a word that begins one: "U.S.", "Inc.", "Calif.".
    Either,
    /// Goes on before a figure only: "No. 5", "Jan. 6".
    Figure,
}

static ABBREVIATIONS: LazyLock<Vocabulary<Abbreviation>> = LazyLock::new(|| {
    let before = "mr mrs ms mx dr prof gen lt col sgt capt cpl pvt maj adm cmdr cdr brig det insp supt rep reps sen \
                  sens gov govs rev fr hon st mt ft vs msgr amb pres atty e.g i.e cf messrs gens spc pfc cllr";
    let either = "inc corp co ltd llc plc jr sr bros etc al ave blvd rd dept est univ assn calif fla tex mass conn \
                  colo ariz ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn va vt wash wis wyo ala \
                  ark del ga ph esq intl govt approx";
    let figure = "no nos jan feb mar apr jun jul aug sep sept oct nov dec p pp art sec fig vol ch";
    let tagged = |words: &'static str, kind| words.split_whitespace().map(move |word| (word, kind));
    Vocabulary::new(
        tagged(before, Abbreviation::Before)
            .chain(tagged(either, Abbreviation::Either))
            .chain(tagged(figure, Abbreviation::Figure)),
    )
});

/// Words that, capitalised after an abbreviation, begin a new sentence rather than go on with a name.
static STARTERS: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let words = "the a an he she it they we you i his her its their our this that these those there here in on at after \
                 before when while as if but and so yet however meanwhile although though since for from by with \
                 according many most some several police officials authorities what who how why earlier later also \
                 no not one two three four five six to during despite under last both each all another other then";
    Vocabulary::new(words.split_whitespace().map(|word| (word, ())))
});

/// Whether the full stop at `stop` belongs to an abbreviation, given the word at `next`.
fn abbreviates(reader: &Reader<'_>, stop: usize, next: usize) -> bool {
    let Some(at) = stop.checked_sub(1) else { return false };
    let token = &reader.tokens[at];
    if reader.tokens[stop].spaced {
        return false;
    }
    match token.kind {
        TokenKind::Digits => numbers_item(reader, at),
        TokenKind::Word => match ABBREVIATIONS.get(token) {
            _ if token.span.len() == 1 => letter_goes_on(reader, at, next),
            Some(Abbreviation::Before) => true,
            Some(Abbreviation::Either) => token.capital && !starts(reader, next),
            Some(Abbreviation::Figure) => reader.kind(next) == Some(TokenKind::Digits),
            None => false,
        },
        _ => false,
    }
}

/// "1. First item": a number that opens a line is no sentence.
fn numbers_item(reader: &Reader<'_>, at: usize) -> bool {
    at == 0 || reader.kind(at - 1) == Some(TokenKind::Break)
}

/// A single letter before a stop: an initial, "U.S.", "p.m.".
fn letter_goes_on(reader: &Reader<'_>, at: usize, next: usize) -> bool {
    let dotted = at >= 2 && reader.is(at - 1, ".") && !reader.tokens[at].spaced;
    let clock = dotted && reader.is(at, "m") && (reader.is(at - 2, "a") || reader.is(at - 2, "p"));
    if clock {
        return is_time_word(reader.word(next)) || reader.kind(next) == Some(TokenKind::Mark);
    }
    if reader.is(at, "I") && !dotted && !reader.token(at.wrapping_sub(1)).is_some_and(|before| before.capital) {
        return false;
    }
    !starts(reader, next) || reader.tokens[at].span.text(reader.text) == "v"
}

/// What may follow a clock time inside a sentence.
fn is_time_word(word: &str) -> bool {
    let zone = word.len() <= 4 && word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Pacific"];
    zone || names.contains(&word) || matches!(word, "Central" | "Mountain" | "Greenwich" | "Moscow" | "Kyiv" | "Kiev")
}

fn starts(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| STARTERS.get(token).is_some())
}

#[cfg(test)]
mod tests {
    use super::lay_out;
    use crate::lexicon::Lexicon;
    use crate::mention::{Reader, tokenize};

    fn split(text: &str) -> (Vec<&str>, Vec<&str>) {
        let mut tokens = Vec::new();
        tokenize(text, &mut tokens);
        let lexicon = Lexicon::default();
        let layout = lay_out(&Reader { text, tokens: &tokens, lexicon: &lexicon, published: None });
        let words = |spans: &[crate::article::Span]| spans.iter().map(|span| span.text(text)).collect();
        (words(&layout.sentences), words(&layout.paragraphs))
    }

    #[test]
    fn stops_that_end_a_sentence_and_stops_that_do_not() {
        for (text, count) in [
            ("The U.S. President spoke. He left the U.S. He did not return.", 3),
            ("Mr. Adams met Gen. Milo B. Stone and Dr. Ray. They ate.", 2),
            ("WELLBROOK, D.C. (AP) — Two boats sank. Nobody was hurt.", 2),
            ("It cost $6.9 billion. That was too much.", 2),
            ("They met at 3 p.m. on Monday. At 5 p.m. They left.", 3),
            ("See No. 5 on the list. On Jan. 6 it rained.", 2),
            ("They fled to the hospital.All of them lived.", 2),
            ("He waited... and waited… Then he went.", 2),
            ("“We won.” The crowd sang. “Why?” Mira Stone asked. \"Go!\" he said.", 4),
            ("What?! Nobody knew.", 2),
            ("He is from Fresno, Calif. and works there.", 1),
            ("Visit www.example.com today.", 1),
            ("Acme Inc. The firm makes traps.", 2),
            ("1. Boil water. 2 eggs follow.", 2),
            ("Plan A. Then plan B.", 2),
            ("(They were late.) Nobody cared.", 2),
            ("‘They have gone.’ Nobody cared.", 2),
            ("In 2014. 12 people died.", 2),
            ("", 0),
            ("...", 1),
        ] {
            let (sentences, _) = split(text);
            assert_eq!(sentences.len(), count, "{text}: {sentences:?}");
        }
    }

    #[test]
    fn paragraphs_end_where_the_writer_meant_it() {
        let wrapped = "The mayor of the small town on the river said on Sunday that the\nbridge would stay shut until \
                       the flood had gone. Engineers were\nlooking at its piers.\n\nA second paragraph.";
        let (sentences, paragraphs) = split(wrapped);
        assert_eq!((sentences.len(), paragraphs.len()), (3, 2), "{sentences:?}");
        let long = format!("{}.\n{}.\nShort one.", "word ".repeat(40).trim(), "word ".repeat(50).trim());
        assert_eq!(split(&long).1.len(), 3);
        assert_eq!(split("A headline without a stop\nSecond line here\nThird").1.len(), 3);
        assert_eq!(split("One.\r\n\r\nTwo.").1.len(), 2);
    }
}
