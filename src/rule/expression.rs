//! Expressions: a template with its slots filled in, and the automata that find it, each made when it is first needed.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use regex_automata::meta::Regex;
use regex_automata::util::captures::Captures;
use regex_automata::{Anchored, Input};
use regex_syntax::hir::Hir;

use super::lists::Lists;
use super::template::expand;
use super::walk::{Path, Trodden, Walk};

/// Memory that one compiled expression may take; one beyond it is refused when its file is checked.
const SIZE_LIMIT: usize = 4 << 20;

/// An expression, compiled on first use, since most rules never meet their words.
#[derive(Debug)]
pub(super) struct Expression {
    /// As the file has it.
    pub(super) source: String,
    lists: Arc<Lists>,
    walk: OnceLock<Option<Walk>>,
    whole: OnceLock<Option<Whole>>,
}

/// An expression as one automaton, with what its groups are for.
#[derive(Debug)]
struct Whole {
    regex: Regex,
    groups: Groups,
}

/// What the groups of an expression are for, by their index.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// Where the value stands, in patterns that fix it.
    pub(super) value: Option<usize>,
    /// The further parts of a value in several parts, by their names.
    pub(super) parts: Vec<usize>,
    /// What sets a field of the scope.
    pub(super) fields: Vec<(String, usize)>,
    /// Gaps.
    pub(super) gaps: Vec<usize>,
}

/// A match with its groups.
pub(super) struct Found<'a> {
    pub(super) groups: &'a Groups,
    captures: Captures,
}

impl Found<'_> {
    /// The stretch of the whole match.
    pub(super) fn range(&self) -> Range<usize> {
        self.get(0).unwrap_or_default()
    }

    /// The stretch of a group that took part.
    pub(super) fn get(&self, group: usize) -> Option<Range<usize>> {
        self.captures.get_group(group).map(|span| span.range())
    }
}

impl Expression {
    /// An expression of a rule with these lists, which matches whole words only.
    pub(super) fn new(source: String, lists: Arc<Lists>) -> Self {
        Self { source, lists, walk: OnceLock::new(), whole: OnceLock::new() }
    }

    /// The first match in a shadow whose candidate is the symbol `at`, if any.
    pub(super) fn find(&self, trodden: &mut Trodden, path: Path<'_>, at: Option<usize>) -> Option<Found<'_>> {
        let walk = self.walk()?;
        let input = Input::new(path.shadow).range(walk.window(trodden, path, at)?);
        let there = walk.is_around().then(|| self.found(&input.clone().anchored(Anchored::Yes))).flatten();
        there.or_else(|| self.found(&input))
    }

    /// Every match, one behind the other, in a shadow whose candidate is the symbol `at`, if any.
    pub(super) fn find_all<'a>(
        &'a self,
        trodden: &mut Trodden,
        path: Path<'a>,
        at: Option<usize>,
    ) -> impl Iterator<Item = Range<usize>> {
        // A candidate stands in one match only.
        let around = self.walk().is_some_and(Walk::is_around);
        let one = around.then(|| self.find(trodden, path, at)).flatten();
        let walk = self.walk().filter(|walk| !around && walk.window(trodden, path, at).is_some());
        let all = walk.and_then(|_| self.whole()).into_iter();
        let all = all.flat_map(move |whole| whole.regex.find_iter(path.shadow));
        one.map(|found| found.range()).into_iter().chain(all.map(|found| found.range()))
    }

    /// As one regular expression of bytes, with all its lists written out, for whole words only.
    pub(super) fn expanded(&self) -> String {
        let expanded = expand(&self.source, self.lists.same, &self.lists.words).text;
        format!(r"\b{{start-half}}(?:{expanded})\b{{end-half}}")
    }

