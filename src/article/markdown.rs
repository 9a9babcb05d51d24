//! Markdown: only the words of an article are scanned. Marks, link targets, image addresses, code blocks and HTML tags are
//! hidden; blocks, list items and table cells are kept apart, so that their figures never run together.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::revision::Edit;

/// The edits that leave the words, and whether the text begins with a heading.
pub(super) fn words_only(text: &str) -> (Vec<Edit>, bool) {
    let mut words = Words { text, ..Words::default() };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        words.take(&event, range);
    }
    if !text[words.done..].trim().is_empty() {
        words.edits.push(Edit::delete(words.done..text.len()));
    }
    (words.edits, words.heading)
}

/// How far apart two stretches of words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Line,
    Block,
}

#[derive(Default)]
struct Words<'a> {
    text: &'a str,
    edits: Vec<Edit>,
    /// The end of the words taken so far.
    done: usize,
    gap: Gap,
    /// Whether the events belong to a block of code.
    code: bool,
    started: bool,
    heading: bool,
}

impl Words<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(*tag),
            Event::Text(words) if !self.code => self.keep(words, range),
            Event::Code(words) => self.keep_inside(words, &range),
            Event::SoftBreak | Event::HardBreak => self.part(Gap::Line),
            Event::Html(_) => self.keep_between_tags(&range),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.part(Gap::Line),
            Event::Rule => self.part(Gap::Block),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.heading |= !self.started;
                self.part(Gap::Block);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.code = true,
            Tag::Item | Tag::TableHead | Tag::TableRow | Tag::TableCell => self.part(Gap::Line),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } => {}
            _ => self.part(Gap::Block),
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Table | TagEnd::List(_) => self.part(Gap::Block),
            TagEnd::CodeBlock => {
                self.code = false;
                self.part(Gap::Block);
            }
            _ => {}
        }
    }

    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Keeps words; where they stand otherwise in the source (`&amp;`), the source is replaced.
    fn keep(&mut self, words: &str, range: Range<usize>) {
        self.cut(range.start);
        if self.text[range.clone()] != *words {
            self.edits.push(Edit::replace(range.clone(), words.to_owned()));
        }
        self.done = range.end;
        self.started = true;
    }

    /// Keeps words that stand inside marks.
    fn keep_inside(&mut self, words: &str, range: &Range<usize>) {
        if let Some(at) = self.text[range.clone()].find(words) {
            self.keep(words, range.start + at..range.start + at + words.len());
        }
    }

    /// Keeps what stands between tags of HTML.
    fn keep_between_tags(&mut self, range: &Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let end = self.text[at..range.end].find('<').map_or(range.end, |found| at + found);
            let words = self.text[at..end].trim();
            self.keep_inside(words, &(at..end));
            self.part(Gap::Line);
            at = self.text[end..range.end].find('>').map_or(range.end, |found| end + found + 1);
        }
    }

    /// Hides what stands before the next words, leaving the gap between them.
    fn cut(&mut self, next: usize) {
        let between = match self.gap {
            _ if !self.started => "",
            Gap::None => "",
            Gap::Line => "\n",
            Gap::Block => "\n\n",
        };
        self.gap = Gap::None;
        if next > self.done || !between.is_empty() {
            let range = self.done.min(next)..next;
            if self.text[range.clone()] != *between {
                self.edits.push(Edit { range, with: Cow::Borrowed(between) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::super::revision::Revision;
    use super::*;

    fn words(text: &str) -> String {
        let mut revision = Revision::new(Field::Text, text.to_owned());
        revision.apply(words_only(text).0);
        revision.text().to_owned()
    }

    #[test]
    fn marks_and_addresses_are_hidden() {
        assert_eq!(
            words("# Talks *end*\n\nIt was [two hours](http://x.example/2024/5), **not** 3."),
            "Talks end\n\nIt was two hours, not 3."
        );
        assert_eq!(words("![A map](map-300.png \"x\") Text &amp; more `5 km`."), "A map Text & more 5 km.");
        assert_eq!(words("Text\n\n```\nlet x = 5;\n```\n\nMore <b>bold</b>."), "Text\n\nMore bold.");
        assert_eq!(words("One[^1].\n\nTwo <!-- 300 --> three.\n\n[^1]: See 5."), "One.\n\nTwo  three.\n\nSee 5.");
    }

    #[test]
    fn cells_and_items_are_kept_apart() {
        assert_eq!(words("| a | b |\n|---|---|\n| 1 | 200 |\n"), "a\nb\n1\n200");
        assert_eq!(words("- 1,200 troops\n- 30 tanks\n\nText\nline"), "1,200 troops\n30 tanks\n\nText\nline");
        assert_eq!(words("1. Talks\n2. More talks"), "Talks\nMore talks");
    }

    #[test]
    fn plain_prose_is_left_alone() {
        assert!(words_only("Plain text, 5*3 and a_b_c.\nNext line.\n\nNext.").0.is_empty());
    }
}
