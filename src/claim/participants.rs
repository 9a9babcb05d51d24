//! Participants and parties of a claim: persons, countries and bodies named around the match, its speakers aside.

use crate::article::Span;
use crate::lexicon::EntryKind;
use crate::mention::{Leaf, LeafKind, NameMention};
use crate::rule::{ScopeField, ScopeKind};

use super::attribution::speaks;
use super::scope::{Participant, ParticipantKind};
use super::site::Site;
use super::{Found, Scoped};

/// Who took part: gathered stretch by stretch, nearest first, until there are as many as the rule looks for. Who merely
/// speaks about the matter in the claim's own paragraph takes no part in it.
pub(super) fn read(site: &Site<'_>) -> Vec<Scoped<Participant>> {
    let Some(scope) = site.rule.scope(ScopeField::Participants) else { return Vec::new() };
    let mut found = of_pattern(site, &scope.kinds);
    for (level, span) in site.levels() {
        if found.len() >= scope.min.max(1) {
            break;
        }
        if !scope.from.is_empty() && !scope.from.contains(&level) {
            continue;
        }
        // Beyond the sentence a rule that asks for one takes the first who is named, whom a pronoun means.
        let most = if scope.min <= 1 && level > Found::Sentence { 1 } else { usize::MAX };
        let named = scope.kinds.contains(&ScopeKind::Name) && level == Found::Sentence;
        let near = if named { by_name(site, span) } else { at_level(site, level, span, &scope.kinds) };
        for participant in near.into_iter().take(most) {
            if !found.iter().any(|known| known.value.key == participant.key) {
                found.push(Scoped { value: participant, found: level });
            }
        }
    }
    let persons = found.iter().filter(|who| who.value.kind == ParticipantKind::Person).count();
    if persons >= scope.min.max(2) {
        found.retain(|who| who.value.kind != ParticipantKind::Country || who.found == Found::Rule);
    }
    found.sort_by(|a, b| a.value.cmp(&b.value));
    found
}

/// Whom the pattern's own group names.
fn of_pattern(site: &Site<'_>, kinds: &[ScopeKind]) -> Vec<Scoped<Participant>> {
    let Some(span) = site.group(ScopeField::Participants) else { return Vec::new() };
    let named =
        if kinds.contains(&ScopeKind::Name) { by_name(site, span) } else { at_level(site, Found::Rule, span, kinds) };
    named.into_iter().map(|value| Scoped { value, found: Found::Rule }).collect()
}

/// Whatever is named in a stretch, each once: a team may bear the name of a town, a country or nobody knows what. The words
/// with a capital behind a name belong to it, so that City and United of one town are two.
fn by_name(site: &Site<'_>, span: Span) -> Vec<Participant> {
    const NAMED: &[LeafKind] = &[LeafKind::Person, LeafKind::Place, LeafKind::Organisation, LeafKind::Name];
    let mut participants: Vec<Participant> = Vec::new();
    let mut end = span.start();
    for (_, leaf) in site.leaves(span, NAMED) {
        if leaf.span.start() < end {
            continue;
        }
        end = leaf.span.end() + capitals(&site.text()[leaf.span.end()..]);
        let Some(found) = named(site, leaf, end) else { continue };
        if site.rule.event() == "transfer" && end == leaf.span.end() && is_wide(site, leaf) {
            continue;
        }
        if !participants.iter().any(|known| known.key == found.key) {
            participants.push(found);
        }
    }
    participants
}

/// The participant whose name runs from a leaf to `end`.
fn named(site: &Site<'_>, leaf: &Leaf, end: usize) -> Option<Participant> {
    if end == leaf.span.end()
        && let Some(known) = participant(site, leaf)
    {
        return Some(known);
    }
    let name = Span::of(leaf.span.start(), end).text(site.text()).to_owned();
    let key = match () {
        () if end > leaf.span.end() => club(&name),
        // A team is no town, though it bears its name.
        () if leaf.kind == LeafKind::Place => town(site, leaf)?,
        () => club(&site.mentions.name(leaf)?.key),
    };
    Some(Participant { key, name, kind: ParticipantKind::Organisation })
}

