//! The head noun of what is counted: "troops" of "94,000 Russian troops", and its singular.

mod singular;
mod stops;

use crate::article::Span;
use crate::mention::{Reader, TokenKind, Words, words};

use super::{cardinal, rate};
pub(crate) use singular::singular;
use stops::{Stop, is_plural, stop};

/// The noun that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// The head noun alone.
    pub(super) span: Span,
    /// Lower-case and singular.
    pub(super) name: String,
    /// The first token after it.
    pub(super) next: usize,
    /// Whether it stands right after the figure.
    pub(super) adjacent: bool,
}

/// Words at most between a figure and the noun it counts.
const REACH: usize = 8;

/// The head of the noun phrase that a figure of more than one counts from the token `at` on.
pub(super) fn plural(reader: &Reader<'_>, at: usize) -> Option<Noun> {
    let hyphened = reader.word(at) == "-";
    let start = after_of(reader, at);
    if is_of_group(reader, at, start) && takes_object(reader, start) || is_known_to(reader, start) {
        return None;
    }
    let (mut head, mut last) = (None, None);
    for i in start..start + REACH {
        match phrase_word(reader, i, head.is_some()) {
            None => break,
            Some(Step::Skip) => {}
            Some(Step::Word) if head.is_some() && takes_object(reader, i) => break,
            Some(Step::Word)
                if head.is_none_or(|head| goes_on(word_of(reader, head), word_of(reader, i)))
                    && is_plural(word_of(reader, i)) =>
            {
                head = Some(i);
            }
            Some(Step::Word) if head.is_some() => break,
            Some(Step::Word) => last = Some(i),
        }
    }
    let alone = |&i: &usize| i == start && (hyphened || reader.tokens[i].capital) || stops::is_mass(word_of(reader, i));
    Some(noun(reader, head.or_else(|| last.filter(alone))?, start))
}

/// Whether a word is rather a verb with its object: "340 cows produces 9,000 litres", "one dose cut the risk".
fn takes_object(reader: &Reader<'_>, at: usize) -> bool {
    const OBJECTS: &Words =
        words!["the", "its", "his", "her", "their", "our", "my", "$", "£", "€", "about", "around", "nearly", "almost"];
    let figure = reader.kind(at + 1) == Some(TokenKind::Digits) && reader.tokens[at + 1].spaced;
    // "cows share a field", but "20,000 artillery shells a day"
    let article = || reader.is_any(at + 1, words!["a", "an"]) && rate::read(reader, at + 1, true).is_none();
    figure || reader.is_any(at + 1, OBJECTS) || article()
}

/// "a family of four spends": the group before "of" is all that the figure counts.
fn is_of_group(reader: &Reader<'_>, at: usize, start: usize) -> bool {
    const GROUPS: &Words = words!["family", "families", "household", "group", "party", "crew", "team", "panel"];
    at == start && at > 2 && reader.is(at - 2, "of") && reader.is_any(at - 3, GROUPS)
}

/// "the 168,000 analysts had expected": who expected the figure is not what it counts.
fn is_known_to(reader: &Reader<'_>, at: usize) -> bool {
    const WHO: &Words = words!["analysts", "economists", "experts", "forecasters", "investors", "traders"];
    const EXPECT: &Words = words!["had", "expected", "forecast", "forecasted", "predicted", "estimated", "anticipated"];
    reader.is_any(at, WHO) && reader.is_any(at + 1, EXPECT)
}

/// Whether a second plural goes on with the phrase: "arms dealers", "women soldiers", but not "people lies", "men injured".
fn goes_on(head: &str, next: &str) -> bool {
    const CLOSED: &[&str] = &["people", "others", "dead", "wounded", "injured", "children"];
    !CLOSED.iter().any(|word| head.eq_ignore_ascii_case(word)) && !stops::is_harmed(next)
}

/// "15 of the stations", "12 of 31 drones", "three out of the five men": the phrase begins after "of the" and a second figure.
fn after_of(reader: &Reader<'_>, at: usize) -> usize {
    let out = usize::from(reader.is(at, "out"));
    if !reader.is(at + out, "of") {
        return at + usize::from(reader.word(at) == "-" && reader.kind(at + 1) == Some(TokenKind::Word));
    }
    let determined =
        reader.is_any(at + out + 1, words!["the", "these", "those", "its", "their", "his", "her", "our", "my", "your"]);
    let after = at + out + 1 + usize::from(determined);
    let ordered = reader.is_any(after, words!["last", "past", "first", "previous", "next", "final", "other", "top"]);
    let start = after + usize::from(determined && ordered);
    cardinal::read(reader, start, false).map_or(start, |whole| whole.next)
}

fn word_of<'a>(reader: &Reader<'a>, at: usize) -> &'a str {
    let word = reader.word(at);
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

enum Step {
    /// Belongs to the phrase but cannot be its head: "-", "and" between names, an adverb.
    Skip,
    /// May be the head.
    Word,
}

