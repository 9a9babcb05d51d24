//! `config`: which options are in force, and from where.

use anyhow::Result;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory};

use super::{Taken, config_schema, deepest};
use crate::cli::args::{Cli, Config, SchemaOf};
use crate::cli::output;
use crate::decision;
use crate::report::in_force::{self, Setting};

/// Options that say what to show rather than how to run.
const ASIDE: [&str; 5] = ["help", "paths", "schema", "config", "no_config"];

/// Runs `config`.
pub(in crate::cli) fn run(config: &Config, matches: &ArgMatches, taken: &Taken) -> Result<()> {
    let schema = config.schema.map(|schema| match schema {
        SchemaOf::Config => config_schema(),
        SchemaOf::Decisions => decision::schema(),
    });
    if let Some(schema) = schema {
        return output::print(|out| out.write_all(schema.as_bytes()));
    }
    let file = taken.file.as_ref().map(|file| file.display().to_string());
    let settings = settings(matches, taken, file.as_deref());
    output::print(|out| in_force::write(file.as_deref(), &settings, out))
}

fn settings(matches: &ArgMatches, taken: &Taken, file: Option<&str>) -> Vec<Setting> {
    let definition = Cli::command();
    let (names, given) = deepest(matches);
    let command = names.first().and_then(|name| definition.find_subcommand(name));
    let shown = |arg: &&Arg| !ASIDE.contains(&arg.get_id().as_str());
    let args = command.into_iter().flat_map(clap::Command::get_arguments).filter(shown);
    args.filter_map(|arg| setting(arg, given, taken, file)).collect()
}

fn setting(arg: &Arg, given: &ArgMatches, taken: &Taken, file: Option<&str>) -> Option<Setting> {
    let id = arg.get_id().as_str();
    let raw = given.get_raw(id);
    let values: Vec<String> = raw.into_iter().flatten().map(|value| value.to_string_lossy().into_owned()).collect();
    let from = match (given.value_source(id), taken.lines.get(id)) {
        (Some(ValueSource::CommandLine), Some(line)) => format!("{}:{line}", file.unwrap_or_default()),
        (Some(ValueSource::CommandLine), None) => "command line".to_owned(),
        (Some(_), _) => "default".to_owned(),
        (None, _) => "not given".to_owned(),
    };
    let on = |value: &str| if value == "true" { "yes".to_owned() } else { "no".to_owned() };
    let value = match &values[..] {
        [only] if !arg.get_action().takes_values() => on(only),
        values => values.join(" "),
    };
    Some(Setting { option: arg.get_long()?.to_owned(), value, from })
}
