//! Dates with their precision: a day, week, month, season, year or any span of days.

use std::fmt;

use jiff::civil::Date;

/// How exactly a date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// One day.
    Day,
    /// An ISO week.
    Week,
    /// A calendar month.
    Month,
    /// A quarter, a season, or part of a month or year.
    Span,
    /// A calendar year.
    Year,
    /// A decade or more.
    Decade,
}

/// A span of days, both ends included, with the precision it was given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DateSpan {
    first: Date,
    last: Date,
    precision: Precision,
}

impl DateSpan {
    /// A span from `first` to `last`, both included; the ends are put in order.
    pub fn new(first: Date, last: Date, precision: Precision) -> Self {
        Self { first: first.min(last), last: first.max(last), precision }
    }

    /// One day.
    pub fn day(day: Date) -> Self {
        Self { first: day, last: day, precision: Precision::Day }
    }

    /// The first day.
    pub fn first(&self) -> Date {
        self.first
    }

    /// The last day.
    pub fn last(&self) -> Date {
        self.last
    }

    /// The precision it was given in.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Whether the two spans share a day once both are widened by `slack` days at each end.
    pub fn overlaps(&self, other: &Self, slack: i32) -> bool {
        days_between(self.last, other.first) <= slack && days_between(other.last, self.first) <= slack
    }
}

/// Days from `from` to `to`, negative where `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

impl fmt::Display for DateSpan {
    /// `2016`, `2016-10`, `2016-W45`, `2016-10-15`, or `a/b`, both ends included.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (a, b) = (self.first, self.last);
        match self.precision {
            _ if a == b => write!(f, "{a}"),
            Precision::Year if a.year() == b.year() => write!(f, "{:04}", a.year()),
            Precision::Month if a.first_of_month() == b.first_of_month() => {
                write!(f, "{:04}-{:02}", a.year(), a.month())
            }
            Precision::Week => {
                let week = a.iso_week_date();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            _ => write!(f, "{a}/{b}"),
        }
    }
}
