//! From several figures to one, by the policies of those who keep such records: which claim stands for the finding, what was
//! dropped, and why. Figures are chosen, never averaged.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::finding::Chosen;
use super::judge::Bench;
use super::slip;
use crate::align::ClaimAt;
use crate::claim::{Polarity, Value};
use crate::rule::Reconcile;
use crate::source::Grade;
use crate::value::{Bound, Figure, Number};

/// What a policy takes.
pub(super) struct Taken {
    /// The claim chosen, and those dropped.
    pub(super) chosen: Chosen,
    /// Its figure, where it has one.
    pub(super) best: Option<Number>,
}

/// What is still in the running, and what fell out, with why.
struct Field<'a> {
    left: Vec<ClaimAt>,
    dropped: Vec<(ClaimAt, String)>,
    bench: &'a Bench<'a>,
}

/// Chooses among the claims of a finding, which stand in order of their days.
/// `evolves` says that later figures supersede earlier ones.
pub(super) fn reconcile(policy: Reconcile, claims: &[ClaimAt], evolves: bool, bench: &Bench<'_>) -> Taken {
    let mut field = Field { left: claims.to_vec(), dropped: Vec::new(), bench };
    if policy == Reconcile::Report {
        return field.taken("report", None);
    }
    field.drop_what_stands_for_nothing();
    match policy {
        Reconcile::Report => field.taken("report", None),
        Reconcile::Latest => field.latest(),
        Reconcile::Lowest => field.lowest(),
        Reconcile::BestLowHigh => field.best(evolves),
        Reconcile::MinMax => field.taken("min-max", None),
        Reconcile::Authority => field.authority(),
    }
}

