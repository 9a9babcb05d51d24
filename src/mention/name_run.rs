//! Capitalised runs beyond the lexicon: how far they reach, and whether they name a person, an organisation or something
//! unknown.

use std::sync::LazyLock;

use super::class::{GENITIVE, ORGANISATION};
use super::name::Draft;
use super::name_match::{bare, before_region, longest};
use super::name_words::{Part, is_particle, part_of_name};
use super::{LeafKind, Reader, TokenKind, Vocabulary, sentence, words};
use crate::article::Span;
use crate::lexicon::{EntryKind, SURNAME};

/// No name has more words.
const LONGEST: usize = 8;

/// A run of capitalised words up to its last word for an organisation: "Alder County Police Department", "Ministry of
/// Defence". A single such word is no name.
pub(super) fn organisation<'a>(reader: &Reader<'a>, at: usize) -> Option<Draft<'a>> {
    if !holds_head(reader, at) {
        return None;
    }
    let mut head = None;
    let mut last = at;
    for _ in 0..LONGEST {
        let part = part_of_name(reader, last);
        if !fits_organisation(reader, at, last, part) {
            break;
        }
        if part == Some(Part::Organisation) {
            head = Some(last);
        }
        if bare(reader.word(last)).is_some() {
            break;
        }
        let Some(next) = step(reader, last) else { break };
        last = next;
    }
    let head = head.filter(|&head| !is_heading(reader, at, head))?;
    let last = of_what(reader, head);
    (last > at).then(|| draft(reader, at, last, LeafKind::Organisation))
}

/// Whether the capitalised words from here on hold a word for an organisation: most do not, and this is quickly seen.
fn holds_head(reader: &Reader<'_>, at: usize) -> bool {
    let mut run = std::iter::successors(Some(at), |&at| step(reader, at)).take(LONGEST);
    run.any(|at| reader.may_be(at, ORGANISATION) && part_of_name(reader, at) == Some(Part::Organisation))
}

/// Whether a word may stand in an organisation's name: not a calendar word or article, no office, no person.
fn fits_organisation(reader: &Reader<'_>, first: usize, at: usize, part: Option<Part>) -> bool {
    if !reader.tokens[at].capital || part == Some(Part::Title) || is_calendar(reader, at) {
        return false;
    }
    if at == first && part == Some(Part::Ordinary) {
        return !sentence::begins(reader, at) && !is_function_word(reader, at);
    }
    if is_function_word(reader, at) {
        return false;
    }
    longest(reader, at).is_none_or(|hit| {
        let kind = reader.lexicon.entry(hit.entry()).kind;
        // A second country after a first place begins another name: "Syria Lebanese Red Cross".
        let apart = kind == EntryKind::Country && at > first && longest(reader, first).is_some();
        kind != EntryKind::Office && kind != EntryKind::Person && !apart
    })
}

fn is_function_word(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| FUNCTION_WORDS.get(token).is_some())
}

static FUNCTION_WORDS: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let words = "the a an and of in on at by to from with after before as he she it they we but if when while according \
                 this that these those i you his her their our my is are was were said says not for";
    Vocabulary::new(words.split_whitespace().map(|word| (word, ())))
});

fn is_calendar(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.word(at);
    CALENDAR.get_word(bare(word).unwrap_or(word)).is_some()
}

static CALENDAR: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let words = "monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
                 september october november december";
    Vocabulary::new(words.split_whitespace().map(|word| (word, ())))
});

/// The end of "Ministry of Defence", "Centre for Human Rights": the words after "of" or "for" that are capitalised.
fn of_what(reader: &Reader<'_>, head: usize) -> usize {
    let on = || reader.is_any(head, words!["committee", "commission", "council", "conference"]);
    let lower = reader.token(head + 1).is_some_and(|token| !token.capital);
    let joins = lower && (matches!(reader.word(head + 1), "of" | "for") || (reader.word(head + 1) == "on" && on()));
    if !joins || bare(reader.word(head)).is_some() {
        return head;
    }
    let mut at = head + 2;
    at += usize::from(reader.is(at, "the"));
    let mut end = head;
    for _ in 0..4 {
        let word = reader.token(at).filter(|token| token.kind == TokenKind::Word && token.capital);
        if word.is_none() || is_calendar(reader, at) || (end > head && names_somebody(reader, at)) {
            break;
        }
        end = at;
        let and = usize::from(reader.is(at + 1, "and") && reader.token(at + 2).is_some_and(|token| token.capital));
        at += 1 + and;
    }
    end
}

