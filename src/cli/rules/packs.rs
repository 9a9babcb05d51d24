//! Which packs there are: the built-in ones and those of a folder of rules.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::cli::options::Rulebook;
use crate::rule::{BESIDE, embedded_files};

/// The folder of shared words beside the packs.
const LEXICON: &str = "lexicon";

/// Every pack, where none was chosen.
pub(super) fn everything_unless_chosen(rulebook: &Rulebook) -> Rulebook {
    let chosen = !(rulebook.pack.is_empty() && rulebook.rule.is_empty());
    if chosen {
        return Rulebook { rules: rulebook.rules.clone(), pack: rulebook.pack.clone(), rule: rulebook.rule.clone() };
    }
    everything_of(rulebook.rules.clone())
}

/// Every pack of the built-in rules and of a folder.
pub(super) fn everything_of(folder: Option<PathBuf>) -> Rulebook {
    let own = folder.iter().flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten().flatten());
    let own = own.map(|entry| entry.path()).filter(|path| path.is_dir() && holds_rules(path));
    let own = own.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let embedded = embedded_files().into_iter().filter_map(|file| {
        let folder = Path::new(&*file.path).parent()?.file_name()?;
        Some(folder.to_string_lossy().into_owned())
    });
    let packs: BTreeSet<String> =
        embedded.chain(own).filter(|name| name != LEXICON && !BESIDE.contains(&name.as_str())).collect();
    Rulebook { rules: folder, pack: packs.into_iter().collect(), rule: Vec::new() }
}

fn holds_rules(folder: &Path) -> bool {
    let mut files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files.any(|file| file.path().extension().is_some_and(|extension| extension == "toml"))
}
