//! The grade of a source on the Admiralty scale (NATO AJP-2.1): reliability A to F, then credibility 1 to 6.

use std::fmt;
use std::str::FromStr;

/// A grade: `A1` is the best. The order is that of trust, reliability before credibility; `F` and `6` say "cannot be judged" and
/// stand last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade {
    reliability: u8,
    credibility: u8,
}

impl Grade {
    /// Whether the scale calls the source unreliable (`E`) or its word improbable (`5`).
    pub fn is_doubtful(self) -> bool {
        self.reliability == b'E' || self.credibility == b'5'
    }
}

impl FromStr for Grade {
    type Err = String;

    /// Reads `B2`; a letter alone is of middling credibility, `3`.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no grade; write a letter A to F and a digit 1 to 6, such as \"B2\"");
        let (reliability, credibility) = match text.as_bytes() {
            [letter] => (letter.to_ascii_uppercase(), b'3'),
            [letter, digit] => (letter.to_ascii_uppercase(), *digit),
            _ => return Err(wrong()),
        };
        let known = (b'A'..=b'F').contains(&reliability) && (b'1'..=b'6').contains(&credibility);
        if known { Ok(Self { reliability, credibility }) } else { Err(wrong()) }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.reliability), char::from(self.credibility))
    }
}
