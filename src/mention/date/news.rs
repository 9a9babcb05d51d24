//! Dates of news sentences of our own, one table for each rule of English, read on Wednesday 16 March 2022 and undated.

#![allow(clippy::unwrap_used)]

use jiff::civil::{Date, date};

use super::tests::check;
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{DateAnchor, scan};
use crate::value::Precision;

/// The phrase, anchor and precision of every date of a text.
fn anchors(text: &str, published: Option<Date>) -> Vec<(String, DateAnchor, Option<Precision>)> {
    let mentions = scan(&Article::plain("a", text, published), &Lexicon::default());
    let read =
        |date: &crate::mention::DateMention| (date.phrase.clone(), date.anchor, date.date.map(|span| span.precision()));
    mentions.dates.iter().map(read).collect()
}

#[test]
fn anchor_and_precision_are_kept() {
    use DateAnchor::{Absolute, Elsewhere, Missing, Published};
    use Precision::{Day, Decade, Month, Span, Week, Year};
    for (text, phrase, anchor, precision) in [
        ("It fell on 3 March 2021.", "3 march 2021", Absolute, Day),
        ("It fell in March 2021.", "march 2021", Absolute, Month),
        ("It fell in 2021.", "2021", Absolute, Year),
        ("It fell in the 1990s.", "1990s", Absolute, Decade),
        ("It fell in week 12 of 2021.", "week 12 of 2021", Absolute, Week),
        ("It fell from 3 to 5 May 2021.", "3 to 5 may 2021", Absolute, Span),
        ("It fell on 3 March.", "3 march", Published, Day),
        ("It fell in February.", "february", Published, Month),
        ("It fell last week.", "last week", Published, Week),
        ("It fell on Tuesday.", "tuesday", Published, Day),
        ("It fell two years ago.", "two years ago", Published, Year),
        ("It fell two months ago.", "two months ago", Published, Month),
        ("It fell two days ago.", "two days ago", Published, Day),
        ("It fell last summer.", "last summer", Published, Span),
        ("It fell early this month.", "early this month", Published, Span),
    ] {
        let dated = (phrase.to_owned(), anchor, Some(precision));
        assert_eq!(anchors(text, Some(date(2022, 3, 16))), std::slice::from_ref(&dated), "{text}");
        let undated = if anchor == Absolute { dated } else { (phrase.to_owned(), Missing, None) };
        assert_eq!(anchors(text, None), [undated], "{text}");
    }
    for published in [None, Some(date(2022, 3, 16))] {
        let told = ("following day".to_owned(), Elsewhere, None);
        assert_eq!(anchors("He died the following day.", published), [told]);
    }
}

#[test]
fn weekdays_of_any_week_are_no_day() {
    check(&[
        ("The ministers meet on Mondays and Thursdays.", &[]),
        ("Services run on Sunday mornings and most Saturdays.", &[]),
        ("It fell on 3 March, a Thursday.", &["3 March = 2022-03-03"]),
        ("On Saturdays it was wet.", &[]),
        ("On a wet Saturday in March it ended.", &["March = 2022-03"]),
        ("On a Saturday in March it ended.", &["March = 2022-03"]),
    ]);
}

#[test]
fn days_in_lists() {
    check(&[
        ("The talks will be held on May 3 and 4.", &["May 3 = 2022-05-03", "4 = 2022-05-04"]),
        ("The talks were held on May 3, 4 and 5.", &["May 3 = 2021-05-03", "4 = 2021-05-04", "5 = 2021-05-05"]),
        ("The courts sat on 3, 4 and 5 May.", &["3 = 2021-05-03", "4 = 2021-05-04", "5 May = 2021-05-05"]),
        ("The courts sat on 3 and 4 May 2019.", &["3 = 2019-05-03", "4 May 2019 = 2019-05-04"]),
        (
            "It happened in the 1920s and 1930s.",
            &["the 1920s = 1920-01-01/1929-12-31", "1930s = 1930-01-01/1939-12-31"],
        ),
        (
            "It happened in the late 19th and early 20th centuries.",
            &["the late 19th = 1867-01-01/1899-12-31", "early 20th centuries = 1900-01-01/1933-12-31"],
        ),
        (
            "It happened on Tuesday and Wednesday last week.",
            &["Tuesday = 2022-03-08", "Wednesday last week = 2022-03-09"],
        ),
        ("It was won in 2014, 2016 and 2018.", &["2014 = 2014", "2016 = 2016", "2018 = 2018"]),
        ("In April, May and June it rained.", &["April = 2021-04", "May = 2021-05", "June = 2021-06"]),
        ("In January and February it snowed.", &["January = 2022-01", "February = 2022-02"]),
        ("On Saturday and Sunday it was wet.", &["Saturday = 2022-03-12", "Sunday = 2022-03-13"]),
    ]);
}

