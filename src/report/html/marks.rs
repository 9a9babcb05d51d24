//! A text cut into pieces by marks that may overlap: where they do, the one that matters most has the piece.

use std::collections::BTreeSet;

use crate::article::Span;

/// A stretch of a text that is something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Where.
    pub(super) span: Span,
    /// What matters more comes first; of equals the shorter.
    pub(super) rank: u8,
}

/// The pieces of `within`, in order and without gaps, each with the index of its mark.
pub(super) fn pieces(within: Span, marks: &[Mark]) -> Vec<(Span, Option<usize>)> {
    let touching = |&at: &usize| !marks[at].span.is_empty() && marks[at].span.overlaps(within);
    let mut starting: Vec<usize> = (0..marks.len()).filter(touching).collect();
    let inside = |at: usize| at.clamp(within.start(), within.end());
    let ends = starting.iter().flat_map(|&at| [inside(marks[at].span.start()), inside(marks[at].span.end())]);
    let cuts: BTreeSet<usize> = ends.chain([within.start(), within.end()]).collect();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    starting.sort_unstable_by_key(|&at| std::cmp::Reverse((marks[at].span.start(), at)));
    let mut open: BTreeSet<(u8, usize, usize)> = BTreeSet::new();
    let mut closing: BTreeSet<(usize, usize)> = BTreeSet::new();
    let key = |at: usize| (marks[at].rank, marks[at].span.len(), at);
    let mut pieces = Vec::with_capacity(cuts.len());
    for cut in cuts.windows(2) {
        while let Some(at) = starting.pop_if(|at| marks[*at].span.start() <= cut[0]) {
            open.insert(key(at));
            closing.insert((marks[at].span.end(), at));
        }
        while let Some((_, at)) = closing.first().copied().filter(|(end, _)| *end <= cut[0]) {
            closing.pop_first();
            open.remove(&key(at));
        }
        join(&mut pieces, Span::of(cut[0], cut[1]), open.first().map(|&(.., at)| at));
    }
    pieces
}

/// Adds a piece, to the one before it where that has the same mark: a mark that ends beneath another cuts nothing.
fn join(pieces: &mut Vec<(Span, Option<usize>)>, piece: Span, mark: Option<usize>) {
    match pieces.last_mut().filter(|(_, before)| *before == mark) {
        Some((before, _)) => *before = Span::of(before.start(), piece.end()),
        None => pieces.push((piece, mark)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, marks: &[(&str, u8)]) -> Vec<(String, Option<usize>)> {
        let span = |words: &str| text.find(words).map(|at| Span::of(at, at + words.len()));
        let marks: Vec<Mark> =
            marks.iter().filter_map(|&(words, rank)| Some(Mark { span: span(words)?, rank })).collect();
        let pieces = pieces(Span::of(0, text.len()), &marks);
        pieces.into_iter().map(|(span, mark)| (span.text(text).to_owned(), mark)).collect()
    }

    #[test]
    fn the_inner_mark_has_its_words_and_the_outer_the_rest() {
        let cut = cut("He said we hold 30 tanks.", &[("we hold 30 tanks", 0), ("30", 0)]);
        let expected = [("He said ", None), ("we hold ", Some(0)), ("30", Some(1)), (" tanks", Some(0)), (".", None)];
        assert_eq!(cut, expected.map(|(words, mark)| (words.to_owned(), mark)));
    }

    #[test]
    fn what_matters_more_wins_where_marks_cross() {
        let cut = cut("one two three", &[("one two", 1), ("two three", 0)]);
        assert_eq!(cut, [("one ".to_owned(), Some(0)), ("two three".to_owned(), Some(1))]);
    }

    #[test]
    fn nothing_is_lost_without_marks() {
        assert_eq!(cut("plain", &[]), [("plain".to_owned(), None)]);
        assert!(pieces(Span::of(3, 3), &[]).is_empty());
    }
}
