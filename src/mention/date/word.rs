//! The words dates are made of.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use crate::mention::class::DATE;
use crate::mention::{Reader, Token, TokenKind, Vocabulary};

/// What a word can mean in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A month, 1 to 12, and how sure the word is of it.
    Month(i8, Sureness),
    /// A day of the week, and how sure the word is of it.
    Weekday(Weekday, Sureness),
    /// A unit of time, `true` in the plural.
    Unit(Unit, bool),
    /// One to nineteen, twenty, thirty, … ninety.
    Cardinal(i16),
    /// Hundred or thousand, in years that are written out.
    Scale(i16),
    /// First to nineteenth, twentieth, thirtieth.
    Ordinal(i8),
    /// "few", "several".
    Few(i16),
    /// "half".
    Half,
    /// "last", "this", "next".
    Shift(Shift),
    /// "early", "mid", "end of".
    Part(Part),
    /// "morning", "night".
    DayPart,
    /// "mornings", "nights": before them a weekday is any of its kind.
    DayParts,
    /// A day counted from today: "yesterday" is −1.
    Relative(i32),
    /// "now", a date only at the end of a range.
    Now,
    /// "overnight": from yesterday into today.
    Overnight,
    /// A season.
    Season(Season),
    /// "nineties" by the tens: 90.
    Decade(i16),
    /// The first word of a holiday.
    Holiday,
    /// "the", "my", "our".
    The,
    /// "a", "an".
    An,
    /// "final": the last, and never the one before this.
    Final,
    /// "q", "h", "fy", "fiscal", "w" of "w/c".
    Business,
    /// "rest", "earlier", "later".
    Stretch(Stretch),
    /// "day's", "other day" and the like begin with "other".
    Other,
    /// "weekend".
    Weekend,
}

/// How sure a word is of its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sureness {
    /// Hardly anything else: "October", "Tuesday".
    Sure,
    /// Another word or a name as well: "May", "March", "April", "June", "August".
    Doubtful,
    /// An abbreviation: "Oct", "Sun".
    Short,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Which one, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    Last,
    Past,
    This,
    Next,
    Coming,
    Same,
    Following,
}

/// A part of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    /// "the start of", "the beginning of".
    Start,
    /// "the end of".
    End,
}

/// What is left or gone of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// "rest of", "remainder of".
    Rest,
    /// "earlier this", "earlier in the".
    Earlier,
    /// "later this".
    Later,
}

/// A season of the northern half of the globe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// The meaning of the token at an index, a possessive ending ("Thursday's") left aside.
#[inline]
pub(super) fn word(reader: &Reader<'_>, at: usize) -> Option<Word> {
    let token = reader.token(at).filter(|token| token.may_be(DATE) && token.kind == TokenKind::Word)?;
    known_word(reader, at, token)
}

fn known_word(reader: &Reader<'_>, at: usize, token: &Token) -> Option<Word> {
    if token.bytes(reader.text).last() == Some(&b's') {
        return in_possessive(reader, at, token);
    }
    WORDS.get(token).copied()
}

/// The meaning of a word with an `s` at its end, which may be that of a possessive.
fn in_possessive(reader: &Reader<'_>, at: usize, token: &Token) -> Option<Word> {
    let written = reader.word(at);
    match possessive(written) {
        0 => WORDS.get(token).copied(),
        ending => WORDS.get_word(&written[..written.len() - ending]).copied(),
    }
}

/// The words that mean something.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    WORDS.words()
}

/// The days of the week.
pub(super) fn weekdays() -> impl Iterator<Item = &'static str> {
    WEEKDAYS.iter().map(|(word, _)| *word)
}

/// The meaning of a word that is not a whole token.
pub(super) fn meaning(written: &str) -> Option<Word> {
    WORDS.get_word(written).copied()
}

/// The bytes of a possessive ending, 0 where there is none.
pub(super) fn possessive(written: &str) -> usize {
    match written.as_bytes() {
        [.., b'\'', b's'] => 2,
        // "’s"
        [.., 0xe2, 0x80, 0x99, b's'] => 4,
        _ => 0,
    }
}

/// Every word that matters to dates.
static WORDS: LazyLock<Vocabulary<Word>> = LazyLock::new(|| {
    let groups = [MONTHS, WEEKDAYS, UNITS, NUMBERS, ORDINALS, SHIFTS, PARTS, DAYS, SEASONS, DECADES, SMALL];
    Vocabulary::new(groups.into_iter().flatten().copied().chain(HOLIDAYS.iter().map(|&name| (name, Word::Holiday))))
});

