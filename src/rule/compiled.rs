//! The compiled rule: what runs. It holds nothing of the file but what the later rooms ask for.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::embedded::Embedded;
use super::head::{Head, PatternHead};
use super::limits::Limits;
use super::pattern::{Pattern, Unless};
use super::stage::Stage;
use super::template::WordLists;
use super::terms::{Found, ValueKind};
use crate::value::Number;

/// What a conflict on a rule counts as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// A conflict is an error.
    #[default]
    Error,
    /// A conflict is a warning.
    Warning,
    /// A conflict is worth knowing.
    Info,
}

/// The fields of a scope that a rule file can speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScopeField {
    /// Who took part.
    Participants,
    /// The side whose people or things are counted.
    Party,
    /// The part of the whole that is counted.
    Subgroup,
    /// Where.
    Place,
    /// When it happened.
    Date,
    /// The day counting began.
    Since,
    /// The day the figure was good for.
    AsOf,
    /// How far it has come.
    Stage,
}

impl ScopeField {
    /// Every field, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Participants,
        Self::Party,
        Self::Subgroup,
        Self::Place,
        Self::Date,
        Self::Since,
        Self::AsOf,
        Self::Stage,
    ];

    /// Its name in rule files: of a `[scope.NAME]` table, of a pattern's group, in `needs`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Participants => "participants",
            Self::Party => "party",
            Self::Subgroup => "subgroup",
            Self::Place => "place",
            Self::Date => "date",
            Self::Since => "since",
            Self::AsOf => "as_of",
            Self::Stage => "stage",
        }
    }

    /// The field of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// What may stand in a field of the scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScopeKind {
    /// A person.
    Person,
    /// A country, or its people ("Russian").
    Country,
    /// An organisation.
    Organisation,
    /// Anything with a name, a team for instance; looked for in the pattern's own group and in the sentence.
    Name,
    /// Any place.
    Place,
    /// A date.
    Date,
    /// The words themselves.
    Words,
}

/// Where a field of the scope is looked for beyond the pattern's own groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeRule {
    /// The field.
    pub field: ScopeField,
    /// What may stand there; empty means whatever the field usually holds.
    pub kinds: Vec<ScopeKind>,
    /// Where to look, nearest first.
    pub from: Vec<Found>,
    /// How many are looked for before a wider place is searched (participants: 2 for a call between two).
    pub min: usize,
    /// Whether a match without it is refused.
    pub required: bool,
}

/// How a range of figures becomes one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reconcile {
    /// The range and who says what; no pick.
    #[default]
    Report,
    /// The latest figure.
    Latest,
    /// The lowest.
    Lowest,
    /// Best, low and high, as casualty data sets keep them.
    BestLowHigh,
    /// The ends.
    MinMax,
    /// The figure of the most authoritative source.
    Authority,
}

// Each is a key of its own in rule files; an enum of two would say less.
#[allow(clippy::struct_excessive_bools)]
/// How claims of a rule are set against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compare {
    /// What a claim must have, else it is unresolved.
    pub needs: Vec<ScopeField>,
    /// Whether the judge widens a rounded figure by its granularity.
    pub rounding: bool,
    /// How far apart two figures may lie, as a ratio (1 % is 0.01).
    pub tolerance: Option<Number>,
    /// How far a bare bound reaches ("more than an hour" with 1.25: up to 75 minutes).
    pub stretch: Option<Number>,
    /// Whether the figure grows while the event is reported (a death toll).
    pub evolves: bool,
    /// Whether there can be only one (the year of an annexation).
    pub unique: bool,
    /// How many days two tellings of what there can be only one of may lie apart; beyond, they are two (two invasions of one
    /// country). `None` where it never happens twice.
    pub within: Option<i32>,
    /// Whether the figure is the time since the event began, so that it says a start, reckoned from the day of its article.
    pub elapsed: bool,
    /// How a range becomes one figure.
    pub reconcile: Reconcile,
    /// Similarity from which article-events are one event, where it differs from the default.
    pub threshold: Option<f64>,
    /// Weights of named comparisons, where they differ from the default.
    pub weights: Vec<(String, f64)>,
}

/// A text that a rule must find, with what it must say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Accept {
    /// The text.
    pub text: String,
    /// Headline set before it, if any.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// The values it must give, in the order of the text, as figures with their unit ("70 min").
    pub values: Vec<String>,
    /// Fields of the scope (and `bound`, `polarity`, `cumulative`, `background`) that the first value must have: name and
    /// text; several participants are several entries.
    pub scope: Vec<(String, String)>,
    /// Line in the rule file, from 1.
    pub line: usize,
}

