//! One finding as the page shows it.

use super::articles::Sentences;
use super::view::{ApartView, Badge, ChosenView, FindingView, Part, ReasonView, Words};
use super::{Case, cards, line, pairs, timeline};
use crate::report::table::{grounds, short};
use crate::report::{asserted, marks, names, text};
use crate::value::DateSpan;
use crate::verdict::{Class, Finding, NotCompared, Reason, Verdict, verdict_of};

/// Cards that are shown before the rest is folded.
const CARDS: usize = 12;
/// Reasons of one class that are told one by one.
const REASONS: usize = 10;

/// Pairs that were not compared which are shown; a figure of a crowded week has hundreds.
const APART: usize = 6;

/// A finding for the page.
pub(super) fn view(finding: &Finding, sentences: &Sentences<'_>, case: &Case<'_>) -> FindingView {
    let subject = text::clean(&finding.subject);
    let (fact, about) = subject.split_once(" · ").unwrap_or((&subject, ""));
    let mut cards = cards::cards(finding, sentences, case);
    let more_cards = cards.split_off(cards.len().min(CARDS));
    FindingView {
        id: finding.id.to_string(),
        short: short(&finding.id).to_owned(),
        verdict: names::verdict(finding.verdict),
        class: names::class(finding.class),
        meaning: names::class_meaning(finding.class),
        marks: beside(finding, case),
        fact: fact.to_owned(),
        about: about.to_owned(),
        range: asserted::span(finding, &case.index).map(|range| text::clean(&range)),
        taken: taken(finding, case),
        sources: sources(finding.sources),
        rule: text::clean(&finding.rule),
        outlets: outlets(finding, case),
        open: !matches!(finding.verdict, Verdict::Agree | Verdict::Single),
        reasons: reasons(finding, case),
        lines: line::lines(finding, case),
        timeline: timeline::timeline(finding, case),
        cards,
        more_cards,
        chosen: chosen(finding, case),
        linked: pairs::linked(finding, event(finding, case), case),
        apart: apart(&finding.not_compared[..finding.not_compared.len().min(APART)], case),
        pairs_apart: finding.not_compared.len(),
        more_apart: finding.not_compared.len().saturating_sub(APART),
    }
}

/// What an editor decided of it, and what has changed since the baseline; the first word says it at a glance.
fn beside(finding: &Finding, case: &Case<'_>) -> Vec<Badge> {
    let lines = marks::lines(&case.index.mark(finding));
    let badge = |text: String| Badge { word: text.split(' ').next().unwrap_or_default().to_owned(), text };
    lines.into_iter().map(badge).collect()
}

fn sources(count: usize) -> String {
    if count == 1 { "1 source".to_owned() } else { format!("{count} independent sources") }
}

fn taken(finding: &Finding, case: &Case<'_>) -> Option<String> {
    let claim = case.index.claim(finding.chosen.as_ref()?.claim.as_deref()?)?;
    Some(text::clip(&asserted::asserted(claim), 60))
}

/// Every outlet that speaks, each once.
fn outlets(finding: &Finding, case: &Case<'_>) -> Vec<String> {
    let mut outlets: Vec<String> = case.index.claims_of(finding).map(|claim| case.outlet(claim)).collect();
    outlets.sort();
    outlets.dedup();
    outlets
}

/// The reasons by class, in the finding's order.
fn reasons(finding: &Finding, case: &Case<'_>) -> Vec<ReasonView> {
    let mut classes: Vec<Class> = Vec::new();
    for reason in &finding.reasons {
        if !classes.contains(&reason.code) {
            classes.push(reason.code);
        }
    }
    classes.into_iter().map(|class| of_class(class, finding, case)).collect()
}

fn of_class(class: Class, finding: &Finding, case: &Case<'_>) -> ReasonView {
    let like: Vec<&Reason> = finding.reasons.iter().filter(|reason| reason.code == class).collect();
    let each = like.iter().take(REASONS).map(|reason| text::clean(&reason.text));
    ReasonView {
        code: names::class(class),
        verdict: names::verdict(verdict_of(class)),
        meaning: names::class_meaning(class),
        text: text::clean(&grounds(class, &like, finding, &case.index)),
        each: each.filter(|_| like.len() > 1).collect(),
        more: like.len().saturating_sub(REASONS),
    }
}

/// What a policy took; nothing where it takes none and drops none.
fn chosen(finding: &Finding, case: &Case<'_>) -> Option<ChosenView> {
    let chosen = finding.chosen.as_ref().filter(|chosen| chosen.policy != "report")?;
    let named =
        |id: &str| case.index.claim(id).map(|claim| format!("{} ({})", asserted::asserted(claim), case.outlet(claim)));
    let dropped = chosen
        .dropped
        .iter()
        .filter_map(|(id, why)| Some(Part { name: named(id)?, value: text::clean(why), note: String::new() }));
    let taken = chosen.claim.as_deref().and_then(named);
    Some(ChosenView { policy: chosen.policy, taken, dropped: dropped.collect() })
}

/// The event that the claims hang on.
fn event(finding: &Finding, case: &Case<'_>) -> String {
    let event = case.index.claims_of(finding).find_map(|claim| case.index.event(claim));
    let Some(event) = event.filter(|event| finding.event.as_ref() == Some(&event.id)) else { return String::new() };
    let shown = |key: &String| case.lexicon.shown(key).to_owned();
    let participants: Vec<String> = event.participants.iter().map(shown).collect();
    let weakest = event.weakest.map(|weakest| format!("the least alike of its tellings: {weakest:.2} of 1"));
    let parts = [
        Some(event.kind.clone()),
        Some(participants.join(", ")).filter(|all| !all.is_empty()),
        event.place.as_ref().map(shown),
        event.date.as_ref().map(DateSpan::to_string),
        weakest,
    ];
    text::clean(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// The pairs by reason, in the order in which the reasons first come.
fn apart(pairs: &[NotCompared], case: &Case<'_>) -> Vec<ApartView> {
    let mut groups: Vec<ApartView> = Vec::new();
    for pair in pairs {
        let (class, text) = (names::class(pair.class), text::clean(&pair.text));
        let claims = pair.claims.iter().filter_map(|id| words(id, case)).collect();
        if let Some(group) = groups.iter_mut().find(|group| group.class == class && group.text == text) {
            group.pairs.push(claims);
        } else {
            let meaning = names::class_meaning(pair.class);
            groups.push(ApartView { class, meaning, text, pairs: vec![claims] });
        }
    }
    groups
}

/// A claim's words and where they stand.
pub(super) fn words(id: &str, case: &Case<'_>) -> Option<Words> {
    let claim = case.index.claim(id)?;
    let (place, anchor) = (case.place(claim), case.anchor(claim));
    Some(Words { text: text::clip(&text::clean(&claim.text), 120), place, anchor })
}
