//! What is wrong with rule files: every error of every file, each with its place, a caret and advice.

use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// The kinds of error, named in their messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The file is not TOML.
    Syntax,
    /// A key that no rule file has.
    UnknownKey,
    /// A key that must be there.
    MissingKey,
    /// A value of another type, or a word that is none of those allowed.
    WrongType,
    /// A regular expression that cannot be read, or is too large.
    BadExpression,
    /// A slot that does not exist.
    UnknownSlot,
    /// A gap that can never match, or is used where it makes no sense.
    BadGap,
    /// A word list that neither the file nor the shared lists have.
    UnknownWords,
    /// A named group that is no field of the scope.
    UnknownGroup,
    /// A pattern that can match without its `{value}`.
    NoValue,
    /// An expression that matches the empty text.
    MatchesEmpty,
    /// Two rules of one id.
    DuplicateId,
    /// A `min`, `max`, `tolerance` or `stretch` that cannot be read or makes no sense.
    BadLimit,
    /// A stage without words, or a fixed stage whose name is misspelt.
    BadStage,
    /// A file name that is no rule id.
    BadId,
    /// A date that does not exist.
    BadDate,
}

impl ProblemKind {
    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::UnknownKey => "unknown-key",
            Self::MissingKey => "missing-key",
            Self::WrongType => "wrong-type",
            Self::BadExpression => "bad-expression",
            Self::UnknownSlot => "unknown-slot",
            Self::BadGap => "bad-gap",
            Self::UnknownWords => "unknown-words",
            Self::UnknownGroup => "unknown-group",
            Self::NoValue => "no-value",
            Self::MatchesEmpty => "matches-empty",
            Self::DuplicateId => "duplicate-id",
            Self::BadLimit => "bad-limit",
            Self::BadStage => "bad-stage",
            Self::BadId => "bad-id",
            Self::BadDate => "bad-date",
        }
    }
}

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
}

impl Problem {
    /// The message with file, line, column, caret and advice.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let path = self.file.path.display().to_string();
        let marked = AnnotationKind::Primary.span(self.clamped());
        let snippet = Snippet::source(&*self.file.text).path(path).annotation(marked);
        let mut group = Level::ERROR.primary_title(&self.message).id(self.kind.name()).element(snippet);
        if !self.advice.is_empty() {
            group = group.element(Level::HELP.message(&self.advice));
        }
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }

    /// The span, kept inside the file and on its first line: a caret under twenty lines helps nobody.
    fn clamped(&self) -> Range<usize> {
        let text = &*self.file.text;
        let start = floor(text, self.span.start);
        let line_end = text[start..].find('\n').map_or(text.len(), |offset| start + offset);
        let end = floor(text, self.span.end).min(line_end);
        start..end.max(start)
    }
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Everything wrong with a set of rule files, by file and place.
#[derive(Debug)]
pub struct RuleErrors {
    pub(super) problems: Vec<Problem>,
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
pub(super) struct Problems {
    pub(super) file: RuleFile,
    pub(super) found: Vec<Problem>,
}

impl Problems {
    pub(super) fn new(file: RuleFile) -> Self {
        Self { file, found: Vec::new() }
    }

    pub(super) fn add(
        &mut self,
        kind: ProblemKind,
        span: Range<usize>,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let (message, advice) = (message.into(), advice.into());
        self.found.push(Problem { kind, file: self.file.clone(), span, message, advice });
    }

    /// The line of a byte of the file, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.file.text[..floor(&self.file.text, at)].matches('\n').count()
    }
}

/// "did you mean `x`?" for the nearest of `known`, else the list of them.
pub(super) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(word, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => String::new(),
        None => format!("known are: {}", known.join(", ")),
    }
}

/// The nearest of `known`, if any is near.
fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    const NEAR: f64 = 0.8;
    let scored = known.iter().map(|&candidate| (strsim::jaro_winkler(word, candidate), candidate));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, candidate)| candidate)
}
