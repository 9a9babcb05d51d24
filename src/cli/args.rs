//! The arguments: what may be said on the command line, and the help that teaches it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use jiff::civil::Date;

use super::format::{CheckFormat, ExtractFormat};
use super::options::{FailOn, Input, Output, Outputs, Rulebook, Weighing};
use super::rules::args::Rules;
use crate::decision::Word;

/// Sets the figures of many articles side by side: where they agree, where they conflict, and why.
#[derive(Debug, Parser)]
#[command(version, about, long_about = ABOUT, after_long_help = EXAMPLES, arg_required_else_help = true, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

const ABOUT: &str = "\
crosscheck reads a pile of articles, finds the figures in them that a rule knows (how long a call lasted, how many were \
killed, how large a package is), works out which of them speak of the same fact, and says where the articles agree, where \
they conflict, and why.

It runs on rules that can be read and changed, without a network and without a language model: the same articles give the \
same report.";

const EXAMPLES: &str = "\
Examples:
  crosscheck check stories/                        conflicts first, a block for each
  crosscheck check stories/ --all                  with what one source alone says
  crosscheck check stories/ --show-unchecked       with the figures that no rule knows
  crosscheck check stories/ --format json          the same for a program (docs/json.md)
  crosscheck extract story.md                      what was understood of one article
  crosscheck explain stories/ --finding 3f9a       why it is a conflict
  crosscheck explain stories/ --at story.md:12     what became of the figures on a line, and why
  crosscheck rules list                            the claim types it knows

Exit status: 0 no conflict, 1 conflicts (see --fail-on), 2 could not run, 130 ended by Ctrl-C.";

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Set the figures of articles side by side and report agreements and conflicts
    #[command(after_long_help = CHECK_EXAMPLES)]
    Check(Check),
    /// Print what was understood of each article: its record and its claims
    Extract(Extract),
    /// Explain a claim, a finding, a pair of claims or a line: why, and why not
    #[command(after_long_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// Write what you decided of a finding into a file of decisions
    #[command(after_long_help = DECIDE_EXAMPLES)]
    Decide(Decide),
    /// What has changed between two runs: findings new and gone, verdicts and figures that are others
    #[command(after_long_help = DIFF_EXAMPLES)]
    Diff(Diff),
    /// List, explain and check the rules themselves
    #[command(subcommand)]
    Rules(Rules),
    /// Show the options that `check` would run with, and where each is from: the command line, crosscheck.toml, the default
    #[command(after_long_help = CONFIG_EXAMPLES)]
    Config(Box<Config>),
    /// Print what a shell needs to complete commands and options
    #[command(after_long_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Print the manual page, or write those of all commands into a folder
    Man(Man),
}

impl Command {
    /// The articles that it reads, if any.
    pub(super) fn input(&self) -> Option<&Input> {
        match self {
            Self::Check(check) => Some(&check.input),
            Self::Extract(extract) => Some(&extract.input),
            Self::Explain(explain) => Some(&explain.input),
            Self::Decide(decide) => Some(&decide.input),
            Self::Rules(rules) => rules.input(),
            Self::Diff(_) | Self::Config(_) | Self::Completions(_) | Self::Man(_) => None,
        }
    }
}

const CHECK_EXAMPLES: &str = "\
Examples:
  crosscheck check stories/                              a table on a terminal
  crosscheck check a.md b.md --all                       with single sources and what was not compared
  crosscheck check archive.jsonl --by-story --format csv one row a claim, for a spreadsheet
  cat feed.jsonl | crosscheck check - --format jsonl     from standard input
  crosscheck check draft.md --against sources/           a draft against its sources: only what touches it
  crosscheck check stories/ --reconcile latest           the figure that the most recent source gives
  crosscheck check stories/ --fail-on never              exit status 0 whatever is found
  crosscheck check stories/ -o run.xlsx -o ticket.md     files besides the table, each in its form
  crosscheck check stories/ --format sarif > run.sarif   for a code host (docs/formats.md tells of every form)
  crosscheck check stories/ -o report.html               a page for a browser, in one file

