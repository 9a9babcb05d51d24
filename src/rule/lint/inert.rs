//! Keys that have no effect where they stand. What is applied is said by the rooms behind; a key that becomes applied
//! leaves this list.

use std::ops::Range;

use crate::rule::spanned::Spanned;

use super::Subject;
use crate::rule::compiled::ScopeField;
use crate::rule::kind::ProblemKind;
use crate::rule::spec::{CompareSpec, LimitsSpec, RuleSpec, ScopeSpec, ValueSpec};

/// The fields of a scope that are looked for beyond the pattern's own groups.
const SEARCHED: [ScopeField; 4] = [ScopeField::Participants, ScopeField::Party, ScopeField::Place, ScopeField::Date];

/// The fields whose want keeps claims apart.
const NEEDED: [ScopeField; 2] = [ScopeField::Date, ScopeField::Place];

/// Checks for keys without effect.
pub(super) fn check(subject: &mut Subject) {
    let mut inert = Vec::new();
    subject.spec.compare.iter().for_each(|compare| of_compare(compare, &subject.spec, &mut inert));
    // Where words of its own set the subgroup, the scope says where they are looked for.
    let told = |field: &str| field == ScopeField::Subgroup.name() && !subject.spec.subgroups.is_empty();
    let scopes = subject.spec.scope.iter().filter(|(field, _)| !told(field.get_ref()));
    scopes.for_each(|(field, scope)| of_scope(field, scope, &mut inert));
    subject.spec.value.iter().for_each(|value| of_value(value.get_ref(), &mut inert));
    let section = subject.spec.compare.as_ref().map_or(0..0, |_| section(&subject.problems.file.text, "[compare]"));
    for Inert { key, at, advice } in inert {
        let at = at.unwrap_or_else(|| key_in(&subject.problems.file.text, &section, key));
        let message = format!("`{key}` has no effect here");
        subject.problems.add(ProblemKind::InertKey, at, message, advice);
    }
}

/// A key without effect; without a place it is one of `[compare]`.
struct Inert {
    key: &'static str,
    at: Option<Range<usize>>,
    advice: &'static str,
}

fn of_compare(compare: &CompareSpec, spec: &RuleSpec, inert: &mut Vec<Inert>) {
    let mut add = |key, at, advice| inert.push(Inert { key, at, advice });
    if let Some(threshold) = &compare.threshold {
        add("threshold", Some(threshold.span()), "it is checked, not yet applied: remove it");
    }
    if !compare.weights.is_empty() {
        add("weights", None, "they are checked, not yet applied: remove them");
    }
    for need in &compare.needs {
        if ScopeField::named(need.get_ref()).is_some_and(|field| !NEEDED.contains(&field)) {
            add("needs", Some(need.span()), "only `date` and `place` keep claims apart yet: remove the others");
        }
    }
    if let Some(within) = compare.within.as_ref().filter(|_| !compare.unique) {
        add(
            "within",
            Some(within.span()),
            "it says when two of what is `unique` are two: set `unique = true`, or remove it",
        );
    }
    if spec.value.as_ref().is_some_and(|value| !is_figure(value.get_ref())) {
        let written = [
            ("rounding", compare.rounding, None),
            ("tolerance", compare.tolerance.is_some(), compare.tolerance.as_ref().map(Spanned::span)),
            ("stretch", compare.stretch.is_some(), compare.stretch.as_ref().map(Spanned::span)),
        ];
        for (key, _, at) in written.into_iter().filter(|(_, set, _)| *set) {
            add(key, at, "it is about figures, and this rule's value is none: remove it");
        }
    }
}

fn of_scope(field: &Spanned<String>, scope: &ScopeSpec, inert: &mut Vec<Inert>) {
    let Some(named) = ScopeField::named(field.get_ref()) else { return };
    if let Some(min) = scope.min.as_ref().filter(|_| named != ScopeField::Participants) {
        inert.push(Inert { key: "min", at: Some(min.span()), advice: "only participants are counted: remove it" });
    }
    // A subgroup of this kind keeps all its words.
    let kept = named == ScopeField::Subgroup && scope.kind.is_some();
    if !SEARCHED.contains(&named) && !scope.required && !kept {
        let advice = "this field is set by a pattern's own groups alone: write `required = true`, or remove it";
        inert.push(Inert { key: named.name(), at: Some(field.span()), advice });
    }
}

fn of_value(value: &ValueSpec, inert: &mut Vec<Inert>) {
    let (ValueSpec::Money(limits)
    | ValueSpec::Duration(limits)
    | ValueSpec::Percent(limits)
    | ValueSpec::Measure(limits)) = value
    else {
        return;
    };
    let LimitsSpec { of, except, .. } = limits;
    for (key, words) in [("of", of), ("except", except)] {
        if let Some(first) = words.first() {
            let advice = "only what a [value.count] counts is a noun: remove it";
            inert.push(Inert { key, at: Some(first.span()), advice });
        }
    }
}

fn is_figure(value: &ValueSpec) -> bool {
    !matches!(
        value,
        ValueSpec::Date(_) | ValueSpec::Place(_) | ValueSpec::Person(_) | ValueSpec::Role(_) | ValueSpec::Quote(_)
    )
}

/// A section from its header to the next.
fn section(text: &str, header: &str) -> Range<usize> {
    let start = text.find(&format!("\n{header}")).map_or(0, |at| at + 1);
    let end = text[start..].find("\n[").map_or(text.len(), |at| start + at);
    start..end
}

/// A key in a section.
fn key_in(text: &str, section: &Range<usize>, key: &str) -> Range<usize> {
    let at = text[section.clone()].find(&format!("\n{key}")).map_or(section.start, |at| section.start + at + 1);
    let end = if text[at..].starts_with(key) { at + key.len() } else { at };
    at..end
}
