//! The steps that led to a claim, for `explain`: its rule and pattern, the words, what the pattern set, and whose voice it is.

use super::Claim;
use crate::rule::{Match, Rule};

/// How a claim came to be, which a match of a rule in a text became.
pub fn steps(claim: &Claim, rule: &Rule, matched: &Match, text: &str) -> Vec<String> {
    let pattern = &rule.patterns()[matched.pattern];
    let (number, path, line) = (matched.pattern + 1, rule.path().to_string_lossy(), pattern.line());
    let mut steps = vec![
        format!("rule `{}`, pattern {number} ({path}:{line})", rule.id()),
        format!("matched “{}”", matched.span.text(text)),
    ];
    for (field, span) in &matched.groups {
        steps.push(format!("the pattern sets {field} from “{}”", span.text(text)));
    }
    steps.extend(claim.voice.clone());
    steps
}
