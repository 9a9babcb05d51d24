//! Values that the scanner has already found whole: the offices that people hold, the names that stand with an office, and the
//! lengths of time inside dates. A rule of kind `role` or `person`, or with `dated`, whose pattern is the bare `{value}` takes
//! them as they are, so that no sentence is laid out.

use rustc_hash::FxHashSet;

use super::compiled::Rule;
use super::matched::Match;
use super::pattern::Pattern;
use super::set::RuleSet;
use super::terms::ValueKind;
use crate::article::Span;
use crate::mention::{LeafKind, Mentions, Role};

/// Whether a pattern takes what the scanner lists, and so is never searched for.
pub(super) fn is_listed(rule: &Rule, pattern: &Pattern) -> bool {
    pattern.bare && matches!(rule.kind(), ValueKind::Role | ValueKind::Person)
}

/// Adds the listed values of all rules, each once an article: a repetition says nothing new.
pub(super) fn add(rules: &RuleSet, text: &str, mentions: &Mentions, matches: &mut Vec<Match>) {
    if mentions.roles.is_empty() && mentions.lengths.is_empty() {
        return;
    }
    let before = matches.len();
    add_lengths(rules, text, mentions, matches);
    for (index, rule) in rules.rules().iter().enumerate() {
        let Some(pattern) = rule.patterns().iter().position(|pattern| is_listed(rule, pattern)) else { continue };
        let listed = if rule.kind() == ValueKind::Role { offices(mentions) } else { names(text, mentions) };
        matches.extend(listed.into_iter().map(|listed| matched(index, pattern, &listed)));
    }
    if matches.len() > before {
        matches.sort_by_key(|matched| matched.value.start());
    }
}

/// Adds the lengths of time inside dates for the rules that ask for them.
fn add_lengths(rules: &RuleSet, text: &str, mentions: &Mentions, matches: &mut Vec<Match>) {
    let asks = |rule: &Rule| rule.patterns().iter().position(|pattern| pattern.bare && rule.limits.dated);
    for (index, rule) in rules.rules().iter().enumerate() {
        let Some(pattern) = asks(rule) else { continue };
        matches.extend(mentions.lengths.iter().enumerate().filter_map(|(item, length)| {
            let sentence = mentions.sentence_at(length.span.start())?;
            rule.limits.refuse(mentions.quantity(length)?, length.span, text).is_none().then_some(())?;
            let listed = Listed { value: length.span, item, sentence, span: length.span };
            Some(Match { leaf: None, length: Some(item), ..matched(index, pattern, &listed) })
        }));
    }
}

/// A value, what carries it, its sentence and the words around it.
struct Listed {
    value: Span,
    item: usize,
    sentence: usize,
    span: Span,
}

fn matched(rule: usize, pattern: usize, listed: &Listed) -> Match {
    Match {
        rule,
        pattern,
        value: listed.value,
        leaf: Some(listed.item),
        tally: None,
        length: None,
        parts: Vec::new(),
        sentence: listed.sentence,
        span: listed.span,
        groups: Vec::new(),
        won_over: Vec::new(),
    }
}

/// The offices of people, each office, stage and body of a person once.
fn offices(mentions: &Mentions) -> Vec<Listed> {
    let mut known = FxHashSet::default();
    let key = |leaf: Option<usize>| leaf.and_then(|leaf| mentions.name(&mentions.leaves[leaf])).map(|name| &*name.key);
    let mut listed = Vec::new();
    for (item, role) in mentions.roles.iter().enumerate().filter(|(_, role)| role.person.is_some()) {
        let Some(sentence) = mentions.sentence_at(role.at.start()) else { continue };
        if known.insert((key(role.person), role.entry, role.stage, key(role.of), role.qualified)) {
            listed.push(Listed { value: role.at, item, sentence, span: role.span });
        }
    }
    listed
}

/// The names of two words or more that stand with an office, each spelling once.
fn names(text: &str, mentions: &Mentions) -> Vec<Listed> {
    let mut known = FxHashSet::default();
    let mut listed = Vec::new();
    for (item, role) in mentions.roles.iter().filter_map(|role| Some((named_in(mentions, role)?, role))) {
        let value = mentions.leaves[item].span;
        let Some(sentence) = mentions.sentence_at(value.start()) else { continue };
        if value.text(text).contains([' ', '-']) && known.insert((value.text(text), role.entry)) {
            listed.push(Listed { value, item, sentence, span: role.span });
        }
    }
    listed
}

/// The person whose name stands inside a role.
fn named_in(mentions: &Mentions, role: &Role) -> Option<usize> {
    role.person.filter(|&leaf| {
        mentions.leaves[leaf].kind == LeafKind::Person && role.span.contains(mentions.leaves[leaf].span)
    })
}
