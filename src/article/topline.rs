//! The top of an article: a date line, which is metadata and no sentence, and a headline.

use std::ops::Range;

use jiff::civil::Date;

use super::day::leading;

/// How far down a date line is looked for, in lines that are not blank, and how long a line may be that is one.
const LINES: usize = 3;
const WINDOW: usize = 120;

/// Labels before a date; the last four name an update.
const LABELS: [&str; 20] = [
    "date published",
    "date of publication",
    "date posted",
    "publication date",
    "release date",
    "date",
    "originally published",
    "first posted",
    "published online",
    "published at",
    "first published",
    "published on",
    "published",
    "posted on",
    "posted",
    "created",
    "last updated",
    "last modified",
    "updated",
    "modified",
];
const UPDATES: [&str; 4] = ["last updated", "last modified", "updated", "modified"];

/// Words with a capital that begin a sentence and no name.
const OPENERS: [&str; 49] = [
    "A",
    "After",
    "An",
    "As",
    "At",
    "By",
    "Dozens",
    "Eight",
    "Eleven",
    "Five",
    "For",
    "Four",
    "From",
    "He",
    "How",
    "Hundreds",
    "In",
    "It",
    "Many",
    "More",
    "Most",
    "Nine",
    "No",
    "On",
    "One",
    "Over",
    "Several",
    "Seven",
    "She",
    "Six",
    "Some",
    "Ten",
    "That",
    "The",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Thousands",
    "Three",
    "Twelve",
    "Two",
    "We",
    "What",
    "When",
    "While",
    "Why",
    "With",
];

/// A date line, or the part of a line that is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    pub(super) range: Range<usize>,
    /// The day; `None` where figures leave month and day in doubt.
    pub(super) day: Option<Date>,
    /// Whether it gives the day of an update.
    pub(super) update: bool,
}

/// The date lines at the top of a text, in order.
pub(super) fn date_lines(text: &str) -> Vec<DateLine> {
    top_lines(text).enumerate().filter_map(|(index, range)| date_line(text, index, range)).collect()
}

/// The span of a headline on the first line: short, without the full stop of a sentence, followed by a blank line.
pub(super) fn headline(text: &str) -> Option<Range<usize>> {
    let line = top_lines(text).next()?;
    let (words, rest) = (&text[line.clone()], &text[line.end..]);
    let mut below = rest.lines().skip(1);
    let apart = below.next().is_some_and(|next| next.trim().is_empty()) && !rest.trim().is_empty();
    let ended = words.ends_with(['.', ',', ';', ':']) || words.ends_with(".”") || words.ends_with(".\"");
    let begins = words.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "“‘\"'".contains(c));
    (apart && !ended && begins && words.len() <= 250 && words.contains(' ')).then_some(line)
}

/// Whether a text begins with a title, letters and digits compared; the range of it in the text.
pub(super) fn repeated(title: &str, text: &str) -> Option<Range<usize>> {
    let letters = |c: &char| c.is_alphanumeric();
    let mut wanted = title.chars().filter(letters).flat_map(char::to_lowercase).peekable();
    wanted.peek()?;
    let mut found = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
    let start = found.clone().next()?.0;
    let mut end = start;
    while wanted.peek().is_some() {
        let (at, c) = found.next()?;
        end = at + c.len_utf8();
        if !c.to_lowercase().all(|lower| wanted.next() == Some(lower)) {
            return None;
        }
    }
    let whole = !text[end..].starts_with(char::is_alphanumeric);
    whole.then(|| start..text[..end].len() + suffix(&text[end..]))
}

/// What belongs to the title behind its last letter: closing marks, and an outlet's name set off by a bar or a dash.
fn suffix(rest: &str) -> usize {
    let line = rest.lines().next().unwrap_or_default();
    let set_off = line.trim_start().starts_with(['|', '–', '—', '-']) && line.len() <= 60;
    if set_off {
        line.trim_end().len()
    } else {
        line.len() - line.trim_start_matches(['?', '!', '”', '’', '"']).len()
    }
}

/// The first lines that are not blank, without white space at their ends.
fn top_lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let lines = std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let start = at;
        let len = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        at += len + 1;
        Some(start..start + len)
    });
    let trimmed = lines.map(move |line| trim(text, line));
    trimmed.take(LINES * 4).filter(|line| !line.is_empty()).take(LINES)
}

fn trim(text: &str, line: Range<usize>) -> Range<usize> {
    let words = &text[line.clone()];
    let start = line.start + words.len() - words.trim_start().len();
    start..start.max(line.start + words.trim_end().len())
}

