//! Places: where a piece of a string's value stands in the file that holds it, escapes counted.

use std::ops::Range;

use super::spec::Text;

/// The bytes of `file` that write a range of a string's value.
pub(super) fn place(file: &str, text: &Text, range: &Range<usize>) -> Range<usize> {
    let whole = text.span();
    let raw = file.get(whole.clone()).unwrap_or_default();
    let (start, end) = (written_at(raw, range.start), written_at(raw, range.end));
    match (start, end) {
        (Some(start), Some(end)) => whole.start + start..whole.start + end,
        _ => whole,
    }
}

/// Where in a string as it is written a byte of its value stands; `None` beyond its end.
fn written_at(raw: &str, wanted: usize) -> Option<usize> {
    let (mut at, escapes) = opening(raw)?;
    let mut value = 0;
    while value < wanted {
        let (written, stands_for) = step(raw.get(at..)?, escapes)?;
        (at, value) = (at + written, value + stands_for);
    }
    (value == wanted).then_some(at)
}

/// Where the value begins, and whether backslashes escape in it.
fn opening(raw: &str) -> Option<(usize, bool)> {
    let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| raw.starts_with(quotes))?;
    let newline = usize::from(quotes.len() == 3 && raw[3..].starts_with('\n'));
    Some((quotes.len() + newline, quotes.starts_with('"')))
}

/// How many bytes the next character takes as it is written, and how many it stands for.
fn step(rest: &str, escapes: bool) -> Option<(usize, usize)> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    if first != '\\' || !escapes {
        return Some((first.len_utf8(), first.len_utf8()));
    }
    let digits = match chars.next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        // A backslash at the end of a line takes the blanks after it away.
        blank if blank.is_whitespace() => return Some((1 + rest[1..].len() - rest[1..].trim_start().len(), 0)),
        _ => return Some((2, 1)),
    };
    let code = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
    Some((2 + digits, char::from_u32(code)?.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the file has where the value has `range`.
    fn written<'a>(file: &'a str, value: &str, range: Range<usize>) -> &'a str {
        let text = Text::new(4..file.len(), value.to_owned());
        &file[place(file, &text, &range)]
    }

    #[test]
    fn escapes_are_counted() {
        assert_eq!(written("m = 'a.b(c'", "a.b(c", 3..4), "(");
        assert_eq!(written(r#"m = "\\bé(c""#, r"\bé(c", 4..5), "(");
        assert_eq!(written(r#"m = "\u00e9(c""#, "é(c", 2..3), "(");
        assert_eq!(written("m = \"\"\"\na\\\n   b(\"\"\"", "ab(", 2..3), "(");
    }

    #[test]
    fn what_lies_beyond_is_the_whole() {
        assert_eq!(written("m = 'abc'", "abc", 7..9), "'abc'");
    }
}
