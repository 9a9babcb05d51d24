//! Web pages: what of them is the article, and what they say of it. Each page of `tests/pages` has its text beside it, as a
//! reader would copy it: the headline, then what belongs to the story. The pages are of our own writing.
#![cfg(feature = "html")]
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crosscheck::article::{Article, Corpus, Limits, Origin, Sources, Span, read, read_as, text_fragment};
use jiff::civil::{Date, date};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages")
}

fn sources() -> Sources {
    Sources::new(Vec::new(), date(2026, 1, 1))
}

fn page(name: &str, bytes: &[u8]) -> Corpus {
    read_as(name, bytes, &sources()).unwrap()
}

fn article(html: &str) -> Article {
    page("page.html", html.as_bytes()).articles.remove(0)
}

fn saved(name: &str) -> Article {
    let path = folder().join(name).with_extension("html");
    let mut corpus = read(&Sources { paths: vec![path], ..sources() }).unwrap();
    assert_eq!(corpus.articles.len(), 1, "{name}");
    corpus.articles.remove(0)
}

fn words(text: &str) -> Vec<String> {
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(word).filter(|word| !word.is_empty()).collect()
}

/// How many of what was found is wanted, each counted as often as it stands there.
fn shared<T: Ord + Clone>(found: &[T], wanted: &[T]) -> usize {
    let mut left: BTreeMap<T, usize> = BTreeMap::new();
    for one in wanted {
        *left.entry(one.clone()).or_default() += 1;
    }
    found
        .iter()
        .filter(|one| left.get_mut(one).is_some_and(|count| count.checked_sub(1).map(|less| *count = less).is_some()))
        .count()
}

