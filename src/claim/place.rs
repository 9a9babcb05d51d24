//! The place of a claim: a place name after a locative preposition, the most specific of its chain.

use compact_str::CompactString;

use crate::article::Span;
use crate::lexicon::EntryKind;
use crate::mention::{Leaf, LeafKind};
use crate::rule::{ScopeField, ScopeKind};

use super::attribution::speaks_in;
use super::locative::{
    blanks_before, is_between, is_harm, is_landmark_in, is_led, is_locative, is_talks, stands_beside,
};
use super::namesake::{in_role, is_where};
use super::site::{Site, is_days_after, is_one_of, tells_of_attack, words_before};
use super::unlisted::is_called_town;
use super::{Found, Scoped, capital};

/// Words that may stand between a place and the one around it: "Syria's second largest city Aleppo".
pub(super) const APPOSED: usize = 4;
/// Words between a preposition and its place on where that lies.
const LYING: usize = 2;
/// What a region calls itself.
pub(super) const REGIONS: [&str; 5] = ["region", "province", "oblast", "governorate", "countryside"];

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
    let levels = site.levels().chain(site.opening()).filter(|(found, _)| asked(found) && near(found));
    let said = || nearest(site, levels);
    grouped(site)
        .or_else(said)
        .filter(|place| place.found <= Found::Sentence || !is_another_town(site, place))
        .map(|place| widened(site, place))
}

/// The place of the nearest stretch that names one and, beyond the claim's own and the headline, tells of harm. A sentence of the
/// paragraph that tells of none may be of another place than the headline: the two must not lie apart.
fn nearest(site: &Site<'_>, levels: impl Iterator<Item = (Found, Span)>) -> Option<Scoped<String>> {
    let told = |found: Found, span: Span| {
        matches!(found, Found::Rule | Found::Sentence | Found::Title) || !is_harm(site) || tells_of_attack(site, span)
    };
    let mut passed: Option<String> = None;
    for (found, span) in levels {
        let Some(said) = at_level(site, found, span) else { continue };
        if told(found, span) {
            let value = said.key()?;
            let apart = |other: &String| !site.lexicon.same_or_part(other, &value);
            return (!passed.as_ref().is_some_and(apart)).then_some(Scoped { value, found });
        }
        passed = passed.or_else(|| said.key().filter(|_| found == Found::Paragraph));
    }
    None
}

/// The country of a place, where the claim's own sentence speaks of "across the country": of a place of another sentence, or of its own
/// where the words stand between it and the claim.
fn widened(site: &Site<'_>, place: Scoped<String>) -> Scoped<String> {
    let wide = |stretch: &str| site.lexicon.words("place_wide").iter().any(|words| stretch.contains(&**words));
    if !is_harm(site) || place.found <= Found::Sentence || !wide(site.sentence().text(site.text())) {
        return place;
    }
    Scoped { value: country_around(site, &place.value).unwrap_or(place.value), ..place }
}

/// The key of the country that a place lies in.
fn country_around(site: &Site<'_>, key: &str) -> Option<String> {
    let country = site.lexicon.by_key(key).and_then(|entry| site.lexicon.country_of(entry))?;
    Some(site.lexicon.entry(country).key.to_string())
}

/// Whether words between the claim and a place behind it spread the claim over a country: "killed 20 in the south of the country,
/// nine of them in Homs".
fn is_spread(site: &Site<'_>, leaf: &Leaf) -> bool {
    let (from, to) = (site.matched.span.end(), leaf.span.start());
    from < to && site.lexicon.words("place_wide").iter().any(|words| site.text()[from..to].contains(&**words))
}

/// Whether the claim's own sentence names a town or another stretch of land that the lexicon does not know ("the town of Lindwick",
/// "raids on Lindwick", "fighting in Lindwick"), so that the town of another sentence is not its place, nor a region that is told
/// far from it.
fn is_another_town(site: &Site<'_>, place: &Scoped<String>) -> bool {
    let kind = site.lexicon.by_key(&place.value).map(|entry| site.lexicon.entry(entry).kind);
    let town = kind == Some(EntryKind::City);
    let region = kind == Some(EntryKind::Region);
    let far = matches!(place.found, Found::Paragraph | Found::Article);
    let unknown = |leaf: &Leaf| {
        let words = words_before(site.text(), site.sentence().start(), leaf.span.start(), 2);
        match words.first().map(CompactString::as_str) {
            Some("of") => town && words.get(1).is_some_and(|noun| is_one_of(noun, &["town", "village", "city"])),
            Some("on") => town && words.get(1).is_some_and(|raid| site.lexicon.lists("tally_incidents", raid)),
            Some("in") => far && (town || region) && !names_spot(site, leaf),
            _ => false,
        }
    };
    is_harm(site) && site.leaves(site.sentence(), &[LeafKind::Name]).any(|(_, leaf)| unknown(leaf))
}

