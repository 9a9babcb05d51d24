//! The subgroup: which part of the whole a figure counts ("four children" of "39 people").

use std::cell::LazyCell;

use crate::article::Span;
use crate::mention::{LeafKind, singular};
use crate::rule::{ScopeField, ScopeKind};

use super::site::{Site, is_one_of, words};
use super::{Found, Scoped};

/// Lists of words for one kind of thing, with the word that stands for it.
const KINDS: [(&str, &str); 5] = [
    ("kind_aircraft", "aircraft"),
    ("kind_drone", "drone"),
    ("kind_helicopter", "helicopter"),
    ("kind_officer", "officer"),
    ("kind_soldier", "soldier"),
];

/// Words behind a people's name among which that of an outlet stands: "Syrian state TV".
const OUTLET: usize = 2;
/// What may name a make of what is counted.
const MAKERS: [LeafKind; 3] = [LeafKind::Name, LeafKind::Person, LeafKind::Organisation];

/// The subgroup that the pattern names, or the counted noun where it is not everybody; lower-case and singular,
/// with the make that a name gives it. A rule that takes it as words keeps all of them ("attempted murder" is no murder).
pub(super) fn read(site: &Site<'_>) -> Option<Scoped<String>> {
    if let Some(fixed) = site.fixed().subgroup.as_ref() {
        return Some(Scoped { value: fixed.clone(), found: Found::Rule });
    }
    let Some(group) = site.matched.groups.iter().find(|(name, _)| name == ScopeField::Subgroup.name()) else {
        return told_around(site);
    };
    if is_of_some(site, group.1) || is_of_two(site, group.1) {
        return None;
    }
    let words = group.1.text(site.text()).to_lowercase();
    let head = words.split_whitespace().last().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))?;
    if site.rule.scope(ScopeField::Subgroup).is_some_and(|scope| scope.kinds.contains(&ScopeKind::Words)) {
        let before = words.trim_end().strip_suffix(head).unwrap_or_default();
        return Some(Scoped { value: format!("{before}{}", singular(head)), found: Found::Rule });
    }
    if is_outlet(site, group.1) {
        return None;
    }
    let people = people_of(site, group.1).or_else(|| noun_behind(site, group.1, head));
    let head = people.as_deref().unwrap_or(head);
    let everybody =
        site.lexicon.lists("everybody", head) || head.is_empty() || head.chars().all(|c| c.is_ascii_digit());
    // A member is one of something: "family members" are no "crew members".
    let of = words.split_whitespace().rev().nth(1).filter(|_| singular(head) == "member").map(|of| format!("{of} "));
    let make = of.or_else(|| make(site, group.1).map(|make| format!("{} ", make.to_lowercase()))).unwrap_or_default();
    // "Service members" are soldiers.
    (!everybody).then(|| Scoped { value: kind(site, &(make + &kind(site, head))), found: Found::Rule })
}

/// The noun that is counted where a group is only a people's name before it: "activists" of "2 Syrian activists".
fn people_of(site: &Site<'_>, group: Span) -> Option<String> {
    let (_, leaf) = site.leaves(group, &[LeafKind::Place]).next()?;
    let noun = site.leaf().and_then(|leaf| site.mentions.quantity(leaf))?.noun?;
    let adjective = leaf.span == group && group.end() < noun.start();
    adjective.then(|| noun.text(site.text()).to_lowercase())
}

/// Whether a people's name belongs to an outlet that tells the figure: "Blast kills six Syrian state TV".
fn is_outlet(site: &Site<'_>, group: Span) -> bool {
    let people = site.leaves(group, &[LeafKind::Place]).any(|(_, leaf)| leaf.span == group);
    let rest = &site.text()[group.end()..site.sentence().end().max(group.end())];
    people && words(rest, b'-').take(OUTLET).any(|word| site.lexicon.lists("outlet", word))
}

/// The noun behind a word that only tells its kind: "teacher" of "a female teacher".
fn noun_behind(site: &Site<'_>, group: Span, head: &str) -> Option<String> {
    let rest = &site.text()[group.end()..site.matched.span.end().max(group.end())];
    let noun = words(rest, b'-').next().filter(|_| rest.starts_with(' ') && site.lexicon.lists("group_kinds", head))?;
    names_group(site, noun).then(|| noun.to_lowercase())
}

