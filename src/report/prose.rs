//! Markdown as a terminal shows it: paragraphs and lists wrapped, headings and code set off, nothing else.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::style::{Ink, mark};
use super::text;

/// The blocks of a text, a blank line between them, each line within `width`.
pub(super) fn rendered(markdown: &str, width: usize) -> String {
    let mut prose = Prose { width, ..Prose::default() };
    Parser::new(markdown).for_each(|event| prose.take(event));
    prose.out
}

#[derive(Default)]
struct Prose {
    width: usize,
    out: String,
    /// The words of the block that is being read.
    words: String,
    /// Lists around it: the number of the next item, where they are numbered.
    lists: Vec<Option<u64>>,
    strong: bool,
    code: bool,
}

impl Prose {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.code => words.lines().for_each(|line| self.line(line)),
            Event::Text(words) => self.push(&words),
            Event::Code(words) => self.words.push_str(&mark(Ink::Strong, &format!("`{}`", text::clean(&words)))),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => self.flush(),
            Tag::Heading { .. } | Tag::Strong | Tag::Emphasis => self.strong = true,
            Tag::CodeBlock(_) => {
                self.blank();
                self.code = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.strong = false,
            TagEnd::CodeBlock => self.code = false,
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Item => self.flush(),
            TagEnd::Paragraph | TagEnd::Heading(_) => {
                self.strong = false;
                self.flush();
            }
            _ => {}
        }
    }

    fn push(&mut self, words: &str) {
        let words = text::clean_inside(words);
        self.words.push_str(&if self.strong { mark(Ink::Strong, &words) } else { words });
    }

    /// Writes the block that has been read.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        let lead = self.lead();
        if self.lists.is_empty() {
            self.blank();
        }
        let hang = text::width(&lead);
        let lines = text::wrap(words.trim(), self.width.saturating_sub(hang).max(20));
        let _ = writeln!(self.out, "{lead}{}", lines.join(&format!("\n{}", " ".repeat(hang))));
    }

    /// What stands before the first line of a list item.
    fn lead(&mut self) -> String {
        let depth = self.lists.len();
        match self.lists.last_mut() {
            None => String::new(),
            Some(None) => format!("{}- ", "  ".repeat(depth - 1)),
            Some(Some(number)) => {
                *number += 1;
                format!("{}{}. ", "  ".repeat(depth - 1), *number - 1)
            }
        }
    }

    fn blank(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "    {}", text::clean_inside(line));
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::paint;
    use super::*;

    #[test]
    fn blocks_are_set_apart_and_wrapped() {
        let markdown = "Finds `ships` that are *held up*\nin a canal.\n\n- one that is long enough to be wrapped\n- two\n\n```\na {gap:2}b\n```\n";
        let shown = paint(&rendered(markdown, 30), None, false);
        let expected = "Finds `ships` that are held up\nin a canal.\n- one that is long enough to\n  be wrapped\n- two\n\n    a {gap:2}b\n";
        assert_eq!(shown, expected);
    }
}
