//! Every form of a report: as it is kept in `snapshots/formats`, read back by a program of its kind, and unharmed by what an
//! article may hold.
#![allow(clippy::unwrap_used, clippy::print_stderr, missing_docs)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use calamine::{Data, Reader, Xlsx};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use tempfile::TempDir;

const FORMATS: [&str; 10] =
    ["table", "json", "jsonl", "csv", "markdown", "sarif", "junit", "github", "claim-review", "annotations"];

/// Two reports of one call that exclude each other, a third that agrees with the first, and a frost that one source tells of.
const STORIES: [(&str, &str); 4] = [
    (
        "ledger.md",
        "---\nsource: Daily Ledger\npublished: 2021-05-06\nurl: https://ledger.example/call\n---\nFrench President Emmanuel \
         Macron and German Chancellor Angela Merkel spoke by phone on Thursday.\n\nThe call between Macron and Merkel lasted \
         40 minutes, officials said.\n",
    ),
    (
        "post.md",
        "---\nsource: Harbour Post\npublished: 2021-05-06\n---\nEmmanuel Macron and Angela Merkel talked about the border on \
         Thursday – again.\n\nThe phone call between Macron and Merkel lasted **three\nhours**, according to the Chancellery.\n",
    ),
    (
        "wire.txt",
        "7 May 2021\n\nÉtude: the call between Emmanuel Macron and Angela Merkel on Thursday lasted 40 minutes.\n",
    ),
    (
        "frost.txt",
        "6 May 2021\n\nThe temperature in Oslo fell to -12 degrees Celsius on Thursday. Some 14 gadgets froze. Falling ice injured two people in Oslo.\n",
    ),
];

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("stories")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join("stories").join(name), text).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    let output = command.args(arguments.split_whitespace()).current_dir(folder).env_clear().output().unwrap();
    assert!(output.status.code().unwrap() < 2, "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn checked(folder: &Path, format: &str, more: &str) -> String {
    String::from_utf8(run(folder, &format!("check stories --quiet --format {format} {more}")).stdout).unwrap()
}

fn json(folder: &Path, format: &str, more: &str) -> Value {
    serde_json::from_str(&checked(folder, format, more)).unwrap()
}

fn workbook(folder: &Path, command: &str) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(run(folder, &format!("{command} --quiet --format xlsx")).stdout)).unwrap()
}

fn rows(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
    book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(list) => list.iter().for_each(|one| strings(one, found)),
        Value::Object(object) => object.values().for_each(|one| strings(one, found)),
        _ => {}
    }
}

/// What a program that may not be there makes of its input; `None` with a word where it is absent.
fn through(program: &str, arguments: &[&str], input: &str) -> Option<String> {
    let piped = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = piped else {
        eprintln!("skipped: there is no `{program}` here");
        return None;
    };
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stdout));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn each_form_is_as_it_is_kept() {
    let folder = folder(&STORIES);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots/formats");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.add_filter(r#""version": "\d+\.\d+\.\d+""#, r#""version": "VERSION""#);
    for format in FORMATS {
        settings.bind(|| insta::assert_snapshot!(format, checked(folder.path(), format, "")));
    }
    let mut book = workbook(folder.path(), "check stories");
    let sheet = |name: &str, rows: Vec<Vec<Data>>| {
        let row = |row: Vec<Data>| row.iter().map(|cell| format!("{cell:?}")).collect::<Vec<_>>().join(" | ");
        format!("# {name}\n{}\n", rows.into_iter().map(row).collect::<Vec<_>>().join("\n"))
    };
    let sheets: String = book.sheet_names().iter().map(|name| sheet(name, rows(&mut book, name))).collect();
    settings.bind(|| insta::assert_snapshot!("xlsx", sheets));
    let claims = run(folder.path(), "extract stories --quiet --format csv").stdout;
    settings.bind(|| insta::assert_snapshot!("extract-csv", String::from_utf8(claims).unwrap()));
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let folder = folder(&STORIES);
    for format in FORMATS.iter().chain(&["xlsx"]) {
        let once =
            |threads| run(folder.path(), &format!("check stories --all --format {format} --threads {threads}")).stdout;
        assert!(once(1) == once(4), "{format}");
    }
}

