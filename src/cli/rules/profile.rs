//! `rules profile`: what each rule and pattern costs and finds.

use std::ops::Range;
use std::time::{Duration, Instant};

use anyhow::Result;
use rayon::prelude::*;

use super::args::{RulesProfile, TryFormat};
use crate::article::Article;
use crate::cli::load;
use crate::mention::{Mentions, scan_with};
use crate::report::profile::{self, Cost};
use crate::rule::{Rule, RuleSet, match_rules};
use crate::trace::takes;

/// Measures the rules over articles.
pub(super) fn run(wanted: &RulesProfile) -> Result<()> {
    let ready = load::ready(&wanted.selection)?;
    let corpus = load::corpus(&wanted.input, &wanted.output.look)?;
    let scan = |article: &Article| (article.clone(), scan_with(article, &ready.lexicon, wanted.input.vague.into()));
    let scanned: Vec<(Article, Mentions)> = corpus.articles.par_iter().map(scan).collect();
    let sentences = scanned.iter().map(|(_, mentions)| mentions.sentences.len()).sum();
    // One after the other: what runs beside it would be in the time of each.
    let mut rules: Vec<(Cost, Vec<Cost>)> =
        ready.rules.apart().into_iter().map(|alone| cost_of(alone, &scanned)).collect();
    rules.sort_by(|(a, _), (b, _)| b.time.cmp(&a.time).then_with(|| a.rule.cmp(&b.rule)));
    wanted.output.fill(|out| match wanted.format {
        TryFormat::Table => profile::write(&rules, sentences, &wanted.output.options(), out),
        TryFormat::Json => profile::write_json(&rules, sentences, out),
    })
}

/// A rule alone, then each of its patterns alone.
fn cost_of(mut alone: RuleSet, scanned: &[(Article, Mentions)]) -> (Cost, Vec<Cost>) {
    let mut whole = measured(&alone, scanned);
    let mut patterns = Vec::new();
    alone.each_pattern(|alone| {
        let mut cost = measured(alone, scanned);
        if let Some((rule, pattern)) = alone.rules().first().and_then(|rule| Some((rule, rule.patterns().first()?))) {
            cost.line = Some(pattern.line());
            pattern.source().clone_into(&mut cost.source);
            cost.sentences = let_through(rule, 0..1, scanned);
        }
        patterns.push(cost);
    });
    if let Some(rule) = alone.rules().first() {
        rule.id().clone_into(&mut whole.rule);
        whole.sentences = let_through(rule, 0..rule.patterns().len(), scanned);
    }
    patterns.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| a.line.cmp(&b.line)));
    (whole, patterns)
}

fn measured(rules: &RuleSet, scanned: &[(Article, Mentions)]) -> Cost {
    let rule = rules.rules().first().map(|rule| rule.id().to_owned()).unwrap_or_default();
    let (source, time) = (String::new(), Duration::ZERO);
    let mut cost = Cost { rule, line: None, source, matches: 0, stopped: 0, refused: 0, sentences: 0, time };
    // The first pass builds the automata, which a run over many articles does once.
    for pass in [false, true] {
        let start = Instant::now();
        for (article, mentions) in scanned {
            let found = match_rules(rules, article.text(), mentions);
            if pass {
                cost.matches += found.matches.len();
                cost.stopped += found.stopped.len();
                cost.refused += found.rejected.len();
            }
        }
        cost.time = start.elapsed();
    }
    cost
}

/// Sentences with a figure of the rule's kind and a word that one of the patterns asks for.
fn let_through(rule: &Rule, patterns: Range<usize>, scanned: &[(Article, Mentions)]) -> usize {
    let asks = |pattern: usize, sentence: &str| {
        let mut words = rule.triggers(pattern).peekable();
        words.peek().is_none() || words.any(|word| sentence.contains(word))
    };
    let of_article = |(article, mentions): &(Article, Mentions)| {
        let passes = |sentence: &&crate::article::Span| {
            let leaves = &mentions.leaves[mentions.leaves_in(**sentence)];
            let needs_figure = !rule.kind().is_layer();
            if needs_figure && !leaves.iter().any(|leaf| takes(rule, leaf.kind)) {
                return false;
            }
            let words = sentence.text(article.text()).to_ascii_lowercase();
            patterns.clone().any(|pattern| asks(pattern, &words))
        };
        mentions.sentences.iter().filter(passes).count()
    };
    scanned.iter().map(of_article).sum()
}
