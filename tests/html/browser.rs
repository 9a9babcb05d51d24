//! The page in a real browser: accessible, nothing loaded, filters that count right. Needs Chromium, Node, and the packages
//! `playwright-core` and `axe-core` (`.ci/run` installs them into `target/browser`); where they are not, it says so.

use std::path::PathBuf;
use std::process::Command;

use crate::common::{described, root};
use crate::{hostile, page, written};

/// Chromium and the folder of the packages; `None`, with a word about it, where something is missing.
fn tools() -> Option<(PathBuf, PathBuf)> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    let program = |name: &str| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file());
    let modules = std::env::var_os("CROSSCHECK_BROWSER").map_or_else(|| root().join("target/browser"), PathBuf::from);
    let package = |name: &str| modules.join("node_modules").join(name).is_dir();
    let missing: Vec<&str> = [
        ("chromium", program("chromium").is_some()),
        ("node", program("node").is_some()),
        ("playwright-core", package("playwright-core")),
        ("axe-core", package("axe-core")),
    ]
    .into_iter()
    .filter_map(|(name, there)| (!there).then_some(name))
    .collect();
    if !missing.is_empty() {
        eprintln!("skipped: the browser test needs {} (packages in {})", missing.join(", "), modules.display());
    }
    Some((program("chromium").filter(|_| missing.is_empty())?, modules))
}

/// Opens a page and lets the script tell what does not hold.
fn holds(html: &str) {
    let Some((chromium, modules)) = tools() else { return };
    let folder = tempfile::tempdir().unwrap();
    let script = root().join("tests/html/browser.mjs");
    let page = written(folder.path(), html);
    let output = Command::new("node").arg(script).arg(page).arg(chromium).arg(modules).output().unwrap();
    assert!(output.status.success(), "{}", described(&output));
}

#[test]
fn stories_hold_in_a_browser() {
    let stories =
        ["call-2025-03-18", "kramatorsk-2022", "two-remarks", "ukraine-aid-total-2025", "minister-new-office"];
    let stories: Vec<String> = stories.iter().map(|story| format!("examples/{story}")).collect();
    holds(&page(&stories.iter().map(String::as_str).collect::<Vec<_>>()));
}

#[test]
fn an_attack_is_only_shown() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = hostile::write(folder.path());
    holds(&page(&arguments.iter().map(String::as_str).collect::<Vec<_>>()));
}
