//! Holidays with a day of their own: fixed, the nth weekday of a month, or counted from Easter (western). Feasts of lunar
//! calendars are left alone, and so are national days, whose country the phrase does not say.

use jiff::civil::{Date, Weekday};

use crate::mention::Reader;
use crate::value::plus_days;

/// How a holiday's day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, which one (−1 the last), weekday.
    Nth(i8, i8, Weekday),
    /// Days after Easter Sunday.
    Easter(i32),
    /// The day after Thanksgiving.
    BlackFriday,
}

/// Phrases, longer before shorter, without a possessive ending.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["new", "year", "day"], Feast::Fixed(1, 1)),
    (&["new", "year", "eve"], Feast::Fixed(12, 31)),
    (&["new", "years", "day"], Feast::Fixed(1, 1)),
    (&["new", "years", "eve"], Feast::Fixed(12, 31)),
    (&["thanksgiving", "day"], Feast::Nth(11, 4, Weekday::Thursday)),
    (&["thanksgiving"], Feast::Nth(11, 4, Weekday::Thursday)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["valentine", "day"], Feast::Fixed(2, 14)),
    (&["labor", "day"], Feast::Nth(9, 1, Weekday::Monday)),
    (&["memorial", "day"], Feast::Nth(5, -1, Weekday::Monday)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["black", "friday"], Feast::BlackFriday),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["palm", "sunday"], Feast::Easter(-7)),
    (&["ash", "wednesday"], Feast::Easter(-46)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter"], Feast::Easter(0)),
];

/// The holiday whose capitalised name begins at a token, and the token after it.
pub(super) fn feast(reader: &Reader<'_>, at: usize) -> Option<(Feast, usize)> {
    if !reader.token(at)?.capital {
        return None;
    }
    let (words, feast) = FEASTS.iter().find(|(words, _)| named(reader, at, words))?;
    Some((*feast, at + words.len()))
}

/// Whether the tokens from `at` are these words, the later ones capitalised too.
fn named(reader: &Reader<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(offset, word)| {
        let written = reader.word(at + offset);
        let bare = &written[..written.len() - super::word::possessive(written)];
        bare.eq_ignore_ascii_case(word) && reader.token(at + offset).is_some_and(|token| token.capital)
    })
}

impl Feast {
    /// The day of the holiday in a year.
    pub(super) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, n, weekday) => Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok(),
            Self::Easter(days) => plus_days(easter(year)?, days),
            Self::BlackFriday => plus_days(Self::Nth(11, 4, Weekday::Thursday).in_year(year)?, 1),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by Gauss's method as Lichtenberg put it right.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (cycle, century) = (year_number % 19, year_number / 100);
    let moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sun = 2 - (3 * century + 3) / 4;
    let seed = (19 * cycle + moon) % 30;
    let full = 21 + seed - (seed + cycle / 11) / 29;
    let sunday = 7 - (year_number + year_number / 4 + sun) % 7;
    let march = full + 7 - (full - sunday).rem_euclid(7);
    plus_days(Date::new(year, 3, 1).ok()?, march - 1)
}
