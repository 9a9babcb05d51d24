//! Drafts of `ClaimReview` (schema.org) as JSON-LD: one for each thing that is said of a disputed fact. The rating is the editor's,
//! so nothing is rated, and each says that it is a draft.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::index::Index;
use super::rows::{Row, Voice, rows, speaker};
use super::{Options, Report, place, telling, text};
use crate::claim::ArticleRecord;
use crate::verdict::{Finding, Verdict};

/// Writes drafts for the conflicts; for everything that was compared with `all`.
pub fn write_report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let wanted =
        |finding: &&Finding| finding.verdict == Verdict::Conflict || options.all && finding.verdict != Verdict::Single;
    let drafts: Vec<Value> =
        report.findings.iter().filter(wanted).flat_map(|finding| of_finding(finding, &index)).collect();
    let page = json!({"@context": "https://schema.org", "@graph": drafts});
    serde_json::to_writer_pretty(&mut *out, &page)?;
    out.write_all(b"\n")
}

fn of_finding(finding: &Finding, index: &Index<'_>) -> Vec<Value> {
    let rows = rows(finding, index);
    rows.iter().enumerate().filter_map(|(at, row)| draft(finding, at + 1, row, index)).collect()
}

/// What only an editor can say stands open as `null`.
fn draft(finding: &Finding, number: usize, row: &Row<'_>, index: &Index<'_>) -> Option<Value> {
    let first = row.voices.first()?;
    let head = format!("Draft, not rated. {}: {}", telling::label(finding), text::clean(&finding.subject));
    let body = std::iter::once(head).chain(telling::lines(finding, index)).collect::<Vec<_>>().join("\n");
    Some(json!({
        "@type": "ClaimReview",
        "@id": format!("#{}-{number}", finding.id),
        "creativeWorkStatus": "Draft",
        "url": null,
        "author": null,
        "datePublished": null,
        "reviewRating": null,
        "claimReviewed": text::clean(&first.claim.sentence),
        "reviewBody": body,
        "itemReviewed": {
            "@type": "Claim",
            "author": author(first),
            "datePublished": published(first.article),
            "appearance": row.voices.iter().map(appearance).collect::<Vec<_>>(),
        },
    }))
}

/// Whoever the article says it of, else the outlet.
fn author(voice: &Voice<'_>) -> Value {
    let Some((key, words)) = speaker(voice.claim).filter(|(_, words)| !words.is_empty()) else {
        return json!({"@type": "Organization", "name": voice.outlet()});
    };
    let kind = match key.split_once(':') {
        Some(("person", _)) => "Person",
        Some(("org" | "country", _)) => "Organization",
        _ => "Thing",
    };
    json!({"@type": kind, "name": text::clean(words)})
}

fn appearance(voice: &Voice<'_>) -> Value {
    let title = voice.article.and_then(|article| article.title.as_ref()).map(|title| text::clean(&title.value));
    json!({
        "@type": "Article",
        "url": voice.article.and_then(place::web),
        "identifier": text::clean(&voice.claim.article),
        "headline": title,
        "datePublished": published(voice.article),
        "publisher": {"@type": "Organization", "name": voice.outlet()},
    })
}

fn published(article: Option<&ArticleRecord>) -> Option<String> {
    article.and_then(ArticleRecord::day).map(|(day, _)| day.to_string())
}
