//! Comparing two article-events: a waterfall of named steps, each of which weighs or forbids.

use jiff::civil::Date;

use crate::claim::{ArticleEvent, Extract};
use crate::lexicon::Lexicon;
use crate::value::{DateSpan, Precision, days_between};

use super::Step;
use super::keys::{self, Keys};
use super::names;
use super::places::{self, Site};
use super::rarity::Context;
use super::teller::Teller;
use super::weights::{
    AFTERMATH, COARSE_DATE, COUNTRY, DAY_AND_PUBLICATION, LEAST_TIE, NAMES_STRONG, NEXT_DAY, OTHER_HAPPENING,
    PARTICIPANT, PRIOR, PUBLISHED_TOGETHER, SAME_DAY, SAME_MATTER, SAME_SIDE, SAME_WEEK, THRESHOLD, WORDS_MOST,
    probability,
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
    /// Where it happened.
    pub(super) site: Site<'a>,
    /// The one side that it counts.
    pub(super) side: Option<&'a str>,
    /// What it is looked up by, as hashes.
    pub(super) keys: Keys,
    /// The names of its article that others have too, with the bits that each tells.
    pub(super) names: Vec<(u32, f32)>,
}

impl Telling<'_> {
    /// Whether another tells the same of when, where and who, so that both fit and both do not fit the same others.
    pub(super) fn is_of_scope(&self, other: &Self) -> bool {
        let (a, b) = (self.event, other.event);
        let known = |event: &ArticleEvent| !event.utterance && event.told.is_none() && event.matter.is_none();
        let flags = |event: &ArticleEvent| (event.background, event.cumulative, event.aftermath, event.date_stated);
        known(a)
            && known(b)
            && (a.date, self.day(), flags(a), self.side) == (b.date, other.day(), flags(b), other.side)
            && (&a.kind, &a.places, &a.localities) == (&b.kind, &b.places, &b.localities)
            && (&a.participants, &a.happenings) == (&b.participants, &b.happenings)
    }

    /// The day of publication.
    pub(super) fn day(&self) -> Option<Date> {
        self.extract.article.day().map(|(day, _)| day)
    }
}

/// The day that a telling names for its event, where that alone may keep it apart from another.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnDay(i32);

impl OwnDay {
    const UNKNOWN: i32 = i32::MIN;

    pub(super) fn of(telling: &Telling<'_>) -> Self {
        let event = telling.event;
        let counts = telling.needs_date && !event.utterance && !event.cumulative;
        let date = event.date.filter(|date| counts && date.precision() == Precision::Day);
        let date = date.filter(|_| event.told.is_none() && event.matter.is_none());
        Self(date.map_or(Self::UNKNOWN, |date| days_between(Date::ZERO, date.first())))
    }

    /// Whether the two name days that do not even touch, as [`named_dates`] finds; false leaves it open.
    pub(super) const fn is_apart(self, other: Self) -> bool {
        self.0 != Self::UNKNOWN && other.0 != Self::UNKNOWN && (self.0 - other.0).abs() > 1
    }
}

/// What came of a comparison.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Every step, in order; none where nobody reads them.
    pub steps: Vec<Step>,
    /// Whether a step forbids the link.
    pub forbidden: bool,
    /// Whether a date is missing that would be needed to tell.
    pub undated: bool,
    sum: f64,
    /// What the steps but that of the date come to, and whether one of them forbids.
    but_date: (f64, bool),
}

impl Comparison {
    /// Of a single step.
    pub(super) fn of(step: Step, teller: Teller) -> Self {
        let mut comparison = Self::default();
        comparison.add(step, teller);
        comparison
    }

    pub(super) fn add(&mut self, step: Step, teller: Teller) {
        let weight = step.weight.unwrap_or_default();
        self.sum += weight;
        self.forbidden |= step.forbids;
        if step.name != DATE {
            self.but_date = (self.but_date.0 + weight, self.but_date.1 || step.forbids);
        }
        if teller.is_aloud() {
            self.steps.push(step);
        }
    }

    /// Whether the two would be one event if only their dates were known to fit.
    pub(super) fn would_link_but_for_date(&self) -> bool {
        let (sum, forbidden) = self.but_date;
        !forbidden && probability(sum + PUBLISHED_TOGETHER) >= THRESHOLD
    }

