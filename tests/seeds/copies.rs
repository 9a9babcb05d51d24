//! Copies of the articles whose names, offices, quotations, days and figures this test changes, and what must change with them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use aho_corasick::{AhoCorasick, MatchKind};

use super::rows::{Point, Row, Said};

/// The five files by the start of their names, with the outlet and the day that an editor gives them.
const MANIFEST: [(&str, &str, &str); 5] = [
    ("000", "outlet-a", "2022-03-30"),
    ("001", "outlet-b", "2022-12-02"),
    ("002", "outlet-c", "2021-12-08"),
    ("003", "outlet-d", "2021-04-14"),
    ("004", "outlet-e", "2022-12-02"),
];

/// A copy of the articles with other words, and what is expected to change with them.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    pub name: &'static str,
    /// Words replaced in every article, the longest first, all at once.
    pub swaps: &'static [(&'static str, &'static str)],
    /// Words replaced in one article, after that.
    pub only: &'static [(&'static str, &'static str, &'static str)],
    /// Values of rows that change: row, old, new.
    pub values: &'static [(u32, &'static str, &'static str)],
    /// Days by which publication moves.
    pub days: i64,
    /// A sixth article, added to the five: file, outlet, day, text.
    pub added: Option<(&'static str, &'static str, &'static str, &'static str)>,
    /// Rows of which something else is said.
    pub changed: &'static [(u32, Said)],
}

/// The articles as they are.
pub const PLAIN: Variant =
    Variant { name: "as they are", swaps: &[], only: &[], values: &[], days: 0, added: None, changed: &[] };

/// Other names, other figures, other days: the verdicts stay.
pub const COPIES: [Variant; 11] = [
    PLAIN,
    Variant {
        name: "other leaders",
        swaps: &[
            ("Joe Biden", "Barack Obama"),
            ("Biden", "Obama"),
            ("Emmanuel Macron", "François Hollande"),
            ("EmmanuelMacron", "FrançoisHollande"),
            ("Macron", "Hollande"),
            ("Olaf Scholz", "Angela Merkel"),
            ("Scholz", "Merkel"),
            ("Mario Draghi", "Matteo Renzi"),
            ("Draghi", "Renzi"),
            ("Boris Johnson", "David Cameron"),
            ("Johnson", "Cameron"),
        ],
        ..PLAIN
    },
    Variant {
        name: "another pair of countries",
        swaps: &[
            ("Vladimir Putin", "Xi Jinping"),
            ("Putin", "Xi"),
            ("Russian", "Chinese"),
            ("Russia", "China"),
            ("Moscow", "Beijing"),
            ("Volodymyr Zelensky", "Lai Ching-te"),
            ("Zelensky", "Lai"),
            ("Ukrainian", "Taiwanese"),
            ("Ukraine", "Taiwan"),
            ("Kyiv", "Taipei"),
            ("Kiev", "Taipei"),
        ],
        ..PLAIN
    },
    Variant {
        name: "other lengths and sums",
        swaps: &[
            ("two-hour", "four-hour"),
            ("two hours and one minute", "four hours and three minutes"),
            ("for an hour", "for forty minutes"),
            ("an hour", "forty minutes"),
            ("94,000", "37,000"),
            ("$6.9 billion", "$850 million"),
            ("four-day", "three-day"),
        ],
        values: &[
            (1, "7200", "14400"),
            (1, "7260", "14580"),
            (2, "3600", "2400"),
            (13, "94000", "37000"),
            (14, "6900000000", "850000000"),
            (19, "345600", "259200"),
        ],
        ..PLAIN
    },
    Variant {
        name: "lengths in other forms",
        swaps: &[
            ("two-hour", "90-minute"),
            ("two hours and one minute", "1 hour and 31 minutes"),
            ("for an hour", "for two and a half hours"),
            ("an hour", "two and a half hours"),
            ("94,000", "more than a hundred thousand"),
            ("$6.9 billion", "€12.4bn"),
            ("four-day", "week-long"),
        ],
        values: &[
            (1, "7200", "5400"),
            (1, "7260", "5460"),
            (2, "3600", "9000"),
            (13, "94000", "100000"),
            (14, "6900000000", "12400000000"),
            (19, "345600", "604800"),
        ],
        ..PLAIN
    },
    Variant {
        name: "other days",
        swaps: &[("Tuesday", "Thursday"), ("Monday", "Wednesday"), ("2022-03-30", "2022-04-01")],
        values: &[
            (3, "2022-03-29", "2022-03-31"),
            (3, "2021-12-06", "2021-12-08"),
            (21, "2022-03-29", "2022-03-31"),
            (22, "2021-04-13", "2021-04-15"),
            (22, "2021-12-07", "2021-12-09"),
        ],
        days: 2,
        ..PLAIN
    },
    Variant {
        name: "other tanks, another cap, another trip",
        swaps: &[
            ("seven Gepard tanks", "twelve Leopard tanks"),
            ("seven", "twelve"),
            ("30 anti-aircraft tanks", "45 armoured vehicles"),
            ("30", "45"),
            ("$60 a barrel", "€48 a tonne"),
            ("$60", "€48"),
            ("seaborne oil", "pig iron"),
        ],
        only: &[("000", "2022-03-45", "2022-03-30")],
        values: &[(15, "7", "12"), (15, "30", "45"), (16, "60", "48")],
        ..PLAIN
    },
    Variant {
        name: "other quotations",
        swaps: &[
            ("open to negotiations", "prepared for a settlement"),
            ("ensure our interests", "defend our borders"),
            ("butcher", "gangster"),
            ("I haven’t done it yet", "I haven’t signed it yet"),
            ("He hasn’ t done that yet", "He hasn’ t signed that yet"),
            ("done it yet", "signed it yet"),
            ("done that yet", "signed that yet"),
        ],
        ..PLAIN
    },
    Variant {
        name: "another office, and an office that its country lacks",
        swaps: &[
            ("German Chancellor Olaf Scholz", "Spanish Prime Minister Pedro Sánchez"),
            ("Prime Minister Olaf Scholz", "Chancellor Pedro Sánchez"),
            ("the chancellor had", "the prime minister had"),
            ("von Scholz", "von Sánchez"),
            ("Scholz", "Sánchez"),
            ("Germany", "Spain"),
            ("German", "Spanish"),
            ("Berlin", "Madrid"),
        ],
        only: &[("000", "Chancellor", "Prime Minister"), ("001", "Prime Minister", "Chancellor")],
        ..PLAIN
    },
    Variant {
        name: "another minister, misspelt in another way",
        swaps: &[
            ("US Secretary of State Antony Blinken", "British Foreign Secretary David Lammy"),
            ("Secretary of State Anthony Brinken", "British Foreign Secretary David Lamy"),
            ("Antony Blinken", "David Lammy"),
            ("Anthony Brinken", "David Lamy"),
        ],
        ..PLAIN
    },
    Variant {
        name: "other years and other events",
        swaps: &[
            ("In 2014, when Moscow annexed Crimea from Ukraine", "In 2008, when Moscow annexed Crimea from Ukraine"),
            ("After the 2014 military coup", "After the 2008 military coup"),
            ("since 2014", "since 2008"),
            ("2014", "2008"),
            ("2016", "2013"),
            ("Soviet Union in 1991", "Ottoman Empire in 1922"),
            ("1991", "1922"),
            ("a pair", "three"),
        ],
        values: &[(17, "2016", "2013"), (18, "2", "3"), (20, "1991", "1922")],
        ..PLAIN
    },
];

