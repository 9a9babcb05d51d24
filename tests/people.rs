//! Offices of people and spellings of their names: pairs of articles of our own, with and without a conflict, read through JSON.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fmt::Write as _;
use std::process::Command;

use serde_json::{Value, json};

/// An article: its day of publication (empty for none) and its text.
type Told = (&'static str, &'static str);

fn check(articles: &[Told]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for (index, (published, text)) in articles.iter().enumerate() {
        let day = if published.is_empty() { Value::Null } else { json!(published) };
        let id = format!("outlet-{index}");
        writeln!(lines, "{}", json!({"id": id, "source": id, "published": day, "title": "", "text": text})).unwrap();
    }
    let path = folder.path().join("articles.jsonl");
    std::fs::write(&path, lines).unwrap();
    let program = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(["check", "--format", "json", "--rule", "role", "--rule", "name-spelling"])
        .arg(&path)
        .output()
        .unwrap();
    assert_ne!(program.status.code(), Some(2), "{}", String::from_utf8_lossy(&program.stderr));
    serde_json::from_slice(&program.stdout).unwrap()
}

/// Rule, class and reasons of every finding.
fn told(articles: &[Told]) -> Vec<String> {
    let report = check(articles);
    let codes = |finding: &Value| {
        let reasons = finding["reasons"].as_array().unwrap().iter();
        let mut codes: Vec<String> = reasons.map(|reason| reason["code"].as_str().unwrap().to_owned()).collect();
        codes.dedup();
        codes.join(" ")
    };
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|f| format!("{} {}: {}", f["rule"].as_str().unwrap(), f["class"].as_str().unwrap(), codes(f)))
        .collect()
}

#[track_caller]
fn conflict(rule: &str, first: Told, second: Told) {
    let found = told(&[first, second]);
    assert!(found.len() == 1 && found[0].starts_with(&format!("{rule} D5")), "{found:?}");
}

#[track_caller]
fn silence(articles: &[Told]) {
    assert_eq!(told(articles), Vec::<String>::new());
}

#[test]
fn an_office_that_the_country_does_not_have_is_a_conflict_at_any_time() {
    for (a, b) in [
        ("Austrian Chancellor Karl Nehammer spoke in Graz.", "Austrian Prime Minister Karl Nehammer spoke in Linz."),
        ("Prime Minister Narendra Modi opened a port.", "Indian Chancellor Narendra Modi opened a bridge."),
        ("Japanese Prime Minister Fumio Kishida flew home.", "Japanese President Fumio Kishida flew to Paris."),
        ("Mexican President Claudia Sheinbaum said no.", "Mexican Prime Minister Claudia Sheinbaum said yes."),
        ("Austrian Chancellor Jorg Altheim spoke in Graz.", "Austrian Prime Minister Jorg Altheim spoke in Linz."),
    ] {
        conflict("role", ("2024-01-10", a), ("2024-09-10", b));
        conflict("role", ("", a), ("", b));
    }
}

#[test]
fn two_offices_at_one_time_are_a_conflict() {
    for (a, b) in [
        ("Polish President Andrzej Duda met troops.", "Polish Prime Minister Andrzej Duda met troops."),
        ("Russian Foreign Minister Sergei Lavrov called.", "Russian Defence Minister Sergei Lavrov called."),
        ("Israeli President Isaac Herzog replied.", "Israeli Prime Minister Isaac Herzog replied."),
        ("Polish Foreign Minister Adam Wirski left.", "Polish Interior Minister Adam Wirski left."),
    ] {
        conflict("role", ("2022-05-10", a), ("2022-05-11", b));
    }
}

#[test]
fn an_article_that_contradicts_itself() {
    let text = "Austrian Prime Minister Karl Nehammer met the press. Later the chancellor left for Rome.";
    let found = told(&[("2023-01-10", text)]);
    assert!(found.len() == 1 && found[0].starts_with("role D7"), "{found:?}");
}

#[test]
fn a_role_that_nobody_disputes_is_not_reported() {
    silence(&[
        ("2023-01-10", "Austrian Chancellor Karl Nehammer met the press. The chancellor left."),
        ("2023-01-11", "Chancellor Karl Nehammer met Polish President Andrzej Duda."),
    ]);
}

