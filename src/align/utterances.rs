//! Utterances: whether what two articles quote is one saying of one speaker.
//!
//! Elsewhere the value itself never makes two claims similar. Here it must: an utterance is known by its words, as a
//! meeting is known by who met. A speaker says many things on one theme, so that it takes words in order, the rarer the
//! better; thanks and greetings say nothing. Where the words are few, the words that stand beside them in both articles help.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::claim::{ArticleEvent, Claim, Extract, ValueKind};
use crate::lexicon::{Lexicon, Word};
use crate::utterance::{Likeness, Sense, Utterance};
use crate::value::days_between;

use super::Step;
use super::compare::{Comparison, FIGURE_DAYS, Telling};
use super::teller::Teller;
use super::weights::{ABOUT_SAME, BESIDE_ALIKE, SAME_NEWS, UNALIKE, UNKNOWN_SPEAKER, UTTERANCE, UTTERANCE_MOST};

/// How many of the rarest words of an utterance it is looked up by, and how many by pairs where nobody knows the speaker.
const KEYS: usize = 8;
const PAIRED_KEYS: usize = 4;
/// How far from each other words stand that are said in one breath, in bytes.
const BESIDE: usize = 600;
/// From which likeness words of an unknown speaker are somebody's: all but the same.
const NEARLY_SAME: f64 = 0.9;

/// Compares two utterances.
pub(super) fn compare(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon, teller: Teller) -> Comparison {
    let likeness = likeness(a, b, lexicon);
    let steps = [
        teller.weighs("prior", UTTERANCE, || "two remarks".to_owned()),
        speaker(a.event, b.event, &likeness, lexicon, teller),
        about(a, b, lexicon, teller),
        occasion(a, b, &likeness, teller),
        words(&likeness, teller),
        beside(a, b, &likeness, lexicon, teller),
    ];
    let mut comparison = Comparison::default();
    for step in steps {
        comparison.add(step, teller);
    }
    comparison
}

/// The keys under which an utterance is looked up: the speaker with each of its rarest words, and for whatever is long
/// enough to be known without a speaker, pairs of them.
pub(super) fn keys(event: &ArticleEvent) -> BTreeSet<String> {
    let stem = |word: &Arc<str>| word.trim_start_matches('^').to_owned();
    let level = |stem: &String| Word::of(stem).map_or(0, Word::level);
    let mut stems: Vec<String> = event.words.iter().map(stem).collect::<BTreeSet<_>>().into_iter().collect();
    stems.sort_by_key(|stem| (level(stem), stem.clone()));
    let mut keys = BTreeSet::new();
    for speaker in &event.participants {
        keys.extend(stems.iter().take(KEYS).map(|stem| format!("{speaker}\u{1e}{stem}")));
    }
    if stems.len() > PAIRED_KEYS {
        let rare = &stems[..PAIRED_KEYS];
        let pairs = rare.iter().enumerate().flat_map(|(at, one)| rare[at + 1..].iter().map(move |two| (one, two)));
        keys.extend(pairs.map(|(one, two)| format!("\u{1e}{}\u{1e}{}", one.min(two), one.max(two))));
    }
    keys
}

/// The claim of an utterance.
pub(super) fn quotation<'a>(extract: &'a Extract, event: &ArticleEvent) -> Option<&'a Claim> {
    event.utterance.then(|| extract.claims.get(*event.claims.first()?)).flatten()
}

fn likeness(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon) -> Likeness {
    match (quotation(a.extract, a.event), quotation(b.extract, b.event)) {
        (Some(x), Some(y)) => claims(x, y, lexicon),
        _ => Utterance::read("", lexicon).likeness(&Utterance::read("", lexicon), true),
    }
}

/// The words of two claims side by side.
fn claims(x: &Claim, y: &Claim, lexicon: &Lexicon) -> Likeness {
    x.said(lexicon).likeness(y.said(lexicon), x.is_literal() && y.is_literal())
}

/// One speaker, or one of them unknown and the words all but the same.
fn speaker(a: &ArticleEvent, b: &ArticleEvent, likeness: &Likeness, lexicon: &Lexicon, teller: Teller) -> Step {
    let known = |event: &ArticleEvent| event.participants.first().map(|who| lexicon.shown(who).to_owned());
    if a.participants.iter().any(|who| b.participants.contains(who)) {
        return teller.weighs("speaker", 0.0, || known(a).unwrap_or_default());
    }
    if let (Some(one), Some(other)) = (known(a), known(b)) {
        return teller.forbids("speaker", || format!("{one} against {other}"));
    }
    if likeness.share >= NEARLY_SAME && matches!(likeness.sense, Sense::Same | Sense::Trimmed) {
        return teller.weighs("speaker", UNKNOWN_SPEAKER, || "not said by both".to_owned());
    }
    teller.forbids("speaker", || "not said by both, and the words are not the same".to_owned())
}

