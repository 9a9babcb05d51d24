//! Rule sets: the embedded rules and a folder's, checked together, selected, and indexed by their trigger words.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::check::{Checks, compile};
use super::compiled::Rule;
use super::embedded::{self, Embedded};
use super::hits::TriggerIndex;
use super::kind::ProblemKind;
use super::memory::Memory;
use super::problem::{Problem, Problems, RuleErrors, RuleFile, did_you_mean};
use super::read::{read_rule, read_words};
use super::template::{WordList, WordLists};

/// The name that selects the rules whose `default` is true.
const DEFAULT_PACK: &str = "default";

/// What stands beside the packs of a folder and holds no rules: the articles in which rules are tried, and what they find there.
pub const BESIDE: [&str; 2] = ["articles", "snapshots"];

/// Where shared word lists stand.
pub(super) const WORDS_FILE: &str = "lexicon/words.toml";

/// Which rules run: packs and single rules; nothing named means the pack `default`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Packs by name; `default` is every rule that runs unasked.
    pub packs: Vec<String>,
    /// Rules by id.
    pub rules: Vec<String>,
}

impl Selection {
    /// Whether it takes a rule of this id and pack, which runs unasked or not.
    fn takes(&self, id: &str, pack: &str, default: bool) -> bool {
        let none = self.packs.is_empty() && self.rules.is_empty();
        let takes = |taken: &String| *taken == pack || (taken == DEFAULT_PACK && default);
        (none && default) || self.packs.iter().any(takes) || self.rules.iter().any(|taken| taken == id)
    }
}

/// Why a rule set could not be made.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A pack or rule that does not exist.
    #[error("there is no {what} `{name}`; {advice}")]
    Unknown {
        /// `pack` or `rule`.
        what: &'static str,
        /// As given.
        name: String,
        /// The nearest names, or all of them.
        advice: String,
    },
    /// A folder or file that could not be read.
    #[error("cannot read {path}: {cause}")]
    Unreadable {
        /// The folder or file.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// Rule files with errors.
    #[error("{0}")]
    Rules(RuleErrors),
}

/// Rules ready to run, sorted by id.
#[derive(Debug)]
pub struct RuleSet {
    rules: Vec<Rule>,
    pub(super) index: TriggerIndex,
    pub(super) memory: Memory,
}

impl RuleSet {
    /// The rules that come with the program.
    pub fn embedded(selection: &Selection) -> Result<Self, LoadError> {
        Self::from_files(&everything(), &[], selection)
    }

    /// The embedded rules with those of a folder (`PACK/ID.toml`, `lexicon/words.toml`), which replace embedded ones of the same
    /// pack and id.
    pub fn load(folder: &Path, selection: &Selection) -> Result<Self, LoadError> {
        Self::with(&rule_files(folder)?, selection)
    }

    /// The embedded rules with those of files, which replace embedded ones of the same pack and id.
    pub fn with(own: &[RuleFile], selection: &Selection) -> Result<Self, LoadError> {
        Self::from_files(&everything(), own, selection)
    }

    /// Rules of the given files alone, all errors of all files at once.
    pub fn from_texts(files: &[RuleFile], selection: &Selection) -> Result<Self, LoadError> {
        Self::from_files(&[], files, selection)
    }

