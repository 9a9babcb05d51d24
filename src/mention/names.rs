//! Gathers names and offices while the scan runs, and hands them to the article when it has read everything.

use super::name::{Draft, Found, OfficeHit, known, read};
use super::name_match::longest;
use super::name_resolve::{Resolved, resolve};
use super::{Leaf, Mentions, Reader, Token, TokenKind, role};
use crate::article::Span;

/// Names and offices found so far, and the headlines among the sentences.
#[derive(Default)]
pub(super) struct Names<'l> {
    drafts: Vec<Draft<'l>>,
    offices: Vec<OfficeHit>,
    headlines: Vec<Span>,
    reached: usize,
}

impl<'l> Names<'l> {
    /// Ready for a text with these sentences.
    pub(super) fn new(reader: &Reader<'_>, sentences: &[Span]) -> Self {
        // About what news holds.
        let drafts = Vec::with_capacity(reader.tokens.len() / 12);
        Self { headlines: headlines(reader, sentences), drafts, ..Self::default() }
    }

    /// Reads a name or an office at a token and gives the first token after it.
    pub(super) fn read(&mut self, reader: &Reader<'l>, at: usize) -> Option<usize> {
        let token = reader.token(at).filter(|token| token.kind == TokenKind::Word)?;
        if !token.capital {
            let hit = longest(reader, at)?;
            return Some(self.take(&known(reader, at, hit)));
        }
        let headline = self.in_headline(token);
        read(reader, at, headline).map(|found| self.take(&found))
    }

    /// Keeps what was found; the first token after it.
    fn take(&mut self, found: &Found<'l>) -> usize {
        match found {
            Found::Name(draft) => {
                self.drafts.push(*draft);
                draft.next
            }
            Found::Office(office) => {
                self.offices.push(*office);
                office.next
            }
        }
    }

    /// Whether the token stands in a line set in capitals. Tokens come in order.
    fn in_headline(&mut self, token: &Token) -> bool {
        while self.headlines.get(self.reached).is_some_and(|line| line.end() <= token.span.start()) {
            self.reached += 1;
        }
        self.headlines.get(self.reached).is_some_and(|line| line.start() <= token.span.start())
    }

    /// Decides the names by the whole article and appends them and the roles to its mentions.
    pub(super) fn finish(self, reader: &Reader<'l>, mentions: &mut Mentions) {
        mentions.names.reserve(self.drafts.len());
        mentions.leaves.reserve(self.drafts.len());
        for Resolved { draft, mention } in resolve(reader, &self.drafts) {
            let index = u32::try_from(mentions.names.len()).unwrap_or(u32::MAX);
            mentions.names.push(mention);
            mentions.leaves.push(Leaf { span: draft.span, kind: draft.kind, index });
        }
        mentions.leaves.sort_by_key(|leaf| leaf.span.start());
        mentions.roles = role::roles(reader, &self.offices, mentions);
        mentions.roles.sort_by_key(|role| (role.span.start(), role.span.end()));
    }
}

/// The sentences most of whose longer words begin with a capital.
fn headlines(reader: &Reader<'_>, sentences: &[Span]) -> Vec<Span> {
    // A headline has no full stop; a short sentence full of names has.
    let open = sentences.iter().filter(|sentence| !sentence.text(reader.text).ends_with('.'));
    open.filter(|sentence| is_capitalised(reader, **sentence)).copied().collect()
}