/// Whether an office, a title or a person begins here.
fn names_somebody(reader: &Reader<'_>, at: usize) -> bool {
    let kind = longest(reader, at).map(|hit| reader.lexicon.entry(hit.entry()).kind);
    matches!(kind, Some(EntryKind::Office | EntryKind::Person)) || part_of_name(reader, at) == Some(Part::Title)
}

/// Headings and addresses that end in the word of an organisation: "Related News", "the 400 block of Alder Court".
fn is_heading(reader: &Reader<'_>, first: usize, head: usize) -> bool {
    let vague = || VAGUE.get(&reader.tokens[head]).is_some();
    let ordinary = |at: usize| matches!(part_of_name(reader, at), Some(Part::Ordinary | Part::Organisation));
    let block = reader.is(head, "court") && first > 1 && reader.is(first - 1, "of") && reader.is(first - 2, "block");
    block || (head > first && vague() && (first..head).all(ordinary))
}

/// Words that make an organisation's name only with a name before them.
static VAGUE: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let words = "news party club campaign group center centre cross district unit team project network radio police cops \
                 department times post front movement service services office squad";
    Vocabulary::new(words.split_whitespace().map(|word| (word, ())))
});

/// A run of capitalised words that is no organisation: a person where something says so, else a name of unknown kind.
pub(super) fn run<'a>(reader: &Reader<'a>, at: usize, headline: bool) -> Option<Draft<'a>> {
    let given = part_of_name(reader, at) == Some(Part::Given);
    let opens = sentence::begins(reader, at);
    let titled = titled(reader, at);
    let named = given || titled;
    let mut last = at;
    let mut words = 1;
    while words < LONGEST && bare(reader.word(last)).is_none() {
        let Some(next) = step(reader, last) else { break };
        if !goes_on(reader, next, named, !(opens || headline)) || is_acronym(reader, at, next) {
            break;
        }
        last = next;
        words += 1;
    }
    let county = bare(reader.word(last)).is_some() && reader.is(last + 1, "county");
    if county || shouted(reader, at, last) && !given && !before_region(reader, last) {
        return None;
    }
    let person = is_person(reader, at, last, words, given, titled);
    let kind = if person { LeafKind::Person } else { LeafKind::Name };
    (person || words > 1 || reader.word(at).chars().count() > 1).then(|| draft(reader, at, last, kind))
}

