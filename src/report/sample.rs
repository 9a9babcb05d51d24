//! A small report made by hand, for the tests of the renderers.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::Report;
use crate::align::{Event, Slot};
use crate::article::{Field, Location, Origin, Skipped, Sourced};
use crate::claim::{
    ArticleEvent, ArticleRecord, Attribution, Claim, Extract, Found, NotClaimed, Participant, ParticipantKind, Scope,
    Scoped, Sketch, Value, ValueKind,
};
use crate::value::{Bound, DateSpan, Figure, Number, Quantity, Unit};
use crate::verdict::{Class, Finding, NotCompared, Reason, Verdict};

fn sourced(text: &str) -> Sourced<String> {
    Sourced { value: text.to_owned(), from: Origin::FrontMatter }
}

pub(crate) fn article(id: &str, source: &str, day: Date) -> ArticleRecord {
    ArticleRecord {
        id: id.into(),
        source: Some(sourced(source)),
        title: Some(sourced("Ministers meet")),
        published: Some(Sourced { value: day, from: Origin::FrontMatter }),
        modified: None,
        language: Some(sourced("en")),
        story: None,
        url: None,
        byline: None,
        readings: Vec::new(),
    }
}

fn location(line: usize, column: usize, start: usize, len: usize) -> Location {
    let end = start + len;
    Location {
        field: Field::Text,
        start,
        end,
        line,
        column,
        end_line: line,
        end_column: column + len,
        chars: Some((start, end)),
    }
}

pub(crate) fn duration(minutes: i64, written: i64, unit: &str, bound: Bound) -> Quantity {
    let seconds = Number::whole(minutes * 60);
    Quantity {
        written: Figure::One(Number::whole(written)),
        written_unit: Unit::named(unit),
        amount: Figure::One(seconds),
        unit: Unit::named("second"),
        low: (bound != Bound::AtMost).then_some(seconds),
        high: (bound != Bound::MoreThan).then_some(seconds),
        low_inclusive: bound != Bound::MoreThan,
        high_inclusive: true,
        granularity: Some(Number::whole(1800)),
        bound,
        trend: None,
        months: None,
    }
}

pub(crate) fn claim(id: &str, article: &str, words: &str, sentence: &str, quantity: Quantity) -> Claim {
    let person = |key: &str, name: &str| Scoped {
        value: Participant { key: key.into(), name: name.into(), kind: ParticipantKind::Person },
        found: Found::Sentence,
    };
    Claim {
        id: id.into(),
        article: article.into(),
        rule: "meeting-duration".into(),
        kind: ValueKind::Duration,
        location: location(3, 12, 40, words.len()),
        text: words.to_owned(),
        at: sentence.find(words).unwrap_or(0),
        sentence: sentence.to_owned(),
        value: Value::Quantity(quantity),
        scope: Scope {
            participants: vec![person("anna berg", "Anna Berg"), person("omar haddad", "Omar Haddad")],
            event_date: Some(Scoped { value: DateSpan::day(date(2031, 5, 6)), found: Found::Lead }),
            ..Scope::default()
        },
        attribution: Vec::new(),
        event: 0,
        trace: vec!["pattern 1 of talks/meeting-duration.toml".to_owned()],
        said: std::sync::OnceLock::new(),
    }
}

fn extract(article: ArticleRecord, claims: Vec<Claim>) -> Extract {
    let events = vec![ArticleEvent { kind: "talks".into(), claims: vec![0], ..ArticleEvent::default() }];
    Extract { article, claims, events, skipped: Vec::new(), unclaimed: Vec::new(), sketch: Sketch::default() }
}

/// Three articles on one meeting, two of which exclude each other, and one that agrees with another.
pub(crate) fn report() -> Report {
    let mut second = claim(
        "c2",
        "stories/harbour-post.md",
        "two and a half hours",
        "According to the foreign ministry, Anna Berg and Omar Haddad sat together for two and a half hours on Tuesday \
         before they went before the cameras, where neither of them took questions from the press.",
        duration(150, 2, "hour", Bound::Exact),
    );
    second.attribution = vec![Attribution {
        name: "org:foreign-ministry".into(),
        kind: "speaker",
        text: "According to the foreign ministry".into(),
        side: None,
    }];
    let first = claim(
        "c1",
        "stories/daily-ledger.md",
        "90 minutes",
        "The meeting lasted 90 minutes.",
        duration(90, 90, "minute", Bound::Exact),
    );
    let third = claim(
        "c3",
        "stories/evening-wire.md",
        "90 minutes",
        "It took the two ministers 90 minutes to agree on nothing at all.",
        duration(90, 90, "minute", Bound::Exact),
    );
    let mut last = extract(article("stories/evening-wire.md", "Evening Wire", date(2031, 5, 7)), vec![third]);
    last.unclaimed = vec![NotClaimed {
        location: location(9, 8, 7, 9),
        text: "40 trucks".into(),
        rule: None,
        reason: "no rule's words in this sentence".into(),
    }];
    Report {
        extracts: vec![
            extract(article("stories/daily-ledger.md", "Daily Ledger", date(2031, 5, 6)), vec![first]),
            last,
            extract(article("stories/harbour-post.md", "Harbour Post", date(2031, 5, 7)), vec![second]),
        ],
        copies: Vec::new(),
        events: vec![Event {
            id: "e1".into(),
            kind: "talks".into(),
            participants: vec!["anna berg".into(), "omar haddad".into()],
            place: None,
            date: Some(DateSpan::day(date(2031, 5, 6))),
            members: vec![(0, 0), (1, 0), (2, 0)],
            weakest: Some(0.81),
        }],
        findings: vec![conflict(), single()],
        skipped: vec![Skipped { what: "stories/photo.md".into(), reason: "is empty".into() }],
        passed_over: std::iter::once(("*.png".to_owned(), 2)).collect(),
        near_misses: vec![("c1".into(), "c2".into(), "similarity 0.61 of 0.65 needed".into())],
        ..Report::default()
    }
}

fn conflict() -> Finding {
    let ids = ["c1", "c3", "c2"].map(Arc::from).to_vec();
    Finding {
        id: "f00dfeed12345678".into(),
        rule: "meeting-duration".into(),
        verdict: Verdict::Conflict,
        class: Class::D1,
        severity: "error",
        subject: "length of the meeting: Anna Berg, Omar Haddad · 2031-05-06".into(),
        claims: ids,
        sources: 3,
        low: Some(Number::whole(5400)),
        best: None,
        high: Some(Number::whole(9000)),
        unit: Some(Unit::named("second")),
        reasons: vec![Reason {
            code: Class::D1,
            text: "90 minutes and two and a half hours cannot both be true: even rounded to the half hour they lie an \
                   hour apart"
                .into(),
        }],
        chosen: None,
        series: vec![(date(2031, 5, 6), "c1".into())],
        differing: Vec::new(),
        not_compared: vec![NotCompared {
            claims: ["c1".into(), "c2".into()],
            class: Class::A5,
            text: "one is planned, the other has happened".into(),
        }],
        slot: Slot::default(),
        event: Some("e1".into()),
        story: None,
    }
}

fn single() -> Finding {
    Finding {
        id: "0123456789abcdef".into(),
        verdict: Verdict::Single,
        class: Class::S1,
        subject: "length of the flight: Anna Berg".into(),
        claims: vec!["c3".into()],
        sources: 1,
        high: Some(Number::whole(5400)),
        reasons: Vec::new(),
        not_compared: Vec::new(),
        ..conflict()
    }
}
