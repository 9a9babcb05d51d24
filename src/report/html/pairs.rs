//! How the tellings of a finding were linked: each comparison with its weight, as a waterfall.

use super::Case;
use super::scale::{percent, stretch};
use super::view::{Linked, PairView, StepView};
use crate::align::{Comparison, Item, Step, THRESHOLD, compare_events, telling};
use crate::claim::Claim;
use crate::report::text;
use crate::verdict::Finding;

/// Tellings that are set beside the first of a finding.
const TELLINGS: usize = 12;

/// How the tellings of a finding were linked: the first and the one least like it.
pub(super) fn linked(finding: &Finding, event: String, case: &Case<'_>) -> Linked {
    let mut tellings: Vec<(Item, &Claim)> = Vec::new();
    for claim in case.index.claims_of(finding) {
        let Some(item) = item(claim, case) else { continue };
        // One article tells of an event once; what it tells as two events it keeps apart itself.
        if tellings.iter().all(|(known, _)| known.extract != item.extract) {
            tellings.push((item, claim));
        }
    }
    let others = tellings.iter().skip(1).take(TELLINGS);
    let compared = others.map(|&other| (compare(tellings[0].0, other.0, case), other.1));
    let weakest = compared.min_by(|(x, _), (y, _)| x.probability().total_cmp(&y.probability()));
    let pairs: Vec<PairView> =
        weakest.iter().map(|(comparison, other)| pair(comparison, tellings[0].1, other, case)).collect();
    let all = tellings.len() * tellings.len().saturating_sub(1) / 2;
    let tellings = tellings.iter().map(|(item, _)| (item.extract, item.event)).collect();
    Linked { event, more: all - pairs.len(), pairs, shown_in: None, tellings }
}

/// The comparison behind two claims of two articles.
pub(super) fn between(a: &Claim, b: &Claim, case: &Case<'_>) -> Option<PairView> {
    Some(pair(&compare(item(a, case)?, item(b, case)?, case), a, b, case))
}

fn item(claim: &Claim, case: &Case<'_>) -> Option<Item> {
    let found = case.report.extracts.binary_search_by(|extract| extract.article.id.cmp(&claim.article));
    Some(Item { extract: found.ok()?, event: claim.event })
}

fn compare(a: Item, b: Item, case: &Case<'_>) -> Comparison {
    let telling = |item| telling(&case.report.extracts, item, case.rules, &case.rarity);
    compare_events(&telling(a), &telling(b), case.lexicon)
}

fn pair(comparison: &Comparison, first: &Claim, second: &Claim, case: &Case<'_>) -> PairView {
    let plot = Plot::of(comparison);
    PairView {
        a: case.outlet(first),
        b: case.outlet(second),
        steps: steps(comparison, &plot),
        sum: if comparison.forbidden { "no".to_owned() } else { signed(comparison.sum()) },
        outcome: outcome(comparison),
        needed: percent(plot.at(needed())),
        total: stretch(plot.at(0.0), plot.at(comparison.sum())),
    }
}

/// The sum from which on two tellings are one event.
fn needed() -> f64 {
    (THRESHOLD / (1.0 - THRESHOLD)).log2()
}

fn outcome(comparison: &Comparison) -> String {
    if let Some(step) = comparison.obstacle() {
        return format!("“{}” forbids it, whatever the rest says", step.name);
    }
    let (probability, needed) = (comparison.probability() * 100.0, THRESHOLD * 100.0);
    let answer = if comparison.probability() >= THRESHOLD { "enough" } else { "too little" };
    format!("one event with a probability of {probability:.0} %; {needed:.0} % are needed: {answer}")
}

fn steps(comparison: &Comparison, plot: &Plot) -> Vec<StepView> {
    let mut sum = 0.0;
    let step = |step: &Step| {
        let before = sum;
        sum += step.weight.unwrap_or(0.0);
        StepView {
            name: step.name,
            found: text::clean(&step.found),
            weight: step.weight.map_or_else(String::new, signed),
            bar: step.weight.filter(|weight| *weight != 0.0).map(|_| stretch(plot.at(before), plot.at(sum))),
            against: step.weight.is_some_and(|weight| weight < 0.0),
            forbids: step.forbids,
        }
    };
    comparison.steps.iter().map(step).collect()
}

fn signed(weight: f64) -> String {
    // A true minus is as wide as the plus.
    format!("{weight:+.1}").replace('-', "−")
}

/// The stretch that the sums of a waterfall go through.
struct Plot {
    low: f64,
    high: f64,
}

impl Plot {
    fn of(comparison: &Comparison) -> Self {
        let (mut sum, mut low, mut high) = (0.0_f64, needed().min(0.0), needed().max(1.0));
        for weight in comparison.steps.iter().filter_map(|step| step.weight) {
            sum += weight;
            (low, high) = (low.min(sum), high.max(sum));
        }
        Self { low, high }
    }

    fn at(&self, sum: f64) -> f64 {
        100.0 * (sum - self.low) / (self.high - self.low)
    }
}
