//! The place of a claim: a place name after a locative preposition, the most specific of its chain.

use compact_str::CompactString;

use crate::article::Span;
use crate::lexicon::EntryKind;
use crate::mention::{Leaf, LeafKind};
use crate::rule::{ScopeField, ScopeKind};

use super::attribution::speaks_in;
use super::locative::{blanks_before, is_direction, is_harm, is_landmark, is_locative, is_talks, stands_beside};
use super::site::{Site, is_days_after, is_one_of, tells_of_harm, words_before};
use super::{Found, Scoped, capital};

/// Words that may stand between a place and the one around it: "Syria's second largest city Aleppo".
const APPOSED: usize = 4;
/// What a region calls itself.
const REGIONS: [&str; 5] = ["region", "province", "oblast", "governorate", "countryside"];

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
    let told = |found: Found, span: Span| found < Found::Lead || !is_harm(site) || tells_of_harm(site, span);
    let at = |found: Found, span: Span| at_level(site, found, span).filter(|_| told(found, span));
    grouped(site)
        .or_else(|| {
            let (found, said) = levels.find_map(|(found, span)| Some((found, at(found, span)?)))?;
            said.key().map(|value| Scoped { value, found })
        })
        .filter(|place| place.found <= Found::Sentence || !is_another_town(site, &place.value))
        .map(|place| widened(site, place))
}

/// The country of a place of another sentence, where the claim's own speaks of "across the country".
fn widened(site: &Site<'_>, place: Scoped<String>) -> Scoped<String> {
    const WIDE: [&str; 4] = ["across the country", "throughout the country", "around the country", "nationwide"];
    let sentence = site.sentence().text(site.text());
    if !is_harm(site) || place.found <= Found::Sentence || !WIDE.iter().any(|words| sentence.contains(words)) {
        return place;
    }
    let country = site.lexicon.by_key(&place.value).and_then(|entry| site.lexicon.country_of(entry));
    let value = country.map(|country| site.lexicon.entry(country).key.to_string());
    Scoped { value: value.unwrap_or(place.value), ..place }
}

