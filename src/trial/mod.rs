//! Trials of a rule: the outcome of its own texts, what each must give, what it gave, and what the difference is called; and
//! what it finds in articles, set against the snapshot of an earlier run.

mod gold;
mod scanned;
mod snapshot;

use jiff::civil::Date;

use crate::article::Article;
use crate::claim::{Claim, Scope, Scoped, Value, ValueKind, extract};
use crate::lexicon::Lexicon;
use crate::mention::{Mentions, scan};
use crate::rule::{Accept, Matches, Reject, Rule, RuleSet, match_rules, polarity_name};
use crate::value::{DateSpan, Unit};

pub use gold::{Case as GoldCase, Gold, GoldFault, GoldText, Score, read_gold, score};
pub use scanned::Scanned;
pub use snapshot::{Changed, Snapshot, SnapshotError, Standing, Taken};

/// What came of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// A reject text: it was left alone, as it must be.
    Validated,
    /// An accept text: it gave what it must.
    Reported,
    /// It gave another value.
    WrongValue,
    /// It gave too little.
    Missing,
    /// It gave too much.
    Noisy,
    /// The value is right, what it is about is not.
    WrongScope,
}

/// A value of a text: its words, and what is read in them; `None` where a stated value cannot be read.
pub type Said = (String, Option<Value>);

/// A text of a rule and what came of it.
#[derive(Clone, Debug)]
pub struct Trial<'r> {
    /// Line of the text in the rule file.
    pub line: usize,
    /// The text.
    pub text: &'r str,
    /// Why it is left alone; `None` for a text that the rule must find.
    pub why: Option<&'r str>,
    /// What came of it.
    pub outcome: Outcome,
    /// The values that it must give.
    pub stated: Vec<Said>,
    /// The values that it gave.
    pub found: Vec<Said>,
    /// Fields of the scope that differ: name, stated, found.
    pub scope: Vec<(String, String, String)>,
    /// What explains the outcome: patterns that matched, what stopped them, values that were refused.
    pub notes: Vec<String>,
}

impl Outcome {
    /// Its name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Validated => "validated",
            Self::Reported => "reported",
            Self::WrongValue => "wrong value",
            Self::Missing => "missing",
            Self::Noisy => "noisy",
            Self::WrongScope => "wrong scope",
        }
    }

    /// Whether the rule does not do what the text asks of it.
    pub const fn is_failure(self) -> bool {
        !matches!(self, Self::Validated | Self::Reported)
    }
}

/// What came of a rule.
#[derive(Clone, Debug)]
pub struct Tested<'r> {
    /// The rule.
    pub rule: &'r Rule,
    /// Its texts.
    pub trials: Vec<Trial<'r>>,
    /// What it finds in articles, where there are any.
    pub taken: Option<Taken>,
}

impl Tested<'_> {
    /// Whether a text fails, or the rule finds in the articles what its snapshot does not say.
    pub fn fails(&self) -> bool {
        let pending = self.taken.as_ref().is_some_and(Taken::is_pending);
        pending || self.trials.iter().any(|trial| trial.outcome.is_failure())
    }
}

/// Tries every text of the first rule of `alone`, a set of that rule only (see [`RuleSet::apart`]), so that no other takes
/// its values.
pub fn trials<'r>(alone: &'r RuleSet, lexicon: &Lexicon) -> Vec<Trial<'r>> {
    let Some(rule) = alone.rules().first() else { return Vec::new() };
    let accept = rule.accept().iter().map(|accept| accepted(accept, rule, alone, lexicon));
    let reject = rule.reject().iter().map(|reject| rejected(reject, alone, lexicon));
    accept.chain(reject).collect()
}

/// What a text gave.
struct Reading {
    claims: Vec<Claim>,
    notes: Vec<String>,
}

impl Reading {
    fn of(text: &str, title: Option<&str>, published: Option<Date>, rules: &RuleSet, lexicon: &Lexicon) -> Self {
        let article = match title {
            Some(title) => Article::titled("text", title, text, published),
            None => Article::plain("text", text, published),
        };
        let mentions = scan(&article, lexicon);
        let claims = extract(rules, lexicon, &article, &mentions).claims;
        let matches = match_rules(rules, article.text(), &mentions);
        let notes = rules.rules().first().map(|rule| notes(rule, &article, &matches)).unwrap_or_default();
        Self { claims, notes }
    }

    fn found(&self) -> Vec<Said> {
        self.claims.iter().map(|claim| (claim.text.clone(), Some(claim.value.clone()))).collect()
    }
}

