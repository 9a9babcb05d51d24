//! Roles: an office with the person who holds it and the country or body whose it is.

use rustc_hash::FxHashSet;

use super::name::OfficeHit;
use super::{Leaf, LeafKind, Mentions, Reader, Role, TokenKind};
use crate::article::Span;
use crate::lexicon::EntryId;

/// Offices that are ordinary words too, so that alone, in lower case, they say nothing.
const COMMON: [&str; 12] = [
    "general",
    "secretary",
    "head",
    "chief",
    "director",
    "chair",
    "chairman",
    "minister",
    "leader",
    "commander",
    "representative",
    "official",
];

/// A role with its office's entry, until bare offices have found their people.
struct Draft {
    role: Role,
    entry: EntryId,
}

/// Reads the roles around the offices, in order. The names must already stand among the leaves.
pub(super) fn roles(reader: &Reader<'_>, offices: &[OfficeHit], mentions: &Mentions) -> Vec<Role> {
    let mut drafts: Vec<Draft> = Vec::new();
    for office in offices {
        let draft = read(reader, office, mentions);
        drafts.extend(draft.filter(|draft| drafts.last().is_none_or(|last| !last.role.span.overlaps(draft.role.span))));
    }
    refer_back(reader, &mut drafts, mentions);
    drafts.into_iter().map(|draft| draft.role).collect()
}

fn read(reader: &Reader<'_>, office: &OfficeHit, mentions: &Mentions) -> Option<Draft> {
    let leaves = &mentions.leaves;
    let before = leaf_before(reader, leaves, office.first);
    let (after, of_end) = of_after(reader, leaves, office.next);
    let mut of = before.filter(|&leaf| is_body(leaves, leaf)).or(after);
    let person = person_after(reader, leaves, of_end).or_else(|| person_before(reader, leaves, office.first, of));
    if person.is_none() && !bare_stands(reader, office, of.is_some()) {
        return None;
    }
    of = of.filter(|&of| Some(of) != person);
    let mut span = office.span;
    for leaf in person.into_iter().chain(of) {
        span = span.cover(leaves[leaf].span);
    }
    let role = Role { span, office: written(reader, office), person, of };
    Some(Draft { role, entry: office.entry })
}