A finding is one fact and what the articles say of it:
  conflict    the figures cannot all be true
  differ      they differ, and the difference is explained (a later figure, a vague word, the rule's tolerance)
  unresolved  something that the comparison needs is missing, mostly a date
  agree       they agree, perhaps after rounding or conversion
  single      one source only; counted, and shown with --all

Exit status: 1 where a finding is as serious as --fail-on says, unless a decision on it is in
force (--decisions) or an earlier run told the same (--baseline); 2 where the program could not
run; 130 where Ctrl-C ended it.";

const DECIDE_EXAMPLES: &str = "\
Examples:
  crosscheck decide 3f9a stories/ --as dismissed --by \"Jo Field\" --why \"the Kremlin counts the break\"
  crosscheck decide 3f9a stories/ --as accepted --by Jo --why \"asked the ministry\" --until 2027-01-31
  crosscheck check stories/ --decisions decisions.toml

A decision is kept with what the finding is about and the figures it was taken on. It holds however
lines move or other paragraphs change, and when another outlet repeats one of the figures; it is
stale when a figure changes, another figure comes in or the verdict becomes more serious. A finding
decided again is written in place of what was decided before.";

const CONFIG_EXAMPLES: &str = "\
Examples:
  crosscheck config stories/                       what is in force for this folder
  crosscheck config --schema config                the JSON Schema of crosscheck.toml, for editors

crosscheck.toml is looked for in the folder of the first path and upward from there. Its keys are
the long options; what only one command has stands in a table of its name. Paths in it are relative
to it, and the command line wins:

  rules     = \"rules\"
  decisions = \"decisions.toml\"
  by-story  = true

  [check]
  fail-on = \"differ\"";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  crosscheck completions bash > ~/.local/share/bash-completion/completions/crosscheck
  crosscheck completions zsh > \"${fpath[1]}/_crosscheck\"
  crosscheck completions fish > ~/.config/fish/completions/crosscheck.fish";

const DIFF_EXAMPLES: &str = "\
Examples:
  crosscheck check stories/ --format json -o monday.json
  crosscheck check stories/ --format json -o tuesday.json
  crosscheck diff monday.json tuesday.json

Exit status: 0 nothing has changed, 1 something has, 2 could not run.";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  crosscheck explain stories/ --claim 9c1f           ids may be cut to what tells them apart
  crosscheck explain stories/ --finding 3f9a
  crosscheck explain stories/ --pair 9c1f 07de       each step of the comparison
  crosscheck explain stories/ --at stories/a.md:12   every figure on that line";

/// `check`. Each switch is an option of its own.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    pub(super) weighing: Weighing,
    #[command(flatten)]
    pub(super) selection: Rulebook,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = CheckFormat::Table, help_heading = "Report")]
    pub(super) format: CheckFormat,
    /// Show everything: single sources, agreements in full, pairs that were not compared
    #[arg(long, help_heading = "Report")]
    pub(super) all: bool,
    /// List figures that no rule claimed, figures outside a rule's limits, pairs nearly compared
    #[arg(long, help_heading = "Report")]
    pub(super) show_unchecked: bool,
    /// List under each finding the pairs that were not compared, and why
    #[arg(long, help_heading = "Report")]
    pub(super) show_not_compared: bool,
    /// The least serious verdict that makes the exit status 1
    #[arg(long, value_enum, default_value_t = FailOn::Conflict, value_name = "VERDICT", help_heading = "Report")]
    pub(super) fail_on: FailOn,
    /// A TOML file of what editors decided of findings: what is decided is marked, and fails no run
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, help_heading = "Earlier work")]
    pub(super) decisions: Option<PathBuf>,
    /// Let findings make the exit status 1 although a decision on them is in force
    #[arg(long, help_heading = "Earlier work")]
    pub(super) fail_on_decided: bool,
    /// What an earlier `check --format json` wrote: what was there is marked, and only what is new fails the run
    #[arg(long, value_name = "RUN.json", value_hint = ValueHint::FilePath, help_heading = "Earlier work")]
    pub(super) baseline: Option<PathBuf>,
    /// Check again whenever a file changes, and show what is new, until Ctrl-C
    #[arg(long, help_heading = "Report")]
    pub(super) watch: bool,
    #[command(flatten)]
    pub(super) output: Outputs,
}

