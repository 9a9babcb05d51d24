//! How near a pattern came to a sentence that it does not match: how far its elements stand there, and what it wanted where
//! something else stands. Slower than matching, linear all the same, and exact: with the changes made, the pattern matches.

mod align;
mod automaton;
mod element;
mod sample;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use super::alphabet::value_byte;
use super::compiled::Rule;
use super::matched::Stopped;
use super::set::RuleSet;
use super::shadow::{Layout, Place, Shadow};
use super::slots::{self, VALUE};
use super::template::{WordLists, expand};
use crate::article::Span;
use crate::mention::Mentions;

use align::{Aligned, Laid, Ready, Taken};
use automaton::{Automaton, Walk};
use element::{Element, Part};

/// How many words of a list are given as examples.
const SAMPLES: usize = 4;

/// What a letter of the pattern's own words is worth where it stands in the sentence, and up to how many; from how many on they
/// tell anything, and what it costs to have fewer.
const OWN_LETTER: i64 = 150;
const MOST_OWN: usize = 40;
const LEAST_OWN: usize = 4;
const NOTHING: i64 = 6_000;

/// A pattern beside a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Index of the rule in its rule set.
    pub rule: usize,
    /// Index of the pattern in its rule.
    pub pattern: usize,
    /// The stretch of the text around the value (else the longest) that stands as the pattern wants it.
    pub matched: Option<Span>,
    /// What would have to change, outward from the value; nothing where the pattern matches.
    pub changes: Vec<Change>,
    /// What the changes cost, to set patterns in order.
    pub cost: u32,
    /// Letters of the pattern's own words that stand in the sentence.
    pub own: usize,
    /// The shadow with all changes made, and where its value stands.
    repaired: (Vec<u8>, Option<usize>),
}

/// One thing that is not as the pattern wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the pattern wants.
    pub wanted: Wanted,
    /// What stands there instead; empty where nothing does.
    pub found: Span,
    /// The next word that fits, on the side of the value where there is one: "before “lasted”".
    pub beside: Option<(Side, Span)>,
}

/// On which side of what fits a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Before it.
    Before,
    /// After it.
    After,
}

/// What a pattern wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Words, as the file has them, and examples of what they may be.
    Words {
        /// An element of the pattern: a word, a list `{talks}`, a slot `{person}`.
        source: String,
        /// Some of the words that it takes, where the file names a list.
        samples: Vec<String>,
    },
    /// A figure of the rule's kind.
    Value,
    /// No more than so many words, and nothing that a gap may not cross.
    Fewer {
        /// How many words may stand there.
        most: usize,
        /// How many stand there.
        words: usize,
        /// What no gap crosses, where that is what stops it: "a comma".
        barrier: Option<&'static str>,
    },
    /// A blank, where words are joined otherwise.
    Blank,
}

/// An article as the rules see it.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Its text.
    pub text: &'a str,
    /// What was scanned in it.
    pub mentions: &'a Mentions,
}

/// A way of telling, each element with its place among those that were built.
type Placed = Vec<(Element, usize)>;

/// Sets patterns beside sentences; what it takes apart it keeps, for as many articles as are asked for.
pub struct Tracer<'a> {
    rules: &'a RuleSet,
    /// For each rule, the word lists that its patterns may name, once they are asked for.
    lists: Vec<Option<WordLists>>,
    shadow: Shadow,
    walk: Walk,
    /// Elements that were built, and where each expression stands among them.
    ready: Vec<Ready>,
    known: BTreeMap<String, usize>,
    /// The ways of each pattern: its elements with their places in `ready`.
    ways: BTreeMap<(usize, usize), Vec<Placed>>,
}

impl<'a> Tracer<'a> {
    /// For the patterns of these rules.
    pub fn new(rules: &'a RuleSet) -> Self {
        Self {
            rules,
            lists: rules.rules().iter().map(|_| None).collect(),
            shadow: Shadow::default(),
            walk: Walk::default(),
            ready: Vec::new(),
            known: BTreeMap::new(),
            ways: BTreeMap::new(),
        }
    }

