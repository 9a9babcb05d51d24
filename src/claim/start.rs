//! When something began, as a claim says it: by its date, or reckoned back from the day of the article ("more than nine months of
//! fighting"). A start is a window of days, with the stretch of it that the writer is likely to have had in mind.

use jiff::civil::Date;

use crate::value::{Bound, DateSpan, Figure, Number, Precision, Quantity, plus_days, plus_months};

use super::{Claim, Value};

/// The days between which something began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The earliest day that is asserted; `None` where it is open ("more than nine months").
    pub first: Option<Date>,
    /// The latest day that is asserted; `None` where it is open ("after 2014").
    pub last: Option<Date>,
    /// The days that the words suggest: an open end reaches no further than a writer would have gone without a larger figure.
    pub likely: (Date, Date),
    /// The day that the words come to when they are taken as they stand.
    pub reckoned: Date,
}

/// Days in which an event is told that only follows another ("after the coup of 2014"): the writer sees them as one course.
const SEQUEL_DAYS: i32 = 366;
/// How far a part of a year or month reaches beyond the days that it names.
const VAGUE_DAYS: i32 = 45;
const SECONDS_OF_A_DAY: i64 = 86_400;

/// The start that a claim gives: its date, or what it reckons back from the day of its article; `None` without either.
pub(crate) fn start_of(claim: &Claim, published: Option<Date>) -> Option<Start> {
    match &claim.value {
        Value::Date(date, _) => dated(&loose(&(*date)?)?, claim.scope.bound),
        Value::Quantity(quantity) => reckoned(quantity, published?),
        Value::Text(_) | Value::Tally(_) => None,
    }
}

impl Start {
    /// Whether two starts have a day in common.
    pub fn meets(&self, other: &Self) -> bool {
        let below = |first: Option<Date>, last: Option<Date>| first.zip(last).is_none_or(|(first, last)| first <= last);
        below(self.first, other.last) && below(other.first, self.last)
    }

    /// Whether they have a day in common that both writers are likely to have had in mind.
    pub fn meets_closely(&self, other: &Self) -> bool {
        self.likely.0 <= other.likely.1 && other.likely.0 <= self.likely.1
    }

    /// How many days lie between what two starts suggest; 0 where they meet.
    pub fn days_apart(&self, other: &Self) -> i32 {
        let gap = |early: Date, late: Date| crate::value::days_between(early, late);
        gap(self.likely.1, other.likely.0).max(gap(other.likely.1, self.likely.0)).max(0)
    }
}

/// The days that a stated date may mean: where "mid-2011" or "early spring" ends nobody says.
fn loose(date: &DateSpan) -> Option<DateSpan> {
    if date.precision() != Precision::Span || date.first() == date.last() {
        return Some(date.reach());
    }
    let (first, last) = (plus_days(date.first(), -VAGUE_DAYS)?, plus_days(date.last(), VAGUE_DAYS)?);
    Some(DateSpan::new(first, last, Precision::Span))
}

/// A stated date, with the bound that the words give it.
fn dated(date: &DateSpan, bound: Option<Bound>) -> Option<Start> {
    let (first, last) = (date.first(), date.last());
    Some(match bound {
        Some(Bound::MoreThan | Bound::AtLeast) => {
            Start { first: Some(first), last: None, likely: (first, plus_days(last, SEQUEL_DAYS)?), reckoned: first }
        }
        Some(Bound::LessThan | Bound::AtMost) => {
            Start { first: None, last: Some(last), likely: (plus_days(first, -SEQUEL_DAYS)?, last), reckoned: last }
        }
        _ => Start { first: Some(first), last: Some(last), likely: (first, last), reckoned: first },
    })
}