#[test]
fn halves_of_lengths() {
    check(&[
        ("He had left two and a half years ago.", &["two and a half years ago = 2019-09-16~span"]),
        ("She moved here a year and a half ago.", &["a year and a half ago = 2020-09-16~span"]),
        ("The firm was founded half a year ago.", &["half a year ago = 2021-09-16~span"]),
        ("It closed an hour and a half ago.", &["an hour and a half ago = 2022-03-16"]),
    ]);
}

#[test]
fn lengths_up_to_a_date() {
    check(&[
        ("Sales rose in the three months to June.", &["the three months to June = 2021-04-01/2021-06-30"]),
        ("Sales rose in the year to March 2021.", &["the year to March 2021 = 2020-04-01/2021-03-31"]),
        ("Sales rose in the six months ended June 30.", &["the six months ended June 30 = 2021-01-01/2021-06-30"]),
        (
            "Profit rose in the fiscal year ended June 30, 2021.",
            &["the fiscal year ended June 30, 2021 = 2020-07-01/2021-06-30"],
        ),
        ("In the week to March 12 it was wet.", &["the week to March 12 = 2022-03-06/2022-03-12"]),
        ("In the week ending March 12 it was wet.", &["the week ending March 12 = 2022-03-06/2022-03-12"]),
        ("In the week before Christmas it was wet.", &["the week before Christmas = 2021-12-18/2021-12-24"]),
    ]);
}

#[test]
fn what_is_announced() {
    check(&[
        ("He will travel there in the coming weeks.", &["the coming weeks = ?"]),
        ("He will travel there next Tuesday.", &["next Tuesday = 2022-03-22"]),
        ("He will travel there this coming Friday.", &["this coming Friday = 2022-03-18"]),
        ("He will travel there on Friday week.", &["Friday week = 2022-03-25"]),
        ("He will travel there a week from Friday.", &["a week from Friday = 2022-03-25~week"]),
        ("He will travel there in two weeks' time.", &["two weeks' time = 2022-03-30~week"]),
        ("He will travel there in a fortnight.", &["a fortnight = 2022-03-30~week"]),
        ("He will travel there in three days.", &["three days = 2022-03-19"]),
        ("The vote is due within two weeks.", &["two weeks = 2022-03-16/2022-03-30"]),
        ("The work will be finished by the end of the month.", &["the end of the month = 2022-03-16/2022-03-31"]),
        ("The work will be finished by mid-2023.", &["mid-2023 = 2023-05-01/2023-08-31"]),
        ("The work will be finished by year-end.", &["year-end = 2022-09-01/2022-12-31"]),
        ("The work will be finished by the end of 2022.", &["the end of 2022 = 2022-09-01/2022-12-31"]),
        ("The minister said Friday's vote will go ahead.", &["Friday = 2022-03-18"]),
        ("The minister arrives Sunday.", &["Sunday = 2022-03-20"]),
        ("The truce takes effect on Saturday.", &["Saturday = 2022-03-19"]),
        ("The talks start Monday.", &["Monday = 2022-03-21"]),
        ("The talks did not start until Monday.", &["Monday = 2022-03-14"]),
        ("The talks were due to start on Monday.", &["Monday = 2022-03-21"]),
        ("The talks scheduled for Monday were cancelled.", &["Monday = 2022-03-21"]),
        (
            "The report, published on Monday, says prices rose in February.",
            &["Monday = 2022-03-14", "February = 2022-02"],
        ),
        (
            "A report published Monday said the drought will last until June.",
            &["Monday = 2022-03-14", "June = 2022-06"],
        ),
        ("The minister is to visit on Thursday.", &["Thursday = 2022-03-17"]),
        ("The minister was to visit on Thursday.", &["Thursday = 2022-03-17"]),
        ("The election is on 10 April.", &["10 April = 2022-04-10"]),
        ("The election on 10 April will decide.", &["10 April = 2022-04-10"]),
        ("The election in April will decide.", &["April = 2022-04"]),
        ("The election of November 8 decided it.", &["November 8 = 2021-11-08"]),
        ("The election in November decided it.", &["November = 2021-11"]),
        ("The court may rule in May.", &["May = 2022-05"]),
        ("She may leave on May 5.", &["May 5 = 2022-05-05"]),
        ("Some 300 troops will arrive by the end of next week.", &["the end of next week = 2022-03-24/2022-03-27"]),
        ("Some 300 troops will arrive this autumn.", &["this autumn = 2022-09-01/2022-11-30"]),
        ("Some 300 troops arrived this autumn.", &["this autumn = 2021-09-01/2021-11-30"]),
    ]);
}