    /// Every pattern of a rule beside the value at `value`, or beside the whole sentence where it holds none; the nearest
    /// first, of equals the one with the most of its own words there.
    pub fn patterns(&mut self, scene: Scene<'_>, rule: usize, sentence: usize, value: Option<Span>) -> Vec<Near> {
        let compiled = &self.rules.rules()[rule];
        let Some(&span) = scene.mentions.sentences.get(sentence) else { return Vec::new() };
        self.shadow.lay(scene.text, scene.mentions, span, Layout::of(compiled.kind()));
        let place = value.and_then(|value| self.place(value, value_byte(compiled.kind())));
        let kept = place.map(|place| self.shadow.mark(place));
        let shadow = std::mem::take(&mut self.shadow);
        let laid = Laid::of(&shadow.bytes);
        let fixed = |pattern: &usize| compiled.patterns()[*pattern].fixed.value.is_some();
        let tried = (0..compiled.patterns().len()).filter(|pattern| place.is_none() || !fixed(pattern));
        let mut near: Vec<Near> =
            tried.filter_map(|pattern| self.pattern(rule, pattern, &shadow, &laid, place)).collect();
        near.sort_by_key(|near| (near.distance(), near.pattern));
        self.shadow = shadow;
        if let (Some(place), Some(kept)) = (place, kept) {
            self.shadow.bytes[place.at] = kept;
        }
        near
    }

    /// The stretch of the text that an `unless` took where it stopped a match.
    pub fn stopped_by(&mut self, scene: Scene<'_>, stopped: &Stopped) -> Option<Span> {
        let matched = &stopped.matched;
        let rule = &self.rules.rules()[matched.rule];
        let same = value_byte(rule.kind());
        let sentence = *scene.mentions.sentences.get(matched.sentence)?;
        self.shadow.lay(scene.text, scene.mentions, sentence, Layout::of(rule.kind()));
        if let Some(place) = self.place(matched.value, same) {
            self.shadow.mark(place);
        }
        let source = rule.unless()[stopped.unless].source();
        let whole = whole(source, same, self.lists(matched.rule))?;
        let mut spans = whole.find_iter(&self.shadow.bytes).map(|found| self.shadow.back(found.range()));
        spans.find(|found| found.overlaps(matched.span))
    }

    /// The byte of the shadow that stands for a value.
    fn place(&self, value: Span, byte: u8) -> Option<Place> {
        let places = self.shadow.places.iter();
        places.copied().find(|place| place.span.overlaps(value) && self.shadow.bytes[place.at] == byte)
    }

    fn lists(&mut self, rule: usize) -> &WordLists {
        self.lists[rule].get_or_insert_with(|| lists_of(&self.rules.rules()[rule]))
    }

    /// The nearest way of one pattern.
    fn pattern(
        &mut self,
        rule: usize,
        pattern: usize,
        shadow: &Shadow,
        laid: &Laid<'_>,
        place: Option<Place>,
    ) -> Option<Near> {
        self.take_apart(rule, pattern);
        let Self { ways, ready, walk, .. } = self;
        let ways = ways.get(&(rule, pattern))?;
        let with_value = |way: &&Placed| place.is_none() || way.iter().any(|(element, _)| element.part == Part::Value);
        let aligned = ways.iter().filter(with_value).filter_map(|way| {
            let elements: Vec<&Ready> = way.iter().map(|(_, at)| &ready[*at]).collect();
            Some((align::align(&elements, laid, walk)?, way))
        });
        let near = aligned.map(|(aligned, way)| {
            let elements: Vec<&Element> = way.iter().map(|(element, _)| element).collect();
            Told { elements: &elements, aligned: &aligned, shadow, laid, place }.near(rule, pattern)
        });
        near.min_by_key(Near::distance)
    }

    /// Takes a pattern apart, once.
    fn take_apart(&mut self, rule: usize, pattern: usize) {
        if self.ways.contains_key(&(rule, pattern)) {
            return;
        }
        let compiled = &self.rules.rules()[rule];
        let same = value_byte(compiled.kind());
        let ways = element::ways(compiled.patterns()[pattern].source(), same, self.lists(rule));
        let ways = ways.into_iter().map(|way| way.into_iter().map(|element| self.built(element)).collect()).collect();
        self.ways.insert((rule, pattern), ways);
    }

    /// An element with its place among those that were built.
    fn built(&mut self, element: Element) -> (Element, usize) {
        let at = self.known.get(&element.expanded).copied().unwrap_or_else(|| {
            let automaton = element::parse(&element.expanded).and_then(|hir| Automaton::of(&hir));
            self.ready.push(Ready { part: element.part.clone(), automaton });
            self.known.insert(element.expanded.clone(), self.ready.len() - 1);
            self.ready.len() - 1
        });
        (element, at)
    }
}

