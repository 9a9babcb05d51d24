//! Tallies: votes and scores, told by two or three figures joined by dashes or by "to". They lie over the leaves, since only rules
//! whose value is a vote read them; what such figures are in truth (a range, odds, a shot) is for the rule's own words to say.

use super::class::JOINT;
use super::{Leaf, LeafKind, Reader, TallyMention, TokenKind, quantity, words};
use crate::article::Span;
use crate::value::Tally;

/// Sets at most of one match.
const MOST_SETS: usize = 5;
/// The games that a set goes to at the least; with fewer, "3-1, 2-0" are the scores of two matches.
const LEAST_GAMES: u32 = 6;

/// What stands between the figures of a tally.
pub(super) const JOINTS: [&str; 4] = ["-", "–", "‑", "to"];

/// Every tally of a text, in order.
pub(super) fn read_all(reader: &Reader<'_>, leaves: &[Leaf]) -> Vec<TallyMention> {
    let mut tallies: Vec<TallyMention> = Vec::new();
    let mut at = 1;
    while let Some(token) = reader.tokens.get(at) {
        if !token.may_be(JOINT) {
            at += 1;
            continue;
        }
        let read = read(reader, at).filter(|(span, ..)| !is_date(leaves, *span));
        at = read.map_or(at + 1, |(span, tally, next)| {
            tallies.push(TallyMention { span, tally });
            next
        });
    }
    tallies
}

/// Whether a date was read there: "2021-06-29".
fn is_date(leaves: &[Leaf], span: Span) -> bool {
    let next = leaves.partition_point(|leaf| leaf.span.end() <= span.start());
    leaves.get(next).is_some_and(|leaf| leaf.kind == LeafKind::Date && leaf.span.overlaps(span))
}

/// The tally whose first joint stands at `at`, with the token after it.
fn read(reader: &Reader<'_>, at: usize) -> Option<(Span, Tally, usize)> {
    let token = reader.token(at)?;
    match token.kind {
        TokenKind::Mark if is_dash(reader, at) => dashed(reader, at),
        TokenKind::Word if token.span.len() == 2 && reader.is(at, "to") => told(reader, at),
        _ => None,
    }
}

/// A dash without space on either side.
fn is_dash(reader: &Reader<'_>, at: usize) -> bool {
    reader.may_be(at, JOINT) && matches!(reader.word(at), "-" | "–" | "‑") && glued(reader, at) && glued(reader, at + 1)
}

fn glued(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| !token.spaced)
}

/// A whole number in digits, or below twenty in a word; "nil" is none.
fn figure(reader: &Reader<'_>, at: usize) -> Option<u32> {
    match reader.kind(at)? {
        TokenKind::Digits => digits(reader.word(at)),
        TokenKind::Word if reader.is(at, "nil") => Some(0),
        TokenKind::Word => quantity::small_number(reader, at),
        _ => None,
    }
}

/// "48", "1,204"; a code ("007") and a decimal are none.
fn digits(word: &str) -> Option<u32> {
    let grouped = word.split(',').skip(1).all(|group| group.len() == 3);
    let plain = (word == "0" || !word.starts_with('0')) && word.len() < 8 && !word.contains('.');
    (grouped && plain).then(|| word.replace(',', "").parse().ok()).flatten()
}

/// "52-48", "141-5-35", "6-4, 7-6": from the figure before the first dash.
fn dashed(reader: &Reader<'_>, joint: usize) -> Option<(Span, Tally, usize)> {
    let first = joint - 1;
    if !begins(reader, first) {
        return None;
    }
    let (mut figures, mut end) = chain(reader, first)?;
    if figures.len() == 2 {
        sets(reader, &mut figures, &mut end);
    }
    let span = reader.span(first, end - 1);
    let next = if figures.len() > 3 { after_tie_break(reader, end) } else { end };
    Some((span, Tally::new(figures)?, next))
}

/// Whether nothing before a figure makes it part of something else: "F-16", "$3-4", "12:30-13".
fn begins(reader: &Reader<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return true };
    let joined = glued(reader, first) && !matches!(reader.word(before), "(" | "[" | "“" | "\"" | "‘" | "'" | "—");
    !joined || reader.kind(before) == Some(TokenKind::Break)
}

/// Two or three figures joined by dashes, with the token after them.
fn chain(reader: &Reader<'_>, first: usize) -> Option<(Vec<u32>, usize)> {
    let mut figures = vec![figure(reader, first)?];
    let mut next = first + 1;
    while is_dash(reader, next) && figures.len() < 4 {
        figures.push(figure(reader, next + 1)?);
        next += 2;
    }
    let nil = reader.is(next - 1, "nil");
    let in_digits = (first..next).step_by(2).all(|at| reader.kind(at) == Some(TokenKind::Digits));
    let year = |figure: &u32| (1900..2100).contains(figure);
    let years = year(&figures[0]) && figures.len() == 2 && (year(&figures[1]) || reader.word(first + 2).len() == 2);
    let sound = matches!(figures.len(), 2 | 3) && (in_digits || nil) && !years && ends(reader, next);
    sound.then_some((figures, next))
}