/// The start that lies so long before the day of publication.
fn reckoned(quantity: &Quantity, published: Date) -> Option<Start> {
    let (low, high) = quantity.amount.ends();
    let months = quantity.months.map(Figure::ends);
    let long = back(published, high, months.map(|months| months.1))?;
    let short = back(published, low, months.map(|months| months.0))?;
    let (length, unit) = (crate::value::days_between(short, published), days_of_unit(quantity));
    // The day of writing is the day before; and nobody counts a long time to the day.
    let slack = (length / 20).max(1);
    let (early, late) = (plus_days(long, -slack)?, plus_days(short, slack)?);
    Some(match quantity.bound {
        Bound::MoreThan | Bound::AtLeast => Start {
            first: None,
            last: Some(late),
            likely: (plus_days(early, -unit.max(length / 2))?, late),
            reckoned: short,
        },
        Bound::LessThan | Bound::AtMost => Start {
            first: Some(early),
            last: Some(published),
            likely: (early, plus_days(late, length / 2)?),
            reckoned: long,
        },
        Bound::Vague => return None,
        _ => around(quantity, short, long, published)?,
    })
}

/// The window of a plain length: cut off rather than rounded up ("a year" for fourteen months), rounded up by little ("nearly a
/// year" for ten).
fn around(quantity: &Quantity, short: Date, long: Date, published: Date) -> Option<Start> {
    let (length, unit) = (crate::value::days_between(short, published), days_of_unit(quantity));
    let rounded_up =
        if quantity.bound == Bound::About { unit.min(length / 4) } else { (unit / 2).min(length * 3 / 20) };
    let cut_off = unit.min(length * 3 / 10);
    let (first, last) = (plus_days(long, -cut_off - 1)?, plus_days(short, rounded_up + 1)?.min(published));
    Some(Start { first: Some(first), last: Some(last), likely: (first, last), reckoned: short })
}

/// The day so long before another: by calendar months where the length was written in them.
fn back(from: Date, seconds: Number, months: Option<Number>) -> Option<Date> {
    let whole = |number: Number| i32::try_from(number.trunc()).ok();
    match months.filter(|months| months.is_whole()) {
        Some(months) => plus_months(from, -whole(months)?),
        None => plus_days(from, -whole(seconds.div(Number::whole(SECONDS_OF_A_DAY))?)?),
    }
}

/// The days of the unit in which a length was written.
fn days_of_unit(quantity: &Quantity) -> i32 {
    match quantity.written_unit.name() {
        "week" => 7,
        "fortnight" => 14,
        "month" => 30,
        "quarter" => 91,
        "year" => 365,
        "decade" => 3652,
        "century" => 36_525,
        _ => 1,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::mention::read_quantity;

    fn start(length: &str, published: Date) -> Start {
        reckoned(&read_quantity(length).unwrap().quantity, published).unwrap()
    }

    fn day(day: Date) -> Start {
        dated(&DateSpan::day(day), None).unwrap()
    }

    #[test]
    fn a_bare_bound_begins_before() {
        let long = start("more than seven months", date(2024, 5, 10));
        assert!(long.meets_closely(&day(date(2023, 10, 7))));
        assert!(!long.meets(&day(date(2023, 11, 7))));
        assert!(long.meets(&day(date(2021, 5, 10))) && !long.meets_closely(&day(date(2021, 5, 10))));
    }

    #[test]
    fn a_year_is_not_seven_months() {
        let year = start("one year", date(2024, 5, 10));
        assert!(!year.meets(&day(date(2023, 10, 7))));
        assert!(year.meets(&day(date(2023, 4, 15))));
        assert!(start("about two years", date(2025, 2, 10)).meets(&day(date(2023, 7, 1))));
    }

    #[test]
    fn what_follows_is_later_but_not_much() {
        let after = dated(&DateSpan::year(2011).unwrap(), Some(Bound::AtLeast)).unwrap();
        assert!(after.meets_closely(&dated(&DateSpan::year(2011).unwrap(), None).unwrap()));
        assert!(after.meets(&day(date(2019, 1, 1))) && !after.meets_closely(&day(date(2019, 1, 1))));
        assert!(!after.meets(&day(date(2010, 12, 31))));
    }
}