/// Whether the claim's own sentence names a town that the lexicon does not know ("the town of Lindwick", "raids on Lindwick"), so that the
/// town of another sentence is not its place.
fn is_another_town(site: &Site<'_>, key: &str) -> bool {
    let is_town = |key| site.lexicon.by_key(key).is_some_and(|entry| site.lexicon.entry(entry).kind == EntryKind::City);
    let unknown = |leaf: &Leaf| {
        let words = words_before(site.text(), site.sentence().start(), leaf.span.start(), 2);
        match &words[..] {
            [of, noun] if of == "of" => is_one_of(noun, &["town", "village", "city"]),
            [on, raid] if on == "on" => site.lexicon.lists("tally_incidents", raid),
            _ => false,
        }
    };
    is_harm(site) && is_town(key) && site.leaves(site.sentence(), &[LeafKind::Name]).any(|(_, leaf)| unknown(leaf))
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

/// What one stretch says of the place.
enum Said {
    /// Its key.
    Place(String),
    /// Several are named, and it may be any of them.
    AnyOfSeveral,
}

impl Said {
    fn key(self) -> Option<String> {
        match self {
            Self::Place(key) => Some(key),
            Self::AnyOfSeveral => None,
        }
    }
}

/// The place nearest to the match in one stretch.
fn at_level(site: &Site<'_>, found: Found, span: Span) -> Option<Said> {
    let places = site.leaves(span, &[LeafKind::Place]).map(|(_, leaf)| leaf);
    let named = places.filter(|leaf| site.mentions.name(leaf).is_some_and(|name| !name.demonym));
    let tells = |leaf: &&Leaf| match found {
        // A headline names the town of a disaster without a preposition; the countries of talks it names for other reasons.
        Found::Title if !is_talks(site) => {
            let landmark = is_harm(site) && is_landmark(&site.text()[span.start()..leaf.span.start()]);
            !landmark && !speaks_for_its_country(site, span, leaf)
        }
        _ => is_locative(site, span, leaf),
    };
    let telling = named.filter(|leaf| is_where(site, leaf)).filter(tells);
    let of_part = |leaf: &Leaf| is_harm(site) && is_of_part(site, leaf);
    let mut telling: Vec<&Leaf> = telling.filter(|leaf| !of_part(leaf)).collect();
    telling.sort_by_key(|leaf| (distance(site, leaf), leaf.span.start()));
    let one = telling.iter().find(|leaf| !is_harm(site) || !is_one_of_several(site, span, leaf));
    let Some(nearest) = one.or(telling.first()) else {
        return capital::read(site, span).or_else(|| around(site, span)).map(Said::Place);
    };
    if one.is_none() {
        return Some(around_all(site, span, nearest).map_or(Said::AnyOfSeveral, Said::Place));
    }
    let nearest = narrowed(site, span, nearest);
    let region =
        capital::of(site, nearest).or_else(|| region_around(site, nearest)).or_else(|| region_of_name(site, nearest));
    region.or_else(|| site.mentions.name(nearest).map(|name| name.key.clone())).map(Said::Place)
}

/// How far a place stands from the match: not at all where only a preposition parts them.
fn distance(site: &Site<'_>, leaf: &Leaf) -> usize {
    let (end, start) = (site.matched.span.end(), leaf.span.start());
    let between = if end <= start { site.text()[end..start].trim() } else { "" };
    if site.lexicon.lists("place_after", between) { 0 } else { site.distance(leaf) }
}

/// Whether a place behind the match is that of a part alone: "23 people, nine of them in Bergamo"; of the next figure of a row: "150
/// in Lindwick, 100 in Homs"; or of something before: "hours after an attack in Homs".
fn is_of_part(site: &Site<'_>, leaf: &Leaf) -> bool {
    let (from, to) = (site.matched.span.end(), leaf.span.start());
    if from >= to {
        return false;
    }
    if is_days_after(&site.text()[from..to]) {
        return true;
    }
    let numbers = site.leaves(Span::of(from, to), &[LeafKind::Number]);
    let Some((_, number)) = numbers.last() else { return false };
    let behind = blanks_before(&site.text()[number.span.end()..to], APPOSED);
    let part = matches!(&behind[..], [_, who, of] if of == "of" && is_one_of(who, &["them", "whom", "those"]));
    let before = site.leaves(Span::of(from, number.span.start()), &[LeafKind::Name, LeafKind::Place]);
    part || behind.len() == 1 && { before }.last().is_some_and(|(_, place)| is_after_preposition(site, place))
}

/// Whether a preposition of place stands right before a name.
fn is_after_preposition(site: &Site<'_>, leaf: &Leaf) -> bool {
    let words = words_before(site.text(), site.sentence().start(), leaf.span.start(), 1);
    words.first().is_some_and(|word| site.lexicon.lists("place_after", word))
}

/// What holds the several places of which one is told, where the stretch names it behind them: "in Homs and Hama in Syria".
fn around_all(site: &Site<'_>, span: Span, leaf: &Leaf) -> Option<String> {
    let entry = |leaf: &Leaf| site.mentions.name(leaf).filter(|name| !name.demonym)?.entry;
    let after = Span::of(leaf.span.end(), span.end().max(leaf.span.end()));
    let holds = |whole| entry(leaf).is_some_and(|part| site.lexicon.is_part_of(part, whole));
    let whole =
        site.leaves(after, &[LeafKind::Place]).filter_map(|(_, other)| entry(other)).find(|whole| holds(*whole))?;
    Some(site.lexicon.entry(whole).key.to_string())
}

/// Whether a place stands for itself, and not for an office, a seat, something called after it or what brackets explain.
fn is_where(site: &Site<'_>, leaf: &Leaf) -> bool {
    let text = site.text();
    let lends = is_base(text, leaf) || is_adjective(text, leaf) || names_more(site, leaf) || is_crossing(site, leaf);
    let compared = words_before(text, site.article.headline().start(), leaf.span.start(), 1)
        .first()
        .is_some_and(|word| word == "since");
    !in_role(site, leaf)
        && !lends
        && !compared
        && !is_aside(site, leaf)
        && !is_home(text, leaf)
        && !is_far_namesake(site, leaf)
}

/// Whether a place only says whence somebody is: "a Long Beach man".
fn is_home(text: &str, leaf: &Leaf) -> bool {
    const PEOPLE: [&str; 12] =
        ["man", "woman", "men", "women", "teen", "teenager", "teens", "boy", "girl", "couple", "native", "family"];
    let next =
        text[leaf.span.end()..].strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
    next.is_some_and(|word| is_one_of(word, &PEOPLE))
}

/// Whether a town of this name lies in another country than the landmark beside it or what it is said to lie in ("Bureij northeast
/// of Aleppo"): a village that the lexicon does not know may bear the name of a town that it does.
fn is_far_namesake(site: &Site<'_>, leaf: &Leaf) -> bool {
    let country = |leaf: &Leaf| site.lexicon.country_of(site.mentions.name(leaf)?.entry?);
    let rest = Span::of(leaf.span.end(), site.sentence().end().max(leaf.span.end()));
    let Some((_, other)) = site.leaves(rest, &[LeafKind::Place]).next().filter(|_| is_harm(site)) else { return false };
    let between = blanks_before(&site.text()[leaf.span.end()..other.span.start()], APPOSED + 1);
    let within = || between.len() <= APPOSED && between.iter().take(2).any(|word| word == "in");
    let landmark = matches!(&between[..], [of, direction, rest @ ..] if of == "of" && is_direction(direction) && rest.len() < APPOSED);
    (landmark || within()) && country(other).is_some() && country(leaf) != country(other)
}

/// The narrower place that the words beside a place name as well: "in Syria's second city Aleppo", "the Idlib countryside in Syria".
/// Where they name two that lie apart, it stays the wider one.
fn narrowed<'a>(site: &Site<'a>, span: Span, leaf: &'a Leaf) -> &'a Leaf {
    let entry = |leaf: &Leaf| site.mentions.name(leaf).filter(|name| !name.demonym)?.entry;
    let Some(whole) = entry(leaf).filter(|_| is_harm(site)) else { return leaf };
    let beside = |other: &&Leaf| {
        let (from, to) = (leaf.span.end().min(other.span.end()), leaf.span.start().max(other.span.start()));
        let between = site.text()[from..to.max(from)].trim();
        let words = between.split_whitespace();
        !between.contains(['"', '“', ';', ':', '.', '(']) && words.clone().count() <= APPOSED && { words }
            .all(|word| word != "and")
    };
    let within = |other: &&Leaf| entry(other).is_some_and(|part| site.lexicon.is_part_of(part, whole));
    let named = |other: &&Leaf| !is_landmark(&site.text()[span.start()..other.span.start()]);
    let leaves = site.leaves(span, &[LeafKind::Place]).map(|(_, leaf)| leaf);
    let parts: Vec<&Leaf> = leaves
        .filter(within)
        .filter(beside)
        .filter(named)
        .filter(|part| is_where(site, part) && speaks_in(site, span, part).is_none())
        .collect();
    let narrowest = |one: &&&Leaf| {
        parts.iter().all(|other| {
            entry(one) == entry(other)
                || entry(one).zip(entry(other)).is_some_and(|(one, other)| site.lexicon.is_part_of(one, other))
        })
    };
    parts.iter().find(narrowest).copied().filter(|part| !is_one_of_several(site, span, part)).unwrap_or(leaf)
}

/// The region around the town that a stretch names only as a landmark: "a village west of Raqqa". Around a capital it is the
/// country, since a capital is often a region of its own.
fn around(site: &Site<'_>, span: Span) -> Option<String> {
    let landmark = |leaf: &Leaf| is_landmark(&site.text()[span.start()..leaf.span.start()]);
    let leaves = site.leaves(span, &[LeafKind::Place]).map(|(_, leaf)| leaf);
    let nearest = leaves.filter(|leaf| landmark(leaf)).min_by_key(|leaf| (site.distance(leaf), leaf.span.start()))?;
    let town = site.mentions.name(nearest).filter(|_| is_harm(site))?.entry?;
    let capital = site.lexicon.entry(town).capital;
    let whole = if capital { site.lexicon.country_of(town) } else { site.lexicon.region_of(town) };
    whole.map(|whole| site.lexicon.entry(whole).key.to_string())
}

/// The region behind a town's name, where the article speaks of the region of that name ("Idlib province") and never of the
/// city: its bare name may mean either.
fn region_of_name(site: &Site<'_>, leaf: &Leaf) -> Option<String> {
    let id = site.mentions.name(leaf).filter(|_| is_harm(site))?.entry?;
    let region = site.lexicon.region_of(id).filter(|&region| region != id)?;
    let (town, region) = (site.lexicon.entry(id), site.lexicon.entry(region));
    let named = region.name.starts_with(&*town.name);
    (named && site.memo.means_region(id, || means_region(site, &town.key, &region.key))).then(|| region.key.to_string())
}

/// Whether an article speaks somewhere of the region and nowhere of the city of that name.
fn means_region(site: &Site<'_>, town: &str, region: &str) -> bool {
    let (mut wide, mut narrow) = (false, false);
    for other in site.mentions.leaves.iter().filter(|other| other.kind == LeafKind::Place) {
        let Some(name) = site.mentions.name(other) else { continue };
        let beside = |nouns: &[&str]| name.key == town && stands_beside(site.text(), other, nouns);
        wide |= name.key == region || beside(&REGIONS);
        narrow |= beside(&["city", "town"]);
    }
    wide && !narrow
}

/// The region that is called after a town: "the Russian region of Kursk", "the Aleppo countryside".
fn region_around(site: &Site<'_>, leaf: &Leaf) -> Option<String> {
    let text = site.text();
    let rural = || words_before(text, 0, leaf.span.start(), 1).first().is_some_and(|word| word == "rural");
    let entry = site.mentions.name(leaf)?.entry.filter(|_| stands_beside(text, leaf, &REGIONS) || rural())?;
    site.lexicon.region_of(entry).map(|region| site.lexicon.entry(region).key.to_string())
}

/// Whether a headline's country only speaks: "Ukraine says 41 warplanes hit" happened elsewhere.
fn speaks_for_its_country(site: &Site<'_>, headline: Span, leaf: &Leaf) -> bool {
    let entry = site.mentions.name(leaf).and_then(|name| name.entry);
    let country = entry.is_some_and(|entry| site.lexicon.entry(entry).kind == EntryKind::Country);
    country && speaks_in(site, headline, leaf).is_some()
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
    let key = |leaf: &Leaf| Some(format!("{}{}", site.mentions.name(leaf)?.key, number_behind(site.text(), leaf)));
    let mut keys: Vec<String> = names.filter_map(|(_, leaf)| key(leaf)).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// The number that ends a name: the 4 of "Sector 4".
fn number_behind<'t>(text: &'t str, leaf: &Leaf) -> &'t str {
    let behind = &text[leaf.span.end()..];
    let digits =
        behind.strip_prefix(' ').map_or("", |rest| &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()]);
    if digits.is_empty() { "" } else { &behind[..=digits.len()] }
}

