//! The matcher: trigger words in one pass, then only the patterns they belong to, only around values of the right kind.

use std::ops::Range;

use super::alphabet::{leaf_byte, value_byte};
use super::compiled::Rule;
use super::expression::Found;
use super::head::PatternHead;
use super::hits::Hits;
use super::listed;
use super::matched::{Match, Matches, Rejected, Stopped};
use super::memory::Kept;
use super::pattern::{Pattern, Unless};
use super::set::RuleSet;
use super::shadow::{Item, Layout, Place, Shadow, quotations_in, roles_in, tallies_in};
use super::slots;
use super::tally::tally_of;
use super::terms::ValueKind;
use super::walk::Trodden;
use crate::article::Span;
use crate::mention::{Leaf, LeafKind, Mentions};
use crate::value::Number;

/// Sentences from one question whether to go on to the next.
const STRETCH: usize = 1 << 8;

/// Finds every value that the rules know in an article's text.
///
/// Within one kind of value a span belongs to one rule: the match with the most text of its pattern's own words (gaps not
/// counted), then the one with the least text in gaps, then the rule whose id sorts first. Within one rule the first pattern
/// of the file counts.
pub fn match_rules(rules: &RuleSet, text: &str, mentions: &Mentions) -> Matches {
    match_while(rules, text, mentions, &|| true).unwrap_or_default()
}

/// The same as long as `go` says so, which is asked now and then; `None` where it said no.
pub fn match_while(rules: &RuleSet, text: &str, mentions: &Mentions, go: &dyn Fn() -> bool) -> Option<Matches> {
    let mut pass = Pass::new(rules, text, mentions);
    for (index, &sentence) in mentions.sentences.iter().enumerate() {
        if index % STRETCH == STRETCH - 1 {
            go().then_some(())?;
        }
        pass.sentence(index, sentence);
    }
    let Pass { walks, shadow, hits, mut found, .. } = pass;
    let (vocabulary, reach) = hits.into_kept();
    rules.memory.keep(Kept { walks, vocabulary, shadow, reach });
    listed::add(rules, text, mentions, &mut found.matches);
    Some(found)
}

/// A match on its way through the competition.
struct Contender {
    matched: Match,
    kind: ValueKind,
    /// Its stretch of the shadow.
    whole: Range<usize>,
    /// Text of the pattern's own words, and text in gaps.
    own: usize,
    gaps: usize,
}

/// One pass over one article.
struct Pass<'a> {
    rules: &'a RuleSet,
    text: &'a str,
    mentions: &'a Mentions,
    hits: Hits<'a>,
    shadow: Shadow,
    walks: Vec<Trodden>,
    contenders: Vec<Contender>,
    found: Matches,
}

impl<'a> Pass<'a> {
    fn new(rules: &'a RuleSet, text: &'a str, mentions: &'a Mentions) -> Self {
        let Kept { walks, vocabulary, shadow, reach } = rules.memory.take(rules.index.expressions());
        let hits = Hits::new(&rules.index, vocabulary, reach);
        Self { rules, text, mentions, hits, shadow, walks, contenders: Vec::new(), found: Matches::default() }
    }

    fn sentence(&mut self, index: usize, sentence: Span) {
        let (stopped, rejected) = (self.found.stopped.len(), self.found.rejected.len());
        for layout in Layout::ALL {
            if self.is_worth_laying(sentence, layout) {
                self.shadow.lay(self.text, self.mentions, sentence, layout);
                self.hits.read(self.shadow.path(), self.shadow.held(layout));
                self.try_rules(index);
            }
        }
        self.found.stopped[stopped..].sort_by_key(|stopped| stopped.matched.rule);
        self.found.rejected[rejected..].sort_by_key(|rejected| rejected.matched.rule);
        self.settle();
    }

    /// Whether the sentence holds anything that a rule of this layout takes, before anything is laid out for it.
    fn is_worth_laying(&self, sentence: Span, layout: Layout) -> bool {
        let (index, mentions) = (&self.rules.index, self.mentions);
        let wanted = index.wanted[layout as usize];
        let takes = |leaf: &Leaf| wanted >> leaf_byte(leaf.kind, false) & 1 == 1;
        wanted != 0
            && match layout {
                Layout::Plain => {
                    mentions.leaves[mentions.leaves_in(sentence)].iter().any(takes)
                        || index.may_fix(sentence.text(self.text))
                }
                Layout::Roles => roles_in(mentions, sentence).next().is_some(),
                Layout::Quotes => quotations_in(mentions, sentence).next().is_some(),
                Layout::Tallies => tallies_in(mentions, sentence).next().is_some() || self.counts_twice(sentence),
            }
    }

