//! Hits: where the trigger words of a sentence stand, and so which expressions are worth trying there, and on which of its
//! values. It is what keeps the cost of a sentence from growing with the number of rules: one pass over its words finds the
//! trigger words of all rules, and a rule none of whose words it holds is never looked at.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use super::alphabet::value_byte;
use super::compiled::Rule;
use super::head::Asked;
use super::listed::{self, Listing};
use super::shadow::Layout;
use super::side::Side;
use super::vocabulary::Vocabulary;
use super::walk::Path;

/// The trigger words of all expressions of a rule set: its patterns first, then what stops them.
#[derive(Debug, Default)]
pub(super) struct TriggerIndex {
    /// Rule and pattern, in order; the first expressions.
    pub(super) patterns: Vec<(usize, usize)>,
    /// For each layout, what its patterns want of a shadow.
    pub(super) wanted: [u64; Layout::ALL.len()],
    /// Words of which a sentence holds one for each pattern that fixes its value.
    fixing: Option<AhoCorasick>,
    /// What is taken as it is listed.
    pub(super) listing: Listing,
    /// For each rule, the first expression that stops it.
    pub(super) stops: Vec<usize>,
    /// The sets of words that each expression asks for, and where; one expression behind the other.
    asked: Vec<(u32, Option<Side>)>,
    /// For each expression, where what it asks for ends.
    ends: Vec<u32>,
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
        let mut index = Self { listing: Listing::of(rules), ..Self::default() };
        let mut sets = BTreeMap::new();
        for (rule, compiled) in rules.iter().enumerate() {
            for (pattern, head) in compiled.head.patterns.iter().enumerate() {
                index.patterns.push((rule, pattern));
                index.ask(&head.asks, &mut sets);
            }
        }
        index.tell(sets.len(), rules);
        index.fix(rules);
        for rule in rules {
            index.stops.push(index.ends.len());
            rule.head.unless.iter().for_each(|asks| index.ask(asks, &mut sets));
        }
        index.told.resize(sets.len(), Vec::new());
        index.spell(&sets);
        index
    }

    /// How many expressions there are.
    pub(super) fn expressions(&self) -> usize {
        self.ends.len()
    }

    /// What an expression asks for.
    fn asked(&self, expression: usize) -> &[(u32, Option<Side>)] {
        let start = expression.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.asked[start as usize..self.ends[expression] as usize]
    }

    /// Takes in the next expression; equal sets of words are one.
    fn ask<'a>(&mut self, asks: &'a [Asked], sets: &mut BTreeMap<Vec<&'a str>, u32>) {
        let set_of = |asked: &'a Asked| {
            let next = narrow(sets.len());
            (*sets.entry(asked.words.iter().collect()).or_insert(next), asked.side)
        };
        self.asked.extend(asks.iter().map(set_of));
        self.ends.push(narrow(self.asked.len()));
    }

    /// Notes which patterns each set calls up.
    fn tell(&mut self, sets: usize, rules: &[Rule]) {
        self.told.resize(sets, Vec::new());
        for pattern in 0..self.ends.len() {
            let (rule, own) = (&rules[self.patterns[pattern].0], self.patterns[pattern].1);
            let head = &rule.head.patterns[own];
            if listed::is_listed(&rule.head, head) {
                continue;
            }
            let layout = Layout::of(rule.kind());
            // The parts of a vote are numbers, which other layouts show too.
            let unseen = head.fixes || layout == Layout::Tallies && head.in_parts;
            self.wants.resize(pattern + 1, 0);
            self.wants[pattern] = if unseen { layout.own_bit() } else { 1 << value_byte(rule.kind()) };
            self.wanted[layout as usize] |= self.wants[pattern];
            match self.asked(pattern).first() {
                Some(&(set, _)) => self.told[set as usize].push(pattern),
                None => self.always.push(pattern),
            }
        }
    }

    /// Notes the words that patterns need which fix their value.
    fn fix(&mut self, rules: &[Rule]) {
        let patterns = rules.iter().flat_map(|rule| &*rule.head.patterns).filter(|head| head.fixes);
        // What needs no word is met everywhere, as the empty word is.
        let words = patterns.flat_map(|head| match head.asks.first() {
            None => vec![""],
            Some(asked) => asked.words.iter().collect(),
        });
        let words: BTreeSet<&str> = words.collect();
        self.fixing = AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok();
    }

    /// Whether the text of a sentence may match a pattern that fixes its value.
    pub(super) fn may_fix(&self, sentence: &str) -> bool {
        self.fixing.as_ref().is_some_and(|words| words.is_match(sentence))
    }

    /// Builds the automaton of all words.
    fn spell(&mut self, sets: &BTreeMap<Vec<&str>, u32>) {
        let mut words: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (word, set) in sets.iter().flat_map(|(words, set)| words.iter().map(move |word| (word, *set))) {
            words.entry(word).or_default().push(set);
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
pub(super) struct Reach {
    first: u32,
    last: u32,
}

impl Reach {
    const NOWHERE: Self = Self { first: u32::MAX, last: 0 };

    const fn is_somewhere(self) -> bool {
        self.first < u32::MAX
    }

    /// Whether a word stands on this side of a value.
    const fn is_beside(self, value: u32, side: Option<Side>) -> bool {
        match side {
            Some(Side::Before) => self.first < value,
            Some(Side::After) => self.last > value,
            None => self.is_somewhere(),
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
    pub(super) fn new(index: &'a TriggerIndex, vocabulary: Vocabulary, mut reach: Vec<Reach>) -> Self {
        reach.resize(index.told.len(), Reach::NOWHERE);
        Self { index, reach, seen: Vec::new(), patterns: Vec::new(), vocabulary }
    }

    /// Looks for the words of a sentence, and for the patterns that they call up, given what values it holds.
    pub(super) fn read(&mut self, path: Path<'_>, held: u64) {
        self.forget();
        self.words(path);
        self.patterns.clear();
        let (index, reach) = (self.index, &self.reach);
        let seen = |&(set, _): &(u32, Option<Side>)| reach[set as usize].is_somewhere();
        let called = self.seen.iter().flat_map(|&set| &index.told[set as usize]).chain(&index.always);
        let called = called.filter(|&&pattern| index.wants[pattern] & held != 0);
        self.patterns.extend(called.filter(|&&pattern| index.asked(pattern).iter().all(seen)));
        self.patterns.sort_unstable();
    }

    /// What can be used again for another article.
    pub(super) fn into_kept(mut self) -> (Vocabulary, Vec<Reach>) {
        self.forget();
        (self.vocabulary, self.reach)
    }

    fn forget(&mut self) {
        for set in self.seen.drain(..) {
            self.reach[set as usize] = Reach::NOWHERE;
        }
    }

    /// Whether an expression can match around the symbol of a value, or in the sentence where there is none.
    pub(super) fn allow(&self, expression: usize, value: Option<usize>) -> bool {
        let value = value.map(narrow);
        let holds = |&(set, side): &(u32, Option<Side>)| {
            let reach = self.reach[set as usize];
            value.map_or(reach.is_somewhere(), |value| reach.is_somewhere() && reach.is_beside(value, side))
        };
        self.index.asked(expression).iter().all(holds)
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
                if !reach.is_somewhere() {
                    self.seen.push(set);
                    reach.first = narrow(at);
                }
                reach.last = narrow(at);
            }
        }
    }
}

/// A place in a sentence, or among sets of words, as it is kept: neither is ever so long.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX - 1)
}
