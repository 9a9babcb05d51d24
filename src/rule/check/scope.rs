//! Checks of where the fields of a scope are looked for.

use crate::rule::spanned::Spanned;

use super::Checker;
use crate::rule::compiled::{ScopeField, ScopeRule};
use crate::rule::kind::ProblemKind;
use crate::rule::spec::{self, Text};

impl Checker<'_> {
    pub(super) fn scope(&mut self, field: &Text, spec: spec::ScopeSpec) -> Option<ScopeRule> {
        let Some(named) = ScopeField::named(field.get_ref()) else {
            let known = ScopeField::ALL.into_iter().map(ScopeField::name);
            let message = format!("unknown key `{}`: no field of the scope", field.get_ref());
            self.problems.add_misspelt(ProblemKind::UnknownKey, field.span(), message, field.get_ref(), known);
            return None;
        };
        let min = spec.min.map_or(Some(0), |min| self.at_least_one(&min))?;
        Some(ScopeRule {
            field: named,
            kinds: spec.kind.map(|kinds| kinds.into_vec().into_iter().map(Into::into).collect()).unwrap_or_default(),
            from: spec.from.into_iter().map(Into::into).collect(),
            min,
            required: spec.required,
        })
    }

    pub(super) fn at_least_one(&mut self, min: &Spanned<i64>) -> Option<usize> {
        let count = usize::try_from(*min.get_ref()).ok().filter(|&count| count > 0);
        if count.is_none() {
            let message = format!("`min` is {}, which asks for nothing", min.get_ref());
            self.problems.add(ProblemKind::BadLimit, min.span(), message, "write 1 or more, or remove it");
        }
        count
    }
}
