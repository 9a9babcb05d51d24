//! Explanations: every step that led to a claim, a finding, or a comparison, and the first that said no.

mod claim;
mod finding;
mod page;
mod pair;
mod trace;
mod underline;

use crate::align::{Item, Rarity, telling};
use crate::article::Article;
use crate::claim::Claim;
use crate::lexicon::Lexicon;
use crate::mention::Mentions;
use crate::report::{Index, Report};
use crate::rule::{Match, Matches, RuleSet};

pub use claim::claim;
pub(super) use claim::leaf_kind;
pub use finding::finding;
pub use pair::pair;
pub use trace::{Breadth, trace};

/// What an explanation can draw on.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The finished report.
    pub report: &'a Report,
    /// Its parts by id.
    pub index: &'a Index<'a>,
    /// The rules that ran.
    pub rules: &'a RuleSet,
    /// The names that were known.
    pub lexicon: &'a Lexicon,
    /// Columns.
    pub width: usize,
    /// Whether to colour.
    pub colour: bool,
}

/// One article as it was scanned and matched.
#[derive(Clone, Copy, Debug)]
pub struct Scanned<'a> {
    /// The article.
    pub article: &'a Article,
    /// What was found before any rule ran.
    pub mentions: &'a Mentions,
    /// What the rules made of it.
    pub matches: &'a Matches,
}

impl<'a> Scanned<'a> {
    /// The match that a claim was made of.
    fn match_of(&self, claim: &Claim, rules: &RuleSet) -> Option<&'a Match> {
        let same = |found: &&Match| {
            self.article.locate(found.value) == claim.location && rules.rules()[found.rule].id() == &*claim.rule
        };
        self.matches.matches.iter().find(same)
    }
}

impl<'a> Case<'a> {
    /// The place of a claim's article-event in the report.
    fn item(&self, claim: &Claim) -> Option<Item> {
        let extract = self.report.extracts.iter().position(|extract| extract.article.id == claim.article)?;
        Some(Item { extract, event: claim.event })
    }

    /// A claim's article-event, ready to compare.
    fn telling(&self, claim: &Claim) -> Option<crate::align::Telling<'a>> {
        let rarity = Rarity::of(&self.report.extracts, self.lexicon);
        Some(telling(&self.report.extracts, self.item(claim)?, self.rules, &rarity))
    }
}
