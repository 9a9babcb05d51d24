//! Comparing two article-events: a waterfall of named steps, each of which weighs or forbids.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::claim::{ArticleEvent, Extract, stems_of};
use crate::lexicon::{EntryId, Lexicon};
use crate::value::{DateSpan, Precision, days_between};

use super::Step;
use super::rarity::Context;
use super::weights::{
    AFTERMATH, ALIKE_ELSEWHERE, ALSO_NAMED, COARSE_DATE, COUNTRY, DAY_AND_PUBLICATION, NEXT_DAY, OTHER_HAPPENING,
    OTHER_TOWN, PART_OF, PART_OF_REGION, PARTICIPANT, PRIOR, PUBLISHED_TOGETHER, SAME_DAY, SAME_MATTER, SAME_SIDE,
    SAME_TOWN, SAME_WEEK, probability,
};
use super::{told, utterances, words};

/// Days after an event within which articles still bring its figures.
pub(super) const FIGURE_DAYS: i32 = 7;
/// From so many on people hold a conference.
const CONFERENCE: usize = 4;
/// Days after an event within which its arrests and trials recall it.
const AFTERMATH_DAYS: i32 = 730;

/// One article's telling of an event.
#[derive(Clone, Debug)]
pub struct Telling<'a> {
    /// The article.
    pub extract: &'a Extract,
    /// The event as it tells it.
    pub event: &'a ArticleEvent,
    /// How many participants two tellings must share, from the rules of its claims.
    pub min_participants: usize,
    /// Whether its rules need a date to tell it from others (`needs`).
    pub needs_date: bool,
    /// Its words of context.
    pub context: Context,
}

/// What came of a comparison.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Every step, in order.
    pub steps: Vec<Step>,
    /// Whether a step forbids the link.
    pub forbidden: bool,
    /// Whether a date is missing that would be needed to tell.
    pub undated: bool,
}

impl Comparison {
    /// The sum of the weights.
    pub fn sum(&self) -> f64 {
        self.steps.iter().filter_map(|step| step.weight).sum()
    }

    /// The probability that the two are one event; 0 where a step forbids it.
    pub fn probability(&self) -> f64 {
        if self.forbidden { 0.0 } else { probability(self.sum()) }
    }

    /// The step that forbids, where one does.
    pub fn obstacle(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.forbids)
    }
}

