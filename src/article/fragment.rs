//! Text fragments: the end of an address that makes a browser show, and scroll to, a sentence of the page.

use std::fmt::Write as _;
use std::ops::Range;

use super::{Article, Span};

/// Words that are named at the beginning and at the end of a sentence, and before and behind it.
const FIRST: usize = 6;
const LAST: usize = 4;
const AROUND: usize = 4;
/// A sentence of so many words is named as a whole.
const WHOLE: usize = 10;

/// The fragment that leads to a span of an article's scanned text, such as `:~:text=At%20least%20seventeen,coast%20guard%20said`,
/// to be put behind `#`. Words that were repaired stand otherwise on the page and are left out; `None` where no other is left.
///
/// A sentence that begins like another one of the article gets the words before and behind it. The rest of the page (menus,
/// teasers) was not kept and is not looked at: where it repeats the sentence further up, the browser goes there.
pub fn text_fragment(article: &Article, span: Span) -> Option<String> {
    let text = article.text();
    let runs = runs(article, span);
    let first = runs.first()?;
    // A word or two may stand anywhere.
    let last = runs.iter().rev().find(|run| run.len() >= LAST).unwrap_or(first);
    let whole = runs.len() == 1 && first.len() <= WHOLE;
    let start = stretch(text, if whole { first } else { &first[..first.len().min(FIRST)] });
    let end =
        (!whole).then(|| stretch(text, &last[last.len().saturating_sub(LAST)..])).filter(|end| end.start >= start.end);
    let mut fragment = String::from(":~:text=");
    let repeated = is_repeated(text, &text[start.clone()]);
    let around = |range: Range<usize>| if repeated { runs_of(article, range) } else { Vec::new() };
    if let Some(before) = around(0..start.start).pop().filter(|run| touches(text, run[run.len() - 1].end, start.start))
    {
        fragment += &encoded(&text[stretch(text, &before[before.len().saturating_sub(AROUND)..])]);
        fragment += "-,";
    }
    fragment += &encoded(&text[start.clone()]);
    if let Some(end) = &end {
        fragment.push(',');
        fragment += &encoded(&text[end.clone()]);
    }
    let stop = end.map_or(start.end, |end| end.end);
    if let Some(behind) = around(stop..text.len()).into_iter().next().filter(|run| touches(text, stop, run[0].start)) {
        fragment += ",-";
        fragment += &encoded(&text[stretch(text, &behind[..behind.len().min(AROUND)])]);
    }
    Some(fragment)
}

/// The address of a span of an article: its own with the fragment; `None` of an article without an address.
pub fn link(article: &Article, span: Span) -> Option<String> {
    let url = article.url.as_ref()?;
    let page = url.split('#').next().unwrap_or(url);
    Some(text_fragment(article, span).map_or_else(|| page.to_owned(), |fragment| format!("{page}#{fragment}")))
}

/// The words of a span in runs of words that stand on the page as they stand here, one after the other in one paragraph.
fn runs(article: &Article, span: Span) -> Vec<Vec<Range<usize>>> {
    runs_of(article, span.start()..span.end())
}

fn runs_of(article: &Article, range: Range<usize>) -> Vec<Vec<Range<usize>>> {
    // Around a sentence no more than this is looked at.
    const WINDOW: usize = 4 << 10;
    let text = article.text();
    let start = if range.start == 0 { text.ceil_char_boundary(range.end.saturating_sub(WINDOW)) } else { range.start };
    let end = text.floor_char_boundary(range.end.min(start + WINDOW));
    let mut runs: Vec<Vec<Range<usize>>> = Vec::new();
    for word in words(text, start..end.max(start)) {
        let joined = |run: &&mut Vec<Range<usize>>| {
            run.last().is_some_and(|last| {
                article.map.is_copied(Span::of(last.start, word.end)) && !text[last.end..word.start].contains('\n')
            })
        };
        match runs.last_mut().filter(joined) {
            Some(run) => run.push(word),
            None if article.map.is_copied(Span::of(word.start, word.end)) => runs.push(vec![word]),
            None => {}
        }
    }
    runs
}

/// The words of a range.
fn words(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let base = range.start;
    let words = text[range].split_whitespace();
    let place = move |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    words.map(move |word| place(word).max(base)..place(word) + word.len())
}

/// From the first letter of some words to the last: marks at the ends may be of our making, and a browser needs none.
fn stretch(text: &str, words: &[Range<usize>]) -> Range<usize> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0..0 };
    let whole = &text[first.start..last.end];
    let bare = whole.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return first.start..last.end;
    }
    let start = first.start + whole.len() - whole.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    start..start + bare.len()
}

/// Whether two places have nothing but marks and white space between them.
fn touches(text: &str, end: usize, start: usize) -> bool {
    text.get(end..start).is_some_and(|between| !between.contains(char::is_alphanumeric))
}

/// Whether words stand in a text more than once, in whatever case, as browsers compare them.
fn is_repeated(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.to_lowercase());
    memchr::memmem::find_iter(text.as_bytes(), words.as_bytes()).nth(1).is_some()
}

/// All but letters and figures of ASCII written as `%` and two figures, for `-` and `,` have a meaning in a fragment.
fn encoded(words: &str) -> String {
    words.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn fragment(text: &str, sentence: &str) -> String {
        let article = Article::plain("a", text, None);
        let at = text.rfind(sentence).unwrap();
        text_fragment(&article, Span::of(at, at + sentence.len())).unwrap()
    }

    #[test]
    fn a_short_sentence_is_named_as_a_whole() {
        assert_eq!(
            fragment("One. Talks, he said – no: 2-0!", "Talks, he said – no: 2-0!"),
            ":~:text=Talks%2C%20he%20said%20%E2%80%93%20no%3A%202%2D0"
        );
    }

    #[test]
    fn a_long_sentence_is_named_by_its_ends() {
        let sentence = "At least seventeen people were killed when a ferry sank off the port, the coast guard said.";
        assert_eq!(
            fragment(&format!("Yes. {sentence} No."), sentence),
            ":~:text=At%20least%20seventeen%20people%20were%20killed,the%20coast%20guard%20said"
        );
    }

    #[test]
    fn what_is_repeated_gets_its_surroundings() {
        let text = "Nine died. Later it was said again.\n\nNine died. They were miners.";
        assert_eq!(fragment(text, "Nine died."), ":~:text=it%20was%20said%20again-,Nine%20died,-They%20were%20miners");
    }
}