/// "Mira WXYZ": a word in capitals after one that is not is something else.
fn is_acronym(reader: &Reader<'_>, first: usize, at: usize) -> bool {
    let capitals = |at: usize| reader.word(at).bytes().all(|byte| byte.is_ascii_uppercase());
    reader.word(at).len() > 1 && !is_roman(reader.word(at)) && capitals(at) && !capitals(first)
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// Whether the word at a token continues a run. A surname of the lexicon does only after a given name ("to Warn Biden"), a
/// town's name after any word that is surely a name.
fn goes_on(reader: &Reader<'_>, at: usize, given: bool, inside: bool) -> bool {
    if is_initial(reader, at) {
        return true;
    }
    if matches!(part_of_name(reader, at), Some(Part::Ordinary | Part::Title | Part::Organisation)) {
        return false;
    }
    longest(reader, at).is_none_or(|hit| {
        let kind = reader.lexicon.entry(hit.entry()).kind;
        let surname = hit.matched.names.iter().all(|name| name.flags & SURNAME != 0);
        // A town's name after a given name is a surname: "Nora Lincoln".
        hit.matched.words == 1 && if surname { given } else { kind == EntryKind::City && (given || inside) }
    })
}

/// All capitals over several words or one long one: a heading or a dateline, not a name to be told apart.
fn shouted(reader: &Reader<'_>, first: usize, last: usize) -> bool {
    let text = reader.span(first, last).text(reader.text);
    let capitals = text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    capitals && (last > first || text.len() > 6)
}

fn is_person(reader: &Reader<'_>, first: usize, last: usize, words: usize, given: bool, titled: bool) -> bool {
    let several = (2..=5).contains(&words);
    (titled && (words > 1 || bare(reader.word(first)).unwrap_or(reader.word(first)).len() > 1))
        || (several && given)
        || (several && (first..last).any(|at| is_initial(reader, at) || is_personal_particle(reader.word(at))))
        || (several
            && !in_phrase(reader, first)
            && (age_follows(reader, last) || sentence::says(reader, last + 1) || says_before(reader, first)))
}

/// Whether a capitalised word stands right before, as in the name of a film or a group: what follows is no whole name.
fn in_phrase(reader: &Reader<'_>, first: usize) -> bool {
    let before = first.checked_sub(1).and_then(|at| reader.token(at));
    before.is_some_and(|token| token.kind == TokenKind::Word && token.capital && !sentence::begins(reader, first - 1))
}

/// A particle that only people's names have: "al" and "de la" stand in names of places too.
fn is_personal_particle(word: &str) -> bool {
    matches!(word, "bin" | "ibn" | "bint" | "van" | "von" | "abu" | "ben" | "ter")
}

/// `said Mira Stone`: a verb of saying before a run of several words.
fn says_before(reader: &Reader<'_>, first: usize) -> bool {
    first > 1
        && reader.is(first - 1, "said")
        && matches!(reader.word(first - 2), "," | "”" | "\"" | "’" | "." | "?" | "!")
}

/// Whether a title or an office stands right before: "Mr", "Gen.", "Police Chief", "44-year-old".
fn titled(reader: &Reader<'_>, first: usize) -> bool {
    let Some(mut before) = first.checked_sub(1) else { return false };
    if reader.is(before, ".") && before > 0 {
        before -= 1;
    }
    let old = reader.is(before, "old") && before >= 3 && reader.is(before - 2, "year");
    old || (reader.tokens[before].capital && part_of_name(reader, before) == Some(Part::Title))
        || ends_office(reader, before)
}

/// Whether an office of the lexicon ends at this token.
fn ends_office(reader: &Reader<'_>, last: usize) -> bool {
    let token = &reader.tokens[last];
    // A genitive is asked for by the word before its ending.
    let worded = token.kind == TokenKind::Word && !token.may_be(GENITIVE);
    if worded && !reader.lexicon.may_end_office(token.key) || reader.kind(last + 1) == Some(TokenKind::Mark) {
        return false;
    }
    (last.saturating_sub(3)..=last).any(|at| {
        reader.kind(at) == Some(TokenKind::Word)
            && longest(reader, at)
                .is_some_and(|hit| hit.next == last + 1 && reader.lexicon.entry(hit.entry()).kind == EntryKind::Office)
    })
}

fn is_initial(reader: &Reader<'_>, at: usize) -> bool {
    reader.tokens[at].span.len() == 1 && reader.tokens[at].capital && reader.is(at + 1, ".")
}

/// "Mira Stone, 44,": an age after the name.
fn age_follows(reader: &Reader<'_>, last: usize) -> bool {
    reader.is(last + 1, ",")
        && reader.kind(last + 2) == Some(TokenKind::Digits)
        && reader.word(last + 2).len() <= 2
        && matches!(reader.word(last + 3), "," | "." | "-")
}

/// The next token of a run: a capitalised word after a space or hyphen, an initial's stop, or a particle.
fn step(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let capital = |at: usize| {
        reader
            .token(at)
            .is_some_and(|token| token.kind == TokenKind::Word && token.capital && !token.spaced_break(reader, at))
    };
    let next = at + 1;
    if capital(next) && reader.tokens[next].spaced {
        return Some(next);
    }
    if reader.kind(next)? == TokenKind::Word {
        return if is_particle(reader, next) { particle_step(reader, next) } else { None };
    }
    match reader.word(next) {
        "." if is_initial(reader, at) => capital(next + 1).then_some(next + 1),
        "-" | "‑" if !reader.tokens[next].spaced && reader.token(next + 1).is_some_and(|t| !t.spaced) => {
            (capital(next + 1) && !joins_two(reader, at, next + 1)).then_some(next + 1)
        }
        _ => None,
    }
}

/// "Stone-Adams call": a hyphen between two names that the lexicon knows joins two people or countries.
fn joins_two(reader: &Reader<'_>, at: usize, next: usize) -> bool {
    longest(reader, at).is_some() || longest(reader, next).is_some()
}

/// Past particles to the capitalised word they lead to: "al-Sharif", "van der Berg".
fn particle_step(reader: &Reader<'_>, mut at: usize) -> Option<usize> {
    for _ in 0..3 {
        at += 1 + usize::from(reader.is(at + 1, "-"));
        let token = reader.token(at).filter(|token| token.kind == TokenKind::Word)?;
        if token.capital {
            return Some(at);
        }
        if !is_particle(reader, at) {
            return None;
        }
    }
    None
}

impl super::Token {
    /// Whether a line break stands before the token.
    fn spaced_break(&self, reader: &Reader<'_>, at: usize) -> bool {
        self.spaced && at > 0 && reader.kind(at - 1) == Some(TokenKind::Break)
    }
}

/// A draft over the tokens `first..=last`, without a possessive ending.
fn draft<'a>(reader: &Reader<'a>, first: usize, last: usize, kind: LeafKind) -> Draft<'a> {
    let span = reader.span(first, last);
    let cut = bare(reader.word(last)).map_or(0, |bare| reader.word(last).len() - bare.len());
    let span = Span::of(span.start(), span.end() - cut);
    Draft { span, first, next: last + 1, kind, matched: None, doubtful: false }
}
