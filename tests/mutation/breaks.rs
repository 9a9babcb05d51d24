//! The ways to break a rule, one piece at a time.

use super::source::Source;

/// What of a rule was broken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// A pattern, by its index.
    Pattern(usize),
    /// What stops one, by its index.
    Unless(usize),
    /// A word list, by its index.
    Words(usize),
}

/// A rule with one piece broken.
pub(super) struct Broken {
    pub(super) piece: Piece,
    /// What it was and what it is now, for people.
    pub(super) name: String,
    pub(super) source: Source,
}

/// Every broken version of a rule.
pub(super) fn broken(source: &Source) -> Vec<Broken> {
    let mut all = Vec::new();
    let mut add = |piece, was: &str, is: &str, source| {
        all.push(Broken { piece, name: format!("{was}\n    -> {is}"), source });
    };
    for (at, words) in source.words.iter().enumerate() {
        if let Some(half) = halved(&words.name, &words.list) {
            let mut changed = source.clone();
            changed.words[at].list.clone_from(&half);
            add(Piece::Words(at), &format!("{{{}}}", words.name), &half, changed);
        }
    }
    for (at, pattern) in source.patterns.iter().enumerate() {
        let versions = breaks(&pattern.text).into_iter().map(|text| (text.clone(), pattern.with(text)));
        for (is, version) in versions.chain([("dropped".to_owned(), pattern.dropped())]) {
            let mut changed = source.clone();
            changed.patterns[at] = version;
            add(Piece::Pattern(at), &pattern.text, &is, changed);
        }
    }
    for (at, unless) in source.unless.iter().enumerate() {
        let versions = breaks(&unless.text).into_iter().map(|text| (text.clone(), unless.with(text)));
        for (is, version) in versions.chain([("dropped".to_owned(), unless.dropped())]) {
            let mut changed = source.clone();
            changed.unless[at] = version;
            add(Piece::Unless(at), &format!("unless {}", unless.text), &is, changed);
        }
    }
    all
}

/// The ways to break an expression: drop one alternative that is written in it, or one slot.
fn breaks(expression: &str) -> Vec<String> {
    let mut broken: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if !broken.contains(&text) {
            broken.push(text);
        }
    };
    for (at, _) in expression.match_indices('|') {
        let before = alternative_start(expression, at);
        add(format!("{}{}", &expression[..before], &expression[at + 1..]));
        let after = alternative_end(expression, at + 1);
        if !expression[after..].starts_with('|') {
            add(format!("{}{}", &expression[..at], &expression[after..]));
        }
    }
    for (at, _) in expression.match_indices('{') {
        let Some(end) = expression[at..].find('}').map(|end| at + end + 1) else { continue };
        let slot = &expression[at..end];
        if !slot.starts_with("{value") && slot.as_bytes()[1].is_ascii_lowercase() {
            add(without(expression, at, end));
        }
    }
    broken
}

/// An expression without the slot that stands there, its repetition, and the space that would be left over: gaps bring their
/// own, and what is joined to the word before has none.
fn without(expression: &str, start: usize, end: usize) -> String {
    let before = &expression[..start];
    let rest = expression[end..].strip_prefix(['?', '*', '+']).unwrap_or(&expression[end..]);
    let gap = ["{gap:", "{wide:"]
        .iter()
        .any(|gap| before.rsplit_once('{').is_some_and(|(at, _)| before[at.len()..].starts_with(gap)));
    let parted = before.is_empty() || before.ends_with([' ', '(', '|', ':', '>']) || gap && before.ends_with('}');
    let last = rest.is_empty() || rest.starts_with([')', '|', ',']);
    match (before.strip_suffix(' '), rest.strip_prefix(' ')) {
        (_, Some(rest)) if parted => format!("{before}{rest}"),
        (Some(before), None) if last => format!("{before}{rest}"),
        _ => format!("{before}{rest}"),
    }
}

/// Where the alternative that ends at `at` begins.
fn alternative_start(expression: &str, at: usize) -> usize {
    let mut depth = 0;
    for (index, byte) in expression[..at].bytes().enumerate().rev() {
        match byte {
            b')' => depth += 1,
            b'(' if depth == 0 => return index + 1 + opening(&expression[index + 1..]),
            b'(' => depth -= 1,
            b'|' if depth == 0 => return index + 1,
            _ => {}
        }
    }
    0
}

/// How long what says the kind of a group is: `?:`, or its name.
fn opening(group: &str) -> usize {
    if group.starts_with("?<") {
        group.find('>').map_or(0, |end| end + 1)
    } else {
        2 * usize::from(group.starts_with("?:"))
    }
}

/// Where the alternative that begins at `at` ends.
fn alternative_end(expression: &str, at: usize) -> usize {
    let mut depth = 0;
    for (index, byte) in expression.bytes().enumerate().skip(at) {
        match byte {
            b'(' => depth += 1,
            b'|' | b')' if depth == 0 => return index,
            b')' => depth -= 1,
            _ => {}
        }
    }
    expression.len()
}

/// A word list without a random half of its entries, the same half every time; nothing for a list of one.
fn halved(name: &str, list: &str) -> Option<String> {
    let value: toml::Table = format!("list = {list}").parse().ok()?;
    let entries = value["list"].as_array()?;
    let mut state =
        name.bytes().fold(0x9e37_79b9_u64, |state, byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mut order: Vec<usize> = (0..entries.len()).collect();
    for last in (1..order.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, usize::try_from((state >> 33) % (last as u64 + 1)).ok()?);
    }
    let mut kept = order.split_off(order.len() / 2);
    kept.sort_unstable();
    let kept: Vec<toml::Value> = kept.into_iter().map(|index| entries[index].clone()).collect();
    (kept.len() < entries.len()).then(|| toml::Value::Array(kept).to_string())
}