/// Whether a town before the claim belongs to other words, since a town that the lexicon does not know follows the claim: "a letter to
/// the corps in Homs on the death of five men in the town of Lindwick".
fn is_beyond_another(site: &Site<'_>, leaf: &Leaf) -> bool {
    let rest = Span::of(site.matched.span.end(), site.sentence().end().max(site.matched.span.end()));
    let key = |leaf: &Leaf| site.mentions.name(leaf)?.entry;
    let city = key(leaf).is_some_and(|entry| site.lexicon.entry(entry).kind == EntryKind::City);
    let town = |other: &Leaf| is_called_town(site, rest, other);
    city && leaf.span.end() <= site.matched.span.start()
        && site.leaves(rest, &[LeafKind::Name]).any(|(_, other)| town(other))
}

/// Whether a name is that of a spot inside a town: a street, a park, a house.
fn names_spot(site: &Site<'_>, leaf: &Leaf) -> bool {
    let name = leaf.span.text(site.text());
    let behind = site.text()[leaf.span.end()..].split_whitespace().next().unwrap_or("");
    let last = name.split_whitespace().next_back().unwrap_or(name);
    [last, behind].iter().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let street = site.lexicon.lists("place_namesake", &word) && !is_one_of(&word, &["county", "parish"]);
        street || site.lexicon.lists("place_spot", &word)
    })
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

/// What one stretch says of the place, and the leaf that says so where one does.
#[derive(Clone, Debug)]
pub(super) struct Told {
    said: Said,
    leaf: Option<usize>,
}

/// What a stretch says of the place.
#[derive(Clone, Debug)]
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

/// The place nearest to the match in one stretch. Every claim behind a stretch has the same place nearest to it, unless the words
/// between them say what it is to talks.
fn at_level(site: &Site<'_>, found: Found, span: Span) -> Option<Said> {
    let told = || of_stretch(site, found, span);
    let before = span.end() <= site.sentence().start() && span.end() <= site.matched.span.start() && !is_talks(site);
    let Told { said, leaf } = if before { site.place_in(span, found == Found::Title, told) } else { told() }?;
    let beyond = leaf.is_some_and(|leaf| is_harm(site) && is_beyond_another(site, &site.mentions.leaves[leaf]));
    Some(if beyond { Said::AnyOfSeveral } else { said })
}

fn of_stretch(site: &Site<'_>, found: Found, span: Span) -> Option<Told> {
    let telling = telling(site, found, span);
    let one = telling.iter().find(|(_, leaf)| !is_harm(site) || !is_one_of_several(site, span, leaf));
    let Some((index, nearest)) = one.or(telling.first()) else {
        let told = capital::read(site, span).or_else(|| around(site, span)).map(Said::Place);
        let said = told.or_else(|| lies_between(site, span).then_some(Said::AnyOfSeveral))?;
        return Some(Told { said, leaf: None });
    };
    if one.is_none() {
        return Some(Told {
            said: around_all(site, span, nearest).map_or(Said::AnyOfSeveral, Said::Place),
            leaf: None,
        });
    }
    let key = key_of(site, narrowed(site, span, nearest))?;
    Some(Told { said: Said::Place(key), leaf: Some(*index) })
}

/// The places that a stretch makes a claim's, the nearest to the match first.
fn telling<'a>(site: &Site<'a>, found: Found, span: Span) -> Vec<(usize, &'a Leaf)> {
    let named = |leaf: &Leaf| site.mentions.name(leaf).is_some_and(|name| !name.demonym);
    let tells = |leaf: &Leaf| match found {
        // A headline names the town of a disaster without a preposition; the countries of talks it names for other reasons.
        Found::Title if !is_talks(site) => {
            let landmark = is_harm(site) && is_landmark_in(site, span, leaf);
            !landmark && !is_doer(site, span, leaf) && !speaks_for_its_country(site, span, leaf)
        }
        _ => is_locative(site, span, leaf),
    };
    let of_part = |leaf: &Leaf| is_harm(site) && is_of_part(site, leaf);
    let mut telling: Vec<(usize, &Leaf)> = site
        .leaves(span, &[LeafKind::Place])
        .filter(|(_, leaf)| named(leaf) && is_where(site, leaf) && tells(leaf) && !of_part(leaf))
        .collect();
    telling.sort_by_key(|(_, leaf)| (distance(site, leaf), leaf.span.start()));
    telling
}