#[test]
fn a_reader_of_csv_finds_a_row_a_claim() {
    let folder = folder(&STORIES);
    let report = json(folder.path(), "json", "--pack default --pack quantities");
    let text = checked(folder.path(), "csv", "--pack default --pack quantities");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |name: &str| head.iter().position(|head| head == name).unwrap();
    let frosty = rows.iter().find(|row| row[column("figure")].starts_with("'-12")).unwrap();
    assert_eq!((&frosty[column("low")], &frosty[column("figure")]), ("-12", "'-12 degrees Celsius"));
    let told: BTreeSet<&str> = rows.iter().map(|row| &row[column("claim")]).collect();
    let claims = report["claims"].as_array().unwrap().iter().map(|claim| claim["id"].as_str().unwrap());
    assert_eq!(told, claims.collect());
}

#[test]
fn a_spreadsheet_finds_numbers_where_they_are_numbers() {
    let folder = folder(&STORIES);
    let mut book = workbook(folder.path(), "check stories");
    assert_eq!(book.sheet_names(), ["Findings", "Claims", "Articles", "Not checked"]);
    let claims = rows(&mut book, "Claims");
    let column = |name: &str| claims[0].iter().position(|cell| *cell == Data::String(name.to_owned())).unwrap();
    assert!(claims.iter().all(|row| row.len() == claims[0].len()));
    let mut quantities = workbook(folder.path(), "check stories --pack quantities");
    let frosty = rows(&mut quantities, "Claims")
        .into_iter()
        .find(|row| row[column("figure")].to_string().starts_with("-12"))
        .unwrap();
    assert_eq!(frosty[column("low")], Data::Float(-12.0));
    assert!(matches!(frosty[column("line")], Data::Float(_)));
    let articles = rows(&mut book, "Articles");
    assert_eq!(articles.len(), 1 + STORIES.len());
    let unchecked = rows(&mut book, "Not checked");
    assert!(unchecked.iter().any(|row| row[3].to_string().contains("14")), "{unchecked:?}");
    let mut extracted = workbook(folder.path(), "extract stories");
    assert_eq!(extracted.sheet_names(), ["Claims", "Articles", "Not checked"]);
    assert_eq!(rows(&mut extracted, "Claims").len(), claims.len());
}

#[test]
fn jq_reads_a_record_a_line_and_the_last_counts_them() {
    let folder = folder(&STORIES);
    let lines = checked(folder.path(), "jsonl", "");
    let Some(counted) = through("jq", &["-s", "-c", "[length - 1, .[-1].type, .[-1].records]"], &lines) else { return };
    let count = lines.lines().count() - 1;
    assert_eq!(counted.trim(), format!("[{count},\"summary\",{count}]"));
    let order = through("jq", &["-r", ".type"], &lines).unwrap();
    let mut kinds: Vec<&str> = order.lines().map(|kind| if kind == "claim" { "article" } else { kind }).collect();
    kinds.dedup();
    assert_eq!(kinds, ["article", "event", "finding", "figure", "summary"]);
    for format in ["json", "sarif", "claim-review", "annotations"] {
        assert!(through("jq", &["-e", "type == \"object\""], &checked(folder.path(), format, "--all")).is_some());
    }
}

#[test]
fn a_parser_of_xml_finds_conflicts_as_failures() {
    let folder = folder(&STORIES);
    let failures = |more: &str| {
        let text = checked(folder.path(), "junit", more);
        let document = roxmltree::Document::parse(&text).unwrap();
        let root = document.root_element();
        let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
        assert_eq!(root.attribute("tests"), Some(count("testcase").to_string().as_str()), "{text}");
        assert_eq!(root.attribute("failures"), Some(count("failure").to_string().as_str()), "{text}");
        assert_eq!(root.attribute("skipped"), Some(count("skipped").to_string().as_str()), "{text}");
        count("failure")
    };
    assert_eq!(failures(""), 1);
    assert_eq!(failures("--all"), 1);
}