/// The date line that a line is or begins with.
fn date_line(text: &str, index: usize, line: Range<usize>) -> Option<DateLine> {
    let words = &text[line.clone()];
    if !words.as_bytes().iter().take(WINDOW).any(u8::is_ascii_digit) {
        return None;
    }
    let (label, update) = label(words);
    let place = if label == 0 { dateline_place(words) } else { None };
    let credit = if label == 0 && index > 0 && place.is_none() { credit(words) } else { 0 };
    let from = place.unwrap_or(label.max(credit));
    let found = leading(window(&words[from..]))?;
    let rest = &words[from + found.end..];
    let holds = match place {
        Some(_) => rest.trim_start().starts_with(['(', '–', '—', '-']),
        None if label > 0 => ends_line(rest) || begins_sentence(rest) || rest.trim_start().starts_with("by "),
        None if index > 0 => ends_line(rest),
        None => ends_line(rest) || if found.formal { begins_text(rest) } else { goes_on_apart(rest) },
    };
    let start = if place.is_some() { line.start + from } else { line.start };
    let end = if place.is_some() { from + found.end } else { from + found.end + set_off(rest) };
    holds.then_some(DateLine { range: start..line.start + end, day: found.day, update })
}

/// The length of a label with what sets it off, and whether it names an update.
fn label(words: &str) -> (usize, bool) {
    let lower = window(words).to_ascii_lowercase();
    let Some(label) = LABELS.into_iter().find(|label| lower.starts_with(label)) else { return (0, false) };
    let rest = &words[label.len()..];
    let set_off = rest.len() - rest.trim_start_matches([':', ' ', '-', '|']).len();
    if set_off == 0 { (0, false) } else { (label.len() + set_off, UPDATES.contains(&label)) }
}

/// Where the date of a dateline begins: "LONDON, March 30, 2022 (Agency)", the place in capitals.
fn dateline_place(words: &str) -> Option<usize> {
    let comma = window(words).find(", ")?;
    let place = &words[..comma];
    let capitals = place.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (capitals && place.len() >= 3 && place.starts_with(char::is_alphabetic)).then_some(comma + 2)
}

/// The length of an outlet's or author's name before the date that ends a line: "The Examiner, 30 March 2022", "By Ann Lund |
/// March 30, 2022": a few words, all but the small ones with a capital, set off from a figure, a weekday or a month.
fn credit(words: &str) -> usize {
    const WORDS: usize = 8;
    let head = window(words);
    let separators = head.char_indices().filter(|(_, c)| matches!(c, ',' | '|' | '–' | '—' | '·' | '•' | '/'));
    let ends = separators.map(|(at, c)| (at, at + c.len_utf8()));
    let mut starts = ends.map(|(at, end)| (at, end + head[end..].len() - head[end..].trim_start().len()));
    let small = |word: &str| matches!(word, "by" | "of" | "the" | "and" | "for" | "in" | "de" | "van" | "von");
    let is_name = |name: &str| {
        let mut named = name.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
        name.split_whitespace().count() <= WORDS
            && named.all(|word| word.starts_with(char::is_uppercase) || small(word))
    };
    let dated = |&(at, start): &(usize, usize)| {
        is_name(&head[..at]) && leading(&head[start..]).is_some_and(|found| ends_line(&words[start + found.end..]))
    };
    starts.find(dated).map_or(0, |(_, start)| start)
}

/// The first bytes of a line, as far as a date line goes.
fn window(words: &str) -> &str {
    &words[..words.floor_char_boundary(WINDOW)]
}

/// What sets a date off from what follows: white space, marks, and the time of an update in parentheses.
fn set_off(rest: &str) -> usize {
    let marks = separators(rest);
    let update = update_in_parentheses(&rest[marks..]);
    if update == 0 { marks } else { marks + update + separators(&rest[marks + update..]) }
}

fn separators(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches([' ', '\t', ':', '|', '-', '–', '—', '.', ',', ')']).len()
}

/// The length of "(updated 18:38 30.03.2022)".
fn update_in_parentheses(rest: &str) -> usize {
    let rest = window(rest);
    let inside = rest.strip_prefix('(').map(|rest| &rest[..rest.find(')').unwrap_or(0)]).unwrap_or_default();
    let lower = inside.to_ascii_lowercase();
    if UPDATES.into_iter().any(|label| lower.starts_with(label)) { inside.len() + 2 } else { 0 }
}

fn ends_line(rest: &str) -> bool {
    set_off(rest) == rest.len()
}

/// Whether a capital, a figure or an opening mark follows, as at the start of a sentence or a headline.
fn begins_sentence(rest: &str) -> bool {
    let begins = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '‘' | '"' | '\'');
    rest[set_off(rest)..].starts_with(begins)
}

