//! Exact numbers: rationals over 128-bit integers, never binary floats.

use std::fmt;
use std::str::FromStr;

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

/// An exact rational number. Arithmetic is checked: what does not fit 128 bits gives `None`, never a wrong figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Ratio<i128>);

/// A text that is not a plain decimal number.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not a decimal number")]
pub struct NotANumber(pub String);

// The operators of the standard library cannot say that a result does not fit.
#[allow(clippy::should_implement_trait)]
impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Self(Ratio::new_raw(n as i128, 1))
    }

    /// `numerator / denominator`, reduced; `None` where the denominator is zero.
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        (denominator != 0).then(|| Self(Ratio::new(numerator, denominator)))
    }

    /// `digits × 10^-scale`: 2.75 is `decimal(275, 2)`. `None` beyond 128 bits.
    pub fn decimal(digits: i128, scale: u32) -> Option<Self> {
        if scale == 0 {
            return Some(Self(Ratio::new_raw(digits, 1)));
        }
        Some(Self(Ratio::new(digits, 10_i128.checked_pow(scale)?)))
    }

    /// Ten to the power `exponent`.
    pub fn power_of_ten(exponent: i32) -> Option<Self> {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        Some(Self(if exponent < 0 { Ratio::new_raw(1, power) } else { Ratio::new_raw(power, 1) }))
    }

    /// Sum; `None` on overflow.
    pub fn add(self, other: Self) -> Option<Self> {
        match self.both_whole(other) {
            Some((a, b)) => a.checked_add(b).map(Self::integer),
            None => self.0.checked_add(&other.0).map(Self),
        }
    }

    /// Difference; `None` on overflow.
    pub fn sub(self, other: Self) -> Option<Self> {
        match self.both_whole(other) {
            Some((a, b)) => a.checked_sub(b).map(Self::integer),
            None => self.0.checked_sub(&other.0).map(Self),
        }
    }

    /// Product; `None` on overflow.
    pub fn mul(self, other: Self) -> Option<Self> {
        match self.both_whole(other) {
            Some((a, b)) => a.checked_mul(b).map(Self::integer),
            None => self.0.checked_mul(&other.0).map(Self),
        }
    }

    /// Quotient; `None` on overflow or where `other` is zero.
    pub fn div(self, other: Self) -> Option<Self> {
        match self.both_whole(other) {
            _ if other.0.is_zero() => None,
            Some((a, 1)) => Some(Self::integer(a)),
            _ => self.0.checked_div(&other.0).map(Self),
        }
    }

    /// Both as integers where they are: most figures are, and need no common divisor.
    fn both_whole(self, other: Self) -> Option<(i128, i128)> {
        (self.is_whole() && other.is_whole()).then(|| (self.trunc(), other.trunc()))
    }

    fn integer(n: i128) -> Self {
        Self(Ratio::new_raw(n, 1))
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether it has no fractional part.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// The whole part, towards zero.
    pub fn trunc(self) -> i128 {
        if self.is_whole() { *self.0.numer() } else { self.0.to_integer() }
    }

    /// The numerator and the denominator, reduced, the denominator positive.
    pub fn parts(self) -> (i128, i128) {
        (*self.0.numer(), *self.0.denom())
    }

    /// The nearest binary float, for display widths and similarity only: never for what is compared.
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(self) -> f64 {
        let (n, d) = self.parts();
        n as f64 / d as f64
    }
}

impl FromStr for Number {
    type Err = NotANumber;

    /// Reads `-12`, `0.5`, `2.75`: digits with at most one point, nothing else.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let bad = || NotANumber(text.to_owned());
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(bad());
        }
        let joined: i128 = format!("{whole}{fraction}").parse().map_err(|_| bad())?;
        let scale = u32::try_from(fraction.len()).map_err(|_| bad())?;
        Self::decimal(sign * joined, scale).ok_or_else(bad)
    }
}

impl fmt::Display for Number {
    /// A plain decimal: exact where the decimal ends within 12 places, else rounded there.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const PLACES: u32 = 12;
        let (n, d) = self.parts();
        let (whole, mut rest) = (n.unsigned_abs() / d.unsigned_abs(), n.unsigned_abs() % d.unsigned_abs());
        let mut digits = String::new();
        while rest != 0 && digits.len() < PLACES as usize {
            let Some(next) = rest.checked_mul(10) else { break };
            digits.push(char::from(b'0' + u8::try_from(next / d.unsigned_abs()).unwrap_or(9)));
            rest = next % d.unsigned_abs();
        }
        let sign = if n < 0 { "-" } else { "" };
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{digits}") }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
