//! Dates that name a day or month of the calendar: "February 24", "24 February 2022", "24/02/2022", "Friday the 13th".

use jiff::civil::Weekday;

use super::Parsed;
use super::expression::{Expression, Length, Year};
use super::number::{self, Style, digits, glued};
use super::surroundings;
use super::word::{Shift, Sureness, Unit, Word, possessive, word};
use crate::mention::{Reader, TokenKind, words};
use crate::value::{DateSpan, plus_days};

/// A phrase that begins with a month: "Feb. 24, 2022", "October 2016", "October".
pub(super) fn month_first(reader: &Reader<'_>, at: usize) -> Parsed {
    let Word::Month(month, sureness) = word(reader, at)? else { return None };
    if possessive(reader.word(at)) == 0 {
        let next = after_stop(reader, at + 1, sureness);
        let dated = year_after(reader, next)
            .map(|(year, next)| (Expression::Months { year, first: month, count: 1 }, next))
            .or_else(|| day_after_month(reader, at, month, next));
        if dated.is_some() {
            return dated.filter(|_| capital_or_unmistakable(reader, at));
        }
    }
    let bare = Expression::Months { year: Year::Missing, first: month, count: 1 };
    let next = if sureness == Sureness::Short { after_stop(reader, at + 1, sureness) } else { at + 1 };
    surroundings::month_stands_alone(reader, at, sureness).then_some((bare, next))
}

/// "may" and "march" are verbs, "sun" and "sat" are words: in lower case only what is nothing else counts.
fn capital_or_unmistakable(reader: &Reader<'_>, at: usize) -> bool {
    let verb = reader.is_any(at, words!["may", "march", "mar", "dec", "jun", "jan"]);
    !verb || reader.token(at).is_some_and(|token| token.capital) || surroundings::year_or_ordinal_near(reader, at)
}

/// The day, and perhaps the year, after a month.
fn day_after_month(reader: &Reader<'_>, at: usize, month: i8, next: usize) -> Parsed {
    let joint = reader.is_any(next, words!["-", "/"]) && glued(reader, next) && glued(reader, next + 1);
    let next = next + usize::from(joint) + usize::from(reader.is(next, "the"));
    let (day, style, end) = number::day(reader, next)?;
    if is_time(reader, end) || (style == Style::Bare && reader.is(end, "%")) {
        return None;
    }
    let ahead = || super::list::year_ahead(reader, end, end);
    let (year, end) = year_after(reader, end).or_else(ahead).unwrap_or((Year::Missing, end));
    let counted = year == Year::Missing
        && (surroundings::counts_something(reader, at, next, end) || (style == Style::Words && day < 13));
    (!counted).then_some((Expression::Day { year, month: Some(month), day, weekday: None }, end))
}

/// A phrase that begins with a day: "24 February", "4th of July 2020", "20th of next month".
pub(super) fn day_first(reader: &Reader<'_>, at: usize) -> Parsed {
    let (day, style, next) = number::day(reader, at)?;
    let month = after_joint(reader, next);
    if let Some(Word::Month(number, sureness)) = word(reader, month) {
        let lower = sureness == Sureness::Doubtful && !reader.token(month)?.capital;
        let end = after_stop(reader, month + 1, sureness);
        let year = year_after(reader, after_glued_hyphen(reader, end)).or_else(|| short_year(reader, end));
        if lower && year.is_none() && style != Style::Ordinal {
            return None;
        }
        let end = if possessive(reader.word(month)) > 0 { month + 1 } else { end };
        let (year, end) = year.unwrap_or((Year::Missing, end));
        return Some((Expression::Day { year, month: Some(number), day, weekday: None }, end));
    }
    let of = next + usize::from(reader.is(next, "of"));
    let (month, end) = shifted_unit(reader, of, Unit::Month)?;
    (style == Style::Ordinal && of > next).then(|| (Expression::DayOf { day, of: Box::new(month) }, end))
}

