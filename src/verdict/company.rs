//! What the other figures of its article say of a figure. It is worked out once an article: the judge asks for it with every pair,
//! and one article may hold a hundred thousand figures.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::align::ClaimAt;
use crate::article::Field;
use crate::claim::{Claim, Extract, Polarity, ValueKind};
use crate::lexicon::Lexicon;
use crate::rule::{Rule, RuleSet};
use crate::value::{Bound, Number};

use super::headlines;
use super::judge::quantity_of;
use super::tally::{figure, is_whole};

/// The company that each claim of a run keeps, by extract and claim.
#[derive(Debug)]
pub struct Company(Vec<Vec<Kept>>);

/// The company of one claim. The claims that are named are of the same article, by index.
#[derive(Clone, Copy, Debug, Default)]
struct Kept {
    elapsed: bool,
    short: bool,
    spread: Spread,
    whole: Option<usize>,
    fuller: Option<usize>,
}

/// Whether a figure counts the whole of a region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Spread {
    #[default]
    No,
    /// It stands beside incidents in the plural.
    Plural,
    /// The words say so.
    Said,
}

impl Company {
    /// Of the claims of every article.
    pub fn of(extracts: &[Extract], rules: &RuleSet, lexicon: &Lexicon) -> Self {
        let elapsed = rules.rules().iter().filter(|rule| rule.compare().elapsed).map(Rule::id).collect();
        Self(extracts.par_iter().map(|extract| kept(extract, &elapsed, lexicon)).collect())
    }

    fn kept(&self, at: ClaimAt) -> Kept {
        self.0[at.0][at.1]
    }

    /// Whether a claim gives the time since something began.
    pub(super) fn is_elapsed(&self, at: ClaimAt) -> bool {
        self.kept(at).elapsed
    }

    /// Whether a figure that is given for everybody cannot be the whole, since its own article counts more of one kind ("25
    /// civilians" beside the 11 of one street).
    pub(super) fn is_less_than_a_part(&self, at: ClaimAt) -> bool {
        self.kept(at).short
    }

    /// Whether the article says of this figure that it counts the whole of a region ("across Lombardy").
    pub(super) fn is_spread(&self, at: ClaimAt) -> bool {
        self.kept(at).spread == Spread::Said
    }

    /// Whether the article gives this figure for several incidents ("strikes on Lombardy"), or may: a plural may be one attack.
    pub(super) fn is_summed(&self, at: ClaimAt) -> bool {
        self.kept(at).spread == Spread::Plural
    }

    /// The figure of the same sentence that a part belongs to: "50 people, five of them children".
    pub(super) fn whole_of(&self, at: ClaimAt) -> Option<ClaimAt> {
        self.kept(at).whole.map(|whole| (at.0, whole))
    }

    /// The claim that gives a headline's plain figure with a bound; what is only feared bounds no toll.
    pub(super) fn fuller(&self, at: ClaimAt) -> Option<ClaimAt> {
        self.kept(at).fuller.map(|fuller| (at.0, fuller))
    }
}

fn kept(extract: &Extract, elapsed: &BTreeSet<&str>, lexicon: &Lexicon) -> Vec<Kept> {
    let mut all: Vec<Kept> = extract
        .claims
        .iter()
        .map(|claim| Kept { elapsed: elapsed.contains(&*claim.rule), ..Kept::default() })
        .collect();
    mark_short(extract, &mut all);
    mark_spread(extract, lexicon, &mut all);
    mark_wholes(extract, lexicon, &mut all);
    mark_fuller(extract, &mut all);
    all
}

fn mark_short(extract: &Extract, all: &mut [Kept]) {
    let fact = |claim: &Claim| (claim.rule.clone(), claim.event, claim.scope.polarity);
    let mut largest: BTreeMap<_, Option<Number>> = BTreeMap::new();
    for part in extract.claims.iter().filter(|part| part.scope.subgroup.is_some()) {
        let known = largest.entry(fact(part)).or_default();
        *known = figure(part).max(*known);
    }
    for (claim, kept) in extract.claims.iter().zip(all) {
        let part = || largest.get(&fact(claim)).is_some_and(|part| *part > figure(claim));
        kept.short = !largest.is_empty() && claim.scope.subgroup.is_none() && part();
    }
}

