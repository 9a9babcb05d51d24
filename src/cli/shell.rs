//! `completions` and `man`: what shells and manuals know of the program, made from its arguments.

use anyhow::{Context, Result};
use clap::CommandFactory;

use super::args::{Cli, Completions, Man};
use super::output::{print, say};

/// The program's name in shells.
const NAME: &str = "crosscheck";

/// Prints the completions of a shell.
pub(super) fn completions(wanted: &Completions) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(wanted.shell, &mut Cli::command(), NAME, &mut script);
    print(|out| out.write_all(&script))
}

/// Prints the manual page, or writes those of all commands into a folder.
pub(super) fn man(wanted: &Man) -> Result<()> {
    let Some(folder) = &wanted.out else {
        let mut page = Vec::new();
        clap_mangen::Man::new(Cli::command()).render(&mut page).context("cannot make the page")?;
        return print(|out| out.write_all(&page));
    };
    let failed =
        || format!("cannot write into `{}`; check that it is a folder and may be written to", folder.display());
    std::fs::create_dir_all(folder).with_context(failed)?;
    clap_mangen::generate_to(Cli::command(), folder).with_context(failed)?;
    say(&format!("wrote the pages of all commands into `{}`", folder.display()));
    Ok(())
}
