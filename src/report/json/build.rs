//! From the engine's types to those of JSON version 1.

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::number::{Exact, ExactFigure};
use super::v1::{self, Record};
use crate::align::Event;
use crate::article::{Dated, Reading, Skipped, Sourced};
use crate::claim::{ArticleRecord, Claim, Extract, NotClaimed, Scope, Scoped, Value};
use crate::decision::Ruling;
use crate::history::Change;
use crate::report::index::Index;
use crate::report::{Report, names};
use crate::value::{DateSpan, Quantity};
use crate::verdict::{Chosen, Differing, Finding, NotCompared};

/// What an extract alone cannot know: the linked event of a claim, the copy group of an article.
pub(super) trait Links<'a> {
    /// The linked event's id.
    fn event(&self, claim: &Claim) -> Option<&'a str>;
    /// The copy group's id.
    fn copy_group(&self, extract: &Extract) -> Option<&'a str>;
}

/// Nothing was linked: `extract`.
pub(super) struct Unlinked;

impl<'a> Links<'a> for Unlinked {
    fn event(&self, _: &Claim) -> Option<&'a str> {
        None
    }

    fn copy_group(&self, _: &Extract) -> Option<&'a str> {
        None
    }
}

impl<'a> Links<'a> for Index<'a> {
    fn event(&self, claim: &Claim) -> Option<&'a str> {
        Index::event(self, claim).map(|event| event.id.as_ref())
    }

    fn copy_group(&self, extract: &Extract) -> Option<&'a str> {
        self.copy_group(&extract.article.id)
    }
}

/// What `check --format json` prints: the whole report as one object, each of its records made as it is written.
pub(super) struct Whole<'a> {
    pub(super) report: &'a Report,
    pub(super) index: Index<'a>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { report, index } = self;
        let mut whole = serializer.serialize_struct("Report", 12)?;
        whole.serialize_field("version", &super::VERSION)?;
        // Only where drafts are set against sources.
        if !report.drafts.is_empty() {
            whole.serialize_field("drafts", &report.drafts)?;
        }
        whole.serialize_field(
            "articles",
            &Each(|| report.extracts.iter().map(|extract| article_record(extract, index))),
        )?;
        whole.serialize_field(
            "claims",
            &Each(|| report.extracts.iter().flat_map(|extract| claims_of(extract, index))),
        )?;
        whole.serialize_field("events", &Each(|| report.events.iter().map(|event| self::event(event, report))))?;
        whole.serialize_field("findings", &Each(|| report.findings.iter().map(|found| finding(found, index))))?;
        whole.serialize_field("skipped", &Each(|| skipped(report)))?;
        whole.serialize_field("unchecked", &unchecked(report, index))?;
        whole.serialize_field("decisions", &Each(|| decisions(report)))?;
        whole.serialize_field("gone", &Each(|| gone(report)))?;
        whole.serialize_field("passed_over", &passed_over(report))?;
        whole.serialize_field("beside", &report.beside)?;
        whole.end()
    }
}

/// A list that is made while it is written, one item at a time.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

fn passed_over(report: &Report) -> Vec<v1::PassedOver<'_>> {
    report.passed_over.iter().map(|(kind, &files)| v1::PassedOver { kind, files }).collect()
}

/// What no other record tells, and how many there were.
pub(super) fn summary(report: &Report, records: usize) -> Record<'_> {
    Record::Summary(v1::Summary {
        version: super::VERSION,
        drafts: report.drafts.iter().map(String::as_str).collect(),
        passed_over: passed_over(report),
        beside: report.beside,
        records,
    })
}

/// Articles and claims, each article before its claims.
pub(super) fn extract_records<'a>(report: &'a Report, index: &Index<'a>) -> impl Iterator<Item = Record<'a>> {
    report.extracts.iter().flat_map(move |extract| records_of(extract, index))
}

