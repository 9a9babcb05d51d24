//! Lost spaces: "hospital.All", and, in a text that shows the habit, "theFrench president", "Picture:EPA", "has‘never".
//! A name may well hold a capital (`McDonald`, `YouTube`); so nothing but the full stop is touched before a text has lost
//! two different spaces where no name can be meant: a function word, or a mark, with a capital at its end.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::revision::Edit;

/// Words that end where the next begins: no name, brand or prefix is written with one of these before a capital.
const FUNCTION: &[&str] = &[
    "a", "about", "after", "against", "also", "among", "and", "as", "at", "because", "before", "between", "but", "by",
    "during", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in", "into", "is", "its", "my", "near",
    "not", "of", "on", "or", "our", "over", "said", "says", "she", "since", "than", "that", "the", "their", "they",
    "this", "through", "to", "told", "under", "until", "was", "we", "were", "when", "where", "which", "while", "who",
    "will", "with", "without", "you",
];
/// Particles and prefixes that names hold before a capital.
const PARTICLES: &[&str] = &[
    "al", "d", "da", "de", "del", "della", "den", "der", "des", "di", "dos", "du", "el", "fitz", "i", "la", "las",
    "le", "los", "lo", "mac", "mc", "o", "saint", "san", "st", "te", "ten", "ter", "van", "vander", "ver", "von", "zu",
];
/// Titles that stand before a name.
const TITLES: &[&str] =
    &["Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Sir", "President", "Minister", "Chancellor", "General"];
/// Frequent names of companies and products that are written in one word.
const NAMES: &[&str] = &[
    "AirAsia",
    "AstraZeneca",
    "BlackRock",
    "BuzzFeed",
    "CrowdStrike",
    "DeepMind",
    "DoorDash",
    "DreamWorks",
    "EasyJet",
    "EuroMillions",
    "EuroNews",
    "ExxonMobil",
    "FaceTime",
    "FedEx",
    "FireEye",
    "GameStop",
    "GitHub",
    "GlaxoSmithKline",
    "GoFundMe",
    "HarperCollins",
    "HuffPost",
    "InfoWars",
    "InterContinental",
    "JavaScript",
    "LinkedIn",
    "LiveNation",
    "MasterCard",
    "MediaWorks",
    "MoneyGram",
    "NewsNation",
    "OpenAI",
    "PayPal",
    "PepsiCo",
    "PetroChina",
    "PlayStation",
    "PolitiFact",
    "PowerPoint",
    "ProPublica",
    "PwC",
    "RyanAir",
    "SoftBank",
    "SolarWinds",
    "SoundCloud",
    "SpaceX",
    "SunTrust",
    "TechCrunch",
    "TikTok",
    "TransCanada",
    "TripAdvisor",
    "TruthSocial",
    "UnitedHealth",
    "ViacomCBS",
    "VoteVets",
    "WeChat",
    "WeWork",
    "WhatsApp",
    "WikiLeaks",
    "WordPress",
    "YouGov",
    "YouTube",
];
/// Ends of addresses, which stand behind a full stop without a space.
const DOMAINS: &[&str] =
    &["com", "org", "net", "gov", "edu", "co", "uk", "us", "eu", "io", "js", "tv", "me", "info", "ru", "py"];

/// A longer stretch without white space is data, and holds no words.
const LONGEST: usize = 1000;

/// Spaces lost behind the full stop of a sentence.
pub(super) fn stops(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (offset, chunk) in chunks(text) {
        let ends = chunk.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
        let mut places = ends.filter_map(|end| after_stop(chunk, end)).peekable();
        if places.peek().is_some() && !is_address(chunk) {
            edits.extend(places.map(|at| Edit::space(offset + at)));
        }
    }
    edits
}

/// The stretches without white space that may hold words, each with its place.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(move |piece| {
        next += piece.len();
        (next - piece.len(), piece.trim_end())
    });
    pieces.filter(|(_, chunk)| chunk.len() <= LONGEST)
}

