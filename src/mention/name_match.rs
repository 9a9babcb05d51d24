//! The lexicon's names matched against tokens: the first word by hash, then the longest name that goes on.

use std::sync::LazyLock;

use super::class::GENITIVE;
use super::name_words::{Part, part_of_name};
use super::{Reader, Token, TokenKind, Vocabulary};
use crate::article::Span;
use crate::lexicon::{AFTER_TOWN, CAPS, EntryId, EntryKind, Matched, NameRow, TITLE, WEAK, half};

/// A name of the lexicon at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'l> {
    pub(super) matched: Matched<'l>,
    pub(super) span: Span,
    /// The first token after it.
    pub(super) next: usize,
}

impl Hit<'_> {
    /// The first candidate.
    pub(super) fn entry(&self) -> EntryId {
        EntryId(self.matched.names[0].entry)
    }
}

/// The longest name of the lexicon at a token.
#[inline]
pub(super) fn longest<'a>(reader: &Reader<'a>, at: usize) -> Option<Hit<'a>> {
    let token = &reader.tokens[at];
    // Most words begin no name, and one look says so.
    let known = reader.lexicon.may_begin(token.key, token.capital);
    if known || token.may_be(GENITIVE) { find(reader, at, known) } else { None }
}

/// The longest name at a token; `known` says that one may begin with the word as it stands.
#[inline(never)]
fn find<'a>(reader: &Reader<'a>, at: usize, known: bool) -> Option<Hit<'a>> {
    let lexicon = reader.lexicon;
    let Token { key: first, capital, .. } = reader.tokens[at];
    let mut group = if known { lexicon.group(first) } else { &[] };
    if group.is_empty() {
        if !reader.tokens[at].may_be(GENITIVE) {
            return None;
        }
        let first = key(bare(reader.word(at)).or_else(|| lost_apostrophe(reader, at))?);
        group = if lexicon.may_begin(first, capital) { lexicon.group(first) } else { return None };
    }
    let second = next_word(reader, at);
    for (index, &name) in group.iter().enumerate() {
        if !may_go_on(reader, second, name) {
            continue;
        }
        let Some(last) = fits(reader, at, name) else { continue };
        if !stands(reader, at, last, name) {
            continue;
        }
        let same = group[index..].iter().take_while(|&&other| lexicon.same_words(name, other)).count();
        let matched = Matched { names: &group[index..index + same], words: usize::from(name.count) };
        return Some(hit(reader, at, last, matched));
    }
    None
}

/// The word without a possessive ending, where it has one.
pub(super) fn bare(word: &str) -> Option<&str> {
    let ending = match word.as_bytes() {
        [.., b'\'', b's' | b'S'] => "'s",
        [.., 0xe2, 0x80, 0x99, b's' | b'S'] => "’s",
        _ => return None,
    };
    Some(&word[..word.len() - ending.len()])
}

/// "Syrias army": a genitive whose apostrophe was lost on the way. Only for a capitalised word that is no name itself.
fn lost_apostrophe<'a>(reader: &Reader<'a>, at: usize) -> Option<&'a str> {
    const SHORTEST: usize = 5;
    if !reader.tokens[at].capital {
        return None;
    }
    let name = reader.word(at).strip_suffix('s').filter(|name| name.len() >= SHORTEST && !name.ends_with('s'))?;
    let found = reader.lexicon.group(key(name)).iter().any(|name| name.count == 1);
    found.then_some(name)
}

/// The tokeniser's hash of a word.
pub(super) fn key(word: &str) -> u64 {
    super::token::key(word)
}

/// The hit with its span: no possessive ending, but the stop of a dotted abbreviation.
fn hit<'a>(reader: &Reader<'a>, at: usize, last: usize, matched: Matched<'a>) -> Hit<'a> {
    let word = reader.word(last);
    let length = bare(word).or_else(|| lost_apostrophe(reader, last)).map_or(word.len(), str::len);
    let start = reader.tokens[last].span.start();
    let mut end = start + if whole(reader, last, matched) { word.len() } else { length };
    let mut next = last + 1;
    let dotted = word.len() == 1 && last > at && reader.is(last - 1, ".");
    let short = matched.names[0].flags & AFTER_TOWN != 0 && word.len() > 2;
    if (dotted || short) && reader.is(next, ".") && !reader.tokens[next].spaced {
        end = reader.tokens[next].span.end();
        next += 1;
    }
    Hit { matched, span: Span::of(reader.tokens[at].span.start(), end), next }
}

/// Whether the last word of the name has the possessive ending in it ("Martha's").
fn whole(reader: &Reader<'_>, last: usize, matched: Matched<'_>) -> bool {
    reader.lexicon.name_word(matched.names[0], matched.words - 1).0 == reader.tokens[last].key
}

/// Whether the word after the first may be a name's second; false is certain. The names of a group differ there.
fn may_go_on(reader: &Reader<'_>, second: Option<usize>, name: NameRow) -> bool {
    if name.count < 2 {
        return true;
    }
    let Some(token) = second.map(|at| &reader.tokens[at]) else { return false };
    let genitive = || name.count == 2 && token.capital && token.may_be(GENITIVE);
    half(token.key) == name.second || genitive()
}

