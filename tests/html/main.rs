//! The HTML report: what it looks like, that it holds together, that nothing an article says gets out of its place.
#![cfg(feature = "report-html")]
#![allow(clippy::print_stderr, clippy::unwrap_used, unreachable_pub, missing_docs)]

#[path = "../common/mod.rs"]
mod common;

mod browser;
mod hostile;
mod parsed;

use std::path::Path;

use common::{crosscheck, root, stdout};
use parsed::Parsed;

/// The page of some articles.
fn page(arguments: &[&str]) -> String {
    stdout(crosscheck(["check", "--quiet", "--format", "html"]).args(arguments))
}

/// A page without its style and script, which stand in files of their own, and without the name of the version.
fn bare(page: &str) -> String {
    let without = |page: &str, name: &str| {
        let (start, end) = (format!("<{name}>"), format!("</{name}>"));
        let (head, rest) = page.split_once(&start).unwrap();
        format!("{head}{start}…{end}{}", rest.split_once(&end).unwrap().1)
    };
    without(&without(page, "style"), "script").replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

#[test]
fn a_story_as_a_page() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("snapshots/html"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let filter = |line: &str| line.contains("Content-Security-Policy");
    let page = bare(&page(&["examples/call-2025-03-18"]));
    let page: Vec<&str> = page.lines().filter(|line| !filter(line) && !line.trim().is_empty()).collect();
    settings.bind(|| insta::assert_snapshot!("call-2025-03-18", page.join("\n")));
}

#[test]
fn every_scenario_is_a_page_that_holds_together() {
    for scenario in common::scenarios() {
        let page = Parsed::of(&page(&[scenario.to_str().unwrap()]));
        assert_eq!(page.faults(), [""; 0], "{}", scenario.display());
    }
}

#[test]
fn all_stories_together_are_a_page_that_holds_together() {
    let page = Parsed::of(&page(&["examples"]));
    assert_eq!(page.faults(), [""; 0]);
    assert!(page.tags("article").count() > 50, "the examples have more findings");
}

#[test]
fn the_same_articles_make_the_same_page() {
    let folders = ["examples/kramatorsk-2022", "examples/two-remarks"];
    let one = page(&[folders[0], folders[1], "--threads", "1"]);
    assert!(one == page(&[folders[1], folders[0], "--threads", "4"]), "the page depends on order or threads");
}

#[test]
fn what_an_article_says_never_leaves_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = hostile::write(folder.path());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let page = Parsed::of(&page(&arguments));
    assert_eq!(page.faults(), [""; 0]);
    let text = page.text();
    for field in hostile::FIELDS {
        assert!(text.contains(&hostile::mark(field)), "the {field} is lost");
    }
    assert_eq!(page.tags("script").count(), 1, "one script, which is the page's own");
    for name in ["img", "iframe", "base", "object", "embed", "link"] {
        assert_eq!(page.tags(name).count(), 0, "no <{name}> came in");
    }
    assert!(page.handlers().is_empty(), "attributes that run: {:?}", page.handlers());
    let leads = |scheme: &str| page.links().into_iter().any(|link| link.starts_with(scheme));
    assert!(!leads("javascript:") && !leads("data:"), "{:?}", page.links());
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let page = page(&["examples"]);
    let parsed = Parsed::of(&page);
    assert_eq!(parsed.loads(), [""; 0], "what a browser would fetch");
    let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).unwrap().0;
    assert!(!style.contains("url(") && !style.contains("@import"), "the style loads something");
    assert!(page.contains("default-src &#x27;none&#x27;"), "the policy forbids everything else");
}

#[test]
fn the_seeds_are_a_page_that_holds_together() {
    let Some(seeds) = common::shared("seeds") else { return };
    let manifest = seeds.join("manifest.csv");
    for arguments in [vec![], vec!["--manifest", manifest.to_str().unwrap()]] {
        let page = Parsed::of(&page(&[&[seeds.to_str().unwrap()][..], &arguments[..]].concat()));
        assert_eq!(page.faults(), [""; 0]);
    }
}

#[test]
fn a_page_without_a_finding_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quiet.txt");
    std::fs::write(&path, "Nothing happened in the town on that day, and nobody said a word about it.\n").unwrap();
    let page = Parsed::of(&page(&[path.to_str().unwrap()]));
    assert_eq!(page.faults(), [""; 0]);
    assert!(page.text().contains("No figure was found that a rule knows"));
}

fn written(folder: &Path, page: &str) -> std::path::PathBuf {
    let path = folder.join("report.html");
    std::fs::write(&path, page).unwrap();
    path
}
