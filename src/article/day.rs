//! Days as metadata write them: ISO, RFC 2822, "30 March 2022", "March 30, 2022", "30.3.2022", "30-03-2022". Of a day in
//! figures with month and day in doubt ("03/04/2022") only the extent is known.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

/// A day at the start of a text, with an optional weekday before it and an optional time behind.
static LEADING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let weekday = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?";
    let month = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    let iso = r"(?P<y1>\d{4})(?:-(?P<m1>\d\d?)-|/(?P<m2>\d\d?)/)(?P<d1>\d\d?)";
    let day_first = format!(r"(?P<d2>\d\d?)(?:st|nd|rd|th)?[ -](?:of )?(?P<n1>{month})\.?,?[ -](?P<y2>\d{{4}})");
    let month_first = format!(r"(?P<n2>{month})\.?\s(?P<d3>\d\d?)(?:st|nd|rd|th)?,?\s(?P<y3>\d{{4}})");
    let figures = r"(?P<a>\d\d?)(?P<s1>[-./])(?P<b>\d\d?)(?P<s2>[-./])(?P<y4>\d{4})";
    let time = r"(?:\d\d?[:.]\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[ap]\.?m\b\.?)?|\d\d?\s?[ap]\.?m\b\.?)";
    let hours = r"at\s+\d{4}\b|\d{4}\s(?:UTC|GMT)(?:[+-]\d\d?)?\b";
    let clock = format!(r"(?:T{time}|,?\s+(?:(?:at\s+|[-|]\s*)?{time}|{hours}))?");
    let zone = r"(?:\s?(?:Z|(?:UTC|GMT)(?:[+-]\d\d?)?|BST|CES?T|EE?S?T|[ECMP][SD]?T|[+-]\d\d:?\d\d)\b)?";
    Regex::new(&format!(r"(?i-u)^{weekday}(?:{iso}|{day_first}|{month_first}|{figures}){clock}{zone}")).ok()
});

/// A day found at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leading {
    /// The day; `None` where month and day cannot be told apart.
    pub(super) day: Option<Date>,
    /// One past its last byte, time and zone included.
    pub(super) end: usize,
    /// Whether it can be nothing but a date: a weekday stands before it, or it is written in figures only.
    pub(super) formal: bool,
}

/// The day that a text begins with.
pub(super) fn leading(text: &str) -> Option<Leading> {
    let found = LEADING.as_ref()?.captures(text)?;
    let end = found.get(0)?.end();
    let named = found.name("n1").or(found.name("n2")).is_some();
    // A word may be glued to figures ("30.03.2022The"), never a figure, nor a word to a word.
    let mut rest = text[end..].chars();
    let glued = rest.next().filter(|c| c.is_alphanumeric());
    let longer = text[end..].starts_with(['-', '/', '.']) && rest.next().is_some_and(|c| c.is_ascii_digit());
    if longer || glued.is_some_and(|c| named || !c.is_uppercase()) {
        return None;
    }
    let formal = !named || found.name("weekday").is_some();
    let days = if found.name("a").is_some() { days_in_figures(&found)? } else { vec![day_of(&found)?] };
    let first = days.first().copied()?;
    Some(Leading { day: (days.len() == 1).then_some(first), end, formal })
}

/// The day that a whole field names.
pub(super) fn read_day(field: &str) -> Option<Date> {
    let field = field.trim();
    if field.len() == 8 && field.bytes().all(|byte| byte.is_ascii_digit()) {
        return compact(field);
    }
    let found = leading(field)?;
    let rest = field[found.end..].trim_matches(|c: char| !c.is_alphanumeric());
    (rest.len() <= 6 && rest.chars().all(char::is_alphabetic)).then_some(found.day).flatten()
}

/// The day in a file's name: `2022-03-30-title`, `20220330_x`; digits that belong to a longer word are none.
pub(super) fn day_in_name(stem: &str) -> Option<Date> {
    let words: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let joined = words.iter().find_map(|word| compact(word));
    joined.or_else(|| words.windows(3).find_map(split_day))
}

