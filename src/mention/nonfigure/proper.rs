//! Numbers that end a proper name: "Maroon 5", "Super Bowl 50", "the Big Three".
//!
//! A number behind a name may as well be counted: "in Aleppo 23 died", "the poll gave Hollis 52 and Marten 46". A count stands
//! behind the name of a place or person, or shares something out among several names; what else follows a name inside a
//! sentence, and counts nothing behind it, is read as part of the name. Whether an unknown name alone is given so many
//! ("sent Alder 12 and left") the words do not tell: it is taken for part of the name.

use super::is_digits;
use super::model::{determines, ends_name};
use crate::lexicon::EntryKind;
use crate::mention::name_match::longest;
use crate::mention::{Reader, TokenKind, Words, quantity, words};

/// Whether a plain number ends a name: "Studio 54", "the band Maroon 5 plays".
pub(super) fn ends_proper_name(reader: &Reader<'_>, at: usize) -> bool {
    let Some(first) = start_of_name(reader, at) else { return false };
    let Some(before) = first.checked_sub(1).filter(|&i| reader.kind(i) == Some(TokenKind::Word)) else { return false };
    if bears_number(reader, before) && !quantity::is_unit(reader, at + 1) {
        return true;
    }
    let counted = || is_placed(reader, before) || is_known(reader, first, at) || shares(reader, first, at);
    ends_name(reader, at + 1) && !counted() && !is_headline(reader, at)
}

/// "the Big Three", "Ocean's Eleven", "7-Eleven": a number word with a capital that no sentence gives it.
pub(super) fn capital_in_name(reader: &Reader<'_>, at: usize) -> Option<usize> {
    reader.token(at).filter(|token| token.capital && token.spaced)?;
    quantity::small_number(reader, at)?;
    let before = start_of_name(reader, at)?.checked_sub(1)?;
    let inside = reader.kind(at.checked_sub(2)?) == Some(TokenKind::Word);
    // "the Big Three saw it", but "in Alder Three people"
    let called = || determines(reader, before) && !quantity::is_counted(reader, at + 1);
    (inside && (ends_name(reader, at + 1) || called()) && !is_headline(reader, at)).then_some(at + 1)
}

/// Words at most of a name.
const NAME: usize = 5;
/// Tokens to each side that tell a sentence from a headline, and in which figures of one sharing stand.
const SENTENCE: usize = 8;

fn is_capital(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
}

/// The first of the capitalised words right before a token.
fn start_of_name(reader: &Reader<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(NAME)..at).rev().take_while(|&i| is_capital(reader, i)).last()
}

/// "the band Maroon 5", "the film Alien 3", "the probe Luna 25": things that are called so.
fn bears_number(reader: &Reader<'_>, at: usize) -> bool {
    const BEARERS: &Words = words![
        "band",
        "boyband",
        "duo",
        "trio",
        "rapper",
        "film",
        "movie",
        "sequel",
        "sitcom",
        "album",
        "single",
        "videogame",
        "spacecraft",
        "capsule",
        "rocket",
        "probe",
        "satellite",
        "lander",
        "rover",
        "broadcaster",
        "nightclub",
    ];
    reader.is_any(at, BEARERS)
}

/// "in Aleppo 23", "in northern Aleppo 23": so many in a place. Of other prepositions names with numbers stand behind most.
fn is_placed(reader: &Reader<'_>, at: usize) -> bool {
    const PLACED: &Words = words!["in", "from", "of", "by", "than"];
    const PARTS: &Words = words![
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "north",
        "south",
        "east",
        "west",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "downtown",
        "nearby",
        "rural",
        "greater",
        "neighbouring",
        "neighboring",
    ];
    let placed = if reader.is_any(at, PARTS) { at.checked_sub(1) } else { Some(at) };
    placed.is_some_and(|at| reader.is_any(at, PLACED))
}

/// Whether the name is a person's or place's of the lexicon, which numbers are hardly part of: "gave Ukraine 31"; but there are
/// broadcasters, "told France 24", and roads, "on Kentucky 218".
fn is_known(reader: &Reader<'_>, first: usize, at: usize) -> bool {
    const HEARD: &Words = words![
        "told",
        "tells",
        "telling",
        "to",
        "on",
        "by",
        "with",
        "channel",
        "television",
        "network",
        "station",
        "agency",
    ];
    const ROAD: &Words = words!["on", "along", "off", "via"];
    let heard = reader.word(at) == "24" && reader.is_any(first - 1, HEARD) || reader.is_any(first - 1, ROAD);
    let known = |start: usize| {
        longest(reader, start).is_some_and(|hit| {
            let organisation = reader.lexicon.entry(hit.entry()).kind == EntryKind::Organisation;
            hit.next == at && !organisation
        })
    };
    !heard && (first..at).any(known)
}

