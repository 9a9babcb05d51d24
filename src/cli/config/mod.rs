//! `crosscheck.toml`: options that hold for every run below its folder. It is found upward from the first path, and becomes
//! arguments before those that were given, which win.

mod file;
mod show;
mod spec;

pub(super) use show::run;
use spec::{config_schema, is_path};

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory, Parser};

use super::args::Cli;
use super::output;
use file::{ConfigFile, Entry};

/// Its name.
const NAME: &str = "crosscheck.toml";

/// Arguments with what the configuration adds.
pub(super) struct Settled {
    pub(super) cli: Cli,
    pub(super) matches: ArgMatches,
    pub(super) taken: Taken,
}

impl Settled {
    /// Says on standard error what a configuration gave, so that nobody wonders; not where the options are shown or quiet is asked
    /// for.
    pub(super) fn say(&self) {
        let (names, below) = deepest(&self.matches);
        let quiet = below.try_get_one::<bool>("quiet").ok().flatten() == Some(&true);
        if let Some(file) = self.taken.file.as_ref().filter(|_| !quiet && !self.taken.lines.is_empty())
            && names != ["config"]
        {
            let options: Vec<String> = self.taken.lines.keys().map(|id| id.replace('_', "-")).collect();
            output::say(&format!("note: options of `{}`: {}", file.display(), options.join(", ")));
        }
    }
}

/// What was taken from a configuration: the file, and of each option the line.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub(super) file: Option<PathBuf>,
    pub(super) lines: BTreeMap<String, usize>,
}

/// Why arguments cannot be used.
pub(super) enum Refusal {
    /// They are wrong; help and version come this way too.
    Arguments(clap::Error),
    /// The configuration is.
    Config(anyhow::Error),
}

impl From<clap::Error> for Refusal {
    fn from(error: clap::Error) -> Self {
        Self::Arguments(error)
    }
}

/// Reads the arguments of the process and the configuration that goes with them.
pub(super) fn settle(mut arguments: Vec<OsString>) -> Result<Settled, Refusal> {
    let definition = Cli::command();
    let given = definition.clone().try_get_matches_from(&arguments)?;
    let (names, below) = deepest(&given);
    let mut taken = Taken::default();
    if let Some(path) = wanted(below) {
        let file = ConfigFile::read(&path).map_err(Refusal::Config)?;
        let command = names.iter().try_fold(&definition, |command, name| command.find_subcommand(name));
        let added = command.map(|command| added(&file, command, below, &mut taken)).unwrap_or_default();
        let at = (1 + names.len()).min(arguments.len());
        arguments.splice(at..at, added);
        taken.file = Some(path);
    }
    let matches = definition.try_get_matches_from(&arguments)?;
    Ok(Settled { cli: Cli::try_parse_from(&arguments)?, matches, taken })
}

/// The innermost command with the names that lead to it.
pub(super) fn deepest(matches: &ArgMatches) -> (Vec<&str>, &ArgMatches) {
    let (mut names, mut below) = (Vec::new(), matches);
    while let Some((name, inner)) = below.subcommand() {
        names.push(name);
        below = inner;
    }
    (names, below)
}

/// The configuration of a command that reads articles: the one that is named, else the nearest above the first path.
fn wanted(matches: &ArgMatches) -> Option<PathBuf> {
    let paths = matches.try_get_many::<PathBuf>("paths").ok()?;
    if matches.try_get_one::<bool>("no_config").ok().flatten() == Some(&true) {
        return None;
    }
    let named = matches.try_get_one::<PathBuf>("config").ok().flatten().cloned();
    named.or_else(|| nearest(paths.and_then(|mut paths| paths.next())?))
}

/// The nearest configuration in the folder of a path or above it, named from the working directory where it stands below that.
fn nearest(first: &Path) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?.canonicalize().ok()?;
    let place = if first.as_os_str() == "-" { here.clone() } else { first.canonicalize().ok()? };
    let found = place.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file())?;
    Some(found.strip_prefix(&here).map_or_else(|_| found.clone(), Path::to_owned))
}

/// The arguments that a configuration adds: of what the command has and nobody gave.
fn added(file: &ConfigFile, command: &Command, given: &ArgMatches, taken: &mut Taken) -> Vec<OsString> {
    let mut added = Vec::new();
    for entry in file.entries(command.get_name()) {
        let Some(arg) = command.get_arguments().find(|arg| arg.get_long() == Some(&*entry.key)) else { continue };
        if given.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine) {
            continue;
        }
        let one = arguments(&entry, arg, &file.folder);
        if !one.is_empty() {
            taken.lines.insert(arg.get_id().to_string(), entry.line);
        }
        added.extend(one);
    }
    added
}

/// An entry as arguments: `--KEY` of a switch that is on, else `--KEY=VALUE` once for each value.
fn arguments(entry: &Entry, arg: &Arg, folder: &Path) -> Vec<OsString> {
    if let [only] = &entry.values[..]
        && !arg.get_action().takes_values()
    {
        return if only == "true" { vec![format!("--{}", entry.key).into()] } else { Vec::new() };
    }
    let one = |value: &String| {
        let mut argument = OsString::from(format!("--{}=", entry.key));
        argument.push(if is_path(arg) { folder.join(value) } else { PathBuf::from(value) });
        argument
    };
    entry.values.iter().map(one).collect()
}
