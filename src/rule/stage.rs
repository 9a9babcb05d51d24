//! Stages: the words of a rule that say how far a thing has come (proposed, agreed, delivered).

use std::ops::Range;
use std::sync::OnceLock;

use regex::bytes::{Regex, RegexBuilder};

/// A stage and its words, looked for in plain text.
#[derive(Debug)]
pub struct Stage {
    name: String,
    /// The words as one expression, without boundaries.
    words: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Stage {
    pub(super) fn new(name: String, words: String) -> Self {
        Self { name, words, compiled: OnceLock::new() }
    }

    /// Its name: `proposed`, `agreed`, …
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where its words stand in `text` (a sentence or paragraph, ASCII case ignored), in order, in bytes.
    pub fn find_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let found = self.regex().map(|regex| regex.find_iter(text.as_bytes()).map(|found| found.range()));
        found.into_iter().flatten()
    }

    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| compile(&self.words).ok()).as_ref()
    }
}

/// Compiles stage words: whole words, ASCII case ignored.
pub(super) fn compile(words: &str) -> Result<Regex, regex::Error> {
    let whole = format!(r"\b{{start-half}}(?:{words})\b{{end-half}}");
    RegexBuilder::new(&whole).unicode(false).case_insensitive(true).build()
}