fn mark_spread(extract: &Extract, lexicon: &Lexicon, all: &mut [Kept]) {
    let words = lexicon.words("tally_spread");
    let spread = figures_where(extract, |sentence| {
        words.iter().any(|words| sentence.contains(&**words)) || names_part_elsewhere(sentence)
    });
    let plural = |word: &str| lexicon.lists("tally_plural", word);
    let summed = figures_where(extract, |sentence| sentence.split(|c: char| !c.is_alphanumeric()).any(plural));
    for (claim, kept) in extract.claims.iter().zip(all) {
        let figure = (&*claim.rule, figure(claim));
        kept.spread = match () {
            () if spread.contains(&figure) => Spread::Said,
            () if summed.contains(&figure) => Spread::Plural,
            () => Spread::No,
        };
    }
}

/// The figures that an article gives in a sentence of which something holds, each with its rule.
fn figures_where(extract: &Extract, holds: impl Fn(&str) -> bool) -> BTreeSet<(&str, Option<Number>)> {
    let counts = extract.claims.iter().filter(|claim| claim.kind == ValueKind::Count);
    counts.filter(|claim| holds(&claim.sentence)).map(|claim| (&*claim.rule, figure(claim))).collect()
}

/// Whether a sentence says where a part of its figure was: "34 across the west, including 12 in Lindwick".
fn names_part_elsewhere(sentence: &str) -> bool {
    let mut parts = sentence.split("including ").skip(1);
    parts.any(|part| part.split(' ').skip(1).take(PART).any(|word| word == "in"))
}

/// Words of a part between its figure and where it was: "including 12 people in".
const PART: usize = 2;

/// The claims of one rule in one sentence, by where it begins.
type Sentences<'a> = BTreeMap<(Field, usize, &'a str), Vec<usize>>;

fn mark_wholes(extract: &Extract, lexicon: &Lexicon, all: &mut [Kept]) {
    let claims = &extract.claims;
    if claims.iter().all(|claim| claim.scope.subgroup.is_none()) {
        return;
    }
    let sentence = |claim: &Claim| (claim.location.field, claim.location.start.saturating_sub(claim.at));
    let mut sentences = Sentences::new();
    for (index, claim) in claims.iter().enumerate() {
        let (field, start) = sentence(claim);
        sentences.entry((field, start, &claim.rule)).or_default().push(index);
    }
    for beside in sentences.values() {
        for &part in beside.iter().filter(|&&part| claims[part].scope.subgroup.is_some()) {
            let wholes = beside.iter().filter(|&&other| is_whole(&claims[other], &claims[part], lexicon));
            all[part].whole = wholes.copied().max_by_key(|&other| (figure(&claims[other]), other));
        }
    }
}

fn mark_fuller(extract: &Extract, all: &mut [Kept]) {
    let plain = |claim: &Claim| quantity_of(claim).is_some_and(|quantity| quantity.bound == Bound::Exact);
    for (index, claim) in extract.claims.iter().enumerate() {
        if plain(claim) && headlines::is_headline(claim, &extract.article) {
            all[index].fuller = extract.claims.iter().position(|other| is_fuller(other, claim));
        }
    }
}

/// Whether one gives the figure of the other, for the same fact, with another bound.
fn is_fuller(other: &Claim, claim: &Claim) -> bool {
    let fact = |claim: &Claim| -> (usize, Polarity) { (claim.event, claim.scope.polarity) };
    let same = other.rule == claim.rule && fact(other) == fact(claim) && other.scope.subgroup == claim.scope.subgroup;
    let amounts = quantity_of(other).zip(quantity_of(claim));
    same && amounts.is_some_and(|(other, own)| other.amount == own.amount && other.bound != own.bound)
}
