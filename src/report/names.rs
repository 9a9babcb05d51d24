//! The names that the outputs use for the engine's enums, and what each class means in a few words.

use crate::article::{Field, Origin};
use crate::claim::{Found, Polarity, ValueKind};
use crate::value::{Bound, Trend};
use crate::verdict::{Class, Verdict};

/// `conflict`, `differ`, ….
pub fn verdict(verdict: Verdict) -> &'static str {
    verdict.name()
}

/// The code of a class and its meaning in a few words.
#[rustfmt::skip]
const fn class_entry(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::A1 => ("A1", "another event"),
        Class::A2 => ("A2", "another party"),
        Class::A3 => ("A3", "another measure or subgroup"),
        Class::A4 => ("A4", "another scope: part and whole, single and cumulative"),
        Class::A5 => ("A5", "another stage"),
        Class::A6 => ("A6", "recalls an older event"),
        Class::A7 => ("A7", "negated or hypothetical"),
        Class::B1 => ("B1", "exactly the same"),
        Class::B2 => ("B2", "the same after conversion"),
        Class::B3 => ("B3", "the same after rounding"),
        Class::B4 => ("B4", "a bound or range that holds the other figure"),
        Class::S1 => ("S1", "one article"),
        Class::S2 => ("S2", "copies of one source"),
        Class::C1 => ("C1", "superseded by a later, higher figure"),
        Class::C2 => ("C2", "revised down later"),
        Class::C3 => ("C3", "within the rule's tolerance"),
        Class::C4 => ("C4", "a vague word against a number"),
        Class::C5 => ("C5", "compatible only as a bare bound"),
        Class::C6 => ("C6", "quotation trimmed or reworded, alike in sense as far as synonyms tell"),
        Class::D1 => ("D1", "independent sources give figures that exclude each other"),
        Class::D2 => ("D2", "contested between parties"),
        Class::D3 => ("D3", "parts do not add up to the whole"),
        Class::D4 => ("D4", "unit, currency or magnitude slipped"),
        Class::D5 => ("D5", "another date, place, role, name or wording"),
        Class::D6 => ("D6", "asserted by one, denied by another"),
        Class::D7 => ("D7", "an article contradicts itself"),
        Class::D8 => ("D8", "one figure changed in a copy"),
        Class::E1 => ("E1", "no date to compare by"),
        Class::E2 => ("E2", "not clear what it is about"),
        Class::E3 => ("E3", "too vague"),
    }
}

/// The code of a class: `D1`.
pub fn class(class: Class) -> &'static str {
    class_entry(class).0
}

/// What a class means, in a few words.
pub fn class_meaning(class: Class) -> &'static str {
    class_entry(class).1
}

/// The kind of a value.
pub fn kind(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Count => "count",
        ValueKind::Money => "money",
        ValueKind::Duration => "duration",
        ValueKind::Percent => "percent",
        ValueKind::Measure => "measure",
        ValueKind::Date => "date",
        ValueKind::Place => "place",
        ValueKind::Person => "person",
        ValueKind::Role => "role",
        ValueKind::Quote => "quote",
        ValueKind::Vote => "vote",
    }
}

/// How a figure is bounded.
pub fn bound(bound: Bound) -> &'static str {
    bound.name()
}

/// The direction of a change.
pub fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Up => "up",
        Trend::Down => "down",
    }
}

/// Whether a claim is asserted.
pub fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Asserted => "asserted",
        Polarity::Denied => "denied",
        Polarity::Hypothetical => "hypothetical",
    }
}

/// The field that a span lies in.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Text => "text",
    }
}

/// Where a piece of metadata was learned from.
pub fn origin(origin: Origin) -> &'static str {
    origin.name()
}

/// Where a part of the scope was found.
pub fn found(found: Found) -> &'static str {
    match found {
        Found::Rule => "by the rule",
        Found::Sentence => "in the sentence",
        Found::Paragraph => "in the paragraph",
        Found::Title => "in the headline",
        Found::Lead => "in the first paragraph",
        Found::Article => "elsewhere in the article",
    }
}
