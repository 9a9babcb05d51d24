//! What was changed between two utterances that are otherwise alike: who acts, whether it is denied, a figure, a name, a word
//! for its opposite.
//!
//! Each change stands in a gap of the alignment: between two pairs, words of the one against words of the other. Only a gap
//! that holds nothing else tells: where the words around were changed too, the sense may have stayed.

use crate::article::Span;
use crate::lexicon::Kinship;

use super::alike::Pair;
use super::closed::Case;
use super::read::{Unit, What};

/// One thing that was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub what: Changed,
    /// Where it stands in the first; `None` where only the second has it.
    pub from: Option<Span>,
    /// Where it stands in the second.
    pub to: Option<Span>,
}

/// What can be changed so that something else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Changed {
    /// Who acts, or who is acted on: "I" for "he".
    Person,
    /// Whether it is denied.
    Denial,
    /// A figure.
    Figure,
    /// A name.
    Name,
    /// A word for its opposite.
    Opposite,
}

/// Words of the two utterances between two pairs of their alignment.
struct Gap<'a> {
    a: &'a [Unit],
    b: &'a [Unit],
    /// Whether a pair stands before and behind it.
    before: bool,
    behind: bool,
}

/// The changes, in order. A pronoun tells only where both are literal.
pub(super) fn find(a: &[Unit], b: &[Unit], pairs: &[Pair], literal: bool) -> Vec<Change> {
    let mut found = Vec::new();
    let mut from = (0, 0);
    for (at, pair) in pairs.iter().enumerate() {
        let gap = Gap { a: &a[from.0..pair.a], b: &b[from.1..pair.b], before: at > 0, behind: true };
        found.extend(gap.change(literal));
        from = (pair.a + 1, pair.b + 1);
    }
    let gap = Gap { a: &a[from.0..], b: &b[from.1..], before: !pairs.is_empty(), behind: false };
    found.extend(gap.change(literal));
    found
}

impl Gap<'_> {
    fn change(&self, literal: bool) -> Option<Change> {
        if !(self.before || self.behind) || self.a.is_empty() && self.b.is_empty() {
            return None;
        }
        let denied = self.denial();
        if denied.is_some() {
            return denied;
        }
        let person = self.person().filter(|_| literal);
        person
            .or_else(|| self.swapped(Changed::Figure))
            .or_else(|| self.swapped(Changed::Name))
            .or_else(|| self.opposite())
    }

    /// Whether there are only words of closed classes.
    fn is_bare(&self) -> bool {
        !self.a.iter().chain(self.b).any(says)
    }

    /// A denial that only one has, between words that both have.
    fn denial(&self) -> Option<Change> {
        let denials = |units: &[Unit]| units.iter().filter(|unit| unit.what == What::Denial).count();
        let (mine, theirs) = (denials(self.a), denials(self.b));
        let inside = self.behind && (self.before || (!self.a.is_empty() && !self.b.is_empty()));
        if !inside || mine % 2 == theirs % 2 || !self.is_bare() {
            return None;
        }
        let place = |units: &[Unit]| units.iter().find(|unit| unit.what == What::Denial).map(|unit| unit.span);
        Some(Change { what: Changed::Denial, from: place(self.a), to: place(self.b) })
    }

    /// A pronoun against another that stands for somebody else.
    fn person(&self) -> Option<Change> {
        if !self.is_bare() {
            return None;
        }
        let (x, y) = (only_pronoun(self.a)?, only_pronoun(self.b)?);
        let (What::Pronoun(who, case), What::Pronoun(other, theirs)) = (&x.what, &y.what) else { return None };
        let cases = [*case, *theirs];
        let acts = !cases.contains(&Case::Owner) && (case == theirs || cases.contains(&Case::Object));
        (who != other && acts).then_some(Change { what: Changed::Person, from: Some(x.span), to: Some(y.span) })
    }

    /// A figure against another figure, a name against another name, and nothing else.
    fn swapped(&self, what: Changed) -> Option<Change> {
        let (x, y) = (only(self.a)?, only(self.b)?);
        let swapped = match (what, &x.what, &y.what) {
            (Changed::Figure, What::Figure(a, unit), What::Figure(b, other)) => a != b && unit == other,
            (Changed::Name, What::Name, What::Name) => true,
            _ => false,
        };
        swapped.then_some(Change { what, from: Some(x.span), to: Some(y.span) })
    }

    /// A word against its opposite.
    fn opposite(&self) -> Option<Change> {
        let (x, y) = (only(self.a)?, only(self.b)?);
        let kin = x.word?.kinship(y.word?)?;
        let denied = self.a.iter().chain(self.b).any(|unit| unit.what == What::Denial);
        (kin == Kinship::Opposite && !denied).then_some(Change {
            what: Changed::Opposite,
            from: Some(x.span),
            to: Some(y.span),
        })
    }
}

/// Whether a unit says something by itself.
fn says(unit: &Unit) -> bool {
    matches!(unit.what, What::Content | What::Figure(..) | What::Name)
}

/// The only pronoun of a side.
fn only_pronoun(units: &[Unit]) -> Option<&Unit> {
    let mut pronouns = units.iter().filter(|unit| matches!(unit.what, What::Pronoun(..)));
    let first = pronouns.next()?;
    pronouns.next().is_none().then_some(first)
}

/// The only unit of a side that says something.
fn only(units: &[Unit]) -> Option<&Unit> {
    let mut saying = units.iter().filter(|unit| says(unit));
    let first = saying.next()?;
    saying.next().is_none().then_some(first)
}
