//! Patterns: regular expressions over the shadow of a sentence, and what a match of one fixes.

use super::expression::Expression;
use super::terms::Polarity;
use crate::value::{Bound, Number, Trend};

/// What a pattern fixes for every claim it finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixed {
    /// The stage.
    pub stage: Option<String>,
    /// Denied or hypothetical.
    pub polarity: Option<Polarity>,
    /// The bound, where the pattern's words give one that the figure's own do not.
    pub bound: Option<Bound>,
    /// The direction of a change.
    pub trend: Option<Trend>,
    /// An older event, only recalled.
    pub background: bool,
    /// A running total.
    pub cumulative: bool,
    /// The part of the whole.
    pub subgroup: Option<String>,
    /// The side.
    pub party: Option<String>,
    /// The value itself, for patterns without a figure ("no one was killed" is 0).
    pub value: Option<Number>,
}

/// One way in which a rule's value is told.
#[derive(Debug)]
pub struct Pattern {
    /// What it fixes.
    pub fixed: Fixed,
    pub(super) expression: Expression,
    /// Line in the rule file, from 1.
    pub(super) line: usize,
}

impl Pattern {
    /// The pattern as the file has it.
    pub fn source(&self) -> &str {
        &self.expression.source
    }

    /// Its line in the rule file, from 1.
    pub fn line(&self) -> usize {
        self.line
    }
}

/// What stops a pattern where their matches overlap.
#[derive(Debug)]
pub struct Unless {
    pub(super) expression: Expression,
    /// Line in the rule file, from 1.
    pub(super) line: usize,
}

impl Unless {
    /// The expression as the file has it.
    pub fn source(&self) -> &str {
        &self.expression.source
    }

    /// Its line in the rule file, from 1.
    pub fn line(&self) -> usize {
        self.line
    }
}