/// `extract`.
#[derive(Debug, Args)]
pub(super) struct Extract {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    pub(super) selection: Rulebook,
    /// The form of the records
    #[arg(long, value_enum, default_value_t = ExtractFormat::Table, help_heading = "Report")]
    pub(super) format: ExtractFormat,
    #[command(flatten)]
    pub(super) output: Outputs,
}

/// `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    pub(super) subject: Subject,
    /// With --at: every rule that takes a figure of the kind, however far its patterns are
    #[arg(long, requires = "at", help_heading = "What to explain")]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) weighing: Weighing,
    #[command(flatten)]
    pub(super) selection: Rulebook,
    #[command(flatten)]
    pub(super) output: Output,
}

/// `decide`.
#[derive(Debug, Args)]
pub(super) struct Decide {
    /// The finding, by the start of its id or of its fingerprint
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[command(flatten)]
    pub(super) input: Input,
    /// What is decided
    #[arg(long = "as", value_enum, value_name = "WORD", help_heading = "Decision")]
    pub(super) word: DecisionWord,
    /// Who decides
    #[arg(long, value_name = "NAME", help_heading = "Decision")]
    pub(super) by: String,
    /// Why
    #[arg(long, value_name = "TEXT", help_heading = "Decision")]
    pub(super) why: String,
    /// The last day on which it holds; for good unless said
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Decision")]
    pub(super) until: Option<Date>,
    /// The file it is written into; it is made where there is none
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, default_value = "decisions.toml", help_heading = "Decision")]
    pub(super) decisions: PathBuf,
    #[command(flatten)]
    pub(super) weighing: Weighing,
    #[command(flatten)]
    pub(super) selection: Rulebook,
    /// Say nothing on standard error but errors
    #[arg(long, short, help_heading = "Output")]
    pub(super) quiet: bool,
}

/// What an editor says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DecisionWord {
    /// It is right, and is known: somebody sees to it
    Accepted,
    /// It is none: the figures do not speak of one fact, or do not exclude each other
    Dismissed,
    /// It is right, and why the figures differ is known
    Explained,
}

impl From<DecisionWord> for Word {
    fn from(word: DecisionWord) -> Self {
        match word {
            DecisionWord::Accepted => Self::Accepted,
            DecisionWord::Dismissed => Self::Dismissed,
            DecisionWord::Explained => Self::Explained,
        }
    }
}

/// `config`.
#[derive(Debug, Args)]
pub(super) struct Config {
    #[command(flatten)]
    pub(super) check: Check,
    /// Print a JSON Schema instead: of crosscheck.toml, or of a file of decisions
    #[arg(long, value_enum, exclusive = true, value_name = "OF")]
    pub(super) schema: Option<SchemaOf>,
}

/// Of what a schema is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// crosscheck.toml
    Config,
    /// A file of decisions
    Decisions,
}

/// `completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

/// `man`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// A folder for the pages of all commands; it is made where there is none
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) out: Option<PathBuf>,
}

/// `diff`.
#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The earlier run, as `check --format json` wrote it
    #[arg(value_name = "A.json", value_hint = ValueHint::FilePath)]
    pub(super) before: PathBuf,
    /// The later run
    #[arg(value_name = "B.json", value_hint = ValueHint::FilePath)]
    pub(super) after: PathBuf,
    /// With what one source alone says
    #[arg(long, help_heading = "Report")]
    pub(super) all: bool,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = DiffFormat::Table, help_heading = "Report")]
    pub(super) format: DiffFormat,
    #[command(flatten)]
    pub(super) output: Output,
}

/// Forms of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For the eye
    Table,
    /// One object
    Json,
}

/// What is to be explained.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct Subject {
    /// A claim, by the start of its id
    #[arg(long, value_name = "ID", help_heading = "What to explain")]
    pub(super) claim: Option<String>,
    /// A finding, by the start of its id
    #[arg(long, value_name = "ID", help_heading = "What to explain")]
    pub(super) finding: Option<String>,
    /// Two claims: each step of their comparison
    #[arg(long, num_args = 2, value_names = ["A", "B"], help_heading = "What to explain")]
    pub(super) pair: Option<Vec<String>>,
    /// Every figure on a line: what claimed it, or why nothing did
    #[arg(long, value_name = "FILE:LINE", help_heading = "What to explain")]
    pub(super) at: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        super::Cli::command().debug_assert();
    }
}
