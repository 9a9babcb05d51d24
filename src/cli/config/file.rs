//! Reading a configuration: every error with its place, and the entries as texts.

use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use toml::{Table, Value};

use super::spec::ConfigSpec;
use crate::rule::{Problems, RuleErrors, RuleFile, Text, explain_toml, ordered, sections};

/// A configuration that can be used.
pub(super) struct ConfigFile {
    /// The folder that its paths begin from.
    pub(super) folder: PathBuf,
    entries: Vec<(Option<String>, Entry)>,
}

/// One option of a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The option's name.
    pub(super) key: String,
    /// Its values; one of what is no list.
    pub(super) values: Vec<String>,
    /// Its line, from 1.
    pub(super) line: usize,
}

impl ConfigFile {
    /// Reads a configuration; what is wrong with it is told with its place.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the configuration `{}`; check the path", path.display()))?;
        let mut problems = Problems::new(RuleFile { path: path.into(), text: text.as_str().into() });
        let keys = keys(&text, &mut problems);
        if problems.found.is_empty()
            && let Err(error) = toml::from_str::<ConfigSpec>(&text)
        {
            explain_toml(&error, 0..0, &mut problems);
        }
        if !problems.found.is_empty() {
            let errors = RuleErrors { problems: problems.found };
            return Err(anyhow!("in the configuration\n{}", errors.render(stderr().is_terminal())));
        }
        let table: Table = toml::from_str(&text).context("in the configuration")?;
        let entries = keys.into_iter().filter_map(|(table_name, key, line)| {
            let within = table_name.as_ref().map_or(Some(&table), |name| table.get(name)?.as_table())?;
            Some((table_name, Entry { values: values(within.get(&key)?), key, line }))
        });
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        Ok(Self { folder, entries: entries.collect() })
    }

    /// What holds for a command: its own table first, which wins, then what holds for all.
    pub(super) fn entries(&self, command: &str) -> Vec<Entry> {
        // `config` shows what `check` would do.
        let command = if command == "config" { "check" } else { command };
        let of = |table: Option<&str>| {
            let entries = self.entries.iter().filter(move |(of, _)| of.as_deref() == table);
            entries.map(|(_, entry)| entry.clone()).collect::<Vec<_>>()
        };
        let own = of(Some(command));
        let common = of(None).into_iter().filter(|entry| own.iter().all(|other| other.key != entry.key));
        own.iter().cloned().chain(common).collect()
    }
}

/// The keys that hold values, with their table and line.
fn keys(text: &str, problems: &mut Problems) -> Vec<(Option<String>, String, usize)> {
    let mut keys = Vec::new();
    for (key, value) in sections(text, problems) {
        let named = |key: &Text, problems: &Problems| (key.get_ref().clone(), problems.line(key.span().start));
        if let toml::de::DeValue::Table(table) = value.into_inner() {
            let inner = ordered(table).into_iter().map(|(inner, _)| named(&inner, problems));
            keys.extend(inner.map(|(inner, line)| (Some(key.get_ref().clone()), inner, line)));
        } else {
            let (key, line) = named(&key, problems);
            keys.push((None, key, line));
        }
    }
    keys
}

fn values(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().flat_map(values_of).collect(),
        one => values_of(one),
    }
}

fn values_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(_) | Value::Table(_) => Vec::new(),
        other => vec![other.to_string()],
    }
}
