//! Writes `rules.rs` into the build folder: every rule file with its path, so that a new file needs no line of code.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Embeds `rules/<pack>/*.toml`, and of the lexicon the shared word lists.
pub(crate) fn embed() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("rules.rs");
    println!("cargo::rerun-if-changed=rules");
    let mut files = Vec::new();
    for folder in sorted(&root.join("rules"))?.iter().filter(|path| path.is_dir()) {
        files.extend(sorted(folder)?.into_iter().filter(|path| is_rule_file(path)));
    }
    let mut code = String::from("pub(super) static FILES: &[(&str, &str)] = &[\n");
    for file in &files {
        let name = file.strip_prefix(&root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        let _ = writeln!(code, "    ({name:?}, include_str!({:?})),", file.to_string_lossy());
    }
    code.push_str("];\n");
    fs::write(target, code)
}

/// The entries of a folder, sorted, so that the same sources give the same program.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn is_rule_file(path: &Path) -> bool {
    let lexicon = path.parent().is_some_and(|folder| folder.ends_with("lexicon"));
    path.extension().is_some_and(|extension| extension == "toml") && (!lexicon || path.ends_with("words.toml"))
}