/// Spaces lost elsewhere, where the text shows the habit.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let joints = joints(text);
    let certain: BTreeSet<&str> =
        joints.iter().filter(|joint| joint.certain).map(|joint| &text[joint.word.clone()]).collect();
    if certain.len() < 2 {
        return Vec::new();
    }
    joints.into_iter().map(|joint| Edit::space(joint.at)).collect()
}

/// The place of the space behind a sentence's end: small letters before it, a capitalised word behind.
fn after_stop(text: &str, end: usize) -> Option<usize> {
    let before = text[..end - 1].trim_end_matches(['’', '”', '"', '\'', ')']);
    let quoted = text[end..].chars().take_while(|c| matches!(c, '”' | '’')).map(char::len_utf8).sum::<usize>();
    let word = last_word(before);
    let small = word.chars().rev().take(2).filter(|c| c.is_lowercase()).count() == 2 || ends_in_figures(before);
    let next = first_word(&text[end + quoted..]);
    let begins = is_capitalised(next) || (next == "I" || next == "A");
    let holds = small && begins && !DOMAINS.contains(&next.to_lowercase().as_str());
    holds.then_some(end + quoted)
}

fn ends_in_figures(text: &str) -> bool {
    text.bytes().rev().take_while(u8::is_ascii_digit).count() >= 2
}

/// A place where a space may be lost, and whether nothing else can be meant.
struct Joint {
    at: usize,
    /// The word or the words around it, to count different ones.
    word: Range<usize>,
    certain: bool,
}

/// All places where a space may be lost, in order.
fn joints(text: &str) -> Vec<Joint> {
    let mut joints = Vec::new();
    for (offset, chunk) in chunks(text) {
        let first = joints.len();
        inside(chunk, offset, &mut joints);
        if joints.len() > first && is_address(chunk) {
            joints.truncate(first);
        }
    }
    joints
}

/// The joints of one stretch without white space.
fn inside(chunk: &str, offset: usize, joints: &mut Vec<Joint>) {
    let mut before = None;
    for (at, c) in chunk.char_indices() {
        let found = match before {
            Some(last) if last_is_small(last) && c.is_uppercase() => camel(chunk, at),
            Some(last) => mark(chunk, at, last, c),
            None => None,
        };
        let word = offset..offset + chunk.len();
        joints.extend(found.map(|certain| Joint { at: offset + at, word, certain }));
        before = Some(c);
    }
}

fn last_is_small(c: char) -> bool {
    c.is_lowercase()
}

/// Whether a capital behind a small letter begins a word of its own: `Some(true)` where nothing else can be meant.
fn camel(chunk: &str, at: usize) -> Option<bool> {
    let (first, next) = (camel_before(&chunk[..at]), camel_after(&chunk[at..]));
    let whole = [last_word(&chunk[..at]), first_word(&chunk[at..])].concat();
    if NAMES.iter().any(|name| whole.contains(name)) || PARTICLES.contains(&first.to_lowercase().as_str()) {
        return None;
    }
    let acronym = next.len() >= 2 && next.chars().all(char::is_uppercase);
    let named = next.chars().count() >= 2 && next.chars().skip(1).all(char::is_lowercase);
    if FUNCTION.contains(&first) {
        return (named || acronym || next == "I").then_some(true);
    }
    let small = first.starts_with(char::is_lowercase) && first.chars().count() >= 3;
    let titled = TITLES.contains(&first);
    let two_names = first.chars().count() >= 3 && next.chars().count() >= 3;
    (named && (small || titled || two_names)).then_some(false)
}

/// The part of a word before a joint, back to the joint before.
fn camel_before(text: &str) -> &str {
    let word = last_word(text);
    let start = word.char_indices().rev().find(|(_, c)| c.is_uppercase()).map_or(0, |(at, _)| at);
    &word[start..]
}

