//! What decisions come to in a run: which finding each is about, and whether it still holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Decision, Ledger};
use crate::matter::{Likeness, Matter};
use crate::verdict::{Finding, Verdict};

/// Whether a decision holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    InForce,
    /// Its last day has passed.
    Expired,
    /// What it was said of has changed.
    Stale,
    /// No finding is about what it was said of.
    Unused,
}

impl Standing {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InForce => "in force",
            Self::Expired => "expired",
            Self::Stale => "stale",
            Self::Unused => "unused",
        }
    }
}

/// A decision as it stands in a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The decision.
    pub decision: Decision,
    /// Whether it holds.
    pub standing: Standing,
    /// Why it does not, a sentence each.
    pub because: Vec<String>,
}

/// The decisions of a run: one ruling each, in the order of their file, and which of them is about which finding.
#[derive(Clone, Debug, Default)]
pub struct Decided {
    /// The rulings.
    pub rulings: Vec<Ruling>,
    of: BTreeMap<usize, usize>,
}

impl Decided {
    /// The ruling on a finding, by its place among the findings.
    pub fn of(&self, finding: usize) -> Option<&Ruling> {
        self.rulings.get(*self.of.get(&finding)?)
    }

    /// How many decisions stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.rulings.iter().filter(|ruling| ruling.standing == standing).count()
    }
}

/// Sets decisions beside findings; `matters` are those of `findings`.
pub fn decide(ledger: &Ledger, findings: &[Finding], matters: &[Matter], today: Date) -> Decided {
    let mut decided = Decided::default();
    if ledger.is_empty() {
        return decided;
    }
    let prints: Vec<Arc<str>> = matters.iter().map(Matter::fingerprint).collect();
    for decision in &ledger.decisions {
        let free = about(decision, matters, &prints).and_then(|found| free(found, &decided));
        let ruling = match &free {
            Ok((first, _)) => rule(decision, &findings[*first], &matters[*first], today),
            Err(why) => unused(decision, why),
        };
        let (first, others) = free.map_or((None, Vec::new()), |(first, others)| (Some(first), others));
        decided.of.extend(first.into_iter().chain(others).map(|at| (at, decided.rulings.len())));
        decided.rulings.push(ruling);
    }
    decided
}

/// Those of the findings on which nothing is decided yet: the first, and others.
fn free(found: Vec<usize>, decided: &Decided) -> Result<(usize, Vec<usize>), &'static str> {
    let mut free = found.into_iter().filter(|at| !decided.of.contains_key(at));
    let first = free.next().ok_or("another decision is about the same finding")?;
    Ok((first, free.collect()))
}

fn rule(decision: &Decision, finding: &Finding, matter: &Matter, today: Date) -> Ruling {
    let mut because = changes(decision, finding, matter);
    let standing = match decision.until {
        Some(until) if until < today => {
            because.insert(0, format!("it was to hold until {until}"));
            Standing::Expired
        }
        _ if because.is_empty() => Standing::InForce,
        _ => Standing::Stale,
    };
    Ruling { decision: decision.clone(), standing, because }
}

fn unused(decision: &Decision, why: &str) -> Ruling {
    Ruling { decision: decision.clone(), standing: Standing::Unused, because: vec![why.to_owned()] }
}

/// The findings that a decision is about: one, or several that nothing tells apart.
fn about(decision: &Decision, matters: &[Matter], prints: &[Arc<str>]) -> Result<Vec<usize>, &'static str> {
    const NONE: &str = "no finding is about this";
    let exact: Vec<usize> = (0..prints.len()).filter(|&at| *prints[at] == *decision.finding).collect();
    if !exact.is_empty() {
        return Ok(exact);
    }
    let decided = decision.matter.as_ref().ok_or(NONE)?;
    // Without one figure of those that were decided on it is not known whether it is the same matter.
    let near = |matter| decided.likeness(matter).filter(|likeness| *likeness > Likeness::About);
    let near: Vec<(usize, Likeness)> =
        matters.iter().enumerate().filter_map(|(at, matter)| Some((at, near(matter)?))).collect();
    let best = near.iter().map(|(_, likeness)| *likeness).max().ok_or(NONE)?;
    let best: Vec<usize> = near.iter().filter(|(_, likeness)| *likeness == best).map(|(at, _)| *at).collect();
    if best.len() == 1 { Ok(best) } else { Err("several findings could be meant; decide again on each") }
}

/// What has changed since, so that the decision holds no more.
fn changes(decision: &Decision, finding: &Finding, matter: &Matter) -> Vec<String> {
    let drift = decision.matter.as_ref().map(|decided| decided.drift(matter)).filter(|drift| !drift.is_settled());
    let mut changes = drift.map(|drift| drift.sentences()).unwrap_or_default();
    let before = decision.verdict.as_deref();
    if let Some(before) = before.filter(|before| Verdict::named(before).is_some_and(|before| finding.verdict < before))
    {
        changes.push(format!("the verdict was {before} and is {} now", finding.verdict.name()));
    }
    changes
}
