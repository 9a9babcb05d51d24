//! How two offices of one person relate.

use super::Relation;
use crate::claim::{Claim, Value};
use crate::lexicon::Lexicon;

/// Days within which two offices of somebody whom the lexicon does not know are one time: a week, as news stays news.
const CLOSE: i32 = 7;
/// Days within which two offices of a known person are one time.
const ONE_TIME: i32 = 60;

/// Relates the offices that two claims give to one person; `None` where they say nothing of each other: another stage, another
/// body, another time, or a person who held both.
///
/// An office of state that the country does not have ("Prime Minister" of Germany) is wrong at any time. Other offices
/// exclude each other only at one time.
pub(super) fn relate(x: &Claim, y: &Claim, days_apart: Option<i32>, lexicon: &Lexicon) -> Option<Relation> {
    let (Value::Text(a), Value::Text(b)) = (&x.value, &y.value) else { return None };
    let stage = |claim: &Claim| claim.scope.stage.as_ref().map(|stage| stage.value.clone());
    let (here, there) = (body(x), body(y));
    if stage(x) != stage(y) || here != there {
        return None;
    }
    if a == b {
        return Some(Relation::Same);
    }
    if !lexicon.excludes(a, b) {
        return Some(Relation::Held);
    }
    let country = here?;
    let forms = (lexicon.has_office(country, a), lexicon.has_office(country, b));
    if matches!(forms, (Some(true), Some(false)) | (Some(false), Some(true))) {
        return Some(Relation::Disjoint);
    }
    at_one_time(x, [a, b], days_apart, lexicon).then_some(Relation::Disjoint)
}

/// Whether two offices that exclude each other are said of one time: for a known person that never held one of them, unless
/// the articles lie far apart; for others only where they lie close together.
fn at_one_time(x: &Claim, offices: [&String; 2], days_apart: Option<i32>, lexicon: &Lexicon) -> bool {
    let Some(key) = x.scope.participants.first().map(|person| &*person.value.key) else { return false };
    let full = key.contains([' ', '-']);
    match lexicon.by_key(key) {
        Some(person) if offices.iter().all(|office| lexicon.held(person, office)) => false,
        Some(person) if offices.iter().any(|office| lexicon.held(person, office)) => {
            days_apart.is_none_or(|days| days <= ONE_TIME)
        }
        _ => full && days_apart.is_some_and(|days| days <= CLOSE),
    }
}

/// Whose office it is.
fn body(claim: &Claim) -> Option<&str> {
    claim.scope.party.as_ref().map(|party| party.value.as_str())
}
