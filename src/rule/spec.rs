//! The spec: what serde reads of a rule file, section by section, with spans where errors must point. It is not what
//! runs: [`super::Rule`] is compiled from it. The docstrings of the keys are what editors show: the schema of rule files is made
//! from these types.

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::compiled::{Reconcile, ScopeKind, Severity};
use super::schema::{day, fields, needed, silenced};
use super::spanned::Spanned;
use super::terms::{Found, Polarity, ValueKind};
use crate::value::{Bound, Trend};

/// A text with its place in the file.
pub(crate) type Text = Spanned<String>;

/// A rule of crosscheck: one claim type.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields, title = "rule file")]
pub(super) struct RuleSpec {
    /// What the rule finds, in one sentence.
    #[schemars(required)]
    pub(super) summary: Option<Text>,
    /// Markdown: what it matches, what it leaves out, its known gaps.
    #[schemars(required)]
    pub(super) explain: Option<Text>,
    /// What a conflict counts as; `error` unless said.
    pub(super) severity: Option<SeveritySpec>,
    /// Whether the rule runs unasked; `false` unless said.
    pub(super) default: Option<bool>,
    /// The kind of event that its claims hang on (`talks`, `harm`, `aid`); the pack unless said. Claims of several rules with one kind
    /// share events.
    pub(super) event: Option<Text>,
    /// What the value is: one `[value.KIND]` with its limits.
    #[schemars(required)]
    pub(super) value: Option<Spanned<ValueSpec>>,
    /// Named lists of regular expressions, used as `{NAME}`.
    #[schemars(default, with = "BTreeMap<String, Vec<String>>")]
    pub(super) words: Vec<WordsSpec>,
    /// One way of telling the value; at least one. They are tried in file order.
    #[schemars(rename = "pattern", length(min = 1))]
    pub(super) patterns: Vec<Spanned<PatternSpec>>,
    /// What stops a pattern where their matches overlap.
    #[schemars(default)]
    pub(super) unless: Vec<Spanned<UnlessSpec>>,
    /// Where a field of the scope is looked for beyond the pattern's own groups.
    #[schemars(default, schema_with = "fields")]
    pub(super) scope: Vec<(Text, ScopeSpec)>,
    /// Words that set a stage, as `name = [expressions]`, in order.
    #[schemars(default, rename = "stage", with = "BTreeMap<String, Vec<String>>")]
    pub(super) stages: Vec<(Text, Vec<Text>)>,
    /// Words that say whose figure it is, or of what part, as `name = [expressions]`, in order.
    #[schemars(default, rename = "subgroup", with = "BTreeMap<String, Vec<String>>")]
    pub(super) subgroups: Vec<(Text, Vec<Text>)>,
    /// How claims are set against each other.
    pub(super) compare: Option<CompareSpec>,
    /// A text that the rule must find; at least eight.
    #[schemars(default)]
    pub(super) accept: Vec<Spanned<AcceptSpec>>,
    /// A text that the rule must leave alone; at least six.
    #[schemars(default)]
    pub(super) reject: Vec<Spanned<RejectSpec>>,
    /// A warning of `rules lint` that this file silences, with the reason.
    #[schemars(default)]
    pub(super) allow: Vec<Spanned<AllowSpec>>,
}

/// A named word list.
#[derive(Clone, Debug)]
pub(super) struct WordsSpec {
    pub(super) name: Text,
    pub(super) words: Vec<Text>,
}

/// `[value.KIND]`
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum ValueSpec {
    /// What is counted: people, tanks, strikes.
    Count(LimitsSpec),
    /// A sum of money.
    Money(LimitsSpec),
    /// A length of time.
    Duration(LimitsSpec),
    /// A percentage.
    Percent(LimitsSpec),
    /// A physical measure: a length, an area, a weight.
    Measure(LimitsSpec),
    /// A day, month or year.
    Date(NoLimits),
    /// A place.
    Place(NoLimits),
    /// The name of a person, as it is written.
    Person(NoLimits),
    /// An office with its holder.
    Role(NoLimits),
    /// A piece of somebody's words.
    Quote(QuoteSpec),
    /// The parts of a vote.
    Vote(LimitsSpec),
}

impl ValueSpec {
    pub(super) fn kind(&self) -> ValueKind {
        match self {
            Self::Count(_) => ValueKind::Count,
            Self::Money(_) => ValueKind::Money,
            Self::Duration(_) => ValueKind::Duration,
            Self::Percent(_) => ValueKind::Percent,
            Self::Measure(_) => ValueKind::Measure,
            Self::Date(_) => ValueKind::Date,
            Self::Place(_) => ValueKind::Place,
            Self::Person(_) => ValueKind::Person,
            Self::Role(_) => ValueKind::Role,
            Self::Quote(_) => ValueKind::Quote,
            Self::Vote(_) => ValueKind::Vote,
        }
    }
}