fn pairs(words: &[String]) -> Vec<(String, String)> {
    words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

#[test]
fn the_words_of_each_article_are_found_and_no_others() {
    let mut pages = 0;
    let mut faults = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (expected, found) = (words(&fs::read_to_string(&path).unwrap()), words(saved(&name).text()));
        let hits = shared(&found, &expected);
        let kept_together = shared(&pairs(&found), &pairs(&expected));
        let complete = hits * 100 >= expected.len() * 97 && kept_together * 100 >= (expected.len() - 1) * 95;
        let clean = (found.len() - hits) * 100 <= found.len() * 2;
        if !complete || !clean {
            let (hit, of, all) = (hits, expected.len(), found.len());
            faults.push(format!(
                "{name}: {hit} of {of} words, {} foreign of {all}\n{}",
                all - hit,
                saved(&name).text()
            ));
        }
        pages += 1;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    assert!(pages >= 10);
}

/// What a page must be known to say of itself: published, modified, source, byline.
type Said = (&'static str, (Option<Date>, Origin), Option<Date>, Option<&'static str>, Option<&'static str>);

#[test]
fn days_and_names_are_those_of_the_page() {
    use Origin::{JsonLd, Meta, OpenGraph, Time, TopLine};
    let day = |year, month, day| Some(date(year, month, day));
    let pages: [Said; 12] = [
        (
            "news-consent",
            (day(2024, 5, 3), JsonLd),
            day(2024, 5, 4),
            Some("The Harbour Post"),
            Some("Grace Otieno, Tom Harker"),
        ),
        ("live-blog", (day(2025, 3, 12), JsonLd), day(2025, 3, 12), Some("Northern Wire"), Some("Ines Falk")),
        ("comment-thread", (day(2023, 10, 18), OpenGraph), None, Some("Millbrook Gazette"), Some("Dee Carver")),
        ("amp", (day(2024, 4, 28), JsonLd), day(2024, 4, 29), Some("Tana Times"), Some("Hassan Noor")),
        ("tables", (day(2023, 2, 20), Meta), day(2023, 2, 24), Some("Meridian Review"), Some("Data desk")),
        ("old-tables", (day(2001, 11, 14), TopLine), None, Some("Valley Courier"), Some("Walter Hughes")),
        ("cyrillic", (day(2019, 9, 7), Meta), None, Some("Dnieper Herald"), None),
        ("microdata-utf16", (day(2022, 1, 11), Time), day(2022, 1, 13), None, Some("Lena Brandt")),
        ("graph-dates", (day(2024, 11, 7), JsonLd), day(2024, 11, 8), Some("Continental"), Some("Mira Kovac")),
        ("print-view", (day(2020, 1, 30), TopLine), None, None, Some("Jonas Weil")),
        ("paywall", (day(2021, 8, 5), JsonLd), None, Some("The Ledger"), Some("Paul Reyes")),
        ("odd-characters", (day(2022, 6, 21), Meta), None, Some("Plains Weekly"), Some("Olga Reznik")),
    ];
    for (name, (published, from), modified, source, byline) in pages {
        let article = saved(name);
        let day = |dated: &Option<crosscheck::article::Dated>| dated.as_ref().map(|dated| dated.value);
        assert_eq!(day(&article.published), published, "{name}");
        assert_eq!(article.published.unwrap().from, from, "{name}");
        assert_eq!(day(&article.modified), modified, "{name}");
        let source = source.unwrap_or(name);
        assert_eq!(article.source.unwrap().value, source, "{name}");
        assert_eq!(article.byline.map(|byline| byline.value).as_deref(), byline, "{name}");
    }
}

#[test]
fn readings_that_disagree_are_kept_and_noted() {
    let corpus = read(&Sources { paths: vec![folder().join("graph-dates.html")], ..sources() }).unwrap();
    let readings = &corpus.articles[0].readings;
    let of = |field: &str, agrees: bool| -> Vec<(&str, Origin)> {
        let these = readings.iter().filter(|reading| reading.field == field && reading.agrees == agrees);
        these.map(|reading| (reading.value.as_str(), reading.from)).collect()
    };
    assert_eq!(of("published", false), [("2024-11-06", Origin::Meta)]);
    assert!(of("published", true).len() >= 3);
    assert_eq!(of("modified", false), [("2024-11-09T06:00:00+00:00", Origin::JsonLd)]);
    assert_eq!(of("title", false), [("Six hours of talks and little to show", Origin::OpenGraph)]);
    let notes: Vec<&str> = corpus.notes.iter().map(|note| note.reason.as_str()).collect();
    assert!(
        notes.iter().any(|note| note.contains("`published` is in doubt") && note.contains("2024-11-06 (meta)")),
        "{notes:?}"
    );
    assert_eq!(
        corpus.articles[0].url.as_deref(),
        Some("https://continental.example/politics/ministers-talk-six-hours")
    );
}

#[test]
fn a_span_leads_back_to_the_line_and_column_of_the_file() {
    for name in ["news-consent", "tables", "old-tables", "graph-dates"] {
        let bytes = fs::read(folder().join(name).with_extension("html")).unwrap();
        let source: Vec<Vec<char>> =
            encoding_rs::WINDOWS_1252.decode(&bytes).0.lines().map(|line| line.chars().collect()).collect();
        let article = saved(name);
        let figures = article.text().match_indices(|c: char| c.is_ascii_digit());
        for (at, digit) in figures {
            let found = article.locate(Span::of(at, at + 1));
            let line = &source[found.line - 1];
            // A page in UTF-8 is seen here through another encoding: its lines hold, its columns only where it is ASCII.
            if line.iter().all(char::is_ascii) || name == "old-tables" {
                assert_eq!(line[found.column - 1].to_string(), digit, "{name}: {found:?}");
            }
        }
    }
}

#[test]
fn a_fragment_names_a_sentence_of_the_page() {
    let article = saved("news-consent");
    let sentence = "Another 43 were taken to two hospitals, nine of them in a grave condition, according to the county’s health office.";
    let at = article.text().find(sentence).unwrap();
    let fragment = text_fragment(&article, Span::of(at, at + sentence.len())).unwrap();
    assert_eq!(fragment, ":~:text=Another%2043%20were%20taken%20to%20two,the%20county%E2%80%99s%20health%20office");
    let odd = saved("odd-characters");
    let at = odd.text().find("The region").unwrap();
    // "har-vest" and "1.2 million" stand otherwise on the page.
    let fragment = text_fragment(&odd, Span::of(at, odd.text().find("said.").unwrap() + 5)).unwrap();
    assert_eq!(fragment, ":~:text=The%20region%20expects%20a,than%20in%202021%2C%20the");
}

#[test]
fn a_page_is_known_by_its_content() {
    let story = "<p>Two men met on Friday, the ministry said, and spoke for an hour.</p>".repeat(3);
    for name in ["a.txt", "a", "a.html", "a.jsonl"] {
        let corpus = page(name, story.as_bytes());
        assert!(!corpus.articles[0].text().contains('<'), "{name}");
    }
    let plain = page("a.html", b"Two men met on Friday, where x < y, the ministry said.");
    let record = serde_json::json!({"id": "talks", "text": story});
    let records = page("a.jsonl", format!("{record}\n").as_bytes());
    assert_eq!(&*records.articles[0].id, "talks", "records whose texts hold elements are records");
    assert!(plain.articles[0].text().contains("x < y"));
    let marked = page("a.md", b"# Talks\n\n<div>Two men met.</div>\n");
    assert!(marked.articles[0].text().starts_with("Talks"));
    let archive = read_as(
        "a.mht",
        &b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>"[..],
        &sources(),
    );
    assert!(format!("{:?}", archive.unwrap_err()).contains("web archive"));
}

#[test]
fn figures_never_run_together() {
    let text = article("<main><p>The two sides agreed:</p><ul><li>1,200 troops<li>30 tanks</ul><table><tr><td>agreed<td>1,200 troops</table><p>One<br>2 men</main>").text().to_owned();
    for glued in ["agreed1", "troops30", "One2", "agreed 1,200"] {
        assert!(!text.contains(glued), "{text}");
    }
    let long = "a long item that says what the two sides had by then already agreed on";
    let text =
        article(&format!("<main><ul><li>{long}</li><li>300 tanks are to leave</li></ul></main>")).text().to_owned();
    assert!(text.contains("agreed on\n300"), "{text}");
}

/// What is wrong with a page that is not read.
fn refused(html: &str, limits: Limits) -> String {
    format!("{:?}", read_as("page.html", html.as_bytes(), &Sources { limits, ..sources() }).unwrap_err())
}

#[test]
fn pages_beyond_the_limits_are_named_at_once() {
    let begun = Instant::now();
    for nested in ["<div>", "<div><p>", "<b>", "<table><tr><td>", "<ul><li>", "<svg><g>"] {
        assert!(refused(&format!("<html>{}", nested.repeat(100_000)), Limits::default()).contains("deep"), "{nested}");
    }
    assert!(refused("<html><p>Two men met.", Limits { time: Duration::ZERO, ..Limits::default() }).contains("seconds"));
    assert!(
        refused(&"<html><p>Two men met.".repeat(1000), Limits { size: 5000, ..Limits::default() })
            .contains("5000 bytes")
    );
    assert!(begun.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_page_as_deep_as_allowed_is_read() {
    let html =
        format!("{}<p>Two men met on Friday, the ministry said, and spoke for an hour.</p>", "<div>".repeat(500));
    assert!(article(&html).text().starts_with("Two men met"));
}

#[test]
fn large_pages_of_one_kind_take_time_in_proportion() {
    for piece in [
        "<p>Two men met on Friday, he said.</p>",
        "<br>",
        "a<b>b</b>",
        "&amp;",
        "<td>",
        "<h2><a href=x>Two</a></h2>",
        "</p>",
        "<time>1</time>",
    ] {
        let begun = Instant::now();
        let html =
            format!("<html><body><p>Two men met on Friday, the ministry said, and spoke.</p>{}", piece.repeat(30_000));
        let _ = read_as("page.html", html.as_bytes(), &sources());
        assert!(begun.elapsed() < Duration::from_secs(20), "{piece}: {:?}", begun.elapsed());
    }
}

const STORY: [&str; 4] = [
    "A ferry sank off Mombasa on Friday. At least seventeen people were killed and 43 were injured, the coast guard said.",
    "“There were 20 life jackets for 190 people,” said the transport minister, Kipchumba Murkomen.",
    "The operator was fined $2.5 million in 2022. Its captain was arrested on Saturday.",
    "Divers searched the hull for two and a half hours.",
];
const TITLE: &str = "Ferry sinks off Mombasa, killing seventeen";

/// The story in one form, beside another outlet's, and what `check` finds: all but ids and places.
fn findings(name: &str, story: &str) -> Vec<serde_json::Value> {
    let folder = tempfile::tempdir().unwrap();
    let other = "---\nsource: The Sound\npublished: 2024-05-04\n---\nA ferry sank off Mombasa on Friday. Nineteen people were killed and 47 were injured, officials said.\n";
    fs::write(folder.path().join("other.md"), other).unwrap();
    fs::write(folder.path().join(name), story).unwrap();
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    let output = command.args(["check", "--all", "--format", "json"]).arg(folder.path()).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let claims: BTreeMap<&str, serde_json::Value> = report["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| {
            let kept = ["rule", "text", "sentence", "value", "scope", "attribution"].map(|key| claim[key].clone());
            (claim["id"].as_str().unwrap(), kept.to_vec().into())
        })
        .collect();
    let finding = |finding: &serde_json::Value| -> serde_json::Value {
        let of: Vec<_> =
            finding["claims"].as_array().unwrap().iter().map(|id| claims[id.as_str().unwrap()].clone()).collect();
        let kept = ["rule", "verdict", "class", "low", "best", "high", "unit"].map(|key| finding[key].clone());
        let mut all = kept.to_vec();
        let mut of: Vec<String> = of.iter().map(ToString::to_string).collect();
        of.sort();
        all.push(of.into());
        all.into()
    };
    let mut found: Vec<_> = report["findings"].as_array().unwrap().iter().map(finding).collect();
    found.sort_by_key(ToString::to_string);
    found
}

#[test]
fn one_story_gives_the_same_findings_in_every_form() {
    let paragraphs = STORY.join("\n\n");
    let text = format!("{TITLE}\n\nPublished: 2024-05-04\n\n{paragraphs}\n");
    let markdown = format!("---\ntitle: {TITLE}\npublished: 2024-05-04\nsource: post\n---\n{paragraphs}\n");
    let record = serde_json::json!({"title": TITLE, "published": "2024-05-04", "source": "post", "text": paragraphs});
    let html = format!(
        "<html lang=en><title>{TITLE} | post</title><meta property=article:published_time content=2024-05-04><nav>Home</nav><main><h1>{TITLE}</h1><p>{}</p></main><footer>900 readers were killed.</footer>",
        STORY.join("</p><p>")
    );
    let expected = findings("post.txt", &text);
    assert!(expected.len() >= 3 && expected.iter().any(|finding| finding[1] == "conflict"), "{expected:#?}");
    for (name, story) in [("post.md", markdown), ("post.jsonl", record.to_string()), ("post.html", html)] {
        assert_eq!(findings(name, &story), expected, "{name}");
    }
}

#[test]
fn what_a_browser_saves_beside_a_page_is_no_article() {
    let folder = tempfile::tempdir().unwrap();
    let beside = folder.path().join("story_files");
    fs::create_dir(&beside).unwrap();
    fs::write(folder.path().join("story.html"), "<html><p>Two men met on Friday, the ministry said.").unwrap();
    fs::write(beside.join("frame.html"), "<html><p>Buy two tickets for the price of one, today only.").unwrap();
    let corpus = read(&Sources { paths: vec![folder.path().to_path_buf()], ..sources() }).unwrap();
    assert_eq!(corpus.articles.len(), 1);
    assert_eq!(corpus.passed_over.get("*_files/*"), Some(&1));
}