/// A phrase that begins with a weekday: "Tuesday 29 March 2022", "Friday the 13th", "Tuesday next week", "Monday".
pub(super) fn weekday_first(reader: &Reader<'_>, at: usize) -> Parsed {
    let Word::Weekday(weekday, sureness) = word(reader, at)? else { return None };
    if possessive(reader.word(at)) == 0 {
        let next = after_stop(reader, at + 1, sureness);
        let dated = dated_weekday(reader, weekday, next)
            .or_else(|| weekday_of_week(reader, weekday, next))
            .or_else(|| week_on(reader, weekday, next));
        if dated.is_some() {
            return dated;
        }
    }
    if surroundings::is_any(reader, at + 1, words!["before", "after"])
        && surroundings::after_any(reader, at, words!["the"])
    {
        return Some((Expression::Elsewhere, at + 2));
    }
    let alone = surroundings::weekday_stands_alone(reader, at, sureness);
    let next = if sureness == Sureness::Short { after_stop(reader, at + 1, sureness) } else { at + 1 };
    alone.then_some((Expression::Weekday(weekday), next))
}

/// The date after a weekday.
pub(super) fn dated_weekday(reader: &Reader<'_>, weekday: Weekday, next: usize) -> Parsed {
    if reader.is(next, "(") {
        let (date, end) = dated_weekday(reader, weekday, next + 1)?;
        return reader.is(end, ")").then_some((date, end + 1));
    }
    let part = next + usize::from(word(reader, next) == Some(Word::DayPart));
    if part > next {
        return dated_weekday(reader, weekday, part);
    }
    let next = next + usize::from(reader.is(next, ","));
    let the = usize::from(reader.is(next, "the"));
    let dated = match word(reader, next + the) {
        Some(Word::Month(..)) => {
            month_first(reader, next + the).filter(|(date, _)| matches!(date, Expression::Day { .. }))
        }
        _ => day_first(reader, next + the).or_else(|| numeric(reader, next)),
    };
    if let Some((date, end)) = dated {
        return Some((with_weekday(date, weekday), end));
    }
    let (day, style, end) = number::day(reader, next + the).filter(|_| the == 1)?;
    let fits = style != Style::Bare;
    fits.then_some((Expression::Day { year: Year::Missing, month: None, day, weekday: Some(weekday) }, end))
}

/// Adds the weekday to a day.
fn with_weekday(date: Expression, weekday: Weekday) -> Expression {
    match date {
        Expression::Day { year, month, day, .. } => Expression::Day { year, month, day, weekday: Some(weekday) },
        other => other,
    }
}

/// "Friday week": a week after the coming Friday.
fn week_on(reader: &Reader<'_>, weekday: Weekday, next: usize) -> Parsed {
    let ends = surroundings::clause_ends(reader, next + 1);
    let week = word(reader, next)? == Word::Unit(Unit::Week, false) && ends && possessive(reader.word(next)) == 0;
    let length = Length::of(7, Unit::Day, false)?;
    let from = Box::new(Expression::ShiftedWeekday(weekday, Shift::Coming));
    week.then_some((Expression::Reckoned { length, sign: 1, from }, next + 1))
}

/// "Tuesday next week", "Sunday of next week", "Friday last week".
fn weekday_of_week(reader: &Reader<'_>, weekday: Weekday, next: usize) -> Parsed {
    let list = super::list::weekdays(reader, next);
    let of = list + usize::from(reader.is(list, "of"));
    let (week, end) = shifted_unit(reader, of, Unit::Week)?;
    let end = if list > next { next } else { end };
    Some((Expression::WeekdayOf(weekday, Box::new(week)), end))
}

/// "next month", "this week", "last year" where exactly that unit is looked for.
pub(super) fn shifted_unit(reader: &Reader<'_>, at: usize, wanted: Unit) -> Parsed {
    shifted_unit_of(reader, at)
        .filter(|(shifted, _)| matches!(shifted, Expression::Unit { unit, .. } if *unit == wanted))
}

/// "next month", "this week", "last year".
pub(super) fn shifted_unit_of(reader: &Reader<'_>, at: usize) -> Parsed {
    let at = at + usize::from(reader.is(at, "the"));
    let Word::Shift(shift) = word(reader, at)? else { return None };
    let by = match shift {
        Shift::Last | Shift::Past => -1,
        Shift::This | Shift::Same => 0,
        Shift::Next | Shift::Coming => 1,
        Shift::Following => return None,
    };
    let Word::Unit(unit, false) = word(reader, at + 1)? else { return None };
    Some((Expression::Unit { unit, shift: by }, at + 2))
}