/// Whom the words are about, where an article says so outside them.
fn about(a: &Telling<'_>, b: &Telling<'_>, lexicon: &Lexicon, teller: Teller) -> Step {
    let party = |telling: &Telling<'_>| {
        let claim = quotation(telling.extract, telling.event)?;
        claim.scope.party.as_ref().map(|party| party.value.clone())
    };
    let (x, y) = (party(a), party(b));
    let names = |telling: &Telling<'_>, who: &str| {
        // The family name comes last in most countries' names, and first in some.
        let shown = lexicon.shown(who).to_lowercase();
        let said = quotation(telling.extract, telling.event).map_or("", |claim| claim.text.as_str()).to_lowercase();
        said.split(|c: char| !c.is_alphanumeric())
            .any(|word| !word.is_empty() && shown.split(' ').any(|part| part == word))
    };
    let same = |who: &str| teller.weighs("about", ABOUT_SAME, || lexicon.shown(who).to_owned());
    match (&x, &y) {
        (Some(one), Some(other)) if one != other => {
            teller.forbids("about", || format!("{} against {}", lexicon.shown(one), lexicon.shown(other)))
        }
        (Some(who), Some(_)) => same(who),
        (Some(who), None) if names(b, who) => same(who),
        (None, Some(who)) if names(a, who) => same(who),
        _ => teller.weighs("about", 0.0, || "not said by both".to_owned()),
    }
}

/// When it was said: days that both name, else days of publication. Somebody who says otherwise weeks later may have
/// changed their mind: that is no change of the quotation.
fn occasion(a: &Telling<'_>, b: &Telling<'_>, likeness: &Likeness, teller: Teller) -> Step {
    if let (Some(x), Some(y)) = (a.event.date, b.event.date) {
        if !x.overlaps(&y, 1) {
            return teller.forbids("date", || format!("{x} and {y} are different dates"));
        }
        return teller.weighs("date", SAME_NEWS, || format!("{x} and {y}"));
    }
    let (Some(x), Some(y)) = (a.day(), b.day()) else {
        return teller.weighs("date", 0.0, || "no date is needed".to_owned());
    };
    let apart = days_between(x, y).abs();
    if apart > FIGURE_DAYS && likeness.sense == Sense::Changed {
        let found = || format!("published {apart} days apart, and not the same words: it may have been said otherwise");
        return teller.forbids("date", found);
    }
    match apart {
        0..=1 => teller.weighs("date", SAME_NEWS, || format!("published {apart} days apart")),
        _ => teller.weighs("date", 0.0, || format!("published {apart} days apart; no date is needed")),
    }
}

/// What the words say.
fn words(likeness: &Likeness, teller: Teller) -> Step {
    let found = || match likeness.sense {
        Sense::Same => "the same words".to_owned(),
        Sense::Trimmed => "the same words, some left out".to_owned(),
        Sense::Other => "too little in common".to_owned(),
        Sense::Reworded | Sense::Changed => {
            format!("{:.0} % of what the shorter says, in order", likeness.share * 100.0)
        }
    };
    let evidence = likeness.evidence.min(UTTERANCE_MOST);
    teller.weighs("words", if likeness.sense == Sense::Other { evidence.min(0.0) + UNALIKE } else { evidence }, found)
}

/// What stands beside the words in both articles, asked only where the words alone do not tell.
fn beside(a: &Telling<'_>, b: &Telling<'_>, likeness: &Likeness, lexicon: &Lexicon, teller: Teller) -> Step {
    let open = likeness.sense != Sense::Other && likeness.evidence > 0.0 && likeness.evidence + UTTERANCE < 0.0;
    let alike = open
        && [false, true].into_iter().any(|after| {
            let neighbours = neighbour(a, after).zip(neighbour(b, after));
            neighbours.is_some_and(|(x, y)| {
                let likeness = claims(x, y, lexicon);
                likeness.sense != Sense::Other && likeness.evidence + UTTERANCE >= 0.0
            })
        });
    if alike {
        let found = || "what the speaker says beside it is one remark too".to_owned();
        return teller.weighs("beside", BESIDE_ALIKE, found);
    }
    teller.weighs("beside", 0.0, || if open { "other words" } else { "not asked" }.to_owned())
}

/// The quotation of the same speaker that stands right before or behind in the article.
fn neighbour<'a>(telling: &Telling<'a>, after: bool) -> Option<&'a Claim> {
    let own = quotation(telling.extract, telling.event)?;
    let gap = |other: &Claim| {
        let (first, second) = if after { (own, other) } else { (other, own) };
        second.location.start.checked_sub(first.location.end)
    };
    let quotations = telling.extract.claims.iter().filter(|claim| {
        claim.kind == ValueKind::Quote && claim.location.field == own.location.field && claim.id != own.id
    });
    let (distance, nearest) = quotations.filter_map(|claim| Some((gap(claim)?, claim))).min_by_key(|(gap, _)| *gap)?;
    let speaker = |claim: &Claim| claim.scope.participants.first().map(|who| who.value.key.clone());
    (distance <= BESIDE && speaker(nearest) == speaker(own)).then_some(nearest)
}
