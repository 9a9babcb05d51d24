//! `rules try`: what the rules make of a text, and why not more.

use std::io::Read;

use anyhow::{Context, Result, bail};

use super::args::{RulesTry, TryFormat};
use super::packs::everything_unless_chosen;
use crate::article::Article;
use crate::cli::load::{self, Ready};
use crate::mention::scan_with;
use crate::pipeline;
use crate::report::explain::{self, Breadth, Scanned};
use crate::report::{Index, json};
use crate::rule::{Tracer, match_rules};
use crate::trace::{Case, Sentence};

/// Tries the rules on a text.
pub(super) fn run(tried: &RulesTry) -> Result<()> {
    let article = article(tried)?;
    let ready = load::ready(&tried.rulebook())?;
    let mentions = scan_with(&article, &ready.lexicon, tried.vague.into());
    let matches = match_rules(&ready.rules, article.text(), &mentions);
    let articles = std::slice::from_ref(&article);
    let extracts = pipeline::extract_with(articles, &ready.rules, &ready.lexicon, tried.vague.into(), &|| {});
    let extract = extracts.first().context("the text could not be read")?.clone();
    let case = Case {
        rules: &ready.rules,
        lexicon: &ready.lexicon,
        article: &article,
        mentions: &mentions,
        matches: &matches,
        extract: &extract,
    };
    let mut tracer = Tracer::new(&ready.rules);
    let sentences: Vec<Sentence<'_>> =
        (0..mentions.sentences.len()).map(|at| case.sentence(&mut tracer, at, !tried.rule.is_empty())).collect();
    match tried.format {
        TryFormat::Json => tried.output.fill(|out| json::write_trace(&sentences, case, out)),
        TryFormat::Table => tried.output.fill(|out| out.write_all(page(tried, case, &sentences, &ready).as_bytes())),
    }
}

/// The text as an article of its own.
fn article(tried: &RulesTry) -> Result<Article> {
    let mut text = tried.text.clone();
    if text == "-" {
        text.clear();
        std::io::stdin().read_to_string(&mut text).context("standard input is no text")?;
    }
    if text.trim().is_empty() {
        bail!("the text is empty; give a sentence in quotation marks, or - to read it from standard input");
    }
    Ok(match &tried.title {
        Some(title) => Article::titled("text", title, &text, tried.published),
        None => Article::plain("text", &text, tried.published),
    })
}

fn page(tried: &RulesTry, case: Case<'_>, sentences: &[Sentence<'_>], ready: &Ready) -> String {
    let report = pipeline::check(
        vec![case.extract.clone()],
        Vec::new(),
        &ready.rules,
        &ready.lexicon,
        &pipeline::Settings::default(),
    );
    let (index, options) = (Index::new(&report), tried.output.options());
    let whole = explain::Case {
        report: &report,
        index: &index,
        rules: &ready.rules,
        lexicon: &ready.lexicon,
        width: options.width,
        colour: options.colour,
    };
    let scanned = Scanned { article: case.article, mentions: case.mentions, matches: case.matches };
    let breadth = Breadth { all: tried.all, asked: !tried.rule.is_empty(), loose: true };
    explain::trace(sentences, scanned, &whole, breadth)
}

impl RulesTry {
    /// The rules that are tried: those named, else those that run unasked.
    fn rulebook(&self) -> crate::cli::options::Rulebook {
        let chosen = crate::cli::options::Rulebook {
            rules: self.rules.clone(),
            pack: self.pack.clone(),
            rule: self.rule.clone(),
        };
        if self.all { everything_unless_chosen(&chosen) } else { chosen }
    }
}
