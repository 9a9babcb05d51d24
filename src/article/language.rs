//! The language of an article: the tag it carries, or a guess from its most frequent words. Only clear cases are refused:
//! a short text, or one of mixed signs, is taken to be English.

/// Fewer words than this say nothing.
const WORDS: usize = 40;
/// The guess reads no further than this.
const SAMPLE: usize = 16 << 10;
/// Most texts show that they are English within this.
const GLANCE: usize = 1 << 10;

const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "for", "is", "was", "on", "with", "as", "by", "at", "it", "his", "from", "be",
    "are", "were", "has", "had", "have", "this", "which", "they", "said", "will", "would", "not", "but", "who",
    "their", "been",
];

/// Frequent words of other languages that English does not share.
const OTHERS: &[(&str, &[&str])] = &[
    ("cs", &["že", "který", "která", "jsou", "také", "byl", "podle", "nebo", "jeho", "se", "ve", "na"]),
    ("da", &["og", "det", "ikke", "af", "til", "som", "har", "på", "er", "med"]),
    (
        "de",
        &["der", "und", "das", "nicht", "den", "ist", "mit", "von", "ein", "eine", "dem", "sich", "auch", "auf", "im"],
    ),
    ("es", &["el", "los", "las", "que", "una", "por", "del", "con", "para", "su", "se", "y", "en", "la"]),
    ("fi", &["ja", "ei", "että", "oli", "hän", "mutta", "myös", "joka", "kun"]),
    ("fr", &["les", "des", "une", "est", "dans", "qui", "pour", "que", "sur", "pas", "du", "au", "et", "le", "la"]),
    ("hu", &["az", "és", "hogy", "nem", "egy", "volt", "meg", "szerint"]),
    ("it", &["il", "che", "di", "della", "per", "una", "sono", "con", "del", "gli", "è", "e", "la"]),
    ("nl", &["het", "een", "van", "niet", "zijn", "voor", "dat", "met", "ook", "de", "en"]),
    ("pl", &["się", "nie", "że", "jest", "przez", "oraz", "dla", "jak", "na", "do"]),
    ("pt", &["não", "uma", "os", "com", "para", "dos", "da", "do", "em", "que", "o", "e"]),
    ("ro", &["și", "nu", "este", "care", "pentru", "din", "cu", "pe", "că", "de"]),
    ("sv", &["och", "att", "det", "inte", "för", "som", "är", "på", "av", "till"]),
    ("tr", &["ve", "bir", "bu", "için", "ile", "olarak", "olan", "daha"]),
];

/// Why the language of an article is not supported, if it is not.
pub(super) fn unsupported(tag: Option<&str>, text: &str) -> Option<String> {
    let refused = match tag {
        Some(tag) if is_english(tag) => None,
        Some(tag) => Some(format!("language `{tag}` is not supported")),
        None => match guess(text) {
            Guess::English => None,
            Guess::Other(tag) => Some(format!("language `{tag}`, as its words suggest, is not supported")),
            Guess::Unnamed => Some("its language, as its words suggest not English, is not supported".to_owned()),
        },
    };
    refused.map(|reason| format!("{reason}; leave it out, or give its `language` as `en` if it is English"))
}

fn is_english(tag: &str) -> bool {
    let main = tag.split(['-', '_']).next().unwrap_or_default();
    ["en", "eng", "english"].iter().any(|name| main.eq_ignore_ascii_case(name))
}

/// What the words of a text suggest.
enum Guess {
    /// English, or nothing clear.
    English,
    /// Clearly this language.
    Other(&'static str),
    /// Clearly not English, but no language that is known here.
    Unnamed,
}

/// The language that the words of a text suggest.
fn guess(text: &str) -> Guess {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    if is_plain_english(text) {
        return Guess::English;
    }
    if other_script(sample) {
        return Guess::Unnamed;
    }
    let words: Vec<String> = words(sample).map(str::to_lowercase).collect();
    let share = |list: &[&str]| words.iter().filter(|word| list.contains(&word.as_str())).count();
    let english = share(ENGLISH);
    if words.len() < WORDS || english * 10 >= words.len() {
        return Guess::English;
    }
    let best = OTHERS.iter().map(|(tag, list)| (share(list), *tag)).max_by_key(|(count, _)| *count);
    match best {
        Some((count, tag)) if count * 10 >= words.len() && count > 2 * english => Guess::Other(tag),
        _ if english * 50 < words.len() && lower_share(sample) => Guess::Unnamed,
        _ => Guess::English,
    }
}

/// Whether, at a glance, one word in five is among the most frequent English ones: no other language comes near.
pub(super) fn is_plain_english(text: &str) -> bool {
    let text = &text[..text.floor_char_boundary(GLANCE)];
    let frequent = |word: &str| ENGLISH.iter().any(|listed| listed.eq_ignore_ascii_case(word));
    let (english, all) =
        words(text).fold((0, 0), |(english, all), word| (english + usize::from(frequent(word)), all + 1));
    all >= WORDS && english * 5 >= all
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Whether most words are lower-case: prose, and no table or list of names.
fn lower_share(text: &str) -> bool {
    let (lower, all) = words(text)
        .fold((0, 0), |(lower, all), word| (lower + usize::from(word.starts_with(char::is_lowercase)), all + 1));
    lower * 2 > all
}

/// Whether most letters belong to another script than the Latin one.
fn other_script(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let (other, all) = text.chars().filter(|c| c.is_alphabetic()).fold((0, 0), |(other, all), c| {
        (other + usize::from(c > '\u{24f}' && !('\u{1e00}'..='\u{1eff}').contains(&c)), all + 1)
    });
    all >= 20 && other * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_decide() {
        assert_eq!(unsupported(Some("en-GB"), "Der Minister"), None);
        assert!(unsupported(Some("de"), "The minister").is_some_and(|reason| reason.contains("`de`")));
    }

    #[test]
    fn other_languages_are_refused() {
        let german =
            "Der Minister sagte, dass die Gespräche mit dem Präsidenten nicht vor dem Ende der Woche beginnen. ";
        let french =
            "Le ministre a dit que les discussions ne commenceront pas dans la semaine qui vient pour une raison. ";
        assert!(unsupported(None, &german.repeat(4)).is_some_and(|reason| reason.contains("`de`")));
        assert!(unsupported(None, &french.repeat(4)).is_some_and(|reason| reason.contains("`fr`")));
        assert!(unsupported(None, &"Министр сказал, что переговоры начнутся. ".repeat(4)).is_some());
    }

    #[test]
    fn english_and_short_texts_pass() {
        let english = "The minister said that talks with the president would not begin before the end of the week. ";
        assert_eq!(unsupported(None, &english.repeat(4)), None);
        assert_eq!(unsupported(None, "Der Minister sagte nichts."), None);
        assert_eq!(unsupported(None, &"Arsenal 2 Chelsea 1, Leeds 0 Everton 0. ".repeat(30)), None);
    }
}
