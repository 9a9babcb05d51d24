//! `rules`: the claim types themselves; a module for each command.

pub(super) mod args;
mod coverage;
mod diff;
mod eval;
mod explain;
mod lint;
mod list;
mod new;
mod packs;
mod profile;
mod schema;
mod test;
mod try_text;

use anyhow::Result;

use args::Rules;

/// Runs a `rules` command; whether rules fail.
pub(super) fn run(command: &Rules) -> Result<bool> {
    match command {
        Rules::List(list) => list::run(list).map(|()| false),
        Rules::Explain(explain) => explain::run(explain).map(|()| false),
        Rules::New(new) => new::run(new).map(|()| false),
        Rules::Lint(folder) => lint::run(folder),
        Rules::Schema(schema) => schema::run(schema).map(|()| false),
        Rules::Test(test) => test::run(test),
        Rules::Coverage(wanted) => coverage::run(wanted).map(|()| false),
        Rules::Diff(wanted) => diff::run(wanted).map(|()| false),
        Rules::Eval(wanted) => eval::run(wanted).map(|()| false),
        Rules::Profile(wanted) => profile::run(wanted).map(|()| false),
        Rules::Try(tried) => try_text::run(tried).map(|()| false),
    }
}
