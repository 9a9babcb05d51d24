//! What the rules made of a sentence, and why not more: for every figure, which rule took it, which was stopped, refused or lost,
//! and how near the others came.

mod coverage;

pub use coverage::{Cluster, Count, Unclaimed, clusters, is_figure, is_list, unclaimed};

use crate::article::{Article, Span};
use crate::claim::{Claim, Extract};
use crate::lexicon::Lexicon;
use crate::mention::{Leaf, LeafKind, Mentions, PassedOver, passed_over};
use crate::rule::{Match, Matches, Near, Rule, RuleSet, Scene, Stopped, Tracer, ValueKind};

/// An article as it was scanned, matched and read.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The rules that ran.
    pub rules: &'a RuleSet,
    /// The names that were known.
    pub lexicon: &'a Lexicon,
    /// The article.
    pub article: &'a Article,
    /// What was found before any rule ran.
    pub mentions: &'a Mentions,
    /// What the rules matched.
    pub matches: &'a Matches,
    /// What was made of it.
    pub extract: &'a Extract,
}

/// One sentence.
#[derive(Debug)]
pub struct Sentence<'a> {
    /// Where it stands.
    pub span: Span,
    /// What looked like a figure and was read as none.
    pub passed_over: Vec<PassedOver>,
    /// Its figures and dates, and the words that rules took, in order.
    pub values: Vec<Traced<'a>>,
    /// Patterns that want a figure of a kind that the sentence does not hold; only of rules that were asked for.
    pub without: Vec<Near>,
}

/// A value of a sentence and what became of it.
#[derive(Debug)]
pub struct Traced<'a> {
    /// Where it stands.
    pub span: Span,
    /// What it was read as; `None` for words that a rule took.
    pub leaf: Option<&'a Leaf>,
    /// What rules made of it, those that took it first.
    pub outcomes: Vec<Outcome<'a>>,
    /// The nearest pattern of every other rule of its kind, nearest first.
    pub near: Vec<Near>,
}