/// A text that a rule must leave alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reject {
    /// The text.
    pub text: String,
    /// Headline set before it, if any.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
    /// Why it is left alone.
    pub why: String,
    /// Line in the rule file, from 1.
    pub line: usize,
}

/// One claim type, ready to run.
#[derive(Debug)]
pub struct Rule {
    pub(super) id: Arc<str>,
    pub(super) pack: String,
    pub(super) path: PathBuf,
    pub(super) head: Head,
    /// What its file says, once it was read.
    pub(super) body: OnceLock<Body>,
    /// Where that is to be read from, if it was not.
    pub(super) unread: Option<&'static Embedded>,
}

/// All that the file of a rule says beyond its head.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) summary: String,
    pub(super) explain: String,
    pub(super) severity: Severity,
    pub(super) event: String,
    pub(super) limits: Limits,
    pub(super) patterns: Vec<Pattern>,
    pub(super) unless: Vec<Unless>,
    pub(super) scope: Vec<ScopeRule>,
    pub(super) stages: Vec<Stage>,
    pub(super) subgroups: Vec<Stage>,
    pub(super) compare: Compare,
    pub(super) accept: Vec<Accept>,
    pub(super) reject: Vec<Reject>,
    /// The word lists of its own file, for explanations.
    pub(super) words: WordLists,
    /// Those that all files share.
    pub(super) shared: Arc<WordLists>,
}

impl Rule {
    /// What its file says. The files that come with the program are sound, as the tests see to.
    pub(super) fn body(&self) -> &Body {
        self.body.get_or_init(|| self.unread.map(Embedded::read).unwrap_or_default())
    }

    /// Its id: the stem of its file.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The same, to be kept.
    pub(crate) fn shared_id(&self) -> Arc<str> {
        Arc::clone(&self.id)
    }

    /// Its pack: the folder of its file.
    pub fn pack(&self) -> &str {
        &self.pack
    }

    /// Its file, for messages.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// One sentence: what it finds.
    pub fn summary(&self) -> &str {
        &self.body().summary
    }

    /// Markdown: what it matches, what it leaves out, known gaps.
    pub fn explain(&self) -> &str {
        &self.body().explain
    }

    /// What a conflict on it counts as.
    pub fn severity(&self) -> Severity {
        self.body().severity
    }

    /// Whether it runs unasked.
    pub fn default(&self) -> bool {
        self.head.default
    }

    /// The kind of event its claims hang on ("talks", "harm"); the pack's name unless the file says otherwise.
    pub fn event(&self) -> &str {
        &self.body().event
    }

    /// The kind of its values.
    pub fn kind(&self) -> ValueKind {
        self.head.kind
    }

    /// What its values are limited to.
    pub fn limits(&self) -> &Limits {
        &self.body().limits
    }

    /// Its patterns, in file order.
    pub fn patterns(&self) -> &[Pattern] {
        &self.body().patterns
    }

    /// The words that make a sentence worth trying for one of its patterns, derived from it.
    pub fn triggers(&self, pattern: usize) -> impl Iterator<Item = &str> {
        let asks = self.head.patterns.get(pattern).and_then(|head| head.asks.first());
        asks.into_iter().flat_map(|asked| asked.words.iter())
    }

    /// What stops them, in file order.
    pub fn unless(&self) -> &[Unless] {
        &self.body().unless
    }

    /// What it says of a field of the scope, if anything.
    pub fn scope(&self, field: ScopeField) -> Option<&ScopeRule> {
        self.body().scope.iter().find(|rule| rule.field == field)
    }

    /// The words that set a stage, in file order.
    pub fn stages(&self) -> &[Stage] {
        &self.body().stages
    }

    /// What the words around a match may say that its value is a part of, or whose it is; in the order of the file.
    pub fn subgroups(&self) -> &[Stage] {
        &self.body().subgroups
    }

    /// How its claims are set against each other.
    pub fn compare(&self) -> &Compare {
        &self.body().compare
    }

    /// The texts it must find.
    pub fn accept(&self) -> &[Accept] {
        &self.body().accept
    }

    /// The texts it must leave alone.
    pub fn reject(&self) -> &[Reject] {
        &self.body().reject
    }

    /// Takes its patterns out.
    pub(super) fn take_patterns(&mut self) -> Vec<(PatternHead, Pattern)> {
        self.body();
        let patterns = self.body.get_mut().map(|body| std::mem::take(&mut body.patterns)).unwrap_or_default();
        std::mem::take(&mut self.head.patterns).into_owned().into_iter().zip(patterns).collect()
    }

    /// Gives it these patterns.
    pub(super) fn set_patterns(&mut self, patterns: Vec<(PatternHead, Pattern)>) {
        let (heads, patterns): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        self.head.patterns = heads.into();
        if let Some(body) = self.body.get_mut() {
            body.patterns = patterns;
        }
    }
}