/// `2022`, `03`, `30`.
fn split_day(parts: &[&str]) -> Option<Date> {
    let [year, month, day] = parts else { return None };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    civil(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `20220330`.
fn compact(word: &str) -> Option<Date> {
    if word.len() != 8 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    split_day(&[&word[..4], &word[4..6], &word[6..]])
}

fn day_of(found: &Captures<'_>) -> Option<Date> {
    let field = |names: &[&str]| names.iter().find_map(|name| found.name(name)).map(|part| part.as_str());
    let year = field(&["y1", "y2", "y3"])?.parse().ok()?;
    let month = match field(&["m1", "m2"]) {
        Some(figure) => figure.parse().ok()?,
        None => month_of(field(&["n1", "n2"])?)?,
    };
    civil(year, month, field(&["d1", "d2", "d3"])?.parse().ok()?)
}

/// The days that figures can mean: full stops put the day first, elsewhere day or month may come first.
fn days_in_figures(found: &Captures<'_>) -> Option<Vec<Date>> {
    if found["s1"] != found["s2"] {
        return None;
    }
    let year = found["y4"].parse().ok()?;
    let (first, second) = (found["a"].parse().ok()?, found["b"].parse().ok()?);
    let month_first = if &found["s1"] == "." { None } else { civil(year, first, second) };
    let mut days: Vec<Date> = civil(year, second, first).into_iter().chain(month_first).collect();
    days.dedup();
    Some(days)
}

fn month_of(name: &str) -> Option<i8> {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let at = MONTHS.find(&name.get(..3)?.to_ascii_lowercase())?;
    i8::try_from(at / 3 + 1).ok()
}

/// A day of the years in which news articles are dated.
fn civil(year: i16, month: i8, day: i8) -> Option<Date> {
    (1800..=2200).contains(&year).then(|| Date::new(year, month, day).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_in_the_usual_forms() {
        let day = Some(date(2022, 3, 30));
        for field in [
            "2022-03-30",
            "2022-03-30T14:05:00Z",
            "2022-03-30 14:05:00+02:00",
            "2022-03-30T14:05:00.123Z",
            "2022/3/30",
            "20220330",
            "Wed, 30 Mar 2022 14:05:00 +0000",
            "Wed, 30 Mar 2022 14:05:00 GMT",
            "30 March 2022",
            "March 30, 2022",
            "Wednesday, March 30, 2022",
            "Mar. 30, 2022",
            "30th of March 2022",
            "30-Mar-2022",
            "March 30, 2022 at 2:05 p.m. EST",
            " March 30, 2022, 14:05 ",
            "30.3.2022",
            "30-03-2022",
            "3/30/2022 2:05 PM",
            "Wed 30 Mar 2022 at 1405",
            "March 30 2022 1405 UTC+3",
        ] {
            assert_eq!(read_day(field), day, "{field}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for field in [
            "03/04/2022",
            "2022-13-01",
            "2022",
            "30 February 2022",
            "March 2022",
            "yesterday",
            "1.13.2022",
            "30-3/2022",
            "",
        ] {
            assert_eq!(read_day(field), None, "{field}");
        }
    }

    #[test]
    fn names_of_files_hold_days() {
        assert_eq!(day_in_name("2022-03-30-title"), Some(date(2022, 3, 30)));
        assert_eq!(day_in_name("20220330_x"), Some(date(2022, 3, 30)));
        assert_eq!(day_in_name("x_2022_03_30"), Some(date(2022, 3, 30)));
        for stem in ["000_2898b8cb15fee681", "a20220330", "20221330_x", "99990101", "2022-3-30", "12022-03-30"] {
            assert_eq!(day_in_name(stem), None, "{stem}");
        }
    }

    #[test]
    fn the_time_belongs_to_the_day() {
        let text = "Tue 5 Apr 2017, 14:05 GMT A second";
        assert_eq!(leading(text).map(|found| &text[found.end..]), Some(" A second"));
    }
}