/// Whether the figures end there: no unit, sign or further joint is glued to them ("5-7km", "10-12%", "3-5-year").
fn ends(reader: &Reader<'_>, next: usize) -> bool {
    let glued_on = glued(reader, next) && !matches!(reader.kind(next), Some(TokenKind::Break) | None);
    let closes = matches!(
        reader.word(next),
        "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "(" | "”" | "\"" | "’" | "'" | "…" | "—"
    );
    !glued_on || closes
}

/// Reads on where further sets follow: "6-4, 7-6 (7-4), 6-3".
fn sets(reader: &Reader<'_>, figures: &mut Vec<u32>, next: &mut usize) {
    let played = |pair: &[u32]| pair.iter().any(|&games| games >= LEAST_GAMES);
    while played(figures) && figures.len() < 2 * MOST_SETS {
        let start = after_set(reader, *next);
        let Some((set, end)) = chain(reader, start).filter(|(set, _)| set.len() == 2 && played(set)) else { return };
        figures.extend(set);
        *next = end;
    }
}

/// The token after the tie-break of a set in brackets: "7-6 (7-4)", "7-6 (5)".
fn after_tie_break(reader: &Reader<'_>, at: usize) -> usize {
    let close = (at + 1..at + 5).find(|&close| reader.word(close) == ")").filter(|_| reader.word(at) == "(");
    close.map_or(at, |close| close + 1)
}

/// The token after a set, its tie-break, a comma and an "and".
fn after_set(reader: &Reader<'_>, at: usize) -> usize {
    let at = after_tie_break(reader, at);
    let at = at + usize::from(reader.word(at) == ",");
    at + usize::from(reader.is(at, "and"))
}

/// "52 to 48", "310 votes to 289", "6-to-3".
fn told(reader: &Reader<'_>, joint: usize) -> Option<(Span, Tally, usize)> {
    let hyphens = usize::from(reader.word(joint - 1) == "-" && reader.word(joint + 1) == "-");
    let before = joint.checked_sub(1 + hyphens)?;
    let counted = usize::from(reader.is_any(before, words!["votes", "vote", "ballots"]));
    let first = before.checked_sub(counted)?;
    let figures = vec![figure(reader, first)?, figure(reader, joint + 1 + hyphens)?];
    let next = joint + 2 + hyphens;
    let ranged = first > 0 && reader.is_any(first - 1, words!["from", "between"]);
    let sound = begins(reader, first) && ends(reader, next) && !ranged;
    sound.then(|| Some((reader.span(first, next - 1), Tally::new(figures)?, next))).flatten()
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::lexicon::Lexicon;
    use crate::mention::scan;

    fn tallies(text: &str) -> Vec<String> {
        let mentions = scan(&Article::plain("text", text, None), Lexicon::embedded());
        let told = |tally: &super::TallyMention| format!("{} = {}", tally.span.text(text), tally.tally);
        mentions.tallies.iter().map(told).collect()
    }

    #[test]
    fn votes_and_scores_are_read_as_one() {
        for (text, wanted) in [
            ("The bill passed by 52 votes to 48.", &["52 votes to 48 = 52-48"] as &[_]),
            ("It passed 52-48, a senator said.", &["52-48 = 52-48"]),
            ("It passed 141–5–35.", &["141–5–35 = 141-5-35"]),
            ("The judges voted eight to one.", &["eight to one = 8-1"]),
            ("By a 6-to-3 vote the court agreed.", &["6-to-3 = 6-3"]),
            ("A 6-3 ruling followed (5-4).", &["6-3 = 6-3", "5-4 = 5-4"]),
            ("She won 6-4, 7-6 (7-4) on Sunday.", &["6-4, 7-6 = 6-4, 7-6"]),
            ("He won 6-4 3-6 and 7-5.", &["6-4 3-6 and 7-5 = 6-4, 3-6, 7-5"]),
            ("They drew 1-1, 2-2 and 0-0.", &["1-1 = 1-1", "2-2 = 2-2", "0-0 = 0-0"]),
            ("Rovers won two-nil.", &["two-nil = 2-0"]),
            ("It passed by 1,204 votes to 987.", &["1,204 votes to 987 = 1204-987"]),
        ] {
            assert_eq!(tallies(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_tally_is_left_alone() {
        for text in [
            "On 2021-06-29 it rained.",
            "The season of 2014-15 began.",
            "It takes from 3 to 5 days.",
            "A 3-5-year plan.",
            "Prices of $3-4.",
            "Call 555-123-4567-8.",
            "He went to 7 towns.",
            "The F-16-30 is a plane.",
            "Some 10-12% left.",
            "twenty-two people",
        ] {
            assert_eq!(tallies(text), [""; 0], "{text}");
        }
    }
}
