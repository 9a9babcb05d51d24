//! Why two claims were set against each other, or were not: every step, and the first that said no.

use super::Case;
use super::page::{Page, short};
use crate::align::{Comparison, Difference, Slot, THRESHOLD, apart, compare_events, slot};
use crate::claim::Claim;
use crate::report::{names, text};

/// Explains a pair of claims.
pub fn pair(a: &Claim, b: &Claim, case: &Case<'_>) -> String {
    let mut page = Page::new(case, None);
    page.heading("The pair");
    page.quote(case, a, "A");
    page.quote(case, b, "B");
    page.heading("One claim type?");
    page.line(&rules(a, b));
    page.heading("One event?");
    events(&mut page, a, b, case);
    page.heading("One fact of it?");
    slots(&mut page, a, b, case);
    page.heading("So");
    outcome(&mut page, a, b, case);
    page.finish()
}

fn rules(a: &Claim, b: &Claim) -> String {
    if a.rule == b.rule {
        return format!("yes: both are `{}`", a.rule);
    }
    format!("no: `{}` and `{}`; figures of two rules are not set against each other", a.rule, b.rule)
}

fn events(page: &mut Page, a: &Claim, b: &Claim, case: &Case<'_>) {
    if a.article == b.article {
        let same = a.event == b.event;
        return page.line(if same {
            "yes: one article tells of them as one event"
        } else {
            "no: one article keeps them apart"
        });
    }
    let (Some(x), Some(y)) = (case.telling(a), case.telling(b)) else { return };
    let comparison = compare_events(&x, &y, case.lexicon);
    for step in &comparison.steps {
        let weight = match step.weight {
            Some(weight) => format!("{weight:+6.1}  "),
            None if step.forbids => "    no  ".to_owned(),
            None => "        ".to_owned(),
        };
        page.field(step.name, &format!("{weight}{}", text::clean(&step.found)));
    }
    page.field("together", &together(&comparison));
    linked(page, a, b, case);
}

fn together(comparison: &Comparison) -> String {
    if let Some(step) = comparison.obstacle() {
        return format!("    no  `{}` forbids it, whatever the rest says", step.name);
    }
    let (probability, needed) = (comparison.probability() * 100.0, THRESHOLD * 100.0);
    let answer = if comparison.probability() >= THRESHOLD { "enough" } else { "too little" };
    format!("{:+6.1}  a probability of {probability:.0} %, {needed:.0} % are needed: {answer}", comparison.sum())
}

/// Events form by average linkage, so a pair that fits may stand in two events, and one that does not in one.
fn linked(page: &mut Page, a: &Claim, b: &Claim, case: &Case<'_>) {
    let event = |claim| case.index.event(claim).map(|event| short(&event.id));
    match (event(a), event(b)) {
        (Some(x), Some(y)) if x == y => page.field("linked", &format!("yes, in event {x}")),
        (Some(x), Some(y)) => page.field("linked", &format!("no, A in event {x}, B in event {y}")),
        _ => page.field("linked", "no"),
    }
}

fn slots(page: &mut Page, a: &Claim, b: &Claim, case: &Case<'_>) {
    let (Some(rule_a), Some(rule_b)) = (case.rules.get(&a.rule), case.rules.get(&b.rule)) else { return };
    let (x, y) = (slot(a, rule_a), slot(b, rule_b));
    let differences = apart(&x, &y);
    for (name, left, right) in slot_fields(&x, &y) {
        page.field(name, &if left == right { left } else { format!("{left} / {right}") });
    }
    match differences.first() {
        None => page.line("yes: nothing of what they are about differs"),
        Some(first) => page.line(&format!("not the same: {}", wording(*first))),
    }
}

fn slot_fields(x: &Slot, y: &Slot) -> [(&'static str, String, String); 6] {
    let shown = |part: &Option<String>| part.as_deref().map_or_else(|| "not said".to_owned(), text::clean);
    let total = |slot: &Slot| if slot.cumulative { "in all".to_owned() } else { "one event".to_owned() };
    let imagined = |slot: &Slot| if slot.imagined { "imagined".to_owned() } else { "asserted".to_owned() };
    [
        ("party", shown(&x.party), shown(&y.party)),
        ("of", shown(&x.subgroup), shown(&y.subgroup)),
        ("stage", shown(&x.stage), shown(&y.stage)),
        ("place", shown(&x.place), shown(&y.place)),
        ("counting", total(x), total(y)),
        ("said to be so", imagined(x), imagined(y)),
    ]
}

fn wording(difference: Difference) -> &'static str {
    match difference {
        Difference::Unit => "another currency or unit",
        Difference::Party => "another side is counted; where one of them names no side, the others decide",
        Difference::Subgroup => "another part of the whole is counted",
        Difference::Scope => "another place, or a running total against a single figure",
        Difference::Stage => "another stage",
        Difference::Polarity => "one is asserted, the other only imagined",
    }
}

fn outcome(page: &mut Page, a: &Claim, b: &Claim, case: &Case<'_>) {
    let holds = |ids: &[std::sync::Arc<str>]| ids.contains(&a.id) && ids.contains(&b.id);
    let mut told = false;
    for finding in case.report.findings.iter().filter(|finding| holds(&finding.claims)) {
        let verdict = format!("{} {}", names::verdict(finding.verdict), names::class(finding.class));
        page.line(&format!("set against each other in finding {}: {verdict}", short(&finding.id)));
        told = true;
    }
    let pairs = case.report.findings.iter().flat_map(|finding| &finding.not_compared);
    for pair in pairs.filter(|pair| holds(&pair.claims)).take(1) {
        let class = names::class(pair.class);
        page.line(&format!(
            "not compared: {class} ({}): {}",
            names::class_meaning(pair.class),
            text::clean(&pair.text)
        ));
        told = true;
    }
    if !told {
        page.line(&format!("not compared: {}", unlisted(a, b, case)));
    }
}

/// Why two claims were not compared where no finding lists them.
fn unlisted(a: &Claim, b: &Claim, case: &Case<'_>) -> &'static str {
    let event = |claim| case.index.event(claim).map(|event| &*event.id);
    let one_event = matches!((event(a), event(b)), (Some(x), Some(y)) if x == y);
    match (a.id == b.id, one_event) {
        (true, _) => "it is one claim",
        (_, true) => {
            "of one event, but each stands in a finding of its own, for an article that gives several figures of one kind may \
             count several things"
        }
        _ => {
            "their articles were not linked as telling of one event: what they share falls short, or other articles of the group speak against it"
        }
    }
}
