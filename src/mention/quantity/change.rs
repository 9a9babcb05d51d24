//! Words of change around a figure: whether it is the size of a rise or fall, or what was reached.

use std::sync::LazyLock;

use super::bound;
use crate::mention::{Reader, TokenKind, Vocabulary, Words, words};
use crate::value::{Bound, Trend};

const UP: &str = "rose rise risen rising rises increase increased increases increasing grow grew grown growing grows climb climbed climbs climbing \
jump jumped jumps jumping surge surged surges surging soar soared soars soaring gain gained gains gaining up add added adds adding advance advanced \
advances advancing higher raise raised raises raising expand expanded expands swelled swell spike spiked rebound rebounded rallied growth \
widen widened widens widening upturn hike hiked hikes leap leapt leaped edged appreciated improved improve improving \
lift lifted lifts lifting boost boosted boosts boosting inched crept rocketed skyrocketed upped strengthened uptick";
const DOWN: &str = "fell fall fallen falling falls drop dropped drops dropping decline declined declines declining decrease decreased decreases \
decreasing sink sank sunk sinks slump slumped slumps plunge plunged plunges plunging tumble tumbled tumbles slip slipped slips slid slide slides dip \
dipped dips cut cuts cutting reduce reduced reduces reducing reduction narrow narrowed narrows narrowing shrink shrank shrunk shrinking down lower lowered lowers lowering shed sheds \
slash slashed slashes trim trimmed trims plummet plummeted plummets eased retreated weakened depreciated devalued contracted contraction fewer \
shave shaved shaves shaving pare pared pares paring dwindled tanked crashed softened knocked wiped downturn";

static WORDS: LazyLock<Vocabulary<Trend>> = LazyLock::new(|| {
    let class = |words: &'static str, trend| words.split_ascii_whitespace().map(move |word| (word, trend));
    Vocabulary::new(class(UP, Trend::Up).chain(class(DOWN, Trend::Down)))
});

/// Tokens at most between a verb and "by".
const REACH: usize = 7;

fn trend_word(reader: &Reader<'_>, at: usize) -> Option<Trend> {
    const COMPOSE: &Words = words!["make", "makes", "made", "making"];
    // "women make up 6 percent" tells a share, no rise.
    let composes = at > 0 && reader.is(at, "up") && reader.is_any(at - 1, COMPOSE);
    WORDS.get(reader.text, reader.token(at)?).filter(|_| !composes).copied()
}

/// Whether a figure at `at` stands where the size of a change does: "rose 9 percent", "down 34 cents", "cut by 50 cents".
pub(super) fn sized(reader: &Reader<'_>, at: usize) -> bool {
    before(reader, at).is_some()
}

/// "lost 44 percent", "lost 120 points": what is lost is the size of a fall only where it is a part or points.
fn lost(reader: &Reader<'_>, first: usize, next: usize) -> Option<Trend> {
    const LOST: &Words = words!["lost", "lose", "loses", "losing"];
    const PARTS: &Words = words!["percent", "%", "cent", "points", "point", "cents", "pence"];
    let verb = first > 0 && reader.is_any(first - 1, LOST);
    let part = || [next - 1, next].iter().any(|&at| reader.is_any(at, PARTS));
    (verb && part()).then_some(Trend::Down)
}

/// The trend of a figure from `first` to before `next`, where it is the size of a change.
/// `timed` says that it is a length of time, which may also tell when: "fell three days later".
pub(super) fn trend(reader: &Reader<'_>, first: usize, next: usize, timed: bool) -> Option<Trend> {
    let tells_when = reader.is_any(next, words!["ago", "later", "earlier", "after", "before"]);
    let reached = reader.is_any(first, words!["above", "below", "beyond"]);
    if timed && tells_when || reached {
        return None;
    }
    before(reader, first).or_else(|| after(reader, next)).or_else(|| lost(reader, first, next))
}

fn before(reader: &Reader<'_>, first: usize) -> Option<Trend> {
    directly_before(reader, first).or_else(|| restated(reader, first))
}

