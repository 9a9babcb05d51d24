//! Patterns from the words around a figure: what is counted and what became of it, or what the figure is the size of.

use std::fmt::Write as _;

use super::Candidate;
use super::words::{Class, class, literal, numbers};
use crate::article::{Article, Span};
use crate::mention::Mentions;
use crate::rule::{Placed, Sign, ValueKind, signs};

/// The widest gap that is proposed.
const WIDEST: usize = 10;

/// A pattern with the word lists that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The expression.
    pub pattern: String,
    /// Its word lists, in the order of the pattern.
    pub lists: Vec<WordList>,
    /// The words of the sentence that it spans.
    pub span: Span,
}

/// A named list of one expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordList {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub word: String,
}

/// Patterns that may find a figure, the most telling first.
pub(super) fn shapes(article: &Article, mentions: &Mentions, chosen: &Candidate) -> Vec<Shape> {
    if chosen.kind == ValueKind::Quote {
        // Who speaks is read around a quotation, not by the pattern: every quotation is one.
        return vec![Shape { pattern: "{value}".to_owned(), lists: Vec::new(), span: chosen.span }];
    }
    let Some(signs) = signs(article.text(), mentions, chosen.span, chosen.kind) else { return Vec::new() };
    let Some(clause) = Clause::around(&signs) else { return Vec::new() };
    let noun = chosen.noun.as_ref().and_then(|(span, singular)| clause.noun(*span, singular));
    let hung = match noun {
        Some(noun) => clause.counted(&noun),
        None => clause.measured(),
    };
    let mut shapes: Vec<Shape> = hung.into_iter().map(|hooks| clause.shape(hooks)).collect();
    shapes.dedup();
    shapes
}

/// Words that a pattern is hung on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hook {
    first: usize,
    last: usize,
    name: &'static str,
    word: String,
}

/// The signs that a gap can reach from the value.
struct Clause<'a> {
    signs: &'a [Placed],
    value: usize,
    first: usize,
    end: usize,
}

impl<'a> Clause<'a> {
    fn around(signs: &'a [Placed]) -> Option<Self> {
        let value = signs.iter().position(|placed| placed.sign == Sign::Value)?;
        let stop = |placed: &Placed| placed.sign == Sign::Stop;
        let first = signs[..value].iter().rposition(stop).map_or(0, |at| at + 1);
        let end = signs[value..].iter().position(stop).map_or(signs.len(), |at| value + at);
        Some(Self { signs, value, first, end })
    }

    /// What is counted, where it stands in the clause.
    fn noun(&self, span: Span, singular: &str) -> Option<Hook> {
        let at = (self.value + 1..self.end).find(|&at| self.signs[at].span.overlaps(span))?;
        let word = self.word(at)?;
        Some(Hook { first: at, last: at, name: "things", word: numbers(word, singular) })
    }

    /// Hooks for a figure that counts things: the things, and what became of them.
    fn counted(&self, things: &Hook) -> Vec<Vec<Hook>> {
        let after = self.verb_after(things.last);
        let before = self.before().into_iter().next().map(|hook| self.with_preposition(hook));
        let around = self.next_content(things.last + 1, "place");
        let pair = |other: Option<Hook>| other.map(|other| vec![things.clone(), other]);
        [pair(after), pair(before), pair(around), Some(vec![things.clone()])].into_iter().flatten().collect()
    }

    /// Hooks for a figure that is the size of something.
    fn measured(&self) -> Vec<Vec<Hook>> {
        let before = self.before();
        let nearest = before.first().cloned();
        let after = self.next_content(self.value + 1, "trigger");
        let directly = after.clone().filter(|hook| hook.first == self.value + 1);
        let both = |hook: Option<Hook>, other: Option<Hook>| {
            let (hook, other) = (hook?, other?);
            let object = self.follows_determiner(&other);
            let (name, next) = if object { ("verb", "topic") } else { ("topic", "verb") };
            Some(vec![Hook { name, ..hook }, Hook { name: next, ..other }])
        };
        let attribute = directly.clone().filter(|_| self.is_attribute()).map(|hook| vec![hook]);
        let topic = both(before.get(1).cloned(), nearest.clone());
        let long = both(nearest.clone(), directly);
        let material = self.material().map(|things| nearest.clone().into_iter().chain([things]).collect());
        let each = [attribute, material, topic, long, nearest.map(|hook| vec![hook]), after.map(|hook| vec![hook])];
        each.into_iter().flatten().collect()
    }

