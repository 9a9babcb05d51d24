//! The arguments of the `rules` commands, and the help that teaches them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};
use jiff::civil::Date;

use crate::cli::options::{Input, Output, Rulebook, Vague};

const NEW_EXAMPLES: &str = "\
Examples:
  crosscheck rules new ships-delayed --from \"Strong winds came, and 14 ships were held up.\"
  crosscheck rules new strike-length --from \"The strike lasted three weeks.\" --pack labour
  crosscheck rules new poisoned --like killed --from \"At least 12 people were poisoned.\"
  crosscheck rules new flights --from \"Fog closed 2 runways, and 200 flights were cancelled.\" --value 200

It writes RULES/PACK/ID.toml with notes on every part: the kind of the figure, a pattern of the words around it, and the
sentence as the first text that the rule must find. The pattern is a beginning: it knows the words of one sentence.";

const TEST_EXAMPLES: &str = "\
Examples:
  crosscheck rules test rules                          every rule of the folder
  crosscheck rules test rules/mine/ships-delayed.toml  one rule, every text with its outcome
  crosscheck rules test rules --watch                  again whenever a file is saved
  crosscheck rules test rules --review                 say of each new finding whether it is right
  crosscheck rules test rules --format junit -o out.xml

What comes of a text:
  reported     an accept text: the rule found what the text states
  validated    a reject text: the rule left it alone
  wrong value  it found another value
  missing      it found nothing, or less than is stated
  noisy        it found more than is stated, or something in a reject text
  wrong scope  the value is right, what it is about is not

A snapshot is what a rule finds in the articles beside the rules: rules/articles/, kept in rules/snapshots/ID.snap. What is
new or has changed fails, and waits in ID.snap.new until --accept or --review (or `cargo insta review`) takes it.

Exit status: 0 all as stated, 1 a text or a snapshot fails, 2 could not run.";

const LINT_EXAMPLES: &str = "\
Examples:
  crosscheck rules lint mine                       every error and warning of the folder, each with its place
  crosscheck rules lint mine --fix                 put right what is mechanical, and say what was changed
  crosscheck rules lint --list                     the checks, with their ids
  crosscheck rules lint --explain unused-words     what a check says, and what to do
  crosscheck rules lint mine --format github       annotations for a workflow

A file silences a warning, with a reason:
  [[allow]]
  lint = \"unused-words\"
  why  = \"the list is kept for the rules of next year\"

Exit status: 0 nothing as serious as --fail-on, 1 something is, 2 could not run.";

/// `rules`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Rules {
    /// List the rules that would run
    List(RulesList),
    /// Explain a rule: what it matches, what it leaves out
    Explain(RulesExplain),
    /// Begin a rule from one sentence of a newspaper
    #[command(after_long_help = NEW_EXAMPLES)]
    New(RulesNew),
    /// Check rule files and report every error and warning at once
    #[command(after_long_help = LINT_EXAMPLES)]
    Lint(RulesLint),
    /// Print the JSON Schema of rule files, with which editors complete and check them
    Schema(RulesSchema),
    /// Run each rule's own texts, and compare what it finds in articles with its snapshot
    #[command(after_long_help = TEST_EXAMPLES)]
    Test(RulesTest),
    /// Try the rules on a text: what each made of it, how near the others came, and what stopped them
    #[command(after_long_help = TRY_EXAMPLES)]
    Try(RulesTry),
    /// List the figures of articles that no rule claims, by what they count
    #[command(after_long_help = COVERAGE_EXAMPLES)]
    Coverage(RulesCoverage),
    /// Compare what the rules of a folder or a git revision find with what the present ones find
    #[command(after_long_help = DIFF_EXAMPLES)]
    Diff(RulesDiff),
    /// Measure precision and recall of rules against texts that a person has read
    #[command(after_long_help = EVAL_EXAMPLES)]
    Eval(RulesEval),
    /// Measure what each rule and pattern costs, and how much it finds
    #[command(after_long_help = PROFILE_EXAMPLES)]
    Profile(RulesProfile),
}