/// The last token of a name that begins at `at`, if its words go on there.
fn fits(reader: &Reader<'_>, at: usize, name: NameRow) -> Option<usize> {
    let count = usize::from(name.count);
    let mut token = at;
    for word in 0..count {
        if word > 0 {
            token = next_word(reader, token)?;
        }
        if !same_word(reader, token, reader.lexicon.name_word(name, word), word + 1 == count) {
            return None;
        }
    }
    Some(token)
}

fn same_word(reader: &Reader<'_>, at: usize, (hash, shape): (u64, u8), last: bool) -> bool {
    let token = &reader.tokens[at];
    let genitive = || bare(reader.word(at)).or_else(|| lost_apostrophe(reader, at));
    let same = token.key == hash
        || (last && token.capital && token.may_be(GENITIVE) && genitive().is_some_and(|word| key(word) == hash));
    let case = match shape {
        TITLE => token.capital,
        CAPS => bare(reader.word(at)).unwrap_or(reader.word(at)).bytes().all(|byte| !byte.is_ascii_lowercase()),
        _ => true,
    };
    same && case
}

/// The next word of a name: after a space, a hyphen, the stop of an initial, or one line break.
fn next_word(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let joiner = reader.token(at + 1)?;
    let word = |at: usize| matches!(reader.kind(at), Some(TokenKind::Word | TokenKind::Digits)).then_some(at);
    match joiner.kind {
        TokenKind::Word | TokenKind::Digits => Some(at + 1),
        TokenKind::Break => (reader.word(at + 1).trim_matches('\r') == "\n").then(|| word(at + 2)).flatten(),
        TokenKind::Mark if joiner.spaced => None,
        TokenKind::Mark => match reader.word(at + 1) {
            "-" | "‑" | "‐" | "&" => word(at + 2),
            "." if reader.tokens[at].span.len() <= 2 => word(at + 2),
            _ => None,
        },
    }
}

/// Whether the name may stand here: what is an ordinary word too needs its surroundings.
fn stands(reader: &Reader<'_>, at: usize, last: usize, name: NameRow) -> bool {
    if name.flags & AFTER_TOWN != 0 {
        return at >= 2 && reader.is(at - 1, ",") && reader.tokens[at - 2].capital;
    }
    if is_street(reader, last) && reader.lexicon.entry(EntryId(name.entry)).kind == EntryKind::City {
        return false;
    }
    name.flags & WEAK == 0
        || (at > 0 && is_cue(reader, at - 1, Cue::Before) && !name_goes_on(reader, last))
        || is_cue(reader, last + 1, Cue::After)
        || before_region(reader, last)
}

/// "Houston Street", "Wayne County": named after a town, but not it.
fn is_street(reader: &Reader<'_>, last: usize) -> bool {
    reader.token(last + 1).is_some_and(|token| token.capital) && is_cue(reader, last + 1, Cue::Street)
}

/// Where a word that shows a place stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// Before it: "in Aurora".
    Before,
    /// After it: "Aurora police".
    After,
    /// On either side: "the town of", "town officials".
    Either,
    /// After it and with a capital, it makes the name a street's or county's.
    Street,
}

static CUES: LazyLock<Vocabulary<Cue>> = LazyLock::new(|| {
    let tagged = |words: &'static str, cue| words.split_whitespace().map(move |word| (word, cue));
    let before = tagged("in at near from around outside inside towards toward downtown nearby", Cue::Before);
    let after = "police officials residents mayor hospital suburb resident firefighters schools neighborhood";
    let street = tagged("street avenue road boulevard lane drive parkway highway county parish township", Cue::Street);
    let words = before.chain(street).chain(tagged(after, Cue::After)).chain(tagged("city town village", Cue::Either));
    Vocabulary::new(words)
});

fn is_cue(reader: &Reader<'_>, at: usize, side: Cue) -> bool {
    let cue = reader.token(at).and_then(|token| CUES.get(token));
    cue.is_some_and(|&cue| cue == side || cue == Cue::Either)
}

/// "at Lincoln Elementary": a capitalised word that belongs to the name, not a day or the like.
fn name_goes_on(reader: &Reader<'_>, last: usize) -> bool {
    let next = reader.token(last + 1).filter(|token| token.kind == TokenKind::Word && token.capital);
    next.is_some() && part_of_name(reader, last + 1) != Some(Part::Ordinary)
}

/// Whether a comma and a region follow ("Reading, Pa.").
pub(super) fn before_region(reader: &Reader<'_>, last: usize) -> bool {
    reader.is(last + 1, ",")
        && reader.token(last + 2).is_some_and(|token| token.capital)
        && longest(reader, last + 2)
            .is_some_and(|hit| matches!(reader.lexicon.entry(hit.entry()).kind, EntryKind::Country | EntryKind::Region))
}