/// Whether a figure counts two kinds at once, so that it is of neither: "25 soldiers and militiamen".
fn is_of_two(site: &Site<'_>, group: Span) -> bool {
    let rest = site.text()[group.end()..site.sentence().end().max(group.end())].strip_prefix(" and ");
    let next = rest.and_then(|rest| words(rest, b'-').next());
    next.is_some_and(|noun| names_group(site, noun))
}

/// Whether a word is a kind of people.
fn names_group(site: &Site<'_>, noun: &str) -> bool {
    let one = LazyCell::new(|| singular(noun));
    // The list holds patterns: words with an optional plural.
    let is_plain = |pattern: &str| pattern.strip_suffix("s?").unwrap_or(pattern).eq_ignore_ascii_case(&one);
    site.lexicon.lists("group_more", noun) || site.lexicon.words("groups").iter().any(|group| is_plain(group))
}

/// Whether the words before a group say that it is most or some of those counted, or joined to another, or no part of them: "40
/// people, mostly civilians"; "a mother and her child"; "270 in Syrian villages".
fn is_of_some(site: &Site<'_>, group: Span) -> bool {
    const SOME: [&str; 17] = [
        "including",
        "among",
        "mostly",
        "mainly",
        "largely",
        "primarily",
        "most",
        "many",
        "some",
        "and",
        "or",
        "in",
        "at",
        "near",
        "during",
        "after",
        "by",
    ];
    let between = site.value().end()..group.start().max(site.value().end());
    site.text()[between].split(|c: char| !c.is_alphanumeric()).any(|word| is_one_of(word, &SOME))
}

/// The subgroup of those who are others than the ones told of before: "others", "other civilian".
pub(super) fn of_rest(subgroup: Option<Scoped<String>>, is_rest: bool) -> Option<Scoped<String>> {
    match (subgroup, is_rest) {
        (Some(part), true) => Some(Scoped { value: format!("other {}", part.value), ..part }),
        (None, true) => Some(Scoped { value: "others".to_owned(), found: Found::Sentence }),
        (subgroup, false) => subgroup,
    }
}

/// The subgroup whose words, as the rule lists them, stand nearest to the match: in it or its sentence, else in the sentence
/// before, the headline or the lead, as far as the rule lets it be looked for.
fn told_around(site: &Site<'_>) -> Option<Scoped<String>> {
    if site.rule.subgroups().is_empty() {
        return None;
    }
    let from = site.rule.scope(ScopeField::Subgroup).map_or(&[][..], |scope| &scope.from);
    let levels = site.levels().filter(|(level, _)| from.is_empty() || from.contains(level));
    { levels }.find_map(|(found, stretch)| {
        let own = site.matched.span;
        let distance = |range: std::ops::Range<usize>| {
            let (start, end) = (stretch.start() + range.start, stretch.start() + range.end);
            own.start().saturating_sub(end).max(start.saturating_sub(own.end()))
        };
        let listed = site.rule.subgroups().iter().enumerate();
        let near = listed.filter_map(|(order, subgroup)| {
            Some((subgroup.find_in(stretch.text(site.text())).map(distance).min()?, order, subgroup.name()))
        });
        near.min().map(|(_, _, name)| Scoped { value: name.to_owned(), found })
    })
}

/// The make or model before the head noun, in a group that holds a name or a code: "Leopard 2" of "Leopard 2 tanks".
fn make<'a>(site: &Site<'a>, group: Span) -> Option<&'a str> {
    let before = group.text(site.text()).rsplit_once(char::is_whitespace)?.0;
    let named = site.leaves(Span::of(group.start(), group.start() + before.len()), &MAKERS).next().is_some();
    (named || before.contains(|c: char| c.is_ascii_digit())).then_some(before)
}

/// The singular of what is counted; synonyms of one kind become one.
fn kind(site: &Site<'_>, noun: &str) -> String {
    let one = singular(noun);
    let named = |list: &str| site.lexicon.lists(list, &one);
    KINDS.iter().find(|(list, _)| named(list)).map_or(one.clone(), |(_, kind)| (*kind).to_owned())
}
