//! Rules against gold: what a person says that a text holds, set beside what the rules find in it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Said, same, scope_differences, stated};
use crate::claim::Claim;
use crate::lexicon::Lexicon;
use crate::rule::Rule;

/// One line of a gold file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gold {
    /// Its line, from 1.
    pub line: usize,
    /// The text, or the article that holds it.
    pub text: GoldText,
    /// The rule that is judged.
    pub rule: String,
    /// What it must find, as figures are written; nothing where it must stay silent.
    pub values: Vec<String>,
    /// Fields of the scope that the first value must have.
    pub scope: Vec<(String, String)>,
}

/// Where the words of a gold line stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoldText {
    /// In an article, by its path beside the gold file.
    File(String),
    /// In the line itself: text, headline and day of publication.
    Text(String, Option<String>, Option<Date>),
}

/// What is wrong with a line of a gold file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

/// What came of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Values found as stated.
    pub right: usize,
    /// Of these, those whose stated scope differs.
    pub scope: Vec<Case>,
    /// Values stated and not found.
    pub missed: Vec<Case>,
    /// Values found and not stated.
    pub wrong: Vec<Case>,
}

/// A value that is missed or wrong: the gold line, the figure, its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The line of the gold file that judges it.
    pub line: usize,
    /// The figure.
    pub value: String,
    /// The sentence it was found in, else the text.
    pub text: String,
    /// What differs, for a scope.
    pub note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    text: Option<String>,
    file: Option<String>,
    title: Option<String>,
    published: Option<String>,
    rule: String,
    value: Option<OneOrMany>,
    #[serde(default)]
    scope: BTreeMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    Number(serde_json::Number),
    One(String),
    Many(Vec<OneOrMany>),
}

impl OneOrMany {
    fn texts(&self) -> Vec<String> {
        match self {
            Self::Number(number) => vec![number.to_string()],
            Self::One(text) => vec![text.clone()],
            Self::Many(many) => many.iter().flat_map(Self::texts).collect(),
        }
    }
}

/// Reads a gold file: the lines that can be read, and what is wrong with the others.
pub fn read_gold(text: &str) -> (Vec<Gold>, Vec<GoldFault>) {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (mut read, mut faults) = (Vec::new(), Vec::new());
    for (at, line) in lines {
        match gold(at + 1, line) {
            Ok(line) => read.push(line),
            Err(fault) => faults.push(fault),
        }
    }
    (read, faults)
}

fn gold(line: usize, text: &str) -> Result<Gold, GoldFault> {
    let fault = |message: String| GoldFault { line, message };
    let record: Record = serde_json::from_str(text).map_err(|error| fault(format!("is no gold record: {error}")))?;
    let day = |day: &String| day.parse().map_err(|_| fault(format!("`{day}` is no day; write it as 2030-02-05")));
    let published = record.published.as_ref().map(day).transpose()?;
    let text = match (record.text, record.file) {
        (Some(text), None) => GoldText::Text(text, record.title, published),
        (None, Some(file)) => GoldText::File(file),
        _ => return Err(fault("needs either `text` or `file`; give one of them".to_owned())),
    };
    let scope = record.scope.iter().flat_map(|(name, values)| values.texts().into_iter().map(|v| (name.clone(), v)));
    let values = record.value.map(|value| value.texts()).unwrap_or_default();
    Ok(Gold { line, text, rule: record.rule, values, scope: scope.collect() })
}

/// Adds what the claims of one text are worth to the score of a rule; `gold` are the lines that judge the rule there.
pub fn score(gold: &[&Gold], rule: &Rule, claims: &[Claim], lexicon: &Lexicon, score: &mut Score) {
    let mut left: Vec<&Claim> = claims.iter().filter(|claim| &*claim.rule == rule.id()).collect();
    for line in gold {
        for (index, value) in line.values.iter().enumerate() {
            let wanted: Said = (value.clone(), stated(value, rule.kind(), lexicon));
            let Some(at) =
                left.iter().position(|claim| same(&wanted, &(claim.text.clone(), Some(claim.value.clone()))))
            else {
                score.missed.push(case(line, value, text_of(line), String::new()));
                continue;
            };
            let claim = left.remove(at);
            score.right += 1;
            let differs = if index == 0 { scope_differences(&line.scope, claim, lexicon) } else { Vec::new() };
            let told: Vec<String> =
                differs.iter().map(|(name, stated, found)| format!("{name}: {stated} stated, {found} found")).collect();
            if !told.is_empty() {
                score.scope.push(case(line, &claim.text, claim.sentence.clone(), told.join("; ")));
            }
        }
    }
    let Some(last) = gold.last() else { return };
    score.wrong.extend(left.iter().map(|claim| case(last, &claim.text, claim.sentence.clone(), String::new())));
}

fn case(line: &Gold, value: &str, text: String, note: String) -> Case {
    Case { line: line.line, value: value.to_owned(), text, note }
}

fn text_of(line: &Gold) -> String {
    match &line.text {
        GoldText::File(file) => file.clone(),
        GoldText::Text(text, ..) => text.clone(),
    }
}

impl Score {
    /// Of what was found, the share that is stated; `None` where nothing was found.
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.right + self.wrong.len())
    }

    /// Of what is stated, the share that was found; `None` where nothing is stated.
    pub fn recall(&self) -> Option<f64> {
        share(self.right, self.right + self.missed.len())
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.right, 2 * self.right + self.wrong.len() + self.missed.len())
    }
}

// Counts of a gold file are far below what a float holds exactly.
#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