fn accepted<'r>(accept: &'r Accept, rule: &Rule, rules: &RuleSet, lexicon: &Lexicon) -> Trial<'r> {
    let reading = Reading::of(&accept.text, accept.title.as_deref(), accept.published, rules, lexicon);
    let read = |value: &String| (value.clone(), stated(value, rule.kind(), lexicon));
    let (stated, found) = (accept.values.iter().map(read).collect::<Vec<_>>(), reading.found());
    let scope =
        reading.claims.first().map(|claim| scope_differences(&accept.scope, claim, lexicon)).unwrap_or_default();
    let outcome = match compare(&stated, &found) {
        Outcome::Reported if !scope.is_empty() => Outcome::WrongScope,
        outcome => outcome,
    };
    Trial { line: accept.line, text: &accept.text, why: None, outcome, stated, found, scope, notes: reading.notes }
}

fn rejected<'r>(reject: &'r Reject, rules: &RuleSet, lexicon: &Lexicon) -> Trial<'r> {
    let reading = Reading::of(&reject.text, reject.title.as_deref(), reject.published, rules, lexicon);
    Trial {
        line: reject.line,
        text: &reject.text,
        why: Some(&reject.why),
        outcome: if reading.claims.is_empty() { Outcome::Validated } else { Outcome::Noisy },
        stated: Vec::new(),
        found: reading.found(),
        scope: Vec::new(),
        notes: reading.notes,
    }
}

/// Names the difference of two lists of values, in their order.
fn compare(stated: &[Said], found: &[Said]) -> Outcome {
    if stated.len() == found.len() && holds(stated, found) {
        Outcome::Reported
    } else if found.len() < stated.len() && holds(found, stated) {
        Outcome::Missing
    } else if found.len() > stated.len() && holds(stated, found) {
        Outcome::Noisy
    } else {
        Outcome::WrongValue
    }
}

/// Whether the values of `few` stand among those of `many`, in their order.
fn holds(few: &[Said], many: &[Said]) -> bool {
    let mut many = many.iter();
    few.iter().all(|value| many.any(|other| same(value, other)))
}

fn same(a: &Said, b: &Said) -> bool {
    match (&a.1, &b.1) {
        (Some(Value::Quantity(x)), Some(Value::Quantity(y))) => {
            // A stated value may leave out what is counted.
            x.amount == y.amount && (x.unit == y.unit || x.unit == Unit::NONE || y.unit == Unit::NONE)
        }
        (Some(Value::Date(x, _)), Some(Value::Date(y, _))) => x == y,
        (Some(Value::Tally(x)), Some(Value::Tally(y))) => x == y,
        (Some(Value::Text(x)), Some(Value::Text(y))) => x == y || a.0.to_lowercase() == b.0.to_lowercase(),
        _ => false,
    }
}

/// What a rule file states, read as the scanner reads an article.
fn stated(value: &str, kind: ValueKind, lexicon: &Lexicon) -> Option<Value> {
    let mentions = scan(&Article::plain("value", value, None), lexicon);
    match kind {
        ValueKind::Date => mentions.dates.first().map(|date| Value::Date(date.date, date.phrase.clone())),
        ValueKind::Vote => mentions.tallies.first().map(|read| Value::Tally(read.tally.clone())),
        ValueKind::Place | ValueKind::Person | ValueKind::Role | ValueKind::Quote => Some(text_value(value, &mentions)),
        _ => {
            let read = mentions.quantities.first().map(|mention| mention.quantity.clone());
            let plain = || value.parse().ok().map(crate::value::Quantity::counted);
            read.or_else(plain).map(Value::Quantity)
        }
    }
}

fn text_value(value: &str, mentions: &Mentions) -> Value {
    let name = mentions.names.first().map(|name| name.key.clone());
    Value::Text(name.unwrap_or_else(|| value.to_lowercase()))
}

/// What somebody may call what has this key: by its name in the lexicon, and by the key.
fn names(key: &str, lexicon: &Lexicon) -> Vec<String> {
    let name = lexicon.by_key(key).map(|entry| lexicon.entry(entry).name.to_string());
    name.into_iter().chain([key.to_owned()]).collect()
}

/// The stated fields that the claim does not have: name, stated, found. A field stated as empty is one that it must not have, and
/// two participants or more are all that there are.
fn scope_differences(stated: &[(String, String)], claim: &Claim, lexicon: &Lexicon) -> Vec<(String, String, String)> {
    let differs = |(name, text): &(String, String)| {
        let found = field(name, claim, lexicon);
        let none = text.is_empty() && found.is_empty();
        let has = none || found.iter().any(|found| found.to_lowercase() == text.to_lowercase());
        (!has).then(|| (name.clone(), text.clone(), if found.is_empty() { "-".into() } else { found.join(", ") }))
    };
    stated.iter().filter_map(differs).chain(more_participants(stated, claim)).collect()
}

