//! Roles: an office with the person who holds it and the country or body whose it is.

use rustc_hash::FxHashSet;

use super::name::OfficeHit;
use super::name_words::{Part, part_of_name};
use super::{Leaf, LeafKind, Mentions, Reader, Role, TokenKind, words};
use crate::article::Span;
use crate::lexicon::{EntryId, list_key};

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

/// The word lists of the lexicon for the words beside an office, with the stage that each of them says.
const STAGES: [(&str, &str); 4] = [
    ("stage-former", "former"),
    ("stage-acting", "acting"),
    ("stage-incoming", "incoming"),
    ("stage-deputy", "deputy"),
];
/// The list of words after an office or a name that say that somebody does not hold it yet: "president-elect".
const NOT_YET: &str = "stage-after";
/// Words in lower case that may stand before an office in lower case without saying whose it is.
const PLAIN: &str = "the a an and or of by with to for from as that between when while is was said told but both his her \
                     their its our who where after before";

/// Reads the roles around the offices, in order. The names must already stand among the leaves.
pub(super) fn roles(reader: &Reader<'_>, offices: &[OfficeHit], mentions: &Mentions) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    for office in offices {
        let role = read(reader, office, mentions);
        roles.extend(role.filter(|role| roles.last().is_none_or(|last| !last.span.overlaps(role.span))));
    }
    refer_back(reader, &mut roles, mentions);
    roles
}

fn read(reader: &Reader<'_>, office: &OfficeHit, mentions: &Mentions) -> Option<Role> {
    let leaves = &mentions.leaves;
    if ends_name(reader, leaves, office) {
        return None;
    }
    let before = leaf_before(reader, leaves, office.first);
    let (after, of_end) = of_after(reader, leaves, past_not_yet(reader, office.next));
    let mut of = before.filter(|&leaf| is_body(leaves, leaf)).or(after);
    let apposed = || person_before(reader, leaves, office.first, of).filter(|_| !goes_on(reader, of_end));
    let person = person_after(reader, leaves, of_end).or_else(apposed);
    if person.is_none() && !bare_stands(reader, office, of.is_some()) {
        return None;
    }
    of = of.filter(|&of| Some(of) != person);
    let mut span = office.span;
    for leaf in person.into_iter().chain(of) {
        span = span.cover(leaves[leaf].span);
    }
    let stage = stage(reader, office, of.map(|of| leaves[of].span), span);
    let qualified = qualified_after(reader, office.next)
        .filter(|_| of.is_none())
        .or_else(|| qualified_before(reader, office.first, of.map(|of| leaves[of].span)));
    Some(Role {
        span,
        office: written(reader, office),
        at: office.span,
        entry: office.entry,
        stage,
        person,
        of,
        qualified,
    })
}

/// Whether a word for a crowned head is the end of a name: "Martin Luther King".
fn ends_name(reader: &Reader<'_>, leaves: &[Leaf], office: &OfficeHit) -> bool {
    let crowned = matches!(&*reader.lexicon.entry(office.entry).key, "office:king" | "office:queen" | "office:pope");
    let before = || leaf_before(reader, leaves, office.first);
    crowned && before().is_some_and(|leaf| matches!(leaves[leaf].kind, LeafKind::Person | LeafKind::Name))
}

