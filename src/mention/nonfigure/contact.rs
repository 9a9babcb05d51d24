//! Addresses and numbers to call: of the internet, of houses and streets, of telephones.

use std::sync::LazyLock;

use super::{glued, is_digits, to_space, words};
use crate::mention::{Reader, TokenKind, Vocabulary, Words, quantity};

const STREETS: &str = "street st avenue ave road rd lane ln boulevard blvd drive dr court ct place pl square way terrace parkway pkwy highway hwy \
crescent close quay broadway circle trail loop plaza row alley";

static STREET: LazyLock<Vocabulary<()>> = LazyLock::new(|| words(STREETS));

/// "https://…", "www.example.com", "name@example.org"
pub(super) fn address(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if reader.kind(at + 1) != Some(TokenKind::Mark) {
        return None;
    }
    let is_scheme = reader.word(at + 1) == ":" && reader.word(at + 2) == "/" && glued(reader, at + 1);
    let is_host = reader.is(at, "www") && reader.word(at + 1) == ".";
    let is_mail = reader.word(at + 1) == "@" && glued(reader, at + 1) && glued(reader, at + 2);
    (is_scheme || is_host || is_mail).then(|| to_space(reader, at))
}

/// "0171 222 3344", "007": figures that begin with a nought are codes, and so are those that go on with them.
pub(super) fn code(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let word = reader.word(at);
    let nought = word.len() > 1 && word.starts_with('0') && !word.contains(['.', ',']);
    let rest = (at + 1..reader.tokens.len()).take_while(|&i| is_digits(reader, i) && reader.word(i).len() > 1).count();
    (nought && rest > 0).then_some(at + 1 + rest)
}

/// "the 200 block of Main Street", "(313) 596-1616", "1-800-222-TIPS": addresses and numbers to call.
pub(super) fn block_or_phone(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let joined = |i: usize| reader.word(i) == "-" && glued(reader, i) && glued(reader, i + 1);
    let area = reader.word(at).len() == 3 && reader.word(at + 1) == ")" && reader.word(at.wrapping_sub(1)) == "(";
    let letters = |i: usize| reader.word(i).len() == 4 && reader.word(i).bytes().all(|byte| byte.is_ascii_uppercase());
    let after_area = reader.word(at + 2).len() == 3 && joined(at + 3) && (is_digits(reader, at + 4) || letters(at + 4));
    let exchange = || reader.word(at).len() == 3 && reader.word(at + 2).len() == 3 && is_digits(reader, at + 2);
    let spelled = joined(at + 1) && joined(at + 3) && letters(at + 4) && exchange();
    let free = reader.word(at) == "1" && joined(at + 1) && matches!(reader.word(at + 2), "800" | "888" | "877" | "866");
    let hyphen = usize::from(reader.word(at + 1) == "-");
    let hundred = (1 + hyphen) * hyphen * usize::from(reader.is(at + 2, "hundred"));
    let hundred = hundred.max(hyphen * usize::from(reader.is(at + 2, "block")));
    let block =
        reader.is(at + 1 + hundred, "block") && (reader.is(at + 2 + hundred, "of") || reader.word(at).ends_with("00"));
    match () {
        () if area && after_area => Some(to_space(reader, at + 2)),
        () if free || spelled => Some(to_space(reader, at)),
        () if block => Some(at + 2 + hundred),
        () => None,
    }
}

/// Tokens at most between "text" and the number that it goes to.
const TEXT_REACH: usize = 9;

fn number_alone(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// "called 911", "911 dispatchers", "text TIP to 274637": a number that is dialled.
pub(super) fn dialled(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const CALL: &Words =
        words!["call", "called", "calls", "calling", "dial", "dialed", "dialled", "dialing", "phoned", "rang"];
    const CALLED: &Words =
        words!["call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "operators", "center"];
    const TEXT: &Words = words!["text", "texting", "texted", "texts", "sms"];
    let before = at.checked_sub(1)?;
    let short = matches!(reader.word(at), "911" | "999" | "112" | "988" | "311");
    let dialled = short && (reader.is_any(before, CALL) || reader.is_any(at + 1, CALLED));
    let code = reader.is(before, "to") && matches!(reader.word(at).len(), 5 | 6) && number_alone(reader.word(at));
    let texted = code && (at.saturating_sub(TEXT_REACH)..at).any(|i| reader.is_any(i, TEXT));
    (dialled || texted).then_some(at + 1)
}

/// "123 Random Street", and the postal code "PA 23456".
pub(super) fn street(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let plain = reader.word(at).len() <= 5 && reader.word(at).bytes().all(|b| b.is_ascii_digit());
    if plain
        && reader.word(at).len() == 5
        && at > 0
        && reader.word(at - 1).len() == 2
        && reader.word(at - 1).bytes().all(|b| b.is_ascii_uppercase())
    {
        return Some(at + 1);
    }
    if plain && let Some(next) = house(reader, at) {
        return Some(next);
    }
    let capital = |i: usize| reader.token(i).is_some_and(|token| token.capital || token.kind == TokenKind::Digits);
    let end = (at + 2..at + 5)
        .take_while(|&i| capital(i - 1))
        .find(|&i| reader.token(i).is_some_and(|token| token.capital && STREET.get(token).is_some()))?;
    plain.then_some(end + 1)
}

/// "800 W. Saratoga", "19651 SW 168th", "at 16411 Saybrook": a house, by the quarter of the town or by where it stands.
fn house(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const QUARTERS: [&str; 8] = ["N", "S", "E", "W", "NE", "NW", "SE", "SW"];
    let quarter = QUARTERS.contains(&reader.word(at + 1)) && reader.tokens[at + 1].spaced;
    let point = usize::from(reader.word(at + 2) == ".");
    let named = |i: usize| is_digits(reader, i) || reader.token(i).is_some_and(|token| token.capital);
    if quarter && named(at + 2 + point) {
        return Some(to_space(reader, at + 2 + point).max(at + 3 + point));
    }
    let long = (3..6).contains(&reader.word(at).len()) && !reader.word(at).ends_with("00");
    let placed = at > 0 && reader.is(at - 1, "at") && reader.token(at + 1).is_some_and(|token| token.capital);
    (long && placed && !quantity::is_unit(reader, at + 1)).then_some(at + 1)
}
