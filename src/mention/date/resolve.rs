//! Sets a date phrase against the day of publication: news mode, in which what is left open lies in the past unless the
//! words around it look ahead.

use std::cell::Cell;

use jiff::civil::{Date, Weekday};

use super::expression::{Expression, Length, Year};
use super::part;
use super::word::{Shift, Stretch, Unit};
use crate::value::{DateSpan, Precision, days_between, plus_days, plus_months};

/// Days back within which a date without a year is taken to be past even though the same date comes sooner ahead.
const MEMORY: i32 = 335;
/// Days ahead within which a date beyond the memory is taken to be announced.
const FORESIGHT: i32 = 31;

/// Which way an open date lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// The last one, unless it is nearly a year back and the next is near.
    Back,
    /// The next one.
    Ahead,
    /// The last one on or before the day, however far: the start of a range whose end is known.
    Before,
}

/// What a phrase is set against.
#[derive(Clone, Debug)]
pub(super) struct Context {
    published: Option<Date>,
    tense: Tense,
    hung: Cell<bool>,
    elsewhere: Cell<bool>,
}

impl Context {
    /// A context that no phrase has leant on yet.
    pub(super) fn new(published: Option<Date>, tense: Tense) -> Self {
        Self { published, tense, hung: Cell::new(false), elsewhere: Cell::new(false) }
    }

    /// Whether a phrase resolved here needed the day of publication.
    pub(super) fn hung(&self) -> bool {
        self.hung.get()
    }

    /// Whether a phrase resolved here hangs on something else.
    pub(super) fn elsewhere(&self) -> bool {
        self.elsewhere.get()
    }

    /// The days of a phrase; `None` where it has none, or not without what is missing here.
    pub(super) fn resolve(&self, expression: &Expression) -> Option<DateSpan> {
        match expression {
            Expression::Fixed(span) => Some(*span),
            Expression::Elsewhere => {
                self.elsewhere.set(true);
                None
            }
            Expression::Range(first, last) => self.range(first, last),
            _ => self.calendar(expression).or_else(|| self.relative(expression)).or_else(|| self.compound(expression)),
        }
    }

    /// Phrases that name a place in the calendar.
    fn calendar(&self, expression: &Expression) -> Option<DateSpan> {
        match *expression {
            Expression::Day { year, month: Some(month), day, weekday } => self.day(year, month, day, weekday),
            Expression::Day { month: None, day, weekday, .. } => self.day_of_month(day, weekday),
            Expression::Months { year, first, count: 1 } => self.in_year(year, |year| DateSpan::month(year, first)),
            Expression::Months { year, count: 12, .. } => self.in_year(year, DateSpan::year),
            Expression::Months { year, first, count } => {
                self.in_year(year, |year| DateSpan::months(year, first, count.into()))
            }
            Expression::Season { year, season } => self.in_year(year, |year| part::season(season, year)),
            Expression::Holiday { year, feast } => self.in_year(year, |year| feast.in_year(year).map(DateSpan::day)),
            Expression::IsoWeek(week) => DateSpan::iso_week(self.today()?.iso_week_date().year(), week),
            _ => None,
        }
    }

    /// Phrases counted from today.
    fn relative(&self, expression: &Expression) -> Option<DateSpan> {
        match *expression {
            Expression::Weekday(weekday) => Some(DateSpan::day(self.weekday(weekday)?)),
            Expression::ShiftedWeekday(weekday, shift) => self.shifted_weekday(weekday, shift).map(DateSpan::day),
            Expression::Relative(days) => plus_days(self.today()?, days).map(DateSpan::day),
            Expression::Overnight => {
                let today = self.today()?;
                Some(DateSpan::run(plus_days(today, -1)?, today))
            }
            Expression::Unit { unit, shift } => part::unit(unit, self.today()?, shift),
            Expression::Weekend(week) => self.weekend(week),
            Expression::Run { length, ahead } => self.run(length, ahead),
            _ => None,
        }
    }

