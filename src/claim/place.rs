//! The place of a claim: a place name after a locative preposition, the most specific of its chain.

use compact_str::CompactString;

use crate::article::Span;
use crate::lexicon::EntryKind;
use crate::mention::{Leaf, LeafKind};
use crate::rule::{ScopeField, ScopeKind};

use super::attribution::speaks_in;
use super::site::{Site, is_one_of, words_before};
use super::{Found, Scoped};

/// Words before a place within which a preposition or a noun may tell what it is to the sentence.
const REACH: usize = 4;

/// Reads the place of a claim, the pattern's own first, then nearest stretch first, for rules that ask for one, no farther
/// than `reach`.
pub(super) fn read(site: &Site<'_>, reach: Found) -> Option<Scoped<String>> {
    let scope = site.rule.scope(ScopeField::Place)?;
    if site.group(ScopeField::Place).is_some() {
        let value = of_pattern(site).filter(|key| scope.kinds != [ScopeKind::Country] || is_country(site, key));
        return value.map(|value| Scoped { value, found: Found::Rule });
    }
    let asked = |found: &Found| scope.from.is_empty() || scope.from.contains(found);
    let near = |found: &Found| *found <= reach;
    if scope.kinds.contains(&ScopeKind::Country) {
        return site
            .levels()
            .filter(|(found, _)| asked(found))
            .find_map(|(found, span)| country(site, span).map(|value| Scoped { value, found }));
    }
    let mut levels = site.levels().chain(site.opening()).filter(|(found, _)| asked(found) && near(found));
    grouped(site)
        .or_else(|| levels.find_map(|(found, span)| Some(Scoped { value: at_level(site, found, span)?, found })))
}

/// The place that the pattern's own group holds.
fn grouped(site: &Site<'_>) -> Option<Scoped<String>> {
    let (_, group) = site.matched.groups.iter().find(|(name, _)| name == ScopeField::Place.name())?;
    let mut places = site.leaves(*group, &[LeafKind::Place]).filter_map(|(_, leaf)| site.mentions.name(leaf));
    Some(Scoped { value: places.next()?.key.clone(), found: Found::Sentence })
}

/// What the pattern's own group names: a place, a people, a body or something else with a name; without one, the words.
fn of_pattern(site: &Site<'_>) -> Option<String> {
    let span = site.group(ScopeField::Place)?;
    let kinds = &[LeafKind::Place, LeafKind::Organisation, LeafKind::Name, LeafKind::Person];
    let leaf = site.leaves(span, kinds).next().and_then(|(_, leaf)| site.mentions.name(leaf));
    let words = || span.text(site.text()).to_lowercase().trim_start_matches("the ").to_owned();
    Some(leaf.map_or_else(words, |name| name.key.clone()))
}

fn is_country(site: &Site<'_>, key: &str) -> bool {
    site.lexicon.by_key(key).is_some_and(|entry| site.lexicon.entry(entry).kind == EntryKind::Country)
}

/// The country that a stretch names nearest to the match; not whose people or office it is.
fn country(site: &Site<'_>, span: Span) -> Option<String> {
    let named = |leaf: &Leaf| {
        let name = site.mentions.name(leaf).filter(|name| !name.demonym)?;
        let entry = site.lexicon.entry(name.entry?);
        (entry.kind == EntryKind::Country && !in_role(site, leaf)).then(|| name.key.clone())
    };
    let leaves = site.leaves(span, &[LeafKind::Place]).filter_map(|(_, leaf)| Some((leaf, named(leaf)?)));
    let nearest = leaves.min_by_key(|(leaf, _)| (site.distance(leaf), leaf.span.start()));
    nearest.map(|(_, key)| key)
}

