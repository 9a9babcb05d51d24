//! Spellings of people's names: which are one name written in another way, and which are likely a slip of the pen.

use super::compile::{fold, hash, words_of};
use super::{EntryId, EntryKind, Lexicon, NameRow, SURNAME};

/// The word list of the countries whose people's names are written in Latin letters at home, so that there is one right spelling.
const LATIN: &str = "latin-names";
/// Words of a name that the press writes or leaves out: articles, suffixes.
const SMALL: [&str; 14] = ["al", "el", "ul", "an", "ad", "as", "ash", "jr", "sr", "ii", "iii", "iv", "bin", "ben"];

/// What two spellings are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// Letter for letter, marks and case aside.
    Same,
    /// One name: transliterated otherwise, in another order, shortened, with or without a middle name.
    Variant,
    /// So alike, in the given and in the family name, that one of them is a slip.
    Slip,
    /// Other names.
    Other,
}

/// Compares two full names. `latin` says that the name has one right spelling, in Latin letters.
pub fn compare_names(a: &str, b: &str, latin: bool) -> Spelling {
    FullName::of(a).compare(&FullName::of(b), latin)
}

/// A full name, read once and compared with many.
#[derive(Clone, Debug)]
pub(crate) struct FullName {
    words: Vec<NameWord>,
    /// The words in the order of the alphabet.
    sorted: Vec<String>,
    /// The words as one.
    whole: NameWord,
}

/// A word of a name in all the forms by which two are compared.
#[derive(Clone, Debug)]
struct NameWord {
    plain: String,
    /// Without the "e" that stands for an umlaut.
    umlauts: String,
    /// As transliterations have it in common.
    sound: String,
    /// The consonants, which the vowels of transliterations leave alone.
    skeleton: String,
}

impl FullName {
    pub(crate) fn of(name: &str) -> Self {
        let plain = words(name);
        let whole = NameWord::of(plain.concat());
        let mut sorted = plain.clone();
        sorted.sort_unstable();
        Self { words: plain.into_iter().map(NameWord::of).collect(), sorted, whole }
    }

    pub(crate) fn compare(&self, other: &Self, latin: bool) -> Spelling {
        let (x, y) = (&self.words, &other.words);
        if x.len() == y.len() && x.iter().zip(y).all(|(a, b)| a.plain == b.plain) {
            return Spelling::Same;
        }
        if x.len() < 2 || y.len() < 2 {
            return Spelling::Other;
        }
        match () {
            () if self.sorted == other.sorted || self.whole.plain == other.whole.plain => Spelling::Variant,
            () if !latin && self.whole.sound == other.whole.sound => Spelling::Variant,
            () if x.len() != y.len() => shortened(x, y, latin),
            () => word_by_word(x, y, latin),
        }
    }
}

impl NameWord {
    fn of(plain: String) -> Self {
        let sound = sound(&plain);
        Self { umlauts: umlauts(&plain), skeleton: skeleton(&sound), sound, plain }
    }

    /// Whether two words are one, written in another way; a given name may be cut short ("Stefan", "Stefano").
    fn is_like(&self, other: &Self, latin: bool, given: bool) -> bool {
        let (a, b) = (&self.plain, &other.plain);
        let cut = || a.len().min(b.len()) >= 3 && (a.starts_with(&**b) || b.starts_with(&**a));
        let same_skeleton = || self.skeleton == other.skeleton && self.skeleton.len() > 2;
        a == b
            || given && cut()
            || self.umlauts == other.umlauts
            || !latin && (self.sound == other.sound || same_skeleton())
    }
}

/// Names of unequal length: one name where the shorter one's words stand in the longer one, in their order.
fn shortened(x: &[NameWord], y: &[NameWord], latin: bool) -> Spelling {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let mut rest = long.iter();
    let held = short.iter().all(|word| rest.any(|other| word.is_like(other, latin, false)));
    if held { Spelling::Variant } else { Spelling::Other }
}

