//! The types of JSON version 1. The order of the fields is the order in which they are printed; absent is `null`.

use serde::Serialize;

use super::number::{Exact, ExactFigure};
use crate::matter::Matter;

/// One line of the JSON-lines forms.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Record<'a> {
    Article(Article<'a>),
    Claim(Box<Claim<'a>>),
    Event(Event<'a>),
    Finding(Box<Finding<'a>>),
    Skipped(Skipped<'a>),
    Figure(Figure<'a>),
    NearMiss(NearMiss<'a>),
    Decision(Decision<'a>),
    Gone(Gone<'a>),
    Summary(Summary<'a>),
}

/// Files of the folders read that are no articles by their names.
#[derive(Debug, Serialize)]
pub(super) struct PassedOver<'a> {
    pub(super) kind: &'a str,
    pub(super) files: usize,
}

/// The last line of the JSON-lines form: where it is missing, the file is not whole.
#[derive(Debug, Serialize)]
pub(super) struct Summary<'a> {
    pub(super) version: u32,
    pub(super) drafts: Vec<&'a str>,
    pub(super) passed_over: Vec<PassedOver<'a>>,
    pub(super) beside: usize,
    pub(super) records: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct Dated {
    pub(super) date: String,
    pub(super) from: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Article<'a> {
    pub(super) id: &'a str,
    pub(super) source: Option<&'a str>,
    pub(super) title: Option<&'a str>,
    pub(super) published: Option<Dated>,
    pub(super) modified: Option<Dated>,
    pub(super) language: Option<&'a str>,
    pub(super) story: Option<&'a str>,
    pub(super) url: Option<&'a str>,
    pub(super) copy_group: Option<&'a str>,
    pub(super) byline: Option<&'a str>,
    pub(super) readings: Vec<Reading<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Reading<'a> {
    pub(super) field: &'static str,
    pub(super) value: &'a str,
    pub(super) from: &'static str,
    pub(super) agrees: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Claim<'a> {
    pub(super) id: &'a str,
    pub(super) article: &'a str,
    pub(super) rule: &'a str,
    pub(super) field: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) text: &'a str,
    pub(super) sentence: &'a str,
    pub(super) value: Value<'a>,
    pub(super) scope: Scope<'a>,
    pub(super) attribution: Vec<Attribution<'a>>,
    pub(super) event: Option<&'a str>,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct Value<'a> {
    pub(super) kind: &'static str,
    pub(super) written: Option<ExactFigure>,
    pub(super) written_unit: Option<&'a str>,
    pub(super) amount: Option<ExactFigure>,
    pub(super) unit: Option<&'a str>,
    pub(super) low: Option<Exact>,
    pub(super) high: Option<Exact>,
    pub(super) low_inclusive: Option<bool>,
    pub(super) high_inclusive: Option<bool>,
    pub(super) granularity: Option<Exact>,
    pub(super) bound: Option<&'static str>,
    pub(super) trend: Option<&'static str>,
    pub(super) text: Option<&'a str>,
    pub(super) date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) figures: Option<&'a [u32]>,
}

#[derive(Debug, Serialize)]
pub(super) struct Scope<'a> {
    pub(super) participants: Vec<&'a str>,
    pub(super) party: Option<&'a str>,
    pub(super) subgroup: Option<&'a str>,
    pub(super) place: Option<&'a str>,
    pub(super) event_date: Option<String>,
    pub(super) as_of: Option<String>,
    pub(super) since: Option<String>,
    pub(super) cumulative: bool,
    pub(super) stage: Option<&'a str>,
    pub(super) polarity: &'static str,
    pub(super) background: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Attribution<'a> {
    pub(super) name: &'a str,
    pub(super) kind: &'static str,
    pub(super) text: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct Event<'a> {
    pub(super) id: &'a str,
    pub(super) kind: &'a str,
    pub(super) participants: &'a [String],
    pub(super) place: Option<&'a str>,
    pub(super) date: Option<String>,
    pub(super) articles: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Finding<'a> {
    pub(super) id: &'a str,
    pub(super) rule: &'a str,
    pub(super) verdict: &'static str,
    pub(super) class: &'static str,
    pub(super) severity: &'static str,
    pub(super) claims: Vec<&'a str>,
    pub(super) sources: usize,
    pub(super) low: Option<Exact>,
    pub(super) best: Option<Exact>,
    pub(super) high: Option<Exact>,
    pub(super) unit: Option<&'a str>,
    pub(super) reasons: Vec<Reason<'a>>,
    pub(super) chosen: Option<Chosen<'a>>,
    pub(super) series: Vec<Point<'a>>,
    pub(super) not_compared: Vec<NotCompared<'a>>,
    pub(super) event: Option<&'a str>,
    pub(super) story: Option<&'a str>,
    pub(super) differing: Vec<Differing<'a>>,
    pub(super) subject: &'a str,
    pub(super) fingerprint: Option<String>,
    pub(super) matter: Option<&'a Matter>,
    pub(super) decision: Option<Decision<'a>>,
    pub(super) change: Option<Change<'a>>,
}

/// An editor's decision, as it stands in this run.
#[derive(Debug, Serialize)]
pub(super) struct Decision<'a> {
    pub(super) finding: &'a str,
    #[serde(rename = "as")]
    pub(super) word: &'static str,
    pub(super) by: &'a str,
    pub(super) why: &'a str,
    pub(super) on: Option<String>,
    pub(super) until: Option<String>,
    pub(super) standing: &'static str,
    pub(super) because: &'a [String],
}

/// What became of a finding since the baseline.
#[derive(Debug, Serialize)]
pub(super) struct Change<'a> {
    pub(super) state: &'static str,
    pub(super) before: Option<&'a str>,
    pub(super) how: &'a [String],
}

/// A finding of the baseline that is there no more.
#[derive(Debug, Serialize)]
pub(super) struct Gone<'a> {
    pub(super) id: &'a str,
    pub(super) fingerprint: &'a str,
    pub(super) rule: &'a str,
    pub(super) verdict: &'static str,
    pub(super) class: &'a str,
    pub(super) subject: &'a str,
}

/// The words of a quotation that another does not have: half-open ranges of bytes of the claim's `text`.
#[derive(Debug, Serialize)]
pub(super) struct Differing<'a> {
    pub(super) claim: &'a str,
    pub(super) against: &'a str,
    pub(super) ranges: Vec<[usize; 2]>,
}

#[derive(Debug, Serialize)]
pub(super) struct Reason<'a> {
    pub(super) code: &'static str,
    pub(super) text: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct Chosen<'a> {
    pub(super) policy: &'static str,
    pub(super) claim: Option<&'a str>,
    pub(super) dropped: Vec<Dropped<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Dropped<'a> {
    pub(super) claim: &'a str,
    pub(super) why: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct Point<'a> {
    pub(super) as_of: String,
    pub(super) claim: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct NotCompared<'a> {
    pub(super) claims: [&'a str; 2],
    pub(super) class: &'static str,
    pub(super) text: &'a str,
}

/// A source that could not be read (`article` is its path, `text` null), or a match whose value was refused.
#[derive(Debug, Serialize)]
pub(super) struct Skipped<'a> {
    pub(super) article: &'a str,
    pub(super) rule: Option<&'a str>,
    pub(super) field: Option<&'static str>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) text: Option<&'a str>,
    pub(super) reason: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct Unchecked<'a> {
    pub(super) figures: Vec<Figure<'a>>,
    pub(super) claims: Vec<&'a str>,
    pub(super) near_misses: Vec<NearMiss<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) crowded: Option<usize>,
}

/// A figure that no rule claimed.
#[derive(Debug, Serialize)]
pub(super) struct Figure<'a> {
    pub(super) article: &'a str,
    pub(super) field: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) text: &'a str,
    pub(super) reason: &'a str,
}

#[derive(Debug, Serialize)]
pub(super) struct NearMiss<'a> {
    pub(super) claims: [&'a str; 2],
    pub(super) text: &'a str,
}