/// Whether a place is wider than a town: no country buys or sells a player.
fn is_wide(site: &Site<'_>, leaf: &Leaf) -> bool {
    let entry = site.mentions.name(leaf).and_then(|name| name.entry).filter(|_| leaf.kind == LeafKind::Place);
    entry.is_some_and(|entry| site.lexicon.entry(entry).kind != EntryKind::City)
}

/// A name in small letters without what only says that it is a club's: "FC Porto", "Leeds United AFC".
fn club(name: &str) -> String {
    const MARKS: [&str; 8] = ["fc", "afc", "cf", "sc", "ac", "fk", "sk", "as"];
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().filter(|word| !MARKS.contains(word)).collect();
    if words.is_empty() { lower } else { words.join(" ") }
}

/// The usual name of a place in small letters, however it is spelt here.
fn town(site: &Site<'_>, leaf: &Leaf) -> Option<String> {
    let name = site.mentions.name(leaf)?;
    let usual = name.entry.map_or(name.key.as_str(), |entry| &site.lexicon.entry(entry).name);
    Some(usual.split(',').next().unwrap_or(usual).to_lowercase())
}

/// How far words with a capital follow, each after one blank.
fn capitals(text: &str) -> usize {
    let mut end = 0;
    while let Some(rest) = text[end..].strip_prefix(' ').filter(|rest| rest.starts_with(char::is_uppercase)) {
        end += 1 + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    }
    end
}

/// The participants that one stretch names, each once, in the order of the text. Outside the pattern's own group the countries
/// in a stretch that names persons are what the persons speak of.
fn at_level(site: &Site<'_>, level: Found, span: Span, kinds: &[ScopeKind]) -> Vec<Participant> {
    let leaves = site.leaves(span, &[LeafKind::Person, LeafKind::Place, LeafKind::Organisation]).map(|(_, leaf)| leaf);
    let near = matches!(level, Found::Sentence | Found::Paragraph);
    let mut participants: Vec<Participant> = Vec::new();
    let beside = |leaf: &Leaf| level != Found::Rule && is_beside(site, span, leaf);
    let left_out = |leaf: &Leaf| is_office_country(site, leaf) || near && is_only_speaker(site, leaf) || beside(leaf);
    for leaf in leaves.filter(|leaf| !left_out(leaf)) {
        let Some(participant) = participant(site, leaf).filter(|p| wanted(p.kind, kinds)) else { continue };
        if !participants.iter().any(|known| known.key == participant.key) {
            participants.push(participant);
        }
    }
    if level != Found::Rule && participants.iter().any(|p| p.kind == ParticipantKind::Person) {
        participants.retain(|p| p.kind == ParticipantKind::Person);
    }
    participants
}

/// Whether a name stands beside the matter: inside brackets that explain ("this man (Putin)"), or as an opponent ("against
/// Russia", "the Russian invasion").
fn is_beside(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let text = site.text();
    let before = text[span.start()..leaf.span.start()].trim_end();
    let after = text[leaf.span.end()..span.end()].trim_start();
    if before.ends_with('(') && after.starts_with(')') {
        return true;
    }
    let next = || after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let hostile = || site.lexicon.lists("hostile", next());
    let demonym = site.mentions.name(leaf).is_some_and(|name| name.demonym);
    leaf.kind == LeafKind::Place && (before.ends_with(" against") || demonym && hostile())
}

/// Whether a rule takes participants of this kind; without a word on it, persons.
fn wanted(kind: ParticipantKind, kinds: &[ScopeKind]) -> bool {
    let said = match kind {
        ParticipantKind::Person => ScopeKind::Person,
        ParticipantKind::Country => ScopeKind::Country,
        ParticipantKind::Organisation => ScopeKind::Organisation,
    };
    if kinds.is_empty() { said == ScopeKind::Person } else { kinds.contains(&said) }
}

