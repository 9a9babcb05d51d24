//! Capitals that are told by their country alone: "near the Syrian capital", "in Syria's capital", "in the capital of Syria".

use crate::article::Span;
use crate::mention::{Leaf, LeafKind};

use super::locative::{is_harm, is_locative};
use super::site::{Site, words_before};

/// The capital that a stretch tells by its people, nearest to the match: "kills 19 near the Syrian capital".
pub(super) fn read(site: &Site<'_>, span: Span) -> Option<String> {
    if !is_harm(site) || !span.text(site.text()).contains("capital") {
        return None;
    }
    let leaves = site.leaves(span, &[LeafKind::Place]).map(|(_, leaf)| leaf);
    let told = leaves.filter(|leaf| is_locative(site, span, leaf)).filter_map(|leaf| Some((leaf, of(site, leaf)?)));
    told.min_by_key(|(leaf, _)| (site.distance(leaf), leaf.span.start())).map(|(_, capital)| capital)
}

/// The capital that a country or its people stands for: "capital" right behind it, or before it with "of".
pub(super) fn of(site: &Site<'_>, leaf: &Leaf) -> Option<String> {
    let text = site.text();
    let behind = text[leaf.span.end()..].trim_start_matches(['\'', '’', 's']);
    let stands = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-') && !is_money(site, rest);
    let led =
        || matches!(&words_before(text, 0, leaf.span.start(), 2)[..], [of, city] if of == "of" && city == "capital");
    let told = behind.strip_prefix(" capital").is_some_and(stands) || led();
    let capital = site.lexicon.capital_of(site.mentions.name(leaf).filter(|_| told)?.entry?)?;
    Some(site.lexicon.entry(capital).key.to_string())
}

/// Whether the word behind "capital" makes it money.
fn is_money(site: &Site<'_>, rest: &str) -> bool {
    let next = rest.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    next.is_some_and(|word| site.lexicon.lists("capital_money", word))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::article::Article;
    use crate::lexicon::Lexicon;
    use crate::mention::scan;
    use crate::rule::{RuleSet, Selection};

    fn place(text: &str) -> Option<String> {
        let (rules, lexicon) = (RuleSet::embedded(&Selection::default()).unwrap(), Lexicon::embedded());
        let article = Article::plain("a", text, None);
        let extract = crate::claim::extract(&rules, lexicon, &article, &scan(&article, lexicon));
        extract.claims.into_iter().find(|claim| &*claim.rule == "killed")?.scope.place.map(|place| place.value)
    }

    #[test]
    fn a_capital_is_told_by_its_country() {
        for text in [
            "Shelling killed 19 people near the Syrian capital.",
            "Nineteen people were killed in Syria's capital when a bomb went off.",
            "Nineteen people were killed in the capital of Syria when a bomb went off.",
        ] {
            assert_eq!(place(text).as_deref(), Some("city:damascus"), "{text}");
        }
        assert_eq!(place("Nineteen people were killed in Syrian capital markets.").as_deref(), None);
        assert_eq!(place("Nineteen Syrian soldiers were killed. The capital was calm.").as_deref(), None);
    }
}
