//! Colour: words are marked before they are laid out, with characters that take no column, and the marks become escape
//! sequences, or nothing, once the layout stands.

use anstyle::{AnsiColor, Style};

use crate::verdict::Verdict;

/// What a stretch of text is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// The figure that a row is about.
    Figure,
    /// What may be read last: places, ids.
    Faint,
    /// The colour of the verdict.
    Verdict,
    /// Who says so.
    Strong,
    /// Words that differ from those of another source.
    Differs,
}

/// The ends of a marked stretch. Invisible operators: no terminal shows them, no article keeps them (`text::clean`).
const END: char = '\u{2060}';
const MARKS: [(Ink, char); 5] = [
    (Ink::Figure, '\u{2061}'),
    (Ink::Faint, '\u{2062}'),
    (Ink::Verdict, '\u{2063}'),
    (Ink::Strong, '\u{2064}'),
    (Ink::Differs, '\u{206a}'),
];

/// Marks each word, so that a line break between words never lies inside a mark.
pub(super) fn mark(ink: Ink, text: &str) -> String {
    let Some((_, start)) = MARKS.iter().find(|(of, _)| *of == ink) else { return text.to_owned() };
    let words = text.split(' ').map(|word| if word.is_empty() { String::new() } else { format!("{start}{word}{END}") });
    words.collect::<Vec<_>>().join(" ")
}

/// Turns marks into escape sequences in the verdict's colours, or takes them out.
pub(super) fn paint(laid_out: &str, verdict: Option<Verdict>, colour: bool) -> String {
    let mut painted = String::with_capacity(laid_out.len());
    let mut open = None;
    for c in laid_out.chars() {
        let starts = MARKS.iter().find(|(_, start)| *start == c).map(|&(ink, _)| style(ink, verdict));
        let stops = matches!(c, END | '\n') || starts.is_some();
        if let (true, Some(style)) = (stops, open) {
            close(&mut painted, style, colour);
            open = None;
        }
        match starts {
            Some(style) => {
                push(&mut painted, &style.render().to_string(), colour);
                open = Some(style);
            }
            None if c == END => {}
            None => painted.push(c),
        }
    }
    painted
}

fn close(painted: &mut String, style: Style, colour: bool) {
    push(painted, &style.render_reset().to_string(), colour);
}

fn push(painted: &mut String, sequence: &str, colour: bool) {
    if colour {
        painted.push_str(sequence);
    }
}

fn style(ink: Ink, verdict: Option<Verdict>) -> Style {
    match ink {
        Ink::Figure | Ink::Verdict => verdict_style(verdict).bold(),
        Ink::Faint => Style::new().dimmed(),
        Ink::Strong => Style::new().bold(),
        Ink::Differs => verdict_style(verdict).bold().underline(),
    }
}

fn verdict_style(verdict: Option<Verdict>) -> Style {
    let colour = match verdict {
        Some(Verdict::Conflict) => AnsiColor::Red,
        Some(Verdict::Differ) => AnsiColor::Yellow,
        Some(Verdict::Unresolved) => AnsiColor::Magenta,
        Some(Verdict::Agree) => AnsiColor::Green,
        Some(Verdict::Single) | None => return Style::new(),
    };
    colour.on_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_take_no_column_and_vanish_without_colour() {
        let marked = mark(Ink::Figure, "two hours");
        assert_eq!(super::super::text::width(&marked), 9);
        assert_eq!(super::super::text::width(&mark(Ink::Differs, "two hours")), 9);
        assert_eq!(paint(&marked, None, false), "two hours");
        assert_eq!(paint(&marked, None, true), "\u{1b}[1mtwo\u{1b}[0m \u{1b}[1mhours\u{1b}[0m");
    }

    #[test]
    fn a_mark_that_a_line_break_cut_is_closed() {
        let cut = mark(Ink::Faint, "path").replace('t', "t\n");
        assert_eq!(paint(&cut, None, true), "\u{1b}[2mpat\u{1b}[0m\nh");
    }
}
