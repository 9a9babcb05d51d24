//! Dates of our own sentences.

#![allow(clippy::unwrap_used)]

use jiff::civil::date;
use proptest::prelude::*;

use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{DateAnchor, LeafKind, scan};

/// Every date of a text, published on Wednesday 16 March 2022: `phrase = days`.
fn dates(text: &str) -> Vec<String> {
    let article = Article::plain("a", text, Some(date(2022, 3, 16)));
    let mentions = scan(&article, &Lexicon::default());
    let dated = mentions.leaves.iter().filter(|leaf| leaf.kind == LeafKind::Date);
    dated
        .map(|leaf| {
            let days = mentions.date(leaf).unwrap().date.map_or("?".to_owned(), |span| format!("{span:#}"));
            format!("{} = {days}", leaf.span.text(text))
        })
        .collect()
}

/// Checks a table of sentences and their dates.
pub(super) fn check(table: &[(&str, &[&str])]) {
    for (text, want) in table {
        assert_eq!(dates(text), *want, "{text}");
    }
}

#[test]
fn absolute_dates() {
    check(&[
        ("The bridge fell on February 24, 2021, at dawn.", &["February 24, 2021 = 2021-02-24"]),
        ("The bridge fell on 24 February 2021.", &["24 February 2021 = 2021-02-24"]),
        ("It fell on Feb. 24, 2021.", &["Feb. 24, 2021 = 2021-02-24"]),
        ("It fell on the 4th of July 2019.", &["the 4th of July 2019 = 2019-07-04"]),
        ("It fell on Tuesday 29 June 2021.", &["Tuesday 29 June 2021 = 2021-06-29"]),
        ("It fell on Tuesday, June 29, 2021, he said.", &["Tuesday, June 29, 2021 = 2021-06-29"]),
        ("Filed 2021-06-29 in court.", &["2021-06-29 = 2021-06-29"]),
        ("Filed 29/06/2021 in court.", &["29/06/2021 = 2021-06-29"]),
        ("Filed 06/29/2021 in court.", &["06/29/2021 = 2021-06-29"]),
        ("Filed 29.06.2021 in court.", &["29.06.2021 = 2021-06-29"]),
        ("Filed 05.06.2021 in court.", &["05.06.2021 = 2021-06-05"]),
        ("Filed 05/06/2021 in court.", &["05/06/2021 = 2021-05-06"]),
        ("Filed 05/06/2021, heard 29/06/2021.", &["05/06/2021 = 2021-06-05", "29/06/2021 = 2021-06-29"]),
        ("The plan covers 2020-W53 too.", &["2020-W53 = 2020-W53"]),
        ("The plan covers 2021-W53 too.", &[]),
        ("It opened in October 2016.", &["October 2016 = 2016-10"]),
        ("It opened in October of 2016.", &["October of 2016 = 2016-10"]),
        ("On Feb. 29, 2020, and on Feb. 29, 2019.", &["Feb. 29, 2020 = 2020-02-29"]),
        ("Filed 12/03/2022 in court.", &["12/03/2022 = 2022-03-12"]),
        ("The attacks of 9/11 changed that.", &["9/11 = 2001-09-11"]),
    ]);
}

#[test]
fn dates_without_a_year_lie_in_the_past() {
    check(&[
        ("Troops crossed the border on February 24.", &["February 24 = 2022-02-24"]),
        ("The mill burned down on Oct. 3.", &["Oct. 3 = 2021-10-03"]),
        ("The mill burned down on 3 October.", &["3 October = 2021-10-03"]),
        ("The fair opens on March 30.", &["March 30 = 2022-03-30"]),
        ("The court will rule on June 3.", &["June 3 = 2022-06-03"]),
        ("The law is expected to take effect on December 1.", &["December 1 = 2022-12-01"]),
        ("The mill burned down in October.", &["October = 2021-10"]),
        ("The mill burned down last May.", &["last May = 2021-05"]),
        ("The court will rule in May.", &["May = 2022-05"]),
        ("He left on the 15th.", &["the 15th = 2022-03-15"]),
        ("He left on the 20th, she said.", &["the 20th = 2022-02-20"]),
        ("It happened on Friday, December 24.", &["Friday, December 24 = 2021-12-24"]),
        ("It happened on Friday the 11th.", &["Friday the 11th = 2022-03-11"]),
    ]);
}

