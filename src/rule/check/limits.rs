//! Checks of what a value is limited to.

use crate::rule::spanned::Spanned;

use super::Checker;
use crate::rule::kind::ProblemKind;
use crate::rule::limits::{Limit, Limits, Nouns, read_limit};
use crate::rule::spec::{self, LimitSpec, Text, ValueSpec};
use crate::rule::terms::ValueKind;

impl Checker<'_> {
    pub(super) fn limits(&mut self, value: ValueSpec) -> Limits {
        let kind = value.kind();
        match value {
            ValueSpec::Count(limits)
            | ValueSpec::Money(limits)
            | ValueSpec::Duration(limits)
            | ValueSpec::Percent(limits)
            | ValueSpec::Measure(limits)
            | ValueSpec::Vote(limits) => self.figure_limits(limits, kind),
            ValueSpec::Quote(quote) => Limits { min_words: quote.min_words.unwrap_or(0) as usize, ..Limits::default() },
            ValueSpec::Date(_) | ValueSpec::Place(_) | ValueSpec::Person(_) | ValueSpec::Role(_) => Limits::default(),
        }
    }

    pub(super) fn figure_limits(&mut self, spec: spec::LimitsSpec, kind: ValueKind) -> Limits {
        let min_span = spec.min.as_ref().map(spec::span_of);
        let min = spec.min.and_then(|limit| self.limit(&limit, kind));
        let max = spec.max.and_then(|limit| self.limit(&limit, kind));
        if let (Some(least), Some(greatest), Some(span)) = (&min, &max, min_span)
            && least.amount > greatest.amount
        {
            let message = format!("`min` ({}) is above `max` ({})", least.written, greatest.written);
            self.problems.add(ProblemKind::BadLimit, span, message, "exchange them");
        }
        let (of, except) = (self.nouns(&spec.of), self.nouns(&spec.except));
        let units = spec.unit.into_iter().map(Text::into_inner).collect();
        Limits { min, max, units, rate: spec.rate, dated: spec.dated, min_words: 0, of, except }
    }

    pub(super) fn limit(&mut self, spec: &Spanned<LimitSpec>, kind: ValueKind) -> Option<Limit> {
        let written = match spec.get_ref() {
            LimitSpec::Whole(number) => number.to_string(),
            LimitSpec::Text(text) => text.clone(),
        };
        let bare = written.chars().all(|c| c.is_ascii_digit() || c == '.');
        let limit = read_limit(&written).filter(|_| kind != ValueKind::Duration || !bare);
        if limit.is_none() {
            let advice = match kind {
                ValueKind::Duration => "write a number and a unit from second to week, such as \"1 minute\"",
                ValueKind::Percent => "write a number, such as \"1 %\"",
                _ => "write a number, such as 1000 or \"2.5 million\"",
            };
            self.problems.add(ProblemKind::BadLimit, spec.span(), format!("`{written}` is no limit"), advice);
        }
        limit
    }

    /// One expression for a list of nouns; ASCII case ignored, the whole noun.
    pub(super) fn nouns(&mut self, words: &[Text]) -> Option<Nouns> {
        let expanded: Option<Vec<String>> =
            words.iter().map(|word| self.expression(word).map(|expanded| expanded.text)).collect();
        let joined = expanded.filter(|words| !words.is_empty())?.join("|");
        Some(Nouns::new(format!("^(?:{joined})$")))
    }
}