const DIFF_EXAMPLES: &str = "\
Examples:
  crosscheck rules diff --base main stories/                 since the branch main, in the folder `rules`
  crosscheck rules diff --base HEAD~3 stories/ --rules mine
  crosscheck rules diff --base old-rules stories/ --format json

Claims are the same where rule, article and place are. What only the present rules find is gained (+), what only the others
found is lost (-), and what both find with another value or scope is changed (- and +). Names are read as they are known now
on both sides; word lists are each side's own.";

/// `rules diff`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesDiff {
    #[command(flatten)]
    pub(in crate::cli) input: Input,
    /// The rules to compare with: a folder, or a revision of git
    #[arg(long, value_name = "REV|DIR", help_heading = "Rules")]
    pub(in crate::cli) base: String,
    /// The folder of the present rules; `rules` unless given
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = "Rules")]
    pub(in crate::cli) rules: Option<PathBuf>,
    /// A pack instead of the default rules; may be repeated
    #[arg(long, value_name = "PACK", help_heading = "Rules")]
    pub(in crate::cli) pack: Vec<String>,
    /// A single rule instead of the default rules; may be repeated
    #[arg(long, value_name = "ID", help_heading = "Rules")]
    pub(in crate::cli) rule: Vec<String>,
    /// The form of the list
    #[arg(long, value_enum, default_value_t = TryFormat::Table, help_heading = "Report")]
    pub(in crate::cli) format: TryFormat,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

const EVAL_EXAMPLES: &str = "\
Examples:
  crosscheck rules eval gold.jsonl                  a row for each rule
  crosscheck rules eval gold.jsonl --show           with what was missed and what is wrong
  crosscheck rules eval gold.jsonl --rules mine --format json

A gold file has a record a line (docs/gold.md):
  {\"text\": \"The call lasted an hour.\", \"rule\": \"meeting-duration\", \"value\": \"60 minutes\"}
  {\"text\": \"The film lasted an hour.\", \"rule\": \"meeting-duration\", \"value\": []}
  {\"file\": \"stories/a.md\", \"rule\": \"killed\", \"value\": [12, 30], \"scope\": {\"place\": \"city:kyiv\"}}";

/// `rules eval`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesEval {
    /// The gold file: JSON lines
    #[arg(value_name = "GOLD", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) gold: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) selection: Rulebook,
    /// List what was missed, what is wrong, and where the scope differs
    #[arg(long, help_heading = "Report")]
    pub(in crate::cli) show: bool,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = TryFormat::Table, help_heading = "Report")]
    pub(in crate::cli) format: TryFormat,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

const PROFILE_EXAMPLES: &str = "\
Examples:
  crosscheck rules profile stories/
  crosscheck rules profile stories/ --rule killed --format json

Each rule runs alone, then each of its patterns alone; the slowest come first. `let through` is the share of sentences that
hold a figure of the kind and a word that the pattern asks for: where it is high and `matches` is low, a more telling word
makes the pattern cheaper. All columns but the time are the same in every run.";

/// `rules profile`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesProfile {
    #[command(flatten)]
    pub(in crate::cli) input: Input,
    #[command(flatten)]
    pub(in crate::cli) selection: Rulebook,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = TryFormat::Table, help_heading = "Report")]
    pub(in crate::cli) format: TryFormat,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

const COVERAGE_EXAMPLES: &str = "\
Examples:
  crosscheck rules coverage stories/              what rules are still wanted for, the most frequent first
  crosscheck rules coverage stories/ --top 5 --all
  crosscheck rules coverage stories/ --rules mine --format json

Figures are gathered by what they count (`soldier`), and money, percentages, lengths of time and measures by the telling word
beside them. Rules that list every figure of a kind (the pack `quantities`) claim nothing here. Under a figure stands what a
rule made of it that did not claim it. `rules try` says of one sentence how near the rules came.";

