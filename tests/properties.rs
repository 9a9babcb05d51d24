//! What holds of every text: no panic, every span inside its article on the borders of characters, and the same bytes
//! out whatever the order of the files and the number of threads.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::PathBuf;
use std::sync::LazyLock;

use crosscheck::article::{Article, Span};
use crosscheck::mention::{Mentions, scan};
use crosscheck::rule::{RuleSet, Selection};
use crosscheck::{pipeline, report};
use proptest::prelude::*;
use proptest::sample::select;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| common::rules(&Selection::default()));

/// Words that our rules and recognisers look for, names, and what joins or breaks them.
const WORDS: &[&str] = &[
    "killed",
    "were killed",
    "dead",
    "died",
    "wounded",
    "injured",
    "the death toll rose to",
    "including",
    "children",
    "people",
    "troops",
    "soldiers",
    "Russian",
    "along the border",
    "talks",
    "a call",
    "meeting",
    "summit",
    "lasted",
    "spoke for",
    "went on for",
    "hour",
    "hours",
    "minutes",
    "and a half",
    "half an",
    "aid",
    "package",
    "worth",
    "billion",
    "million",
    "bn",
    "percent",
    "%",
    "more than",
    "at least",
    "up to",
    "about",
    "between",
    "and",
    "to",
    "or",
    "no",
    "none of",
    "if",
    "would",
    "planned",
    "Joe Biden",
    "Vladimir Putin",
    "President",
    "Chancellor Olaf Scholz",
    "Kyiv",
    "Moscow",
    "Ukraine",
    "the White House",
    "NATO",
    "according to",
    "said",
    "told reporters",
    "on Tuesday",
    "in March",
    "2022",
    "March 18, 2025",
    "yesterday",
    "a week ago",
    "two",
    "three",
    "twelve",
    "twenty-one",
    "a hundred",
    "dozens",
    "hundreds of thousands",
    "a couple",
    "half a million",
    "third",
];
const MARKS: &[&str] = &[
    " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", ". ", ", ", "; ", ": ", "-", "–", "—", "'", "’", "‘", "\"", "“",
    "”", "(", ")", "[", "]", "$", "€", "£", "US$", "₴", "¥", "%", "°", "/", "+", "~", "…", "...", "***", "@", "#", "&",
    "<", ">", "\u{a0}", "\u{200b}", "\u{feff}", "\u{1}", "\u{7f}", "\0",
];
const STRANGE: &[&str] = &[
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "👩‍👩‍👧",
    "🇺🇦",
    "😀",
    "ß",
    "İ",
    "ﬁ",
    "½",
    "¼",
    "²",
    "٣٤",
    "Київ",
    "北京",
    "שלום",
    "Ａ",
    "ǅ",
    "Å",
    "Ä°",
    "â€™",
    "Ã©",
    "\u{1d7d8}",
    "\u{10ffff}",
    "\u{2028}",
    "\u{85}",
];

fn digits() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,4}",
        "[0-9]{1,3}(,[0-9]{3}){1,3}",
        "[0-9]{1,3}[.,][0-9]{1,3}",
        "[0-9]{1,2}[-–:/][0-9]{1,2}([-–:/][0-9]{2,4})?",
        "[0-9]{18,45}",
        "0[.,]0{0,30}[0-9]",
    ]
}

fn piece() -> impl Strategy<Value = String> {
    let word = |from: &'static [&'static str]| select(from).prop_map(str::to_owned);
    prop_oneof![
        5 => word(WORDS),
        6 => word(MARKS),
        2 => digits(),
        1 => word(STRANGE),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn assert_spans(text: &str, mentions: &Mentions) {
    let inside = |span: Span| {
        assert!(span.end() <= text.len(), "{span:?} ends beyond {}", text.len());
        assert!(
            text.is_char_boundary(span.start()) && text.is_char_boundary(span.end()),
            "{span:?} splits a character"
        );
    };
    let layers = mentions.sentences.iter().chain(&mentions.paragraphs).chain(&mentions.parentheses);
    layers.for_each(|span| inside(*span));
    mentions.quotations.iter().for_each(|quotation| (inside(quotation.span), inside(quotation.inner)).0);
    mentions.roles.iter().for_each(|role| inside(role.span));
    mentions.leaves.iter().for_each(|leaf| inside(leaf.span));
    for pair in mentions.leaves.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "leaves overlap: {pair:?}");
    }
    for leaf in &mentions.leaves {
        let sentence = mentions.sentence_at(leaf.span.start()).map(|at| mentions.sentences[at]);
        assert!(sentence.is_some_and(|sentence| sentence.contains(leaf.span)), "{leaf:?} lies in no sentence");
    }
}

fn assert_checks(texts: &[&str]) {
    let day = jiff::civil::date(2022, 3, 30);
    let articles: Vec<_> = (texts.iter().enumerate())
        .map(|(at, text)| Article::plain(&format!("article-{at}"), text, (at % 3 != 2).then_some(day)))
        .collect();
    for article in &articles {
        assert_spans(article.text(), &scan(article, common::lexicon()));
    }
    let extracts = pipeline::extract_all(&articles, &RULES, common::lexicon());
    for (extract, text) in extracts.iter().zip(texts) {
        for claim in &extract.claims {
            let words = text.get(claim.location.start..claim.location.end);
            assert!(words.is_some_and(|words| !words.is_empty()), "{:?} of {text:?}", claim.location);
        }
    }
    let checked = pipeline::check(extracts, Vec::new(), &RULES, common::lexicon(), &pipeline::Settings::default());
    report::json::write_report(&checked, &mut std::io::sink()).expect("a sink takes everything");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Ten thousand texts, each beside itself (a copy), itself with another ending, and a sound article.
    #[test]
    fn any_text_goes_through_the_whole_check(text in text(), more in piece()) {
        let other = format!("{text} {more}");
        let sound = "US President Joe Biden and Russian President Vladimir Putin spoke for two hours on Tuesday. 17 people were killed in Kyiv.";
        assert_checks(&[&text, &other, &text, sound]);
    }
}

/// Every article of the samples, in some orders.
fn orders() -> Vec<Vec<PathBuf>> {
    let folders = common::scenarios();
    let is_article = |path: &PathBuf| path.extension().is_some_and(|extension| extension != "toml");
    let files: Vec<_> = folders.iter().flat_map(|folder| common::entries(folder)).filter(is_article).collect();
    let reversed = files.iter().rev().cloned().collect();
    let dealt = (0..5).flat_map(|hand| files.iter().skip(hand).step_by(5)).cloned().collect();
    vec![files, reversed, dealt]
}

#[test]
fn neither_the_order_of_files_nor_the_number_of_threads_changes_a_byte() {
    for format in ["json", "table"] {
        let mut outputs = Vec::new();
        for files in orders() {
            for threads in ["1", "2", "7"] {
                let mut command = common::crosscheck(["check", "--format", format]);
                outputs.push(common::stdout(command.env("RAYON_NUM_THREADS", threads).args(&files)));
            }
        }
        assert!(outputs.iter().all(|output| *output == outputs[0]), "{format}: two runs differ");
    }
}