/// The year after a day or month: "2022", ", 2022", "of 2022", "next year", "'99".
pub(super) fn year_after(reader: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let comma = reader.is(at, ",");
    let next = at + usize::from(comma || reader.is(at, "of"));
    if let Some((year, end)) = number::year(reader, next) {
        let counted = comma && surroundings::plural_follows(reader, end);
        return (!counted).then_some((Year::Given(year), end));
    }
    if let Some((Expression::Unit { shift, .. }, end)) = shifted_unit(reader, next, Unit::Year).filter(|_| !comma) {
        let told = reader.is_any(end - 2, words!["that", "same"]);
        let shifted = || Some(Year::Shifted(i16::try_from(shift).ok()?));
        return Some((if told { surroundings::year_told(reader, at) } else { shifted()? }, end));
    }
    let tick = usize::from(reader.is(next, "'") || reader.is(next, "’") || reader.is(next, "‘"));
    let (short, length) = digits(reader, next + tick)?;
    let sure = length == 2 && (tick == 1 || (short > 31 && !comma && ends_phrase(reader, next + 1)));
    sure.then_some((Year::Given(century(short)), next + tick + 1))
}

/// "22" of "5 March 22", at the end of a phrase.
fn short_year(reader: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let (short, length) = digits(reader, at)?;
    (length == 2 && ends_phrase(reader, at + 1)).then_some((Year::Given(century(short)), at + 1))
}

/// A year of two digits: from 1950 to 2049.
fn century(short: i16) -> i16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// Whether no word or mark of a figure follows.
fn ends_phrase(reader: &Reader<'_>, at: usize) -> bool {
    match reader.kind(at) {
        None | Some(TokenKind::Break) => true,
        Some(TokenKind::Mark) => reader.is_any(at, words![".", ",", ";", ")", "!", "?", "\"", "”"]),
        Some(_) => false,
    }
}

/// Whether a clock time goes on here, so that the number before it is its hour.
pub(super) fn is_time(reader: &Reader<'_>, at: usize) -> bool {
    (reader.is(at, ":") && glued(reader, at) && digits(reader, at + 1).is_some())
        || reader.is_any(at, words!["pm", "am", "p.m", "a.m"])
}

/// Steps over the full stop of an abbreviation, or one before a number.
fn after_stop(reader: &Reader<'_>, at: usize, sureness: Sureness) -> usize {
    let number = reader.kind(at + 1) == Some(TokenKind::Digits);
    let stop = reader.is(at, ".") && glued(reader, at) && (number || sureness == Sureness::Short);
    at + usize::from(stop)
}

/// Steps from a day to its month: "24 Feb", "24 of Feb", "24-Feb", "24. Feb".
fn after_joint(reader: &Reader<'_>, at: usize) -> usize {
    let mark = reader.is_any(at, words![".", "-", "/"]) && glued(reader, at);
    at + usize::from(mark || reader.is(at, "of"))
}

/// Steps over a hyphen or slash glued between month and year.
fn after_glued_hyphen(reader: &Reader<'_>, at: usize) -> usize {
    let joint = (reader.is(at, "-") || reader.is(at, "/")) && glued(reader, at) && glued(reader, at + 1);
    at + usize::from(joint)
}

/// Dates in digits: "2022-02-24", "24/02/2022", "16.10.2016", "2016-10", "2016-W45", "4/22".
pub(super) fn numeric(reader: &Reader<'_>, at: usize) -> Parsed {
    let other = iso_week(reader, at).or_else(|| named_month(reader, at)).or_else(|| comma_year(reader, at));
    other.or_else(|| spaced(reader, at)).or_else(|| {
        let joined = number::joined(reader, at)?;
        let iso = joined.count == 3 && joined.mark == b'-' && joined.parts[0].1 == 4;
        let interval = |mark: usize| iso && reader.is(mark, "/") && is_iso_year(reader, mark + 1);
        let free = (!joint_before(reader, at) || (iso && at > 0 && reader.is(at - 1, "/")))
            && (!joint_after(reader, joined.next) || interval(joined.next));
        let date = if joined.count == 3 { full(reader, at, &joined) } else { short(reader, at, &joined) };
        Some((date.filter(|_| free)?, joined.next))
    })
}

