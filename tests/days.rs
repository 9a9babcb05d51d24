//! Days, years and the time since: pairs of articles about known events and meetings, with and without a contradiction, read through
//! JSON. None of them is about the events of the articles that other tests read.
#![allow(clippy::unwrap_used)]

mod common;

use std::fmt::Write as _;
use std::process::Command;

use serde_json::{Value, json};

/// An article: outlet, day of publication (empty for none), text.
type Told = (&'static str, &'static str, &'static str);

const RULES: [&str; 6] = ["event-year", "war-start", "elapsed", "meeting-day", "last-meeting", "next-meeting"];

/// Checks articles under the rules about days and returns the report.
fn check(articles: &[Told]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for (source, published, text) in articles {
        let day = if published.is_empty() { Value::Null } else { json!(published) };
        writeln!(lines, "{}", json!({"id": source, "source": source, "published": day, "text": text})).unwrap();
    }
    let path = folder.path().join("articles.jsonl");
    std::fs::write(&path, lines).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    program.args(["check", "--format", "json"]).args(RULES.iter().flat_map(|rule| ["--rule", rule])).arg(&path);
    let output = program.output().unwrap();
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn expect(articles: &[Told], wanted: &[&str]) -> Value {
    let report = check(articles);
    let findings = report["findings"].as_array().unwrap();
    let verdict = |f: &Value| {
        format!("{} {} {}", f["rule"].as_str().unwrap(), f["verdict"].as_str().unwrap(), f["class"].as_str().unwrap())
    };
    let mut all: Vec<String> = findings.iter().map(verdict).collect();
    all.sort();
    assert_eq!(all, wanted, "{:#}\n{:#}", report["findings"], report["claims"]);
    report
}

fn reasons(report: &Value) -> String {
    report["findings"].as_array().unwrap().iter().map(|finding| finding["reasons"].to_string()).collect()
}

#[test]
fn years_of_one_event_agree_whatever_the_day_of_the_articles() {
    expect(
        &[
            ("a", "1999-03-02", "Iraq annexed Kuwait in 1990, and the world went to war."),
            ("b", "2011-08-03", "The annexation of Kuwait in August 1990 made Iraq an outcast."),
        ],
        &["event-year agree B4"],
    );
}

#[test]
fn years_of_one_event_that_differ_are_a_conflict() {
    expect(
        &[
            ("a", "1999-03-02", "Iraq annexed Kuwait in 1990, and the world went to war."),
            ("b", "2011-08-03", "The annexation of Kuwait in 1991 made Iraq an outcast."),
        ],
        &["event-year conflict D5"],
    );
}

#[test]
fn no_article_needs_a_date_for_a_year() {
    expect(
        &[
            ("a", "", "The Berlin Wall fell in 1989, and a state went with it."),
            ("b", "", "A crowd cheered the fall of the Berlin Wall in November 1989."),
        ],
        &["event-year agree B4"],
    );
    expect(
        &[
            ("a", "", "The Berlin Wall fell in 1989, and a state went with it."),
            ("b", "", "She remembers the fall of the Berlin Wall in 1988 well."),
        ],
        &["event-year conflict D5"],
    );
}

#[test]
fn one_article_that_contradicts_itself() {
    let text = "Zambia gained independence in 1964. The feast was modest. In 1966, when Zambia gained its independence, he was ten.";
    expect(&[("a", "2014-10-24", text)], &["event-year conflict D7"]);
}

#[test]
fn two_countries_are_two_facts() {
    expect(
        &[
            ("a", "2014-10-24", "Zambia gained independence from Britain in 1964."),
            ("b", "2014-10-25", "Malawi gained independence from Britain in 1966."),
        ],
        &["event-year single S1", "event-year single S1"],
    );
}

#[test]
fn what_was_declared_and_what_was_gained_are_two_facts() {
    expect(
        &[
            ("a", "2014-10-24", "Indonesia declared its independence in 1945."),
            ("b", "2014-10-25", "Indonesia gained independence from the Netherlands in 1949."),
        ],
        &["event-year single S1", "event-year single S1"],
    );
}

#[test]
fn one_place_may_be_annexed_in_two_centuries() {
    expect(
        &[
            ("a", "2014-10-24", "Austria annexed Bosnia in 1908."),
            ("b", "2014-10-25", "Croatia annexed Bosnia in 1941."),
        ],
        &["event-year single S1", "event-year single S1"],
    );
}

#[test]
fn after_an_event_of_a_year_is_in_that_year_or_later() {
    let after = ("a", "2016-03-01", "After the 2006 referendum, Serbia annexed Kosovo.");
    expect(
        &[after, ("b", "2016-03-09", "In 2007, when Serbia annexed Kosovo, nobody moved.")],
        &["event-year agree B4"],
    );
    expect(
        &[after, ("b", "2016-03-09", "In 2004, when Serbia annexed Kosovo, nobody moved.")],
        &["event-year conflict D5"],
    );
}

#[test]
fn many_countries_were_invaded_more_than_once() {
    expect(
        &[
            ("a", "2006-07-20", "Israel invaded Lebanon in 1982."),
            ("b", "2006-07-21", "The invasion of Lebanon in 1978 is all but forgotten."),
        ],
        &["war-start single S1", "war-start single S1"],
    );
}

#[test]
fn a_start_that_is_a_year_off() {
    expect(
        &[
            ("a", "2019-04-15", "The war in Yemen, which broke out in 2014, has ruined the country."),
            ("b", "2019-04-16", "The war in Yemen began in 2016, aid workers say."),
        ],
        &["war-start conflict D5"],
    );
}

#[test]
fn a_day_that_fits_its_year() {
    expect(
        &[
            ("a", "2023-11-20", "Aid has been short since the war in Sudan began on April 15."),
            ("b", "2024-02-02", "The war in Sudan, which began in April 2023, has driven millions from home."),
        ],
        &["war-start agree B4"],
    );
}

#[test]
fn the_time_since_is_set_against_the_start_and_never_against_another_time() {
    let report = expect(
        &[
            ("a", "2023-06-20", "Markets stand empty after more than two months of war in Sudan."),
            ("b", "2024-04-19", "The war in Sudan has now lasted a year."),
            ("c", "2023-12-05", "The war in Sudan began on April 15, 2023."),
        ],
        &["elapsed agree B4"],
    );
    let said = reasons(&report);
    assert!(said.contains("before 2023-06-20 is before 2023-04-20"), "{said}");
    assert!(said.contains("2023-04-15"), "{said}");
}

#[test]
fn the_time_since_that_the_start_contradicts() {
    let report = expect(
        &[
            ("a", "2023-11-14", "One year after the invasion of Sudan began, the capital is empty."),
            ("b", "2023-12-05", "The war in Sudan began on April 15, 2023."),
        ],
        &["elapsed conflict D5"],
    );
    assert!(reasons(&report).contains("is about 2022-11-14"), "{}", reasons(&report));
}

#[test]
fn the_time_since_against_the_start_in_one_article() {
    let text = "The war in Sudan began on April 15, 2023. Two years into the war in Sudan, the capital is empty.";
    expect(&[("a", "2024-02-10", text)], &["elapsed conflict D7"]);
}

#[test]
fn two_times_since_whose_starts_are_apart() {
    expect(
        &[
            ("a", "2023-06-20", "The two-week-long war in Sudan has emptied the capital."),
            ("b", "2023-06-20", "The capital stands empty after four months of war in Sudan."),
        ],
        &["elapsed conflict D5"],
    );
}

#[test]
fn two_wars_of_one_country() {
    expect(
        &[
            ("a", "2001-11-20", "Six weeks into the war in Afghanistan, the capital has fallen."),
            ("b", "1989-01-05", "After nine years of war in Afghanistan the last convoy leaves."),
        ],
        &["elapsed single S1", "elapsed single S1"],
    );
}

#[test]
fn the_time_since_needs_the_day_of_its_article() {
    let report = expect(
        &[
            ("a", "", "Markets stand empty after more than two months of war in Sudan."),
            ("b", "2023-12-05", "The war in Sudan began on April 15, 2023."),
        ],
        &["elapsed unresolved E1"],
    );
    assert!(reasons(&report).contains("--published"), "{}", reasons(&report));
}

const ROME: &str =
    "Giorgia Meloni and Emmanuel Macron met in Rome on Tuesday to settle a quarrel over migrants and trains.";

#[test]
fn one_meeting_on_one_day() {
    let other =
        "Emmanuel Macron and Giorgia Meloni met in Rome on 7 May and settled their quarrel over migrants and trains.";
    expect(&[("a", "2024-05-08", ROME), ("b", "2024-05-09", other)], &["meeting-day agree B1"]);
}

#[test]
fn one_meeting_on_two_days() {
    let other =
        "Emmanuel Macron and Giorgia Meloni met in Rome on Monday to settle a quarrel over migrants and trains.";
    let report = expect(&[("a", "2024-05-08", ROME), ("b", "2024-05-08", other)], &["meeting-day conflict D5"]);
    assert!(reasons(&report).contains("2024-05-06"), "{}", reasons(&report));
}

#[test]
fn a_day_after_the_other_article_is_another_meeting() {
    let other =
        "Emmanuel Macron and Giorgia Meloni met in Rome on Thursday to settle a quarrel over migrants and trains.";
    expect(
        &[("a", "2024-05-08", ROME), ("b", "2024-05-10", other)],
        &["meeting-day single S1", "meeting-day single S1"],
    );
}

#[test]
fn an_article_that_tells_of_two_meetings_contradicts_nobody() {
    let both = "Emmanuel Macron and Giorgia Meloni met in Rome on Monday. Giorgia Meloni telephoned Emmanuel Macron on Tuesday.";
    let report = check(&[("a", "2024-05-08", ROME), ("b", "2024-05-08", both)]);
    assert!(!report["findings"].to_string().contains("conflict"), "{:#}", report["findings"]);
}

#[test]
fn other_people_meet_on_other_days() {
    let other = "Giorgia Meloni and Olaf Scholz met in Rome on Monday to settle a quarrel over migrants and trains.";
    expect(
        &[("a", "2024-05-08", ROME), ("b", "2024-05-08", other)],
        &["meeting-day single S1", "meeting-day single S1"],
    );
}

#[test]
fn the_same_pair_months_later() {
    let other =
        "Emmanuel Macron and Giorgia Meloni met in Rome on Monday to settle a quarrel over migrants and trains.";
    expect(
        &[("a", "2024-05-08", ROME), ("b", "2024-10-09", other)],
        &["meeting-day single S1", "meeting-day single S1"],
    );
}

#[test]
fn a_weekday_without_a_date_asks_for_one_and_waits_for_nothing_in_one_article() {
    let report = expect(&[("a", "", ROME)], &["meeting-day single S1"]);
    assert!(reasons(&report).contains("--published"), "{}", reasons(&report));
}

#[test]
fn leaders_by_country_and_by_name_may_be_one_call_when_a_date_is_missing() {
    let named = "The talks with French President Emmanuel Macron, German Chancellor Olaf Scholz and Italian Prime Minister Giorgia \
        Meloni on Monday were about grain and the Black Sea.";
    let countries = "Keir Starmer held a call with the leaders of France, Germany and Italy on Tuesday about grain and the Black Sea.";
    let report = check(&[("a", "2024-09-04", named), ("b", "", countries)]);
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| finding["verdict"] != "conflict"), "{findings:#?}");
    assert!(findings.iter().any(|finding| finding["class"] == "E1"), "{findings:#?}");
}

