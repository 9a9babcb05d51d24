//! Checks a spec and compiles it: everything that can be wrong with a rule file is found here, before any text is read.

mod compare;
mod expression;
mod limits;
mod pattern;
mod scope;
mod texts;

pub(crate) use texts::day_of;

use std::sync::{Arc, OnceLock};

use super::alphabet::value_byte;
use super::compiled::{Body, Rule};
use super::head::Head;
use super::kind::ProblemKind;
use super::lists::Lists;
use super::problem::{Problems, RuleFile};
use super::spec::{RuleSpec, Text};
use super::template::{WordList, WordLists};
use super::terms::ValueKind;

/// How much of a rule file is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rule) enum Checks {
    /// Keys and values alone: expressions have been checked before, as the embedded ones are by the tests.
    Keys,
    /// Expressions are read too: what the embedded rules need beside other word lists.
    Expressions,
    /// Expressions are compiled to the end, which shows those that are too large.
    Whole,
}

/// Turns a spec into a rule. What is wrong is added to the problems; the rule is then not to be used.
pub(in crate::rule) fn compile(
    spec: RuleSpec,
    shared: &Arc<WordLists>,
    checks: Checks,
    problems: &mut Problems,
) -> Option<Rule> {
    let (id, pack) = names(problems)?;
    let (kind, default, path) = (kind_of(&spec), spec.default.unwrap_or(false), problems.file.path.to_path_buf());
    let lists = word_lists(&spec, shared);
    let body = body(spec, shared, checks, problems);
    let head = Head::of(kind, default, &body, &lists);
    Some(Rule { id: id.into(), pack, path, head, body: OnceLock::from(body), unread: None })
}

/// All that a spec says beyond the head of its rule.
pub(in crate::rule) fn body(spec: RuleSpec, shared: &Arc<WordLists>, checks: Checks, problems: &mut Problems) -> Body {
    let own_lists = spec.words.len();
    let lists = Arc::new(Lists::new(word_lists(&spec, shared), value_byte(kind_of(&spec))));
    let mut checker = Checker { problems, lists: &lists, checks };
    checker.required(&spec);
    checker.check_words(&spec.words);
    let (stages, subgroups) = (checker.stages(spec.stages), checker.stages(spec.subgroups));
    let patterns = spec.patterns.into_iter().filter_map(|pattern| checker.pattern(pattern, &stages)).collect();
    let unless = spec.unless.into_iter().filter_map(|unless| checker.unless(unless)).collect();
    Body {
        event: spec.event.map_or_else(|| pack_of(&checker.problems.file).to_owned(), Text::into_inner),
        summary: spec.summary.map(Text::into_inner).unwrap_or_default(),
        explain: spec.explain.map(Text::into_inner).unwrap_or_default(),
        severity: spec.severity.map(Into::into).unwrap_or_default(),
        limits: spec.value.map(|value| checker.limits(value.into_inner())).unwrap_or_default(),
        scope: spec.scope.into_iter().filter_map(|(field, scope)| checker.scope(&field, scope)).collect(),
        compare: spec.compare.map(|compare| checker.compare(compare)).unwrap_or_default(),
        accept: spec.accept.into_iter().map(|accept| checker.accept(accept)).collect(),
        reject: spec.reject.into_iter().map(|reject| checker.reject(reject)).collect(),
        words: lists.words.first(own_lists),
        shared: shared.clone(),
        patterns,
        unless,
        stages,
        subgroups,
    }
}

/// The kind of a rule's values. Without a readable one the rest is still checked: its errors are worth knowing now.
fn kind_of(spec: &RuleSpec) -> ValueKind {
    spec.value.as_ref().map_or(ValueKind::Count, |value| value.get_ref().kind())
}

/// The pack that a file's path gives.
fn pack_of(file: &RuleFile) -> &str {
    file.path.parent().and_then(|folder| folder.file_name()?.to_str()).unwrap_or("rules")
}

/// The id and the pack that a file's path gives.
fn names(problems: &mut Problems) -> Option<(String, String)> {
    let path = problems.file.path.clone();
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if stem.is_empty() || !stem.chars().all(kebab) {
        let message = format!("`{stem}` is no rule id: small letters, digits and hyphens only");
        problems.add(ProblemKind::BadId, 0..0, message, "rename the file");
        return None;
    }
    Some((stem.to_owned(), pack_of(&problems.file).to_owned()))
}

/// The word lists of a file, before those that all share.
pub(in crate::rule) fn word_lists(spec: &RuleSpec, shared: &WordLists) -> WordLists {
    let own = spec
        .words
        .iter()
        .map(|list| WordList::new(list.name.get_ref(), list.words.iter().map(|word| word.get_ref().clone()).collect()));
    WordLists { lists: own.chain(shared.lists.iter().cloned()).collect() }
}

struct Checker<'a> {
    problems: &'a mut Problems,
    lists: &'a Arc<Lists>,
    checks: Checks,
}

impl Checker<'_> {
    fn required(&mut self, spec: &RuleSpec) {
        let present = [
            ("summary", spec.summary.is_some(), "say in one sentence what the rule finds"),
            ("explain", spec.explain.is_some(), "say what it matches, what it leaves out, and its known gaps"),
            ("value", spec.value.is_some(), "add [value.KIND], for instance [value.count]"),
            ("pattern", !spec.patterns.is_empty(), "add at least one [[pattern]] with a `match`"),
        ];
        // A section that could not be read has been reported already.
        let reported = !self.problems.found.is_empty();
        for (key, _, advice) in present.into_iter().filter(|(_, present, _)| !present && !reported) {
            self.problems.add(ProblemKind::MissingKey, 0..0, format!("the key `{key}` is missing"), advice);
        }
    }
}
