//! Quotation marks turned round: a closing mark where only an opening one can stand ("stated: ’There"). It is turned where no
//! quotation is open in its line and one is closed later in it.

use super::super::revision::Edit;

/// Words that are written with an apostrophe before them, and the ends of contractions that lost their place.
const ELIDED: [&str; 18] = [
    "tis", "twas", "til", "till", "em", "n", "cause", "bout", "round", "cos", "un", "s", "t", "m", "d", "re", "ve",
    "ll",
];

/// The edits of a text.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    if !text.match_indices(['’', '”']).any(|(at, mark)| opens(text, at, mark)) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut next = 0;
    for line in text.split_inclusive('\n') {
        turned(line, next, ["‘", "’"], &mut edits);
        turned(line, next, ["“", "”"], &mut edits);
        next += line.len();
    }
    edits
}

/// The edits of one line, for one kind of marks.
fn turned(line: &str, offset: usize, [opening, closing]: [&'static str; 2], edits: &mut Vec<Edit>) {
    let last = line.rmatch_indices(closing).find(|(at, mark)| closes(line, *at, mark));
    let Some((last, _)) = last else { return };
    let mut open = false;
    for (at, mark) in line.match_indices(|c: char| [opening, closing].iter().any(|mark| mark.starts_with(c))) {
        if mark == opening {
            open = true;
        } else if !open && at < last && opens(line, at, mark) {
            edits.push(Edit::replace(offset + at..offset + at + mark.len(), opening));
            open = true;
        } else if closes(line, at, mark) {
            open = false;
        }
    }
}

/// Whether a closing mark stands where a quotation begins: before a word, behind white space, a colon or a parenthesis. A
/// single one may be an apostrophe: a small letter behind it needs a colon or a comma before it.
fn opens(text: &str, at: usize, mark: &str) -> bool {
    let before = &text[..at];
    let word = &text[at + mark.len()..];
    let begins = word.starts_with(char::is_alphabetic);
    let apart = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '('));
    if !begins || !apart || mark == "”" {
        return begins && apart;
    }
    let word = &word[..word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len())];
    let announced = before.trim_end_matches(' ').ends_with([':', ',']);
    (announced || word.starts_with(char::is_uppercase)) && !ELIDED.contains(&word.to_lowercase().as_str())
}

/// Whether a closing mark ends a quotation, as far as the characters beside it show.
fn closes(text: &str, at: usize, mark: &str) -> bool {
    let behind = text[..at].ends_with(|c: char| !c.is_whitespace());
    behind && !text[at + mark.len()..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::super::tests::repaired;

    #[test]
    fn marks_are_turned_where_a_quotation_begins() {
        for (text, clean) in [
            ("He stated: ’There is no plan’, and left.", "He stated: ‘There is no plan’, and left."),
            ("He stated:’there is no plan.’", "He stated:‘there is no plan.’"),
            ("A ’Great Day’ and ’Good Night’", "A ‘Great Day’ and ‘Good Night’"),
            ("She said ”it is over” twice.", "She said “it is over” twice."),
        ] {
            assert_eq!(repaired(text), clean);
        }
    }

    #[test]
    fn apostrophes_and_ends_of_quotations_stand() {
        for text in [
            "rock ’n’ roll, in the ’90s, ’twas the boys’ tent",
            "the house ’Abd built",
            "give them ’em all, the workers’ union",
            "“We go. ”She left, he said “no”.",
            "‘We go’ and ‘stay’, it’s Berlin’s",
            "Biden– however",
        ] {
            assert_eq!(repaired(text), text);
        }
    }
}
