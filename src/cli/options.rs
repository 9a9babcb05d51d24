//! Options that several commands share: what is read, which rules run, how figures are weighed, how a result looks.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum, ValueHint};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::article::Limits;
use crate::rule::Reconcile;
use crate::value::VaguePreset;

/// Where articles come from.
#[derive(Clone, Debug, Args)]
pub(super) struct Input {
    /// Files, folders, or - for standard input: saved web pages, text, Markdown, JSON lines
    #[arg(required = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(super) paths: Vec<PathBuf>,
    /// A CSV file with a column `file` and any of source, published, title, story, url, language
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Articles")]
    pub(super) manifest: Option<PathBuf>,
    /// The day of publication of articles that do not say theirs
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Articles")]
    pub(super) published: Option<Date>,
    /// Compare only inside one story: the article's own, else its sub-folder
    #[arg(long, help_heading = "Articles")]
    pub(super) by_story: bool,
    /// How vague words are read ("dozens"): the whole range, as ACLED or Airwars do, or not at all
    #[arg(long, value_enum, default_value_t = Vague::Wide, value_name = "PRESET", help_heading = "Articles")]
    pub(super) vague: Vague,
    /// Options from this file, rather than from the nearest crosscheck.toml above the first path
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Configuration")]
    pub(super) config: Option<PathBuf>,
    /// No options from a file
    #[arg(long, conflicts_with = "config", help_heading = "Configuration")]
    pub(super) no_config: bool,
    /// The most that is read of one file, in bytes or as 64K, 64M, 1G; larger files are skipped and named
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = size, help_heading = "Limits")]
    pub(super) max_size: u64,
    /// How deep the elements of a web page may nest
    #[arg(long, value_name = "N", default_value_t = 512, help_heading = "Limits")]
    pub(super) max_depth: usize,
    /// How many seconds one file may take: a web page to be parsed, an article to be read
    #[arg(long, value_name = "SECONDS", default_value_t = 20, help_heading = "Limits")]
    pub(super) max_time: u64,
    /// How many threads to use; all cores unless said
    #[arg(long, value_name = "N", help_heading = "Articles")]
    pub(super) threads: Option<usize>,
}

impl Input {
    /// How much is read of one file.
    pub(super) fn limits(&self) -> Limits {
        Limits { size: self.max_size, depth: self.max_depth, time: Duration::from_secs(self.max_time) }
    }
}

/// A number of bytes, with `K`, `M` or `G` for the powers of 1024.
fn size(written: &str) -> Result<u64, String> {
    let digits = written.trim_end_matches(|c: char| !c.is_ascii_digit());
    let scale = match written[digits.len()..].trim_end_matches(['b', 'B', 'i']) {
        "" => Some(0),
        "k" | "K" => Some(10),
        "m" | "M" => Some(20),
        "g" | "G" => Some(30),
        _ => None,
    };
    let bytes = digits.parse::<u64>().ok().zip(scale).and_then(|(count, scale)| count.checked_mul(1 << scale));
    bytes.ok_or_else(|| "write it as 1000000, 64K, 64M or 1G".to_owned())
}

/// How figures are set side by side.
#[derive(Debug, Args)]
pub(super) struct Weighing {
    /// The sources of a draft: the paths before are drafts, and only what touches one of them is reported
    #[arg(long, num_args = 1.., value_name = "PATH", value_hint = ValueHint::AnyPath, help_heading = "Comparison")]
    pub(super) against: Vec<PathBuf>,
    /// How several figures become one; what each rule says, unless given
    #[arg(long, value_enum, value_name = "POLICY", help_heading = "Comparison")]
    pub(super) reconcile: Option<Policy>,
    /// A TOML file of outlets: their grade, who is of one house with whom, and whose side they speak for
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Comparison")]
    pub(super) sources: Option<PathBuf>,
}

/// How several figures become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Policy {
    /// The range and who says what; no pick
    Report,
    /// The most recent independent figure, unless its source is doubtful or a party to the matter
    Latest,
    /// The lowest
    Lowest,
    /// The lowest and the highest, and as best the figure that most sources give
    BestLowHigh,
    /// The lowest and the highest
    MinMax,
    /// The figure of the source with the best grade (--sources)
    Authority,
}

impl From<Policy> for Reconcile {
    fn from(policy: Policy) -> Self {
        match policy {
            Policy::Report => Self::Report,
            Policy::Latest => Self::Latest,
            Policy::Lowest => Self::Lowest,
            Policy::BestLowHigh => Self::BestLowHigh,
            Policy::MinMax => Self::MinMax,
            Policy::Authority => Self::Authority,
        }
    }
}

/// Which rules run.
#[derive(Debug, Args)]
pub(super) struct Rulebook {
    /// A folder of rule files, PACK/ID.toml, besides the built-in ones
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = "Rules")]
    pub(super) rules: Option<PathBuf>,
    /// A pack instead of the default rules; may be repeated (`default` names those)
    #[arg(long, value_name = "PACK", help_heading = "Rules")]
    pub(super) pack: Vec<String>,
    /// A single rule instead of the default rules; may be repeated
    #[arg(long, value_name = "ID", help_heading = "Rules")]
    pub(super) rule: Vec<String>,
}

/// Where the one result of a command goes, and how it looks.
#[derive(Debug, Args)]
pub(super) struct Output {
    /// Write to a file instead of standard output
    #[arg(long = "output", short = 'o', value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub(super) file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) look: Look,
}

/// Where the forms of a result go, and how it looks.
#[derive(Debug, Args)]
pub(super) struct Outputs {
    /// Write a file besides, in the form that its ending tells, or FORM:FILE; may be repeated
    #[arg(long = "output", short = 'o', value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Output")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) look: Look,
}

/// How a result looks, and what is said beside it.
#[derive(Debug, Args)]
pub(super) struct Look {
    /// When to colour; auto obeys `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN", help_heading = "Output")]
    pub(super) color: Color,
    /// Columns; the terminal's, or 80, unless said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=1000), help_heading = "Output")]
    pub(super) width: Option<u16>,
    /// Say nothing on standard error but errors
    #[arg(long, short, help_heading = "Output")]
    pub(super) quiet: bool,
}

/// How vague words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Vague {
    /// All that the word may mean: "dozens" is 12 to 99
    Wide,
    /// The least number, as one figure: "dozens" is 12
    Acled,
    /// Low for low counts: "dozens" is 12 to 24
    Airwars,
    /// Vague words are no figures
    Strict,
}

impl From<Vague> for VaguePreset {
    fn from(vague: Vague) -> Self {
        match vague {
            Vague::Wide => Self::Wide,
            Vague::Acled => Self::Acled,
            Vague::Airwars => Self::Airwars,
            Vague::Strict => Self::Strict,
        }
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// From which verdict on the exit status is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FailOn {
    /// Conflicts
    Conflict,
    /// Conflicts, and figures that differ with an explanation
    Differ,
    /// Nothing
    Never,
}
