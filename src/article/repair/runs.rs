//! Runs of symbols: rules across the page, masked words, decoration. They say nothing, and may not look like figures.

use std::ops::Range;

use super::super::revision::Edit;

/// The edits of a text.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while let Some(run) = next_run(text, at) {
        at = run.end;
        edits.extend(edit(text, run));
    }
    edits
}

/// Symbols that mean nothing in a row.
fn is_symbol(c: char) -> bool {
    matches!(c, '*' | '=' | '_' | '#' | '~' | '|' | '^' | '-' | '•' | '·')
}

fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…')
}

/// The next two or more of one symbol, or of dots and ellipses.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let mut chars = text[from..].char_indices().filter(|(_, c)| is_symbol(*c) || is_dot(*c));
    chars.find_map(|(at, c)| {
        let start = from + at;
        let same = |next: char| if is_dot(c) { is_dot(next) } else { next == c };
        let len = text[start..].find(|next| !same(next)).unwrap_or(text.len() - start);
        (len > c.len_utf8()).then_some(start..start + len)
    })
}

fn edit(text: &str, run: Range<usize>) -> Option<Edit> {
    let count = text[run.clone()].chars().count();
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    if text[run.clone()].contains(is_dot) {
        // Three dots, or four at the end of a sentence, are an ellipsis as it should be.
        let usual = text[run.clone()].chars().all(|c| c == '.') && count <= 4;
        return (!usual).then(|| Edit::replace(run, "…"));
    }
    let worded = before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric);
    // Letters with a few symbols are a masked word ("f***"), a dash between words is one, however long it was typed.
    let dash = text[run.clone()].starts_with('-') && !fills_line(text, &run);
    if count < 3 || ((worded || dash) && count <= 12) {
        return None;
    }
    Some(drop_run(text, run))
}

/// Whether a run is all that its line holds.
fn fills_line(text: &str, run: &Range<usize>) -> bool {
    let before = text[..run.start].trim_end_matches([' ', '\t']);
    let after = text[run.end..].trim_start_matches([' ', '\t']);
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

/// Drops a run, with parentheses that hold nothing else, and leaves words on both sides apart.
fn drop_run(text: &str, run: Range<usize>) -> Edit {
    let range = emptied(text, run.clone()).unwrap_or(run);
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let apart = |side: Option<char>| side.is_none_or(char::is_whitespace);
    let closing = after.is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '’'));
    match (before, after) {
        (Some(' '), Some(' ')) => Edit::delete(range.start..range.end + 1),
        _ if apart(before) || apart(after) || closing => Edit::delete(range),
        _ => Edit::replace(range, " "),
    }
}

/// The parentheses around a run that hold nothing else.
fn emptied(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let before = text[..run.start].trim_end();
    let after = text[run.end..].trim_start();
    let holds = before.ends_with('(') && after.starts_with(')');
    holds.then(|| before.len() - 1..text.len() - after.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::repaired;

    #[test]
    fn runs_are_dropped() {
        assert_eq!(repaired("A house (******** ) stood."), "A house stood.");
        assert_eq!(repaired("Come(*****\n)\nNext."), "Come\nNext.");
        assert_eq!(repaired("The end.\n=====\nMore"), "The end.\n\nMore");
        assert_eq!(repaired("He waited……. Then"), "He waited… Then");
        assert_eq!(repaired("theirs(*******)ours"), "theirs ours");
    }

    #[test]
    fn marks_with_a_meaning_stand() {
        for text in
            ["He waited... then.", "f***ing", "talks---all", "talks --- all of them", "A B** school", "call main() now"]
        {
            assert_eq!(repaired(text), text);
        }
    }
}
