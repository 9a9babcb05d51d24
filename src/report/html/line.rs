//! The figures of a finding on a line: what each source asserts, from where to where, and what stands for all of them.

use super::Case;
use super::scale::{Scale, day_number, percent, stretch};
use super::view::{Lane, NumberLine};
use crate::claim::{Claim, Value};
use crate::report::rows::{Row, Voice, rows};
use crate::report::{asserted, figure};
use crate::value::{Bound, Dimension, Figure, Likeness, Number, Quantity, Unit, comparable};
use crate::verdict::Finding;

/// The most rows that are drawn.
const LANES: usize = 24;
/// Outlets named beside a row before the rest is counted.
const OUTLETS: usize = 2;

/// What a claim asserts, as places on a line; an end that is open is `None`.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    low: Option<f64>,
    high: Option<f64>,
    /// The figure itself, where it is one.
    point: Option<f64>,
    hollow: bool,
    vague: bool,
}

/// A row with its place.
struct Placed<'r, 'a> {
    row: &'r Row<'a>,
    claim: &'a Claim,
    reach: Reach,
}

/// A line for each set of two rows or more that can stand on one.
pub(super) fn lines(finding: &Finding, case: &Case<'_>) -> Vec<NumberLine> {
    let rows = rows(finding, &case.index);
    let mut sets: Vec<Vec<Placed<'_, '_>>> = Vec::new();
    for row in &rows {
        let Some(placed) = placed(row) else { continue };
        match sets.iter_mut().find(|set| goes_with(set[0].claim, placed.claim)) {
            Some(set) => set.push(placed),
            None => sets.push(vec![placed]),
        }
    }
    sets.iter().filter(|set| set.len() > 1).filter_map(|set| line(set, finding)).collect()
}

fn placed<'r, 'a>(row: &'r Row<'a>) -> Option<Placed<'r, 'a>> {
    let claim = row.voices.first()?.claim;
    Some(Placed { row, claim, reach: reach(claim)? })
}

fn reach(claim: &Claim) -> Option<Reach> {
    match &claim.value {
        Value::Quantity(quantity) => Some(reach_of(quantity)),
        Value::Date(Some(date), _) => {
            let (first, last) = (day_number(date.first()), day_number(date.last()));
            let (opens_low, opens_high) = claim.scope.bound.map_or((false, false), opens);
            let point = (first - last).abs() < f64::EPSILON && !opens_low && !opens_high;
            Some(Reach {
                low: (!opens_low).then_some(first),
                high: (!opens_high).then_some(last),
                point: point.then_some(first),
                ..Reach::default()
            })
        }
        _ => None,
    }
}

/// Whether a bound leaves the low end open, and the high one.
fn opens(bound: Bound) -> (bool, bool) {
    (matches!(bound, Bound::LessThan | Bound::AtMost), matches!(bound, Bound::MoreThan | Bound::AtLeast))
}

fn reach_of(quantity: &Quantity) -> Reach {
    let one = |figure: Figure| if let Figure::One(number) = figure { Some(number.to_f64()) } else { None };
    let vague = quantity.bound == Bound::Vague;
    Reach {
        low: quantity.low.map(Number::to_f64),
        high: quantity.high.map(Number::to_f64),
        point: one(quantity.amount).filter(|_| !vague),
        hollow: matches!(quantity.bound, Bound::About | Bound::MoreThan | Bound::LessThan),
        vague,
    }
}

/// Whether two claims can stand on one line: what is counted is the rule's business, as for the judge.
fn goes_with(a: &Claim, b: &Claim) -> bool {
    let unit = |claim: &Claim| match &claim.value {
        Value::Quantity(quantity) => Some(quantity.unit.clone()),
        _ => None,
    };
    match (unit(a), unit(b)) {
        (Some(x), Some(y)) => alike(&x, &y),
        (None, None) => true,
        _ => false,
    }
}

fn alike(a: &Unit, b: &Unit) -> bool {
    let counts = a.dimension() == Dimension::Count && b.dimension() == Dimension::Count;
    counts || matches!(comparable(a, b), Likeness::Same | Likeness::Assumed)
}

fn line(set: &[Placed<'_, '_>], finding: &Finding) -> Option<NumberLine> {
    let unit = if let Value::Quantity(quantity) = &set[0].claim.value { Some(&quantity.unit) } else { None };
    let of_finding =
        |number: &Number| unit.zip(finding.unit.as_ref()).filter(|(a, b)| alike(a, b)).map(|_| number.to_f64());
    let [low, best, high] = [finding.low, finding.best, finding.high].map(|end| end.as_ref().and_then(of_finding));
    let reached = set.iter().flat_map(|placed| [placed.reach.low, placed.reach.high, placed.reach.point]);
    let values = reached.chain([low, best, high]).flatten();
    let scale = if unit.is_some() { Scale::over(values) } else { Scale::even(values) }?;
    Some(NumberLine {
        lanes: set.iter().take(LANES).map(|placed| lane(placed, finding, scale)).collect(),
        ticks: if unit.is_some() { scale.figures(unit) } else { scale.days() },
        caption: caption(set, unit, scale),
        more: set.len().saturating_sub(LANES),
        span: low.zip(high).filter(|(low, high)| low < high).map(|(low, high)| stretch(scale.at(low), scale.at(high))),
        best: best.map(|best| percent(scale.at(best))),
    })
}

fn lane(placed: &Placed<'_, '_>, finding: &Finding, scale: Scale) -> Lane {
    let Placed { row, claim, reach } = placed;
    let chosen = finding.chosen.as_ref().and_then(|chosen| chosen.claim.as_deref());
    let place = |end: Option<f64>, open: f64| end.map_or(open, |value| scale.at(value));
    Lane {
        figure: asserted::asserted(claim),
        who: who(row),
        chosen: chosen.is_some_and(|id| row.voices.iter().any(|voice| &*voice.claim.id == id)),
        bar: (reach.low.is_none() || reach.low != reach.high)
            .then(|| stretch(place(reach.low, 0.0), place(reach.high, 100.0))),
        point: reach.point.map(|point| percent(scale.at(point))),
        hollow: reach.hollow,
        vague: reach.vague,
        open_low: reach.low.is_none(),
        open_high: reach.high.is_none(),
    }
}

/// "The Daily Lantern, Harbour Post and 2 more: Kremlin said".
fn who(row: &Row<'_>) -> String {
    let outlets = row.outlets();
    let named: Vec<String> = outlets.iter().take(OUTLETS).map(Voice::outlet).collect();
    let more = outlets.len().saturating_sub(OUTLETS);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", named.join(", "))
}

/// What the axis counts, and how it is spaced where not evenly.
fn caption(set: &[Placed<'_, '_>], unit: Option<&Unit>, scale: Scale) -> String {
    let units = set.iter().filter_map(|placed| match &placed.claim.value {
        Value::Quantity(quantity) => Some(&quantity.unit),
        _ => None,
    });
    let shared = unit.filter(|unit| units.clone().all(|other| other == *unit) && unit.name() != "-");
    let named = shared.filter(|unit| !matches!(unit.dimension(), Dimension::Duration | Dimension::Percent));
    let named = named.map(|unit| figure::plural(unit.name(), Number::ZERO));
    let spaced = scale.is_log().then(|| "each step many times the one before (logarithmic)".to_owned());
    [named, spaced].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
