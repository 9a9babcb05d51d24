//! What a draft of a name names, decided by the whole article: a surname goes to the person whose full name the article
//! gives, a town or country of an ambiguous name to the country that the article speaks of most.

use rustc_hash::{FxHashMap, FxHashSet};

use super::class::GENITIVE;
use super::name::Draft;
use super::name_match::{bare, key};
use super::{LeafKind, NameMention, Reader, TokenKind, words};
use crate::lexicon::{AFTER_TOWN, CONTESTED, DEMONYM, EntryId, EntryKind, NameRow, SURNAME, fold};

/// A draft with what it names.
pub(super) struct Resolved<'l> {
    pub(super) draft: Draft<'l>,
    pub(super) mention: NameMention,
}

/// Decides all drafts of an article, in order; those that turn out to be no names are left out.
pub(super) fn resolve<'l>(reader: &Reader<'l>, drafts: &[Draft<'l>]) -> Vec<Resolved<'l>> {
    let article = Article::gather(reader, drafts);
    let mut resolved: Vec<Resolved<'l>> = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.iter().enumerate() {
        let decided = decide(reader, drafts, index, &article);
        resolved.extend(decided.map(|(kind, mention)| Resolved { draft: Draft { kind, ..*draft }, mention }));
    }
    resolved
}

/// What the article says of its names.
#[derive(Default)]
struct Article {
    /// Full names of people: hash of the surname, index of the draft, key, entry.
    people: Vec<Person>,
    /// Indices of people by the hash of their surname.
    surnames: FxHashMap<u64, Vec<usize>>,
    /// Hashes of the words of names that are surely names.
    words: FxHashSet<u64>,
    /// How often each country is named, itself or by a place in it that is of no other.
    countries: FxHashMap<EntryId, usize>,
    /// The same for regions.
    regions: FxHashMap<EntryId, usize>,
    /// Towns that the article names with their region somewhere, by the hash of their words.
    towns: FxHashMap<u64, NameMention>,
}

struct Person {
    surname: u64,
    index: usize,
    key: String,
    entry: Option<EntryId>,
}

