//! Every class of verdict, each from articles of two or three sentences: what the engine makes of them, read through JSON.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::process::Command;

use serde_json::{Value, json};

/// An article: outlet, day of publication (empty for none), title, text.
type Told = (&'static str, &'static str, &'static str, &'static str);

/// Checks articles and returns the report.
fn check(articles: &[Told]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = String::new();
    for (source, published, title, text) in articles {
        let day = if published.is_empty() { Value::Null } else { json!(published) };
        writeln!(lines, "{}", json!({"id": source, "source": source, "published": day, "title": title, "text": text}))
            .unwrap();
    }
    let path = folder.path().join("articles.jsonl");
    std::fs::write(&path, lines).unwrap();
    let program = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .args(["check", "--format", "json", "--pack", "default", "--pack", "politics"])
        .arg(&path)
        .output()
        .unwrap();
    assert_ne!(program.status.code(), Some(2), "{}", String::from_utf8_lossy(&program.stderr));
    serde_json::from_slice(&program.stdout).unwrap()
}

/// Rules whose findings stand beside those of every call here, and are tried elsewhere.
const DAYS: [&str; 3] = ["meeting-day", "last-meeting", "next-meeting"];

/// Verdict and class of every finding, sorted.
fn verdicts(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap();
    let mut all: Vec<String> = findings
        .iter()
        .filter(|f| !DAYS.contains(&f["rule"].as_str().unwrap()))
        .map(|f| format!("{} {}", f["verdict"].as_str().unwrap(), f["class"].as_str().unwrap()))
        .collect();
    all.sort();
    all
}

/// The classes of pairs that were not compared.
fn apart(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let pairs = findings.flat_map(|f| f["not_compared"].as_array().unwrap().clone());
    let mut classes: Vec<String> = pairs.map(|pair| pair["class"].as_str().unwrap().to_owned()).collect();
    classes.sort();
    classes.dedup();
    classes
}

#[track_caller]
fn expect(articles: &[Told], wanted: &[&str]) -> Value {
    let report = check(articles);
    assert_eq!(verdicts(&report), wanted, "{:#}", report["findings"]);
    report
}

const CALL: &str = "Emmanuel Macron and Olaf Scholz discussed energy prices by telephone on Thursday.";

#[test]
fn b1_the_same_figure() {
    let text = "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted 40 minutes.";
    expect(
        &[("a", "2023-03-02", "", text), ("b", "2023-03-03", "", text.replace("spoke", "talked").leak())],
        &["agree B1"],
    );
}

#[test]
fn b2_the_same_after_conversion() {
    expect(
        &[
            ("a", "2023-03-02", "", "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted 90 minutes."),
            (
                "b",
                "2023-03-03",
                "",
                "The call between Olaf Scholz and Emmanuel Macron on Thursday lasted an hour and a half.",
            ),
        ],
        &["agree B2"],
    );
}

#[test]
fn b3_the_same_after_rounding() {
    expect(
        &[
            (
                "a",
                "2023-03-02",
                "",
                "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted two hours and four minutes.",
            ),
            ("b", "2023-03-03", "", "The call between Olaf Scholz and Emmanuel Macron on Thursday lasted two hours."),
        ],
        &["agree B3"],
    );
}

#[test]
fn b4_a_bound_that_holds_the_other() {
    expect(
        &[
            (
                "a",
                "2023-03-02",
                "",
                "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted more than two hours.",
            ),
            (
                "b",
                "2023-03-03",
                "",
                "The call between Olaf Scholz and Emmanuel Macron on Thursday lasted two hours and 20 minutes.",
            ),
        ],
        &["agree B4"],
    );
}

#[test]
fn c5_a_bare_bound() {
    expect(
        &[
            (
                "a",
                "2023-03-02",
                "",
                "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted more than an hour.",
            ),
            ("b", "2023-03-03", "", "The call between Olaf Scholz and Emmanuel Macron on Thursday lasted three hours."),
        ],
        &["differ C5"],
    );
}

#[test]
fn d1_figures_that_cannot_both_be_right() {
    expect(
        &[
            ("a", "2023-03-02", "", "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted 90 minutes."),
            ("b", "2023-03-03", "", "The call between Olaf Scholz and Emmanuel Macron on Thursday lasted three hours."),
        ],
        &["conflict D1"],
    );
}

#[test]
fn d7_inside_one_article() {
    let text = "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted 90 minutes.";
    expect(&[("a", "2023-03-02", "Macron and Scholz hold three-hour call", text)], &["conflict D7"]);
}

#[test]
fn s1_one_article() {
    expect(
        &[("a", "2023-03-02", "", "The call between Olaf Scholz and Emmanuel Macron on Thursday lasted three hours.")],
        &["single S1"],
    );
}

#[test]
fn e1_an_article_without_a_date() {
    let report = expect(
        &[
            ("a", "2023-03-02", "", "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted 90 minutes."),
            ("b", "", "", "The call between Olaf Scholz and Emmanuel Macron on Thursday lasted three hours."),
        ],
        &["unresolved E1"],
    );
    let said = report["findings"].to_string();
    assert!(said.contains("--published"), "the reason names the option that supplies the date: {said}");
}

#[test]
fn a1_another_event() {
    let report = expect(
        &[
            ("a", "2023-03-02", "", "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted 90 minutes."),
            (
                "b",
                "2023-03-08",
                "",
                "The call between Olaf Scholz and Emmanuel Macron on Wednesday lasted three hours.",
            ),
        ],
        &["single S1", "single S1"],
    );
    assert_eq!(apart(&report), ["A1"]);
    let others = [
        ("a", "2023-03-02", "", "Emmanuel Macron and Olaf Scholz spoke on Thursday. Their call lasted 90 minutes."),
        ("b", "2023-03-03", "", "The call between Giorgia Meloni and Rishi Sunak on Thursday lasted three hours."),
    ];
    expect(&others, &["single S1", "single S1"]);
}

#[test]
fn a2_another_party() {
    let report = check(&[
        ("a", "2022-02-02", "", "About 30,000 Russian troops are stationed in Belarus, Nato said on Wednesday."),
        ("b", "2022-02-02", "", "Some 5,000 Belarusian troops are stationed in Belarus, Nato said on Wednesday."),
    ]);
    assert!(!verdicts(&report).iter().any(|v| v.starts_with("conflict")), "{:#}", report["findings"]);
}