/// What one rule made of a value.
#[derive(Debug)]
pub enum Outcome<'a> {
    /// It took it.
    Claimed(&'a Match, Option<&'a Claim>),
    /// Another rule that matched more of its own words took it: the rule that lost, and the match that won.
    Lost(usize, &'a Match),
    /// An `unless` stopped it, by these words.
    Stopped(&'a Stopped, Option<Span>),
    /// The value is outside the rule's limits, or something is missing that the rule requires.
    Refused(&'a Match, String),
}

impl Outcome<'_> {
    /// The rule that it tells of.
    pub fn rule(&self) -> usize {
        match self {
            Self::Claimed(found, _) | Self::Refused(found, _) => found.rule,
            Self::Lost(rule, _) => *rule,
            Self::Stopped(stopped, _) => stopped.matched.rule,
        }
    }
}

impl<'a> Case<'a> {
    /// Traces a sentence. `asked` says that the rules were chosen by name, so that those whose kind of figure the sentence does not
    /// hold are told of too.
    pub fn sentence(self, tracer: &mut Tracer<'_>, sentence: usize, asked: bool) -> Sentence<'a> {
        let span = self.mentions.sentences[sentence];
        let mut values: Vec<Traced<'a>> =
            self.spans(sentence).into_iter().map(|(span, leaf)| self.value(tracer, sentence, span, leaf)).collect();
        values.sort_by_key(|value| value.span.start());
        let without = if asked { self.without(tracer, sentence, &values) } else { Vec::new() };
        Sentence { span, passed_over: passed_over(self.article, self.lexicon, self.mentions, span), values, without }
    }

    /// Traces the sentences of a line, those that hold a figure, a date or what a rule took.
    pub fn line(self, tracer: &mut Tracer<'_>, line: usize, asked: bool) -> Vec<Sentence<'a>> {
        let on_line = |span: Span| self.article.locate(span).line == line;
        let whole = |span: Span| self.article.locate(span).line..=self.article.locate(last(span)).line;
        let mut sentences = Vec::new();
        for sentence in 0..self.mentions.sentences.len() {
            if !whole(self.mentions.sentences[sentence]).contains(&line) {
                continue;
            }
            let mut told = self.sentence(tracer, sentence, asked);
            told.values.retain(|value| on_line(value.span));
            if !told.values.is_empty() || !told.without.is_empty() {
                sentences.push(told);
            }
        }
        sentences
    }

    /// The figures and dates of a sentence, and other values that rules took or were kept from.
    fn spans(self, sentence: usize) -> Vec<(Span, Option<&'a Leaf>)> {
        let span = self.mentions.sentences[sentence];
        let leaves = self.mentions.leaves[self.mentions.leaves_in(span)].iter().filter(|leaf| is_value(leaf.kind));
        let mut spans: Vec<(Span, Option<&Leaf>)> = leaves.map(|leaf| (leaf.span, Some(leaf))).collect();
        for found in self.found().filter(|found| found.sentence == sentence) {
            if !spans.iter().any(|(span, _)| span.overlaps(found.value)) {
                spans.push((found.value, None));
            }
        }
        spans
    }

    /// Everything that matched, whatever became of it.
    fn found(self) -> impl Iterator<Item = &'a Match> {
        let refused = self.matches.rejected.iter().map(|refused| &refused.matched);
        let stopped = self.matches.stopped.iter().map(|stopped| &stopped.matched);
        self.matches.matches.iter().chain(refused).chain(stopped)
    }

    fn value(self, tracer: &mut Tracer<'_>, sentence: usize, span: Span, leaf: Option<&'a Leaf>) -> Traced<'a> {
        let outcomes = self.outcomes(tracer, span);
        let told: Vec<usize> = outcomes.iter().map(Outcome::rule).collect();
        let others = (0..self.rules.rules().len()).filter(|rule| !told.contains(rule));
        let others = others.filter(|&rule| leaf.is_some_and(|leaf| takes(&self.rules.rules()[rule], leaf.kind)));
        let scene = Scene { text: self.article.text(), mentions: self.mentions };
        let mut near: Vec<Near> =
            others.filter_map(|rule| tracer.patterns(scene, rule, sentence, Some(span)).into_iter().next()).collect();
        near.sort_by_key(|near| (near.distance(), near.rule));
        Traced { span, leaf, outcomes, near }
    }

    fn outcomes(self, tracer: &mut Tracer<'_>, span: Span) -> Vec<Outcome<'a>> {
        let on = |found: &Match| found.value.overlaps(span);
        let mut outcomes = Vec::new();
        for found in self.matches.matches.iter().filter(|found| on(found)) {
            outcomes.push(self.taken(found));
            outcomes.extend(found.won_over.iter().map(|&loser| Outcome::Lost(loser, found)));
        }
        for refused in self.matches.rejected.iter().filter(|refused| on(&refused.matched)) {
            outcomes.push(Outcome::Refused(&refused.matched, refused.reason.clone()));
        }
        let scene = Scene { text: self.article.text(), mentions: self.mentions };
        for stopped in self.matches.stopped.iter().filter(|stopped| on(&stopped.matched)) {
            outcomes.push(Outcome::Stopped(stopped, tracer.stopped_by(scene, stopped)));
        }
        outcomes
    }

    /// A match that became a claim, or why it did not.
    fn taken(self, found: &'a Match) -> Outcome<'a> {
        let (rule, location) = (self.rules.rules()[found.rule].id(), self.article.locate(found.value));
        let claim = self.extract.claims.iter().find(|claim| &*claim.rule == rule && claim.location == location);
        let lacking = self.extract.skipped.iter();
        let lacking = { lacking }.find(|lost| lost.rule.as_deref() == Some(rule) && lost.location == location);
        match (claim, lacking) {
            (None, Some(lost)) => Outcome::Refused(found, lost.reason.to_string()),
            (claim, _) => Outcome::Claimed(found, claim),
        }
    }

    /// The nearest pattern of each rule whose kind of value stands nowhere in the sentence.
    fn without(self, tracer: &mut Tracer<'_>, sentence: usize, values: &[Traced<'_>]) -> Vec<Near> {
        let scene = Scene { text: self.article.text(), mentions: self.mentions };
        let told = |rule: usize| {
            let compiled = &self.rules.rules()[rule];
            values.iter().any(|value| {
                value.outcomes.iter().any(|outcome| outcome.rule() == rule)
                    || value.leaf.is_some_and(|leaf| takes(compiled, leaf.kind))
            })
        };
        let rules = (0..self.rules.rules().len()).filter(|&rule| !told(rule));
        rules.filter_map(|rule| tracer.patterns(scene, rule, sentence, None).into_iter().next()).collect()
    }
}

/// The last byte of a stretch.
const fn last(span: Span) -> Span {
    Span::of(span.end().saturating_sub(1), span.end())
}

/// Whether leaves of a kind are values that are traced: figures and dates.
pub fn is_value(kind: LeafKind) -> bool {
    use LeafKind::{Date, Duration, Measure, Money, Number, Percent};
    matches!(kind, Number | Money | Duration | Percent | Measure | Date)
}

/// Whether a rule takes leaves of a kind.
pub fn takes(rule: &Rule, kind: LeafKind) -> bool {
    let kinds: &[ValueKind] = match kind {
        LeafKind::Number => &[ValueKind::Count, ValueKind::Vote],
        LeafKind::Money => &[ValueKind::Money],
        LeafKind::Duration => &[ValueKind::Duration],
        LeafKind::Percent => &[ValueKind::Percent],
        LeafKind::Measure => &[ValueKind::Measure],
        LeafKind::Date => &[ValueKind::Date],
        _ => &[],
    };
    kinds.contains(&rule.kind())
}
