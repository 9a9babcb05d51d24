//! What looks like a figure and is none: addresses, clock times, scores, phone numbers, model names, ordinals, years.

mod contact;
mod model;
mod proper;
mod sport;

use std::sync::LazyLock;

use super::class::{NONFIGURE, NUMBER, PRONOUN};
use super::{Reader, TokenKind, Vocabulary, Words, quantity, words};

/// Words that number what follows them: "flight 815", "Article 5", "No. 10".
const DESIGNATORS: &str = "flight highway route exit terminal room section article chapter page pages pg line gate platform channel number no nr \
resolution phase version volume vol figure fig table item step apartment apt suite block ward zone sector category stage interstate image slide \
track pier hangar runway psalm verse episode type mark mk model boeing airbus antonov tupolev ilyushin embraer cessna apollo voyager soyuz iphone \
windows playstation galaxy leopard challenger gepard abrams formula class grade tier level rule order form bill proposition prop amendment \
paragraph clause annex appendix schedule lot isbn issue error code extension ext hwy rte sr us-route area bus train engine ladder station precinct \
precinct district unit ftse nikkei russell stoxx cac dax nasdaq asx csi kospi fortune battalion brigade route group lane box bldg building floor division chapter title protocol exercise exercises question problem";
/// The same in the plural, before a list: "junctions 8 and 10", "Sections 4 to 7".
const LISTED: &str = "junctions exits articles chapters sections rooms gates lines paragraphs clauses pages figures tables lots \
terminals platforms routes highways blocks phases episodes verses games";
/// Makes whose models and versions are numbers: "Porsche 911", "Android 12", "Bluetooth 5.2". They are written with a capital.
const BRANDS: &str = "android bluetooth usb hdmi thunderbolt ios ipados macos watchos xbox ryzen snapdragon geforce rtx gtx radeon pixel kindle \
oneplus redmi porsche peugeot ferrari mazda fiat ram audi lexus infiniti polestar gpt llama claude gemini starship falcon artemis chapter \
expedition fi directx photoshop powershell python java excel office act scene base camp lap matchday game abc nbc cbs fox news local \
wtol koco kgw ktla war season box";
const ZONES: &str =
    "gmt utc est edt pst pdt cst cdt mst mdt cet cest bst et pt ist am pm noon o'clock o’clock oclock hrs";

static DESIGNATING: LazyLock<Vocabulary<()>> = LazyLock::new(|| words(DESIGNATORS));
static LISTING: LazyLock<Vocabulary<()>> = LazyLock::new(|| words(LISTED));
static BRAND: LazyLock<Vocabulary<()>> = LazyLock::new(|| words(BRANDS));
static ZONE: LazyLock<Vocabulary<()>> = LazyLock::new(|| words(ZONES));

fn words(list: &'static str) -> Vocabulary<()> {
    Vocabulary::new(list.split_ascii_whitespace().map(|word| (word, ())))
}

/// The words that may begin what holds no figure, but for those that a mark follows.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    DESIGNATING.words().chain(LISTING.words()).chain(BRAND.words()).chain(["www"])
}

/// The words that may begin a pronoun.
pub(super) fn pronouns() -> impl Iterator<Item = &'static str> {
    ["no", "the", "this", "that", "which", "every", "any", "each", "one"].into_iter()
}

/// The first token after what begins at `at` and holds no figure; `None` where a recogniser should look at it.
pub(super) fn skip(reader: &Reader<'_>, at: usize) -> Option<usize> {
    match reader.kind(at)? {
        TokenKind::Digits => after_digits(reader, at),
        TokenKind::Word => after_word(reader, at),
        TokenKind::Mark => marked(reader, at),
        TokenKind::Break => None,
    }
}

