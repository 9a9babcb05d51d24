//! Broken lines: marks that fell to a line of their own, words divided at the end of a line, a space before a closing mark.

use super::super::revision::Edit;

/// Marks that close and cannot begin a line.
const CLOSING: [char; 9] = ['.', ',', ';', ':', '!', '?', '”', '’', ')'];

/// First parts of compounds that keep their hyphen.
const COMPOUND: &[&str] = &[
    "anti", "co", "cross", "ex", "far", "full", "half", "high", "ill", "large", "left", "long", "low", "mid", "multi",
    "new", "non", "off", "old", "on", "one", "part", "post", "pre", "pro", "right", "self", "short", "small", "so",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "under", "vice", "well", "year", "month", "week", "day", "hour",
];
/// Last parts of compounds that keep their hyphen.
const COMPOUNDED: &[&str] = &[
    "backed", "based", "born", "day", "foot", "general", "hour", "in", "led", "level", "long", "made", "mile",
    "minute", "month", "off", "old", "out", "range", "scale", "square", "strong", "term", "to", "up", "week", "year",
];

/// The edits of a text.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    let mut edits: Vec<Edit> = breaks.filter_map(|at| orphan(text, at).or_else(|| divided(text, at))).collect();
    edits.extend(text.match_indices(" ”").filter_map(|(at, mark)| closing_mark(text, at, mark.len())));
    edits
}

/// A line break before a line of closing marks only, or before a full stop or comma that belongs to the line above.
fn orphan(text: &str, at: usize) -> Option<Edit> {
    let above = text[..at].trim_end_matches([' ', '\t']);
    let below = text[at + 1..].trim_start_matches([' ', '\t']);
    let line = below.split('\n').next().unwrap_or_default().trim_end();
    let marks = line.len() - line.trim_start_matches(CLOSING).len();
    let rest = &line[marks..];
    let joins = above.chars().next_back().is_some_and(|c| !c.is_whitespace() && !CLOSING[..6].contains(&c));
    let alone = rest.is_empty() && line.chars().count() <= 3;
    let stop = marks == 1 && line.starts_with('.') && capitalised(rest);
    let comma = marks == 1 && line.starts_with(',') && rest.starts_with(' ');
    (marks > 0 && joins && (alone || stop || comma)).then(|| Edit::delete(above.len()..text.len() - below.len()))
}

/// A capital and a small letter, as a sentence begins; ".NET" is none.
fn capitalised(words: &str) -> bool {
    let mut chars = words.trim_start().chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(|c| c.is_lowercase() || c == ' ')
}

/// A word divided at the end of a line.
fn divided(text: &str, at: usize) -> Option<Edit> {
    let above = text[..at].strip_suffix('-')?;
    let below = &text[at + 1..];
    let first = &above[above.trim_end_matches(char::is_alphanumeric).len()..];
    let last = &below[..below.find(|c: char| !c.is_alphabetic()).unwrap_or(below.len())];
    if first.is_empty() || !last.starts_with(char::is_lowercase) || !first.ends_with(char::is_alphanumeric) {
        return None;
    }
    let keeps = keeps_hyphen(text, first, last);
    Some(Edit::delete(if keeps { at..at + 1 } else { at - 1..at + 1 }))
}

/// Whether the two parts are a compound: as the text writes it elsewhere, else by the parts themselves.
fn keeps_hyphen(text: &str, first: &str, last: &str) -> bool {
    let occurs = |word: String| text.contains(&word);
    if occurs(format!("{first}{last}")) {
        return false;
    }
    let listed = |list: &[&str], word: &str| list.contains(&word.to_lowercase().as_str());
    first.ends_with(|c: char| c.is_ascii_digit())
        || first.starts_with(char::is_uppercase)
        || listed(COMPOUND, first)
        || listed(COMPOUNDED, last)
        || occurs(format!("{first}-{last}"))
}

/// A space before a closing quotation mark, behind the end of a sentence.
fn closing_mark(text: &str, at: usize, len: usize) -> Option<Edit> {
    let ended = text[..at].ends_with(['.', ',', '!', '?']);
    let apart = text[at + len..].chars().next().is_none_or(char::is_whitespace);
    (ended && apart).then(|| Edit::delete(at..at + 1))
}

#[cfg(test)]
mod tests {
    use super::super::tests::repaired;

    #[test]
    fn marks_rejoin_their_line() {
        assert_eq!(repaired("It went on\n.\nHe said no"), "It went on.\nHe said no");
        assert_eq!(repaired("‘good for them’\n.Levels of it"), "‘good for them’. Levels of it");
        assert_eq!(repaired("They met\n, he said"), "They met, he said");
        assert_eq!(repaired("“We hope to meet. ”\nNext"), "“We hope to meet.”\nNext");
    }

    #[test]
    fn lines_of_words_stand() {
        for text in
            ["They use\n.NET here", "One\n\n“Two”\nThree", "It ended.\n...", "about\n.5 percent", "a line\n'quoted'"]
        {
            assert_eq!(repaired(text), text);
        }
    }

    #[test]
    fn divided_words_are_joined() {
        assert_eq!(repaired("an inter-\nnational body"), "an international body");
        assert_eq!(repaired("twenty-\nfive men, a 15-\nyear term"), "twenty-five men, a 15-year term");
        assert_eq!(repaired("a ceasefire, the cease-\nfire"), "a ceasefire, the ceasefire");
        for text in ["the list -\nnot long", "pages 3-\n5", "Paris-\nBerlin"] {
            assert_eq!(repaired(text), text);
        }
    }
}
