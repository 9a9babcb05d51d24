//! The record of a claim, and of all that an article says.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::{Scope, Told, ValueKind};
use crate::article::{Dated, Location, Origin, Reading, Sourced};
use crate::lexicon::Lexicon;
use crate::utterance::Utterance;
use crate::value::{DateSpan, Quantity, Tally};

// Nearly every claim holds a quantity: a box would cost each of them an allocation to make the few others smaller.
#[allow(clippy::large_enum_variant)]
/// A value: a quantity, or something that is told apart rather than measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Count, money, duration, percent or measure.
    Quantity(Quantity),
    /// A date; `None` where it stayed unresolved. The phrase is kept.
    Date(Option<DateSpan>, String),
    /// The figures of a vote or score.
    Tally(Tally),
    /// A name, place, role or quotation, normalised for comparison.
    Text(String),
}

/// One link of the chain of who says so, outermost last: speaker, agency, outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The speaker's key: a lexicon key or a lower-cased name.
    pub name: String,
    /// `speaker`, `agency` or `outlet`.
    pub kind: &'static str,
    /// The words that say so: "according to the White House".
    pub text: String,
    /// The country that a speaker speaks for, by key, where their office or name tells it.
    pub side: Option<String>,
}

/// One instance of a rule in an article.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Hash of article id, rule and span.
    pub id: Arc<str>,
    /// The article's id.
    pub article: Arc<str>,
    /// The rule's id.
    pub rule: Arc<str>,
    /// The value's kind.
    pub kind: ValueKind,
    /// Where the figure stands in the original.
    pub location: Location,
    /// The figure's words.
    pub text: String,
    /// The sentence around it, repaired.
    pub sentence: String,
    /// Where the figure's words begin in that sentence, in bytes.
    pub at: usize,
    /// What it says.
    pub value: Value,
    /// What it is about.
    pub scope: Scope,
    /// Who says so.
    pub attribution: Vec<Attribution>,
    /// Index of its article-event in the extract.
    pub event: usize,
    /// The steps that led here, for `explain`: pattern, words, where each part of the scope came from.
    pub trace: Vec<String>,
    /// Its words, read for comparison when they are first asked for.
    pub(crate) said: OnceLock<Box<Utterance>>,
}

impl Claim {
    /// Its words, read for comparison. A run has one lexicon.
    pub(crate) fn said(&self, lexicon: &Lexicon) -> &Utterance {
        self.said.get_or_init(|| Box::new(Utterance::read(&self.text, lexicon)))
    }

    /// Whether a quotation is given in the speaker's own words: reported words change person and tense.
    pub fn is_literal(&self) -> bool {
        self.scope.stage.as_ref().is_none_or(|stage| stage.value != "reported")
    }
}

/// What the later rooms need of an article.
#[derive(Clone, Debug)]
pub struct ArticleRecord {
    /// Its id.
    pub id: Arc<str>,
    /// The outlet.
    pub source: Option<Sourced<String>>,
    /// Title.
    pub title: Option<Sourced<String>>,
    /// Publication day.
    pub published: Option<Dated>,
    /// Day of the last update.
    pub modified: Option<Dated>,
    /// Language.
    pub language: Option<Sourced<String>>,
    /// Story.
    pub story: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Who wrote it.
    pub byline: Option<Sourced<String>>,
    /// What its web page says of it, at each place where it does.
    pub readings: Vec<Reading>,
}

impl ArticleRecord {
    /// The day that relative dates hang on, and where it was learned from.
    pub fn day(&self) -> Option<(Date, Origin)> {
        self.published.as_ref().map(|dated| (dated.value, dated.from))
    }
}

/// An event as one article tells it: the claims that hang on it and their pooled evidence.
// Flags that rules and texts set one by one; an enum would have to name their combinations.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, Default)]
pub struct ArticleEvent {
    /// Kind of event, from the rules ("talks", "harm", "aid", "forces").
    pub kind: String,
    /// What it is about, where there can be only one (`unique`): "the office of one person", "the annexation of one
    /// place". Tellings of one matter are one event, of two matters never.
    pub matter: Option<String>,
    /// The day that its claims tell, where a day is the fact itself or follows from it. It never makes two tellings one
    /// event, only two.
    pub told: Option<Told>,
    /// Participants' keys, sorted.
    pub participants: Vec<String>,
    /// Place keys, sorted.
    pub places: Vec<String>,
    /// Where it happened in names that the lexicon does not know, sorted.
    pub localities: Vec<String>,
    /// What happened, by the lists of words that tell it ("flood", "shooting"), sorted; only for harm and talks.
    pub happenings: Vec<&'static str>,
    /// Whether it is told without a day in an article on what came after: arrests, a trial.
    pub aftermath: bool,
    /// When it happened, where the article says so.
    pub date: Option<DateSpan>,
    /// Whether a claim's own sentence names that date.
    pub date_stated: bool,
    /// The date phrase ("tuesday"), kept for what could not be resolved.
    pub phrase: Option<String>,
    /// Words of its sentences: stems, sorted, without stop words and figures. Tellings share the texts.
    pub words: Vec<Arc<str>>,
    /// Whether the article only recalls it.
    pub background: bool,
    /// Whether it is somebody's saying the words of its one claim, rather than what they speak of.
    pub utterance: bool,
    /// Whether its figures are running totals ("since the war began"), good for their day only.
    pub cumulative: bool,
    /// Indices of its claims.
    pub claims: Vec<usize>,
}

/// A figure or match that did not become a claim, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotClaimed {
    /// Where.
    pub location: Location,
    /// The words.
    pub text: String,
    /// The rule, where one matched.
    pub rule: Option<Arc<str>>,
    /// Why.
    pub reason: Cow<'static, str>,
}

/// By what articles are set side by side as a whole; empty where nobody does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// The smallest distinct hashes of its word shingles, sorted.
    pub shingles: Vec<u64>,
    /// The hash of all its words, if they are not too few.
    pub whole: Option<u64>,
    /// The hash of the words of its body, whatever its figures are, if they are not too few.
    pub body: Option<u64>,
    /// Hashes of the full names in it, sorted.
    pub names: Vec<u32>,
}

/// All that the later stages need of an article.
#[derive(Clone, Debug)]
pub struct Extract {
    /// The article.
    pub article: ArticleRecord,
    /// Its claims, by position.
    pub claims: Vec<Claim>,
    /// Its article-events.
    pub events: Vec<ArticleEvent>,
    /// Matches whose value was refused.
    pub skipped: Vec<NotClaimed>,
    /// Figures that no rule claimed.
    pub unclaimed: Vec<NotClaimed>,
    /// By what it is set beside others as a whole.
    pub sketch: Sketch,
}
