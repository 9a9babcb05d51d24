//! What was not checked: figures without a rule, matches refused, pairs nearly compared, words of one source, files not read.

use super::finding::words;
use super::view::{FigureView, FiguresOf, LeftOut, NearView, Part, QuoteView};
use super::{Case, article_anchor, pairs};
use crate::claim::{Extract, NotClaimed};
use crate::report::rows::said_by;
use crate::report::text;

/// Pairs that were nearly compared whose comparison is shown; the others are named.
const WATERFALLS: usize = 24;

/// Everything that was left out.
pub(super) fn left_out(case: &Case<'_>) -> LeftOut {
    let report = case.report;
    let count = |list: fn(&Extract) -> &[NotClaimed]| report.extracts.iter().map(|extract| list(extract).len()).sum();
    let part =
        |name: &str, value: &str| Part { name: text::clean(name), value: text::clean(value), note: String::new() };
    LeftOut {
        unclaimed: figures(case, |extract| &extract.unclaimed),
        unclaimed_count: count(|extract| &extract.unclaimed),
        refused: figures(case, |extract| &extract.skipped),
        refused_count: count(|extract| &extract.skipped),
        near: report.near_misses.iter().enumerate().map(|(at, near)| near_miss(near, at < WATERFALLS, case)).collect(),
        quotes: quotes(case),
        skipped: report.skipped.iter().map(|skipped| part(&skipped.what, &skipped.reason)).collect(),
        passed_over: report.passed_over.iter().map(|(kind, files)| part(kind, &files.to_string())).collect(),
        beside: report.beside,
    }
}

/// The figures of each article that has any.
fn figures(case: &Case<'_>, list: fn(&Extract) -> &[NotClaimed]) -> Vec<FiguresOf> {
    let of = |extract: &Extract| FiguresOf {
        anchor: article_anchor(&extract.article.id),
        name: text::clean(case.index.short_name(&extract.article.id)),
        figures: list(extract).iter().map(figure).collect(),
    };
    case.report.extracts.iter().filter(|extract| !list(extract).is_empty()).map(of).collect()
}

fn figure(figure: &NotClaimed) -> FigureView {
    FigureView {
        text: text::clip(&text::clean(&figure.text), 120),
        line: figure.location.line,
        rule: figure.rule.as_deref().map(text::clean),
        reason: text::clean(&figure.reason),
    }
}

fn near_miss((a, b, why): &(String, String, String), whole: bool, case: &Case<'_>) -> NearView {
    let claims = case.index.claim(a).zip(case.index.claim(b)).filter(|_| whole);
    NearView {
        claims: [a, b].into_iter().filter_map(|id| words(id, case)).collect(),
        text: text::clean(why),
        pair: claims.and_then(|(a, b)| pairs::between(a, b, case)),
    }
}

/// Words that one source alone carries, with whoever says them.
fn quotes(case: &Case<'_>) -> Vec<QuoteView> {
    let lone = case.report.findings.iter().filter(|finding| case.index.is_lone_quotation(finding));
    let claims = lone.flat_map(|finding| case.index.claims_of(finding));
    claims.filter_map(|claim| Some(QuoteView { words: words(&claim.id, case)?, speaker: said_by(claim) })).collect()
}