#[test]
fn the_day_beside_a_weekday() {
    check(&[
        ("He was there on the afternoon of Tuesday, March 1.", &["Tuesday, March 1 = 2022-03-01"]),
        ("It happened last Tuesday, March 8.", &["last Tuesday, March 8 = 2022-03-08"]),
        ("It happened on Tuesday (March 8).", &["Tuesday (March 8) = 2022-03-08"]),
        ("It happened on Tue., Mar. 8, 2022, at noon.", &["Tue., Mar. 8, 2022 = 2022-03-08"]),
        (
            "On Wednesday morning, the 16th of March, the town fell.",
            &["Wednesday morning, the 16th of March = 2022-03-16"],
        ),
        ("On Wednesday, the 16th, the town fell.", &["Wednesday, the 16th = 2022-03-16"]),
        ("It fell on Thursday 3rd March.", &["Thursday 3rd March = 2022-03-03"]),
        ("It fell on Thurs 3 Mar.", &["Thurs 3 Mar. = 2022-03-03"]),
        ("The shooting happened at about 3 a.m. Saturday, March 5.", &["Saturday, March 5 = 2022-03-05"]),
    ]);
}

#[test]
fn nights() {
    check(&[
        ("They met late on Tuesday night.", &["Tuesday night = 2022-03-15"]),
        (
            "The shooting happened late Saturday or early Sunday.",
            &["late Saturday = 2022-03-12", "early Sunday = 2022-03-13"],
        ),
        (
            "The shooting happened Friday night into Saturday morning.",
            &["Friday night = 2022-03-11", "Saturday morning = 2022-03-12"],
        ),
        ("The shooting happened overnight Saturday.", &["Saturday = 2022-03-12"]),
        ("The shooting happened overnight from Saturday to Sunday.", &["Saturday to Sunday = 2022-03-12/2022-03-13"]),
        ("The shooting happened overnight on 5-6 March.", &["5-6 March = 2022-03-05/2022-03-06"]),
        ("The shooting happened last night.", &["last night = 2022-03-15"]),
        ("The shooting happened tonight.", &["tonight = 2022-03-16"]),
    ]);
}

#[test]
fn seasons_and_parts() {
    check(&[
        ("The deal was signed in the early 1990s.", &["the early 1990s = 1990-01-01/1993-12-31"]),
        (
            "The deal was signed in the mid-1980s and the late '90s.",
            &["the mid-1980s = 1984-01-01/1986-12-31", "the late '90s = 1997-01-01/1999-12-31"],
        ),
        ("The war began in the spring of 2014.", &["the spring of 2014 = 2014-03-01/2014-05-31"]),
        ("They met late last week.", &["late last week = 2022-03-10/2022-03-13"]),
        (
            "They met late last month and early this month.",
            &["late last month = 2022-02-16/2022-02-28", "early this month = 2022-03-01/2022-03-15"],
        ),
        ("The strike began at the end of last year.", &["the end of last year = 2021-09-01/2021-12-31"]),
        ("Prices doubled in the first half of 2021.", &["the first half of 2021 = 2021-01-01/2021-06-30"]),
        ("Prices doubled in the second half of last year.", &["the second half of last year = 2021-07-01/2021-12-31"]),
        ("Prices doubled from late March to early May.", &["late March to early May = 2021-03-16/2021-05-15"]),
        ("This winter was cold.", &["This winter = 2021-12-01/2022-02-28"]),
        ("In the winter of 2010-11 it was cold.", &["the winter of 2010-11 = 2010-12-01/2011-02-28"]),
        ("In winter 2010/11 it was cold.", &["winter 2010/11 = 2010-12-01/2011-02-28"]),
        ("In late summer they will go.", &["late summer = 2022-07-31/2022-08-31"]),
        ("Profit rose in the final quarter of 2021.", &["the final quarter of 2021 = 2021-10-01/2021-12-31"]),
        ("It was agreed as long ago as 1998.", &["1998 = 1998"]),
        ("It was agreed in the mid-90s.", &["the mid-90s = 1994-01-01/1996-12-31"]),
        (
            "It was agreed in the '90s and 2000s.",
            &["the '90s = 1990-01-01/1999-12-31", "2000s = 2000-01-01/2009-12-31"],
        ),
        ("It was agreed in the late 2010s.", &["the late 2010s = 2017-01-01/2019-12-31"]),
        ("It fell in the final days of March.", &["the final days of March = 2022-03-16/2022-03-31"]),
        ("It fell in the first days of March.", &["the first days of March = 2022-03-01/2022-03-15"]),
        ("It fell in the first few days of March.", &["the first few days of March = 2022-03-01/2022-03-15"]),
    ]);
}

