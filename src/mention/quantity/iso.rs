//! Durations in the form of ISO 8601: `PT2H45M`, `P1DT6H`, `P3W`.

use super::magnitude::Magnitude;
use super::numeral::{Form, Numeral};
use super::unit::{self, UnitRead};
use crate::mention::{Reader, TokenKind};
use crate::value::{Catalogue, Definition, Number};

/// The words that may begin one.
pub(super) const OPENERS: &[&str] = &["p", "pt"];

/// Reads the duration at `at`: in the unit of its last part.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Magnitude> {
    let mut in_day = match reader.word(at) {
        "PT" => true,
        "P" => false,
        _ => return None,
    };
    let mut total = Number::ZERO;
    let (mut next, mut last) = (at + 1, None);
    while let Some((count, letters)) = part(reader, next) {
        let definition = unit_of(letters, in_day)?;
        total = total.add(count.mul(definition.factor)?)?;
        in_day |= letters.ends_with('T');
        (next, last) = (next + 2, Some(definition));
    }
    let unit = last.filter(|_| reader.token(next).is_none_or(|token| token.spaced || token.kind == TokenKind::Mark))?;
    Some(magnitude(total.div(unit.factor)?, unit::named(&unit.name, next)?, at))
}

/// A number and the letters glued to it.
fn part<'a>(reader: &Reader<'a>, at: usize) -> Option<(Number, &'a str)> {
    let glued = |i: usize, kind| reader.token(i).is_some_and(|token| !token.spaced && token.kind == kind);
    let count = reader.word(at).parse().ok()?;
    (glued(at, TokenKind::Digits) && glued(at + 1, TokenKind::Word)).then(|| (count, reader.word(at + 1)))
}

fn unit_of(letters: &str, in_day: bool) -> Option<&'static Definition> {
    let name = match (letters, in_day) {
        ("Y", false) => "year",
        ("M", false) => "month",
        ("W", false) => "week",
        ("D" | "DT", false) => "day",
        ("H", true) => "hour",
        ("M", true) => "minute",
        ("S", true) => "second",
        _ => return None,
    };
    Catalogue::shared().named(name)
}

fn magnitude(value: Number, unit: UnitRead, first: usize) -> Magnitude {
    let one = Number::ONE;
    let next = unit.next;
    let numeral = Numeral { value, step: one, mantissa: value, scale: one, form: Form::Digits, next };
    Magnitude { numeral, unit: Some(unit), first, next, age: false, prefixed: false }
}
