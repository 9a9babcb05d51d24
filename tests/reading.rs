//! Reading bad and odd input: it is named, never lost, and never stops the run without need.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::article::{Corpus, Field, Limits, Origin, ReadError, Sources, Span, read};
use jiff::civil::date;
use proptest::prelude::*;
use tempfile::TempDir;

const GOOD: &str = "The minister said that the talks lasted two hours.\n";

fn sources(path: impl Into<PathBuf>) -> Sources {
    Sources::new(vec![path.into()], date(2024, 5, 2))
}

/// A folder with these files and one good article beside them.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files.iter().chain(&[("good.txt", GOOD.as_bytes())]) {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn corpus(files: &[(&str, &[u8])]) -> Corpus {
    read(&sources(folder(files).path())).unwrap()
}

/// The reason why a file was skipped; the good article beside it was read.
fn reason(name: &str, bytes: &[u8]) -> String {
    let corpus = corpus(&[(name, bytes)]);
    assert_eq!(corpus.articles.len(), 1);
    let skipped = corpus.skipped.iter().find(|skipped| skipped.what.contains(name)).unwrap();
    skipped.reason.clone()
}

#[test]
fn what_is_no_article_is_named() {
    assert!(reason("a.txt", b"").contains("empty"));
    assert!(reason("a.txt", b" \n\n").contains("empty"));
    assert!(reason("a.txt", b"\x89PNG\r\n\x1a\n\0\0").contains("binary"));
    assert!(reason("a.md", b"---\ntitle: \"open\nsource: x\n---\nText").starts_with("line "));
    assert!(reason("a.txt", b"<!DOCTYPE html><p>").contains("web page"));
    assert!(reason("a.jsonl", b"{\"text\": 5}").contains("`text` is a number"));
}

#[test]
fn one_bad_record_does_not_stop_the_others() {
    let lines = b"{\"id\": \"x\", \"text\": \"Two men met.\"}\nnonsense\n{\"id\": \"x\", \"text\": \"Twice.\"}\n";
    let corpus = corpus(&[("a.jsonl", lines)]);
    assert_eq!(corpus.articles.len(), 2);
    assert!(corpus.skipped.iter().any(|skipped| skipped.what.ends_with("a.jsonl:2")));
    assert!(corpus.skipped.iter().any(|skipped| skipped.reason.contains("same id")));
}

#[test]
fn a_file_over_the_limit_is_named_and_a_long_line_is_read() {
    let long = "The men met in town again, he said ".repeat(50 << 15);
    let folder = folder(&[("long.txt", long.as_bytes())]);
    assert_eq!(read(&sources(folder.path())).unwrap().articles.len(), 2);
    let limits = Limits { size: 1000, ..Limits::default() };
    let small = read(&Sources { limits, ..sources(folder.path()) }).unwrap();
    assert!(small.skipped[0].reason.contains("larger than 1000 bytes"));
}

#[test]
fn invalid_utf8_is_decoded_and_noted() {
    let corpus = corpus(&[("a.txt", b"They met at the caf\xe9 in town, he said.")]);
    assert!(corpus.articles[0].text().contains("café"));
    assert!(corpus.notes[0].reason.contains("windows-1252"));
}

#[test]
fn the_manifest_wins_and_names_what_is_missing() {
    let rows = b"file,source,published,mood\n2024-01-01-a.txt,Outlet,2024-02-03,calm\nno.txt,x,2024-02-03,\n";
    let folder = folder(&[("2024-01-01-a.txt", GOOD.as_bytes()), ("manifest.csv", rows)]);
    let manifest = folder.path().join("manifest.csv");
    let corpus = read(&Sources { manifest: Some(manifest), ..sources(folder.path()) }).unwrap();
    let published = corpus.articles[0].published.as_ref().unwrap();
    assert_eq!((published.value, published.from), (date(2024, 2, 3), Origin::Manifest));
    assert_eq!(corpus.articles[0].source.as_ref().unwrap().value, "Outlet");
    assert!(corpus.skipped.iter().any(|skipped| skipped.what.ends_with(":3: `no.txt`")));
    assert!(corpus.notes[0].what.ends_with("column `mood`"));
}

#[test]
fn a_broken_manifest_stops_the_run() {
    let folder = folder(&[("manifest.csv", b"file,source\na.txt\n")]);
    let manifest = Some(folder.path().join("manifest.csv"));
    let error = read(&Sources { manifest, ..sources(folder.path()) }).unwrap_err();
    assert!(matches!(error, ReadError::Manifest { line: 2, .. }), "{error}");
}

