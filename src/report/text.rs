//! Words of articles made fit for a terminal: cleaned of control characters, measured, cut and wrapped by columns.

use std::borrow::Cow;

use anstream::adapter::strip_str;
use unicode_width::UnicodeWidthStr;

/// What stands for words left out.
const CUT: char = '…';

/// A text on one line, without escape sequences, control characters, marks that turn the direction of what follows, and
/// the marks that stand for colours; runs of white space are one space.
pub fn clean(text: &str) -> String {
    let text: Cow<'_, str> =
        if text.contains('\u{1b}') { strip_str(text).to_string().into() } else { Cow::Borrowed(text) };
    let mut clean = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| c.is_whitespace() || !is_unsafe(c)) {
        if !c.is_whitespace() {
            clean.push(c);
        } else if !clean.is_empty() && !clean.ends_with(' ') {
            clean.push(' ');
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// A text from inside another, cleaned: a blank that stands at its beginning or end stays there.
pub(super) fn clean_inside(text: &str) -> String {
    let blank = |stands: bool| if stands { " " } else { "" };
    let words = clean(text);
    if words.is_empty() {
        return blank(text.contains(char::is_whitespace)).to_owned();
    }
    let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{words}{}", blank(before), blank(after))
}

/// Control characters, and marks without width that could hide or reorder text; joiners inside a word stay.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// The columns that a text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// A text cut to `columns` at a word boundary, with `…` where something was left out.
pub(super) fn clip(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = take(text, columns.saturating_sub(2)).to_owned();
    kept.push_str(if kept.ends_with(' ') || kept.is_empty() { "" } else { " " });
    kept.push(CUT);
    kept
}

/// The longest start of `text` within `columns`, cut at a word boundary where there is one.
fn take(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find_map(|(at, c)| {
        used += width(c.encode_utf8(&mut [0; 4]));
        (used > columns).then_some(at)
    });
    let Some(end) = end else { return text };
    let whole_word = text[end..].starts_with(' ');
    let cut = if whole_word { end } else { text[..end].rfind(' ').unwrap_or(end) };
    text[..cut].trim_end()
}

/// The longest end of `text` within `columns`, cut at a word boundary where there is one.
fn take_end(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let start = text.char_indices().rev().find_map(|(at, c)| {
        used += width(c.encode_utf8(&mut [0; 4]));
        (used > columns).then_some(at + c.len_utf8())
    });
    let Some(start) = start else { return text };
    let whole_word = text[..start].ends_with(' ');
    let cut = if whole_word { start } else { text[start..].find(' ').map_or(start, |at| start + at) };
    text[cut..].trim_start()
}

/// The words around a figure: what stands before it, the figure, and what stands after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Before, ending in a space where one stands there.
    pub(super) before: String,
    /// The figure; empty where it was not found in the sentence.
    pub(super) figure: String,
    /// After.
    pub(super) after: String,
}

/// Cuts `sentence` to about `columns` around `figure`, which stands at `at`; where it does not, the first place where it
/// stands as words of its own is taken.
pub(super) fn excerpt(sentence: &str, at: usize, figure: &str, columns: usize) -> Excerpt {
    let stands = sentence.get(at..).is_some_and(|rest| !figure.is_empty() && rest.starts_with(figure));
    let Some(at) = stands.then_some(at).or_else(|| find_words(sentence, figure)) else {
        return Excerpt { before: clip(&clean(sentence), columns), figure: String::new(), after: String::new() };
    };
    let (before, after) = (before(&sentence[..at]), after(&sentence[at + figure.len()..]));
    let figure = clean(figure);
    let room = columns.saturating_sub(width(&figure));
    let (left, right) = shares(width(&before), width(&after), room);
    Excerpt { before: cut_before(&before, left), figure, after: cut_after(&after, right) }
}

/// Cleaned, with a space at the end where one stood there.
fn before(text: &str) -> String {
    let space = if text.ends_with(char::is_whitespace) && !text.trim().is_empty() { " " } else { "" };
    clean(text) + space
}

/// Cleaned, with a space at the beginning where one stood there.
fn after(text: &str) -> String {
    let space = if text.starts_with(char::is_whitespace) && !text.trim().is_empty() { " " } else { "" };
    space.to_owned() + &clean(text)
}

/// Splits the room: each side gets half, and what the other does not need. What leads to a figure says more than what
/// follows it, so the left side gets three fifths where both are long.
fn shares(before: usize, after: usize, room: usize) -> (usize, usize) {
    let left = (room * 3 / 5).max(room.saturating_sub(after)).min(before);
    (left, room.saturating_sub(left))
}

fn cut_before(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    format!("{CUT} {}", take_end(text, columns.saturating_sub(2)))
}

fn cut_after(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let kept = take(text, columns.saturating_sub(2));
    format!("{kept} {CUT}")
}

/// Where `words` stand in `text` with no letter or digit glued to either end; else where they stand at all.
fn find_words(text: &str, words: &str) -> Option<usize> {
    let free = |at: usize| {
        let glued = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !glued(text[..at].chars().next_back()) && !glued(text[at + words.len()..].chars().next())
    };
    let mut places = text.match_indices(words).map(|(at, _)| at);
    (!words.is_empty()).then(|| places.clone().find(|&at| free(at)).or_else(|| places.next())).flatten()
}

/// A text in lines of at most `columns`, broken at spaces; a word longer than a line stands alone.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let at = lines.len() - 1;
        if lines[at].is_empty() {
            lines[at].push_str(word);
        } else if width(&lines[at]) + 1 + width(word) <= columns {
            lines[at].push(' ');
            lines[at].push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_controls_do_not_pass() {
        assert_eq!(clean("a\u{1b}[31mred\u{1b}[0m\tb\r\nc\u{7}\u{9b}2J"), "ared b c2J");
        assert_eq!(clean("\u{1b}]0;title\u{7}text"), "text");
        assert_eq!(clean("safe\u{202e}txet"), "safetxet");
        assert_eq!(clean("  two \n words  "), "two words");
    }

    #[test]
    fn excerpts_are_cut_at_words_around_the_figure() {
        let sentence = "The long and winding description of the meeting says that it took 17 hours in all, with a few \
                        pauses for coffee and for calls home.";
        let cut = excerpt(sentence, 0, "17 hours", 50);
        assert_eq!(
            cut,
            Excerpt {
                before: "… says that it took ".into(),
                figure: "17 hours".into(),
                after: " in all, with a …".into()
            }
        );
    }

    #[test]
    fn a_figure_is_found_as_a_word_of_its_own() {
        let cut = excerpt("In 2017 some 17 came", 0, "17", 60);
        assert_eq!((cut.before.as_str(), cut.after.as_str()), ("In 2017 some ", " came"));
        assert_eq!(excerpt("nothing of it here", 0, "17", 60).figure, "");
    }

    #[test]
    fn of_two_like_figures_the_one_that_is_meant_is_marked() {
        let cut = excerpt("Some 17 came and 17  left", 17, "17", 60);
        assert_eq!((cut.before.as_str(), cut.after.as_str()), ("Some 17 came and ", " left"));
    }

    #[test]
    fn wide_and_right_to_left_text_is_measured_by_columns() {
        assert_eq!(width("日本"), 4);
        assert_eq!(clip("日本 日本 日本 日本", 9), "日本 …");
        assert_eq!(clip("שלום עולם וכל השאר", 10), "שלום …");
        assert!(wrap("日本 日本 日本", 9).iter().all(|line| width(line) <= 9));
    }
}
