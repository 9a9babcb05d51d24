//! Tallies: figures that belong together in their order, such as the sides of a vote or the sets of a match.

use std::fmt;

/// The figures of a vote (for, against, abstained) or of a score (two sides, or two for each set).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    figures: Vec<u32>,
}

/// How two tallies relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyLikeness {
    /// The same figures in the same order.
    Same,
    /// The same figures, told from the other side: "won 3-1" and "lost 1-3".
    Mirrored,
    /// The same two sides; one of them leaves out who abstained.
    Shorter,
    /// Other figures.
    Different,
}

impl Tally {
    /// A tally of its figures; `None` for fewer than two, or for sets of which one lacks a side.
    pub fn new(figures: Vec<u32>) -> Option<Self> {
        let sound = matches!(figures.len(), 2 | 3) || figures.len() > 3 && figures.len().is_multiple_of(2);
        sound.then_some(Self { figures })
    }

    /// The figures in the order of the text.
    pub fn figures(&self) -> &[u32] {
        &self.figures
    }

    /// Whether it is told set by set.
    pub fn in_sets(&self) -> bool {
        self.figures.len() > 3
    }

    /// How it relates to another; `None` where only one of them is told set by set. News names the winner's figure first
    /// whoever the sentence is about ("lost 3-1", "rejected by 391 votes to 242"), so the order of the sides tells nothing.
    pub fn likeness(&self, other: &Self) -> Option<TallyLikeness> {
        if self.in_sets() != other.in_sets() {
            return None;
        }
        let same_length = self.figures.len() == other.figures.len();
        let common = self.figures.len().min(other.figures.len());
        let (a, b) = (&self.figures[..common], &other.figures[..common]);
        Some(match (a == b || is_mirrored(a, b), same_length) {
            (false, _) => TallyLikeness::Different,
            (true, false) if self.in_sets() => TallyLikeness::Different,
            (true, false) => TallyLikeness::Shorter,
            (true, true) if a == b => TallyLikeness::Same,
            (true, true) => TallyLikeness::Mirrored,
        })
    }

    /// The figures in which it differs from another, each beside the other's, once both are told from one side.
    pub fn differing(&self, other: &Self) -> Vec<(u32, u32)> {
        let turned: Vec<u32> = turned(&other.figures);
        let apart = |theirs: &[u32]| -> Vec<(u32, u32)> {
            let pairs = self.figures.iter().copied().zip(theirs.iter().copied());
            pairs.filter(|(mine, theirs)| mine != theirs).collect()
        };
        let (straight, turned) = (apart(&other.figures), apart(&turned));
        if turned.len() < straight.len() { turned } else { straight }
    }
}

/// The figures with the two sides of each pair exchanged; a third figure stays where it is.
fn turned(figures: &[u32]) -> Vec<u32> {
    figures.chunks(2).flat_map(|pair| pair.iter().rev().copied()).collect()
}

fn is_mirrored(a: &[u32], b: &[u32]) -> bool {
    turned(b) == a
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = if self.in_sets() { 2 } else { self.figures.len() };
        for (at, figure) in self.figures.iter().enumerate() {
            let joint = match at {
                0 => "",
                _ if at % width == 0 => ", ",
                _ => "-",
            };
            write!(f, "{joint}{figure}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn tally(figures: &[u32]) -> Tally {
        Tally::new(figures.to_vec()).unwrap()
    }

    #[test]
    fn the_order_of_the_sides_tells_nothing() {
        assert_eq!(tally(&[52, 48]).likeness(&tally(&[52, 48])), Some(TallyLikeness::Same));
        assert_eq!(tally(&[3, 1]).likeness(&tally(&[1, 3])), Some(TallyLikeness::Mirrored));
        assert_eq!(tally(&[6, 4, 3, 6, 7, 5]).likeness(&tally(&[4, 6, 6, 3, 5, 7])), Some(TallyLikeness::Mirrored));
        assert_eq!(tally(&[6, 4, 3, 6, 7, 5]).likeness(&tally(&[4, 6, 3, 6, 5, 7])), Some(TallyLikeness::Different));
        assert_eq!(tally(&[52, 48]).likeness(&tally(&[52, 47])), Some(TallyLikeness::Different));
    }

    #[test]
    fn who_abstained_may_be_left_out_but_not_changed() {
        assert_eq!(tally(&[141, 5]).likeness(&tally(&[141, 5, 35])), Some(TallyLikeness::Shorter));
        assert_eq!(tally(&[5, 141, 35]).likeness(&tally(&[141, 5, 35])), Some(TallyLikeness::Mirrored));
        assert_eq!(tally(&[141, 5, 34]).likeness(&tally(&[141, 5, 35])), Some(TallyLikeness::Different));
        assert_eq!(tally(&[2, 0]).likeness(&tally(&[6, 4, 7, 6])), None);
    }

    #[test]
    fn what_differs_is_named_from_one_side() {
        assert_eq!(tally(&[310, 289]).differing(&tally(&[288, 310])), [(289, 288)]);
        assert_eq!(tally(&[141, 5, 34]).differing(&tally(&[141, 5, 35])), [(34, 35)]);
    }

    #[test]
    fn a_tally_is_shown_as_it_is_written() {
        assert_eq!(tally(&[141, 5, 35]).to_string(), "141-5-35");
        assert_eq!(tally(&[6, 4, 7, 6]).to_string(), "6-4, 7-6");
        assert!(Tally::new(vec![52]).is_none());
        assert!(Tally::new(vec![6, 4, 7, 6, 1]).is_none());
    }
}
