//! The words of English that tell nothing by themselves: a pattern is not hung on them. Closed classes, which no rule extends.

/// What a word is, as far as it can be told without its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// "were", "has", "could": before a verb.
    Auxiliary,
    /// "also", "nearly", "badly".
    Adverb,
    /// "up", "of", "in".
    Preposition,
    /// "the", "its".
    Determiner,
    /// "and", "they", "what".
    Joint,
    /// "when", "because": another clause begins.
    Clause,
    /// "said", "told": who says it, not what happened.
    Saying,
    /// A word with a sense of its own.
    Content,
}

const AUXILIARIES: &[&str] = &[
    "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "having", "will", "would", "could", "can",
    "may", "might", "must", "shall", "should", "did", "does", "do", "got", "that", "which", "who", "to",
];
const ADVERBS: &[&str] = &[
    "also", "now", "already", "still", "just", "even", "not", "never", "so", "far", "again", "then", "there", "here",
    "yet", "too", "later", "ago", "soon", "almost", "about", "around", "some", "roughly", "over", "more", "less",
    "than", "least", "most", "total", "another",
];
const PREPOSITIONS: &[&str] = &[
    "up",
    "down",
    "off",
    "out",
    "away",
    "back",
    "aground",
    "ashore",
    "in",
    "on",
    "at",
    "of",
    "by",
    "for",
    "from",
    "to",
    "with",
    "into",
    "onto",
    "under",
    "across",
    "along",
    "against",
    "among",
    "between",
    "during",
    "through",
    "throughout",
    "near",
    "since",
    "until",
    "within",
    "without",
    "after",
    "before",
    "behind",
    "below",
    "above",
    "beyond",
    "toward",
    "towards",
    "upon",
    "via",
    "per",
    "inside",
    "outside",
    "as",
];
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "this", "these", "those", "its", "his", "her", "their", "our", "my", "your", "all", "each",
    "every", "both", "any", "no", "such", "other", "same",
];
const JOINTS: &[&str] = &[
    "and", "or", "nor", "it", "he", "she", "they", "we", "you", "i", "them", "him", "us", "me", "whom", "whose",
    "what", "how",
];
const CLAUSES: &[&str] =
    &["but", "if", "when", "while", "where", "because", "although", "though", "whether", "why", "unless", "whereas"];
const SAYINGS: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "reported",
    "reports",
    "announced",
    "announces",
    "added",
    "adds",
    "confirmed",
    "confirms",
    "estimated",
    "estimates",
    "according",
    "believed",
    "expected",
    "thought",
];

/// The class of a word.
pub(super) fn class(word: &str) -> Class {
    let lists = [
        (AUXILIARIES, Class::Auxiliary),
        (ADVERBS, Class::Adverb),
        (PREPOSITIONS, Class::Preposition),
        (DETERMINERS, Class::Determiner),
        (JOINTS, Class::Joint),
        (CLAUSES, Class::Clause),
        (SAYINGS, Class::Saying),
    ];
    let listed = lists.iter().find(|(list, _)| list.contains(&word)).map(|(_, class)| *class);
    let adverb = word.len() > 4 && word.ends_with("ly");
    listed.unwrap_or(if adverb { Class::Adverb } else { Class::Content })
}

/// A word as an expression, with what would be a sign of the expression escaped.
pub(super) fn literal(word: &str) -> String {
    regex_syntax::escape(word)
}

/// A noun in both its numbers: "ships?", "ferr(?:y|ies)", "(?:men|man)".
pub(super) fn numbers(written: &str, singular: &str) -> String {
    let (long, short) = if written.len() > singular.len() { (written, singular) } else { (singular, written) };
    if written == singular {
        return literal(written);
    }
    match long.strip_prefix(short) {
        Some("s") => format!("{}s?", literal(short)),
        Some(ending) => format!("{}(?:{ending})?", literal(short)),
        None => match (singular.strip_suffix('y'), written.strip_suffix("ies")) {
            (Some(stem), Some(other)) if stem == other => format!("{}(?:y|ies)", literal(stem)),
            _ => format!("(?:{}|{})", literal(written), literal(singular)),
        },
    }
}
