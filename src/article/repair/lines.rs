//! Broken lines: marks that fell to a line of their own, words divided at the end of a line, a space before a closing mark.

use rustc_hash::FxHashSet;

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
    let mut edits = Vec::new();
    let mut words = Vec::new();
    for at in breaks {
        match orphan(text, at) {
            Some(edit) => edits.push(edit),
            None => words.extend(divided(text, at)),
        }
    }
    edits.extend(joined(text, &words));
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

/// A word divided at the end of a line: its parts, and the place of the line break.
struct Divided<'a> {
    first: &'a str,
    last: &'a str,
    at: usize,
}

/// The word that is divided at a line break, if one is.
fn divided(text: &str, at: usize) -> Option<Divided<'_>> {
    let above = text[..at].strip_suffix('-')?;
    let below = &text[at + 1..];
    let first = &above[above.trim_end_matches(char::is_alphanumeric).len()..];
    let last = &below[..below.find(|c: char| !c.is_alphabetic()).unwrap_or(below.len())];
    (!first.is_empty() && last.starts_with(char::is_lowercase)).then_some(Divided { first, last, at })
}

/// The edits that join divided words.
fn joined(text: &str, words: &[Divided<'_>]) -> Vec<Edit> {
    let spellings = words.iter().flat_map(|word| [word.with(""), word.with("-")]).collect();
    let seen = seen(text, &spellings);
    let edit = |word: &Divided<'_>| {
        let start = if word.keeps_hyphen(&seen) { word.at } else { word.at - 1 };
        Edit::delete(start..word.at + 1)
    };
    words.iter().map(edit).collect()
}

impl Divided<'_> {
    fn with(&self, hyphen: &str) -> String {
        [self.first, hyphen, self.last].concat()
    }

    /// Whether the two parts are a compound: as the text writes it elsewhere, else by the parts themselves.
    fn keeps_hyphen(&self, seen: &FxHashSet<&str>) -> bool {
        let listed = |list: &[&str], word: &str| list.contains(&word.to_lowercase().as_str());
        if seen.contains(self.with("").as_str()) {
            return false;
        }
        self.first.ends_with(|c: char| c.is_ascii_digit())
            || self.first.starts_with(char::is_uppercase)
            || listed(COMPOUND, self.first)
            || listed(COMPOUNDED, self.last)
            || seen.contains(self.with("-").as_str())
    }
}

/// Which of these spellings a text holds, in one look over its words and pairs of words with a hyphen between them.
fn seen<'a>(text: &'a str, spellings: &FxHashSet<String>) -> FxHashSet<&'a str> {
    let mut seen = FxHashSet::default();
    if spellings.is_empty() {
        return seen;
    }
    let (mut start, mut before) = (0, 0);
    for piece in text.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let end = start + word.len();
        let spelt = [&text[start..end], &text[before..end]];
        seen.extend(spelt.into_iter().filter(|words| spellings.contains(*words)));
        before = if piece.ends_with('-') { start } else { start + piece.len() };
        start += piece.len();
    }
    seen
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
        assert_eq!(repaired("a cease-fire, the cease-\nfire"), "a cease-fire, the cease-fire");
        for text in ["the list -\nnot long", "pages 3-\n5", "Paris-\nBerlin"] {
            assert_eq!(repaired(text), text);
        }
    }
}
