//! `rules lint`: everything that is wrong with rule files, at once; and what can be put right.

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use super::args::{LintFailOn, LintFormat, RulesLint};
use super::test::files_at;
use crate::cli::load;
use crate::report::lint;
use crate::rule::{Level, Linted, ProblemKind, RuleFile, embedded_files, repair};

/// How often a folder is checked again after repairs: one may make room for the next.
const ROUNDS: usize = 8;

/// Checks the rules of a folder, or the built-in ones; whether something fails.
pub(super) fn run(arguments: &RulesLint) -> Result<bool> {
    let (output, options) = (&arguments.output, arguments.output.options());
    if arguments.list {
        return output.fill(|out| lint::list(&options, out)).map(|()| false);
    }
    if let Some(id) = &arguments.explain {
        let explain = lint::explain(id).ok_or_else(|| unknown(id))?;
        return output.fill(|out| explain(&options, out)).map(|()| false);
    }
    let (linted, repairs) = checked(arguments)?;
    output.fill(|out| match arguments.format {
        LintFormat::Table => lint::table(&linted, &repairs, &options, out),
        LintFormat::Json => lint::json::write(&linted, &repairs, out),
        LintFormat::Github => lint::github(&linted, out),
    })?;
    Ok(match arguments.fail_on {
        LintFailOn::Warning => !linted.problems.is_empty(),
        LintFailOn::Error => linted.count(Level::Error) > 0,
        LintFailOn::Never => false,
    })
}

fn unknown(id: &str) -> anyhow::Error {
    let known: Vec<&str> = ProblemKind::ALL.iter().map(|kind| kind.name()).collect();
    anyhow!("there is no check `{id}`; {}", crate::rule::did_you_mean(id, known))
}

/// What is wrong, after the repairs that were asked for.
fn checked(arguments: &RulesLint) -> Result<(Linted, Vec<lint::Repair>)> {
    let path = arguments.path.as_deref();
    let home = path.map(files_at).transpose()?.map(|(home, _)| home);
    let lexicon = load::lexicon(home.as_deref())?;
    let check = || files(path).map(|(context, own)| (of_these(crate::rule::lint(&context, &own, &lexicon), path), own));
    let (mut linted, mut own) = check()?;
    let mut repairs = Vec::new();
    if !arguments.fix {
        return Ok((linted, repairs));
    }
    if path.is_none() {
        bail!("the built-in rules cannot be changed; name a folder or file: `crosscheck rules lint PATH --fix`");
    }
    for _ in 0..ROUNDS {
        let before = repairs.len();
        for file in &own {
            let Some((text, done)) = repair(file, &linted.problems) else { continue };
            save(&file.path, &text)?;
            repairs.extend(done.into_iter().map(|(line, what)| (file.path.display().to_string(), line, what)));
        }
        if repairs.len() == before {
            break;
        }
        (linted, own) = check()?;
    }
    Ok((linted, repairs))
}

/// The rules beside which the others run, and those to be checked.
fn files(path: Option<&Path>) -> Result<(Vec<RuleFile>, Vec<RuleFile>)> {
    let Some(path) = path else { return Ok((Vec::new(), embedded_files())) };
    let (_, own) = files_at(path)?;
    if own.is_empty() {
        bail!("there is no rule in `{}`; rules stand in it as PACK/ID.toml", path.display());
    }
    Ok((embedded_files(), own))
}

/// What was found in the files that were named: shared words beside a single file are read, not judged.
fn of_these(mut linted: Linted, path: Option<&Path>) -> Linted {
    linted.problems.retain(|problem| path.is_none_or(|path| problem.file.path.starts_with(path)));
    linted
}

/// Writes a file beside the old one first, so that it is never half written.
fn save(path: &Path, text: &str) -> Result<()> {
    let failed = || format!("cannot write `{}`; check that it may be written to", path.display());
    let beside = path.with_extension("toml.new");
    std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path)).with_context(failed)
}