/// The records of one article: itself, then its claims.
pub(super) fn records_of<'a, L: Links<'a>>(extract: &'a Extract, links: &L) -> impl Iterator<Item = Record<'a>> {
    std::iter::once(article_record(extract, links)).chain(claims_of(extract, links))
}

fn article_record<'a, L: Links<'a>>(extract: &'a Extract, links: &L) -> Record<'a> {
    Record::Article(article(&extract.article, links.copy_group(extract)))
}

fn claims_of<'a, L: Links<'a>>(extract: &'a Extract, links: &L) -> impl Iterator<Item = Record<'a>> {
    extract.claims.iter().map(move |claim| Record::Claim(Box::new(self::claim(claim, links.event(claim)))))
}

/// What follows the articles and claims in `check --format jsonl`.
pub(super) fn report_records<'a>(report: &'a Report, index: &Index<'a>) -> impl Iterator<Item = Record<'a>> {
    let unchecked = unchecked(report, index);
    (report.events.iter().map(|event| Record::Event(self::event(event, report))))
        .chain(report.findings.iter().map(|found| Record::Finding(Box::new(finding(found, index)))))
        .chain(skipped(report).map(Record::Skipped))
        .chain(unchecked.figures.into_iter().map(Record::Figure))
        .chain(unchecked.near_misses.into_iter().map(Record::NearMiss))
        .chain(decisions(report).map(Record::Decision))
        .chain(gone(report).map(Record::Gone))
}

fn article<'a>(record: &'a ArticleRecord, copy_group: Option<&'a str>) -> v1::Article<'a> {
    v1::Article {
        id: &record.id,
        source: sourced(record.source.as_ref()),
        title: sourced(record.title.as_ref()),
        published: record.published.as_ref().map(dated),
        modified: record.modified.as_ref().map(dated),
        language: sourced(record.language.as_ref()),
        story: record.story.as_deref(),
        url: record.url.as_deref(),
        copy_group,
        byline: sourced(record.byline.as_ref()),
        readings: record.readings.iter().map(reading).collect(),
    }
}

fn reading(reading: &Reading) -> v1::Reading<'_> {
    let Reading { field, value, from, agrees } = reading;
    v1::Reading { field, value, from: names::origin(*from), agrees: *agrees }
}

fn sourced(value: Option<&Sourced<String>>) -> Option<&str> {
    value.map(|sourced| sourced.value.as_str())
}

fn dated(dated: &Dated) -> v1::Dated {
    v1::Dated { date: dated.value.to_string(), from: names::origin(dated.from) }
}

/// One claim.
pub(super) fn claim<'a>(claim: &'a Claim, event: Option<&'a str>) -> v1::Claim<'a> {
    v1::Claim {
        id: &claim.id,
        article: &claim.article,
        rule: &claim.rule,
        field: names::field(claim.location.field),
        start: claim.location.start,
        end: claim.location.end,
        line: claim.location.line,
        column: claim.location.column,
        text: &claim.text,
        sentence: &claim.sentence,
        value: value(claim),
        scope: scope(&claim.scope),
        attribution: attribution(claim),
        event,
    }
}

fn attribution(claim: &Claim) -> Vec<v1::Attribution<'_>> {
    claim.attribution.iter().map(|a| v1::Attribution { name: &a.name, kind: a.kind, text: &a.text }).collect()
}

fn value(claim: &Claim) -> v1::Value<'_> {
    let kind = names::kind(claim.kind);
    match &claim.value {
        Value::Quantity(quantity) => v1::Value { kind, ..self::quantity(quantity) },
        Value::Date(date, phrase) => {
            let (date, bound) = (date.as_ref().map(DateSpan::to_string), claim.scope.bound.map(names::bound));
            v1::Value { kind, text: Some(phrase), date, bound, ..Default::default() }
        }
        Value::Tally(tally) => v1::Value { kind, figures: Some(tally.figures()), ..Default::default() },
        Value::Text(text) => v1::Value { kind, text: Some(text), ..Default::default() },
    }
}