/// The key of the place nearest to the match in one stretch.
fn at_level(site: &Site<'_>, found: Found, span: Span) -> Option<String> {
    let places = site.leaves(span, &[LeafKind::Place]).map(|(_, leaf)| leaf);
    let named = places.filter(|leaf| site.mentions.name(leaf).is_some_and(|name| !name.demonym));
    let tells = |leaf: &&Leaf| match found {
        // A headline names the town of a disaster without a preposition; the countries of talks it names for other reasons.
        Found::Title if !is_talks(site) => !speaks_for_its_country(site, span, leaf),
        _ => is_locative(site, span, leaf),
    };
    let lends = |leaf: &Leaf| is_base(site.text(), leaf) || is_adjective(site.text(), leaf) || names_more(site, leaf);
    let where_it_is = |leaf: &&Leaf| !in_role(site, leaf) && !lends(leaf);
    let telling = named.filter(where_it_is).filter(tells);
    let nearest = telling.min_by_key(|leaf| (site.distance(leaf), leaf.span.start()))?;
    if is_harm(site) && is_one_of_several(site, nearest) {
        return None;
    }
    region_around(site, span, nearest).or_else(|| site.mentions.name(nearest).map(|name| name.key.clone()))
}

/// Whether a headline's country only speaks: "Ukraine says 41 warplanes hit" happened elsewhere.
fn speaks_for_its_country(site: &Site<'_>, headline: Span, leaf: &Leaf) -> bool {
    let entry = site.mentions.name(leaf).and_then(|name| name.entry);
    let country = entry.is_some_and(|entry| site.lexicon.entry(entry).kind == EntryKind::Country);
    country && speaks_in(site, headline, leaf).is_some()
}

/// The region that is called after a town: "the Russian region of Kursk".
fn region_around(site: &Site<'_>, span: Span, leaf: &Leaf) -> Option<String> {
    let words = words_before(site.text(), span.start(), leaf.span.start(), 2);
    let [of, noun] = &words[..] else { return None };
    let called = of == "of" && matches!(noun.as_str(), "region" | "province" | "oblast" | "governorate");
    let entry = site.mentions.name(leaf)?.entry.filter(|_| called)?;
    site.lexicon.region_of(entry).map(|region| site.lexicon.entry(region).key.to_string())
}

