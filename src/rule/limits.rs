//! What a rule's values are limited to: least and greatest, units, and what is counted.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use crate::article::Span;
use crate::mention::QuantityMention;
use crate::value::{Figure, Number, Tally};

/// A limit with the words it was given in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// In the canonical unit.
    pub amount: Number,
    /// As the file has it.
    pub written: String,
}

/// Limits of a rule's values.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// The least value.
    pub min: Option<Limit>,
    /// The greatest value.
    pub max: Option<Limit>,
    /// The units allowed, `/barrel` for any rate to a barrel; empty for any.
    pub units: Vec<String>,
    /// Whether rates ("$30 a month") are taken, whatever their unit.
    pub rate: bool,
    /// Whether lengths of time inside dates ("three years ago") are taken.
    pub dated: bool,
    /// The least number of words of a quotation.
    pub min_words: usize,
    pub(super) of: Option<Nouns>,
    pub(super) except: Option<Nouns>,
}

/// What nouns count, as one expression that is compiled on first use; ASCII case ignored, the whole noun.
#[derive(Clone, Debug)]
pub(super) struct Nouns {
    expression: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Nouns {
    pub(super) fn new(expression: String) -> Self {
        Self { expression, compiled: OnceLock::new() }
    }

    fn is_match(&self, noun: &str) -> bool {
        let compile = || RegexBuilder::new(&self.expression).case_insensitive(true).unicode(false).build().ok();
        self.compiled.get_or_init(compile).as_ref().is_some_and(|regex| regex.is_match(noun))
    }
}

impl Limits {
    /// Why a figure is refused, if it is.
    pub(super) fn refuse(&self, mention: &QuantityMention, value: Span, text: &str) -> Option<String> {
        self.refuse_amount(mention, value.text(text))
            .or_else(|| self.refuse_unit(mention))
            .or_else(|| self.refuse_noun(mention.noun?.text(text)))
    }

    /// Why a vote or score is refused, if it is: each of its figures must be inside the limits.
    pub(super) fn refuse_tally(&self, tally: Option<&Tally>) -> Option<String> {
        let Some(tally) = tally else { return Some("its figures are not two or three plain numbers".to_owned()) };
        let number = |&figure: &u32| Number::whole(i64::from(figure));
        let below = self.min.as_ref().filter(|min| tally.figures().iter().any(|figure| number(figure) < min.amount));
        let above = self.max.as_ref().filter(|max| tally.figures().iter().any(|figure| number(figure) > max.amount));
        let below = below.map(|min| format!("`{tally}` is below this rule's minimum of {}", min.written));
        below.or_else(|| above.map(|max| format!("`{tally}` is above this rule's maximum of {}", max.written)))
    }

    fn refuse_amount(&self, mention: &QuantityMention, written: &str) -> Option<String> {
        let (low, high) = match mention.quantity.amount {
            Figure::One(amount) => (amount, amount),
            Figure::Range(a, b) => (a.min(b), a.max(b)),
        };
        let below = self.min.as_ref().filter(|min| low < min.amount);
        let above = self.max.as_ref().filter(|max| high > max.amount);
        let below = below.map(|min| format!("`{written}` is below this rule's minimum of {}", min.written));
        below.or_else(|| above.map(|max| format!("`{written}` is above this rule's maximum of {}", max.written)))
    }

    fn refuse_unit(&self, mention: &QuantityMention) -> Option<String> {
        let (unit, written) = (mention.quantity.unit.name(), mention.quantity.written_unit.name());
        let rate_to = |name: &str| name.starts_with('/') && unit.ends_with(name);
        let named = self.units.iter().any(|name| name == unit || name == written || rate_to(name));
        if unit.contains('/') && !self.rate && !named {
            return Some(format!("a rate in `{unit}` is not what this rule counts"));
        }
        let allowed = self.units.is_empty() || named;
        (!allowed).then(|| format!("the unit `{unit}` is not one of this rule's: {}", self.units.join(", ")))
    }

    fn refuse_noun(&self, noun: &str) -> Option<String> {
        let wanted = self.of.as_ref().is_none_or(|of| of.is_match(noun));
        let unwanted = self.except.as_ref().is_some_and(|except| except.is_match(noun));
        (!wanted || unwanted).then(|| format!("`{noun}` is not what this rule counts"))
    }
}

/// Reads a limit: a number, a scale word, a unit: `1 minute`, `2.5 million`, `1 %`.
pub(super) fn read_limit(written: &str) -> Option<Limit> {
    let compact = written.trim().replace(',', "");
    let digits = compact.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(compact.len());
    let (number, rest) = compact.split_at(digits);
    let mut amount: Number = number.parse().ok()?;
    for word in rest.split_whitespace() {
        amount = amount.mul(factor(word)?)?;
    }
    Some(Limit { amount, written: written.to_owned() })
}

/// Reads a length of time in days; months and years by their greatest length: `10 days`, `3 years`.
pub(super) fn read_days(written: &str) -> Option<i32> {
    let (number, unit) = written.trim().split_once(' ')?;
    let each = match unit.trim().trim_end_matches('s') {
        "day" => 1,
        "week" => 7,
        "month" => 31,
        "year" => 366,
        _ => return None,
    };
    number.parse::<i32>().ok().filter(|number| *number > 0)?.checked_mul(each)
}

/// What a scale word or unit multiplies by to reach the canonical unit.
fn factor(word: &str) -> Option<Number> {
    let singular = word.strip_suffix('s').filter(|stem| stem.len() > 1).unwrap_or(word);
    let whole = match singular {
        "thousand" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        "second" | "sec" | "s" | "%" | "percent" | "people" | "person" => 1,
        "minute" | "min" => 60,
        "hour" | "h" => 3_600,
        "day" | "d" => 86_400,
        "week" => 604_800,
        _ => return None,
    };
    Some(Number::whole(whole))
}
