//! What a rule file says and the compiled rule no longer knows: word lists by name, the nouns that are counted.

use super::problem::{Problems, RuleFile};
use super::read::{read_rule, read_words};
use super::spec::{Text, ValueSpec, WordsSpec};

/// The words of a rule file as its author wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anatomy {
    /// Word lists by name, the file's own before the shared ones.
    pub lists: Vec<(String, Vec<String>)>,
    /// Nouns that alone are counted.
    pub of: Vec<String>,
    /// Nouns that are not counted.
    pub except: Vec<String>,
}

impl Anatomy {
    /// Reads a rule file and the files of shared words.
    pub fn of(file: &RuleFile, shared: &[RuleFile]) -> Self {
        let spec = read_rule(&mut Problems::new(file.clone()));
        let shared = shared.iter().flat_map(|file| read_words(&mut Problems::new(file.clone())));
        let (of, except) = match spec.value.map(crate::rule::spanned::Spanned::into_inner) {
            Some(ValueSpec::Count(limits)) => (plain(limits.of), plain(limits.except)),
            _ => (Vec::new(), Vec::new()),
        };
        Self { lists: spec.words.into_iter().chain(shared).map(list).collect(), of, except }
    }

    /// The words of a list.
    pub fn list(&self, name: &str) -> Option<&[String]> {
        self.lists.iter().find(|(known, _)| known == name).map(|(_, words)| words.as_slice())
    }
}

/// The slots of an expression, as `name` or `name:argument`, in their order.
pub fn slots(expression: &str) -> impl Iterator<Item = &str> {
    let inside = expression.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    // A counted repetition begins with a figure.
    inside.filter(|slot| slot.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn list(list: WordsSpec) -> (String, Vec<String>) {
    (list.name.into_inner(), plain(list.words))
}

fn plain(words: Vec<Text>) -> Vec<String> {
    words.into_iter().map(Text::into_inner).collect()
}
