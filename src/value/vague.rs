//! Vague words ("dozens", "several") as ranges, by the presets of those who record events.

use super::Number;

/// A published way to read vague words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum VaguePreset {
    /// The whole range that the word covers in English: "dozens" is 12 to 99.
    #[default]
    Wide,
    /// ACLED: the least number, as one figure.
    Acled,
    /// Airwars: low for low counts.
    Airwars,
    /// Vague words are no figures.
    Strict,
}

/// A vague word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VagueWord {
    /// "a few", "a handful of"
    Few,
    /// "several"
    Several,
    /// "tens"
    Tens,
    /// "dozens"
    Dozens,
    /// "scores"
    Scores,
    /// "hundreds"
    Hundreds,
    /// "thousands"
    Thousands,
    /// "millions"
    Millions,
    /// "billions"
    Billions,
    /// "trillions"
    Trillions,
}

impl VaguePreset {
    /// The preset of this name: `wide`, `acled`, `airwars`, `strict`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "wide" => Some(Self::Wide),
            "acled" => Some(Self::Acled),
            "airwars" => Some(Self::Airwars),
            "strict" => Some(Self::Strict),
            _ => None,
        }
    }

    /// Least and most that the word stands for; `None` where the preset reads no figure in it.
    pub fn range(self, word: VagueWord) -> Option<(Number, Number)> {
        let (low, high) = match self {
            Self::Strict => return None,
            Self::Wide => word.wide(),
            Self::Acled => (word.acled(), word.acled()),
            Self::Airwars => word.airwars(),
        };
        Some((Number::whole(low), Number::whole(high)))
    }
}

impl VagueWord {
    /// The number that the word is built on; `None` for "few" and "several", which name none.
    pub fn base(self) -> Option<Number> {
        match self {
            Self::Few | Self::Several => None,
            _ => Some(Number::whole(self.wide().0)),
        }
    }

    fn wide(self) -> (i64, i64) {
        match self {
            Self::Few | Self::Several => (2, 9),
            Self::Tens => (10, 99),
            Self::Dozens => (12, 99),
            Self::Scores => (20, 99),
            Self::Hundreds => (100, 999),
            Self::Thousands => (1000, 9999),
            Self::Millions => (1_000_000, 9_999_999),
            Self::Billions => (1_000_000_000, 9_999_999_999),
            Self::Trillions => (1_000_000_000_000, 9_999_999_999_999),
        }
    }

    fn acled(self) -> i64 {
        match self {
            Self::Few | Self::Several => 3,
            _ => self.wide().0,
        }
    }

    fn airwars(self) -> (i64, i64) {
        match self {
            Self::Few | Self::Several => (2, 2),
            Self::Dozens => (12, 24),
            _ => self.wide(),
        }
    }
}
