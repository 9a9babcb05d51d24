//! A sentence with its parts underlined and named below, in as many lines as it takes.

use crate::article::Span;
use crate::report::text;

/// A part of a sentence and what it is called.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) label: String,
}

/// One word with the mark that it belongs to.
struct Word<'a> {
    text: String,
    mark: Option<usize>,
    /// Whether a blank stands before it.
    spaced: bool,
    marks: &'a [Mark],
}

/// The lines: words, what is underlined of them, and the labels below, each in the first line where there is room for it.
pub(super) fn underlined(whole: &str, sentence: Span, marks: &[Mark], columns: usize) -> Vec<String> {
    let words = words(whole, sentence, marks);
    lines(&words, columns).into_iter().flat_map(|line| drawn(line)).collect()
}

/// The words of the sentence; a mark that begins or ends inside a word divides it.
fn words<'a>(whole: &str, sentence: Span, marks: &'a [Mark]) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut at = sentence.start();
    for (index, mark) in marks.iter().enumerate().filter(|(_, mark)| sentence.contains(mark.span)) {
        if mark.span.start() < at {
            continue;
        }
        add(&mut words, &whole[at..mark.span.start()], None, marks);
        add(&mut words, mark.span.text(whole), Some(index), marks);
        at = mark.span.end();
    }
    add(&mut words, &whole[at..sentence.end()], None, marks);
    words
}

fn add<'a>(words: &mut Vec<Word<'a>>, stretch: &str, mark: Option<usize>, marks: &'a [Mark]) {
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let ended = blank(stretch.chars().next());
    for (index, word) in stretch.split_whitespace().enumerate() {
        let open = words.last().is_some_and(|last: &Word<'_>| last.text.ends_with(' '));
        let spaced = index > 0 || ended || open;
        words.push(Word { text: text::clean(word), mark, spaced, marks });
    }
    // A blank at the end is kept for the word that follows.
    if blank(stretch.chars().next_back()) {
        words.push(Word { text: " ".to_owned(), mark: None, spaced: false, marks });
    }
}

/// Words in lines of at most `columns`.
fn lines<'w, 'a>(words: &'w [Word<'a>], columns: usize) -> Vec<Vec<&'w Word<'a>>> {
    let mut lines: Vec<Vec<&Word<'_>>> = vec![Vec::new()];
    let mut used = 0;
    for word in words.iter().filter(|word| word.text != " ") {
        let needed = text::width(&word.text) + usize::from(word.spaced);
        if used + needed > columns && word.spaced && used > 0 {
            lines.push(Vec::new());
            used = 0;
        }
        used += needed;
        if let Some(line) = lines.last_mut() {
            line.push(word);
        }
    }
    lines
}

/// A line of words with its underlines and labels.
fn drawn(line: Vec<&Word<'_>>) -> Vec<String> {
    let (mut words, mut under) = (String::new(), String::new());
    let mut labels: Vec<(usize, &str)> = Vec::new();
    let mut last = None;
    for word in line {
        let joined = word.mark.is_some() && word.mark == last;
        if word.spaced && !words.is_empty() {
            words.push(' ');
            under.push(if joined { '─' } else { ' ' });
        }
        if let Some(mark) = word.mark.filter(|_| !joined) {
            labels.push((text::width(&words), &word.marks[mark].label));
        }
        words.push_str(&word.text);
        let ruled = if word.mark.is_some() { "─" } else { " " };
        under.push_str(&ruled.repeat(text::width(&word.text)));
        last = word.mark;
    }
    let mut drawn = vec![words];
    if !labels.is_empty() {
        drawn.push(under.trim_end().to_owned());
        drawn.extend(placed(&labels));
    }
    drawn
}

/// Labels, each under its place in the first row where it does not run into another.
fn placed(labels: &[(usize, &str)]) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for (column, label) in labels {
        let free = rows.iter().position(|row| row.is_empty() || text::width(row) < *column);
        let row = free.unwrap_or_else(|| {
            rows.push(String::new());
            rows.len() - 1
        });
        let pad = column.saturating_sub(text::width(&rows[row]));
        rows[row].push_str(&" ".repeat(pad));
        rows[row].push_str(label);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marks: &[(&str, &str)], columns: usize) -> String {
        let mark = |(words, label): &(&str, &str)| {
            let start = text.find(words).unwrap_or_default();
            Mark { span: Span::of(start, start + words.len()), label: (*label).to_owned() }
        };
        let marks: Vec<Mark> = marks.iter().map(mark).collect();
        underlined(text, Span::of(0, text.len()), &marks, columns).join("\n")
    }

    #[test]
    fn parts_are_underlined_and_named() {
        assert_eq!(
            shown(
                "Lena Hart spoke for two hours.",
                &[("Lena Hart", "{person}"), ("two hours", "{value} duration")],
                60
            ),
            "Lena Hart spoke for two hours.\n─────────           ─────────\n{person}            {value} duration"
        );
    }

    #[test]
    fn labels_that_would_run_together_go_below_one_another() {
        assert_eq!(
            shown("Rome, 2 May:", &[("Rome", "{place}"), ("2 May", "{value} date")], 60),
            "Rome, 2 May:\n────  ─────\n{place}\n      {value} date"
        );
    }

    #[test]
    fn long_sentences_are_broken() {
        let drawn = shown("One long sentence of two hours or more", &[("two hours", "{value}")], 24);
        assert_eq!(
            drawn,
            "One long sentence of two\n                     ───\n                     {value}\nhours or more\n─────\n{value}"
        );
    }
}