    fn from_files(embedded: &[&'static Embedded], own: &[RuleFile], selection: &Selection) -> Result<Self, LoadError> {
        let own_words = own.iter().any(|file| file.path.ends_with(WORDS_FILE));
        // Beside other word lists the embedded rules are not what they were when the program was built.
        let (read, unread) = if own_words { (embedded, &[][..]) } else { (&[][..], embedded) };
        let mut context: Vec<RuleFile> = read.iter().map(|embedded| embedded.file()).collect();
        context.extend((!own.is_empty() && !embedded.is_empty()).then(embedded::words));
        let Compiled { mut rules, problems, names, .. } = compile_files(&context, unread, own);
        if !problems.is_empty() {
            return Err(LoadError::Rules(RuleErrors { problems }));
        }
        check_selection(&names, selection)?;
        rules.retain(|rule| selection.takes(rule.id(), rule.pack(), rule.default()));
        Ok(Self::of(rules))
    }

    /// The rules of some files beside those of `other`: an embedded rule that either has is left out, so that one which stands on
    /// one side only is missing on the other.
    pub fn beside(own: &[RuleFile], other: &[RuleFile], selection: &Selection) -> Result<Self, LoadError> {
        let replaced = |rule: &&Embedded| other.iter().chain(own).any(|known| is_rule(known, rule.path));
        let kept: Vec<&'static Embedded> = everything().into_iter().filter(|rule| !replaced(rule)).collect();
        Self::from_files(&kept, own, selection)
    }

    /// Runs something with each pattern of the first rule alone, in file order.
    pub fn each_pattern(&mut self, mut run: impl FnMut(&Self)) {
        let Some(mut rule) = self.rules.pop() else { return };
        let mut all = rule.take_patterns();
        for at in 0..all.len() {
            rule.set_patterns(vec![all.remove(at)]);
            let mut alone = Self::of(vec![rule]);
            run(&alone);
            let Some(taken) = alone.rules.pop() else { return };
            rule = taken;
            all.splice(at..at, rule.take_patterns());
        }
        rule.set_patterns(all);
        *self = Self::of(vec![rule]);
    }

    pub(super) fn of(rules: Vec<Rule>) -> Self {
        Self { index: TriggerIndex::of(&rules), rules, memory: Memory::default() }
    }

    /// The rules, sorted by id.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules alone, to be put into another set.
    pub(super) fn into_rules(self) -> Vec<Rule> {
        self.rules
    }

    /// A set for each rule, so that no other takes its values.
    pub fn apart(self) -> Vec<Self> {
        self.rules.into_iter().map(|rule| Self::of(vec![rule])).collect()
    }

    /// The rule of this id.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id() == id)
    }
}

/// The rule files that come with the program.
pub fn embedded_files() -> Vec<RuleFile> {
    embedded::files()
}

/// Every rule that comes with the program.
fn everything() -> Vec<&'static Embedded> {
    embedded::rules().iter().collect()
}

/// The rule files of a folder, `PACK/ID.toml` and `lexicon/words.toml`, sorted by path. What its folders `articles` and `snapshots`
/// hold are no rules.
pub fn rule_files(folder: &Path) -> Result<Vec<RuleFile>, LoadError> {
    let beside = BESIDE.map(|name| folder.join(name));
    let mut files = folder_files(folder)?;
    files.retain(|file| !beside.iter().any(|beside| file.path.starts_with(beside)));
    Ok(files)
}

/// What a rule is called.
pub(super) struct Name {
    id: String,
    pack: String,
    path: PathBuf,
}

impl Name {
    fn of(rule: &Rule) -> Self {
        Self { id: rule.id().to_owned(), pack: rule.pack().to_owned(), path: rule.path().to_owned() }
    }
}

/// What became of rule files: rules sorted by id, problems by file and place.
pub(super) struct Compiled {
    pub(super) rules: Vec<Rule>,
    pub(super) problems: Vec<Problem>,
    /// The shared word lists.
    pub(super) lists: Arc<WordLists>,
    /// The names of all rules, also of those that nobody asked for.
    pub(super) names: Vec<Name>,
}

/// Checks and compiles every file of `own`, beside the files of `context`, whose expressions the tests have checked, and beside rules
/// that stay unread until a text calls them up. A rule of a file with problems is not to be used.
pub(super) fn compile_files(context: &[RuleFile], unread: &[&'static Embedded], own: &[RuleFile]) -> Compiled {
    let mut problems = Vec::new();
    let lists = Arc::new(shared_lists(own.iter().chain(context), &mut problems));
    let other_words = own.iter().any(|file| file.path.ends_with(WORDS_FILE));
    let known = if other_words { Checks::Expressions } else { Checks::Keys };
    let kept = context.iter().filter(|file| !own.iter().any(|other| same_rule(file, other)));
    let files = kept.map(|file| (file, known)).chain(own.iter().map(|file| (file, Checks::Whole)));
    let files: Vec<(&RuleFile, Checks)> = files.filter(|(file, _)| !is_lexicon(file)).collect();
    let one = |&(file, checks): &(&RuleFile, Checks)| compile_file(file, checks, &lists);
    let unread = unread.iter().filter(|rule| !own.iter().any(|file| is_rule(file, rule.path)));
    let mut rules: Vec<Rule> = unread.map(|rule| rule.unread()).collect();
    let mut names: Vec<Name> = rules.iter().map(Name::of).collect();
    for (rule, mut found) in files.par_iter().map(one).collect::<Vec<_>>() {
        let name = rule.as_ref().map(Name::of);
        report_duplicate(name.as_ref(), &names, &mut found);
        rules.extend(rule);
        names.extend(name);
        problems.append(&mut found.found);
    }
    rules.sort_by(|a, b| a.id().cmp(b.id()));
    in_order(&mut problems);
    Compiled { rules, problems, lists, names }
}

fn compile_file(file: &RuleFile, checks: Checks, lists: &Arc<WordLists>) -> (Option<Rule>, Problems) {
    let mut problems = Problems::new(file.clone());
    let spec = read_rule(&mut problems);
    // What stands after a slip of syntax is often misread, and its errors would mislead.
    let readable = problems.found.iter().all(|problem| problem.kind != ProblemKind::Syntax);
    let rule = readable.then(|| compile(spec, lists, checks, &mut problems)).flatten();
    (rule, problems)
}

/// Sorts problems by file and place, each once.
pub(super) fn in_order(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| (&a.file.path, a.span.start, &a.message).cmp(&(&b.file.path, b.span.start, &b.message)));
    problems.dedup_by(|a, b| a.file.path == b.file.path && a.span == b.span && a.message == b.message);
}