    /// Phrases about another phrase.
    fn compound(&self, expression: &Expression) -> Option<DateSpan> {
        match expression {
            Expression::Reckoned { length, sign, from } => reckoned(self.resolve(from)?, *length, *sign),
            Expression::Spell { length, from } => {
                let first = self.resolve(from)?.first();
                let last = plus_days(shifted(first, *length, 1)?, -1)?.max(first);
                Some(DateSpan::run(first, last))
            }
            Expression::UpTo { length, to } => {
                let last = self.resolve(to)?.last();
                let first = shifted(plus_days(last, 1)?, *length, -1)?;
                Some(DateSpan::run(first, last))
            }
            Expression::DayOf { day, of } => part::day_of(*day, self.resolve(of)?),
            Expression::WeekdayOf(weekday, of) => part::weekday_of(*weekday, self.resolve(of)?),
            Expression::NthWeekday { n, weekday, of } => part::nth_weekday(*n, *weekday, self.resolve(of)?),
            Expression::NthWeek { n, of } => part::nth_week(*n, self.resolve(of)?),
            Expression::Edge { n, unit, of } => part::edge(*n, *unit, self.resolve(of)?),
            Expression::Around { unit, of } => part::unit(*unit, self.resolve(of)?.first(), 0),
            Expression::Part { part, of } => part::part(*part, self.resolve(of)?),
            Expression::Stretch { stretch, of } => self.stretch(*stretch, self.resolve(of)?),
            _ => None,
        }
    }

    /// The day of publication, remembered as needed.
    fn today(&self) -> Option<Date> {
        self.hung.set(true);
        self.published
    }

    /// The phrase in the year that fits.
    fn in_year(&self, year: Year, make: impl Fn(i16) -> Option<DateSpan>) -> Option<DateSpan> {
        if let Year::Given(year) = year {
            return make(year);
        }
        let today = self.today()?;
        match year {
            Year::Given(year) => make(year),
            Year::Shifted(by) => make(today.year().checked_add(by)?),
            Year::Towards(shift) => towards(today, shift, self.tense, make),
            Year::Missing => self.open_year(today, make),
        }
    }

    /// The phrase in the year that the tense asks for.
    fn open_year(&self, today: Date, make: impl Fn(i16) -> Option<DateSpan>) -> Option<DateSpan> {
        let past = latest(today, |span| span.first() <= today, &make);
        let next = earliest(today, |span| span.last() >= today, &make);
        match self.tense {
            Tense::Before => past,
            Tense::Ahead => next,
            Tense::Back => {
                let forgotten = past.is_none_or(|past| days_between(past.last(), today) > MEMORY);
                let near = next.filter(|next| forgotten && days_between(today, next.first()) <= FORESIGHT);
                near.or(past)
            }
        }
    }

    /// A day and month. A weekday beside them says which year, where it fits one within a year of today.
    fn day(&self, year: Year, month: i8, day: i8, weekday: Option<Weekday>) -> Option<DateSpan> {
        let make = |year| Date::new(year, month, day).ok().map(DateSpan::day);
        let told = weekday.filter(|_| year == Year::Missing).and_then(|weekday| {
            let today = self.today()?;
            let fitting = |year| make(year).filter(|day| day.first().weekday() == weekday);
            [0, -1, 1].into_iter().find_map(|by| fitting(today.year().checked_add(by)?))
        });
        told.or_else(|| self.in_year(year, make))
    }

    /// "the 15th": of this month, or the one before or after. A weekday beside it ("Friday the 13th") says which.
    fn day_of_month(&self, day: i8, weekday: Option<Weekday>) -> Option<DateSpan> {
        let today = self.today()?;
        let step = if self.tense == Tense::Ahead { 1 } else { -1 };
        let of = |months: i32| {
            let month = plus_months(today.first_of_month(), months * step)?;
            let date = Date::new(month.year(), month.month(), day).ok()?;
            weekday.is_none_or(|weekday| date.weekday() == weekday).then_some(date)
        };
        let fits = |date: &Date| if step > 0 { *date >= today } else { *date <= today };
        let told = weekday.and_then(|_| of(0).or_else(|| of(1)).or_else(|| of(-1)));
        told.or_else(|| (0..12).find_map(|months| of(months).filter(fits))).map(DateSpan::day)
    }

