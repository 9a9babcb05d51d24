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
        let role = site.mentions.role_around(leaf.span)?;
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
        .filter(|(leaf, _)| !is_contrasted(site, leaf))
        .min_by_key(|(leaf, _)| (site.distance(leaf), leaf.span.start()))
}

/// Whether a leaf stands in another sentence that no stop parts, or behind the match begins what is said against it: "reports had 8 wounded, but the bureau said it was 10".
fn is_contrasted(site: &Site<'_>, leaf: &Leaf) -> bool {
    let (own, other) = (site.matched.span.end(), leaf.span.start());
    let between = &site.text()[own.min(other)..other];
    // What stands in a caption before the claim ends with its credit: "(Reuters) Two people were killed".
    let caption = || {
        let (from, to) = (leaf.span.end(), site.matched.span.start());
        from < to
            && site.text()[from..to]
                .split(") ")
                .nth(1)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_uppercase))
    };
    [", but ", "; ", ", while ", ", although ", ", though ", " whereas ", ".\" ", ".” "]
        .iter()
        .any(|mark| between.contains(mark))
        || caption()
}

/// Whether a leaf speaks in its sentence: "according to L", "L said", "said L"; with the words that say so.
pub(super) fn speaks(site: &Site<'_>, leaf: &Leaf) -> Option<Span> {
    speaks_in(site, site.sentence(), leaf)
}

/// The same in another stretch than the claim's sentence.
pub(super) fn speaks_in(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> Option<Span> {
    site.speaking(sentence, leaf, || words_of_speech(site, sentence, leaf))
}

fn words_of_speech(site: &Site<'_>, sentence: Span, leaf: &Leaf) -> Option<Span> {
    let text = site.text();
    let whole = site.mentions.role_around(leaf.span).map_or(leaf.span, |role| role.span);
    if let Some(start) = accords(site, sentence, leaf, whole) {
        return Some(Span::of(start, whole.end()));
    }
    if is_inverted(site, sentence, whole) {
        return Some(whole);
    }
    let is_place = leaf.kind == LeafKind::Place;
    if (is_place || leaf.kind == LeafKind::Name) && is_seat_of_others(site, sentence, whole) {
        return None;
    }
    // "died in Vienna, Austria, police said": the place ends what they say.
    if is_place && text[whole.end()..sentence.end()].starts_with(',') {
        return None;
    }
    for (word, end) in words_after(text, whole.end(), sentence.end()).take(REACH) {
        if is_saying(site.lexicon, word) {
            return (!is_told_by(site, sentence, end)).then(|| Span::of(whole.start(), end));
        }
        if !(is_one_of(word, &BETWEEN) || is_place && is_spokesperson(site.lexicon, word)) {
            break;
        }
    }
    None
}

/// Whether behind a verb of saying, which ends at `verb`, the one who speaks ends the sentence: "the sect of Lind said Mara Holt."
fn is_told_by(site: &Site<'_>, sentence: Span, verb: usize) -> bool {
    let rest = Span::of(verb, sentence.end());
    let Some((_, leaf)) = site.leaves(rest, &[LeafKind::Person, LeafKind::Name]).next() else { return false };
    let close = site.text()[leaf.span.end()..sentence.end()].trim_start_matches(['"', '”']);
    site.text()[verb..leaf.span.start()] == *" " && close.chars().next().is_none_or(|c| matches!(c, '.' | ',' | ';'))
}

/// Where "according to L" begins, if that leads into the words. A people's name alone is an adjective ("according to Lebanese
/// fighters"): it speaks where an office follows.
fn accords(site: &Site<'_>, sentence: Span, leaf: &Leaf, whole: Span) -> Option<usize> {
    let text = site.text();
    let mut before = backwards(text, sentence.start(), whole.start());
    let led = before.next().is_some_and(|word| is_one_of(word, &["to"]))
        && before.next().is_some_and(|word| is_one_of(word, &["according"]));
    let adjective = leaf.span == whole && site.mentions.name(leaf).is_some_and(|name| name.demonym);
    let office =
        || words_after(text, whole.end(), sentence.end()).take(3).any(|(word, _)| is_spokesperson(site.lexicon, word));
    (led && (!adjective || office())).then(|| start_of_word(text, sentence.start(), whole.start(), "according"))
}

/// Whether "said L" stands there and L is who said it: not across a comma ("he said, Mara Lind was"), nor where somebody else
/// is the verb's subject ("investigators said Lind opened fire").
fn is_inverted(site: &Site<'_>, sentence: Span, whole: Span) -> bool {
    let text = site.text();
    let between = text[sentence.start()..whole.start()].trim_end();
    let Some(verb) = ["said", "says", "added"].into_iter().find(|verb| ends_with_word(between, verb)) else {
        return false;
    };
    let rest = between[..between.len() - verb.len()].trim_end();
    let goes_on = text[whole.end()..sentence.end()]
        .strip_prefix(' ')
        .is_some_and(|next| next.starts_with(|c: char| c.is_lowercase()));
    let subject = rest.rsplit(' ').next().unwrap_or("");
    !(goes_on && is_subject(site.lexicon, subject))
}

/// Whether a text ends with this word, whatever its case.
fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(at) = text.len().checked_sub(word.len()).filter(|&at| text.is_char_boundary(at)) else { return false };
    text[at..].eq_ignore_ascii_case(word) && !text[..at].ends_with(char::is_alphanumeric)
}

/// Whether a word with no mark behind it can be the subject of a verb of saying: a pronoun, an office, people in the plural.
fn is_subject(lexicon: &Lexicon, word: &str) -> bool {
    let word = word.to_lowercase();
    let plural = word.len() > 4 && word.ends_with('s') && word.chars().all(char::is_alphabetic);
    plural || is_one_of(&word, &["he", "she", "they", "it", "who"]) || is_spokesperson(lexicon, &word)
}

/// Whether a place is only where somebody without an office is: "activists in rural Idlib said". What a mark parts from it is no
/// such holder ("28 villages in the region, Ukrainian officials said").
fn is_seat_of_others(site: &Site<'_>, sentence: Span, whole: Span) -> bool {
    let led = &site.text()[sentence.start()..whole.start()];
    let start = sentence.start() + led.rfind([',', ';', ':', '–', '—', '“', '”', '"']).unwrap_or(0);
    let mut before = backwards(site.text(), start, whole.start());
    // "In the province of Hama local media reported": the province ends what stands before.
    let mut last = backwards(site.text(), start, whole.start());
    if last.next() == Some("of") && last.next().is_some_and(|noun| site.lexicon.lists("place_noun", noun)) {
        return true;
    }
    let within = before.by_ref().take(3).any(|word| is_one_of(word, &["in", "from", "near", "outside", "around"]));
    let holder = before.next().filter(|_| within);
    holder.is_some_and(|word| !is_spokesperson(site.lexicon, word))
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
