//! Conflicts against stories whose truth is known. `WORLD_ARTICLES=10000 cargo test --test known_truth -- --nocapture` makes a
//! larger world; `WORLD_NOTES=20` prints what was wrong or missed; `CROSSCHECK_PROGRAM=target/release/crosscheck` is faster there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod common;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::BufWriter;

use serde_json::Value;
use world::altered::{Altered, Change, Copies};
use world::score::Checked;
use world::{Score, World};

/// What a reader can rely on.
const PRECISION: f64 = 0.98;
const RECALL: f64 = 0.95;

#[test]
fn conflicts_are_those_that_are_true() {
    let score = score(&World::of(1, number("WORLD_ARTICLES", 1_000)));
    println!("{score}");
    for note in score.notes.iter().take(number("WORLD_NOTES", 0)) {
        println!("  {note}");
    }
    assert!(score.precision() >= PRECISION && score.recall() >= RECALL, "{score}\n{}", score.notes.join("\n"));
}

/// Altered copies of real articles: the changed figure is told, and nothing else becomes a conflict by being copied.
#[test]
fn copies_of_real_articles_conflict_where_a_figure_changed() {
    let Some(folder) = common::shared("data/incidents") else { return };
    let records = ["shootings.jsonl", "syria.jsonl"].map(|name| std::fs::read_to_string(folder.join(name)).unwrap());
    let records: Vec<Value> =
        records.iter().flat_map(|text| text.lines()).map(|line| serde_json::from_str(line).unwrap()).collect();
    let copies = Copies::of(&records, number("COPIES_STEP", 1), 7);
    let said = said_of_copies(&copies);
    let (changed, others): (Vec<_>, Vec<_>) = said.iter().partition(|said| said.change == Change::Figure);
    let missed: Vec<_> = changed.iter().filter(|said| !said.conflict).collect();
    let wrong: Vec<_> = others.iter().filter(|said| said.conflict).collect();
    println!(
        "{} figures changed, {} not told; {} other copies, {} called a conflict",
        changed.len(),
        missed.len(),
        others.len(),
        wrong.len()
    );
    let told = changed.len() - missed.len();
    assert!(
        share(told, changed.len()) >= RECALL,
        "{} of {} changed figures not told: {missed:#?}",
        missed.len(),
        changed.len()
    );
    assert!(share(told, told + wrong.len()) >= PRECISION, "called a conflict, and none: {wrong:#?}");
}

/// What was said of a copy.
#[derive(Debug)]
#[allow(dead_code, reason = "shown where the test fails")]
struct Said {
    copy: String,
    original: String,
    change: Change,
    conflict: bool,
}

/// Whether each copy stands in a conflict with its original, where the original stands in none without it.
fn said_of_copies(copies: &Copies) -> Vec<Said> {
    let id = |index: usize| copies.records[index]["id"].as_str().unwrap().to_owned();
    let before = conflicts(&checked(&Copies::lines(&copies.records[..copies.originals])));
    let after = conflicts(&checked(&Copies::lines(&copies.records)));
    let erring = |change: Change| matches!(change, Change::Figure | Change::Updated);
    let numbered = || copies.altered.iter().enumerate().map(|(index, altered)| (id(copies.originals + index), altered));
    let errs: BTreeSet<String> =
        numbered().filter(|(_, altered)| erring(altered.change)).map(|(copy, _)| copy).collect();
    let one = |(copy, altered): (String, &Altered)| {
        let original = id(altered.original);
        // What others err in is no fault of this copy.
        let own = |articles: &&BTreeSet<String>| {
            articles.contains(&copy)
                && articles.contains(&original)
                && (erring(altered.change) || !articles.iter().any(|id| errs.contains(id)))
        };
        // A newer figure may well conflict with what a third article says.
        let alone = |articles: &&BTreeSet<String>| altered.change != Change::Updated || articles.len() == 2;
        let conflict = after.iter().filter(own).any(|articles| alone(&articles));
        Said { copy: copy.clone(), original, change: altered.change, conflict }
    };
    let at_peace = |said: &Said| !before.iter().any(|articles| articles.contains(&said.original));
    numbered().map(one).filter(at_peace).collect()
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// The articles of each conflict of a report.
fn conflicts(report: &Checked) -> Vec<BTreeSet<String>> {
    let article: BTreeMap<&str, &str> =
        report.claims.iter().map(|claim| (claim.id.as_str(), claim.article.as_str())).collect();
    let said = report.findings.iter().filter(|finding| finding.verdict == "conflict");
    said.map(|finding| finding.claims.iter().map(|id| article[id.as_str()].to_owned()).collect()).collect()
}

fn checked(lines: &str) -> Checked {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copies.jsonl");
    std::fs::write(&file, lines).unwrap();
    if let Some(copy) = std::env::var_os("WORLD_COPY") {
        std::fs::copy(&file, copy).unwrap();
    }
    let output = common::crosscheck(["check", "--format", "json", "--pack", "harm"]).arg(&file).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn score(world: &World) -> Score {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.jsonl");
    world.write(&mut BufWriter::new(File::create(&file).unwrap())).unwrap();
    if let Some(copy) = std::env::var_os("WORLD_COPY") {
        std::fs::copy(&file, copy).unwrap();
    }
    let mut command = common::crosscheck(["check", "--format", "json", "--max-size", "4G"]);
    let output = command.arg(&file).output().unwrap();
    Score::of(world, &serde_json::from_slice(&output.stdout).unwrap())
}

fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}