impl Article {
    fn gather(reader: &Reader<'_>, drafts: &[Draft<'_>]) -> Self {
        let mut article = Self::default();
        for (index, draft) in drafts.iter().enumerate() {
            if !draft.doubtful && draft.kind != LeafKind::Place {
                article.words.extend((draft.first..draft.next).map(|at| word_key(reader, at)));
            }
            if draft.kind == LeafKind::Person && draft.next > draft.first + 1 {
                article.add_person(person(reader, draft, index));
            }
            article.gather_place(reader, drafts, index);
        }
        article
    }

    fn gather_place(&mut self, reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize) {
        let draft = &drafts[index];
        if let Some(country) = sure_country(reader, draft) {
            *self.countries.entry(country).or_default() += 1;
        }
        if let Some(region) = sure(draft, |id| reader.lexicon.region_of(id)) {
            *self.regions.entry(region).or_default() += 1;
        }
        if let Some(town) = town_before_region(reader, drafts, index) {
            self.towns.entry(words_key(reader, draft)).or_insert(town);
        }
    }

    /// Of several mentions of one person only the first and, of another of that surname, the next is kept for surnames.
    fn add_person(&mut self, person: Option<Person>) {
        let Some(person) = person else { return };
        let bearers = self.surnames.entry(person.surname).or_default();
        if bearers.last().is_none_or(|&last| self.people[last].key != person.key) {
            bearers.push(self.people.len());
        }
        self.people.push(person);
    }

    /// The person whose full name stands at a draft. People are gathered in the order of the drafts.
    fn person_at(&self, index: usize) -> Option<&Person> {
        self.people.binary_search_by_key(&index, |person| person.index).ok().map(|at| &self.people[at])
    }

    /// The person of this surname: the only one of the article, else the last one named before.
    fn person(&self, surname: u64, before: usize) -> Option<&Person> {
        let mut found: Option<&Person> = None;
        let mut several = false;
        let bearers = self.surnames.get(&surname).map_or(&[][..], Vec::as_slice);
        for person in bearers.iter().map(|&at| &self.people[at]) {
            several |= found.is_some_and(|found| found.key != person.key);
            if found.is_none() || (several && person.index < before) {
                found = Some(person);
            }
        }
        found.filter(|found| !several || found.index < before)
    }

    fn weight(&self, reader: &Reader<'_>, entry: EntryId) -> usize {
        reader.lexicon.country_of(entry).and_then(|country| self.countries.get(&country)).copied().unwrap_or(0)
    }

    fn region_weight(&self, reader: &Reader<'_>, entry: EntryId) -> usize {
        reader.lexicon.region_of(entry).and_then(|region| self.regions.get(&region)).copied().unwrap_or(0)
    }

    /// Which of several towns of a name is meant: the one whose region or country the article names. If that says
    /// nothing, the largest by far, where one is.
    fn town(&self, reader: &Reader<'_>, names: &[NameRow]) -> Option<EntryId> {
        if let [only] = names {
            return Some(EntryId(only.entry));
        }
        let score = |id| (self.region_weight(reader, id), self.weight(reader, id));
        let ids = || names.iter().map(|name| EntryId(name.entry));
        let best = ids().max_by_key(|&id| score(id))?;
        let alone = score(best) > (0, 0) && ids().filter(|&id| score(id) == score(best)).count() == 1;
        let largest = EntryId(names[0].entry);
        if names.len() > 1 && names.iter().any(|name| name.flags & CONTESTED != 0) {
            return alone.then_some(best);
        }
        let same = reader.lexicon.country_of(best) == reader.lexicon.country_of(largest);
        let closer = self.region_weight(reader, best) > 0 && self.region_weight(reader, largest) == 0;
        // A country that the article speaks of most; a mention in passing makes no namesake likely.
        let main = self.weight(reader, best) == self.countries.values().copied().max().unwrap_or(0);
        let unnamed = self.weight(reader, largest) == 0;
        Some(if alone && closer && (same || (main && unnamed)) { best } else { largest })
    }
}

/// The full name of a draft of several words.
fn person(reader: &Reader<'_>, draft: &Draft<'_>, index: usize) -> Option<Person> {
    let last = (draft.first..draft.next)
        .rev()
        .find(|&at| reader.kind(at) == Some(TokenKind::Word) && !is_suffix(reader, at))?;
    let matched = draft.matched.map(|matched| EntryId(matched.names[0].entry));
    let (entry, key) = match matched {
        Some(entry) => (Some(entry), reader.lexicon.entry(entry).key.to_string()),
        None => by_full_key(reader, full_key(reader, draft)),
    };
    let name = entry.map_or("", |entry| &reader.lexicon.entry(entry).name);
    let usual = name.rsplit([' ', '-']).next().filter(|word| !word.is_empty());
    let surname = if is_family_first(reader, entry) { name.split(' ').next() } else { usual };
    Some(Person { surname: surname.map_or_else(|| word_key(reader, last), fold_key), index, key, entry })
}

/// The person of the lexicon with this full name, else the name itself.
fn by_full_key(reader: &Reader<'_>, full: String) -> (Option<EntryId>, String) {
    let key = format!("person:{}", full.replace(' ', "-"));
    match reader.lexicon.by_key(&key) {
        Some(entry) => (Some(entry), key),
        None => (None, full),
    }
}

/// Chinese, Korean and Vietnamese names put the family name first ("Xi Jinping").
fn is_family_first(reader: &Reader<'_>, entry: Option<EntryId>) -> bool {
    let country = entry.and_then(|entry| reader.lexicon.country_of(entry));
    country.is_some_and(|id| {
        matches!(&*reader.lexicon.entry(id).key, "country:cn" | "country:kr" | "country:kp" | "country:tw")
    })
}

fn is_suffix(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(at, words!["jr", "sr", "ii", "iii"])
}

