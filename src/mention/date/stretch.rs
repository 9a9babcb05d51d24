//! Parts and runs of longer times: "early May", "the end of the year", "the third quarter of 2016", "the week of Nov 7".

use super::Parsed;
use super::expression::{Expression, Year};
use super::number::{self, digits, glued, ordinal_suffix};
use super::surroundings::{after_any, is_any};
use super::word::{Part, Shift, Stretch, Unit, Word, possessive, word};
use super::{calendar, simple};
use crate::mention::{Reader, TokenKind, words};
use crate::value::DateSpan;

/// What a part is of: "of May", "in the year", "of this month", "next week", "2016".
pub(super) fn of_what(reader: &Reader<'_>, at: usize) -> Parsed {
    let of = is_any(reader, at, words!["of", "in"]);
    whole(reader, at + usize::from(of)).filter(|(what, _)| of || !matches!(what, Expression::Weekday(_)))
}

/// A date, a year, or "the year", "the week", which alone would be no date.
pub(super) fn whole(reader: &Reader<'_>, at: usize) -> Parsed {
    let the = usize::from(matches!(word(reader, at), Some(Word::The)));
    let next = at + the;
    let plain = match word(reader, next) {
        Some(Word::Unit(
            unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century),
            false,
        )) if possessive(reader.word(next)) == 0 && !is_any(reader, next + 1, words!["of", "before", "after", "-"]) => {
            Some((Expression::Unit { unit, shift: 0 }, next + 1))
        }
        Some(Word::Season(season)) => Some(super::period::season(reader, next, season)),
        Some(Word::Month(first, _)) if !is_any(reader, next, words!["may", "march"]) || reader.token(next)?.capital => {
            calendar::month_first(reader, next)
                .or(Some((Expression::Months { year: Year::Missing, first, count: 1 }, next + 1)))
        }
        _ => None,
    };
    plain
        .or_else(|| super::period::decade(reader, at))
        .or_else(|| {
            number::year(reader, at).and_then(|(year, next)| Some((Expression::Fixed(DateSpan::year(year)?), next)))
        })
        .or_else(|| simple(reader, at))
}

/// "early May", "mid-2014", "late Friday", "the end of the year".
pub(super) fn part(reader: &Reader<'_>, at: usize, part: Part) -> Parsed {
    let hyphen = usize::from(reader.is(at + 1, "-") && glued(reader, at + 1));
    let next = at + 1 + hyphen;
    let of = is_any(reader, next, words!["of", "in"]);
    let bound = matches!(part, Part::Start | Part::End) || reader.is(at, "middle");
    if bound && !of && !matches!(word(reader, next), Some(Word::Month(..) | Word::Shift(_))) {
        return None;
    }
    let (what, end) = whole(reader, next + usize::from(of))?;
    let plain_unit = matches!(what, Expression::Unit { .. }) && matches!(word(reader, next), Some(Word::Unit(..)));
    (!plain_unit && what != Expression::Elsewhere).then_some((Expression::Part { part, of: Box::new(what) }, end))
}

/// "the rest of the week", "earlier this month", "later in the year", "earlier today".
pub(super) fn stretch(reader: &Reader<'_>, at: usize, stretch: Stretch) -> Parsed {
    let next = at + 1 + usize::from(is_any(reader, at + 1, words!["of", "in"]));
    let (what, end) = match word(reader, next)? {
        Word::Relative(days) if stretch != Stretch::Rest => return Some((Expression::Relative(days), next + 1)),
        Word::The | Word::Shift(Shift::This) | Word::Unit(..) => {
            whole(reader, next + usize::from(stretch == Stretch::Rest && reader.is(next, "of")))?
        }
        Word::Month(..) if next > at + 1 => whole(reader, next)?,
        _ => return None,
    };
    let open = matches!(what, Expression::Unit { .. } | Expression::Months { .. } | Expression::Season { .. });
    open.then_some((Expression::Stretch { stretch, of: Box::new(what) }, end))
}

