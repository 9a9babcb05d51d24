//! Hits: where the trigger words of a sentence stand, and so which expressions are worth trying there, and on which of its
//! values. It is what keeps the cost of a sentence from growing with the number of rules: one pass over its words finds the
//! trigger words of all rules, and a rule none of whose words it holds is never looked at.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use super::compiled::Rule;
use super::listed;
use super::shadow::Layout;
use super::slots;
use super::trigger::Trigger;
use super::vocabulary::Vocabulary;
use super::walk::{Path, Side};

/// The trigger words of all expressions of a rule set: its patterns first, then what stops them.
#[derive(Debug, Default)]
pub(super) struct TriggerIndex {
    /// Rule and pattern, in order; the first expressions.
    pub(super) patterns: Vec<(usize, usize)>,
    /// For each layout, what its patterns want of a shadow.
    pub(super) wanted: [u64; Layout::ALL.len()],
    /// Words of which a sentence holds one for each pattern that fixes its value.
    fixing: Option<AhoCorasick>,
    /// For each rule, the first expression that stops it.
    pub(super) stops: Vec<usize>,
    /// For each expression, the sets of words that it asks for, and where.
    asked: Vec<Vec<(usize, Option<Side>)>>,
    /// For each pattern, what a shadow must hold for it, as a bit of [`super::shadow::Shadow::held`].
    wants: Vec<u64>,
    /// For each set, the patterns of which it is the most telling.
    told: Vec<Vec<usize>>,
    /// Patterns without a word.
    always: Vec<usize>,
    automaton: Option<AhoCorasick>,
    /// For each word of the automaton, the sets that hold it.
    holders: Vec<Vec<u32>>,
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
        index.fix(rules);
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
            if listed::is_listed(rule, &rule.patterns[own]) {
                continue;
            }
            let layout = Layout::of(rule.kind());
            // The parts of a vote are numbers, which other layouts show too.
            let unseen =
                rule.patterns[own].fixed.value.is_some() || layout == Layout::Tallies && rule.patterns[own].in_parts;
            self.wants.resize(pattern + 1, 0);
            self.wants[pattern] = if unseen { layout.own_bit() } else { 1 << slots::value_byte(rule.kind()) };
            self.wanted[layout as usize] |= self.wants[pattern];
            match asked.first() {
                Some((set, _)) => self.told[*set].push(pattern),
                None => self.always.push(pattern),
            }
        }
    }

    /// Notes the words that patterns need which fix their value.
    fn fix(&mut self, rules: &[Rule]) {
        let patterns = rules.iter().flat_map(|rule| &rule.patterns).filter(|pattern| pattern.fixed.value.is_some());
        // What needs no word is met everywhere, as the empty word is.
        let words = patterns.flat_map(|pattern| match pattern.triggers() {
            [] => vec![""],
            words => words.iter().map(String::as_str).collect(),
        });
        let words: BTreeSet<&str> = words.collect();
        self.fixing = AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok();
    }

    /// Whether the text of a sentence may match a pattern that fixes its value.
    pub(super) fn may_fix(&self, sentence: &str) -> bool {
        self.fixing.as_ref().is_some_and(|words| words.is_match(sentence))
    }

    /// Builds the automaton of all words.
    fn spell(&mut self, sets: &BTreeMap<&[String], usize>) {
        let mut words: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (word, set) in sets.iter().flat_map(|(words, set)| words.iter().map(move |word| (word, *set))) {
            words.entry(word).or_default().extend(u32::try_from(set));
        }
        self.automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(words.keys()).ok();
        self.holders = words.into_values().collect();
    }

    /// The sets whose words stand in a word of the text.
    fn within(&self, word: &[u8]) -> BTreeSet<u32> {
        let found = self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(word));
        found.flat_map(|trigger| self.holders[trigger.pattern().as_usize()].iter().copied()).collect()
    }
}

/// Where the words of one set stand in a sentence, by their symbols: all that must be known of them is the first and the last.
#[derive(Clone, Copy, Debug)]
struct Reach {
    first: usize,
    last: usize,
}

impl Reach {
    const NOWHERE: Self = Self { first: usize::MAX, last: 0 };

    /// Whether a word stands on this side of a value.
    const fn is_beside(self, value: usize, side: Option<Side>) -> bool {
        match side {
            Some(Side::Before) => self.first < value,
            Some(Side::After) => self.last > value,
            None => self.first < usize::MAX,
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
    seen: Vec<u32>,
    /// The patterns all of whose sets were seen, in order.
    pub(super) patterns: Vec<usize>,
    pub(super) vocabulary: Vocabulary,
}

impl<'a> Hits<'a> {
    pub(super) fn new(index: &'a TriggerIndex, vocabulary: Vocabulary) -> Self {
        let reach = vec![Reach::NOWHERE; index.told.len()];
        Self { index, reach, seen: Vec::new(), patterns: Vec::new(), vocabulary }
    }

    /// Looks for the words of a sentence, and for the patterns that they call up, given what values it holds.
    pub(super) fn read(&mut self, path: Path<'_>, held: u64) {
        for set in self.seen.drain(..) {
            self.reach[set as usize] = Reach::NOWHERE;
        }
        self.words(path);
        self.patterns.clear();
        let (index, reach) = (self.index, &self.reach);
        let seen = |set: usize| reach[set].first < usize::MAX;
        let called = self.seen.iter().flat_map(|&set| &index.told[set as usize]).chain(&index.always);
        let called = called.filter(|&&pattern| index.wants[pattern] & held != 0);
        self.patterns.extend(called.filter(|&&pattern| index.asked[pattern].iter().all(|(set, _)| seen(*set))));
        self.patterns.sort_unstable();
    }

    /// Whether an expression can match around the symbol of a value, or in the sentence where there is none.
    pub(super) fn allow(&self, expression: usize, value: Option<usize>) -> bool {
        let holds = |set: usize, side| value.is_none_or(|value| self.reach[set].is_beside(value, side));
        self.index.asked[expression].iter().all(|&(set, side)| self.reach[set].first < usize::MAX && holds(set, side))
    }

    /// Goes through the words: trigger words are letters alone, so each stands within one.
    fn words(&mut self, path: Path<'_>) {
        for (at, symbol) in path.symbols.iter().enumerate().filter(|(_, symbol)| symbol.is_word()) {
            let known = match self.vocabulary.get(symbol.key) {
                Some(known) => known,
                None => self.vocabulary.learn(symbol.key, self.index.within(path.word(at)).into_iter()),
            };
            for &set in known {
                let reach = &mut self.reach[set as usize];
                if reach.first == usize::MAX {
                    self.seen.push(set);
                    reach.first = at;
                }
                reach.last = at;
            }
        }
    }
}
