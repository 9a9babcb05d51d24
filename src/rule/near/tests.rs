//! Exactness: what a diagnosis says must change is all that must change.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::scan;
use crate::rule::{Match, Selection, embedded_files, match_rules};

/// Every built-in rule, alone.
fn rules() -> Vec<RuleSet> {
    let mut packs: Vec<String> = embedded_files()
        .iter()
        .filter_map(|file| Some(file.path.parent()?.file_name()?.to_str()?.to_owned()))
        .filter(|pack| pack != "lexicon")
        .collect();
    packs.dedup();
    RuleSet::embedded(&Selection { packs, rules: Vec::new() }).unwrap().apart()
}

/// One changed text of so many is tried: all of them take a minute, and are all exact.
const EACH: usize = 12;
/// How many patterns a diagnosis shows.
const SHOWN: usize = 3;

/// A word that no list knows.
const OTHER: &str = "zorgled";

/// The text with each word in turn that a match holds beside its value replaced by one that no rule knows.
fn changed(text: &str, matched: &Match) -> Vec<String> {
    let span = matched.span.text(text);
    let words = span.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 2);
    let places = words.map(|word| matched.span.start() + (word.as_ptr() as usize - span.as_ptr() as usize));
    let outside = places.filter(|&at| !matched.value.overlaps(Span::of(at, at + 1)));
    let end = |at: usize| at + text[at..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len() - at);
    outside.map(|at| format!("{}{OTHER}{}", &text[..at], &text[end(at)..])).collect()
}

/// What came of all changed texts.
#[derive(Debug, Default)]
struct Tally {
    tried: usize,
    diagnosed: usize,
    named: usize,
    exact: usize,
    wrong: Vec<String>,
}

fn try_text(rules: &RuleSet, tracer: &mut Tracer<'_>, text: &str, words: &str, tally: &mut Tally) {
    let article = Article::plain("text", text, None);
    let mentions = scan(&article, Lexicon::embedded());
    let found = match_rules(rules, text, &mentions);
    let same = |span: Span| span.text(text) == words;
    let Some(leaf) = mentions.leaves.iter().find(|leaf| same(leaf.span)) else { return };
    let taken = found.matches.iter().chain(found.stopped.iter().map(|stopped| &stopped.matched));
    if { taken }.any(|matched| matched.value.overlaps(leaf.span)) {
        return;
    }
    let Some(sentence) = mentions.sentence_at(leaf.span.start()) else { return };
    let near = tracer.patterns(Scene { text, mentions: &mentions }, 0, sentence, Some(leaf.span));
    let Some(first) = near.first().filter(|near| !near.changes.is_empty()) else { return };
    tally.diagnosed += 1;
    tally.exact += usize::from(first.holds_once_changed(rules));
    let names = |near: &Near| near.changes.iter().any(|change| change.found.text(text).contains(OTHER));
    tally.named += usize::from(near.iter().take(SHOWN).any(names));
    if !first.holds_once_changed(rules) {
        let pattern = rules.rules()[0].patterns()[first.pattern].source();
        tally.wrong.push(format!("{}: {pattern}\n  {text}\n  {:?}", rules.rules()[0].id(), first.changes));
    }
}

#[test]
fn with_the_changes_made_the_pattern_matches() {
    let mut tally = Tally::default();
    for rules in rules().iter().filter(|alone| !alone.rules()[0].kind().is_layer()) {
        let mut tracer = Tracer::new(rules);
        for accept in rules.rules()[0].accept() {
            let article = Article::plain("text", &accept.text, None);
            let mentions = scan(&article, Lexicon::embedded());
            for matched in match_rules(rules, &accept.text, &mentions).matches {
                let words = matched.value.text(&accept.text).to_owned();
                for text in changed(&accept.text, &matched) {
                    tally.tried += 1;
                    if tally.tried % EACH != 0 {
                        continue;
                    }
                    try_text(rules, &mut tracer, &text, &words, &mut tally);
                }
            }
        }
    }
    assert!(tally.diagnosed > 100, "{tally:?}");
    assert_eq!(tally.exact, tally.diagnosed, "{} of {}\n{}", tally.exact, tally.diagnosed, tally.wrong.join("\n"));
    assert!(tally.named * 10 > tally.diagnosed * 7, "{} of {}", tally.named, tally.diagnosed);
}