#[test]
fn names_of_one_office_and_general_words_are_no_conflict() {
    for (a, b) in [
        ("British Foreign Secretary David Lammy flew.", "British Foreign Minister David Lammy flew."),
        ("US Secretary of State Marco Rubio flew.", "US Foreign Minister Marco Rubio flew."),
        ("Italian Prime Minister Giorgia Meloni spoke.", "Italian premier Giorgia Meloni spoke."),
        ("Italian Prime Minister Giorgia Meloni spoke.", "Italian leader Giorgia Meloni spoke."),
        ("Irish Taoiseach Leo Varadkar spoke.", "Irish Prime Minister Leo Varadkar spoke."),
        ("Austrian Chancellor Karl Nehammer spoke.", "The Austrian head of government, Karl Nehammer, spoke."),
        ("Israeli Defence Minister Yoav Gallant spoke.", "Israeli minister Yoav Gallant spoke."),
    ] {
        silence(&[("2025-03-01", a), ("2025-03-02", b)]);
        silence(&[("", a), ("", b)]);
    }
}

#[test]
fn offices_that_go_together_are_no_conflict() {
    for (a, b) in [
        ("Israeli Prime Minister Benjamin Netanyahu spoke.", "Israeli Defence Minister Benjamin Netanyahu spoke."),
        ("Russian Major General Igor Konashenkov spoke.", "Russian spokesman Igor Konashenkov spoke."),
        ("Chief executive Lena Hart of Telegram spoke.", "Telegram chairman Lena Hart spoke."),
        ("Egyptian General Abdel Fattah al-Sisi spoke.", "Egyptian President Abdel Fattah al-Sisi spoke."),
        ("Italian Foreign Minister Antonio Tajani spoke.", "Italian Deputy Prime Minister Antonio Tajani spoke."),
        ("Polish Deputy Prime Minister Ida Nowak spoke.", "Polish Defence Minister Ida Nowak spoke."),
    ] {
        silence(&[("2023-03-01", a), ("2023-03-02", b)]);
    }
}

#[test]
fn another_time_or_stage_is_no_conflict() {
    for (a, b) in [
        ("Russian President Dmitry Medvedev spoke.", "Russian Prime Minister Dmitry Medvedev spoke."),
        ("Former Austrian Chancellor Sebastian Kurz spoke.", "Austrian Foreign Minister Sebastian Kurz spoke."),
        ("Polish President-elect Karol Lis spoke.", "Polish Prime Minister Karol Lis spoke."),
        ("Acting Polish President Karol Lis spoke.", "Polish Prime Minister Karol Lis spoke."),
        ("Then Japanese Foreign Minister Fumio Kishida spoke.", "Japanese Prime Minister Fumio Kishida spoke."),
        ("Polish Deputy Foreign Minister Karol Lis spoke.", "Polish Defence Minister Karol Lis spoke."),
        ("British Chancellor Rishi Sunak spoke.", "British Prime Minister Rishi Sunak spoke."),
    ] {
        silence(&[("", a), ("", b)]);
        silence(&[("2021-03-01", a), ("2021-03-02", b)]);
    }
    let (a, b) = ("Polish Foreign Minister Adam Wirski left.", "Polish Interior Minister Adam Wirski left.");
    silence(&[("2022-05-10", a), ("2022-09-10", b)]);
    silence(&[("", a), ("", b)]);
}

#[test]
fn another_body_or_another_person_is_no_conflict() {
    for (a, b) in [
        ("Senate President Nora Quill spoke.", "Polish Prime Minister Nora Quill spoke."),
        ("Polish Prime Minister Donald Tusk spoke.", "European Council President Donald Tusk spoke."),
        (
            "Hillary Clinton, the secretary of state, spoke. President Clinton listened.",
            "Secretary of State Hillary Clinton spoke.",
        ),
        ("Polish Foreign Minister Adam Wirski left.", "Czech Defence Minister Adam Wirski left."),
        ("Dutch Prime Minister Mark Rutte spoke.", "NATO Secretary General Mark Rutte spoke."),
    ] {
        silence(&[("2022-05-10", a), ("2022-05-11", b)]);
    }
}

