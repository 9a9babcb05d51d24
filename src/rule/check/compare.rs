//! Checks of how claims are set against each other.

use crate::rule::spanned::Spanned;

use super::Checker;
use crate::rule::compiled::{Compare, ScopeField};
use crate::rule::kind::ProblemKind;
use crate::rule::limits;
use crate::rule::problem::did_you_mean;
use crate::rule::spec::{self, Text};
use crate::value::Number;

impl Checker<'_> {
    pub(super) fn compare(&mut self, spec: spec::CompareSpec) -> Compare {
        Compare {
            needs: spec.needs.iter().filter_map(|field| self.need(field)).collect(),
            rounding: spec.rounding,
            tolerance: spec.tolerance.and_then(|tolerance| self.tolerance(&tolerance)),
            stretch: spec.stretch.and_then(|stretch| self.stretch(&stretch)),
            evolves: spec.evolves,
            unique: spec.unique,
            within: spec.within.and_then(|within| self.days(&within)),
            elapsed: spec.elapsed,
            reconcile: spec.reconcile.map(Into::into).unwrap_or_default(),
            threshold: spec.threshold.and_then(|threshold| self.threshold(&threshold)),
            weights: spec.weights.into_iter().collect(),
        }
    }

    pub(super) fn need(&mut self, field: &Text) -> Option<ScopeField> {
        let named = ScopeField::named(field.get_ref());
        if named.is_none() {
            let known = ScopeField::ALL.into_iter().map(ScopeField::name);
            let message = format!("`{}` is no field of the scope", field.get_ref());
            self.problems.add(ProblemKind::WrongType, field.span(), message, did_you_mean(field.get_ref(), known));
        }
        named
    }

    /// A length of time in whole days: "10 days", "3 years".
    pub(super) fn days(&mut self, text: &Text) -> Option<i32> {
        let days = limits::read_days(text.get_ref());
        if days.is_none() {
            let message = format!("`{}` is no length of time", text.get_ref());
            let advice = "write a number of days, weeks, months or years, such as \"3 years\"";
            self.problems.add(ProblemKind::BadLimit, text.span(), message, advice);
        }
        days
    }

    /// A share: "1 %", or a ratio such as "0.01".
    pub(super) fn tolerance(&mut self, text: &Text) -> Option<Number> {
        let written = text.get_ref().trim();
        let ratio = match written.strip_suffix('%') {
            Some(percent) => percent.trim().parse::<Number>().ok().and_then(|n| n.div(Number::whole(100))),
            None => written.parse().ok(),
        };
        let ratio = ratio.filter(|ratio| *ratio >= Number::ZERO && *ratio < Number::ONE);
        if ratio.is_none() {
            let message = format!("`{written}` is no tolerance");
            self.problems.add(ProblemKind::BadLimit, text.span(), message, "write a share, such as \"1 %\"");
        }
        ratio
    }

    /// The figure is read as written in the file, since a binary float would not be exact.
    pub(super) fn stretch(&mut self, value: &Spanned<f64>) -> Option<Number> {
        let written = self.problems.file.text.get(value.span()).unwrap_or_default();
        let stretch = written.parse::<Number>().ok().filter(|stretch| *stretch >= Number::ONE);
        if stretch.is_none() {
            let message = format!("`{written}` is no stretch");
            self.problems.add(ProblemKind::BadLimit, value.span(), message, "write a factor above 1, such as 1.25");
        }
        stretch
    }

    pub(super) fn threshold(&mut self, value: &Spanned<f64>) -> Option<f64> {
        let threshold = Some(*value.get_ref()).filter(|threshold| (0.0..=1.0).contains(threshold));
        if threshold.is_none() {
            let message = format!("`{}` is no threshold", value.get_ref());
            self.problems.add(ProblemKind::BadLimit, value.span(), message, "write a number from 0 to 1");
        }
        threshold
    }
}
