//! Stories whose truth is known: events, the outlets that tell of them, updates, roundings, slips, copies, and neighbours that
//! are easily taken for one another. Everything follows from a seed.
//!
//! The sentences are frames of ordinary news prose, written without a look at any rule; a figure that the program does not
//! read in them is a figure that it would miss in a newspaper.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used, clippy::expect_used)]

pub mod altered;
mod figure;
mod frames;
mod padding;
mod places;
pub mod score;
mod story;
mod told;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use jiff::civil::Date;
use serde_json::json;

pub use score::Score;

/// What a figure of a story measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Killed,
    Wounded,
    CallLength,
    Aid,
    Troops,
}

impl Measure {
    /// The rule that speaks of it.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Wounded => "wounded",
            Self::CallLength => "meeting-duration",
            Self::Aid => "aid-amount",
            Self::Troops => "troop-count",
        }
    }
}

/// One fact: a measure of an event, by the event's number.
pub type Fact = (usize, Measure);

/// A figure as an article tells it.
#[derive(Clone, Debug)]
pub struct Telling {
    /// The fact; that of a recalled event is a fact of its own.
    pub fact: Fact,
    /// Where its sentence stands in the text, in bytes; `None` in the title.
    pub sentence: Option<Range<usize>>,
    /// Whether it cannot be true together with what the others say.
    pub deviates: bool,
}

/// An article with what is true of it.
#[derive(Clone, Debug)]
pub struct Told {
    pub id: String,
    pub outlet: String,
    pub title: String,
    pub text: String,
    pub published: Date,
    pub tellings: Vec<Telling>,
}

/// All articles of a world, in an order that tells nothing.
#[derive(Debug, Default)]
pub struct World {
    pub articles: Vec<Told>,
}

impl World {
    /// At least `count` articles, the same for the same seed.
    pub fn of(seed: u64, count: usize) -> Self {
        let mut articles = Vec::new();
        let mut event = 0;
        while articles.len() < count {
            let mut chance = fastrand::Rng::with_seed(seed ^ (event as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            articles.extend(story::write(&mut event, &mut chance));
        }
        let mut chance = fastrand::Rng::with_seed(seed);
        chance.shuffle(&mut articles);
        Self { articles }
    }

    /// A block of one kind, place and day: `count` articles on the toll of one event.
    pub fn crowded(seed: u64, count: usize) -> Self {
        Self { articles: story::crowd(count, &mut fastrand::Rng::with_seed(seed)) }
    }

    /// The articles as JSON lines.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        for told in &self.articles {
            let record = json!({
                "id": told.id, "source": told.outlet, "title": told.title, "text": told.text,
                "published": told.published.to_string(), "language": "en",
            });
            writeln!(out, "{record}")?;
        }
        Ok(())
    }

    /// The facts of which an article deviates.
    pub fn conflicts(&self) -> BTreeMap<Fact, Vec<&str>> {
        let mut facts: BTreeMap<Fact, Vec<&str>> = BTreeMap::new();
        for told in &self.articles {
            for telling in told.tellings.iter().filter(|telling| telling.deviates) {
                facts.entry(telling.fact).or_default().push(&told.id);
            }
        }
        facts
    }
}
