//! The spec: what serde reads of a rule file, section by section, with spans where errors must point. It is not what
//! runs: [`super::Rule`] is compiled from it.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::compiled::{Reconcile, ScopeKind, Severity};
use super::terms::{Found, Polarity, ValueKind};
use crate::value::{Bound, Trend};

/// A text with its place in the file.
pub(super) type Text = Spanned<String>;

/// A whole rule file.
#[derive(Debug, Default)]
pub(super) struct RuleSpec {
    pub(super) summary: Option<Text>,
    pub(super) explain: Option<Text>,
    pub(super) severity: Option<SeveritySpec>,
    pub(super) default: Option<bool>,
    pub(super) event: Option<Text>,
    pub(super) value: Option<Spanned<ValueSpec>>,
    pub(super) words: Vec<WordsSpec>,
    pub(super) patterns: Vec<Spanned<PatternSpec>>,
    pub(super) unless: Vec<Spanned<UnlessSpec>>,
    pub(super) scope: Vec<(Text, ScopeSpec)>,
    pub(super) stages: Vec<(Text, Vec<Text>)>,
    pub(super) compare: Option<CompareSpec>,
    pub(super) accept: Vec<Spanned<AcceptSpec>>,
    pub(super) reject: Vec<Spanned<RejectSpec>>,
    pub(super) allow: Vec<Spanned<AllowSpec>>,
}

/// A named word list.
#[derive(Clone, Debug)]
pub(super) struct WordsSpec {
    pub(super) name: Text,
    pub(super) words: Vec<Text>,
}

/// `[value.KIND]`
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ValueSpec {
    Count(LimitsSpec),
    Money(LimitsSpec),
    Duration(LimitsSpec),
    Percent(LimitsSpec),
    Measure(LimitsSpec),
    Date(NoLimits),
    Place(NoLimits),
    Person(NoLimits),
    Role(NoLimits),
    Quote(QuoteSpec),
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
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitsSpec {
    pub(super) min: Option<Spanned<LimitSpec>>,
    pub(super) max: Option<Spanned<LimitSpec>>,
    #[serde(default)]
    pub(super) unit: Vec<Text>,
    #[serde(default)]
    pub(super) of: Vec<Text>,
    #[serde(default)]
    pub(super) except: Vec<Text>,
    #[serde(default)]
    pub(super) rate: bool,
}

/// Limits of a quotation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuoteSpec {
    pub(super) min_words: Option<u32>,
}

/// A kind of value without limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoLimits {}

/// A limit as a figure with its unit, or a bare number.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a figure such as \"1 minute\", or a whole number")]
pub(super) enum LimitSpec {
    Whole(i64),
    Text(String),
}

/// `[[pattern]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PatternSpec {
    #[serde(rename = "match")]
    pub(super) expression: Text,
    pub(super) stage: Option<Text>,
    pub(super) polarity: Option<PolaritySpec>,
    pub(super) bound: Option<BoundSpec>,
    pub(super) trend: Option<TrendSpec>,
    #[serde(default)]
    pub(super) background: bool,
    #[serde(default)]
    pub(super) cumulative: bool,
    pub(super) subgroup: Option<String>,
    pub(super) party: Option<String>,
    pub(super) value: Option<i64>,
}

/// `[[unless]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnlessSpec {
    #[serde(rename = "match")]
    pub(super) expression: Text,
}

/// `[scope.FIELD]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScopeSpec {
    pub(super) kind: Option<OneOrMany<ScopeKindSpec>>,
    #[serde(default)]
    pub(super) from: Vec<FoundSpec>,
    pub(super) min: Option<Spanned<i64>>,
    #[serde(default)]
    pub(super) required: bool,
}

// Each is a key of its own in rule files; an enum of two would say less.
#[allow(clippy::struct_excessive_bools)]
/// `[compare]`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompareSpec {
    #[serde(default)]
    pub(super) needs: Vec<Text>,
    #[serde(default)]
    pub(super) rounding: bool,
    pub(super) tolerance: Option<Text>,
    pub(super) stretch: Option<Spanned<f64>>,
    #[serde(default)]
    pub(super) evolves: bool,
    #[serde(default)]
    pub(super) unique: bool,
    pub(super) within: Option<Text>,
    #[serde(default)]
    pub(super) elapsed: bool,
    pub(super) reconcile: Option<ReconcileSpec>,
    pub(super) threshold: Option<Spanned<f64>>,
    #[serde(default)]
    pub(super) weights: std::collections::BTreeMap<String, f64>,
}

/// `[[accept]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AcceptSpec {
    pub(super) text: Text,
    pub(super) title: Option<String>,
    pub(super) published: Option<Spanned<Datetime>>,
    pub(super) value: OneOrMany<Figure>,
    pub(super) participants: Option<OneOrMany<String>>,
    pub(super) party: Option<String>,
    pub(super) subgroup: Option<String>,
    pub(super) place: Option<String>,
    pub(super) date: Option<String>,
    pub(super) since: Option<String>,
    pub(super) as_of: Option<String>,
    pub(super) stage: Option<String>,
    pub(super) polarity: Option<PolaritySpec>,
    pub(super) bound: Option<BoundSpec>,
    pub(super) cumulative: Option<bool>,
    pub(super) background: Option<bool>,
}

/// `[[reject]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RejectSpec {
    pub(super) text: Text,
    pub(super) title: Option<String>,
    pub(super) published: Option<Spanned<Datetime>>,
    pub(super) why: Text,
}

/// `[[allow]]`: a warning of `rules lint` that this file silences.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AllowSpec {
    pub(super) lint: Text,
    pub(super) why: Text,
    pub(super) at: Option<Text>,
}

/// One or a list of them.
#[derive(Debug, Deserialize)]
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
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a figure such as \"70 min\"")]
pub(super) enum Figure {
    Whole(i64),
    Text(String),
}

/// Mirrors an enum of another room under the names that rule files use.
macro_rules! mirror {
    ($(#[$doc:meta])* $spec:ident => $target:ident { $($variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize)]
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
mirror! { /** `kind` of a scope field */ ScopeKindSpec => ScopeKind { Person, Country, Organisation, Place, Date, Words } }

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