/// The participant behind a leaf: a person, a country (a demonym or an office's seat stands for it), a body.
pub(super) fn participant(site: &Site<'_>, leaf: &Leaf) -> Option<Participant> {
    let name = site.mentions.name(leaf)?;
    let shown = leaf.span.text(site.text()).to_owned();
    match leaf.kind {
        LeafKind::Person => Some(person(site, name, shown)),
        LeafKind::Organisation => Some(government(site, name).unwrap_or_else(|| Participant {
            key: name.key.clone(),
            name: shown,
            kind: ParticipantKind::Organisation,
        })),
        LeafKind::Place => country(site, name),
        _ => None,
    }
}

/// The country whose government a seat or ministry stands for: "Pentagon", "Kremlin".
fn government(site: &Site<'_>, name: &NameMention) -> Option<Participant> {
    let entry = site.lexicon.entry(name.entry?);
    let stands = matches!(&*entry.sort, "metonym" | "government");
    let country = site.lexicon.entry(entry.part_of.filter(|_| stands)?);
    Some(Participant { key: country.key.to_string(), name: country.name.to_string(), kind: ParticipantKind::Country })
}

/// A person: whom the lexicon knows, also by a misspelt name, under the usual name, else in the words of the text.
fn person(site: &Site<'_>, name: &NameMention, shown: String) -> Participant {
    let likely = || site.identities.iter().find(|(key, _)| *key == name.key).map(|(_, entry)| *entry);
    let entry = name.entry.or_else(likely).map(|entry| site.lexicon.entry(entry));
    Participant {
        key: entry.map_or_else(|| name.key.clone(), |entry| entry.key.to_string()),
        name: entry.map_or(shown, |entry| entry.name.to_string()),
        kind: ParticipantKind::Person,
    }
}

/// The country behind a place leaf that names one.
fn country(site: &Site<'_>, name: &NameMention) -> Option<Participant> {
    let entry = site.lexicon.entry(name.entry?);
    (entry.kind == EntryKind::Country).then(|| Participant {
        key: entry.key.to_string(),
        name: entry.name.to_string(),
        kind: ParticipantKind::Country,
    })
}

/// Whether a leaf only says whose office a person holds ("French" of "French President Emmanuel Macron").
fn is_office_country(site: &Site<'_>, leaf: &Leaf) -> bool {
    leaf.kind != LeafKind::Person && site.mentions.role_around(leaf.span).is_some_and(|role| role.person.is_some())
}

/// Whether a person speaks about the matter without being named in the match: "Peskov said the call lasted an hour".
fn is_only_speaker(site: &Site<'_>, leaf: &Leaf) -> bool {
    !site.matched.span.contains(leaf.span) && site.sentence().contains(leaf.span) && speaks(site, leaf).is_some()
}

/// The side whose people or things are counted: the nationality that stands inside the match, nearest to the value.
pub(super) fn party(site: &Site<'_>) -> Option<Scoped<String>> {
    if let Some(party) = site.fixed().party.as_ref() {
        return Some(Scoped { value: party.clone(), found: Found::Rule });
    }
    site.rule.scope(ScopeField::Party)?;
    let group = site.matched.groups.iter().find(|(name, _)| name == ScopeField::Party.name()).map(|(_, span)| *span);
    let span = group.unwrap_or(site.matched.span);
    let nearest = site
        .leaves(span, &[LeafKind::Place, LeafKind::Organisation])
        .filter(|(_, leaf)| group.is_some() || site.mentions.name(leaf).is_some_and(|name| name.demonym))
        .min_by_key(|(_, leaf)| (leaf.span.start().abs_diff(site.matched.value.end()), leaf.span.start()))?;
    let value = site.mentions.name(nearest.1)?.key.clone();
    Some(Scoped { value, found: Found::Sentence })
}
