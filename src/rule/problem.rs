//! What is wrong with rule files: every error of every file, each with its place, a caret and advice.

use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Renderer, Snippet};

use super::kind::{Level, ProblemKind};

/// A rule file's text with its path.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// Where it was read from; the stem is the rule's id, the folder its pack.
    pub path: Arc<Path>,
    /// What it says.
    pub text: Arc<str>,
}

/// One thing wrong in one file.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What kind.
    pub kind: ProblemKind,
    /// The file.
    pub file: RuleFile,
    /// Where in the file, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// Another place of the file that explains it, with a word about it.
    pub beside: Option<(Range<usize>, String)>,
    /// How it can be put right without judgement.
    pub fix: Option<Fix>,
}

/// A change that puts a problem right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, for people.
    pub what: String,
    /// Its edits: places of the file and their new text, none overlapping another.
    pub edits: Vec<(Range<usize>, String)>,
}

impl Problem {
    /// How serious it is.
    pub fn level(&self) -> Level {
        self.kind.level()
    }

    /// Line and column (in characters) of its beginning and of its end, from 1.
    pub fn lines(&self) -> ((usize, usize), (usize, usize)) {
        let span = self.clamped();
        (position(&self.file.text, span.start), position(&self.file.text, span.end))
    }

    /// The message with file, line, column, caret and advice.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let path = self.file.path.display().to_string();
        let marked = AnnotationKind::Primary.span(self.clamped());
        let beside = self
            .beside
            .iter()
            .map(|(span, label)| AnnotationKind::Context.span(first_line(&self.file.text, span)).label(label));
        let snippet = Snippet::source(&*self.file.text).path(path).annotation(marked).annotations(beside);
        let level = match self.level() {
            Level::Error => annotate_snippets::Level::ERROR,
            Level::Warning => annotate_snippets::Level::WARNING,
        };
        let mut group = level.primary_title(&self.message).id(self.kind.name()).element(snippet);
        if !self.advice.is_empty() {
            group = group.element(annotate_snippets::Level::HELP.message(&self.advice));
        }
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }

    fn clamped(&self) -> Range<usize> {
        first_line(&self.file.text, &self.span)
    }
}

/// A span, kept inside the file and on its first line: a caret under twenty lines helps nobody.
fn first_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor(text, span.start);
    let line_end = text[start..].find('\n').map_or(text.len(), |offset| start + offset);
    let end = floor(text, span.end).min(line_end);
    start..end.max(start)
}

/// Line and column of a byte, from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..floor(text, at)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Everything wrong with a set of rule files, by file and place.
#[derive(Debug)]
pub struct RuleErrors {
    pub(crate) problems: Vec<Problem>,
}

impl RuleErrors {
    /// The errors, by file and place.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// All messages, a blank line between them.
    pub fn render(&self, colour: bool) -> String {
        let rendered: Vec<_> = self.problems.iter().map(|problem| problem.render(colour)).collect();
        rendered.join("\n\n")
    }
}

impl fmt::Display for RuleErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for RuleErrors {}

/// Collects what is wrong with one file.
#[derive(Debug)]
pub(crate) struct Problems {
    pub(crate) file: RuleFile,
    pub(crate) found: Vec<Problem>,
}

impl Problems {
    pub(crate) fn new(file: RuleFile) -> Self {
        Self { file, found: Vec::new() }
    }

    pub(crate) fn add(
        &mut self,
        kind: ProblemKind,
        span: Range<usize>,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let problem = self.problem(kind, span, message, advice);
        self.found.push(problem);
    }

    /// A problem of this file, not yet added.
    pub(crate) fn problem(
        &self,
        kind: ProblemKind,
        span: Range<usize>,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) -> Problem {
        let (message, advice) = (message.into(), advice.into());
        Problem { kind, file: self.file.clone(), span, message, advice, beside: None, fix: None }
    }

    /// Adds a word that is none of those known, with the nearest as its fix where one alone is near.
    pub(super) fn add_misspelt<'a>(
        &mut self,
        kind: ProblemKind,
        span: Range<usize>,
        message: impl Into<String>,
        word: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let known: Vec<&str> = known.into_iter().collect();
        let mut problem = self.problem(kind, span.clone(), message, did_you_mean(word, known.iter().copied()));
        problem.fix = only_near(word, &known).and_then(|near| {
            // Around a value stand its quotation marks.
            let at = span.start + self.file.text.get(span.clone())?.find(word)?;
            Some(Fix { what: format!("`{word}` is now `{near}`"), edits: vec![(at..at + word.len(), near.to_owned())] })
        });
        self.found.push(problem);
    }

    /// The line of a byte of the file, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        1 + memchr::memchr_iter(b'\n', &self.file.text.as_bytes()[..at.min(self.file.text.len())]).count()
    }
}

/// "did you mean `x`?" for the nearest of `known`, else the list of them.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => String::new(),
        None => format!("known are: {}", known.join(", ")),
    }
}

/// From which similarity a word is near.
const NEAR: f64 = 0.8;

fn near<'a>(word: &str, known: &[&'a str]) -> Vec<(f64, &'a str)> {
    let scored = known.iter().map(|&candidate| (strsim::jaro_winkler(word, candidate), candidate));
    scored.filter(|(score, _)| *score >= NEAR).collect()
}

/// The nearest of `known`, if any is near.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    near(word, known).into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}

/// The one of `known` that is near, where no other is.
fn only_near<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    match near(word, known).as_slice() {
        [(_, candidate)] => Some(candidate),
        _ => None,
    }
}
