//! What the texts of a file reach: every pattern must find one, also beside the other rules, and every `unless` must stop one.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Subject, alone, inclusion};
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{Mentions, scan};
use crate::rule::compiled::Rule;
use crate::rule::kind::ProblemKind;
use crate::rule::matched::{Match, Matches};
use crate::rule::matcher::match_rules;
use crate::rule::set::RuleSet;

/// Tries the texts of each sound file, its rule alone and beside the others.
pub(super) fn check(subjects: &mut [Subject], rules: Vec<Rule>, lexicon: &Lexicon) {
    let at = |rule: &Rule| subjects.iter().position(|subject| !subject.broken && subject.is(rule));
    let alone = |rule: Rule| match at(&rule) {
        Some(at) => {
            let set = alone(rule);
            let tried = Tried::of(&set, lexicon);
            (Some((at, tried)), set.into_rules())
        }
        None => (None, vec![rule]),
    };
    let (tried, kept): (Vec<_>, Vec<_>) = rules.into_par_iter().map(alone).collect::<Vec<_>>().into_iter().unzip();
    let mut tried_of: Vec<Option<Tried>> = subjects.iter().map(|_| None).collect();
    tried.into_iter().flatten().for_each(|(at, tried)| tried_of[at] = Some(tried));
    // Beside one another run the rules that run unasked.
    let together = RuleSet::of(kept.into_iter().flatten().collect());
    each_rule(subjects, &tried_of, &together, |subject, rule, tried| subject.report(&together.rules()[rule], tried));
    let default = RuleSet::of(together.into_rules().into_iter().filter(Rule::default).collect());
    each_rule(subjects, &tried_of, &default, |subject, rule, tried| outdone(subject, &default, rule, tried));
}

/// Does something with each file that was tried and whose rule stands in a set, with its place there.
fn each_rule(
    subjects: &mut [Subject],
    tried: &[Option<Tried>],
    set: &RuleSet,
    run: impl Fn(&mut Subject, usize, &Tried) + Sync,
) {
    subjects.par_iter_mut().zip(tried).for_each(|(subject, tried)| {
        let rule = set.rules().iter().position(|rule| subject.is(rule));
        if let Some((rule, tried)) = rule.zip(tried.as_ref()) {
            run(subject, rule, tried);
        }
    });
}

/// A text of a rule, read.
struct Sample {
    article: Article,
    mentions: Mentions,
}

impl Sample {
    fn of(text: &str, published: Option<jiff::civil::Date>, lexicon: &Lexicon) -> Self {
        let article = Article::plain("text", text, published);
        let mentions = scan(&article, lexicon);
        Self { article, mentions }
    }

    fn matches(&self, rules: &RuleSet) -> Matches {
        match_rules(rules, self.article.text(), &self.mentions)
    }
}

/// What came of the texts of a rule that ran alone.
struct Tried {
    /// The texts that it must find, with the patterns that matched in them.
    accept: Vec<(Sample, BTreeSet<usize>)>,
    /// What stopped a pattern in any text.
    stopping: BTreeSet<usize>,
    /// Whether there is any text.
    any: bool,
}

impl Tried {
    fn of(alone: &RuleSet, lexicon: &Lexicon) -> Self {
        let mut tried = Self { accept: Vec::new(), stopping: BTreeSet::new(), any: false };
        for rule in alone.rules() {
            for accept in rule.accept() {
                for text in [Some(&accept.text), accept.title.as_ref()].into_iter().flatten() {
                    let sample = Sample::of(text, accept.published, lexicon);
                    let patterns = tried.took(&sample.matches(alone));
                    tried.accept.push((sample, patterns));
                }
            }
            for reject in rule.reject() {
                tried.took(&Sample::of(&reject.text, reject.published, lexicon).matches(alone));
            }
        }
        tried
    }

    /// Notes what stopped a pattern; the patterns that matched.
    fn took(&mut self, found: &Matches) -> BTreeSet<usize> {
        self.any = true;
        self.stopping.extend(found.stopped.iter().map(|stopped| stopped.unless));
        found.matches.iter().map(|matched| matched.pattern).collect()
    }

