//! HTML: one file for a browser, complete in itself, for those who read the findings without a terminal.

mod articles;
mod cards;
mod finding;
mod left_out;
mod line;
mod marks;
mod page;
mod pairs;
mod reading;
mod scale;
mod template;
mod timeline;
mod view;

use std::io::{self, Write};

use rustc_hash::{FxHashMap, FxHashSet};

use super::rows::outlet;
use super::{Index, Report, text};
use crate::align::Rarity;
use crate::article::Article;
use crate::claim::{Claim, Extract};
use crate::lexicon::{Lexicon, fnv};
use crate::rule::RuleSet;
use crate::verdict::Finding;

/// Bytes of articles up to which their texts are part of the page: beyond, a browser would take seconds to open it.
const MOST_TEXT: usize = 16 << 20;

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Materials<'a> {
    /// The finished report.
    pub report: &'a Report,
    /// The articles it was made of, in any order; what is missing is shown without its text.
    pub articles: &'a [Article],
    /// The rules that ran.
    pub rules: &'a RuleSet,
    /// The names that were known.
    pub lexicon: &'a Lexicon,
}

/// Writes a report as one page.
pub fn write_report(materials: &Materials<'_>, out: &mut dyn Write) -> io::Result<()> {
    let page = page::page(&Case::new(*materials));
    let html = template::render(&page).map_err(io::Error::other)?;
    out.write_all(html.as_bytes())
}

/// The materials with their parts by id. Only looked up, never walked.
struct Case<'a> {
    report: &'a Report,
    rules: &'a RuleSet,
    lexicon: &'a Lexicon,
    index: Index<'a>,
    /// How rare what the articles share is, which the links rest on.
    rarity: Rarity<'a>,
    articles: FxHashMap<&'a str, &'a Article>,
    /// The most serious finding of each claim.
    findings: FxHashMap<&'a str, &'a Finding>,
    /// Articles whose text is shown.
    with_text: FxHashSet<&'a str>,
}

impl<'a> Case<'a> {
    fn new(materials: Materials<'a>) -> Self {
        let Materials { report, articles, rules, lexicon } = materials;
        let mut findings = FxHashMap::default();
        for finding in &report.findings {
            for claim in &finding.claims {
                findings.entry(&**claim).or_insert(finding);
            }
        }
        let articles = articles.iter().map(|article| (&*article.id, article)).collect();
        let index = Index::new(report);
        let with_text = with_text(report, &index, &articles);
        let rarity = Rarity::of(&report.extracts, lexicon);
        Self { report, rules, lexicon, index, rarity, articles, findings, with_text }
    }

    /// Where a link to a claim leads: its words, else its article.
    fn anchor(&self, claim: &Claim) -> String {
        if self.with_text.contains(&*claim.article) {
            format!("claim-{}", claim.id)
        } else {
            article_anchor(&claim.article)
        }
    }

    fn outlet(&self, claim: &Claim) -> String {
        outlet(self.index.article(claim), &claim.article)
    }

    /// "stories/ledger.md:12", without the folder that all articles share.
    fn place(&self, claim: &Claim) -> String {
        format!("{}:{}", text::clean(self.index.short_name(&claim.article)), claim.location.line)
    }
}

/// The articles whose text is shown: those of which a figure was compared come first, as far as there is room.
fn with_text<'a>(
    report: &'a Report,
    index: &Index<'a>,
    articles: &FxHashMap<&'a str, &'a Article>,
) -> FxHashSet<&'a str> {
    let is_compared = |extract: &&Extract| extract.claims.iter().any(|claim| index.compared(claim).is_some());
    let (compared, others): (Vec<&Extract>, Vec<&Extract>) = report.extracts.iter().partition(is_compared);
    let known = compared.into_iter().chain(others).filter_map(|extract| articles.get(&*extract.article.id));
    let mut length = 0;
    let fits = known.take_while(|article| {
        length += article.text().len();
        length <= MOST_TEXT
    });
    fits.map(|article| &*article.id).collect()
}

/// The anchor of an article: the same wherever and among whatever others it is read.
fn article_anchor(id: &str) -> String {
    format!("article-{:016x}", fnv(id.as_bytes()))
}

/// An address that a link may lead to: pages of the web, nothing that runs.
fn page_url(url: Option<&str>) -> Option<String> {
    let url = url?.trim();
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let safe = !url.contains(|c: char| c.is_control() || c.is_whitespace());
    (safe && matches!(scheme.as_deref(), Some("http" | "https"))).then(|| url.to_owned())
}

/// A language tag as an attribute may say it.
fn language_tag(tag: Option<&str>) -> Option<String> {
    let tag = tag?.trim();
    let mut parts = tag.split('-');
    let primary =
        parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary && rest).then(|| tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_pages_become_links() {
        assert_eq!(page_url(Some("https://example.org/a?b=1")).as_deref(), Some("https://example.org/a?b=1"));
        for bad in ["javascript:alert(1)", "data:text/html,x", "//example.org", "java\nscript://x", "ftp://a", ""] {
            assert_eq!(page_url(Some(bad)), None, "{bad}");
        }
    }

    #[test]
    fn only_what_looks_like_a_language_is_one() {
        assert_eq!(language_tag(Some("pt-BR")).as_deref(), Some("pt-BR"));
        for bad in ["<script>", "english", "e", "en-", "en\" onload", ""] {
            assert_eq!(language_tag(Some(bad)), None, "{bad}");
        }
    }
}