#[test]
fn a_misspelt_name_is_found_by_office_and_likeness() {
    for (a, b) in [
        ("Austrian Chancellor Karl Nehammer spoke.", "Austrian Chancellor Karl Nehamer spoke."),
        ("Polish Foreign Minister Radosław Sikorski spoke.", "Polish Foreign Minister Radoslav Sikorski spoke."),
        ("Russian Foreign Minister Sergei Lavrov spoke.", "Russian Foreign Minister Sergei Larvov spoke."),
        ("British Prime Minister Keir Starmer spoke.", "British Prime Minister Keir Stramer spoke."),
    ] {
        conflict("name-spelling", ("2024-05-10", a), ("2024-05-11", b));
        conflict("name-spelling", ("", a), ("", b));
    }
    let report = check(&[
        ("2024-05-10", "Austrian Chancellor Karl Nehammer spoke."),
        ("2024-05-11", "Chancellor Karl Nehamer spoke."),
    ]);
    let reason = report["findings"][0]["reasons"][0]["text"].as_str().unwrap();
    assert!(reason.contains("the right one is likely Karl Nehammer"), "{reason}");
}

#[test]
fn most_articles_say_which_of_two_unknown_spellings_is_right() {
    let right = "Chicago Police Chief Hannah Gruenwald spoke to the press.";
    let wrong = "Chicago Police Chief Hannah Grunewold spoke.";
    let found = told(&[("2024-05-10", right), ("2024-05-10", right), ("2024-05-11", wrong)]);
    assert!(found.len() == 1 && found[0].starts_with("name-spelling D5"), "{found:?}");
    silence(&[("2024-05-10", right), ("2024-05-11", wrong)]);
}

#[test]
fn variants_of_a_name_are_no_conflict() {
    for (a, b) in [
        ("Ukrainian President Volodymyr Zelensky spoke.", "Ukrainian President Volodymyr Zelenskyy spoke."),
        ("Russian Defence Minister Sergei Shoigu spoke.", "Russian Defence Minister Sergey Shoygu spoke."),
        ("Hungarian Prime Minister Viktor Orbán spoke.", "Hungarian Prime Minister Viktor Orban spoke."),
        ("Egyptian President Mohamed Morsi spoke.", "Egyptian President Muhammad Mursi spoke."),
        ("Turkish President Recep Tayyip Erdogan spoke.", "Turkish President Tayyip Erdogan spoke."),
        ("Syrian Interior Minister Mohammed Shaar spoke.", "Syrian Interior Minister Muhammad Shaar spoke."),
        ("Iranian President Hassan Rouhani spoke.", "Iranian President Hasan Rohani spoke."),
    ] {
        silence(&[("2014-05-10", a), ("2014-05-11", b)]);
        silence(&[("2014-05-10", a), ("2014-05-10", a), ("2014-05-11", b)]);
    }
}

#[test]
fn two_people_of_like_names_are_no_conflict() {
    for (a, b) in [
        ("Pakistani Prime Minister Nawaz Sharif spoke.", "Pakistani Prime Minister Shehbaz Sharif spoke."),
        ("Lebanese President Michel Aoun spoke.", "Lebanese President Joseph Aoun spoke."),
        ("US President George W. Bush spoke.", "US President George H. W. Bush spoke."),
        ("Chinese Premier Li Keqiang spoke.", "Chinese Premier Li Qiang spoke."),
        ("Polish Defence Minister Jan Nowak spoke.", "Polish Defence Minister Ewa Nowak spoke."),
        ("Iraqi Prime Minister Masoud Karzan spoke.", "Iraqi Prime Minister Masrour Karzan spoke."),
    ] {
        silence(&[("2014-05-10", a), ("2014-05-10", a), ("2014-05-11", b)]);
    }
}

#[test]
fn a_misspelt_name_is_the_same_participant() {
    let right =
        "Austrian Chancellor Karl Nehammer and Emmanuel Macron spoke on Thursday. Their call lasted 40 minutes.";
    let wrong =
        "Austrian Chancellor Karl Nehamer and Emmanuel Macron talked on Thursday. Their call lasted 40 minutes.";
    let folder = tempfile::tempdir().unwrap();
    let lines = [("a", right), ("b", wrong)]
        .map(|(id, text)| json!({"id": id, "source": id, "published": "2023-03-02", "text": text}).to_string());
    let path = folder.path().join("articles.jsonl");
    std::fs::write(&path, lines.join("\n")).unwrap();
    let program = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(["check", "--format", "json", "--rule", "meeting-duration"])
        .arg(&path)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&program.stdout).unwrap();
    assert_eq!(report["findings"][0]["verdict"], "agree", "{:#}", report["findings"]);
}