#[test]
fn a3_a_part_is_not_the_whole() {
    let text = "An explosion in Lyon on Monday killed 14 people, including three children.";
    let report = expect(&[("a", "2023-05-09", "", text)], &["single S1", "single S1"]);
    assert_eq!(apart(&report), ["A3"]);
}

#[test]
fn a4_a_running_total_is_not_one_event() {
    let text = "An explosion in Lyon on Monday killed 14 people. Since the war began, 3,000 people have been killed in France.";
    let report = expect(&[("a", "2023-05-09", "", text)], &["single S1", "single S1"]);
    assert_eq!(apart(&report), ["A4"]);
}

#[test]
fn a_disaster_of_another_year_is_no_total_and_no_other_disaster() {
    let first =
        "A shaft caved in at a mine near Lyon on Monday. Twelve people died there in a train derailment in 2014.";
    let second =
        "The mayor of Turin opened a market on Monday. Thirty people died there in a train derailment in 2017.";
    let report =
        expect(&[("a", "2023-05-09", "", first), ("b", "2023-05-09", "", second)], &["single S1", "single S1"]);
    assert!(report["claims"].as_array().unwrap().iter().all(|claim| claim["scope"]["cumulative"] == false));
}

#[test]
fn totals_of_other_years_are_not_compared() {
    let articles = [
        ("a", "2023-05-09", "", "In all, 1,200 people were killed in road crashes in France in 2021, the police said."),
        ("b", "2023-05-10", "", "In all, 1,350 people were killed in road crashes in France in 2022, the police said."),
    ];
    expect(&articles, &["single S1", "single S1"]);
}

#[test]
fn two_disasters_of_one_town_and_day_are_told_by_the_words_at_the_figure() {
    let rest =
        "The bus station and the old railway bridge in Lyon were quiet on Tuesday, and the night market stayed closed.";
    let stampede = format!("Forty people were killed in a stampede in Lyon on Monday, the police said. {rest}");
    let crash = format!("Nine people were killed in a bus crash in Lyon on Monday, the police said. {rest}");
    let (stampede, crash): (&'static str, &'static str) = (stampede.leak(), crash.leak());
    expect(&[("a", "2023-05-09", "", stampede), ("b", "2023-05-09", "", crash)], &["single S1", "single S1"]);
}

#[test]
fn a_copy_that_changes_one_mention_alone_is_told() {
    let told = |many: &str| -> &'static str {
        let text = format!(
            "A ferry sank off Mombasa on Friday and 17 people were killed, the coast guard said. Divers were still at work in the \
             evening. The port was closed. Officials said that {many} people were killed when the ferry turned over near the \
             breakwater."
        );
        text.leak()
    };
    let (title, day) = ("Ferry sinks off Mombasa", "2024-05-04");
    let third =
        ("c", day, "", "A ferry sank near Mombasa, Kenya, on Friday. Seventeen people were killed, the governor said.");
    let report = check(&[("a", day, title, told("17")), ("b", day, title, told("71")), third]);
    assert!(verdicts(&report).iter().any(|verdict| verdict.starts_with("conflict")), "{:#}", report["findings"]);
    let report = check(&[("a", day, title, told("17")), ("b", day, title, told("17")), third]);
    assert!(!verdicts(&report).iter().any(|verdict| verdict.starts_with("conflict")), "{:#}", report["findings"]);
}

#[test]
fn a5_what_was_planned_is_not_what_happened() {
    let text = "Emmanuel Macron and Olaf Scholz met on Thursday. The meeting was expected to last three hours. It lasted 50 minutes.";
    let report = expect(&[("a", "2023-03-02", "", text)], &["single S1", "single S1"]);
    assert_eq!(apart(&report), ["A5"]);
}

#[test]
fn c1_and_c2_a_toll_that_rises_and_one_that_is_revised() {
    let told = |figure: &str| -> &'static str {
        format!("An explosion at a market in Lyon on Monday killed {figure} people.").leak()
    };
    expect(&[("a", "2023-05-09", "", told("14")), ("b", "2023-05-11", "", told("19"))], &["differ C1"]);
    expect(&[("a", "2023-05-09", "", told("90")), ("b", "2023-05-12", "", told("34"))], &["differ C2"]);
    expect(&[("a", "2023-05-09", "", told("14")), ("b", "2023-05-09", "", told("19"))], &["conflict D1"]);
}

#[test]
fn c3_within_the_rules_tolerance() {
    expect(
        &[
            ("a", "2023-05-09", "", "Germany approved $201.3 million in military aid to Ukraine on Tuesday."),
            ("b", "2023-05-10", "", "Germany approved $202.4 million in military aid to Ukraine on Tuesday."),
        ],
        &["differ C3"],
    );
}

#[test]
fn d6_what_one_denies_another_asserts() {
    expect(
        &[
            ("a", "2023-05-09", "", "Police denied that five people were killed in Lyon on Monday."),
            ("b", "2023-05-09", "", "Five people were killed in Lyon on Monday, witnesses said."),
        ],
        &["conflict D6"],
    );
}

#[test]
fn no_currency_is_set_against_another() {
    let report = check(&[
        ("a", "2023-05-09", "", "The European Union pledged 1.9 billion euros in aid to Moldova on Tuesday."),
        ("b", "2023-05-09", "", "The European Union on Tuesday pledged $1.9 billion in aid to Moldova."),
        (
            "c",
            "2023-05-10",
            "",
            "Moldova is to get 1.9bn euros in aid from the European Union, which pledged it on Tuesday.",
        ),
    ]);
    let agreed = report["findings"].as_array().unwrap().iter().find(|f| f["verdict"] == "agree").unwrap();
    assert_eq!((agreed["claims"].as_array().unwrap().len(), &agreed["unit"]), (2, &json!("EUR")), "{agreed:#}");
}

#[test]
fn two_donors_are_two_facts() {
    expect(
        &[
            ("a", "2023-05-09", "", "Norway pledged $300 million in aid to Ukraine on Tuesday."),
            ("b", "2023-05-09", "", "Denmark pledged $200 million in aid to Ukraine on Tuesday."),
        ],
        &["single S1", "single S1"],
    );
}

#[test]
fn two_named_days_are_two_events() {
    expect(
        &[
            ("a", "2023-03-05", "", "A strike on Sumy on March 4 killed six people."),
            ("b", "2023-03-04", "", "A strike on Sumy on March 3 killed 11 people."),
        ],
        &["single S1", "single S1"],
    );
}

