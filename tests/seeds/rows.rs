//! What a careful reader finds in the five articles, fact by fact.

/// A place in an article: its file, a few words there, and other words of the same sentence where those stand twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub article: &'static str,
    pub words: &'static str,
    pub within: &'static str,
}

/// A point without other words.
pub const fn at(article: &'static str, words: &'static str) -> Point {
    Point { article, words, within: "" }
}

/// A point in the sentence that holds other words.
pub const fn near(article: &'static str, words: &'static str, within: &'static str) -> Point {
    Point { article, words, within }
}

/// What is said of some points, taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// One finding of this verdict holds them all, with these codes as its class or among its reasons.
    One(&'static str, &'static [&'static str]),
    /// Each is claimed, and no finding holds two of them.
    Apart,
}

/// One fact.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub number: u32,
    pub rule: &'static str,
    pub points: &'static [Point],
    /// What each point comes to: an amount in the canonical unit or a date; nothing for words.
    pub values: &'static [&'static str],
    pub stage: Option<&'static str>,
    pub dated: Said,
    pub undated: Said,
}

const SINGLE: Said = Said::One("single", &["S1"]);
const UNRESOLVED: Said = Said::One("unresolved", &["E1"]);

/// A row that one claim states, dated or not.
const fn single(number: u32, rule: &'static str, points: &'static [Point], values: &'static [&'static str]) -> Row {
    Row { number, rule, points, values, stage: None, dated: SINGLE, undated: SINGLE }
}

/// A row whose verdict needs no date.
const fn always(number: u32, rule: &'static str, points: &'static [Point], said: Said) -> Row {
    Row { number, rule, points, values: &[], stage: None, dated: said, undated: said }
}

pub const ROWS: [Row; 23] = [
    Row {
        number: 1,
        rule: "meeting-duration",
        points: &[at("002", "two-hour"), at("002", "two hours and one minute")],
        values: &["7200", "7260"],
        stage: None,
        dated: Said::One("single", &["S1", "B3"]),
        undated: Said::One("single", &["S1", "B3"]),
    },
    single(2, "meeting-duration", &[at("000", "an hour")], &["3600"]),
    Row {
        number: 3,
        rule: "meeting-day",
        points: &[near("000", "Tuesday", "lasted"), near("002", "Monday", "conference call")],
        values: &["2022-03-29", "2021-12-06"],
        stage: None,
        dated: Said::Apart,
        undated: UNRESOLVED,
    },
    always(
        4,
        "quotation",
        &[at("001", "ensure our interests"), at("004", "ensure our interests")],
        Said::One("agree", &["B1"]),
    ),
    always(5, "quotation", &[at("001", "done it yet"), at("004", "done that yet")], Said::One("conflict", &["D5"])),
    always(6, "quotation", &[at("001", "end the war"), at("004", "end the war")], Said::One("differ", &["C6"])),
    always(
        7,
        "quotation",
        &[near("000", "remain in power", "Warsaw"), at("001", "stay in power")],
        Said::One("differ", &["C6"]),
    ),
    always(8, "quotation", &[at("000", "butcher"), at("001", "butcher")], Said::One("agree", &["B1"])),
    always(
        9,
        "role",
        &[near("000", "Chancellor", "Scholz"), near("001", "Prime Minister", "Scholz")],
        Said::One("conflict", &["D5", "D7"]),
    ),
    always(
        10,
        "name-spelling",
        &[at("000", "Antony Blinken"), at("002", "Anthony Brinken")],
        Said::One("conflict", &["D5"]),
    ),
    Row {
        number: 11,
        rule: "event-year",
        points: &[near("002", "2014", "Crimea"), near("003", "2014", "Crimea")],
        values: &[],
        stage: None,
        dated: Said::One("agree", &["B4"]),
        undated: Said::One("agree", &["B4"]),
    },
    Row {
        number: 12,
        rule: "elapsed",
        points: &[at("000", "more than a month"), at("001", "more than nine months")],
        values: &[],
        stage: None,
        dated: Said::One("agree", &["B4"]),
        undated: UNRESOLVED,
    },
    single(13, "troop-count", &[at("002", "94,000")], &["94000"]),
    Row { stage: Some("proposed"), ..single(14, "aid-amount", &[at("000", "$6.9 billion")], &["6900000000"]) },
    Row { stage: Some("pledged"), ..single(15, "equipment-count", &[at("001", "seven")], &["7"]) },
    Row { stage: Some("in service"), ..single(15, "equipment-count", &[at("001", "30")], &["30"]) },
    Row { stage: Some("tentative"), ..single(16, "price", &[at("001", "$60")], &["60"]) },
    single(17, "last-meeting", &[at("003", "2016")], &["2016"]),
    single(18, "meeting-count", &[at("002", "a pair")], &["2"]),
    single(19, "trip-length", &[at("000", "four-day")], &["345600"]),
    single(20, "event-year", &[at("001", "1991")], &["1991"]),
    single(21, "meeting-day", &[near("000", "Tuesday", "Istanbul")], &["2022-03-29"]),
    Row {
        number: 22,
        rule: "meeting-day",
        points: &[near("003", "Tuesday", "telephone"), near("002", "Tuesday", "lasted")],
        values: &["2021-04-13", "2021-12-07"],
        stage: None,
        dated: Said::Apart,
        undated: UNRESOLVED,
    },
];

/// Pairs that are never set against each other, whatever the dates: the two calls of row 1 and row 2; the two stages of row 15.
pub const APART: [(u32, Point, Point); 3] = [
    (2, at("000", "an hour"), at("002", "two-hour")),
    (2, at("000", "an hour"), at("002", "two hours and one minute")),
    (15, at("001", "seven"), at("001", "30")),
];

/// Words that are no figure and no claim: an ordinal, an indefinite country, an address.
pub const SILENT: [Point; 3] = [at("003", "third"), near("002", "second", "assembly"), at("004", "metro.co.uk")];
