//! Proposals: from one sentence of a newspaper to a rule that finds the figure in it, for a person to go on from.
//!
//! What is proposed is a beginning: the kind of the figure, and a pattern of the words that stand around it. It is tried before
//! it is handed out, and the file says what is still to be done.

mod choice;
mod file;
mod pattern;
mod words;

use jiff::civil::Date;
use thiserror::Error;

use crate::article::Article;
use crate::lexicon::Lexicon;
use crate::mention::{DateAnchor, Leaf, Mentions, scan};
use crate::rule::{RuleFile, RuleSet, Selection, ValueKind, embedded_files};
use crate::trial::{Outcome, trials};

pub use choice::Candidate;
pub use file::Like;
pub use pattern::{Shape, WordList};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The rule's id.
    pub id: &'a str,
    /// Its pack.
    pub pack: &'a str,
    /// A sentence with the figure, as a newspaper would write it.
    pub sentence: &'a str,
    /// The day of the article, where the sentence says "on Monday".
    pub published: Option<Date>,
    /// Words of the figure that is meant, where there are several.
    pub value: Option<&'a str>,
    /// A rule whose kind and settings are taken over.
    pub like: Option<&'a Like>,
}

/// A rule to begin with.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The file.
    pub file: String,
    /// The kind of its value.
    pub kind: ValueKind,
    /// The figure that was chosen.
    pub value: String,
    /// What else could be the figure.
    pub others: Vec<Candidate>,
    /// The pattern with its words.
    pub shape: Shape,
    /// Words that need the day of the article to be a date ("on Monday"), where it was not said.
    pub undated: Option<String>,
}

/// Why there is none.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum NoProposal {
    /// Nothing that a rule could find.
    #[error("no figure, date or quotation in “{0}”; give a sentence that holds what the rule is to find")]
    Nothing(String),
    /// The words that were named are no figure.
    #[error("“{value}” is no figure, date or name in the sentence; it holds {known}")]
    Unknown {
        /// As given.
        value: String,
        /// What there is.
        known: String,
    },
    /// The rule to begin from finds another kind of value.
    #[error("`{like}` finds a {kind}, and the sentence holds none; it holds {known}")]
    OtherKind {
        /// The rule.
        like: String,
        /// Its kind.
        kind: &'static str,
        /// What there is.
        known: String,
    },
    /// A date that hangs on the day of the article, which was not said.
    #[error("“{0}” is a date only with the day of the article; say it with --published YYYY-MM-DD")]
    Undated(String),
    /// No pattern finds the figure.
    #[error(
        "no word beside “{value}” makes a pattern; give a sentence that says what is counted, such as “14 ships were held up”"
    )]
    NoPattern {
        /// The figure.
        value: String,
    },
}

/// Proposes a rule.
pub fn propose(wish: &Wish<'_>, lexicon: &Lexicon) -> Result<Proposal, NoProposal> {
    let article = Article::plain("sentence", wish.sentence, wish.published);
    let mentions = scan(&article, lexicon);
    let (chosen, others) = choice::choose(wish, &article, &mentions)?;
    if let Some(date) = undated(wish, &mentions, &article).filter(|_| chosen.kind == ValueKind::Date) {
        return Err(NoProposal::Undated(date));
    }
    for shape in pattern::shapes(&article, &mentions, &chosen) {
        for stated in stated(&chosen) {
            let file = file::write(wish, &chosen, &shape, &stated);
            if finds(wish, &file, lexicon) {
                let undated = undated(wish, &mentions, &article);
                return Ok(Proposal { file, kind: chosen.kind, value: chosen.words, others, shape, undated });
            }
        }
    }
    Err(NoProposal::NoPattern { value: chosen.words })
}

/// How the accept text can state the value: as the sentence has it, else as the program reads it.
fn stated(chosen: &Candidate) -> Vec<String> {
    let dated = ["in", "on"].into_iter().filter(|_| chosen.kind == ValueKind::Date);
    let dated = dated.map(|preposition| format!("{preposition} {}", chosen.words));
    std::iter::once(chosen.words.clone()).chain(dated).chain(chosen.amount.clone()).collect()
}

/// Whether a rule file can be read and finds what its text states.
fn finds(wish: &Wish<'_>, file: &str, lexicon: &Lexicon) -> bool {
    let path = std::path::PathBuf::from(wish.pack).join(format!("{}.toml", wish.id));
    let own = RuleFile { path: path.into(), text: file.into() };
    let words = embedded_files().into_iter().filter(|file| file.path.ends_with("lexicon/words.toml"));
    let files: Vec<RuleFile> = std::iter::once(own).chain(words).collect();
    let selection = Selection { packs: Vec::new(), rules: vec![wish.id.to_owned()] };
    let tried = RuleSet::from_texts(&files, &selection);
    tried.is_ok_and(|alone| trials(&alone, lexicon).iter().all(|trial| trial.outcome == Outcome::Reported))
}

/// The first date that hangs on the day of the article, where that day was not said.
fn undated(wish: &Wish<'_>, mentions: &Mentions, article: &Article) -> Option<String> {
    let missing = |leaf: &&Leaf| mentions.date(leaf).is_some_and(|date| date.anchor == DateAnchor::Missing);
    let leaf = mentions.leaves.iter().filter(|_| wish.published.is_none()).find(missing)?;
    Some(leaf.span.text(article.text()).to_owned())
}

#[cfg(test)]
mod tests;
