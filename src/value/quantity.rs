//! A quantity: what a figure asserts, as written and in its canonical unit.

use super::{Number, Unit};

/// One figure, or the two ends of a range, in the order in which they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// "two hours"
    One(Number),
    /// "8–16 m"
    Range(Number, Number),
}

impl Figure {
    /// The figure with `change` done to each of its numbers; `None` where that fails.
    pub fn map(self, change: impl Fn(Number) -> Option<Number>) -> Option<Self> {
        Some(match self {
            Self::One(number) => Self::One(change(number)?),
            Self::Range(from, to) => Self::Range(change(from)?, change(to)?),
        })
    }

    /// The lesser and the greater end.
    pub fn ends(self) -> (Number, Number) {
        match self {
            Self::One(number) => (number, number),
            Self::Range(from, to) => (from.min(to), from.max(to)),
        }
    }
}

/// How the words around a figure bound it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// "17"
    Exact,
    /// "about 17", "nearly 17", "some 17"
    About,
    /// "more than 17": 17 itself is excluded
    MoreThan,
    /// "at least 17", "17 or more": 17 is included
    AtLeast,
    /// "fewer than 17"
    LessThan,
    /// "at most 17", "up to 17"
    AtMost,
    /// "between 15 and 17", "15–17"
    Between,
    /// "dozens": a range taken from the lexicon's table of vague words
    Vague,
}

impl Bound {
    /// Its name in rule files and in the JSON form.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::MoreThan => "more-than",
            Self::AtLeast => "at-least",
            Self::LessThan => "less-than",
            Self::AtMost => "at-most",
            Self::Between => "between",
            Self::Vague => "vague",
        }
    }
}

/// The direction of a change whose size the figure gives ("rose 9 percent").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trend {
    /// rose by
    Up,
    /// fell by
    Down,
}

/// A figure with its unit, bound and granularity. `low` and `high` are what it asserts, in the canonical unit:
/// equal for a plain figure, `None` beyond an open bound, the ends of a range. They are never widened here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The figure as it stands, scale words applied: "$6.9 billion" is 6900000000.
    pub written: Figure,
    /// The unit as it stands, singular: `$`, `hour`, `cent`, `metre`.
    pub written_unit: Unit,
    /// The same figure in the canonical unit.
    pub amount: Figure,
    /// The canonical unit: ISO 4217 for money, `second` for durations, `percent`, SI-style names, `a/b` for rates,
    /// the singular head noun of what is counted, else `-`.
    pub unit: Unit,
    /// Lower end of what is asserted, canonical; `None` where open.
    pub low: Option<Number>,
    /// Upper end of what is asserted, canonical; `None` where open.
    pub high: Option<Number>,
    /// Whether `low` itself is included ("at least").
    pub low_inclusive: bool,
    /// Whether `high` itself is included ("at most").
    pub high_inclusive: bool,
    /// The step the written figure was rounded to, canonical ("94,000" is 1000, "two hours" is 3600, "17" is 1).
    pub granularity: Option<Number>,
    /// The words' bound.
    pub bound: Bound,
    /// Set where the figure is the size of a change.
    pub trend: Option<Trend>,
    /// Length in calendar months, where the figure was written in months or years, so that twelve months are one year.
    pub months: Option<Figure>,
}
