//! Dates with their precision: a day, week, month, season, year or any span of days.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday};

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

/// A span of days, both ends included, with the precision it was given in. A single day of a coarser precision is a day
/// reckoned in that unit: "two years ago" is one day, two years back, and good to the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DateSpan {
    first: Date,
    last: Date,
    precision: Precision,
}

/// A text that is no date of the forms that [`DateSpan`] displays.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a date: write 2016, 2016-10, 2016-W45, 2016-10-15, or two of them with a slash between")]
pub struct NotADate(String);

impl DateSpan {
    /// A span from `first` to `last`, both included; the ends are put in order.
    pub fn new(first: Date, last: Date, precision: Precision) -> Self {
        Self { first: first.min(last), last: first.max(last), precision }
    }

    /// A run of days; a run of one is that day.
    pub fn run(first: Date, last: Date) -> Self {
        Self::new(first, last, if first == last { Precision::Day } else { Precision::Span })
    }

    /// One day.
    pub fn day(day: Date) -> Self {
        Self { first: day, last: day, precision: Precision::Day }
    }

    /// The week, Monday to Sunday, that holds `day`; `None` at the ends of the calendar.
    pub fn week_of(day: Date) -> Option<Self> {
        let first = plus_days(day, -i32::from(day.weekday().to_monday_zero_offset()))?;
        Some(Self::new(first, plus_days(first, 6)?, Precision::Week))
    }

    /// An ISO week; `None` where the year has no such week.
    pub fn iso_week(year: i16, week: i8) -> Option<Self> {
        Self::week_of(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date())
    }

    /// A calendar month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self::new(first, first.last_of_month(), Precision::Month))
    }

    /// A calendar year.
    pub fn year(year: i16) -> Option<Self> {
        Self::years(year, 1).map(|span| Self { precision: Precision::Year, ..span })
    }

    /// A run of calendar years: a decade, a century.
    pub fn years(first: i16, count: i16) -> Option<Self> {
        let last = first.checked_add(count)?.checked_sub(1)?;
        Some(Self::new(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?, Precision::Decade))
    }

    /// A run of calendar months: a quarter, a season.
    pub fn months(year: i16, month: i8, count: i32) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self::new(first, plus_months(first, count - 1)?.last_of_month(), Precision::Span))
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

    /// The days it may mean: a day reckoned in a coarser unit ("two years ago") reaches half of that unit either way.
    #[must_use]
    pub fn reach(&self) -> Self {
        let half = match self.precision {
            _ if self.first != self.last => return *self,
            Precision::Day => return *self,
            Precision::Week => 3,
            Precision::Month => 15,
            Precision::Span => 45,
            Precision::Year => 183,
            Precision::Decade => 1826,
        };
        let first = plus_days(self.first, -half).unwrap_or(Date::MIN);
        Self::new(first, plus_days(self.last, half).unwrap_or(Date::MAX), self.precision)
    }

    /// Whether the two spans, each within its [`DateSpan::reach`], share a day once both are widened by `slack` days at
    /// each end.
    pub fn overlaps(&self, other: &Self, slack: i32) -> bool {
        let (a, b) = (self.reach(), other.reach());
        days_between(a.last, b.first) <= slack && days_between(b.last, a.first) <= slack
    }
}

/// Days from `from` to `to`, negative where `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    let days = from.duration_until(to).as_hours() / 24;
    i32::try_from(days).unwrap_or(i32::MAX)
}

/// The day so many days later, or earlier; `None` beyond the calendar.
pub(crate) fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The day so many months later, or earlier, the last of the month where it has no such day; `None` beyond the calendar.
pub(crate) fn plus_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}

impl Precision {
    /// Every precision, finest first.
    const ALL: [Self; 6] = [Self::Day, Self::Week, Self::Month, Self::Span, Self::Year, Self::Decade];

    /// Its name in a written date.
    fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Span => "span",
            Self::Year => "year",
            Self::Decade => "decade",
        }
    }
}

impl fmt::Display for DateSpan {
    /// `2016`, `2016-10`, `2016-W45`, `2016-10-15`, or `a/b`, both ends included. The alternate form (`{:#}`) adds, where that
    /// alone would be read in another precision, `~` and the precision: `2014-11-07~year` is two years before 7 November 2016.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (a, b) = (self.first, self.last);
        let plain = match self.precision {
            _ if a == b => return write!(f, "{a}").and_then(|()| self.write_precision(f, Precision::Day)),
            Precision::Year => Self::year(a.year()),
            Precision::Month => Self::month(a.year(), a.month()),
            Precision::Week => Self::week_of(a),
            _ => None,
        };
        if a.year() < 0 || plain.as_ref() != Some(self) {
            return write!(f, "{a}/{b}").and_then(|()| self.write_precision(f, precision_of(a, b)));
        }
        let week = a.iso_week_date();
        match self.precision {
            Precision::Year => write!(f, "{:04}", a.year()),
            Precision::Month => write!(f, "{:04}-{:02}", a.year(), a.month()),
            _ => write!(f, "{:04}-W{:02}", week.year(), week.week()),
        }
    }
}

