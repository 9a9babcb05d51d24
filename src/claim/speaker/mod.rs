//! Who speaks: the speaker of each quotation and of reported words, read from the sentence around, else from the sentences
//! before. A speaker is never guessed: where two fit there is none, and the claim says so.
//!
//! A claim of such words has its speaker as the only participant (`found` says where the speaker stood), whom they name
//! ("called Putin a …") as its party, and the stage `reported` where they stand without quotation marks. What runs over
//! several sentences is one claim a sentence; the pieces of a split quotation ("'We stay,' he said, 'until …'") are a claim
//! each: neighbours in the article with one speaker.

mod pronoun;
mod row;
mod subject;
mod voice;

use crate::article::{Article, Span};
use crate::lexicon::{EntryKind, Lexicon};
use crate::mention::{Leaf, LeafKind, Mentions, QuotationKind};
use crate::rule::ScopeField;

use super::attribution::outlet;
use super::record::Attribution;
use super::scope::{Participant, ParticipantKind};
use super::site::Site;
use super::{Found, Scope, Scoped};

pub(super) use voice::Voices;

/// The chain of who says so: the speaker, as the text names them, then the outlet.
pub(super) fn attribution(site: &Site<'_>, spoken: &Spoken) -> Vec<Attribution> {
    let words = spoken.named.map_or_else(String::new, |named| named.text(site.text()).to_owned());
    let key = spoken.speaker.as_ref().map_or_else(|| words.to_lowercase(), |speaker| speaker.value.key.clone());
    let speaker = (!key.is_empty()).then_some(Attribution { name: key, kind: "speaker", text: words, side: None });
    speaker.into_iter().chain(outlet(site)).collect()
}

/// The scope of words: who speaks, whom they name, and whether they stand between marks.
pub(super) fn scope(site: &Site<'_>, spoken: &Spoken) -> Scope {
    let quotation = site.matched.leaf.map(|index| &site.mentions.quotations[index]);
    let reported = quotation.is_some_and(|quotation| quotation.kind == QuotationKind::Reported);
    let stage = |name: &str| Scoped { value: name.to_owned(), found: Found::Rule };
    Scope {
        participants: spoken.speaker.iter().cloned().collect(),
        party: named(site),
        stage: reported.then(|| stage("reported")),
        ..Scope::default()
    }
}

/// For `explain`: who speaks, or why nobody can be named.
pub(super) fn told(site: &Site<'_>, spoken: &Spoken) -> String {
    match (&spoken.speaker, spoken.why) {
        (Some(speaker), _) => {
            let words = spoken.named.map_or("", |named| named.text(site.text()));
            let found = format!("{:?}", speaker.found).to_lowercase();
            format!("{} speaks, named by “{words}” (found in the {found})", speaker.value.name)
        }
        (None, why) => format!("no speaker: {}", why.unwrap_or("none is named")),
    }
}

/// Whom the words name: the person of the pattern's group.
fn named(site: &Site<'_>) -> Option<Scoped<String>> {
    let group = site.matched.groups.iter().find(|(name, _)| name == ScopeField::Party.name()).map(|(_, span)| *span)?;
    let index = site.mentions.leaves_in(group).next_back()?;
    let value = site.mentions.name(&site.mentions.leaves[index])?.key.clone();
    Some(Scoped { value, found: Found::Rule })
}

/// Offices whose holder is the leader of a country.
const LEADING: [&str; 5] =
    ["office:president", "office:prime-minister", "office:chancellor", "office:supreme-leader", "office:taoiseach"];

/// Whose words a quotation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spoken {
    /// The speaker, where one can be told.
    pub(super) speaker: Option<Scoped<Participant>>,
    /// The words that name the speaker ("a spokesman"), where there are any.
    pub(super) named: Option<Span>,
    /// Why there is no speaker.
    pub(super) why: Option<&'static str>,
    /// Whether the voice before merely goes on here: what the words themselves say of their speaker counts for more.
    carried: bool,
}

/// What everything here reads.
#[derive(Clone, Copy)]
struct Case<'a> {
    article: &'a Article,
    mentions: &'a Mentions,
    lexicon: &'a Lexicon,
}