/// Compares two tellings. The values of their claims take no part in it, but for utterances, which are known by their words.
pub fn compare_events(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> Comparison {
    if let (Some(x), Some(y)) = (&a.event.matter, &b.event.matter) {
        return matters(a, b, x == y);
    }
    if a.event.utterance && b.event.utterance {
        return utterances::compare(a, b, lexicon);
    }
    let (date, undated) = if a.needs_date || b.needs_date { dates(a, b) } else { (whenever(a, b), false) };
    let mut steps = vec![
        prior(a, b),
        date,
        places(a, b, lexicon),
        participants(a, b, lexicon),
        words::step(&a.context, &b.context),
    ];
    steps.extend(happenings(a.event, b.event));
    steps.extend(sides(a, b, lexicon));
    let forbidden = steps.iter().any(|step| step.forbids);
    Comparison { steps, forbidden, undated }
}

/// Where an event stands before anything else is compared.
fn prior(a: &Telling<'_>, b: &Telling<'_>) -> Step {
    Step {
        name: "prior",
        found: format!("two tellings of one kind, {}", a.event.kind),
        weight: Some(PRIOR),
        forbids: a.event.kind != b.event.kind,
    }
}

/// What there can be only one of is one event wherever it is told, and two such matters never are.
fn matters(a: &Telling<'_>, b: &Telling<'_>, same: bool) -> Comparison {
    let again = a.event.told.as_ref().zip(b.event.told.as_ref()).is_some_and(|(x, y)| x.is_apart(y));
    let step = if again {
        forbids("date", "told too far apart to be one: it happened more than once".to_owned())
    } else if same {
        weighs("matter", format!("one {}: there can be only one", a.event.kind), SAME_MATTER)
    } else {
        forbids("matter", "about other matters".to_owned())
    };
    Comparison { forbidden: step.forbids, steps: vec![step], undated: false }
}

/// What needs no date: only dates that both articles have speak, and forbid nothing.
fn whenever(a: &Telling<'_>, b: &Telling<'_>) -> Step {
    let day = |telling: &Telling<'_>| telling.extract.article.day().map(|(day, _)| day);
    match (day(a), day(b)) {
        (Some(x), Some(y)) => {
            let apart = days_between(x, y).abs();
            let weight = if apart <= 1 { PUBLISHED_TOGETHER } else { 0.0 };
            weighs("date", format!("published {apart} days apart; no date is needed"), weight)
        }
        _ => weighs("date", "no date is needed".to_owned(), 0.0),
    }
}

/// A step that weighs.
pub(super) fn weighs(name: &'static str, found: String, weight: f64) -> Step {
    Step { name, found, weight: Some(weight), forbids: false }
}

/// A step that forbids.
pub(super) fn forbids(name: &'static str, found: String) -> Step {
    Step { name, found, weight: None, forbids: true }
}

/// Compares when the two happened; says as well whether a date is missing.
fn dates(a: &Telling<'_>, b: &Telling<'_>) -> (Step, bool) {
    let day = |telling: &Telling<'_>| telling.extract.article.day().map(|(day, _)| day);
    if let (Some(x), Some(y)) = (&a.event.told, &b.event.told) {
        return told::dates(a, b, x, y).map_or_else(|| (undated(a, b), true), |step| (step, false));
    }
    if a.event.cumulative || b.event.cumulative {
        return totals(a, b, day(a), day(b));
    }
    let step = match (a.event.date, b.event.date) {
        (Some(x), Some(y)) => named_dates(x, y, a.event.date_stated && b.event.date_stated),
        (Some(x), None) if !b.event.background && day(b).is_some() => {
            day(b).map_or_else(|| undated(a, b), |d| date_and_publication(x, d, b.event.aftermath))
        }
        (None, Some(y)) if !a.event.background && day(a).is_some() => {
            day(a).map_or_else(|| undated(a, b), |d| date_and_publication(y, d, a.event.aftermath))
        }
        (None, None) if !a.event.background && !b.event.background => match (day(a), day(b)) {
            (Some(x), Some(y)) => publications_of(days_between(x, y).abs(), a.event.aftermath || b.event.aftermath),
            _ => return (undated(a, b), true),
        },
        _ => return (undated(a, b), true),
    };
    (step, false)
}

/// A running total is good for its day: two are set side by side where they were published within a week, and never against
/// the figure of a single event.
fn totals(a: &Telling<'_>, b: &Telling<'_>, x: Option<Date>, y: Option<Date>) -> (Step, bool) {
    if a.event.cumulative != b.event.cumulative {
        return (forbids("scope", "a running total against the figure of one event".to_owned()), false);
    }
    match (x, y) {
        (Some(x), Some(y)) => (publications(days_between(x, y).abs()), false),
        _ => (undated(a, b), true),
    }
}

/// Nothing says when one of them happened.
fn undated(a: &Telling<'_>, b: &Telling<'_>) -> Step {
    let lacks =
        |t: &Telling<'_>| t.event.date.is_none() && (t.event.background || t.extract.article.published.is_none());
    let who =
        [a, b].into_iter().find(|telling| lacks(telling)).map_or("one of them", |telling| &*telling.extract.article.id);
    forbids("date", format!("{who} does not say when, and has no date"))
}

/// Both say when it happened. Days that touch may be one night or another time zone, unless both tellings name theirs beside
/// the figure.
fn named_dates(x: DateSpan, y: DateSpan, stated: bool) -> Step {
    let days = x.precision() == Precision::Day && y.precision() == Precision::Day;
    let slack = i32::from(days && !stated);
    if !x.overlaps(&y, slack) {
        return forbids("date", format!("{x} and {y} are different dates"));
    }
    match (days, x == y) {
        (true, true) => weighs("date", format!("both on {x}"), SAME_DAY),
        (true, false) => weighs("date", format!("{x} and {y} touch"), NEXT_DAY),
        _ => weighs("date", format!("{x} and {y} overlap"), COARSE_DATE),
    }
}

/// One says when, the other only when it was published: an event is reported on its day and in the week after.
fn date_and_publication(date: DateSpan, published: Date, aftermath: bool) -> Step {
    let (after_first, after_last) = (days_between(date.first(), published), days_between(date.last(), published));
    if aftermath && (FIGURE_DAYS + 1..=AFTERMATH_DAYS).contains(&after_last) {
        return weighs("date", format!("{date}; the article of {published} tells what came after"), AFTERMATH);
    }
    let coarse = date.precision() != Precision::Day;
    if after_first < -1 || after_last > FIGURE_DAYS {
        return forbids("date", format!("{date} is not in the week before the publication on {published}"));
    }
    let weight = match after_last {
        _ if coarse => SAME_WEEK,
        -1..=1 => DAY_AND_PUBLICATION,
        _ => SAME_WEEK,
    };
    weighs("date", format!("{date}, and published on {published}"), weight)
}

/// The same where one of them may tell what came after.
fn publications_of(apart: i32, aftermath: bool) -> Step {
    if aftermath && (FIGURE_DAYS + 1..=AFTERMATH_DAYS).contains(&apart) {
        return weighs("date", format!("published {apart} days apart; one tells what came after"), AFTERMATH);
    }
    publications(apart)
}

/// Neither says when: the days of publication speak.
pub(super) fn publications(apart: i32) -> Step {
    match apart {
        0 | 1 => weighs("date", format!("published {apart} days apart"), PUBLISHED_TOGETHER),
        2..=FIGURE_DAYS => weighs("date", format!("published {apart} days apart"), SAME_WEEK),
        _ => forbids("date", format!("published {apart} days apart, and neither says when it happened")),
    }
}

/// Compares what happened: a flood and a shooting of one day and town are two events.
fn happenings(a: &ArticleEvent, b: &ArticleEvent) -> Option<Step> {
    let (x, y) = (&a.happenings, &b.happenings);
    if x.is_empty() || y.is_empty() || x.iter().any(|what| y.contains(what)) {
        return None;
    }
    let list = |what: &[&str]| what.join(", ").replace("happened_", "").replace('_', " ");
    let found = format!("{} against {}", list(x), list(y));
    // Of one flood another article may tell as of a ferry; a call is no meeting face to face.
    Some(if a.kind == "harm" {
        weighs("what happened", found, OTHER_HAPPENING)
    } else {
        forbids("what happened", found)
    })
}

/// Compares whose people or things are counted, where each telling counts one side only: "Russian troops" in both.
fn sides(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> Option<Step> {
    let (x, y) = (side(a)?, side(b)?);
    (x == y).then(|| weighs("side", format!("both count {}", lexicon.shown(x)), SAME_SIDE))
}

/// The one side that a telling counts.
fn side<'a>(telling: &Telling<'a>) -> Option<&'a str> {
    let claims = telling.event.claims.iter().map(|&claim| &telling.extract.claims[claim]);
    let mut parties = claims.map(|claim| claim.scope.party.as_ref().map(|party| party.value.as_str()));
    let first = parties.next()??;
    parties.all(|party| party == Some(first)).then_some(first)
}

