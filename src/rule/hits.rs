//! Hits: where the trigger words of a sentence stand, and so which expressions are worth trying there, and on which of its
//! values. It is what keeps the cost of a sentence from growing with the number of rules: one pass over its words finds the
//! trigger words of all rules, and a rule none of whose words it holds is never looked at.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use super::compiled::Rule;
use super::listed;
use super::trigger::{SHORTEST, Trigger};
use super::vocabulary::{Vocabulary, Within};
use super::walk::Side;
use crate::article::Span;

/// The trigger words of all expressions of a rule set: its patterns first, then what stops them.
#[derive(Debug, Default)]
pub(super) struct TriggerIndex {
    /// Rule and pattern, in order; the first expressions.
    pub(super) patterns: Vec<(usize, usize)>,
    /// For each rule, the first expression that stops it.
    pub(super) stops: Vec<usize>,
    /// For each expression, the sets of words that it asks for, and where.
    asked: Vec<Vec<(usize, Option<Side>)>>,
    /// For each set, the patterns of which it is the most telling.
    told: Vec<Vec<usize>>,
    /// Patterns without a word.
    always: Vec<usize>,
    automaton: Option<AhoCorasick>,
    /// For each word of the automaton, the sets that hold it.
    holders: Vec<Vec<usize>>,
}

impl TriggerIndex {
    pub(super) fn of(rules: &[Rule]) -> Self {
        let mut index = Self::default();
        let mut sets: BTreeMap<&[String], usize> = BTreeMap::new();
        for (rule, compiled) in rules.iter().enumerate() {
            for (pattern, triggers) in compiled.patterns.iter().map(|pattern| &pattern.triggers).enumerate() {
                index.patterns.push((rule, pattern));
                index.ask(triggers, &mut sets);
            }
        }
        index.tell(sets.len(), rules);
        for rule in rules {
            index.stops.push(index.asked.len());
            rule.unless.iter().for_each(|unless| index.ask(&unless.triggers, &mut sets));
        }
        index.told.resize(sets.len(), Vec::new());
        index.spell(&sets);
        index
    }

    /// How many expressions there are.
    pub(super) fn expressions(&self) -> usize {
        self.asked.len()
    }

    /// Takes in the next expression; equal sets of words are one.
    fn ask<'a>(&mut self, triggers: &'a [Trigger], sets: &mut BTreeMap<&'a [String], usize>) {
        let mut set_of = |trigger: &'a Trigger| {
            let next = sets.len();
            (*sets.entry(&trigger.words).or_insert(next), trigger.side)
        };
        self.asked.push(triggers.iter().map(&mut set_of).collect());
    }

    /// Notes which patterns each set calls up.
    fn tell(&mut self, sets: usize, rules: &[Rule]) {
        self.told.resize(sets, Vec::new());
        for (pattern, asked) in self.asked.iter().enumerate() {
            let (rule, own) = (&rules[self.patterns[pattern].0], self.patterns[pattern].1);
            if let Some((set, _)) = asked.first() {
                self.told[*set].push(pattern);
            } else if !listed::is_listed(rule, &rule.patterns[own]) {
                self.always.push(pattern);
            }
        }
    }

    /// Builds the automaton of all words.
    fn spell(&mut self, sets: &BTreeMap<&[String], usize>) {
        let mut words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (word, set) in sets.iter().flat_map(|(words, set)| words.iter().map(move |word| (word, *set))) {
            words.entry(word).or_default().push(set);
        }
        self.automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(words.keys()).ok();
        self.holders = words.into_values().collect();
    }

    /// The sets whose words stand in a word of the text.
    fn within(&self, word: &[u8]) -> Vec<Within> {
        let mut found: Vec<Within> = Vec::new();
        for trigger in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(word)) {
            for &set in &self.holders[trigger.pattern().as_usize()] {
                match found.iter_mut().find(|within| within.set == set) {
                    Some(within) => within.last_start = within.last_start.max(trigger.start()),
                    None => found.push(Within { set, first_end: trigger.end(), last_start: trigger.start() }),
                }
            }
        }
        found
    }
}

/// Where the words of one set stand in a sentence: all that must be known of them is the first and the last.
#[derive(Clone, Copy, Debug)]
struct Reach {
    first_end: usize,
    last_start: usize,
}

impl Reach {
    const NOWHERE: Self = Self { first_end: usize::MAX, last_start: 0 };

    /// Whether a word stands on this side of a value.
    const fn is_beside(self, value: Span, side: Option<Side>) -> bool {
        match side {
            Some(Side::Before) => self.first_end <= value.start(),
            Some(Side::After) => self.last_start >= value.end(),
            None => self.first_end < usize::MAX,
        }
    }
}

/// The trigger words of one sentence; its memory is used again for the next.
#[derive(Debug)]
pub(super) struct Hits<'a> {
    index: &'a TriggerIndex,
    /// For each set, where its words stand.
    reach: Vec<Reach>,
    /// The sets of which a word was seen.
    seen: Vec<usize>,
    /// The patterns all of whose sets were seen, in order.
    pub(super) patterns: Vec<usize>,
    pub(super) vocabulary: Vocabulary,
}

impl<'a> Hits<'a> {
    pub(super) fn new(index: &'a TriggerIndex, vocabulary: Vocabulary) -> Self {
        let reach = vec![Reach::NOWHERE; index.told.len()];
        Self { index, reach, seen: Vec::new(), patterns: Vec::new(), vocabulary }
    }

    /// Looks for the words of a sentence.
    pub(super) fn read(&mut self, text: &str, sentence: Span) {
        for set in self.seen.drain(..) {
            self.reach[set] = Reach::NOWHERE;
        }
        self.words(text, sentence);
        self.patterns.clear();
        let (index, reach) = (self.index, &self.reach);
        let seen = |set: usize| reach[set].first_end < usize::MAX;
        let called = self.seen.iter().flat_map(|&set| &index.told[set]);
        self.patterns.extend(called.filter(|&&pattern| index.asked[pattern].iter().all(|(set, _)| seen(*set))));
        self.patterns.extend(&index.always);
        self.patterns.sort_unstable();
    }

    /// Whether an expression can match around a value, or in the sentence where there is none.
    pub(super) fn allow(&self, expression: usize, value: Option<Span>) -> bool {
        let holds = |set: usize, side| value.is_none_or(|value| self.reach[set].is_beside(value, side));
        self.index.asked[expression]
            .iter()
            .all(|&(set, side)| self.reach[set].first_end < usize::MAX && holds(set, side))
    }

    /// Goes through the words: trigger words are letters alone, so each stands within one.
    fn words(&mut self, text: &str, sentence: Span) {
        let bytes = sentence.text(text).as_bytes();
        let mut start = 0;
        for word in bytes.split(|byte| !byte.is_ascii_alphabetic()) {
            if word.len() >= SHORTEST {
                self.word(word, sentence.start() + start);
            }
            start += word.len() + 1;
        }
    }

    /// Notes the sets that a word belongs to.
    fn word(&mut self, word: &[u8], start: usize) {
        let known = match self.vocabulary.get(word) {
            Some(known) => known,
            None => self.vocabulary.learn(word, self.index.within(word)),
        };
        for within in known {
            let reach = &mut self.reach[within.set];
            if reach.first_end == usize::MAX {
                self.seen.push(within.set);
                reach.first_end = start + within.first_end;
            }
            reach.last_start = start + within.last_start;
        }
    }
}
