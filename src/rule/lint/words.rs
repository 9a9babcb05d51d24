//! Word lists: names that are taken, lists that nothing uses, words that stand twice.

use std::collections::BTreeSet;

use super::Subject;
use crate::rule::kind::ProblemKind;
use crate::rule::problem::{Fix, Problem, Problems, RuleFile};
use crate::rule::read::read_words;
use crate::rule::spec::{RuleSpec, Text, ValueSpec, WordsSpec};
use crate::rule::template::{WordLists, is_slot, slots_of};

/// Checks the word lists of a rule file.
pub(super) fn check(subject: &mut Subject) {
    let used = used(&subject.spec, &subject.lists);
    for list in &subject.spec.words {
        let name = list.name.get_ref();
        if is_slot(name) {
            let message = format!("`{{{name}}}` is a slot, so this list can never be used");
            subject.problems.add(ProblemKind::HiddenWords, list.name.span(), message, "give it another name");
        } else if !used.contains(name.as_str()) {
            let message = format!("nothing uses the word list `{name}`");
            let advice = format!("write {{{name}}} where its words may stand, or remove it");
            subject.problems.add(ProblemKind::UnusedWords, list.name.span(), message, advice);
        }
        duplicates(list, &mut subject.problems);
    }
}

/// What is wrong with a file of shared lists.
pub(super) fn shared(file: &RuleFile) -> Vec<Problem> {
    let mut problems = Problems::new(file.clone());
    let lists = read_words(&mut problems);
    // Loading has reported them.
    problems.found.clear();
    for list in &lists {
        duplicates(list, &mut problems);
    }
    problems.found
}

/// The lists that some expression of the file uses, directly or through another list.
fn used(spec: &RuleSpec, lists: &WordLists) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let mut open: Vec<String> = expressions(spec).into_iter().flat_map(|text| names(text.get_ref())).collect();
    while let Some(name) = open.pop() {
        if used.insert(name.clone()) {
            let words = lists.get(&name).into_iter().flat_map(|list| list.words.iter());
            open.extend(words.flat_map(|word| names(word)));
        }
    }
    used
}

fn names(template: &str) -> Vec<String> {
    slots_of(template).map(str::to_owned).collect()
}

/// Every expression of a file but the words themselves.
fn expressions(spec: &RuleSpec) -> Vec<&Text> {
    let patterns = spec.patterns.iter().map(|pattern| &pattern.get_ref().expression);
    let unless = spec.unless.iter().map(|unless| &unless.get_ref().expression);
    let stages = spec.stages.iter().flat_map(|(_, words)| words);
    patterns.chain(unless).chain(stages).chain(nouns(spec)).collect()
}

/// The expressions of what is counted.
fn nouns(spec: &RuleSpec) -> Vec<&Text> {
    match spec.value.as_ref().map(crate::rule::spanned::Spanned::get_ref) {
        Some(
            ValueSpec::Count(limits)
            | ValueSpec::Money(limits)
            | ValueSpec::Duration(limits)
            | ValueSpec::Percent(limits)
            | ValueSpec::Measure(limits)
            | ValueSpec::Vote(limits),
        ) => limits.of.iter().chain(&limits.except).collect(),
        _ => Vec::new(),
    }
}

fn duplicates(list: &WordsSpec, problems: &mut Problems) {
    let mut known: Vec<&Text> = Vec::new();
    for word in &list.words {
        let Some(first) = known.iter().find(|known| known.get_ref() == word.get_ref()) else {
            known.push(word);
            continue;
        };
        let message = format!("`{}` stands twice in the list `{}`", word.get_ref(), list.name.get_ref());
        let mut problem = problems.problem(ProblemKind::DuplicateWord, word.span(), message, "remove one");
        problem.beside = Some((first.span(), "here too".to_owned()));
        let what = format!("the second `{}` of `{}` is gone", word.get_ref(), list.name.get_ref());
        let item = item(&problems.file.text, word.span());
        problem.fix = Some(Fix { what, edits: vec![(item, String::new())] });
        problems.found.push(problem);
    }
}

/// A later item of a list with the comma and the blanks before it.
fn item(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let before = text[..span.start].trim_end();
    let start = if before.ends_with(',') { before.len() - 1 } else { span.start };
    start..span.end
}