/// A person's full name, lower-cased, without accents, initials and suffixes.
fn full_key(reader: &Reader<'_>, draft: &Draft<'_>) -> String {
    let mut out = String::new();
    let words = (draft.first..draft.next).filter(|&at| reader.kind(at) == Some(TokenKind::Word));
    let initial = |at: usize| at > draft.first && reader.word(at).len() == 1;
    for at in words.filter(|&at| !initial(at) && !is_suffix(reader, at)) {
        if !out.is_empty() {
            out.push(if reader.is(at - 1, "-") { '-' } else { ' ' });
        }
        out.push_str(bare(reader.word(at)).unwrap_or(reader.word(at)));
    }
    fold(&out).to_lowercase()
}

/// The name as written, lower-cased, without accents.
fn written_key(reader: &Reader<'_>, draft: &Draft<'_>) -> String {
    let text = draft.span.text(reader.text);
    let single = |pair: &[u8]| pair[0].is_ascii_graphic() || pair[0] == b' ' && pair[1] != b' ';
    if text.is_ascii() && text.as_bytes().windows(2).all(single) {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(draft.span.len());
    let mut push = |text: &str| {
        for word in text.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    };
    push(&fold(text).to_lowercase());
    out
}

fn word_key(reader: &Reader<'_>, at: usize) -> u64 {
    let token = &reader.tokens[at];
    if !token.may_be(GENITIVE) && token.bytes(reader.text).is_ascii() {
        return token.key;
    }
    let word = reader.word(at);
    match bare(word) {
        None if word.is_ascii() => token.key,
        plain => folded(plain.unwrap_or(word)),
    }
}

fn folded(plain: &str) -> u64 {
    if plain.is_ascii() { key(plain) } else { fold_key(plain) }
}

fn fold_key(word: &str) -> u64 {
    key(&fold(word))
}

/// A hash of the words of a draft, accents and case left out.
fn words_key(reader: &Reader<'_>, draft: &Draft<'_>) -> u64 {
    let words = (draft.first..draft.next).filter(|&at| reader.kind(at) == Some(TokenKind::Word));
    words.fold(0, |hash: u64, at| hash.rotate_left(7) ^ word_key(reader, at))
}

/// The country that a draft names beyond doubt.
fn sure_country(reader: &Reader<'_>, draft: &Draft<'_>) -> Option<EntryId> {
    sure(draft, |id| reader.lexicon.country_of(id))
}

/// What holds of all candidates of a place.
fn sure(draft: &Draft<'_>, of: impl Fn(EntryId) -> Option<EntryId>) -> Option<EntryId> {
    let matched = draft.matched.filter(|_| draft.kind == LeafKind::Place)?;
    let mut found = matched.names.iter().map(|name| of(EntryId(name.entry)));
    let first = found.next()??;
    found.all(|other| other == Some(first)).then_some(first)
}

type Decided = Option<(LeafKind, NameMention)>;

/// Decides one draft.
fn decide<'l>(reader: &Reader<'l>, drafts: &[Draft<'l>], index: usize, article: &Article) -> Decided {
    let draft = &drafts[index];
    match draft.kind {
        LeafKind::Place => Some((LeafKind::Place, place(reader, drafts, index, article))),
        LeafKind::Organisation => Some((LeafKind::Organisation, organisation(reader, drafts, index))),
        LeafKind::Person if draft.next > draft.first + 1 => {
            let person = article.person_at(index)?;
            Some((LeafKind::Person, mention(person.entry, person.key.clone())))
        }
        _ => single(reader, drafts, index, article),
    }
}

fn mention(entry: Option<EntryId>, key: String) -> NameMention {
    NameMention { entry, key, demonym: false }
}

/// A surname alone, or a name of unknown kind.
fn single(reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize, article: &Article) -> Decided {
    let draft = &drafts[index];
    let surname = word_key(reader, draft.next - 1);
    if draft.next == draft.first + 1
        && let Some(person) = article.person(surname, index)
    {
        return Some((LeafKind::Person, mention(person.entry, person.key.clone())));
    }
    if let Some(matched) = draft.matched {
        return Some((LeafKind::Person, by_surname(reader, drafts, index, matched.names)));
    }
    if draft.kind == LeafKind::Name
        && let Some(town) = article.towns.get(&words_key(reader, draft))
    {
        return Some((LeafKind::Place, town.clone()));
    }
    let dropped = draft.doubtful && !article.words.contains(&surname);
    (!dropped).then(|| (draft.kind, mention(None, written_key(reader, draft))))
}

/// A surname that the article never gives in full: the lexicon's, where only one person there bears it.
fn by_surname(reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize, names: &[NameRow]) -> NameMention {
    let first = EntryId(names[0].entry);
    let one = names.iter().all(|name| name.entry == names[0].entry);
    let key = if one { reader.lexicon.entry(first).key.to_string() } else { written_key(reader, &drafts[index]) };
    mention(one.then_some(first), key)
}

/// "Alder, Calif.": a town before a comma and its region: of the lexicon's towns the one in that region, else a town of
/// that name and region. A country after a town that the lexicon knows elsewhere may be the next of a list.
fn town_before_region(reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize) -> Option<NameMention> {
    let draft = &drafts[index];
    let may = match draft.matched {
        Some(matched) => draft.kind == LeafKind::Place && is_town(reader, matched.names),
        None => draft.kind == LeafKind::Name && !is_tail(reader, draft),
    };
    let region = may.then(|| region_after(reader, drafts, index)).flatten()?;
    let mut candidates = draft.matched.iter().flat_map(|matched| matched.names).map(|name| EntryId(name.entry));
    if let Some(inside) = candidates.find(|&id| reader.lexicon.is_part_of(id, region)) {
        return Some(mention(Some(inside), reader.lexicon.entry(inside).key.to_string()));
    }
    let entry = reader.lexicon.entry(region);
    let apart = draft.matched.is_none() || entry.kind == EntryKind::Region;
    apart.then(|| mention(None, format!("{}, {}", written_key(reader, draft), entry.name.to_lowercase())))
}

/// Whether a draft is the last word of a longer name whose first words were taken for something else: "Alder Rapids".
fn is_tail(reader: &Reader<'_>, draft: &Draft<'_>) -> bool {
    let before = draft.first.checked_sub(1).and_then(|at| reader.token(at));
    before.is_some_and(|token| token.kind == TokenKind::Word && token.capital)
}

/// Whether a name of the lexicon is a town's, if anything's.
fn is_town(reader: &Reader<'_>, names: &[NameRow]) -> bool {
    let city = |name: &NameRow| reader.lexicon.entry(EntryId(name.entry)).kind == EntryKind::City;
    names[0].flags & DEMONYM == 0 && names.iter().any(city)
}

/// The region or country that follows a draft after a comma.
fn region_after(reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize) -> Option<EntryId> {
    let next =
        drafts.get(index + 1).filter(|next| next.first == drafts[index].next + 1 && next.kind == LeafKind::Place)?;
    let matched = next.matched.filter(|_| reader.is(next.first - 1, ","))?;
    let is_state = |id: EntryId| {
        let entry = reader.lexicon.entry(id);
        matches!(entry.kind, EntryKind::Country) || (entry.kind == EntryKind::Region && entry.part_of.is_some())
    };
    let short = matched.names[0].flags & AFTER_TOWN != 0;
    let entry = EntryId(matched.names.iter().map(|name| name.entry).find(|&id| is_state(EntryId(id)))?);
    let stands_in_list = reader.is(next.next, "and")
        || (reader.is(next.next, ",")
            && drafts
                .get(index + 2)
                .is_some_and(|third| third.first == next.next + 1 && third.kind == LeafKind::Place && !short));
    (short || !stands_in_list).then_some(entry)
}

/// A place: of several candidates the one in the region that follows, else in the country the article names most, else
/// the first of the lexicon.
fn place(reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize, article: &Article) -> NameMention {
    let draft = &drafts[index];
    let Some(matched) = draft.matched else { return mention(None, written_key(reader, draft)) };
    if is_town(reader, matched.names) {
        let told = town_before_region(reader, drafts, index);
        if let Some(town) = told.as_ref().or_else(|| article.towns.get(&words_key(reader, draft))) {
            return town.clone();
        }
        if matched.names.iter().all(|name| reader.lexicon.entry(EntryId(name.entry)).kind == EntryKind::City) {
            return town(reader, draft, article.town(reader, matched.names));
        }
    }
    let demonym = matched.names[0].flags & DEMONYM != 0;
    let entry = match matched.names {
        [only] => EntryId(only.entry),
        names => named_most(reader, names, article),
    };
    NameMention { entry: Some(entry), key: reader.lexicon.entry(entry).key.to_string(), demonym }
}

/// Of several candidates the one in the country that the article names most, else the first.
fn named_most(reader: &Reader<'_>, names: &[NameRow], article: &Article) -> EntryId {
    let candidates = names.iter().map(|name| EntryId(name.entry)).enumerate();
    let best = candidates.max_by_key(|&(at, id)| (article.weight(reader, id), std::cmp::Reverse(at)));
    best.map_or(EntryId(names[0].entry), |(_, id)| id)
}

/// A town of the lexicon; undecided between several, it equals nothing but its own name.
fn town(reader: &Reader<'_>, draft: &Draft<'_>, entry: Option<EntryId>) -> NameMention {
    let bare = || format!("town:{}", written_key(reader, draft).replace(' ', "-"));
    mention(entry, entry.map_or_else(bare, |entry| reader.lexicon.entry(entry).key.to_string()))
}

/// An organisation: the lexicon's, a ministry by topic and country, else as written.
fn organisation(reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize) -> NameMention {
    let draft = &drafts[index];
    match draft.matched {
        Some(matched) => {
            let entry = EntryId(matched.names[0].entry);
            mention(Some(entry), reader.lexicon.entry(entry).key.to_string())
        }
        None => mention(None, ministry(reader, drafts, index).unwrap_or_else(|| written_key(reader, draft))),
    }
}

/// The topics of ministries, with the spellings of each.
const MINISTRIES: [(&str, &[&str]); 9] = [
    ("defence", &["defence", "defense"]),
    ("foreign", &["foreign"]),
    ("interior", &["interior"]),
    ("health", &["health"]),
    ("finance", &["finance"]),
    ("energy", &["energy"]),
    ("justice", &["justice"]),
    ("emergency", &["emergency", "emergencies"]),
    ("education", &["education"]),
];

/// "Russian Defence Ministry", "Ministry of Defense" after "Russia's": one key for topic and country.
fn ministry(reader: &Reader<'_>, drafts: &[Draft<'_>], index: usize) -> Option<String> {
    let draft = &drafts[index];
    let has = |word: &str| (draft.first..draft.next).any(|at| word_key(reader, at) == key(word));
    if !has("ministry") {
        return None;
    }
    let topic = MINISTRIES.iter().find(|(_, words)| words.iter().any(|word| has(word)))?.0;
    let inside = (draft.first..draft.next).find_map(|at| country_at(reader, at));
    let before = index.checked_sub(1).map(|before| &drafts[before]);
    let before = before.filter(|before| before.next == draft.first).and_then(|before| sure_country(reader, before));
    let country = inside.or(before).map(|id| reader.lexicon.entry(id).key.to_string());
    Some(country.map_or_else(
        || format!("ministry:{topic}"),
        |country| format!("ministry:{topic}:{}", &country["country:".len()..]),
    ))
}

/// The country named at a token.
fn country_at(reader: &Reader<'_>, at: usize) -> Option<EntryId> {
    reader.token(at).filter(|token| token.kind == TokenKind::Word && token.capital)?;
    let hit = super::name_match::longest(reader, at)?;
    let name = hit.matched.names[0];
    (name.flags & SURNAME == 0).then(|| reader.lexicon.country_of(EntryId(name.entry))).flatten()
}