    /// A bare weekday: the last on or before today, or the next on or after.
    fn weekday(&self, weekday: Weekday) -> Option<Date> {
        let today = self.today()?;
        match self.tense {
            Tense::Ahead => plus_days(today, today.weekday().until(weekday).into()),
            Tense::Back | Tense::Before => plus_days(today, -i32::from(today.weekday().since(weekday))),
        }
    }

    /// "last Friday" is the nearest before today; "this" and "next" go by weeks.
    fn shifted_weekday(&self, weekday: Weekday, shift: Shift) -> Option<Date> {
        let today = self.today()?;
        let offset = i32::from(weekday.to_monday_zero_offset()) - i32::from(today.weekday().to_monday_zero_offset());
        match shift {
            Shift::Last | Shift::Past => plus_days(today, if offset < 0 { offset } else { offset - 7 }),
            Shift::This | Shift::Same | Shift::Following => plus_days(today, offset),
            Shift::Coming => plus_days(today, if offset > 0 { offset } else { offset + 7 }),
            Shift::Next => plus_days(today, offset + 7),
        }
    }

    /// A Saturday and Sunday. "The weekend" is the last one that has begun, unless the words look ahead.
    fn weekend(&self, week: Option<i32>) -> Option<DateSpan> {
        let today = self.today()?;
        let this_week = DateSpan::week_of(today)?;
        let begun = matches!(today.weekday(), Weekday::Saturday | Weekday::Sunday);
        let week = week.unwrap_or(if begun || self.tense == Tense::Ahead { 0 } else { -1 });
        let sunday = plus_days(this_week.last(), week.checked_mul(7)?)?;
        Some(DateSpan::run(plus_days(sunday, -1)?, sunday))
    }

    /// "the past 24 hours" ends with today; "the next two days" begins after it.
    fn run(&self, length: Length, ahead: bool) -> Option<DateSpan> {
        let today = self.today()?;
        let begun = Length { days: length.days_begun()?, hours: 0, ..length };
        let other = shifted(today, begun, if ahead { 1 } else { -1 })?;
        let near = if ahead && other > today { plus_days(today, 1)? } else { today };
        Some(DateSpan::run(near, other))
    }

    /// What is left or gone of a stretch, today included.
    fn stretch(&self, stretch: Stretch, of: DateSpan) -> Option<DateSpan> {
        let today = self.today()?.clamp(of.first(), of.last());
        let (first, last) = match stretch {
            Stretch::Earlier => (of.first(), today),
            Stretch::Rest | Stretch::Later => (today, of.last()),
        };
        Some(DateSpan::run(first, last))
    }

    /// From one phrase to another. What one end leaves open it takes from the other.
    fn range(&self, first: &Expression, last: &Expression) -> Option<DateSpan> {
        let (first, last) = super::range::completed(first, last);
        let tense = if matches!(first, Expression::Relative(_)) { Tense::Ahead } else { self.tense };
        let end = self.under(self.published, tense, &last)?;
        let start = if leans_on_today(&first) {
            self.resolve(&first)?
        } else {
            Self::new(Some(end.first()), Tense::Before).resolve(&first)?
        };
        (start.first() <= end.last()).then(|| DateSpan::run(start.first(), end.last()))
    }

    /// Resolves with another anchor or tense; what was leant on is remembered here.
    fn under(&self, anchor: Option<Date>, tense: Tense, expression: &Expression) -> Option<DateSpan> {
        let inner = Self::new(anchor, tense);
        let span = inner.resolve(expression);
        self.hung.set(self.hung() || inner.hung());
        self.elsewhere.set(self.elsewhere() || inner.elsewhere());
        span
    }
}

/// Whether a phrase is counted from today and not only completed by its neighbour.
fn leans_on_today(expression: &Expression) -> bool {
    if let Expression::Part { of, .. } = expression {
        return leans_on_today(of);
    }
    !matches!(
        expression,
        Expression::Day { .. }
            | Expression::Months { year: Year::Missing, .. }
            | Expression::Season { year: Year::Missing, .. }
            | Expression::Holiday { year: Year::Missing, .. }
            | Expression::Weekday(_)
    )
}