/// What begins with a word: one that a mark follows, one of [`openers`] or [`pronouns`], or a number.
fn after_word(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let marked = reader.kind(at + 1) == Some(TokenKind::Mark);
    let joined = |test: fn(&Reader<'_>, usize) -> Option<usize>| if marked { test(reader, at) } else { None };
    joined(contact::address)
        .or_else(|| named(reader, at))
        .or_else(|| joined(ratio))
        .or_else(|| in_number_words(reader, at))
}

/// What a word names or stands for: a thing with its number, a pronoun.
fn named(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let figure = is_digits(reader, at + 1) || is_digits(reader, at + 2);
    let thing = if figure && reader.may_be(at, NONFIGURE) {
        numbered(reader, at).or_else(|| branded(reader, at))
    } else {
        None
    };
    thing.or_else(|| if reader.may_be(at, PRONOUN) { pronoun(reader, at) } else { None })
}

/// What holds no figure though it begins with the word of a number.
fn in_number_words(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if !reader.may_be(at, NUMBER) {
        return None;
    }
    quantity::small_number(reader, at)?;
    sport::of_sport_in_words(reader, at)
        .or_else(|| spoken_clock(reader, at))
        .or_else(|| model::word_in_name(reader, at))
        .or_else(|| proper::capital_in_name(reader, at))
}

fn after_digits(reader: &Reader<'_>, at: usize) -> Option<usize> {
    clock(reader, at)
        .or_else(|| behind_name(reader, at))
        .or_else(|| model::part_of_name(reader, at))
        .or_else(|| day_of_month(reader, at))
        .or_else(|| model::model_number(reader, at))
        .or_else(|| sport::of_sport(reader, at))
        .or_else(|| ratio(reader, at))
        .or_else(|| contact::code(reader, at))
        .or_else(|| contact::block_or_phone(reader, at))
        .or_else(|| contact::dialled(reader, at))
        .or_else(|| model::ordinal_or_model(reader, at))
        .or_else(|| chain(reader, at))
        .or_else(|| sport::score(reader, at))
        .or_else(|| contact::street(reader, at))
        .or_else(|| list_number(reader, at))
        .or_else(|| citation(reader, at))
}

/// What begins at `at` and holds no figure, in the words of an explanation; as [`skip`] goes through them.
pub(super) fn reason(reader: &Reader<'_>, at: usize) -> Option<&'static str> {
    type Test = fn(&Reader<'_>, usize) -> Option<usize>;
    const DIGITS: [(Test, &str); 16] = [
        (clock, "a time of day"),
        (behind_name, "the number of a thing, not how many"),
        (model::part_of_name, "part of a name"),
        (day_of_month, "a day of a month"),
        (model::model_number, "the number of a model"),
        (sport::of_sport, "a term of sport"),
        (ratio, "a ratio"),
        (contact::code, "a code"),
        (contact::block_or_phone, "an address or a telephone number"),
        (contact::dialled, "a number to call"),
        (model::ordinal_or_model, "an ordinal, or the name of a model"),
        (chain, "figures in a chain: a telephone number, a version, years"),
        (sport::score, "a score"),
        (contact::street, "an address"),
        (list_number, "the number of an item"),
        (citation, "the number of a note"),
    ];
    const WORDS: [(Test, &str); 9] = [
        (contact::address, "an address"),
        (numbered, "the number of a thing, not how many"),
        (branded, "the number of a model"),
        (pronoun, "a pronoun"),
        (ratio, "a ratio"),
        (sport::of_sport_in_words, "a term of sport"),
        (spoken_clock, "a time of day"),
        (model::word_in_name, "part of a name"),
        (proper::capital_in_name, "part of a name"),
    ];
    let tests = match reader.kind(at)? {
        TokenKind::Digits => &DIGITS[..],
        TokenKind::Word => &WORDS[..],
        TokenKind::Mark => &[(marked as Test, "a tag, an address or a number to call")],
        TokenKind::Break => &[],
    };
    tests.iter().find(|(test, _)| test(reader, at).is_some()).map(|(_, reason)| *reason)
}

fn glued(reader: &Reader<'_>, at: usize) -> bool {
    reader.token(at).is_some_and(|token| !token.spaced)
}

fn is_digits(reader: &Reader<'_>, at: usize) -> bool {
    reader.kind(at) == Some(TokenKind::Digits)
}

/// Past everything that is joined without space: the rest of an address or name.
fn to_space(reader: &Reader<'_>, at: usize) -> usize {
    let joined = |i: &usize| reader.token(*i).is_some_and(|token| !token.spaced && token.kind != TokenKind::Break);
    let mut end = at + 1;
    while joined(&end) {
        end += 1;
    }
    // A sentence may end right after an address.
    while end > at + 1 && matches!(reader.word(end - 1), "." | "," | ")" | ";" | ":" | "?" | "!") {
        end -= 1;
    }
    end
}

/// "#5", "@name5", "+1-222"
fn marked(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let next_glued = glued(reader, at + 1);
    match reader.word(at) {
        "#" | "@" if next_glued => Some(to_space(reader, at)),
        "+" if next_glued && is_digits(reader, at + 1) && matches!(reader.word(at + 2), "-" | "/") => {
            Some(to_space(reader, at))
        }
        "§" => Some(at + 2),
        _ => None,
    }
}

/// "11:45", "3 p.m.", "2pm", "2.13 am", "0800 GMT", "5 o'clock", with the second time of "5-7 p.m."
fn clock(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let (hour, minute) = reader.word(at).split_once('.').unwrap_or((reader.word(at), "00"));
    let small =
        |text: &str, width: usize, limit: u32| text.len() <= width && text.parse::<u32>().is_ok_and(|n| n < limit);
    if reader.word(at + 1) == ":"
        && glued(reader, at + 1)
        && glued(reader, at + 2)
        && small(hour, 2, 25)
        && is_digits(reader, at + 2)
    {
        let end = if reader.word(at + 3) == ":" && is_digits(reader, at + 4) { at + 5 } else { at + 3 };
        // "14:06.62" is a time on the track.
        let second = reader.word(at + 2).split('.').next().unwrap_or_default();
        return second.len().eq(&2).then(|| half_of_day(reader, end).unwrap_or(end));
    }
    let is_time = small(hour, 2, 25) && minute.len() == 2 && small(minute, 2, 60);
    if is_time && hour_of_weekday(reader, at) {
        return Some(at + 1);
    }
    if is_time && let Some(end) = half_of_day(reader, at + 1) {
        return Some(end);
    }
    let military =
        hour.len() == 4 && small(hour, 4, 2400) && reader.is_any(at + 1, words!["gmt", "utc", "hours", "hrs"]);
    let zoned = military && reader.is_any(at + 1, words!["gmt", "utc"]);
    (zoned || military && hour.ends_with(['0', '5'])).then_some(at + 2)
}

/// "three o'clock", "nine p.m."
fn spoken_clock(reader: &Reader<'_>, at: usize) -> Option<usize> {
    quantity::small_number(reader, at).filter(|hour| (1..13).contains(hour))?;
    half_of_day(reader, at + 1)
}

/// "around 10 Saturday night": an hour before the day it belongs to.
fn hour_of_weekday(reader: &Reader<'_>, at: usize) -> bool {
    const AT: &Words = words!["at", "around", "about", "by", "before", "after", "since", "until"];
    const DAYS: &Words = words!["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    at > 0 && reader.is_any(at - 1, AT) && reader.is_any(at + 1, DAYS)
}

/// "p.m.", "am", "GMT" after a time.
fn half_of_day(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let letter = reader.is_any(at, words!["a", "p"]);
    if letter && reader.word(at + 1) == "." && reader.is(at + 2, "m") {
        return Some(at + 3 + usize::from(reader.word(at + 3) == "."));
    }
    let token = reader.token(at)?;
    let zone = ZONE.get(token).is_some();
    let is_unit = reader.word(at) == "hrs" || reader.is(at, "am") && reader.word(at.wrapping_sub(1)).len() > 5;
    (zone && !is_unit).then_some(at + 1)
}

/// "on may 19, ...", "dec. 12, 1994" in small letters: days of months that are not read as dates.
fn day_of_month(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let point = usize::from(at > 1 && reader.word(at - 1) == ".");
    let month = at.checked_sub(1 + point).filter(|&month| is_month(reader, month, point == 1))?;
    let day = reader.word(at).len() < 3 && reader.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let ends = matches!(reader.word(at + 1), "," | "." | ")" | ";");
    (day && ends && !reader.tokens[month].capital).then_some(at + 1)
}

fn is_month(reader: &Reader<'_>, at: usize, short: bool) -> bool {
    const SHORT: &Words = words!["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"];
    const LONG: &Words = words![
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let months = if short { SHORT } else { LONG };
    reader.is_any(at, months)
}

/// "a 12-for-1 split", "two-for-one", "3-on-3", "nine-to-five": how many for how many, and no figure by itself.
fn ratio(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let joined = |i: usize| matches!(reader.word(i), "-" | "‑") && glued(reader, i) && glued(reader, i + 1);
    let number = |i: usize| is_digits(reader, i) || quantity::small_number(reader, i).is_some();
    let hours = || reader.is_any(at, words!["9", "nine"]) && reader.is_any(at + 4, words!["5", "five"]);
    let to_one = || reader.is_any(at + 2, words!["for", "on"]) || reader.is(at + 2, "to") && hours();
    if joined(at + 1) && joined(at + 3) && number(at) && number(at + 4) && to_one() {
        return Some(at + 5);
    }
    // "7-Eleven", "a 10-K filing", "a 401(k)"
    let eleven =
        joined(at + 1) && (reader.is(at + 2, "eleven") || matches!(reader.word(at + 2), "K" | "F" | "Q" | "H"));
    let retires = is_digits(reader, at) && reader.word(at + 1) == "(" && matches!(reader.word(at + 2), "k" | "b");
    match (eleven, retires) {
        (true, _) => Some(at + 3),
        (_, true) if glued(reader, at + 1) && reader.word(at + 3) == ")" => Some(at + 4),
        _ => None,
    }
}

/// Figures at most that are looked at in a chain.
const LONGEST_CHAIN: usize = 12;

/// Three or more figures joined by the same mark: a phone number, a date, an address of the internet; votes ("141-5-35") are read.
fn chain(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let joint = reader.word(at + 1);
    if reader.word(at).matches('.').count() > 2 {
        return Some(at + 1);
    }
    let links = (0..LONGEST_CHAIN).take_while(|&n| {
        let mark = at + 1 + 2 * n;
        matches!(reader.word(mark), "-" | "/" | "–" | "." | ":")
            && glued(reader, mark)
            && glued(reader, mark + 1)
            && is_digits(reader, mark + 1)
    });
    let links = links.count();
    let long = (0..=links).any(|n| reader.word(at + 2 * n).len() >= 4);
    let dated = joint == "/" && links == 2;
    let phone = links >= 2 && (long || joint == ".")
        || links == 1 && reader.word(at).len() == 3 && reader.word(at + 2).len() == 4 && joint == "-";
    let pair = (reader.word(at), reader.word(at + 2));
    let always = matches!(pair, ("24" | "7", "7") | ("9", "11") | ("50", "50")) && joint == "/";
    let years =
        links == 1 && reader.word(at).len() == 4 && reader.word(at + 2).len() == 2 && matches!(joint, "-" | "–" | "/");
    (phone || dated || always || years).then(|| at + 1 + 2 * links)
}

/// "1." or "2)" at the start of a line, before a word.
fn list_number(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let opens = at == 0 || reader.kind(at - 1) == Some(TokenKind::Break) || reader.word(at - 1) == "(";
    let bracket = at > 0 && reader.word(at - 1) == "(";
    let marked = matches!(reader.word(at + 1), ")")
        && reader.word(at).len() <= 2
        && (bracket || reader.kind(at + 2) == Some(TokenKind::Word))
        || reader.word(at + 1) == "."
            && !bracket
            && reader.word(at).len() <= 2
            && reader.token(at + 2).is_some_and(|next| next.capital && next.spaced);
    let lower = !bracket || reader.word(at).len() == 1;
    let spaced_list = reader.word(at + 1) == ")"
        && reader.word(at).len() == 1
        && reader.kind(at + 2) == Some(TokenKind::Word)
        && !bracket;
    (opens && marked && lower || spaced_list).then_some(at + 2)
}

/// "[12]" and "[4][14]" behind what they prove.
fn citation(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let bracketed = at > 0 && reader.word(at - 1) == "[" && reader.word(at + 1) == "]";
    (bracketed && glued(reader, at) && glued(reader, at + 1) && reader.word(at).len() < 4).then_some(at + 2)
}

/// A designator with its number: "Flight 815", "Highway 61", "No. 10", "version two".
fn numbered(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if LISTING.get(reader.token(at)?).is_some() {
        return listed(reader, at + 1);
    }
    DESIGNATING.get(reader.token(at)?)?;
    let point = usize::from(reader.word(at + 1) == ".");
    let is_no = reader.is(at, "no") || reader.is(at, "nr") || reader.is(at, "nrs");
    let number = at + 1 + point;
    let plain = is_digits(reader, number) && reader.word(number).len() <= 5 && !reader.word(number).contains(',');
    if !plain || is_no && point == 0 && !reader.tokens[at].capital {
        return None;
    }
    let counts = measures(reader, number + 1) && !reader.tokens[at].capital;
    let whole = number + 2;
    let one_of = reader.is(number + 1, "of") && is_digits(reader, whole) && !measures(reader, whole + 1);
    (!counts).then(|| if one_of { whole + 1 } else { to_space(reader, number).max(number + 1) })
}

/// "8 and 10", "4 to 7", "3, 5 and 9" behind what they number.
fn listed(reader: &Reader<'_>, first: usize) -> Option<usize> {
    const JOINTS: &Words = words!["and", "or", "to", ",", "-", "–", "&", "through"];
    let plain = |i: usize| is_digits(reader, i) && reader.word(i).len() < 5 && !measures(reader, i + 1);
    if !plain(first) {
        return None;
    }
    let more = (0..LONGEST_CHAIN)
        .take_while(|&n| reader.is_any(first + 1 + 2 * n, JOINTS) && plain(first + 2 + 2 * n))
        .count();
    Some(first + 1 + 2 * more)
}

/// "Porsche 911", "Android 12": a make with a capital, and the number of its model, which counts nothing after it.
fn branded(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let made = BRAND.get(reader.token(at)?).is_some() && reader.word(at).contains(char::is_uppercase);
    let plain = is_digits(reader, at + 1) && reader.word(at + 1).len() < 5 && reader.tokens[at + 1].spaced;
    (made && plain && !measures(reader, at + 2)).then(|| to_space(reader, at + 1).max(at + 2))
}

/// The number of what a name has taken in already: "Wi-Fi 6", "PO Box 12".
fn behind_name(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&i| reader.tokens[i].capital && reader.tokens[at].spaced)?;
    numbered(reader, before).or_else(|| branded(reader, before))
}

/// Whether what follows makes the number a measure after all: "a class 30 minutes away", "level 5 percent".
fn measures(reader: &Reader<'_>, at: usize) -> bool {
    const UNITS: &Words = words![
        "percent", "%", "per", "minutes", "hours", "days", "weeks", "months", "years", "people", "miles", "km",
        "metres", "meters", "feet", "million", "billion",
    ];
    reader.is_any(at, UNITS)
}

/// "no one", "one another", "one of", "the one", "one's", "24/7" stand for no figure.
fn pronoun(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let before_one = reader.is(at + 1, "one");
    if before_one && reader.is(at, "no") {
        return Some(at + 2);
    }
    let determined = || reader.is_any(at, words!["the", "this", "that", "which", "every", "any", "each"]);
    let followed = || {
        reader
            .is_any(at + 2, words!["who", "that", "you", "of", "is", "was", "i", "we", "he", "she", "they", "to", "do"])
    };
    if before_one && determined() && (reader.kind(at + 2) != Some(TokenKind::Word) || followed()) {
        return Some(at + 2);
    }
    (reader.is(at, "one")
        && reader.is_any(at + 1, words!["another", "of", "can", "must", "should", "by"])
        && !reader.is(at + 2, "a"))
    .then_some(at + 2)
}