#[test]
fn weekdays_look_back_unless_the_words_look_ahead() {
    check(&[
        ("They met on Tuesday.", &["Tuesday = 2022-03-15"]),
        ("They met on Wednesday.", &["Wednesday = 2022-03-16"]),
        ("They met on Thursday.", &["Thursday = 2022-03-10"]),
        ("Thursday’s meeting failed.", &["Thursday = 2022-03-10"]),
        ("They will meet on Friday.", &["Friday = 2022-03-18"]),
        ("The answer is expected on Friday.", &["Friday = 2022-03-18"]),
        ("Send it by Friday.", &["Friday = 2022-03-18"]),
        ("The ministers, who will meet again, left on Friday.", &["Friday = 2022-03-11"]),
        ("He said on Monday that they will leave.", &["Monday = 2022-03-14"]),
        ("On Friday the court will rule.", &["Friday = 2022-03-18"]),
        ("They met last Friday.", &["last Friday = 2022-03-11"]),
        ("They meet this Friday.", &["this Friday = 2022-03-18"]),
        ("They meet next Friday.", &["next Friday = 2022-03-25"]),
        (
            "They met on Monday morning and Tuesday night.",
            &["Monday morning = 2022-03-14", "Tuesday night = 2022-03-15"],
        ),
        ("They will meet next week on Friday.", &["next week on Friday = 2022-03-25"]),
        ("Shots were heard early Saturday morning.", &["early Saturday morning = 2022-03-12"]),
        ("Earlier on Tuesday, he is expected to say, it rained.", &["Tuesday = 2022-03-15"]),
        ("At 3 p.m. on Tuesday they met.", &["Tuesday = 2022-03-15"]),
        ("They met on Tuesday at 3:15 p.m. local time.", &["Tuesday = 2022-03-15"]),
    ]);
}

#[test]
fn relative_days_and_periods() {
    check(&[
        (
            "It rained yesterday, today and tomorrow.",
            &["yesterday = 2022-03-15", "today = 2022-03-16", "tomorrow = 2022-03-17"],
        ),
        ("They left the day before yesterday.", &["the day before yesterday = 2022-03-14"]),
        ("Shelling went on overnight.", &["overnight = 2022-03-15/2022-03-16"]),
        ("Shelling went on last night.", &["last night = 2022-03-15"]),
        (
            "It happened last week, not last month or last year.",
            &["last week = 2022-W10", "last month = 2022-02", "last year = 2021"],
        ),
        ("It happened this week; next week it ends.", &["this week = 2022-W11", "next week = 2022-W12"]),
        ("In the past 24 hours 12 people died.", &["the past 24 hours = 2022-03-15/2022-03-16"]),
        ("Over the last two weeks it rained.", &["the last two weeks = 2022-03-02/2022-03-16"]),
        ("They left two days ago.", &["two days ago = 2022-03-14"]),
        ("They left a year ago.", &["a year ago = 2021-03-16~year"]),
        ("The flood came two weeks before Christmas 2021.", &["two weeks before Christmas 2021 = 2021-12-11~week"]),
        ("It rained over the weekend.", &["the weekend = 2022-03-12/2022-03-13"]),
        ("It happened earlier this month.", &["earlier this month = 2022-03-01/2022-03-16"]),
        (
            "The strike is to last for three days starting Monday.",
            &["three days starting Monday = 2022-03-21/2022-03-23"],
        ),
        ("It lasted for 24 hours.", &[]),
        ("A two-year-old boy slept.", &[]),
        ("The work took three weeks.", &[]),
    ]);
}

