//! How fast figures are extracted, against a yardstick measured in the same run: forty patterns of the same kind as one
//! `RegexSet` a sentence, then each hit pattern by itself. The summary comes first, with the first (cold) pass and the
//! best of the later (warm) ones; divan's own table follows.
//!
//! The texts do not repeat: articles beside the project where they are, else the samples.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crosscheck::article::Article;
use crosscheck::lexicon::Lexicon;
use crosscheck::rule::{RuleFile, RuleSet, Selection, embedded_files};
use divan::Bencher;
use divan::counter::BytesCount;
use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

/// What scanning may cost at most, in passes of the yardstick.
const TARGET_SCAN: f64 = 6.0;
/// What extraction may cost at most with the default rules, and with more of them.
const TARGET_DEFAULT: f64 = 10.0;
const TARGET_MORE: f64 = 14.0;
/// What starting the program on one small article may cost at most.
const TARGET_START: Duration = Duration::from_millis(50);
/// Room for the yardstick's automaton: with the default of 2 MiB it would be thrown away and built again all the time.
const DFA_SIZE: usize = 256 << 20;
const WARM_PASSES: usize = 3;

/// Used where no list of patterns lies beside the project.
const PATTERNS: &str = r"(?i)\b(?:\d[\d,]*(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)[- ](?:second|minute|hour|day|week|month|year)s?\b
(?i)\blast(?:ed|ing|s)? (?:for )?(?:(?:about|almost|more than|over|at least) )?(?:\d[\d,]*(?:\.\d+)?|an?|one|two|three|four|five|six) (?:and a half )?(?:minute|hour|day)s?\b
(?i)\b(?:talks?|meeting|call|summit)\b[^.\n]{0,60}\bfor (?:(?:about|almost|more than|over|at least) )?(?:\d[\d,]*|an?|one|two|three|four|five|six) (?:minute|hour|day)s?\b
(?i)(?:US\$|\$|€|£)\s?\d[\d,.]*\s*(?:million|billion|trillion|bn|m)?
(?i)(?:US\$|\$|€|£)\s?\d[\d,.]*\s*(?:million|billion|bn|m)?(?: (?:in|of|worth of))? (?:[a-z]+ ){0,2}(?:aid|assistance|support|weapons)\b
(?i)\b(?:pledged|approved|announced|requested|committed)\b[^.\n]{0,40}(?:US\$|\$|€|£)\s?\d[\d,.]*
(?i)\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands) (?:[a-z-]+ ){0,2}(?:troops|soldiers|fighters|personnel)\b
(?i)\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands) (?:[a-z-]+ ){0,2}(?:were |have been |was )?(?:killed|wounded|injured|dead|missing)\b
(?i)\bkill(?:ed|ing|s)? (?:(?:about|at least|more than|some) )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)(?: [a-z]+)?\b
(?i)\b(?:death )?toll (?:of|to|at|is|stands at|rose to) (?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\b
(?i)\b\d[\d,]*(?:\.\d+)? ?(?:%|per ?cent|percentage points)
(?i)\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:, \d{4})?\b
";

static CORPUS: LazyLock<Corpus> = LazyLock::new(Corpus::read);
static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::embedded(&Selection::default()).expect("the rules load"));
static LEXICON: LazyLock<&Lexicon> = LazyLock::new(Lexicon::embedded);

fn main() {
    summary();
    divan::main();
}

#[divan::bench(sample_count = 5)]
fn scan(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(CORPUS.bytes)).bench_local(|| scan_all(&CORPUS));
}

#[divan::bench(sample_count = 5)]
fn extract(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(CORPUS.bytes)).bench_local(|| extract_all(&CORPUS, &RULES));
}

#[divan::bench(sample_count = 5)]
fn yardstick(bencher: Bencher<'_, '_>) {
    let yardstick = Yardstick::build();
    bencher.counter(BytesCount::new(CORPUS.bytes)).bench_local(|| yardstick.measure(&CORPUS));
}

/// Texts that do not repeat.
struct Corpus {
    articles: Vec<Article>,
    bytes: usize,
}

impl Corpus {
    fn read() -> Self {
        let mut texts = beside("seeds").map(|folder| files(&folder, &["txt"])).unwrap_or_default();
        texts.extend(beside("data/incidents").map(|folder| records(&folder)).unwrap_or_default());
        if texts.is_empty() {
            let scenarios = std::fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
            texts = scenarios.flat_map(|folder| files(&folder, &["md", "txt"])).collect();
        }
        let day = jiff::civil::date(2022, 3, 30);
        let articles: Vec<_> = texts.iter().map(|text| Article::plain("bench", text, Some(day))).collect();
        Self { bytes: articles.iter().map(|article| article.text().len()).sum(), articles }
    }

    /// Sentences as a line-based tool would cut them; not part of any time.
    fn sentences(&self) -> impl Iterator<Item = &[u8]> {
        self.articles
            .iter()
            .flat_map(|article| article.text().split('\n'))
            .flat_map(|line| line.split(". "))
            .map(str::as_bytes)
    }
}

/// The patterns as one set, and each by itself.
struct Yardstick {
    set: RegexSet,
    each: Vec<Regex>,
}

