//! W3C Web Annotations as JSON-LD: one a claim, on the words of its figure, by quotation and by position together.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::index::Index;
use super::{Options, Report, names, place, telling, text};
use crate::article::Field;
use crate::claim::{Claim, stable_id};
use crate::verdict::Finding;

/// Characters of the sentence on either side by which the words are found again.
const BESIDE: usize = 40;

/// Writes a page of annotations: the claims of what is to be looked at, the others too with `all`.
pub fn write_report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let told = report.findings.iter().filter(|finding| telling::is_told(finding, &index, options));
    let items: Vec<Value> = told
        .flat_map(|finding| {
            index.claims_of(finding).map(|claim| annotation(finding, claim, &index)).collect::<Vec<_>>()
        })
        .collect();
    let ids: String = report.findings.iter().map(|finding| &*finding.id).collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:crosscheck:{}", stable_id(&ids)),
        "type": "AnnotationPage",
        "items": items,
    });
    serde_json::to_writer_pretty(&mut *out, &page)?;
    out.write_all(b"\n")
}

fn annotation(finding: &Finding, claim: &Claim, index: &Index<'_>) -> Value {
    let lines = telling::lines(finding, index);
    let head = format!("{}: {}", telling::label(finding), text::clean(&finding.subject));
    let words = std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n");
    let source = index.article(claim).and_then(place::web).unwrap_or_else(|| place::file(&claim.article));
    json!({
        "id": format!("urn:crosscheck:{}:{}", finding.id, claim.id),
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"type": "Software", "name": "crosscheck"},
        "body": [
            {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": words},
            {"type": "TextualBody", "purpose": "tagging", "value": names::verdict(finding.verdict)},
        ],
        "target": {"source": source, "selector": selectors(claim)},
    })
}

/// By quotation, and by position in code points where that counts from the beginning of the text: a title stands apart.
fn selectors(claim: &Claim) -> Vec<Value> {
    let counted = claim.location.chars.filter(|_| claim.location.field == Field::Text);
    let position = counted.map(|(start, end)| json!({"type": "TextPositionSelector", "start": start, "end": end}));
    std::iter::once(quotation(claim)).chain(position).collect()
}

fn quotation(claim: &Claim) -> Value {
    let before = claim.sentence.get(..claim.at).unwrap_or_default();
    let stands = claim.sentence.get(claim.at..).and_then(|rest| rest.strip_prefix(claim.text.as_str()));
    let Some(after) = stands else { return json!({"type": "TextQuoteSelector", "exact": claim.text}) };
    let from = before.char_indices().rev().nth(BESIDE - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(BESIDE).map_or(after.len(), |(at, _)| at);
    json!({"type": "TextQuoteSelector", "exact": claim.text, "prefix": before[from..], "suffix": after[..to]})
}