/// Names of equal length, word by word; the last is the family name.
fn word_by_word(x: &[NameWord], y: &[NameWord], latin: bool) -> Spelling {
    let last = x.len() - 1;
    let mut slips = Vec::new();
    for (at, (a, b)) in x.iter().zip(y).enumerate() {
        if a.is_like(b, latin, at < last) {
            continue;
        }
        match slip(&a.plain, &b.plain) {
            Some(letters) => slips.push((letters, a.plain.len().min(b.plain.len()))),
            None => return Spelling::Other,
        }
    }
    match slips.as_slice() {
        [] => Spelling::Variant,
        [_] => Spelling::Slip,
        // A letter in each of two long words; of short ones, that makes another name.
        many if many.iter().all(|&(letters, length)| letters == 1 && length >= 6) => Spelling::Slip,
        _ => Spelling::Other,
    }
}

/// By how many letters two words differ, if by so few that one may be a slip: one of at least four, two of at least eight.
fn slip(a: &str, b: &str) -> Option<usize> {
    let (x, y) = (a.chars().count(), b.chars().count());
    let most = usize::from(x.min(y) >= 4) + usize::from(x.min(y) >= 8);
    // Most words are told apart by their lengths alone.
    let apart = || strsim::damerau_levenshtein(a, b);
    (x.abs_diff(y) <= most).then(apart).filter(|&apart| apart <= most)
}

/// The words of a name: small letters without marks; initials, articles and suffixes left out.
fn words(name: &str) -> Vec<String> {
    let plain = fold(name).to_lowercase();
    let plain: String = plain.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '`' | '.')).collect();
    let kept = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1 && !SMALL.contains(word));
    kept.map(str::to_owned).collect()
}

