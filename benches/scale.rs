//! What it costs to set many articles side by side, and whether it stays right: `check` beside `extract` alone over worlds of
//! known truth, and over the worst block there is, one kind, place and day. Whole processes on all cores, with the peak of
//! their memory. `cargo bench --bench scale -- 1000 10000 100000` says which sizes; without, the first two. `WORLD_COPY=folder`
//! keeps the worlds, `WORLD_NOTES=20` prints what was wrong or missed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::cast_precision_loss)]

#[path = "../tests/world/mod.rs"]
mod world;

use std::fs::File;
use std::io::{BufWriter, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4 as _;
use world::{Score, World};

const SIZES: &[usize] = &[1_000, 10_000];
/// Articles in the worst block; it is set beside a tenth of it.
const BLOCK: usize = 10_000;

fn main() {
    let named: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    println!(
        "{:>8} {:>8} {:>9} {:>9} {:>6} {:>9} {:>9}",
        "articles", "MB", "extract", "check", "ratio", "peak MB", "KB/claim"
    );
    for &size in if named.is_empty() { SIZES } else { &named } {
        let world = World::of(1, size);
        let (measured, output) = measure(&world);
        let score = Score::of(&world, &serde_json::from_slice(&output).unwrap());
        measured.print(world.articles.len(), score.claims);
        println!("         {score}");
        let notes = std::env::var("WORLD_NOTES").ok().and_then(|notes| notes.parse().ok()).unwrap_or(0);
        score.notes.iter().take(notes).for_each(|note| println!("  {note}"));
    }
    println!("one kind, place and day:");
    for size in [BLOCK / 10, BLOCK] {
        let (measured, output) = measure(&World::crowded(1, size));
        let checked: serde_json::Value = serde_json::from_slice(&output).unwrap();
        measured.print(size, checked["claims"].as_array().map_or(0, Vec::len));
    }
}

/// What one input cost.
struct Measured {
    bytes: u64,
    extract: Run,
    check: Run,
}

struct Run {
    wall: Duration,
    peak: u64,
}

impl Measured {
    fn print(&self, articles: usize, claims: usize) {
        let mega = |bytes: u64| bytes as f64 / 1e6;
        let [extract, check] = [&self.extract, &self.check].map(|run| run.wall.as_secs_f64());
        let each = self.check.peak.saturating_sub(self.bytes) as f64 / claims.max(1) as f64 / 1e3;
        let (size, peak) = (mega(self.bytes), mega(self.check.peak));
        println!(
            "{articles:>8} {size:>8.1} {extract:>8.2}s {check:>8.2}s {:>6.2} {peak:>9.1} {each:>9.2}",
            check / extract
        );
    }
}

fn measure(world: &World) -> (Measured, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.jsonl");
    world.write(&mut BufWriter::new(File::create(&file).unwrap())).unwrap();
    if let Some(copy) = std::env::var_os("WORLD_COPY") {
        std::fs::copy(&file, Path::new(&copy).join(format!("{}.jsonl", world.articles.len()))).unwrap();
    }
    let (extract, _) = run("extract", "jsonl", &file);
    let (check, output) = run("check", "json", &file);
    (Measured { bytes: file.metadata().unwrap().len(), extract, check }, output)
}

fn run(command: &str, format: &str, file: &Path) -> (Run, Vec<u8>) {
    let start = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args([command, "--format", format])
        .arg(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut output = Vec::new();
    program.stdout.take().unwrap().read_to_end(&mut output).unwrap();
    let used = program.wait4().unwrap();
    (Run { wall: start.elapsed(), peak: used.rusage.maxrss }, output)
}
