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
    // "women make up 6 percent", "shot down 39 drones"
    let particle = at > 0 && reader.is_any(at, words!["up", "down"]) && PHRASAL.get(&reader.tokens[at - 1]).is_some();
    WORDS.get(reader.token(at)?).filter(|_| !particle).copied()
}

/// Verbs with which "up" and "down" tell of no rise or fall.
static PHRASAL: LazyLock<Vocabulary<()>> = LazyLock::new(|| {
    let verbs = "make makes made making shoot shoots shot shooting gun gunned gunning turn turns turned turning round rounded rounding blow blew \
    blown give gives gave given giving pick picked picking set sets setting wake woke tear tore torn bring brought bringing take took taken \
    hunt hunted track tracked burn burned close closed shut put puts line lined pile piled end ended ending stand stood show showed sign \
    signed use used clean cleaned lay laid rack racked mow mowed strike struck sit sat open opened break broke call called buy bought write \
    wrote build built fire fired hold held hang hung follow followed touch touched walk walked drive drove snap snapped gobble gobbled";
    Vocabulary::new(verbs.split_ascii_whitespace().map(|verb| (verb, ())))
});

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
    // "rose by an average of 5", "fell a further 5"
    if let Some(start) = averaged(reader, last) {
        return directly_before(reader, start);
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

/// The first token of "an average of", "a further", "another", "a record" before a size.
fn averaged(reader: &Reader<'_>, last: usize) -> Option<usize> {
    const WHOLE: &Words = words!["average", "total", "net", "combined", "median"];
    const FURTHER: &Words = words!["further", "record", "additional", "mere", "modest", "massive", "whopping", "solid"];
    let of = usize::from(reader.is(last, "of"));
    let word = last.checked_sub(of)?;
    let fits = if of == 1 { reader.is_any(word, WHOLE) } else { reader.is_any(word, FURTHER) };
    let article = word.checked_sub(1).filter(|&at| reader.is_any(at, words!["a", "an"]));
    article.filter(|&at| fits && at > 0)
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
            "raise",
            "uptick",
            "increases",
            "rises",
            "gains",
            "drops",
            "declines",
            "cuts",
            "reductions",
            "raises",
            "hikes",
        ],
    )
}

fn in_clause(reader: &Reader<'_>, at: usize) -> bool {
    !matches!(reader.kind(at), Some(TokenKind::Break)) && !matches!(reader.word(at), "." | ";" | ":" | "," | "(" | ")")
}

/// "a 9 percent increase", "9 percent higher", "35 points lower"
fn after(reader: &Reader<'_>, next: usize) -> Option<Trend> {
    let is_direction = reader.is_any(next, words!["higher", "lower", "up", "down"]);
    let is_size = next > 0 && reader.is_any(next - 1, words!["%", "percent", "cent"]);
    let told = |_: &Trend| {
        (is_direction && !reader.is(next + 1, "to"))
            || is_noun_of_change(reader, next)
                && !reader.is(next, "loss")
                && (is_size || !reader.word(next).ends_with('s'))
    };
    trend_word(reader, next).filter(told).or_else(|| compared(reader, next))
}

/// "83% fewer than", "11% more than": by how much something has changed.
fn compared(reader: &Reader<'_>, next: usize) -> Option<Trend> {
    let than = reader.is(next + 1, "than");
    match reader.word(next) {
        "more" if than => Some(Trend::Up),
        "fewer" | "less" if than => Some(Trend::Down),
        _ => None,
    }
}

/// Whether "from" at `at` belongs to a change ("fell from 5 to 4", "down from 5 to 4"): a word of change stands before it.
pub(super) fn changed_before(reader: &Reader<'_>, at: usize) -> bool {
    let window = at.saturating_sub(REACH)..at;
    let direct = window.rev().take_while(|&i| in_clause(reader, i)).find_map(|i| trend_word(reader, i));
    direct.is_some() && bound::before(reader, at).is_none_or(|(bound, _)| bound == Bound::Exact)
}
