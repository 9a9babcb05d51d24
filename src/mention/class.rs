//! What a word may be to the recognisers, as bits that its token carries. One look at one table, when the text is cut into
//! tokens, spares every recogniser a look at its own: what has no bit set is surely none of its words, what has one is asked
//! for itself.

use std::sync::LazyLock;

use super::name_words;
use super::token::key;
use super::{date, nonfigure, quantity, quotation, reported, sentence, tally};

/// Bits, one a class.
pub(crate) type Classes = u16;

/// A word that dates are made of.
pub(crate) const DATE: Classes = 1;
/// A word of a number.
pub(crate) const NUMBER: Classes = 1 << 1;
/// Begins a figure or its bound words.
pub(crate) const FIGURE: Classes = 1 << 2;
/// Begins a figure that has no bound words.
pub(crate) const BARE: Classes = 1 << 3;
/// Begins bound words.
pub(crate) const BOUND: Classes = 1 << 4;
/// Begins the spelling of a unit.
pub(crate) const UNIT: Classes = 1 << 5;
/// May begin what holds no figure.
pub(crate) const NONFIGURE: Classes = 1 << 6;
/// Says of what kind a name is.
pub(crate) const PART: Classes = 1 << 7;
/// An organisation's word.
pub(crate) const ORGANISATION: Classes = 1 << 8;
/// Begins a pronoun.
pub(crate) const PRONOUN: Classes = 1 << 9;
/// Stands between the figures of a tally.
pub(crate) const JOINT: Classes = 1 << 10;
/// A mark that may end a sentence.
pub(crate) const STOP: Classes = 1 << 11;
/// A mark that quotes or encloses.
pub(crate) const QUOTES: Classes = 1 << 12;
/// A noun of speech.
pub(crate) const SPEECH: Classes = 1 << 13;
/// May be the genitive of a name, by its ending: with an apostrophe or, with a capital, without one.
pub(crate) const GENITIVE: Classes = 1 << 14;
/// What any recogniser of dates and figures begins with.
pub(crate) const OPENER: Classes = DATE | FIGURE | NONFIGURE | PRONOUN;
/// What a possessive may be by the word before its ending.
pub(crate) const POSSESSIVE: Classes = DATE | PART | ORGANISATION;

/// The classes of all words, by the low bits of their hashes: words that share a place share their bits.
pub(super) struct Table(Box<[Classes]>);

const PLACES: usize = 1 << 14;

impl Table {
    /// The table, made once.
    pub(super) fn shared() -> &'static Self {
        static TABLE: LazyLock<Table> = LazyLock::new(Table::new);
        &TABLE
    }

    /// The classes that a word of this hash may be of.
    #[inline]
    pub(super) fn of(&self, key: u64) -> Classes {
        self.0[place(key)]
    }

    fn new() -> Self {
        let mut table = Self(vec![0; PLACES].into());
        table.add(DATE, date::openers());
        table.add(NUMBER, quantity::number_words());
        table.add(FIGURE, quantity::openers());
        table.add(BARE, quantity::bare_openers());
        table.add(BOUND, quantity::bound_openers());
        table.add(UNIT, quantity::unit_openers());
        table.add(NONFIGURE, nonfigure::openers());
        table.add(PRONOUN, nonfigure::pronouns());
        table.add(DATE, date::weekdays_in_plural());
        table.add(ORGANISATION, name_words::of_organisations());
        table.add(JOINT, tally::JOINTS.into_iter());
        table.add(STOP, sentence::STOPS.into_iter());
        table.add(QUOTES, quotation::marks());
        table.add(SPEECH, reported::NOUNS.into_iter());
        table.add(PART, name_words::known());
        table
    }

    fn add<W: AsRef<str>>(&mut self, class: Classes, words: impl Iterator<Item = W>) {
        for word in words {
            self.0[place(key(word.as_ref()))] |= class;
        }
    }
}

#[allow(clippy::cast_possible_truncation)]
const fn place(key: u64) -> usize {
    (key ^ (key >> 29)) as usize & (PLACES - 1)
}
