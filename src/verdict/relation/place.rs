//! How two places of one fact relate: the same, one within the other, or apart.

use super::Relation;
use crate::lexicon::Lexicon;

/// Relates two places by key; `None` where the lexicon does not know one of them, since it may lie in the other.
pub(super) fn relate(a: &str, b: &str, lexicon: &Lexicon) -> Option<Relation> {
    if a == b {
        return Some(Relation::Same);
    }
    let (x, y) = (lexicon.by_key(a)?, lexicon.by_key(b)?);
    let nested = lexicon.is_part_of(x, y) || lexicon.is_part_of(y, x);
    Some(if nested { Relation::Held } else { Relation::Disjoint })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_lies_in_its_country_and_in_no_other() {
        let lexicon = Lexicon::embedded();
        let told = |a: &str, b: &str| relate(a, b, lexicon);
        assert_eq!(told("city:vienna", "city:vienna"), Some(Relation::Same));
        assert_eq!(told("city:vienna", "country:at"), Some(Relation::Held));
        assert_eq!(told("city:vienna", "city:geneva"), Some(Relation::Disjoint));
        assert_eq!(told("city:vienna", "hilltop inn"), None);
    }
}
