//! Turns `rules/lexicon/*.toml` into static tables, so that nothing large is parsed when the program starts.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "../src/lexicon/compile.rs"]
#[allow(dead_code)]
mod compile;
#[path = "../src/lexicon/fnv.rs"]
#[allow(dead_code)]
mod fnv;
#[path = "../src/lexicon/source.rs"]
mod source;

use compile::{Compiler, NameRow, Tables};

/// Writes `lexicon.rs` to the build's output folder. A malformed file fails the build with its name and line.
pub(crate) fn embed() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new("rules/lexicon");
    println!("cargo::rerun-if-changed=rules/lexicon");
    println!("cargo::rerun-if-changed=src/lexicon/source.rs");
    println!("cargo::rerun-if-changed=src/lexicon/compile.rs");
    println!("cargo::rerun-if-changed=src/lexicon/fnv.rs");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.filter_map(|item| Some(item.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut compiler = Compiler::default();
    for path in files {
        let parsed = toml::from_str(&fs::read_to_string(&path)?);
        compiler.add(parsed.map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("lexicon.rs");
    fs::write(out, source_of(&compiler.finish()?)?)?;
    Ok(())
}

/// The tables as Rust source.
fn source_of(tables: &Tables) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    writeln!(out, "pub(super) static ENTRIES: &[(&str, &str, u8, bool, u32, &str, &[&str])] = &[")?;
    for entry in &tables.entries {
        let (key, name, sort, offices) = (&entry.key, &entry.name, &entry.sort, &entry.offices);
        let (kind, capital, part_of) = (entry.kind, entry.capital, entry.part_of);
        writeln!(out, "({key:?},{name:?},{kind},{capital},{part_of},{sort:?},&{offices:?}),")?;
    }
    writeln!(out, "];\npub(super) static NAMES: &[NameRow] = &[")?;
    for name in &tables.names {
        let NameRow { first, entry, second, more, count, flags } = name;
        let head = format!("first:{first},entry:{entry},second:{second}");
        writeln!(out, "NameRow{{{head},more:{more},count:{count},flags:{flags}}},")?;
    }
    writeln!(out, "];\npub(super) static WORDS: &[u64] = &{:?};", tables.words)?;
    writeln!(out, "pub(super) static SHAPES: &[u8] = &{:?};", tables.shapes)?;
    writeln!(out, "pub(super) static SLOTS: &[u32] = &{:?};", tables.slots)?;
    let bits = tables.bits.each_ref().map(|bits| format!("&{bits:?}"));
    writeln!(out, "pub(super) static BITS: [&[u64]; 3] = [{}];", bits.join(","))?;
    writeln!(out, "pub(super) static LISTS: &[(&str, &[&str])] = &[")?;
    for (list, words) in &tables.lists {
        writeln!(out, "({list:?},&{words:?}),")?;
    }
    writeln!(out, "];")?;
    Ok(out)
}