#[test]
fn sarif_is_as_its_schema_says() {
    let (folder, hostile) = (folder(&STORIES), hostile());
    let Some(schema) = std::env::var_os("CROSSCHECK_SARIF_SCHEMA") else {
        eprintln!("skipped: CROSSCHECK_SARIF_SCHEMA does not name the schema (.ci/run fetches it)");
        return;
    };
    let python = std::env::var("CROSSCHECK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let program = "import json,sys,jsonschema;jsonschema.validate(json.load(sys.stdin),json.load(open(sys.argv[1])))";
    for folder in [folder.path(), hostile.path()] {
        for more in ["", "--all"] {
            let report = checked(folder, "sarif", more);
            assert!(through(&python, &["-c", program, schema.to_str().unwrap()], &report).is_some());
        }
    }
}

#[test]
fn regions_and_positions_lead_to_the_words() {
    let folder = folder(&STORIES);
    let text = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let mut places = 0;
    for result in json(folder.path(), "sarif", "--all")["runs"][0]["results"].as_array().unwrap() {
        let all = result["locations"].as_array().unwrap().iter().chain(result["relatedLocations"].as_array().unwrap());
        for place in all.map(|location| &location["physicalLocation"]) {
            let words = cut(&text(place["artifactLocation"]["uri"].as_str().unwrap()), &place["region"]);
            assert_eq!(plain(&words), plain(place["region"]["snippet"]["text"].as_str().unwrap()));
            places += 1;
        }
    }
    assert!(places >= 4);
    for annotation in json(folder.path(), "annotations", "--all")["items"].as_array().unwrap() {
        let selectors = &annotation["target"]["selector"];
        let name = annotation["body"][0]["value"].as_str().unwrap();
        let source = annotation["target"]["source"].as_str().unwrap();
        let source = if source.starts_with("https:") { "stories/ledger.md" } else { source };
        let (start, end) = (&selectors[1]["start"], &selectors[1]["end"]);
        let (start, end) = (number(start), number(end));
        let words: String = text(source).chars().skip(start).take(end - start).collect();
        assert_eq!(plain(&words), plain(selectors[0]["exact"].as_str().unwrap()), "{name}");
        let around = format!(
            "{}{}{}",
            selectors[0]["prefix"].as_str().unwrap(),
            selectors[0]["exact"].as_str().unwrap(),
            selectors[0]["suffix"].as_str().unwrap()
        );
        assert!(plain(&text(source)).contains(&plain(&around)), "{around}");
    }
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The words of a region: lines and columns from 1, the end column one past the last character.
fn cut(text: &str, region: &Value) -> String {
    let number = |name: &str| number(&region[name]);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = |line: usize, column: usize| {
        lines[..line - 1].iter().map(|line| line.chars().count()).sum::<usize>() + column - 1
    };
    let (start, end) = (at(number("startLine"), number("startColumn")), at(number("endLine"), number("endColumn")));
    text.chars().skip(start).take(end - start).collect()
}

/// Words without marks of Markdown and with single blanks.
fn plain(words: &str) -> String {
    words.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let before = folder(&STORIES);
    let moved: Vec<(&str, String)> = STORIES
        .iter()
        .map(|(name, text)| {
            let (head, body) = match text.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n")) {
                Some((front, body)) => (format!("---\n{front}---\n"), body),
                None => text.split_once("\n\n").map(|(day, body)| (format!("{day}\n\n"), body)).unwrap(),
            };
            (*name, format!("{head}The weather was fine and the markets were calm.\n\nNobody complained.\n\n{body}"))
        })
        .collect();
    let after = folder(&moved.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>());
    let results = |folder: &Path| -> Vec<(String, u64)> {
        let report = json(folder, "sarif", "--all");
        let one = |result: &Value| {
            let line = &result["locations"][0]["physicalLocation"]["region"]["startLine"];
            (result["partialFingerprints"].to_string(), line.as_u64().unwrap())
        };
        report["runs"][0]["results"].as_array().unwrap().iter().map(one).collect()
    };
    let (before, after) = (results(before.path()), results(after.path()));
    assert!(before.len() > 2 && before.len() == after.len(), "{before:?}");
    for ((print, line), (moved_print, moved_line)) in before.iter().zip(&after) {
        assert_eq!(print, moved_print);
        assert_eq!(line + 4, *moved_line);
    }
}

/// What each field of an article holds: markup, quotes, line ends, control characters, a formula, a workflow command, a link.
const HOSTILE: &str = "=cmd()|'/C calc'!A0 <script>alert(\"x\")</script> & ]]> --> %0A::error file=x::y \
                       \n::error::z\r\n::stop-commands::t\u{1b}[31m\u{7}\u{202e} [a](http://evil.example) @everyone {0} ```|*_`\t'\"";

/// Two records that conflict, hostile in all that they say.
fn hostile() -> TempDir {
    let record = |number: usize, length: &str| {
        let said = format!(
            "{HOSTILE}\n\nThe phone call between Emmanuel Macron and Angela Merkel lasted {length}, according to {HOSTILE}.\n"
        );
        let text = format!(
            "French President Emmanuel Macron and German Chancellor Angela Merkel spoke by phone on Thursday. {said}"
        );
        let field = |name: &str| format!("{HOSTILE} {name}{number}");
        serde_json::json!({
            "id": field("id"), "title": field("title"), "text": text, "source": field("source"), "published": "2021-05-06",
            "url": format!("javascript:alert(1)//{HOSTILE}"), "story": HOSTILE, "language": "en",
        })
        .to_string()
    };
    folder(&[("feed.jsonl", &format!("{}\n{}\n", record(1, "40 minutes"), record(2, "three hours")))])
}

#[test]
fn a_hostile_article_is_a_conflict_like_another() {
    let report = json(hostile().path(), "json", "");
    assert_eq!(report["findings"][0]["verdict"], "conflict");
}

#[test]
fn no_cell_is_a_formula() {
    let folder = hostile();
    for text in [
        checked(folder.path(), "csv", ""),
        String::from_utf8(run(folder.path(), "extract stories --format csv").stdout).unwrap(),
    ] {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let cells: Vec<String> =
            reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
        assert!(cells.iter().any(|cell| cell.starts_with("'=cmd()")));
        for cell in cells {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || cell.parse::<f64>().is_ok(), "{cell:?}");
            assert!(!cell.contains(['\n', '\r', '\u{1b}']), "{cell:?}");
        }
    }
    for command in ["check stories", "extract stories"] {
        let mut book = workbook(folder.path(), command);
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        }
        assert!(rows(&mut book, "Articles").iter().any(|row| row[1].to_string().starts_with("=cmd()")));
    }
}