/// The office as written, lower-cased.
fn written(reader: &Reader<'_>, office: &OfficeHit) -> String {
    let words = office.span.text(reader.text).to_lowercase();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_body(leaves: &[Leaf], leaf: usize) -> bool {
    matches!(leaves[leaf].kind, LeafKind::Place | LeafKind::Organisation)
}

/// The leaf that ends right before a token, words such as "former" left out.
fn leaf_before(reader: &Reader<'_>, leaves: &[Leaf], token: usize) -> Option<usize> {
    let mut before = token;
    for _ in 0..2 {
        let held = ["former", "then", "acting", "interim", "new", "outgoing", "deputy", "vice", "current", "late"];
        if before > 0 && held.iter().any(|word| reader.is(before - 1, word)) {
            before -= 1;
        }
    }
    let end = reader.token(before.checked_sub(1)?)?.span.end();
    let start = reader.tokens[before].span.start();
    let at = leaves.partition_point(|leaf| leaf.span.end() <= end).checked_sub(1)?;
    let gap = &reader.text[leaves[at].span.end()..start];
    let plain = matches!(gap.trim_end(), "" | "'s" | "’s" | "'" | "’");
    (plain && !gap.contains('\n')).then_some(at)
}

/// The leaf that begins at a token.
fn leaf_at(reader: &Reader<'_>, leaves: &[Leaf], token: usize) -> Option<usize> {
    let start = reader.token(token)?.span.start();
    leaves.binary_search_by_key(&start, |leaf| leaf.span.start()).ok()
}

/// "of the Russian Federation", "of NATO" after an office: the leaf, and the token after it (or after the office).
fn of_after(reader: &Reader<'_>, leaves: &[Leaf], next: usize) -> (Option<usize>, usize) {
    if !(reader.is(next, "of") || reader.is(next, "for")) {
        return (None, next);
    }
    let at = next + 1 + usize::from(reader.is(next + 1, "the"));
    match leaf_at(reader, leaves, at).filter(|&leaf| is_body(leaves, leaf)) {
        Some(leaf) => (Some(leaf), token_after(reader, leaves[leaf].span, at)),
        None => (None, next),
    }
}

fn token_after(reader: &Reader<'_>, span: Span, from: usize) -> usize {
    let inside = reader.tokens[from..].iter().take_while(|token| token.span.start() < span.end()).count();
    from + inside
}

/// The person right after an office, or after a comma ("the chancellor, Mira Stone,").
fn person_after(reader: &Reader<'_>, leaves: &[Leaf], next: usize) -> Option<usize> {
    let comma = usize::from(reader.is(next, ","));
    let leaf = leaf_at(reader, leaves, next + comma).filter(|&leaf| is_person(leaves, leaf))?;
    let closed = || {
        let after = token_after(reader, leaves[leaf].span, next + comma);
        matches!(reader.word(after), "," | ".") || reader.token(after).is_none()
    };
    (comma == 0 || closed()).then_some(leaf)
}

/// The person before an apposition: "Mira Stone, the German chancellor,".
fn person_before(reader: &Reader<'_>, leaves: &[Leaf], office: usize, of: Option<usize>) -> Option<usize> {
    let start = of.map_or(reader.tokens[office].span.start(), |of| {
        leaves[of].span.start().min(reader.tokens[office].span.start())
    });
    let mut at = reader.tokens[..office].partition_point(|token| token.span.start() < start);
    while at > 0
        && ["the", "a", "an", "former", "then", "acting", "deputy", "new"].iter().any(|word| reader.is(at - 1, word))
    {
        at -= 1;
    }
    let comma = at.checked_sub(1).filter(|&comma| reader.is(comma, ","))?;
    let leaf = leaves.partition_point(|leaf| leaf.span.start() < reader.tokens[comma].span.start()).checked_sub(1)?;
    let adjoins = leaves[leaf].span.end() == reader.tokens[comma].span.start();
    (adjoins && leaves[leaf].kind == LeafKind::Person).then_some(leaf)
}

fn is_person(leaves: &[Leaf], leaf: usize) -> bool {
    leaves[leaf].kind == LeafKind::Person
}

/// Whether an office without a name is a person at all: "the chancellor", "the Russian president", not "general strike".
fn bare_stands(reader: &Reader<'_>, office: &OfficeHit, of: bool) -> bool {
    let word = written(reader, office);
    let the = office.first > 0 && reader.is(office.first - 1, "the");
    let noun = reader.kind(office.next) != Some(TokenKind::Word)
        || !reader.tokens[office.next].spaced
        || !reader.tokens[office.next].capital;
    let plural = word.ends_with('s') && !word.ends_with("ss");
    !plural && noun && (of || (the && !COMMON.contains(&word.as_str())))
}

/// A bare office goes to the one person of the article who holds it: by a role of the article, else by the lexicon; the
/// country must fit where the office has one.
fn refer_back(reader: &Reader<'_>, drafts: &mut [Draft], mentions: &Mentions) {
    let holders = holders(reader, drafts, mentions);
    for draft in drafts.iter_mut().filter(|draft| draft.role.person.is_none()) {
        let country = draft.role.of.map(|of| country_of(reader, mentions, of));
        let fits = |holder: &&Holder<'_>| {
            let same = country.is_none_or(|country| country.is_some() && country == holder.country);
            same && holder.office == &*reader.lexicon.entry(draft.entry).key
        };
        let mut fitting = holders.iter().filter(fits);
        let Some(first) = fitting.next() else { continue };
        if fitting.all(|other| other.key == first.key) {
            draft.role.person = Some(first.leaf);
        }
    }
}

/// Somebody of the article who holds an office.
struct Holder<'a> {
    office: &'a str,
    key: &'a str,
    country: Option<EntryId>,
    leaf: usize,
}

fn holders<'a>(reader: &Reader<'a>, drafts: &[Draft], mentions: &'a Mentions) -> Vec<Holder<'a>> {
    let mut holders = Vec::new();
    let mut known: FxHashSet<(&str, &str, Option<EntryId>)> = FxHashSet::default();
    for draft in drafts {
        let Some(leaf) = draft.role.person else { continue };
        let Some(name) = mentions.name(&mentions.leaves[leaf]) else { continue };
        let of = draft.role.of.and_then(|of| country_of(reader, mentions, of));
        let country = of.or_else(|| name.entry.and_then(|entry| reader.lexicon.country_of(entry)));
        let holder = Holder { office: &reader.lexicon.entry(draft.entry).key, key: &name.key, country, leaf };
        if known.insert((holder.office, holder.key, country)) {
            holders.push(holder);
        }
    }
    for (leaf, name) in (0..).zip(&mentions.leaves).filter_map(|(at, leaf)| Some((at, mentions.name(leaf)?))) {
        let Some(entry) = name.entry.filter(|_| is_person(&mentions.leaves, leaf)) else { continue };
        let country = reader.lexicon.country_of(entry);
        for office in reader.lexicon.offices_of(entry) {
            if known.insert((office, name.key.as_str(), country)) {
                holders.push(Holder { office, key: &name.key, country, leaf });
            }
        }
    }
    holders
}

/// The country of a leaf.
fn country_of(reader: &Reader<'_>, mentions: &Mentions, leaf: usize) -> Option<EntryId> {
    let entry = mentions.name(&mentions.leaves[leaf])?.entry?;
    reader.lexicon.country_of(entry)
}
