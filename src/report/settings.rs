//! The settings of a rule in words: what its values may be, where its scope is looked for, how its claims are compared.

use super::names;
use crate::rule::{Anatomy, Compare, Found, Limits, Reconcile, Rule, ScopeField, ScopeKind, ScopeRule};

/// A row for each setting that is not what every rule has.
pub(super) fn rows(rule: &Rule, anatomy: &Anatomy) -> Vec<(String, String)> {
    let event = (rule.event() != rule.pack())
        .then(|| format!("`{}`: its claims hang on the same events as those of other rules that say so", rule.event()));
    let stages: Vec<&str> = rule.stages().iter().map(crate::rule::Stage::name).collect();
    let stages =
        (!stages.is_empty()).then(|| format!("{}, by words of their own around the figure", stages.join(", ")));
    let scope =
        ScopeField::ALL.into_iter().filter_map(|field| rule.scope(field)).map(|scope| row("scope", looked_for(scope)));
    let first = [
        Some(("value", value(rule, anatomy))),
        event.map(|event| ("event", event)),
        stages.map(|stages| ("stages", stages)),
    ];
    let first = first.into_iter().flatten().map(|(name, told)| row(name, told));
    let compared = compared(rule.compare()).into_iter().map(|told| row("compare", told));
    first.chain(scope).chain(compared).collect()
}

fn row(name: &str, told: String) -> (String, String) {
    (name.to_owned(), told)
}

/// "count, from 1 to 300; only of: troops, soldiers"
fn value(rule: &Rule, anatomy: &Anatomy) -> String {
    let limits: &Limits = rule.limits();
    let least = limits.min.as_ref().map(|min| format!(", from {}", min.written));
    let most = limits.max.as_ref().map(|max| format!(", up to {}", max.written));
    let units = (!limits.units.is_empty()).then(|| format!("; only in {}", limits.units.join(", ")));
    let rates = limits.rate.then(|| "; rates too (“$30 a month”)".to_owned());
    let words = (limits.min_words > 0).then(|| format!(", of at least {} words", limits.min_words));
    let list = |of: &str, nouns: &[String]| (!nouns.is_empty()).then(|| format!("; {of}: {}", nouns.join(" · ")));
    let nouns = [list("counts only", &anatomy.of), list("never counts", &anatomy.except)];
    let parts = [least, most, words, units, rates].into_iter().chain(nouns).flatten();
    format!("{}{}", names::kind(rule.kind()), parts.collect::<String>())
}

/// "place: in the sentence, else the paragraph, else the title; required"
fn looked_for(scope: &ScopeRule) -> String {
    let kinds: Vec<&str> = scope.kinds.iter().map(|kind| kind_name(*kind)).collect();
    let kinds = if kinds.is_empty() { String::new() } else { format!(" (a {})", kinds.join(" or ")) };
    let from: Vec<String> = scope.from.iter().map(|found| found_name(*found).to_owned()).collect();
    let from = if from.is_empty() { String::new() } else { format!(": in {}", from.join(", else ")) };
    let least = if scope.min > 1 { format!("; on to the next until there are {}", scope.min) } else { String::new() };
    let required = if scope.required { "; without it nothing is claimed" } else { "" };
    format!("{}{kinds}{from}{least}{required}", scope.field.name().replace('_', " "))
}

fn kind_name(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::Person => "person",
        ScopeKind::Country => "country",
        ScopeKind::Organisation => "body",
        ScopeKind::Name => "name",
        ScopeKind::Place => "place",
        ScopeKind::Date => "date",
        ScopeKind::Words => "word",
    }
}

fn found_name(found: Found) -> &'static str {
    match found {
        Found::Rule => "the pattern",
        Found::Sentence => "the sentence",
        Found::Paragraph => "the paragraph",
        Found::Title => "the title",
        Found::Lead => "the first paragraph",
        Found::Article => "the article",
    }
}

fn compared(compare: &Compare) -> Vec<String> {
    let needs: Vec<String> = compare.needs.iter().map(|field| field.name().replace('_', " ")).collect();
    let said = |set: bool, told: &str| set.then(|| told.to_owned());
    let all = [
        (!needs.is_empty())
            .then(|| format!("needs {}: a claim without it is unresolved, never a conflict", needs.join(" and "))),
        said(compare.rounding, "a rounded figure stands for all that round to it: 1,200 and “about 1,000” may agree"),
        compare
            .tolerance
            .and_then(|share| share.mul(crate::value::Number::whole(100)))
            .map(|share| format!("figures within {share} % of each other differ, and are no conflict")),
        compare
            .stretch
            .map(|factor| format!("“more than” reaches up to {factor} times its figure, “less than” down as far")),
        said(compare.evolves, "the figure grows while it is reported: a later, higher one supersedes"),
        said(compare.unique, "there can be only one, whatever the day of the articles"),
        compare.within.map(|days| format!("tellings more than {days} days apart are of two events")),
        said(
            compare.elapsed,
            "the figure is the time since the event, and is reckoned back from the day of the article",
        ),
        (compare.reconcile != Reconcile::Report).then(|| "a range of figures is brought down to one".to_owned()),
    ];
    all.into_iter().flatten().collect()
}