/// What a careful reader finds of days in the articles beside the project: file, words, other words of the sentence, and the
/// verdicts with the days of publication and without.
const ROWS: [(&str, &str, &str, &str, &str); 12] = [
    ("000", "Tuesday", "lasted", "single S1", "unresolved E1"),
    ("002", "Monday", "conference call", "single S1", "unresolved E1"),
    ("002", "2014", "annexed", "agree B4", "agree B4"),
    ("003", "2014", "annexed", "agree B4", "agree B4"),
    ("000", "more than a month", "invasion", "agree B4", "unresolved E1"),
    ("001", "more than nine months", "fighting", "agree B4", "unresolved E1"),
    ("001", "February 24", "since", "agree B4", "unresolved E1"),
    ("003", "2016", "last met", "single S1", "single S1"),
    ("001", "1991", "collapse", "single S1", "single S1"),
    ("000", "Tuesday", "Istanbul", "single S1", "single S1"),
    ("003", "Tuesday", "tensions", "single S1", "unresolved E1"),
    ("002", "Tuesday", "video", "single S1", "unresolved E1"),
];

#[test]
fn days_in_the_articles_beside_the_project() {
    let Some(seeds) = common::shared("seeds") else { return };
    let manifest = seeds.join("manifest.csv");
    for manifest in [Some(manifest.as_path()), None] {
        let checked = common::check(&seeds, manifest);
        for (article, words, within, dated, undated) in ROWS {
            let at = |claim: &&common::Claim| {
                let file = claim.article.rsplit('/').next().unwrap_or_default();
                file.starts_with(article) && claim.text.starts_with(words) && claim.sentence.contains(within)
            };
            let about = |claim: &&common::Claim| RULES.contains(&claim.rule.as_str());
            let claim = checked.claims.iter().filter(about).find(at);
            let claim = claim.unwrap_or_else(|| panic!("{article} {words} ({within}) is not found"));
            let holding = checked.findings.iter().filter(|finding| finding.claims.contains(&claim.id));
            let verdicts: Vec<String> =
                holding.map(|finding| format!("{} {}", finding.verdict, finding.class)).collect();
            let wanted = if manifest.is_some() { dated } else { undated };
            assert!(verdicts.iter().any(|v| v == wanted), "{article} {words} ({within}): {verdicts:?}");
            assert!(!verdicts.iter().any(|verdict| verdict.starts_with("conflict")), "{article} {words}: {verdicts:?}");
        }
    }
}

