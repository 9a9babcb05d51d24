//! The catalogue of units: what each measures, its canonical unit, and the words and symbols that stand for it.

mod build;
mod currencies;
mod measures;

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use super::{Dimension, Number};

/// A unit of the catalogue. A figure in its canonical unit is `figure × factor + offset`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Singular name: `kilometre`, `USD`, `cent`, `square-metre`.
    pub name: CompactString,
    /// What it measures.
    pub dimension: Dimension,
    /// Name of the canonical unit.
    pub canonical: CompactString,
    /// Canonical units in one of these.
    pub factor: Number,
    /// The zero of the scale, in canonical units; not zero for Fahrenheit only.
    pub offset: Number,
    /// Calendar months in one of these.
    pub months: Option<i64>,
    /// Which powers of it are units too: a length has squares and cubes.
    pub is_length: bool,
}

/// How a spelling is to be matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spelling {
    /// Words, whatever their case: "kilometres", "Swiss francs".
    Name,
    /// A symbol, its case significant: "km", "MW".
    Symbol,
    /// A symbol that is also an English word or letter, and needs context: "in", "m", "s".
    Doubtful,
    /// Stands before the figure too: "$", "USD", "Rs".
    Prefix,
}

/// A place in the catalogue.
pub type UnitIndex = u32;

/// All units with their spellings, built once.
#[derive(Debug)]
pub struct Catalogue {
    definitions: Vec<Definition>,
    by_name: FxHashMap<CompactString, UnitIndex>,
    spellings: Vec<(CompactString, Spelling, UnitIndex)>,
}

/// The one catalogue.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(build::catalogue);

impl Catalogue {
    /// The catalogue that comes with the program.
    pub fn shared() -> &'static Self {
        &CATALOGUE
    }

    /// The unit of this name.
    pub fn named(&self, name: &str) -> Option<&Definition> {
        self.by_name.get(name).map(|&index| &self.definitions[index as usize])
    }

    /// The index of the unit of this name.
    pub fn index(&self, name: &str) -> Option<UnitIndex> {
        self.by_name.get(name).copied()
    }

    /// The unit at an index that came from [`Catalogue::index`] or [`Catalogue::spellings`].
    pub fn at(&self, index: UnitIndex) -> &Definition {
        &self.definitions[index as usize]
    }

    /// Every unit, in a fixed order.
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }

    /// Every spelling with its unit: lower-case words parted by single spaces, or symbols.
    pub fn spellings(&self) -> impl Iterator<Item = (&str, Spelling, UnitIndex)> {
        self.spellings.iter().map(|(text, kind, index)| (text.as_str(), *kind, *index))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_canonical_unit_stands_in_the_catalogue_and_is_its_own() {
        let catalogue = Catalogue::shared();
        for unit in catalogue.definitions() {
            let canonical = catalogue.named(&unit.canonical).unwrap_or_else(|| panic!("{unit:?}"));
            assert_eq!(canonical.canonical, canonical.name, "{unit:?}");
            assert_eq!((canonical.factor, canonical.offset), (Number::ONE, Number::ZERO), "{unit:?}");
            assert_eq!(canonical.dimension, unit.dimension, "{unit:?}");
        }
    }

    #[test]
    fn conversions_are_exact() {
        let factor = |name: &str| Catalogue::shared().named(name).unwrap().factor;
        assert_eq!(factor("mile"), Number::ratio(1_609_344, 1000).unwrap());
        assert_eq!(factor("square-kilometre"), Number::whole(1_000_000));
        assert_eq!(factor("hour"), Number::whole(3600));
        assert_eq!(factor("cent"), Number::ratio(1, 100).unwrap());
        assert_eq!(factor("knot"), Number::ratio(1852, 3600).unwrap());
    }
}