#[test]
fn years_and_what_is_none() {
    check(&[
        (
            "The 2015-2019 parliament and the 1914-18 war.",
            &["The 2015-2019 = 2015-01-01/2019-12-31", "the 1914-18 = 1914-01-01/1918-12-31"],
        ),
        ("The years 2014 to 2016 were good.", &["2014 to 2016 = 2014-01-01/2016-12-31"]),
        ("World War II (1939-1945) ended.", &["1939-1945 = 1939-01-01/1945-12-31"]),
        ("He (born 3 March 1950) died.", &["3 March 1950 = 1950-03-03"]),
        ("Smith (1950–2022) died.", &["1950–2022 = 1950-01-01/2022-12-31"]),
        ("Profit rose in fiscal 2021 and in FY2020-21.", &["fiscal 2021 = 2021", "FY2020-21 = 2020-01-01/2021-12-31"]),
        ("In her 20s she moved; in the 2020s she left.", &["the 2020s = 2020-01-01/2029-12-31"]),
        ("Temperatures fell into the 30s and 40s.", &[]),
        ("He won 2012 votes in 2012.", &["2012 = 2012"]),
        ("Some 1900 people and 1,900 cows came at 1900 hours.", &[]),
        ("The bill passed 2018-17 in the vote.", &[]),
        ("It cost 2020 dollars.", &[]),
        ("Article 1998 of the code says so.", &[]),
        ("The company's target for 2030 was met by 2025.", &["2030 = 2030", "2025 = 2025"]),
        ("For the 2021-2022 school year it fell.", &["the 2021-2022 = 2021-01-01/2022-12-31"]),
    ]);
}

#[test]
fn what_hangs_on_a_day_told_before() {
    check(&[
        ("He died the day before the vote.", &["the day before = ?"]),
        ("He died the following day.", &["the following day = ?"]),
        ("He died two days later.", &["two days later = ?"]),
        ("He resigned the previous week.", &["the previous week = ?"]),
        ("He resigned a month earlier.", &["a month earlier = ?"]),
        ("The next day he left.", &["The next day = ?"]),
        ("He died the next day.", &["the next day = ?"]),
        ("A day later he left.", &["A day later = ?"]),
        ("Profit rose compared to the same quarter a year ago.", &["the same quarter a year ago = ?"]),
        ("It fell the same day.", &["the same day = 2022-03-16"]),
        ("It fell on the same day last year.", &["the same day last year = ?"]),
        ("It fell the night before.", &["the night before = ?"]),
        ("It fell the year before.", &["the year before = ?"]),
        ("The Monday before Christmas was wet.", &["The Monday before = ?", "Christmas = 2021-12-25"]),
        ("The first Sunday after Easter was wet.", &["The first Sunday after = ?", "Easter = 2021-04-04"]),
    ]);
}

#[test]
fn a_year_ago_to_the_day() {
    check(&[
        ("It fell about three weeks ago.", &["three weeks ago = 2022-02-23~week"]),
        ("It fell more than two years ago.", &["two years ago = 2020-03-16~year"]),
        ("It fell nearly a decade ago.", &["a decade ago = 2012-03-16~decade"]),
        ("It fell this time last year.", &["this time last year = 2021-03-16~year"]),
        ("It fell a year ago this week.", &["a year ago this week = 2021-W11"]),
        ("It fell a week ago today.", &["a week ago today = 2022-03-09"]),
        ("It fell a year ago on Tuesday.", &["a year ago on Tuesday = 2021-03-15"]),
        ("It fell a week ago on Tuesday.", &["a week ago on Tuesday = 2022-03-08"]),
    ]);
}

