//! `rules schema`: the form of rule files, for editors.

use anyhow::Result;

use super::args::RulesSchema;
use crate::rule::{rule_schema, words_schema};

/// Prints the schema of rule files, or that of shared word lists.
pub(super) fn run(arguments: &RulesSchema) -> Result<()> {
    let schema = if arguments.words { words_schema() } else { rule_schema() };
    arguments.output.fill(|out| out.write_all(schema.as_bytes()))
}