const MONTHS: &[(&str, Word)] = &{
    use Sureness::{Doubtful, Short, Sure};
    [
        ("january", Word::Month(1, Sure)),
        ("february", Word::Month(2, Sure)),
        ("march", Word::Month(3, Doubtful)),
        ("april", Word::Month(4, Doubtful)),
        ("may", Word::Month(5, Doubtful)),
        ("june", Word::Month(6, Doubtful)),
        ("july", Word::Month(7, Sure)),
        ("august", Word::Month(8, Doubtful)),
        ("september", Word::Month(9, Sure)),
        ("october", Word::Month(10, Sure)),
        ("november", Word::Month(11, Sure)),
        ("december", Word::Month(12, Sure)),
        ("jan", Word::Month(1, Short)),
        ("feb", Word::Month(2, Short)),
        ("mar", Word::Month(3, Short)),
        ("apr", Word::Month(4, Short)),
        ("jun", Word::Month(6, Short)),
        ("jul", Word::Month(7, Short)),
        ("aug", Word::Month(8, Short)),
        ("sep", Word::Month(9, Short)),
        ("sept", Word::Month(9, Short)),
        ("oct", Word::Month(10, Short)),
        ("nov", Word::Month(11, Short)),
        ("dec", Word::Month(12, Short)),
    ]
};

const WEEKDAYS: &[(&str, Word)] = &{
    use Sureness::{Short, Sure};
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    [
        ("monday", Word::Weekday(Monday, Sure)),
        ("tuesday", Word::Weekday(Tuesday, Sure)),
        ("wednesday", Word::Weekday(Wednesday, Sure)),
        ("thursday", Word::Weekday(Thursday, Sure)),
        ("friday", Word::Weekday(Friday, Sure)),
        ("saturday", Word::Weekday(Saturday, Sure)),
        ("sunday", Word::Weekday(Sunday, Sure)),
        ("mon", Word::Weekday(Monday, Short)),
        ("tue", Word::Weekday(Tuesday, Short)),
        ("tues", Word::Weekday(Tuesday, Short)),
        ("wed", Word::Weekday(Wednesday, Short)),
        ("thu", Word::Weekday(Thursday, Short)),
        ("thur", Word::Weekday(Thursday, Short)),
        ("thurs", Word::Weekday(Thursday, Short)),
        ("fri", Word::Weekday(Friday, Short)),
        ("sat", Word::Weekday(Saturday, Short)),
        ("sun", Word::Weekday(Sunday, Short)),
    ]
};

const UNITS: &[(&str, Word)] = &[
    ("hour", Word::Unit(Unit::Hour, false)),
    ("hours", Word::Unit(Unit::Hour, true)),
    ("day", Word::Unit(Unit::Day, false)),
    ("days", Word::Unit(Unit::Day, true)),
    ("week", Word::Unit(Unit::Week, false)),
    ("weeks", Word::Unit(Unit::Week, true)),
    ("fortnight", Word::Unit(Unit::Fortnight, false)),
    ("fortnights", Word::Unit(Unit::Fortnight, true)),
    ("month", Word::Unit(Unit::Month, false)),
    ("months", Word::Unit(Unit::Month, true)),
    ("quarter", Word::Unit(Unit::Quarter, false)),
    ("quarters", Word::Unit(Unit::Quarter, true)),
    ("year", Word::Unit(Unit::Year, false)),
    ("years", Word::Unit(Unit::Year, true)),
    ("decade", Word::Unit(Unit::Decade, false)),
    ("decades", Word::Unit(Unit::Decade, true)),
    ("century", Word::Unit(Unit::Century, false)),
    ("centuries", Word::Unit(Unit::Century, true)),
    ("weekend", Word::Weekend),
];

const NUMBERS: &[(&str, Word)] = &[
    ("one", Word::Cardinal(1)),
    ("two", Word::Cardinal(2)),
    ("three", Word::Cardinal(3)),
    ("four", Word::Cardinal(4)),
    ("five", Word::Cardinal(5)),
    ("six", Word::Cardinal(6)),
    ("seven", Word::Cardinal(7)),
    ("eight", Word::Cardinal(8)),
    ("nine", Word::Cardinal(9)),
    ("ten", Word::Cardinal(10)),
    ("eleven", Word::Cardinal(11)),
    ("twelve", Word::Cardinal(12)),
    ("thirteen", Word::Cardinal(13)),
    ("fourteen", Word::Cardinal(14)),
    ("fifteen", Word::Cardinal(15)),
    ("sixteen", Word::Cardinal(16)),
    ("seventeen", Word::Cardinal(17)),
    ("eighteen", Word::Cardinal(18)),
    ("nineteen", Word::Cardinal(19)),
    ("twenty", Word::Cardinal(20)),
    ("thirty", Word::Cardinal(30)),
    ("forty", Word::Cardinal(40)),
    ("fifty", Word::Cardinal(50)),
    ("sixty", Word::Cardinal(60)),
    ("seventy", Word::Cardinal(70)),
    ("eighty", Word::Cardinal(80)),
    ("ninety", Word::Cardinal(90)),
    ("hundred", Word::Scale(100)),
    ("thousand", Word::Scale(1000)),
    ("few", Word::Few(3)),
    ("several", Word::Few(3)),
    ("couple", Word::Few(2)),
    ("half", Word::Half),
];