#[test]
fn a_future_day_is_kept_and_noted() {
    let corpus = corpus(&[("2030-01-01-a.txt", GOOD.as_bytes())]);
    assert_eq!(corpus.articles[0].published.as_ref().unwrap().value, date(2030, 1, 1));
    assert!(corpus.notes[0].reason.contains("after today"));
}

#[test]
fn nothing_to_read_stops_the_run() {
    let empty = tempfile::tempdir().unwrap();
    fs::write(empty.path().join("picture.png"), [0, 1]).unwrap();
    let error = read(&sources(empty.path())).unwrap_err();
    let ReadError::Nothing { skipped, .. } = error else { panic!("{error}") };
    assert!(skipped[0].what.ends_with("*.png"));
    assert!(matches!(read(&sources("no/such/path")), Err(ReadError::Missing { .. })));
}

#[test]
fn files_named_twice_are_read_once_in_a_fixed_order() {
    let folder = folder(&[("b/x.txt", GOOD.as_bytes()), (".hidden.txt", b"5"), ("README.md", b"5")]);
    let path = folder.path().to_path_buf();
    let twice = Sources { paths: vec![path.join("good.txt"), path.clone(), path], by_story: true, ..sources("") };
    let corpus = read(&twice).unwrap();
    let names: Vec<_> = corpus.articles.iter().map(|article| Path::new(&*article.id).file_name().unwrap()).collect();
    assert_eq!(names, ["x.txt", "good.txt"]);
    assert_eq!(corpus.articles[0].story.as_deref(), Some("b"));
}

#[test]
fn front_matter_leads_back_to_lines_of_the_file() {
    let text = b"---\ntitle: Talks end\ndate: 2024-05-01\n---\n# More\n\nIt took [two hours](http://x.example/300).\n";
    let corpus = corpus(&[("a.md", text)]);
    let article = &corpus.articles[0];
    assert_eq!(article.text().trim_end(), "Talks end\n\nMore\n\nIt took two hours.");
    assert_eq!(article.headline().text(article.text()), "Talks end");
    let title = article.locate(Span::new(0, 5));
    assert_eq!((title.field, title.line, title.column), (Field::Title, 2, 8));
    let at = article.text().find("two hours").unwrap();
    let found = article.locate(Span::of(at, at + 9));
    assert_eq!((found.field, found.start, found.end, found.line, found.column), (Field::Text, 17, 26, 7, 10));
}

#[test]
fn a_date_line_is_metadata_and_not_scanned() {
    let corpus = corpus(&[("a.txt", b" date 2024-03-30 The minister spoke.")]);
    assert_eq!(corpus.articles[0].text().trim(), "The minister spoke.");
    assert_eq!(corpus.articles[0].published.as_ref().unwrap().from, Origin::TopLine);
}

#[test]
fn a_date_glued_to_the_text_leaves_no_figure() {
    for top in
        ["17-05-2016 ", "Tue May 17 2016 ", "17.05.2016(updated 1329 18.05.2016) ", "Date of publication 17 May 2016 "]
    {
        let corpus = corpus(&[("a.txt", format!("{top}52 men met in the town.").as_bytes())]);
        assert_eq!(corpus.articles[0].text().trim(), "52 men met in the town.");
        assert_eq!(corpus.articles[0].published.as_ref().unwrap().value, date(2016, 5, 17));
    }
}

#[test]
fn the_day_of_an_update_is_kept_apart() {
    let day = |name: &str, text: &str| {
        let article = corpus(&[(name, text.as_bytes())]).articles.remove(0);
        let days = (article.published.map(|day| day.value), article.modified.map(|day| (day.value, day.from)));
        assert_eq!(days.0, Some(date(2024, 4, 1)), "{name}");
        days.1.unwrap()
    };
    let second = date(2024, 4, 2);
    let top = "Talks end\n\nPublished: 1 April 2024\nUpdated: 2 April 2024, 14:05\n\nThe men met.";
    assert_eq!(day("a.txt", top), (second, Origin::TopLine));
    let record = r#"{"text": "Two men met.", "published": "2024-04-01", "modified": "2024-04-02T10:00:00Z"}"#;
    assert_eq!(day("a.jsonl", record), (second, Origin::Record));
    assert_eq!(
        day("a.md", "---\ndate: 2024-04-01\nlastmod: 2024-04-02\n---\nTwo men met."),
        (second, Origin::FrontMatter)
    );
}

