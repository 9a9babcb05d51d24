//! Number words and what each of them does in a number.

use std::sync::LazyLock;

use crate::mention::class::NUMBER;
use crate::mention::{Reader, Vocabulary};
use crate::value::VagueWord;

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// Zero to nineteen.
    Small(i64),
    /// Twenty, thirty, … ninety.
    Tens(i64),
    /// "hundred"
    Hundred,
    /// "thousand", "million", "bn", "lakh", …
    Scale(i64),
    /// "dozen"
    Dozen,
    /// "third", "quarters": one part of so many; the flag says plural.
    Part(i64, bool),
    /// "half"
    Half,
    /// "dozens", "several", …: a figure of its own, or a scale after a number ("three dozens").
    Vague(VagueWord),
    /// "couple"
    Couple,
    /// "a", "an"
    Article,
    /// "minus", "negative"
    Minus,
}

/// All number words.
static WORDS: LazyLock<Vocabulary<Lexeme>> = LazyLock::new(|| Vocabulary::new(words()));

const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
seventeen eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

const SCALES: &[(&str, i64)] = &[
    ("thousand", 1000),
    ("k", 1000),
    ("million", 1_000_000),
    ("mn", 1_000_000),
    ("mln", 1_000_000),
    ("mil", 1_000_000),
    ("billion", 1_000_000_000),
    ("bn", 1_000_000_000),
    ("bln", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("tn", 1_000_000_000_000),
    ("trn", 1_000_000_000_000),
    ("tln", 1_000_000_000_000),
    ("quadrillion", 1_000_000_000_000_000),
    ("lakh", 100_000),
    ("lakhs", 100_000),
    ("crore", 10_000_000),
    ("crores", 10_000_000),
];

const PARTS: &[(&str, i64)] = &[
    ("third", 3),
    ("quarter", 4),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("hundredth", 100),
    ("thousandth", 1000),
    ("millionth", 1_000_000),
    ("billionth", 1_000_000_000),
    ("trillionth", 1_000_000_000_000),
];
const PART_PLURALS: &[&str] = &[
    "thirds",
    "quarters",
    "fourths",
    "fifths",
    "sixths",
    "sevenths",
    "eighths",
    "ninths",
    "tenths",
    "elevenths",
    "twelfths",
    "fifteenths",
    "sixteenths",
    "twentieths",
    "thirtieths",
    "fortieths",
    "fiftieths",
    "hundredths",
    "thousandths",
    "millionths",
    "billionths",
    "trillionths",
];

const OTHERS: &[(&str, Lexeme)] = &[
    ("nought", Lexeme::Small(0)),
    ("naught", Lexeme::Small(0)),
    ("hundred", Lexeme::Hundred),
    ("dozen", Lexeme::Dozen),
    ("doz", Lexeme::Dozen),
    ("dozs", Lexeme::Dozen),
    ("dz", Lexeme::Dozen),
    ("dzs", Lexeme::Dozen),
    ("half", Lexeme::Half),
    ("halves", Lexeme::Part(2, true)),
    ("few", Lexeme::Vague(VagueWord::Few)),
    ("several", Lexeme::Vague(VagueWord::Several)),
    ("tens", Lexeme::Vague(VagueWord::Tens)),
    ("dozens", Lexeme::Vague(VagueWord::Dozens)),
    ("scores", Lexeme::Vague(VagueWord::Scores)),
    ("hundreds", Lexeme::Vague(VagueWord::Hundreds)),
    ("thousands", Lexeme::Vague(VagueWord::Thousands)),
    ("millions", Lexeme::Vague(VagueWord::Millions)),
    ("billions", Lexeme::Vague(VagueWord::Billions)),
    ("trillions", Lexeme::Vague(VagueWord::Trillions)),
    ("couple", Lexeme::Couple),
    ("a", Lexeme::Article),
    ("an", Lexeme::Article),
    ("minus", Lexeme::Minus),
    ("negative", Lexeme::Minus),
];

/// All number words, with what they do.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Lexeme)> {
    let small = SMALL.split_ascii_whitespace().zip(0..).map(|(word, n)| (word, Lexeme::Small(n)));
    let tens = TENS.split_ascii_whitespace().zip(2..).map(|(word, n)| (word, Lexeme::Tens(n * 10)));
    let scales = SCALES.iter().map(|&(word, n)| (word, Lexeme::Scale(n)));
    let parts = PARTS.iter().map(|&(word, n)| (word, Lexeme::Part(n, false)));
    let plurals = PART_PLURALS.iter().zip(PARTS).map(|(&word, &(_, n))| (word, Lexeme::Part(n, true)));
    small.chain(tens).chain(scales).chain(parts).chain(plurals).chain(OTHERS.iter().copied())
}

/// The words that may begin a number.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    words()
        .filter(|(_, lexeme)| !matches!(lexeme, Lexeme::Scale(_) | Lexeme::Part(_, true) | Lexeme::Dozen))
        .map(|(word, _)| word)
}

/// What the token at `at` does in a number.
#[inline]
pub(super) fn lexeme(reader: &Reader<'_>, at: usize) -> Option<Lexeme> {
    let token = reader.token(at).filter(|token| token.may_be(NUMBER))?;
    WORDS.get(token).copied()
}