/// Limits of a figure.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitsSpec {
    /// The least value: `1000`, `"2.5 million"`, `"1 minute"`, `"1 %"`.
    pub(super) min: Option<Spanned<LimitSpec>>,
    /// The greatest value.
    pub(super) max: Option<Spanned<LimitSpec>>,
    /// The units allowed, by canonical or written name; `"/barrel"` allows every rate to a barrel.
    #[serde(default)]
    pub(super) unit: Vec<Text>,
    /// Nouns that are counted; expressions of the whole noun.
    #[serde(default)]
    pub(super) of: Vec<Text>,
    /// Nouns that are never counted.
    #[serde(default)]
    pub(super) except: Vec<Text>,
    /// Whether rates ("$30 a month") are taken too.
    #[serde(default)]
    pub(super) rate: bool,
    /// Whether lengths of time that tell when ("three years ago") are taken too, where the pattern is the bare `{value}`.
    #[serde(default)]
    pub(super) dated: bool,
}

/// Limits of a quotation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct QuoteSpec {
    /// The shortest quotation, in words.
    pub(super) min_words: Option<u32>,
}

/// A kind of value without limits.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NoLimits {}

/// A limit as a figure with its unit, or a bare number.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a figure such as \"1 minute\", or a whole number")]
pub(super) enum LimitSpec {
    Whole(i64),
    Text(String),
}

/// `[[pattern]]`
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PatternSpec {
    /// A regular expression over the shadow of one sentence, with slots: `{value}`, `{gap:3}`, `{person}`, `{NAME}` of a word list.
    #[serde(rename = "match")]
    pub(super) expression: Text,
    /// The stage of what it finds.
    pub(super) stage: Option<Text>,
    /// Whether it is asserted, denied or hypothetical.
    pub(super) polarity: Option<PolaritySpec>,
    /// How the words bound the value.
    pub(super) bound: Option<BoundSpec>,
    /// The direction of a change.
    pub(super) trend: Option<TrendSpec>,
    /// An older event, only recalled.
    #[serde(default)]
    pub(super) background: bool,
    /// A running total.
    #[serde(default)]
    pub(super) cumulative: bool,
    /// The part of the whole that is counted.
    pub(super) subgroup: Option<String>,
    /// The side whose people or things are counted.
    pub(super) party: Option<String>,
    /// The value itself, of a pattern without a figure: `value = 0` where "nobody was killed" matches `(?<value>nobody)`.
    pub(super) value: Option<i64>,
}

/// `[[unless]]`
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UnlessSpec {
    /// A regular expression over the shadow of one sentence.
    #[serde(rename = "match")]
    pub(super) expression: Text,
}

/// `[scope.FIELD]`
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ScopeSpec {
    /// What may stand there; a list for several.
    pub(super) kind: Option<OneOrMany<ScopeKindSpec>>,
    /// Where to look, nearest first.
    #[serde(default)]
    pub(super) from: Vec<FoundSpec>,
    /// How many are wanted before a wider place is searched (participants: 2 for a call between two).
    #[schemars(range(min = 1))]
    pub(super) min: Option<Spanned<i64>>,
    /// Refuse a match for which the field stays empty.
    #[serde(default)]
    pub(super) required: bool,
}

// Each is a key of its own in rule files; an enum of two would say less.
#[allow(clippy::struct_excessive_bools)]
/// `[compare]`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompareSpec {
    /// Fields that a claim must have: without a date it is unresolved, never a conflict; `place` keeps figures of different places apart.
    #[serde(default)]
    #[schemars(schema_with = "needed")]
    pub(super) needs: Vec<Text>,
    /// Whether a rounded figure is widened by its granularity.
    #[serde(default)]
    pub(super) rounding: bool,
    /// How far apart two figures may lie, as a share: `"1 %"`.
    pub(super) tolerance: Option<Text>,
    /// How far a bare bound reaches: 1.25 sets "more than an hour" beside 75 minutes.
    #[schemars(range(min = 1.0))]
    pub(super) stretch: Option<Spanned<f64>>,
    /// The figure grows while it is reported, as a death toll does.
    #[serde(default)]
    pub(super) evolves: bool,
    /// There can be only one, whatever the day of the articles.
    #[serde(default)]
    pub(super) unique: bool,
    /// Of what is unique: farther apart than this (`"2 years"`) two tellings are of two events.
    pub(super) within: Option<Text>,
    /// The figure is the time since the event began.
    #[serde(default)]
    pub(super) elapsed: bool,
    /// How a range becomes one figure; only `report` is applied yet.
    pub(super) reconcile: Option<ReconcileSpec>,
    /// Similarity from which two events are one; checked, not yet applied.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub(super) threshold: Option<Spanned<f64>>,
    /// Weights of named comparisons; checked, not yet applied.
    #[serde(default)]
    pub(super) weights: BTreeMap<String, f64>,
}

