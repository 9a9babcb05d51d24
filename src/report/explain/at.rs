//! What became of every figure on a line, and why not more.

use super::claim::leaf_kind;
use super::page::{Page, short};
use super::{Case, Scanned};
use crate::article::Span;
use crate::claim::ValueKind;
use crate::mention::{Leaf, LeafKind};
use crate::report::text;
use crate::rule::{Match, Rule};

/// Rules named that know a word of the sentence.
const NEAREST: usize = 3;

/// Explains a line of an article.
pub fn at(line: usize, scanned: Scanned<'_>, case: &Case<'_>) -> String {
    let mut page = Page::new(case, None);
    let on_line = |span: Span| scanned.article.locate(span).line == line;
    let mut figures = 0;
    for leaf in scanned.mentions.leaves.iter().filter(|leaf| is_value(leaf.kind) && on_line(leaf.span)) {
        figure(&mut page, leaf, scanned, case);
        figures += 1;
    }
    let wordy =
        scanned.matches.matches.iter().filter(|found| found.leaf.is_none_or(|leaf| !is_figure_leaf(leaf, scanned)));
    for found in wordy.filter(|found| on_line(found.value)) {
        heading(&mut page, "words", found.value, scanned);
        claimed(&mut page, found, scanned, case);
        figures += 1;
    }
    if figures == 0 {
        page.line(&format!("no figure, date or claim was read on line {line} of {}", scanned.article.id));
    }
    page.finish()
}

fn is_value(kind: LeafKind) -> bool {
    use LeafKind::{Date, Duration, Measure, Money, Number, Percent};
    matches!(kind, Number | Money | Duration | Percent | Measure | Date)
}

fn is_figure_leaf(leaf: usize, scanned: Scanned<'_>) -> bool {
    scanned.mentions.leaves.get(leaf).is_some_and(|leaf| is_value(leaf.kind))
}

fn heading(page: &mut Page, kind: &str, span: Span, scanned: Scanned<'_>) {
    let words = text::clean(span.text(scanned.article.text()));
    page.heading(&format!("“{words}” ({kind}, column {})", scanned.article.locate(span).column));
}

fn figure(page: &mut Page, leaf: &Leaf, scanned: Scanned<'_>, case: &Case<'_>) {
    heading(page, leaf_kind(leaf.kind), leaf.span, scanned);
    let matches = scanned.matches;
    let mut said = false;
    for found in matches.matches.iter().filter(|found| found.value.overlaps(leaf.span)) {
        claimed(page, found, scanned, case);
        said = true;
    }
    for refused in matches.rejected.iter().filter(|refused| refused.matched.value.overlaps(leaf.span)) {
        page.field("refused", &format!("{}: {}", rule_of(&refused.matched, case).id(), text::clean(&refused.reason)));
        said = true;
    }
    for stopped in matches.stopped.iter().filter(|stopped| stopped.matched.value.overlaps(leaf.span)) {
        let rule = rule_of(&stopped.matched, case);
        let unless = rule
            .unless()
            .get(stopped.unless)
            .map_or_else(String::new, |unless| format!(", line {}: {}", unless.line(), unless.source()));
        page.field("stopped", &format!("{} by its `unless`{unless}", rule.id()));
        said = true;
    }
    if !said {
        unclaimed(page, leaf, scanned, case);
    }
}

fn rule_of<'a>(found: &Match, case: &Case<'a>) -> &'a Rule {
    &case.rules.rules()[found.rule]
}

fn claimed(page: &mut Page, found: &Match, scanned: Scanned<'_>, case: &Case<'_>) {
    let rule = rule_of(found, case);
    let pattern = rule.patterns().get(found.pattern).map_or(0, crate::rule::Pattern::line);
    page.field("claimed by", &format!("{} ({}:{pattern})", rule.id(), rule.path().display()));
    page.field("matched", &format!("“{}”", text::clean(found.span.text(scanned.article.text()))));
    let location = scanned.article.locate(found.value);
    let claims = case.report.extracts.iter().flat_map(|extract| &extract.claims);
    let mut same = claims.filter(|claim| claim.article == scanned.article.id && claim.location == location);
    if let Some(claim) = same.find(|claim| &*claim.rule == rule.id()) {
        page.field("claim", &format!("{} (explain --claim {} says more)", claim.id, short(&claim.id)));
    }
    for &loser in &found.won_over {
        page.field("won over", case.rules.rules()[loser].id());
    }
}

/// Why no rule claimed a figure: whether any rule of its kind knows a word of its sentence.
fn unclaimed(page: &mut Page, leaf: &Leaf, scanned: Scanned<'_>, case: &Case<'_>) {
    let sentence = scanned.mentions.sentence_at(leaf.span.start()).map(|at| scanned.mentions.sentences[at]);
    let words = sentence.map_or_else(String::new, |sentence| sentence.text(scanned.article.text()).to_lowercase());
    let kinds = kinds_of(leaf.kind);
    let rules: Vec<&Rule> = case.rules.rules().iter().filter(|rule| kinds.contains(&rule.kind())).collect();
    let near: Vec<(&Rule, String)> =
        rules.iter().filter_map(|rule| Some((*rule, known_word(rule, &words)?))).take(NEAREST).collect();
    page.field("claimed by", "nothing");
    for (rule, word) in &near {
        page.field(
            "nearest rule",
            &format!("{} knows “{}”, but none of its patterns fits here", rule.id(), text::clean(word)),
        );
    }
    if near.is_empty() {
        let kind = leaf_kind(leaf.kind);
        page.field(
            "why",
            &format!("none of the {} rules that take a {kind} knows a word of this sentence", rules.len()),
        );
    }
    if let Some(sentence) = sentence {
        page.field("sentence", &text::clean(sentence.text(scanned.article.text())));
    }
}

/// The longest word of the sentence that a trigger of the rule begins; a trigger may be the stem of a word.
fn known_word(rule: &Rule, sentence: &str) -> Option<String> {
    let triggers = || rule.patterns().iter().flat_map(crate::rule::Pattern::triggers).filter(|word| word.len() > 2);
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
    let known = words.filter(|word| triggers().any(|trigger| word.starts_with(trigger.trim())));
    known.max_by_key(|word| word.len()).map(str::to_owned)
}

/// The kinds of value that a leaf can be.
fn kinds_of(kind: LeafKind) -> &'static [ValueKind] {
    match kind {
        LeafKind::Number => &[ValueKind::Count, ValueKind::Vote],
        LeafKind::Money => &[ValueKind::Money],
        LeafKind::Duration => &[ValueKind::Duration],
        LeafKind::Percent => &[ValueKind::Percent],
        LeafKind::Measure => &[ValueKind::Measure],
        LeafKind::Date => &[ValueKind::Date],
        _ => &[],
    }
}