/// Compares where the two happened.
fn places(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> Step {
    let shared = a.event.localities.iter().find(|name| b.event.localities.contains(name));
    let known = known_places(a.event, b.event, lexicon);
    let together = || names(a, b, lexicon) || names(b, a, lexicon);
    let apart = || std::ptr::eq(a.extract, b.extract) || tells_there(a, b, lexicon) || tells_there(b, a, lexicon);
    if known.forbids && together() && are_alike_elsewhere(a, b, lexicon) && !apart() {
        let found = format!("{}, but one article names both", known.found);
        return weighs("place", found, ALSO_NAMED);
    }
    match shared {
        Some(name) if !known.forbids && known.weight.is_none_or(|weight| weight < SAME_TOWN) => {
            weighs("place", format!("both in {}", lexicon.shown(name)), SAME_TOWN)
        }
        None if !known.forbids => other_towns(a, b, lexicon).unwrap_or(known),
        _ => known,
    }
}

/// Two towns of which the lexicon knows at least one no more than the name, where neither telling names the other's: they may be
/// neighbours, of which each outlet names another, but mostly they are two towns. A region or a country may hold any town.
fn other_towns(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> Option<Step> {
    let towns = |event: &'_ ArticleEvent| -> Vec<String> {
        let known = event.places.iter().filter(|place| place.starts_with("city:"));
        known.chain(&event.localities).cloned().collect()
    };
    let (x, y) = (towns(a.event), towns(b.event));
    let unlisted = !(a.event.localities.is_empty() && b.event.localities.is_empty());
    let named = |town: &String, event: &ArticleEvent| is_worded(town, event, lexicon);
    let told = x.iter().any(|town| named(town, b.event)) || y.iter().any(|town| named(town, a.event));
    (unlisted && !x.is_empty() && !y.is_empty() && !told)
        .then(|| weighs("place", format!("in {} and in {}", shown(&x, lexicon), shown(&y, lexicon)), OTHER_TOWN))
}

/// Compares the places that the lexicon knows.
fn known_places(a: &ArticleEvent, b: &ArticleEvent, lexicon: &Lexicon) -> Step {
    let (x, y) = (narrowest(&a.places, lexicon), narrowest(&b.places, lexicon));
    if x.is_empty() || y.is_empty() {
        return weighs("place", "not said by both".to_owned(), 0.0);
    }
    let same = x.iter().copied().find(|place| y.contains(place));
    if let Some(place) = same {
        let weight = if place.starts_with("country:") { PART_OF } else { SAME_TOWN };
        return weighs("place", format!("both in {}", lexicon.shown(place)), weight);
    }
    let pairs = x.iter().flat_map(|x| y.iter().map(move |y| (*x, *y)));
    match pairs.into_iter().find(|(x, y)| may_be_one(x, y, lexicon)) {
        Some((x, y)) => {
            let country = x.starts_with("country:") || y.starts_with("country:");
            let found = format!("{} and {}: one is part of the other", lexicon.shown(x), lexicon.shown(y));
            weighs("place", found, if country { PART_OF } else { PART_OF_REGION })
        }
        None => forbids("place", format!("{} and {} are different places", shown(x, lexicon), shown(y, lexicon))),
    }
}

/// Whether two tellings sound alike though the names of their places are left out.
fn are_alike_elsewhere(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> bool {
    let places = a.event.places.iter().chain(&b.event.places);
    let names: BTreeSet<String> = places.flat_map(|place| stems_of(lexicon.shown(place))).collect();
    let bare = |telling: &Telling<'_>| {
        telling.context.without(|at| names.contains(telling.event.words[at].trim_start_matches('^')))
    };
    bare(a).similarity(&bare(b)) >= ALIKE_ELSEWHERE
}

/// Whether the words of one telling name a town of the other: the quarter of a city is told by either name, and what the lexicon
/// takes for a far town of the same name may be one.
fn names(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> bool {
    let mut towns = b.event.places.iter().filter(|place| !place.starts_with("country:"));
    towns.any(|place| is_worded(place, a.event, lexicon))
}

/// Whether the name of a place is among the words of an event.
fn is_worded(place: &str, event: &ArticleEvent, lexicon: &Lexicon) -> bool {
    let name = lexicon.shown(place).split(',').next().unwrap_or_default();
    let mut words = stems_of(name).peekable();
    words.peek().is_some() && words.all(|stem| holds(&event.words, &stem))
}

/// Whether the article of one telling has another one of the kind where the other happened: it tells the two apart.
fn tells_there(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> bool {
    let there = |event: &ArticleEvent| {
        event.kind == a.event.kind && !event.places.is_empty() && !known_places(event, b.event, lexicon).forbids
    };
    a.extract.events.iter().any(|event| !std::ptr::eq(event, a.event) && there(event))
}

/// Whether the sorted words hold a stem, as a name or at the beginning of a sentence.
fn holds(words: &[Arc<str>], stem: &str) -> bool {
    let has = |word: &str| words.binary_search_by(|known| (**known).cmp(word)).is_ok();
    has(stem) || has(&format!("^{stem}"))
}

/// The places of an event around which it names nothing narrower: the town where it names a country too.
fn narrowest<'e>(places: &'e [String], lexicon: &Lexicon) -> Vec<&'e String> {
    let holds = |whole: &String| places.iter().any(|place| place != whole && is_inside(place, whole, lexicon));
    places.iter().filter(|&place| !holds(place)).collect()
}

fn is_inside(place: &str, whole: &str, lexicon: &Lexicon) -> bool {
    lexicon.by_key(place).zip(lexicon.by_key(whole)).is_some_and(|(place, whole)| lexicon.is_part_of(place, whole))
}

/// Whether two places may be one, or one lie in the other: what the lexicon says, and where it cannot tell, towns of one name
/// in two countries (a bare "Bristol" is either), and a town that it does not know in a region that it does.
fn may_be_one(x: &str, y: &str, lexicon: &Lexicon) -> bool {
    let known = |key: &str| lexicon.by_key(key);
    match (known(x), known(y)) {
        (Some(a), Some(b)) => lexicon.same_or_part(x, y) || lexicon.entry(a).name == lexicon.entry(b).name,
        (Some(id), None) => lies_in(y, id, lexicon) || is_called(y, id, lexicon),
        (None, Some(id)) => lies_in(x, id, lexicon) || is_called(x, id, lexicon),
        (None, None) => x.split(", ").next() == y.split(", ").next(),
    }
}

/// Whether an ambiguous town has the name of a known one: "columbus" may be any Columbus.
fn is_called(town: &str, place: EntryId, lexicon: &Lexicon) -> bool {
    let plain = |name: &str| name.to_lowercase().replace('-', " ");
    let name = lexicon.entry(place).name.split(',').next().unwrap_or_default();
    !town.contains(", ") && plain(town) == plain(name)
}

/// Whether an unknown town with its region behind a comma ("belfair, washington state") may be, or lie in, a known place.
fn lies_in(town: &str, place: EntryId, lexicon: &Lexicon) -> bool {
    let is_named = |id: EntryId| town.split(", ").skip(1).any(|part| lexicon.entry(id).name.eq_ignore_ascii_case(part));
    is_named(place) || lexicon.region_of(place).is_some_and(is_named)
}

/// Compares who took part, in any order.
fn participants(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> Step {
    let (x, y) = (&a.event.participants, &b.event.participants);
    if x.is_empty() || y.is_empty() {
        return weighs("participants", "not said by both".to_owned(), 0.0);
    }
    let led = a.event.told.is_some() && b.event.told.is_some();
    let is_shared = |who: &&String| y.contains(who) || led && y.iter().any(|other| stands_for(who, other, lexicon));
    let shared: Vec<&String> = x.iter().filter(is_shared).collect();
    let needed = a.min_participants.max(b.min_participants).min(x.len()).min(y.len());
    if shared.len() < needed {
        return forbids("participants", format!("{} against {}", shown(x, lexicon), shown(y, lexicon)));
    }
    if led && x.len().min(y.len()) == 2 && x.len().max(y.len()) >= CONFERENCE {
        return forbids(
            "participants",
            format!("a talk of {} against one of {}", x.len().min(y.len()), x.len().max(y.len())),
        );
    }
    let countries = shared.iter().filter(|who| who.starts_with("country:")).count().min(3);
    let others = (shared.len() - countries.min(shared.len())).min(3);
    // Two running totals of the same giver and receiver are one count, however their articles are worded.
    let totals = a.event.cumulative && b.event.cumulative && shared.len() > 1;
    let weight = weight_of(countries, if totals { PARTICIPANT } else { COUNTRY }) + weight_of(others, PARTICIPANT);
    weighs("participants", shown(shared, lexicon), weight)
}

/// Whether one of two is a country and the other somebody who leads it: "the leaders of France and Italy" are told by name elsewhere.
fn stands_for(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let leads = |person: &str, country: &str| {
        let (Some(person), Some(country)) = (lexicon.by_key(person), lexicon.by_key(country)) else { return false };
        let head = |office: &str| {
            let names = lexicon.by_key(office).map(|office| &lexicon.entry(office).offices);
            names.is_some_and(|names| names.iter().any(|name| name.starts_with("head-of-")))
        };
        lexicon.entry(person).part_of == Some(country) && lexicon.offices_of(person).any(head)
    };
    leads(a, b) || leads(b, a)
}

/// Keys as people read them.
fn shown<'a>(keys: impl IntoIterator<Item = &'a String>, lexicon: &Lexicon) -> String {
    keys.into_iter().map(|key| lexicon.shown(key).to_owned()).collect::<Vec<_>>().join(", ")
}

fn weight_of(count: usize, each: f64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * each
}
