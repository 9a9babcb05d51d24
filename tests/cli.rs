//! The program as a user meets it: arguments, exit status, what goes where, colour, width.
#![allow(clippy::unwrap_used, missing_docs)]

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Two reports of one call that exclude each other, and a third that goes with the first.
const STORIES: [(&str, &str); 3] = [
    (
        "ledger.md",
        "---\nsource: Daily Ledger\npublished: 2021-05-06\n---\nFrench President Emmanuel Macron and German Chancellor \
         Angela Merkel spoke by phone on Thursday.\n\nThe call between Macron and Merkel lasted 40 minutes, officials said.\n",
    ),
    (
        "post.md",
        "---\nsource: Harbour Post\npublished: 2021-05-06\n---\nEmmanuel Macron and Angela Merkel talked about the border on \
         Thursday.\n\nThe phone call between Macron and Merkel lasted three hours, according to the Chancellery.\n",
    ),
    (
        "wire.md",
        "---\nsource: Evening Wire\npublished: 2021-05-07\n---\nThe call between Emmanuel Macron and Angela Merkel on Thursday \
         lasted 40 minutes.\n",
    ),
];

/// A folder of articles, and the program run in it with an environment of nothing but what a case sets.
struct Case {
    folder: TempDir,
}

impl Case {
    fn of(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        Self { folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
        command.args(arguments.split_whitespace()).current_dir(self.path()).env_clear();
        command
    }

    fn run(&self, arguments: &str) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn run_with(&self, arguments: &str, name: &str, value: &str) -> Output {
        self.command(arguments).env(name, value).output().unwrap()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// Compares with `snapshots/cli/NAME.snap`.
fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/cli");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.add_filter(r"crosscheck \d+\.\d+\.\d+", "crosscheck VERSION");
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn help_teaches() {
    let case = Case::of(&[]);
    for (name, arguments) in [
        ("help", "--help"),
        ("help-short", "-h"),
        ("help-check", "check --help"),
        ("help-extract", "extract --help"),
        ("help-explain", "explain --help"),
        ("help-rules", "rules --help"),
        ("help-rules-test", "rules test --help"),
        ("help-rules-new", "rules new --help"),
        ("help-rules-lint", "rules lint --help"),
    ] {
        let output = case.run(arguments);
        assert_eq!(status(&output), 0, "{name}");
        snapshot(name, &out(&output));
    }
}

#[test]
fn no_arguments_print_the_help() {
    let output = Case::of(&[]).run("");
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("Usage: crosscheck <COMMAND>"));
}

#[test]
fn what_cannot_run_says_why_and_ends_with_two() {
    let case = Case::of(&[("empty.md", ""), ("story.md", "Nothing happened."), ("bad.csv", "name\nstory.md\n")]);
    for (name, arguments) in [
        ("missing-path", "check nowhere.md"),
        ("no-article", "check empty.md"),
        ("unknown-option", "check --colour story.md"),
        ("bad-date", "check story.md --published yesterday"),
        ("bad-format", "check story.md --format xml"),
        ("unknown-rule", "check story.md --rule kiled"),
        ("unknown-pack", "check story.md --pack weather"),
        ("missing-manifest", "check story.md --manifest none.csv"),
        ("output-folder-missing", "check story.md --output none/report.txt"),
        ("explain-nothing", "explain story.md"),
        ("explain-two-things", "explain story.md --claim a --finding b"),
        ("explain-unknown-claim", "explain story.md --claim 00"),
        ("explain-unknown-finding", "explain story.md --finding 00"),
        ("explain-empty-id", "explain story.md --claim="),
        ("explain-no-line", "explain story.md --at story.md"),
        ("explain-line-beyond", "explain story.md --at story.md:999"),
        ("explain-unknown-file", "explain story.md --at other.md:3"),
        ("width-too-small", "check story.md --width 3"),
    ] {
        let output = case.run(arguments);
        assert_eq!(status(&output), 2, "{name}: {}", err(&output));
        assert_eq!(out(&output), "", "{name}");
        snapshot(&format!("error-{name}"), &err(&output));
    }
}

#[test]
fn conflicts_decide_the_exit_status() {
    let case = Case::of(&STORIES);
    let output = case.run("check .");
    assert!(out(&output).starts_with("CONFLICT D1"), "{}{}", out(&output), err(&output));
    assert_eq!(status(&output), 1);
    assert_eq!(status(&case.run("check . --fail-on never")), 0);
    assert_eq!(status(&case.run("check ledger.md wire.md")), 0);
    assert_eq!(status(&case.run("check . --fail-on differ")), 1);
}

#[test]
fn the_table_fits_the_width_and_uses_it() {
    let case = Case::of(&STORIES);
    let widest = |output: &Output| out(output).lines().map(|line| line.chars().count()).max().unwrap();
    assert_eq!(widest(&case.run("check .")), 80);
    assert_eq!(widest(&case.run("check . --width 140")), 140);
    assert_eq!(widest(&case.run_with("check .", "COLUMNS", "100")), 100);
    assert_eq!(widest(&case.run_with("check . --width 60", "COLUMNS", "100")), 60);
}

#[test]
fn colour_is_for_those_who_ask() {
    let case = Case::of(&STORIES);
    let coloured = |output: &Output| out(output).contains('\u{1b}');
    assert!(!coloured(&case.run("check .")));
    assert!(coloured(&case.run("check . --color always")));
    assert!(coloured(&case.run_with("check .", "CLICOLOR_FORCE", "1")));
    assert!(!coloured(&case.run_with("check . --color never", "CLICOLOR_FORCE", "1")));
    assert!(!coloured(&case.run_with("check .", "NO_COLOR", "1")));
    let plain = out(&case.run("check ."));
    let stripped = anstream::adapter::strip_str(&out(&case.run("check . --color always"))).to_string();
    assert_eq!(plain, stripped);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let case = Case::of(&STORIES);
    for arguments in ["check . --format json", "extract . --format jsonl", "check . --all"] {
        let mut child = case.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(child.wait().unwrap().code().unwrap() < 2, "{said}");
        assert_eq!(said, "");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_run_goes_on() {
    let mut files = STORIES.to_vec();
    files.push(("empty.md", ""));
    let case = Case::of(&files);
    let output = case.run("check .");
    assert_eq!(status(&output), 1);
    assert!(err(&output).contains("skipped: ") && err(&output).contains("empty.md"), "{}", err(&output));
    assert!(out(&output).contains("1 source skipped"));
    assert_eq!(err(&case.run("check . --quiet")), "");
}

#[test]
fn standard_input_and_files_give_the_same_claims() {
    let record =
        r#"{"id": "a", "published": "2021-05-06", "text": "The call between Macron and Merkel lasted 40 minutes."}"#;
    let case = Case::of(&[("feed.jsonl", record)]);
    let mut child = case
        .command("extract - --format jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), record.as_bytes()).unwrap();
    let piped = child.wait_with_output().unwrap();
    assert_eq!(out(&piped), out(&case.run("extract feed.jsonl --format jsonl")));
    assert!(out(&piped).lines().count() >= 2, "{}", out(&piped));
}

#[test]
fn every_form_is_written_and_json_is_json() {
    let case = Case::of(&STORIES);
    let report: serde_json::Value = serde_json::from_str(&out(&case.run("check . --format json"))).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["articles"].as_array().unwrap().len(), 3);
    assert_eq!(report["findings"][0]["verdict"], "conflict");
    assert_eq!(report["findings"][0]["low"], 2400);
    for line in out(&case.run("check . --format jsonl")).lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(record["type"].is_string());
    }
    assert!(out(&case.run("check . --format csv")).starts_with("finding,verdict,class,"));
    assert!(out(&case.run("check . --format markdown")).starts_with("## conflict D1"));
    let printed = out(&case.run("check . --format json"));
    case.run("check . --format json --output report.json");
    assert!(std::fs::read_to_string(case.path().join("report.json")).unwrap() == printed);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let case = Case::of(&STORIES);
    for arguments in ["check . --all --show-unchecked", "check . --format json", "extract . --format jsonl"] {
        let first = out(&case.run(&format!("{arguments} --threads 1")));
        assert_eq!(first, out(&case.run(&format!("{arguments} --threads 4"))));
    }
}

#[test]
fn explain_tells_of_claims_findings_pairs_and_lines() {
    let case = Case::of(&STORIES);
    let report: serde_json::Value = serde_json::from_str(&out(&case.run("check . --format json"))).unwrap();
    let finding = report["findings"][0]["id"].as_str().unwrap();
    let claims: Vec<&str> =
        report["findings"][0]["claims"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    let told = |arguments: String| {
        let output = case.run(&arguments);
        assert_eq!(status(&output), 0, "{}", err(&output));
        out(&output)
    };
    assert!(told(format!("explain . --finding {}", &finding[..6])).contains("conflict D1"));
    assert!(told(format!("explain . --claim {}", &claims[0][..6])).contains("meeting-duration"));
    assert!(told(format!("explain . --pair {} {}", claims[0], claims[2])).contains("together"));
    assert!(told("explain . --at ledger.md:7".to_owned()).contains("claimed by"));
}

#[test]
fn escape_sequences_of_an_article_never_reach_the_terminal() {
    let text = "French President Emmanuel Macron and Angela Merkel spoke.\n\nThe call between Macron and Merkel \u{1b}[2J\u{1b}]0;own\u{7} lasted 40 minutes.\n";
    let case = Case::of(&[("story\u{1b}[31m.md", text), ("wire.md", STORIES[2].1)]);
    for arguments in ["check . --all --show-unchecked", "extract .", "check . --format markdown --all"] {
        let output = case.run(arguments);
        assert!(!out(&output).contains('\u{1b}') && !out(&output).contains('\u{7}'), "{arguments}");
        assert!(!err(&output).contains('\u{1b}'), "{arguments}");
    }
}

#[test]
fn rules_are_listed_and_explained() {
    let case = Case::of(&[]);
    let list = out(&case.run("rules list"));
    assert!(list.contains("killed") && list.contains("meeting-duration"), "{list}");
    let explained = out(&case.run("rules explain killed"));
    for part in ["Settings", "Patterns", "What stands for what", "{victims}", "It must find", "rules/harm/killed.toml"]
    {
        assert!(explained.contains(part), "{part}: {explained}");
    }
    assert_eq!(status(&case.run("rules explain kiled")), 2);
    assert_eq!(status(&case.run("rules lint")), 0);
}

#[test]
fn a_rule_file_with_errors_is_shown_whole_and_refused() {
    let case =
        Case::of(&[("mine/talks/broken.toml", "summary = \"x\"\nseverty = \"error\"\n"), ("story.md", "12 came.")]);
    let output = case.run("rules lint mine");
    assert_eq!(status(&output), 1, "{}", err(&output));
    assert!(out(&output).contains("did you mean `severity`?"), "{}", out(&output));
    let output = case.run("check story.md --rules mine");
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("severty"), "{}", err(&output));
}

/// A rule with a slip that has one meaning, and with warnings.
const SLIPS: &str = "summary = \"How many ships came.\"\nexplain = \"Ships.\"\n\n[value.count]\n\n# both\n[[patern]]\n\
    match = '{value}  ships? came'  \n\n[[allow]]\nlint = 'few-texts'\nwhy = 'a first try'\n";

#[test]
fn rules_are_checked_in_every_form_and_mechanical_slips_put_right() {
    let case = Case::of(&[("mine/harbour/ships.toml", SLIPS)]);
    for (name, arguments) in [
        ("rules-lint", "rules lint mine"),
        ("rules-lint-json", "rules lint mine --format json"),
        ("rules-lint-github", "rules lint mine --format github"),
        ("rules-lint-fix", "rules lint mine --fix --fail-on never"),
    ] {
        let output = case.run(arguments);
        assert_eq!(status(&output), i32::from(name != "rules-lint-fix"), "{name}: {}", err(&output));
        snapshot(name, &out(&output));
    }
    let fixed = std::fs::read_to_string(case.path().join("mine/harbour/ships.toml")).unwrap();
    assert!(fixed.contains("# both\n[[pattern]]\nmatch = '{value} ships? came'\n"), "{fixed}");
    assert_eq!(status(&case.run("rules lint mine")), 0);
    assert_eq!(status(&case.run("rules lint mine --fail-on warning")), 1);
    assert_eq!(status(&case.run("rules lint --fix")), 2);
    assert_eq!(status(&case.run("rules lint nowhere")), 2);
}

#[test]
fn each_check_of_rule_files_is_explained() {
    let case = Case::of(&[]);
    for kind in crosscheck::rule::ProblemKind::ALL {
        let output = case.run(&format!("rules lint --explain {}", kind.name()));
        assert_eq!(status(&output), 0, "{}", err(&output));
    }
    snapshot("rules-lint-explain", &out(&case.run("rules lint --explain open-ended")));
    assert!(err(&case.run("rules lint --explain open-endet")).contains("did you mean `open-ended`?"));
}

/// A rule with two texts that go wrong and two that go right.
const SHIPS: &str = "summary = \"How many ships came.\"\nexplain = \"Ships.\"\ndefault = true\n[value.count]\n[[pattern]]\nmatch = '{value} ships? came'\n\
    [[accept]]\ntext = \"Some 14 ships came.\"\nvalue = 14\n[[accept]]\ntext = \"Some 14 ships came.\"\nvalue = 15\n\
    [[reject]]\ntext = \"14 trucks came\"\nwhy = \"no ships\"\n[[reject]]\ntext = \"14 ships came\"\nwhy = \"a test\"\n";

#[test]
fn the_texts_of_rules_are_run_and_each_outcome_is_named() {
    let case = Case::of(&[("mine/harbour/ships.toml", SHIPS)]);
    let output = case.run("rules test mine");
    assert_eq!(status(&output), 1, "{}", err(&output));
    snapshot("rules-test", &out(&output));
    assert_eq!(out(&output), out(&case.run("rules test mine --rule ships")));
    assert_eq!(status(&case.run("rules test --rule meeting-duration")), 0);
    assert_eq!(status(&case.run("rules test --rule ships")), 2);
    assert_eq!(status(&case.run("rules test nowhere")), 2);
}

/// A rule whose texts go right.
const SOUND: &str = "summary = \"How many ships came.\"\nexplain = \"Ships.\"\ndefault = true\n[value.count]\n[[pattern]]\nmatch = '{value} ships? came'\n\
    [[accept]]\ntext = \"Some 14 ships came.\"\nvalue = 14\n";

#[test]
fn what_a_rule_finds_in_articles_is_new_then_accepted_then_the_same_then_changed() {
    let article = ("mine/articles/a.md", "In May 2030, 14 ships came.\n");
    let case = Case::of(&[("mine/harbour/ships.toml", SOUND), article]);
    let waiting = case.path().join("mine/snapshots/ships.snap.new");
    let first = case.run("rules test mine");
    assert_eq!((status(&first), waiting.exists()), (1, true), "{}", out(&first));
    assert_eq!(status(&case.run("rules test mine --review")), 1, "nobody can be asked in a pipe");
    assert_eq!(status(&case.run("rules test mine --accept")), 0);
    assert_eq!((status(&case.run("rules test mine")), waiting.exists()), (0, false));
    std::fs::write(case.path().join(article.0), "In May 2030, 15 ships came.\n").unwrap();
    snapshot("rules-test-changed", &out(&case.run("rules test mine")));
    std::fs::write(case.path().join(article.0), article.1).unwrap();
    assert_eq!((status(&case.run("rules test mine")), waiting.exists()), (0, false));
}

#[test]
fn the_snapshot_of_a_rule_that_is_gone_is_named_and_then_removed() {
    let article = ("mine/articles/a.md", "In May 2030, 14 ships came.\n");
    let gone = ("mine/snapshots/gone.snap", "---\nsource: harbour/gone.toml\n---\nx\n");
    let other = ("mine/snapshots/other.snap", "---\nsource: tests/other.rs\n---\nx\n");
    let case = Case::of(&[("mine/harbour/ships.toml", SOUND), article, gone, other]);
    case.run("rules test mine --rule ships --accept");
    let named = case.run("rules test mine");
    assert_eq!(status(&named), 1);
    assert!(err(&named).contains("gone.snap") && !err(&named).contains("other.snap"), "{}", err(&named));
    assert_eq!(status(&case.run("rules test mine --accept")), 0);
    assert!(!case.path().join(gone.0).exists() && case.path().join(other.0).exists());
}

#[test]
fn a_snapshot_is_what_insta_reads_and_writes() {
    let article = ("mine/articles/a.md", "In May 2030, 14 ships came.\n");
    let case = Case::of(&[("mine/harbour/ships.toml", SOUND), article]);
    case.run("rules test mine --accept");
    let ours = std::fs::read_to_string(case.path().join("mine/snapshots/ships.snap")).unwrap();
    let contents = ours.splitn(3, "---\n").nth(2).unwrap().trim_end().to_owned();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(case.path().join("mine/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!("ships", contents));
}

#[test]
fn failures_are_told_to_services_in_their_form() {
    let case = Case::of(&[("mine/harbour/ships.toml", SHIPS)]);
    snapshot("rules-test-github", &out(&case.run("rules test mine --format github")));
    snapshot("rules-test-junit", &out(&case.run("rules test mine --format junit")));
}

#[test]
fn a_pack_and_a_file_are_tested_alone() {
    let other = ("mine/other/boats.toml", SOUND);
    let case = Case::of(&[("mine/harbour/ships.toml", SOUND), other]);
    assert!(out(&case.run("rules test mine")).contains("of 2 rules"));
    assert!(out(&case.run("rules test mine/harbour")).contains("of 1 rule:"));
    assert!(out(&case.run("rules test mine/other/boats.toml")).contains("mine/other/boats.toml:7: reported"));
}

#[test]
fn a_watched_rule_is_tested_as_soon_as_it_is_saved() {
    let case = Case::of(&[("mine/harbour/ships.toml", SOUND)]);
    let mut command = case.command("rules test mine --watch");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.contains("1 text of 1 rule")), "the first run");
    let path = case.path().join("mine/harbour/ships.toml");
    std::fs::write(&path, SOUND.replace("value = 14", "value = 15")).unwrap();
    let told: Vec<String> = lines.by_ref().take_while(|line| !line.contains("tested in")).collect();
    assert!(told.iter().any(|line| line.contains("wrong value")), "{told:?}");
    std::fs::write(&path, SOUND.replace("[value.count]", "[value.cout]")).unwrap();
    assert!(lines.any(|line| line.contains("ships.toml:4")), "an error, and the watch goes on");
    std::fs::write(&path, SOUND).unwrap();
    assert!(lines.any(|line| line.contains("tested in")));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_rule_is_begun_from_a_sentence_and_no_file_is_overwritten() {
    let case = Case::of(&[]);
    let new = |rest: &[&str]| {
        let mut command = case.command("rules new");
        command.args(rest).output().unwrap()
    };
    let from = ["--from", "At least 12 people were poisoned at the feast in Lyon."];
    assert_eq!(status(&new(&[&["poisoned", "--like", "killed"], &from[..]].concat())), 0);
    assert_eq!(status(&case.run("rules lint rules")), 0);
    assert_eq!(status(&case.run("rules test rules")), 0);
    let file = std::fs::read_to_string(case.path().join("rules/mine/poisoned.toml")).unwrap();
    assert!(file.contains("event    = \"harm\"") && file.contains("evolves"), "{file}");
    for (arguments, word) in [
        (&[&["poisoned"], &from[..]].concat(), "there already"),
        (&[&["killed"], &from[..]].concat(), "taken by"),
        (&[&["Poisoned"], &from[..]].concat(), "small letters"),
        (&[&["a", "--pack", "lexicon"], &from[..]].concat(), "name of a pack"),
        (&[&["a", "--value", "13"], &from[..]].concat(), "At least 12"),
        (&[&["a", "--like", "aid-amount"], &from[..]].concat(), "finds a money"),
        (&[&["a", "--like", "kiled"], &from[..]].concat(), "did you mean"),
        (&vec!["a", "--from", "Nobody came."], "no figure"),
    ] {
        let output = new(arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        assert!(err(&output).contains(word), "{arguments:?}: {}", err(&output));
    }
    assert_eq!(file, std::fs::read_to_string(case.path().join("rules/mine/poisoned.toml")).unwrap());
}

#[test]
fn a_lexicon_of_ones_own_is_read_with_the_rules() {
    let story = ("story.md", "In Wellbrook 12 people were killed on Friday.\n");
    let city = ("mine/lexicon/places.toml", "[city]\nwellbrook = { name = \"Wellbrook\", in = \"country:gb\" }\n");
    let case = Case::of(&[story, city]);
    let claims = out(&case.run("extract story.md --format jsonl --rules mine"));
    assert!(claims.contains("city:wellbrook"), "{claims}");
    let case = Case::of(&[story, ("mine/lexicon/places.toml", "[city]\nwellbrook = { nam = \"Wellbrook\" }\n")]);
    let output = case.run("extract story.md --rules mine");
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("places.toml:2:"), "{}", err(&output));
}

#[test]
fn vague_words_are_read_by_the_preset_that_is_asked_for() {
    let case = Case::of(&[("story.md", "Dozens of people were killed on Friday in Kyiv.\n")]);
    let claims = |preset: &str| out(&case.run(&format!("extract story.md --format jsonl --vague {preset}")));
    let high = |preset: &str, high: &str| assert!(claims(preset).contains(&format!("\"high\":{high},")), "{preset}");
    high("wide", "99");
    high("acled", "12");
    high("airwars", "24");
    assert!(!claims("strict").contains(r#""type":"claim""#));
}

#[test]
fn files_that_are_no_articles_are_counted_in_one_quiet_line() {
    let mut files = STORIES.to_vec();
    files.extend([("picture.png", "x"), ("manifest.csv", "file\n"), ("README.md", "Read me."), ("notes.toml", "")]);
    let output = Case::of(&files).run("check . --fail-on never");
    assert_eq!(err(&output), "");
    assert!(out(&output).contains("4 other files not read (*.png, *.toml, README, manifest.csv)"), "{}", out(&output));
    assert!(!out(&output).contains("skipped"), "{}", out(&output));
}
