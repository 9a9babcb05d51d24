//! A count of nothing: "no casualties", "no civilians were killed".

use super::noun;
use crate::mention::{LeafKind, QuantityMention, Read, Reader, Words, words};
use crate::value::{Number, Quantity, Unit};

/// What is counted when nothing is: harm to people, and losses.
const HARM: &[&str] = &[
    "casualties",
    "casualty",
    "deaths",
    "injuries",
    "fatalities",
    "victims",
    "survivors",
    "losses",
    "wounded",
    "dead",
    "hostages",
    "arrests",
];
const HARMED: &Words =
    words!["killed", "injured", "hurt", "wounded", "harmed", "arrested", "detained", "missing", "reported", "dead"];
/// Words between "no" and the noun.
const REACH: usize = 4;

/// "no" and a noun of harm, or a plural that was killed or hurt.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Read<QuantityMention>> {
    if !reader.is(at, "no") {
        return None;
    }
    let noun = noun::plural(reader, at + 1)?;
    let word = noun.span.text(reader.text).to_lowercase();
    let auxiliary = [noun.next, noun.next + 1].iter().any(|&at| reader.is_any(at, words!["was", "were", "been"]));
    let harmed = (noun.next..noun.next + REACH).any(|i| reader.is_any(i, HARMED));
    let near = noun.next - at <= REACH + 1;
    (near && (HARM.contains(&word.as_str()) || auxiliary && harmed)).then(|| zero(reader, at, &noun))
}

fn zero(reader: &Reader<'_>, at: usize, noun: &noun::Noun) -> Read<QuantityMention> {
    let unit = Unit::named(&noun.name);
    let quantity = Quantity { written_unit: unit.clone(), unit, ..Quantity::counted(Number::ZERO) };
    let span = reader.tokens[at].span;
    let payload = QuantityMention { quantity, figure: span, noun: Some(noun.span) };
    Read { payload, kind: LeafKind::Number, span, next: at + 1 }
}
