//! How two figures of one fact relate: the arithmetic of the judge.

use crate::rule::Compare;
use crate::value::{Bound, Dimension, Figure, Likeness, Number, Quantity, comparable};

use super::Relation;

/// How far a bare bound reaches where the rule does not say: a writer who knew of half as much again would not have
/// written "more than".
const STRETCH: (i128, i128) = (3, 2);
/// Rounding widens a figure by at most this share of it (`design`: half the granularity, at most 10 %).
const WIDEST: (i128, i128) = (1, 10);
/// Below this, people and things are counted, not rounded.
const COUNTED_BELOW: i64 = 1000;

/// An interval with open or closed, finite or infinite ends.
#[derive(Clone, Copy, Debug)]
struct Interval {
    low: Option<Number>,
    high: Option<Number>,
    low_inclusive: bool,
    high_inclusive: bool,
}

/// How two figures of one unit relate under a rule; `None` where their units cannot be compared.
pub(in crate::verdict) fn relate(a: &Quantity, b: &Quantity, compare: &Compare) -> Option<Relation> {
    if !may_compare(a, b) {
        return None;
    }
    if let Some(relation) = same(a, b) {
        return Some(relation);
    }
    let (x, y) = (widened(a, compare), widened(b, compare));
    if overlap(&x, &y) {
        return Some(overlapping(a, b, compare));
    }
    if touch(&x, &y) {
        return Some(Relation::BareBound);
    }
    let loose = (a.bound == Bound::Vague || b.bound == Bound::Vague) && overlap(&loosened(a, x), &loosened(b, y));
    Some(match (tolerated(a, b, compare), loose) {
        (true, _) => Relation::Tolerated,
        (_, true) => Relation::Vague,
        _ => Relation::Disjoint,
    })
}

/// Whether the units allow a comparison. What is counted is the rule's business: its slots keep soldiers and children
/// apart, and "troops" and "soldiers" together.
fn may_compare(a: &Quantity, b: &Quantity) -> bool {
    let counts = a.unit.dimension() == Dimension::Count && b.unit.dimension() == Dimension::Count;
    counts || matches!(comparable(&a.unit, &b.unit), Likeness::Same | Likeness::Assumed)
}

/// The same figure with the same bound.
fn same(a: &Quantity, b: &Quantity) -> Option<Relation> {
    let months = a.months.is_some() && a.months == b.months;
    if a.bound != b.bound || (a.amount != b.amount && !months) {
        return None;
    }
    let as_written = a.written == b.written && a.written_unit == b.written_unit;
    let counted = a.unit.dimension() == Dimension::Count;
    Some(if as_written || counted { Relation::Same } else { Relation::Converted })
}

/// A vague word may stand for a neighbouring order of magnitude ("hundreds" for 1,400 or 90), never for one beyond.
fn loosened(quantity: &Quantity, interval: Interval) -> Interval {
    if quantity.bound != Bound::Vague {
        return interval;
    }
    let ten = Number::whole(10);
    let (low, high) = (interval.low.and_then(|low| low.div(ten)), interval.high.and_then(|high| high.mul(ten)));
    Interval { low, high, ..interval }
}

/// What overlapping figures are to each other.
fn overlapping(a: &Quantity, b: &Quantity, compare: &Compare) -> Relation {
    match (a.bound == Bound::Vague, b.bound == Bound::Vague) {
        (true, true) | (false, false) if is_plain(a) && is_plain(b) => Relation::Rounded,
        (true, false) | (false, true) => Relation::Vague,
        _ if within_stretch(a, b, compare) => Relation::Held,
        _ => Relation::BareBound,
    }
}

/// Whether the words give one figure, not a bound or a range.
fn is_plain(quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::Exact | Bound::About)
}

/// What a figure asserts once the judge has widened it by its rounding.
fn widened(quantity: &Quantity, compare: &Compare) -> Interval {
    let plain = Interval {
        low: quantity.low,
        high: quantity.high,
        low_inclusive: quantity.low_inclusive,
        high_inclusive: quantity.high_inclusive,
    };
    let Figure::One(amount) = quantity.amount else { return plain };
    if !is_plain(quantity) || !compare.rounding {
        return plain;
    }
    let Some(by) = rounding(quantity, amount) else { return plain };
    Interval { low: amount.sub(by), high: amount.add(by), low_inclusive: true, high_inclusive: true }
}

/// By how much a plain figure may have been rounded; nothing for what is counted out. "About" says of itself that it is
/// not counted out.
fn rounding(quantity: &Quantity, amount: Number) -> Option<Number> {
    let counted = quantity.unit.dimension() == Dimension::Count && amount.abs() < Number::whole(COUNTED_BELOW);
    if counted && quantity.bound != Bound::About {
        return None;
    }
    let half = quantity.granularity?.div(Number::whole(2))?;
    let most = amount.abs().mul(Number::ratio(WIDEST.0, WIDEST.1)?)?;
    Some(half.min(most))
}

fn overlap(x: &Interval, y: &Interval) -> bool {
    below(x.low, y.high, x.low_inclusive && y.high_inclusive)
        && below(y.low, x.high, y.low_inclusive && x.high_inclusive)
}

