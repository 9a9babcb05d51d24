//! A report of the program, held against the truth.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;

use super::{Fact, Telling, World};

/// What of `check --format json` is looked at.
#[derive(Debug, Deserialize)]
pub struct Checked {
    pub claims: Vec<Claim>,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Deserialize)]
pub struct Claim {
    pub id: String,
    pub article: String,
    pub rule: String,
    pub field: String,
    pub start: usize,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub struct Finding {
    pub id: String,
    pub rule: String,
    pub verdict: String,
    pub class: String,
    pub claims: Vec<String>,
}

/// How well conflicts were found.
#[derive(Debug, Default)]
pub struct Score {
    pub claims: usize,
    pub tellings: usize,
    /// Tellings that a claim of the right rule was found for.
    pub read: usize,
    /// Conflicts said.
    pub said: usize,
    /// Of these, the ones that hold both sides of a true conflict.
    pub right: usize,
    /// True conflicts.
    pub true_conflicts: usize,
    pub found: usize,
    /// Wrong conflicts and missed ones, for reading: finding id or fact, and why.
    pub notes: Vec<String>,
}

impl Score {
    pub fn of(world: &World, checked: &Checked) -> Self {
        let key = Key::of(world, checked);
        let mut score = Self {
            claims: checked.claims.len(),
            tellings: world.articles.iter().map(|told| told.tellings.len()).sum(),
            read: key
                .tellings
                .values()
                .map(|at| (at.0, at.1.fact, at.1.sentence.clone().map(|s| s.start)))
                .collect::<BTreeSet<_>>()
                .len(),
            ..Self::default()
        };
        let mut found = BTreeSet::new();
        for finding in checked.findings.iter().filter(|finding| finding.verdict == "conflict") {
            score.said += 1;
            let facts = key.conflicts_in(finding);
            score.right += usize::from(!facts.is_empty());
            if facts.is_empty() {
                score.notes.push(format!(
                    "wrong {} {} {}: {}",
                    finding.class,
                    finding.rule,
                    finding.id,
                    key.shown(finding)
                ));
            }
            found.extend(facts);
        }
        let truth = world.conflicts();
        score.true_conflicts = truth.len();
        score.found = truth.keys().filter(|fact| found.contains(fact)).count();
        let missed = truth.iter().filter(|(fact, _)| !found.contains(fact));
        score.notes.extend(
            missed.map(|(fact, articles)| {
                format!("missed {:?} {:?} in {articles:?}: {}", fact.1, fact.0, key.why(*fact))
            }),
        );
        score
    }

    #[allow(clippy::cast_precision_loss)]
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.said.max(1) as f64
    }

    #[allow(clippy::cast_precision_loss)]
    pub fn recall(&self) -> f64 {
        self.found as f64 / self.true_conflicts.max(1) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { claims, tellings, read, said, right, true_conflicts, found, .. } = self;
        write!(
            f,
            "conflicts: precision {:.4} ({right} of {said} said), recall {:.4} ({found} of {true_conflicts} true); \
             {read} of {tellings} figures read, {claims} claims",
            self.precision(),
            self.recall()
        )
    }
}

/// Which claim tells which fact.
struct Key<'a> {
    /// By claim id: index of the article, what it tells.
    tellings: BTreeMap<&'a str, (usize, &'a Telling)>,
    claims: BTreeMap<&'a str, &'a Claim>,
    findings: BTreeMap<&'a str, Vec<&'a Finding>>,
    world: &'a World,
}

impl<'a> Key<'a> {
    fn of(world: &'a World, checked: &'a Checked) -> Self {
        let articles: BTreeMap<&str, usize> =
            world.articles.iter().enumerate().map(|(index, told)| (told.id.as_str(), index)).collect();
        let telling = |claim: &'a Claim| {
            let index = *articles.get(claim.article.as_str())?;
            let told = world.articles[index].tellings.iter().find(|telling| tells(claim, telling))?;
            Some((claim.id.as_str(), (index, told)))
        };
        let mut findings: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in &checked.findings {
            for id in &finding.claims {
                findings.entry(id).or_default().push(finding);
            }
        }
        let claims = checked.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
        Self { tellings: checked.claims.iter().filter_map(telling).collect(), claims, findings, world }
    }

    /// The facts of which a finding holds both a deviating figure and another.
    fn conflicts_in(&self, finding: &Finding) -> BTreeSet<Fact> {
        let told = || finding.claims.iter().filter_map(|id| self.tellings.get(id.as_str()));
        let sides = |deviates: bool| {
            told()
                .filter(|(_, telling)| telling.deviates == deviates)
                .map(|(_, telling)| telling.fact)
                .collect::<BTreeSet<_>>()
        };
        sides(true).intersection(&sides(false)).copied().collect()
    }

    /// The figures of a finding, for people.
    fn shown(&self, finding: &Finding) -> String {
        let one = |id: &String| {
            let claim = self.claims.get(id.as_str())?;
            let fact = self.tellings.get(id.as_str()).map(|(_, telling)| (telling.fact.0, telling.deviates));
            Some(format!("{} “{}” {fact:?}", claim.article, claim.text))
        };
        finding.claims.iter().filter_map(one).collect::<Vec<_>>().join("; ")
    }

    /// What stands in the way of a conflict that was not found.
    fn why(&self, fact: Fact) -> String {
        let of_fact = self.tellings.iter().filter(|(_, (_, telling))| telling.fact == fact);
        let (wrong, right): (Vec<_>, Vec<_>) = of_fact.partition(|(_, (_, telling))| telling.deviates);
        let sides = [wrong, right].map(|side| {
            let one = |(id, (index, _)): &(&&str, &(usize, &Telling))| {
                let findings = self.findings.get(**id).into_iter().flatten();
                let classes: Vec<_> = findings.map(|finding| format!("{} {}", finding.class, finding.id)).collect();
                format!("{} “{}” {classes:?}", self.world.articles[*index].id, self.claims[**id].text)
            };
            side.iter().map(one).collect::<Vec<_>>().join(", ")
        });
        format!("deviating: [{}]; others: [{}]", sides[0], sides[1])
    }
}

/// Whether a claim stands where a figure is told, and by the right rule.
fn tells(claim: &Claim, telling: &Telling) -> bool {
    claim.rule == telling.fact.1.rule()
        && match &telling.sentence {
            None => claim.field == "title",
            Some(sentence) => claim.field == "text" && sentence.contains(&claim.start),
        }
}
