//! What happened: a flood, a crash or a shooting where people came to harm, a call or a meeting of those who talked, told from
//! the words of an article-event. Two tellings of one day that tell of other things are two events.

use crate::lexicon::Lexicon;

use super::record::ArticleEvent;

/// The lists of the lexicon that tell what happened where people came to harm; a word may stand in several where it does not
/// tell them apart.
const HARM: &[&str] = &[
    "happened_air_crash",
    "happened_air_strike",
    "happened_bombing",
    "happened_chemical",
    "happened_fire",
    "happened_flood",
    "happened_quake",
    "happened_rail_crash",
    "happened_road_crash",
    "happened_shelling",
    "happened_shipwreck",
    "happened_shooting",
    "happened_stabbing",
];
/// The lists that tell how people talked.
const TALKS: &[&str] = &["happened_call", "happened_meeting"];

/// The lists of which the event's words hold one, sorted.
pub(super) fn read(event: &ArticleEvent, lexicon: &Lexicon) -> Vec<&'static str> {
    let lists = match event.kind.as_str() {
        "harm" => HARM,
        "talks" => TALKS,
        _ => return Vec::new(),
    };
    let told = |list: &&&'static str| lexicon.words(list).iter().any(|stem| has(&event.words, stem));
    lists.iter().filter(told).copied().collect()
}

/// Whether sorted stems hold one, as a name ("^") or not.
fn has(words: &[String], stem: &str) -> bool {
    let found = |wanted: &str| words.binary_search_by(|word| word.as_str().cmp(wanted)).is_ok();
    found(stem) || words.binary_search_by(|word| word.as_bytes().iter().copied().cmp(marked(stem))).is_ok()
}

/// The stem with the mark of a name.
fn marked(stem: &str) -> impl Iterator<Item = u8> {
    std::iter::once(b'^').chain(stem.bytes())
}
