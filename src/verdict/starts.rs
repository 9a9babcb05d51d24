//! The sentences about days: the reckoning behind a length of time, and what is missing where it cannot be reckoned.

use crate::align::{ClaimAt, Group};
use crate::claim::{Start, Value};

use super::finding::{Class, Reason};
use super::judge::Bench;

/// The reason of days that hang on the day of an article that has none.
pub(super) fn undated(group: &Group, bench: &Bench<'_>) -> Option<Reason> {
    let open = |at: &&ClaimAt| {
        bench.tells_start(**at) && bench.start(**at).is_none() && bench.extracts[at.0].article.published.is_none()
    };
    let &at = group.claims.iter().find(open)?;
    let (claim, who) = (bench.claim(at), &bench.extracts[at.0].article.id);
    let asked = if bench.is_elapsed(at) { "from when" } else { "which day" };
    let text = format!("{who} has no date, so nothing says {asked} “{}” is", claim.text);
    Some(Reason { code: Class::E1, text: format!("{text}: give it one with --manifest or --published") })
}

/// The sentence for two claims about when something began, of which one gives the time since, or of two days.
pub(super) fn pair(code: Class, x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> Option<String> {
    if !bench.tells_start(x) || !bench.tells_start(y) {
        return None;
    }
    let (a, b) = (said(x, bench)?, said(y, bench)?);
    let verdict = match code {
        Class::B1 => "the same day or year",
        Class::B4 => "both can be right",
        Class::C5 => "both can be right, though the first would have left much unsaid",
        Class::D7 => "they stand in one article and cannot both be right",
        _ => "they cannot both be right",
    };
    Some(format!("{a}; {b}: {verdict}"))
}

/// What a claim says of the day, reckoned where it must be: "“a year” before 2024-05-10 (outlet) is between … and …".
fn said(at: ClaimAt, bench: &Bench<'_>) -> Option<String> {
    let (claim, start) = (bench.claim(at), bench.start(at));
    let words = format!("“{}” ({})", claim.text, bench.outlet(at));
    let Some(start) = start else { return Some(words) };
    if bench.is_elapsed(at) {
        let (day, _) = bench.extracts[at.0].article.day()?;
        return Some(format!("{words} before {day} is {}", reckoned(&start)));
    }
    let Value::Date(Some(date), _) = &claim.value else { return None };
    let bound = if start.last.is_none() { " or later" } else { "" };
    let written = date.to_string();
    Some(if written == claim.text && bound.is_empty() { words } else { format!("{words} is {written}{bound}") })
}

/// The day that a length of time comes to, in words.
fn reckoned(start: &Start) -> String {
    match (start.first, start.last) {
        (None, _) => format!("before {}", start.reckoned),
        (Some(_), None) => format!("after {}", start.reckoned),
        (Some(first), Some(last)) if last > start.reckoned && first >= start.reckoned => {
            format!("after {}", start.reckoned)
        }
        _ => format!("about {}", start.reckoned),
    }
}
