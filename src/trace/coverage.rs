//! Coverage: the figures of articles that no rule claims, gathered by what they count or by the word beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::{Article, Span};
use crate::claim::is_telling;
use crate::mention::{Leaf, LeafKind, Mentions};
use crate::rule::{Match, Matches, Rule, RuleSet};

/// Words on either side among which the word beside a figure is looked for.
const NEAR: usize = 5;

/// A figure that no rule claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclaimed {
    /// Its article.
    pub article: Arc<str>,
    /// Its line, from 1.
    pub line: usize,
    /// What it is.
    pub kind: LeafKind,
    /// Its words.
    pub text: String,
    /// Its sentence, and where in it the figure stands.
    pub sentence: String,
    /// In bytes of the sentence.
    pub at: usize,
    /// What it counts, else the telling word beside it; empty where there is none.
    pub head: String,
    /// What rules made of it that did not claim it: "killed refused it: …".
    pub notes: Vec<String>,
}

/// Unclaimed figures that count the same, or stand beside the same word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// What they are.
    pub kind: LeafKind,
    /// What they count, or the word beside them.
    pub head: String,
    /// By article and line.
    pub figures: Vec<Unclaimed>,
}

/// How many figures there are, and how many of them are claimed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All figures.
    pub figures: usize,
    /// Those that a rule claims.
    pub claimed: usize,
}

/// Whether a rule takes every value of its kind, so that what it takes is listed rather than claimed.
pub fn is_list(rule: &Rule) -> bool {
    rule.patterns().iter().all(|pattern| pattern.source() == "{value}")
}

/// The figures of an article that no rule claims, in order, and how many there are in all.
pub fn unclaimed(
    rules: &RuleSet,
    article: &Article,
    mentions: &Mentions,
    matches: &Matches,
) -> (Vec<Unclaimed>, Count) {
    let claimed = claimed(rules, matches);
    let figures = mentions.leaves.iter().enumerate().filter(|(_, leaf)| is_figure(leaf.kind));
    let mut count = Count::default();
    let mut unclaimed = Vec::new();
    for (index, leaf) in figures {
        count.figures += 1;
        if claimed.binary_search(&index).is_ok() {
            count.claimed += 1;
        } else {
            unclaimed.push(told(rules, article, mentions, matches, leaf));
        }
    }
    (unclaimed, count)
}

/// Gathers figures by kind and head; the most frequent first.
pub fn clusters(figures: Vec<Unclaimed>) -> Vec<Cluster> {
    let mut gathered: BTreeMap<(LeafKind, String), Vec<Unclaimed>> = BTreeMap::new();
    for figure in figures {
        gathered.entry((figure.kind, figure.head.clone())).or_default().push(figure);
    }
    let cluster = |((kind, head), mut figures): ((LeafKind, String), Vec<Unclaimed>)| {
        figures.sort_by(|a, b| (&a.article, a.line, a.at).cmp(&(&b.article, b.line, b.at)));
        Cluster { kind, head, figures }
    };
    let mut clusters: Vec<Cluster> = gathered.into_iter().map(cluster).collect();
    clusters
        .sort_by(|a, b| b.figures.len().cmp(&a.figures.len()).then_with(|| (a.kind, &a.head).cmp(&(b.kind, &b.head))));
    clusters
}

/// Leaves that a rule claims, sorted.
fn claimed(rules: &RuleSet, matches: &Matches) -> Vec<usize> {
    let counts = |found: &&Match| {
        let rule = &rules.rules()[found.rule];
        !rule.kind().is_layer() && !is_list(rule)
    };
    let leaves = |found: &Match| found.leaf.into_iter().chain(found.parts.iter().copied()).collect::<Vec<_>>();
    let mut claimed: Vec<usize> = matches.matches.iter().filter(counts).flat_map(leaves).collect();
    claimed.sort_unstable();
    claimed
}

fn told(rules: &RuleSet, article: &Article, mentions: &Mentions, matches: &Matches, leaf: &Leaf) -> Unclaimed {
    let text = article.text();
    let sentence = mentions.sentence_at(leaf.span.start()).map_or(leaf.span, |at| mentions.sentences[at]);
    Unclaimed {
        article: article.id.clone(),
        line: article.locate(leaf.span).line,
        kind: leaf.kind,
        text: leaf.span.text(text).to_owned(),
        sentence: sentence.text(text).to_owned(),
        at: leaf.span.start() - sentence.start(),
        head: head(text, mentions, leaf, sentence),
        notes: notes(rules, matches, leaf.span),
    }
}

/// What a figure counts; else the telling word nearest to it, first behind it, then before it.
fn head(text: &str, mentions: &Mentions, leaf: &Leaf, sentence: Span) -> String {
    let counted = mentions.quantity(leaf).filter(|mention| leaf.kind == LeafKind::Number && mention.noun.is_some());
    if let Some(mention) = counted {
        return mention.quantity.unit.name().to_lowercase();
    }
    let free = |stretch: Span| Span::of(stretch.start(), stretch.end()).text(text).to_owned();
    let after = free(Span::of(leaf.span.end(), sentence.end().max(leaf.span.end())));
    let before = free(Span::of(sentence.start().min(leaf.span.start()), leaf.span.start()));
    let split = |text: &str| {
        let words = text.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let telling = |words: &[String]| words.iter().take(NEAR).find(|word| is_telling(word)).cloned();
    let behind: Vec<String> = split(&after);
    let ahead: Vec<String> = split(&before).into_iter().rev().collect();
    telling(&behind).or_else(|| telling(&ahead)).unwrap_or_default()
}

fn notes(rules: &RuleSet, matches: &Matches, span: Span) -> Vec<String> {
    let name = |found: &Match| rules.rules()[found.rule].id().to_owned();
    let refused = matches.rejected.iter().filter(|refused| refused.matched.value.overlaps(span));
    let refused = refused.map(|refused| format!("{} refused it: {}", name(&refused.matched), refused.reason));
    let stopped = matches.stopped.iter().filter(|stopped| stopped.matched.value.overlaps(span));
    let stopped = stopped.map(|stopped| {
        let unless = &rules.rules()[stopped.matched.rule].unless()[stopped.unless];
        format!("{} is stopped by its unless of line {}", name(&stopped.matched), unless.line())
    });
    refused.chain(stopped).collect()
}

/// Whether leaves of a kind are figures.
pub fn is_figure(kind: LeafKind) -> bool {
    use LeafKind::{Duration, Measure, Money, Number, Percent};
    matches!(kind, Number | Money | Duration | Percent | Measure)
}
