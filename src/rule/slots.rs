//! The alphabet of the shadow: one control byte for each kind of leaf, and how slots read them.

/// The candidate value.
pub(super) const VALUE: u8 = 0x01;
/// A counting number.
pub(super) const NUMBER: u8 = 0x02;
/// A sum of money.
pub(super) const MONEY: u8 = 0x03;
/// A length of time.
pub(super) const DURATION: u8 = 0x04;
/// A percentage.
pub(super) const PERCENT: u8 = 0x05;
/// A physical measure.
pub(super) const MEASURE: u8 = 0x06;
/// A date.
pub(super) const DATE: u8 = 0x07;
/// A person, with the office where both stand together.
pub(super) const PERSON: u8 = 0x0e;
/// A place.
pub(super) const PLACE: u8 = 0x0f;
/// An organisation.
pub(super) const ORGANISATION: u8 = 0x10;
/// A name of unknown kind.
pub(super) const NAME: u8 = 0x11;
/// An adjective or noun of nationality.
pub(super) const NATIONALITY: u8 = 0x12;
/// An office without a name.
pub(super) const ROLE: u8 = 0x13;
/// A quotation, in rules whose value is one.
pub(super) const QUOTE: u8 = 0x14;

/// A vote or a score, in rules whose value is one.
pub(super) const TALLY: u8 = 0x15;

/// The slots that stand for one leaf, with the bytes they match. `{person}` also takes an office without a name, and
/// `{name}` any named thing.
pub(super) const LEAF_SLOTS: [(&str, &[u8]); 13] = [
    ("number", &[NUMBER]),
    ("count", &[NUMBER]),
    ("money", &[MONEY]),
    ("duration", &[DURATION]),
    ("percent", &[PERCENT]),
    ("measure", &[MEASURE]),
    ("date", &[DATE]),
    ("person", &[PERSON, ROLE]),
    ("place", &[PLACE]),
    ("org", &[ORGANISATION]),
    ("name", &[PERSON, PLACE, ORGANISATION, NAME]),
    ("nationality", &[NATIONALITY]),
    ("quote", &[QUOTE]),
];

/// Whether a byte is a figure of the rule's own kind; those of a vote stand together, or one by one.
pub(super) const fn is_own(byte: u8, same: u8) -> bool {
    byte == same || same == TALLY && byte == NUMBER
}

/// The byte of the further parts of a value in several parts; those of a vote are numbers.
pub(super) const fn part_byte(same: u8) -> u8 {
    if same == TALLY { NUMBER } else { same }
}

/// A class of bytes as a regular expression.
pub(super) fn class(bytes: &[u8]) -> String {
    let inside = bytes.iter().fold(String::new(), |inside, byte| format!(r"{inside}\x{byte:02x}"));
    if bytes.len() == 1 { inside } else { format!("[{inside}]") }
}

/// The bytes of the figures of the rule's own kind, for a class.
fn own(same: u8) -> String {
    if same == TALLY { class(&[TALLY]) + &class(&[NUMBER]) } else { class(&[same]) }
}

/// `{gap:N}`: at most `most` words or leaves, each with the blank after it. It crosses no mark of the clause (comma, semicolon,
/// colon, dash, bracket, quotation mark, question or exclamation mark), no candidate and no other figure of the rule's kind; a list of
/// names ("A, B and C") counts as one.
pub(super) fn gap(most: usize, same: u8) -> String {
    format!("(?:(?:{NAMES}|{}) ){{0,{most}}}?", word(&own(same)))
}

/// `{wide:N}`: a gap that also crosses figures of the rule's own kind, and insertions set off by a pair of commas, dashes or
/// brackets.
pub(super) fn wide(most: usize) -> String {
    format!("(?:(?:{NAMES}|{}){ASIDE} ){{0,{most}}}?", word(""))
}

/// `{aside}`: an insertion directly after a word, set off by a pair of commas, dashes or brackets; or nothing.
pub(super) const ASIDE: &str = r"(?:, [^,;:?!()\x01]+,| \([^()\x01]*\)| - [^;:?!()\x01-]+ -)?";

/// One name, or a list of names.
const NAMES: &str = r"[\x0e-\x13](?:'s)?(?:(?:,|,? and|,? &) (?:the )?[\x0e-\x13](?:'s)?)*";

/// One word or leaf; `barred` are further bytes that it may not hold.
fn word(barred: &str) -> String {
    format!(r#"[^ ,;:?!"()\x01{barred}-][^ ,;:?!"()\x01{barred}]*"#)
}
