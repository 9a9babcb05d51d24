//! The judge: a group of claims becomes a finding.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::align::{ClaimAt, Event, Group};
use crate::claim::{Claim, Extract, Polarity, Start, Value, ValueKind, stable_id, start_of};
use crate::lexicon::Lexicon;
use crate::rule::{Compare, Reconcile, Rule, RuleSet, ScopeField, Severity};
use crate::source::Register;
use crate::value::{Bound, Figure, Number, Quantity, Unit, days_between};

use super::between::{Met, between};
use super::company::Company;
use super::differing::differing;
use super::finding::{Class, Finding, Reason, Verdict};
use super::reconcile::reconcile;
use super::relation::{self, Relation};
use super::{evolution, slip, starts, strands, tally, wording};

/// What the judge looks things up in.
#[derive(Clone, Copy, Debug)]
pub struct Bench<'a> {
    /// The articles.
    pub extracts: &'a [Extract],
    /// The rules.
    pub rules: &'a RuleSet,
    /// The names behind keys.
    pub lexicon: &'a Lexicon,
    /// What the other figures of its article say of each.
    pub company: &'a Company,
    /// For each article the first of its copy group.
    pub copies: &'a [usize],
    /// What is declared of outlets.
    pub register: &'a Register,
    /// How a range becomes one figure, in place of what the rules say.
    pub reconcile: Option<Reconcile>,
    /// Articles that are checked against the others, by id: no sources themselves.
    pub drafts: &'a BTreeSet<String>,
}

impl<'a> Bench<'a> {
    /// A claim by its place.
    pub fn claim(&self, at: ClaimAt) -> &'a Claim {
        &self.extracts[at.0].claims[at.1]
    }

    /// The day a claim's figure was good for: its as-of day, else the day of publication.
    pub(super) fn day(&self, at: ClaimAt) -> Option<Date> {
        let as_of = self.claim(at).scope.as_of.as_ref().map(|date| date.value.last());
        as_of.or(self.extracts[at.0].article.day().map(|(day, _)| day))
    }

    /// How many days lie between two claims; none within one article, unknown where one has no day.
    fn days_apart(&self, x: ClaimAt, y: ClaimAt) -> Option<i32> {
        let apart = || Some(days_between(self.day(x)?, self.day(y)?).abs());
        if x.0 == y.0 { Some(0) } else { apart() }
    }

    /// When that of which a claim speaks began or took place, as far as it says so.
    pub(super) fn start(&self, at: ClaimAt) -> Option<Start> {
        start_of(self.claim(at), self.extracts[at.0].article.day().map(|(day, _)| day))
    }

    /// Whether a claim gives the time since something began.
    pub(super) fn is_elapsed(&self, at: ClaimAt) -> bool {
        self.company.is_elapsed(at)
    }

    /// Whether a claim is about when something began or took place.
    pub(super) fn tells_start(&self, at: ClaimAt) -> bool {
        matches!(self.claim(at).value, Value::Date(..)) || self.is_elapsed(at)
    }

    /// The outlet of a claim, else its article.
    pub(super) fn outlet(&self, at: ClaimAt) -> &'a str {
        let article = &self.extracts[at.0].article;
        article.source.as_ref().map_or(&article.id, |source| source.value.as_str())
    }

    /// Whether a claim stands in a draft.
    pub(super) fn is_draft(&self, at: ClaimAt) -> bool {
        self.drafts.contains(&*self.extracts[at.0].article.id)
    }

    /// Who counts as one source: the copy group's outlet, or the group that it is declared of.
    pub(super) fn source(&self, extract: usize) -> &'a str {
        self.register.independent(self.outlet((self.copies[extract], 0)))
    }
}

