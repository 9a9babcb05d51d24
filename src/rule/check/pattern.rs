//! Checks of patterns, of what stops them, and of stages.

use crate::rule::spanned::Spanned;

use super::{Checker, Checks};
use crate::rule::expression::Expression;
use crate::rule::kind::ProblemKind;
use crate::rule::pattern::{Fixed, Pattern, Unless};
use crate::rule::problem::did_you_mean;
use crate::rule::side::always_holds;
use crate::rule::slots::VALUE;
use crate::rule::spec::{self, Text};
use crate::rule::stage::{self, Stage};
use crate::rule::template::Expanded;
use crate::value::Number;

impl Checker<'_> {
    pub(super) fn pattern(&mut self, spec: Spanned<spec::PatternSpec>, stages: &[Stage]) -> Option<Pattern> {
        let line = self.problems.line(spec.span().start);
        let spec = spec.into_inner();
        let text = spec.expression.clone();
        if self.checks > Checks::Keys {
            self.with_value(&text, spec.value.is_some())?;
        }
        let fixed = self.fixed(spec, stages);
        Some(Pattern { fixed, expression: Expression::new(text.into_inner(), self.lists.clone()), line })
    }

    /// Expands and parses a pattern, which must hold its value unless that is fixed.
    pub(super) fn with_value(&mut self, text: &Text, fixed: bool) -> Option<Expanded> {
        let (expanded, hir) = self.checked(text)?;
        if !fixed && !always_holds(&hir, VALUE) {
            let message = if expanded.has_value { "this can match without its `{value}`" } else { "no `{value}`" };
            let advice = "set {value} where the figure stands, or fix it with `value = 0`";
            self.problems.add(ProblemKind::NoValue, text.span(), message, advice);
        }
        Some(expanded)
    }

    pub(super) fn fixed(&mut self, spec: spec::PatternSpec, stages: &[Stage]) -> Fixed {
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

    pub(super) fn unless(&mut self, spec: Spanned<spec::UnlessSpec>) -> Option<Unless> {
        let line = self.problems.line(spec.span().start);
        let text = spec.into_inner().expression;
        if self.checks > Checks::Keys {
            self.checked(&text)?;
        }
        Some(Unless { expression: Expression::new(text.into_inner(), self.lists.clone()), line })
    }

    pub(super) fn stages(&mut self, specs: Vec<(Text, Vec<Text>)>) -> Vec<Stage> {
        specs.into_iter().filter_map(|(name, words)| self.stage(&name, &words)).collect()
    }

    pub(super) fn stage(&mut self, name: &Text, words: &[Text]) -> Option<Stage> {
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
}
