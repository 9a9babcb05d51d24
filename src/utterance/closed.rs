//! The closed classes of English: words that carry a sentence's grammar rather than what it is about. They are the language,
//! not a list that anybody would extend.

/// Who a pronoun stands for, as far as it says so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Person {
    /// I.
    Speaker,
    /// We.
    Speakers,
    /// You.
    Addressee,
    /// He.
    Man,
    /// She.
    Woman,
    /// They.
    Others,
}

/// What a pronoun does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Case {
    /// "He".
    Subject,
    /// "Him"; "you" may be either.
    Object,
    /// "His".
    Owner,
}

/// What a pronoun stands for; `None` for other words.
pub(super) fn pronoun(word: &str) -> Option<(Person, Case)> {
    Some(match word {
        "i" => (Person::Speaker, Case::Subject),
        "me" | "myself" => (Person::Speaker, Case::Object),
        "my" | "mine" => (Person::Speaker, Case::Owner),
        "we" => (Person::Speakers, Case::Subject),
        "us" | "ourselves" => (Person::Speakers, Case::Object),
        "our" | "ours" => (Person::Speakers, Case::Owner),
        "you" | "yourself" | "yourselves" => (Person::Addressee, Case::Object),
        "your" | "yours" => (Person::Addressee, Case::Owner),
        "he" => (Person::Man, Case::Subject),
        "him" | "himself" => (Person::Man, Case::Object),
        "his" => (Person::Man, Case::Owner),
        "she" => (Person::Woman, Case::Subject),
        "her" | "herself" => (Person::Woman, Case::Object),
        "hers" => (Person::Woman, Case::Owner),
        "they" => (Person::Others, Case::Subject),
        "them" | "themselves" => (Person::Others, Case::Object),
        "their" | "theirs" => (Person::Others, Case::Owner),
        _ => return None,
    })
}

/// Whether a word denies.
pub(super) fn denies(word: &str) -> bool {
    matches!(word, "not" | "never" | "no" | "nor" | "neither" | "nobody" | "nothing" | "nowhere" | "none" | "without")
}

/// Whether a word belongs to the rites of speech: thanks, greetings, the refusal to comment. Everybody says them every day.
pub(super) fn is_ritual(stem: &str) -> bool {
    matches!(
        stem,
        "thank"
            | "hello"
            | "welcom"
            | "comment"
            | "sorri"
            | "congratul"
            | "pleas"
            | "bless"
            | "god"
            | "morn"
            | "afternoon"
    )
}

/// The form under which the words of one closed class are alike: "has" and "had" as "have". `None` for open words.
pub(super) fn function(word: &str) -> Option<&'static str> {
    Some(match word {
        "am" | "is" | "are" | "was" | "were" | "be" | "been" | "being" => "be",
        "have" | "has" | "had" | "having" => "have",
        "do" | "does" | "did" | "done" | "doing" => "do",
        "can" | "could" | "able" => "can",
        "will" | "would" => "will",
        "shall" | "should" | "ought" => "shall",
        "may" | "might" => "may",
        "must" => "must",
        "it" | "this" | "that" | "itself" => "it",
        "these" | "those" => "these",
        _ => *FUNCTION.get(FUNCTION.binary_search(&word).ok()?)?,
    })
}

/// Articles, prepositions, conjunctions, question words and the adverbs that only link or weigh; sorted.
const FUNCTION: &[&str] = &[
    "a",
    "about",
    "above",
    "across",
    "after",
    "against",
    "all",
    "along",
    "also",
    "although",
    "among",
    "an",
    "and",
    "any",
    "around",
    "as",
    "at",
    "because",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "between",
    "beyond",
    "both",
    "but",
    "by",
    "down",
    "during",
    "each",
    "either",
    "else",
    "every",
    "for",
    "from",
    "here",
    "how",
    "however",
    "if",
    "in",
    "inside",
    "into",
    "its",
    "least",
    "less",
    "let",
    "like",
    "many",
    "more",
    "most",
    "much",
    "near",
    "of",
    "off",
    "on",
    "once",
    "one",
    "only",
    "onto",
    "or",
    "other",
    "out",
    "outside",
    "over",
    "own",
    "per",
    "perhaps",
    "quite",
    "rather",
    "since",
    "so",
    "some",
    "such",
    "than",
    "the",
    "then",
    "there",
    "therefore",
    "though",
    "through",
    "throughout",
    "thus",
    "till",
    "to",
    "too",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "very",
    "well",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "with",
    "within",
    "yes",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        let mut sorted = FUNCTION.to_vec();
        sorted.sort_unstable();
        assert_eq!(sorted, FUNCTION);
        assert_eq!(function("has"), function("had"));
        assert_eq!(function("harbour"), None);
    }
}
