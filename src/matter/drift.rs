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
        let changed = self.changed.iter().map(|(outlet, told)| format!("{outlet} now says “{}”", told.words));
        let lost = self.lost.iter().map(|told| format!("gone: {}", told.in_words()));
        gained.chain(changed).chain(lost).collect()
    }
}

impl Told {
    /// "“90-minute” (The Daily Lantern, Harbour Post)"
    pub fn in_words(&self) -> String {
        let words = if self.words.is_empty() { &self.says } else { &self.words };
        format!("“{words}” ({})", self.by.iter().map(String::as_str).collect::<Vec<_>>().join(", "))
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
