//! Properties that hold of every figure, unit and text.

#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::read_quantity;
use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{QuantityMention, scan};
use crate::value::{Bound, Catalogue, Definition, Figure, Number};

/// Units whose name alone is also an English word, and so is read only in a context that fits.
const BY_CONTEXT: &[&str] = &["mark", "pound", "KRW", "VND"];

/// Units that ordinary figures convert from within 128 bits: not the square attometre.
fn fits(unit: &Definition) -> bool {
    let (numerator, denominator) = unit.factor.parts();
    numerator.max(denominator) < 100_000_000_000_000_000_000
}

fn unit_names() -> Vec<String> {
    let names = Catalogue::shared().definitions().iter().filter(|unit| fits(unit)).map(|unit| unit.name.to_string());
    names.filter(|name| !BY_CONTEXT.contains(&name.as_str())).collect()
}

/// Units that are no rates already.
fn plain_units() -> Vec<String> {
    unit_names().into_iter().filter(|name| !name.contains('/')).collect()
}

/// Codes of currencies that are no words of a headline.
fn codes() -> Vec<String> {
    unit_names()
        .into_iter()
        .filter(|name| name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()))
        .filter(|name| !super::unit::is_word_code(name))
        .collect()
}

/// What is counted, and one of it.
const NOUNS: &[(&str, &str)] =
    &[("tanks", "tank"), ("people", "person"), ("small boats", "boat"), ("women", "woman"), ("French voters", "voter")];

fn numbers() -> impl Strategy<Value = Number> {
    (2_i64..9_999_999, 0_u32..4).prop_map(|(digits, scale)| Number::decimal(i128::from(digits), scale).unwrap())
}

fn ordered(low: Option<Number>, high: Option<Number>) -> bool {
    low.zip(high).is_none_or(|(low, high)| low <= high)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_printed_quantity_reads_back(number in numbers(), unit in prop::sample::select(unit_names())) {
        let text = format!("{number} {unit}");
        let read = read_quantity(&text);
        prop_assert!(read.is_some(), "{}", text);
        let quantity = read.unwrap().quantity;
        prop_assert_eq!(quantity.written, Figure::One(number), "{}", &text);
        prop_assert_eq!(quantity.written_unit.name(), &unit, "{}", &text);
    }

    #[test]
    fn a_printed_rate_reads_back(number in numbers(), unit in prop::sample::select(plain_units())) {
        let text = format!("{number} {unit}/day");
        let read = read_quantity(&text);
        prop_assert!(read.is_some(), "{}", text);
        let quantity = read.unwrap().quantity;
        prop_assert_eq!(quantity.written_unit.name(), format!("{unit}/day"), "{}", &text);
    }

    #[test]
    fn a_printed_sum_reads_back(number in numbers(), code in prop::sample::select(codes())) {
        let quantity = read_quantity(&format!("{code} {number}")).unwrap().quantity;
        prop_assert_eq!(quantity.written, Figure::One(number));
        prop_assert_eq!(quantity.written_unit.name(), &code);
    }

    #[test]
    fn a_printed_count_reads_back(number in 2_u32..4_000_000_000, (many, one) in prop::sample::select(NOUNS.to_vec())) {
        let quantity = read_quantity(&format!("{} {many}", grouped(number, ","))).unwrap().quantity;
        prop_assert_eq!(quantity.written, Figure::One(Number::whole(i64::from(number))));
        prop_assert_eq!(quantity.unit.name(), one);
        prop_assert_eq!((quantity.low, quantity.high), (Some(quantity.amount.ends().0), Some(quantity.amount.ends().1)));
    }

    #[test]
    fn a_printed_age_reads_back(number in 1_i64..115, words in prop::sample::select(vec!["years old", "-year-old", "years of age"])) {
        let space = if words.starts_with('-') { "" } else { " " };
        let quantity = read_quantity(&format!("{number}{space}{words}")).unwrap().quantity;
        prop_assert_eq!(quantity.amount, Figure::One(Number::whole(number)));
        prop_assert_eq!(quantity.unit.name(), "year");
    }

    #[test]
    fn a_printed_range_reads_back(from in numbers(), more in numbers(), unit in prop::sample::select(unit_names())) {
        let to = from.add(more).unwrap();
        let text = format!("between {from} and {to} {unit}");
        let read = read_quantity(&text);
        prop_assert!(read.is_some(), "{}", text);
        let quantity = read.unwrap().quantity;
        prop_assert_eq!(quantity.written, Figure::Range(from, to), "{}", &text);
        prop_assert!(ordered(quantity.low, quantity.high));
    }

    #[test]
    fn a_printed_bound_reads_back(number in numbers(), (words, bound) in prop::sample::select(BOUNDS.to_vec()), unit in prop::sample::select(unit_names())) {
        let text = format!("{words} {number} {unit}");
        let read = read_quantity(&text);
        prop_assert!(read.is_some(), "{}", text);
        let quantity = read.unwrap().quantity;
        prop_assert_eq!(quantity.bound, bound, "{}", &text);
        let (low, high) = quantity.amount.ends();
        prop_assert!(quantity.low.is_none_or(|end| end == low) && quantity.high.is_none_or(|end| end == high));
        prop_assert!(quantity.low.is_some() || quantity.high.is_some());
    }

    #[test]
    fn ends_hold_the_amount(text in prop::sample::select(FIGURES.to_vec()), words in prop::sample::select(BOUNDS.to_vec())) {
        let quantity = read_quantity(&format!("{} {text}", words.0)).unwrap().quantity;
        let (low, high) = quantity.amount.ends();
        prop_assert!(quantity.low.is_none_or(|end| end <= low), "{:?}", quantity);
        prop_assert!(quantity.high.is_none_or(|end| high <= end), "{:?}", quantity);
    }

    #[test]
    fn numbers_in_words_read_back(number in 1_u32..1_000_000) {
        let quantity = read_quantity(&format!("{} metres", in_words(number))).unwrap().quantity;
        prop_assert_eq!(quantity.written, Figure::One(Number::whole(i64::from(number))));
    }

    #[test]
    fn grouped_numbers_read_back(number in 1000_u32..4_000_000_000, glue in prop::sample::select(vec![",", " ", "\u{a0}"])) {
        let quantity = read_quantity(&format!("{} metres", grouped(number, glue))).unwrap().quantity;
        prop_assert_eq!(quantity.written, Figure::One(Number::whole(i64::from(number))));
    }

    #[test]
    fn conversion_there_and_back_is_the_identity(number in numbers(), unit in prop::sample::select(unit_names())) {
        let conversion = crate::value::Unit::named(&unit).conversion();
        let amount = conversion.apply(number).unwrap();
        prop_assert_eq!(conversion.undo(amount), Some(number));
    }

    #[test]
    fn any_text_is_scanned_without_panic_on_character_boundaries(text in "\\PC{0,80}") {
        check(&text)?;
    }

    #[test]
    fn any_mix_of_figures_is_scanned(parts in prop::collection::vec(prop::sample::select(PARTS), 0..14), glue in prop::sample::select(vec!["", " ", "-", "\n"])) {
        check(&parts.join(glue))?;
    }
}