/// "gave Hollis 52 and Marten 46", "near Alder 6 and near Birch 4": another name with a figure stands beside it. "On Channel 4 and
/// Sky 1" and "Apollo 11 and Apollo 12" name things.
fn shares(reader: &Reader<'_>, first: usize, at: usize) -> bool {
    const NAMING: &Words = words!["with", "on", "at", "to", "for", "like", "about", "via", "aboard", "called"];
    let before = first - 1;
    goes_on(reader, before) || !reader.is_any(before, NAMING) && is_followed(reader, first, at)
}

const JOINTS: &Words = words!["and", "while", "to", "or", "but"];
const PLACES: &Words = words!["in", "near", "around", "from", "outside"];

/// Whether an earlier figure goes on with the name behind `before`: "he won 306 and Lee 232".
fn goes_on(reader: &Reader<'_>, before: usize) -> bool {
    let joint = before - usize::from(before > 0 && reader.is_any(before, PLACES) && !reader.is_any(before, JOINTS));
    let mut earlier = before.saturating_sub(SENTENCE - 1)..before;
    reader.is_any(joint, JOINTS) && earlier.any(|i| is_digits(reader, i))
}

/// Whether another name follows with a figure of its own.
fn is_followed(reader: &Reader<'_>, first: usize, at: usize) -> bool {
    let comma = usize::from(reader.word(at + 1) == ",");
    let joint = usize::from(reader.is_any(at + 1 + comma, JOINTS));
    let place = at + 1 + comma + joint;
    let start = place + usize::from(reader.is_any(place, PLACES));
    let last = (start..start + NAME).take_while(|&i| is_capital(reader, i)).last();
    let other = last.is_some() && reader.tokens[start].key != reader.tokens[first].key;
    other && place > at + 1 && last.is_some_and(|last| is_digits(reader, last + 1) && reader.tokens[last + 1].spaced)
}

/// Whether hardly a word near but the small ones begins small, as in a headline: "Crash Kills 12 in Texas", "Car bomb Kills Four".
fn is_headline(reader: &Reader<'_>, at: usize) -> bool {
    const SMALL: &Words = words![
        "a", "an", "the", "and", "but", "or", "nor", "for", "of", "in", "on", "at", "to", "by", "up", "as", "off",
        "per", "via", "vs", "v", "with", "from", "into", "over", "than", "amid", "near", "p", "m", "s",
    ];
    const LONG: usize = 4;
    let near = at.saturating_sub(SENTENCE)..(at + SENTENCE).min(reader.tokens.len());
    let small = near.filter(|&i| reader.kind(i) == Some(TokenKind::Word) && !reader.tokens[i].capital);
    let long = |i: usize| reader.tokens[i].span.len() > LONG;
    let weight = |i: usize| if long(i) { 2 } else { usize::from(!reader.is_any(i, SMALL)) };
    small.map(weight).sum::<usize>() < 2
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::lexicon::Lexicon;
    use crate::mention::scan;

    /// The bare numbers that are read in a text.
    fn numbers(text: &str) -> Vec<&str> {
        let mentions = scan(&Article::plain("text", text, None), Lexicon::embedded());
        let figures = mentions.leaves.iter().filter(|leaf| mentions.quantity(leaf).is_some());
        figures.map(|leaf| leaf.span.text(text)).collect()
    }

    #[test]
    fn what_stands_behind_a_place_or_person_or_is_shared_out_is_counted() {
        for (text, counted) in [
            ("In Aleppo 23 died.", &["23"] as &[_]),
            ("Police said in Kyiv 12 people died.", &["12"]),
            ("Doctors said that in northern Wellbrook 23 had died.", &["23"]),
            ("The government gave Ukraine 31 and kept four.", &["31", "four"]),
            ("The survey gave Obama 52 and others 46.", &["52", "46"]),
            ("The poll results gave Hollis 52 and Marten 46.", &["52", "46"]),
            ("The district office sent Wellbrook 14, Alder 12 and Birchley 9.", &["14", "12", "9"]),
            ("Rescuers found near Wellbrook 6 and near Birchley 4.", &["6", "4"]),
            ("Crash Kills 12 in Ohio", &["12"]),
            ("Wellbrook Car bomb Kills Four", &["Four"]),
            ("It struck in Alder Three people were hurt.", &["Three"]),
        ] {
            assert_eq!(numbers(text), counted, "{text}");
        }
    }

    #[test]
    fn what_is_part_of_a_name_is_not() {
        for text in [
            "The band Maroon 5 is at Studio 54, with a Wi-Fi 6 box at PO Box 12 in Season 3.",
            "The popular band Maroon 5 plays at Studio 54.",
            "They landed with Apollo 11 and watched Channel 4 news.",
            "Viewers could choose between Channel 4 and Channel 5.",
            "She told France 24 that it rained.",
            "The nine-to-five crowd of the Big Three saw it.",
            "It happened on Kentucky 218 in the hills.",
            "Twetny-one-year-old Mira Stone was hurt.",
        ] {
            assert_eq!(numbers(text), [""; 0], "{text}");
        }
    }
}
