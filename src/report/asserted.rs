//! What the figures of a finding assert, in few words: "about 2 h", "thousands", "12 min – 2 h 45 min"; who stands on which
//! side; how a figure grew.

use jiff::civil::Date;

use super::index::Index;
use super::rows::outlet;
use super::{figure, text};
use crate::claim::{Claim, Value, ValueKind};
use crate::value::{Bound, Figure, Number, Quantity, Unit};
use crate::verdict::Finding;

/// Those who say the same.
#[derive(Debug)]
pub(super) struct Side<'a> {
    /// What they say: "about 2 h".
    pub(super) asserted: String,
    /// The first of them.
    pub(super) claim: &'a Claim,
    /// Their outlets, each once.
    pub(super) outlets: Vec<String>,
}

/// What a claim asserts, with its unit.
pub(super) fn asserted(claim: &Claim) -> String {
    match &claim.value {
        Value::Quantity(quantity) => bounded(claim, quantity, Some(&quantity.unit)),
        Value::Date(Some(date), _) => date.to_string(),
        Value::Tally(tally) => tally.to_string(),
        Value::Text(office) if claim.kind == ValueKind::Role => office.replace('-', " "),
        Value::Date(None, _) | Value::Text(_) => text::clean(&claim.text),
    }
}

/// The range of a finding's figures: the least that is said to the most, with the unit where they share one.
pub(super) fn span(finding: &Finding, index: &Index<'_>) -> Option<String> {
    // Without a unit they are not figures of one day that make a range.
    finding.unit.as_ref()?;
    let mut claims: Vec<Told<'_>> = index.claims_of(finding).filter_map(quantity).collect();
    // Beside a number a vague word says nothing of the range.
    if claims.iter().any(|(_, quantity)| quantity.bound != Bound::Vague) {
        claims.retain(|(_, quantity)| quantity.bound != Bound::Vague);
    }
    let Some((low, high)) = ends(&claims) else {
        return figure::range(finding.low, finding.high, finding.unit.as_ref());
    };
    let unit = shared_unit(&claims);
    let ((_, least), (_, most)) = (low, high);
    let same = lowest(least) == highest(most);
    // An exact figure says more than the bound that it fulfils.
    let exact = claims.iter().find(|(_, quantity)| same && quantity.bound == Bound::Exact);
    if let Some((claim, quantity)) = exact.or(same.then_some(&high)) {
        return Some(bounded(claim, quantity, unit));
    }
    if std::ptr::eq(low.0, high.0) {
        return Some(bounded(low.0, least, unit));
    }
    Some(figure::join(&least_of(low, unit), &most_of(high, unit)))
}

fn quantity(claim: &Claim) -> Option<(&Claim, &Quantity)> {
    match &claim.value {
        Value::Quantity(quantity) => Some((claim, quantity)),
        _ => None,
    }
}

/// The unit that all share; counted things of several names are shown without.
fn shared_unit<'a>(claims: &[(&'a Claim, &'a Quantity)]) -> Option<&'a Unit> {
    let (claim, first) = claims.first()?;
    let shared = claim.kind != ValueKind::Count || claims.iter().all(|(_, quantity)| quantity.unit == first.unit);
    shared.then_some(&first.unit)
}

type Told<'a> = (&'a Claim, &'a Quantity);

/// The claims with the lowest and the highest figure; of equal highest ones that which is open above.
fn ends<'a>(claims: &[Told<'a>]) -> Option<(Told<'a>, Told<'a>)> {
    let open = |quantity: &Quantity| matches!(quantity.bound, Bound::MoreThan | Bound::AtLeast);
    let low = claims.iter().min_by_key(|(_, quantity)| lowest(quantity))?;
    let high = claims.iter().max_by_key(|(_, quantity)| (highest(quantity), open(quantity)))?;
    Some((*low, *high))
}

fn lowest(quantity: &Quantity) -> Number {
    quantity.low.unwrap_or_else(|| quantity.amount.ends().0)
}

fn highest(quantity: &Quantity) -> Number {
    quantity.high.unwrap_or_else(|| quantity.amount.ends().1)
}

/// The lower end of a range of claims.
fn least_of((claim, quantity): Told<'_>, unit: Option<&Unit>) -> String {
    let least = figure::one(quantity.amount.ends().0, unit);
    match quantity.bound {
        Bound::Vague => vague(claim, None),
        Bound::LessThan | Bound::AtMost => format!("up to {least}"),
        _ => least,
    }
}

/// The upper end of a range of claims.
fn most_of((claim, quantity): Told<'_>, unit: Option<&Unit>) -> String {
    let most = figure::one(quantity.amount.ends().1, unit);
    match quantity.bound {
        Bound::Vague => vague(claim, unit),
        Bound::MoreThan => format!("more than {most}"),
        Bound::AtLeast => format!("at least {most}"),
        _ => most,
    }
}

