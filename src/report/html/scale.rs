//! Where figures stand on a line: evenly spaced, or by powers of ten where they lie far apart; and the marks of its axis.

use jiff::ToSpan;
use jiff::civil::Date;

use super::view::{Stretch, Tick};
use crate::report::figure;
use crate::value::{Number, Unit, days_between};

/// From so many times the least figure on the greatest is far away: on an even scale the small ones would fall together.
const FAR: f64 = 40.0;
/// Percent of the line left free at either end, so that ends which are open can be seen to go on.
const MARGIN: f64 = 7.0;
/// The most stretches between two marks of an axis.
const STRETCHES: f64 = 5.0;
/// Lengths of time between which people count, in seconds.
const TIMES: [i64; 21] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000,
    864_000,
];

/// A line from a lowest to a highest figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    log: bool,
}

impl Scale {
    /// The line on which all of these stand; `None` where there are none.
    pub(super) fn over(values: impl Iterator<Item = f64> + Clone) -> Option<Self> {
        let low = values.clone().min_by(f64::total_cmp)?;
        let high = values.max_by(f64::total_cmp)?;
        let log = low > 0.0 && high / low >= FAR;
        let room = if low < high { 0.0 } else { (low.abs() * 0.5).max(1.0) };
        Some(Self { low: low - room, high: high + room, log })
    }

    /// The same, always evenly spaced: days.
    pub(super) fn even(values: impl Iterator<Item = f64> + Clone) -> Option<Self> {
        Self::over(values).map(|scale| Self { log: false, ..scale })
    }

    /// Whether it goes by powers of ten.
    pub(super) fn is_log(&self) -> bool {
        self.log
    }

    /// Where a figure stands, in percent of the line.
    pub(super) fn at(&self, value: f64) -> f64 {
        let place = |value: f64| if self.log { value.max(f64::MIN_POSITIVE).ln() } else { value };
        let (low, high) = (place(self.low), place(self.high));
        MARGIN + (100.0 - 2.0 * MARGIN) * (place(value) - low) / (high - low)
    }

    /// Marks at round figures.
    pub(super) fn figures(&self, unit: Option<&Unit>) -> Vec<Tick> {
        let marks = if self.log { self.powers() } else { self.even_steps(unit) };
        let label = |number: Number| (number.to_f64(), figure::mark(number, unit));
        self.ticks(marks.into_iter().map(label).collect())
    }