/// What the token does in a noun phrase; `None` where the phrase ends.
fn phrase_word(reader: &Reader<'_>, at: usize, has_head: bool) -> Option<Step> {
    let token = reader.token(at)?;
    let word = reader.word(at);
    let coded = reader.token(at + 1).is_some_and(|next| next.kind == TokenKind::Digits && !next.spaced);
    match token.kind {
        TokenKind::Word if coded && token.capital && !has_head => Some(Step::Skip),
        TokenKind::Word if coded => None,
        TokenKind::Digits if !has_head && is_model(reader, at) => Some(Step::Skip),
        TokenKind::Mark if word == "," && !has_head && between_adjectives(reader, at) => Some(Step::Skip),
        TokenKind::Mark if matches!(word, "-" | "‑" | "/") && !has_head => Some(Step::Skip),
        TokenKind::Mark if matches!(word, "'" | "’" | "“" | "\"" | ",") && !has_head && joins_names(reader, at) => {
            Some(Step::Skip)
        }
        TokenKind::Word if word.contains(['\'', '’']) && has_head => None,
        TokenKind::Word => match stop(token) {
            Some(Stop::Joint) if !has_head && joins_names(reader, at) => Some(Step::Skip),
            Some(Stop::Adverb) if !has_head => Some(Step::Skip),
            Some(Stop::Function) if !has_head && describes(reader, at) => Some(Step::Skip),
            Some(_) => None,
            None => Some(Step::Word),
        },
        _ => None,
    }
}

/// "10 all-electric models", "207 million paid subscribers": function words and verbs inside what describes the noun.
fn describes(reader: &Reader<'_>, at: usize) -> bool {
    let glued = |i: usize| reader.token(i).is_some_and(|token| !token.spaced);
    let compound = reader.word(at + 1) == "-" && glued(at + 1) && glued(at + 2);
    compound || reader.is(at, "paid") && is_plural(reader.word(at + 1))
}

/// "50 Boeing 737 jets", "two F-16 fighters", "three A320 planes": the number of a model inside the phrase.
fn is_model(reader: &Reader<'_>, at: usize) -> bool {
    let hyphen = usize::from(at > 1 && reader.word(at - 1) == "-");
    let named = at.checked_sub(1 + hyphen).is_some_and(|i| {
        reader.kind(i) == Some(TokenKind::Word)
            && reader.word(i).contains(char::is_uppercase)
            && stop(&reader.tokens[i]).is_none()
    });
    named && reader.kind(at + 1) == Some(TokenKind::Word)
}

/// "three Kia and Hyundai vehicles", "men, women": a joint goes on with the phrase where capitals or adjectives stand around it.
fn joins_names(reader: &Reader<'_>, at: usize) -> bool {
    let capital = |i: usize| reader.token(i).is_some_and(|token| token.capital && token.kind == TokenKind::Word);
    at > 0 && capital(at - 1) && capital(at + 1)
}

/// "thousands of small, friendly deals": a comma between two adjectives, with the plural right after them.
fn between_adjectives(reader: &Reader<'_>, at: usize) -> bool {
    let adjective = |i: usize| {
        let plain = reader
            .token(i)
            .is_some_and(|token| token.kind == TokenKind::Word && !token.capital && stop(token).is_none());
        plain && !is_plural(reader.word(i))
    };
    at > 0
        && adjective(at - 1)
        && adjective(at + 1)
        && is_plural(reader.word(at + 2))
        && reader.kind(at + 2) == Some(TokenKind::Word)
}

fn noun(reader: &Reader<'_>, at: usize, start: usize) -> Noun {
    let whole = reader.tokens[at].span;
    let word = word_of(reader, at);
    let span = Span::of(whole.start(), whole.start() + word.len());
    Noun { span, name: singular(word), next: at + 1, adjacent: at == start }
}

/// The noun that "one" counts: a word that is not a function word, and what it forms a compound with.
pub(super) fn one(reader: &Reader<'_>, at: usize) -> Option<Noun> {
    let start = at + usize::from(reader.word(at) == "-" || goes_before_noun(reader, at));
    let is_noun = |i: usize| {
        reader.token(i).is_some_and(|token| token.kind == TokenKind::Word && stop(token).is_none())
            && !stops::looks_like_verb(reader.word(i))
            && (i == start || !takes_object(reader, i) && !stops::is_harmed(reader.word(i)))
    };
    if !is_noun(start) {
        return None;
    }
    let end = (start..start + REACH)
        .take_while(|&i| is_noun(i) && (i == start || !reader.word(i - 1).ends_with("'s")))
        .last()?;
    Some(noun(reader, end, start))
}

/// "one more soldier", "one last chance"
fn goes_before_noun(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(at, words!["more", "last", "other", "new", "additional", "further"])
}

/// The noun that a hyphen joins to its figure: "member" of "a five-member panel".
pub(super) fn joined(reader: &Reader<'_>, hyphen: usize) -> Option<Noun> {
    let even = reader.token(hyphen)?.spaced == reader.token(hyphen + 1)?.spaced;
    single(reader, hyphen + 1)
        .filter(|_| even && reader.word(hyphen) == "-" && !reader.is(hyphen + 1, "strong"))
        .map(|_| noun(reader, hyphen + 1, hyphen + 1))
}

/// A single noun, for rates: "share" of "a share".
pub(super) fn single(reader: &Reader<'_>, at: usize) -> Option<String> {
    let token = reader.token(at).filter(|token| token.kind == TokenKind::Word)?;
    stop(token).is_none().then(|| singular(reader.word(at)))
}
