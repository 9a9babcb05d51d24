//! Parts of stretches of time, and the calendar units around a day.

use jiff::civil::{Date, Weekday};

use super::word::{Part, Season, Unit};
use crate::value::{DateSpan, Precision, days_between, plus_days, plus_months};

/// The season that begins in a year; winter ends in the next.
pub(super) fn season(season: Season, year: i16) -> Option<DateSpan> {
    let month = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    DateSpan::months(year, month, 3)
}

/// The calendar unit around a day, moved by so many of them.
pub(super) fn unit(unit: Unit, day: Date, shift: i32) -> Option<DateSpan> {
    match unit {
        Unit::Hour => Some(DateSpan::day(day)),
        Unit::Day => plus_days(day, shift).map(DateSpan::day),
        Unit::Week => DateSpan::week_of(plus_days(day, shift.checked_mul(7)?)?),
        Unit::Fortnight => {
            let first = DateSpan::week_of(plus_days(day, shift.checked_mul(14)?)?)?.first();
            Some(DateSpan::run(first, plus_days(first, 13)?))
        }
        Unit::Month => {
            let month = plus_months(day.first_of_month(), shift)?;
            DateSpan::month(month.year(), month.month())
        }
        Unit::Quarter => {
            let month = plus_months(day.first_of_month(), shift.checked_mul(3)?)?;
            DateSpan::months(month.year(), (month.month() - 1) / 3 * 3 + 1, 3)
        }
        Unit::Year => DateSpan::year(year(day, shift, 1)?),
        Unit::Decade => DateSpan::years(year(day, shift, 10)?, 10),
        Unit::Century => DateSpan::years(year(day, shift, 100)?, 100),
    }
}

/// The first year of the run of `length` years around a day, moved by so many runs.
fn year(day: Date, shift: i32, length: i32) -> Option<i16> {
    let year = i32::from(day.year()).div_euclid(length).checked_add(shift)?.checked_mul(length)?;
    i16::try_from(year).ok()
}

/// The first, middle or last part of a stretch. "Early" and "late" halve a year; its "beginning", "middle" and "end" are
/// thirds; months are halved at the 15th; weeks overlap in the middle.
pub(super) fn part(part: Part, of: DateSpan) -> Option<DateSpan> {
    let (first, last) = match of.precision() {
        Precision::Week => days(part, of, [(0, 2), (1, 4), (3, 6)])?,
        Precision::Month => days(part, of, [(0, 14), (9, 19), (15, 30)])?,
        Precision::Year => months(part, of)?,
        Precision::Decade => decades(part, of)?,
        Precision::Span => {
            let third = days_between(of.first(), of.last()) / 3;
            days(part, of, [(0, third), (third, 2 * third), (2 * third, i32::MAX)])?
        }
        Precision::Day => return Some(of),
    };
    Some(DateSpan::run(first, last.min(of.last())))
}

/// Days of a stretch by offset.
fn days(part: Part, of: DateSpan, offsets: [(i32, i32); 3]) -> Option<(Date, Date)> {
    let (from, to) = offsets[place(part)];
    let length = days_between(of.first(), of.last());
    Some((plus_days(of.first(), from)?, plus_days(of.first(), to.min(length))?))
}

/// Months of a year.
fn months(part: Part, of: DateSpan) -> Option<(Date, Date)> {
    let (from, count) = match part {
        Part::Early => (1, 6),
        Part::Start => (1, 4),
        Part::Mid => (5, 4),
        Part::Late => (7, 6),
        Part::End => (9, 4),
    };
    let span = DateSpan::months(of.first().year(), from, count)?;
    Some((span.first(), span.last()))
}

/// Years of decades, in thirds: of ten years the first four, three, and three.
fn decades(part: Part, of: DateSpan) -> Option<(Date, Date)> {
    let count = of.last().year() - of.first().year() + 1;
    let (one, two) = ((count + 2) / 3, (2 * count + 2) / 3);
    let (from, to) = [(0, one), (one, two), (two, count)][place(part)];
    let span = DateSpan::years(of.first().year() + from, to - from)?;
    Some((span.first(), span.last()))
}

/// First, middle or last.
fn place(part: Part) -> usize {
    match part {
        Part::Early | Part::Start => 0,
        Part::Mid => 1,
        Part::Late | Part::End => 2,
    }
}

/// The day of a month by its number.
pub(super) fn day_of(day: i8, of: DateSpan) -> Option<DateSpan> {
    Date::new(of.first().year(), of.first().month(), day).ok().map(DateSpan::day)
}

/// The weekday in the week of a phrase.
pub(super) fn weekday_of(weekday: Weekday, of: DateSpan) -> Option<DateSpan> {
    let monday = DateSpan::week_of(of.first())?.first();
    plus_days(monday, weekday.to_monday_zero_offset().into()).map(DateSpan::day)
}

/// The nth weekday of a stretch; −1 is the last.
pub(super) fn nth_weekday(n: i8, weekday: Weekday, of: DateSpan) -> Option<DateSpan> {
    let day = if n > 0 {
        let first = plus_days(of.first(), of.first().weekday().until(weekday).into())?;
        plus_days(first, 7 * (i32::from(n) - 1))?
    } else {
        plus_days(of.last(), -i32::from(of.last().weekday().since(weekday)))?
    };
    (of.first() <= day && day <= of.last()).then(|| DateSpan::day(day))
}

/// The nth week of a stretch; −1 is the last. As in ISO 8601, a week belongs where its Thursday lies.
pub(super) fn nth_week(n: i8, of: DateSpan) -> Option<DateSpan> {
    DateSpan::week_of(nth_weekday(n, Weekday::Thursday, of)?.first())
}

/// The first units of a stretch, or the last ones where the count is negative.
pub(super) fn edge(n: i32, unit: Unit, of: DateSpan) -> Option<DateSpan> {
    let length = super::expression::Length::of(n.checked_abs()?, unit, false)?;
    let days = length.days_begun()?;
    let (first, last) = if n > 0 {
        (of.first(), plus_days(plus_days(plus_months(of.first(), length.months)?, days)?, -1)?)
    } else {
        let after = plus_days(of.last(), 1)?;
        (plus_days(plus_months(after, -length.months)?, -days)?, of.last())
    };
    (of.first() <= first && last <= of.last()).then(|| DateSpan::run(first, last))
}
