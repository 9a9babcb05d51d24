//! Writes `rules.rs` into the build folder: every rule file with its path and its head, so that a new file needs no line of code,
//! and none is read when the program starts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde::Deserialize;

#[path = "../src/rule/fold.rs"]
mod fold;
#[path = "../src/rule/kind.rs"]
#[allow(dead_code, unreachable_pub)]
mod kind;
#[path = "../src/rule/side.rs"]
mod side;
#[path = "../src/rule/slots.rs"]
#[allow(dead_code)]
mod slots;
#[path = "../src/rule/template.rs"]
#[allow(dead_code)]
mod template;
#[path = "../src/rule/trigger.rs"]
#[allow(dead_code)]
mod trigger;

/// Advice is for people: the build asks for none.
mod problem {
    pub(super) fn did_you_mean<'a>(_: &str, _: impl IntoIterator<Item = &'a str>) -> String {
        String::new()
    }
}

use side::Side;
use template::{WordList, WordLists, is_bare, is_in_parts};
use trigger::{Trigger, Triggers};

/// What the head of a rule is made of.
#[derive(Deserialize)]
struct RuleText {
    #[serde(default)]
    default: bool,
    value: BTreeMap<String, toml::Table>,
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pattern: Vec<ExpressionText>,
    #[serde(default)]
    unless: Vec<ExpressionText>,
}

#[derive(Deserialize)]
struct ExpressionText {
    #[serde(rename = "match")]
    source: String,
    value: Option<i64>,
}

#[derive(Deserialize)]
struct WordsText {
    words: BTreeMap<String, Vec<String>>,
}

/// Embeds `rules/<pack>/*.toml`, and of the lexicon the shared word lists. A malformed file fails the build with its name and line.
pub(crate) fn embed() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("rules.rs");
    println!("cargo::rerun-if-changed=rules");
    for source in ["fold", "kind", "side", "slots", "template", "trigger"] {
        println!("cargo::rerun-if-changed=src/rule/{source}.rs");
    }
    let words = root.join("rules/lexicon/words.toml");
    let shared: WordsText = toml::from_str(&fs::read_to_string(&words)?).map_err(|error| told(&words, &error))?;
    let mut writer = Writer { shared: lists(&shared.words), sets: BTreeMap::new(), statics: String::new(), count: 0 };
    let mut rules = String::new();
    for folder in sorted(&root.join("rules"))?.iter().filter(|path| path.is_dir() && !path.ends_with("lexicon")) {
        for file in sorted(folder)?.iter().filter(|path| path.extension().is_some_and(|end| end == "toml")) {
            let text = toml::from_str(&fs::read_to_string(file)?).map_err(|error| told(file, &error))?;
            let (name, head) = (name_of(file, &root), writer.head(&text)?);
            writeln!(rules, "Embedded{{path:{name:?},text:include_str!({:?}),head:{head}}},", file.to_string_lossy())?;
        }
    }
    let mut code = writer.statics;
    writeln!(code, "static RULES: &[Embedded] = &[{rules}];")?;
    let name = name_of(&words, &root);
    writeln!(code, "static WORDS: (&str, &str) = ({name:?}, include_str!({:?}));", words.to_string_lossy())?;
    Ok(fs::write(target, code)?)
}

fn told(file: &Path, error: &toml::de::Error) -> String {
    format!("{}: {error}", file.display())
}

fn name_of(file: &Path, root: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn lists(words: &BTreeMap<String, Vec<String>>) -> Vec<WordList> {
    words.iter().map(|(name, words)| WordList::new(name, words.clone())).collect()
}

/// The entries of a folder, sorted, so that the same sources give the same program.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Writes heads as Rust source.
struct Writer {
    shared: Vec<WordList>,
    /// The sets of words by what they hold, each written once.
    sets: BTreeMap<Vec<String>, usize>,
    statics: String,
    /// How many statics there are.
    count: usize,
}

impl Writer {
    /// The head of a rule.
    fn head(&mut self, rule: &RuleText) -> Result<String, std::fmt::Error> {
        let lists = WordLists { lists: lists(&rule.words).into_iter().chain(self.shared.iter().cloned()).collect() };
        let mut triggers = Triggers::new(&lists);
        let (mut patterns, mut unless) = (Vec::new(), Vec::new());
        for ExpressionText { source, value } in &rule.pattern {
            let (fixes, in_parts, bare) = (value.is_some(), is_in_parts(source), is_bare(source));
            let asks = self.asks(&triggers.of(source))?;
            patterns.push(format!("PatternHead{{fixes:{fixes},in_parts:{in_parts},bare:{bare},asks:{asks}}}"));
        }
        for ExpressionText { source, .. } in &rule.unless {
            unless.push(self.asks(&triggers.of(source))?);
        }
        let patterns = self.slice("PatternHead", &patterns)?;
        let unless = self.slice("Cow<'static, [Asked]>", &unless)?;
        let (kind, limits) = rule.value.iter().next().ok_or(std::fmt::Error)?;
        let kind = kind[..1].to_uppercase() + &kind[1..];
        let (default, dated) = (rule.default, limits.get("dated").and_then(toml::Value::as_bool).unwrap_or(false));
        Ok(format!(
            "Head{{kind:ValueKind::{kind},default:{default},dated:{dated},patterns:{patterns},unless:{unless}}}"
        ))
    }

    fn asks(&mut self, triggers: &[Trigger]) -> Result<String, std::fmt::Error> {
        let mut asks = Vec::new();
        for trigger in triggers {
            let side = match trigger.side {
                Some(Side::Before) => "Some(Side::Before)",
                Some(Side::After) => "Some(Side::After)",
                None => "None",
            };
            let set = self.set(&trigger.words)?;
            asks.push(format!("Asked{{words:Words::Built(SET_{set}),side:{side}}}"));
        }
        self.slice("Asked", &asks)
    }

    fn set(&mut self, words: &[String]) -> Result<usize, std::fmt::Error> {
        if let Some(&known) = self.sets.get(words) {
            return Ok(known);
        }
        let next = self.sets.len();
        writeln!(self.statics, "const SET_{next}: &[&str] = &{words:?};")?;
        self.sets.insert(words.to_vec(), next);
        Ok(next)
    }

    /// A slice of these items, as one static.
    fn slice(&mut self, kind: &str, items: &[String]) -> Result<String, std::fmt::Error> {
        self.count += 1;
        let (at, length) = (self.count, items.len());
        writeln!(self.statics, "static SLICE_{at}: [{kind}; {length}] = [{}];", items.join(","))?;
        Ok(format!("Cow::Borrowed(&SLICE_{at})"))
    }
}
