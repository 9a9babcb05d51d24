//! Makes the value of a figure that was accepted: canonical unit, ends, granularity, trend.

use super::accept::Counted;
use super::magnitude::Magnitude;
use super::numeral::Form;
use super::range::Bounded;
use super::{change, rate};
use crate::mention::{LeafKind, QuantityMention, Read, Reader, words};
use crate::value::{Bound, Dimension, Figure, Number, Quantity, Trend, Unit};

/// The mention of a figure; `None` where its amount does not fit the arithmetic.
pub(super) fn mention(reader: &Reader<'_>, counted: Counted) -> Option<Read<QuantityMention>> {
    let Counted { found, noun } = counted;
    let figure = found.to.as_ref().map_or_else(
        || reader.span(found.from.first, found.from.next - 1),
        |to| reader.span(found.from.first, to.next - 1),
    );
    let next = found.next.max(found.to.as_ref().unwrap_or(&found.from).next);
    let (unit, dimension) = written_unit(reader, &found, noun.as_ref().map(|noun| (noun.name.as_str(), noun.next)));
    let trend = change::trend(reader, found.first, next, dimension == Dimension::Duration);
    let quantity = quantity(&found, &unit, dimension, trend)?;
    let payload = QuantityMention { quantity, figure, noun: noun.map(|noun| noun.span) };
    Some(Read { payload, kind: kind(dimension), span: reader.span(found.first, next - 1), next })
}

fn kind(dimension: Dimension) -> LeafKind {
    match dimension {
        Dimension::Count => LeafKind::Number,
        Dimension::Money => LeafKind::Money,
        Dimension::Duration => LeafKind::Duration,
        Dimension::Percent => LeafKind::Percent,
        Dimension::Measure => LeafKind::Measure,
    }
}

/// The unit as written and what it measures; of a count, the noun and the rate after it ("20 missiles a day").
fn written_unit(reader: &Reader<'_>, found: &Bounded, noun: Option<(&str, usize)>) -> (Unit, Dimension) {
    let last = found.to.as_ref().unwrap_or(&found.from);
    if let Some(read) = &last.unit {
        let dimension = if last.age || found.from.age { Dimension::Measure } else { read.dimension };
        return (read.unit.clone(), dimension);
    }
    let (name, next) = noun.unwrap_or(("-", found.next));
    let times = reader.is_any(found.next, words!["time", "times"]);
    let of = next + usize::from(times && noun.is_none());
    let told = reader.is_any(of, words!["per", "a", "an"]);
    let rate = rate::read(reader, of, false).filter(|(of, _)| told || of.dimension() == Dimension::Duration);
    let unit = Unit::named(name);
    (rate.map_or_else(|| unit.clone(), |(of, _)| Unit::rate(&unit, &of)), Dimension::Count)
}

fn quantity(found: &Bounded, unit: &Unit, dimension: Dimension, trend: Option<Trend>) -> Option<Quantity> {
    let written = match &found.to {
        Some(to) => Figure::Range(found.from.numeral.value, to.numeral.value),
        None => written_figure(&found.from),
    };
    let age = found.from.age;
    let mut conversion = unit.conversion();
    if trend.is_some() {
        conversion.offset = Number::ZERO;
    }
    let year = Number::whole(365 * 86_400);
    if age {
        conversion.factor = conversion
            .months
            .map_or_else(|| conversion.factor.div(year), |months| Number::whole(months).div(Number::whole(12)))?;
        conversion.unit = Unit::named("year");
    }
    let amount = conversion.apply_to(written)?;
    let step = found.to.as_ref().map_or(found.from.numeral.step, |to| to.numeral.step.min(found.from.numeral.step));
    let (low, high) = ends(found, amount, &conversion)?;
    let months = conversion.months.and_then(|months| written.map(|n| n.mul(Number::whole(months))));
    Some(Quantity {
        written,
        written_unit: unit.clone(),
        amount,
        unit: if dimension == Dimension::Count { unit.clone() } else { conversion.unit.clone() },
        low,
        high,
        low_inclusive: low.is_some() && found.inclusive.0,
        high_inclusive: high.is_some() && found.inclusive.1,
        granularity: step.mul(conversion.factor).map(Number::abs),
        bound: found.bound,
        trend,
        months,
    })
}

/// "several" names no number: what stands in the text is its range.
fn written_figure(figure: &Magnitude) -> Figure {
    match figure.numeral.form {
        Form::Vague(low, high)
            if figure.numeral.value == low && low.parts().0 % 5 != 0 && low != high && low != Number::whole(12) =>
        {
            Figure::Range(low, high)
        }
        _ => Figure::One(figure.numeral.value),
    }
}

/// What the figure asserts, in the canonical unit.
fn ends(
    found: &Bounded,
    amount: Figure,
    conversion: &crate::value::Conversion,
) -> Option<(Option<Number>, Option<Number>)> {
    let (low, high) = amount.ends();
    Some(match (found.bound, found.from.numeral.form) {
        (Bound::Vague, Form::Vague(low, high)) => (Some(conversion.apply(low)?), Some(conversion.apply(high)?)),
        (Bound::MoreThan | Bound::AtLeast, Form::Vague(low, _)) => (Some(conversion.apply(low)?), None),
        (Bound::MoreThan | Bound::AtLeast, _) => (Some(low), None),
        (Bound::LessThan | Bound::AtMost, _) => (None, Some(high)),
        _ => (Some(low), Some(high)),
    })
}
