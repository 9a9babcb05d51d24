//! Checks a spec and compiles it: everything that can be wrong with a rule file is found here, before any text is read.

use std::ops::Range;

use jiff::civil::Date;
use regex_syntax::hir::Hir;
use toml::Spanned;
use toml::value::Datetime;

use super::compiled::{Accept, Compare, Reject, Rule, ScopeField, ScopeRule};
use super::expression::{self, Expression};
use super::limits::{self, Limit, Limits, Nouns, read_limit};
use super::pattern::{Fixed, Pattern, Unless};
use super::problem::{ProblemKind, Problems, did_you_mean};
use super::slots::{VALUE, value_byte};
use super::spec::{self, LimitSpec, RuleSpec, Text, ValueSpec};
use super::stage::{self, Stage};
use super::template::{Expanded, WordLists, blotted, expand};
use super::terms::ValueKind;
use super::trigger::{Triggers, always_holds};
use crate::value::{Bound, Number};

/// How much of a rule file is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Checks {
    /// Keys and values alone: expressions have been checked before, as the embedded ones are by the tests.
    Keys,
    /// Expressions are read too: what the embedded rules need beside other word lists.
    Expressions,
    /// Expressions are compiled to the end, which shows those that are too large.
    Whole,
}

/// Turns a spec into a rule. What is wrong is added to the problems; the rule is then not to be used.
pub(super) fn compile(spec: RuleSpec, shared: &WordLists, checks: Checks, problems: &mut Problems) -> Option<Rule> {
    let (id, pack) = names(problems)?;
    let lists = word_lists(&spec, shared);
    let mut checker = Checker { problems, lists: &lists, triggers: Triggers::new(&lists), same: 0, checks };
    checker.required(&spec);
    // Without a readable kind the rest is still checked: its errors are worth knowing now.
    let kind = spec.value.as_ref().map_or(ValueKind::Count, |value| value.get_ref().kind());
    checker.same = value_byte(kind);
    checker.check_words(&spec.words);
    let stages = checker.stages(spec.stages);
    let patterns = spec.patterns.into_iter().filter_map(|pattern| checker.pattern(pattern, &stages)).collect();
    let unless = spec.unless.into_iter().filter_map(|unless| checker.unless(unless)).collect();
    Some(Rule {
        event: spec.event.map_or_else(|| pack.clone(), Text::into_inner),
        path: checker.problems.file.path.to_path_buf(),
        summary: spec.summary.map(Text::into_inner).unwrap_or_default(),
        explain: spec.explain.map(Text::into_inner).unwrap_or_default(),
        severity: spec.severity.map(Into::into).unwrap_or_default(),
        default: spec.default.unwrap_or(false),
        limits: spec.value.map(|value| checker.limits(value.into_inner())).unwrap_or_default(),
        scope: spec.scope.into_iter().filter_map(|(field, scope)| checker.scope(&field, scope)).collect(),
        compare: spec.compare.map(|compare| checker.compare(compare)).unwrap_or_default(),
        accept: spec.accept.into_iter().map(|accept| checker.accept(accept)).collect(),
        reject: spec.reject.into_iter().map(|reject| checker.reject(reject)).collect(),
        id,
        pack,
        kind,
        patterns,
        unless,
        stages,
    })
}

/// The id and the pack that a file's path gives.
fn names(problems: &mut Problems) -> Option<(String, String)> {
    let path = problems.file.path.clone();
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let pack = path.parent().and_then(|folder| folder.file_name()?.to_str()).unwrap_or("rules");
    let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if stem.is_empty() || !stem.chars().all(kebab) {
        let message = format!("`{stem}` is no rule id: small letters, digits and hyphens only");
        problems.add(ProblemKind::BadId, 0..0, message, "rename the file");
        return None;
    }
    Some((stem.to_owned(), pack.to_owned()))
}