/// What follows an ordinal or "last" after which a unit or weekday stands: "the third week of 2027", "the first Friday of
/// July", "the first half of 2020", "the first three months of the year".
pub(super) fn nth(reader: &Reader<'_>, n: i8, at: usize, the: bool) -> Parsed {
    if reader.is(at, "half") {
        return half(reader, n, at);
    }
    match word(reader, at)? {
        Word::Weekday(weekday, _) => {
            if super::surroundings::running(reader, at) && !reader.is(at + 1, "of") {
                return None;
            }
            let month = Expression::Unit { unit: Unit::Month, shift: 0 };
            let of = of_what(reader, at + 1).filter(|_| is_any(reader, at + 1, words!["of", "in"]));
            if is_any(reader, at + 1, words!["before", "after"]) {
                return Some((Expression::Elsewhere, at + 2));
            }
            let (of, next) = of.unwrap_or((month, at + 1));
            Some((Expression::NthWeekday { n, weekday, of: Box::new(of) }, next))
        }
        Word::Unit(Unit::Week, false) => {
            let (of, next) = of_what(reader, at + 1)?;
            Some((Expression::NthWeek { n, of: Box::new(of) }, next))
        }
        Word::Unit(unit @ (Unit::Month | Unit::Day | Unit::Year), false) => {
            let (of, next) = of_what(reader, at + 1).filter(|_| reader.is(at + 1, "of"))?;
            Some((Expression::Edge { n: i32::from(n.signum()), unit, of: Box::new(of) }, next)).filter(|_| n.abs() == 1)
        }
        Word::Unit(unit, true) => edge_days(reader, n, unit, at + 1),
        Word::Unit(Unit::Quarter, false) if the || n > 0 => quarter(reader, n, at),
        Word::Unit(Unit::Century, false) => century(n, at + 1),
        Word::Cardinal(_) | Word::Few(_) => edge(reader, n, at),
        _ => None,
    }
}

/// "the last week of July", where "of" or "in" says of what; else "last" is the one before this.
pub(super) fn nth_of(reader: &Reader<'_>, n: i8, at: usize, the: bool) -> Parsed {
    let bound = match word(reader, at)? {
        Word::Cardinal(_) | Word::Few(_) => true,
        Word::Weekday(..) | Word::Unit(_, _) => reader.is(at + 1, "of") || (the && reader.is(at + 1, "in")),
        _ => reader.is(at + 1, "of"),
    };
    if bound { nth(reader, n, at, the) } else { None }
}

/// "the first three months of 2020".
fn edge(reader: &Reader<'_>, n: i8, at: usize) -> Parsed {
    let (count, unit, vague, next) = number::units(reader, at)?;
    if vague {
        return edge_days(reader, n, unit, next);
    }
    let (of, next) = of_what(reader, next).filter(|_| reader.is(next, "of") && n.abs() == 1)?;
    Some((Expression::Edge { n: count * i32::from(n), unit, of: Box::new(of) }, next))
}

/// "the first days of March", "the last few weeks of 2021": the first or last part.
fn edge_days(reader: &Reader<'_>, n: i8, unit: Unit, next: usize) -> Parsed {
    let part = if n > 0 { Part::Start } else { Part::End };
    let (of, end) = of_what(reader, next).filter(|_| reader.is(next, "of") && n.abs() == 1 && unit >= Unit::Day)?;
    let long = matches!(
        of,
        Expression::Months { .. } | Expression::Unit { .. } | Expression::Fixed(_) | Expression::Season { .. }
    );
    long.then(|| (Expression::Part { part, of: Box::new(of) }, end))
}

/// "the third quarter of 2016", "the third quarter this year", "in the third quarter".
fn quarter(reader: &Reader<'_>, n: i8, at: usize) -> Parsed {
    let n = if n < 0 { 4 } else { n };
    let first = (n - 1).checked_mul(3)?.checked_add(1).filter(|_| (1..=4).contains(&n))?;
    match calendar::year_after(reader, at + 1) {
        Some((year, next)) => Some((Expression::Months { year, first, count: 3 }, next)),
        None => match year_of(reader, at + 1) {
            Some((year, next)) => Some((Expression::Months { year, first, count: 3 }, next)),
            None => Some((Expression::Months { year: Year::Missing, first, count: 3 }, at + 1)),
        },
    }
}