#[test]
fn two_talks_in_one_sentence_do_not_contradict_each_other() {
    let report = check(&[
        (
            "a",
            "2023-03-03",
            "",
            "Emmanuel Macron spoke with Olaf Scholz for 20 minutes and with Giorgia Meloni for 50 minutes on Friday.",
        ),
        ("b", "2023-03-03", "", "Emmanuel Macron and Olaf Scholz spoke for 20 minutes on Friday."),
    ]);
    assert!(!verdicts(&report).iter().any(|verdict| verdict.starts_with("conflict")), "{:#}", report["findings"]);
}

#[test]
fn a_copy_is_not_a_second_source() {
    let body = "An explosion at a market in the French city of Lyon on Monday killed 14 people and brought down two houses. \
        Firemen searched the ruins through the night with dogs and found nobody else. The prefect said that a gas pipe had been \
        laid bare by builders the week before, and that the street would stay closed for the rest of the month.";
    expect(&[("a", "2023-05-09", "", body), ("b", "2023-05-09", "", body)], &["single S2"]);
}

#[test]
fn no_finding_without_a_figure() {
    expect(&[("a", "2023-03-02", "", CALL)], &[]);
}

#[test]
fn d2_contested_between_parties() {
    let report = expect(
        &[
            ("a", "2023-05-09", "", "A strike on a depot near Kherson on Monday killed 14 soldiers, Ukraine said."),
            ("b", "2023-05-09", "", "Russia said that Monday's strike on a depot near Kherson killed 63 soldiers."),
        ],
        &["conflict D2"],
    );
    let reason = report["findings"][0]["reasons"][0]["text"].as_str().unwrap();
    assert!(reason.contains("Ukraine") && reason.contains("Russia"), "{reason}");
}

#[test]
fn d4_a_slip_of_magnitude() {
    let told = |figure: &str| -> &'static str {
        format!("The European Union on Tuesday pledged {figure} in aid to Moldova.").leak()
    };
    for (a, b) in [("€1.9 billion", "€1.9 million"), ("€250 million", "€25 million"), ("€3 billion", "€3 million")]
    {
        expect(&[("a", "2023-05-09", "", told(a)), ("b", "2023-05-10", "", told(b))], &["conflict D4"]);
    }
    expect(
        &[("a", "2023-05-09", "", told("€20 million")), ("b", "2023-05-10", "", told("€2 million"))],
        &["conflict D1"],
    );
}

#[test]
fn d1_names_digits_in_another_order() {
    let told = |figure: &str| -> &'static str {
        format!("The European Union on Tuesday pledged {figure} in aid to Moldova.").leak()
    };
    let report =
        expect(&[("a", "2023-05-09", "", told("€691m")), ("b", "2023-05-10", "", told("€619m"))], &["conflict D1"]);
    assert!(report["findings"][0]["reasons"][0]["text"].as_str().unwrap().contains("another order"));
}

/// No conflict, whatever else is said.
#[track_caller]
fn expect_peace(articles: &[Told]) -> Value {
    let report = check(articles);
    assert!(!verdicts(&report).iter().any(|verdict| verdict.starts_with("conflict")), "{:#}", report["findings"]);
    report
}

#[test]
fn one_day_and_town_are_one_event_months_later() {
    expect(
        &[
            (
                "a",
                "2023-05-16",
                "",
                "About 30 people were killed when a hotel in Lyon collapsed on 9 May, the prefect said.",
            ),
            (
                "b",
                "2023-09-30",
                "",
                "The collapse of a hotel in Lyon on 9 May killed closer to 60 people, an inquiry found.",
            ),
        ],
        &["differ C1"],
    );
}

#[test]
fn a_town_that_the_lexicon_does_not_know_is_a_place() {
    expect(
        &[
            ("a", "2023-05-10", "", "Tuesday's fire in Quellbrunn killed 14 people, the mayor said."),
            ("b", "2023-06-20", "", "A fire in Quellbrunn on 9 May killed 11 people, not 14, the governor said."),
        ],
        &["differ C2"],
    );
}

#[test]
fn a_flood_and_a_shooting_of_one_day_and_town_are_two_events() {
    expect(
        &[
            ("a", "2023-05-10", "", "A flood in Lyon on Tuesday killed 14 people and swept away a bridge."),
            (
                "b",
                "2023-05-10",
                "",
                "A gunman shot and killed three people in Lyon on Tuesday, and was caught at a shop.",
            ),
        ],
        &["single S1", "single S1"],
    );
}

#[test]
fn figures_of_the_same_sentences_stand_in_their_order() {
    let told = |evening: &str| -> &'static str {
        format!("Emmanuel Macron and Olaf Scholz met on Thursday. Their talks lasted more than 20 minutes at noon. The talks lasted {evening} at night.")
            .leak()
    };
    let report = check(&[("a", "2023-03-02", "", told("50 minutes")), ("b", "2023-03-03", "", told("50 minutes"))]);
    assert!(!verdicts(&report).iter().any(|verdict| verdict.starts_with("conflict")), "{:#}", report["findings"]);
    let report = check(&[("a", "2023-03-02", "", told("50 minutes")), ("b", "2023-03-03", "", told("80 minutes"))]);
    assert!(verdicts(&report).iter().any(|verdict| verdict.starts_with("conflict")), "{:#}", report["findings"]);
}

#[test]
fn d2_where_one_article_gives_both_sides() {
    let both = "Russian forces hold 28 villages in the region, Ukrainian officials said on Tuesday. Russia says that it holds 74 villages there.";
    let one = "Russian forces hold 28 villages in the region, Ukraine said on Tuesday.";
    let report = check(&[("a", "2023-05-10", "", both), ("b", "2023-05-10", "", one)]);
    assert!(verdicts(&report).contains(&"conflict D2".to_owned()), "{:#}", report["findings"]);
}

#[test]
fn the_whole_of_a_part_is_no_toll_and_a_share_no_count() {
    expect_peace(&[
        ("a", "2023-05-10", "", "12 of the 300 people on board were killed when a ferry sank off Bari on Tuesday."),
        ("b", "2023-05-10", "", "Twelve people were killed when a ferry sank off Bari on Tuesday."),
    ]);
    expect_peace(&[
        ("a", "2023-05-10", "", "Three out of ten people were killed when a ferry sank off Bari on Tuesday."),
        ("b", "2023-05-10", "", "Three people were killed when a ferry sank off Bari on Tuesday."),
    ]);
    expect(
        &[
            ("a", "2023-05-10", "", "Two of the 12 people killed when a ferry sank off Bari on Tuesday were children."),
            ("b", "2023-05-10", "", "Fifteen people were killed when a ferry sank off Bari on Tuesday."),
        ],
        &["conflict D1"],
    );
}

