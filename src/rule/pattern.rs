//! Patterns: regular expressions over the shadow of a sentence, compiled when they are first needed.

use std::sync::OnceLock;

use regex::bytes::{Regex, RegexBuilder};

use super::terms::Polarity;
use crate::value::{Bound, Number, Trend};

/// Memory that one compiled pattern may take; a pattern beyond it is refused when its file is checked.
const SIZE_LIMIT: usize = 4 << 20;

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
    /// Sets of words, of each of which any match holds one, the most telling first; empty where none could be derived.
    pub(super) triggers: Vec<Vec<String>>,
    /// Whether it is a bare `{value}`, which needs no search.
    pub(super) bare: bool,
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

    /// The words that make a sentence worth trying, derived from the pattern.
    pub fn triggers(&self) -> &[String] {
        self.triggers.first().map_or(&[], Vec::as_slice)
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

/// An expression with its slots filled in; compiled on first use, since most rules never meet their words.
#[derive(Debug)]
pub(super) struct Expression {
    /// As the file has it.
    pub(super) source: String,
    /// As the regex engine reads it.
    pub(super) expanded: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Expression {
    pub(super) fn new(source: String, expanded: String) -> Self {
        Self { source, expanded, compiled: OnceLock::new() }
    }

    /// The compiled expression. `None` only for one that is too large, which the check of a rule file reports.
    pub(super) fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| compile(&self.expanded).ok()).as_ref()
    }
}

/// Compiles an expanded expression: bytes, ASCII only, so that it runs on the engine's fast automata.
pub(super) fn compile(expanded: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(expanded).unicode(false).size_limit(SIZE_LIMIT).build()
}