/// Whether a lower end lies below an upper end; open ends always do.
fn below(low: Option<Number>, high: Option<Number>, inclusive: bool) -> bool {
    match (low, high) {
        (Some(low), Some(high)) => low < high || (inclusive && low == high),
        _ => true,
    }
}

/// Whether two intervals miss each other only because an end is excluded: "more than 300" against "300", which news
/// prose does not keep apart.
fn touch(x: &Interval, y: &Interval) -> bool {
    let meets = |low: Option<Number>, high: Option<Number>| low.is_some() && low == high;
    meets(x.low, y.high) || meets(y.low, x.high)
}

/// Whether a bare bound lies close enough to the other figure that its writer may have had that figure before them.
fn within_stretch(a: &Quantity, b: &Quantity, compare: &Compare) -> bool {
    let Some(stretch) = compare.stretch.or(Number::ratio(STRETCH.0, STRETCH.1)) else { return true };
    let near = |bound: &Quantity, other: &Quantity| match bound.bound {
        Bound::MoreThan | Bound::AtLeast => match (bound.low.and_then(|low| low.mul(stretch)), other.low) {
            (Some(reach), Some(figure)) => figure <= reach,
            _ => true,
        },
        Bound::LessThan | Bound::AtMost => match (bound.high, other.high.and_then(|high| high.mul(stretch))) {
            (Some(limit), Some(reach)) => limit <= reach,
            _ => true,
        },
        _ => true,
    };
    near(a, b) && near(b, a)
}

/// Whether two plain figures lie within the rule's tolerance of the larger.
fn tolerated(a: &Quantity, b: &Quantity, compare: &Compare) -> bool {
    let (Some(tolerance), Figure::One(x), Figure::One(y)) = (compare.tolerance, a.amount, b.amount) else {
        return false;
    };
    let larger = x.abs().max(y.abs());
    match (x.sub(y), larger.mul(tolerance)) {
        (Some(apart), Some(room)) => apart.abs() <= room,
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::value::Unit;

    fn figure(amount: &str, granularity: &str, unit: &str, bound: Bound) -> Quantity {
        let amount: Number = amount.parse().unwrap();
        let mut quantity = Quantity::counted(amount);
        quantity.granularity = Some(granularity.parse().unwrap());
        (quantity.unit, quantity.written_unit) = (Unit::named(unit), Unit::named(unit));
        quantity.with_bound(bound)
    }

    fn rounding() -> Compare {
        Compare { rounding: true, ..Compare::default() }
    }

    #[test]
    fn two_hours_and_two_hours_and_one_minute_agree_after_rounding() {
        let (a, b) = (figure("7200", "3600", "second", Bound::Exact), figure("7260", "60", "second", Bound::Exact));
        assert_eq!(relate(&a, &b, &rounding()), Some(Relation::Rounded));
    }

    #[test]
    fn ninety_minutes_and_two_hours_and_a_half_are_disjoint() {
        let (a, b) = (figure("5400", "60", "second", Bound::Exact), figure("9000", "1800", "second", Bound::Exact));
        assert_eq!(relate(&a, &b, &rounding()), Some(Relation::Disjoint));
    }

    #[test]
    fn people_are_counted_not_rounded() {
        let (a, b) = (figure("50", "10", "person", Bound::Exact), figure("52", "1", "person", Bound::Exact));
        assert_eq!(relate(&a, &b, &rounding()), Some(Relation::Disjoint));
    }

    #[test]
    fn about_says_of_itself_that_it_is_not_counted() {
        let (a, b) = (figure("300", "100", "person", Bound::About), figure("290", "1", "person", Bound::Exact));
        assert_eq!(relate(&a, &b, &rounding()), Some(Relation::Rounded));
    }

    #[test]
    fn a_bound_holds_what_is_near_and_barely_what_is_far() {
        let bound = figure("40", "1", "person", Bound::AtLeast);
        assert_eq!(relate(&bound, &figure("45", "1", "person", Bound::Exact), &rounding()), Some(Relation::Held));
        assert_eq!(relate(&bound, &figure("112", "1", "person", Bound::Exact), &rounding()), Some(Relation::BareBound));
        assert_eq!(relate(&bound, &figure("39", "1", "person", Bound::Exact), &rounding()), Some(Relation::Disjoint));
    }

    #[test]
    fn an_excluded_end_is_a_soft_difference() {
        let (a, b) = (figure("300", "1", "person", Bound::MoreThan), figure("300", "1", "person", Bound::Exact));
        assert_eq!(relate(&a, &b, &rounding()), Some(Relation::BareBound));
    }

    #[test]
    fn tolerance_is_a_share_of_the_larger_figure() {
        let compare = Compare { tolerance: Number::ratio(1, 100), ..Compare::default() };
        let (a, b) = (figure("1000000", "1", "USD", Bound::Exact), figure("1005000", "1", "USD", Bound::Exact));
        assert_eq!(relate(&a, &b, &compare), Some(Relation::Tolerated));
    }
}
