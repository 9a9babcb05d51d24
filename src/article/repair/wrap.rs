//! Hard-wrapped text: a line that goes on in the next one. The break becomes a space, so that no figure is cut in two.

use super::super::revision::Edit;

/// A line shorter than this was not wrapped: it is a heading, a cell, a byline, a line of verse.
const WRAPPED: usize = 40;
/// No wrapped text has longer lines than this; longer ones are paragraphs.
const WIDEST: usize = 140;
/// Lines that must go on in a small letter or a figure before a text counts as wrapped throughout.
const HABIT: usize = 2;

/// The edits of a text.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut start = 0;
    let mut lines = Vec::new();
    for at in memchr::memchr_iter(b'\n', text.as_bytes()) {
        lines.push((&text[start..at], at));
        start = at + 1;
    }
    let sure = lines.iter().filter(|(above, at)| goes_on(above, &text[at + 1..])).count();
    let full = if sure >= HABIT { full_line(&lines) } else { usize::MAX };
    let joins = |(above, at): &&(&str, usize)| {
        goes_on(above, &text[at + 1..])
            || (above.len() >= full && is_open(above) && text[at + 1..].starts_with(char::is_alphabetic))
    };
    lines.iter().filter(joins).map(|(_, at)| Edit::replace(*at..at + 1, " ")).collect()
}

/// The length from which a line of a wrapped text is full: a long word of fifteen letters may have been pushed to the next.
fn full_line(lines: &[(&str, usize)]) -> usize {
    let longest = lines.iter().map(|(line, _)| line.len()).filter(|&length| length <= WIDEST).max().unwrap_or(0);
    longest.saturating_sub(15).max(WRAPPED)
}

/// Whether a long line ends inside a sentence and the next begins with a small letter or a figure that is no list number.
fn goes_on(above: &str, below: &str) -> bool {
    let figure = below.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let listed = below[figure.len()..].starts_with(['.', ')']);
    let continues = below.starts_with(char::is_lowercase) || (!figure.is_empty() && !listed);
    above.len() >= WRAPPED && is_open(above) && continues
}

/// Whether a line ends inside a sentence.
fn is_open(line: &str) -> bool {
    line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '’' | '\''))
}

#[cfg(test)]
mod tests {
    use super::super::tests::repaired;

    #[test]
    fn a_wrapped_line_goes_on() {
        let wrapped =
            "Their first call, which was held on the 12th of February, lasted an\nhour and a half. It ended well.";
        assert_eq!(repaired(wrapped), wrapped.replace('\n', " "));
        let figure = "By the evening the rescue workers had recovered more than\n300 bodies from the ruins.";
        assert_eq!(repaired(figure), figure.replace('\n', " "));
    }

    #[test]
    fn a_text_that_is_wrapped_throughout_joins_names_too() {
        let wrapped = "The lawmaker asked on Wednesday for a briefing on the telephone call that\nthe president had held the day before with the Russian leader Vladimir\nPutin, and for a record of what was promised, so that everybody could read\nit for themselves.";
        assert_eq!(repaired(wrapped), wrapped.replace('\n', " "));
    }

    #[test]
    fn headings_lists_and_paragraphs_stay() {
        for text in [
            "Short heading\nhere it begins and runs on for a good while.",
            "The minister named three conditions in his long speech yesterday\n1. the first of them was peace",
            "A paragraph ends here after a good number of words and a stop.\nanother one begins in small letters",
            "The number of people who were killed on that day in the region\n\n300 were hurt.",
        ] {
            assert_eq!(repaired(text), text);
        }
    }
}
