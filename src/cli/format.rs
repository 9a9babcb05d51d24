//! The forms that a result can be written in, and the endings of file names that tell them.

use clap::ValueEnum;
use schemars::JsonSchema;
use serde::Deserialize;

/// Forms of a command: a closed list, each with the endings of its files.
pub(super) trait Format: ValueEnum + Copy + 'static {
    /// The endings that tell this form, without the first dot; none where it must be named.
    fn endings(self) -> &'static [&'static str];

    /// Whether it is no text, and nothing for a terminal.
    fn is_binary(self) -> bool {
        false
    }

    /// The name on the command line.
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// Forms of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum CheckFormat {
    /// For the eye
    Table,
    /// One object, version 1 of the form
    Json,
    /// One record a line
    #[value(alias = "ndjson")]
    Jsonl,
    /// One row a claim
    Csv,
    /// For a note or a ticket
    #[value(alias = "md")]
    Markdown,
    /// A workbook: findings, claims, articles, what was not checked
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// For code hosts and editors: a result a finding, at its lines
    Sarif,
    /// For continuous integration: conflicts are failures
    Junit,
    /// Annotations in the log of a GitHub workflow
    Github,
    /// Drafts of schema.org `ClaimReview`, not rated
    ClaimReview,
    /// W3C Web Annotations on the words of each figure
    Annotations,
    /// One page for a browser
    #[cfg(feature = "report-html")]
    Html,
}

impl Format for CheckFormat {
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt"],
            Self::Json => &["json"],
            Self::Jsonl => &["jsonl", "ndjson"],
            Self::Csv => &["csv"],
            Self::Markdown => &["md", "markdown"],
            #[cfg(feature = "xlsx")]
            Self::Xlsx => &["xlsx"],
            Self::Sarif => &["sarif", "sarif.json"],
            Self::Junit => &["xml"],
            Self::Github => &[],
            Self::ClaimReview => &["claim-review.jsonld", "claim-review.json"],
            Self::Annotations => &["annotations.jsonld", "annotations.json"],
            #[cfg(feature = "report-html")]
            Self::Html => &["html", "htm"],
        }
    }

    #[cfg(feature = "xlsx")]
    fn is_binary(self) -> bool {
        self == Self::Xlsx
    }
}

/// Forms of `extract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ExtractFormat {
    /// For the eye
    Table,
    /// One record a line
    #[value(alias = "ndjson")]
    Jsonl,
    /// One row a claim
    Csv,
    /// A workbook: claims, articles, what was not checked
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format for ExtractFormat {
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt"],
            Self::Jsonl => &["jsonl", "ndjson"],
            Self::Csv => &["csv"],
            #[cfg(feature = "xlsx")]
            Self::Xlsx => &["xlsx"],
        }
    }

    #[cfg(feature = "xlsx")]
    fn is_binary(self) -> bool {
        self == Self::Xlsx
    }
}