#[test]
fn iso_forms_and_ranges() {
    check(&[
        ("The meeting is on 2022-03-18T09:30:00Z in Paris.", &["2022-03-18 = 2022-03-18"]),
        ("The meeting was on 2022-W10-3.", &["2022-W10-3 = 2022-03-09"]),
        ("The figures for 2021-Q3 were good.", &["2021-Q3 = 2021-07-01/2021-09-30"]),
        ("It was filed 2022-03-01 to 2022-03-05.", &["2022-03-01 to 2022-03-05 = 2022-03-01/2022-03-05"]),
        ("It was filed on 2022-03-01/2022-03-05.", &["2022-03-01/2022-03-05 = 2022-03-01/2022-03-05"]),
        ("The festival runs 1-5 April.", &["1-5 April = 2022-04-01/2022-04-05"]),
        ("The festival runs from 1 April to 5 April.", &["1 April to 5 April = 2022-04-01/2022-04-05"]),
        ("The festival runs April 1 through 5.", &["April 1 through 5 = 2022-04-01/2022-04-05"]),
        ("The festival runs from April 28 to May 3, 2019.", &["April 28 to May 3, 2019 = 2019-04-28/2019-05-03"]),
        (
            "The festival ran from 28 December 2021 to 3 January.",
            &["28 December 2021 to 3 January = 2021-12-28/2022-01-03"],
        ),
        ("The festival ran Dec. 28-Jan. 3.", &["Dec. 28-Jan. 3 = 2021-12-28/2022-01-03"]),
        (
            "The festival ran from Dec. 28, 2021, to Jan. 3, 2022.",
            &["Dec. 28, 2021, to Jan. 3, 2022 = 2021-12-28/2022-01-03"],
        ),
        ("The festival ran between 2014 and 2016.", &["2014 and 2016 = 2014-01-01/2016-12-31"]),
        (
            "From 24 February to 15 March, 726 civilians were killed.",
            &["24 February to 15 March = 2022-02-24/2022-03-15"],
        ),
        (
            "Between February 24 and March 15, 726 civilians were killed.",
            &["February 24 and March 15 = 2022-02-24/2022-03-15"],
        ),
        ("In week 12 of 2022 it was wet.", &["week 12 of 2022 = 2022-W12"]),
        ("The week beginning March 7 was wet.", &["The week beginning March 7 = 2022-W10"]),
        ("On March 31/April 1 it was wet.", &["March 31/April 1 = 2022-03-31/2022-04-01"]),
        ("On the weekend of March 5-6 it was wet.", &["March 5-6 = 2022-03-05/2022-03-06"]),
        ("On the weekend of 5 and 6 March it was wet.", &["5 = 2022-03-05", "6 March = 2022-03-06"]),
    ]);
}

#[test]
fn days_before_a_noun() {
    check(&[
        ("On March 3 20 people died.", &["March 3 = 2022-03-03"]),
        ("The March 3, 2020, report said so.", &["March 3, 2020 = 2020-03-03"]),
        ("The June 2019 elections were held.", &["June 2019 = 2019-06"]),
        ("The May 20 attack killed 15.", &["May 20 = 2021-05-20"]),
        ("The 20 May attack killed 15.", &["The 20 May = 2021-05-20"]),
        ("The Sept. 11, 2001, attacks killed nearly 3,000.", &["Sept. 11, 2001 = 2001-09-11"]),
        ("The 9/11 attacks killed nearly 3,000.", &["The 9/11 = 2001-09-11"]),
        ("January 6 hearings went on.", &["January 6 = 2022-01-06"]),
        ("During January 15 died.", &["January = 2022-01"]),
    ]);
}

#[test]
fn a_verb_in_the_past_before_the_date_decides() {
    check(&[
        ("The ministers met on Tuesday and will meet again.", &["Tuesday = 2022-03-15"]),
        ("The aid arrived Monday but will not suffice.", &["Monday = 2022-03-14"]),
        ("The match delayed until Friday will be shown live.", &["Friday = 2022-03-18"]),
        ("The bill to be signed on Friday will cost a lot.", &["Friday = 2022-03-18"]),
        ("On Friday the ministers will meet.", &["Friday = 2022-03-18"]),
    ]);
}

#[test]
fn that_year_is_the_year_told_before() {
    check(&[
        (
            "Fighting began in late May 2019 and raged until mid-July of that year.",
            &["late May 2019 = 2019-05-16/2019-05-31", "mid-July of that year = 2019-07-10/2019-07-20"],
        ),
        ("It rained in April of that year.", &["April of that year = 2021-04"]),
    ]);
}