#[test]
fn toml_front_matter_leads_back_to_lines_of_the_file() {
    let text = b"+++\ntitle = \"Talks end\"\ndate = 2024-05-01\nupdated = 2024-05-02\n+++\n\nIt took *two* hours.\n";
    let corpus = corpus(&[("a.txt", text)]);
    let article = &corpus.articles[0];
    assert_eq!(article.text().trim_end(), "Talks end\n\nIt took two hours.");
    assert_eq!(article.published.as_ref().unwrap().value, date(2024, 5, 1));
    assert_eq!(article.modified.as_ref().unwrap().value, date(2024, 5, 2));
    let at = article.text().find("hours").unwrap();
    let found = article.locate(Span::of(at, at + 5));
    assert_eq!((found.line, found.column), (7, 15));
}

#[test]
fn a_bare_name_in_the_manifest_must_be_the_only_one() {
    let rows = b"file,source\nx.txt,One\ngood.txt,Two\nlost/y.txt,Three\nlost/z.txt,Four\n";
    let files: [(&str, &[u8]); 5] = [
        ("a/x.txt", GOOD.as_bytes()),
        ("b/x.txt", GOOD.as_bytes()),
        ("b/y.txt", GOOD.as_bytes()),
        ("other/z.txt", GOOD.as_bytes()),
        ("manifest.csv", rows),
    ];
    let folder = folder(&files);
    let paths = ["a", "b"].map(|name| folder.path().join(name)).to_vec();
    let manifest = Some(folder.path().join("manifest.csv"));
    let corpus = read(&Sources { paths, manifest, ..sources("") }).unwrap();
    let outlets: Vec<&str> = corpus.articles.iter().map(|article| &*article.source.as_ref().unwrap().value).collect();
    assert_eq!(outlets, ["x", "x", "Three"]);
    let reasons: Vec<&str> = corpus.skipped.iter().map(|skipped| skipped.what.rsplit(':').next().unwrap()).collect();
    assert_eq!(reasons, [" `x.txt`", " `lost/z.txt`"]);
}

#[test]
fn long_input_without_white_space_or_with_divided_words_is_read() {
    let solid = "end.Of,it:Was".repeat(400_000);
    let mut divided = String::new();
    for index in 0..200_000 {
        write!(divided, "the inter{index}a-\nnational body of ").unwrap();
    }
    for text in [solid, divided] {
        assert!(one(&text).is_some());
    }
}

#[test]
fn the_seed_articles_are_read() {
    let shared =
        std::env::var("CROSSCHECK_SHARED").unwrap_or_else(|_| format!("{}/../shared", env!("CARGO_MANIFEST_DIR")));
    let seeds = Path::new(&shared).join("seeds");
    if !seeds.is_dir() {
        return;
    }
    let corpus = read(&sources(seeds)).unwrap();
    assert_eq!(corpus.articles.len(), 5);
    assert!(corpus.articles.iter().all(|article| !article.text().contains("***")));
}

/// One article of a text.
fn one(text: &str) -> Option<(String, crosscheck::article::Article)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, text).unwrap();
    let article = read(&sources(path)).ok()?.articles.pop()?;
    Some((text.to_owned(), article))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_span_leads_to_characters_of_the_original(
        parts in prop::collection::vec("[a-c]{1,4}[A-B]?[a-c]{0,3}|[.,:;()*’ ‘“”\n\r]{1,4}|Â|â€™|\u{a0}|é|date 2024-01-02 |-\n", 1..40)
    ) {
        if let Some((original, article)) = one(&parts.concat()) {
            let marks: Vec<usize> = article.text().char_indices().map(|(at, _)| at).chain([article.text().len()]).collect();
            for pair in marks.windows(2).chain(marks.windows(3)) {
                let found = article.locate(Span::of(pair[0], pair[pair.len() - 1]));
                prop_assert!(found.start <= found.end && original.get(found.start..found.end).is_some());
                prop_assert!(found.line >= 1 && found.column >= 1);
            }
        }
    }

    #[test]
    fn an_unrepaired_text_leads_to_itself(words in prop::collection::vec("[a-zé]{2,6}", 1..20)) {
        let (original, article) = one(&format!("{}.", words.join(" "))).unwrap();
        prop_assert_eq!(article.text(), original.as_str());
        let found = article.locate(Span::of(0, original.len()));
        prop_assert_eq!((found.start, found.end), (0, original.len()));
    }
}

#[test]
fn a_missing_path_beside_others_is_named_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("there.txt");
    std::fs::write(&there, "A fire in Lyon on Monday killed three people.").unwrap();
    let paths = vec![folder.path().join("gone.txt"), there];
    let corpus = read(&Sources::new(paths, jiff::civil::date(2026, 1, 1))).unwrap();
    assert_eq!(corpus.articles.len(), 1);
    assert!(corpus.skipped[0].what.ends_with("gone.txt"), "{:?}", corpus.skipped);
}