/// Whether most of a sentence's longer words begin with a capital.
fn is_capitalised(reader: &Reader<'_>, sentence: Span) -> bool {
    let first = reader.tokens.partition_point(|token| token.span.start() < sentence.start());
    let (mut words, mut capitals) = (0_usize, 0_usize);
    for token in reader.tokens[first..].iter().take_while(|token| token.span.start() < sentence.end()) {
        if token.kind == TokenKind::Word && token.span.len() > 3 {
            words += 1;
            capitals += usize::from(token.capital);
        }
    }
    words >= 4 && capitals * 10 >= words * 7
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use crate::article::Article;
    use crate::lexicon::Lexicon;
    use crate::mention::{LeafKind, Mentions, scan};

    fn scanned(text: &str) -> Mentions {
        scan(&Article::plain("test", text, None), Lexicon::embedded())
    }

    fn names(text: &str) -> Vec<(String, LeafKind, String)> {
        let mentions = scanned(text);
        let name = |leaf| mentions.name(leaf).map(|name| name.key.clone());
        let found = mentions.leaves.iter().filter_map(|leaf| Some((leaf, name(leaf)?)));
        found.map(|(leaf, key)| (leaf.span.text(text).to_owned(), leaf.kind, key)).collect()
    }

    fn keys(text: &str) -> String {
        names(text).into_iter().map(|name| name.2).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn names_and_their_keys() {
        for (text, expected) in [
            (
                "The U.S. and the UK told us that Russia's envoy had left Kiev.",
                "country:us | country:gb | country:ru | city:kyiv",
            ),
            ("We ate turkey in Turkey.", "country:tr"),
            ("The Biden-Putin call was short.", "person:joe-biden | person:vladimir-putin"),
            ("They met in Paris, Texas.", "city:paris-us | region:us-tx"),
            ("Two trains met near Alderbrook, Calif., on Monday.", "alderbrook, california | region:us-ca"),
            ("Gen. Mark A. Milley spoke. Milley left.", "person:mark-milley | person:mark-milley"),
            ("Mira Stonefield, 44, was there. Stonefield left early.", "mira stonefield | mira stonefield"),
            ("Nora Hill and Paul Hill came. Later Hill spoke.", "nora hill | paul hill | paul hill"),
            ("Rescuers said that Georgia, Tbilisi and Batumi were calm.", "country:ge | city:tbilisi"),
            ("In Atlanta, Georgia, people of Savannah met.", "city:atlanta | region:us-ga | city:savannah"),
            ("The Russian Defence Ministry spoke.", "ministry:defence:ru"),
            ("Russia's Ministry of Defense spoke.", "country:ru | ministry:defence:ru"),
            ("Alder County Police Department sent help.", "alder county police department"),
            ("Yesterday Nobody came. However It rained.", ""),
            ("Deir Ezzor and Deir al-Zour are one.", "city:deir-ez-zor | city:deir-ez-zor"),
            ("The nato secretary met NATO and Nato.", "org:nato | org:nato"),
            ("He was in Nice. Nice weather.", "city:nice"),
            ("LODZ, Poland, Nov 12 - Trams in Łódź stood still.", "city:lodz | country:pl | city:lodz"),
            ("People of Düsseldorf, Koeln and Malmo met.", "city:dusseldorf | city:cologne | city:malmo"),
            (
                "ALDERBROOK, Calif. (AP) - It rained. Alderbrook is calm.",
                "alderbrook, california | region:us-ca | org:ap | alderbrook, california",
            ),
            ("It rained in Springfield.", "town:springfield"),
            ("It rained in Springfield. People of Illinois like rain.", "city:springfield-us-il | region:us-il"),
            ("It rained in Portland.", "city:portland"),
            ("Allen police spoke to Allen.", "city:allen | allen"),
            ("They had to Warn Putin of it.", "warn | person:vladimir-putin"),
            ("He lives in the 400 block of Alder Court on Houston Street.", "alder | houston"),
            ("Fighters of al-Qaeda and Al Qaeda fled.", "org:al-qaeda | org:al-qaeda"),
        ] {
            let found = keys(text);
            if text.contains("Batumi") {
                assert!(found.starts_with(expected), "{text}: {found}");
            } else {
                assert_eq!(found, expected, "{text}");
            }
        }
    }

    #[test]
    fn roles_before_and_after_the_name() {
        for (text, span, office, of, person) in [
            (
                "Then German Chancellor Olaf Scholz left.",
                "German Chancellor Olaf Scholz",
                "chancellor",
                "country:de",
                "person:olaf-scholz",
            ),
            (
                "Olaf Scholz, the German chancellor, left.",
                "Olaf Scholz, the German chancellor",
                "chancellor",
                "country:de",
                "person:olaf-scholz",
            ),
            (
                "Then Kremlin spokesman Dmitry Peskov left.",
                "Kremlin spokesman Dmitry Peskov",
                "spokesman",
                "org:kremlin",
                "person:dmitry-peskov",
            ),
            (
                "Secretary of State Milla Brenner left.",
                "Secretary of State Milla Brenner",
                "secretary of state",
                "",
                "milla brenner",
            ),
            ("The president of France left.", "president of France", "president", "country:fr", ""),
        ] {
            let mentions = scanned(text);
            let key = |leaf: Option<usize>| {
                leaf.map_or(String::new(), |leaf| mentions.name(&mentions.leaves[leaf]).unwrap().key.clone())
            };
            let role = mentions.roles.first().unwrap();
            assert_eq!(role.span.text(text), span, "{text}");
            assert_eq!(
                (role.office.as_str(), key(role.of), key(role.person)),
                (office, of.to_owned(), person.to_owned()),
                "{text}"
            );
        }
        assert!(scanned("A general strike was called by the head.").roles.is_empty());
    }

    #[test]
    fn a_bare_office_finds_its_only_holder_of_that_country() {
        let text = "Emmanuel Macron and Vladimir Putin spoke. The French president was calm.";
        let mentions = scanned(text);
        let person = mentions.roles.last().and_then(|role| role.person).unwrap();
        assert_eq!(mentions.leaves[person].span.text(text), "Emmanuel Macron");
    }

    proptest! {
        #[test]
        fn leaves_are_sorted_apart_and_inside_one_sentence(text in "(Kyiv|the |Mr\\. |U\\.S\\.|\"|’s|“|”|\\. |\n\n?|, |-|[a-zé]{1,5} |[A-ZÉ][a-zß]{0,5} |President |of |Biden|\\(|\\)|[0-9]{1,4}|\\PC){0,60}") {
            let mentions = scanned(&text);
            let mut end = 0;
            for leaf in &mentions.leaves {
                prop_assert!(leaf.span.start() >= end && !leaf.span.is_empty());
                prop_assert!(text.is_char_boundary(leaf.span.start()) && text.is_char_boundary(leaf.span.end()));
                prop_assert!(mentions.sentences.iter().any(|sentence| sentence.contains(leaf.span)));
                end = leaf.span.end();
            }
        }
    }
}
