//! Tellings whose fact is a day: the day of a call, of the last meeting. The day itself shows nothing in favour of one event; days that
//! differ keep two events apart, unless all else shows that they are one and somebody is wrong about its day.

use jiff::civil::Date;

use crate::claim::{ArticleEvent, Start, Told};
use crate::value::days_between;

use super::Step;
use super::compare::{FIGURE_DAYS, Telling, publications};
use super::teller::Teller;
use super::weights::OTHER_DAY;

/// Compares when two such events were told; `None` where a date is missing.
pub(super) fn dates(a: &Telling<'_>, b: &Telling<'_>, (x, y): (&Told, &Told), teller: Teller) -> Option<Step> {
    if let (Some(first), Some(second)) = (&x.start, &y.start)
        && !first.meets(second)
    {
        let published = a.day().zip(b.day()).filter(|&days| may_be_one(a, b, (first, second), days));
        let once = x.within.is_none() && y.within.is_none();
        let told_apart = || teller.forbids("date", || "the day itself tells them apart".to_owned());
        return Some(published.map_or_else(told_apart, |days| other_day(days, once, teller)));
    }
    (x.start.is_some() && y.start.is_some() || x.phrase == y.phrase).then_some(())?;
    Some(publications(days_between(a.day()?, b.day()?).abs(), teller))
}

/// The step for two days of one event; of what happens again and again more must be alike.
fn other_day((x, y): (Date, Date), once: bool, teller: Teller) -> Step {
    let mut step = publications(days_between(x, y).abs(), teller);
    step.found.push_str("; they name different days");
    let malus = if once { 0.0 } else { OTHER_DAY };
    Step { weight: step.weight.map(|weight| weight + malus), ..step }
}

/// Whether two days may be one meeting's: each article tells of no other between these people, they are the same people, and neither
/// day was still to come, or already past, when the other article was written. Where meetings are frequent both days must be news.
fn may_be_one(a: &Telling<'_>, b: &Telling<'_>, (x, y): (&Start, &Start), published: (Date, Date)) -> bool {
    let same = is_within(&a.event.participants, &b.event.participants);
    let once = |told: &Option<Told>| told.as_ref().is_some_and(|told| told.within.is_none());
    let known = knew(x, y, published);
    let news = |start: &Start, day: Date| days_between(start.likely.0, day).abs() <= FIGURE_DAYS;
    let fresh = news(x, published.0) && news(y, published.1);
    same && known && is_only(a) && is_only(b) && (fresh || once(&a.event.told) && once(&b.event.told))
}

/// Whether both writers could know of both days, or both days lay ahead of both.
fn knew(x: &Start, y: &Start, (a, b): (Date, Date)) -> bool {
    let past = x.likely.0.max(y.likely.0) <= a.min(b);
    let ahead = x.likely.1.min(y.likely.1) >= a.max(b);
    past || ahead
}

/// Whether the people of one are all among the people of the other, and more than one.
fn is_within(a: &[String], b: &[String]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.len() > 1 && few.iter().all(|who| many.contains(who))
}

/// Whether an article tells of one such event between these people only.
fn is_only(telling: &Telling<'_>) -> bool {
    let shares = |event: &&ArticleEvent| {
        let shared = event.participants.iter().filter(|who| telling.event.participants.contains(who)).count();
        event.kind == telling.event.kind && shared >= telling.min_participants
    };
    telling.extract.events.iter().filter(shares).count() == 1
}
