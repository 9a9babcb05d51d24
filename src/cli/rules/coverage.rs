//! `rules coverage`: the figures of articles that no rule claims.

use anyhow::Result;
use rayon::prelude::*;

use super::args::{RulesCoverage, TryFormat};
use crate::article::Article;
use crate::cli::load;
use crate::mention::scan_with;
use crate::report::{Options, coverage};
use crate::rule::match_rules;
use crate::trace::{Count, Unclaimed, clusters, unclaimed};

/// Gathers what no rule claims.
pub(super) fn run(wanted: &RulesCoverage) -> Result<()> {
    let ready = load::ready(&wanted.selection)?;
    let corpus = load::corpus(&wanted.input, &wanted.output.look)?;
    let one = |article: &Article| {
        let mentions = scan_with(article, &ready.lexicon, wanted.input.vague.into());
        let matches = match_rules(&ready.rules, article.text(), &mentions);
        unclaimed(&ready.rules, article, &mentions, &matches)
    };
    let found: Vec<(Vec<Unclaimed>, Count)> = corpus.articles.par_iter().map(one).collect();
    let sum = |a: Count, b: Count| Count { figures: a.figures + b.figures, claimed: a.claimed + b.claimed };
    let count = found.iter().map(|(_, count)| *count).fold(Count::default(), sum);
    let clusters = clusters(found.into_iter().flat_map(|(figures, _)| figures).collect());
    let options = Options { all: wanted.all, ..wanted.output.options() };
    wanted.output.fill(|out| match wanted.format {
        TryFormat::Table => coverage::write(&clusters, count, wanted.top, &options, out),
        TryFormat::Json => coverage::write_json(&clusters, count, wanted.top, out),
    })
}
