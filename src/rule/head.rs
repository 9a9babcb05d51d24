//! Heads: what must be known of a rule before any text is read, above all the words that its expressions ask for. The heads of
//! the rules that come with the program are made when it is built, so that their files are read only once a text calls them up.

use std::borrow::Cow;
use std::sync::Arc;

use super::compiled::Body;
use super::pattern::Pattern;
use super::side::Side;
use super::template::{WordLists, is_bare, is_in_parts};
use super::terms::ValueKind;
use super::trigger::{Trigger, Triggers};

/// What is known of a rule from the beginning.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) kind: ValueKind,
    /// Whether it runs unasked.
    pub(super) default: bool,
    /// Whether it takes the lengths of time inside dates.
    pub(super) dated: bool,
    pub(super) patterns: Cow<'static, [PatternHead]>,
    /// What each expression asks for that stops a pattern.
    pub(super) unless: Cow<'static, [Cow<'static, [Asked]>]>,
}

/// What is known of a pattern from the beginning.
#[derive(Clone, Debug)]
pub(super) struct PatternHead {
    /// Whether its own words are its value.
    pub(super) fixes: bool,
    /// Whether its value is the first of several that stand apart (`{value:1}`).
    pub(super) in_parts: bool,
    /// Whether it is a bare `{value}`, which needs no search.
    pub(super) bare: bool,
    /// What any match holds, the most telling first; empty where nothing could be derived.
    pub(super) asks: Cow<'static, [Asked]>,
}

/// Words of which every match holds at least one, always on the same side of its value where a side is named.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) words: Words,
    pub(super) side: Option<Side>,
}

/// Words of which a match holds at least one, sorted.
#[derive(Clone, Debug)]
pub(super) enum Words {
    /// Derived when the program was built.
    Built(&'static [&'static str]),
    /// Derived when a file was read.
    Read(Arc<[String]>),
}

impl Words {
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let (built, read) = match self {
            Self::Built(words) => (*words, &[][..]),
            Self::Read(words) => (&[][..], &**words),
        };
        built.iter().copied().chain(read.iter().map(String::as_str))
    }
}

impl Head {
    /// The head of a rule that was read from a file with these lists.
    pub(super) fn of(kind: ValueKind, default: bool, body: &Body, lists: &WordLists) -> Self {
        let mut triggers = Triggers::new(lists);
        let mut asks = |source: &str| triggers.of(source).into_iter().map(asked).collect();
        let pattern = |pattern: &Pattern| PatternHead {
            fixes: pattern.fixed.value.is_some(),
            in_parts: is_in_parts(pattern.source()),
            bare: is_bare(pattern.source()),
            asks: asks(pattern.source()),
        };
        Self {
            kind,
            default,
            dated: body.limits.dated,
            patterns: body.patterns.iter().map(pattern).collect(),
            unless: body.unless.iter().map(|unless| asks(unless.source())).collect(),
        }
    }
}

fn asked(trigger: Trigger) -> Asked {
    Asked { words: Words::Read(trigger.words), side: trigger.side }
}
