//! What is wrong with rule files beyond what loading refuses: patterns that never win, checks that check nothing, keys
//! without effect, missing texts. Errors and warnings of all files come at once.

mod allow;
mod cost;
mod docs;
mod expressions;
mod fix;
mod inclusion;
mod inert;
mod layout;
mod reach;
mod words;

pub use fix::repair;

use rayon::prelude::*;

use super::check::word_lists;
use super::compiled::Rule;
use super::kind::Level;
use super::problem::{Problem, Problems, RuleFile};
use super::read::read_rule;
use super::set::{Compiled, RuleSet, WORDS_FILE, compile_files, in_order, is_lexicon};
use super::spec::RuleSpec;
use super::template::WordLists;
use crate::lexicon::Lexicon;

/// What a check of rule files found.
#[derive(Debug)]
pub struct Linted {
    /// Errors and warnings, by file and place.
    pub problems: Vec<Problem>,
    /// How many rules were checked.
    pub rules: usize,
}

impl Linted {
    /// How many problems are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.problems.iter().filter(|problem| problem.level() == level).count()
    }
}

/// Checks the files of `own`. Those of `context` are the rules beside which they would run: files of the same pack and id replace
/// them, and their word lists are known.
pub fn lint(context: &[RuleFile], own: &[RuleFile], lexicon: &Lexicon) -> Linted {
    let Compiled { rules, mut problems, lists, .. } = compile_files(context, &[], own);
    let broken = |file: &RuleFile| problems.iter().any(|problem| problem.file.path == file.path);
    let (words, files): (Vec<&RuleFile>, Vec<&RuleFile>) = own.iter().partition(|file| is_lexicon(file));
    let mut subjects: Vec<Subject> = files.par_iter().map(|file| Subject::of(file, broken(file), &lists)).collect();
    subjects.par_iter_mut().for_each(Subject::check);
    reach::check(&mut subjects, rules, lexicon);
    for subject in &mut subjects {
        allow::apply(subject);
        problems.append(&mut subject.problems.found);
    }
    for file in words.into_iter().filter(|file| file.path.ends_with(WORDS_FILE)) {
        problems.extend(words::shared(file));
    }
    in_order(&mut problems);
    Linted { problems, rules: files.len() }
}

/// A rule file on the bench.
struct Subject {
    spec: RuleSpec,
    /// The file's word lists, then the shared ones.
    lists: WordLists,
    /// Whether it has errors, so that what it would do cannot be tried.
    broken: bool,
    /// The warnings found.
    problems: Problems,
}

impl Subject {
    fn of(file: &RuleFile, broken: bool, shared: &WordLists) -> Self {
        let mut problems = Problems::new(file.clone());
        let spec = read_rule(&mut problems);
        // Loading has reported them.
        problems.found.clear();
        Self { lists: word_lists(&spec, shared), spec, broken, problems }
    }

    /// The checks that need nothing but the file.
    fn check(&mut self) {
        layout::check(self);
        if self.broken {
            return;
        }
        docs::check(self);
        expressions::check(self);
        words::check(self);
        inert::check(self);
        cost::check(self);
    }

    /// Whether a compiled rule is this file's.
    fn is(&self, rule: &Rule) -> bool {
        *rule.path() == *self.problems.file.path
    }
}

/// Rules in one set, so that they can be tried; and back.
fn alone(rule: Rule) -> RuleSet {
    RuleSet::of(vec![rule])
}
