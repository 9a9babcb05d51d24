//! The arguments of the `rules` commands, and the help that teaches them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

use crate::cli::args::{Output, Rulebook};

/// `rules`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Rules {
    /// List the rules that would run
    List(RulesList),
    /// Explain a rule: what it matches, what it leaves out
    Explain(RulesExplain),
    /// Check rule files and report every error at once
    Lint(RulesFolder),
    /// Run the texts that each rule must find, and those it must leave alone
    Test(RulesTest),
}

/// `rules list`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesList {
    #[command(flatten)]
    pub(in crate::cli) selection: Rulebook,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// `rules explain`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesExplain {
    /// The rule
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    #[command(flatten)]
    pub(in crate::cli) selection: Rulebook,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// `rules test`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesTest {
    /// A folder of rule files, PACK/ID.toml, whose texts are run; those of the built-in rules unless given
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) folder: Option<PathBuf>,
    /// Only this rule; may be repeated
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) rule: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// `rules lint`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesFolder {
    /// A folder of rule files, PACK/ID.toml; the built-in rules unless given
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) folder: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}