#[test]
fn what_hangs_elsewhere_is_unresolved() {
    check(&[
        ("He saw her the other day.", &["the other day = ?"]),
        ("More is due in the coming days.", &["the coming days = ?"]),
        ("He was hurt on March 3 and died three weeks later.", &["March 3 = 2022-03-03", "three weeks later = ?"]),
        ("They met on Monday and left the next day.", &["Monday = 2022-03-14", "the next day = ?"]),
        ("They left the day before the storm.", &["the day before = ?"]),
    ]);
}

#[test]
fn years_need_evidence() {
    check(&[
        ("It was built in 1914.", &["1914 = 1914"]),
        ("The 2014 agreement and a 2015 coup.", &["2014 = 2014", "2015 = 2015"]),
        ("Crimea was annexed after the coup of 2014.", &["2014 = 2014"]),
        ("In 2014 and 2015 they signed.", &["2014 = 2014", "2015 = 2015"]),
        ("In 2012, 2013 and 2014 it rained.", &["2012 = 2012", "2013 = 2013", "2014 = 2014"]),
        ("The treaty (2014) failed.", &["2014 = 2014"]),
        ("Some 2014 people came.", &[]),
        ("Power failed in 2000 homes.", &[]),
        ("Power failed in 2,014 homes.", &[]),
        ("A total of 2014 was counted.", &[]),
        ("It cost $2014 in all.", &[]),
        ("The number rose by 1500 on Tuesday.", &["Tuesday = 2022-03-15"]),
        ("He ran 2014 km.", &[]),
        (
            "The war of 1990-1995 and the season 2014-15.",
            &["1990-1995 = 1990-01-01/1995-12-31", "2014-15 = 2014-01-01/2015-12-31"],
        ),
        ("Emissions must halve by 2030.", &["2030 = 2030"]),
        ("Between 2014 and 2016 it rained.", &["2014 and 2016 = 2014-01-01/2016-12-31"]),
    ]);
}

#[test]
fn longer_times() {
    check(&[
        (
            "The 1990s were long, and so were the nineties.",
            &["The 1990s = 1990-01-01/1999-12-31", "the nineties = 1990-01-01/1999-12-31"],
        ),
        (
            "A 19th-century mill of the 18th century.",
            &["19th-century = 1800-01-01/1899-12-31", "the 18th century = 1700-01-01/1799-12-31"],
        ),
        ("Sales fell in the first quarter of 2020.", &["the first quarter of 2020 = 2020-01-01/2020-03-31"]),
        ("Sales fell in Q3 2019 and H1 2020.", &["Q3 2019 = 2019-07-01/2019-09-30", "H1 2020 = 2020-01-01/2020-06-30"]),
        ("Sales fell in summer 2020.", &["summer 2020 = 2020-06-01/2020-08-31"]),
        ("Sales fell last summer.", &["last summer = 2021-06-01/2021-08-31"]),
        (
            "Sales fell in early May and late 2019.",
            &["early May = 2021-05-01/2021-05-15", "late 2019 = 2019-07-01/2019-12-31"],
        ),
        ("Sales fell in mid-June 2020.", &["mid-June 2020 = 2020-06-10/2020-06-20"]),
        ("It closed at the end of May.", &["the end of May = 2021-05-16/2021-05-31"]),
        ("It closed at the start of the year.", &["the start of the year = 2022-01-01/2022-04-30"]),
        ("The week of Nov. 7 was wet.", &["The week of Nov. 7 = 2021-W44"]),
        ("FY2019 was good.", &["FY2019 = 2019"]),
        (
            "It snowed on Christmas Day and New Year’s Eve.",
            &["Christmas Day = 2021-12-25", "New Year’s Eve = 2021-12-31"],
        ),
        ("Easter 2021 was early.", &["Easter 2021 = 2021-04-04"]),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("It rained between May 3 and 5, 2020.", &["May 3 and 5, 2020 = 2020-05-03/2020-05-05"]),
        ("It rained from Monday to Tuesday.", &["Monday to Tuesday = 2022-03-14/2022-03-15"]),
        ("It rained on May 3-5.", &["May 3-5 = 2021-05-03/2021-05-05"]),
        ("It rained on 3–5 May 2016.", &["3–5 May 2016 = 2016-05-03/2016-05-05"]),
        ("It rained from December 28 to January 3.", &["December 28 to January 3 = 2021-12-28/2022-01-03"]),
        ("It rained on 3 May and 5 June.", &["3 May = 2021-05-03", "5 June = 2021-06-05"]),
        ("It rained from May to July 2019.", &["May to July 2019 = 2019-05-01/2019-07-31"]),
        ("It has rained since February.", &["February = 2022-02"]),
    ]);
}