    /// Marks at days; the values are [`day_number`]s.
    pub(super) fn days(&self) -> Vec<Tick> {
        let days = self.high - self.low;
        let marks = match days {
            ..90.0 => self.stepped(|at, n| at.checked_add((n * step_of(days, &[1, 2, 7, 14, 28])).days()), 0),
            ..1000.0 => self.stepped(|at, n| at.checked_add((n * step_of(days / 30.0, &[1, 2, 3, 6])).months()), 1),
            _ => {
                let years = step_of(days / 365.0, &[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
                self.stepped(|at, n| at.checked_add((n * years).years()), 2)
            }
        };
        self.ticks(marks)
    }

    fn ticks(&self, marks: Vec<(f64, String)>) -> Vec<Tick> {
        let inside = |at: &f64| (self.low..=self.high).contains(at);
        let marks = marks.into_iter().filter(|(at, _)| inside(at)).enumerate();
        marks.map(|(n, (at, label))| Tick { at: percent(self.at(at)), label, minor: n % 2 == 1 }).collect()
    }

    /// Multiples of the smallest round step that leaves few enough.
    fn even_steps(&self, unit: Option<&Unit>) -> Vec<Number> {
        let narrowest = (self.high - self.low) / STRETCHES;
        let measured = unit.is_some_and(|unit| unit.name() == "second");
        let mut steps = TIMES.into_iter().map(Number::whole).filter(|_| measured).chain(round_steps());
        let Some(step) = steps.find(|step| step.to_f64() >= narrowest) else { return Vec::new() };
        let (first, last) = ((self.low / step.to_f64()).ceil(), (self.high / step.to_f64()).floor());
        let count = whole(last - first).clamp(0, 12);
        (0..=count).filter_map(|n| Number::whole(whole(first) + n).mul(step)).collect()
    }

    /// Powers of ten, and between few of them two and five times each.
    fn powers(&self) -> Vec<Number> {
        let (first, last) = (self.low.log10().floor(), self.high.log10().ceil());
        let (first, last) = (whole(first), whole(last));
        let every = usize::try_from((last - first) / 5).unwrap_or(0).max(1);
        let between: &[i64] = if last - first > 3 { &[1] } else { &[1, 2, 5] };
        let power = |exponent: i64| i32::try_from(exponent).ok().and_then(Number::power_of_ten);
        let powers = (first..=last).step_by(every).filter_map(power);
        powers.flat_map(|power| between.iter().filter_map(move |&times| Number::whole(times).mul(power))).collect()
    }

    /// Days from the first of the line on, at the beginning of a day, a month or a year.
    fn stepped(&self, next: impl Fn(Date, i64) -> Result<Date, jiff::Error>, precision: u8) -> Vec<(f64, String)> {
        let Some(first) = day_of(self.low) else { return Vec::new() };
        let (first, form) = match precision {
            0 => (first, "%-d %b"),
            1 => (first.first_of_month(), "%b %Y"),
            _ => (first.first_of_year(), "%Y"),
        };
        let days = (0..24).map_while(|n| next(first, n).ok());
        days.map(|day| (day_number(day), day.strftime(form).to_string()))
            .take_while(|(at, _)| *at <= self.high)
            .collect()
    }
}

/// The first of these steps that leaves few enough stretches.
fn step_of(length: f64, steps: &[i32]) -> i64 {
    let fits = |step: &&i32| length / f64::from(**step) <= STRETCHES;
    steps.iter().find(fits).or(steps.last()).map_or(1, |&step| i64::from(step))
}

/// 1, 2 and 5 times each power of ten, from small to large.
fn round_steps() -> impl Iterator<Item = Number> {
    let power = |exponent: i32| Number::power_of_ten(exponent);
    (-9..30).filter_map(power).flat_map(|power| [1, 2, 5].into_iter().filter_map(move |n| Number::whole(n).mul(power)))
}

/// The nearest whole number; the figures here are small.
#[allow(clippy::cast_possible_truncation)]
fn whole(value: f64) -> i64 {
    value as i64
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// A day as a figure.
pub(super) fn day_number(day: Date) -> f64 {
    f64::from(days_between(EPOCH, day))
}

fn day_of(number: f64) -> Option<Date> {
    EPOCH.checked_add(whole(number.floor()).days()).ok()
}

/// A place as an attribute says it.
pub(super) fn percent(value: f64) -> String {
    format!("{:.2}%", value.clamp(0.0, 100.0))
}

/// A stretch between two places.
pub(super) fn stretch(start: f64, end: f64) -> Stretch {
    let (start, end) = (start.min(end).clamp(0.0, 100.0), start.max(end).clamp(0.0, 100.0));
    Stretch { start: percent(start), end: percent(end), width: percent(end - start) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    fn over(values: &[f64]) -> Scale {
        Scale::over(values.iter().copied()).unwrap()
    }

    #[test]
    fn marks_stand_at_round_figures() {
        let second = Unit::named("second");
        assert_eq!(
            labels(&over(&[5400.0, 9000.0]).figures(Some(&second))),
            ["1 h 30 min", "1 h 45 min", "2 h", "2 h 15 min", "2 h 30 min"]
        );
        assert_eq!(labels(&over(&[39.0, 57.0]).figures(None)), ["40", "45", "50", "55"]);
        assert_eq!(
            labels(&over(&[2.85e9, 3.1e9]).figures(Some(&Unit::named("$")))),
            ["$2.85 billion", "$2.9 billion", "$2.95 billion", "$3 billion", "$3.05 billion", "$3.1 billion"],
            "five stretches fit, and both ends are marked"
        );
        assert_eq!(labels(&over(&[7.0, 7.0]).figures(None)), ["4", "6", "8", "10"]);
    }

    #[test]
    fn figures_far_apart_go_by_powers_of_ten() {
        let scale = over(&[12.0, 9000.0]);
        assert!(scale.is_log());
        assert_eq!(labels(&scale.figures(None)), ["20", "50", "100", "200", "500", "1,000", "2,000", "5,000"]);
        assert!((scale.at(12.0) - MARGIN).abs() < 1e-9 && (scale.at(9000.0) - (100.0 - MARGIN)).abs() < 1e-9);
    }

    #[test]
    fn days_are_marked_by_days_months_and_years() {
        let over = |a, b| Scale::even([day_number(a), day_number(b)].into_iter()).unwrap().days();
        assert_eq!(labels(&over(date(2022, 4, 8), date(2022, 4, 11))), ["8 Apr", "9 Apr", "10 Apr", "11 Apr"]);
        assert_eq!(
            labels(&over(date(2022, 4, 8), date(2022, 8, 20))),
            ["May 2022", "Jun 2022", "Jul 2022", "Aug 2022"]
        );
        assert_eq!(labels(&over(date(2014, 3, 1), date(2022, 8, 20))), ["2016", "2018", "2020", "2022"]);
    }

    #[test]
    fn one_figure_stands_in_the_middle() {
        assert_eq!(percent(over(&[0.0]).at(0.0)), "50.00%");
    }
}
