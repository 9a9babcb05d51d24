//! Why a finding has its verdict: its claims, the reasons, what was not compared.

use super::Case;
use super::page::{Page, short};
use crate::report::{asserted, names, text};
use crate::verdict::Finding;

/// Explains a finding.
pub fn finding(finding: &Finding, case: &Case<'_>) -> String {
    let mut page = Page::new(case, Some(finding.verdict));
    page.heading(&format!("Finding {}", finding.id));
    summary(&mut page, finding, case);
    page.heading("Its claims");
    for claim in case.index.claims_of(finding) {
        page.quote(case, claim, &short(&claim.id));
    }
    page.heading("Why");
    for reason in &finding.reasons {
        let meaning = names::class_meaning(reason.code);
        page.field(names::class(reason.code), &format!("{}  ({meaning})", text::clean(&reason.text)));
    }
    if finding.reasons.is_empty() {
        page.field(names::class(finding.class), names::class_meaning(finding.class));
    }
    event(&mut page, finding, case);
    chosen(&mut page, finding, case);
    not_compared(&mut page, finding, case);
    page.finish()
}

fn summary(page: &mut Page, finding: &Finding, case: &Case<'_>) {
    page.field("verdict", &format!("{} {}", names::verdict(finding.verdict), names::class(finding.class)));
    page.field("about", &text::clean(&finding.subject));
    page.field("rule", &format!("{} ({})", finding.rule, finding.severity));
    if let Some(range) = asserted::span(finding, case.index) {
        page.field("range", &range);
    }
    if let Some(course) = asserted::course(finding, case.index) {
        page.field("course", &course);
    }
    page.field("sources", &format!("{} independent", finding.sources));
}

fn event(page: &mut Page, finding: &Finding, case: &Case<'_>) {
    let Some(event) = case.report.events.iter().find(|event| Some(&event.id) == finding.event.as_ref()) else { return };
    page.heading("The event they hang on");
    page.field("kind", &event.kind);
    page.field("participants", &text::clean(&event.participants.join(", ")));
    if let Some(place) = &event.place {
        page.field("place", &text::clean(place));
    }
    if let Some(date) = &event.date {
        page.field("date", &date.to_string());
    }
    let weakest = |weakest| format!("{weakest:.2} (the least alike of its tellings, 0 to 1)");
    page.field("weakest link", &event.weakest.map_or_else(|| "only one telling".to_owned(), weakest));
}

fn chosen(page: &mut Page, finding: &Finding, case: &Case<'_>) {
    let Some(chosen) = &finding.chosen else { return };
    page.heading("What was taken");
    page.field("policy", chosen.policy);
    if let Some(claim) = chosen.claim.as_deref().and_then(|id| case.index.claim(id)) {
        page.quote(case, claim, "taken");
    }
    for (id, why) in &chosen.dropped {
        page.field("dropped", &format!("{}: {}", short(id), text::clean(why)));
    }
}

fn not_compared(page: &mut Page, finding: &Finding, case: &Case<'_>) {
    if finding.not_compared.is_empty() {
        return;
    }
    page.heading("What was not compared, and why");
    for pair in &finding.not_compared {
        let words = |id: &str| {
            let claim = case.index.claim(id);
            claim.map_or_else(|| short(id), |claim| format!("“{}” ({})", text::clean(&claim.text), short(id)))
        };
        let [a, b] = pair.claims.each_ref().map(|id| words(id));
        let meaning = names::class_meaning(pair.class);
        page.field(names::class(pair.class), &format!("{a} and {b}: {}  ({meaning})", text::clean(&pair.text)));
    }
}
