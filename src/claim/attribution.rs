//! Who says so: the speaker nearest to a verb of saying in the claim's sentence, then the outlet.

use crate::article::Span;
use crate::lexicon::{Lexicon, Telling};
use crate::mention::{Leaf, LeafKind};

use super::record::Attribution;
use super::site::{Site, backwards, is_one_of};

/// How many words may stand between a speaker and the verb: "the White House later said", "Russian military officials have said".
const REACH: usize = 5;

/// Whether a word is a verb of saying.
pub(super) fn is_saying(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.telling(word) == Some(Telling::Saying)
}

/// The chain of who says so: speaker (where the sentence names one), then outlet.
pub(super) fn read(site: &Site<'_>) -> Vec<Attribution> {
    let speaker = speaker(site).map(|(leaf, words)| Attribution {
        name: site.mentions.name(leaf).map(|name| name.key.clone()).unwrap_or_default(),
        kind: "speaker",
        text: words.text(site.text()).to_owned(),
        side: side(site, leaf),
    });
    speaker.into_iter().chain(outlet(site)).collect()
}

/// The outlet, where it is known.
pub(super) fn outlet(site: &Site<'_>) -> Option<Attribution> {
    site.article.source.as_ref().map(|source| Attribution {
        name: source.value.to_lowercase(),
        kind: "outlet",
        text: source.value.clone(),
        side: None,
    })
}

/// The country that a speaker speaks for: their own, else that of their office ("the governor of Kursk region, Alexei Smirnov").
fn side(site: &Site<'_>, leaf: &Leaf) -> Option<String> {
    let country = |leaf: &Leaf| {
        let entry = site.mentions.name(leaf)?.entry?;
        Some(site.lexicon.entry(site.lexicon.country_of(entry)?).key.to_string())
    };
    let office = || {
        let role = site.mentions.roles.iter().find(|role| role.span.contains(leaf.span))?;
        let kinds = &[LeafKind::Place, LeafKind::Organisation];
        site.leaves(role.span, kinds).find_map(|(_, place)| country(place))
    };
    country(leaf).or_else(office)
}

/// The named leaf that speaks in the sentence, nearest to the match, with the words that say so.
fn speaker<'a>(site: &Site<'a>) -> Option<(&'a Leaf, Span)> {
    let kinds = &[LeafKind::Person, LeafKind::Organisation, LeafKind::Place, LeafKind::Name];
    site.leaves(site.sentence(), kinds)
        .filter_map(|(_, leaf)| speaks(site, leaf).map(|words| (leaf, words)))
        .min_by_key(|(leaf, _)| (site.distance(leaf), leaf.span.start()))
}

/// Whether a leaf speaks in its sentence: "according to L", "L said", "said L"; with the words that say so.
pub(super) fn speaks(site: &Site<'_>, leaf: &Leaf) -> Option<Span> {
    speaks_in(site, site.sentence(), leaf)
}

/// The same in another stretch than the claim's sentence.
pub(super) fn speaks_in(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> Option<Span> {
    let text = site.text();
    let whole =
        site.mentions.roles.iter().find(|role| role.span.contains(leaf.span)).map_or(leaf.span, |role| role.span);
    let mut before = backwards(text, sentence.start(), whole.start());
    let nearest = before.next().unwrap_or("");
    if is_one_of(nearest, &["to"]) && before.next().is_some_and(|word| is_one_of(word, &["according"])) {
        return Some(Span::of(start_of_word(text, sentence.start(), whole.start(), "according"), whole.end()));
    }
    if is_one_of(nearest, &["said", "says", "added"]) {
        return Some(whole);
    }
    let is_place = leaf.kind == LeafKind::Place;
    // "died in Vienna, Austria, police said": the place ends what they say.
    if is_place && text[whole.end()..sentence.end()].starts_with(',') {
        return None;
    }
    for (word, end) in words_after(text, whole.end(), sentence.end()).take(REACH) {
        if is_saying(site.lexicon, word) {
            return Some(Span::of(whole.start(), end));
        }
        if !(is_one_of(word, &BETWEEN) || is_place && is_spokesperson(site.lexicon, word)) {
            break;
        }
    }
    None
}

/// Words that may stand between a speaker and the verb.
const BETWEEN: [&str; 7] = ["has", "had", "later", "also", "have", "s", "then"];

/// Whether a word names people who speak for a place: "Ukraine officials said".
fn is_spokesperson(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.lists("spokespeople", word)
}

/// Where the last occurrence of `word` before `end` begins.
fn start_of_word(text: &str, start: usize, end: usize, word: &str) -> usize {
    text[start..end].to_ascii_lowercase().rfind(word).map_or(end, |at| start + at)
}

/// The words after byte `from`, each with its end; a full stop or semicolon ends them.
fn words_after(text: &str, from: usize, end: usize) -> impl Iterator<Item = (&str, usize)> {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.get(at..end)?;
        let first = rest.find(char::is_alphanumeric)?;
        if rest[..first].contains(['.', ';', ':', '\n']) {
            return None;
        }
        let word = &rest[first..];
        let word = &word[..word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len())];
        at += first + word.len();
        Some((word, at))
    })
}
