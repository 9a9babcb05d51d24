//! Figures that grow while an event is reported: what was superseded, what was revised, and what is a conflict.

use std::sync::Arc;

use jiff::civil::Date;

use crate::align::ClaimAt;
use crate::claim::{Claim, Value};
use crate::rule::Compare;
use crate::value::Number;

use super::finding::Class;
use super::judge::{Bench, relation};
use super::relation::Relation;
use super::{headlines, slip};

/// The class of two disjoint figures of a growing count: superseded where the later is higher, revised down where it is
/// lower and nobody had said so before; `None` (a conflict) where both stood on one day or the low one outlived the high.
pub(super) fn class(
    x: ClaimAt,
    y: ClaimAt,
    voices: &[Vec<ClaimAt>],
    compare: &Compare,
    bench: &Bench<'_>,
) -> Option<Class> {
    let (early, late) = match (bench.day(x)?, bench.day(y)?) {
        (a, b) if a < b => (x, y),
        (a, b) if a > b => (y, x),
        _ => return outdated(x, y, voices, compare, bench),
    };
    if figure(late, bench)? > figure(early, bench)? {
        return Some(Class::C1);
    }
    let stood = |at: ClaimAt| {
        relation(at, late, compare, bench).is_some_and(|r| r <= Relation::Held) && bench.day(at) <= bench.day(early)
    };
    let said_before = voices.iter().flatten().any(|&at| stood(at));
    (!said_before).then_some(Class::C2)
}

/// On one day: superseded where the article with the higher figure gives the lower one too, as what was known before ("up from
/// 112"), and not as what another side says; or where another article gives both and calls the lower one earlier.
fn outdated(x: ClaimAt, y: ClaimAt, voices: &[Vec<ClaimAt>], compare: &Compare, bench: &Bench<'_>) -> Option<Class> {
    let (low, high) = if figure(x, bench)? < figure(y, bench)? { (x, y) } else { (y, x) };
    let knows = |article: usize, surely: bool| {
        let said = |wanted: ClaimAt, bar: Relation| alike(article, wanted, bar, compare, bench);
        let known = said(low, Relation::Converted)
            .into_iter()
            .filter(|&at| if surely { is_called_earlier(at, bench) } else { at != low });
        let known: Vec<ClaimAt> = known.filter(|&at| !slip::is_contested(at, high, bench)).collect();
        !known.is_empty() && (!surely || !said(high, Relation::Held).is_empty())
    };
    let elsewhere = || voices.iter().any(|voice| knows(voice[0].0, true));
    // A headline that its own text never repeats was not grown out of it, unless the text says so.
    let alone = headlines::is_in(high, bench) && alike(high.0, high, Relation::Held, compare, bench).len() < 2;
    (knows(high.0, alone) || elsewhere()).then_some(Class::C1)
}

/// The claims of an article that give the figure of another claim for the same people.
fn alike(article: usize, wanted: ClaimAt, bar: Relation, compare: &Compare, bench: &Bench<'_>) -> Vec<ClaimAt> {
    let claim = bench.claim(wanted);
    let told = &bench.extracts[article].claims;
    let kind = |other: &Claim| other.rule == claim.rule && other.scope.subgroup == claim.scope.subgroup;
    let others = (0..told.len()).filter(|&other| kind(&told[other])).map(|other| (article, other));
    others.filter(|&at| at == wanted || relation(at, wanted, compare, bench).is_some_and(|r| r <= bar)).collect()
}

/// Whether the sentence of a figure says that it was what was known before.
pub(super) fn is_called_earlier(at: ClaimAt, bench: &Bench<'_>) -> bool {
    let sentence = bench.claim(at).sentence.to_lowercase();
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| bench.lexicon.words("tally_earlier").iter().any(|known| known == word))
}

/// Whether the later of two figures is the higher; `None` where they have no days.
pub(super) fn rises(x: ClaimAt, y: ClaimAt, bench: &Bench<'_>) -> Option<bool> {
    let (early, late) = if bench.day(x)? < bench.day(y)? { (x, y) } else { (y, x) };
    Some(figure(late, bench)? > figure(early, bench)?)
}

/// The figure that a claim can be ordered by: its lower end, else its upper.
fn figure(at: ClaimAt, bench: &Bench<'_>) -> Option<Number> {
    match &bench.claim(at).value {
        Value::Quantity(quantity) => quantity.low.or(quantity.high),
        _ => None,
    }
}

/// The claims in the order of their days; those without a day are left out.
pub(super) fn series(claims: &[ClaimAt], bench: &Bench<'_>) -> Vec<(Date, Arc<str>)> {
    claims.iter().filter_map(|&at| Some((bench.day(at)?, bench.claim(at).id.clone()))).collect()
}
