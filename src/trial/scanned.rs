//! Articles scanned once, in which one rule after the other looks for what it knows.

use rayon::prelude::*;

use crate::article::Article;
use crate::claim::{Claim, extract};
use crate::lexicon::Lexicon;
use crate::mention::{Mentions, scan};
use crate::rule::RuleSet;

/// Articles with their mentions, which no rule changes.
#[derive(Debug)]
pub struct Scanned {
    articles: Vec<(Article, Mentions)>,
}

impl Scanned {
    /// Scans the articles.
    pub fn of(articles: Vec<Article>, lexicon: &Lexicon) -> Self {
        let scanned = articles.into_par_iter().map(|article| {
            let mentions = scan(&article, lexicon);
            (article, mentions)
        });
        Self { articles: scanned.collect() }
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// What the rules find, article by article.
    pub fn claims(&self, rules: &RuleSet, lexicon: &Lexicon) -> Vec<Claim> {
        let found =
            self.articles.par_iter().map(|(article, mentions)| extract(rules, lexicon, article, mentions).claims);
        found.collect::<Vec<_>>().concat()
    }
}