fn report_duplicate(name: Option<&Name>, names: &[Name], problems: &mut Problems) {
    let Some((name, other)) = name.and_then(|name| Some((name, names.iter().find(|other| other.id == name.id)?)))
    else {
        return;
    };
    let message = format!("the rule id `{}` is taken by {}", name.id, other.path.display());
    problems.add(ProblemKind::DuplicateId, 0..0, message, "a rule's id is the stem of its file: rename one of them");
}

pub(super) fn shared_lists<'a>(files: impl Iterator<Item = &'a RuleFile>, problems: &mut Vec<Problem>) -> WordLists {
    let mut lists = WordLists::default();
    for file in files.filter(|file| file.path.ends_with(WORDS_FILE)) {
        let mut found = Problems::new(file.clone());
        for list in read_words(&mut found) {
            let words = list.words.into_iter().map(super::spanned::Spanned::into_inner).collect();
            lists.lists.push(WordList::new(list.name.get_ref(), words));
        }
        problems.append(&mut found.found);
    }
    lists
}

pub(super) fn is_lexicon(file: &RuleFile) -> bool {
    folder_name(file) == "lexicon"
}

/// Whether two files are the same rule: equal id and pack.
fn same_rule(a: &RuleFile, b: &RuleFile) -> bool {
    a.path.file_stem() == b.path.file_stem() && folder_name(a) == folder_name(b) && !is_lexicon(a)
}

/// Whether a file is the rule of an embedded path: equal id and pack.
fn is_rule(file: &RuleFile, path: &str) -> bool {
    let path = Path::new(path);
    let folder = |path: &Path| path.parent().and_then(Path::file_name).map(std::ffi::OsStr::to_owned);
    file.path.file_stem() == path.file_stem() && folder(&file.path) == folder(path)
}

fn folder_name(file: &RuleFile) -> &str {
    file.path.parent().and_then(|folder| folder.file_name()?.to_str()).unwrap_or_default()
}

fn check_selection(names: &[Name], selection: &Selection) -> Result<(), LoadError> {
    let mut packs: Vec<&str> = names.iter().map(|name| name.pack.as_str()).chain([DEFAULT_PACK]).collect();
    packs.sort_unstable();
    packs.dedup();
    let mut ids: Vec<&str> = names.iter().map(|name| name.id.as_str()).collect();
    ids.sort_unstable();
    let unknown = |what, name: &String, known: &[&str]| {
        let advice = did_you_mean(name, known.iter().copied());
        Err(LoadError::Unknown { what, name: name.clone(), advice })
    };
    if let Some(name) = selection.packs.iter().find(|name| !packs.contains(&name.as_str())) {
        return unknown("pack", name, &packs);
    }
    match selection.rules.iter().find(|name| !ids.contains(&name.as_str())) {
        Some(name) => unknown("rule", name, &ids),
        None => Ok(()),
    }
}

/// The rule files of a folder and of its folders, sorted by path.
fn folder_files(folder: &Path) -> Result<Vec<RuleFile>, LoadError> {
    let unreadable = |path: &Path, cause| LoadError::Unreadable { path: path.display().to_string(), cause };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|cause| unreadable(folder, cause))? {
        let path = entry.map_err(|cause| unreadable(folder, cause))?.path();
        if path.is_dir() {
            files.extend(folder_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&path).map_err(|cause| unreadable(&path, cause))?;
            files.push(RuleFile { path: path.into(), text: text.into() });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