impl<'a> Case<'a> {
    fn text(&self) -> &'a str {
        self.article.text()
    }

    fn row(&self, sentence: usize) -> row::Row<'a> {
        row::Row::of(self.text(), self.mentions, self.lexicon, self.mentions.sentences[sentence])
    }

    /// Whoever a leaf names, as one who can speak: a person, a country or its capital, a body.
    fn participant(&self, leaf: usize) -> Option<Participant> {
        let leaf = &self.mentions.leaves[leaf];
        let name = self.mentions.name(leaf)?;
        let shown = leaf.span.text(self.text()).to_owned();
        let entry = name.entry.map(|id| self.lexicon.entry(id));
        let known = entry.map_or(shown, |entry| entry.name.to_string());
        let of = |kind| Some(Participant { key: name.key.clone(), name: known.clone(), kind });
        match leaf.kind {
            LeafKind::Person | LeafKind::Name => of(ParticipantKind::Person),
            LeafKind::Organisation => of(ParticipantKind::Organisation),
            LeafKind::Place => {
                let entry = entry?;
                let country = match entry.kind {
                    EntryKind::Country => entry,
                    EntryKind::City if entry.capital => self.lexicon.entry(self.lexicon.country_of(name.entry?)?),
                    _ => return self.namesake(leaf.span),
                };
                let (key, name) = (country.key.to_string(), country.name.to_string());
                Some(Participant { key, name, kind: ParticipantKind::Country })
            }
            _ => None,
        }
    }

    /// The person of the article who has a place's name for a surname: no town speaks.
    fn namesake(&self, place: Span) -> Option<Participant> {
        let surname = place.text(self.text());
        let people = self.mentions.leaves.iter().enumerate().filter(|(_, leaf)| leaf.kind == LeafKind::Person);
        let bears = |leaf: &Leaf| leaf.span.text(self.text()).rsplit(' ').next() == Some(surname);
        let bearer = { people }.find(|(_, leaf)| leaf.span.len() > place.len() && bears(leaf));
        bearer.and_then(|(index, _)| self.participant(index))
    }

    /// The person of a role, where the article or the lexicon knows one.
    fn holder(&self, role: usize) -> Option<Participant> {
        let leaf = self.mentions.roles[role].person.or_else(|| self.leader(role))?;
        self.participant(leaf)
    }

    /// "The French leader": the only one of the article who leads that country.
    fn leader(&self, role: usize) -> Option<usize> {
        let role = &self.mentions.roles[role];
        let of = role.of.filter(|_| role.office == "leader")?;
        let country = self.lexicon.country_of(self.mentions.name(&self.mentions.leaves[of])?.entry?)?;
        let leads = |leaf: &Leaf| {
            let entry =
                self.mentions.name(leaf).and_then(|name| name.entry).filter(|_| leaf.kind == LeafKind::Person)?;
            let office = self.lexicon.offices_of(entry).any(|office| LEADING.contains(&office));
            (office && self.lexicon.country_of(entry) == Some(country)).then_some(entry)
        };
        let mut leaders = self.mentions.leaves.iter().enumerate().filter_map(|(at, leaf)| Some((at, leads(leaf)?)));
        let (first, who) = leaders.next()?;
        leaders.all(|(_, other)| other == who).then_some(first)
    }

    /// Whether a leaf is a person, or a name of unknown kind, which mostly is one.
    fn is_person(&self, leaf: usize) -> bool {
        matches!(self.mentions.leaves[leaf].kind, LeafKind::Person | LeafKind::Name)
    }
}

impl Spoken {
    fn by(speaker: Participant, found: Found, named: Span) -> Self {
        Self { speaker: Some(Scoped { value: speaker, found }), named: Some(named), why: None, carried: false }
    }

    fn unnamed(named: Span) -> Self {
        Self { speaker: None, named: Some(named), why: Some("the speaker has no name"), carried: false }
    }

    const fn open(why: &'static str) -> Self {
        Self { speaker: None, named: None, why: Some(why), carried: false }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::article::Article;
    use crate::lexicon::Lexicon;
    use crate::mention::scan;
    use crate::rule::{RuleSet, Selection};

    /// The speakers of the quotations of a text, in order; "-" where there is none.
    fn speakers(text: &str) -> String {
        let selection = Selection { packs: Vec::new(), rules: vec!["quotation".to_owned()] };
        let rules = RuleSet::embedded(&selection).unwrap();
        let article = Article::plain("test", text, None);
        let claims = crate::claim::extract(&rules, Lexicon::embedded(), &article, &scan(&article, Lexicon::embedded()));
        let speaker = |claim: &crate::claim::Claim| {
            claim.scope.participants.first().map_or("-".to_owned(), |who| who.value.key.clone())
        };
        claims.claims.iter().map(speaker).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn the_sentence_around_says_who_speaks() {
        for (text, expected) in [
            ("“It is late,” said Wellbrook police chief Mira Stonefield.", "mira stonefield"),
            ("“It is late,” said his sister, Mira Stonefield.", "mira stonefield"),
            ("“It is late,” said a spokesman for the mayor, Mira Stonefield.", "-"),
            ("“It is late,” said a Wellbrook Hospital nurse who was there.", "-"),
            (
                "“It is late,” Paul Hill, a baker, sobbed. Paul Hill, who owns a mill, said: “We closed it.”",
                "paul hill | paul hill",
            ),
            ("“It is late”, according to Paul Hill.", "paul hill"),
            ("Paul Hill and Nora Brand said: “We closed the mill.”", "-"),
            (
                "Paul Hill said the council had “no plan at all” and warned of “a long and bitter winter”.",
                "paul hill | paul hill",
            ),
            ("Speaking after a meeting with Paul Hill, stated: “It is late.”", "-"),
            ("Olaf Scholz and Paul Hill met. The German leader said: “We closed the mill.”", "person:olaf-scholz"),
        ] {
            assert_eq!(speakers(text), expected, "{text}");
        }
    }

    #[test]
    fn a_voice_goes_on_until_the_words_say_otherwise() {
        for (text, expected) in [
            ("Paul Hill spoke to reporters:\n\n“We closed the mill.”", "paul hill"),
            ("“We closed the mill,” Paul Hill said. “It was old. It had to go.”", "paul hill | paul hill | paul hill"),
            (
                "“We closed the mill,” Paul Hill said.\n\n“It was new. It stood for a year,” Nora Brand said.",
                "paul hill | nora brand | nora brand",
            ),
            ("“We closed the mill,” Paul Hill said.\n\nIt rained all day.\n\n“It was new.”", "paul hill | -"),
        ] {
            assert_eq!(speakers(text), expected, "{text}");
        }
    }

    #[test]
    fn a_pronoun_goes_back_to_one_who_fits_or_to_nobody() {
        for (text, expected) in [
            ("Paul Hill opened the mill. “It is late,” he said.", "paul hill"),
            ("Paul Hill opened the mill. He was tired. “It is late,” he said.", "paul hill"),
            ("Paul Hill opened the mill. Guests came to see Milo Brand. “It is late,” he said.", "-"),
            ("Paul Hill opened the mill. A witness stood by. “It is late,” he said.", "-"),
            ("Paul Hill and Milo Brand opened the mill. “It is late,” he said.", "-"),
        ] {
            assert_eq!(speakers(text), expected, "{text}");
        }
    }
}
