//! SARIF 2.1.0, which code hosts and editors show beside the lines of a file: a result a finding, at the first claim of it, the
//! others as related locations.

mod model;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use super::index::Index;
use super::style::paint;
use super::{Described, Options, Report, names, place, prose, telling, text};
use crate::claim::{Claim, stable_id};
use crate::decision::{Ruling, Standing};
use crate::history::Change;
use crate::rule::Severity;
use crate::verdict::{Finding, Verdict};
use model::{
    ArtifactLocation, Configuration, Driver, Fingerprints, Help, Invocation, Location, Log, Message, Notification,
    PhysicalLocation, Properties, Region, ResultOf, RuleOf, Run, Suppression, Tool,
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes what is to be looked at, all with `all`.
pub fn write_report(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let told: Vec<&Finding> =
        report.findings.iter().filter(|finding| telling::is_told(finding, &index, options)).collect();
    let ids: BTreeSet<&str> = told.iter().map(|finding| &*finding.rule).collect();
    let rules: Vec<&Described> = report.rules.iter().filter(|rule| ids.contains(&*rule.id)).collect();
    let notifications = report.skipped.iter().map(|skipped| {
        let words = format!("not read: {}: {}", text::clean(&skipped.what), text::clean(&skipped.reason));
        Notification { level: "warning", message: message(&words) }
    });
    let run = Run {
        results: results(&told, &rules, &index),
        tool: Tool {
            driver: Driver {
                name: "crosscheck",
                version: env!("CARGO_PKG_VERSION"),
                rules: rules.into_iter().map(rule).collect(),
            },
        },
        invocations: [Invocation { execution_successful: true, tool_execution_notifications: notifications.collect() }],
        column_kind: "unicodeCodePoints",
    };
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    Log { schema: SCHEMA, version: "2.1.0", runs: [run] }.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

fn rule(rule: &Described) -> RuleOf<'_> {
    let help = if rule.explain.trim().is_empty() { &rule.summary } else { &rule.explain };
    RuleOf {
        id: &rule.id,
        short_description: Message { text: rule.summary.clone() },
        help: Help { text: plain(help), markdown: help.clone() },
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

/// Markdown as plain lines.
fn plain(markdown: &str) -> String {
    paint(&prose::rendered(markdown, 100), None, false)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// The results in the order of the findings; of several at one sentence the fingerprints are numbered.
fn results<'a>(told: &[&'a Finding], rules: &[&Described], index: &Index<'a>) -> Vec<ResultOf<'a>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let one = |finding: &&'a Finding| {
        let claims: Vec<&Claim> = index.claims_of(finding).collect();
        let (first, others) = claims.split_first()?;
        let line = line_hash(finding, first);
        let count = seen.entry(line.clone()).or_default();
        *count += 1;
        let (kind, level) = kind(finding);
        Some(ResultOf {
            rule_id: &finding.rule,
            rule_index: rules.iter().position(|rule| *rule.id == *finding.rule),
            kind,
            level,
            message: message(&told_of(finding, index)),
            locations: vec![location(first, None, index)],
            related_locations: (1..).zip(others).map(|(id, claim)| location(claim, Some(id), index)).collect(),
            partial_fingerprints: Fingerprints {
                fact: fact_hash(finding, first, index),
                primary_location_line_hash: format!("{line}:{count}"),
            },
            baseline_state: index.mark(finding).change.map(baseline_state),
            suppressions: suppressions(finding, index),
            properties: properties(finding, index),
        })
    };
    told.iter().filter_map(one).collect()
}

/// Only what fails has a level, the standard says.
fn kind(finding: &Finding) -> (&'static str, &'static str) {
    match (finding.verdict, finding.severity) {
        (Verdict::Conflict, "error") => ("fail", "error"),
        (Verdict::Conflict, "warning") => ("fail", "warning"),
        (Verdict::Conflict, _) => ("fail", "note"),
        (Verdict::Differ, _) => ("review", "none"),
        (Verdict::Unresolved, _) => ("open", "none"),
        (Verdict::Agree, _) => ("pass", "none"),
        (Verdict::Single, _) => ("informational", "none"),
    }
}

fn told_of(finding: &Finding, index: &Index<'_>) -> String {
    let head = format!("{}: {}", telling::label(finding), text::clean(&finding.subject));
    std::iter::once(head).chain(telling::lines(finding, index)).collect::<Vec<_>>().join("\n")
}

/// Braces stand for arguments and `[words](place)` for a link; neither is meant.
fn message(words: &str) -> Message {
    Message { text: words.replace('{', "{{").replace('}', "}}").replace("](", "] (") }
}

fn location(claim: &Claim, id: Option<usize>, index: &Index<'_>) -> Location {
    let at = claim.location;
    let region = Region {
        start_line: at.line,
        start_column: at.column,
        end_line: at.end_line,
        end_column: at.end_column,
        snippet: Message { text: claim.text.clone() },
    };
    let artifact_location = ArtifactLocation { uri: place::file(&claim.article) };
    let physical_location = PhysicalLocation { artifact_location, region };
    Location { id, physical_location, message: message(&telling::voice(claim, index)) }
}

/// What it is about: the rule, who took part and where. Days are left out, for a lead that moves may take its day along.
fn fact_hash(finding: &Finding, first: &Claim, index: &Index<'_>) -> String {
    let event = index.event(first);
    let participants = event.map(|event| event.participants.join("\u{1e}")).unwrap_or_default();
    let place = event.and_then(|event| event.place.as_deref()).unwrap_or_default();
    let story = finding.story.as_deref().unwrap_or_default();
    stable_id(&[&*finding.rule, &participants, place, story].join("\u{1f}")).to_string()
}

/// The sentence of the first claim, wherever in its article it stands.
fn line_hash(finding: &Finding, first: &Claim) -> String {
    stable_id(&[&*finding.rule, &*first.article, &text::clean(&first.sentence)].join("\u{1f}")).to_string()
}

fn baseline_state(change: &Change) -> &'static str {
    match change {
        Change::New => "new",
        Change::Unchanged(_) => "unchanged",
        Change::Changed { .. } => "updated",
    }
}

fn suppressions(finding: &Finding, index: &Index<'_>) -> Vec<Suppression> {
    let ruling = index.mark(finding).ruling.filter(|ruling| ruling.standing == Standing::InForce);
    let suppression = |ruling: &Ruling| {
        let decision = &ruling.decision;
        let justification =
            format!("{} by {}: {}", decision.word.name(), text::clean(&decision.by), text::clean(&decision.why));
        Suppression { kind: "external", status: "accepted", justification }
    };
    ruling.map(suppression).into_iter().collect()
}

fn properties<'a>(finding: &'a Finding, index: &Index<'_>) -> Properties<'a> {
    Properties {
        finding: &finding.id,
        verdict: names::verdict(finding.verdict),
        class: names::class(finding.class),
        meaning: names::class_meaning(finding.class),
        independent_sources: finding.sources,
        fingerprint: index.mark(finding).matter.map(|matter| matter.fingerprint().to_string()),
    }
}
