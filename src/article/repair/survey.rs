//! Which repairs a text can need at all, from one look at each pair of neighbouring bytes.

/// A set of repairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey(u8);

impl Survey {
    /// Symbols in a row.
    pub(super) const RUN: Self = Self(1);
    /// A line that begins with a mark, ends with a hyphen, or a space before a closing quotation mark.
    pub(super) const LINE: Self = Self(2);
    /// A space beside an apostrophe.
    pub(super) const APOSTROPHE: Self = Self(4);
    /// A full stop with a letter behind it.
    pub(super) const STOP: Self = Self(8);
    /// A capital, an opening mark or a quotation mark behind a letter.
    pub(super) const JOINED: Self = Self(16);
    /// A quotation mark where one can open.
    pub(super) const QUOTE: Self = Self(32);

    /// A line that begins with a small letter or a figure.
    pub(super) const WRAP: Self = Self(64);

    /// What a text can need.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let pairs = bytes.iter().zip(bytes.iter().skip(1));
        Self(pairs.fold(0, |found, (&a, &b)| found | PAIRS[class(a)][class(b)]))
    }

    /// Whether it holds one of `other`.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Classes of bytes.
const OTHER: u8 = 0;
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const STOP: u8 = 3;
const COMMA: u8 = 4;
const SYMBOL: u8 = 5;
const BREAK: u8 = 6;
const SPACE: u8 = 7;
const QUOTE: u8 = 8;
const OPEN: u8 = 9;
const CLOSE: u8 = 10;
const HYPHEN: u8 = 11;
const WIDE: u8 = 12;
const CLASSES: usize = 13;

const CLASS: [u8; 256] = classes();
const PAIRS: [[u8; CLASSES]; CLASSES] = pairs();

fn class(byte: u8) -> usize {
    usize::from(CLASS[usize::from(byte)])
}

const fn classes() -> [u8; 256] {
    let mut table = [OTHER; 256];
    let mut byte: u8 = 0;
    loop {
        table[byte as usize] = match byte {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'.' | b'!' | b'?' => STOP,
            b',' | b':' | b';' => COMMA,
            b'*' | b'=' | b'_' | b'#' | b'~' | b'|' | b'^' => SYMBOL,
            b'\n' => BREAK,
            b' ' | b'\t' => SPACE,
            b'\'' => QUOTE,
            b'(' => OPEN,
            b')' => CLOSE,
            b'-' => HYPHEN,
            0x80.. => WIDE,
            _ => OTHER,
        };
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

/// What a pair of classes can be a sign of. Characters beyond ASCII stand for dashes, ellipses and quotation marks.
const fn pairs() -> [[u8; CLASSES]; CLASSES] {
    const fn set(table: &mut [[u8; CLASSES]; CLASSES], signs: &[(u8, u8)], what: Survey) {
        let mut at = 0;
        while at < signs.len() {
            let (a, b) = signs[at];
            table[a as usize][b as usize] |= what.0;
            at += 1;
        }
    }
    let mut table = [[0; CLASSES]; CLASSES];
    set(&mut table, &[(SYMBOL, SYMBOL), (STOP, STOP), (WIDE, STOP), (HYPHEN, HYPHEN)], Survey::RUN);
    set(
        &mut table,
        &[(BREAK, STOP), (BREAK, COMMA), (BREAK, CLOSE), (HYPHEN, BREAK), (BREAK, WIDE), (SPACE, WIDE)],
        Survey::LINE,
    );
    set(&mut table, &[(QUOTE, SPACE), (SPACE, QUOTE), (WIDE, SPACE), (SPACE, WIDE)], Survey::APOSTROPHE);
    set(&mut table, &[(SPACE, WIDE), (BREAK, WIDE), (COMMA, WIDE), (OPEN, WIDE)], Survey::QUOTE);
    set(&mut table, &[(BREAK, LOWER), (BREAK, OTHER)], Survey::WRAP);
    set(&mut table, &[(STOP, UPPER), (STOP, WIDE)], Survey::STOP);
    set(&mut table, &[(LOWER, UPPER), (COMMA, UPPER), (COMMA, QUOTE), (COMMA, LOWER)], Survey::JOINED);
    set(&mut table, &[(LOWER, OPEN), (CLOSE, OPEN), (CLOSE, UPPER), (CLOSE, LOWER)], Survey::JOINED);
    set(&mut table, &[(LOWER, WIDE), (COMMA, WIDE), (WIDE, LOWER), (WIDE, UPPER)], Survey::JOINED);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_text_needs_nothing() {
        let text =
            "It lasted two hours (and a minute), the minister said: \"No, it's done.\"\nMore - here.\n\nThe end.";
        assert_eq!(Survey::of(text), Survey::default());
    }

    #[test]
    fn signs_are_seen() {
        assert!(Survey::of("theCat").has(Survey::JOINED));
        assert!(Survey::of("a **** b").has(Survey::RUN));
        assert!(Survey::of("end.The").has(Survey::STOP));
        assert!(Survey::of("he' s").has(Survey::APOSTROPHE));
        assert!(Survey::of("end\n.").has(Survey::LINE));
    }
}