impl Field<'_> {
    /// Drops what no policy counts: what is denied or supposed, vague words, repeats of another article.
    fn drop_what_stands_for_nothing(&mut self) {
        let bench = self.bench;
        self.drop_if("the draft's own figure", |at| bench.is_draft(at));
        self.drop_if("denied or only supposed", |at| {
            bench.claim(at).scope.polarity != Polarity::Asserted && figure(at, bench) != Some(Number::ZERO)
        });
        self.drop_if("too vague", |at| is_vague(at, bench));
        let speaking: BTreeSet<usize> = self.left.iter().map(|at| at.0).collect();
        self.drop_if("a copy of another article", |at| {
            bench.copies[at.0] != at.0 && speaking.contains(&bench.copies[at.0])
        });
    }

    /// The Global Terrorism Database takes the most recent independent source, unless it is questionable or a party's own; of
    /// several of one day what most say, then the lowest.
    fn latest(mut self) -> Taken {
        let bench = self.bench;
        self.drop_unless_all("of a doubtful source", |at| grade(at, bench).is_some_and(Grade::is_doubtful));
        self.drop_unless_all("a party's own claim", |at| slip::side(at, bench).is_some());
        let last = self.left.iter().filter_map(|&at| bench.day(at)).max();
        let Some(last) = last else { return self.taken("latest", None) };
        self.drop_if("an earlier figure", |at| bench.day(at) != Some(last));
        self.most_told("latest")
    }

    /// ACLED takes the lowest figure until a better source comes.
    fn lowest(mut self) -> Taken {
        let bench = self.bench;
        let least = self.left.iter().filter_map(|&at| figure(at, bench)).min();
        self.drop_if("a higher figure", |at| figure(at, bench) != least);
        let first = self.left.first().copied().filter(|_| least.is_some());
        self.taken("lowest", first)
    }

    /// The Uppsala Conflict Data Program keeps low and high, and as best one of the figures reported, never a mean. Coders take the
    /// lowest in two cases of three where they differ, so of figures told equally often the lowest stands.
    fn best(mut self, evolves: bool) -> Taken {
        let bench = self.bench;
        let last = self.left.iter().filter_map(|&at| bench.day(at)).max();
        self.drop_if("superseded", |at| evolves && bench.day(at).is_some() && bench.day(at) < last);
        self.most_told("best-low-high")
    }

    /// The figure of the source that is graded best; of equals the latest, then the lowest.
    fn authority(mut self) -> Taken {
        let bench = self.bench;
        let trusted = self.left.iter().filter_map(|&at| grade(at, bench)).min();
        let Some(trusted) = trusted else { return self.taken("authority", None) };
        self.drop_if("of a source without a grade", |at| grade(at, bench).is_none());
        self.drop_if("of a source with a lower grade", |at| grade(at, bench) != Some(trusted));
        let youngest = self.left.iter().map(|&at| bench.day(at)).max();
        self.drop_if("an earlier figure", |at| Some(bench.day(at)) != youngest);
        let chosen = self.left.iter().copied().min_by_key(|&at| (figure(at, bench), at));
        self.taken("authority", chosen)
    }

    /// The figure that most independent sources give, then the lowest.
    fn most_told(mut self, policy: &'static str) -> Taken {
        let bench = self.bench;
        let sources = |of: ClaimAt| -> usize {
            let same = self.left.iter().filter(|&&at| alike(at, of, bench));
            same.map(|at| bench.source(at.0)).collect::<BTreeSet<_>>().len()
        };
        let chosen = self.left.iter().copied().min_by_key(|&at| (Reverse(sources(at)), figure(at, bench), at));
        if let Some(chosen) = chosen {
            let most = sources(chosen);
            let fewer: BTreeSet<ClaimAt> = self.left.iter().copied().filter(|&at| sources(at) < most).collect();
            self.drop_if("given by fewer sources", |at| fewer.contains(&at));
            self.drop_if("a higher figure, told as often", |at| !alike(at, chosen, bench));
        }
        self.taken(policy, chosen)
    }

    fn drop_if(&mut self, why: &str, drops: impl Fn(ClaimAt) -> bool) {
        let (out, left) = std::mem::take(&mut self.left).into_iter().partition(|&at| drops(at));
        self.left = left;
        self.dropped.extend(Vec::into_iter(out).map(|at| (at, why.to_owned())));
    }

    /// The same, but nothing where nothing would be left.
    fn drop_unless_all(&mut self, why: &str, drops: impl Fn(ClaimAt) -> bool) {
        if !self.left.iter().all(|&at| drops(at)) {
            self.drop_if(why, drops);
        }
    }

    fn taken(self, policy: &'static str, claim: Option<ClaimAt>) -> Taken {
        let id = |at: ClaimAt| -> Arc<str> { self.bench.claim(at).id.clone() };
        let dropped = self.dropped.iter().map(|(at, why)| (id(*at), why.clone())).collect();
        let best = claim.and_then(|at| figure(at, self.bench));
        Taken { chosen: Chosen { policy, claim: claim.map(id), dropped }, best }
    }
}

/// The figure a claim stands for: its amount, or the lower end of a range.
fn figure(at: ClaimAt, bench: &Bench<'_>) -> Option<Number> {
    match &bench.claim(at).value {
        Value::Quantity(quantity) => Some(match quantity.amount {
            Figure::One(amount) | Figure::Range(amount, _) => amount,
        }),
        _ => None,
    }
}

fn is_vague(at: ClaimAt, bench: &Bench<'_>) -> bool {
    matches!(&bench.claim(at).value, Value::Quantity(quantity) if quantity.bound == Bound::Vague)
}

/// Whether two claims say the same value.
fn alike(a: ClaimAt, b: ClaimAt, bench: &Bench<'_>) -> bool {
    match (&bench.claim(a).value, &bench.claim(b).value) {
        (Value::Quantity(_), Value::Quantity(_)) => figure(a, bench) == figure(b, bench),
        (Value::Date(x, _), Value::Date(y, _)) => x == y,
        (Value::Text(x), Value::Text(y)) => x == y,
        _ => false,
    }
}

fn grade(at: ClaimAt, bench: &Bench<'_>) -> Option<Grade> {
    bench.register.of(bench.outlet(at))?.grade
}