/// A word without the "e" that stands for an umlaut.
fn umlauts(word: &str) -> String {
    word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// Letters that transliterations into English render in several ways, and the one that stands for them, in order.
const RENDERED: [(&str, &str); 47] = [
    ("abdurr", "abdr"),
    ("abdur", "abdr"),
    ("abdul", "abd"),
    ("abdel", "abd"),
    ("abdal", "abd"),
    ("shch", "sh"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("tsch", "ch"),
    ("ough", "u"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("zh", "j"),
    ("dj", "j"),
    ("dz", "z"),
    ("tz", "ts"),
    ("cz", "ch"),
    ("ck", "k"),
    ("ks", "x"),
    ("qu", "k"),
    ("q", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("yy", "i"),
    ("ij", "i"),
    ("iya", "ia"),
    ("ya", "ia"),
    ("ja", "ia"),
    ("yu", "iu"),
    ("ju", "iu"),
    ("yo", "o"),
    ("io", "o"),
    ("ye", "e"),
    ("ie", "e"),
    ("w", "v"),
    ("y", "i"),
    ("c", "k"),
    ("ei", "e"),
    ("ai", "e"),
    ("au", "o"),
    ("dmit", "dimit"),
];

/// A word as transliterations have it in common.
fn sound(word: &str) -> String {
    let mut rendered = word.to_owned();
    for (from, to) in RENDERED {
        if rendered.contains(from) {
            rendered = rendered.replace(from, to);
        }
    }
    let plain = rendered.chars().map(|c| match c {
        'o' => 'u',
        'e' => 'a',
        other => other,
    });
    without_doubles(plain)
}

/// The consonants of a sound.
fn skeleton(sound: &str) -> String {
    without_doubles(sound.chars().filter(|c| !matches!(c, 'a' | 'i' | 'u' | 'h')))
}

/// Letters, of several alike in a row only one.
fn without_doubles(letters: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for c in letters {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

impl Lexicon {
    /// Whether the names of a country's people have one right spelling in Latin letters. Without a country, they may have several.
    pub fn has_latin_names(&self, country: Option<&str>) -> bool {
        let code = country.and_then(|country| country.strip_prefix("country:"));
        code.is_some_and(|code| self.words(LATIN).iter().any(|listed| listed == code))
    }

    /// The one person whom a name that the lexicon does not know is likely meant to name: somebody who held that office there,
    /// whose given and family names are both alike.
    pub fn likely_person(&self, name: &str, office: &str, country: Option<&str>) -> Option<EntryId> {
        let holders = self.holders(office);
        if holders.is_empty() {
            return None;
        }
        let written = FullName::of(name);
        let of = |id: EntryId| self.entry(id).part_of.map(|of| &*self.entry(of).key);
        let there = holders.iter().filter(|holder| country.is_none() || of(holder.id) == country);
        let mut likely = there.filter(|holder| {
            let latin = self.has_latin_names(of(holder.id));
            let name = holder.name.get_or_init(|| FullName::of(&self.entry(holder.id).name));
            matches!(written.compare(name, latin), Spelling::Variant | Spelling::Slip)
        });
        likely.next().filter(|_| likely.next().is_none()).map(|holder| holder.id)
    }

    /// Whether a full name is one of those that the lexicon has for a person, as a whole.
    pub fn is_name_of(&self, written: &str, person: EntryId) -> bool {
        let words = words_of(&fold(written));
        let same = |name: &NameRow| {
            name.entry == person.0
                && usize::from(name.count) == words.len()
                && words.iter().enumerate().all(|(at, word)| self.name_word(*name, at).0 == word.0)
        };
        words.first().is_some_and(|first| self.group(first.0).iter().any(same))
    }

    /// Whether two words in a row are a name that world news knows: of a place, an organisation, somebody with their surname.
    pub(crate) fn knows_name(&self, first: &str, second: &str) -> bool {
        let second_key = hash(&fold(second));
        let whole = |name: &NameRow| name.count == 2 && self.name_word(*name, 1).0 == second_key;
        self.group(hash(&fold(first))).iter().any(whole) || self.by_surname(second).is_some()
    }

    /// The person whom a surname alone means in world news.
    pub fn by_surname(&self, word: &str) -> Option<EntryId> {
        let word = fold(word);
        let bearers = self.group(hash(&word)).iter().filter(|name| name.count == 1 && name.flags & SURNAME != 0);
        let mut bearers = bearers.map(|name| EntryId(name.entry));
        let first = bearers.next()?;
        (bearers.all(|other| other == first) && self.entry(first).kind == EntryKind::Person).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_several_ways() {
        for (a, b) in [
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
            ("Sergei Lavrov", "Sergey Lavrov"),
            ("Muhammad Mursi", "Mohammed Morsi"),
            ("Abdel Fattah el-Sisi", "Abdelfattah al-Sissi"),
            ("Valery Zaluzhny", "Valerii Zaluzhnyi"),
            ("Dmitry Medvedev", "Dimitri Medvedev"),
            ("Mahmoud Ahmadinejad", "Mahmud Ahmedinejad"),
            ("Alexander Lukashenko", "Aleksandr Lukashenka"),
            ("Muammar Gaddafi", "Moammar Gadhafi"),
            ("Nikita Khrushchev", "Nikita Khruschev"),
            ("Kim Jong Un", "Kim Jong-un"),
            ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
        ] {
            assert!(compare_names(a, b, false) <= Spelling::Variant, "{a} {b}: {:?}", compare_names(a, b, false));
        }
        for (a, b) in [
            ("Viktor Orbán", "Viktor Orban"),
            ("Viktor Orbán", "Orbán Viktor"),
            ("George W. Bush", "George Bush"),
            ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
            ("Thomas Müller", "Thomas Mueller"),
            ("Jens Jensen Holm", "Jens Holm"),
            ("Ann Petersen", "Anne Petersen"),
        ] {
            assert!(compare_names(a, b, true) <= Spelling::Variant, "{a} {b}: {:?}", compare_names(a, b, true));
        }
    }

    #[test]
    fn a_slip_is_alike_in_both_names() {
        for (a, b) in [
            ("Friedrich Mertz", "Friedrich Merz"),
            ("Karl Nehamer", "Karl Nehammer"),
            ("Keir Stramer", "Keir Starmer"),
            ("Phillip Hamond", "Philip Hammond"),
        ] {
            assert_eq!(compare_names(a, b, true), Spelling::Slip, "{a} {b}");
        }
        assert_eq!(compare_names("Sergei Larvov", "Sergei Lavrov", false), Spelling::Slip);
    }

    #[test]
    fn other_people_are_other_people() {
        for (a, b) in [
            ("Nawaz Sharif", "Shehbaz Sharif"),
            ("Masoud Barzani", "Masrour Barzani"),
            ("Michel Aoun", "Joseph Aoun"),
            ("Wang Yi", "Wang Yang"),
            ("Kim Jong Un", "Kim Jong Il"),
            ("Raul Castro", "Fidel Castro"),
            ("Lena Hart", "Leni Harz"),
            ("Scholz", "Schulz"),
        ] {
            assert_eq!(compare_names(a, b, false), Spelling::Other, "{a} {b}");
        }
    }
}
