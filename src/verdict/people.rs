//! The sentences about people: two offices that one person cannot hold, two spellings of one name.

use crate::align::ClaimAt;
use crate::claim::{Claim, Value, ValueKind};
use crate::lexicon::Lexicon;

use super::finding::{Class, Verdict};
use super::judge::{Bench, verdict_of};

/// The sentence for two roles or names that exclude each other; `None` for all else.
pub(super) fn pair(code: Class, x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> Option<String> {
    let (first, second) = (bench.claim(x), bench.claim(y));
    if verdict_of(code) != Verdict::Conflict {
        return None;
    }
    let both = both(code, x, y, bench);
    match first.kind {
        ValueKind::Role => Some(format!("{both}: {}", excluded(first, second, bench.lexicon))),
        ValueKind::Person if code == Class::D7 => Some(format!("{both} are two spellings of one name")),
        _ => None,
    }
}

/// The words of both, with their outlets; those of one article with it.
fn both(code: Class, x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> String {
    let (a, b) = (&bench.claim(x).text, &bench.claim(y).text);
    match code {
        Class::D7 => format!("“{a}” and “{b}” in one article ({})", bench.outlet(x)),
        _ => format!("“{a}” ({}) and “{b}” ({})", bench.outlet(x), bench.outlet(y)),
    }
}

/// Why two offices exclude each other: the country has one of them alone, or nobody holds both at a time.
fn excluded(x: &Claim, y: &Claim, lexicon: &Lexicon) -> String {
    let sole = || {
        let country = &x.scope.party.as_ref()?.value;
        let (a, b) = (office(x)?, office(y)?);
        let (own, foreign) = match (lexicon.has_office(country, a), lexicon.has_office(country, b)) {
            (Some(true), Some(false)) => (a, b),
            (Some(false), Some(true)) => (b, a),
            _ => return None,
        };
        let country = with_article(lexicon.shown(country));
        Some(format!("{country} has {}, not {}", one(own), one(foreign)))
    };
    sole().unwrap_or_else(|| "nobody holds both at one time".to_owned())
}

fn office(claim: &Claim) -> Option<&str> {
    match &claim.value {
        Value::Text(office) => Some(office),
        _ => None,
    }
}

/// An office with its article: "a prime minister", "an emperor".
fn one(office: &str) -> String {
    let article = if office.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {}", office.replace('-', " "))
}

/// A country as it stands in a sentence. English puts an article before names that are a common noun ("the United States") and a
/// few others.
fn with_article(country: &str) -> String {
    const NOUNS: [&str; 13] = [
        "States",
        "Kingdom",
        "Emirates",
        "Republic",
        "Islands",
        "Union",
        "Netherlands",
        "Philippines",
        "Bahamas",
        "Maldives",
        "Seychelles",
        "Comoros",
        "Gambia",
    ];
    let named = country.rsplit(' ').next().is_some_and(|last| NOUNS.contains(&last));
    if named { format!("the {country}") } else { country.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_offices_take_the_article_of_english() {
        assert_eq!(with_article("United States"), "the United States");
        assert_eq!(with_article("Honduras"), "Honduras");
        assert_eq!(one("prime-minister"), "a prime minister");
        assert_eq!(one("emperor"), "an emperor");
    }
}
