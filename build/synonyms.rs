//! Turns `rules/lexicon/synonyms.txt` into static tables that are searched where they lie: one string of sorted stems, and
//! numbers beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use rust_stemmers::{Algorithm, Stemmer};

/// What a word is in a group: one of equals, the wider word, one of the narrower, or one of two opposites.
const EQUAL: u16 = 0;
const WIDER: u16 = 1;
const NARROWER: u16 = 2;
const OPPOSITE: u16 = 3;

/// The words of the file by stem.
#[derive(Default)]
struct Words {
    /// The groups of each stem, with what it is in them.
    groups: BTreeMap<String, BTreeSet<u16>>,
    /// How common each stem is.
    levels: BTreeMap<String, u8>,
    /// Stems that deny another: "unable", "able".
    denied: BTreeMap<String, String>,
    /// Irregular forms.
    forms: BTreeMap<String, String>,
    /// Groups so far.
    count: u16,
}

/// Writes `synonyms.rs` to the build's output folder.
pub(crate) fn embed() -> Result<(), Box<dyn std::error::Error>> {
    let path = "rules/lexicon/synonyms.txt";
    println!("cargo::rerun-if-changed={path}");
    let stemmer = Stemmer::create(Algorithm::English);
    let mut words = Words::default();
    for (line, text) in (1..).zip(fs::read_to_string(path)?.lines()) {
        words.add(text, &stemmer).ok_or_else(|| format!("{path}:{line}: not a line that synonyms.py writes"))?;
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("synonyms.rs");
    fs::write(out, words.source()?)?;
    Ok(())
}

impl Words {
    fn add(&mut self, line: &str, stemmer: &Stemmer) -> Option<()> {
        let (mark, rest) = line.split_once(' ')?;
        let stem = |word: &str| word.split('_').map(|part| stemmer.stem(part)).collect::<Vec<_>>().join(" ");
        let mut words = rest.split(' ');
        match mark {
            "#" => {}
            "*" => drop(self.forms.insert(words.next()?.to_owned(), words.next()?.to_owned())),
            "!" => self.opposites(words.next()?, words.next()?, &stem)?,
            "=" | "~" => self.group(words.map(|word| (stem(word), EQUAL)))?,
            ">" => {
                self.group(words.enumerate().map(|(at, word)| (stem(word), if at == 0 { WIDER } else { NARROWER })))?;
            }
            level => {
                let level: u8 = level.parse().ok()?;
                for word in words {
                    let known = self.levels.entry(stem(word)).or_default();
                    *known = level.max(*known);
                }
            }
        }
        Some(())
    }

    fn opposites(&mut self, word: &str, other: &str, stem: &dyn Fn(&str) -> String) -> Option<()> {
        let denies = ["un", "in", "im", "ir", "il", "dis", "non"];
        if denies.iter().any(|prefix| word.strip_prefix(prefix) == Some(other)) {
            self.denied.insert(stem(word), stem(other));
        }
        self.group([(stem(word), OPPOSITE), (stem(other), OPPOSITE)].into_iter())
    }

    fn group(&mut self, members: impl Iterator<Item = (String, u16)>) -> Option<()> {
        for (stem, role) in members {
            self.groups.entry(stem).or_default().insert(self.count * 4 + role);
        }
        self.count = self.count.checked_add(1).filter(|&count| count < u16::MAX / 4)?;
        Some(())
    }

    /// The tables as Rust source.
    fn source(&self) -> Result<String, std::fmt::Error> {
        let keys: BTreeSet<&String> = self
            .groups
            .keys()
            .chain(self.levels.keys())
            .chain(self.denied.keys())
            .chain(self.denied.values())
            .collect();
        let keys: Vec<&String> = keys.into_iter().collect();
        let (mut starts, mut group_starts, mut groups, mut levels) =
            (vec![0], vec![0], Vec::<u16>::new(), Vec::<u8>::new());
        for key in &keys {
            starts.push(starts.last().unwrap_or(&0) + key.len());
            groups.extend(self.groups.get(*key).into_iter().flatten());
            group_starts.push(groups.len());
            levels.push(self.levels.get(*key).copied().unwrap_or(0));
        }
        let at = |stem: &String| keys.binary_search(&stem).unwrap_or(0);
        let denied: BTreeSet<(usize, usize)> = self.denied.iter().map(|(word, other)| (at(word), at(other))).collect();
        let mut forms = String::new();
        for (form, lemma) in &self.forms {
            writeln!(forms, "{form} {lemma}")?;
        }
        let mut out = String::new();
        let text: String = keys.iter().map(|key| key.as_str()).collect();
        writeln!(out, "pub(super) static TEXT: &str = {text:?};")?;
        writeln!(out, "pub(super) static STARTS: &[u32] = &{starts:?};")?;
        writeln!(out, "pub(super) static GROUP_STARTS: &[u32] = &{group_starts:?};")?;
        writeln!(out, "pub(super) static GROUPS: &[u16] = &{groups:?};")?;
        writeln!(out, "pub(super) static LEVELS: &[u8] = &{levels:?};")?;
        writeln!(out, "pub(super) static DENIED: &[(u16, u16)] = &{:?};", denied.into_iter().collect::<Vec<_>>())?;
        writeln!(out, "pub(super) static FORMS: &str = {forms:?};")?;
        Ok(out)
    }
}
