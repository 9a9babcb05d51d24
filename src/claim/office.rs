//! Claims that lie in a role: which office a person holds, and how the name of a holder is spelt. Their scope is the role itself,
//! and their matter the person; no date, place or speaker of the sentence belongs to them.

use crate::article::Span;
use crate::lexicon::{EntryId, Lexicon};
use crate::mention::{LeafKind, Mentions, NameMention, Role};

use super::scope::{Participant, ParticipantKind, Scope, Scoped};
use super::site::Site;
use super::{Found, Value, ValueKind};

/// What a role says beside its value.
pub(super) struct Office {
    pub(super) scope: Scope,
    pub(super) matter: String,
}

/// A name that the lexicon does not know, with the person who is likely meant.
pub(super) type Identity = (String, EntryId);

/// For each full name of an article that stands with an office and is unknown: the known holder of that office whose name is
/// alike in the whole, if there is one.
pub(super) fn identities(text: &str, mentions: &Mentions, lexicon: &Lexicon) -> Vec<Identity> {
    let mut found: Vec<Identity> = Vec::new();
    for role in &mentions.roles {
        let Some(leaf) = role.person.filter(|&leaf| role.span.contains(mentions.leaves[leaf].span)) else { continue };
        let Some(name) = mentions.name(&mentions.leaves[leaf]).filter(|name| name.entry.is_none()) else { continue };
        if role.qualified.is_some() || found.iter().any(|(known, _)| *known == name.key) {
            continue;
        }
        let country = body(role, mentions, lexicon);
        let written = mentions.leaves[leaf].span.text(text);
        let likely = lexicon.likely_person(written, office_of(role, lexicon), country.as_deref());
        found.extend(likely.map(|entry| (name.key.clone(), entry)));
    }
    found
}

/// The scope and matter of a claim of kind `role` or `person`, where its value lies in a role.
pub(super) fn read(site: &Site<'_>) -> Option<Office> {
    let role = role(site)?;
    let person = role.person?;
    let participant = participant(site, role, person)?;
    let party = party(site, role, &participant);
    let matter = match (site.rule.kind(), participant.key.starts_with("person:")) {
        (ValueKind::Person, false) => office_matter(site, role, party.as_ref()),
        _ => participant.key.clone(),
    };
    let in_role = role.span.contains(site.mentions.leaves[person].span);
    let found = if in_role { Found::Sentence } else { Found::Article };
    let scope = Scope {
        participants: vec![Scoped { value: participant, found }],
        party,
        stage: role.stage.map(|stage| Scoped { value: stage.to_owned(), found: Found::Sentence }),
        ..Scope::default()
    };
    Some(Office { scope, matter })
}

/// The value: the key of the office, or the name as written.
pub(super) fn value(site: &Site<'_>) -> Option<Value> {
    let role = role(site)?;
    Some(Value::Text(match site.rule.kind() {
        ValueKind::Role => office_of(role, site.lexicon).to_owned(),
        _ => site.matched.value.text(site.text()).split_whitespace().collect::<Vec<_>>().join(" "),
    }))
}

/// The role that the match lies in, for the kinds of value that do.
fn role<'a>(site: &Site<'a>) -> Option<&'a Role> {
    let (roles, item) = (&site.mentions.roles, site.matched.leaf?);
    match site.rule.kind() {
        ValueKind::Role => roles.get(item),
        ValueKind::Person => {
            let name: Span = site.mentions.leaves.get(item)?.span;
            site.mentions.role_around(name).filter(|role| role.person == Some(item))
        }
        _ => None,
    }
}

/// The key of an office without its kind.
fn office_of<'a>(role: &Role, lexicon: &'a Lexicon) -> &'a str {
    let key = &lexicon.entry(role.entry).key;
    key.strip_prefix("office:").unwrap_or(key)
}

