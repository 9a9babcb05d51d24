//! Which words of the quotations of a finding differ: for each the stretches that the one it is set against does not have.

use std::sync::Arc;

use crate::align::ClaimAt;
use crate::article::Span;
use crate::claim::{Claim, ValueKind};
use crate::lexicon::Lexicon;
use crate::utterance::{Likeness, Sense};

use super::judge::Bench;
use super::relation::quote;

/// The words of a quotation that another of the finding does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The quotation, by the id of its claim.
    pub claim: Arc<str>,
    /// That which it is set against.
    pub against: Arc<str>,
    /// Where the words stand in the claim's text, in order; where one thing was changed, that alone. Empty where only the other
    /// has words of its own.
    pub spans: Vec<Span>,
}

/// The most wordings that one is set against: beyond that, one more marks nothing new.
const MOST: usize = 16;

/// The differing words of each quotation, in the order of the claims; nothing for claims of other kinds.
pub(super) fn differing(claims: &[ClaimAt], bench: &Bench<'_>) -> Vec<Differing> {
    let quoted = |claim: &&Claim| claim.kind == ValueKind::Quote;
    let claims: Vec<&Claim> = claims.iter().map(|&at| bench.claim(at)).filter(quoted).collect();
    let mut wordings: Vec<&Claim> = Vec::new();
    for &claim in &claims {
        if wordings.len() < MOST && wordings.iter().all(|known| known.text != claim.text) {
            wordings.push(claim);
        }
    }
    claims.iter().filter_map(|claim| against(claim, &wordings, bench.lexicon)).collect()
}

/// A quotation beside that wording which says most against it, the first of equal ones; `None` where nothing differs.
fn against(claim: &Claim, wordings: &[&Claim], lexicon: &Lexicon) -> Option<Differing> {
    let mut worst: Option<(&Claim, Likeness)> = None;
    for &other in wordings.iter().filter(|other| other.text != claim.text) {
        let likeness = quote::likeness(claim, other, lexicon);
        let tells = !matches!(likeness.sense, Sense::Same | Sense::Other);
        if tells && worst.as_ref().is_none_or(|(_, worst)| likeness.sense > worst.sense) {
            worst = Some((other, likeness));
        }
    }
    let (other, likeness) = worst?;
    Some(Differing { claim: claim.id.clone(), against: other.id.clone(), spans: spans(likeness) })
}

/// What was changed, else every stretch of the first that the second does not have; those that touch are one.
fn spans(likeness: Likeness) -> Vec<Span> {
    let [own, _] = likeness.differing;
    let changed: Vec<Span> = likeness.changes.iter().filter_map(|change| change.from).collect();
    let mut spans = if likeness.sense == Sense::Changed { changed } else { own };
    spans.sort_unstable_by_key(|span| (span.start(), span.end()));
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::utterance::Utterance;

    fn marked(a: &str, b: &str) -> Vec<String> {
        let lexicon = Lexicon::embedded();
        let read = |text| Utterance::read(text, lexicon);
        let spans = spans(read(a).likeness(&read(b), true));
        spans.into_iter().map(|span| span.text(a).to_owned()).collect()
    }

    #[test]
    fn of_a_change_only_what_was_changed_is_marked() {
        let (a, b) = ("I will never sell the old harbour.", "He will never sell the old harbour.");
        assert_eq!(marked(a, b), ["I"]);
        assert_eq!(marked(b, a), ["He"]);
    }

    #[test]
    fn of_other_words_each_side_has_its_own() {
        let (a, b) =
            ("We are searching for a way to end the strike.", "We are looking for a method to end the strike.");
        assert_eq!(marked(a, b), ["searching for", "way"]);
        assert_eq!(marked(b, a), ["looking for", "method"]);
    }

    #[test]
    fn what_was_left_out_is_marked_where_it_stands() {
        let (a, b) =
            ("In truth we shall rebuild the bridge before winter.", "we shall rebuild the bridge before winter.");
        assert_eq!(marked(a, b), ["In truth"]);
        assert!(marked(b, a).is_empty());
    }
}
