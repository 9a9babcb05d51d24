//! Why a claim is one: its words as scanned, its rule, its value, its scope, and what became of it.

use super::page::{Page, short};
use super::{Case, Scanned};
use crate::article::Span;
use crate::claim::{Claim, Value};
use crate::mention::{LeafKind, Mentions};
use crate::report::table::scope_parts;
use crate::report::{figure, names, text};
use crate::rule::Match;
use crate::value::{Figure, Quantity, Unit};

/// Explains a claim.
pub fn claim(claim: &Claim, scanned: Scanned<'_>, case: &Case<'_>) -> String {
    let mut page = Page::new(case, None);
    let found = scanned.match_of(claim, case.rules);
    page.heading(&format!("Claim {}", claim.id));
    page.quote(case, claim, "");
    page.heading("The sentence, as it was read");
    page.sentence(claim);
    if let Some(found) = found {
        layers(&mut page, scanned, scanned.mentions.sentences[found.sentence]);
    }
    page.heading("How it was found");
    how(&mut page, claim, found, case);
    page.heading("The value");
    value(&mut page, claim);
    page.heading("What it is about");
    scope(&mut page, claim);
    page.heading("What became of it");
    outcome(&mut page, claim, case);
    page.finish()
}

/// The leaves and layers of a sentence.
pub(super) fn layers(page: &mut Page, scanned: Scanned<'_>, sentence: Span) {
    let (mentions, text) = (scanned.mentions, scanned.article.text());
    for index in mentions.leaves_in(sentence) {
        let leaf = &mentions.leaves[index];
        page.field(
            leaf_kind(leaf.kind),
            &format!("“{}”{}", text::clean(leaf.span.text(text)), leaf_of(mentions, index)),
        );
    }
    let quoted = mentions.quotations.iter().map(|quotation| ("quotation", quotation.span));
    let aside = mentions.parentheses.iter().map(|&span| ("parenthesis", span));
    let tallies = mentions.tallies.iter().map(|tally| ("vote or score", tally.span));
    let roles = mentions.roles.iter().map(|role| ("role", role.span));
    for (name, span) in quoted.chain(aside).chain(roles).chain(tallies).filter(|(_, span)| span.overlaps(sentence)) {
        page.field(name, &format!("“{}”", text::clip(&text::clean(span.text(text)), 120)));
    }
}

/// What a leaf was read as.
fn leaf_of(mentions: &Mentions, index: usize) -> String {
    let leaf = &mentions.leaves[index];
    let quantity = mentions.quantity(leaf).map(|mention| quantity_shown(&mention.quantity));
    let date = || mentions.date(leaf).map(|mention| mention.date.map_or("no day".to_owned(), |date| date.to_string()));
    let name = || mentions.name(leaf).map(|mention| mention.key.clone());
    quantity.or_else(date).or_else(name).map(|read| format!(" is {}", text::clean(&read))).unwrap_or_default()
}

pub(in crate::report) fn leaf_kind(kind: LeafKind) -> &'static str {
    match kind {
        LeafKind::Number => "number",
        LeafKind::Money => "money",
        LeafKind::Duration => "duration",
        LeafKind::Percent => "percent",
        LeafKind::Measure => "measure",
        LeafKind::Date => "date",
        LeafKind::Person => "person",
        LeafKind::Place => "place",
        LeafKind::Organisation => "organisation",
        LeafKind::Name => "name",
    }
}

fn how(page: &mut Page, claim: &Claim, found: Option<&Match>, case: &Case<'_>) {
    for step in &claim.trace {
        page.line(&text::clean(step));
    }
    let losers: Vec<&str> =
        found.map_or(Vec::new(), |found| found.won_over.iter().map(|&rule| case.rules.rules()[rule].id()).collect());
    if !losers.is_empty() {
        page.line(&format!("won over: {}", losers.join(", ")));
    }
}

/// The value, field by field.
pub(super) fn value(page: &mut Page, claim: &Claim) {
    page.field("kind", names::kind(claim.kind));
    match &claim.value {
        Value::Quantity(quantity) => quantity_fields(page, quantity),
        Value::Date(date, phrase) => {
            page.field("phrase", &text::clean(phrase));
            let unresolved = || "unresolved: relative, and the article has no date".to_owned();
            page.field("date", &date.map_or_else(unresolved, |date| date.to_string()));
        }
        Value::Tally(tally) => page.field("figures", &tally.to_string()),
        Value::Text(words) => page.field("text", &text::clean(words)),
    }
}

fn quantity_fields(page: &mut Page, quantity: &Quantity) {
    page.field("written", &plain(quantity.written, &quantity.written_unit));
    page.field("amount", &plain(quantity.amount, &quantity.unit));
    page.field("asserts", &quantity_shown(quantity));
    page.field("bound", names::bound(quantity.bound));
    if let Some(step) = quantity.granularity {
        page.field("rounded to", &figure::one(step, Some(&quantity.unit)));
    }
    if let Some(trend) = quantity.trend {
        page.field("trend", names::trend(trend));
    }
}

fn plain(figure: Figure, unit: &Unit) -> String {
    let unit = if unit.name() == "-" { String::new() } else { format!(" {unit}") };
    match figure {
        Figure::One(number) => format!("{number}{unit}"),
        Figure::Range(low, high) => format!("{low} to {high}{unit}"),
    }
}

fn quantity_shown(quantity: &Quantity) -> String {
    figure::range(quantity.low, quantity.high, Some(&quantity.unit)).unwrap_or_else(|| "no figure".to_owned())
}

pub(super) fn scope(page: &mut Page, claim: &Claim) {
    let parts = scope_parts(claim);
    for (name, value, found) in &parts {
        let found = if found.is_empty() { String::new() } else { format!("  ({found})") };
        page.field(name, &format!("{value}{found}"));
    }
    for link in &claim.attribution {
        let words = text::clean(&link.text);
        page.field(
            link.kind,
            &if words == link.name { words } else { format!("{words}  ({})", text::clean(&link.name)) },
        );
    }
    if parts.is_empty() {
        page.line("nothing that could be read");
    }
}

fn outcome(page: &mut Page, claim: &Claim, case: &Case<'_>) {
    match case.index.event(claim) {
        Some(event) => {
            let articles = event.members.len();
            let weakest = event.weakest.map(|weakest| format!(", weakest link {weakest:.2}")).unwrap_or_default();
            let tellings =
                if articles == 1 { "one telling".to_owned() } else { format!("{articles} tellings{weakest}") };
            page.field("event", &format!("{} · {} · {tellings}", short(&event.id), event.kind));
        }
        None => page.field("event", "none"),
    }
    let findings: Vec<_> = case.report.findings.iter().filter(|finding| finding.claims.contains(&claim.id)).collect();
    for finding in &findings {
        let verdict = format!("{} {}", names::verdict(finding.verdict), names::class(finding.class));
        page.field("finding", &format!("{} · {verdict} · {}", short(&finding.id), text::clean(&finding.subject)));
    }
    if findings.is_empty() {
        page.field("finding", "none");
    }
    let pairs = case.report.findings.iter().flat_map(|finding| &finding.not_compared);
    for pair in pairs.filter(|pair| pair.claims.contains(&claim.id)) {
        let other = pair.claims.iter().find(|id| **id != claim.id).map_or_else(String::new, |id| short(id));
        page.field("not compared", &format!("with {other}: {} {}", names::class(pair.class), text::clean(&pair.text)));
    }
}