#[test]
fn a_place_that_ends_what_is_said_does_not_say_it() {
    let at = |town: &str, toll: &str| {
        format!("{toll} people died when a bus left the road near {town}, police said on Tuesday.")
    };
    let (a, b): (&str, &str) = (at("Vienna, Austria", "Twelve").leak(), at("Vienna", "Fifteen").leak());
    let report = check(&[("a", "2023-05-10", "", a), ("b", "2023-05-10", "", b)]);
    assert_eq!(of_rule(&report, "killed"), ["conflict D1"], "{:#}", report["findings"]);
    let spoke = |claim: &Value| claim["attribution"].as_array().unwrap().iter().any(|link| link["kind"] == "speaker");
    assert!(!report["claims"].as_array().unwrap().iter().any(spoke), "{:#}", report["claims"]);
}

#[test]
fn what_somebody_could_say_is_no_supposition() {
    expect(
        &[
            (
                "a",
                "2023-05-10",
                "",
                "By Tuesday night the prefect could say that 14 people were killed in Monday's fire in Lyon.",
            ),
            ("b", "2023-05-10", "", "The fire in Lyon on Monday killed 14 people."),
        ],
        &["agree B1"],
    );
}

#[test]
fn a_day_that_lies_ahead_dates_nothing_that_is() {
    let report = check(&[(
        "a",
        "2023-05-10",
        "",
        "The base in Lyon is to be complete at the end of 2025. About 400 German troops are in the country so far.",
    )]);
    assert_eq!(report["claims"][0]["scope"]["event_date"], Value::Null, "{:#}", report["claims"]);
}

#[test]
fn another_stage_tells_more_than_a_side_that_only_one_names() {
    let text = "About 400 German troops are in Lithuania. The brigade is to have 4,800 soldiers in Lithuania by 2027.";
    assert_eq!(apart(&check(&[("a", "2023-05-10", "", text)])), ["A5"]);
}

#[test]
fn a_headline_s_country_that_speaks_is_no_place() {
    let report = expect_peace(&[(
        "a",
        "2023-05-10",
        "Ukraine says 41 warplanes hit",
        "Drones hit 41 warplanes at four airfields on Sunday, Ukraine's army said.",
    )]);
    for claim in report["claims"].as_array().unwrap() {
        assert_eq!(claim["scope"]["place"], Value::Null, "{claim:#}");
    }
}

#[test]
fn c1_on_one_day_where_the_higher_figure_names_the_lower_as_earlier() {
    expect(
        &[
            ("a", "2023-05-10", "", "The death toll of Monday's explosion in Lyon rose to 12."),
            (
                "b",
                "2023-05-10",
                "Lyon explosion kills 26",
                "At least 26 people were killed in Monday's explosion in Lyon, the prefect said. An earlier toll was 12 dead.",
            ),
        ],
        &["differ C1", "single S1", "single S1"],
    );
}

#[test]
fn the_town_that_is_hit_is_the_place() {
    let report = check(&[
        (
            "a",
            "2023-05-11",
            "",
            "A missile hit Sumy on Wednesday, killing 12 people. In Kharkiv, a drone damaged a school.",
        ),
        ("b", "2023-05-11", "", "A drone killed two people in Kharkiv on Wednesday."),
    ]);
    assert!(!verdicts(&report).iter().any(|verdict| verdict.starts_with("conflict")), "{:#}", report["findings"]);
}

/// The findings of one rule: verdict, class and subject.
fn of_rule(report: &Value, rule: &str) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter().filter(|f| f["rule"] == rule);
    let mut all: Vec<String> = findings
        .map(|f| {
            let subgroup = f["claims"].as_array().unwrap().iter().find_map(|id| {
                let claim = report["claims"].as_array().unwrap().iter().find(|claim| claim["id"] == *id).unwrap();
                claim["scope"]["subgroup"].as_str().map(|subgroup| format!(" {subgroup}"))
            });
            format!(
                "{} {}{}",
                f["verdict"].as_str().unwrap(),
                f["class"].as_str().unwrap(),
                subgroup.unwrap_or_default()
            )
        })
        .collect();
    all.sort();
    all
}

#[track_caller]
fn expect_of(rule: &str, articles: &[Told], wanted: &[&str]) {
    let report = check(articles);
    assert_eq!(of_rule(&report, rule), wanted, "{:#}", report["findings"]);
}

/// Two articles of one day about an attack in Denver.
fn denver(first: &'static str, second: &'static str) -> [Told; 2] {
    [("a", "2021-05-03", "", first), ("b", "2021-05-03", "", second)]
}

#[test]
fn others_than_those_named_before_are_no_toll() {
    expect_of(
        "killed",
        &denver(
            "The pastor and eight others were gunned down in a church in Denver on Monday.",
            "Nine people were gunned down in a church in Denver on Monday.",
        ),
        &["single S1", "single S1 others"],
    );
    expect_of(
        "wounded",
        &denver(
            "A bomb in a market in Denver killed two people and wounded 12 others on Monday.",
            "A bomb in a market in Denver wounded 15 people on Monday.",
        ),
        &["conflict D1"],
    );
}

#[test]
fn whoever_was_shot_may_have_died() {
    expect_of(
        "wounded",
        &denver(
            "One person is dead and seven were injured in a shooting at a bar in Denver on Monday.",
            "Eight people were shot at a bar in Denver on Monday.",
        ),
        &["agree B4"],
    );
    expect_of(
        "wounded",
        &denver(
            "Six people were shot at a bar in Denver on Monday.",
            "Eight people were shot at a bar in Denver on Monday.",
        ),
        &["conflict D1"],
    );
}

#[test]
fn one_of_several_is_no_toll() {
    expect_of(
        "wounded",
        &denver(
            "A gunman wounded two officers at a bar in Denver on Monday.",
            "At a bar in Denver an officer was wounded by a gunman on Monday.",
        ),
        &["single S1 officer", "single S1 officer"],
    );
}

#[test]
fn several_incidents_are_not_set_against_one() {
    expect_of(
        "wounded",
        &denver(
            "Four people were wounded in a series of shootings in Denver on Monday.",
            "Three people were wounded in a shooting in Denver on Monday.",
        ),
        &["single S1", "single S1"],
    );
}

