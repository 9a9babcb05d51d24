//! `crosscheck.toml`: where it is found, what it does, what wins, and how its mistakes are told. Completions and manual pages.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

const STORY: &str = "---\nsource: OUTLET\npublished: 2031-05-07\n---\n\
    Anna Berg and Olaf Scholz met in Berlin on Tuesday. The meeting lasted LENGTH.\n";

/// `desk/crosscheck.toml` above `desk/stories/berlin/`, in which two articles exclude each other.
fn desk(config: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let stories = folder.path().join("desk/stories/berlin");
    fs::create_dir_all(&stories).unwrap();
    for (outlet, length) in [("lantern", "90 minutes"), ("courier", "three hours")] {
        let story = STORY.replace("OUTLET", outlet).replace("LENGTH", length);
        fs::write(stories.join(format!("{outlet}.md")), story).unwrap();
    }
    fs::write(folder.path().join("desk/crosscheck.toml"), config).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    common::crosscheck(arguments).current_dir(folder).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn it_is_found_upward_and_the_command_line_wins() {
    let folder = desk("[check]\nfail-on = 'never'\nformat = 'json'\n");
    let from = |place: &str, arguments: &[&str]| run(&folder.path().join(place), arguments);
    for (place, path) in
        [("", "desk/stories/berlin"), ("desk", "stories"), ("desk/stories/berlin", "lantern.md"), ("desk/stories", ".")]
    {
        let output = from(place, &["check", path]);
        assert_eq!(output.status.code(), Some(0), "{place}: {}", common::described(&output));
        assert!(text(&output.stdout).starts_with('{'), "{place}");
        assert!(
            text(&output.stderr).contains("crosscheck.toml`: fail-on, format"),
            "{place}: {}",
            text(&output.stderr)
        );
    }
    let won = from("desk", &["check", "stories", "--fail-on", "conflict", "--format", "csv"]);
    assert_eq!(won.status.code(), Some(1));
    assert!(text(&won.stdout).starts_with("finding,"));
    assert_eq!(from("desk", &["check", "stories", "--no-config"]).status.code(), Some(1));
    assert_eq!(from("", &["check", "desk/stories", "--quiet"]).stderr, b"");
}

#[test]
fn a_file_may_be_named_and_its_paths_begin_at_its_folder() {
    let folder = desk("");
    fs::create_dir(folder.path().join("settings")).unwrap();
    let config = "sources = 'outlets.toml'\nreconcile = 'authority'\npack = ['talks']\n";
    fs::write(folder.path().join("settings/our.toml"), config).unwrap();
    let outlets = "[[source]]\nname = 'lantern'\ngrade = 'A1'\n";
    fs::write(folder.path().join("settings/outlets.toml"), outlets).unwrap();
    let output = run(folder.path(), &["check", "desk/stories", "--config", "settings/our.toml"]);
    assert!(text(&output.stdout).contains("takes “90 minutes” (lantern)"), "{}", common::described(&output));
    let missing = run(folder.path(), &["check", "desk/stories", "--config", "none.toml"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("cannot read the configuration `none.toml`"));
}

#[test]
fn every_command_takes_what_it_has() {
    let folder = desk("decisions = 'our/decided.toml'\nvague = 'strict'\n[extract]\nformat = 'jsonl'\n");
    fs::create_dir(folder.path().join("desk/our")).unwrap();
    let extracted = run(folder.path(), &["extract", "desk/stories", "--quiet"]);
    assert!(text(&extracted.stdout).starts_with('{'), "{}", common::described(&extracted));
    let json = run(folder.path(), &["check", "desk/stories", "--format", "json", "--no-config"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let id = json["findings"][0]["id"].as_str().unwrap();
    let decided =
        run(folder.path(), &["decide", id, "desk/stories", "--as", "accepted", "--by", "Jo", "--why", "known"]);
    assert!(decided.status.success(), "{}", common::described(&decided));
    assert!(folder.path().join("desk/our/decided.toml").is_file());
    assert_eq!(run(folder.path(), &["check", "desk/stories"]).status.code(), Some(0));
}

#[test]
fn mistakes_are_told_with_their_place() {
    for (name, config) in [
        ("unknown", "rules = 'x'\n[check]\nfail_on = 'never'\n"),
        ("mistyped", "pack = 'courts'\n"),
        ("word", "[check]\nfail-on = 'conflicts'\n"),
        ("syntax", "pack = ['courts'\nrule = x\n"),
    ] {
        let folder = desk(config);
        let output = run(&folder.path().join("desk"), &["check", "stories"]);
        assert_eq!(output.status.code(), Some(2), "{}", common::described(&output));
        insta::with_settings!({ snapshot_path => "../snapshots/cli", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("config-{name}"), text(&output.stderr));
        });
    }
}

#[test]
fn config_shows_what_is_in_force_and_from_where() {
    let folder = desk("by-story = true\n\n[check]\nfail-on = 'differ'\n");
    let shown = run(&folder.path().join("desk"), &["config", "stories", "--vague", "acled"]);
    assert!(shown.status.success(), "{}", common::described(&shown));
    let shown = text(&shown.stdout);
    let line = |option: &str| shown.lines().find(|line| line.split(' ').next() == Some(option)).unwrap_or_default();
    let words = |option: &str| line(option).split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
    assert!(shown.starts_with("configuration: crosscheck.toml\n"), "{shown}");
    assert_eq!(words("by-story"), "yes crosscheck.toml:1", "{shown}");
    assert_eq!(words("fail-on"), "differ crosscheck.toml:4", "{shown}");
    assert_eq!(words("vague"), "acled command line", "{shown}");
    assert_eq!(words("format"), "table default", "{shown}");
    assert_eq!(words("sources"), "- not given", "{shown}");
}

#[test]
fn the_schemas_are_those_that_the_program_prints() {
    for of in ["config", "decisions"] {
        let printed = common::stdout(&mut common::crosscheck(["config", "--schema", of]));
        let path = common::root().join(format!("docs/{of}.schema.json"));
        if std::env::var_os("README_UPDATE").is_some() {
            fs::write(&path, &printed).unwrap();
        }
        let repair = format!("run `cargo run -- config --schema {of} > docs/{of}.schema.json`");
        assert!(
            fs::read_to_string(&path).unwrap_or_default() == printed,
            "docs/{of}.schema.json is not what is printed: {repair}"
        );
    }
}

/// The names of the commands below the program, by its own help.
fn commands(of: &[&str]) -> Vec<String> {
    let help = common::stdout(&mut common::crosscheck([of, &["--help"]].concat()));
    let listed = help.split("Commands:\n").nth(1).unwrap_or_default().split("\n\n").next().unwrap().to_owned();
    let names = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.map(|line| line.split_whitespace().next().unwrap().to_owned()).filter(|name| name != "help").collect()
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let (top, rules) = (commands(&[]), commands(&["rules"]));
    assert!(top.len() > 6 && rules.len() > 8, "{top:?} {rules:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = common::stdout(&mut common::crosscheck(["completions", shell]));
        let missing: Vec<_> = top.iter().chain(&rules).filter(|name| !script.contains(name.as_str())).collect();
        assert!(
            missing.is_empty() && script.contains("--fail-on") || script.contains("fail-on"),
            "{shell}: {missing:?}"
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man");
    common::stdout(&mut common::crosscheck(["man", "--out", out.to_str().unwrap()]));
    let page =
        |name: String| fs::read_to_string(out.join(format!("{name}.1"))).unwrap_or_else(|_| panic!("no page {name}"));
    for name in &top {
        assert!(page(format!("crosscheck-{name}")).contains(".TH"), "{name}");
    }
    for name in &rules {
        assert!(page(format!("crosscheck-rules-{name}")).contains(".TH"), "{name}");
    }
    assert!(page("crosscheck-check".into()).contains("fail\\-on"));
    assert!(common::stdout(&mut common::crosscheck(["man"])).contains(".TH crosscheck"));
}