/// `rules coverage`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesCoverage {
    #[command(flatten)]
    pub(in crate::cli) input: Input,
    #[command(flatten)]
    pub(in crate::cli) selection: Rulebook,
    /// How many groups are listed
    #[arg(long, value_name = "N", default_value_t = 30, help_heading = "Report")]
    pub(in crate::cli) top: usize,
    /// Every sentence of a group, not only the first three
    #[arg(long, help_heading = "Report")]
    pub(in crate::cli) all: bool,
    /// The form of the list
    #[arg(long, value_enum, default_value_t = TryFormat::Table, help_heading = "Report")]
    pub(in crate::cli) format: TryFormat,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

const TRY_EXAMPLES: &str = "\
Examples:
  crosscheck rules try 'Their war lasted two hours.'
  crosscheck rules try 'Their war lasted two hours.' --rule meeting-duration
  crosscheck rules try 'The call on Monday lasted two hours.' --published 2025-03-18
  crosscheck rules try - --rules mine --format json < story.txt

What it tells, sentence by sentence:
  the sentence as it was read   each figure, date and name underlined, with the slot that stands for it in a pattern:
                                {value} is what a rule may take; numbers that are no figures, with the reason
  claimed by                    the rule that took the figure, its pattern, the words that it matched; value and
                                scope, each part with where it was found
  lost, stopped, refused        rules that matched too: which one won, which `unless` stopped it and by what words,
                                which limit the value is outside of
  nearest                       a pattern that does not match: what of it stands in the sentence, and under `stopped`
                                what it wants where something else stands. With that changed, it matches.

The nearest three patterns are shown, --all shows one of every rule. To find out why a certain rule stays silent, name it
with --rule.";

/// `rules try`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesTry {
    /// The text, in quotation marks; - for standard input
    #[arg(value_name = "TEXT")]
    pub(in crate::cli) text: String,
    /// Only this rule, however far it is; may be repeated
    #[arg(long, value_name = "ID", help_heading = "Rules")]
    pub(in crate::cli) rule: Vec<String>,
    /// A pack instead of the default rules; may be repeated
    #[arg(long, value_name = "PACK", help_heading = "Rules")]
    pub(in crate::cli) pack: Vec<String>,
    /// A folder of rule files, PACK/ID.toml, besides the built-in ones
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = "Rules")]
    pub(in crate::cli) rules: Option<PathBuf>,
    /// One pattern of every rule that takes a figure of the kind, of all packs, however far it is
    #[arg(long, help_heading = "Rules")]
    pub(in crate::cli) all: bool,
    /// The day of publication, on which "on Monday" hangs
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Text")]
    pub(in crate::cli) published: Option<Date>,
    /// A headline above the text
    #[arg(long, value_name = "TITLE", help_heading = "Text")]
    pub(in crate::cli) title: Option<String>,
    /// How vague words are read ("dozens")
    #[arg(long, value_enum, default_value_t = Vague::Wide, value_name = "PRESET", help_heading = "Text")]
    pub(in crate::cli) vague: Vague,
    /// The form of the answer
    #[arg(long, value_enum, default_value_t = TryFormat::Table, help_heading = "Output")]
    pub(in crate::cli) format: TryFormat,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// Forms of `rules try`, and of other answers that people and programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TryFormat {
    /// For the eye
    Table,
    /// One object
    Json,
}