    /// Whether `more` could make anything of the pair: an event, a near miss, or two that only a step keeps apart.
    fn may_matter(&self, more: f64) -> bool {
        self.sum.max(self.but_date.0) + more >= LEAST_TIE.min(-PUBLISHED_TOGETHER)
    }

    /// The sum of the weights.
    pub fn sum(&self) -> f64 {
        self.sum
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
    compare(a, b, lexicon, Teller::ALOUD)
}

/// The same, as loud as wanted.
pub(super) fn compare(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon, teller: Teller) -> Comparison {
    if let (Some(x), Some(y)) = (&a.event.matter, &b.event.matter) {
        return matters(a, b, x == y, teller);
    }
    if a.event.utterance && b.event.utterance {
        return utterances::compare(a, b, lexicon, teller);
    }
    let shared = names::shared(a, b);
    let followed = shared >= NAMES_STRONG;
    let dated = a.needs_date || b.needs_date;
    let (date, undated) = if dated { dates(a, b, followed, teller) } else { (whenever(a, b, teller), false) };
    let mut comparison = Comparison { undated, ..Comparison::default() };
    let steps =
        [prior(a, b, teller), date, places::step(a, b, followed, lexicon, teller), participants(a, b, lexicon, teller)];
    for step in steps {
        comparison.add(step, teller);
    }
    let rest = [names::step(shared, teller), happenings(a, b, teller), sides(a, b, lexicon, teller)];
    let more: f64 = rest.iter().flatten().filter_map(|step| step.weight).sum();
    // The words cost more than all the rest, and most pairs of a large pile are lost without them.
    if teller.is_aloud() || comparison.may_matter(more + WORDS_MOST) {
        comparison.add(words::step(&a.context, &b.context, teller), teller);
    }
    for step in rest.into_iter().flatten() {
        comparison.add(step, teller);
    }
    comparison
}

/// The name of the step for when the two happened.
const DATE: &str = "date";

/// Where an event stands before anything else is compared.
fn prior(a: &Telling<'_>, b: &Telling<'_>, teller: Teller) -> Step {
    let step = teller.weighs("prior", PRIOR, || format!("two tellings of one kind, {}", a.event.kind));
    Step { forbids: a.keys.kind != b.keys.kind, ..step }
}

/// What there can be only one of is one event wherever it is told, and two such matters never are.
fn matters(a: &Telling<'_>, b: &Telling<'_>, same: bool, teller: Teller) -> Comparison {
    let again = a.event.told.as_ref().zip(b.event.told.as_ref()).is_some_and(|(x, y)| x.is_apart(y));
    let step = if again {
        teller.forbids("date", || "told too far apart to be one: it happened more than once".to_owned())
    } else if same {
        teller.weighs("matter", SAME_MATTER, || format!("one {}: there can be only one", a.event.kind))
    } else {
        teller.forbids("matter", || "about other matters".to_owned())
    };
    Comparison::of(step, teller)
}

/// What needs no date: only dates that both articles have speak, and forbid nothing.
fn whenever(a: &Telling<'_>, b: &Telling<'_>, teller: Teller) -> Step {
    match (a.day(), b.day()) {
        (Some(x), Some(y)) => {
            let apart = days_between(x, y).abs();
            let weight = if apart <= 1 { PUBLISHED_TOGETHER } else { 0.0 };
            teller.weighs("date", weight, || format!("published {apart} days apart; no date is needed"))
        }
        _ => teller.weighs("date", 0.0, || "no date is needed".to_owned()),
    }
}

/// Compares when the two happened; says as well whether a date is missing. `followed` says that the same people are named: then an
/// article of another week may tell what came after.
fn dates(a: &Telling<'_>, b: &Telling<'_>, followed: bool, teller: Teller) -> (Step, bool) {
    if let (Some(x), Some(y)) = (&a.event.told, &b.event.told) {
        return told::dates(a, b, (x, y), teller).map_or_else(|| (undated(a, b, teller), true), |step| (step, false));
    }
    if a.event.cumulative || b.event.cumulative {
        return totals(a, b, teller);
    }
    let step = match (a.event.date, b.event.date, a.day(), b.day()) {
        (Some(x), Some(y), ..) => named_dates(x, y, a.event.date_stated && b.event.date_stated && !followed, teller),
        (Some(x), None, _, Some(day)) if !b.event.background => {
            date_and_publication(x, day, followed || b.event.aftermath, teller)
        }
        (None, Some(y), Some(day), _) if !a.event.background => {
            date_and_publication(y, day, followed || a.event.aftermath, teller)
        }
        (None, None, Some(x), Some(y)) if !a.event.background && !b.event.background => {
            let aftermath = followed || a.event.aftermath || b.event.aftermath;
            publications_of(days_between(x, y).abs(), aftermath, teller)
        }
        _ => return (undated(a, b, teller), true),
    };
    (step, false)
}

/// A running total is good for its day: two are set side by side where they were published within a week, and never against
/// the figure of a single event.
fn totals(a: &Telling<'_>, b: &Telling<'_>, teller: Teller) -> (Step, bool) {
    if a.event.cumulative != b.event.cumulative {
        let found = || "a running total against the figure of one event".to_owned();
        return (teller.forbids("scope", found), false);
    }
    if let Some((x, y)) = a.event.date.zip(b.event.date).filter(|(x, y)| are_other_times(x, y)) {
        return (teller.forbids("date", || format!("{x} and {y}: totals of other times")), false);
    }
    match (a.day(), b.day()) {
        (Some(x), Some(y)) => (publications(days_between(x, y).abs(), teller), false),
        _ => (undated(a, b, teller), true),
    }
}

/// Whether what was counted in one time was not counted in the other: 2016 and 2019, a month and its year. Two days may be those of
/// two bulletins on one total.
fn are_other_times(x: &DateSpan, y: &DateSpan) -> bool {
    let days = [x, y].iter().all(|date| date.precision() == Precision::Day);
    x != y && !days
}

/// Nothing says when one of them happened.
fn undated(a: &Telling<'_>, b: &Telling<'_>, teller: Teller) -> Step {
    let lacks =
        |t: &Telling<'_>| t.event.date.is_none() && (t.event.background || t.extract.article.published.is_none());
    let who = || {
        let undated = [a, b].into_iter().find(|telling| lacks(telling));
        undated.map_or("one of them", |telling| &*telling.extract.article.id)
    };
    teller.forbids("date", || format!("{} does not say when, and has no date", who()))
}

/// Both say when it happened. Days that touch may be one night or another time zone, unless both tellings name theirs beside
/// the figure and do not name the same people.
fn named_dates(x: DateSpan, y: DateSpan, stated: bool, teller: Teller) -> Step {
    let days = x.precision() == Precision::Day && y.precision() == Precision::Day;
    let slack = i32::from(days && !stated);
    if !x.overlaps(&y, slack) {
        return teller.forbids("date", || format!("{x} and {y} are different dates"));
    }
    match (days, x == y) {
        (true, true) => teller.weighs("date", SAME_DAY, || format!("both on {x}")),
        (true, false) => teller.weighs("date", NEXT_DAY, || format!("{x} and {y} touch")),
        _ => teller.weighs("date", COARSE_DATE, || format!("{x} and {y} overlap")),
    }
}

/// One says when, the other only when it was published: an event is reported on its day and in the week after.
fn date_and_publication(date: DateSpan, published: Date, aftermath: bool, teller: Teller) -> Step {
    let (after_first, after_last) = (days_between(date.first(), published), days_between(date.last(), published));
    if aftermath && (FIGURE_DAYS + 1..=AFTERMATH_DAYS).contains(&after_last) {
        let found = || format!("{date}; the article of {published} tells what came after");
        return teller.weighs("date", AFTERMATH, found);
    }
    let coarse = date.precision() != Precision::Day;
    if after_first < -1 || after_last > FIGURE_DAYS {
        let found = || format!("{date} is not in the week before the publication on {published}");
        return teller.forbids("date", found);
    }
    let weight = match after_last {
        _ if coarse => SAME_WEEK,
        -1..=1 => DAY_AND_PUBLICATION,
        _ => SAME_WEEK,
    };
    teller.weighs("date", weight, || format!("{date}, and published on {published}"))
}

/// The same where one of them may tell what came after.
fn publications_of(apart: i32, aftermath: bool, teller: Teller) -> Step {
    if aftermath && (FIGURE_DAYS + 1..=AFTERMATH_DAYS).contains(&apart) {
        let found = || format!("published {apart} days apart; one tells what came after");
        return teller.weighs("date", AFTERMATH, found);
    }
    publications(apart, teller)
}

/// Neither says when: the days of publication speak.
pub(super) fn publications(apart: i32, teller: Teller) -> Step {
    match apart {
        0 | 1 => teller.weighs("date", PUBLISHED_TOGETHER, || format!("published {apart} days apart")),
        2..=FIGURE_DAYS => teller.weighs("date", SAME_WEEK, || format!("published {apart} days apart")),
        _ => teller.forbids("date", || format!("published {apart} days apart, and neither says when it happened")),
    }
}

/// Compares what happened: a flood and a shooting of one day and town are two events.
fn happenings(a: &Telling<'_>, b: &Telling<'_>, teller: Teller) -> Option<Step> {
    let (x, y) = (&a.event.happenings, &b.event.happenings);
    if x.is_empty() || y.is_empty() || keys::share(&a.keys.happenings, &b.keys.happenings) {
        return None;
    }
    let list = |what: &[&str]| what.join(", ").replace("happened_", "").replace('_', " ");
    let found = || format!("{} against {}", list(x), list(y));
    // Of one flood another article may tell as of a ferry; a call is no meeting face to face.
    Some(if a.event.kind == "harm" {
        teller.weighs("what happened", OTHER_HAPPENING, found)
    } else {
        teller.forbids("what happened", found)
    })
}

/// Compares whose people or things are counted, where each telling counts one side only: "Russian troops" in both.
fn sides(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon, teller: Teller) -> Option<Step> {
    let side = a.side.filter(|_| a.side == b.side)?;
    Some(teller.weighs("side", SAME_SIDE, || format!("both count {}", lexicon.shown(side))))
}

/// The one side that a telling counts.
pub(super) fn side<'a>(extract: &'a Extract, event: &ArticleEvent) -> Option<&'a str> {
    let claims = event.claims.iter().map(|&claim| &extract.claims[claim]);
    let mut parties = claims.map(|claim| claim.scope.party.as_ref().map(|party| party.value.as_str()));
    let first = parties.next()??;
    parties.all(|party| party == Some(first)).then_some(first)
}

