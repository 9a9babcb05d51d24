//! Whether the words around a place make it where something happened: prepositions, verbs of striking, what is called after it; and
//! whether they take it for a landmark, for the place of somebody who reports, or for what came after.

use compact_str::CompactString;

use crate::article::Span;
use crate::lexicon::EntryKind;
use crate::mention::{Leaf, LeafKind};

use super::attribution::speaks_in;
use super::memo::Question;
use super::site::{Site, Words, is_one_of, small, words_before};

/// Words before a place within which a preposition or a noun may tell what it is to the sentence.
const REACH: usize = 12;
/// Of these the ones among which the preposition stands.
const NEAR: usize = 4;
/// The most words from a claim to a name beside it.
const LED: usize = 4;
/// The most words of a town's name.
const TOWN: usize = 5;

/// Whether the words before a place make it a location; up to two words may stand between ("in the eastern").
pub(super) fn is_locative(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> bool {
    let led = || leads_to(site, sentence, leaf);
    site.ask_of(Question::Location, sentence, leaf, led) && (is_harm(site) || is_of_the_talks(site, leaf))
}

fn leads_to(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> bool {
    let is = |list: &str, word: &str| site.lexicon.lists(list, word);
    // A comma or a weekday between them parts the two: "at an airfield on Sunday, Ukraine's army said".
    let text = site.text();
    if is_harm(site) && names_incident(site, leaf) {
        return true;
    }
    let before = &text[sentence.start()..leaf.span.start()];
    if is_harm(site) && ends_town(site, sentence, leaf) {
        return true;
    }
    let start = sentence.start() + last_mark(before).unwrap_or(0);
    let words = blanks_before(&text[start..leaf.span.start()], REACH);
    if words.first().is_some_and(|verb| is("place_struck", verb)) {
        return true;
    }
    // "On a road to Afrin", "near the border with Turkey", "between Homs and Hama".
    if words.first().is_some_and(|word| is("place_toward", word)) || is_harm(site) && lies_between(site, &words) {
        return false;
    }
    if is_landmark(&before[start - sentence.start()..]) {
        return false;
    }
    let dates = |word: &CompactString| is("weekdays", word) || word.starts_with(|c: char| c.is_ascii_digit());
    let parts = |word: &CompactString| is_one_of(word, &["which", "who", "whom", "that", "where"]);
    let near = words.iter().take_while(|word| !dates(word) && !parts(word)).take(NEAR);
    near.enumerate().any(|(index, word)| match (word.as_str(), words.get(index + 1)) {
        ("of", Some(direction)) if is_direction(direction) => true,
        ("of" | "from", noun) => noun.is_some_and(|noun| is("place_noun", noun)),
        (word, noun) => {
            let elsewhere =
                |noun| is_elsewhere(site, noun) || is_harm(site) && is_after_harm(site, &words[index + 1..]);
            is("place_after", word) && noun.is_none_or(|noun| !elsewhere(noun))
        }
    })
}

/// Where the words begin that no comma or dash parts from what follows a stretch.
fn last_mark(stretch: &str) -> Option<usize> {
    let parts = |(at, c): (usize, char)| match c {
        ',' | ';' | ':' | '(' => Some(at + 1),
        '-' | '–' | '—' => {
            let behind = at + c.len_utf8();
            (stretch[..at].ends_with(' ') && stretch[behind..].starts_with(' ')).then_some(behind + 1)
        }
        _ => None,
    };
    stretch.char_indices().rev().find_map(parts)
}

/// Whether a place stands behind the comma of a town that the lexicon does not know: "in Sector 4, Romania", "near Upper Lindwick,
/// Oregon". Names of more than five words are not seen.
fn ends_town(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> bool {
    let before = site.text()[sentence.start()..leaf.span.start()].trim_end();
    let Some(town) = before.strip_suffix(',').and_then(|before| last_name(site, before)) else { return false };
    let start = sentence.start() + before.len() - 1 - town.len();
    let known = site.leaves(Span::of(start, leaf.span.start()), &[LeafKind::Date, LeafKind::Place]).next().is_some();
    !known && speaks_in(site, sentence, leaf).is_none()
}

/// The capitalised words that end a stretch, where a preposition of place stands before them.
fn last_name<'t>(site: &Site<'_>, stretch: &'t str) -> Option<&'t str> {
    let is_part = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || word == "of";
    let blanks: Vec<usize> = stretch.rmatch_indices(' ').map(|(at, _)| at).take(TOWN + 1).collect();
    let word =
        |index: usize| &stretch[blanks[index] + 1..index.checked_sub(1).map_or(stretch.len(), |next| blanks[next])];
    let count = (0..blanks.len()).take_while(|&index| is_part(word(index))).count();
    let (first, before) = (*blanks.get(count.checked_sub(1)?)?, blanks.get(count)?);
    let led = site.lexicon.lists("place_after", &stretch[before + 1..first]);
    let name = &stretch[first + 1..];
    (led && name.starts_with(char::is_uppercase)).then_some(name)
}

/// Whether the words before a place take it as a landmark: "in a village south of Homs", "south of the Syrian city of Homs", "far from the city of Homs". "In the
/// south of Syria" lies in it.
fn is_landmark(before: &str) -> bool {
    // Both kinds lead to the place with "of".
    if blanks_before(before, 1).first().is_none_or(|last| last != "of") {
        return false;
    }
    let words = blanks_before(before, 8);
    let city = words.iter().take(2).map(CompactString::as_str).eq(["of", "city"])
        || words.iter().take(2).map(CompactString::as_str).eq(["of", "town"]);
    let rest = match words.iter().position(|word| word == "the") {
        Some(the) if city && the <= 4 => &words[the + 1..],
        _ => &words[..],
    };
    let away = city && rest.first().is_some_and(|word| word == "from");
    away || matches!(rest, [of, direction, rest @ ..]
        if of == "of" && is_direction(direction) && rest.first().is_none_or(|word| word != "the"))
}

/// The same for a place of a stretch.
pub(super) fn is_landmark_in(site: &Site<'_>, stretch: Span, leaf: &Leaf) -> bool {
    let before = || is_landmark(&site.text()[stretch.start()..leaf.span.start()]);
    site.ask_of(Question::Landmark, stretch, leaf, before)
}

/// Whether one of these nouns stands right behind a place, or before it with "of": "Homs city", "the city of Homs".
pub(super) fn stands_beside(text: &str, leaf: &Leaf, nouns: &[&str]) -> bool {
    // "Lindwick's countryside", and where the apostrophe was lost.
    let mut behind = text[leaf.span.end()..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let next = behind.next().and_then(|word| if word == "s" { behind.next() } else { Some(word) });
    let led = || matches!(&words_before(text, 0, leaf.span.start(), 2)[..], [of, noun] if of == "of" && is_one_of(noun, nouns));
    next.is_some_and(|word| is_one_of(word, nouns)) || led()
}

/// Whether something lies between a place and another: "on the road between Homs and Hama".
pub(super) fn is_between(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> bool {
    lies_between(site, &blanks_before(&site.text()[sentence.start()..leaf.span.start()], REACH))
}

/// Whether the words before a place, nearest first, set something between it and another: "between the towns of Homs in the west and".
fn lies_between(site: &Site<'_>, words: &[CompactString]) -> bool {
    let governed = |to: usize| words[..to].iter().any(|word| site.lexicon.lists("place_after", word));
    let between = words.iter().position(|word| word == "between");
    let and = words.iter().position(|word| word == "and");
    between.is_some_and(|between| match and.filter(|and| *and < between) {
        Some(and) => !governed(and),
        None => between < NEAR && !governed(between),
    })
}

/// The last words of a stretch, nearest first, in small letters without marks; "rebel-held" is one.
pub(super) fn blanks_before(stretch: &str, count: usize) -> Words {
    let bare = |word: &'_ str| small(word.trim_matches(|c: char| !c.is_alphanumeric()));
    blanks(stretch).map(bare).filter(|word| !word.is_empty()).take(count).collect()
}

/// Whether the words from a byte to a name are few and begin with a preposition of place: "nine in the village of Lindwick".
pub(super) fn is_led(site: &Site<'_>, from: usize, leaf: &Leaf) -> bool {
    let between = blanks_before(&site.text()[from..leaf.span.start()], LED + 1);
    let led = between.last().is_some_and(|word| site.lexicon.lists("place_after", word));
    led && between.len() <= LED
}

/// What stands between the blanks of a stretch, the last first.
fn blanks(stretch: &str) -> impl Iterator<Item = &str> {
    let mut rest = stretch;
    std::iter::from_fn(move || {
        rest = rest.trim_end();
        // Blanks of ASCII are found byte by byte; the others, which are rare, by their letters.
        let at = rest.bytes().rposition(|byte| byte.is_ascii_whitespace() || !byte.is_ascii());
        let start = match at {
            None => 0,
            Some(at) if rest.as_bytes()[at].is_ascii() => at + 1,
            Some(_) => rest.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8()),
        };
        let (before, word) = rest.split_at(start);
        rest = before;
        (!word.is_empty()).then_some(word)
    })
}

pub(super) fn is_direction(word: &str) -> bool {
    const DIRECTIONS: [&str; 8] =
        ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"];
    is_one_of(word, &DIRECTIONS)
}

/// Whether the rule tells of harm: of that anything may be the place.
pub(super) fn is_harm(site: &Site<'_>) -> bool {
    site.rule.event() == "harm"
}

/// Whether the rule tells of talks: what they are about is no place of theirs.
pub(super) fn is_talks(site: &Site<'_>) -> bool {
    matches!(site.rule.event(), "talks" | "meetings")
}

/// Whether what happened is called after the town where it did: "the Gaza protests". A country's name there is the doer's.
fn names_incident(site: &Site<'_>, leaf: &Leaf) -> bool {
    let entry = site.mentions.name(leaf).and_then(|name| name.entry).map(|entry| site.lexicon.entry(entry));
    let next = site.text()[leaf.span.end()..]
        .strip_prefix(' ')
        .and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
    let wide = entry.is_some_and(|entry| entry.kind == EntryKind::Country);
    !wide && next.is_some_and(|word| site.lexicon.lists("place_of_incident", word))
}

/// Whether the words before "in Meridian", nearest first, tell what came after the harm: an arrest there, a trial, the way to a
/// hospital.
fn is_after_harm(site: &Site<'_>, words: &[CompactString]) -> bool {
    let is = |word: &CompactString, list: &[&str]| is_one_of(word, list);
    let taken = words.first().is_some_and(|word| is(word, &["hospital", "hospitals", "center", "centre", "clinic"]))
        && words.iter().skip(1).any(|word| is(word, &["to"]));
    taken || words.first().is_some_and(|verb| site.lexicon.lists("place_of_arrest", verb))
}

/// Whether the noun or verb before "in London" makes London the place of something else: of who reports ("our correspondent
/// in"), of a statement ("told reporters in"), of a seat ("based in"), of talks where harm is told, and where none is, of the matter ("the war in").
fn is_elsewhere(site: &Site<'_>, noun: &str) -> bool {
    let is = |list: &str| site.lexicon.lists(list, noun);
    is("place_of_news") || is_harm(site) && is("talking") || !is_harm(site) && is("place_of_matter")
}

/// Whether no clause or quotation parts a place from the match: "met on Monday and spoke of \"crimes\" in Ukraine".
fn is_of_the_talks(site: &Site<'_>, leaf: &Leaf) -> bool {
    let (own, place) = (site.matched.span, leaf.span);
    let between = match () {
        () if place.end() <= own.start() => &site.text()[place.end()..own.start()],
        () if own.end() <= place.start() => &site.text()[own.end()..place.start()],
        () => return true,
    };
    !is_talks(site) || !between.contains(['"', '“', '”', ';', ':'])
}