    /// Whether a word stands right after an article, and so is no verb: "delayed the match by two hours".
    fn follows_determiner(&self, hook: &Hook) -> bool {
        let before = hook.first.checked_sub(1).and_then(|at| self.word(at));
        before.is_some_and(|word| class(word) == Class::Determiner)
    }

    /// What an amount is of: "30 tons of potatoes".
    fn material(&self) -> Option<Hook> {
        let of = self.value + 1;
        self.content(of + 1, "things").filter(|_| self.word(of) == Some("of") && of + 1 < self.end)
    }

    /// Whether the figure stands before its noun like an adjective: "a $4 million fine", "the three-week strike".
    fn is_attribute(&self) -> bool {
        let before = self.value.checked_sub(1).filter(|&at| at >= self.first).and_then(|at| self.word(at));
        let glued = self.signs.get(self.value + 1).is_some_and(|next| next.glued);
        glued || self.value == self.first || before.is_some_and(|word| class(word) == Class::Determiner)
    }

    /// The verb after what is counted: "ships were held up", "ships that sank".
    fn verb_after(&self, noun: usize) -> Option<Hook> {
        let is = |at: usize, classes: &[Class]| self.word(at).is_some_and(|word| classes.contains(&class(word)));
        let at = (noun + 1..self.end).find(|&at| !is(at, &[Class::Auxiliary, Class::Adverb]))?;
        let verb = self.with_preposition(self.content(at, "verb")?);
        let passive = (noun + 1..at).any(|at| is(at, &[Class::Auxiliary]));
        // "people lost power": without its object such a verb says too little.
        match self.content(verb.last + 1, "verb").filter(|_| !passive && verb.last == at) {
            Some(object) => Some(Hook { last: object.last, word: format!("{} {}", verb.word, object.word), ..verb }),
            None => Some(verb),
        }
    }

    /// The words with a sense of their own before the value, the nearest first, up to who says so or another clause.
    fn before(&self) -> Vec<Hook> {
        let words = (self.first..self.value).rev();
        let ends = |word| matches!(class(word), Class::Saying | Class::Clause);
        let told = words.take_while(|&at| self.word(at).is_none_or(|word| !ends(word)));
        told.filter_map(|at| self.content(at, "trigger")).collect()
    }

    fn next_content(&self, from: usize, name: &'static str) -> Option<Hook> {
        (from..self.end).find_map(|at| self.content(at, name))
    }

    /// The word at a place, where it has a sense of its own.
    fn content(&self, at: usize, name: &'static str) -> Option<Hook> {
        let word = self.word(at).filter(|word| class(word) == Class::Content)?;
        Some(Hook { first: at, last: at, name, word: literal(word) })
    }

    /// A verb with the preposition directly after it, without which it says something else: "held up", "shot down".
    fn with_preposition(&self, verb: Hook) -> Hook {
        const WITH: &[&str] = &["up", "down", "off", "out", "away", "back", "over", "aground", "ashore"];
        let next = self.word(verb.last + 1).filter(|word| WITH.contains(word) && verb.last + 1 < self.end);
        match next {
            Some(next) => Hook { last: verb.last + 1, word: format!("{} {next}", verb.word), ..verb },
            None => verb,
        }
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        match &self.signs.get(at)?.sign {
            Sign::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The pattern of hooks and value in the order of the sentence.
    fn shape(&self, mut hooks: Vec<Hook>) -> Shape {
        hooks.sort_by_key(|hook| hook.first);
        let value = Hook { first: self.value, last: self.value, name: "value", word: String::new() };
        let at = hooks.partition_point(|hook| hook.first < self.value);
        let mut all = hooks.clone();
        all.insert(at, value);
        let mut pattern = format!("{{{}}}", all[0].name);
        for pair in all.windows(2) {
            pattern.push_str(&self.between(&pair[0], &pair[1]));
            let _ = write!(pattern, "{{{}}}", pair[1].name);
        }
        let lists = hooks.into_iter().map(|hook| WordList { name: hook.name, word: hook.word }).collect();
        let ends = (all.first().map_or(0, |hook| hook.first), all.last().map_or(0, |hook| hook.last));
        Shape { pattern, lists, span: self.signs[ends.0].span.cover(self.signs[ends.1].span) }
    }

    /// What may stand between two hooks: as many words as here, and one or two more.
    fn between(&self, a: &Hook, b: &Hook) -> String {
        let distance = b.first - a.last - 1;
        match distance {
            0 if self.signs[b.first].glued => "[- ]".to_owned(),
            _ => format!(" {{gap:{}}}", (distance + 1).clamp(2, WIDEST)),
        }
    }
}