    fn found(&self, input: &Input<'_>) -> Option<Found<'_>> {
        let whole = self.whole()?;
        let mut captures = whole.regex.create_captures();
        whole.regex.search_captures(input, &mut captures);
        captures.is_match().then_some(Found { groups: &whole.groups, captures })
    }

    fn walk(&self) -> Option<&Walk> {
        self.walk.get_or_init(|| Walk::of(&self.lists.parse(&self.source)?, &self.lists)).as_ref()
    }

    /// `None` only for an expression that is too large, which the check of a rule file reports.
    fn whole(&self) -> Option<&Whole> {
        self.whole.get_or_init(|| Whole::of(&self.lists.write_out(&self.source)?, self.walk()?.is_around())).as_ref()
    }
}

impl Whole {
    /// What is only tried where the walks let it through is matched at once: a search before it would tell nothing new.
    fn of(hir: &Hir, around: bool) -> Option<Self> {
        let config = Regex::config().utf8_empty(false).nfa_size_limit(Some(SIZE_LIMIT)).onepass(false).dfa(false);
        let config = config.hybrid(!around).auto_prefilter(!around);
        let regex = Regex::builder().configure(config).build_from_hir(hir).ok()?;
        let groups = Groups::of(&regex);
        Some(Self { regex, groups })
    }
}

impl Groups {
    fn of(regex: &Regex) -> Self {
        let mut groups = Self::default();
        let mut parts = Vec::new();
        let names = regex.group_info().all_names();
        for (index, name) in names.filter_map(|(_, index, name)| Some((index, name?))) {
            match name {
                "value" => groups.value = Some(index),
                _ if name.starts_with("value_") => parts.push((name, index)),
                _ if name.starts_with("gap") => groups.gaps.push(index),
                _ => groups.fields.push((name.to_owned(), index)),
            }
        }
        parts.sort_unstable();
        groups.parts = parts.into_iter().map(|(_, index)| index).collect();
        groups
    }
}

/// Whether an expanded expression can be compiled.
pub(super) fn check(expanded: &str) -> Result<(), regex::Error> {
    regex::bytes::RegexBuilder::new(expanded).unicode(false).size_limit(SIZE_LIMIT).build().map(drop)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::rule::slots::{NUMBER, VALUE};
    use crate::rule::symbols::Symbols;
    use crate::rule::template::{WordList, WordLists};

    /// Lists of words, of phrases, of slots, and one that holds another.
    fn lists() -> WordLists {
        let list = |name, words: &[&str]| WordList::new(name, words.iter().map(|word| (*word).to_owned()).collect());
        let killed = list("killed", &["killed", "(?:shot )?dead", "left {gap:1}dead", "dead men"]);
        let people = list("people", &["men", "wom[ae]n", "some (?<party>men)", "{number}"]);
        WordLists { lists: vec![killed, people, list("all", &["{people}", "the dead"])] }
    }

    const TEMPLATES: [&str; 15] = [
        "{value} {gap:2}{killed}",
        "{people}{aside} {wide:3}{value}",
        "{value} (?:{killed}|{people}),? {killed}",
        "(?:{all}|{killed}) (?:and )?(?<subgroup>wom[ae]n)? ?{wide:3}{value}",
        "(?:over)?{killed} {value}",
        "{people} {killed}",
        "{value} {gap:2}killed",
        "(?:{value} (?<subgroup>men|women)|men {value}) {gap:1}(?:killed|dead)",
        "(?:killed|dead) (?:{value} men|the {value})",
        "(?:{value} )+{gap:3}dead",
        "[^.]* {value}[^.]* dead",
        "men{aside} {wide:3}killed {value}",
        "killed {value} to {value:to}",
        "(?:{value} )?killed",
        "men {gap:4}dead",
    ];
    const SENTENCES: [&str; 11] = [
        "some men killed V woman, shot dead the V",
        "the dead men (N) and V left more dead, dead",
        "the dead and women overdead V men, dead men",
        "V men were killed",
        "the men V killed, dead",
        "men, who were N, killed V to N dead",
        "N men killed V women. dead",
        "V V men dead and killed the V",
        "they overkilled V men dead",
        "some men (N of them) said N were killed V men dead",
        "men and women were dead",
    ];

    /// The shadows of a sentence: each `V` in turn the candidate, the others numbers.
    fn shadows(sentence: &str) -> Vec<(Vec<u8>, Option<usize>)> {
        let at: Vec<usize> = sentence.match_indices('V').map(|(at, _)| at).collect();
        let plain: Vec<u8> = sentence.bytes().map(|b| if matches!(b, b'V' | b'N') { NUMBER } else { b }).collect();
        let marked = |&at: &usize| {
            let mut shadow = plain.clone();
            shadow[at] = VALUE;
            (shadow, Some(at))
        };
        at.iter().map(marked).chain([(plain.clone(), None)]).collect()
    }

    #[test]
    fn walks_find_what_a_plain_search_finds() {
        for template in TEMPLATES {
            let lists = Arc::new(Lists::new(lists(), NUMBER));
            let (expression, mut trodden) = (Expression::new(template.to_owned(), lists), Trodden::default());
            let plain = regex::bytes::RegexBuilder::new(&expression.expanded()).unicode(false).build().unwrap();
            for (shadow, at) in SENTENCES.into_iter().flat_map(shadows) {
                let mut symbols = Symbols::default();
                symbols.read(&shadow);
                let path = Path { shadow: &shadow, symbols: &symbols.all };
                let at = at.and_then(|at| symbols.all.iter().position(|symbol| symbol.at == at));
                let told = |range: Range<usize>| String::from_utf8_lossy(&shadow[range]).into_owned();
                let groups = |found: Found<'_>| (0..plain.captures_len()).map(|g| found.get(g).map(told)).collect();
                let found: Option<Vec<_>> = expression.find(&mut trodden, path, at).map(groups);
                let wanted =
                    |groups: regex::bytes::Captures<'_>| groups.iter().map(|g| Some(told(g?.range()))).collect();
                assert_eq!(found, plain.captures(&shadow).map(wanted), "{template} in {:?}", told(0..shadow.len()));
                let all: Vec<_> = expression.find_all(&mut trodden, path, at).collect();
                assert_eq!(all, plain.find_iter(&shadow).map(|found| found.range()).collect::<Vec<_>>(), "{template}");
            }
        }
    }
}