/// Whether four digits and a hyphen follow: the other end of an interval, "2022-03-01/2022-03-05".
fn is_iso_year(reader: &Reader<'_>, at: usize) -> bool {
    matches!(digits(reader, at), Some((_, 4))) && reader.is(at + 1, "-") && glued(reader, at + 1)
}

/// Whether a number before is joined to this one.
fn joint_before(reader: &Reader<'_>, at: usize) -> bool {
    let mark = at > 0 && reader.is_any(at - 1, words!["-", "/", "–", ".", "$", "€", "£", "#", ":"]);
    mark && glued(reader, at)
}

/// Whether the digits go on.
fn joint_after(reader: &Reader<'_>, at: usize) -> bool {
    let mark = reader.is_any(at, words!["-", "/", "–", ":"]) && glued(reader, at);
    (mark && glued(reader, at + 1) && reader.kind(at + 1) == Some(TokenKind::Digits))
        || (glued(reader, at) && (reader.is(at, "%") || reader.is(at, "°")))
}

/// "2016 - 11", "11 / 2016": a year and month with space around the mark, at the end of a clause.
fn spaced(reader: &Reader<'_>, at: usize) -> Parsed {
    let mark = surroundings::is_any(reader, at + 1, words!["-", "/"]);
    let apart = !glued(reader, at + 1) || !glued(reader, at + 2);
    let ((a, a_len), (b, b_len)) = (digits(reader, at)?, digits(reader, at + 2)?);
    let (year, month) = if a_len == 4 && b_len <= 2 { (a, b) } else { (b, a) };
    let whole =
        a_len.max(b_len) == 4 && a_len.min(b_len) <= 2 && (1900..=2100).contains(&year) && (1..=12).contains(&month);
    let first = i8::try_from(month).ok().filter(|_| mark && apart && whole && ends_phrase(reader, at + 3))?;
    Some((Expression::Months { year: Year::Given(year), first, count: 1 }, at + 3))
}

