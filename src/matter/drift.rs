//! What has changed in the figures of a matter since it was looked at.

use std::collections::BTreeSet;

use super::{Matter, Told};

/// How a matter differs from what it was. An outlet that repeats a figure which was there, and one that fell silent, change
/// nothing of what there was to weigh.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift<'a> {
    /// Figures that nobody gave.
    pub gained: Vec<&'a Told>,
    /// Outlets that gave another figure, with what they give now.
    pub changed: Vec<(&'a str, &'a Told)>,
    /// Figures that nobody gives any more.
    pub lost: Vec<&'a Told>,
}

/// How near a matter is to another: the nearest is the same fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// About the same, and no outlet gives a figure that it gave.
    About,
    /// About the same, and so many outlets give a figure that they gave.
    Figures(usize),
    /// The same figures of the same outlets, nothing new.
    Settled(usize),
    /// The same in every part that counts for the fingerprint.
    Exact,
}

impl Drift<'_> {
    /// Whether nothing is new.
    pub fn is_settled(&self) -> bool {
        self.gained.is_empty() && self.changed.is_empty()
    }

    /// What is new, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        let gained = self.gained.iter().map(|told| format!("new: {}", told.in_words()));
        let changed = self.changed.iter().map(|(outlet, told)| format!("{outlet} now says “{}”", told.shown()));
        let lost = self.lost.iter().map(|told| format!("gone: {}", told.in_words()));
        gained.chain(changed).chain(lost).collect()
    }
}

impl Told {
    /// Its words or, where none were kept, what they say.
    fn shown(&self) -> &str {
        if self.words.is_empty() { &self.says } else { &self.words }
    }

    /// "“90-minute” (The Daily Lantern, Harbour Post)"
    pub fn in_words(&self) -> String {
        format!("“{}” ({})", self.shown(), self.by.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
    }
}

impl Matter {
    /// What has changed in `now` since `self`.
    pub fn drift<'a>(&'a self, now: &'a Self) -> Drift<'a> {
        let spoke: BTreeSet<&str> = self.figures.iter().flat_map(|told| &told.by).map(String::as_str).collect();
        let told = |figures: &'a [Told], says: &str| figures.iter().find(|told| told.says == says);
        let mut drift = Drift::default();
        for new in &now.figures {
            let Some(old) = told(&self.figures, &new.says) else {
                drift.gained.push(new);
                continue;
            };
            let others = new.by.iter().filter(|outlet| spoke.contains(outlet.as_str()) && !old.by.contains(*outlet));
            drift.changed.extend(others.map(|outlet| (outlet.as_str(), new)));
        }
        drift.lost.extend(self.figures.iter().filter(|old| told(&now.figures, &old.says).is_none()));
        drift
    }

    /// How near `now` is to this matter; `None` where they cannot be one fact.
    pub fn likeness(&self, now: &Self) -> Option<Likeness> {
        if !self.may_be(now) {
            return None;
        }
        if self.fingerprint() == now.fingerprint() && self.drift(now).is_settled() {
            return Some(Likeness::Exact);
        }
        let again = |old: &Told| {
            let new = now.figures.iter().find(|told| told.says == old.says);
            new.map_or(0, |new| new.by.intersection(&old.by).count())
        };
        Some(match self.figures.iter().map(again).sum() {
            0 => Likeness::About,
            shared if self.drift(now).is_settled() => Likeness::Settled(shared),
            shared => Likeness::Figures(shared),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    /// A matter of one day with these figures: what is said, and by whom.
    fn matter(figures: &[(&str, &[&str])]) -> Matter {
        let told = |(says, by): &(&str, &[&str])| Told { says: (*says).to_owned(), words: String::new(), by: set(by) };
        Matter {
            rule: "killed".to_owned(),
            days: set(&["2031-05-06"]),
            places: set(&["place:lodz"]),
            figures: figures.iter().map(told).collect(),
            ..Matter::default()
        }
    }

    #[test]
    fn a_repeated_figure_is_no_news_and_another_is() {
        let then = matter(&[("39", &["A"]), ("50", &["B"])]);
        let settled = |now: &[(&str, &[&str])]| then.drift(&matter(now)).is_settled();
        assert!(settled(&[("39", &["A", "C"]), ("50", &["B"])]), "a copy");
        assert!(settled(&[("39", &["A"])]), "an outlet fell silent");
        assert!(!settled(&[("41", &["A"]), ("50", &["B"])]), "a figure changed");
        assert!(!settled(&[("39", &["A"]), ("50", &["B"]), ("93", &["C"])]), "another source");
        assert!(!settled(&[("50", &["A", "B"])]), "an outlet took over the figure of another");
    }

    #[test]
    fn what_is_new_is_told() {
        let then = matter(&[("39", &["A"]), ("50", &["B"])]);
        let now = matter(&[("50", &["A", "B"]), ("93", &["C"])]);
        assert_eq!(then.drift(&now).sentences(), ["new: “93” (C)", "A now says “50”", "gone: “39” (A)"]);
    }

    #[test]
    fn another_day_place_rule_or_slot_is_another_matter() {
        let one = matter(&[("39", &["A"])]);
        assert_eq!(one.likeness(&one), Some(Likeness::Exact));
        let others = [
            Matter { days: set(&["2031-05-07"]), ..one.clone() },
            Matter { places: set(&["place:radom"]), ..one.clone() },
            Matter { rule: "wounded".to_owned(), ..one.clone() },
            Matter { slot: set(&["subgroup child"]), ..one.clone() },
        ];
        assert!(others.iter().all(|other| one.likeness(other).is_none()));
        let vaguer = Matter { places: BTreeSet::new(), ..one.clone() };
        assert_eq!(one.likeness(&vaguer), Some(Likeness::Settled(1)));
        assert_ne!(one.fingerprint(), vaguer.fingerprint());
        let repeated = matter(&[("39", &["A", "C"])]);
        assert_eq!(one.fingerprint(), repeated.fingerprint());
    }
}