#[test]
fn when_they_last_met() {
    let first = ("a", "2023-05-08", "Emmanuel Macron last met with Xi Jinping in 2019, when they dined in Nice.");
    expect(
        &[
            first,
            ("b", "2023-05-09", "Emmanuel Macron last met with Xi Jinping in March 2019 in Nice, where they dined."),
        ],
        &["last-meeting agree B4"],
    );
    expect(
        &[first, ("b", "2023-05-09", "Emmanuel Macron last met with Xi Jinping in 2018, when they dined in Nice.")],
        &["last-meeting conflict D5"],
    );
}

#[test]
fn a_later_article_knows_of_a_later_meeting() {
    expect(
        &[
            ("a", "2023-05-08", "Emmanuel Macron last met with Xi Jinping in 2019, when they dined in Nice."),
            ("b", "2024-05-09", "Emmanuel Macron last met with Xi Jinping in April 2023, when they dined in Canton."),
        ],
        &["last-meeting single S1", "last-meeting single S1"],
    );
}

#[test]
fn when_they_will_meet() {
    let first =
        ("a", "2024-05-08", "Emmanuel Macron and Giorgia Meloni will meet in Turin on May 20 to talk about trains.");
    expect(
        &[
            first,
            (
                "b",
                "2024-05-08",
                "Giorgia Meloni and Emmanuel Macron will meet in Turin on May 21 to talk about trains.",
            ),
        ],
        &["next-meeting conflict D5"],
    );
    expect(
        &[
            first,
            (
                "b",
                "2024-05-09",
                "Giorgia Meloni and Emmanuel Macron will meet in Turin on May 20 to talk about trains.",
            ),
        ],
        &["next-meeting agree B1"],
    );
}

#[test]
fn a_call_and_a_meeting_in_one_week_are_two_events() {
    let met = "Giorgia Meloni and Emmanuel Macron met on Tuesday to settle a quarrel over migrants and trains.";
    let call =
        "Giorgia Meloni and Emmanuel Macron spoke by phone on Monday to settle a quarrel over migrants and trains.";
    expect(&[("a", "2024-05-08", met), ("b", "2024-05-08", call)], &["meeting-day single S1", "meeting-day single S1"]);
}

#[test]
fn other_talk_of_the_same_two_on_another_day_is_no_contradiction() {
    let trade = "Emmanuel Macron and Giorgia Meloni spoke on Monday. French wine growers had asked for lower tariffs in spring.";
    expect(
        &[("a", "2024-05-08", ROME), ("b", "2024-05-09", trade)],
        &["meeting-day single S1", "meeting-day single S1"],
    );
}
