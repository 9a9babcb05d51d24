//! Figures that share the unit of the last: "45 and 50 mg", "5, 10 and 15 percent", "five- and 10-year bonds", "3 x 4 feet".

use super::magnitude::{self, Magnitude};
use super::numeral::{self, Form, Numeral};
use super::unit::{self, UnitRead};
use crate::mention::{Reader, TokenKind, Words, words};
use crate::value::{Dimension, Number, VaguePreset};

/// Figures at most that stand before the one with the unit.
const LONGEST: usize = 4;

/// Gives a bare figure the unit that stands after the last figure of its list.
pub(super) fn shared(reader: &Reader<'_>, first: Magnitude, vague: VaguePreset) -> Magnitude {
    let ranged = first.first > 0 && reader.is(first.first - 1, "between");
    match (!ranged && !may_be_year(&first.numeral)).then(|| unit_of_last(reader, first.next, vague)).flatten() {
        Some(unit) => {
            let next = first.next;
            let rated = magnitude::rated(reader, Magnitude { next: unit.next, unit: Some(unit), ..first });
            Magnitude { unit: rated.unit.map(|unit| UnitRead { next, ..unit }), next, ..rated }
        }
        None => first,
    }
}

fn may_be_year(numeral: &Numeral) -> bool {
    let year = Number::whole(1500)..Number::whole(2100);
    numeral.form == Form::Plain && year.contains(&numeral.value)
}

fn unit_of_last(reader: &Reader<'_>, mut at: usize, vague: VaguePreset) -> Option<UnitRead> {
    let hanging = usize::from(reader.word(at) == "-" && reader.token(at + 1)?.spaced);
    at += hanging;
    if let Some(unit) = unit_of_sides(reader, at, vague) {
        return Some(unit);
    }
    for _ in 0..LONGEST {
        let (start, closes) = joint(reader, at)?;
        let item = numeral::read(reader, start, false, vague)?;
        let plain = matches!(item.form, Form::Plain | Form::Digits | Form::Words) && !may_be_year(&item);
        let unit = unit::after(reader, item.next).filter(|_| plain);
        if let Some(unit) = unit {
            return (closes && unit.hyphened == (hanging == 1) && !tells_when(reader, &unit)).then_some(unit);
        }
        if closes || !plain {
            return None;
        }
        at = item.next;
    }
    None
}

/// "9.8 x 6.8 x 0.24 inches", "2,560 by 1,440 pixels", "20-by-30-foot": the sides of what is measured in lengths.
fn unit_of_sides(reader: &Reader<'_>, mut at: usize, vague: VaguePreset) -> Option<UnitRead> {
    for _ in 0..LONGEST {
        let hyphened = reader.word(at) == "-" && reader.is(at + 1, "by") && reader.word(at + 2) == "-";
        let times = hyphened || reader.is_any(at, words!["x", "×", "by"]);
        let item = numeral::read(reader, at + 1 + 2 * usize::from(hyphened), false, vague).filter(|_| times)?;
        if let Some(unit) = unit::after(reader, item.next) {
            let canonical = unit.unit.conversion().unit;
            return matches!(canonical.name(), "metre" | "pixel").then_some(unit);
        }
        at = item.next;
    }
    None
}

/// The token after the comma or word that goes on with a list, and whether it announces the last figure.
fn joint(reader: &Reader<'_>, at: usize) -> Option<(usize, bool)> {
    let comma = usize::from(reader.word(at) == ",");
    let word = at + comma;
    let closes = reader.is(word, "and") || reader.is(word, "or");
    let start = word + usize::from(closes);
    let figure = reader.kind(start)? == TokenKind::Digits || closes && reader.kind(start)? == TokenKind::Word;
    (start > at && figure).then_some((start, closes))
}

/// "12 and 30 minutes later": the second figure says when, and the first counts something else.
fn tells_when(reader: &Reader<'_>, unit: &UnitRead) -> bool {
    const WHEN: &Words = words!["later", "ago", "earlier", "after", "before", "into"];
    unit.dimension == Dimension::Duration && reader.is_any(unit.next, WHEN)
}
