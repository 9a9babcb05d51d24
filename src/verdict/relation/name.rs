//! How two spellings of one name relate.

use super::Relation;
use crate::claim::{Claim, Value};
use crate::lexicon::{Lexicon, Spelling, compare_names};

/// Days within which two holders of an office of nobody knows where are taken for one.
const CLOSE: i32 = 7;

/// Relates the names of two holders of one office: one name, a slip in one of them, or `None` where they are two people.
pub(super) fn relate(x: &Claim, y: &Claim, days_apart: Option<i32>, lexicon: &Lexicon) -> Option<Relation> {
    let (Value::Text(a), Value::Text(b)) = (&x.value, &y.value) else { return None };
    let person = x.scope.participants.first().and_then(|person| lexicon.by_key(&person.value.key));
    if let Some(person) = person
        && lexicon.is_name_of(a, person)
        && lexicon.is_name_of(b, person)
    {
        return Some(if a == b { Relation::Same } else { Relation::Held });
    }
    let party = x.scope.party.as_ref().map(|party| party.value.as_str());
    let country = person.or_else(|| lexicon.by_key(party?)).and_then(|home| lexicon.country_of(home));
    let latin = lexicon.has_latin_names(country.map(|country| &*lexicon.entry(country).key));
    match compare_names(a, b, latin) {
        Spelling::Same => Some(Relation::Same),
        Spelling::Variant => Some(Relation::Held),
        Spelling::Slip if party.is_some() || days_apart.is_some_and(|days| days <= CLOSE) => Some(Relation::Disjoint),
        Spelling::Slip | Spelling::Other => None,
    }
}