/// Tokens at most of the figure that another one restates.
const RESTATED: usize = 6;

/// "fell 34 cents, or 1.2 percent", "rose 2 percent (15 points)": the second figure is the size of the same change.
fn restated(reader: &Reader<'_>, first: usize) -> Option<Trend> {
    let joint = first.checked_sub(1).filter(|&i| reader.is(i, "or") || reader.word(i) == "(")?;
    let end = joint - usize::from(joint > 0 && reader.word(joint - 1) == ",");
    let start = end.saturating_sub(RESTATED);
    let figure = (start..end).rev().take_while(|&i| in_clause(reader, i) && !is_joint(reader, i));
    let first_figure = figure.filter(|&i| opens_figure(reader, i)).last()?;
    directly_before(reader, first_figure)
}

fn is_joint(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(at, words!["to", "from", "at", "and", "of", "in"])
}

/// Whether the first digits of a figure, or the sign before them, stand at `at`.
fn opens_figure(reader: &Reader<'_>, at: usize) -> bool {
    reader.kind(at) == Some(TokenKind::Digits) || matches!(reader.word(at), "$" | "£" | "€" | "¥")
}

fn directly_before(reader: &Reader<'_>, first: usize) -> Option<Trend> {
    let last = first.checked_sub(1)?;
    if reader.is(last, "by") {
        return (last.saturating_sub(REACH)..last)
            .rev()
            .take_while(|&i| in_clause(reader, i))
            .find_map(|i| trend_word(reader, i));
    }
    // "increase of 5", "a drop of 5"
    if reader.is(last, "of") {
        return last.checked_sub(1).and_then(|i| trend_word(reader, i)).filter(|_| is_noun_of_change(reader, last - 1));
    }
    let verb = trend_word(reader, last)?;
    let is_particle =
        reader.is_any(last, words!["higher", "lower", "fewer", "growth", "raise", "raised", "raises", "raising"]);
    (!is_particle && !is_attribute(reader, last)).then_some(verb)
}

/// "the reduced 5 percent rate": a participle after an article says of what kind the figure is.
fn is_attribute(reader: &Reader<'_>, at: usize) -> bool {
    let article = at > 0 && reader.is_any(at - 1, words!["the", "a", "an", "its", "their"]);
    article && !reader.is(at, "up") && !reader.is(at, "down")
}

fn is_noun_of_change(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(
        at,
        words![
            "increase",
            "rise",
            "gain",
            "jump",
            "surge",
            "growth",
            "drop",
            "fall",
            "decline",
            "decrease",
            "cut",
            "reduction",
            "dip",
            "slump",
            "climb",
            "hike",
            "advance",
            "loss",
            "slide",
            "plunge",
        ],
    )
}

fn in_clause(reader: &Reader<'_>, at: usize) -> bool {
    !matches!(reader.kind(at), Some(TokenKind::Break)) && !matches!(reader.word(at), "." | ";" | ":" | "," | "(" | ")")
}

/// "a 9 percent increase", "9 percent higher", "35 points lower"
fn after(reader: &Reader<'_>, next: usize) -> Option<Trend> {
    let is_direction = reader.is_any(next, words!["higher", "lower", "up", "down"]);
    trend_word(reader, next).filter(|_| {
        (is_direction && !reader.is(next + 1, "to")) || is_noun_of_change(reader, next) && !reader.is(next, "loss")
    })
}

/// Whether "from" at `at` belongs to a change ("fell from 5 to 4", "down from 5 to 4"): a word of change stands before it.
pub(super) fn changed_before(reader: &Reader<'_>, at: usize) -> bool {
    let window = at.saturating_sub(REACH)..at;
    let direct = window.rev().take_while(|&i| in_clause(reader, i)).find_map(|i| trend_word(reader, i));
    direct.is_some() && bound::before(reader, at).is_none_or(|(bound, _)| bound == Bound::Exact)
}
