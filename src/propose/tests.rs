//! Sentences of our own, and the rules that must come of them.

#![allow(clippy::unwrap_used)]

use super::*;

fn wish(sentence: &str) -> Wish<'_> {
    Wish { id: "fresh", pack: "mine", sentence, published: None, value: None, like: None }
}

fn proposed(sentence: &str) -> Proposal {
    propose(&wish(sentence), Lexicon::embedded()).unwrap_or_else(|error| panic!("{sentence}: {error}"))
}

/// Sentence, kind, value, pattern, words.
type Row = (&'static str, ValueKind, &'static str, &'static str, &'static [&'static str]);

const SENTENCES: &[Row] = &[
    (
        "Rain delayed the match by two hours and 20 minutes.",
        ValueKind::Duration,
        "two hours",
        "{verb} {gap:2}{topic} {gap:2}{value}",
        &["delayed", "match"],
    ),
    ("Fans cheered when 81,000 of them filled the stadium.", ValueKind::Count, "81,000", "", &[]),
    (
        "More than half a million people lost power after the storm.",
        ValueKind::Count,
        "half a million",
        "{value} {gap:2}{things} {gap:2}{verb}",
        &["(?:people|person)", "lost power"],
    ),
    (
        "Farmers dumped 30 tons of potatoes outside the ministry.",
        ValueKind::Measure,
        "30 tons",
        "{trigger} {gap:2}{value} {gap:2}{things}",
        &["dumped", "potatoes"],
    ),
    ("“We will never surrender this city,” the mayor said.", ValueKind::Quote, "surrender", "{value}", &[]),
    (
        "Strong winds closed the canal, and 14 ships were held up.",
        ValueKind::Count,
        "14",
        "{value} {gap:2}{things} {gap:2}{verb}",
        &["ships?", "held up"],
    ),
    (
        "The storm destroyed 40 houses in the valley.",
        ValueKind::Count,
        "40",
        "{trigger} {gap:2}{value} {gap:2}{things}",
        &["destroyed", "houses?"],
    ),
    ("Gunners shot down 12 drones overnight.", ValueKind::Count, "12", "", &[]),
    (
        "The strike lasted three weeks.",
        ValueKind::Duration,
        "three weeks",
        "{topic} {gap:2}{verb} {gap:2}{value}",
        &["strike", "lasted"],
    ),
    (
        "A three-week strike ended on Friday.",
        ValueKind::Duration,
        "three-week",
        "{value} {gap:2}{trigger}",
        &["strike"],
    ),
    (
        "The court imposed a $4 million fine on the firm.",
        ValueKind::Money,
        "$4 million",
        "{value} {gap:2}{trigger}",
        &["fine"],
    ),
    (
        "Unemployment rose to 5.2 percent in May.",
        ValueKind::Percent,
        "5.2 percent",
        "{topic} {gap:2}{verb} {gap:2}{value}",
        &["unemployment", "rose"],
    ),
    ("The new bridge is 400 metres long.", ValueKind::Measure, "400 metres", "", &[]),
    ("The bridge opened in 1932.", ValueKind::Date, "1932", "", &[]),
    (
        "Officials said 200 flights were cancelled because of fog.",
        ValueKind::Count,
        "200",
        "{value} {gap:2}{things} {gap:2}{verb}",
        &["flights?", "cancelled"],
    ),
];

#[test]
fn a_sentence_becomes_a_rule_that_finds_its_figure() {
    for (sentence, kind, value, pattern, words) in SENTENCES {
        let proposal = proposed(sentence);
        let told = format!("{sentence}\n{:#?}", proposal.shape);
        assert_eq!((proposal.kind, proposal.value.contains(value)), (*kind, true), "{told} {}", proposal.value);
        if !pattern.is_empty() {
            assert_eq!(proposal.shape.pattern, *pattern, "{told}");
            assert_eq!(
                proposal.shape.lists.iter().map(|list| list.word.as_str()).collect::<Vec<_>>(),
                *words,
                "{told}"
            );
        }
    }
}

#[test]
fn the_figure_that_is_named_is_taken_and_the_others_are_told() {
    let sentence = "Fog closed 2 runways, and 200 flights were cancelled.";
    let first = proposed(sentence);
    assert_eq!((first.value.as_str(), first.others[0].words.as_str()), ("2", "200"));
    let named = propose(&Wish { value: Some("200"), ..wish(sentence) }, Lexicon::embedded()).unwrap();
    assert_eq!((named.value.as_str(), named.shape.lists[0].word.as_str()), ("200", "flights?"));
    let wrong = propose(&Wish { value: Some("20"), ..wish(sentence) }, Lexicon::embedded()).unwrap_err();
    assert!(wrong.to_string().contains("“2” (count), “200” (count)"), "{wrong}");
}

#[test]
fn a_date_needs_the_day_of_the_article() {
    let sentence = "The mill opened on Monday.";
    assert_eq!(propose(&wish(sentence), Lexicon::embedded()).unwrap_err(), NoProposal::Undated("Monday".into()));
    let published = Some(jiff::civil::date(2030, 2, 5));
    assert_eq!(propose(&Wish { published, ..wish(sentence) }, Lexicon::embedded()).unwrap().kind, ValueKind::Date);
}

#[test]
fn a_sentence_without_a_figure_is_refused() {
    let error = propose(&wish("The ships were held up."), Lexicon::embedded()).unwrap_err();
    assert!(matches!(error, NoProposal::Nothing(_)), "{error}");
}

#[test]
fn any_sentence_gives_a_file_that_can_be_read_or_a_reason() {
    for sentence in [
        "",
        "14",
        "“14 ships”",
        "He paid \"$3\" at 9 o'clock: why (not)?",
        "14 \\ ships {gap:3} [were] sunk",
        "’’14’’s",
        "Ünter 5 Öfen",
    ] {
        if let Ok(proposal) = propose(&wish(sentence), Lexicon::embedded()) {
            assert!(!proposal.shape.pattern.is_empty(), "{sentence}");
        }
    }
}
