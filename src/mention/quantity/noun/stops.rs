//! Words that end a noun phrase, and words that look like nouns.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::mention::{Token, Vocabulary};

/// Why a word is no part of a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// A preposition, conjunction, pronoun, auxiliary, or verb.
    Function,
    /// "and", "or": may join two names inside a phrase.
    Joint,
    /// Stands between a figure and its noun without ending the phrase: "very", "more", "most".
    Adverb,
}

const FUNCTION: &str = "about above according across after again against ago all along already also although always am amid among an another any \
apart are around as at away back be became because become been before behind being below beneath beside besides between beyond both but \
by came can cannot could despite did do does doing done down during each earlier early either else even ever every except few for from \
full further get gets getting given go goes going gone got had has have having he her here hers herself him himself his how however i if in \
inside instead into is it its itself just last late later least less let like made make makes many may me might mine much must my near \
neither never next no none nor not nothing now of off often on once one only onto our ours out outside over own past per perhaps put \
rather said same say saying says seen shall she should since so some soon still such than that the their theirs them themselves then \
there therefore these they this those though through throughout thus till to today together tomorrow tonight too toward towards under \
unless until up upon us versus very via vs was we went were what when where whereas whether which while who whom whose why will with \
within without would yesterday yet you your yours every afterwards sometimes overseas nearby alone abroad ahead aside altogether \
meanwhile nowadays otherwise sometimes whatever whenever wherever am pm yes ok worth remain remained remains died killed \
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november \
december don't didn't wasn't weren't isn't aren't haven't hasn't hadn't won't wouldn't couldn't shouldn't can't \
it's that's he's she's they're we're you're i'm they've we've i've you've thereof apiece respectively afterward \
began begun took take takes taken lost found left held told sent kept brought bought sold paid fell rose grew spent ran met sat stood \
saw broke drove flew fought knew led spoke wrote won shot";
const ADVERBS: &str =
    "more most very newly highly mostly mainly nearly other different additional new extra further fewer less";
const VERB_LIKE: &str =
    "said says told was is has had would will could can may might must should does did became remains seems";

/// Nouns that are plural without an `s`, or count as one.
const PLURALS: &str = "people men women children police personnel aircraft troops cattle fish sheep deer feet teeth mice geese staff crew \
servicemen servicewomen policemen policewomen firemen gunmen fishermen businessmen spacecraft helicopters series species \
swine poultry offspring militia livestock infantry artillery cavalry spacecraft hovercraft watercraft gentry clergy media data bacteria criteria \
yen baht yuan won rand dead wounded injured missing civilians salmon trout shrimp bison";
/// Nouns of mass that a figure may stand before without a plural.
const MASS: &str =
    "dead wounded injured missing killed hurt percent troop strong ammunition equipment hostage casualty";

static STOPS: LazyLock<Vocabulary<Stop>> = LazyLock::new(|| {
    let class = |words: &'static str, stop| words.split_ascii_whitespace().map(move |word| (word, stop));
    let joints = [("and", Stop::Joint), ("or", Stop::Joint), ("a", Stop::Function)];
    Vocabulary::new(class(FUNCTION, Stop::Function).chain(class(ADVERBS, Stop::Adverb)).chain(joints))
});

static PLURAL_WORDS: LazyLock<Vocabulary<()>> = LazyLock::new(|| table(PLURALS));
static MASS_WORDS: LazyLock<Vocabulary<()>> = LazyLock::new(|| table(MASS));
static VERBS: LazyLock<Vocabulary<()>> = LazyLock::new(|| table(VERB_LIKE));

fn table(words: &'static str) -> Vocabulary<()> {
    Vocabulary::new(words.split_ascii_whitespace().map(|word| (word, ())))
}

/// Whether a word ends a noun phrase.
pub(super) fn stop(token: &Token) -> Option<Stop> {
    STOPS.get(token).copied()
}

/// A word in lower case; most words are, and are not copied.
pub(super) fn lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Whether a word looks like the plural of a noun.
pub(super) fn is_plural(word: &str) -> bool {
    let lower = lower_case(word);
    let by_ending = lower.len() > 2
        && lower.ends_with('s')
        && !["ss", "us", "is", "'s", "’s", "ous"].iter().any(|end| lower.ends_with(end));
    by_ending
        || PLURAL_WORDS.get_word(&lower).is_some()
        || lower.ends_with("children")
        || lower.ends_with("men") && lower.len() > 4 && !lower.ends_with("amen")
}

/// Whether a word may be what a figure counts though it is no plural.
pub(super) fn is_mass(word: &str) -> bool {
    MASS_WORDS.get_word(&lower_case(word)).is_some()
}

/// Whether a word is a participle of harm, which after a noun is its verb: "50 men injured".
pub(super) fn is_harmed(word: &str) -> bool {
    ["dead", "wounded", "injured", "missing", "killed", "hurt"].iter().any(|harmed| word.eq_ignore_ascii_case(harmed))
}

/// Whether a word after "one" is rather its verb: "one said", "one died".
pub(super) fn looks_like_verb(word: &str) -> bool {
    VERBS.get_word(word).is_some() || word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly")
}
