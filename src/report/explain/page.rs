//! The page that explanations are written on: headings, fields with hanging values, lines.

use super::Case;
use crate::claim::Claim;
use crate::report::rows::Voice;
use crate::report::style::{Ink, mark, paint};
use crate::report::text;
use crate::verdict::Verdict;

/// Columns of a field's name.
const NAME: usize = 14;

/// Text in the making.
pub(super) struct Page {
    body: String,
    width: usize,
    colour: bool,
    verdict: Option<Verdict>,
}

impl Page {
    pub(super) fn new(case: &Case<'_>, verdict: Option<Verdict>) -> Self {
        Self { body: String::new(), width: case.width, colour: case.colour, verdict }
    }

    /// A heading, after an empty line where something stands before it.
    pub(super) fn heading(&mut self, heading: &str) {
        if !self.body.is_empty() {
            self.body.push('\n');
        }
        self.body.push_str(&mark(Ink::Strong, heading));
        self.body.push('\n');
    }

    /// A name and what it stands for, wrapped under itself.
    pub(super) fn field(&mut self, name: &str, value: &str) {
        let room = self.width.saturating_sub(NAME + 3).max(20);
        for (at, line) in text::wrap(value, room).iter().enumerate() {
            let name = if at == 0 { name } else { "" };
            let pad = NAME.saturating_sub(text::width(name));
            let line = ["  ", &mark(Ink::Faint, name), &" ".repeat(pad + 1), line, "\n"].concat();
            self.body.push_str(&line);
        }
    }

    /// A line of its own, wrapped under itself.
    pub(super) fn line(&mut self, words: &str) {
        for (at, line) in text::wrap(words, self.width.saturating_sub(4).max(20)).iter().enumerate() {
            self.body.push_str(if at == 0 { "  " } else { "    " });
            self.body.push_str(line);
            self.body.push('\n');
        }
    }

    /// Lines that are laid out already.
    pub(super) fn drawn(&mut self, lines: &[String]) {
        for line in lines {
            self.body.push_str("  ");
            self.body.push_str(line);
            self.body.push('\n');
        }
    }

    /// A claim in two lines: its figure, its outlet and place; its sentence.
    pub(super) fn quote(&mut self, case: &Case<'_>, claim: &Claim, name: &str) {
        let voice = Voice { claim, article: case.index.article(claim) };
        let day = voice.day().map(|day| format!(" · {day}")).unwrap_or_default();
        let figure = mark(Ink::Figure, &format!("“{}”", text::clean(&claim.text)));
        self.field(name, &format!("{figure} · {}{day} · {}", voice.outlet(), voice.place()));
    }

    /// The sentence of a claim, its figure marked.
    pub(super) fn sentence(&mut self, claim: &Claim) {
        let whole = text::excerpt(&claim.sentence, claim.at, &claim.text, usize::MAX / 4);
        self.line(&format!("{}{}{}", whole.before, mark(Ink::Figure, &whole.figure), whole.after));
    }

    pub(super) fn finish(self) -> String {
        paint(&self.body, self.verdict, self.colour)
    }
}

/// The start of an id.
pub(super) fn short(id: &str) -> String {
    id.chars().take(8).collect()
}