/// "the first half of 2020".
fn half(reader: &Reader<'_>, n: i8, at: usize) -> Parsed {
    let first = match n {
        1 => 1,
        2 | -1 => 7,
        _ => return None,
    };
    if !is_any(reader, at + 1, words!["of", "this", "last", "next"]) {
        return None;
    }
    if let Some((year, next)) = calendar::year_after(reader, at + 1).or_else(|| year_of(reader, at + 1)) {
        return Some((Expression::Months { year, first, count: 6 }, next));
    }
    let (of, next) = of_what(reader, at + 1)?;
    let part = if first == 1 { Part::Early } else { Part::Late };
    Some((Expression::Part { part, of: Box::new(of) }, next))
}

/// "of the year", "of last year".
fn year_of(reader: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let next = at + usize::from(reader.is(at, "of"));
    if let Some((Expression::Unit { shift, .. }, end)) = calendar::shifted_unit(reader, next, Unit::Year) {
        return Some((Year::Shifted(i16::try_from(shift).ok()?), end));
    }
    let the = next > at && reader.is(next, "the") && word(reader, next + 1) == Some(Word::Unit(Unit::Year, false));
    the.then_some((Year::Shifted(0), next + 2))
}

/// "the 19th century": from 1800 to 1899, as it is counted in speech.
fn century(n: i8, next: usize) -> Parsed {
    let first = i16::from(n.checked_sub(1).filter(|n| *n >= 0)?) * 100;
    Some((Expression::Fixed(DateSpan::years(first, 100)?), next))
}

/// "15th century", "19th-century", "21st century": the ordinal in digits.
pub(super) fn digit_century(reader: &Reader<'_>, at: usize) -> Parsed {
    let (n, _) = digits(reader, at).filter(|(n, _)| (1..=30).contains(n) && ordinal_suffix(reader, at + 1))?;
    let n = i8::try_from(n).ok()?;
    if is_any(reader, at + 2, words!["and", "or"]) {
        return shared_century(reader, at + 3).then(|| century(n, at + 2))?;
    }
    let next = at + 2 + usize::from(reader.is(at + 2, "-"));
    matches!(word(reader, next)?, Word::Unit(Unit::Century, _)).then(|| century(n, next + 1))?
}

/// "20th centuries" of "the 19th and 20th centuries", "the late 19th and early 20th centuries".
fn shared_century(reader: &Reader<'_>, at: usize) -> bool {
    let ordinal = at + usize::from(matches!(word(reader, at), Some(Word::Part(_))));
    digits(reader, ordinal).is_some()
        && ordinal_suffix(reader, ordinal + 1)
        && matches!(word(reader, ordinal + 2), Some(Word::Unit(Unit::Century, _)))
}

/// "week of Nov 7", "the week commencing February 4", "month of September 16", "week 31".
pub(super) fn around(reader: &Reader<'_>, at: usize, unit: Unit) -> Parsed {
    if unit == Unit::Week
        && let Some((n @ 1..=53, _)) = digits(reader, at + 1)
    {
        if let Some((year, next)) = number::year(reader, at + 3).filter(|_| reader.is(at + 2, "of")) {
            return Some((Expression::Fixed(DateSpan::iso_week(year, i8::try_from(n).ok()?)?), next));
        }
        let sure = reader.token(at)?.capital || !reader.is(at + 2, "of");
        let after = after_any(reader, at, words!["a", "per", "each", "every"]);
        return (sure && !after).then_some((Expression::IsoWeek(i8::try_from(n).ok()?), at + 2));
    }
    let begins = is_any(reader, at + 1, words!["of", "commencing", "beginning", "starting"]);
    let next = at + 2 + usize::from(reader.is(at + 2, "on"));
    let day = |(what, end): (Expression, usize)| {
        matches!(
            what,
            Expression::Day { .. } | Expression::Fixed(_) | Expression::Weekday(_) | Expression::Holiday { .. }
        )
        .then_some((Expression::Around { unit, of: Box::new(what) }, end))
    };
    simple(reader, next).filter(|_| begins && matches!(unit, Unit::Week | Unit::Month)).and_then(day)
}