/// Whether the place belongs to somebody's office ("Kyiv mayor") and says nothing of where.
fn in_role(site: &Site<'_>, leaf: &Leaf) -> bool {
    site.mentions.role_around(leaf.span).is_some()
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

/// Whether a place is one of two streets that meet: "near West Chicago and Evergreen".
fn is_crossing(site: &Site<'_>, leaf: &Leaf) -> bool {
    let Some(rest) = site.text()[leaf.span.end()..].strip_prefix(" and ").filter(|_| is_harm(site)) else {
        return false;
    };
    let next = leaf.span.end() + " and ".len();
    let first = words_before(site.text(), site.sentence().start().min(leaf.span.start()), leaf.span.start(), 2);
    let led = first.iter().any(|word| is_one_of(word, &["near", "at", "of"]));
    let street = rest.starts_with(char::is_uppercase);
    led && street && site.leaves(Span::of(next, next + 1), &[LeafKind::Place]).next().is_none()
}

/// Whether brackets that do not hold the match tell something of what stands before them: "Daesh (banned in Russia)".
fn is_aside(site: &Site<'_>, leaf: &Leaf) -> bool {
    let Some(open) = site.text()[..leaf.span.start()].rfind(['(', ')', '\n']) else { return false };
    let inside = site.text()[open..leaf.span.start()].strip_prefix('(');
    let explains =
        |words: &str| words.split_whitespace().next().is_some_and(|word| !site.lexicon.lists("place_after", word));
    inside.is_some_and(explains) && !Span::of(open, leaf.span.end()).contains(site.value())
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

/// Whether a place is one of several that stand side by side, none of which holds the others: "in Aleppo, Idlib and Raqqa".
fn is_one_of_several(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let entry = |leaf: &Leaf| site.mentions.name(leaf).filter(|name| !name.demonym)?.entry;
    let joined = |one: &Leaf, two: &Leaf| {
        let between = site.text()[one.span.end()..two.span.start()].trim();
        let nested = |one, two| site.lexicon.is_part_of(one, two) || site.lexicon.is_part_of(two, one);
        let apart = entry(one).zip(entry(two)).is_some_and(|(one, two)| one != two && !nested(one, two));
        matches!(between, "" | "," | "and" | ", and") && apart
    };
    let led = words_before(site.text(), span.start(), leaf.span.start(), 3);
    if led.iter().map(CompactString::as_str).eq(["in", "and", "there"]) {
        return true;
    }
    let before = Span::of(span.start(), leaf.span.start());
    let after = Span::of(leaf.span.end(), span.end().max(leaf.span.end()));
    let kinds = &[LeafKind::Place];
    site.leaves(after, kinds).next().is_some_and(|(_, other)| joined(leaf, other))
        || site.leaves(before, kinds).last().is_some_and(|(_, other)| joined(other, leaf))
}