impl Yardstick {
    fn build() -> Self {
        let list = beside("score/yardstick.txt").map(|path| std::fs::read_to_string(path).unwrap());
        let list = list.as_deref().unwrap_or(PATTERNS);
        let patterns: Vec<&str> = list.lines().filter(|line| !line.trim().is_empty()).collect();
        // Without Unicode, `\b`, `\d` and `\s` are ASCII, which keeps the automaton on its fast path.
        let mut set = RegexSetBuilder::new(&patterns);
        set.unicode(false).dfa_size_limit(DFA_SIZE).size_limit(DFA_SIZE);
        let one = |pattern: &&str| RegexBuilder::new(pattern).unicode(false).build().unwrap();
        Self { set: set.build().unwrap(), each: patterns.iter().map(one).collect() }
    }

    fn measure(&self, corpus: &Corpus) -> usize {
        let hits = |sentence: &[u8]| -> usize {
            self.set.matches(sentence).into_iter().map(|hit| self.each[hit].find_iter(sentence).count()).sum()
        };
        corpus.sentences().map(hits).sum()
    }
}

fn scan_all(corpus: &Corpus) -> usize {
    corpus.articles.iter().map(|article| black_box(crosscheck::mention::scan(article, &LEXICON)).leaves.len()).sum()
}

fn extract_all(corpus: &Corpus, rules: &RuleSet) -> usize {
    let one = |article: &Article| {
        crosscheck::claim::extract(rules, &LEXICON, article, &crosscheck::mention::scan(article, &LEXICON))
    };
    corpus.articles.iter().map(|article| black_box(one(article)).claims.len()).sum()
}

fn summary() {
    let corpus = &*CORPUS;
    println!("{} articles, {:.2} MB, one thread\n", corpus.articles.len(), megabytes(corpus.bytes));
    println!("{:<12} {:>10} {:>10} {:>12} {:>12} {:>9}", "", "cold", "warm", "cold MB/s", "warm MB/s", "found");
    let mut yardstick = None;
    let measure = Passes::of(|| yardstick.get_or_insert_with(Yardstick::build).measure(corpus));
    measure.print("yardstick", corpus.bytes);
    let scan = Passes::of(|| scan_all(corpus));
    scan.print("scan", corpus.bytes);
    let mut ratios = vec![("scan", scan, TARGET_SCAN)];
    for (name, packs, target) in selections() {
        let rules = RuleSet::embedded(&Selection { packs, rules: Vec::new() }).expect("the rules load");
        let extract = Passes::of(|| extract_all(corpus, &rules));
        extract.print(name, corpus.bytes);
        ratios.push((name, extract, target));
    }
    println!("\nin passes of the yardstick:");
    let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64();
    for (name, passes, target) in ratios {
        let (cold, warm) = (ratio(passes.cold, measure.cold), ratio(passes.warm, measure.warm));
        println!("{name:<12} {cold:>5.1} cold {warm:>5.1} warm (at most {target})");
    }
    println!("start with one small article: {:.1?} (at most {TARGET_START:.0?})\n", start_up());
}

/// The rules to extract with: by packs, and what that may cost at most.
fn selections() -> [(&'static str, Vec<String>, f64); 3] {
    let named = |packs: &[&str]| packs.iter().map(|&pack| pack.to_owned()).collect();
    let folder = |file: &RuleFile| Some(file.path.parent()?.file_name()?.to_str()?.to_owned());
    let mut all: Vec<String> = embedded_files().iter().filter_map(folder).filter(|pack| pack != "lexicon").collect();
    all.dedup();
    [
        ("extract", Vec::new(), TARGET_DEFAULT),
        ("+ quantities", named(&["default", "quantities"]), TARGET_MORE),
        ("all packs", all, TARGET_MORE),
    ]
}

/// The first pass, and the best of the later ones.
struct Passes {
    cold: Duration,
    warm: Duration,
    found: usize,
}

impl Passes {
    fn of(mut pass: impl FnMut() -> usize) -> Self {
        let mut timed = || {
            let start = Instant::now();
            (black_box(pass()), start.elapsed())
        };
        let (found, cold) = timed();
        let warm = (0..WARM_PASSES).map(|_| timed().1).min().unwrap_or(cold);
        Self { cold, warm, found }
    }

    fn print(&self, name: &str, bytes: usize) {
        let rate = |time: Duration| megabytes(bytes) / time.as_secs_f64();
        let (cold, warm) = (rate(self.cold), rate(self.warm));
        println!("{name:<12} {:>10.1?} {:>10.1?} {cold:>12.1} {warm:>12.1} {:>9}", self.cold, self.warm, self.found);
    }
}

/// The median of some runs of the program on one small article.
fn start_up() -> Duration {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("article.txt");
    std::fs::write(&article, "The two presidents spoke for an hour on Tuesday.\n").unwrap();
    let run = || {
        let start = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
        command.arg("check").arg(&article).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        start.elapsed()
    };
    let mut times: Vec<_> = (0..21).map(|_| run()).collect();
    times.sort();
    times[times.len() / 2]
}

#[allow(clippy::cast_precision_loss)]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A part of the data beside the project, where it is there.
fn beside(part: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("CROSSCHECK_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    Some(folder.join(part)).filter(|path| path.exists())
}

/// The texts of a folder's files with one of these extensions, by name.
fn files(folder: &Path, extensions: &[&str]) -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| extensions.contains(&e.to_string_lossy().as_ref())));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Title and text of every record of a folder's JSON-lines files.
fn records(folder: &Path) -> Vec<String> {
    let text = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        format!("{}\n\n{}", record["title"].as_str().unwrap_or(""), record["text"].as_str().unwrap_or(""))
    };
    files(folder, &["jsonl"]).iter().flat_map(|file| file.lines()).map(text).collect()
}