/// `[[accept]]`
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AcceptSpec {
    /// The text, written by yourself.
    pub(super) text: Text,
    /// A headline before it.
    pub(super) title: Option<String>,
    /// The day of publication: `2020-05-01`.
    #[schemars(default, schema_with = "day")]
    pub(super) published: Option<Spanned<Datetime>>,
    /// The figure that the rule must find, as an article would write it; a list where it must find several, in order.
    pub(super) value: OneOrMany<Figure>,
    /// Who takes part; several are all that do. As every text here, it may be empty: then the claim must have none.
    pub(super) participants: Option<OneOrMany<String>>,
    /// The side whose people or things are counted.
    pub(super) party: Option<String>,
    /// The part of the whole that is counted.
    pub(super) subgroup: Option<String>,
    /// Where.
    pub(super) place: Option<String>,
    /// When it happened.
    pub(super) date: Option<String>,
    /// The day counting began.
    pub(super) since: Option<String>,
    /// The day the figure was good for.
    pub(super) as_of: Option<String>,
    /// How far it has come.
    pub(super) stage: Option<String>,
    /// Whether it is asserted, denied or hypothetical.
    pub(super) polarity: Option<PolaritySpec>,
    /// How the words bound the value.
    pub(super) bound: Option<BoundSpec>,
    /// Whether it is a running total.
    pub(super) cumulative: Option<bool>,
    /// Whether it is an older event, only recalled.
    pub(super) background: Option<bool>,
}

/// `[[reject]]`
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RejectSpec {
    /// The text, written by yourself.
    pub(super) text: Text,
    /// A headline before it.
    pub(super) title: Option<String>,
    /// The day of publication: `2020-05-01`.
    #[schemars(default, schema_with = "day")]
    pub(super) published: Option<Spanned<Datetime>>,
    /// Why it is to be left alone.
    pub(super) why: Text,
}

/// `[[allow]]`: a warning of `rules lint` that this file silences.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AllowSpec {
    /// The id of the warning: `crosscheck rules lint --list` names them.
    #[schemars(schema_with = "silenced")]
    pub(super) lint: Text,
    /// Why it is right here.
    pub(super) why: Text,
    /// Words of the line that is meant; the whole file without them.
    pub(super) at: Option<Text>,
}

/// One or a list of them.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "one of them, or a list")]
pub(super) enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    pub(super) fn into_vec(self) -> Vec<T> {
        match self {
            Self::One(one) => vec![one],
            Self::Many(many) => many,
        }
    }
}

/// A figure as a test text states it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a figure such as \"70 min\"")]
pub(super) enum Figure {
    Whole(i64),
    Text(String),
}

/// Mirrors an enum of another room under the names that rule files use.
macro_rules! mirror {
    ($(#[$doc:meta])* $spec:ident => $target:ident { $($variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub(super) enum $spec { $($variant),+ }

        impl From<$spec> for $target {
            fn from(spec: $spec) -> Self {
                match spec { $($spec::$variant => Self::$variant),+ }
            }
        }
    };
}

mirror! { /** `severity` */ SeveritySpec => Severity { Error, Warning, Info } }
mirror! { /** `polarity` */ PolaritySpec => Polarity { Asserted, Denied, Hypothetical } }
mirror! { /** `bound` */ BoundSpec => Bound { Exact, About, MoreThan, AtLeast, LessThan, AtMost, Between, Vague } }
mirror! { /** `trend` */ TrendSpec => Trend { Up, Down } }
mirror! { /** `reconcile` */ ReconcileSpec => Reconcile { Report, Latest, Lowest, BestLowHigh, MinMax, Authority } }
mirror! { /** `from` */ FoundSpec => Found { Rule, Sentence, Paragraph, Title, Lead, Article } }
mirror! { /** `kind` of a scope field */ ScopeKindSpec => ScopeKind { Person, Country, Organisation, Name, Place, Date, Words } }

/// The name that a rule file uses for a polarity.
pub(crate) const fn polarity_name(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Asserted => "asserted",
        Polarity::Denied => "denied",
        Polarity::Hypothetical => "hypothetical",
    }
}

/// The place in the file of a text.
pub(super) fn span_of<T>(spanned: &Spanned<T>) -> Range<usize> {
    spanned.span()
}
