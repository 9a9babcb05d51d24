//! Plain counts and bounds that a rule's own words give, where no figure stands in the text.

use super::{Bound, Figure, Number, Quantity, Unit};

impl Quantity {
    /// A plain count of no stated unit.
    pub fn counted(number: Number) -> Self {
        Self {
            written: Figure::One(number),
            written_unit: Unit::NONE,
            amount: Figure::One(number),
            unit: Unit::NONE,
            low: Some(number),
            high: Some(number),
            low_inclusive: true,
            high_inclusive: true,
            granularity: Some(Number::ONE),
            bound: Bound::Exact,
            trend: None,
            months: None,
        }
    }

    /// The same figure under another bound; a range keeps its own.
    #[must_use]
    pub fn with_bound(mut self, bound: Bound) -> Self {
        let Figure::One(amount) = self.amount else { return self };
        let (low, high) = match bound {
            Bound::MoreThan | Bound::AtLeast => (Some(amount), None),
            Bound::LessThan | Bound::AtMost => (None, Some(amount)),
            Bound::Exact | Bound::About | Bound::Between | Bound::Vague => (Some(amount), Some(amount)),
        };
        (self.low, self.high, self.bound) = (low, high, bound);
        self.low_inclusive = bound != Bound::MoreThan;
        self.high_inclusive = bound != Bound::LessThan;
        self
    }
}
