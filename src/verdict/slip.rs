//! What lies behind figures that exclude each other: opposed parties, a slip of magnitude, digits in another order.

use crate::align::ClaimAt;
use crate::claim::{Claim, Value};
use crate::lexicon::Lexicon;
use crate::value::{Bound, Figure, Number};

use super::judge::Bench;

/// Powers of ten by which a slip shifts a figure: a digit lost or added, or a scale word mistaken (thousand, million,
/// billion).
const SHIFTS: [i32; 5] = [1, 2, 3, 6, 9];
/// From this power on it is a scale word, which round figures slip by as well; below it, round figures differ by chance.
const SCALE_WORD: i32 = 3;

/// Whether the figures come from two parties: their speakers belong to different countries.
pub(super) fn is_contested(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> bool {
    matches!((side(x, bench), side(y, bench)), (Some(a), Some(b)) if !a.eq_ignore_ascii_case(b))
}

/// Whose word a claim is: the country that its speaker speaks for, by name, else the party that its outlet is declared of.
pub(super) fn side<'a>(at: ClaimAt, bench: &Bench<'a>) -> Option<&'a str> {
    let declared = || bench.register.of(bench.outlet(at))?.party.as_deref();
    country(bench.claim(at), bench.lexicon).map(|key| bench.lexicon.shown(key)).or_else(declared)
}

/// The country that a claim's speaker speaks for.
fn country<'a>(claim: &Claim, lexicon: &'a Lexicon) -> Option<&'a str> {
    let speaker = claim.attribution.iter().find(|link| link.kind == "speaker")?;
    let named = || lexicon.country_of(lexicon.by_key(&speaker.name)?);
    let country = named().or_else(|| lexicon.by_key(speaker.side.as_deref()?))?;
    Some(&lexicon.entry(country).key)
}

/// By which factor one plain figure is the other with its point or scale slipped: 10, 100, 1000, a million, a billion.
pub(super) fn factor(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> Option<Number> {
    let (a, b) = (plain(bench.claim(x))?, plain(bench.claim(y))?);
    let ratio = a.max(b).div(a.min(b))?;
    let shift = SHIFTS.into_iter().find(|&shift| Number::power_of_ten(shift) == Some(ratio))?;
    (shift >= SCALE_WORD || digits(a).len() > 1).then_some(ratio)
}

/// Whether one figure is the other with two neighbouring digits in the other order: "6.9" and "9.6".
pub(super) fn is_swapped(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> bool {
    let (Some(a), Some(b)) = (plain(bench.claim(x)), plain(bench.claim(y))) else { return false };
    let (a_digits, b_digits) = (digits(a), digits(b));
    if a_digits.len() != b_digits.len() || a.div(b).is_none_or(|ratio| ratio >= Number::whole(10)) {
        return false;
    }
    let differing: Vec<usize> = (0..a_digits.len()).filter(|&at| a_digits[at] != b_digits[at]).collect();
    let [first, second] = differing[..] else { return false };
    second == first + 1 && a_digits[first] == b_digits[second] && a_digits[second] == b_digits[first]
}

/// The amount of a plain figure above nothing.
fn plain(claim: &Claim) -> Option<Number> {
    match &claim.value {
        Value::Quantity(quantity) if matches!(quantity.bound, Bound::Exact | Bound::About) => match quantity.amount {
            Figure::One(amount) if amount > Number::ZERO => Some(amount),
            _ => None,
        },
        _ => None,
    }
}

/// The significant digits of an amount, without zeros at either end.
fn digits(amount: Number) -> Vec<u8> {
    let written = amount.to_string();
    let digits: Vec<u8> = written.bytes().filter(u8::is_ascii_digit).collect();
    let first = digits.iter().position(|&digit| digit != b'0').unwrap_or(digits.len());
    let last = digits.iter().rposition(|&digit| digit != b'0').map_or(first, |last| last + 1);
    digits[first..last].to_vec()
}
