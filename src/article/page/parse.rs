//! Parsing within bounds: a page is fed to the parser piece by piece, and given up when it nests too deeply, has too many
//! elements, or takes too long.

use std::time::Instant;

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{ParseOpts, parse_document};

use super::tree::{Sink, Tree};
use crate::article::Limits;

/// No piece is longer than this, however long a text is.
const PIECE: usize = 4 << 10;
/// More nodes than this are no page that was made to be read; the largest of those have some hundred thousand.
const NODES: usize = 3_000_000;

/// The tree of a page, or why it was given up.
pub(super) fn parse(source: &str, limits: &Limits) -> Result<Tree, String> {
    let begun = Instant::now();
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = false;
    let mut parser = parse_document(Sink::new(source), options);
    let mut at = 0;
    while at < source.len() {
        let piece = piece(&source[at..]);
        parser.tokenizer.sink.sink.begin(at, piece);
        parser.process(StrTendril::from_slice(piece));
        at += piece.len();
        within(&parser.tokenizer.sink.sink, begun, limits)?;
    }
    Ok(parser.finish())
}

/// A tag and the text behind it, as far as a piece goes.
fn piece(source: &str) -> &str {
    let first = source.chars().next().map_or(0, char::len_utf8);
    let window = &source.as_bytes()[first..source.len().min(PIECE)];
    let end = memchr::memchr(b'<', window).map_or(PIECE, |at| first + at);
    &source[..source.floor_char_boundary(end)]
}

fn within(sink: &Sink<'_>, begun: Instant, limits: &Limits) -> Result<(), String> {
    let (nodes, depth) = sink.extent();
    if depth as usize > limits.depth {
        return Err(format!("elements nest more than {} deep; save it as text, or raise --max-depth", limits.depth));
    }
    if nodes > NODES {
        return Err(format!("more than {NODES} elements and texts; split it"));
    }
    if begun.elapsed() > limits.time {
        let seconds = limits.time.as_secs();
        return Err(format!("not parsed within {seconds} seconds; save it as text, or raise --max-time"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::time::Duration;

    use super::*;

    #[test]
    fn pieces_are_a_tag_with_its_text() {
        assert_eq!(piece("<p>One <b>two</b>"), "<p>One ");
        assert_eq!(piece("x<y"), "x");
        assert_eq!(piece(&"ä".repeat(PIECE)).len(), PIECE);
    }

    #[test]
    fn what_exceeds_a_limit_is_given_up() {
        let refused = |source: &str, limits: &Limits| parse(source, limits).unwrap_err();
        assert!(refused(&"<div>".repeat(100_000), &Limits::default()).contains("deep"));
        assert!(refused(&"<p>".repeat(NODES + 1), &Limits::default()).contains("elements and texts"));
        let none = Limits { time: Duration::ZERO, ..Limits::default() };
        assert!(refused("<p>Text", &none).contains("seconds"));
    }
}
