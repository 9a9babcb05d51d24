//! What a date phrase says, before it is set against the day of publication.

use jiff::civil::Weekday;

use super::word::{Part, Season, Shift, Stretch, Unit};
use crate::value::DateSpan;

/// A date phrase as it is built from words. Compound phrases hold the phrase they are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// A day of a month, the month left to the context in "the 15th".
    Day { year: Year, month: Option<i8>, day: i8, weekday: Option<Weekday> },
    /// A day of the month of another phrase: "the 20th of next month".
    DayOf { day: i8, of: Box<Expression> },
    /// A run of calendar months within a year: a month (1), a quarter (3), a half (6).
    Months { year: Year, first: i8, count: i8 },
    /// A season; winter runs into the next year.
    Season { year: Year, season: Season },
    /// Days that need no context: years, decades, ISO weeks.
    Fixed(DateSpan),
    /// A week of the ISO calendar without its year: "week 31".
    IsoWeek(i8),
    /// A bare weekday.
    Weekday(Weekday),
    /// "last Friday", "this Friday", "next Friday".
    ShiftedWeekday(Weekday, Shift),
    /// A weekday in the week of another phrase: "Tuesday next week".
    WeekdayOf(Weekday, Box<Expression>),
    /// A day counted from today.
    Relative(i32),
    /// From yesterday into today.
    Overnight,
    /// A holiday, by its rule.
    Holiday { year: Year, feast: super::holiday::Feast },
    /// A whole unit counted from the present one: "last week" is −1.
    Unit { unit: Unit, shift: i32 },
    /// The Saturday and Sunday: of the present week, counted in weeks, or the nearest.
    Weekend(Option<i32>),
    /// A run of days that ends, or begins, with today: "the past 24 hours", "the next three months".
    Run { length: Length, ahead: bool },
    /// A day reckoned from another: "two days ago", "three weeks from tomorrow".
    Reckoned { length: Length, sign: i32, from: Box<Expression> },
    /// So long from a day on, that day included: "three days starting Monday".
    Spell { length: Length, from: Box<Expression> },
    /// So long up to the end of a date: "the three months to June".
    UpTo { length: Length, to: Box<Expression> },
    /// "the first Friday of July"; −1 is the last.
    NthWeekday { n: i8, weekday: Weekday, of: Box<Expression> },
    /// "the third week of 2027"; −1 is the last.
    NthWeek { n: i8, of: Box<Expression> },
    /// "the first three months of 2020", from the start, or the end where negative.
    Edge { n: i32, unit: Unit, of: Box<Expression> },
    /// The week or month that holds a day: "the week of Nov 7".
    Around { unit: Unit, of: Box<Expression> },
    /// "early May", "the end of 2000".
    Part { part: Part, of: Box<Expression> },
    /// "the rest of the week", "earlier this month".
    Stretch { stretch: Stretch, of: Box<Expression> },
    /// Both ends included.
    Range(Box<Expression>, Box<Expression>),
    /// Hangs on a day told elsewhere, or too vague to be reckoned: "the other day", "the coming days".
    Elsewhere,
}

/// The year of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Said.
    Given(i16),
    /// Counted from the present one: "last", "this", "next year".
    Shifted(i16),
    /// "last summer", "next June": the one before or after.
    Towards(Shift),
    /// Left to the context.
    Missing,
}

/// A length of calendar time, and the unit it is good to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) months: i32,
    pub(super) days: i32,
    pub(super) hours: i32,
    /// Days from Monday to Friday.
    pub(super) workdays: i32,
    pub(super) finest: Unit,
    /// "a few", "several".
    pub(super) vague: bool,
}

impl Length {
    /// So many of a unit.
    pub(super) fn of(count: i32, unit: Unit, vague: bool) -> Option<Self> {
        let (months, days) = match unit {
            Unit::Hour => (0, 0),
            Unit::Day => (0, count),
            Unit::Week => (0, count.checked_mul(7)?),
            Unit::Fortnight => (0, count.checked_mul(14)?),
            Unit::Month => (count, 0),
            Unit::Quarter => (count.checked_mul(3)?, 0),
            Unit::Year => (count.checked_mul(12)?, 0),
            Unit::Decade => (count.checked_mul(120)?, 0),
            Unit::Century => (count.checked_mul(1200)?, 0),
        };
        let hours = if unit == Unit::Hour { count } else { 0 };
        Some(Self { months, days, hours, workdays: 0, finest: unit, vague })
    }

    /// Half of a unit, good to the unit below it.
    pub(super) fn half(unit: Unit) -> Self {
        let (months, days, hours, finest) = match unit {
            Unit::Hour => (0, 0, 0, Unit::Hour),
            Unit::Day => (0, 0, 12, Unit::Day),
            Unit::Week => (0, 3, 12, Unit::Day),
            Unit::Fortnight => (0, 7, 0, Unit::Week),
            Unit::Month => (0, 15, 0, Unit::Week),
            Unit::Quarter => (1, 15, 0, Unit::Month),
            Unit::Year => (6, 0, 0, Unit::Quarter),
            Unit::Decade => (60, 0, 0, Unit::Year),
            Unit::Century => (600, 0, 0, Unit::Decade),
        };
        Self { months, days, hours, workdays: 0, finest, vague: false }
    }

    /// So many days from Monday to Friday.
    pub(super) fn workdays(count: i32) -> Self {
        Self { months: 0, days: 0, hours: 0, workdays: count, finest: Unit::Day, vague: false }
    }

    /// The days apart from months and working days, a part of a day taken for a whole one.
    pub(super) fn days_begun(&self) -> Option<i32> {
        self.days.checked_add(self.hours.checked_add(23)? / 24)
    }

    /// The days apart from months and working days, a part of a day left out.
    pub(super) fn days_full(&self) -> Option<i32> {
        self.days.checked_add(self.hours / 24)
    }

    /// The sum of two lengths.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            months: self.months.checked_add(other.months)?,
            days: self.days.checked_add(other.days)?,
            hours: self.hours.checked_add(other.hours)?,
            workdays: self.workdays.checked_add(other.workdays)?,
            finest: self.finest.min(other.finest),
            vague: self.vague || other.vague,
        })
    }
}