/// The part of a word behind a joint, up to the next.
fn camel_after(text: &str) -> &str {
    let word = first_word(text);
    let mut chars = word.char_indices().skip(1).skip_while(|(_, c)| c.is_uppercase());
    chars.find(|(_, c)| c.is_uppercase()).map_or(word, |(at, _)| &word[..at])
}

/// Whether a mark stands between two words without the space that belongs on one side of it.
fn mark(chunk: &str, at: usize, last: char, c: char) -> Option<bool> {
    let before = &chunk[..at];
    let rest = &chunk[at..];
    let worded = |text: &str| last_word(text).chars().count() >= 2;
    match (last, c) {
        (':', _) if worded(&before[..at - 1]) => {
            (is_opening(c) || is_capitalised(first_word(rest)) || is_acronym(rest)).then_some(true)
        }
        (',', _) if worded(&before[..at - 1]) && c.is_alphabetic() => {
            (first_word(rest).chars().count() >= 2).then_some(true)
        }
        (')', _) if c.is_alphabetic() || c == '(' => (first_word(rest).len() >= 2 || c == '(').then_some(false),
        (_, '(') if last.is_alphabetic() => is_capitalised(first_word(&rest[1..])).then_some(false),
        (_, '“' | '‘') if last.is_alphabetic() => is_quotation(rest, c).then_some(true),
        ('”', _) if c.is_alphabetic() => Some(false),
        _ => None,
    }
}

/// Whether an opening mark begins a quotation and is no apostrophe turned round.
fn is_quotation(rest: &str, mark: char) -> bool {
    let word = first_word(&rest[mark.len_utf8()..]);
    word.chars().count() >= 3 || (mark == '“' && !word.is_empty())
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '’' | '\'')
}

fn is_acronym(text: &str) -> bool {
    let word = first_word(text);
    word.len() >= 2 && word.chars().all(char::is_uppercase)
}

fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().find(|(_, c)| !c.is_alphabetic()).map_or(0, |(at, c)| at + c.len_utf8());
    &text[start..]
}

/// Whether a stretch is an address, a path or an identifier.
fn is_address(chunk: &str) -> bool {
    chunk.contains(['/', '@', '\\', '_', '#', '=']) || chunk.contains("www.")
}

#[cfg(test)]
mod tests {
    use super::super::tests::repaired;

    #[test]
    fn a_habit_is_undone() {
        let text = "The chief ofNorthland met herMinister atHome. Then presidentAnnaBergmann saw withMrLund,Oslo,and(Photo:NTB)(File) \
                    said:‘We stay’ and he‘will go’.";
        let clean = "The chief of Northland met her Minister at Home. Then president Anna Bergmann saw with Mr Lund, Oslo, and (Photo: NTB) (File) \
                     said: ‘We stay’ and he ‘will go’.";
        assert_eq!(repaired(text), clean);
    }

    #[test]
    fn names_stand_even_then() {
        let names = "McDonald, MacArthur, DeVries, YouTube, PlayStation, iPhone, eBay, mRNA, LeBron, O’Neill, TikTok";
        assert_eq!(repaired(&format!("ofNorthland andOslo {names}")), format!("of Northland and Oslo {names}"));
    }

    #[test]
    fn one_case_is_no_habit() {
        for text in [
            "He went to theCity of London",
            "The iPhone and YouTube, at GitHub",
            "McDonald met DeVries",
            "person(s) or item(s)",
        ] {
            assert_eq!(repaired(text), text);
        }
    }

    #[test]
    fn sentences_are_parted() {
        assert_eq!(
            repaired("at the hospital.All seven lived. In 2014.He left!She stayed.”Then"),
            "at the hospital. All seven lived. In 2014. He left! She stayed.” Then"
        );
        for text in [
            "see example.Com/x",
            "Amazon.com and Node.Js",
            "the U.S.Army",
            "e.g.This",
            "mail a.b@example.Org now",
            "at 5 p.m.EST",
        ] {
            assert_eq!(repaired(text), text);
        }
    }
}