/// A figure with the words that bound it.
fn bounded(claim: &Claim, quantity: &Quantity, unit: Option<&Unit>) -> String {
    let (low, high) = quantity.amount.ends();
    let one = || figure::one(high, unit);
    match (quantity.bound, quantity.amount) {
        (Bound::Vague, _) => vague(claim, unit),
        (_, Figure::Range(..)) => figure::join(&figure::one(low, unit), &one()),
        (Bound::About, _) => format!("about {}", one()),
        (Bound::MoreThan, _) => format!("more than {}", one()),
        (Bound::AtLeast, _) => format!("at least {}", one()),
        (Bound::LessThan, _) => format!("under {}", one()),
        (Bound::AtMost, _) => format!("up to {}", one()),
        (Bound::Exact | Bound::Between, _) => one(),
    }
}

/// A vague word as it stands, with what is counted: "thousands of civilians", "several people".
fn vague(claim: &Claim, unit: Option<&Unit>) -> String {
    let words = text::clip(&text::clean(&claim.text).to_lowercase(), 40);
    let counted = unit.filter(|unit| claim.kind == ValueKind::Count && **unit != Unit::NONE);
    match counted.map(|unit| figure::plural(unit.name(), Number::ZERO)) {
        Some(noun) if words.ends_with('s') => format!("{words} of {noun}"),
        Some(noun) => format!("{words} {noun}"),
        None => words,
    }
}

/// The sides of a finding, the lowest figure first.
pub(super) fn sides<'a>(finding: &'a Finding, index: &Index<'a>) -> Vec<Side<'a>> {
    let mut sides: Vec<Side<'a>> = Vec::new();
    for claim in index.claims_of(finding) {
        let (asserted, outlet) = (asserted(claim), outlet(index.article(claim), &claim.article));
        match sides.iter_mut().find(|side| side.asserted == asserted) {
            Some(side) if side.outlets.contains(&outlet) => {}
            Some(side) => side.outlets.push(outlet),
            None => sides.push(Side { asserted, claim, outlets: vec![outlet] }),
        }
    }
    sides.sort_by_key(|side| quantity(side.claim).map(|(_, quantity)| quantity.amount.ends()));
    sides
}

/// How a figure grew, a day at a time: "39 (8 Apr) → 50 (9 Apr) → 57 (10 Apr)"; `None` where it stayed as it was.
pub(super) fn course(finding: &Finding, index: &Index<'_>) -> Option<String> {
    let told = finding.series.iter().filter_map(|(day, id)| Some((*day, bare(index.claim(id)?))));
    let mut days: Vec<(Date, Vec<String>)> = Vec::new();
    for (day, figure) in told {
        match days.last_mut() {
            Some((last, figures)) if *last == day || *figures == [figure.clone()] => {
                figures.extend((!figures.contains(&figure)).then_some(figure));
            }
            _ => days.push((day, vec![figure])),
        }
    }
    let one_year = days.windows(2).all(|pair| pair[0].0.year() == pair[1].0.year());
    let form = if one_year { "%-d %b" } else { "%-d %b %Y" };
    let steps = days.iter().map(|(day, figures)| format!("{} ({})", figures.join(" / "), day.strftime(form)));
    (days.len() > 1).then(|| steps.collect::<Vec<_>>().join(" → "))
}

/// What a claim asserts, without naming what is counted.
fn bare(claim: &Claim) -> String {
    match &claim.value {
        Value::Quantity(quantity) if claim.kind == ValueKind::Count => bounded(claim, quantity, None),
        _ => asserted(claim),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::super::sample;
    use super::*;

    fn claim(words: &str, low: i64, high: i64, bound: Bound, unit: &str) -> Claim {
        let mut quantity = sample::duration(0, low, "x", bound);
        quantity.amount = if bound == Bound::Vague {
            Figure::Range(Number::whole(low), Number::whole(high))
        } else {
            Figure::One(Number::whole(low))
        };
        quantity.unit = Unit::named(unit);
        let mut claim = sample::claim("c", "a.md", words, words, quantity);
        claim.kind = ValueKind::Count;
        claim
    }

    #[test]
    fn figures_are_shown_as_what_they_assert() {
        assert_eq!(asserted(&claim("Thousands", 1000, 9999, Bound::Vague, "civilian")), "thousands of civilians");
        assert_eq!(asserted(&claim("several", 2, 9, Bound::Vague, "child")), "several children");
        assert_eq!(asserted(&claim("more than 300", 300, 300, Bound::MoreThan, "dead")), "more than 300 dead");
        assert_eq!(bare(&claim("more than 300", 300, 300, Bound::MoreThan, "dead")), "more than 300");
    }

    #[test]
    fn sides_span_and_course_of_a_finding() {
        let report = sample::report();
        let index = Index::new(&report);
        let finding = &report.findings[0];
        let sides: Vec<String> = sides(finding, &index)
            .iter()
            .map(|side| format!("{}: {}", side.asserted, side.outlets.join(", ")))
            .collect();
        assert_eq!(sides, ["1 h 30 min: Daily Ledger, Evening Wire", "2 h 30 min: Harbour Post"]);
        assert_eq!(span(finding, &index).unwrap(), "1 h 30 min – 2 h 30 min");
        assert_eq!(course(finding, &index), None);
        let mut grown = finding.clone();
        grown.series =
            vec![(date(2031, 5, 6), "c1".into()), (date(2031, 5, 7), "c3".into()), (date(2031, 5, 8), "c2".into())];
        assert_eq!(course(&grown, &index).unwrap(), "1 h 30 min (6 May) → 2 h 30 min (8 May)");
    }
}