    /// The texts that reach a pattern.
    fn reaching(&self, pattern: usize) -> impl Iterator<Item = &Sample> {
        self.accept.iter().filter(move |(_, patterns)| patterns.contains(&pattern)).map(|(sample, _)| sample)
    }
}

impl Subject {
    /// Reports what no text reaches. A file without texts is told so once, not for each of its patterns.
    fn report(&mut self, rule: &Rule, tried: &Tried) {
        if !tried.accept.is_empty() {
            let unreached = |pattern: &usize| tried.reaching(*pattern).next().is_none();
            (0..rule.patterns().len()).filter(unreached).for_each(|pattern| self.unreached(rule, pattern));
        }
        if tried.any {
            let idle = (0..rule.unless().len()).filter(|unless| !tried.stopping.contains(unless));
            idle.for_each(|unless| self.idle(unless));
        }
    }

    fn unreached(&mut self, rule: &Rule, pattern: usize) {
        let span = |pattern: usize| self.spec.patterns.get(pattern).map(|spec| spec.get_ref().expression.span());
        let Some(at) = span(pattern) else { return };
        let Some(earlier) = shadowing(rule, pattern) else {
            let (message, advice) =
                ("no accept text reaches this pattern", "add an [[accept]] text that it alone finds");
            return self.problems.add(ProblemKind::UnreachedPattern, at, message, advice);
        };
        let line = rule.patterns()[earlier].line();
        let message = format!("this pattern can never win: wherever it matches, that of line {line} matches first");
        let advice = "set it before that one, or remove it";
        let mut problem = self.problems.problem(ProblemKind::ShadowedPattern, at, message, advice);
        problem.beside = span(earlier).map(|at| (at, "this one matches first".to_owned()));
        self.problems.found.push(problem);
    }

    fn idle(&mut self, unless: usize) {
        let Some(spec) = self.spec.unless.get(unless) else { return };
        let advice = "add a [[reject]] text that a pattern would match but for this, or remove it";
        let span = spec.get_ref().expression.span();
        self.problems.add(ProblemKind::IdleUnless, span, "this stops nothing in any text of the file", advice);
    }
}

/// The first earlier pattern that matches wherever this one does.
fn shadowing(rule: &Rule, pattern: usize) -> Option<usize> {
    let own = &rule.patterns()[pattern];
    (0..pattern).find(|&earlier| {
        let other = &rule.patterns()[earlier];
        // A pattern with a value of its own is tried apart from those around a figure.
        let alike = own.fixed.value.is_some() == other.fixed.value.is_some();
        alike && inclusion::is_within(&own.expression.expanded(), &other.expression.expanded()) == Some(true)
    })
}

/// Reports the patterns all of whose texts go to other rules.
fn outdone(subject: &mut Subject, together: &RuleSet, rule: usize, tried: &Tried) {
    let beside: Vec<(&BTreeSet<usize>, Matches)> =
        tried.accept.iter().map(|(sample, patterns)| (patterns, sample.matches(together))).collect();
    for pattern in 0..together.rules()[rule].patterns().len() {
        let own = |found: &Match| found.rule == rule && found.pattern == pattern;
        let found =
            || beside.iter().filter(|(patterns, _)| patterns.contains(&pattern)).flat_map(|(_, found)| &found.matches);
        let taken = found().find(|found| found.won_over.contains(&rule)).filter(|_| !found().any(own));
        let (Some(taken), Some(spec)) = (taken, subject.spec.patterns.get(pattern)) else { continue };
        let winner = &together.rules()[taken.rule];
        let (id, file) = (winner.id(), winner.path().display());
        let line = winner.patterns()[taken.pattern].line();
        let message = format!("every text that reaches this pattern goes to the rule `{id}` ({file}:{line})");
        let advice = "make it tell more of its own words than that one, or leave such figures to it";
        subject.problems.add(ProblemKind::OutdonePattern, spec.get_ref().expression.span(), message, advice);
    }
}