impl Near {
    /// How far the pattern is from the sentence: what the changes cost, less what stands there already. A pattern of which
    /// nothing stands there is as far as it can be, however short it is.
    pub fn distance(&self) -> i64 {
        let own = i64::try_from(self.own.min(MOST_OWN)).unwrap_or(0);
        let nothing = if self.own < LEAST_OWN && self.cost > 0 { NOTHING } else { 0 };
        i64::from(self.cost) - OWN_LETTER * own + nothing
    }

    /// Whether the pattern matches the shadow with all changes made: what "exact" means here.
    pub fn holds_once_changed(&self, rules: &RuleSet) -> bool {
        let rule = &rules.rules()[self.rule];
        let source = rule.patterns()[self.pattern].source();
        let whole = whole(source, value_byte(rule.kind()), &lists_of(rule));
        whole.is_some_and(|whole| whole.is_match(&self.repaired.0))
    }
}

/// The word lists that a rule's patterns may name.
fn lists_of(rule: &Rule) -> WordLists {
    WordLists { lists: rule.body().words.lists.iter().chain(&rule.body().shared.lists).cloned().collect() }
}

/// A whole expression, as the matcher runs it.
fn whole(source: &str, same: u8, lists: &WordLists) -> Option<regex::bytes::Regex> {
    let expanded = expand(source, same, lists).text;
    let whole = format!(r"\b{{start-half}}(?:{expanded})\b{{end-half}}");
    regex::bytes::RegexBuilder::new(&whole).unicode(false).build().ok()
}

/// An alignment on its way into words.
struct Told<'a> {
    elements: &'a [&'a Element],
    aligned: &'a Aligned,
    shadow: &'a Shadow,
    laid: &'a Laid<'a>,
    place: Option<Place>,
}

