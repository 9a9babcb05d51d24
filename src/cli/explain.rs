//! `explain`: why, and why not.

use anyhow::{Context, Result, bail};

use super::args::{Explain, Subject};
use super::load::{self, Ready, by_prefix};
use crate::article::{Article, Span};
use crate::claim::{Claim, Extract};
use crate::mention::scan_with;
use crate::pipeline;
use crate::report::explain::{self, Breadth, Case, Scanned};
use crate::report::{Index, Report};
use crate::rule::{Tracer, match_rules};
use crate::trace;
use crate::value::VaguePreset;

/// Runs `explain`.
pub(super) fn run(explain: &Explain) -> Result<()> {
    let ready = load::ready(&explain.selection)?;
    let (corpus, settings) = load::weighed(&explain.input, &explain.weighing, &explain.output.look)?;
    let extracts = load::extracts(&corpus, &ready, &explain.input, &explain.output.look);
    let extracts = pipeline::sketched(extracts, &corpus.articles, &ready.lexicon);
    let report = pipeline::check(extracts, corpus.skipped, &ready.rules, &ready.lexicon, &settings);
    let options = explain.output.options();
    let index = Index::new(&report);
    let (rules, lexicon) = (&ready.rules, &*ready.lexicon);
    let case = Case { report: &report, index: &index, rules, lexicon, width: options.width, colour: options.colour };
    let page = page(explain, &case, &corpus.articles, &ready)?;
    explain.output.fill(|out| out.write_all(page.as_bytes()))
}

fn page(explain: &Explain, case: &Case<'_>, articles: &[Article], ready: &Ready) -> Result<String> {
    let vague = explain.input.vague.into();
    match &explain.subject {
        Subject { claim: Some(id), .. } => {
            let claim = claim(case.report, id)?;
            let article = articles.iter().find(|article| article.id == claim.article).context("its article is gone")?;
            Ok(scanned(article, ready, vague, |scanned| explain::claim(claim, scanned, case)))
        }
        Subject { finding: Some(id), .. } => {
            let findings = case.report.findings.iter().map(|finding| (&*finding.id, finding));
            Ok(explain::finding(by_prefix(findings, id, "finding")?, case))
        }
        Subject { pair: Some(ids), .. } => {
            let [a, b] = &ids[..] else { bail!("--pair takes two ids of claims") };
            Ok(explain::pair(claim(case.report, a)?, claim(case.report, b)?, case))
        }
        Subject { at: Some(place), .. } => {
            let (article, line) = at(place, articles)?;
            let extract = case.report.extracts.iter().find(|extract| extract.article.id == article.id);
            let extract = extract.context("its article is gone")?;
            let asked = !explain.selection.rule.is_empty();
            let breadth = Breadth { all: explain.all, asked, loose: false };
            Ok(scanned(article, ready, vague, |scanned| line_traced(line, scanned, extract, case, breadth)))
        }
        _ => bail!("say what to explain: --claim, --finding, --pair or --at"),
    }
}

fn claim<'a>(report: &'a Report, id: &str) -> Result<&'a Claim> {
    let claims = report.extracts.iter().flat_map(|extract| &extract.claims);
    by_prefix(claims.map(|claim| (&*claim.id, claim)), id, "claim")
}

/// Lays an article open again, as the extraction saw it.
fn scanned(article: &Article, ready: &Ready, vague: VaguePreset, tell: impl FnOnce(Scanned<'_>) -> String) -> String {
    let mentions = scan_with(article, &ready.lexicon, vague);
    let matches = match_rules(&ready.rules, article.text(), &mentions);
    tell(Scanned { article, mentions: &mentions, matches: &matches })
}

/// The line, where the article has one of that number.
fn within(article: &Article, line: usize) -> Result<(&Article, usize)> {
    let end = article.text().trim_end().len();
    let last = article.locate(Span::of(end, end)).line;
    if line == 0 || line > last {
        bail!("there is no line {line}: the text of `{}` ends on line {last}", article.id);
    }
    Ok((article, line))
}

/// Traces the sentences of a line.
fn line_traced(line: usize, scanned: Scanned<'_>, extract: &Extract, case: &Case<'_>, breadth: Breadth) -> String {
    let Scanned { article, mentions, matches } = scanned;
    let whole = trace::Case { rules: case.rules, lexicon: case.lexicon, article, mentions, matches, extract };
    let mut tracer = Tracer::new(case.rules);
    let sentences = whole.line(&mut tracer, line, breadth.asked);
    if sentences.is_empty() {
        return format!("  no sentence with a figure, a date or a claim stands on line {line} of {}\n", article.id);
    }
    explain::trace(&sentences, scanned, case, breadth)
}

/// The article and line that `FILE:LINE` names: its id, or the end of it.
fn at<'a>(place: &str, articles: &'a [Article]) -> Result<(&'a Article, usize)> {
    let parts = place.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse().ok()?)));
    let Some((file, line)) = parts else { bail!("`{place}` is no FILE:LINE; give for instance story.md:12") };
    let ends =
        |article: &&Article| article.id.strip_suffix(file).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
    let exact = articles.iter().find(|article| &*article.id == file);
    let found: Vec<&Article> = exact.map_or_else(|| articles.iter().filter(ends).collect(), |article| vec![article]);
    match found[..] {
        [article] => within(article, line),
        [] => bail!("no article read is named `{file}`; `extract` prints the names of those that were"),
        _ => bail!("{} articles are named `{file}`; give more of the path", found.len()),
    }
}
