//! Units: currencies, measures, rates and counted nouns; what they convert to and which of them compare.

use std::fmt;

use compact_str::{CompactString, format_compact};

use super::catalogue::{Catalogue, Definition};
use super::{Figure, Number};

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

/// How figures of one unit are written in another: `figure × factor + offset`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The canonical unit.
    pub unit: Unit,
    /// What a figure is multiplied by.
    pub factor: Number,
    /// What is added then.
    pub offset: Number,
    /// Calendar months in one of the unit converted from.
    pub months: Option<i64>,
}

/// Whether figures in two canonical units may be set against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// The same unit.
    Same,
    /// The same only if one of them is what it is usually taken for: a bare `$` for US dollars. A finding must say so.
    Assumed,
    /// The same after the first figure is multiplied: a monthly rate for a yearly one.
    Scaled(Number),
    /// Not to be compared: two currencies, two nouns, percent and percentage points.
    Different,
}

impl Unit {
    /// The unit of a bare number.
    pub const NONE: Self = Self(CompactString::const_new("-"));

    /// A unit of this name.
    pub fn named(name: &str) -> Self {
        Self(CompactString::new(name))
    }

    /// The rate of one unit to another: `USD/barrel`.
    pub fn rate(of: &Self, to: &Self) -> Self {
        Self(format_compact!("{of}/{to}"))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// Whether it is the unit of a bare number.
    pub fn is_none(&self) -> bool {
        *self == Self::NONE
    }

    /// The two parts of a rate, unless the catalogue knows the rate as a unit of its own.
    pub fn parts(&self) -> Option<(Self, Self)> {
        let (of, to) = self.0.split_once('/')?;
        self.definition().is_none().then(|| (Self::named(of), Self::named(to)))
    }

    /// What the catalogue knows of it; nothing for rates and counted nouns.
    pub fn definition(&self) -> Option<&'static Definition> {
        Catalogue::shared().named(&self.0)
    }

    /// What it measures: a rate, what its first part does.
    pub fn dimension(&self) -> Dimension {
        match (self.definition(), self.parts()) {
            (Some(definition), _) => definition.dimension,
            (None, Some((of, _))) if of.dimension() == Dimension::Duration => Dimension::Measure,
            (None, Some((of, _))) => of.dimension(),
            (None, None) => Dimension::Count,
        }
    }

    /// The way to its canonical unit. Of a rate only the first part is converted, except that a speed becomes `metre/second`.
    pub fn conversion(&self) -> Conversion {
        if let Some(definition) = self.definition() {
            return Conversion::of(definition);
        }
        let Some((of, to)) = self.parts() else { return Conversion::identity(self.clone()) };
        let first = of.conversion();
        if let Some(speed) = speed(&first, &to) {
            return speed;
        }
        Conversion { unit: Self::rate(&first.unit, &to), months: None, ..first }
    }
}

/// A length in a time, as metres in a second.
fn speed(length: &Conversion, time: &Unit) -> Option<Conversion> {
    let time = time.definition().filter(|unit| unit.dimension == Dimension::Duration)?;
    let factor = length.factor.div(time.factor).filter(|_| length.unit.name() == "metre")?;
    Some(Conversion { unit: Unit::named("metre/second"), factor, offset: Number::ZERO, months: None })
}

impl Conversion {
    fn of(definition: &Definition) -> Self {
        let Definition { canonical, factor, offset, months, .. } = definition;
        Self { unit: Unit(canonical.clone()), factor: *factor, offset: *offset, months: *months }
    }

    fn identity(unit: Unit) -> Self {
        Self { unit, factor: Number::ONE, offset: Number::ZERO, months: None }
    }

    /// A figure in the canonical unit; `None` where it does not fit 128 bits.
    pub fn apply(&self, figure: Number) -> Option<Number> {
        figure.mul(self.factor)?.add(self.offset)
    }

    /// The same for one figure or two ends.
    pub fn apply_to(&self, figure: Figure) -> Option<Figure> {
        figure.map(|number| self.apply(number))
    }

    /// A canonical figure in the unit converted from; `None` where it does not fit 128 bits.
    pub fn undo(&self, amount: Number) -> Option<Number> {
        amount.sub(self.offset)?.div(self.factor)
    }
}

/// Whether figures in two canonical units may be set against each other. No currency is converted into another.
pub fn comparable(a: &Unit, b: &Unit) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    match (a.parts(), b.parts()) {
        (Some((a, per_a)), Some((b, per_b))) => compare_rates(comparable(&a, &b), &per_a, &per_b),
        (None, None) if a.dimension() == Dimension::Money && b.dimension() == Dimension::Money => compare_money(a, b),
        _ => Likeness::Different,
    }
}

/// A shared name (`$`, `peso`) with one of the currencies that bear it.
fn compare_money(a: &Unit, b: &Unit) -> Likeness {
    let shares = |family: &Unit, code: &Unit| {
        BEARERS
            .iter()
            .any(|(name, codes)| *name == family.name() && codes.split(' ').any(|bearer| bearer == code.name()))
    };
    if shares(a, b) || shares(b, a) { Likeness::Assumed } else { Likeness::Different }
}

fn compare_rates(first: Likeness, per_a: &Unit, per_b: &Unit) -> Likeness {
    if per_a == per_b || first == Likeness::Different {
        return first;
    }
    match (first, time_ratio(per_b, per_a)) {
        (Likeness::Same, Some(factor)) => Likeness::Scaled(factor),
        _ => Likeness::Different,
    }
}

/// How many of the second unit make one of the first: by the calendar for months and years, else by the clock.
fn time_ratio(long: &Unit, short: &Unit) -> Option<Number> {
    let (long, short) = (long.definition()?, short.definition()?);
    match (long.months, short.months) {
        (Some(long), Some(short)) => Number::whole(long).div(Number::whole(short)),
        (None, None) if long.canonical == short.canonical => long.factor.div(short.factor),
        _ => None,
    }
}

/// Names shared by currencies, each with the codes that bear it.
const BEARERS: &[(&str, &str)] = &[
    ("$", "USD AUD CAD NZD HKD SGD TWD BBD BSD BZD BMD BND FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD ZWL"),
    ("franc", "CHF XOF XAF XPF CDF RWF BIF DJF GNF KMF FRF BEF LUF"),
    ("peso", "MXN ARS CLP COP CUP DOP UYU PHP"),
    ("rupee", "INR PKR LKR NPR MUR SCR"),
    ("krone", "SEK NOK DKK ISK"),
    ("crown", "SEK NOK DKK ISK CZK SKK"),
    ("dinar", "RSD JOD KWD BHD IQD LYD TND DZD"),
    ("dirham", "AED MAD"),
    ("rial", "IRR OMR YER SAR QAR"),
    ("shilling", "KES UGX TZS SOS"),
    ("mark", "DEM FIM BAM"),
];

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
