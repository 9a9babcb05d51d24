//! The subgroup: which part of the whole a figure counts ("four children" of "39 people").

use crate::article::Span;
use crate::mention::LeafKind;
use crate::rule::ScopeField;

use super::site::Site;
use super::{Found, Scoped};

/// Nouns that count everybody: a figure with one of them is the whole, not a part.
const EVERYBODY: &[&str] = &[
    "people",
    "person",
    "persons",
    "victim",
    "victims",
    "dead",
    "body",
    "bodies",
    "life",
    "lives",
    "human",
    "humans",
    "resident",
    "residents",
    "individual",
    "individuals",
    "death",
    "deaths",
    "fatality",
    "fatalities",
];

/// What may name a make of what is counted.
const MAKERS: [LeafKind; 3] = [LeafKind::Name, LeafKind::Person, LeafKind::Organisation];

/// The subgroup that the pattern names, or the counted noun where it is not everybody; lower-case and singular,
/// with the make that a name gives it.
pub(super) fn read(site: &Site<'_>) -> Option<Scoped<String>> {
    if let Some(fixed) = site.fixed().subgroup.as_ref() {
        return Some(Scoped { value: fixed.clone(), found: Found::Rule });
    }
    let group = site.matched.groups.iter().find(|(name, _)| name == ScopeField::Subgroup.name())?;
    let words = group.1.text(site.text()).to_lowercase();
    let head = words.split_whitespace().last().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))?;
    let everybody = EVERYBODY.contains(&head) || head.is_empty() || head.chars().all(|c| c.is_ascii_digit());
    let make = make(site, group.1).map(|make| format!("{} ", make.to_lowercase())).unwrap_or_default();
    (!everybody).then(|| Scoped { value: make + &singular(head), found: Found::Rule })
}

/// The make or model before the head noun, in a group that holds a name or a code: "Leopard 2" of "Leopard 2 tanks".
fn make<'a>(site: &Site<'a>, group: Span) -> Option<&'a str> {
    let before = group.text(site.text()).rsplit_once(char::is_whitespace)?.0;
    let named = site.leaves(Span::of(group.start(), group.start() + before.len()), &MAKERS).next().is_some();
    (named || before.contains(|c: char| c.is_ascii_digit())).then_some(before)
}

/// The singular of a plural noun, as far as its ending tells it; plain synonyms of one kind become one.
fn singular(noun: &str) -> String {
    match noun {
        "children" => "child".to_owned(),
        "planes" | "plane" | "warplanes" | "warplane" | "airplanes" => "aircraft".to_owned(),
        "uavs" => "drone".to_owned(),
        "choppers" | "chopper" => "helicopter".to_owned(),
        _ if noun.ends_with("men") => format!("{}man", &noun[..noun.len() - 3]),
        _ if noun.len() > 4 && noun.ends_with("ies") => format!("{}y", &noun[..noun.len() - 3]),
        _ => noun.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(noun).to_owned(),
    }
}