/// The person of a role. A surname alone, unless it means one person in world news or the article gives the full name with
/// the same office, may be another bearer's ("President Clinton" beside "Hillary Clinton"): it then stands for itself.
fn participant(site: &Site<'_>, role: &Role, person: usize) -> Option<Participant> {
    let leaf = &site.mentions.leaves[person];
    let name = site.mentions.name(leaf).filter(|_| leaf.kind == LeafKind::Person)?;
    let written = leaf.span.text(site.text());
    let shown = |entry: EntryId| Participant {
        key: site.lexicon.entry(entry).key.to_string(),
        name: site.lexicon.entry(entry).name.to_string(),
        kind: ParticipantKind::Person,
    };
    let own = |key: String| Participant { key, name: written.to_owned(), kind: ParticipantKind::Person };
    if !is_sure(site, role, name, written) {
        return Some(own(written.to_lowercase()));
    }
    let likely = || site.identities.iter().find(|(key, _)| *key == name.key).map(|(_, entry)| *entry);
    Some(name.entry.or_else(likely).map_or_else(|| own(name.key.clone()), shown))
}

fn is_sure(site: &Site<'_>, role: &Role, name: &NameMention, written: &str) -> bool {
    let full = |words: &str| words.contains([' ', '-']);
    let known = || name.entry.is_some() && site.lexicon.by_surname(written) == name.entry;
    let same = |other: &&Role| other.entry == role.entry && other.stage == role.stage;
    let elsewhere = || {
        let people = site.mentions.roles.iter().filter(same).filter_map(|other| other.person);
        let mut leaves = people.map(|leaf| &site.mentions.leaves[leaf]);
        leaves.any(|leaf| {
            full(leaf.span.text(site.text())) && site.mentions.name(leaf).is_some_and(|other| other.key == name.key)
        })
    };
    full(written) || known() || elsewhere()
}

/// Whose office it is: as the role says, else as the article says of the same person in another role, else the country that the
/// office belongs to, else that of a person whom the lexicon knows.
fn party(site: &Site<'_>, role: &Role, participant: &Participant) -> Option<Scoped<String>> {
    if let Some(words) = role.qualified {
        return Some(Scoped { value: words.text(site.text()).to_lowercase(), found: Found::Sentence });
    }
    if let Some(value) = body(role, site.mentions, site.lexicon) {
        return Some(Scoped { value, found: Found::Sentence });
    }
    let country = |key: &str| {
        let entry = site.lexicon.entry(site.lexicon.by_key(key)?);
        entry.part_of.map(|of| site.lexicon.entry(of).key.to_string())
    };
    let value = elsewhere(site, role).or_else(|| country(&participant.key))?;
    Some(Scoped { value, found: Found::Article })
}

/// The one body that other roles of the same person in the article name.
fn elsewhere(site: &Site<'_>, role: &Role) -> Option<String> {
    let key =
        |role: &Role| role.person.and_then(|leaf| site.mentions.name(&site.mentions.leaves[leaf])).map(|n| &n.key);
    let own = key(role)?;
    let others = site.mentions.roles.iter().filter(|other| key(other) == Some(own) && other.stage == role.stage);
    let mut bodies: Vec<String> = others.filter_map(|other| body(other, site.mentions, site.lexicon)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies.pop().filter(|_| bodies.is_empty())
}

/// The body that a role itself names: a country (also by its seat of government), a region, an organisation; else the country
/// to which the office belongs.
fn body(role: &Role, mentions: &Mentions, lexicon: &Lexicon) -> Option<String> {
    let Some(of) = role.of else {
        let of = lexicon.entry(role.entry).part_of.filter(|_| role.qualified.is_none())?;
        return Some(lexicon.entry(of).key.to_string());
    };
    let name = mentions.name(&mentions.leaves[of])?;
    let seat = name.entry.map(|id| lexicon.entry(id)).filter(|entry| matches!(&*entry.sort, "metonym" | "government"));
    let country = seat.and_then(|entry| entry.part_of).map(|of| lexicon.entry(of).key.to_string());
    Some(country.unwrap_or_else(|| name.key.clone()))
}

/// The matter of the name of somebody whom the lexicon does not know: the office and whose it is.
fn office_matter(site: &Site<'_>, role: &Role, party: Option<&Scoped<String>>) -> String {
    let office = site.lexicon.plainest_office(office_of(role, site.lexicon));
    format!("{office}\u{1f}{}", party.map_or("", |party| party.value.as_str()))
}