fn quantity(quantity: &Quantity) -> v1::Value<'_> {
    v1::Value {
        written: Some(ExactFigure(quantity.written)),
        written_unit: Some(quantity.written_unit.name()),
        amount: Some(ExactFigure(quantity.amount)),
        unit: Some(quantity.unit.name()),
        low: quantity.low.map(Exact),
        high: quantity.high.map(Exact),
        low_inclusive: Some(quantity.low_inclusive),
        high_inclusive: Some(quantity.high_inclusive),
        granularity: quantity.granularity.map(Exact),
        bound: Some(names::bound(quantity.bound)),
        trend: quantity.trend.map(names::trend),
        ..Default::default()
    }
}

fn scope(scope: &Scope) -> v1::Scope<'_> {
    v1::Scope {
        participants: scope.participants.iter().map(|participant| participant.value.key.as_str()).collect(),
        party: words(scope.party.as_ref()),
        subgroup: words(scope.subgroup.as_ref()),
        place: words(scope.place.as_ref()),
        event_date: span(scope.event_date.as_ref()),
        as_of: span(scope.as_of.as_ref()),
        since: span(scope.since.as_ref()),
        cumulative: scope.cumulative,
        stage: words(scope.stage.as_ref()),
        polarity: names::polarity(scope.polarity),
        background: scope.background,
    }
}

fn words(part: Option<&Scoped<String>>) -> Option<&str> {
    part.map(|part| part.value.as_str())
}

fn span(part: Option<&Scoped<DateSpan>>) -> Option<String> {
    part.map(|part| part.value.to_string())
}

fn event<'a>(event: &'a Event, report: &'a Report) -> v1::Event<'a> {
    let mut articles: Vec<&str> =
        event.members.iter().map(|&(at, _)| report.extracts[at].article.id.as_ref()).collect();
    articles.dedup();
    v1::Event {
        id: &event.id,
        kind: &event.kind,
        participants: &event.participants,
        place: event.place.as_deref(),
        date: event.date.as_ref().map(DateSpan::to_string),
        articles,
    }
}

fn finding<'a>(finding: &'a Finding, index: &Index<'a>) -> v1::Finding<'a> {
    let mark = index.mark(finding);
    v1::Finding {
        id: &finding.id,
        rule: &finding.rule,
        verdict: names::verdict(finding.verdict),
        class: names::class(finding.class),
        severity: finding.severity,
        claims: finding.claims.iter().map(AsRef::as_ref).collect(),
        sources: finding.sources,
        low: finding.low.map(Exact),
        best: finding.best.map(Exact),
        high: finding.high.map(Exact),
        unit: finding.unit.as_ref().map(crate::value::Unit::name),
        reasons: finding.reasons.iter().map(|r| v1::Reason { code: names::class(r.code), text: &r.text }).collect(),
        chosen: finding.chosen.as_ref().map(chosen),
        series: finding.series.iter().map(|(day, id)| v1::Point { as_of: day.to_string(), claim: id }).collect(),
        not_compared: finding.not_compared.iter().map(not_compared).collect(),
        event: finding.event.as_deref(),
        story: finding.story.as_deref(),
        differing: finding.differing.iter().map(differing).collect(),
        subject: &finding.subject,
        fingerprint: mark.matter.map(|matter| matter.fingerprint().to_string()),
        matter: mark.matter,
        decision: mark.ruling.map(decision),
        change: mark.change.map(|change| self::change(change, index)),
    }
}

fn decisions(report: &Report) -> impl Iterator<Item = v1::Decision<'_>> {
    report.decided.rulings.iter().map(decision)
}