const CONFLICT_D1: Said = Said::One("conflict", &["D1"]);
const CONFLICT_D5: Said = Said::One("conflict", &["D5"]);
const CONFLICT_D7: Said = Said::One("conflict", &["D7"]);

/// Changes after which something else must be said; asked of the dated articles.
pub const CHANGES: [Variant; 13] = [
    Variant {
        name: "a headline that its own text contradicts",
        swaps: &[("two-hour", "three-hour")],
        values: &[(1, "7200", "10800")],
        changed: &[(1, CONFLICT_D7)],
        ..PLAIN
    },
    Variant {
        name: "a text that its own headline contradicts",
        swaps: &[("two hours and one minute", "fifty minutes")],
        values: &[(1, "7260", "3000")],
        changed: &[(1, CONFLICT_D7)],
        ..PLAIN
    },
    Variant {
        name: "another article with another length of the same meeting",
        added: Some((
            "005.txt",
            "outlet-f",
            "2021-12-08",
            "The video conference between Joe Biden and Vladimir Putin on Tuesday lasted for three and a half hours, an \
             aide to the Russian president said.\n",
        )),
        // The White House gives one length, the other side's aide another.
        changed: &[(1, Said::One("conflict", &["D2"]))],
        ..PLAIN
    },
    Variant {
        name: "another article that confirms the length of the meeting",
        added: Some((
            "005.txt",
            "outlet-f",
            "2021-12-08",
            "US President Joe Biden and Russian President Vladimir Putin spoke by video link on Tuesday. Their call lasted \
             about two hours, officials said.\n",
        )),
        changed: &[(1, Said::One("agree", &["B3"]))],
        ..PLAIN
    },
    Variant {
        name: "another article with another number of troops on the same day",
        added: Some((
            "005.txt",
            "outlet-f",
            "2021-12-08",
            "Ukraine says that 175,000 Russian troops have gathered along its border. US President Joe Biden warned Russian \
             President Vladimir Putin on Tuesday not to invade the country.\n",
        )),
        changed: &[(13, CONFLICT_D1)],
        ..PLAIN
    },
    Variant {
        name: "another article with another sum",
        added: Some((
            "005.txt",
            "outlet-f",
            "2022-03-30",
            "The budget proposal that President Joe Biden sent to Congress on Monday recommends $9.6 billion in aid to Ukraine \
             and to NATO members.\n",
        )),
        changed: &[(14, CONFLICT_D1)],
        ..PLAIN
    },
    Variant {
        name: "a quotation denied in one article",
        only: &[("004", "open to negotiations", "not open to negotiations")],
        changed: &[(4, CONFLICT_D5)],
        ..PLAIN
    },
    Variant {
        name: "a quotation that nobody changed",
        only: &[("004", "He hasn’ t done that yet", "I haven’ t done it yet"), ("004", "done that yet", "done it yet")],
        changed: &[(5, Said::One("agree", &["B1"]))],
        ..PLAIN
    },
    Variant {
        name: "a role that nobody disputes",
        only: &[
            ("001", "Prime Minister Olaf Scholz", "Chancellor Olaf Scholz"),
            ("001", "Prime Minister", "Chancellor"),
        ],
        changed: &[(9, Said::Apart)],
        ..PLAIN
    },
    Variant {
        name: "a name that nobody misspells",
        only: &[("002", "Anthony Brinken", "Antony Blinken")],
        changed: &[(10, Said::Apart)],
        ..PLAIN
    },
    Variant {
        name: "another year of one event",
        only: &[("003", "2014", "2016")],
        changed: &[(11, CONFLICT_D5)],
        ..PLAIN
    },
    Variant {
        name: "a time elapsed that its own start denies",
        only: &[("001", "more than nine months", "more than eleven months")],
        changed: &[(12, Said::One("conflict", &[]))],
        ..PLAIN
    },
    Variant {
        name: "another number of tanks in another article",
        added: Some((
            "005.txt",
            "outlet-f",
            "2022-12-02",
            "The German government has confirmed that it is preparing to hand over 11 Gepard tanks to Ukraine, beside 40 \
             anti-aircraft tanks already in service.\n",
        )),
        changed: &[(15, Said::One("conflict", &["D1"]))],
        ..PLAIN
    },
];

