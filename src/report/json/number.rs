//! Exact numbers as JSON numbers: all their digits, never a string, never through a binary float.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::value::{Figure, Number};

/// Significant digits of a number whose decimal never ends (a third), or ends later.
const DIGITS: usize = 17;

/// A number with all its digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Exact(pub(super) Number);

/// One number, or both ends of a range as `[a, b]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ExactFigure(pub(super) Figure);

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(digits(self.0)).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl Serialize for ExactFigure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Figure::One(number) => Exact(number).serialize(serializer),
            Figure::Range(a, b) => [Exact(a), Exact(b)].serialize(serializer),
        }
    }
}

/// A plain decimal: exact where it ends within 17 significant digits, else cut there.
fn digits(number: Number) -> String {
    let (n, d) = number.parts();
    let (n, d, sign) = (n.unsigned_abs(), d.unsigned_abs(), if n < 0 { "-" } else { "" });
    let whole = (n / d).to_string();
    let room = DIGITS.saturating_sub(if n / d == 0 { 0 } else { whole.len() });
    let fraction = fraction(n % d, d, room, n / d == 0);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Up to `room` significant digits of `rest / d`, without zeros at the end. Zeros in front do not count where nothing but
/// zeros stands before them.
fn fraction(mut rest: u128, d: u128, room: usize, leading: bool) -> String {
    let (mut text, mut significant) = (String::new(), 0);
    while rest != 0 && significant < room {
        let Some(next) = rest.checked_mul(10) else { break };
        let digit = u8::try_from(next / d).unwrap_or(9);
        text.push(char::from(b'0' + digit));
        significant += usize::from(digit != 0 || significant > 0 || !leading);
        rest = next % d;
    }
    text.truncate(text.trim_end_matches('0').len());
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn json(text: &str) -> String {
        serde_json::to_string(&Exact(text.parse().unwrap())).unwrap()
    }

    #[test]
    fn whole_numbers_and_decimals_keep_every_digit() {
        for text in ["0", "17", "-4", "6900000000", "0.1", "2.75", "12345678901234567", "0.000001234", "-0.5"] {
            assert_eq!(json(text), text);
        }
        assert_eq!(json("1234567890.1234567"), "1234567890.1234567");
        assert_eq!(json("123456789012345678901234567890"), "123456789012345678901234567890");
    }

    #[test]
    fn endless_decimals_are_cut_at_seventeen_digits() {
        let third = Number::ratio(1, 3).unwrap();
        assert_eq!(serde_json::to_string(&Exact(third)).unwrap(), "0.33333333333333333");
        let large = Number::ratio(100, 3).unwrap();
        assert_eq!(serde_json::to_string(&Exact(large)).unwrap(), "33.333333333333333");
    }

    #[test]
    fn a_range_is_a_pair() {
        let range = Figure::Range(Number::whole(8), "16.5".parse().unwrap());
        assert_eq!(serde_json::to_string(&ExactFigure(range)).unwrap(), "[8,16.5]");
    }
}
