//! Trigger words: words one of which every match of a pattern holds, derived from the pattern itself. A list kept by
//! hand would lose matches.

use regex_syntax::hir::{Hir, HirKind};

/// The shortest trigger worth searching for.
const SHORTEST: usize = 3;

/// Words so common that almost every sentence holds one; taken only where a pattern offers nothing else.
const COMMON: [&str; 44] = [
    "the", "and", "for", "that", "was", "were", "with", "from", "have", "has", "had", "been", "are", "but", "not",
    "this", "they", "their", "its", "his", "her", "who", "will", "would", "said", "says", "more", "than", "about",
    "after", "which", "there", "when", "out", "all", "one", "into", "over", "other", "also", "him", "she", "some",
    "our",
];

/// The best set of words, one of which every match holds; `None` where the pattern holds none for certain.
pub(super) fn triggers(hir: &Hir) -> Option<Vec<String>> {
    let mut words = required(hir)?;
    words.sort_unstable();
    words.dedup();
    Some(words)
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

fn required(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => longest_word(&literal.0).map(|word| vec![word]),
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub),
        HirKind::Capture(capture) => required(&capture.sub),
        HirKind::Concat(parts) => parts.iter().filter_map(required).min_by_key(|words| cost(words)),
        HirKind::Alternation(parts) => {
            let each: Option<Vec<_>> = parts.iter().map(required).collect();
            each.map(|words| words.concat())
        }
        _ => None,
    }
}

/// The longest run of letters, which is what survives between the text and its shadow.
fn longest_word(literal: &[u8]) -> Option<String> {
    let runs = literal.split(|byte| !byte.is_ascii_lowercase()).filter(|run| run.len() >= SHORTEST);
    let longest = runs.max_by_key(|run| (!is_common(run), run.len()))?;
    Some(String::from_utf8_lossy(longest).into_owned())
}

fn is_common(word: &[u8]) -> bool {
    COMMON.iter().any(|common| common.as_bytes() == word)
}

/// How often a set of words is likely to be met in vain: common words first, then short ones, then many.
fn cost(words: &[String]) -> (usize, usize, usize) {
    let common = words.iter().filter(|word| is_common(word.as_bytes())).count();
    let shortest = words.iter().map(String::len).min().unwrap_or(0);
    (common, usize::from(shortest < 4), words.len())
}