fn word_lists(spec: &RuleSpec, shared: &WordLists) -> WordLists {
    let own = spec.words.iter().map(|list| {
        (list.name.get_ref().clone(), list.words.iter().map(|word| word.get_ref().clone()).collect::<Vec<_>>())
    });
    WordLists { lists: own.chain(shared.lists.iter().cloned()).collect() }
}

struct Checker<'a> {
    problems: &'a mut Problems,
    lists: &'a WordLists,
    triggers: Triggers<'a>,
    /// The byte of figures of the rule's own kind.
    same: u8,
    checks: Checks,
}

impl Checker<'_> {
    fn required(&mut self, spec: &RuleSpec) {
        let present = [
            ("summary", spec.summary.is_some(), "say in one sentence what the rule finds"),
            ("explain", spec.explain.is_some(), "say what it matches, what it leaves out, and its known gaps"),
            ("value", spec.value.is_some(), "add [value.KIND], for instance [value.count]"),
            ("pattern", !spec.patterns.is_empty(), "add at least one [[pattern]] with a `match`"),
        ];
        // A section that could not be read has been reported already.
        let reported = !self.problems.found.is_empty();
        for (key, _, advice) in present.into_iter().filter(|(_, present, _)| !present && !reported) {
            self.problems.add(ProblemKind::MissingKey, 0..0, format!("the key `{key}` is missing"), advice);
        }
    }

    fn check_words(&mut self, words: &[spec::WordsSpec]) {
        if self.checks > Checks::Keys {
            words.iter().flat_map(|list| &list.words).for_each(|word| drop(self.expression(word)));
        }
    }

    /// Expands an expression; `None` where something is wrong with it.
    fn expression(&mut self, text: &Text) -> Option<Expanded> {
        match self.checks {
            Checks::Keys => Some(expand(text.get_ref(), self.same, self.lists)),
            _ => self.checked(text).map(|(expanded, _)| expanded),
        }
    }

    /// Expands and parses an expression; `None` where something is wrong with it.
    fn checked(&mut self, text: &Text) -> Option<(Expanded, Hir)> {
        let expanded = expand(text.get_ref(), self.same, self.lists);
        if let Err(error) = regex_syntax::ast::parse::Parser::new().parse(&blotted(text.get_ref())) {
            let range = error.span().start.offset..error.span().end.offset;
            let span = self.within(text, &range);
            let message = format!("bad regular expression: {}", error.kind());
            self.problems.add(ProblemKind::BadExpression, span, message, advice_for(error.kind()));
            return None;
        }
        for fault in &expanded.faults {
            let span = self.within(text, &fault.at);
            self.problems.add(fault.kind, span, &fault.message, &fault.advice);
        }
        self.groups(text, &expanded);
        let hir = expanded.faults.is_empty().then(|| self.hir(text, &expanded.text)).flatten()?;
        Some((expanded, hir))
    }

    fn hir(&mut self, text: &Text, expanded: &str) -> Option<Hir> {
        let parsed = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(expanded);
        let failed = match &parsed {
            Err(error) => Some(match error {
                regex_syntax::Error::Parse(error) => error.kind().to_string(),
                regex_syntax::Error::Translate(error) => error.kind().to_string(),
                _ => "cannot be read".to_owned(),
            }),
            Ok(hir) if hir.properties().minimum_len() == Some(0) => return self.matches_empty(text),
            Ok(_) if self.checks == Checks::Whole => expression::check(expanded).err().map(|error| error.to_string()),
            Ok(_) => None,
        };
        if let Some(failed) = failed {
            let message = format!("bad regular expression: {failed}");
            self.problems.add(ProblemKind::BadExpression, text.span(), message, "");
            return None;
        }
        parsed.ok()
    }

    fn matches_empty<T>(&mut self, text: &Text) -> Option<T> {
        let advice = "make at least one part of it obligatory";
        self.problems.add(ProblemKind::MatchesEmpty, text.span(), "this matches the empty text", advice);
        None
    }

    fn groups(&mut self, text: &Text, expanded: &Expanded) {
        for (name, at) in &expanded.groups {
            if ScopeField::named(name).is_none() && name != "value" && name != "speaker" {
                let span = self.within(text, at);
                let fields = ScopeField::ALL.into_iter().map(ScopeField::name);
                let advice = did_you_mean(name, fields);
                let message = format!("the group `{name}` is no field of the scope");
                self.problems.add(ProblemKind::UnknownGroup, span, message, advice);
            }
        }
    }

    fn pattern(&mut self, spec: Spanned<spec::PatternSpec>, stages: &[Stage]) -> Option<Pattern> {
        let line = self.problems.line(spec.span().start);
        let spec = spec.into_inner();
        let text = spec.expression.clone();
        let expanded = match self.checks {
            Checks::Keys => self.expression(&text)?,
            _ => self.with_value(&text, spec.value.is_some())?,
        };
        let fixed = self.fixed(spec, stages);
        let triggers = self.triggers.of(text.get_ref());
        let bare = text.get_ref() == "{value}";
        let expression = whole_words(text.into_inner(), &expanded);
        Some(Pattern { fixed, expression, triggers, bare, line })
    }

    /// Expands and parses a pattern, which must hold its value unless that is fixed.
    fn with_value(&mut self, text: &Text, fixed: bool) -> Option<Expanded> {
        let (expanded, hir) = self.checked(text)?;
        if !fixed && !always_holds(&hir, VALUE) {
            let message = if expanded.has_value { "this can match without its `{value}`" } else { "no `{value}`" };
            let advice = "set {value} where the figure stands, or fix it with `value = 0`";
            self.problems.add(ProblemKind::NoValue, text.span(), message, advice);
        }
        Some(expanded)
    }

    fn fixed(&mut self, spec: spec::PatternSpec, stages: &[Stage]) -> Fixed {
        if let Some(stage) = spec.stage.as_ref().filter(|_| !stages.is_empty()) {
            let known: Vec<&str> = stages.iter().map(Stage::name).collect();
            if !known.contains(&stage.get_ref().as_str()) {
                let message = format!("`{}` is no stage of this rule", stage.get_ref());
                self.problems.add(ProblemKind::BadStage, stage.span(), message, did_you_mean(stage.get_ref(), known));
            }
        }
        Fixed {
            stage: spec.stage.map(Text::into_inner),
            polarity: spec.polarity.map(Into::into),
            bound: spec.bound.map(Into::into),
            trend: spec.trend.map(Into::into),
            background: spec.background,
            cumulative: spec.cumulative,
            subgroup: spec.subgroup,
            party: spec.party,
            value: spec.value.map(Number::whole),
        }
    }

    fn unless(&mut self, spec: Spanned<spec::UnlessSpec>) -> Option<Unless> {
        let line = self.problems.line(spec.span().start);
        let text = spec.into_inner().expression;
        let expanded = self.expression(&text)?;
        let triggers = self.triggers.of(text.get_ref());
        Some(Unless { expression: whole_words(text.into_inner(), &expanded), triggers, line })
    }

    fn stages(&mut self, specs: Vec<(Text, Vec<Text>)>) -> Vec<Stage> {
        specs.into_iter().filter_map(|(name, words)| self.stage(&name, &words)).collect()
    }

    fn stage(&mut self, name: &Text, words: &[Text]) -> Option<Stage> {
        if words.is_empty() {
            let message = format!("the stage `{}` has no words", name.get_ref());
            self.problems.add(ProblemKind::BadStage, name.span(), message, "list the words that set it, or remove it");
            return None;
        }
        let expanded: Option<Vec<String>> =
            words.iter().map(|word| self.expression(word).map(|expanded| expanded.text)).collect();
        let joined = expanded?.join("|");
        if self.checks == Checks::Whole && stage::compile(&joined).is_err() {
            self.problems.add(ProblemKind::BadStage, name.span(), "these words are too large", "use fewer");
            return None;
        }
        Some(Stage::new(name.get_ref().clone(), joined))
    }

    fn limits(&mut self, value: ValueSpec) -> Limits {
        let kind = value.kind();
        match value {
            ValueSpec::Count(limits)
            | ValueSpec::Money(limits)
            | ValueSpec::Duration(limits)
            | ValueSpec::Percent(limits)
            | ValueSpec::Measure(limits)
            | ValueSpec::Vote(limits) => self.figure_limits(limits, kind),
            ValueSpec::Quote(quote) => Limits { min_words: quote.min_words.unwrap_or(0) as usize, ..Limits::default() },
            ValueSpec::Date(_) | ValueSpec::Place(_) | ValueSpec::Person(_) | ValueSpec::Role(_) => Limits::default(),
        }
    }

    fn figure_limits(&mut self, spec: spec::LimitsSpec, kind: ValueKind) -> Limits {
        let min_span = spec.min.as_ref().map(spec::span_of);
        let min = spec.min.and_then(|limit| self.limit(&limit, kind));
        let max = spec.max.and_then(|limit| self.limit(&limit, kind));
        if let (Some(least), Some(greatest), Some(span)) = (&min, &max, min_span)
            && least.amount > greatest.amount
        {
            let message = format!("`min` ({}) is above `max` ({})", least.written, greatest.written);
            self.problems.add(ProblemKind::BadLimit, span, message, "exchange them");
        }
        let (of, except) = (self.nouns(&spec.of), self.nouns(&spec.except));
        let units = spec.unit.into_iter().map(Text::into_inner).collect();
        Limits { min, max, units, rate: spec.rate, min_words: 0, of, except }
    }

    fn limit(&mut self, spec: &Spanned<LimitSpec>, kind: ValueKind) -> Option<Limit> {
        let written = match spec.get_ref() {
            LimitSpec::Whole(number) => number.to_string(),
            LimitSpec::Text(text) => text.clone(),
        };
        let bare = written.chars().all(|c| c.is_ascii_digit() || c == '.');
        let limit = read_limit(&written).filter(|_| kind != ValueKind::Duration || !bare);
        if limit.is_none() {
            let advice = match kind {
                ValueKind::Duration => "write a number and a unit from second to week, such as \"1 minute\"",
                ValueKind::Percent => "write a number, such as \"1 %\"",
                _ => "write a number, such as 1000 or \"2.5 million\"",
            };
            self.problems.add(ProblemKind::BadLimit, spec.span(), format!("`{written}` is no limit"), advice);
        }
        limit
    }

    /// One expression for a list of nouns; ASCII case ignored, the whole noun.
    fn nouns(&mut self, words: &[Text]) -> Option<Nouns> {
        let expanded: Option<Vec<String>> =
            words.iter().map(|word| self.expression(word).map(|expanded| expanded.text)).collect();
        let joined = expanded.filter(|words| !words.is_empty())?.join("|");
        Some(Nouns::new(format!("^(?:{joined})$")))
    }

    fn scope(&mut self, field: &Text, spec: spec::ScopeSpec) -> Option<ScopeRule> {
        let Some(named) = ScopeField::named(field.get_ref()) else {
            let known = ScopeField::ALL.into_iter().map(ScopeField::name);
            let message = format!("unknown key `{}`: no field of the scope", field.get_ref());
            self.problems.add(ProblemKind::UnknownKey, field.span(), message, did_you_mean(field.get_ref(), known));
            return None;
        };
        let min = spec.min.map_or(Some(0), |min| self.at_least_one(&min))?;
        Some(ScopeRule {
            field: named,
            kinds: spec.kind.map(|kinds| kinds.into_vec().into_iter().map(Into::into).collect()).unwrap_or_default(),
            from: spec.from.into_iter().map(Into::into).collect(),
            min,
            required: spec.required,
        })
    }

    fn at_least_one(&mut self, min: &Spanned<i64>) -> Option<usize> {
        let count = usize::try_from(*min.get_ref()).ok().filter(|&count| count > 0);
        if count.is_none() {
            let message = format!("`min` is {}, which asks for nothing", min.get_ref());
            self.problems.add(ProblemKind::BadLimit, min.span(), message, "write 1 or more, or remove it");
        }
        count
    }

    fn compare(&mut self, spec: spec::CompareSpec) -> Compare {
        Compare {
            needs: spec.needs.iter().filter_map(|field| self.need(field)).collect(),
            rounding: spec.rounding,
            tolerance: spec.tolerance.and_then(|tolerance| self.tolerance(&tolerance)),
            stretch: spec.stretch.and_then(|stretch| self.stretch(&stretch)),
            evolves: spec.evolves,
            unique: spec.unique,
            within: spec.within.and_then(|within| self.days(&within)),
            elapsed: spec.elapsed,
            reconcile: spec.reconcile.map(Into::into).unwrap_or_default(),
            threshold: spec.threshold.and_then(|threshold| self.threshold(&threshold)),
            weights: spec.weights.into_iter().collect(),
        }
    }

    fn need(&mut self, field: &Text) -> Option<ScopeField> {
        let named = ScopeField::named(field.get_ref());
        if named.is_none() {
            let known = ScopeField::ALL.into_iter().map(ScopeField::name);
            let message = format!("`{}` is no field of the scope", field.get_ref());
            self.problems.add(ProblemKind::WrongType, field.span(), message, did_you_mean(field.get_ref(), known));
        }
        named
    }

    /// A length of time in whole days: "10 days", "3 years".
    fn days(&mut self, text: &Text) -> Option<i32> {
        let days = limits::read_days(text.get_ref());
        if days.is_none() {
            let message = format!("`{}` is no length of time", text.get_ref());
            let advice = "write a number of days, weeks, months or years, such as \"3 years\"";
            self.problems.add(ProblemKind::BadLimit, text.span(), message, advice);
        }
        days
    }

    /// A share: "1 %", or a ratio such as "0.01".
    fn tolerance(&mut self, text: &Text) -> Option<Number> {
        let written = text.get_ref().trim();
        let ratio = match written.strip_suffix('%') {
            Some(percent) => percent.trim().parse::<Number>().ok().and_then(|n| n.div(Number::whole(100))),
            None => written.parse().ok(),
        };
        let ratio = ratio.filter(|ratio| *ratio >= Number::ZERO && *ratio < Number::ONE);
        if ratio.is_none() {
            let message = format!("`{written}` is no tolerance");
            self.problems.add(ProblemKind::BadLimit, text.span(), message, "write a share, such as \"1 %\"");
        }
        ratio
    }

    /// The figure is read as written in the file, since a binary float would not be exact.
    fn stretch(&mut self, value: &Spanned<f64>) -> Option<Number> {
        let written = self.problems.file.text.get(value.span()).unwrap_or_default();
        let stretch = written.parse::<Number>().ok().filter(|stretch| *stretch >= Number::ONE);
        if stretch.is_none() {
            let message = format!("`{written}` is no stretch");
            self.problems.add(ProblemKind::BadLimit, value.span(), message, "write a factor above 1, such as 1.25");
        }
        stretch
    }

    fn threshold(&mut self, value: &Spanned<f64>) -> Option<f64> {
        let threshold = Some(*value.get_ref()).filter(|threshold| (0.0..=1.0).contains(threshold));
        if threshold.is_none() {
            let message = format!("`{}` is no threshold", value.get_ref());
            self.problems.add(ProblemKind::BadLimit, value.span(), message, "write a number from 0 to 1");
        }
        threshold
    }

    fn accept(&mut self, spec: Spanned<spec::AcceptSpec>) -> Accept {
        let line = self.problems.line(spec.span().start);
        let mut spec = spec.into_inner();
        let published = spec.published.take().and_then(|date| self.date(&date));
        Accept { scope: scope_of(&spec), ..self.accept_text(spec, published, line) }
    }

    #[allow(clippy::unused_self)]
    fn accept_text(&self, spec: spec::AcceptSpec, published: Option<Date>, line: usize) -> Accept {
        let figure = |figure| match figure {
            spec::Figure::Whole(number) => number.to_string(),
            spec::Figure::Text(text) => text,
        };
        let values = spec.value.into_vec().into_iter().map(figure).collect();
        Accept { text: spec.text.into_inner(), title: spec.title, published, values, scope: Vec::new(), line }
    }

    fn reject(&mut self, spec: Spanned<spec::RejectSpec>) -> Reject {
        let line = self.problems.line(spec.span().start);
        let spec = spec.into_inner();
        let published = spec.published.and_then(|date| self.date(&date));
        let (text, why) = (spec.text.into_inner(), spec.why.into_inner());
        Reject { text, title: spec.title, published, why, line }
    }

    fn date(&mut self, written: &Spanned<Datetime>) -> Option<Date> {
        let read = |date: toml::value::Date| {
            let (year, month, day) = (i16::try_from(date.year).ok()?, date.month, date.day);
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        let date = written.get_ref().date.and_then(read);
        if date.is_none() {
            let message = format!("`{}` is no day", written.get_ref());
            self.problems.add(ProblemKind::BadDate, written.span(), message, "write it as 2020-05-01");
        }
        date
    }

    /// The place in the file of a range of a text's characters; the whole text where escapes hide it.
    fn within(&self, text: &Text, range: &Range<usize>) -> Range<usize> {
        let (whole, inner) = (text.span(), text.get_ref());
        let raw = self.problems.file.text.get(whole.clone()).unwrap_or_default();
        match raw.find(inner.as_str()) {
            Some(offset) => whole.start + offset + range.start..whole.start + offset + range.end,
            None => whole,
        }
    }
}

