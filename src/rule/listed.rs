//! Values that the scanner has already found whole: the offices that people hold, the names that stand with an office, and the
//! lengths of time inside dates. A rule of kind `role` or `person`, or with `dated`, whose pattern is the bare `{value}` takes
//! them as they are, so that no sentence is laid out.

use rustc_hash::FxHashSet;

use super::compiled::Rule;
use super::head::{Head, PatternHead};
use super::matched::Match;
use super::set::RuleSet;
use super::terms::ValueKind;
use crate::article::Span;
use crate::mention::{LeafKind, Mentions, Role};

/// Whether a pattern takes what the scanner lists, and so is never searched for.
pub(super) fn is_listed(rule: &Head, pattern: &PatternHead) -> bool {
    pattern.bare && matches!(rule.kind, ValueKind::Role | ValueKind::Person)
}

/// The patterns of a rule set that take such values, by rule and pattern.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Those of offices and names.
    held: Vec<(usize, usize)>,
    /// Those of lengths of time inside dates.
    dated: Vec<(usize, usize)>,
}

impl Listing {
    pub(super) fn of(rules: &[Rule]) -> Self {
        let first = |takes: fn(&Head, &PatternHead) -> bool| {
            let of_rule = move |(index, rule): (usize, &Rule)| {
                Some((index, rule.head.patterns.iter().position(|pattern| takes(&rule.head, pattern))?))
            };
            rules.iter().enumerate().filter_map(of_rule).collect()
        };
        Self { held: first(is_listed), dated: first(|rule, pattern| pattern.bare && rule.dated) }
    }
}

/// Adds the listed values of all rules, each once an article: a repetition says nothing new.
pub(super) fn add(rules: &RuleSet, text: &str, mentions: &Mentions, matches: &mut Vec<Match>) {
    if mentions.roles.is_empty() && mentions.lengths.is_empty() {
        return;
    }
    let before = matches.len();
    add_lengths(rules, text, mentions, matches);
    for &(rule, pattern) in &rules.index.listing.held {
        let of_role = rules.rules()[rule].kind() == ValueKind::Role;
        let listed = if of_role { offices(mentions) } else { names(text, mentions) };
        matches.extend(listed.into_iter().map(|listed| matched(rule, pattern, &listed)));
    }
    if matches.len() > before {
        matches.sort_by_key(|matched| matched.value.start());
    }
}

/// Adds the lengths of time inside dates for the rules that ask for them.
fn add_lengths(rules: &RuleSet, text: &str, mentions: &Mentions, matches: &mut Vec<Match>) {
    for &(rule, pattern) in &rules.index.listing.dated {
        let limits = rules.rules()[rule].limits();
        matches.extend(mentions.lengths.iter().enumerate().filter_map(|(item, length)| {
            let sentence = mentions.sentence_at(length.span.start())?;
            limits.refuse(mentions.quantity(length)?, length.span, text).is_none().then_some(())?;
            let listed = Listed { value: length.span, item, sentence, span: length.span };
            Some(Match { leaf: None, length: Some(item), ..matched(rule, pattern, &listed) })
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
