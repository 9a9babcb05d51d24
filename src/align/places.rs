//! Where two tellings happened.

use crate::claim::{ArticleEvent, stems_of};
use crate::lexicon::{EntryId, Lexicon};

use super::Step;
use super::compare::Telling;
use super::rarity::Rarity;
use super::teller::Teller;
use super::weights::{ALIKE_ELSEWHERE, ALSO_NAMED, OTHER_TOWN, PART_OF, PART_OF_REGION, SAME_TOWN};

/// A place of an event, and what the lexicon knows of it.
type Place<'a> = (&'a str, Option<EntryId>);
/// A word that may stand in a telling's context, as a name or at the beginning of a sentence.
type Either = [Option<u32>; 2];

/// The places of a telling, made ready once for all that it is compared with.
#[derive(Clone, Debug, Default)]
pub(super) struct Site<'a> {
    /// The places around which the event names nothing narrower: the town where it names a country too.
    narrowest: Vec<Place<'a>>,
    /// The words of each of its towns' names.
    towns: Vec<Vec<Either>>,
    /// The words of each of its cities' names, and of the towns that the lexicon does not know.
    settled: Vec<Vec<Either>>,
    /// All words of its places' names, sorted.
    words: Vec<u32>,
}

impl<'a> Site<'a> {
    pub(super) fn of(event: &'a ArticleEvent, rarity: &Rarity<'_>) -> Self {
        let lexicon = rarity.lexicon;
        let words_of = |name: &str| stems_of(name).map(|stem| rarity.either(&stem)).collect::<Vec<Either>>();
        let named = event.places.iter().flat_map(|place| words_of(lexicon.shown(place))).flatten().flatten();
        let mut words: Vec<u32> = named.collect();
        words.sort_unstable();
        words.dedup();
        let town = |place: &String| words_of(lexicon.shown(place).split(',').next().unwrap_or_default());
        let of = |places: &mut dyn Iterator<Item = &String>| {
            places.map(town).filter(|words| !words.is_empty()).collect::<Vec<_>>()
        };
        let towns = of(&mut event.places.iter().filter(|place| !place.starts_with("country:")));
        let cities = event.places.iter().filter(|place| place.starts_with("city:"));
        let settled = of(&mut cities.chain(&event.localities));
        Self { narrowest: narrowest(&event.places, lexicon), towns, settled, words }
    }
}

/// Compares where the two happened. `named` says that the same people are named: then what are two places may be a town and its
/// quarter, or where somebody was taken.
pub(super) fn step(a: &Telling<'_>, b: &Telling<'_>, named: bool, lexicon: &Lexicon, teller: Teller) -> Step {
    let known = known(&a.site.narrowest, &b.site.narrowest, lexicon, teller);
    let together = || names(a, b) || names(b, a);
    let apart = || std::ptr::eq(a.extract, b.extract) || tells_there(a, b, lexicon) || tells_there(b, a, lexicon);
    if known.forbids && together() && are_alike_elsewhere(a, b) && !apart() {
        return teller.weighs("place", ALSO_NAMED, || format!("{}, but one article names both", known.found));
    }
    if known.forbids && named && !apart() {
        return teller.weighs("place", ALSO_NAMED, || format!("{}, but the same people are named", known.found));
    }
    let shared = || {
        let mut own = a.event.localities.iter().zip(&a.keys.localities);
        own.find(|(_, key)| b.keys.localities.contains(key)).map(|(name, _)| name)
    };
    match shared() {
        Some(name) if !known.forbids && known.weight.is_none_or(|weight| weight < SAME_TOWN) => {
            teller.weighs("place", SAME_TOWN, || format!("both in {}", lexicon.shown(name)))
        }
        None if !known.forbids && std::ptr::eq(a.extract, b.extract) && have_towns(a, b) && !share_town(a, b) => {
            teller.forbids("place", || format!("{}: one article tells of both", both(a, b, lexicon)))
        }
        None if !known.forbids && are_other_towns(a, b) => teller.weighs("place", OTHER_TOWN, || both(a, b, lexicon)),
        _ => known,
    }
}

