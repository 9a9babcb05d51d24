//! Expressions that say something else than they seem to, given what the shadow of a sentence holds: single blanks, and one
//! sign for each figure.

use std::ops::Range;

use regex_syntax::ast::{
    Ast, ClassPerlKind, ClassSet, ClassSetItem, LiteralKind, Repetition, RepetitionKind, RepetitionRange, Visitor,
    visit,
};
use regex_syntax::hir::{Class, Hir, HirKind};

use super::Subject;
use crate::rule::kind::ProblemKind;
use crate::rule::place::place;
use crate::rule::problem::{Fix, Problem};
use crate::rule::spec::{RuleSpec, Text};
use crate::rule::template::blotted;

/// Checks every expression of a file.
pub(super) fn check(subject: &mut Subject) {
    let found: Vec<Problem> = every(&subject.spec).into_iter().flat_map(|text| faults(subject, text)).collect();
    subject.problems.found.extend(found);
}

/// Every expression of a file.
fn every(spec: &RuleSpec) -> Vec<&Text> {
    let words = spec.words.iter().flat_map(|list| &list.words);
    let patterns = spec.patterns.iter().map(|pattern| &pattern.get_ref().expression);
    let unless = spec.unless.iter().map(|unless| &unless.get_ref().expression);
    let stages = spec.stages.iter().flat_map(|(_, words)| words);
    words.chain(patterns).chain(unless).chain(stages).collect()
}

fn faults(subject: &Subject, text: &Text) -> Vec<Problem> {
    let source = blotted(text.get_ref());
    let Ok(ast) = regex_syntax::ast::parse::Parser::new().parse(&source) else { return Vec::new() };
    let reader = Reader { source: &source, faults: Vec::new(), blank: None };
    let mut faults = visit(&ast, reader).unwrap_or_default();
    faults.sort_by_key(|fault| fault.at.start);
    faults.into_iter().map(|fault| told(subject, text, &fault)).collect()
}

/// Something odd in an expression.
struct Fault {
    kind: ProblemKind,
    at: Range<usize>,
}

fn told(subject: &Subject, text: &Text, fault: &Fault) -> Problem {
    let span = place(&subject.problems.file.text, text, &fault.at);
    let (message, advice) = match fault.kind {
        ProblemKind::NeedlessEscape => ("this character needs no backslash", "write it alone"),
        ProblemKind::DoubleBlank => {
            ("two blanks in a row never match: a sentence is read with single ones", "write one")
        }
        ProblemKind::DigitClass => (
            "a figure is one sign, so these digits are met only in names such as F-16",
            "write {number}, {count} or another slot for a figure, and {value} for that of the rule",
        ),
        _ => (
            "this runs on across words and marks, to the end of the sentence",
            "write {gap:N}, which stays in the clause and takes at most N words",
        ),
    };
    let mut problem = subject.problems.problem(fault.kind, span.clone(), message, advice);
    problem.fix = fixed(text, fault, &subject.problems.file.text, span);
    problem
}

fn fixed(text: &Text, fault: &Fault, file: &str, span: Range<usize>) -> Option<Fix> {
    let written = text.get_ref().get(fault.at.clone())?;
    let (what, new) = match fault.kind {
        ProblemKind::NeedlessEscape => {
            let bare = written.strip_prefix('\\')?;
            // Between double quotes a quotation mark keeps the backslash of TOML.
            let escaped = bare == "\"" && file.get(text.span())?.starts_with('"');
            (format!("`{written}` is now `{bare}`"), if escaped { "\\\"".to_owned() } else { bare.to_owned() })
        }
        ProblemKind::DoubleBlank => ("two blanks are now one".to_owned(), " ".to_owned()),
        _ => return None,
    };
    Some(Fix { what, edits: vec![(span, new)] })
}

/// Goes through an expression, outside in.
struct Reader<'a> {
    source: &'a str,
    faults: Vec<Fault>,
    /// Where the last literal blank ended.
    blank: Option<usize>,
}