/// A day reckoned from another, good to the finest unit, or to the next coarser where the count is vague.
fn reckoned(from: DateSpan, length: Length, sign: i32) -> Option<DateSpan> {
    let day = shifted(from.first(), length, sign)?;
    let precision = match (length.finest, length.vague) {
        (Unit::Hour, _) | (Unit::Day, false) => Precision::Day,
        (Unit::Day, true) | (Unit::Week | Unit::Fortnight, false) => Precision::Week,
        (Unit::Week | Unit::Fortnight, true) | (Unit::Month, false) => Precision::Month,
        (Unit::Month, true) | (Unit::Quarter, false) => Precision::Span,
        (Unit::Quarter, true) | (Unit::Year, false) => Precision::Year,
        (Unit::Year, true) | (Unit::Decade | Unit::Century, _) => Precision::Decade,
    };
    Some(DateSpan::new(day, day, precision))
}

/// A day moved by a length, months before days.
fn shifted(day: Date, length: Length, sign: i32) -> Option<Date> {
    let day = plus_days(plus_months(day, length.months.checked_mul(sign)?)?, length.days_full()?.checked_mul(sign)?)?;
    if length.workdays == 0 { Some(day) } else { plus_workdays(day, length.workdays, sign) }
}

/// The most working days that are counted one by one.
const WORKDAYS: i32 = 1000;

/// A day moved by days from Monday to Friday.
fn plus_workdays(mut day: Date, count: i32, sign: i32) -> Option<Date> {
    let mut left = count.clamp(0, WORKDAYS);
    while left > 0 {
        day = plus_days(day, sign)?;
        left -= i32::from(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    }
    Some(day)
}

/// "last", "this" and "next" of something that comes once a year. "Last June" is the previous year's; what began in it and
/// has lately ended, a season, is the one that ended last.
fn towards(today: Date, shift: Shift, tense: Tense, make: impl Fn(i16) -> Option<DateSpan>) -> Option<DateSpan> {
    match shift {
        Shift::Last | Shift::Past => {
            let ended = latest(today, |span| span.last() < today, &make)?;
            let month = ended.precision() == Precision::Month && ended.first().year() == today.year();
            if month && shift == Shift::Last { make(today.year() - 1) } else { Some(ended) }
        }
        Shift::Next | Shift::Coming => earliest(today, |span| span.first() > today, &make),
        Shift::This | Shift::Same | Shift::Following => {
            let running = latest(today, |span| span.first() <= today && today <= span.last(), &make);
            running.or_else(|| this(today, tense, &make))
        }
    }
}

/// "This" of what is not running: a month or day is that of this year, a season the nearer one, or the next where the words
/// look ahead.
fn this(today: Date, tense: Tense, make: &impl Fn(i16) -> Option<DateSpan>) -> Option<DateSpan> {
    let own = make(today.year()).filter(|own| own.precision() != Precision::Span);
    own.or_else(|| {
        let past = latest(today, |span| span.last() < today, make)?;
        let next = earliest(today, |span| span.first() > today, make)?;
        let nearer = days_between(past.last(), today) < days_between(today, next.first());
        Some(if nearer && tense != Tense::Ahead { past } else { next })
    })
}

/// The latest of the years around today that satisfies a condition; leap days reach eight years.
fn latest(today: Date, fits: impl Fn(&DateSpan) -> bool, make: &impl Fn(i16) -> Option<DateSpan>) -> Option<DateSpan> {
    (-8..=8).rev().find_map(|by| make(today.year().checked_add(by)?).filter(&fits))
}

/// The earliest of them.
fn earliest(
    today: Date,
    fits: impl Fn(&DateSpan) -> bool,
    make: &impl Fn(i16) -> Option<DateSpan>,
) -> Option<DateSpan> {
    (-8..=8).find_map(|by| make(today.year().checked_add(by)?).filter(&fits))
}
