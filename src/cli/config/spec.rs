//! The keys of a configuration: the names of options, with the values that these take. The schema is made from these types.

use clap::{Arg, ValueHint};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use crate::cli::format::{CheckFormat, ExtractFormat};
use crate::cli::options::{Color, FailOn, Policy, Vague};
use crate::rule::schema_of;

/// Options for every run below the folder of this file. The command line wins. Paths are relative to this file.
// The fields are read as arguments; these types only say what may stand there.
#[allow(dead_code)]
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "crosscheck.toml")]
pub(super) struct ConfigSpec {
    /// A CSV file with a column `file` and any of source, published, title, story, url, language.
    manifest: Option<String>,
    /// The day of publication of articles that do not say theirs.
    #[serde(default)]
    #[schemars(schema_with = "crate::rule::day_schema")]
    published: Option<Datetime>,
    /// Compare only inside one story: the article's own, else its sub-folder.
    by_story: Option<bool>,
    /// How vague words are read.
    vague: Option<Vague>,
    /// The most that is read of one file, in bytes or as 64K, 64M, 1G.
    max_size: Option<String>,
    /// How deep the elements of a web page may nest.
    max_depth: Option<usize>,
    /// How many seconds one file may take: a web page to be parsed, an article to be read.
    max_time: Option<u64>,
    /// How many threads to use; all cores unless said.
    threads: Option<usize>,
    /// A folder of rule files, PACK/ID.toml, besides the built-in ones.
    rules: Option<String>,
    /// Packs instead of the default rules (`default` names those).
    pack: Option<Vec<String>>,
    /// Single rules instead of the default rules.
    rule: Option<Vec<String>>,
    /// The sources of drafts.
    against: Option<Vec<String>>,
    /// How several figures become one; what each rule says, unless given.
    reconcile: Option<Policy>,
    /// A TOML file of outlets: their grade, who is of one house with whom, and whose side they speak for.
    sources: Option<String>,
    /// A TOML file of what editors decided of findings.
    decisions: Option<String>,
    /// When to colour.
    color: Option<Color>,
    /// Say nothing on standard error but errors.
    quiet: Option<bool>,
    /// Options of `check` alone.
    check: Option<CheckSpec>,
    /// Options of `extract` alone.
    extract: Option<ExtractSpec>,
}

/// Options of `check` alone.
#[allow(dead_code)]
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(inline)]
struct CheckSpec {
    /// The form of the report.
    format: Option<CheckFormat>,
    /// Show everything: single sources, agreements in full, pairs that were not compared.
    all: Option<bool>,
    /// List figures that no rule claimed, figures outside a rule's limits, pairs nearly compared.
    show_unchecked: Option<bool>,
    /// List under each finding the pairs that were not compared, and why.
    show_not_compared: Option<bool>,
    /// The least serious verdict that makes the exit status 1.
    fail_on: Option<FailOn>,
    /// Let findings make the exit status 1 although a decision on them is in force.
    fail_on_decided: Option<bool>,
    /// What an earlier `check --format json` wrote.
    baseline: Option<String>,
}

/// Options of `extract` alone.
#[allow(dead_code)]
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(inline)]
struct ExtractSpec {
    /// The form of the records.
    format: Option<ExtractFormat>,
}

/// The schema of a configuration, as JSON.
pub(super) fn config_schema() -> String {
    schema_of::<ConfigSpec>()
}

/// Whether an option names a file or folder.
pub(super) fn is_path(arg: &Arg) -> bool {
    matches!(arg.get_value_hint(), ValueHint::FilePath | ValueHint::DirPath | ValueHint::AnyPath)
}
