//! A manifest of any bytes beside one article: the article is read, or the run is refused with the manifest's line.
//! `cargo +nightly fuzz run manifest -- -dict=fuzz/manifest.dict -max_total_time=600`

#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use crosscheck::article::{ReadError, Sources, read};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

/// A folder of this process with the article in it.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let base = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let folder = base.join(format!("crosscheck-manifest-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("a.txt"), "Two men met on Friday, the ministry said.\n").expect("a file");
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let manifest = FOLDER.join("manifest.csv");
    fs::write(&manifest, bytes).expect("a file");
    let paths = vec![FOLDER.join("a.txt")];
    let sources = Sources { manifest: Some(manifest), ..Sources::new(paths, date(2026, 1, 1)) };
    match read(&sources) {
        // A row may give the article a language that is not read.
        Ok(corpus) => assert!(corpus.articles.len() == 1),
        Err(ReadError::Manifest { problem, .. }) => assert!(!problem.is_empty()),
        Err(ReadError::Nothing { skipped, .. }) => assert!(!skipped.is_empty()),
        Err(error) => panic!("{error}"),
    }
});