/// Bounds with words that set them.
const BOUNDS: &[(&str, Bound)] = &[
    ("more than", Bound::MoreThan),
    ("at least", Bound::AtLeast),
    ("fewer than", Bound::LessThan),
    ("up to", Bound::AtMost),
    ("about", Bound::About),
];

/// Figures of every kind.
const FIGURES: &[&str] = &[
    "40 farms",
    "half a million people",
    "$2.5 million",
    "3 percent",
    "two and a half hours",
    "100 degrees Fahrenheit",
    "12 years old",
];

/// A number below a million in English words.
fn in_words(number: u32) -> String {
    const ONES: [&str; 20] = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let (head, rest, joint) = match number {
        0..20 => return ONES[number as usize].to_owned(),
        20..100 => (TENS[number as usize / 10].to_owned(), number % 10, "-"),
        100..1000 => (format!("{} hundred", ONES[number as usize / 100]), number % 100, " and "),
        _ => (
            format!("{} thousand", in_words(number / 1000)),
            number % 1000,
            if number % 1000 < 100 { " and " } else { " " },
        ),
    };
    if rest == 0 { head } else { format!("{head}{joint}{}", in_words(rest)) }
}

/// A number in groups of three digits.
fn grouped(number: u32, glue: &str) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{}{glue}{:03}", grouped(number / 1000, glue), number % 1000)
    }
}

/// Pieces that figures are made of, in any order.
const PARTS: &[&str] = &[
    "1",
    "12",
    "2,000",
    "0.5",
    "½",
    "one",
    "twenty",
    "half",
    "a",
    "an",
    "million",
    "hundred",
    "dozen",
    "and",
    "or",
    "to",
    "between",
    "from",
    "more than",
    "up to",
    "at least",
    "$",
    "US$",
    "€",
    "USD",
    "dollars",
    "cents",
    "hours",
    "minute",
    "km",
    "²",
    "per",
    "/",
    "%",
    "percent",
    "points",
    "a year",
    "old",
    "of",
    "the",
    "people",
    "no",
    "casualties",
    "-",
    "–",
    "(",
    ")",
    ".",
    ",",
    "several",
    "dozens",
    "in",
    "years",
    "^",
    "e",
    "x",
    "10",
    "é",
    "“",
    "PT2H",
    "±",
    "+",
    "plus",
    "thirds",
    "couple",
    "1.200",
    "aged",
    "F",
    "mb",
    "M113",
    "rose",
    "block",
];

fn check(text: &str) -> Result<(), TestCaseError> {
    let mentions = scan(&Article::plain("test", text, None), &Lexicon::default());
    let mut end = 0;
    for leaf in &mentions.leaves {
        prop_assert!(text.get(leaf.span.start()..leaf.span.end()).is_some_and(|words| !words.is_empty()));
        prop_assert!(end <= leaf.span.start());
        end = leaf.span.end();
        if let Some(QuantityMention { quantity, .. }) = mentions.quantity(leaf) {
            prop_assert!(ordered(quantity.low, quantity.high), "{:?}", quantity);
        }
    }
    Ok(())
}