#[test]
fn the_attacker_is_counted_or_not() {
    expect_of(
        "killed",
        &denver(
            "Six people, including the gunman, were killed at a school in Denver on Monday.",
            "A gunman killed five people at a school in Denver on Monday.",
        ),
        &["agree B4"],
    );
    expect_of(
        "killed",
        &denver(
            "Seven people, including the gunman, were killed at a school in Denver on Monday.",
            "A gunman killed five people at a school in Denver on Monday.",
        ),
        &["conflict D1"],
    );
}

#[test]
fn parts_of_different_wholes_are_not_compared() {
    expect_of(
        "killed",
        &denver(
            "Rockets killed 84 people including 17 children in Denver on Monday.",
            "Rockets killed ten people including six children in Denver on Monday.",
        ),
        &["conflict D1", "single S1 child", "single S1 child"],
    );
    expect_of(
        "killed",
        &denver(
            "Rockets killed ten people including four children in Denver on Monday.",
            "Rockets killed ten people including six children in Denver on Monday.",
        ),
        &["agree B1", "conflict D1 child"],
    );
}

#[test]
fn a_toll_that_a_third_article_calls_earlier_is_superseded() {
    expect_of(
        "killed",
        &[
            ("a", "2021-05-03", "", "A bomb on a bus in Denver killed 112 people on Sunday."),
            ("b", "2021-05-03", "", "A bomb on a bus in Denver killed 126 people on Sunday."),
            (
                "c",
                "2021-05-03",
                "",
                "The death toll of Sunday's bomb on a bus in Denver was 126, police said. Earlier they had put the death toll at 112.",
            ),
        ],
        &["differ C1", "single S1"],
    );
}

#[test]
fn a_call_and_a_meeting_of_one_day_are_two_events() {
    let call = "Emmanuel Macron and Olaf Scholz discussed gas prices on Thursday. Their phone call lasted 40 minutes.";
    let met =
        "Emmanuel Macron and Olaf Scholz met in Berlin on Thursday and discussed gas prices. They met for three hours.";
    expect(&[("a", "2023-03-02", "", call), ("b", "2023-03-03", "", met)], &["single S1", "single S1"]);
}

/// A field of the scope of each claim of one rule, in order.
fn scopes(report: &Value, rule: &str, field: &str) -> Vec<Value> {
    let claims = report["claims"].as_array().unwrap().iter().filter(|claim| claim["rule"] == rule);
    claims.map(|claim| claim["scope"][field].clone()).collect()
}

#[test]
fn a_running_total_has_no_day_or_town_of_another_sentence() {
    let text = "Shells fell on Kharkiv on Tuesday.\n\nIn the town of Izium shops were closed. The war has killed thousands of civilians.";
    let report = check(&[("a", "2023-03-02", "", text)]);
    assert_eq!(scopes(&report, "killed", "place"), [Value::Null]);
    assert_eq!(scopes(&report, "killed", "event_date"), [Value::Null]);
}

#[test]
fn who_reports_from_somewhere_tells_not_where_it_happened() {
    for text in [
        "The blast killed 12 people, our correspondent in Paris reports.",
        "The blast killed 12 people, the Britain-based monitor said.",
        "The blast killed 12 people, the mayor told reporters in Paris.",
    ] {
        assert_eq!(scopes(&check(&[("a", "2023-03-02", "", text)]), "killed", "place"), [Value::Null], "{text}");
    }
    let title = "Blast kills 12 - WXYZ News - Memphis, Tennessee";
    let report = check(&[("a", "2023-03-02", title, "A gas main burst on Monday, and 12 people were killed.")]);
    assert_eq!(scopes(&report, "killed", "place"), [Value::Null, Value::Null]);
}

#[test]
fn the_day_of_other_talks_dates_nothing_else() {
    let text = "After Thursday's meeting with Olaf Scholz, Emmanuel Macron spoke of peace.\n\nSeparately, Norway will hand over seven Leopard 2 tanks to Ukraine.";
    let report = check(&[("a", "2023-03-04", "", text)]);
    assert_eq!(scopes(&report, "equipment-count", "event_date"), [Value::Null]);
}

#[test]
fn the_day_of_an_arrest_is_not_that_of_the_shooting() {
    let text = "Police arrested a man on Monday over a shooting that wounded five people at a party.";
    let report = check(&[("a", "2023-03-02", "", text)]);
    assert_eq!(scopes(&report, "wounded", "event_date"), [Value::Null]);
}

#[test]
fn of_a_whole_only_the_part_was_paid() {
    let text = "Of the $50 billion in aid for Ukraine, $19.6 billion has been disbursed, the United States says.";
    let stages = scopes(&check(&[("a", "2023-03-02", "", text)]), "aid-amount", "stage");
    assert_eq!(stages, [Value::Null]);
}

#[test]
fn an_opponent_takes_no_part() {
    let text = "France gave Ukraine $300 million in aid against the Russian invasion on Monday.";
    let report = check(&[("a", "2023-03-02", "", text)]);
    let names = &scopes(&report, "aid-amount", "participants")[0];
    assert!(!names.to_string().contains("Russia"), "{names}");
}

#[test]
fn the_day_of_the_lead_is_overtaken_by_another() {
    let text = "A bomb killed four people in Lahore on Monday.\n\nOn Friday soldiers had searched houses.\n\nNine people were wounded in Multan.";
    let report = check(&[("a", "2023-03-01", "", text)]);
    assert_eq!(scopes(&report, "wounded", "event_date"), [Value::Null]);
}

#[test]
fn a_changed_bound_in_the_same_sentence_is_a_conflict() {
    let sentence =
        |figure: &str| format!("France gave Ukraine more than ${figure} million in aid on Monday, Paris said.");
    let (few, many): (&str, &str) = (sentence("300").leak(), sentence("400").leak());
    expect_of("aid-amount", &[("a", "2023-03-02", "", few), ("b", "2023-03-02", "", many)], &["conflict D1"]);
}

#[test]
fn a_day_that_one_undated_article_tells_alone_waits_for_nothing() {
    let report = check(&[
        ("a", "", "", "Emmanuel Macron met Olaf Scholz in Berlin on Friday."),
        ("b", "2023-03-02", "", "Giorgia Meloni met Pedro Sanchez in Rome on Monday."),
    ]);
    assert_eq!(of_rule(&report, "meeting-day"), ["single S1", "single S1"]);
}

