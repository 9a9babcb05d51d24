//! Words that an expression takes, a few of them, as examples of what a pattern wants.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::element::parse;
use crate::rule::slots;

/// The first few texts that an expression matches, none of them empty where it has others.
pub(super) fn of(expanded: &str, most: usize) -> Vec<Vec<u8>> {
    parse(expanded).map(|hir| texts(&hir, most)).unwrap_or_default()
}

fn texts(hir: &Hir, most: usize) -> Vec<Vec<u8>> {
    let mut texts = match hir.kind() {
        HirKind::Literal(literal) => vec![literal.0.to_vec()],
        HirKind::Class(Class::Bytes(class)) => class.ranges().iter().map(|range| vec![range.start()]).collect(),
        HirKind::Class(Class::Unicode(class)) => {
            class.ranges().iter().map(|range| range.start().to_string().into_bytes()).collect()
        }
        HirKind::Empty | HirKind::Look(_) => vec![Vec::new()],
        HirKind::Capture(capture) => texts(&capture.sub, most),
        HirKind::Repetition(repetition) if repetition.min == 0 => vec![Vec::new()],
        HirKind::Repetition(repetition) => {
            let least = repetition.min.min(8) as usize;
            texts(&repetition.sub, most).into_iter().map(|text| text.repeat(least)).collect()
        }
        HirKind::Concat(parts) => concat(parts, most),
        HirKind::Alternation(parts) => spread(parts, most),
    };
    texts.truncate(most);
    texts
}

fn concat(parts: &[Hir], most: usize) -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = vec![Vec::new()];
    for part in parts {
        let tails = texts(part, most);
        let pair = |head: &Vec<u8>| tails.iter().map(|tail| [&head[..], &tail[..]].concat()).collect::<Vec<_>>();
        all = all.iter().flat_map(pair).take(most).collect();
    }
    all
}

/// One of each branch, so that the examples differ.
fn spread(parts: &[Hir], most: usize) -> Vec<Vec<u8>> {
    let mut all: Vec<Vec<u8>> = parts.iter().take(most).filter_map(|part| texts(part, 1).pop()).collect();
    if all.len() < most {
        all.extend(parts.iter().flat_map(|part| texts(part, most).into_iter().skip(1)).take(most - all.len()));
    }
    all
}

/// A text of the shadow for people: leaves by their slots.
pub(super) fn shown(text: &[u8]) -> String {
    let slot = |byte: u8| slots::LEAF_SLOTS.iter().find(|(_, bytes)| bytes.contains(&byte)).map(|(name, _)| *name);
    let one = |&byte: &u8| match slot(byte) {
        Some(name) => format!("{{{name}}}"),
        None => char::from(byte).to_string(),
    };
    text.iter().map(one).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_texts_that_match() {
        let texts = |expanded| of(expanded, 3).iter().map(|text| shown(text)).collect::<Vec<_>>();
        assert_eq!(texts("(?:phone )?calls?|meetings?|talks"), ["call", "meeting", "talks"]);
        assert_eq!(texts("(?:near|in) [\\x0f]"), ["near {place}", "in {place}"]);
        assert_eq!(texts("[a-z]{3} men"), ["aaa men"]);
    }
}
