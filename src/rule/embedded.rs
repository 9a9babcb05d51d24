//! The rules that come with the program: their files, and their heads, made when it was built.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use super::check::{Checks, body};
use super::compiled::{Body, Rule};
use super::head::{Asked, Head, PatternHead, Words};
use super::problem::{Problems, RuleFile};
use super::read::read_rule;
use super::set::shared_lists;
use super::side::Side;
use super::template::WordLists;
use super::terms::ValueKind;

/// The file of a rule, with its head.
#[derive(Debug)]
pub(super) struct Embedded {
    pub(super) path: &'static str,
    text: &'static str,
    pub(super) head: Head,
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The shared word lists that come with the program.
static SHARED: LazyLock<Arc<WordLists>> =
    LazyLock::new(|| Arc::new(shared_lists([&words()].into_iter(), &mut Vec::new())));

/// Every rule, sorted by path.
pub(super) fn rules() -> &'static [Embedded] {
    RULES
}

/// The files, sorted by path.
pub(super) fn files() -> Vec<RuleFile> {
    let mut files: Vec<RuleFile> = RULES.iter().map(Embedded::file).collect();
    let words = words();
    files.insert(files.partition_point(|file| file.path < words.path), words);
    files
}

/// The file of shared word lists.
pub(super) fn words() -> RuleFile {
    file(WORDS.0, WORDS.1)
}

fn file(path: &str, text: &str) -> RuleFile {
    RuleFile { path: Path::new(path).into(), text: Arc::from(text) }
}

impl Embedded {
    pub(super) fn file(&self) -> RuleFile {
        file(self.path, self.text)
    }

    /// Its rule, with its file unread.
    pub(super) fn unread(&'static self) -> Rule {
        let path = Path::new(self.path);
        let name = |part: Option<&std::ffi::OsStr>| part.and_then(|part| part.to_str()).unwrap_or_default().to_owned();
        Rule {
            id: name(path.file_stem()).into(),
            pack: name(path.parent().and_then(Path::file_name)),
            path: path.to_owned(),
            head: self.head.clone(),
            body: OnceLock::new(),
            unread: Some(self),
        }
    }

    /// What the file says beyond its head, beside the word lists that come with the program.
    pub(super) fn read(&self) -> Body {
        let mut problems = Problems::new(self.file());
        let spec = read_rule(&mut problems);
        body(spec, &SHARED, Checks::Keys, &mut problems)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::rule::check::compile;

    type Told<'h> = Vec<(Vec<&'h str>, Option<Side>)>;

    fn told(asks: &[Asked]) -> Told<'_> {
        asks.iter().map(|asked| (asked.words.iter().collect(), asked.side)).collect()
    }

    fn patterns(head: &Head) -> Vec<(bool, bool, bool, Told<'_>)> {
        let one = |pattern: &'_ PatternHead| (pattern.fixes, pattern.in_parts, pattern.bare);
        let all = head.patterns.iter().map(|pattern| (one(pattern), told(&pattern.asks)));
        all.map(|((fixes, in_parts, bare), asks)| (fixes, in_parts, bare, asks)).collect()
    }

    #[test]
    fn the_heads_that_the_build_made_are_those_of_the_files() {
        for embedded in rules() {
            let mut problems = Problems::new(embedded.file());
            let spec = read_rule(&mut problems);
            let read = compile(spec, &SHARED, Checks::Expressions, &mut problems).unwrap();
            let (built, read) = (&embedded.head, &read.head);
            let kinds = |head: &Head| (head.kind, head.default, head.dated);
            assert_eq!(kinds(built), kinds(read), "{}", embedded.path);
            assert_eq!(patterns(built), patterns(read), "{}", embedded.path);
            let unless = |head: &Head| head.unless.iter().map(|asks| format!("{:?}", told(asks))).collect::<Vec<_>>();
            assert_eq!(unless(built), unless(read), "{}", embedded.path);
        }
    }
}
