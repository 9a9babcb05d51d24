//! Two runs side by side: which findings are new, which are gone, and what of the others has changed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Run};
use crate::matter::{Likeness, Matter};

/// What became of a finding since the earlier run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was not there.
    New,
    /// It is as it was: its place in the earlier run.
    Unchanged(usize),
    /// Its verdict or its figures are others.
    Changed {
        /// Its place in the earlier run.
        before: usize,
        /// What has changed, a sentence each.
        how: Vec<String>,
        /// Whether it says more than it did: a new figure, a more serious verdict.
        news: bool,
    },
}

impl Change {
    /// Its name in reports.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Unchanged(_) => "unchanged",
            Self::Changed { .. } => "changed",
        }
    }

    /// Whether it tells what the earlier run did not.
    pub const fn is_news(&self) -> bool {
        matches!(self, Self::New | Self::Changed { news: true, .. })
    }

    /// What has changed, a sentence each.
    pub fn how(&self) -> &[String] {
        match self {
            Self::Changed { how, .. } => how,
            _ => &[],
        }
    }

    /// Its place in the earlier run.
    pub const fn before(&self) -> Option<usize> {
        match self {
            Self::New => None,
            Self::Unchanged(before) | Self::Changed { before, .. } => Some(*before),
        }
    }
}

/// An earlier run, and what became of its findings.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The earlier run.
    pub before: Run,
    /// Of each finding of the later run, in its order, what became of it.
    pub of: Vec<Change>,
    /// Places of the findings of the earlier run that are gone.
    pub gone: Vec<usize>,
}

/// Sets a later run beside an earlier one. Each finding is paired with one at the most, the nearest first.
pub fn compare(before: Run, after: &Run) -> Changes {
    let mut pairs = pairs(&before.findings, &after.findings);
    pairs.sort_by_key(|&(likeness, old, new)| (std::cmp::Reverse(likeness), old, new));
    let (mut old_of, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, old, new) in pairs {
        if !old_of.contains_key(&new) && taken.insert(old) {
            old_of.insert(new, old);
        }
    }
    let change = |(at, entry): (usize, &Entry)| match old_of.get(&at) {
        Some(&old) => changed(old, &before.findings[old], entry),
        None => Change::New,
    };
    let of = after.findings.iter().enumerate().map(change).collect();
    let gone = (0..before.findings.len()).filter(|at| !taken.contains(at)).collect();
    Changes { before, of, gone }
}

/// Findings of both that may be one fact, with how near they are. Only those that share a day and the rule are looked at.
fn pairs(before: &[Entry], after: &[Entry]) -> Vec<(Likeness, usize, usize)> {
    let mut by_day: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, entry) in before.iter().enumerate() {
        for key in keys(&entry.matter) {
            by_day.entry(key).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (new, entry) in after.iter().enumerate() {
        let near: BTreeSet<usize> =
            keys(&entry.matter).iter().filter_map(|key| by_day.get(key)).flatten().copied().collect();
        pairs
            .extend(near.into_iter().filter_map(|old| Some((likeness(&before[old].matter, &entry.matter)?, old, new))));
    }
    pairs
}

/// The rule with each day of a matter; with none where it has none.
fn keys(matter: &Matter) -> BTreeSet<(&str, &str)> {
    let days = matter.days.iter().chain(&matter.published).map(String::as_str);
    let undated = matter.days.is_empty() && matter.published.is_empty();
    days.chain(undated.then_some("")).map(|day| (matter.rule.as_str(), day)).collect()
}

/// How near two are. Where no figure is left of what there was, the day and who or where must be the same.
fn likeness(old: &Matter, new: &Matter) -> Option<Likeness> {
    let sure = || {
        let same = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_disjoint(b);
        same(&old.days, &new.days) && (same(&old.participants, &new.participants) || same(&old.places, &new.places))
    };
    old.likeness(new).filter(|likeness| *likeness > Likeness::About || sure())
}

fn changed(at: usize, old: &Entry, new: &Entry) -> Change {
    let drift = old.matter.drift(&new.matter);
    let mut how = Vec::new();
    if (old.verdict, &old.class) != (new.verdict, &new.class) {
        how.push(format!("was {} {}", old.verdict.name(), old.class));
    }
    how.extend(drift.sentences());
    let news = !drift.is_settled() || new.verdict < old.verdict;
    if how.is_empty() { Change::Unchanged(at) } else { Change::Changed { before: at, how, news } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matter::Told;
    use crate::verdict::Verdict;

    fn entry(day: &str, figures: &[(&str, &str)], verdict: Verdict) -> Entry {
        let set = |word: &str| BTreeSet::from([word.to_owned()]);
        let told = |(says, by): &(&str, &str)| Told { says: (*says).to_owned(), words: String::new(), by: set(by) };
        let figures = figures.iter().map(told).collect();
        let places = set("place:lodz");
        let matter = Matter { rule: "killed".to_owned(), days: set(day), places, figures, ..Matter::default() };
        let (id, subject) = (format!("{day} {figures}", figures = matter.figures.len()), day.to_owned());
        let fingerprint = matter.fingerprint().to_string();
        Entry { id, fingerprint, verdict, class: "X".to_owned(), subject, matter }
    }

    fn changes(before: &[Entry], after: &[Entry]) -> Changes {
        compare(Run { findings: before.to_vec() }, &Run { findings: after.to_vec() })
    }

    #[test]
    fn findings_are_paired_with_the_nearest() {
        let old = [
            entry("2031-05-06", &[("39", "A"), ("50", "B")], Verdict::Conflict),
            entry("2031-05-06", &[("7", "A"), ("8", "B")], Verdict::Conflict),
            entry("2031-05-09", &[("2", "A")], Verdict::Single),
        ];
        let new = [
            entry("2031-05-06", &[("7", "A"), ("9", "B")], Verdict::Conflict),
            entry("2031-05-06", &[("39", "A"), ("50", "B")], Verdict::Conflict),
            entry("2031-05-12", &[("3", "A")], Verdict::Single),
        ];
        let changes = changes(&old, &new);
        let told: Vec<_> = changes.of.iter().map(|change| (change.name(), change.before(), change.is_news())).collect();
        assert_eq!(told, [("changed", Some(1), true), ("unchanged", Some(0), false), ("new", None, true)]);
        assert_eq!(changes.gone, [2]);
    }

    #[test]
    fn what_only_became_less_is_no_news() {
        let old = [entry("2031-05-06", &[("39", "A"), ("50", "B")], Verdict::Conflict)];
        let less = changes(&old, &[entry("2031-05-06", &[("39", "A")], Verdict::Single)]);
        assert_eq!((less.of[0].name(), less.of[0].is_news()), ("changed", false));
        let worse = changes(&[entry("2031-05-06", &[("39", "A")], Verdict::Agree)], &old);
        assert!(worse.of[0].is_news());
    }
}
