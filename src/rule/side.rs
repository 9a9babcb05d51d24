//! What an expression asks for before its value, and behind it.

use regex_syntax::hir::{Hir, HirKind};

use super::slots::VALUE;

/// A side of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Before,
    After,
}

/// What an expression asks for on one side of its value; `None` where it can match without one.
pub(super) fn side_of(hir: &Hir, side: Side) -> Option<Hir> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            let at = literal.0.iter().position(|&byte| byte == VALUE)?;
            Some(Hir::literal(if side == Side::Before { &literal.0[..at] } else { &literal.0[at + 1..] }))
        }
        HirKind::Capture(capture) => side_of(&capture.sub, side),
        // The value stands in the shadow once, so what repeats it is met once.
        HirKind::Repetition(repetition) if repetition.min > 0 => side_of(&repetition.sub, side),
        HirKind::Concat(parts) => {
            let held = parts.iter().position(|part| always_holds(part, VALUE))?;
            let own = side_of(&parts[held], side)?;
            Some(Hir::concat(match side {
                Side::Before => parts[..held].iter().cloned().chain([own]).collect(),
                Side::After => std::iter::once(own).chain(parts[held + 1..].iter().cloned()).collect(),
            }))
        }
        HirKind::Alternation(parts) => {
            parts.iter().map(|part| side_of(part, side)).collect::<Option<Vec<_>>>().map(Hir::alternation)
        }
        _ => None,
    }
}

/// Whether every match holds `byte`.
pub(super) fn always_holds(hir: &Hir, byte: u8) -> bool {
    match hir.kind() {
        HirKind::Literal(literal) => literal.0.contains(&byte),
        HirKind::Repetition(repetition) => repetition.min > 0 && always_holds(&repetition.sub, byte),
        HirKind::Capture(capture) => always_holds(&capture.sub, byte),
        HirKind::Concat(parts) => parts.iter().any(|part| always_holds(part, byte)),
        HirKind::Alternation(parts) => parts.iter().all(|part| always_holds(part, byte)),
        HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) => false,
    }
}
