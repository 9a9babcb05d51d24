//! Real articles and altered copies of them, made when they are read: one figure changed, rounded, reworded, or brought up to
//! date. What the originals say of one another is not known; what a copy does to its original is.

use std::ops::Range;

use fastrand::Rng;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

use super::figure::{choose, spelled};

/// What was done to a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Its figure is another: a conflict.
    Figure,
    /// Its figure is rounded from below, and said so: none.
    Rounded,
    /// Other words around the same figures: none.
    Reworded,
    /// A higher figure, days later: a newer figure, no conflict.
    Updated,
}

/// A copy, by the index of its original and what was done.
#[derive(Clone, Copy, Debug)]
pub struct Altered {
    pub original: usize,
    pub change: Change,
}

/// Originals, and behind them their copies.
#[derive(Debug, Default)]
pub struct Copies {
    pub records: Vec<Value>,
    pub originals: usize,
    pub altered: Vec<Altered>,
}

impl Copies {
    /// Of records with `text`, `published` and `gold.killed` or `gold.wounded`: every `step`th that states its toll beside a
    /// word of harm.
    pub fn of(records: &[Value], step: usize, seed: u64) -> Self {
        let mut chance = Rng::with_seed(seed);
        let stated: Vec<(&Value, Stated)> =
            records.iter().filter_map(|record| Some((record, Stated::find(record)?))).step_by(step).collect();
        let mut copies = Self { originals: stated.len(), ..Self::default() };
        copies.records.extend(stated.iter().map(|(record, _)| (*record).clone()));
        for (original, (record, stated)) in stated.iter().enumerate() {
            let done = choose(&mut chance, &[Change::Figure, Change::Rounded, Change::Reworded, Change::Updated]);
            copies.records.push(altered(record, stated, done, original, &mut chance));
            copies.altered.push(Altered { original, change: done });
        }
        copies
    }

    /// The originals alone, as JSON lines.
    pub fn lines(records: &[Value]) -> String {
        records.iter().fold(String::new(), |lines, record| lines + &record.to_string() + "\n")
    }
}

/// Where an article states its toll: in bytes, in its title and its text.
struct Stated {
    title: Vec<Range<usize>>,
    text: Vec<Range<usize>>,
    n: u64,
}

/// Words of harm, one of which must stand right behind a figure.
const KILLED: &[&str] = &["killed", "dead", "died", "deaths"];
const WOUNDED: &[&str] = &["wounded", "injured", "hurt"];
/// How many words may lie between.
const NEAR: usize = 4;

impl Stated {
    /// The places where the number stands before a word of harm; at least one in the text.
    fn find(record: &Value) -> Option<Self> {
        let of = |name: &str, harm: &[&str]| {
            let n = record["gold"][name].as_u64().filter(|n| (3..100).contains(n))?;
            let [title, text] = ["title", "text"].map(|field| stated(record[field].as_str().unwrap_or(""), n, harm));
            (!text.is_empty()).then_some(Self { title, text, n })
        };
        of("killed", KILLED).or_else(|| of("wounded", WOUNDED))
    }
}

fn stated(text: &str, n: u64, harm: &[&str]) -> Vec<Range<usize>> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let (digits, letters) = (n.to_string(), spelled(n));
    let is_figure = |word: &str| word == digits || word.eq_ignore_ascii_case(&letters);
    let is_near = |at: usize| {
        let behind = words[at + 1..].iter().take(NEAR + 1).map(|(_, word)| *word);
        let mut behind = behind.take_while(|word| !word.bytes().any(|byte| byte.is_ascii_digit()));
        behind.any(|word| harm.contains(&word.to_lowercase().as_str()))
    };
    let places = (0..words.len()).filter(|&at| is_figure(words[at].1) && is_near(at));
    places.map(|at| words[at].0..words[at].0 + words[at].1.len()).collect()
}

/// The words of a text, hyphens inside, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let cut = |c: char| !(c.is_alphanumeric() || c == '-' || c == ',' || c == '.');
    text.split(cut).map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start, word.trim_end_matches(['.', ',']))
    })
}

/// The copy: every statement of the toll says the same other thing.
fn altered(record: &Value, toll: &Stated, done: Change, number: usize, chance: &mut Rng) -> Value {
    let [title, text] = ["title", "text"].map(|field| record[field].as_str().unwrap_or(""));
    let published: Date = record["published"].as_str().and_then(|day| day.parse().ok()).unwrap_or(date(2016, 1, 1));
    let higher = toll.n + toll.n / 3 + 2 + chance.u64(..4);
    let figure = match done {
        Change::Figure | Change::Updated => Some(higher.to_string()),
        Change::Rounded => Some(format!("at least {}", toll.n - 1)),
        Change::Reworded => None,
    };
    let put = |text: &str, places: &[Range<usize>]| match &figure {
        // "At least at least 14" would be no English, and "at least 14" for "at least 15" another figure.
        Some(figure) if done == Change::Rounded => {
            let plain: Vec<Range<usize>> = places.iter().filter(|place| !is_bounded(text, place)).cloned().collect();
            with(text, &plain, figure)
        }
        Some(figure) => with(text, places, figure),
        None => reworded(text),
    };
    let later = if done == Change::Updated { 2 } else { 0 };
    json!({
        "id": format!("copy-{number}"), "source": format!("outlet {}", number % 23), "title": put(title, &toll.title),
        "text": put(text, &toll.text), "published": (published + later.days()).to_string(),
    })
}

/// Whether a word of a bound stands right before a figure.
fn is_bounded(text: &str, place: &Range<usize>) -> bool {
    const BOUNDS: [&str; 12] =
        ["least", "most", "than", "over", "about", "around", "some", "nearly", "almost", "approximately", "to", "many"];
    let before = text[..place.start].split_whitespace().next_back().unwrap_or("").to_lowercase();
    BOUNDS.contains(&before.as_str())
}

/// A text with other words at some places.
fn with(text: &str, places: &[Range<usize>], words: &str) -> String {
    places.iter().rev().fold(text.to_owned(), |mut text, place| {
        text.replace_range(place.clone(), words);
        text
    })
}

/// Some of the commonest words of news exchanged.
fn reworded(text: &str) -> String {
    const OTHERS: &[(&str, &str)] = &[
        (" said", " stated"),
        (" after ", " following "),
        (" near ", " close to "),
        (" big ", " large "),
        (" also ", " as well "),
        (" but ", " yet "),
    ];
    OTHERS.iter().fold(text.to_owned(), |text, (word, other)| text.replace(word, other))
}