#[test]
fn no_line_of_a_log_is_a_command_but_the_annotations() {
    let folder = hostile();
    let told = checked(folder.path(), "github", "");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(told.starts_with("::error file=") && !told.contains(['\r', '\u{1b}']), "{told}");
    let (_, properties) = told.split_once(' ').unwrap();
    let (properties, message) = properties.split_once("::").unwrap();
    assert_eq!(properties.split(',').filter_map(|part| part.split_once('=')).count(), 6, "{properties}");
    assert!(message.contains("%250A::error"), "{message}");
    for format in ["table", "csv", "markdown", "json", "jsonl", "sarif", "junit", "claim-review", "annotations"] {
        let text = checked(folder.path(), format, "--all --show-unchecked");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{format}\n{text}");
        assert!(!text.contains(['\u{1b}', '\u{7}']), "{format}");
    }
}

#[test]
fn markup_of_an_article_stays_words() {
    let folder = hostile();
    let markdown = checked(folder.path(), "markdown", "--all");
    for event in Parser::new_ext(&markdown, Options::all()) {
        let live =
            matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. }));
        assert!(!live, "{event:?}\n{markdown}");
        // In code nobody is called.
        let calls = matches!(&event, Event::Text(words) if words.contains("@everyone"));
        assert!(!calls, "{event:?}\n{markdown}");
    }
    let xml = checked(folder.path(), "junit", "--all");
    let document = roxmltree::Document::parse(&xml).unwrap();
    let names: BTreeSet<&str> =
        document.descendants().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).collect();
    let known = ["failure", "skipped", "system-out", "testcase", "testsuite", "testsuites"];
    assert!(names.iter().all(|name| known.contains(name)), "{names:?}");
}

#[test]
fn addresses_are_addresses_and_messages_hold_no_links() {
    let folder = hostile();
    for format in ["sarif", "claim-review", "annotations"] {
        let report = json(folder.path(), format, "--all");
        let mut words = Vec::new();
        strings(&report, &mut words);
        assert!(words.iter().all(|words| !words.starts_with("javascript:")), "{format}");
    }
    let sarif = json(folder.path(), "sarif", "--all");
    let result = &sarif["runs"][0]["results"][0];
    let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
    assert!(uri.chars().all(|c| c.is_ascii_alphanumeric() || "-._~/%".contains(c)), "{uri}");
    assert!(!result["message"]["text"].as_str().unwrap().contains("]("));
    let review = json(folder.path(), "claim-review", "");
    assert!(review["@graph"][0]["reviewRating"].is_null());
    assert_eq!(review["@graph"][0]["creativeWorkStatus"], "Draft");
}