/// "year-end", "year-end 2022", "by month's end", "at year's end".
pub(super) fn unit_end(reader: &Reader<'_>, at: usize, unit: Unit) -> Parsed {
    let owned = possessive(reader.word(at)) > 0;
    let end = at + 1 + usize::from(!owned);
    let whole = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year) && reader.is(end, "end");
    if !whole || !(owned || (reader.is(at + 1, "-") && glued(reader, at + 1) && glued(reader, at + 2))) {
        return None;
    }
    let part = |of, next| Some((Expression::Part { part: Part::End, of: Box::new(of) }, next));
    match number::year(reader, end + 1).filter(|_| unit == Unit::Year) {
        Some((year, next)) => part(Expression::Fixed(DateSpan::year(year)?), next),
        None => part(Expression::Unit { unit, shift: 0 }, end + 1),
    }
}

/// "2020-21", both years.
fn two_years(first: i16) -> Option<DateSpan> {
    DateSpan::years(first, 2).map(|years| DateSpan::run(years.first(), years.last()))
}

/// "w/c Feb 4".
fn week_commencing(reader: &Reader<'_>, at: usize) -> Parsed {
    if !(reader.is(at + 1, "/") && reader.is(at + 2, "c")) {
        return None;
    }
    let (day, next) = simple(reader, at + 3)?;
    Some((Expression::Around { unit: Unit::Week, of: Box::new(day) }, next))
}

/// "Q3 2019", "H1 2020", "2016 Q3", "FY2019", "fiscal 2019".
pub(super) fn business(reader: &Reader<'_>, at: usize) -> Parsed {
    if reader.is(at, "fy") || reader.is(at, "fiscal") {
        let next = at + 1 + usize::from(word(reader, at + 1) == Some(Word::Unit(Unit::Year, false)));
        let Some((year, end)) = calendar::year_after(reader, next).or_else(|| short_year(reader, next)) else {
            return super::relative::unit_ended(reader, Unit::Year, next);
        };
        let second = super::period::next_year(reader, end, year);
        let months = Expression::Months { year, first: 1, count: 12 };
        return Some(match year {
            Year::Given(year) if second > 0 => (Expression::Fixed(two_years(year)?), end + second),
            _ => (months, end),
        });
    }
    if reader.is(at, "w") {
        return week_commencing(reader, at);
    }
    let (run, next) = quarter_or_half(reader, at)?;
    let hyphen = usize::from(reader.is(next, "-") || reader.is(next, "/"));
    match calendar::year_after(reader, next + hyphen) {
        Some((year, next)) => Some((run_in(run, year), next)),
        None if run.1 == 3 => Some((run_in(run, Year::Missing), next)),
        None => None,
    }
}

/// "Q3", "H1", glued: its first month and length.
pub(super) fn quarter_or_half(reader: &Reader<'_>, at: usize) -> Option<((i8, i8), usize)> {
    let (n, 1) = digits(reader, at + 1).filter(|_| glued(reader, at + 1))? else { return None };
    let n = i8::try_from(n).ok()?;
    let run = match n {
        1..=4 if reader.is(at, "q") => (n * 3 - 2, 3),
        1..=2 if reader.is(at, "h") => (n * 6 - 5, 6),
        _ => return None,
    };
    let capital = reader.token(at)?.capital;
    capital.then_some((run, at + 2))
}

/// The run of months in a year.
pub(super) fn run_in((first, count): (i8, i8), year: Year) -> Expression {
    Expression::Months { year, first, count }
}

/// "FY19".
fn short_year(reader: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let (short, 2) = digits(reader, at).filter(|_| glued(reader, at))? else { return None };
    (reader.kind(at + 1) != Some(TokenKind::Digits)).then_some((Year::Given(2000 + short), at + 1))
}
