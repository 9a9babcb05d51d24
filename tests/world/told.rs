//! An article in the making: paragraphs of which some hold figures, put together with the places of their sentences.

use fastrand::Rng;
use jiff::civil::Date;

use super::figure::{choose, spelled};
use super::padding::paragraph;
use super::{Fact, Telling, Told};

/// A figure in a sentence: its slot, its words, the fact it tells, and whether it deviates.
#[derive(Clone, Debug)]
pub struct Figure {
    pub slot: &'static str,
    pub words: String,
    pub fact: Fact,
    pub deviates: bool,
}

/// A sentence whose figures are still to be put in.
#[derive(Clone, Debug)]
pub struct Line {
    pub frame: String,
    pub figures: Vec<Figure>,
}

impl Line {
    /// The sentence with its figures in it, its first letter in upper case.
    fn sentence(&self) -> String {
        let filled = self
            .figures
            .iter()
            .fold(self.frame.clone(), |line, figure| line.replace(&format!("{{{}}}", figure.slot), &figure.words));
        capital(&filled)
    }
}

/// An article before it is put together.
#[derive(Clone, Debug)]
pub struct Draft {
    pub outlet: &'static str,
    pub published: Date,
    pub title: Line,
    pub lines: Vec<Line>,
    pub padding: Vec<String>,
}

impl Draft {
    /// With paragraphs of its own around the lines.
    pub fn new(outlet: &'static str, published: Date, title: Line, lines: Vec<Line>, chance: &mut Rng) -> Self {
        let padding = (0..chance.usize(4..=8)).map(|_| paragraph(chance)).collect();
        Self { outlet, published, title, lines, padding }
    }

    /// The article: the first line leads, each further one opens a later paragraph.
    pub fn told(&self, id: String) -> Told {
        let mut told = Told {
            id,
            outlet: self.outlet.to_owned(),
            title: self.title.sentence(),
            text: String::new(),
            published: self.published,
            tellings: Vec::new(),
        };
        told.tellings.extend(tellings(&self.title, None));
        let mut lines = self.lines.iter();
        for (index, padding) in self.padding.iter().enumerate() {
            // The first three paragraphs carry the story.
            if let Some(line) = lines.next().filter(|_| index < 3) {
                let start = told.text.len();
                told.text.push_str(&line.sentence());
                told.tellings.extend(tellings(line, Some(start..told.text.len())));
                told.text.push(' ');
            }
            told.text.push_str(padding);
            told.text.push_str("\n\n");
        }
        told
    }
}

fn tellings(line: &Line, sentence: Option<std::ops::Range<usize>>) -> impl Iterator<Item = Telling> {
    let shown = |figure: &&Figure| line.frame.contains(&format!("{{{}}}", figure.slot));
    line.figures.iter().filter(shown).map(move |figure| Telling {
        fact: figure.fact,
        sentence: sentence.clone(),
        deviates: figure.deviates,
    })
}

/// Fills the slots that are not figures.
pub fn fill(frame: &str, slots: &[(&str, &str)]) -> String {
    slots.iter().fold(frame.to_owned(), |line, (slot, words)| line.replace(&format!("{{{slot}}}"), words))
}

/// How an article of a day names an earlier one.
pub fn day(event: Date, published: Date, chance: &mut Rng) -> String {
    let weekday = format!("{:?}", event.weekday());
    match (published - event).get_days() {
        1 if chance.u8(..20) == 0 => "yesterday".to_owned(),
        0..=5 if chance.u8(..4) > 0 => match chance.u8(..6) {
            0 => format!("on {weekday} night"),
            1 => format!("on {weekday} morning"),
            2 => format!("late on {weekday}"),
            _ => format!("on {weekday}"),
        },
        _ if chance.bool() => format!("on {} {}", event.day(), month(event)),
        _ => format!("on {} {}", month(event), event.day()),
    }
}

pub fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[usize::try_from(date.month() - 1).unwrap_or(0)]
}

fn capital(line: &str) -> String {
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name nobody has, from lists of first and last names, with a letter that makes it rarer.
pub fn person(first: &[&str], last: &[&str], chance: &mut Rng) -> (String, String) {
    let last = format!("{}{}", choose(chance, &["", "", "van ", "de "]), choose(chance, last));
    (format!("{} {last}", choose(chance, first)), last)
}

/// A count in words for a title.
pub fn for_title(n: u64) -> String {
    if n < 10 { spelled(n) } else { n.to_string() }
}