/// Compares who took part, in any order.
fn participants(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon, teller: Teller) -> Step {
    let (x, y) = (&a.event.participants, &b.event.participants);
    if x.is_empty() || y.is_empty() {
        return teller.weighs("participants", 0.0, || "not said by both".to_owned());
    }
    let led = a.event.told.is_some() && b.event.told.is_some();
    let known = |key: u64| b.keys.participants.contains(&key);
    let is_shared =
        |&(who, &key): &(&String, &u64)| known(key) || led && y.iter().any(|other| stands_for(who, other, lexicon));
    let shared: Vec<&String> = x.iter().zip(&a.keys.participants).filter(is_shared).map(|(who, _)| who).collect();
    let (fewer, more) = (x.len().min(y.len()), x.len().max(y.len()));
    let needed = a.min_participants.max(b.min_participants).min(fewer);
    if shared.len() < needed {
        let found = || format!("{} against {}", shown(x, lexicon), shown(y, lexicon));
        return teller.forbids("participants", found);
    }
    if led && fewer == 2 && more >= CONFERENCE {
        return teller.forbids("participants", || format!("a talk of {fewer} against one of {more}"));
    }
    let countries = shared.iter().filter(|who| who.starts_with("country:")).count().min(3);
    let others = (shared.len() - countries.min(shared.len())).min(3);
    // Two running totals of the same giver and receiver are one count, however their articles are worded.
    let totals = a.event.cumulative && b.event.cumulative && shared.len() > 1;
    let weight = weight_of(countries, if totals { PARTICIPANT } else { COUNTRY }) + weight_of(others, PARTICIPANT);
    teller.weighs("participants", weight, || shown(shared, lexicon))
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
