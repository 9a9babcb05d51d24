//! Canonical figures as people read them: "1 h 30 min – 2 h 30 min", "$2.85 billion", "94,000".

#[cfg(feature = "report-html")]
use crate::value::Dimension;
use crate::value::{Number, Unit};

/// A range of canonical figures with their unit; one figure where both ends are the same; `None` where both are open.
pub(super) fn range(low: Option<Number>, high: Option<Number>, unit: Option<&Unit>) -> Option<String> {
    match (low, high) {
        (Some(low), Some(high)) if low == high => Some(one(low, unit)),
        (Some(low), Some(high)) => Some(join(&one(low, unit), &one(high, unit))),
        (Some(low), None) => Some(format!("{} or more", one(low, unit))),
        (None, Some(high)) => Some(format!("up to {}", one(high, unit))),
        (None, None) => None,
    }
}

/// Both ends, the word they end on said once: "8 – 16 metres", "$2.85 – $3 billion"; not "1 h 30 – 2 h 30 min".
pub(super) fn join(low: &str, high: &str) -> String {
    let numbers = |text: &str| text.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    let plain = numbers(low) <= 1 && numbers(high) <= 1;
    let low_end = low.rsplit_once(' ').filter(|(_, word)| plain && high.rsplit(' ').next() == Some(word));
    format!("{} – {high}", low_end.map_or(low, |(figure, _)| figure))
}

/// One canonical figure with its unit.
pub(super) fn one(number: Number, unit: Option<&Unit>) -> String {
    match unit.map_or("-", Unit::name) {
        "-" => grouped(number),
        "second" => duration(number),
        "percent" => format!("{}%", grouped(number)),
        "percentage-point" => format!("{} {}", grouped(number), plural("point", number)),
        "$" => format!("${}", scaled(number)),
        code if is_currency(code) => format!("{code} {}", scaled(number)),
        name if name.contains('/') => format!("{} {name}", grouped(number)),
        name => format!("{} {}", scaled(number), plural(name, number)),
    }
}

/// A figure as an axis marks it: without the name of what is counted or measured, which stands beside the axis.
#[cfg(feature = "report-html")]
pub(super) fn mark(number: Number, unit: Option<&Unit>) -> String {
    let short = |unit: &&Unit| {
        let named = matches!(unit.dimension(), Dimension::Money | Dimension::Duration | Dimension::Percent);
        named && !unit.name().contains('/')
    };
    unit.filter(short).map_or_else(|| scaled(number), |unit| one(number, Some(unit)))
}

fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
}

/// Seconds as days, hours, minutes and seconds; the largest two that are not zero say all where the figure is whole.
fn duration(seconds: Number) -> String {
    const STEPS: [(i128, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    if !seconds.is_whole() || seconds <= Number::ZERO {
        return format!("{} s", grouped(seconds));
    }
    let mut rest = seconds.trunc();
    // Up to two days the press counts hours: "36 hours".
    let steps = if rest < 172_800 { &STEPS[1..] } else { &STEPS[..] };
    let mut parts = Vec::new();
    for &(length, name) in steps {
        if rest >= length {
            parts.push(format!("{} {name}", rest / length));
            rest %= length;
        }
    }
    parts.join(" ")
}

/// Millions and more in words: "2.85 billion"; else with its thousands apart.
fn scaled(number: Number) -> String {
    const SCALES: [(i64, &str); 3] =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
    let fits = SCALES.iter().find(|(size, _)| number.abs() >= Number::whole(*size));
    let in_words = fits.and_then(|&(size, word)| Some((number.div(Number::whole(size))?, word)));
    match in_words {
        Some((scaled, word)) if scaled.to_string().len() <= 8 => format!("{scaled} {word}"),
        _ => grouped(number),
    }
}

/// A number with its thousands apart: 94,000.
pub(super) fn grouped(number: Number) -> String {
    let text = number.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = String::with_capacity(whole.len() + whole.len() / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            groups.push(',');
        }
        groups.push(digit);
    }
    if fraction.is_empty() { format!("{sign}{groups}") } else { format!("{sign}{groups}.{fraction}") }
}

/// The plural of a unit's or counted noun's name where the figure is not one, by the rules of English spelling; the few
/// units that change inside or not at all are listed, and what the press counts by an adjective ("12 dead").
pub(super) fn plural(name: &str, number: Number) -> String {
    const ODD: [(&str, &str); 8] = [
        ("foot", "feet"),
        ("person", "people"),
        ("child", "children"),
        ("man", "men"),
        ("woman", "women"),
        ("percent", "percent"),
        ("hertz", "hertz"),
        ("aircraft", "aircraft"),
    ];
    const ADJECTIVES: [&str; 6] = ["dead", "injured", "wounded", "missing", "killed", "hurt"];
    let (front, last) = name.rsplit_once(['-', ' ']).map_or(("", name), |(front, last)| (&name[..=front.len()], last));
    if number == Number::ONE || ADJECTIVES.contains(&last) {
        return name.to_owned();
    }
    let inside = ODD.iter().find(|(one, _)| last.ends_with(one)).map(|(one, many)| last.replace(one, many));
    format!("{front}{}", inside.unwrap_or_else(|| regular_plural(last)))
}

fn regular_plural(word: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if sibilant => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn show(number: &str, unit: &str) -> String {
        one(number.parse().unwrap(), Some(&Unit::named(unit)))
    }

    #[test]
    fn figures_are_shown_as_people_write_them() {
        assert_eq!(show("5400", "second"), "1 h 30 min");
        assert_eq!(show("108000", "second"), "30 h");
        assert_eq!(show("2592000", "second"), "30 d");
        assert_eq!(show("2850000000", "$"), "$2.85 billion");
        assert_eq!(show("682000000", "EUR"), "EUR 682 million");
        assert_eq!(show("94000", "-"), "94,000");
        assert_eq!(show("1234567.5", "-"), "1,234,567.5");
        assert_eq!(show("1", "troop"), "1 troop");
        assert_eq!(show("12", "square-kilometre"), "12 square-kilometres");
        assert_eq!(show("40", "woman"), "40 women");
        assert_eq!(show("111", "injured"), "111 injured");
        assert_eq!(show("50", "dead"), "50 dead");
        assert_eq!(show("0.9", "percent"), "0.9%");
        assert_eq!(show("60", "USD/barrel"), "60 USD/barrel");
    }

    #[test]
    fn a_range_names_its_unit_once() {
        let metre = Unit::named("metre");
        let range = |low, high| range(low, high, Some(&metre)).unwrap();
        assert_eq!(range(Some(Number::whole(8)), Some(Number::whole(16))), "8 – 16 metres");
        assert_eq!(range(Some(Number::whole(8)), None), "8 metres or more");
        assert_eq!(join("12 min", "2 h 45 min"), "12 min – 2 h 45 min");
        assert_eq!(join("1 h 30 min", "2 h"), "1 h 30 min – 2 h");
        assert_eq!(range(Some(Number::whole(8)), Some(Number::whole(8))), "8 metres");
    }
}
