//! Breaks every rule on purpose, one piece at a time (a pattern, what stops one, an alternative, a slot, half a word list), and
//! asks whether the rule's own texts notice: whether one of them fails that passed.
//!
//! To compile a whole rule for each break would take an hour. So a broken expression is first matched alone, and only with the
//! texts that it treats otherwise than the sound one is it put into its rule, of which only the patterns are made that match there.
//! Where two breaks of one sentence hide each other, this may miss that a text notices, never the other way round.
//!
//! `RULE_MUTATION=ID` tries one rule alone.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

#[path = "../common/mod.rs"]
mod common;

mod breaks;
mod source;

use breaks::{Broken, Piece, broken};
use crosscheck::article::Article;
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::{Mentions, scan};
use crosscheck::rule::{Matches, Rule, RuleFile, RuleSet, match_rules};
use crosscheck::trial::trials;
use rayon::prelude::*;
use source::{Source, Words};

/// The share of all breaks that must be noticed, in percent.
const LEAST: usize = 90;

struct Text {
    article: Article,
    mentions: Mentions,
}

/// A sound rule, and what each of its expressions alone finds in its texts.
struct Sound {
    source: Source,
    texts: Vec<Text>,
    patterns: Vec<Vec<Matches>>,
    /// `None` where it cannot be told.
    unless: Vec<Option<Vec<Matches>>>,
}

/// How many breaks of a rule were noticed, of how many.
struct Told {
    caught: usize,
    all: usize,
    survivors: Vec<String>,
}

fn texts(rule: &Rule) -> Vec<Text> {
    let accept = rule.accept().iter().map(|accept| (&accept.text, &accept.title, accept.published));
    let reject = rule.reject().iter().map(|reject| (&reject.text, &reject.title, reject.published));
    let read = |(text, title, published): (&String, &Option<String>, _)| {
        let article = match title {
            Some(title) => Article::titled("text", title, text, published),
            None => Article::plain("text", text, published),
        };
        let mentions = scan(&article, Lexicon::embedded());
        Text { article, mentions }
    };
    accept.chain(reject).map(read).collect()
}

fn matched(rules: &RuleSet, text: &Text) -> Matches {
    match_rules(rules, text.article.text(), &text.mentions)
}

impl Sound {
    fn of(source: Source) -> Self {
        let whole = source.whole().unwrap_or_else(|| panic!("{} does not load", source.path()));
        let failing = trials(&whole, Lexicon::embedded()).iter().filter(|trial| trial.outcome.is_failure()).count();
        assert_eq!(failing, 0, "{}: texts fail of the rule that is not broken", source.path());
        let texts = texts(&whole.rules()[0]);
        let find = |rules: RuleSet| texts.iter().map(|text| matched(&rules, text)).collect();
        let patterns = (0..source.patterns.len()).into_par_iter();
        let patterns = patterns.map(|at| find(source.pattern_alone(at).unwrap())).collect();
        let unless = (0..source.unless.len()).into_par_iter();
        let unless = unless.map(|at| source.unless_alone(at).map(find)).collect();
        Self { source, texts, patterns, unless }
    }

    /// Whether a text fails that passed; `None` for what is no rule.
    fn notices(&self, broken: &Broken) -> Option<bool> {
        let (patterns, unless) = self.touched(broken.piece);
        let noticed = |notices: fn(&Self, &Broken, usize) -> Option<bool>, pieces: Vec<usize>| {
            pieces.into_iter().map(|at| notices(self, broken, at)).find(|noticed| *noticed != Some(false))
        };
        let found = noticed(Self::notices_pattern, patterns).or_else(|| noticed(Self::notices_unless, unless));
        found.unwrap_or(Some(false))
    }

    fn notices_pattern(&self, broken: &Broken, at: usize) -> Option<bool> {
        let rules = broken.source.pattern_alone(at)?;
        Some(self.one_fails(broken, |text| matched(&rules, &self.texts[text]) != self.patterns[at][text]))
    }

