//! A trace as JSON: what was read in the sentences of a text, what became of each figure, and how near the rules came.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::build;
use crate::article::Span;
use crate::mention::LeafKind;
use crate::report::names;
use crate::rule::{Change, Match, Near, Side, Wanted};
use crate::trace::{Case, Outcome, Sentence, Traced};

/// Writes the traced sentences of one text, with the claims that they came to.
pub fn write_trace(sentences: &[Sentence<'_>], case: Case<'_>, out: &mut dyn Write) -> io::Result<()> {
    let sentences: Vec<Value> = sentences.iter().map(|traced| sentence(traced, case)).collect();
    let claims: Vec<_> = case.extract.claims.iter().map(|claim| build::claim(claim, None)).collect();
    let whole = json!({"version": super::VERSION, "sentences": sentences, "claims": claims});
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    out.write_all(b"\n")
}

/// A stretch of the text: where in the article it stands, and its words.
fn stretch(span: Span, case: Case<'_>) -> Value {
    let at = case.article.locate(span);
    json!({"start": at.start, "end": at.end, "text": span.text(case.article.text())})
}

fn sentence(traced: &Sentence<'_>, case: Case<'_>) -> Value {
    let leaves = &case.mentions.leaves[case.mentions.leaves_in(traced.span)];
    let leaves: Vec<Value> =
        leaves.iter().map(|leaf| with(stretch(leaf.span, case), "kind", kind(leaf.kind))).collect();
    let passed = traced.passed_over.iter().map(|passed| with(stretch(passed.span, case), "reason", passed.reason));
    let mut told = stretch(traced.span, case);
    told["leaves"] = leaves.into();
    told["no_figures"] = passed.collect();
    told["values"] = traced.values.iter().map(|traced| value(traced, case)).collect();
    told["without_value"] = traced.without.iter().map(|near| nearest(near, case)).collect();
    told
}

fn with(mut value: Value, key: &str, word: &str) -> Value {
    value[key] = word.into();
    value
}

fn kind(kind: LeafKind) -> &'static str {
    crate::report::explain::leaf_kind(kind)
}

fn value(traced: &Traced<'_>, case: Case<'_>) -> Value {
    let mut told = stretch(traced.span, case);
    told["kind"] = traced.leaf.map_or("words", |leaf| kind(leaf.kind)).into();
    told["outcomes"] = traced.outcomes.iter().map(|found| outcome(found, case)).collect();
    told["nearest"] = traced.near.iter().map(|near| nearest(near, case)).collect();
    told
}

fn outcome(outcome: &Outcome<'_>, case: Case<'_>) -> Value {
    let rule = case.rules.rules()[outcome.rule()].id();
    match outcome {
        Outcome::Claimed(found, claim) => {
            let mut told = matched(found, case);
            told["outcome"] = "claimed".into();
            told["claim"] = claim.map(|claim| claim.id.to_string()).into();
            told
        }
        Outcome::Lost(_, winner) => {
            json!({"outcome": "lost", "rule": rule, "to": case.rules.rules()[winner.rule].id()})
        }
        Outcome::Stopped(stopped, by) => {
            let unless = &case.rules.rules()[stopped.matched.rule].unless()[stopped.unless];
            let mut told = matched(&stopped.matched, case);
            told["outcome"] = "stopped".into();
            told["unless"] = json!({"line": unless.line(), "match": unless.source()});
            told["by"] = by.map(|by| stretch(by, case)).into();
            told
        }
        Outcome::Refused(found, reason) => {
            let mut told = matched(found, case);
            told["outcome"] = "refused".into();
            told["reason"] = reason.as_str().into();
            told
        }
    }
}

/// A rule, its pattern, and what it matched.
fn matched(found: &Match, case: Case<'_>) -> Value {
    let mut told = pattern(found.rule, found.pattern, case);
    told["matched"] = stretch(found.span, case);
    told
}

fn pattern(rule: usize, pattern: usize, case: Case<'_>) -> Value {
    let rule = &case.rules.rules()[rule];
    let pattern = &rule.patterns()[pattern];
    let file = rule.path().display().to_string();
    json!({"rule": rule.id(), "kind": names::kind(rule.kind()), "file": file, "line": pattern.line(), "pattern": pattern.source()})
}

fn nearest(near: &Near, case: Case<'_>) -> Value {
    let mut told = pattern(near.rule, near.pattern, case);
    told["matched"] = near.matched.map(|span| stretch(span, case)).into();
    told["changes"] = near.changes.iter().map(|lacking| change(lacking, case)).collect();
    told
}

fn change(change: &Change, case: Case<'_>) -> Value {
    let mut told = match &change.wanted {
        Wanted::Words { source, samples } => json!({"wanted": source, "examples": samples}),
        Wanted::Value => json!({"wanted": "{value}"}),
        Wanted::Blank => json!({"wanted": " "}),
        Wanted::Fewer { most, words, barrier } => {
            json!({"wanted": "fewer words", "at_most": most, "words": words, "barrier": barrier})
        }
    };
    told["found"] = stretch(change.found, case);
    if let Some((side, span)) = change.beside {
        told[if side == Side::Before { "before" } else { "after" }] = stretch(span, case);
    }
    told
}