#[test]
fn the_stop_inside_the_marks_is_no_other_wording() {
    let report = check(&[
        ("a", "2023-03-02", "", "Emmanuel Macron called Robert Fico a \"weathercock\" in a speech in Paris."),
        ("b", "2023-03-02", "", "In a speech in Paris, Emmanuel Macron called Robert Fico a \"weathercock.\""),
    ]);
    let texts: Vec<&Value> = report["claims"].as_array().unwrap().iter().map(|claim| &claim["value"]["text"]).collect();
    assert_eq!(texts, ["weathercock", "weathercock"]);
}

#[test]
fn a_vote_is_its_figures_in_any_order_and_who_abstained_may_be_left_out() {
    let told = |text: &'static str| -> Told { (if text.contains("MPs") { "a" } else { "b" }, "2023-05-10", "", text) };
    for (mps, others, wanted) in [
        (
            "MPs in Ottawa rejected the port bill by 391 votes to 242 on Tuesday.",
            "Parliament in Ottawa rejected the port bill 391-242 on Tuesday.",
            "agree B1",
        ),
        (
            "MPs in Ottawa rejected the port bill by 391 votes to 242 on Tuesday.",
            "Parliament in Ottawa rejected the port bill 242-391 on Tuesday.",
            "agree B2",
        ),
        (
            "MPs in Ottawa adopted the port bill by 310 votes to 289 on Tuesday.",
            "Parliament in Ottawa on Tuesday adopted the port bill 310-289-12.",
            "agree B4",
        ),
        (
            "MPs in Ottawa adopted the port bill by 310 votes to 289 on Tuesday.",
            "Parliament in Ottawa adopted the port bill 310-288 on Tuesday.",
            "conflict D1",
        ),
    ] {
        expect(&[told(mps), told(others)], &[wanted]);
    }
}

#[test]
fn what_differs_between_two_votes_is_named() {
    let report = check(&[
        ("a", "2023-05-10", "", "The Senate voted 52-48 on Tuesday to confirm Anna Berg as envoy."),
        ("b", "2023-05-10", "", "The Senate voted 52-47 on Tuesday to confirm Anna Berg as envoy."),
    ]);
    let finding = &report["findings"][0];
    assert_eq!(finding["reasons"][0]["text"], "52-48 (a) and 52-47 (b) cannot both be right: 48 against 47");
    assert_eq!(report["claims"][0]["value"]["figures"], json!([52, 48]));
}

#[test]
fn each_chamber_takes_its_own_vote_and_a_majority_is_another_measure() {
    expect_peace(&[
        ("a", "2023-05-10", "", "The Senate voted 52-48 on Tuesday to pass the Berg bill, by a majority of four."),
        ("b", "2023-05-10", "", "The House voted 220-210 on Tuesday to pass the Berg bill."),
    ]);
}