/// Judges the claims of one fact. `unresolved` says that the event itself could not be settled for want of a date.
pub fn judge(event: &Event, group: &Group, unresolved: bool, bench: &Bench<'_>) -> Finding {
    let rule = &bench.rules.rules()[group.rule];
    let voices = voices(&group.claims);
    let met = if unresolved { Met::default() } else { between(&voices, rule, bench) };
    let mut reasons = if unresolved { vec![missing_date(group, bench)] } else { met.reasons };
    // Where nothing says which event is meant, one article's own figures may well speak of several.
    let one_event = |reason: &Reason| !unresolved || verdict_of(reason.code) != Verdict::Conflict;
    reasons.extend(voices.iter().filter_map(|voice| within(voice, rule, bench)).filter(one_event));
    let undated = (!unresolved).then(|| starts::undated(group, bench)).flatten();
    reasons.extend(undated.clone().filter(|_| voices.len() > 1));
    let own = |voice: &&Vec<ClaimAt>| !bench.is_draft(voice[0]);
    let sources: BTreeSet<&str> = voices.iter().filter(own).map(|voice| bench.source(voice[0].0)).collect();
    let drafted = usize::from(!voices.iter().all(|voice| own(&voice)));
    if sources.len() + drafted < 2 && !unresolved {
        reasons.push(single(&voices));
    }
    reasons.sort_by_key(|reason| seriousness(reason.code));
    reasons.dedup();
    let class = reasons.first().map_or(Class::S1, |reason| reason.code);
    // Where one article alone tells of a day, nothing waits for it to be known.
    reasons.extend(undated.filter(|_| voices.len() == 1));
    reasons.extend(met.left.told(class));
    finish(event, group, rule, class, reasons, sources.len(), bench)
}

/// The finding around a class and its reasons.
fn finish(
    event: &Event,
    group: &Group,
    rule: &Rule,
    class: Class,
    reasons: Vec<Reason>,
    sources: usize,
    bench: &Bench<'_>,
) -> Finding {
    let mut claims = group.claims.clone();
    claims.sort_by_key(|&at| (bench.day(at), at));
    let ids: Vec<Arc<str>> = claims.iter().map(|&at| bench.claim(at).id.clone()).collect();
    let (low, high, unit) = range(&claims, bench);
    let compare = rule.compare();
    let taken = reconcile(bench.reconcile.unwrap_or(compare.reconcile), &claims, compare.evolves, bench);
    let about = format!("{}\u{1f}{}\u{1f}{:?}", rule.id(), event.id, group.slot);
    Finding {
        id: stable_id(&about),
        rule: rule.id().into(),
        verdict: verdict_of(class),
        class,
        severity: severity(rule.severity()),
        subject: wording::subject(rule, event, group, bench),
        claims: ids,
        sources,
        low,
        best: taken.best,
        high,
        unit,
        reasons,
        chosen: Some(taken.chosen),
        series: if rule.compare().evolves { evolution::series(&claims, bench) } else { Vec::new() },
        differing: if tells_words(class) { differing(&claims, bench) } else { Vec::new() },
        not_compared: Vec::new(),
        slot: group.slot.clone(),
        event: Some(event.id.clone()),
        story: claims.first().and_then(|&at| bench.extracts[at.0].article.story.clone()),
    }
}

/// Whether the words of quotations under a class are worth setting side by side.
fn tells_words(class: Class) -> bool {
    matches!(verdict_of(class), Verdict::Conflict | Verdict::Differ)
}

/// The verdict that a class belongs to.
pub fn verdict_of(class: Class) -> Verdict {
    use Class::{
        A1, A2, A3, A4, A5, A6, A7, B1, B2, B3, B4, C1, C2, C3, C4, C5, C6, D1, D2, D3, D4, D5, D6, D7, D8, E1, E2, E3,
        S1, S2,
    };
    match class {
        D1 | D2 | D3 | D4 | D5 | D6 | D7 | D8 => Verdict::Conflict,
        C1 | C2 | C3 | C4 | C5 | C6 => Verdict::Differ,
        E1 | E2 | E3 => Verdict::Unresolved,
        B1 | B2 | B3 | B4 => Verdict::Agree,
        S1 | S2 | A1 | A2 | A3 | A4 | A5 | A6 | A7 => Verdict::Single,
    }
}