impl Told<'_> {
    fn near(&self, rule: usize, pattern: usize) -> Near {
        let matched = self.matched();
        Near {
            rule,
            pattern,
            matched: matched.map(|range| self.shadow.back(range)).filter(|span| !span.is_empty()),
            changes: self.changes(),
            cost: self.aligned.cost,
            own: self.own(),
            repaired: self.repaired(),
        }
    }

    fn taken(&self) -> impl DoubleEndedIterator<Item = (usize, &Element, Taken)> + Clone + '_ {
        self.elements.iter().zip(&self.aligned.taken).enumerate().map(|(at, (element, taken))| (at, *element, *taken))
    }

    /// Which element is the value.
    fn value(&self) -> Option<usize> {
        self.elements.iter().position(|element| element.part == Part::Value)
    }

    /// The stretches that fit, one after another.
    fn stretches(&self) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let mut open = false;
        for (_, _, taken) in self.taken() {
            match stretches.last_mut() {
                Some(last) if open && taken.fits => last.end = taken.end,
                _ if taken.fits => stretches.push(taken.start..taken.end),
                _ => {}
            }
            open = taken.fits;
        }
        stretches
    }

    /// The stretch around the value, else the longest.
    fn matched(&self) -> Option<Range<usize>> {
        let stretches = self.stretches().into_iter();
        match self.place {
            Some(place) => { stretches }.find(|stretch| stretch.contains(&place.at)),
            None => stretches.max_by_key(|stretch| (stretch.len(), std::cmp::Reverse(stretch.start))),
        }
    }

    /// Letters of words that tell something, a leaf counted as a word of four.
    fn own(&self) -> usize {
        let told = |word: &[u8]| match word {
            [leaf] if *leaf < b' ' && *leaf != VALUE => LEAST_OWN,
            word if word.len() >= LEAST_OWN => word.len(),
            _ => 0,
        };
        let words = |taken: Taken| {
            let stretch = &self.laid.bytes[taken.start..taken.end];
            stretch.split(|byte| !byte.is_ascii_alphanumeric() && *byte >= b' ').map(told).sum::<usize>()
        };
        let own = self.taken().filter(|(_, element, taken)| element.part == Part::Words && taken.fits);
        own.map(|(_, _, taken)| words(taken)).sum()
    }

    /// The changes outward from the value: those after it, then those before it.
    fn changes(&self) -> Vec<Change> {
        let value = self.value();
        let unfit = self.taken().filter(|(_, element, taken)| !taken.fits && !is_no_news(element, *taken));
        let mut changes: Vec<(usize, usize)> = unfit.map(|(at, ..)| (value.unwrap_or(0).abs_diff(at), at)).collect();
        changes.sort_unstable();
        changes.into_iter().map(|(_, at)| self.change(at, value)).collect()
    }

    fn change(&self, at: usize, value: Option<usize>) -> Change {
        let taken = self.aligned.taken[at];
        let found = if taken.start == taken.end {
            self.place_at(taken.start)
        } else {
            self.shadow.back(taken.start..taken.end)
        };
        Change { wanted: self.wanted(at, taken), found, beside: self.beside(at, value) }
    }

    /// An empty stretch of the text.
    fn place_at(&self, at: usize) -> Span {
        let after = (at..self.laid.bytes.len()).find(|&at| self.laid.bytes[at] != b' ');
        let start = after.map_or_else(|| self.shadow.back(0..at).end(), |at| self.shadow.back(at..at + 1).start());
        Span::of(start, start)
    }

    fn wanted(&self, at: usize, taken: Taken) -> Wanted {
        let element = self.elements[at];
        match element.part {
            Part::Value => Wanted::Value,
            Part::Words => Wanted::Words { source: element.source.clone(), samples: samples(element) },
            Part::Blank if self.laid.words(taken.start, taken.end) == 0 => Wanted::Blank,
            Part::Blank if taken.end - taken.start == 1 => Wanted::Blank,
            Part::Blank => self.fewer(0, taken),
            Part::Gap(most) => self.fewer(most, taken),
        }
    }

    fn fewer(&self, most: usize, taken: Taken) -> Wanted {
        let words = self.laid.words(taken.start, taken.end);
        let barrier = self.laid.bytes[taken.start..taken.end].iter().find_map(|&byte| barrier(byte));
        Wanted::Fewer { most, words, barrier: barrier.filter(|_| words <= most || most > 0) }
    }

    /// What fits next to a change, towards the value first.
    fn beside(&self, at: usize, value: Option<usize>) -> Option<(Side, Span)> {
        let fits = |(other, element, taken): &(usize, &Element, Taken)| {
            taken.fits && !matches!(element.part, Part::Blank) && taken.start < taken.end && *other != at
        };
        let back = |taken: Taken| self.shadow.back(taken.start..taken.end);
        let after = || self.taken().filter(|(other, ..)| *other > at).find(fits).map(|(.., t)| (Side::Before, back(t)));
        let before =
            || self.taken().filter(|(other, ..)| *other < at).rev().find(fits).map(|(.., t)| (Side::After, back(t)));
        if value.is_some_and(|value| value > at) { after().or_else(before) } else { before().or_else(after) }
    }

    /// The shadow with everything changed to what is wanted.
    fn repaired(&self) -> (Vec<u8>, Option<usize>) {
        let (start, end) = (self.aligned.taken.first(), self.aligned.taken.last());
        let mut repaired = start.map_or_else(Vec::new, |first| self.laid.bytes[..first.start].to_vec());
        let mut value = None;
        for (_, element, taken) in self.taken() {
            if element.part == Part::Value {
                value = Some(repaired.len());
            }
            match element.part {
                _ if taken.fits => repaired.extend(&self.laid.bytes[taken.start..taken.end]),
                Part::Value => repaired.push(VALUE),
                Part::Blank => repaired.push(b' '),
                Part::Gap(_) => {}
                Part::Words => repaired.extend(sample::of(&element.expanded, 1).first().into_iter().flatten()),
            }
        }
        repaired.extend(end.map_or(&[][..], |last| &self.laid.bytes[last.end..]));
        (repaired, value)
    }
}

/// Whether a change follows from another: the blank beside a missing word.
fn is_no_news(element: &Element, taken: Taken) -> bool {
    element.part == Part::Blank && taken.start == taken.end
}

/// Words that an element takes, where its source names a list or slot rather than the words themselves.
fn samples(element: &Element) -> Vec<String> {
    let names_list = element.source.contains('{')
        && !slots::LEAF_SLOTS.iter().any(|(name, _)| element.source == format!("{{{name}}}"));
    if !names_list {
        return Vec::new();
    }
    let mut samples: Vec<String> = Vec::new();
    for sample in sample::of(&element.expanded, 3 * SAMPLES).iter().map(|sample| sample::shown(sample)) {
        if !sample.is_empty() && !samples.contains(&sample) && samples.len() < SAMPLES {
            samples.push(sample);
        }
    }
    samples
}

/// What no gap crosses.
fn barrier(byte: u8) -> Option<&'static str> {
    Some(match byte {
        b',' => "a comma",
        b';' => "a semicolon",
        b':' => "a colon",
        b'-' => "a dash",
        b'(' | b')' => "a bracket",
        b'"' => "a quotation mark",
        b'?' => "a question mark",
        b'!' => "an exclamation mark",
        slots::NUMBER..=slots::DATE => "another figure",
        _ => return None,
    })
}
