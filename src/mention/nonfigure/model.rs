//! Numbers that are part of a name: models ("F-16", "the 737 jet"), brands ("the iPhone 12"), ordinals and codes ("21st", "777F").

use super::{glued, is_digits, proper, to_space};
use crate::mention::{Reader, TokenKind, Words, quantity, words};

/// Digits glued to letters before them, or joined to a word by a hyphen: "F-16", "A320", "Covid-19", "m212", "mid-1972".
pub(super) fn part_of_name(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if at == 0 || !glued(reader, at) {
        return None;
    }
    let before = reader.word(at - 1);
    let word = |i: usize| reader.kind(i) == Some(TokenKind::Word);
    let after_letters = word(at - 1) && !is_money_code(before);
    let joined =
        matches!(before, "-" | "‑") && at > 1 && glued(reader, at - 1) && word(at - 2) && !is_range_word(reader, at);
    let other = matches!(before, "/" | "_" | "#" | ":" | "'" | "’" | "&") && at > 1 && glued(reader, at - 1);
    (after_letters || joined || other).then(|| to_space(reader, at))
}

fn is_money_code(word: &str) -> bool {
    let upper = (3..5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    upper && quantity::is_money_code(word)
        || matches!(
            word.to_ascii_lowercase().as_str(),
            "rs" | "rmb" | "usd" | "eur" | "gbp" | "rm" | "dm" | "rp" | "tk"
        )
}

/// "an inline-six", "the big-three": a number word that a hyphen joins to a word before it.
pub(super) fn word_in_name(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const JOINTS: &Words = words!["and", "or", "to", "by", "in", "a", "an", "of", "per", "over", "for", "on", "than"];
    let joined = at > 1 && reader.word(at - 1) == "-" && glued(reader, at) && glued(reader, at - 1);
    let named = joined && reader.kind(at - 2) == Some(TokenKind::Word) && !reader.is_any(at - 2, JOINTS);
    (named && quantity::small_number(reader, at).is_some() && !quantity::is_number_word(reader, at - 2))
        .then_some(at + 1)
}

/// A number word before the hyphen, "eight-10 feet", or a unit with its figure, "8km-10km"; but "K-12" is a name.
fn is_range_word(reader: &Reader<'_>, at: usize) -> bool {
    const NUMBERS: &Words = words![
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "million", "billion", "m", "bn",
        "k", "km", "cm", "mm", "kg", "mg",
    ];
    if reader.is_any(at - 2, words!["to", "or"]) {
        return true;
    }
    let letters = reader.word(at - 2).len() < 3;
    if letters && !(at > 2 && is_digits(reader, at - 3)) {
        return false;
    }
    reader.is_any(at - 2, NUMBERS)
}

/// "the S&P 500", "its Model 3 costs", "a 737 jet", "the 486 is": a number that names what it stands with.
pub(super) fn model_number(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let word = reader.word(at);
    let plain = word.len() < 5 && word.bytes().all(|byte| byte.is_ascii_digit()) && at > 0;
    let named = || after_brand(reader, at) || of_product(reader, at) || proper::ends_proper_name(reader, at);
    (plain && named()).then_some(at + 1)
}

/// A determiner and one capitalised word or more stand before the number, and nothing that it could count after it.
fn after_brand(reader: &Reader<'_>, at: usize) -> bool {
    let capital = |i: &usize| {
        let word = reader.word(*i);
        reader.kind(*i) == Some(TokenKind::Word)
            && reader.tokens[*i].capital
            && !determines(reader, *i)
            && !word.ends_with("'s")
            && !word.ends_with("’s")
            || word == "&"
    };
    let Some(first) = (at.saturating_sub(5)..at).rev().take_while(capital).last().filter(|&first| first > 0) else {
        return false;
    };
    determines(reader, first - 1) && ends_name(reader, at + 1)
}

pub(super) fn determines(reader: &Reader<'_>, at: usize) -> bool {
    const WORDS: &Words = words![
        "the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "new", "latest", "old", "another", "each",
    ];
    let word = reader.word(at);
    reader.is_any(at, WORDS) || word.ends_with("'s") || word.ends_with("’s")
}

/// Whether a name with a number may end before the token: a mark that closes it, or a word that goes on with the sentence.
pub(super) fn ends_name(reader: &Reader<'_>, at: usize) -> bool {
    const AFTER: &[&str] = &[
        "is",
        "was",
        "has",
        "had",
        "will",
        "would",
        "can",
        "could",
        "in",
        "on",
        "at",
        "to",
        "for",
        "with",
        "and",
        "or",
        "by",
        "from",
        "as",
        "that",
        "which",
        "index",
        "rose",
        "fell",
        "gained",
        "lost",
        "closed",
        "ended",
        "dropped",
        "slipped",
        "added",
        "also",
        "costs",
        "starts",
        "comes",
        "features",
        "gets",
        "boasts",
        "sedan",
        "crossover",
        "suv",
        "pro",
        "plus",
        "max",
        "mini",
    ];
    match reader.kind(at) {
        None | Some(TokenKind::Break) => true,
        Some(TokenKind::Mark) => matches!(reader.word(at), "." | "," | ";" | ")"),
        Some(TokenKind::Word) => AFTER.iter().any(|word| reader.word(at) == *word),
        Some(TokenKind::Digits) => false,
    }
}

/// "a 737 jet", "the 16-bit 8088 chip", "the 486 is": with a singular after it, a number of three digits or four is no count.
fn of_product(reader: &Reader<'_>, at: usize) -> bool {
    const PRODUCTS: &Words = words![
        "chip",
        "processor",
        "engine",
        "jet",
        "jetliner",
        "airliner",
        "plane",
        "airplane",
        "model",
        "rifle",
        "truck",
        "car",
        "phone",
        "console",
        "computer",
        "helicopter",
        "tank",
        "hotline",
        "call",
        "crash",
        "fleet",
        "program",
        "programme",
        "plan",
        "error",
        "visa",
    ];
    let long = reader.word(at).len() > 2 && !reader.word(at).ends_with("00");
    let product = reader.is_any(at + 1, PRODUCTS);
    let singular = reader.is(at - 1, "the") && reader.is_any(at + 1, words!["is", "was", "has"]);
    let channel = reader.word(at + 1) == "News" && reader.word(at).len() < 3;
    channel || long && (product || singular)
}

/// "21st", "777F", "1980s", "4x4", "5G", "3D": letters glued to digits that are no unit and no scale.
pub(super) fn ordinal_or_model(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if !glued(reader, at + 1) || reader.kind(at + 1) != Some(TokenKind::Word) {
        return None;
    }
    let letters = reader.word(at + 1);
    let ordinal = ["st", "nd", "rd", "th", "er", "ers"].iter().any(|ending| letters.eq_ignore_ascii_case(ending));
    let ordinal = ordinal && !(letters == "st" && quantity::is_stone(reader, at + 1));
    let decade = letters == "s" && !reader.word(at).contains('.');
    let name = ordinal || decade || is_model_letter(reader, at) || is_screen(reader, at) || is_coded(reader, at);
    (name && !is_power(reader, at)).then(|| to_space(reader, at))
}

/// "777F", "5G", "3D", "4x4": a letter that is no unit, no giga and no degree.
fn is_model_letter(reader: &Reader<'_>, at: usize) -> bool {
    let letters = reader.word(at + 1);
    let giga = letters == "G" && reader.word(at).len() > 1 && reader.kind(at + 2) != Some(TokenKind::Word);
    matches!(letters, "Q" | "H" | "F" | "G" | "D" | "C" | "A" | "E" | "P" | "R" | "S" | "x" | "X" | "a" | "d")
        && !matches!(reader.word(at + 2), "$" | "€")
        && !(giga || quantity::is_degree(reader, at + 1))
}

/// "1080p", "4K video"
fn is_screen(reader: &Reader<'_>, at: usize) -> bool {
    match reader.word(at + 1) {
        "p" => matches!(reader.word(at), "480" | "576" | "720" | "1080" | "1440" | "2160" | "4320"),
        "K" => matches!(reader.word(at), "4" | "8") && reader.kind(at + 2) == Some(TokenKind::Word),
        _ => false,
    }
}

/// "860B12", "24703m212": digits after the letters, unless the letters are a unit that a short figure goes on after.
fn is_coded(reader: &Reader<'_>, at: usize) -> bool {
    let unit = matches!(reader.word(at + 1), "e" | "E" | "km" | "m" | "cm" | "mm" | "ft" | "mi" | "x" | "h");
    is_digits(reader, at + 2) && glued(reader, at + 2) && !(unit && reader.word(at + 2).len() < 3)
}

/// "2e9", "3x10^5"
fn is_power(reader: &Reader<'_>, at: usize) -> bool {
    let raised = is_digits(reader, at + 2) || matches!(reader.word(at + 2), "-" | "+" | "−");
    match reader.word(at + 1) {
        "x" => reader.word(at + 2) == "10" || reader.word(at + 3) == "^",
        "e" | "E" => raised,
        _ => false,
    }
}