/// Three numbers: year first, or day and month in the order that fits.
fn full(reader: &Reader<'_>, at: usize, joined: &number::Joined) -> Option<Expression> {
    let [(a, a_len), (b, _), (c, c_len)] = joined.parts;
    let (year, month, day) = if a_len == 4 {
        (a, b, c)
    } else if c_len == 4 || c_len == 2 {
        let year = if c_len == 2 { century(c) } else { c };
        let (month, day) = surroundings::month_and_day(reader, at, joined.mark, (a, b), Some(year))?;
        (year, month, day)
    } else {
        return None;
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = jiff::civil::Date::new(year, month, day).ok().filter(|_| (1000..=2100).contains(&year))?;
    Some(Expression::Fixed(DateSpan::day(date)))
}

/// Two numbers: year and month, month and year, or day and month.
fn short(reader: &Reader<'_>, at: usize, joined: &number::Joined) -> Option<Expression> {
    let [(a, a_len), (b, b_len), _] = joined.parts;
    let month = |n: i16| i8::try_from(n).ok().filter(|n| (1..=12).contains(n));
    let months = |year: i16, first: i8| {
        let year = Year::Given(Some(year).filter(|year| (1900..=2100).contains(year))?);
        Some(Expression::Months { year, first, count: 1 })
    };
    match (a_len, b_len) {
        (4, 2) if joined.mark == b'-' && surroundings::span_of_years(a, b) => None,
        (4, 1 | 2) if joined.mark != 0xe2 => months(a, month(b)?),
        (1 | 2, 4) => months(b, month(a)?),
        (1 | 2, 1 | 2) => {
            if a == 9 && b == 11 && joined.mark == b'/' {
                return jiff::civil::Date::new(2001, 9, 11).ok().map(DateSpan::day).map(Expression::Fixed);
            }
            let (first, day) = surroundings::short_date(reader, at, joined, a, b)?;
            let day = i8::try_from(day).ok()?;
            Some(Expression::Day { year: Year::Missing, month: Some(month(first)?), day, weekday: None })
        }
        _ => None,
    }
}

/// "2016-W45", "2016-W45-3".
fn iso_week(reader: &Reader<'_>, at: usize) -> Parsed {
    let (year, 4) = digits(reader, at)? else { return None };
    let (week, 2) = digits(reader, at + 3)? else { return None };
    let fits = reader.is(at + 1, "-") && reader.is(at + 2, "W") && (1..4).all(|by| glued(reader, at + by));
    let span = DateSpan::iso_week(year, i8::try_from(week).ok()?).filter(|_| fits)?;
    let joined = reader.is(at + 4, "-") && glued(reader, at + 4) && glued(reader, at + 5);
    match digits(reader, at + 5).filter(|_| joined) {
        Some((day @ 1..=7, 1)) => {
            let day = plus_days(span.first(), i32::from(day) - 1)?;
            Some((Expression::Fixed(DateSpan::day(day)), at + 6))
        }
        _ => Some((Expression::Fixed(span), at + 4)),
    }
}

/// "2019-Sep-1", "2019/Sep/01", "2016 June", "2016, Nov".
fn named_month(reader: &Reader<'_>, at: usize) -> Parsed {
    let (year, 4) = digits(reader, at)? else { return None };
    let year = Some(year).filter(|year| (1000..=2100).contains(year))?;
    let mark = usize::from(reader.is_any(at + 1, words!["-", "/", ","]));
    let Word::Month(month, sureness) = word(reader, at + 1 + mark)? else { return None };
    let next = at + 2 + mark;
    let joined = (reader.is(next, "-") || reader.is(next, "/")) && glued(reader, next);
    if let Some((day, ..)) = number::day(reader, next + 1).filter(|_| joined) {
        let date = Expression::Day { year: Year::Given(year), month: Some(month), day, weekday: None };
        return Some((date, next + 2));
    }
    let own = surroundings::day_or_year_follows(reader, after_stop(reader, next, sureness));
    let comma = reader.is(at + 1, ",");
    let verb =
        surroundings::is_any(reader, next - 1, words!["may", "march"]) && (comma || !reader.token(next - 1)?.capital);
    (!own && !verb).then_some((Expression::Months { year: Year::Given(year), first: month, count: 1 }, next))
}

/// "08/12,2015": the tokenizer takes "12,2015" as one number.
fn comma_year(reader: &Reader<'_>, at: usize) -> Parsed {
    let (a, _) = digits(reader, at).filter(|_| reader.is(at + 1, "/"))?;
    let (b, year) = reader.word(at + 2).split_once(',')?;
    let (b, short) = (b.parse().ok()?, year.parse().ok()?);
    let year = match year.len() {
        4 => short,
        2 => century(short),
        _ => return None,
    };
    let (month, day) = surroundings::month_and_day(reader, at, b'/', (a, b), Some(year))?;
    let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((Expression::Fixed(DateSpan::day(date)), at + 3))
}

/// "the 15th", "on the 27": a day without a month, after a preposition and with nothing to count behind it.
pub(super) fn lone_day(reader: &Reader<'_>, at: usize) -> Parsed {
    let (day, style, next) = number::day(reader, at).filter(|_| at > 0 && reader.is(at - 1, "the"))?;
    let said = surroundings::after_any(
        reader,
        at - 1,
        words!["on", "by", "since", "until", "till", "for", "from", "before", "to", "of"],
    );
    let ends = surroundings::clause_ends(reader, next)
        || (style == Style::Ordinal
            && surroundings::is_any(reader, next, words!["and", "to", "until", "at", "when", "but"]));
    let fraction =
        style == Style::Ordinal && reader.kind(at) == Some(TokenKind::Word) && !surroundings::clause_ends(reader, next);
    (said && ends && !fraction)
        .then_some((Expression::Day { year: Year::Missing, month: None, day, weekday: None }, next))
}

/// "Christmas Day", "Easter 2016", "on Christmas"; a holiday of one word stands after a preposition or before a year.
pub(super) fn holiday(reader: &Reader<'_>, at: usize) -> Parsed {
    let (feast, next) = super::holiday::feast(reader, at)?;
    let (year, end) = year_after(reader, next).unwrap_or((Year::Missing, next));
    let sure = next > at + 1
        || end > next
        || surroundings::after_preposition(reader, at)
        || matches!(word(reader, next), Some(Word::DayPart));
    sure.then_some((Expression::Holiday { year, feast }, end))
}