/// What one article's claims of the dead say in one field, each text with what is wanted of each of its claims.
#[track_caller]
fn expect_scope(rule: &str, field: &str, rows: &[(&'static str, &[Value])]) {
    for (text, wanted) in rows {
        let (title, text) = text.split_once('\n').unwrap_or(("", text));
        let report = check(&[("a", "2023-03-10", title, text)]);
        assert_eq!(scopes(&report, rule, field), *wanted, "{title}\n{text}");
    }
}

#[test]
fn a_toll_lies_in_the_narrowest_place_that_the_words_beside_it_name() {
    let (homs, mosul) = (json!("city:homs"), json!("city:mosul"));
    expect_scope(
        "killed",
        "place",
        &[
            ("A bomb killed six people in Syria's third city Homs.", std::slice::from_ref(&homs)),
            (
                "Raids hit a market in Homs western Syria on Monday. The raids killed 12 people.",
                std::slice::from_ref(&homs),
            ),
            ("Six children killed in Syrias Homs\nA school was hit.", std::slice::from_ref(&homs)),
            (
                "A blast killed 12 people in Mosul, said Ara Lind of the Brigade (banned in Russia).",
                std::slice::from_ref(&mosul),
            ),
            ("A blast in Mosul - Reports from Baghdad spoke of nine people killed.", std::slice::from_ref(&mosul)),
            ("Raids hit Homs and Hama in Syria on Monday. They killed 12 people.", &[json!("country:sy")]),
        ],
    );
}

#[test]
fn the_place_of_a_part_or_of_several_is_not_that_of_the_whole() {
    let (mosul, homs) = (json!("city:mosul"), json!("city:homs"));
    expect_scope(
        "killed",
        "place",
        &[
            ("Bombs killed 23 people, nine of them in Mosul.", &[Value::Null]),
            ("In the raids 150 bodies were counted in Lindwick, 100 in Mosul.", &[Value::Null]),
            (
                "Rockets kill ten in Mosul and Homs\nRockets killed six people. Four were killed by other rockets in Homs.",
                &[Value::Null, Value::Null, homs.clone()],
            ),
            ("Army foils attack in Mosul kills 50 gunmen in Homs\nNobody else was hurt.", &[homs]),
            ("At least one farmer was killed during the Mosul riots.", &[mosul]),
            ("Worst fighting since Mosul leaves 40 dead\nThe fighting went on.", &[Value::Null]),
        ],
    );
}

#[test]
fn a_landmark_is_not_the_place() {
    expect_scope(
        "killed",
        "place",
        &[
            ("Shells fell in Mosul. On Monday a raid killed 12 people west of Raqqa.", &[json!("region:sy-ra")]),
            (
                "Raid kills four in Homs\nFour people were killed in a raid.\n\nNine more died in the village of Kafr Lind.",
                &[json!("city:homs"), json!("city:homs"), Value::Null],
            ),
            ("A woman was killed in a town south of the Syrian city of Homs.", &[json!("region:sy-hi")]),
            ("Raids hit Khan Sheikhoun. Seven people were killed in raids on Kafr Lind.", &[Value::Null]),
            ("Seven people were killed in rural Idlib.", &[json!("region:sy-id")]),
            ("Seven people were killed at the Jordan Sands.", &[Value::Null]),
            ("Rebels killed 90 people at a gas field east of Homs in central Syria.", &[json!("country:sy")]),
            ("Army kills 62 rebels east of Damascus\nNobody else was hurt.", &[json!("country:sy")]),
            (
                "The raid, which killed 90 people, prompted a meeting of the Security Council in New York.",
                &[Value::Null],
            ),
            (
                "The raid on the outskirts of Damascus, which the United States says was planned, killed 14 people.",
                &[json!("city:damascus")],
            ),
            ("Raids there and in Iraq killed 220 people.", &[Value::Null]),
            ("A blast in Safi village in the Syrian Homs province killed nine people.", &[json!("region:sy-hi")]),
            (
                "Dozens of people were killed in a village which lies 60 kilometres from the city of Homs.",
                &[json!("region:sy-hi")],
            ),
            ("Two people were killed when rebels located in Binnish fired rockets on Lindwick.", &[Value::Null]),
            ("Nineteen people were killed by shells just hours after an attack in Mosul.", &[Value::Null]),
            ("Raids on Mosul went on. The army killed scores of rebels across the country.", &[json!("country:iq")]),
            ("Trucks stood on a road to Mosul. Two drivers were killed.", &[Value::Null]),
            ("Three people were killed near West Chicago and Evergreen on Monday.", &[Value::Null]),
        ],
    );
}

#[test]
fn the_bare_name_of_a_town_is_its_region_where_the_article_speaks_of_that() {
    let (idlib, region) = (json!("city:idlib"), json!("region:sy-id"));
    expect_scope(
        "killed",
        "place",
        &[
            ("Raids kill four in Idlib\nRaids hit a village in Idlib province on Monday.", &[region]),
            (
                "Raids kill four in Idlib\nRaids hit the city of Idlib and villages of Idlib province on Monday.",
                &[idlib],
            ),
        ],
    );
}

#[test]
fn what_came_after_happened_elsewhere() {
    expect_scope(
        "wounded",
        "place",
        &[
            ("Five people were wounded at a party. Two men were arrested in Memphis on Monday.", &[Value::Null]),
            ("Five people were wounded at a party and were taken to a hospital in Memphis.", &[Value::Null]),
            ("Five people were wounded and taken to Lind Memorial Medical Center in Memphis.", &[Value::Null]),
        ],
    );
    expect_scope(
        "killed",
        "place",
        &[
            ("A man who was arrested in Memphis killed four people.", &[Value::Null]),
            (
                "Bomb kills six\nTen walks to take in Paris.\n\nA museum guide for your days off.\n\nOur newsletter.",
                &[Value::Null],
            ),
        ],
    );
}

#[test]
fn the_day_of_a_toll_is_that_of_the_harm() {
    let day = |day: &str| json!(format!("2023-03-{day}"));
    expect_scope(
        "killed",
        "event_date",
        &[
            (
                "AFP Thursday 9 March 2023 More than 120 people have been killed in weeks of raids, a monitor said.",
                &[Value::Null],
            ),
            ("AFP Thursday 9 March 2023 Raids on Wednesday killed 12 people.", &[day("08")]),
            (
                "The toll of the raid is 86 dead. The council met on Wednesday to debate it. It may rise to 90 dead.",
                &[Value::Null, Value::Null],
            ),
            ("The port is quiet since a truce, signed in 2014. A raid there killed four people.", &[Value::Null]),
            ("It was the deadliest raid since gas killed hundreds of people in May 2021.", &[json!("2021-05")]),
            (
                "On Thursday the Brigade of Mara Lind released a statement on a raid.\n\nNobody wrote. A raid killed four people.",
                &[Value::Null],
            ),
            ("Soldiers left last week. Raids since 21 February have killed 425 people.", &[Value::Null]),
            (
                "A raid killed four people on Thursday. Another killed nine earlier this month. The dead were two women and two soldiers who were killed at home.",
                &[day("09"), json!("2023-03-01/2023-03-10"), day("09"), day("09")],
            ),
            ("A raid began on Wednesday. Some 30 hours after that a blast killed 120 people.", &[Value::Null]),
            ("It would be the world's most lethal attack since the 1980s, with 500 people killed.", &[Value::Null]),
            (
                "Two men were arrested with a cache of arms in the port on Thursday after they killed four people on Wednesday.",
                &[day("08")],
            ),
            ("Mines killed six people, the group said. It found them in an inquiry this month.", &[Value::Null]),
            ("A street in ruins on 9 March 2023. (Reuters) Eight people were killed in Lindwick.", &[Value::Null]),
            ("A mill burned on Monday. Sundays raid killed four people.", &[Value::Null]),
            ("Jon Lind, who was to turn 24 on 15 March, killed two men.", &[Value::Null]),
            ("A man accused of killing two people at a party in 2021 appeared in court on Tuesday.", &[json!("2021")]),
            (
                "It is the worst fighting since the siege of the port last year, with raids killing 200 people.",
                &[Value::Null],
            ),
        ],
    );
    let text = "Five people were shot on Wednesday. On Thursday, two were in critical condition.";
    expect_scope("wounded", "event_date", &[(text, &[day("08"), day("08")])]);
}

#[test]
fn an_older_day_makes_a_toll_background() {
    let text = "A raid killed four people on Thursday. A raid in May 2021 killed 90 people.";
    expect_scope("killed", "background", &[(text, &[json!(false), json!(true)])]);
}

#[test]
fn who_speaks_after_the_verb_or_against_it() {
    let speaker = |text: &'static str| {
        let report = check(&[("a", "2023-03-10", "", text)]);
        report["claims"][0]["attribution"][0]["name"].clone()
    };
    for (text, name) in [
        ("\"Ten people were killed in a street of the clan of Mara Lind\" said Talal Holt.", "talal holt"),
        ("Reports had eight teenagers wounded, but Mara Lind said that it was ten.", "a"),
        ("Eight teenagers were wounded, Mara Lind said.", "mara lind"),
        ("A road that Mara Lind said was safe (AP) Two people were killed on it on Monday.", "a"),
    ] {
        assert_eq!(speaker(text), json!(name), "{text}");
    }
}

#[test]
fn a_people_behind_a_preposition_is_not_who_is_counted() {
    let text = "Rebels killed 270 in Syrian gas fields.";
    expect_scope("killed", "subgroup", &[(text, &[Value::Null])]);
}

#[test]
fn what_began_in_an_earlier_sentence_counts_up_and_dates_nothing() {
    let text = "A raid killed four people in Homs.\n\nThe war broke out in March 2011. More than 200,000 people have been killed.";
    expect_scope("killed", "cumulative", &[(text, &[json!(false), json!(true)])]);
    expect_scope("killed", "event_date", &[(text, &[Value::Null, Value::Null])]);
    expect_scope("killed", "background", &[(text, &[json!(false), json!(false)])]);
    let ranked = "It was the most serious raid since the attack of 4 March, when 30 people were killed.";
    expect_scope("killed", "cumulative", &[(ranked, &[json!(false)])]);
}

#[test]
fn where_people_come_from_or_a_namesake_is_no_place() {
    expect_scope(
        "killed",
        "place",
        &[
            ("Memphis man accused of killing two\nTwo people were killed on Monday.", &[Value::Null, Value::Null]),
            ("Shells killed 12 people in the rebel-held western Aleppo countryside.", &[json!("region:sy-hl")]),
            ("Raids killed 12 people in Pasadena northeast of Aleppo.", &[json!("region:sy-hl")]),
        ],
    );
}

/// What two villages and a city lost on one day, as three outlets tell it.
#[test]
fn towns_that_the_lexicon_does_not_know_keep_their_own_figures() {
    let (a, b, c) = (
        "At least 10 people were killed in Aleppo on Monday, rescuers said. Another 17 people were killed in the city of Karamlind, \
         near the Iraqi border, on the same day.",
        "Air strikes killed 10 people in Aleppo on Monday.",
        "Seventeen people were killed in the city of Karamlind in Syria on Monday, activists said.",
    );
    let (title, day) = ("Raids kill dozens in Syria", "2016-03-15");
    let report =
        expect_peace(&[("a", day, title, a), ("b", day, "", b), ("c", day, "Seventeen dead in Syrian town", c)]);
    assert!(of_rule(&report, "killed").contains(&"agree B4".to_owned()), "{:#}", report["findings"]);
    for (two, one) in [
        (
            "Shelling killed six people in the village of Kafr Lind and nine in the village of Deir Lind on Tuesday.",
            "Nine people died in the village of Deir Lind in Syria on Tuesday when shells hit a market.",
        ),
        (
            "Shelling killed six people in Kafr Lind and nine in Deir Lind on Tuesday.",
            "Nine people died in Deir Lind in Syria on Tuesday when shells hit a market.",
        ),
    ] {
        let report = check(&[("a", "2016-03-16", "Air raids on Syrian towns", two), ("b", "2016-03-16", "", one)]);
        assert_eq!(of_rule(&report, "killed"), ["agree B1", "single S1"], "{:#}", report["findings"]);
    }
}

/// Many towns bear the name; where an article does not say which, it may be any of them, and lie where one of them does.
#[test]
fn a_name_of_several_towns_may_be_any_of_them() {
    let report = check(&[
        ("a", "2023-05-10", "", "Nine people were killed when a bus burned in Hamilton on Tuesday."),
        ("b", "2023-05-10", "", "Twelve people were killed when a bus burned in Hamilton, Ohio, on Tuesday."),
    ]);
    assert_eq!(of_rule(&report, "killed"), ["conflict D1"], "{:#}", report["findings"]);
}

#[test]
fn others_beside_the_dead_are_all_who_were_hurt() {
    let day = "2023-05-10";
    for hurt in [
        "Mara Lind died at the scene from a gunshot wound; three others were injured.",
        "Mara Lind was killed in Lyon on Tuesday. Three others were shot.",
    ] {
        let report = check(&[
            ("a", day, "", "One woman was killed and three people were wounded in a shooting in Lyon on Tuesday."),
            ("b", day, "Woman killed in Lyon shooting on Tuesday", hurt),
        ]);
        assert!(of_rule(&report, "wounded").contains(&"agree B1".to_owned()), "{hurt} {:#}", report["findings"]);
    }
    let report = check(&[("a", day, "", "A guard was shot in Lyon on Tuesday and three others were shot.")]);
    assert_eq!(of_rule(&report, "wounded"), ["single S1 others"], "{:#}", report["findings"]);
}

/// What a whole region lost in several strikes is not what one of its towns did.
#[test]
fn a_sum_over_a_region_or_over_two_towns_is_not_the_figure_of_one() {
    for (sum, one) in [
        (
            "Russian attacks killed nine people in Ukraine on Monday.",
            "A Russian attack on Kharkiv killed four people on Monday.",
        ),
        ("Floods killed 30 people in Texas on Monday.", "Floods killed 12 people in Houston on Monday."),
        (
            "Bombings in Lahore and Quetta killed 17 people on Monday.",
            "A bombing in Quetta killed nine people on Monday.",
        ),
        (
            "A storm killed 34 people in the United States on Monday, including 12 in Missouri.",
            "A storm killed 12 people in Missouri on Monday.",
        ),
    ] {
        let report = expect_peace(&[("a", "2023-05-09", "", sum), ("b", "2023-05-09", "", one)]);
        // Each stands alone: a finding of both would say that two sources speak of one thing.
        assert_eq!(of_rule(&report, "killed"), ["single S1", "single S1"], "{:#}", report["findings"]);
    }
    expect(
        &[
            ("a", "2023-05-09", "", "A missile hit a hotel in the Kharkiv region on Monday, killing five people."),
            ("b", "2023-05-09", "", "A missile hit a hotel in Kharkiv on Monday, killing seven people."),
        ],
        &["conflict D1"],
    );
}

#[test]
fn each_town_of_a_list_has_its_own_figure() {
    let list = "Strikes killed 12 people in Gaza City, five in Khan Younis and three in Rafah on Monday.";
    let report = check(&[
        ("a", "2023-05-09", "", list),
        ("b", "2023-05-09", "", "A strike killed five people in Khan Younis on Monday."),
    ]);
    assert_eq!(of_rule(&report, "killed"), ["agree B1", "single S1", "single S1"], "{:#}", report["findings"]);
}

#[test]
fn one_group_under_two_names_is_one() {
    for (a, b) in [("U.S. service members", "American soldiers"), ("policemen", "police officers")] {
        let (a, b) =
            (format!("Three {a} were killed in Homs on Monday."), format!("Five {b} were killed in Homs on Monday."));
        let report = check(&[("a", "2023-05-09", "", a.leak()), ("b", "2023-05-09", "", b.leak())]);
        let of_rule = of_rule(&report, "killed");
        assert!(of_rule.iter().any(|verdict| verdict.starts_with("conflict D1")), "{:#}", report["findings"]);
    }
}

#[test]
fn a_family_is_some_of_the_dead_and_the_gunman_may_be_one_of_them() {
    let peace = |a: &'static str, b: &'static str| {
        expect_peace(&[("a", "2023-05-09", "", a), ("b", "2023-05-09", "", b)]);
    };
    peace(
        "A family of five was killed in a strike on Homs on Monday.",
        "A strike on Homs on Monday killed nine people.",
    );
    let others = "Ten people were killed in a shooting in Homs on Monday.";
    peace("Eleven people were killed in a shooting in Homs on Monday, among them the gunman.", others);
    peace("Gunman among 11 killed in Homs shooting on Monday.", others);
}
