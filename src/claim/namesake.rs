//! Whether the name of a place stands for the place: not for an office, somebody's home, a seat, something called after it, or what
//! brackets explain.

use crate::article::Span;
use crate::mention::{Leaf, LeafKind};

use super::locative::{blanks_before, is_direction, is_harm, stands_beside};
use super::memo::Question;
use super::place::{APPOSED, REGIONS};
use super::site::{Site, is_one_of, words_before};

/// Whether a place stands for itself, and not for an office, a seat, something called after it or what brackets explain.
pub(super) fn is_where(site: &Site<'_>, leaf: &Leaf) -> bool {
    site.ask_of(Question::Itself, leaf.span, leaf, || is_itself(site, leaf)) && !is_aside(site, leaf)
}

fn is_itself(site: &Site<'_>, leaf: &Leaf) -> bool {
    let text = site.text();
    let lends = is_base(site, leaf) || is_adjective(text, leaf) || names_more(site, leaf) || is_crossing(site, leaf);
    let compared = words_before(text, site.article.headline().start(), leaf.span.start(), 1)
        .first()
        .is_some_and(|word| word == "since");
    !in_role(site, leaf) && !lends && !compared && !is_home(site, leaf) && !is_far_namesake(site, leaf)
}

/// Whether a place only says whence somebody is: "a Long Beach man", "Stockton residents".
fn is_home(site: &Site<'_>, leaf: &Leaf) -> bool {
    next_word(site.text(), leaf).is_some_and(|word| site.lexicon.lists("place_home", word))
}

/// The word right behind a place.
fn next_word<'t>(text: &'t str, leaf: &Leaf) -> Option<&'t str> {
    text[leaf.span.end()..].strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next())
}

/// Whether a town of this name lies in another country than the landmark beside it or what it is said to lie in ("Bureij northeast
/// of Aleppo"): a village that the lexicon does not know may bear the name of a town that it does.
fn is_far_namesake(site: &Site<'_>, leaf: &Leaf) -> bool {
    let country = |leaf: &Leaf| site.lexicon.country_of(site.mentions.name(leaf)?.entry?);
    let rest = Span::of(leaf.span.end(), site.sentence_of(leaf).end());
    let Some((_, other)) = site.leaves(rest, &[LeafKind::Place]).next().filter(|_| is_harm(site)) else { return false };
    let between = blanks_before(&site.text()[leaf.span.end()..other.span.start()], APPOSED + 1);
    let within = || between.len() <= APPOSED && between.iter().take(2).any(|word| word == "in");
    let landmark = matches!(&between[..], [of, direction, rest @ ..] if of == "of" && is_direction(direction) && rest.len() < APPOSED);
    (landmark || within()) && country(other).is_some() && country(leaf) != country(other)
}

/// Whether the place belongs to somebody's office ("Kyiv mayor") and says nothing of where.
pub(super) fn in_role(site: &Site<'_>, leaf: &Leaf) -> bool {
    site.mentions.role_around(leaf.span).is_some()
}

/// Whether the place is only where somebody has their seat, or whose the deed is: "the Britain-based monitor", "US-led strikes".
fn is_base(site: &Site<'_>, leaf: &Leaf) -> bool {
    let Some(next) = site.text()[leaf.span.end()..].strip_prefix('-') else { return false };
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    // "A U.S.-Russian truce": half of an adjective.
    let people = next.starts_with(char::is_uppercase)
        && site
            .leaves(Span::of(leaf.span.end() + 1, leaf.span.end() + 2), &[LeafKind::Place])
            .any(|(_, other)| site.mentions.name(other).is_some_and(|name| name.demonym));
    people && is_harm(site) || site.lexicon.lists("place_base", word)
}

/// Whether the place only lends its name to something that follows, which may stand anywhere: "Mason County", "Bermuda Sands
/// Motel". The words that do so are of the list `place_namesake`; words between must be names themselves.
fn names_more(site: &Site<'_>, leaf: &Leaf) -> bool {
    let behind = site.text()[leaf.span.end()..].split([',', '.', ';', ':', '(', '\n']).next().unwrap_or("");
    let next = behind.split_whitespace().next().unwrap_or("");
    let county = is_one_of(next, &["county", "parish", "border", "frontier"]);
    let capitals = behind.split_whitespace().take_while(|word| word.starts_with(char::is_uppercase)).count();
    // "Houston hotel" is in Houston, "Houston Sands hotel" need not be.
    let words = behind.split_whitespace().take(if capitals > 0 { (capitals + 1).min(3) } else { 0 });
    // "At the Lindwick Sands": no place has an article and another name behind it.
    let led = words_before(site.text(), 0, leaf.span.start(), 1).first().is_some_and(|word| word == "the");
    let start = leaf.span.end() + 1;
    let named = led
        && behind.starts_with(' ')
        && next.starts_with(char::is_uppercase)
        && site.leaves(Span::of(start, start + 1), &[LeafKind::Place]).next().is_none();
    county
        || named && !stands_beside(site.text(), leaf, &REGIONS)
        || behind.starts_with(' ') && { words }.any(|word| site.lexicon.lists("place_namesake", &word.to_lowercase()))
}

/// Whether a place is one of two streets that meet: "near West Chicago and Evergreen", "on Boston and Mill Streets".
fn is_crossing(site: &Site<'_>, leaf: &Leaf) -> bool {
    let Some(rest) = site.text()[leaf.span.end()..].strip_prefix(" and ").filter(|_| is_harm(site)) else {
        return false;
    };
    let next = leaf.span.end() + " and ".len();
    let first = words_before(site.text(), site.sentence_of(leaf).start(), leaf.span.start(), 2);
    let led = first.iter().any(|word| is_one_of(word, &["near", "at", "of"]));
    let names = rest.split_whitespace().take_while(|word| word.starts_with(char::is_uppercase)).take(3);
    let street = |word: &str| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        bare.strip_suffix('s').is_some_and(|one| site.lexicon.lists("place_namesake", one))
    };
    let streets = || { names }.any(street);
    let other = rest.starts_with(char::is_uppercase);
    streets() || led && other && site.leaves(Span::of(next, next + 1), &[LeafKind::Place]).next().is_none()
}

/// Whether brackets that do not hold the match tell something of what stands before them: "Daesh (banned in Russia)".
fn is_aside(site: &Site<'_>, leaf: &Leaf) -> bool {
    let start = site.sentence_of(leaf).start();
    let bracket = || site.text()[start..leaf.span.start()].rfind(['(', ')']).map(|at| start + at);
    let opened = |open: &usize| site.text()[*open..].starts_with('(');
    let explains = |open: usize| {
        let first = site.text()[open + 1..leaf.span.start()].split_whitespace().next();
        first.is_some_and(|word| !site.lexicon.lists("place_after", word))
    };
    site.ask_of(Question::Aside, leaf.span, leaf, || bracket().filter(opened).is_some_and(explains))
        && bracket().is_some_and(|open| !Span::of(open, leaf.span.end()).contains(site.value()))
}

/// Whether a country's short name stands as an adjective: "in US air strikes", not "in the US on Monday".
fn is_adjective(text: &str, leaf: &Leaf) -> bool {
    const AFTER: [&str; 14] =
        ["on", "in", "at", "by", "and", "or", "after", "when", "as", "since", "during", "was", "were", "is"];
    let short = is_one_of(leaf.span.text(text), &["US", "U.S.", "UK", "U.K."]);
    short && next_word(text, leaf).is_some_and(|word| !word.is_empty() && !is_one_of(word, &AFTER))
}
