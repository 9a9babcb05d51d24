//! What offices are to each other: which are names of one, which one person cannot hold together, which a country has, who
//! held them.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::spelling::FullName;
use super::{EntryId, EntryKind, Lexicon};

/// The word list of sets of offices of which one person cannot hold two at one time in one country.
const EXCLUSIVE: &str = "exclusive-offices";
/// The general offices that each country knows under names of its own: there, another name is another office.
const OF_STATE: [&str; 2] = ["head-of-state", "head-of-government"];

/// Somebody who held an office.
#[derive(Clone, Debug)]
pub(super) struct Holder {
    pub(super) id: EntryId,
    /// The name, read when it is first compared.
    pub(super) name: OnceLock<FullName>,
}

impl Lexicon {
    /// Whether two offices, by their keys without `office:`, may name one: they are the same, one is the general word for the
    /// other, or both are names of one office ("foreign secretary", "foreign minister").
    pub fn same_office(&self, a: &str, b: &str) -> bool {
        let (above_a, above_b) = (self.general_offices(a), self.general_offices(b));
        let general = |one: &str, above: &[&str]| above.contains(&one);
        let shared =
            above_a.iter().any(|office| !OF_STATE.contains(office) && *office != "leader" && above_b.contains(office));
        a == b || shared || general(a, &above_b) || general(b, &above_a)
    }

    /// Whether one person cannot hold both offices at one time in one country.
    pub fn excludes(&self, a: &str, b: &str) -> bool {
        let holds = |set: &str, office: &str| set.split(' ').any(|one| one == office);
        !self.same_office(a, b) && self.words(EXCLUSIVE).iter().any(|set| holds(set, a) && holds(set, b))
    }

    /// Whether a country has an office of state under this name: `None` where the lexicon does not say, or where the office
    /// is not one of state.
    pub fn has_office(&self, country: &str, office: &str) -> Option<bool> {
        let entry = self.by_key(country).map(|id| self.entry(id)).filter(|entry| entry.kind == EntryKind::Country)?;
        let of_state = self.general_offices(office).iter().any(|general| OF_STATE.contains(general));
        (of_state && !entry.offices.is_empty()).then(|| entry.offices.iter().any(|own| self.same_office(own, office)))
    }

    /// Whether a person held an office, as far as the lexicon knows.
    pub fn held(&self, person: EntryId, office: &str) -> bool {
        self.entry(person).offices.iter().any(|held| self.same_office(held, office))
    }

    /// The people of the lexicon who held an office under any of its names, in its order.
    pub(super) fn holders(&self, office: &str) -> &[Holder] {
        let holders = self.holders.get_or_init(|| {
            let mut holders: FxHashMap<Box<str>, Vec<Holder>> = FxHashMap::default();
            for (id, entry) in self.entries().filter(|(_, entry)| entry.kind == EntryKind::Person) {
                for office in entry.offices.iter().map(|office| self.plainest_office(office)) {
                    holders.entry(office.into()).or_default().push(Holder { id, name: OnceLock::new() });
                }
            }
            holders
        });
        holders.get(self.plainest_office(office)).map_or(&[], Vec::as_slice)
    }

    /// The general name of an office that goes by several: `foreign-minister` for a foreign secretary. Others are their own.
    pub fn plainest_office<'a>(&'a self, office: &'a str) -> &'a str {
        self.direct(office)
            .into_iter()
            .find(|general| !OF_STATE.contains(general) && *general != "leader")
            .unwrap_or(office)
    }

    /// The general offices of which one is a name, all the way up.
    fn general_offices(&self, office: &str) -> Vec<&str> {
        let mut above = self.direct(office);
        let mut at = 0;
        while let Some(&general) = above.get(at) {
            let further: Vec<&str> = self.direct(general).into_iter().filter(|one| !above.contains(one)).collect();
            above.extend(further);
            at += 1;
        }
        above
    }

    fn direct(&self, office: &str) -> Vec<&str> {
        let entry = self.by_key(&format!("office:{office}")).map(|id| self.entry(id));
        entry.map(|entry| entry.offices.iter().map(AsRef::as_ref).collect()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::lexicon::Lexicon;

    #[test]
    fn names_of_one_office_are_one() {
        let lexicon = Lexicon::embedded();
        for (a, b) in [
            ("foreign-secretary", "secretary-of-state"),
            ("chancellor", "head-of-government"),
            ("leader", "president"),
            ("taoiseach", "taoiseach"),
            ("defence-secretary", "defence-minister"),
        ] {
            assert!(lexicon.same_office(a, b) && lexicon.same_office(b, a), "{a} {b}");
            assert!(!lexicon.excludes(a, b), "{a} {b}");
        }
        assert!(!lexicon.same_office("chancellor", "prime-minister"));
    }

    #[test]
    fn what_one_person_cannot_hold_together() {
        let lexicon = Lexicon::embedded();
        for (a, b) in
            [("chancellor", "prime-minister"), ("king", "president"), ("foreign-minister", "defence-secretary")]
        {
            assert!(lexicon.excludes(a, b) && lexicon.excludes(b, a), "{a} {b}");
        }
        for (a, b) in
            [("general", "president"), ("prime-minister", "defence-minister"), ("chairman", "chief-executive")]
        {
            assert!(!lexicon.excludes(a, b), "{a} {b}");
        }
    }

    #[test]
    fn a_country_has_its_own_offices() {
        let lexicon = Lexicon::embedded();
        assert_eq!(lexicon.has_office("country:de", "chancellor"), Some(true));
        assert_eq!(lexicon.has_office("country:de", "prime-minister"), Some(false));
        assert_eq!(lexicon.has_office("country:ie", "prime-minister"), Some(true));
        assert_eq!(lexicon.has_office("country:de", "mayor"), None);
        assert_eq!(lexicon.has_office("org:nato", "president"), None);
    }

    #[test]
    fn every_office_that_somebody_holds_has_an_entry() {
        let lexicon = Lexicon::embedded();
        let known = |office: &str| lexicon.by_key(&format!("office:{office}")).is_some();
        for (_, entry) in lexicon.entries() {
            for office in &entry.offices {
                assert!(known(office), "{}: {office}", entry.key);
            }
        }
        for office in lexicon.words("exclusive-offices").iter().flat_map(|set| set.split(' ')) {
            assert!(known(office), "{office}");
        }
    }
}
