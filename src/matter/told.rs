//! From findings to their matters.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{Matter, Told};
use crate::align::Slot;
use crate::claim::{ArticleRecord, Claim, Extract, Polarity, Value, ValueKind};
use crate::value::{Bound, Figure, Quantity, Trend};
use crate::verdict::Finding;

/// The matter of each finding, in their order.
pub fn matters(findings: &[Finding], extracts: &[Extract]) -> Vec<Matter> {
    let articles = extracts.iter().map(|extract| (&extract.article, &extract.claims));
    let told = articles.flat_map(|(article, claims)| claims.iter().map(move |claim| (&*claim.id, (article, claim))));
    let claims: FxHashMap<&str, (&ArticleRecord, &Claim)> = told.collect();
    let of_finding =
        |finding: &Finding| matter(finding, finding.claims.iter().filter_map(|id| claims.get(id.as_ref()).copied()));
    findings.par_iter().map(of_finding).collect()
}

fn matter<'a>(finding: &Finding, claims: impl Iterator<Item = (&'a ArticleRecord, &'a Claim)>) -> Matter {
    let mut matter = Matter { rule: finding.rule.to_string(), slot: slot(&finding.slot), ..Matter::default() };
    let mut figures: BTreeMap<String, Told> = BTreeMap::new();
    for (article, claim) in claims {
        let scope = &claim.scope;
        matter.participants.extend(scope.participants.iter().map(|participant| participant.value.key.clone()));
        matter.places.extend(scope.place.iter().map(|place| place.value.clone()));
        matter.days.extend(scope.event_date.iter().map(|day| day.value.to_string()));
        matter.published.extend(article.day().map(|(day, _)| day.to_string()));
        let says = says(claim);
        let told = figures.entry(says.clone());
        let told = told.or_insert_with(|| Told { says, words: claim.text.clone(), by: BTreeSet::new() });
        told.by.insert(outlet(article));
    }
    matter.figures = figures.into_values().collect();
    matter
}

/// The parts of a slot that are set, each with its name.
fn slot(slot: &Slot) -> BTreeSet<String> {
    let named = [
        ("party", &slot.party),
        ("subgroup", &slot.subgroup),
        ("stage", &slot.stage),
        ("place", &slot.place),
        ("unit", &slot.unit),
    ];
    let named = named.into_iter().filter_map(|(name, part)| Some(format!("{name} {}", part.as_ref()?)));
    let flags = [("cumulative", slot.cumulative), ("imagined", slot.imagined)];
    named.chain(flags.into_iter().filter(|(_, set)| *set).map(|(name, _)| name.to_owned())).collect()
}

/// What a claim asserts, the same for the same figure however it is worded.
fn says(claim: &Claim) -> String {
    let asserted = match &claim.value {
        Value::Quantity(quantity) => quantity_says(quantity, claim.kind),
        Value::Date(Some(date), _) => bounded(claim.scope.bound.unwrap_or(Bound::Exact), date),
        Value::Tally(tally) => tally.to_string(),
        Value::Date(None, words) | Value::Text(words) => words.clone(),
    };
    match claim.scope.polarity {
        Polarity::Asserted => asserted,
        Polarity::Denied => format!("{asserted} (denied)"),
        Polarity::Hypothetical => format!("{asserted} (supposed)"),
    }
}

/// Of what is counted the noun is left out: articles call the same people "dead", "victims", "residents".
fn quantity_says(quantity: &Quantity, kind: ValueKind) -> String {
    let amount = match quantity.amount {
        Figure::One(number) => number.to_string(),
        Figure::Range(from, to) => format!("{from}–{to}"),
    };
    let unit = if kind == ValueKind::Count { "" } else { quantity.unit.name() };
    let trend = match quantity.trend {
        Some(Trend::Up) => "up",
        Some(Trend::Down) => "down",
        None => "",
    };
    bounded(quantity.bound, format!("{amount} {unit} {trend}").split_whitespace().collect::<Vec<_>>().join(" "))
}

fn bounded(bound: Bound, what: impl Display) -> String {
    match bound {
        Bound::Exact | Bound::Between => what.to_string(),
        bound => format!("{} {what}", bound.name()),
    }
}

/// The outlet, else the file's name without folder and ending.
fn outlet(article: &ArticleRecord) -> String {
    let named = article.source.as_ref().map(|source| source.value.trim()).filter(|name| !name.is_empty());
    named.map_or_else(|| stem(&article.id).to_owned(), str::to_owned)
}

fn stem(id: &str) -> &str {
    let name = id.rsplit('/').next().unwrap_or(id);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}