impl Reader<'_> {
    fn add(&mut self, kind: ProblemKind, at: Range<usize>) {
        self.faults.push(Fault { kind, at });
    }

    fn literal(&mut self, literal: &regex_syntax::ast::Literal) {
        let at = literal.span.start.offset..literal.span.end.offset;
        // Signs that mean something in a class alone.
        let in_class_only = literal.kind == LiteralKind::Meta && matches!(literal.c, '-' | '&' | '~' | '#');
        if literal.kind == LiteralKind::Superfluous || in_class_only {
            self.add(ProblemKind::NeedlessEscape, at.clone());
        }
        if literal.c == ' ' && self.blank == Some(at.start) {
            self.add(ProblemKind::DoubleBlank, at.start - 1..at.end);
        }
        self.blank = (literal.c == ' ').then_some(at.end);
    }

    /// Digits that begin a word; inside one they belong to a name ("f-16").
    fn digits(&mut self, span: &regex_syntax::ast::Span) {
        let before = self.source[..span.start.offset].trim_end_matches("(?:").chars().next_back();
        if before.is_none_or(|c| matches!(c, ' ' | '(' | '|')) {
            self.add(ProblemKind::DigitClass, span.start.offset..span.end.offset);
        }
    }

    fn repetition(&mut self, repetition: &Repetition) {
        let endless = matches!(
            repetition.op.kind,
            RepetitionKind::ZeroOrMore | RepetitionKind::OneOrMore | RepetitionKind::Range(RepetitionRange::AtLeast(_))
        );
        let span = repetition.span.start.offset..repetition.span.end.offset;
        let inner = repetition.ast.span();
        let inner = self.source.get(inner.start.offset..inner.end.offset).unwrap_or_default();
        let parsed = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(inner);
        if endless && parsed.is_ok_and(|hir| holds(&hir, is_any_letter) && holds(&hir, is_blank)) {
            self.add(ProblemKind::OpenEnded, span);
        }
    }
}

impl Visitor for Reader<'_> {
    type Output = Vec<Fault>;
    type Err = std::convert::Infallible;

    fn finish(self) -> Result<Vec<Fault>, Self::Err> {
        Ok(self.faults)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Self::Err> {
        match ast {
            Ast::Literal(literal) => self.literal(literal),
            Ast::Repetition(repetition) => self.repetition(repetition),
            Ast::ClassPerl(class) if class.kind == ClassPerlKind::Digit && !class.negated => self.digits(&class.span),
            Ast::ClassBracketed(class) if is_digits(&class.kind) && !class.negated => self.digits(&class.span),
            _ => {}
        }
        Ok(())
    }
}

/// Whether a class is `[0-9]`.
fn is_digits(class: &ClassSet) -> bool {
    matches!(class, ClassSet::Item(ClassSetItem::Range(range)) if (range.start.c, range.end.c) == ('0', '9'))
        || matches!(class, ClassSet::Item(ClassSetItem::Union(union)) if union.items.len() == 1
            && matches!(&union.items[0], ClassSetItem::Range(range) if (range.start.c, range.end.c) == ('0', '9')))
}

/// Whether some part of an expression takes what `is` says.
fn holds(hir: &Hir, is: fn(&Hir) -> bool) -> bool {
    is(hir)
        || match hir.kind() {
            HirKind::Capture(capture) => holds(&capture.sub, is),
            HirKind::Repetition(repetition) => holds(&repetition.sub, is),
            HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(|part| holds(part, is)),
            _ => false,
        }
}

fn is_any_letter(hir: &Hir) -> bool {
    matches!(hir.kind(), HirKind::Class(Class::Bytes(class))
        if class.ranges().iter().any(|range| range.start() <= b'a' && range.end() >= b'z'))
}

fn is_blank(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Literal(literal) => literal.0.contains(&b' '),
        HirKind::Class(Class::Bytes(class)) => {
            class.ranges().iter().any(|range| range.start() <= b' ' && range.end() >= b' ')
        }
        _ => false,
    }
}
