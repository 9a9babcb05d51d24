//! `rules test`: the texts that each rule must find and those it must leave alone, and what it finds in articles.

mod album;
mod review;
mod target;
mod watch;

use std::borrow::Cow;
use std::path::PathBuf;

use anyhow::Result;
use rayon::prelude::*;

use album::Album;
use target::Target;
pub(super) use target::files_at;

use super::args::{RulesTest, TestFormat};
use crate::cli::{load, output};
use crate::lexicon::Lexicon;
use crate::report::{Options, trial};
use crate::rule::RuleSet;
use crate::trial::{Tested, trials};

/// Tests the rules of a folder, or the built-in ones; whether one fails.
pub(super) fn run(test: &RulesTest) -> Result<bool> {
    let target = Target::of(test)?;
    let singles = target.rules()?;
    let bench = Bench::of(test, &target)?;
    let mut tested: Vec<Tested<'_>> =
        singles.par_iter().filter_map(|alone| bench.test(alone).transpose()).collect::<Result<_>>()?;
    if test.watch {
        return watch::run(test, &target, &bench, &tested);
    }
    settle(test, &mut tested)?;
    let orphans = bench.album.as_ref().filter(|_| target.is_whole(test)).map(|album| album.orphans(&singles));
    let orphans = orphans.unwrap_or_default();
    report(test, &tested, &orphans)?;
    if test.accept {
        orphans.iter().try_for_each(|orphan| album::remove(orphan))?;
    }
    if test.review {
        review::run(test, &mut tested)?;
    }
    Ok(tested.iter().any(Tested::fails) || !(orphans.is_empty() || test.accept))
}

/// What every rule is tested with: it stays in memory while files are watched.
struct Bench {
    lexicon: Cow<'static, Lexicon>,
    album: Option<Album>,
}

impl Bench {
    fn of(test: &RulesTest, target: &Target) -> Result<Self> {
        let lexicon = load::lexicon(target.home.as_deref())?;
        let album = Album::open(test, target, &lexicon)?;
        Ok(Self { lexicon, album })
    }

    /// Tests the only rule of a set.
    fn test<'r>(&self, alone: &'r RuleSet) -> Result<Option<Tested<'r>>> {
        let Some(rule) = alone.rules().first() else { return Ok(None) };
        let trials = trials(alone, &self.lexicon);
        let taken = self.album.as_ref().map(|album| album.take(alone, rule, &self.lexicon)).transpose()?;
        Ok(Some(Tested { rule, trials, taken }))
    }
}

/// Accepts what the rules find, or sets it aside.
fn settle(test: &RulesTest, tested: &mut [Tested<'_>]) -> Result<()> {
    let mut taken = tested.iter_mut().filter_map(|tested| tested.taken.as_mut());
    taken.try_for_each(|taken| if test.accept { album::accept(taken) } else { album::set_aside(taken) })
}

fn report(test: &RulesTest, tested: &[Tested<'_>], orphans: &[PathBuf]) -> Result<()> {
    test.output.fill(|out| match test.format {
        TestFormat::Table => trial::write(tested, &options(test, tested.len()), out),
        TestFormat::Junit => trial::junit::write(tested, out),
        TestFormat::Github => trial::github::write(tested, out),
    })?;
    for orphan in orphans {
        let done = if test.accept { "removed" } else { "remove it, or let --accept do so" };
        output::say(&format!("orphan: {}: no rule has this id any more; {done}", orphan.display()));
    }
    let pending = tested.iter().filter_map(|tested| tested.taken.as_ref()).any(crate::trial::Taken::is_pending);
    if pending && !test.review && !test.output.look.quiet && test.format == TestFormat::Table {
        output::say("note: read what is new, then take it with --accept, or one by one with --review");
    }
    Ok(())
}

/// Of one rule every text is told, of many those that fail.
fn options(test: &RulesTest, rules: usize) -> Options {
    Options { all: test.all || rules == 1, ..test.output.options() }
}
