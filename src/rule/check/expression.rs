//! Checks of expressions: their syntax, their slots and groups.

use std::ops::Range;

use regex_syntax::hir::Hir;

use super::{Checker, Checks};
use crate::rule::compiled::ScopeField;
use crate::rule::expression;
use crate::rule::kind::ProblemKind;
use crate::rule::place::place;
use crate::rule::problem::did_you_mean;
use crate::rule::spec::{Text, WordsSpec};
use crate::rule::template::{Expanded, blotted, expand};

impl Checker<'_> {
    pub(super) fn check_words(&mut self, words: &[WordsSpec]) {
        if self.checks > Checks::Keys {
            words.iter().flat_map(|list| &list.words).for_each(|word| drop(self.expression(word)));
        }
    }

    /// Expands an expression; `None` where something is wrong with it.
    pub(super) fn expression(&mut self, text: &Text) -> Option<Expanded> {
        match self.checks {
            Checks::Keys => Some(expand(text.get_ref(), self.lists.same, &self.lists.words)),
            _ => self.checked(text).map(|(expanded, _)| expanded),
        }
    }

    /// Expands and parses an expression; `None` where something is wrong with it.
    pub(super) fn checked(&mut self, text: &Text) -> Option<(Expanded, Hir)> {
        let expanded = expand(text.get_ref(), self.lists.same, &self.lists.words);
        if let Err(error) = regex_syntax::ast::parse::Parser::new().parse(&blotted(text.get_ref())) {
            let range = error.span().start.offset..error.span().end.offset;
            let span = self.within(text, &range);
            let message = format!("bad regular expression: {}", error.kind());
            self.problems.add(ProblemKind::BadExpression, span, message, advice_for(error.kind()));
            return None;
        }
        for fault in &expanded.faults {
            let span = self.within(text, &fault.at);
            self.problems.add(fault.kind, span, &fault.message, &fault.advice);
        }
        self.groups(text, &expanded);
        let hir = expanded.faults.is_empty().then(|| self.hir(text, &expanded.text)).flatten()?;
        Some((expanded, hir))
    }

    pub(super) fn hir(&mut self, text: &Text, expanded: &str) -> Option<Hir> {
        let parsed = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(expanded);
        let failed = match &parsed {
            Err(error) => Some((told(error), "")),
            Ok(hir) if hir.properties().minimum_len() == Some(0) => return self.matches_empty(text),
            Ok(_) if self.checks == Checks::Whole && expression::check(expanded).is_err() => Some((
                "it is too large".to_owned(),
                "make its gaps and repetitions narrower, or its word lists shorter",
            )),
            Ok(_) => None,
        };
        if let Some((failed, advice)) = failed {
            let message = format!("bad regular expression: {failed}");
            self.problems.add(ProblemKind::BadExpression, text.span(), message, advice);
            return None;
        }
        parsed.ok()
    }

    pub(super) fn matches_empty<T>(&mut self, text: &Text) -> Option<T> {
        let advice = "make at least one part of it obligatory";
        self.problems.add(ProblemKind::MatchesEmpty, text.span(), "this matches the empty text", advice);
        None
    }

    pub(super) fn groups(&mut self, text: &Text, expanded: &Expanded) {
        for (name, at) in &expanded.groups {
            if ScopeField::named(name).is_none() && name != "value" && name != "speaker" {
                let span = self.within(text, at);
                let fields = ScopeField::ALL.into_iter().map(ScopeField::name);
                let advice = did_you_mean(name, fields);
                let message = format!("the group `{name}` is no field of the scope");
                self.problems.add(ProblemKind::UnknownGroup, span, message, advice);
            }
        }
    }

    /// The place in the file of a range of a text.
    pub(super) fn within(&self, text: &Text, range: &Range<usize>) -> Range<usize> {
        place(&self.problems.file.text, text, range)
    }
}

/// What the regex engine says.
fn told(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        _ => "cannot be read".to_owned(),
    }
}

/// Advice for the commonest mistakes of a regular expression.
fn advice_for(kind: &regex_syntax::ast::ErrorKind) -> &'static str {
    use regex_syntax::ast::ErrorKind;
    match kind {
        ErrorKind::GroupUnclosed => "close it with `)`",
        ErrorKind::GroupUnopened => "open it with `(?:`, or write `\\)` for the sign itself",
        ErrorKind::ClassUnclosed => "close it with `]`",
        ErrorKind::UnsupportedLookAround => "matching is linear in time: use [[unless]] instead of a look-around",
        ErrorKind::UnsupportedBackreference => "matching is linear in time: there are no back-references",
        ErrorKind::RepetitionMissing => "a repetition needs something before it",
        _ => "",
    }
}