impl DateSpan {
    /// Writes the precision in the alternate form, unless it is the one that would be read anyway.
    fn write_precision(&self, f: &mut fmt::Formatter<'_>, read: Precision) -> fmt::Result {
        if self.precision == read || !f.alternate() { Ok(()) } else { write!(f, "~{}", self.precision.name()) }
    }
}

impl FromStr for DateSpan {
    type Err = NotADate;

    /// Reads what [`DateSpan`] displays, in either form. `a/b` without a precision is a span, or decades where it is made of whole ones.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        read(text).ok_or_else(|| NotADate(text.to_owned()))
    }
}

/// Reads the days and the precision, where one is written.
fn read(text: &str) -> Option<DateSpan> {
    let Some((days, name)) = text.split_once('~') else { return read_days(text) };
    let precision = Precision::ALL.into_iter().find(|precision| precision.name() == name)?;
    read_days(days).map(|span| DateSpan { precision, ..span })
}

/// Reads one form, or two with a slash between.
fn read_days(text: &str) -> Option<DateSpan> {
    let Some((first, last)) = text.split_once('/') else { return read_one(text) };
    let (first, last) = (read_one(first)?.first, read_one(last)?.last);
    (first <= last).then(|| DateSpan::new(first, last, precision_of(first, last)))
}

/// The precision of two days with a slash between: decades where they bound whole ones.
fn precision_of(first: Date, last: Date) -> Precision {
    let count = i32::from(last.year()) - i32::from(first.year()) + 1;
    let ends = (first.month(), first.day(), last.month(), last.day()) == (1, 1, 12, 31);
    if ends && first.year() % 10 == 0 && count % 10 == 0 { Precision::Decade } else { Precision::Span }
}

/// Reads a day, week, month or year.
fn read_one(text: &str) -> Option<DateSpan> {
    let sign = usize::from(text.starts_with(['-', '+']));
    let (year, rest) = match text[sign..].split_once('-') {
        Some((year, rest)) => (&text[..sign + year.len()], Some(rest)),
        None => (text, None),
    };
    let number: i16 = year.parse().ok().filter(|_| year.len() - sign >= 4)?;
    match rest {
        None => DateSpan::year(number),
        Some(week) if week.starts_with('W') => DateSpan::iso_week(number, week[1..].parse().ok()?),
        Some(month) if month.len() == 2 => DateSpan::month(number, month.parse().ok()?),
        Some(_) => text.parse().ok().map(DateSpan::day),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_are_displayed_and_read_back() {
        for text in [
            "2016",
            "2016-10",
            "2016-02-29",
            "2020-W53",
            "2015-W53",
            "0247",
            "1990-01-01/1999-12-31",
            "2019-12-30/2020-01-02",
        ] {
            assert_eq!(text.parse::<DateSpan>().unwrap().to_string(), text);
        }
        for text in ["", "16", "2016-13", "2021-02-29", "2021-W53", "2016/2015", "tomorrow", "2016-W", "-", "/", "é-01"]
        {
            assert!(text.parse::<DateSpan>().is_err(), "{text}");
        }
    }

    #[test]
    fn weeks_and_ends_of_years() {
        assert_eq!(DateSpan::iso_week(2020, 53).unwrap().last(), date(2021, 1, 3));
        assert_eq!(DateSpan::iso_week(2021, 53), None);
        assert_eq!(DateSpan::week_of(date(2016, 1, 1)).unwrap().to_string(), "2015-W53");
        assert_eq!(DateSpan::months(2020, 12, 3).unwrap().last(), date(2021, 2, 28));
        assert_eq!(DateSpan::year(i16::MAX), None);
        assert_eq!(DateSpan::years(9999, 10), None);
        assert_eq!(DateSpan::week_of(Date::MAX), None);
        assert_eq!(plus_days(Date::MAX, 1), None);
        assert_eq!(plus_months(Date::MIN, i32::MIN), None);
    }

    #[test]
    fn a_day_reckoned_in_years_reaches_half_a_year() {
        let ago = DateSpan::new(date(2014, 11, 7), date(2014, 11, 7), Precision::Year);
        assert!(ago.overlaps(&DateSpan::month(2014, 6).unwrap(), 0));
        assert!(!ago.overlaps(&DateSpan::month(2013, 6).unwrap(), 0));
    }

    /// Any day that can be written.
    fn any_day() -> impl Strategy<Value = Date> {
        (0i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    proptest! {
        #[test]
        fn what_is_displayed_is_read_back(a in any_day(), b in any_day(), precision in 0usize..6) {
            use Precision::{Day, Decade, Month, Span, Week, Year};
            let spans = [Some(DateSpan::new(a, b, [Day, Week, Month, Span, Year, Decade][precision])), Some(DateSpan::day(a)),
                DateSpan::week_of(a), DateSpan::month(a.year(), a.month()), DateSpan::year(a.year()), DateSpan::years(a.year(), 10)];
            for span in spans.into_iter().flatten() {
                let read: DateSpan = format!("{span:#}").parse().unwrap();
                prop_assert_eq!(read, span);
                prop_assert!(span.first() <= span.last());
            }
        }

        #[test]
        fn no_text_is_too_much(text in "\\PC{0,20}") {
            let _ = text.parse::<DateSpan>();
        }
    }
}