fn decision(ruling: &Ruling) -> v1::Decision<'_> {
    let decision = &ruling.decision;
    v1::Decision {
        finding: &decision.finding,
        word: decision.word.name(),
        by: &decision.by,
        why: &decision.why,
        on: decision.on.map(|day| day.to_string()),
        until: decision.until.map(|day| day.to_string()),
        standing: ruling.standing.name(),
        because: &ruling.because,
    }
}

fn change<'a>(change: &'a Change, index: &Index<'a>) -> v1::Change<'a> {
    let before = change.before().and_then(|at| index.before(at)).map(|entry| entry.id.as_str());
    v1::Change { state: change.name(), before, how: change.how() }
}

fn gone(report: &Report) -> impl Iterator<Item = v1::Gone<'_>> {
    report.gone().map(|entry| v1::Gone {
        id: &entry.id,
        fingerprint: &entry.fingerprint,
        rule: &entry.matter.rule,
        verdict: entry.verdict.name(),
        class: &entry.class,
        subject: &entry.subject,
    })
}

fn differing(differing: &Differing) -> v1::Differing<'_> {
    let ranges = differing.spans.iter().map(|span| [span.start(), span.end()]).collect();
    v1::Differing { claim: &differing.claim, against: &differing.against, ranges }
}

fn chosen(chosen: &Chosen) -> v1::Chosen<'_> {
    let dropped = chosen.dropped.iter().map(|(claim, why)| v1::Dropped { claim, why }).collect();
    v1::Chosen { policy: chosen.policy, claim: chosen.claim.as_deref(), dropped }
}

fn not_compared(pair: &NotCompared) -> v1::NotCompared<'_> {
    let [a, b] = &pair.claims;
    v1::NotCompared { claims: [a, b], class: names::class(pair.class), text: &pair.text }
}

/// Sources that could not be read, then matches whose value was refused.
fn skipped(report: &Report) -> impl Iterator<Item = v1::Skipped<'_>> {
    report.skipped.iter().map(unread).chain(report.extracts.iter().flat_map(refused))
}

fn refused(extract: &Extract) -> impl Iterator<Item = v1::Skipped<'_>> {
    extract.skipped.iter().map(|refused| refused_match(&extract.article.id, refused))
}

fn unread(skipped: &Skipped) -> v1::Skipped<'_> {
    v1::Skipped {
        article: &skipped.what,
        rule: None,
        field: None,
        start: None,
        end: None,
        line: None,
        column: None,
        text: None,
        reason: &skipped.reason,
    }
}

fn refused_match<'a>(article: &'a str, refused: &'a NotClaimed) -> v1::Skipped<'a> {
    v1::Skipped {
        article,
        rule: refused.rule.as_deref(),
        field: Some(names::field(refused.location.field)),
        start: Some(refused.location.start),
        end: Some(refused.location.end),
        line: Some(refused.location.line),
        column: Some(refused.location.column),
        text: Some(&refused.text),
        reason: &refused.reason,
    }
}

fn unchecked<'a>(report: &'a Report, index: &Index<'a>) -> v1::Unchecked<'a> {
    let claims = report.extracts.iter().flat_map(|extract| &extract.claims);
    let near_miss = |(a, b, text): &'a (String, String, String)| v1::NearMiss { claims: [a, b], text };
    v1::Unchecked {
        figures: report.extracts.iter().flat_map(figures).collect(),
        claims: claims.filter(|claim| index.compared(claim).is_none()).map(|claim| claim.id.as_ref()).collect(),
        near_misses: report.near_misses.iter().map(near_miss).collect(),
        crowded: (report.crowded > 0).then_some(report.crowded),
    }
}

fn figures(extract: &Extract) -> impl Iterator<Item = v1::Figure<'_>> {
    extract.unclaimed.iter().map(|figure| v1::Figure {
        article: &extract.article.id,
        field: names::field(figure.location.field),
        start: figure.location.start,
        end: figure.location.end,
        line: figure.location.line,
        column: figure.location.column,
        text: &figure.text,
        reason: &figure.reason,
    })
}
