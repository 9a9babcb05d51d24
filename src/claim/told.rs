//! The day that a claim tells, where the day is the fact: it keeps two events apart, and never makes two tellings one event.

use crate::article::Article;
use crate::rule::{Rule, ScopeField, ValueKind};

use super::start::{Start, start_of};
use super::{Claim, Value};

/// The day that a telling gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When; `None` where the article has no date to reckon from.
    pub start: Option<Start>,
    /// The words of the day: two weekdays are two days, whatever the week.
    pub phrase: String,
    /// Beyond so many days two such tellings are two events; `None` where it happens once.
    pub within: Option<i32>,
}

/// The day that a claim tells under its rule, where the rule's value is a day or says one.
pub(super) fn read(rule: &Rule, claim: &Claim, article: &Article) -> Option<Told> {
    let compare = rule.compare();
    if !is_fact(rule) {
        return None;
    }
    let phrase = match &claim.value {
        Value::Date(_, phrase) => phrase.clone(),
        _ => String::new(),
    };
    let start = start_of(claim, article.published.as_ref().map(|published| published.value));
    Some(Told { start, phrase, within: if compare.unique { compare.within } else { Some(0) } })
}

/// Whether a rule's value is a day that is itself the fact, or says one; a list of all dates is neither.
pub(super) fn is_fact(rule: &Rule) -> bool {
    let compare = rule.compare();
    let day = rule.kind() == ValueKind::Date && (compare.unique || compare.needs.contains(&ScopeField::Date));
    day || compare.elapsed
}

impl Told {
    /// Whether one article that tells both days tells two events.
    pub fn is_apart(&self, other: &Self) -> bool {
        let Some(within) = self.within.zip(other.within).map(|(a, b)| a.min(b)) else { return false };
        match (&self.start, &other.start) {
            (Some(a), Some(b)) => a.days_apart(b) > within,
            (None, None) => within == 0 && self.phrase != other.phrase,
            _ => within == 0,
        }
    }
}