/// Participants beyond those that a text states, where it states several.
fn more_participants(stated: &[(String, String)], claim: &Claim) -> Option<(String, String, String)> {
    let stated: Vec<&str> =
        stated.iter().filter(|(name, _)| name == "participants").map(|(_, text)| text.as_str()).collect();
    let found: Vec<String> =
        claim.scope.participants.iter().map(|participant| participant.value.name.clone()).collect();
    let differs = stated.len() > 1 && found.len() > stated.len();
    differs.then(|| ("participants".to_owned(), stated.join(", "), found.join(", ")))
}

/// What a claim has in a field of the scope, in every form in which a rule file may state it.
fn field(name: &str, claim: &Claim, lexicon: &Lexicon) -> Vec<String> {
    let scope: &Scope = &claim.scope;
    let words = |part: &Option<Scoped<String>>| part.iter().map(|part| part.value.clone()).collect();
    let date = |part: &Option<Scoped<DateSpan>>| part.iter().map(|part| part.value.to_string()).collect();
    match name {
        "participants" => scope.participants.iter().flat_map(|p| [p.value.name.clone(), p.value.key.clone()]).collect(),
        "party" => scope.party.iter().flat_map(|party| names(&party.value, lexicon)).collect(),
        "subgroup" => words(&scope.subgroup),
        "place" => scope.place.iter().flat_map(|place| names(&place.value, lexicon)).collect(),
        "stage" => words(&scope.stage),
        "date" => date(&scope.event_date),
        "since" => date(&scope.since),
        "as_of" => date(&scope.as_of),
        "polarity" => vec![polarity_name(scope.polarity).to_owned()],
        "cumulative" => vec![scope.cumulative.to_string()],
        "background" => vec![scope.background.to_string()],
        "bound" => bound(claim),
        _ => Vec::new(),
    }
}

/// How a figure is bounded, or a date that another event bounds.
fn bound(claim: &Claim) -> Vec<String> {
    match &claim.value {
        Value::Quantity(quantity) => vec![quantity.bound.name().to_owned()],
        _ => claim.scope.bound.iter().map(|bound| bound.name().to_owned()).collect(),
    }
}

/// Which patterns matched, what stopped one, and why a value was refused.
fn notes(rule: &Rule, article: &Article, matches: &Matches) -> Vec<String> {
    let taken = matches.matches.iter().map(|matched| {
        let line = rule.patterns()[matched.pattern].line();
        format!("“{}” is matched by the pattern of line {line}", matched.span.text(article.text()))
    });
    let stopped = matches.stopped.iter().map(|stopped| {
        let unless = &rule.unless()[stopped.unless];
        format!("stopped by the unless of line {}: {}", unless.line(), unless.source())
    });
    let refused = matches.rejected.iter().map(|refused| format!("refused: {}", refused.reason));
    taken.chain(stopped).chain(refused).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::rule::{RuleFile, Selection};

    const RULE: &str = r#"
summary = "How many ships came."
explain = "Ships."
[value.count]
[[pattern]]
match = '{value} ships? (?:arrived|left)'
[[accept]]
text = "Some 14 ships arrived."
value = 14
bound = "about"
[[accept]]
text = "Some 14 ships arrived."
value = 15
[[accept]]
text = "Some 14 ships arrived."
value = [14, 15]
[[accept]]
text = "Some 14 ships arrived, 15 ships left."
value = 15
[[accept]]
text = "Some 14 ships arrived."
value = 14
bound = "at-least"
[[accept]]
text = "Some 14 ships arrived."
value = 14
stage = ""
[[reject]]
text = "14 trucks arrived"
why = "no ships"
[[reject]]
text = "14 ships left"
why = "they left"
"#;

    #[test]
    fn each_outcome_has_its_name() {
        let file = RuleFile { path: Path::new("mine/ships.toml").into(), text: Arc::from(RULE) };
        let rules = RuleSet::from_texts(&[file], &Selection { packs: vec!["mine".into()], rules: Vec::new() });
        let rules = rules.unwrap_or_else(|error| panic!("{error}")).apart();
        let outcomes: Vec<&str> =
            trials(&rules[0], Lexicon::embedded()).iter().map(|trial| trial.outcome.name()).collect();
        let expected = ["reported", "wrong value", "missing", "noisy", "wrong scope", "reported", "validated", "noisy"];
        assert_eq!(outcomes, expected);
    }
}
