//! The matter of a claim: what it is about where there can be only one value, whatever the day of the article.

use crate::rule::{Rule, ScopeField};

use super::scope::Scope;
use super::{Found, Scoped};

/// The matter of a claim of a `unique` rule: participants, party, subgroup and place as its own sentence names them. `None`
/// for other rules, and where the sentence names none of them.
pub(super) fn read(rule: &Rule, scope: &Scope) -> Option<String> {
    // What needs a date as well is the only one of its day ("last met"), not for good.
    if !rule.compare().unique || rule.compare().needs.contains(&ScopeField::Date) {
        return None;
    }
    let own = |part: &Option<Scoped<String>>| {
        part.as_ref().filter(|part| part.found <= Found::Sentence).map(|part| part.value.clone()).unwrap_or_default()
    };
    let named = scope.participants.iter().filter(|who| who.found <= Found::Sentence);
    let who = named.map(|who| who.value.key.as_str()).collect::<Vec<_>>().join("\u{1e}");
    let parts = [who, own(&scope.party), own(&scope.subgroup), own(&scope.place)];
    parts.iter().any(|part| !part.is_empty()).then(|| parts.join("\u{1f}"))
}