/// The key of the place that a leaf stands for: the country over which the claim is spread, a capital, a region of its name, else its
/// own.
fn key_of(site: &Site<'_>, leaf: &Leaf) -> Option<String> {
    let key = || site.mentions.name(leaf).map(|name| name.key.clone());
    if is_harm(site) && is_spread(site, leaf) {
        return country_around(site, &key()?);
    }
    capital::of(site, leaf).or_else(|| region_around(site, leaf)).or_else(|| region_of_name(site, leaf)).or_else(key)
}

/// Whether a stretch tells only what something lies between.
fn lies_between(site: &Site<'_>, span: Span) -> bool {
    is_harm(site) && site.leaves(span, &[LeafKind::Place]).any(|(_, leaf)| is_between(site, span, leaf))
}

/// How far a place stands from the match: not at all where only a preposition parts them, and a word or two on where the place
/// lies ("in neighbouring Homs").
fn distance(site: &Site<'_>, leaf: &Leaf) -> usize {
    let start = leaf.span.start();
    let ends = [site.matched.span.end(), site.value().end()];
    let between = ends.into_iter().find(|&end| end <= start).map_or("", |end| site.text()[end..start].trim());
    let small = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut words = between.split(' ');
    let led = words.next().is_some_and(|word| site.lexicon.lists("place_after", word));
    if led && words.clone().count() <= LYING && words.all(small) { 0 } else { site.distance(leaf) + 1 }
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

/// Whether the claim's own words count those of several places together: "15 people in Kharkiv and Odesa", "bombs in Lahore and Quetta
/// killed 17".
pub(super) fn sums_up(site: &Site<'_>) -> bool {
    is_harm(site) && (sums_up_behind(site) || sums_up_before(site))
}

fn sums_up_before(site: &Site<'_>) -> bool {
    let (start, own) = (site.sentence().start(), site.matched.span.start());
    let places = site.leaves(Span::of(start.min(own), own), &[LeafKind::Place]).map(|(_, leaf)| leaf);
    let named = places.filter(|leaf| site.mentions.name(leaf).is_some_and(|name| !name.demonym));
    let beside = |leaf: &Leaf| {
        let between = &site.text()[leaf.span.end()..own];
        !between.contains([',', ';', ':', '(']) && between.split_whitespace().count() < LYING + 1
    };
    let led = Span::of(start, own);
    named.last().is_some_and(|leaf| beside(leaf) && is_one_of_several(site, led, leaf))
}

fn sums_up_behind(site: &Site<'_>) -> bool {
    let (from, end) = (site.matched.span.end().max(site.value().end()), site.sentence().end());
    let rest = Span::of(from.min(end), end);
    let places = site.leaves(rest, &[LeafKind::Place]).map(|(_, leaf)| leaf);
    let mut named = places.filter(|leaf| site.mentions.name(leaf).is_some_and(|name| !name.demonym));
    named.next().is_some_and(|leaf| is_led(site, from, leaf) && is_one_of_several(site, rest, leaf))
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
    let named = |other: &&Leaf| !is_landmark_in(site, span, other);
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
    let landmark = |leaf: &Leaf| is_landmark_in(site, span, leaf);
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

/// Whether a headline names who did it: "12 killed by Turkey".
fn is_doer(site: &Site<'_>, headline: Span, leaf: &Leaf) -> bool {
    let led = words_before(site.text(), headline.start(), leaf.span.start(), 1);
    is_harm(site) && led.first().is_some_and(|word| word == "by")
}

/// Whether a headline's country only speaks: "Ukraine says 41 warplanes hit" happened elsewhere.
fn speaks_for_its_country(site: &Site<'_>, headline: Span, leaf: &Leaf) -> bool {
    let entry = site.mentions.name(leaf).and_then(|name| name.entry);
    let country = entry.is_some_and(|entry| site.lexicon.entry(entry).kind == EntryKind::Country);
    country && speaks_in(site, headline, leaf).is_some()
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
