//! A rule that was begun, for the person who goes on: what was understood, and what to do next.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

use super::style::{Ink, mark, paint};
use super::{Options, names, text};
use crate::propose::Proposal;

/// Writes what was proposed and where.
pub fn write(
    proposal: &Proposal,
    path: &Path,
    folder: &Path,
    sentence: &str,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (file, folder) = (path.display(), folder.display());
    let words = text::clean(proposal.shape.span.text(sentence).trim_end_matches(['.', '!', '?']));
    let figure = mark(Ink::Figure, &text::clean(&proposal.value));
    let mut told = format!("wrote {file}\n\n  {:9} {figure}, from “{words}”\n", names::kind(proposal.kind));
    let lists = proposal.shape.lists.iter().map(|list| (format!("{{{}}}", list.name), list.word.clone()));
    for (name, what) in std::iter::once(("pattern".to_owned(), proposal.shape.pattern.clone())).chain(lists) {
        let _ = writeln!(told, "  {name:9} {what}");
    }
    let _ = write!(
        told,
        "\nNext: add the other ways to say it to the file, and sentences that must be left alone. Then\n  \
         crosscheck rules test {file} --watch\n  crosscheck check stories/ --rules {folder}\n"
    );
    out.write_all(paint(&told, None, options.colour).as_bytes())
}
