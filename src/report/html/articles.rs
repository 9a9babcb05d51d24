//! The articles, with their claims marked in the text, and the figures of which none was made.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::marks::{Mark, pieces};
use super::reading::{self, Reading};
use super::view::{ArticleView, Part, Piece, Run};
use super::{Case, article_anchor, language_tag, page_url};
use crate::article::{Article, Span};
use crate::claim::{Claim, Extract, NotClaimed};
use crate::report::rows::outlet;
use crate::report::{names, text};

/// A claim's sentence, and the address of the page that it stands on.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) runs: Vec<Run>,
    pub(super) page: Option<String>,
}

/// The sentences of claims, by their ids. Only looked up.
pub(super) type Sentences<'a> = FxHashMap<&'a str, Sentence>;

/// Every article, and the sentences of its claims. Each is read once, and let go of before the next.
pub(super) fn articles<'a>(case: &Case<'a>) -> (Vec<ArticleView>, Sentences<'a>) {
    let read: Vec<(ArticleView, Vec<(&str, Sentence)>)> =
        case.report.extracts.par_iter().map(|extract| one(extract, case)).collect();
    let (views, sentences): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    (views, sentences.into_iter().flatten().collect())
}

fn one<'a>(extract: &'a Extract, case: &Case<'a>) -> (ArticleView, Vec<(&'a str, Sentence)>) {
    let reading = case.articles.get(&*extract.article.id).map(|article| Reading::of(article, case));
    let page = page_url(extract.article.url.as_deref());
    let told = |claim: &'a Claim| {
        let runs = reading::sentence(claim, reading.as_ref(), case);
        let linked = reading.as_ref().filter(|_| page.is_some()).and_then(|reading| reading.link(claim));
        (&*claim.id, Sentence { runs, page: page_url(linked.as_deref()).or_else(|| page.clone()) })
    };
    let sentences = extract.claims.iter().map(told).collect();
    (view(extract, reading.as_ref(), case), sentences)
}

fn view(extract: &Extract, reading: Option<&Reading<'_>>, case: &Case<'_>) -> ArticleView {
    let record = &extract.article;
    let reading = reading.filter(|_| case.with_text.contains(&*record.id));
    let (marked, lost) = reading.map(|reading| marked(extract, reading, case)).unwrap_or_default();
    let told = |span: Span| reading.map(|reading| self::pieces_of(span, &marked, reading.article)).unwrap_or_default();
    let headline = reading.map_or(Span::of(0, 0), |reading| reading.article.headline());
    let title = if headline.is_empty() { plain_title(extract) } else { told(headline) };
    let paragraphs = reading.map(|reading| paragraphs(reading, headline)).unwrap_or_default();
    ArticleView {
        anchor: article_anchor(&record.id),
        name: text::clean(case.index.short_name(&record.id)),
        outlet: outlet(Some(record), &record.id),
        title,
        facts: facts(extract, case),
        url: page_url(record.url.as_deref()),
        language: language_tag(record.language.as_ref().map(|language| language.value.as_str())),
        claims: extract.claims.len(),
        unclaimed: extract.unclaimed.len() + extract.skipped.len(),
        has_text: reading.is_some(),
        paragraphs: paragraphs.into_iter().map(told).collect(),
        lost,
    }
}

fn plain_title(extract: &Extract) -> Vec<Piece> {
    let title = extract.article.title.as_ref().map(|title| text::clean(&title.value));
    title.into_iter().filter(|title| !title.is_empty()).map(|text| Piece { text, ..Piece::default() }).collect()
}

fn paragraphs(reading: &Reading<'_>, headline: Span) -> Vec<Span> {
    let all = reading.mentions.paragraphs.iter().copied();
    all.filter(|paragraph| !headline.contains(*paragraph)).collect()
}

