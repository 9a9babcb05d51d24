//! Units: currencies, measures, rates and counted nouns.

use std::fmt;

use compact_str::CompactString;

/// What kind of thing a unit measures; figures of different dimensions are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// A bare number or a counted noun.
    Count,
    /// Money.
    Money,
    /// Time spans.
    Duration,
    /// Percent and percentage points.
    Percent,
    /// Any physical measure.
    Measure,
}

/// A unit by its name, as the JSON form prints it; `-` where there is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unit(CompactString);

impl Unit {
    /// The unit of a bare number.
    pub const NONE: Self = Self(CompactString::const_new("-"));

    /// A unit of this name.
    pub fn named(name: &str) -> Self {
        Self(CompactString::new(name))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether figures in two canonical units may be set against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// The same unit.
    Same,
    /// The same only if one of them is what it is usually taken for: a bare `$` for US dollars. A finding must say so.
    Assumed,
    /// The same after the first figure is multiplied: a monthly rate for a yearly one.
    Scaled(super::Number),
    /// Not to be compared.
    Different,
}

/// Whether figures in two canonical units may be set against each other.
pub fn comparable(a: &Unit, b: &Unit) -> Likeness {
    if a == b { Likeness::Same } else { Likeness::Different }
}

impl Unit {
    /// What it measures.
    pub fn dimension(&self) -> Dimension {
        Dimension::Count
    }
}