/// The order of reasons: conflicts, then what is unresolved, then differences, single sources, agreement (the loosest
/// first). A single source whose own figures agree is `single` with that agreement among its reasons.
fn seriousness(class: Class) -> (u8, std::cmp::Reverse<Class>, Class) {
    use std::cmp::Reverse;
    match verdict_of(class) {
        Verdict::Conflict => (0, Reverse(Class::A1), class),
        Verdict::Unresolved => (1, Reverse(Class::A1), class),
        Verdict::Differ => (2, Reverse(Class::A1), explained_least(class)),
        Verdict::Single => (3, Reverse(class), class),
        Verdict::Agree => (4, Reverse(class), class),
    }
}

/// Differences, the least explained first: a bare bound, a vague word, a revision, then what a later figure supersedes.
fn explained_least(class: Class) -> Class {
    match class {
        Class::C5 => Class::C1,
        Class::C4 => Class::C2,
        Class::C2 => Class::C3,
        Class::C1 => Class::C4,
        Class::C3 => Class::C5,
        other => other,
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// How two claims relate; `None` where they cannot be compared.
pub(super) fn relation(x: ClaimAt, y: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> Option<Relation> {
    let (a, b) = (bench.claim(x), bench.claim(y));
    if bench.tells_start(x) || bench.tells_start(y) {
        return relation::of_starts(a, b, bench.start(x), bench.start(y));
    }
    let found = relation::between(a, b, compare, bench.days_apart(x, y), bench.lexicon)?;
    let found = if changed_in_place(found, x, y, compare, bench) { Relation::Disjoint } else { found };
    let found = tally::settle(found, x, y, compare, bench)?;
    Some(if found == Relation::Disjoint { hedged(x, y, compare, bench).unwrap_or(found) } else { found })
}

/// How two figures relate once each is read with the words that its own article puts to it elsewhere: a headline leaves out
/// the "around" of its text.
fn hedged(x: ClaimAt, y: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> Option<Relation> {
    let (a, b) = (bench.claim(x), bench.claim(y));
    let fuller = |at: ClaimAt| bench.company.fuller(at).map(|fuller| bench.claim(fuller));
    let relate = |a: &Claim, b: &Claim| relation::between(a, b, compare, bench.days_apart(x, y), bench.lexicon);
    let related = fuller(x).and_then(|a| relate(a, b)).or_else(|| fuller(y).and_then(|b| relate(a, b)));
    related.filter(|found| x.0 != y.0 && *found < Relation::Disjoint)
}

/// The figure of a claim, where it is one.
pub(super) fn quantity_of(claim: &Claim) -> Option<&Quantity> {
    match &claim.value {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

/// Whether two bounds or ranges of one form stand in the same sentence with other figures: then one figure was changed, though both
/// could be true ("at least 20 tees" and "at least 30"). What grows while it is reported may be told again in the same words.
fn changed_in_place(found: Relation, x: ClaimAt, y: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (&bench.claim(x).value, &bench.claim(y).value) else { return false };
    let bounded = !matches!(a.bound, Bound::Exact | Bound::About | Bound::Vague);
    let close = matches!(found, Relation::Held | Relation::BareBound);
    let alike = close && bounded && a.bound == b.bound && a.amount != b.amount && x.0 != y.0;
    alike && are_of_one_form(bench.claim(x), bench.claim(y)) && {
        if compare.evolves { is_changed_copy(x, y, bench) } else { say_the_same(x, y, bench) }
    }
}

/// Whether the words of two figures are the same but for one, the number: "at least five" and "at least 11".
fn are_of_one_form(a: &Claim, b: &Claim) -> bool {
    let words = |claim: &Claim| claim.text.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    a.len() == b.len() && a.iter().zip(&b).filter(|(a, b)| a != b).count() == 1
}

/// Whether two claims stand in one sentence, but for their figures.
fn say_the_same(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> bool {
    let told = |at: ClaimAt| strands::without_figures(at, &[at], bench);
    told(x) == told(y)
}

/// Whether one article repeats the other on the same day, in this sentence too: what it says otherwise it did not learn later.
pub(super) fn is_changed_copy(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> bool {
    let copied = x.0 != y.0 && bench.copies[x.0] == bench.copies[y.0];
    copied && bench.days_apart(x, y) == Some(0) && say_the_same(x, y, bench)
}

/// The reason that a relation between two articles gives.
pub(super) fn reason(
    relation: Relation,
    x: ClaimAt,
    y: ClaimAt,
    voices: &[Vec<ClaimAt>],
    compare: &Compare,
    bench: &Bench<'_>,
) -> Reason {
    let code = match relation {
        _ if is_denial(x, y, relation, bench) => Class::D6,
        Relation::Same => Class::B1,
        Relation::Converted => Class::B2,
        Relation::Rounded => Class::B3,
        Relation::Held => Class::B4,
        Relation::Reworded => Class::C6,
        Relation::Tolerated => Class::C3,
        Relation::Vague => Class::C4,
        Relation::BareBound => superseded(x, y, compare, bench).unwrap_or(Class::C5),
        Relation::Disjoint => apart(x, y, voices, compare, bench),
    };
    Reason { code, text: wording::pair(code, x, y, bench) }
}

/// A bare bound of a growing count that a later, higher figure leaves behind ("at least 39", then "sixty"), or that a later, lower
/// one takes back ("as many as 91", then "24").
fn superseded(x: ClaimAt, y: ClaimAt, compare: &Compare, bench: &Bench<'_>) -> Option<Class> {
    let reported = !bench.is_draft(x) && !bench.is_draft(y);
    let (first, second) = (bench.day(x)?, bench.day(y)?);
    if !(compare.evolves && reported && first != second) {
        return None;
    }
    let early = if first < second { x } else { y };
    let ceiling = || quantity_of(bench.claim(early)).is_some_and(|early| early.low.is_none());
    if evolution::rises(x, y, bench)? { Some(Class::C1) } else { ceiling().then_some(Class::C2) }
}

/// The claims by article, in order.
fn voices(claims: &[ClaimAt]) -> Vec<Vec<ClaimAt>> {
    claims.chunk_by(|a, b| a.0 == b.0).map(<[ClaimAt]>::to_vec).collect()
}

/// Whether one denies what the other asserts: "no one was killed" against any toll, "denied that five were killed" against five.
fn is_denial(x: ClaimAt, y: ClaimAt, relation: Relation, bench: &Bench<'_>) -> bool {
    let denied = |at| bench.claim(at).scope.polarity == Polarity::Denied;
    let none = |at| match &bench.claim(at).value {
        Value::Quantity(quantity) => quantity.amount == Figure::One(Number::ZERO),
        _ => false,
    };
    denied(x) != denied(y) && (none(x) || none(y)) == (relation == Relation::Disjoint)
}

/// What it means that the figures of two articles cannot both be true.
fn apart(x: ClaimAt, y: ClaimAt, voices: &[Vec<ClaimAt>], compare: &Compare, bench: &Bench<'_>) -> Class {
    if matches!(bench.claim(x).value, Value::Text(_)) || bench.tells_start(x) {
        return Class::D5;
    }
    let contested = slip::is_contested(x, y, bench);
    // A draft knows nothing of its own: another figure than its sources' is neither a later one nor a revision.
    let reported = !bench.is_draft(x) && !bench.is_draft(y);
    if compare.evolves
        && reported
        && !is_changed_copy(x, y, bench)
        && let Some(class) = evolution::class(x, y, voices, compare, bench)
        // A lower figure of the other side revises nothing, and of what sides count of each other a higher one supersedes nothing.
        && !(contested && (class == Class::C2 || is_sided(x, bench)))
    {
        return class;
    }
    match () {
        () if bench.copies[x.0] == bench.copies[y.0] => Class::D8,
        () if reported && is_corrected(x, y, bench) => {
            if evolution::rises(x, y, bench) == Some(true) {
                Class::C1
            } else {
                Class::C2
            }
        }
        () if slip::factor(x, y, bench).is_some() => Class::D4,
        () if contested => Class::D2,
        () => Class::D1,
    }
}

/// Whether one outlet gave one figure on one day and another later: it corrects itself.
fn is_corrected(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> bool {
    let days = bench.day(x).zip(bench.day(y));
    bench.source(x.0) == bench.source(y.0) && days.is_some_and(|(x, y)| x != y)
}

/// Whether the claim's rule counts what belongs to a side: troops, arms, ground.
fn is_sided(at: ClaimAt, bench: &Bench<'_>) -> bool {
    let rule = bench.rules.rules().iter().find(|rule| *rule.id() == *bench.claim(at).rule);
    rule.is_some_and(|rule| rule.scope(ScopeField::Party).is_some())
}

/// What one article's own figures are to each other: the farthest relation that is more than repetition.
fn within(voice: &[ClaimAt], rule: &Rule, bench: &Bench<'_>) -> Option<Reason> {
    let pairs = voice.iter().enumerate().flat_map(|(i, &x)| voice[i + 1..].iter().map(move |&y| (x, y)));
    let related = pairs.filter_map(|(x, y)| Some((relation(x, y, rule.compare(), bench)?, x, y)));
    let quoted = rule.kind() == ValueKind::Quote;
    let tells = |relation: Relation| relation != Relation::Same && !(quoted && relation == Relation::Disjoint);
    let farthest = related.filter(|(relation, ..)| tells(*relation)).max();
    farthest.map(|(relation, x, y)| inside(relation, x, y, bench))
}

/// The reason for two figures of one article.
fn inside(relation: Relation, x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> Reason {
    let code = match relation {
        Relation::Same => Class::B1,
        Relation::Converted => Class::B2,
        Relation::Rounded => Class::B3,
        Relation::Held | Relation::Vague | Relation::BareBound => Class::B4,
        Relation::Reworded => Class::C6,
        Relation::Tolerated => Class::C3,
        Relation::Disjoint if slip::is_contested(x, y, bench) => Class::D2,
        Relation::Disjoint => Class::D7,
    };
    Reason { code, text: wording::pair(code, x, y, bench) }
}

/// The reason of a fact that only one source states.
fn single(voices: &[Vec<ClaimAt>]) -> Reason {
    if voices.len() < 2 {
        return Reason { code: Class::S1, text: "only one article says so".to_owned() };
    }
    Reason { code: Class::S2, text: format!("{} articles say so, but they repeat one source", voices.len()) }
}

/// The reason of claims that cannot be set against each other for want of a date.
fn missing_date(group: &Group, bench: &Bench<'_>) -> Reason {
    let undated = group.claims.iter().find(|at| bench.extracts[at.0].article.published.is_none());
    let who = undated.map_or("an article", |&at| &*bench.extracts[at.0].article.id);
    let text = format!(
        "{who} has no date, so nothing says whether this is the same event: give it one with --manifest or --published"
    );
    Reason { code: Class::E1, text }
}

/// The lowest and highest figures asserted, and their unit. Times since something began are told on several days, so no range
/// of them says anything.
fn range(claims: &[ClaimAt], bench: &Bench<'_>) -> (Option<Number>, Option<Number>, Option<Unit>) {
    if claims.iter().any(|&at| bench.is_elapsed(at)) {
        return (None, None, None);
    }
    let quantities: Vec<&Quantity> = claims.iter().filter_map(|&at| quantity_of(bench.claim(at))).collect();
    let ends = |quantity: &&Quantity| match quantity.amount {
        Figure::One(amount) => [amount, amount],
        Figure::Range(low, high) => [low, high],
    };
    let figures: Vec<Number> = quantities.iter().flat_map(ends).collect();
    (
        figures.iter().copied().min(),
        figures.iter().copied().max(),
        quantities.first().map(|quantity| quantity.unit.clone()),
    )
}