const ORDINALS: &[(&str, Word)] = &[
    ("first", Word::Ordinal(1)),
    ("second", Word::Ordinal(2)),
    ("third", Word::Ordinal(3)),
    ("fourth", Word::Ordinal(4)),
    ("fifth", Word::Ordinal(5)),
    ("sixth", Word::Ordinal(6)),
    ("seventh", Word::Ordinal(7)),
    ("eighth", Word::Ordinal(8)),
    ("ninth", Word::Ordinal(9)),
    ("tenth", Word::Ordinal(10)),
    ("eleventh", Word::Ordinal(11)),
    ("twelfth", Word::Ordinal(12)),
    ("thirteenth", Word::Ordinal(13)),
    ("fourteenth", Word::Ordinal(14)),
    ("fifteenth", Word::Ordinal(15)),
    ("sixteenth", Word::Ordinal(16)),
    ("seventeenth", Word::Ordinal(17)),
    ("eighteenth", Word::Ordinal(18)),
    ("nineteenth", Word::Ordinal(19)),
    ("twentieth", Word::Ordinal(20)),
    ("thirtieth", Word::Ordinal(30)),
];

const SHIFTS: &[(&str, Word)] = &[
    ("last", Word::Shift(Shift::Last)),
    ("past", Word::Shift(Shift::Past)),
    ("previous", Word::Shift(Shift::Last)),
    ("this", Word::Shift(Shift::This)),
    ("current", Word::Shift(Shift::This)),
    ("next", Word::Shift(Shift::Next)),
    ("final", Word::Final),
    ("closing", Word::Final),
    ("coming", Word::Shift(Shift::Coming)),
    ("upcoming", Word::Shift(Shift::Coming)),
    ("same", Word::Shift(Shift::Same)),
    ("that", Word::Shift(Shift::Same)),
    ("following", Word::Shift(Shift::Following)),
];

const PARTS: &[(&str, Word)] = &[
    ("early", Word::Part(Part::Early)),
    ("beginning", Word::Part(Part::Start)),
    ("start", Word::Part(Part::Start)),
    ("mid", Word::Part(Part::Mid)),
    ("middle", Word::Part(Part::Mid)),
    ("late", Word::Part(Part::Late)),
    ("end", Word::Part(Part::End)),
    ("rest", Word::Stretch(Stretch::Rest)),
    ("remainder", Word::Stretch(Stretch::Rest)),
    ("earlier", Word::Stretch(Stretch::Earlier)),
    ("later", Word::Stretch(Stretch::Later)),
];

const DAYS: &[(&str, Word)] = &[
    ("today", Word::Relative(0)),
    ("now", Word::Now),
    ("tonight", Word::Relative(0)),
    ("tomorrow", Word::Relative(1)),
    ("tmrw", Word::Relative(1)),
    ("yesterday", Word::Relative(-1)),
    ("overnight", Word::Overnight),
    ("morning", Word::DayPart),
    ("afternoon", Word::DayPart),
    ("evening", Word::DayPart),
    ("night", Word::DayPart),
    ("nighttime", Word::DayPart),
    ("midday", Word::DayPart),
    ("noon", Word::DayPart),
    ("lunchtime", Word::DayPart),
    ("mornings", Word::DayParts),
    ("afternoons", Word::DayParts),
    ("evenings", Word::DayParts),
    ("nights", Word::DayParts),
];

const SEASONS: &[(&str, Word)] = &[
    ("spring", Word::Season(Season::Spring)),
    ("summer", Word::Season(Season::Summer)),
    ("autumn", Word::Season(Season::Autumn)),
    ("fall", Word::Season(Season::Autumn)),
    ("winter", Word::Season(Season::Winter)),
];

const DECADES: &[(&str, Word)] = &[
    ("noughties", Word::Decade(0)),
    ("tens", Word::Decade(10)),
    ("twenties", Word::Decade(20)),
    ("thirties", Word::Decade(30)),
    ("forties", Word::Decade(40)),
    ("fifties", Word::Decade(50)),
    ("sixties", Word::Decade(60)),
    ("seventies", Word::Decade(70)),
    ("eighties", Word::Decade(80)),
    ("nineties", Word::Decade(90)),
];

const SMALL: &[(&str, Word)] = &[
    ("the", Word::The),
    ("my", Word::The),
    ("our", Word::The),
    ("a", Word::An),
    ("an", Word::An),
    ("other", Word::Other),
    ("q", Word::Business),
    ("h", Word::Business),
    ("fy", Word::Business),
    ("fiscal", Word::Business),
    ("w", Word::Business),
];

/// First words of the holidays that [`super::holiday`] knows.
const HOLIDAYS: &[&str] = &[
    "christmas",
    "new",
    "thanksgiving",
    "halloween",
    "valentine",
    "labor",
    "memorial",
    "easter",
    "good",
    "veterans",
    "boxing",
    "black",
    "palm",
    "ash",
];