/// As above, or the label of a field follows.
fn begins_text(rest: &str) -> bool {
    let words = &rest[set_off(rest)..];
    begins_sentence(rest) || words.trim_start_matches(char::is_alphabetic).starts_with(':')
}

/// Whether what follows cannot belong to a date in words: "30 March 2022 Movement" may be a name, "30 March 2022 The" is none.
fn goes_on_apart(rest: &str) -> bool {
    let words = rest.trim_start();
    let word = &words[..words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len())];
    rest.starts_with(' ') && (words.starts_with(|c: char| c.is_ascii_digit()) || OPENERS.contains(&word))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn hidden(text: &str) -> Vec<&str> {
        date_lines(text).into_iter().map(|line| &text[line.range]).collect()
    }

    #[test]
    fn date_lines_are_found() {
        for (text, line) in [
            (" date 2022-03-30 The minister spoke.", "date 2022-03-30 "),
            ("A headline\n\nPublished: 30 March 2022\n\nText.", "Published: 30 March 2022"),
            ("March 30, 2022\nText.", "March 30, 2022"),
            ("LONDON, March 30, 2022 (Agency) — The minister spoke.", "March 30, 2022"),
            ("Wed 30 Mar 2022 Minister speaks", "Wed 30 Mar 2022 "),
            ("Wed Mar 30 2022 12 men speak", "Wed Mar 30 2022 "),
            ("Date of publication 30 March 2022 Minister speaks", "Date of publication 30 March 2022 "),
            ("30-03-2022 12 men speak", "30-03-2022 "),
            ("30-03-2022 title: Men speak", "30-03-2022 "),
            ("March 30 2022 12 men speak", "March 30 2022 "),
            ("30 March 2022 The minister spoke", "30 March 2022 "),
            ("Posted on March 30 2022 by Ann Lund", "Posted on March 30 2022 "),
            ("30.03.2022The minister spoke", "30.03.2022"),
            ("30.03.2022(updated 1838 31.03.2022) The minister", "30.03.2022(updated 1838 31.03.2022) "),
            ("Posted: 3/30/2022 11:53 AM\nText.", "Posted: 3/30/2022 11:53 AM"),
            ("A headline\n\nThe Examiner, 30 March 2022\n\nText.", "The Examiner, 30 March 2022"),
            ("A headline\n\nBy Ann Lund | March 30, 2022, 11 p.m.\n\nText.", "By Ann Lund | March 30, 2022, 11 p.m."),
        ] {
            assert_eq!(hidden(text), [line], "{text}");
            assert_eq!(date_lines(text)[0].day, Some(date(2022, 3, 30)));
        }
        assert!(date_lines("Updated: March 30, 2022\nText.")[0].update);
    }

    #[test]
    fn a_date_in_doubt_is_hidden_and_not_read() {
        assert_eq!(hidden("03-04-2022 Twelve men spoke"), ["03-04-2022 "]);
        assert_eq!(date_lines("03-04-2022 Twelve men spoke")[0].day, None);
    }

    #[test]
    fn prose_with_a_date_is_none() {
        for text in [
            "March 30, 2022 was a cold day.",
            "On 30 March 2022 the minister spoke.",
            "The date 2022-03-30 was set.",
            "One.\nTwo.\nThree.\n30 March 2022",
            "LONDON, March 30 (Agency) — The minister spoke.",
            "Updates on 2022-03-30",
            "30 March 2022 Regiment",
            "30 March 2022, The Hague",
            "Wednesday, 30 March 2022 was cold.",
            "Published on 30 March 2022, the report was short.",
            "30-03-2022-17 is the number of the case",
            "30.03.20223 men",
            "10.03/2022 The case",
            "A headline\n\nThe war began in the east, 30 March 2022",
            "A headline\n\nThe Examiner, 30 March 2022, was sold out.",
        ] {
            assert!(hidden(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn headlines_are_found() {
        let found = |text: &'static str| headline(text).map(|range| &text[range]);
        assert_eq!(
            found("Talks end after two hours | Outlet\n\nText here."),
            Some("Talks end after two hours | Outlet")
        );
        assert_eq!(found("\nWhat now?\n \nText here."), Some("What now?"));
        for text in ["Talks end.\n\nText.", "Talks end\nText.", "Talks end", "talks end\n\nText.", "Talks end\n\n"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_repeated_title_is_found() {
        let found = |title, text: &'static str| repeated(title, text).map(|range| &text[range]);
        assert_eq!(found("Talks end", "Talks end | Outlet\n\nText"), Some("Talks end | Outlet"));
        assert_eq!(found("“Talks” end!", " Talks end. Text"), Some("Talks end"));
        assert_eq!(found("Talks end", "Talks ended"), None);
        assert_eq!(found("", "Talks"), None);
    }
}