    /// An expression that stops a pattern may match a sentence more than once, and only its first match is told.
    fn notices_unless(&self, broken: &Broken, at: usize) -> Option<bool> {
        let (source, nothing) = (&broken.source, Matches::default());
        let Some((rules, sound)) = source.unless_alone(at).zip(self.unless[at].as_ref()) else {
            source.load(&[&source.patterns[0]], &[&source.unless[at]], "")?;
            return Some(self.one_fails(broken, |_| true));
        };
        let matches = |text: usize| sound[text] != nothing || matched(&rules, &self.texts[text]) != nothing;
        Some(self.one_fails(broken, matches))
    }

    /// Whether one of some texts fails.
    fn one_fails(&self, broken: &Broken, tried: impl Fn(usize) -> bool) -> bool {
        (0..self.texts.len()).filter(|&text| tried(text)).any(|text| self.text_fails(broken, text))
    }

    /// The patterns, and the expressions that stop one, which a break changes.
    fn touched(&self, piece: Piece) -> (Vec<usize>, Vec<usize>) {
        let words = match piece {
            Piece::Pattern(at) => return (vec![at], Vec::new()),
            Piece::Unless(at) => return (Vec::new(), vec![at]),
            Piece::Words(at) => self.source.words[at].name.as_str(),
        };
        let named = |all: &[source::Expression]| {
            let named = |at: &usize| self.source.needed(&[&all[*at].text]).contains(words);
            (0..all.len()).filter(named).collect()
        };
        (named(&self.source.patterns), named(&self.source.unless))
    }

    /// Whether a text fails with a broken rule, of which those expressions are made that match there.
    fn text_fails(&self, broken: &Broken, text: usize) -> bool {
        let (source, nothing) = (&broken.source, Matches::default());
        let finds = |at: usize| self.patterns[at][text] != nothing || broken.piece == Piece::Pattern(at);
        let patterns: Vec<_> =
            (0..source.patterns.len()).filter(|&at| finds(at)).map(|at| &source.patterns[at]).collect();
        let stops = |at: usize| {
            let found = self.unless[at].as_ref();
            found.is_none_or(|found| found[text] != nothing) || broken.piece == Piece::Unless(at)
        };
        let unless: Vec<_> = (0..source.unless.len()).filter(|&at| stops(at)).map(|at| &source.unless[at]).collect();
        let rules = source.load(&patterns, &unless, &source.texts[text]);
        rules.is_some_and(|rules| trials(&rules, Lexicon::embedded()).iter().any(|trial| trial.outcome.is_failure()))
    }
}

fn tell(source: Source) -> Told {
    let sound = Sound::of(source);
    let broken = broken(&sound.source);
    let noticed: Vec<Option<bool>> = broken.par_iter().map(|broken| sound.notices(broken)).collect();
    let with = |wanted: bool| {
        let noticed = broken.iter().zip(&noticed);
        noticed.filter(move |(_, noticed)| **noticed == Some(wanted)).map(|(broken, _)| broken)
    };
    let survivors: Vec<String> = with(false).map(|broken| broken.name.clone()).collect();
    let caught = with(true).count();
    Told { caught, all: caught + survivors.len(), survivors }
}

#[test]
fn breaking_a_rule_is_noticed_by_its_texts() {
    let only = std::env::var("RULE_MUTATION").ok();
    let (words, rules): (Vec<RuleFile>, Vec<RuleFile>) =
        common::rule_files().into_iter().partition(|file| file.path.ends_with("words.toml"));
    let shared = Words::shared(&words[0]);
    let lists = |file: &RuleFile| ["quantities", "dates"].iter().any(|pack| file.path.to_string_lossy().contains(pack));
    let (mut caught, mut all) = (0, 0);
    for file in rules.iter().filter(|file| !lists(file)) {
        let source = Source::of(file, &shared);
        if only.as_ref().is_some_and(|only| only != source.id()) {
            continue;
        }
        let path = source.path();
        let told = tell(source);
        for survivor in &told.survivors {
            eprintln!("{path}: not noticed: {survivor}");
        }
        eprintln!("{path}: {} of {} noticed", told.caught, told.all);
        (caught, all) = (caught + told.caught, all + told.all);
    }
    eprintln!("all rules: {caught} of {all} noticed");
    assert!(all > 0, "no rule of that name");
    let share = "broken rules are noticed by their own texts";
    assert!(
        caught * 100 >= all * LEAST,
        "only {caught} of {all} {share}; cargo test --test mutation -- --nocapture lists the others"
    );
}