    /// Whether a vote may be told figure by figure: "52 votes to 48".
    fn counts_twice(&self, sentence: Span) -> bool {
        let leaves = &self.mentions.leaves[self.mentions.leaves_in(sentence)];
        leaves.iter().filter(|leaf| leaf.kind == LeafKind::Number).nth(1).is_some()
    }

    /// Tries the rules whose words the sentence holds.
    fn try_rules(&mut self, index: usize) {
        let rules = self.rules;
        let worth_trying = std::mem::take(&mut self.hits.patterns);
        let rule_of = |pattern: &usize| rules.index.patterns[*pattern].0;
        for patterns in worth_trying.chunk_by(|a, b| rule_of(a) == rule_of(b)) {
            let rule = &rules.rules()[rule_of(&patterns[0])];
            self.rule(index, rule, patterns);
        }
        self.hits.patterns = worth_trying;
    }

    /// Whether a pattern's own words are its value.
    fn fixes_value(&self, pattern: usize) -> bool {
        self.head(pattern).fixes
    }

    fn head(&self, pattern: usize) -> &'a PatternHead {
        let (rule, pattern) = self.rules.index.patterns[pattern];
        &self.rules.rules()[rule].head.patterns[pattern]
    }

    fn pattern(&self, pattern: usize) -> &'a Pattern {
        let (rule, pattern) = self.rules.index.patterns[pattern];
        &self.rules.rules()[rule].patterns()[pattern]
    }

    fn rule(&mut self, sentence: usize, rule: &Rule, patterns: &[usize]) {
        let same = value_byte(rule.kind());
        for at in 0..self.shadow.places.len() {
            let place = self.shadow.places[at];
            if slots::is_own(self.shadow.bytes[place.at], same) {
                let kept = self.shadow.mark(place);
                self.candidate(sentence, patterns, Some((place, self.shadow.symbols.marks[at])));
                self.shadow.bytes[place.at] = kept;
            }
        }
        if patterns.iter().any(|&pattern| self.fixes_value(pattern)) {
            self.candidate(sentence, patterns, None);
        }
    }

    /// Tries a rule's patterns on one candidate (with its symbol), or those that fix their value where there is none.
    fn candidate(&mut self, sentence: usize, patterns: &[usize], candidate: Option<(Place, usize)>) {
        let mut stopped = None;
        let found = patterns.iter().find_map(|&pattern| {
            let contender = self.tried(sentence, pattern, candidate)?;
            match self.stopped_by(&contender, candidate.map(|(_, at)| at)) {
                None => Some(contender),
                Some(unless) => {
                    stopped.get_or_insert(Stopped { matched: contender.matched, unless });
                    None
                }
            }
        });
        match found {
            Some(contender) => self.enter(contender),
            None => self.found.stopped.extend(stopped),
        }
    }

    /// A pattern's match around a candidate.
    fn tried(&mut self, sentence: usize, pattern: usize, candidate: Option<(Place, usize)>) -> Option<Contender> {
        let fits = self.head(pattern).fixes == candidate.is_none() && self.is_told_so(pattern, candidate);
        let allowed = fits && self.hits.allow(pattern, candidate.map(|(_, at)| at));
        if allowed { self.search(sentence, pattern, candidate) } else { None }
    }

    /// Whether a candidate is what a pattern takes: figures that stand together, or, where its value is in several parts, the
    /// first of them. Only votes are told in both ways.
    fn is_told_so(&self, pattern: usize, candidate: Option<(Place, usize)>) -> bool {
        let rule = &self.rules.rules()[self.rules.index.patterns[pattern].0];
        let together = candidate.is_some_and(|(place, _)| matches!(place.item, Item::Tally(_)));
        rule.kind() != ValueKind::Vote || self.head(pattern).in_parts != together
    }

    fn search(&mut self, sentence: usize, pattern: usize, candidate: Option<(Place, usize)>) -> Option<Contender> {
        let place = candidate.map(|(place, _)| place);
        if self.head(pattern).bare {
            return place.map(|place| self.bare(sentence, pattern, place));
        }
        let compiled = self.pattern(pattern);
        let at = candidate.map(|(_, symbol)| symbol);
        let found = compiled.expression.find(&mut self.walks[pattern], self.shadow.path(), at)?;
        let whole = found.range();
        let gaps = found.groups.gaps.iter().filter_map(|&gap| found.get(gap)).map(|gap| gap.len()).sum();
        let value = match place {
            Some(place) => place.span,
            None => self.shadow.back(found.groups.value.and_then(|value| found.get(value)).unwrap_or(whole.clone())),
        };
        let matched = Match {
            parts: self.parts(&found),
            groups: self.groups(&found),
            ..self.matched(sentence, pattern, value, place.map(|place| place.item), whole.clone())
        };
        let own = whole.len().saturating_sub(gaps);
        Some(Contender { kind: self.rules.rules()[matched.rule].kind(), matched, whole, own, gaps })
    }

    fn bare(&self, sentence: usize, pattern: usize, place: Place) -> Contender {
        let whole = place.at..place.at + 1;
        let matched = self.matched(sentence, pattern, place.span, Some(place.item), whole.clone());
        Contender { kind: self.rules.rules()[matched.rule].kind(), matched, whole, own: 1, gaps: 0 }
    }

    /// A match without groups.
    fn matched(&self, sentence: usize, pattern: usize, value: Span, item: Option<Item>, whole: Range<usize>) -> Match {
        let (rule, pattern) = self.rules.index.patterns[pattern];
        let (leaf, tally) = match item {
            Some(Item::Tally(index)) => (None, Some(index)),
            _ => (item.map(item_index), None),
        };
        let (parts, groups, won_over) = (Vec::new(), Vec::new(), Vec::new());
        let span = self.shadow.back(whole);
        Match { rule, pattern, value, leaf, tally, length: None, parts, sentence, span, groups, won_over }
    }

    /// The groups that set a field of the scope.
    fn groups(&self, found: &Found<'_>) -> Vec<(String, Span)> {
        let group = |(name, group): &(String, usize)| Some((name.clone(), self.shadow.back(found.get(*group)?)));
        found.groups.fields.iter().filter_map(group).collect()
    }

    /// The further leaves of a value in several parts, by the names of their slots.
    fn parts(&self, found: &Found<'_>) -> Vec<usize> {
        let place = |&part: &usize| {
            let at = found.get(part)?.start;
            self.shadow.places.iter().find(|place| place.at == at).map(|place| item_index(place.item))
        };
        found.groups.parts.iter().filter_map(place).collect()
    }

    /// The first `unless` that matches where the pattern did.
    fn stopped_by(&mut self, contender: &Contender, at: Option<usize>) -> Option<usize> {
        let (rule, shadow) = (contender.matched.rule, &self.shadow);
        let first = self.rules.index.stops[rule];
        let (hits, compiled) = (&self.hits, &self.rules.rules()[rule]);
        let unless = compiled.unless().iter().zip(first..).zip(&mut self.walks[first..]);
        let overlaps = |((unless, expression), trodden): ((&Unless, usize), &mut Trodden)| {
            let allowed = hits.allow(expression, at);
            let found = allowed.then(|| unless.expression.find_all(trodden, shadow.path(), at));
            let mut near = found.into_iter().flatten().take_while(|found| found.start < contender.whole.end);
            near.any(|found| shadow.back(found).overlaps(contender.matched.span))
        };
        { unless }.position(overlaps)
    }

    /// Lets a match into the competition, unless its value is outside the rule's limits.
    fn enter(&mut self, contender: Contender) {
        match self.refused(&self.rules.rules()[contender.matched.rule], &contender.matched) {
            Some(reason) => self.found.rejected.push(Rejected { matched: contender.matched, reason }),
            None => self.contenders.push(contender),
        }
    }

    fn refused(&self, rule: &Rule, matched: &Match) -> Option<String> {
        if rule.kind() == ValueKind::Quote {
            let words = matched.value.text(self.text).split_whitespace().count();
            let least = rule.limits().min_words;
            return (words < least).then(|| format!("{words} words are fewer than this rule's minimum of {least}"));
        }
        if rule.kind() == ValueKind::Vote {
            return rule.limits().refuse_tally(tally_of(matched, self.mentions).as_ref());
        }
        let leaf = matched.leaf.and_then(|leaf| self.mentions.leaves.get(leaf))?;
        let told = !rule.head.patterns[matched.pattern].bare && rule.kind() == ValueKind::Count;
        if told && let Some(reason) = self.is_no_count(matched) {
            return Some(reason.to_owned());
        }
        rule.limits().refuse(self.mentions.quantity(leaf)?, matched.value, self.text)
    }

    /// Why a number counts nothing that a sentence tells of: it is a share ("three in ten"), or the whole of "12 of the 300 were
    /// hurt". Of "two of the 12 men killed" the whole is what is told of.
    fn is_no_count(&self, matched: &Match) -> Option<&'static str> {
        let index = matched.leaf?;
        let leaf = self.mentions.leaves.get(index)?;
        let (low, high) = self.mentions.quantity(leaf)?.quantity.amount.ends();
        if low > Number::ZERO && high < Number::ONE {
            return Some("a share, not a count");
        }
        let part = self.mentions.leaves[index.checked_sub(1)?];
        let apart =
            part.kind == LeafKind::Number && part.span.end() < leaf.span.start() && !matched.span.contains(part.span);
        let joint = Span::of(part.span.end().min(leaf.span.start()), leaf.span.start()).text(self.text).trim();
        let whole = apart && WHOLE.contains(&joint);
        let finite = || matched.span.text(self.text).split(' ').any(|word| FINITE.contains(&word));
        (whole && (joint.ends_with("of") || finite())).then_some("the whole, of which the figure before it is the part")
    }

    /// Settles which rule each value of the sentence belongs to.
    fn settle(&mut self) {
        self.contenders.sort_by_key(|contender| {
            let (start, rule) = (contender.matched.value.start(), contender.matched.rule);
            (start, contender.kind, std::cmp::Reverse(contender.own), contender.gaps, rule)
        });
        let first = self.found.matches.len();
        let mut winner: Option<ValueKind> = None;
        for contender in self.contenders.drain(..) {
            let last = self.found.matches[first..].last_mut();
            let same =
                last.filter(|last| winner == Some(contender.kind) && last.value.overlaps(contender.matched.value));
            if let Some(last) = same {
                last.won_over.push(contender.matched.rule);
            } else {
                winner = Some(contender.kind);
                self.found.matches.push(contender.matched);
            }
        }
    }
}

