//! What rules find in articles beside their snapshots: what is new or has changed, line by line, and a count.

use std::io::{self, Write};

use super::plural;
use crate::report::style::{Ink, mark, paint};
use crate::report::{Options, text};
use crate::trial::{Changed, Standing, Taken, Tested};
use crate::verdict::Verdict;

/// Lines of a difference that are shown before the rest is counted.
const MOST: usize = 40;

/// Writes what a snapshot does not say, or that it says the same where everything is asked for.
pub(crate) fn write(taken: &Taken, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let standing = taken.standing();
    if standing == Standing::Same && !options.all {
        return Ok(());
    }
    let verdict = if taken.is_pending() { Verdict::Conflict } else { Verdict::Agree };
    let place = taken.path.display();
    let found = plural(taken.found.contents.lines().count(), "claim");
    let articles = plural(taken.articles, "article");
    let head = format!("{place}: {}: {found} in {articles}\n", mark(Ink::Verdict, name(taken)));
    out.write_all(paint(&head, Some(verdict), options.colour).as_bytes())?;
    if standing == Standing::Same { Ok(()) } else { difference(taken, options, out) }
}

/// What has become of a snapshot.
fn name(taken: &Taken) -> &'static str {
    match (taken.standing(), taken.accepted) {
        (Standing::Same, _) => "same",
        (Standing::New, false) => "new",
        (Standing::New, true) => "new, accepted",
        (Standing::Changed, false) => "changed",
        (Standing::Changed, true) => "changed, accepted",
    }
}

fn difference(taken: &Taken, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lines = taken.difference();
    for line in lines.iter().take(MOST) {
        changed(line, options, out)?;
    }
    match lines.len().checked_sub(MOST).filter(|&more| more > 0) {
        Some(more) => writeln!(out, "    and {} more", plural(more, "line")),
        None => Ok(()),
    }
}

fn changed(line: &Changed, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let (ink, verdict) = match line.sign {
        '-' => (Ink::Verdict, Some(Verdict::Conflict)),
        '+' => (Ink::Verdict, Some(Verdict::Agree)),
        _ => (Ink::Faint, None),
    };
    let wrapped = text::wrap(&text::clean(&line.text), options.width.saturating_sub(4).max(20));
    let signed =
        |(at, words): (usize, &String)| format!("  {} {}\n", if at == 0 { line.sign } else { ' ' }, mark(ink, words));
    let lines: String = wrapped.iter().enumerate().map(signed).collect();
    out.write_all(paint(&lines, verdict, options.colour).as_bytes())
}

/// "8 snapshots of 54 articles: 6 the same, 1 new, 1 changed"; nothing where no articles were searched.
pub(super) fn summary(tested: &[Tested<'_>]) -> Option<String> {
    let taken: Vec<&Taken> = tested.iter().filter_map(|tested| tested.taken.as_ref()).collect();
    let articles = plural(taken.first()?.articles, "article");
    let names = ["same", "new", "new, accepted", "changed", "changed, accepted"];
    let count = |name: &str| taken.iter().filter(|taken| self::name(taken) == name).count();
    let counts = names.iter().map(|name| (count(name), name)).filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, name)| format!("{count} {name}")).collect();
    Some(format!("{} of {articles}: {}", plural(taken.len(), "snapshot"), counts.join("; ")))
}
