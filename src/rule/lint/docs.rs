//! Documentation and texts: what makes a rule worth trusting.

use std::collections::BTreeMap;

use super::Subject;
use crate::rule::kind::ProblemKind;
use crate::rule::spec::{RuleSpec, Text};

/// The fewest texts that a rule must find.
const ACCEPT: usize = 8;
/// The fewest texts that a rule must leave alone.
const REJECT: usize = 6;
/// The fewest words that can say what is matched and what is left out.
const EXPLAIN_WORDS: usize = 20;

/// Checks the documentation and the number of texts.
pub(super) fn check(subject: &mut Subject) {
    summary(subject);
    explain(subject);
    few_texts(subject);
    repeated(subject);
}

fn summary(subject: &mut Subject) {
    let Some(summary) = &subject.spec.summary else { return };
    let text = summary.get_ref().trim();
    if !text.ends_with('.') || text.split_whitespace().count() < 2 {
        let message = "the summary is not one sentence";
        subject.problems.add(ProblemKind::ShortSummary, summary.span(), message, "write a sentence with its full stop");
    }
}

fn explain(subject: &mut Subject) {
    let Some(explain) = &subject.spec.explain else { return };
    let words = explain.get_ref().split_whitespace().count();
    if words < EXPLAIN_WORDS {
        let message =
            format!("`explain` is too short to say what is left out ({words} of at least {EXPLAIN_WORDS} words)");
        let advice = "say what the rule matches, what it leaves out, and its known gaps";
        subject.problems.add(ProblemKind::ShortExplain, explain.span(), message, advice);
    }
}

fn few_texts(subject: &mut Subject) {
    let (accept, reject) = (subject.spec.accept.len(), subject.spec.reject.len());
    if accept >= ACCEPT && reject >= REJECT {
        return;
    }
    let at = subject.spec.accept.first().map(crate::rule::spanned::Spanned::span);
    let at = at.or_else(|| subject.spec.reject.first().map(crate::rule::spanned::Spanned::span)).unwrap_or(0..0);
    let message = format!("{accept} accept texts and {reject} reject texts are too few to trust a rule");
    let advice = format!("write at least {ACCEPT} texts that it must find and {REJECT} that it must leave alone");
    subject.problems.add(ProblemKind::FewTexts, at, message, advice);
}

/// Texts that stand twice: the second tests nothing, or contradicts the first.
fn repeated(subject: &mut Subject) {
    let mut known: BTreeMap<(String, String, String), std::ops::Range<usize>> = BTreeMap::new();
    for (key, text) in texts(&subject.spec) {
        let Some(first) = known.get(&key) else {
            known.insert(key, text.span());
            continue;
        };
        let mut problem =
            subject.problems.problem(ProblemKind::RepeatedText, text.span(), "this text stands twice", "remove one");
        problem.beside = Some((first.clone(), "here too".to_owned()));
        subject.problems.found.push(problem);
    }
}

/// The texts with what tells them apart: the words, the title, the day.
fn texts(spec: &RuleSpec) -> Vec<((String, String, String), &Text)> {
    let day = |published: &Option<crate::rule::spanned::Spanned<toml::value::Datetime>>| {
        published.as_ref().map(|day| day.get_ref().to_string()).unwrap_or_default()
    };
    let accept = spec.accept.iter().map(crate::rule::spanned::Spanned::get_ref).map(|text| {
        ((text.text.get_ref().clone(), text.title.clone().unwrap_or_default(), day(&text.published)), &text.text)
    });
    let reject = spec.reject.iter().map(crate::rule::spanned::Spanned::get_ref).map(|text| {
        ((text.text.get_ref().clone(), text.title.clone().unwrap_or_default(), day(&text.published)), &text.text)
    });
    accept.chain(reject).collect()
}