/// Names that a preposition makes a location though the lexicon does not know them ("in Lahaina", "the town of Lahaina"), in
/// the claim's own sentence; sorted.
pub(super) fn unknown(site: &Site<'_>) -> Vec<String> {
    if site.rule.scope(ScopeField::Place).is_none() {
        return Vec::new();
    }
    let sentence = site.sentence();
    let located = |leaf: &Leaf| {
        let words = words_before(site.text(), sentence.start(), leaf.span.start(), 2);
        match words.first().map(CompactString::as_str) {
            Some("in" | "at" | "near" | "outside" | "off" | "around") => true,
            Some("of") => words.get(1).is_some_and(|noun| site.lexicon.lists("place_noun", noun)),
            _ => false,
        }
    };
    let names = site.leaves(sentence, &[LeafKind::Name]).filter(|(_, leaf)| located(leaf));
    let mut keys: Vec<String> = names.filter_map(|(_, leaf)| Some(site.mentions.name(leaf)?.key.clone())).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// Whether the place belongs to somebody's office ("Kyiv mayor") and says nothing of where.
fn in_role(site: &Site<'_>, leaf: &Leaf) -> bool {
    site.mentions.roles.iter().any(|role| role.span.contains(leaf.span))
}

/// Whether the place is only where somebody has their seat, or whose the deed is: "the Britain-based monitor", "US-led strikes".
fn is_base(text: &str, leaf: &Leaf) -> bool {
    const PARTICIPLES: [&str; 8] = ["based", "led", "backed", "allied", "brokered", "made", "born", "trained"];
    let Some(next) = text[leaf.span.end()..].strip_prefix('-') else { return false };
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    is_one_of(word, &PARTICIPLES)
}

/// Whether the place only lends its name to something that follows, which may stand anywhere: "Mason County", "Bermuda Sands
/// Motel". The words that do so are of the list `place_namesake`; words between must be names themselves.
fn names_more(site: &Site<'_>, leaf: &Leaf) -> bool {
    let behind = site.text()[leaf.span.end()..].split([',', '.', ';', ':', '(', '\n']).next().unwrap_or("");
    let next = behind.split_whitespace().next().unwrap_or("");
    let county = is_one_of(next, &["county", "parish", "border", "frontier"]);
    let words = behind.split_whitespace().take(3).take_while(|word| word.starts_with(char::is_uppercase));
    county
        || behind.starts_with(' ') && { words }.any(|word| site.lexicon.lists("place_namesake", &word.to_lowercase()))
}

/// Whether a country's short name stands as an adjective: "in US air strikes", not "in the US on Monday".
fn is_adjective(text: &str, leaf: &Leaf) -> bool {
    const AFTER: [&str; 14] =
        ["on", "in", "at", "by", "and", "or", "after", "when", "as", "since", "during", "was", "were", "is"];
    let short = is_one_of(leaf.span.text(text), &["US", "U.S.", "UK", "U.K."]);
    let next =
        text[leaf.span.end()..].strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
    short && next.is_some_and(|word| !word.is_empty() && !is_one_of(word, &AFTER))
}

/// Whether a place is the first of several that stand side by side, none of which holds the others: "in Aleppo, Idlib and Raqqa".
fn is_one_of_several(site: &Site<'_>, leaf: &Leaf) -> bool {
    let rest = Span::of(leaf.span.end(), site.sentence().end().max(leaf.span.end()));
    let Some((_, other)) = site.leaves(rest, &[LeafKind::Place]).next() else { return false };
    let between = site.text()[leaf.span.end()..other.span.start()].trim();
    let entry = |leaf: &Leaf| site.mentions.name(leaf).filter(|name| !name.demonym)?.entry;
    let (Some(one), Some(two)) = (entry(leaf), entry(other)) else { return false };
    let nested = site.lexicon.is_part_of(one, two) || site.lexicon.is_part_of(two, one);
    matches!(between, "" | "," | "and" | ", and") && !nested
}

/// Whether the rule tells of talks: what they are about is no place of theirs.
fn is_talks(site: &Site<'_>) -> bool {
    matches!(site.rule.event(), "talks" | "meetings")
}

/// Whether the rule tells of harm: of that anything may be the place.
fn is_harm(site: &Site<'_>) -> bool {
    site.rule.event() == "harm"
}

/// Whether the words before a place make it a location; up to two words may stand between ("in the eastern").
fn is_locative(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> bool {
    let is = |list: &str, word: &str| site.lexicon.lists(list, word);
    // A comma or a weekday between them parts the two: "at an airfield on Sunday, Ukraine's army said".
    let text = site.text();
    let before = &text[sentence.start()..leaf.span.start()];
    let start = sentence.start() + before.rfind([',', ';', ':', '(']).map_or(0, |mark| mark + 1);
    let words = words_before(text, start, leaf.span.start(), REACH);
    if words.first().is_some_and(|verb| is("place_struck", verb)) {
        return true;
    }
    let near = words.iter().take_while(|word| !is("weekdays", word)).take(REACH - 1);
    near.enumerate().any(|(index, word)| match (word.as_str(), words.get(index + 1)) {
        // "In the south of Syria" lies in it, "south of Aleppo" does not.
        ("of", Some(direction)) if is_one_of(direction, &["north", "south", "east", "west"]) => {
            words.get(index + 2).is_some_and(|word| word == "the")
        }
        ("of" | "from", noun) => noun.is_some_and(|noun| is("place_noun", noun)),
        (word, noun) => is("place_after", word) && noun.is_none_or(|noun| !is_elsewhere(site, noun)),
    }) && (is_harm(site) || is_of_the_talks(site, leaf))
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