impl Variant {
    /// Words of an article as they stand in the copy.
    pub fn words(&self, article: &str, original: &str) -> String {
        let everywhere = replaced(original, self.swaps.iter().copied());
        let here = self.only.iter().filter(|(only, ..)| *only == article).map(|&(_, from, to)| (from, to));
        replaced(&everywhere, here)
    }

    /// The copy, with a manifest beside it, whose path comes back.
    pub fn write(&self, seeds: &Path, folder: &Path) -> PathBuf {
        let articles = folder.join("articles");
        std::fs::create_dir(&articles).unwrap();
        let mut manifest = String::from("file,source,published\n");
        for (name, source, published) in MANIFEST {
            let seed = std::fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path());
            let seed = { seed }.find(|path| path.file_name().unwrap().to_string_lossy().starts_with(name)).unwrap();
            let text = self.words(name, &std::fs::read_to_string(seed).unwrap());
            std::fs::write(articles.join(format!("{name}.txt")), text).unwrap();
            writeln!(manifest, "{name}.txt,{source},{}", moved(published, self.days)).unwrap();
        }
        if let Some((name, source, published, text)) = self.added {
            std::fs::write(articles.join(name), text).unwrap();
            writeln!(manifest, "{name},{source},{published}").unwrap();
        }
        let path = articles.join("manifest.csv");
        std::fs::write(&path, manifest).unwrap();
        path
    }

    /// What is said of a row in this copy.
    pub fn said(&self, row: &Row, dated: bool) -> Said {
        let plain = if dated { row.dated } else { row.undated };
        self.changed.iter().find(|(number, _)| *number == row.number).map_or(plain, |(_, said)| *said)
    }

    /// The values of a row in this copy.
    pub fn values(&self, row: &Row) -> Vec<&'static str> {
        let new = |value: &&'static str| {
            let changed = self.values.iter().find(|(number, old, _)| *number == row.number && old == value);
            changed.map_or(*value, |(.., new)| *new)
        };
        row.values.iter().map(new).collect()
    }

    /// A point as it stands in this copy.
    pub fn point(&self, point: &Point) -> (String, Option<String>) {
        let within = (!point.within.is_empty()).then(|| self.words(point.article, point.within));
        (self.words(point.article, point.words), within)
    }
}

fn replaced(text: &str, swaps: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    let (from, to): (Vec<_>, Vec<_>) = swaps.unzip();
    let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(from).unwrap();
    finder.replace_all(text, &to)
}

fn moved(day: &str, days: i64) -> jiff::civil::Date {
    day.parse::<jiff::civil::Date>().unwrap() + jiff::Span::new().days(days)
}