/// The places of both as people read them.
fn both(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> String {
    let towns = |event: &ArticleEvent| event.places.iter().chain(&event.localities).cloned().collect::<Vec<_>>();
    let shown = |event| towns(event).iter().map(|town| lexicon.shown(town)).collect::<Vec<_>>().join(", ");
    format!("in {} and in {}", shown(a.event), shown(b.event))
}

/// Whether both name towns, of which the lexicon knows at least one no more than the name.
fn have_towns(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let unlisted = !(a.event.localities.is_empty() && b.event.localities.is_empty());
    unlisted && !a.site.settled.is_empty() && !b.site.settled.is_empty()
}

fn share_town(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    a.site.settled.iter().any(|town| b.site.settled.contains(town))
}

/// Whether the two name different towns, of which the lexicon knows at least one no more than the name, and neither names the
/// other's: they may be neighbours, of which each outlet names another, but mostly they are two towns.
fn are_other_towns(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let tells = |telling: &Telling<'_>, other: &Telling<'_>| {
        let named = other.site.settled.iter().any(|town| has_words(telling, town));
        named && !tells_of_locality(telling, other)
    };
    have_towns(a, b) && !tells(a, b) && !tells(b, a)
}

/// Whether the article of one telling has another event of the kind in a place of the other that the lexicon does not know: it names it
/// for that one.
fn tells_of_locality(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let shares = |event: &ArticleEvent| event.localities.iter().any(|place| b.event.localities.contains(place));
    let other = |event: &&ArticleEvent| event.kind == a.event.kind && !std::ptr::eq(*event, a.event);
    !b.event.localities.is_empty() && !shares(a.event) && a.extract.events.iter().filter(other).any(shares)
}

/// Compares the places that the lexicon knows.
fn known(x: &[Place<'_>], y: &[Place<'_>], lexicon: &Lexicon, teller: Teller) -> Step {
    if x.is_empty() || y.is_empty() {
        return teller.weighs("place", 0.0, || "not said by both".to_owned());
    }
    let is_country = |place: &Place<'_>| place.0.starts_with("country:");
    let is = |a: &Place<'_>, b: &Place<'_>| a.1 == b.1 && (a.1.is_some() || a.0 == b.0);
    let same = x.iter().find(|place| y.iter().any(|other| is(place, other)));
    if let Some(place) = same {
        let weight = if is_country(place) { PART_OF } else { SAME_TOWN };
        return teller.weighs("place", weight, || format!("both in {}", lexicon.shown(place.0)));
    }
    let mut pairs = x.iter().flat_map(|x| y.iter().map(move |y| (x, y)));
    if let Some((x, y)) = pairs.find(|(x, y)| may_be_one(x, y, lexicon)) {
        let weight = if is_country(x) || is_country(y) { PART_OF } else { PART_OF_REGION };
        let found = || format!("{} and {}: one is part of the other", lexicon.shown(x.0), lexicon.shown(y.0));
        return teller.weighs("place", weight, found);
    }
    teller.forbids("place", || format!("{} and {} are different places", shown(x, lexicon), shown(y, lexicon)))
}

fn shown(places: &[Place<'_>], lexicon: &Lexicon) -> String {
    places.iter().map(|place| lexicon.shown(place.0)).collect::<Vec<_>>().join(", ")
}

/// Whether two tellings sound alike though the names of their places are left out.
fn are_alike_elsewhere(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let named = |word: u32| [a, b].iter().any(|telling| telling.site.words.binary_search(&word).is_ok());
    a.context.without(named).similarity(&b.context.without(named)) >= ALIKE_ELSEWHERE
}

/// Whether the words of one telling name a town of the other: the quarter of a city is told by either name, and what the lexicon
/// takes for a far town of the same name may be one.
fn names(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    b.site.towns.iter().any(|town| has_words(a, town))
}

/// Whether all words of a name stand in the context of a telling.
fn has_words(telling: &Telling<'_>, name: &[Either]) -> bool {
    name.iter().all(|word| word.iter().flatten().any(|&word| telling.context.holds(word)))
}

/// Whether the article of one telling has another one of the kind where the other happened: it tells the two apart.
fn tells_there(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> bool {
    let there = |event: &ArticleEvent| {
        let places = narrowest(&event.places, lexicon);
        let apart = || known(&places, &b.site.narrowest, lexicon, Teller::SILENT).forbids;
        event.kind == a.event.kind && !places.is_empty() && !apart()
    };
    a.extract.events.iter().any(|event| !std::ptr::eq(event, a.event) && there(event))
}

/// The places of an event around which it names nothing narrower.
fn narrowest<'e>(places: &'e [String], lexicon: &Lexicon) -> Vec<Place<'e>> {
    let known: Vec<Place<'e>> = places.iter().map(|place| (place.as_str(), lexicon.by_key(place))).collect();
    let is_inside = |place: &Place<'_>, whole: &Place<'_>| {
        place.0 != whole.0 && place.1.zip(whole.1).is_some_and(|(place, whole)| lexicon.is_part_of(place, whole))
    };
    let holds = |whole: &Place<'_>| known.iter().any(|place| is_inside(place, whole));
    known.iter().filter(|place| !holds(place)).copied().collect()
}

/// Whether two places may be one, or one lie in the other: what the lexicon says, and where it cannot tell, towns of one name
/// in two countries (a bare "Bristol" is either), and a town that it does not know in a region that it does.
fn may_be_one(x: &Place<'_>, y: &Place<'_>, lexicon: &Lexicon) -> bool {
    let towns = |town: &str, id: EntryId| {
        lies_in(town, id, lexicon) || is_called(town, id, lexicon) || may_lie_in(town, id, lexicon)
    };
    match (x.1, y.1) {
        (Some(a), Some(b)) => {
            let part = lexicon.is_part_of(a, b) || lexicon.is_part_of(b, a);
            part || lexicon.entry(a).name == lexicon.entry(b).name
        }
        (Some(id), None) => towns(y.0, id),
        (None, Some(id)) => towns(x.0, id),
        (None, None) => x.0.split(", ").next() == y.0.split(", ").next(),
    }
}

/// Whether an ambiguous town has the name of a known one: "columbus" may be any Columbus.
fn is_called(town: &str, place: EntryId, lexicon: &Lexicon) -> bool {
    let plain = |name: &str| name.to_lowercase().replace('-', " ");
    let town = town.strip_prefix("town:").unwrap_or(town);
    let name = lexicon.entry(place).name.split(',').next().unwrap_or_default();
    !town.contains(", ") && plain(town) == plain(name)
}

/// Whether one of the towns that an undecided name may stand for lies in a known place: "town:hamilton" in Ohio.
fn may_lie_in(town: &str, place: EntryId, lexicon: &Lexicon) -> bool {
    let Some(name) = town.strip_prefix("town:") else { return false };
    lexicon.called(&name.replace('-', " ")).any(|id| lexicon.is_part_of(id, place))
}

/// Whether an unknown town with its region behind a comma ("belfair, washington state") may be, or lie in, a known place.
fn lies_in(town: &str, place: EntryId, lexicon: &Lexicon) -> bool {
    let is_named = |id: EntryId| town.split(", ").skip(1).any(|part| lexicon.entry(id).name.eq_ignore_ascii_case(part));
    is_named(place) || lexicon.region_of(place).is_some_and(is_named)
}
