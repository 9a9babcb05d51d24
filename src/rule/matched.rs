//! What the matcher hands on.

use crate::article::Span;

/// One pattern of one rule found around one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the rule in its rule set.
    pub rule: usize,
    /// Index of the pattern in its rule.
    pub pattern: usize,
    /// Where the value stands.
    pub value: Span,
    /// Index of the value's leaf in the article's mentions; for a rule of kind quote of its quotation, of kind role of its
    /// role. `None` where the pattern fixes the value ("no one was killed").
    pub leaf: Option<usize>,
    /// Index of the vote or score that is the value, where its figures stand together.
    pub tally: Option<usize>,
    /// Index of the length of time inside a date that is the value.
    pub length: Option<usize>,
    /// Leaves of the further parts of a value in several parts (`{value:to}`, `{value:2}`, …), in the order of their names.
    pub parts: Vec<usize>,
    /// Index of the sentence.
    pub sentence: usize,
    /// The whole stretch of text that the pattern covered.
    pub span: Span,
    /// The named groups that took part: scope field and where it stands.
    pub groups: Vec<(String, Span)>,
    /// Rules whose match on the same value lost to this one, for `explain`.
    pub won_over: Vec<usize>,
}

/// A match whose value could not be taken: goes to `skipped`, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The match.
    pub matched: Match,
    /// Why: "90 days is above this rule's maximum of 24 hours".
    pub reason: String,
}

/// A match that an `unless` stopped, for `explain`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The match.
    pub matched: Match,
    /// Index of the `unless` in its rule.
    pub unless: usize,
}

/// All that the rules found in one article, each list by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// What becomes claims.
    pub matches: Vec<Match>,
    /// What was refused.
    pub rejected: Vec<Rejected>,
    /// What an `unless` stopped.
    pub stopped: Vec<Stopped>,
}
