//! Silenced warnings: each `[[allow]]` of a file takes away what it names, and must take something away.

use super::Subject;
use crate::rule::kind::{Level, ProblemKind};
use crate::rule::problem::{Fix, Problem};
use crate::rule::spec::AllowSpec;

/// Takes away the warnings that the file allows, and adds those about its allowing.
pub(super) fn apply(subject: &mut Subject) {
    let file = subject.problems.file.clone();
    for index in 0..subject.spec.allow.len() {
        let entry = &subject.spec.allow[index];
        let (allow, at) = (entry.get_ref(), entry.span());
        let fault = named(allow).map_or_else(|| Some(unknown(subject, allow)), |kind| unreasoned(subject, allow, kind));
        let Some(kind) = named(allow).filter(|_| fault.is_none()) else {
            subject.problems.found.extend(fault);
            continue;
        };
        let line = allow.at.as_ref().map(|at| at.get_ref().clone());
        let before = subject.problems.found.len();
        subject.problems.found.retain(|problem| problem.kind != kind || !is_meant(problem, line.as_deref()));
        if subject.problems.found.len() == before && !subject.broken {
            let message = format!("this allows `{}`, and there is nothing to silence", kind.name());
            let mut unused = subject.problems.problem(ProblemKind::UnusedAllow, at.clone(), message, "remove it");
            let section = block(&file.text, at.start);
            let what = format!("the unused `[[allow]]` of `{}` is gone", kind.name());
            unused.fix = Some(Fix { what, edits: vec![(section, String::new())] });
            subject.problems.found.push(unused);
        }
    }
}

fn named(allow: &AllowSpec) -> Option<ProblemKind> {
    ProblemKind::ALL.iter().copied().find(|kind| kind.name() == allow.lint.get_ref())
}

fn unknown(subject: &Subject, allow: &AllowSpec) -> Problem {
    let known: Vec<&str> = warnings().map(ProblemKind::name).collect();
    let message = format!("`{}` is no warning", allow.lint.get_ref());
    let advice = crate::rule::problem::did_you_mean(allow.lint.get_ref(), known);
    subject.problems.problem(ProblemKind::BadAllow, allow.lint.span(), message, advice)
}

fn warnings() -> impl Iterator<Item = ProblemKind> {
    ProblemKind::ALL.iter().copied().filter(|kind| kind.level() == Level::Warning)
}

/// What is wrong with allowing a kind, if anything: an error, or no reason.
fn unreasoned(subject: &Subject, allow: &AllowSpec, kind: ProblemKind) -> Option<Problem> {
    let bad =
        |span, message: String, advice| Some(subject.problems.problem(ProblemKind::BadAllow, span, message, advice));
    if kind.level() == Level::Error {
        let message = format!("`{}` is an error, which cannot be silenced", kind.name());
        return bad(allow.lint.span(), message, "put it right, and remove this");
    }
    if allow.why.get_ref().split_whitespace().count() < 2 {
        return bad(allow.why.span(), "this gives no reason".to_owned(), "say in `why` why it is right here");
    }
    None
}

/// Whether a warning is about a line that holds the words meant; about any where none are named.
fn is_meant(problem: &Problem, words: Option<&str>) -> bool {
    let Some(words) = words else { return true };
    let ((line, _), _) = problem.lines();
    problem.file.text.lines().nth(line - 1).is_some_and(|line| line.contains(words))
}

/// A section from its header to the next, or to the end; of comments before the next header only those that touch it belong to
/// that one.
fn block(text: &str, start: usize) -> std::ops::Range<usize> {
    let header_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline + 1);
    let mut end = header_end;
    for line in text[header_end..].split_inclusive('\n') {
        let line_is_key = !(line.starts_with('[') || line.starts_with('#') || line.trim().is_empty());
        if !line_is_key {
            break;
        }
        end += line.len();
    }
    let blank = text[end..].starts_with('\n');
    start..if blank { end + 1 } else { end }
}
