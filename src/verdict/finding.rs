//! Findings: one fact that claims of one or more articles speak of, and what was made of it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::align::Slot;
use crate::value::{Number, Unit};

use super::differing::Differing;

/// The verdict on a finding, most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// The figures cannot all be true.
    Conflict,
    /// They differ, and the difference is explained or within tolerance.
    Differ,
    /// Something that the comparison needs is missing.
    Unresolved,
    /// They agree.
    Agree,
    /// One source only.
    Single,
}

impl Verdict {
    /// Every verdict, most serious first.
    pub const ALL: [Self; 5] = [Self::Conflict, Self::Differ, Self::Unresolved, Self::Agree, Self::Single];

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Differ => "differ",
            Self::Unresolved => "unresolved",
            Self::Agree => "agree",
            Self::Single => "single",
        }
    }

    /// The verdict of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

/// The class of a verdict (the codes are part of the JSON form). The variants' comments are their one-line meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Another event.
    A1,
    /// Another party.
    A2,
    /// Another measure or subgroup.
    A3,
    /// Another scope: part and whole, single and cumulative.
    A4,
    /// Another stage.
    A5,
    /// A background mention of an older event.
    A6,
    /// Negated or hypothetical.
    A7,
    /// Exactly the same.
    B1,
    /// The same after conversion.
    B2,
    /// The same after rounding.
    B3,
    /// A bound or range that holds the other figure.
    B4,
    /// One article.
    S1,
    /// Copies of one source.
    S2,
    /// Superseded by a later, higher figure.
    C1,
    /// Revised down later.
    C2,
    /// Within the rule's tolerance.
    C3,
    /// A vague word against a number.
    C4,
    /// Compatible only as a bare bound.
    C5,
    /// A quotation trimmed or reworded with the same sense.
    C6,
    /// Disjoint figures of independent sources.
    D1,
    /// Contested between parties.
    D2,
    /// Parts that do not add up to the whole.
    D3,
    /// Unit, currency or magnitude slipped.
    D4,
    /// Another date, place, role or name.
    D5,
    /// Asserted by one, denied by another.
    D6,
    /// Inside one article.
    D7,
    /// One figure changed in a copy.
    D8,
    /// No date.
    E1,
    /// No scope.
    E2,
    /// Too vague.
    E3,
}

/// Why a verdict is what it is: a class code and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The class it speaks for.
    pub code: Class,
    /// One sentence for people.
    pub text: String,
}

/// A pair of claims that look alike but were not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// The two claims, by id.
    pub claims: [Arc<str>; 2],
    /// A1 to A7.
    pub class: Class,
    /// What holds them apart; one text for all pairs of two events.
    pub text: Arc<str>,
}

/// Which figure stands for the finding, and what was dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The policy: `report`, `latest`, ….
    pub policy: &'static str,
    /// The chosen claim, where the policy picks one.
    pub claim: Option<Arc<str>>,
    /// Claims dropped, each with why.
    pub dropped: Vec<(Arc<str>, String)>,
}

/// One fact and its verdict. Claims are referred to by id.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Hash of what it is about: rule, event and slot.
    pub id: Arc<str>,
    /// The rule's id.
    pub rule: Arc<str>,
    /// The verdict.
    pub verdict: Verdict,
    /// The most serious class that applies.
    pub class: Class,
    /// The rule's severity: `error`, `warning`, `info`.
    pub severity: &'static str,
    /// What it is about, for people: "length of the call: Donald Trump, Vladimir Putin · 2025-03-18".
    pub subject: String,
    /// Its claims, in order of as-of day, article and position.
    pub claims: Vec<Arc<str>>,
    /// How many independent sources speak.
    pub sources: usize,
    /// Lowest figure asserted, canonical; `None` where open or not a figure.
    pub low: Option<Number>,
    /// The figure that stands for the finding, where the policy picks one.
    pub best: Option<Number>,
    /// Highest figure asserted, canonical.
    pub high: Option<Number>,
    /// Canonical unit.
    pub unit: Option<Unit>,
    /// Why, most serious first.
    pub reasons: Vec<Reason>,
    /// What was chosen and dropped.
    pub chosen: Option<Chosen>,
    /// Figures in order of their day, for what evolves.
    pub series: Vec<(Date, Arc<str>)>,
    /// For quotations: which words of each differ.
    pub differing: Vec<Differing>,
    /// Pairs near this finding that were not compared.
    pub not_compared: Vec<NotCompared>,
    /// Which of the event's figures it is about.
    pub slot: Slot,
    /// The linked event, by id.
    pub event: Option<Arc<str>>,
    /// The story, where stories are kept apart.
    pub story: Option<String>,
}