impl Rules {
    /// The articles that it reads, if any.
    pub(in crate::cli) fn input(&self) -> Option<&Input> {
        match self {
            Self::Coverage(wanted) => Some(&wanted.input),
            Self::Diff(wanted) => Some(&wanted.input),
            Self::Profile(wanted) => Some(&wanted.input),
            _ => None,
        }
    }
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

/// `rules new`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesNew {
    /// The rule's id, the name of its file: small letters, digits, hyphens
    #[arg(value_name = "ID")]
    pub(in crate::cli) id: String,
    /// A sentence that holds the figure, in your own words
    #[arg(long, value_name = "SENTENCE")]
    pub(in crate::cli) from: Option<String>,
    /// A rule whose kind of value, event, scope and comparison are taken over
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) like: Option<String>,
    /// Which figure is meant, where the sentence holds several: its words, such as "12"
    #[arg(long, value_name = "WORDS")]
    pub(in crate::cli) value: Option<String>,
    /// The day of the article, where the sentence says "on Monday"
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(in crate::cli) published: Option<Date>,
    /// The pack, a folder of the folder of rules
    #[arg(long, value_name = "PACK", default_value = "mine")]
    pub(in crate::cli) pack: String,
    /// The folder of rules, which is made where it is missing
    #[arg(long, value_name = "DIR", default_value = "rules", value_hint = ValueHint::DirPath)]
    pub(in crate::cli) rules: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// `rules test`.
// Each is a switch of the command line.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesTest {
    /// A folder of rule files, PACK/ID.toml, one pack of it, or one rule file; the built-in rules unless given
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(in crate::cli) path: Option<PathBuf>,
    /// Only this rule; may be repeated
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) rule: Vec<String>,
    /// List every text, not only those that fail; unasked where one rule is tested
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// Test each rule file again as soon as it is saved
    #[arg(long, conflicts_with_all = ["accept", "review", "format", "file"])]
    pub(in crate::cli) watch: bool,
    /// Articles in which the rules are tried; `articles` in the folder of rules unless given
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = "Snapshots")]
    pub(in crate::cli) articles: Option<PathBuf>,
    /// Where the snapshots of what rules find stand; `snapshots` in the folder of rules unless given
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, help_heading = "Snapshots")]
    pub(in crate::cli) snapshots: Option<PathBuf>,
    /// Take over what the rules find now, and remove the snapshots of rules that are gone
    #[arg(long, conflicts_with = "review", help_heading = "Snapshots")]
    pub(in crate::cli) accept: bool,
    /// Ask for each new or changed snapshot whether it is right
    #[arg(long, conflicts_with = "format", help_heading = "Snapshots")]
    pub(in crate::cli) review: bool,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = TestFormat::Table, help_heading = "Output")]
    pub(in crate::cli) format: TestFormat,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// Forms of `rules test`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TestFormat {
    /// For the eye
    Table,
    /// XML for services that run tests
    Junit,
    /// Annotations of a workflow on GitHub: only failures
    Github,
}

/// `rules lint`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesLint {
    /// A folder of rule files, PACK/ID.toml, one pack of it, or one rule file; the built-in rules
    /// unless given
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(in crate::cli) path: Option<PathBuf>,
    /// Put right what has only one way to be right, and say what was changed
    #[arg(long)]
    pub(in crate::cli) fix: bool,
    /// The least serious problem that makes the exit status 1
    #[arg(long, value_enum, default_value_t = LintFailOn::Error, value_name = "LEVEL")]
    pub(in crate::cli) fail_on: LintFailOn,
    /// List the checks: id, level, whether --fix puts it right, what it says
    #[arg(long, conflicts_with_all = ["fix", "explain"])]
    pub(in crate::cli) list: bool,
    /// Explain a check, by its id
    #[arg(long, value_name = "ID", conflicts_with = "fix")]
    pub(in crate::cli) explain: Option<String>,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = LintFormat::Table, help_heading = "Output")]
    pub(in crate::cli) format: LintFormat,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// `rules schema`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RulesSchema {
    /// Of lexicon/words.toml instead
    #[arg(long)]
    pub(in crate::cli) words: bool,
    #[command(flatten)]
    pub(in crate::cli) output: Output,
}

/// Forms of `rules lint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LintFormat {
    /// For the eye
    Table,
    /// One object
    Json,
    /// Annotations of a workflow on GitHub
    Github,
}

/// From which level on the exit status is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum LintFailOn {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
    /// Nothing
    Never,
}
