//! Quotations with the words marked that differ from another's. What is long is cut to those words and a few beside them.

use super::text;
use crate::claim::Claim;
use crate::verdict::Finding;

/// A piece of a quotation, cleaned; a blank at either end stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its words.
    pub(super) words: String,
    /// Whether the other does not have them.
    pub(super) differs: bool,
}

/// Words kept on either side of what differs, and at the ends of what differs in one long stretch.
const BESIDE: usize = 4;
/// What stands for words left out.
const CUT: char = '…';

/// A claim's words in stretches, cut to about `columns`; `None` where the finding says nothing of its words.
pub(super) fn stretches(claim: &Claim, finding: &Finding, columns: usize) -> Option<Vec<Stretch>> {
    let differing = finding.differing.iter().find(|differing| differing.claim == claim.id)?;
    let mut stretches = Vec::new();
    let mut from = 0;
    for span in &differing.spans {
        push(&mut stretches, claim.text.get(from..span.start()), false);
        push(&mut stretches, claim.text.get(span.start()..span.end()), true);
        from = span.end();
    }
    push(&mut stretches, claim.text.get(from..), false);
    Some(cut(stretches, columns))
}

fn push(stretches: &mut Vec<Stretch>, words: Option<&str>, differs: bool) {
    let words = words.map(text::clean_inside).unwrap_or_default();
    if !words.is_empty() {
        stretches.push(Stretch { words, differs });
    }
}

fn cut(mut stretches: Vec<Stretch>, columns: usize) -> Vec<Stretch> {
    let whole: usize = stretches.iter().map(|stretch| text::width(&stretch.words)).sum();
    if whole <= columns {
        return stretches;
    }
    if let [only] = stretches.as_mut_slice() {
        only.words = text::clip(&only.words, columns);
        return stretches;
    }
    let last = stretches.len() - 1;
    for (at, stretch) in stretches.iter_mut().enumerate() {
        stretch.words = match (stretch.differs, at) {
            (false, 0) => shortened(&stretch.words, 0, BESIDE),
            (false, at) if at == last => shortened(&stretch.words, BESIDE, 0),
            _ => shortened(&stretch.words, BESIDE, BESIDE),
        };
    }
    stretches
}

/// The first and last words of a text, and a mark for those between.
fn shortened(words: &str, first: usize, last: usize) -> String {
    let pieces: Vec<&str> = words.split_inclusive(' ').collect();
    if pieces.len() <= first + last + 2 {
        return words.to_owned();
    }
    let (head, tail) = (pieces[..first].concat(), pieces[pieces.len() - last..].concat());
    match (first, last) {
        (0, _) => format!("{CUT} {tail}"),
        (_, 0) => format!("{head}{CUT}"),
        _ => format!("{head}{CUT} {tail}"),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::article::Span;
    use crate::report::sample;
    use crate::value::Bound;
    use crate::verdict::Differing;

    /// A quotation of which the words `differing` are another's, and its finding.
    pub(crate) fn quoted(words: &str, differing: &[&str]) -> (Claim, Finding) {
        let claim = sample::claim("q1", "a.md", words, words, sample::duration(0, 1, "x", Bound::Exact));
        let span = |part: &&str| words.find(part).map(|at| Span::of(at, at + part.len()));
        let spans = differing.iter().filter_map(span).collect();
        let mut finding = sample::report().findings.swap_remove(0);
        finding.differing = vec![Differing { claim: Arc::from("q1"), against: Arc::from("q2"), spans }];
        (claim, finding)
    }

    fn shown(words: &str, differing: &[&str], columns: usize) -> String {
        let (claim, finding) = quoted(words, differing);
        let stretches = stretches(&claim, &finding, columns).unwrap_or_default();
        let one = |stretch: &Stretch| {
            if stretch.differs { format!("<{}>", stretch.words) } else { stretch.words.clone() }
        };
        stretches.iter().map(one).collect()
    }

    #[test]
    fn what_differs_stands_in_its_place() {
        assert_eq!(shown("We shall never sell it.", &["never"], 60), "We shall <never> sell it.");
        assert_eq!(shown("We shall sell it.", &[], 60), "We shall sell it.");
    }

    #[test]
    fn of_much_only_what_matters_is_left() {
        let words = "Long before the first of us came to this town the old people said that nobody would ever build a bridge \
                     across a river as wide and as wild as this one is in spring";
        assert_eq!(
            shown(words, &["nobody", "wide"], 60),
            "… old people said that <nobody> would ever build a bridge across a river as <wide> and as wild …"
        );
        assert_eq!(shown(words, &[], 30), "Long before the first of us …");
    }
}
