//! A rule file taken apart, so that a rule of a few of its parts can be made: few expressions are compiled in no time.

use std::collections::BTreeSet;
use std::sync::Arc;

use crosscheck::rule::{RuleFile, RuleSet, Selection};
use toml_edit::{DocumentMut, Item, Table};

/// An expression that no text holds: what stands for one that was dropped.
const NEVER: &str = "{value} zyzzyva";

/// A pattern, or what stops one.
#[derive(Clone)]
pub(super) struct Expression {
    pub(super) text: String,
    /// What else its section says.
    rest: String,
}

/// A word list as its file has it.
#[derive(Clone)]
pub(super) struct Words {
    pub(super) name: String,
    pub(super) list: String,
}

/// A rule file.
#[derive(Clone)]
pub(super) struct Source {
    file: RuleFile,
    /// All but what follows.
    head: String,
    pub(super) words: Vec<Words>,
    pub(super) patterns: Vec<Expression>,
    pub(super) unless: Vec<Expression>,
    /// The texts that it must find and those that it must leave alone, in this order.
    pub(super) texts: Vec<String>,
    /// The word lists that all rules share.
    shared: Arc<[Words]>,
}

impl Expression {
    pub(super) fn with(&self, text: impl Into<String>) -> Self {
        Self { text: text.into(), rest: self.rest.clone() }
    }

    pub(super) fn dropped(&self) -> Self {
        self.with(NEVER)
    }

    /// An expression that stops a pattern as a pattern of its own, which fixes its value where it need not hold one.
    fn as_pattern(&self, fixed: bool) -> Self {
        Self { text: self.text.clone(), rest: if fixed { "value = 1\n" } else { "" }.to_owned() }
    }

    fn section(&self, name: &str) -> String {
        format!("[[{name}]]\nmatch = {}\n{}\n", toml::Value::from(self.text.as_str()), self.rest)
    }
}

impl Words {
    /// The word lists of a table, in their order.
    fn of(table: &Table) -> Vec<Self> {
        table
            .iter()
            .map(|(name, list)| Self { name: name.to_owned(), list: list.to_string().trim().to_owned() })
            .collect()
    }

    /// Those of the file that all rules share.
    pub(super) fn shared(file: &RuleFile) -> Arc<[Self]> {
        let document: DocumentMut = file.text.parse().unwrap();
        Self::of(document["words"].as_table().unwrap()).into()
    }
}

impl Source {
    pub(super) fn of(file: &RuleFile, shared: &Arc<[Words]>) -> Self {
        let mut document: DocumentMut = file.text.parse().unwrap();
        let words = document.remove("words").map(|words| Words::of(words.as_table().unwrap())).unwrap_or_default();
        let (patterns, unless) = (expressions(&mut document, "pattern"), expressions(&mut document, "unless"));
        let mut texts = Vec::new();
        for name in ["accept", "reject"] {
            texts.extend(sections(&mut document, name).iter().map(|text| format!("[[{name}]]\n{text}\n")));
        }
        let (file, head, shared) = (file.clone(), document.to_string(), shared.clone());
        Self { file, head, words, patterns, unless, texts, shared }
    }

    pub(super) fn id(&self) -> &str {
        self.file.path.file_stem().and_then(|stem| stem.to_str()).unwrap()
    }

    pub(super) fn path(&self) -> String {
        self.file.path.display().to_string()
    }

    /// The whole rule with its texts.
    pub(super) fn whole(&self) -> Option<RuleSet> {
        let all: Vec<&Expression> = self.patterns.iter().collect();
        self.load(&all, &self.unless.iter().collect::<Vec<_>>(), &self.texts.concat())
    }

    /// A rule of some patterns and of some of what stops them, with some of the texts. Its word lists stand among the shared ones,
    /// whose entries are not checked one by one.
    pub(super) fn load(&self, patterns: &[&Expression], unless: &[&Expression], texts: &str) -> Option<RuleSet> {
        let patterns: String = patterns.iter().map(|pattern| pattern.section("pattern")).collect();
        let unless: String = unless.iter().map(|unless| unless.section("unless")).collect();
        let text = format!("{}\n{patterns}{unless}{texts}", self.head);
        let own = RuleFile { path: self.file.path.clone(), text: text.into() };
        let lists = self.needed(&[&self.head, &patterns, &unless]).into_iter().filter_map(|name| self.list(name));
        let lists = lists.map(|words| format!("{} = {}", words.name, words.list)).collect::<Vec<_>>().join("\n");
        let words = std::path::Path::new("rules/lexicon/words.toml");
        let words = RuleFile { path: words.into(), text: format!("[words]\n{lists}").into() };
        RuleSet::from_texts(&[words, own], &Selection { packs: Vec::new(), rules: vec![self.id().to_owned()] }).ok()
    }

    /// A word list by its name: the rule's own, or a shared one.
    fn list(&self, name: &str) -> Option<&Words> {
        self.words.iter().chain(&*self.shared).find(|words| words.name == name)
    }

    /// One pattern alone.
    pub(super) fn pattern_alone(&self, at: usize) -> Option<RuleSet> {
        self.load(&[&self.patterns[at]], &[], "")
    }

    /// What one expression that stops a pattern matches; `None` where that cannot be told of it alone, since it may hold the
    /// value and need not.
    pub(super) fn unless_alone(&self, at: usize) -> Option<RuleSet> {
        let unless = &self.unless[at];
        let needed = self.needed(&[&unless.text]);
        let lists = needed.into_iter().filter_map(|name| self.list(name));
        let holds =
            lists.map(|words| words.list.as_str()).chain([unless.text.as_str()]).any(|text| text.contains("{value"));
        self.load(&[&unless.as_pattern(!holds)], &[], "")
    }

    /// The word lists that texts name, and those that these name.
    pub(super) fn needed(&self, texts: &[&str]) -> BTreeSet<&str> {
        let mut needed = BTreeSet::new();
        let mut texts: Vec<&str> = texts.to_vec();
        while let Some(text) = texts.pop() {
            for name in slots(text) {
                if let Some(words) = self.list(name).filter(|words| needed.insert(words.name.as_str())) {
                    texts.push(&words.list);
                }
            }
        }
        needed
    }
}

/// The names of what stands between braces.
fn slots(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

fn expressions(document: &mut DocumentMut, name: &str) -> Vec<Expression> {
    let expression = |mut table: Table| {
        let text = table.remove("match").and_then(|text| text.as_str().map(str::to_owned)).unwrap();
        Expression { text, rest: table.to_string() }
    };
    sections(document, name).into_iter().map(expression).collect()
}

fn sections(document: &mut DocumentMut, name: &str) -> Vec<Table> {
    match document.remove(name) {
        Some(Item::ArrayOfTables(sections)) => sections.into_iter().collect(),
        _ => Vec::new(),
    }
}