/// What stands between a part and its whole.
const WHOLE: [&str; 8] = ["of", "of the", "out of", "out of the", "of its", "of their", "of those", "of these"];
/// Verbs whose subject the part is, where they stand between the whole and what is told.
const FINITE: [&str; 10] = ["were", "was", "have", "has", "had", "are", "is", "died", "drowned", "perished"];

/// The index that a match keeps of what carries its value.
const fn item_index(item: Item) -> usize {
    match item {
        Item::Leaf(index) | Item::Role(index) | Item::Quotation(index) | Item::Tally(index) => index,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::mention::{LeafKind, QuantityMention};
    use crate::rule::{RuleFile, Selection};
    use crate::value::{Bound, Figure, Quantity, Unit};

    /// A quantity of an amount in the canonical unit.
    fn quantity(amount: i64) -> Quantity {
        let amount = Number::whole(amount);
        Quantity {
            written: Figure::One(amount),
            written_unit: Unit::NONE,
            amount: Figure::One(amount),
            unit: Unit::NONE,
            low: Some(amount),
            high: Some(amount),
            low_inclusive: true,
            high_inclusive: true,
            granularity: None,
            bound: Bound::Exact,
            trend: None,
            months: None,
        }
    }

    /// Mentions of one sentence with the given leaves, by their words.
    fn mentions(text: &str, leaves: &[(&str, LeafKind, i64)]) -> Mentions {
        let mut found = Mentions { sentences: vec![Span::of(0, text.len())], ..Mentions::default() };
        for &(words, kind, amount) in leaves {
            let start = text.find(words).unwrap();
            let span = Span::of(start, start + words.len());
            let index = u32::try_from(found.quantities.len()).unwrap();
            found.quantities.push(QuantityMention { quantity: quantity(amount), figure: span, noun: None });
            found.leaves.push(Leaf { span, kind, index });
        }
        found
    }

    fn rules(patterns: &str) -> RuleSet {
        let text = format!("summary = 's'\nexplain = 'e'\ndefault = true\n[value.count]\nmax = 1000\n{patterns}");
        let path = std::path::Path::new("rules/test/test.toml").into();
        RuleSet::from_texts(&[RuleFile { path, text: text.into() }], &Selection::default())
            .unwrap_or_else(|error| panic!("{error}"))
    }

    fn values<'a>(rules: &RuleSet, text: &'a str, leaves: &[(&str, LeafKind, i64)]) -> Vec<&'a str> {
        let found = match_rules(rules, text, &mentions(text, leaves));
        found.matches.iter().map(|matched| matched.value.text(text)).collect()
    }

    #[test]
    fn each_figure_of_a_sentence_gets_its_own_match() {
        let rules = rules("[[pattern]]\nmatch = '{value} {gap:3}(?:killed|dead)'");
        let text = "Twelve people died, 30 soldiers were killed and 7 left for dead.";
        let leaves = [("Twelve", LeafKind::Number, 12), ("30", LeafKind::Number, 30), ("7", LeafKind::Number, 7)];
        assert_eq!(values(&rules, text, &leaves), ["30", "7"]);
    }

    #[test]
    fn a_gap_works_with_no_word_and_stops_at_its_number_and_at_marks() {
        let rules = rules("[[pattern]]\nmatch = '{value} {gap:2}killed'");
        let leaf = [("30", LeafKind::Number, 30)];
        for (text, found) in [
            ("“30 killed”", 1),
            ("30 brave men killed", 1),
            ("30 very brave men killed", 0),
            ("30 left, killed", 0),
            ("30 (two) killed", 0),
            ("30 — killed", 0),
        ] {
            assert_eq!(values(&rules, text, &leaf).len(), found, "{text}");
        }
    }

    #[test]
    fn matches_keep_to_whole_words() {
        let rules = rules("[[pattern]]\nmatch = 'kill {value}'");
        let leaf = [("30", LeafKind::Number, 30)];
        assert_eq!(values(&rules, "they kill 30", &leaf).len(), 1);
        assert_eq!(values(&rules, "they overkill 30", &leaf).len(), 0);
    }

    #[test]
    fn limits_refuse_and_unless_stops() {
        let rules = rules("[[pattern]]\nmatch = '{value} killed'\n[[unless]]\nmatch = 'killed (?:time|the deal)'");
        let text = "5000 killed";
        let found = match_rules(&rules, text, &mentions(text, &[("5000", LeafKind::Number, 5000)]));
        assert_eq!(found.rejected[0].reason, "`5000` is above this rule's maximum of 1000");
        let text = "Café – 30 killed the deal";
        let found = match_rules(&rules, text, &mentions(text, &[("30", LeafKind::Number, 30)]));
        assert_eq!((found.matches.len(), found.stopped.len()), (0, 1));
        assert_eq!(found.stopped[0].matched.span.text(text), "30 killed");
    }

    #[test]
    fn a_pattern_may_fix_its_value() {
        let rules =
            rules("[[pattern]]\nmatch = '(?<value>no) {gap:2}(?:was|were) killed'\nvalue = 0\npolarity = 'denied'");
        let found = match_rules(&rules, "No people were killed.", &mentions("No people were killed.", &[]));
        assert_eq!(found.matches[0].value, Span::new(0, 2));
        assert_eq!(found.matches[0].leaf, None);
    }

    #[test]
    fn the_longer_own_words_win_a_value() {
        let file = |name: &str, pattern: &str| RuleFile {
            path: std::path::Path::new(&format!("rules/test/{name}.toml")).into(),
            text: format!(
                "summary = 's'\nexplain = 'e'\ndefault = true\n[value.count]\n[[pattern]]\nmatch = '{pattern}'"
            )
            .into(),
        };
        let files = [file("a", "{value} {gap:8}speech"), file("b", "{value} people heard")];
        let rules = RuleSet::from_texts(&files, &Selection::default()).unwrap();
        let text = "30 people heard the speech";
        let found = match_rules(&rules, text, &mentions(text, &[("30", LeafKind::Number, 30)]));
        assert_eq!((found.matches[0].rule, found.matches[0].won_over.as_slice()), (1, &[0][..]));
    }
}