/// The stage that a word beside the office says: before it, before the country whose it is, or after it ("-elect").
fn stage(reader: &Reader<'_>, office: &OfficeHit, of: Option<Span>, role: Span) -> Option<&'static str> {
    let first = of.map_or(office.first, |of| token_at(reader, of.start()).min(office.first));
    let outside = |at: usize| of.is_none_or(|of| !of.contains(reader.tokens[at].span));
    let before = stage_before(reader, office.first, outside).or_else(|| stage_before(reader, first, |_| true));
    let after = [office.next, token_at(reader, role.end())].into_iter().any(|next| {
        let word = next + usize::from(reader.is(next, "-"));
        listed(reader, NOT_YET, word)
    });
    before.or(after.then_some("incoming"))
}

/// The token after "-elect" or "designate", where one of them follows the office.
fn past_not_yet(reader: &Reader<'_>, next: usize) -> usize {
    let word = next + usize::from(matches!(reader.word(next), "-" | "‑"));
    if listed(reader, NOT_YET, word) { word + 1 } else { next }
}

/// The stage that one of the two words before a token says.
fn stage_before(reader: &Reader<'_>, first: usize, outside: impl Fn(usize) -> bool) -> Option<&'static str> {
    let mut at = first;
    for _ in 0..2 {
        at = at.checked_sub(1 + usize::from(at > 1 && matches!(reader.word(at - 1), "-" | "‑")))?;
        if !outside(at) {
            return None;
        }
        let said = STAGES.iter().find(|(list, _)| listed(reader, list, at)).map(|(_, stage)| *stage);
        if said.is_some() || reader.kind(at) != Some(TokenKind::Word) {
            return said;
        }
    }
    None
}

/// Whether the word at a token stands in a list of the lexicon.
fn listed(reader: &Reader<'_>, list: &str, at: usize) -> bool {
    let token = reader.token(at).filter(|token| token.kind == TokenKind::Word);
    token.is_some_and(|token| reader.lexicon.holds(list_key(list), token.key))
}

/// What follows "of" or "for" after an office, where it is no place or organisation: "president of the club".
fn qualified_after(reader: &Reader<'_>, next: usize) -> Option<Span> {
    let of = reader.is(next, "of") || reader.is(next, "for");
    let first = next + 1 + usize::from(reader.is(next + 1, "the"));
    (of && reader.kind(first) == Some(TokenKind::Word)).then(|| reader.tokens[first].span)
}

/// Another word right before the office that says whose it is: "Senate president", "company president". A verb before
/// "President" in capitals does not.
fn qualified_before(reader: &Reader<'_>, office: usize, of: Option<Span>) -> Option<Span> {
    let before = office.checked_sub(1).filter(|&at| reader.kind(at) == Some(TokenKind::Word))?;
    let token = &reader.tokens[before];
    if of.is_some_and(|of| of.contains(token.span)) || STAGES.iter().any(|(list, _)| listed(reader, list, before)) {
        return None;
    }
    let says = match (token.capital, reader.tokens[office].capital) {
        (true, _) => !matches!(part_of_name(reader, before), Some(Part::Ordinary | Part::Title)),
        (false, true) => false,
        (false, false) => !PLAIN.split_ascii_whitespace().any(|plain| reader.is(before, plain)),
    };
    says.then_some(token.span)
}

/// Whether an office after a comma is one of a list rather than said of the name before it: "Mira Stone, the prime minister and
/// the king".
fn goes_on(reader: &Reader<'_>, next: usize) -> bool {
    let next = next + usize::from(reader.is(next, ","));
    reader.is(next, "and") || reader.is(next, "or")
}

/// The first token at or after a byte.
fn token_at(reader: &Reader<'_>, byte: usize) -> usize {
    reader.tokens.partition_point(|token| token.span.start() < byte)
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
        let held =
            words!["former", "then", "acting", "interim", "new", "outgoing", "deputy", "vice", "current", "late"];
        if before > 0 && reader.is_any(before - 1, held) {
            before -= 1;
        }
    }
    let end = reader.token(before.checked_sub(1)?)?.span.end();
    let start = reader.tokens[before].span.start();
    let at = leaves.partition_point(|leaf| leaf.span.end() <= end).checked_sub(1)?;
    let gap = &reader.text[leaves[at].span.end()..start];
    let plain = matches!(gap.trim_end(), "" | "'s" | "’s" | "'" | "’" | "s");
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
    while at > 0 && reader.is_any(at - 1, words!["the", "a", "an", "former", "then", "acting", "deputy", "new"]) {
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
/// country must fit where the office has one. Words such as "former" beside it may mean anybody.
fn refer_back(reader: &Reader<'_>, roles: &mut [Role], mentions: &Mentions) {
    let bare = |role: &Role| role.person.is_none() && role.stage.is_none() && role.qualified.is_none();
    if !roles.iter().any(bare) {
        return;
    }
    let holders = holders(reader, roles, mentions);
    for role in roles.iter_mut().filter(|role| bare(role)) {
        let country = role.of.map(|of| country_of(reader, mentions, of));
        let fits = |holder: &&Holder<'_>| {
            let same = country.is_none_or(|country| country.is_some() && country == holder.country);
            same && holder.office == role.entry
        };
        let mut fitting = holders.iter().filter(fits);
        let Some(first) = fitting.next() else { continue };
        if fitting.all(|other| other.key == first.key) {
            role.person = Some(first.leaf);
        }
    }
}

/// Somebody of the article who holds an office.
struct Holder<'a> {
    office: EntryId,
    key: &'a str,
    country: Option<EntryId>,
    leaf: usize,
}

/// The holders that the article names with their office, then those whose first office in the lexicon it is.
fn holders<'a>(reader: &Reader<'a>, roles: &[Role], mentions: &'a Mentions) -> Vec<Holder<'a>> {
    let mut holders = Vec::new();
    let mut known: FxHashSet<(EntryId, &str, Option<EntryId>)> = FxHashSet::default();
    for role in roles.iter().filter(|role| role.stage.is_none() && role.qualified.is_none()) {
        let Some(leaf) = role.person else { continue };
        let Some(name) = mentions.name(&mentions.leaves[leaf]) else { continue };
        let of = role.of.and_then(|of| country_of(reader, mentions, of));
        let country = of.or_else(|| name.entry.and_then(|entry| reader.lexicon.country_of(entry)));
        if known.insert((role.entry, &name.key, country)) {
            holders.push(Holder { office: role.entry, key: &name.key, country, leaf });
        }
    }
    for (leaf, name) in (0..).zip(&mentions.leaves).filter_map(|(at, leaf)| Some((at, mentions.name(leaf)?))) {
        let Some(entry) = name.entry.filter(|_| is_person(&mentions.leaves, leaf)) else { continue };
        let country = reader.lexicon.country_of(entry);
        let first = reader.lexicon.offices_of(entry).next().and_then(|office| reader.lexicon.by_key(office));
        if let Some(office) = first.filter(|&office| known.insert((office, name.key.as_str(), country))) {
            holders.push(Holder { office, key: &name.key, country, leaf });
        }
    }
    holders
}

/// The country of a leaf.
fn country_of(reader: &Reader<'_>, mentions: &Mentions, leaf: usize) -> Option<EntryId> {
    let entry = mentions.name(&mentions.leaves[leaf])?.entry?;
    reader.lexicon.country_of(entry)
}