#[test]
fn words_that_are_no_dates() {
    check(&[
        ("They may march on, he said.", &[]),
        ("You may leave. May he rest.", &[]),
        ("Prime Minister Theresa May resigned.", &[]),
        ("The March of Dimes gave money.", &[]),
        ("The sun sat low in the second hour.", &[]),
        ("April Jones and June Carter sang.", &[]),
        ("The Sunday Times reported it.", &[]),
        ("Bloody Sunday was not forgotten.", &[]),
        ("The fall of the city came soon.", &[]),
        ("Work goes on 24/7, two thirds of it 3/4 done.", &[]),
        ("In May 15 people died.", &["May = 2021-05"]),
        ("The last 16 met the first team.", &[]),
        ("He is in his 70s, and she in her early 60s.", &[]),
        ("The Sun-Times reported it, and now it is gone.", &[]),
    ]);
}

#[test]
fn without_a_day_of_publication() {
    let text = "They met on Tuesday, two days ago, in May 2020 and on June 3.";
    let mentions = scan(&Article::plain("a", text, None), &Lexicon::default());
    let said: Vec<_> =
        mentions.dates.iter().map(|date| (date.phrase.as_str(), date.date.is_some(), date.anchor)).collect();
    let missing = DateAnchor::Missing;
    assert_eq!(
        said,
        [
            ("tuesday", false, missing),
            ("two days ago", false, missing),
            ("may 2020", true, DateAnchor::Absolute),
            ("june 3", false, missing),
        ]
    );
}

#[test]
fn nested_phrases_are_read_in_linear_time() {
    for phrase in [
        "the day before ",
        "the end of the ",
        "two days before ",
        "the last week of the ",
        "early in ",
        "1 day, ",
        "5-",
        "May ",
    ] {
        assert!(dates(&phrase.repeat(20_000)).len() <= 20_000, "{phrase}");
    }
}

/// Words dates are made of, for texts that come near to dates.
const WORDS: &[&str] = &[
    "the", "last", "next", "day", "before", "May", "may", "Tuesday", "24", "2016", "-", "/", "of", "week", "to", "and",
    "first", "Feb.", "th", "9999", "31", "1000", "2100", "ago", "two", "century", "years", "’s", "'", "70", "s", ",",
    "Q3", "early", "between", "from", "end", "Easter", "thousand", "nineteen", "é", "\n", "–", "weekend", "summer",
    "later", "past", "W53",
];

proptest! {
    #[test]
    fn any_text_is_read_with_sound_spans(text in "\\PC{0,80}", words in prop::collection::vec(prop::sample::select(WORDS), 0..30), glue in any::<bool>()) {
        for text in [text, words.join(if glue { "" } else { " " })] {
            for published in [None, Some(date(2024, 2, 29)), Some(jiff::civil::Date::MAX), Some(jiff::civil::Date::MIN)] {
                let mentions = scan(&Article::plain("a", &text, published), &Lexicon::default());
                let mut end = 0;
                for leaf in &mentions.leaves {
                    prop_assert!(leaf.span.start() >= end && !leaf.span.text(&text).is_empty());
                    end = leaf.span.end();
                }
            }
        }
    }
}