/// Day, last update, story, what it repeats.
fn facts(extract: &Extract, case: &Case<'_>) -> Vec<Part> {
    let record = &extract.article;
    let dated = |dated: &crate::article::Dated| (dated.value.to_string(), names::origin(dated.from).replace('-', " "));
    let part = |name: &str, (value, note): (String, String)| Part { name: name.to_owned(), value, note };
    let draft = case.report.drafts.contains(&*record.id).then(|| ("the draft".to_owned(), String::new()));
    let repeats = case.index.copy_group(&record.id).filter(|first| *first != &*record.id);
    let repeats = repeats.map(|first| (text::clean(case.index.short_name(first)), String::new()));
    let parts = [
        ("published", record.published.as_ref().map(dated)),
        ("updated", record.modified.as_ref().map(dated)),
        ("story", record.story.as_deref().map(|story| (text::clean(story), String::new()))),
        ("repeats", repeats),
        ("is", draft),
    ];
    parts.into_iter().filter_map(|(name, value)| Some(part(name, value?))).collect()
}

/// A stretch of the text that a claim, or a figure without one, was read from.
struct Marked<'a> {
    mark: Mark,
    claim: Option<&'a Claim>,
    piece: Piece,
}

/// What is marked in the text, in its order, and the ids of the claims whose words were not found in it.
fn marked<'a>(extract: &'a Extract, reading: &Reading<'_>, case: &Case<'_>) -> (Vec<Marked<'a>>, Vec<String>) {
    let (mut marked, mut lost) = (Vec::new(), Vec::new());
    for claim in &extract.claims {
        match reading.find(claim.location, &claim.text) {
            Some(span) => marked.push(claimed(claim, span, case)),
            None => lost.push(format!("claim-{}", claim.id)),
        }
    }
    let others = [("unclaimed", &extract.unclaimed), ("refused", &extract.skipped)];
    for (kind, figure) in others.into_iter().flat_map(|(kind, list)| list.iter().map(move |figure| (kind, figure))) {
        let span = reading.find(figure.location, &figure.text);
        marked.extend(span.map(|span| without_claim(kind, figure, span)));
    }
    marked.sort_by_key(|marked| marked.mark.span.start());
    (marked, lost)
}

fn claimed<'a>(claim: &'a Claim, span: Span, case: &Case<'_>) -> Marked<'a> {
    let finding = case.findings.get(&*claim.id).filter(|finding| !case.index.is_lone_quotation(finding));
    let verdict = finding.map_or("single", |finding| names::verdict(finding.verdict));
    let note = |finding: &&crate::verdict::Finding| {
        format!("{verdict} {}: {}", names::class(finding.class), text::clean(&finding.subject))
    };
    let piece = Piece {
        kind: "claim",
        verdict,
        finding: finding.map(|finding| finding.id.to_string()),
        note: finding.map_or_else(|| format!("in one source only: {}", claim.rule), note),
        ..Piece::default()
    };
    Marked { mark: Mark { span, rank: 0 }, claim: Some(claim), piece }
}

fn without_claim(kind: &'static str, figure: &NotClaimed, span: Span) -> Marked<'static> {
    let rule = figure.rule.as_deref().map_or_else(String::new, |rule| format!("{rule}: "));
    let piece = Piece { kind, note: format!("{rule}{}", text::clean(&figure.reason)), ..Piece::default() };
    Marked { mark: Mark { span, rank: 1 }, claim: None, piece }
}

/// A stretch of the text in pieces. A claim's id stands where its words begin, whatever else stands there.
fn pieces_of(within: Span, marked: &[Marked<'_>], article: &Article) -> Vec<Piece> {
    let starts_before = |end: usize| marked.partition_point(|marked| marked.mark.span.start() < end);
    let here = &marked[starts_before(within.start())..starts_before(within.end())];
    let marks: Vec<Mark> = here.iter().map(|marked| marked.mark).collect();
    let begins = |marked: &Marked<'_>| Some((marked.mark.span.start(), format!("claim-{}", marked.claim?.id)));
    let mut beginning = here.iter().filter_map(begins).peekable();
    let cut = pieces(within, &marks);
    let piece = |(span, mark): (Span, Option<usize>)| {
        let ids = std::iter::from_fn(|| beginning.next_if(|(at, _)| *at <= span.start())).map(|(_, id)| id).collect();
        let words = text::clean_inside(span.text(article.text()));
        let of = mark.map(|at| here[at].piece.clone()).unwrap_or_default();
        Piece { text: words, ids, ..of }
    };
    cut.into_iter().map(piece).filter(|piece| !piece.text.is_empty() || !piece.ids.is_empty()).collect()
}