/// An expression that matches whole words only.
fn whole_words(source: String, expanded: &Expanded) -> Expression {
    Expression::new(source, format!(r"\b{{start-half}}(?:{})\b{{end-half}}", expanded.text))
}

/// The fields of the scope that an accept text states.
fn scope_of(spec: &spec::AcceptSpec) -> Vec<(String, String)> {
    let participants = match &spec.participants {
        None => &[][..],
        Some(spec::OneOrMany::One(one)) => std::slice::from_ref(one),
        Some(spec::OneOrMany::Many(many)) => many,
    };
    let participants = participants.iter().map(|key| Some(("participants", key.clone())));
    let truth = |truth: bool| truth.to_string();
    let fields = [
        spec.party.clone().map(|text| ("party", text)),
        spec.subgroup.clone().map(|text| ("subgroup", text)),
        spec.place.clone().map(|text| ("place", text)),
        spec.date.clone().map(|text| ("date", text)),
        spec.since.clone().map(|text| ("since", text)),
        spec.as_of.clone().map(|text| ("as_of", text)),
        spec.stage.clone().map(|text| ("stage", text)),
        spec.polarity.map(|polarity| ("polarity", spec::polarity_name(polarity.into()).to_owned())),
        spec.bound.map(|bound| ("bound", Bound::from(bound).name().to_owned())),
        spec.cumulative.map(|cumulative| ("cumulative", truth(cumulative))),
        spec.background.map(|background| ("background", truth(background))),
    ];
    participants.chain(fields).flatten().map(|(name, text)| (name.to_owned(), text)).collect()
}

/// Advice for the commonest mistakes of a regular expression.
fn advice_for(kind: &regex_syntax::ast::ErrorKind) -> &'static str {
    use regex_syntax::ast::ErrorKind;
    match kind {
        ErrorKind::GroupUnclosed => "close it with `)`",
        ErrorKind::GroupUnopened => "open it with `(?:`, or write `\\)` for the sign itself",
        ErrorKind::ClassUnclosed => "close it with `]`",
        ErrorKind::UnsupportedLookAround => "matching is linear in time: use [[unless]] instead of a look-around",
        ErrorKind::UnsupportedBackreference => "matching is linear in time: there are no back-references",
        ErrorKind::RepetitionMissing => "a repetition needs something before it",
        _ => "",
    }
}
