//! Five articles from the web that lie beside the project: what a careful reader finds in them must be found, and the
//! same must hold of copies whose names, figures and dates this test changes, with the verdicts changing where they must.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use aho_corasick::{AhoCorasick, MatchKind};
use common::{Checked, Claim, Pick};
use tempfile::TempDir;

/// The five files by the start of their names, with the outlet and the day that an editor gives them.
const MANIFEST: [(&str, &str, &str); 5] = [
    ("000", "outlet-a", "2022-03-30"),
    ("001", "outlet-b", "2022-12-02"),
    ("002", "outlet-c", "2021-12-08"),
    ("003", "outlet-d", "2021-04-14"),
    ("004", "outlet-e", "2022-12-02"),
];

/// Figures of the articles, by a name of our own: where they stand, and what they come to in the canonical unit.
const FIGURES: [(&str, Figure); 5] = [
    ("headline", Figure { article: "002", words: "two-hour", amount: 7200 }),
    ("statement", Figure { article: "002", words: "two hours and one minute", amount: 7260 }),
    ("allies", Figure { article: "000", words: "an hour", amount: 3600 }),
    ("troops", Figure { article: "002", words: "94,000", amount: 94_000 }),
    ("aid", Figure { article: "000", words: "$6.9 billion", amount: 6_900_000_000 }),
];

/// What a careful reader finds, row by row.
const ROWS: [Row; 4] = [
    Row {
        number: 1,
        figures: &["headline", "statement"],
        verdict: "single",
        class: "S1",
        reason: Some("B3"),
        stage: None,
    },
    Row { number: 2, figures: &["allies"], verdict: "single", class: "S1", reason: None, stage: None },
    Row { number: 13, figures: &["troops"], verdict: "single", class: "S1", reason: None, stage: None },
    Row { number: 14, figures: &["aid"], verdict: "single", class: "S1", reason: None, stage: Some("proposed") },
];

/// Pairs that are never set against each other: the calls of row 2 and row 1, the days of row 3.
const APART: [(u32, Point, Point); 3] = [
    (2, ("000", "an hour", ""), ("002", "two-hour", "")),
    (2, ("000", "an hour", ""), ("002", "two hours and one minute", "")),
    (3, ("000", "Tuesday", "lasted"), ("002", "Monday", "conference call")),
];

/// Rows that do not hold yet, and why: in one copy, or in all (""). Once a row holds, its line has to go.
const GAPS: [(u32, &str, &str); 1] =
    [(13, "another article with another number of troops on the same day", "a massing told in two ways is not linked")];

/// A place in an article: its file, the words, and other words of the same sentence.
type Point = (&'static str, &'static str, &'static str);

#[derive(Clone, Copy, Debug)]
struct Figure {
    article: &'static str,
    words: &'static str,
    amount: i64,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    number: u32,
    figures: &'static [&'static str],
    verdict: &'static str,
    class: &'static str,
    reason: Option<&'static str>,
    stage: Option<&'static str>,
}

/// A copy of the articles with other words, and what is expected to change with them.
#[derive(Clone, Copy, Debug, Default)]
struct Variant {
    name: &'static str,
    /// Words replaced in every article, longest first, all at once.
    swaps: &'static [(&'static str, &'static str)],
    /// What each changed figure comes to, with its new words.
    figures: &'static [(&'static str, &'static str, i64)],
    /// Days by which publication moves.
    days: i64,
    /// A sixth article, added to the five: file, outlet, day, text.
    added: Option<(&'static str, &'static str, &'static str, &'static str)>,
    /// Rows whose verdict changes: row, verdict, class or reason code.
    changed: &'static [(u32, &'static str, &'static str)],
}

/// Other names, other figures, other days: the verdicts stay.
const COPIES: [Variant; 6] = [
    Variant { name: "as they are", swaps: &[], figures: &[], days: 0, added: None, changed: &[] },
    Variant {
        name: "other Western leaders",
        swaps: &[
            ("Joe Biden", "Barack Obama"),
            ("Biden", "Obama"),
            ("Emmanuel Macron", "François Hollande"),
            ("Macron", "Hollande"),
            ("Olaf Scholz", "Angela Merkel"),
            ("Scholz", "Merkel"),
            ("Mario Draghi", "Matteo Renzi"),
            ("Draghi", "Renzi"),
            ("Boris Johnson", "David Cameron"),
            ("Johnson", "Cameron"),
        ],
        figures: &[],
        days: 0,
        added: None,
        changed: &[],
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
        figures: &[],
        days: 0,
        added: None,
        changed: &[],
    },
    Variant {
        name: "other lengths and sums",
        swaps: &[
            ("two-hour", "four-hour"),
            ("two hours and one minute", "four hours and three minutes"),
            ("for an hour", "for forty minutes"),
            ("94,000", "37,000"),
            ("$6.9 billion", "$850 million"),
        ],
        figures: &[
            ("headline", "four-hour", 14_400),
            ("statement", "four hours and three minutes", 14_580),
            ("allies", "forty minutes", 2400),
            ("troops", "37,000", 37_000),
            ("aid", "$850 million", 850_000_000),
        ],
        days: 0,
        added: None,
        changed: &[],
    },
    Variant {
        name: "lengths in other forms",
        swaps: &[
            ("two-hour", "90-minute"),
            ("two hours and one minute", "1 hour and 31 minutes"),
            ("for an hour", "for two and a half hours"),
            ("94,000", "more than a hundred thousand"),
            ("$6.9 billion", "€12.4bn"),
        ],
        figures: &[
            ("headline", "90-minute", 5400),
            ("statement", "1 hour and 31 minutes", 5460),
            ("allies", "two and a half hours", 9000),
            ("troops", "more than a hundred thousand", 100_000),
            ("aid", "€12.4bn", 12_400_000_000),
        ],
        days: 0,
        added: None,
        changed: &[],
    },
    Variant {
        name: "other days",
        swaps: &[("Tuesday", "Thursday"), ("Monday", "Wednesday"), ("2022-03-30", "2022-04-01")],
        figures: &[],
        days: 2,
        added: None,
        changed: &[],
    },
];

/// Changes after which the verdict must be another.
const CHANGES: [Variant; 6] = [
    Variant {
        name: "a headline that its own text contradicts",
        swaps: &[("two-hour", "three-hour")],
        figures: &[("headline", "three-hour", 10_800)],
        days: 0,
        added: None,
        changed: &[(1, "conflict", "D7")],
    },
    Variant {
        name: "a text that its own headline contradicts",
        swaps: &[("two hours and one minute", "fifty minutes")],
        figures: &[("statement", "fifty minutes", 3000)],
        days: 0,
        added: None,
        changed: &[(1, "conflict", "D7")],
    },
    Variant {
        name: "another article with another length of the same meeting",
        swaps: &[],
        figures: &[],
        days: 0,
        added: Some((
            "005.txt",
            "outlet-f",
            "2021-12-08",
            "The video conference between Joe Biden and Vladimir Putin on Tuesday lasted for three and a half hours, an \
             aide to the Russian president said.\n",
        )),
        changed: &[(1, "conflict", "D1")],
    },
    Variant {
        name: "another article that confirms the length of the meeting",
        swaps: &[],
        figures: &[],
        days: 0,
        added: Some((
            "005.txt",
            "outlet-f",
            "2021-12-08",
            "US President Joe Biden and Russian President Vladimir Putin spoke by video link on Tuesday. Their call lasted \
             about two hours, officials said.\n",
        )),
        changed: &[(1, "agree", "B3")],
    },
    Variant {
        name: "another article with another number of troops on the same day",
        swaps: &[],
        figures: &[],
        days: 0,
        added: Some((
            "005.txt",
            "outlet-f",
            "2021-12-08",
            "Ukraine says that 175,000 Russian troops have gathered along its border. US President Joe Biden warned Russian \
             President Vladimir Putin on Tuesday not to invade the country.\n",
        )),
        changed: &[(13, "conflict", "D1")],
    },
    Variant {
        name: "another article with another sum",
        swaps: &[],
        figures: &[],
        days: 0,
        added: Some((
            "005.txt",
            "outlet-f",
            "2022-03-30",
            "The budget proposal that President Joe Biden sent to Congress on Monday recommends $9.6 billion in aid to Ukraine \
             and to NATO members.\n",
        )),
        changed: &[(14, "conflict", "D1")],
    },
];

impl Variant {
    fn figure(&self, name: &str) -> Figure {
        let (_, figure) = FIGURES.iter().find(|(known, _)| *known == name).expect("a figure of the table");
        let changed = self.figures.iter().find(|(changed, ..)| *changed == name);
        changed.map_or(*figure, |&(_, words, amount)| Figure { words, amount, ..*figure })
    }

    /// Words of the original as they stand in the copy.
    fn words(&self, original: &str) -> String {
        let (from, to): (Vec<_>, Vec<_>) = self.swaps.iter().copied().unzip();
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(from).unwrap();
        finder.replace_all(original, &to)
    }

    /// The copy, with or without a manifest beside it; the manifest's path comes back.
    fn write(&self, seeds: &Path, folder: &Path) -> std::path::PathBuf {
        let articles = folder.join("articles");
        std::fs::create_dir(&articles).unwrap();
        let mut manifest = String::from("file,source,published\n");
        for (name, source, published) in MANIFEST {
            let seed = std::fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path());
            let seed = { seed }.find(|path| path.file_name().unwrap().to_string_lossy().starts_with(name)).unwrap();
            std::fs::write(articles.join(format!("{name}.txt")), self.words(&std::fs::read_to_string(seed).unwrap()))
                .unwrap();
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

    fn expected(&self, row: &Row) -> (&'static str, Vec<&'static str>) {
        let plain = (row.verdict, [Some(row.class), row.reason].into_iter().flatten().collect());
        let changed = self.changed.iter().find(|(number, ..)| *number == row.number);
        changed.map_or(plain, |&(_, verdict, code)| (verdict, vec![code]))
    }
}

fn moved(day: &str, days: i64) -> jiff::civil::Date {
    day.parse::<jiff::civil::Date>().unwrap() + jiff::Span::new().days(days)
}

fn pick(article: &str, words: &str, within: &str) -> Pick {
    let within = (!within.is_empty()).then(|| within.to_owned());
    Pick { article: format!("{article}.txt"), words: words.to_owned(), within }
}

/// Everything that is not as the table says.
fn failures(variant: &Variant, dated: bool, checked: &Checked) -> Vec<String> {
    let rows = ROWS.iter().filter(|row| dated || !variant.changed.iter().any(|(number, ..)| *number == row.number));
    let apart = APART.iter().filter_map(|pair| set_against(variant, pair, checked));
    let given = if dated { "with manifest" } else { "without manifest" };
    (rows.filter_map(|row| unexpected(variant, row, failure(variant, row, checked))))
        .chain(apart)
        .chain(invented(variant, checked))
        .map(|failure| format!("{} ({given}): {failure}", variant.name))
        .collect()
}

/// A failure where there is no gap, or a gap that has closed.
fn unexpected(variant: &Variant, row: &Row, failure: Option<String>) -> Option<String> {
    let here = |gap: &&(u32, &str, &str)| gap.0 == row.number && (gap.1.is_empty() || gap.1 == variant.name);
    match (failure, GAPS.iter().find(here)) {
        (failure, None) => failure,
        (Some(_), Some(_)) => None,
        (None, Some((number, _, why))) => Some(format!("row {number}: holds now, though marked as a gap ({why})")),
    }
}

fn failure(variant: &Variant, row: &Row, checked: &Checked) -> Option<String> {
    let figures: Vec<Figure> = row.figures.iter().map(|name| variant.figure(name)).collect();
    let picks: Vec<Pick> = figures.iter().map(|figure| pick(figure.article, figure.words, "")).collect();
    let (verdict, codes) = variant.expected(row);
    let findings = checked.holding(&picks.iter().collect::<Vec<_>>(), None);
    let mut out = format!("row {}: wanted one finding, {verdict} {codes:?}; instead\n", row.number);
    let [finding] = findings[..] else {
        out.extend(picks.iter().map(|pick| checked.fate(pick)));
        return Some(out);
    };
    write!(out, "    {}", checked.describe(finding)).unwrap();
    let codes_said = |code: &&str| finding.class == *code || finding.reasons.iter().any(|reason| reason.code == *code);
    let claims: Vec<&Claim> = finding.claims.iter().map(|id| checked.claim(id)).collect();
    let values = figures.iter().zip(&picks).all(|(figure, pick)| {
        let claim = claims.iter().find(|claim| pick.matches(claim)).expect("the finding holds the pick");
        is_amount(&claim.value, figure.amount)
    });
    let staged = row.stage.is_none_or(|stage| claims.iter().all(|claim| said(&claim.scope["stage"]) == Some(stage)));
    (finding.verdict != verdict || !codes.iter().all(codes_said) || !values || !staged).then_some(out)
}

/// A part of the scope, bare or with where it was found.
fn said(part: &serde_json::Value) -> Option<&str> {
    part.as_str().or_else(|| part["value"].as_str())
}

fn is_amount(value: &serde_json::Value, amount: i64) -> bool {
    value["amount"].as_f64().is_some_and(|figure| format!("{figure}") == amount.to_string())
}

fn set_against(variant: &Variant, (row, a, b): &(u32, Point, Point), checked: &Checked) -> Option<String> {
    let there = |(article, words, within): &Point| {
        let figure = FIGURES.iter().find(|(_, figure)| figure.article == *article && figure.words == *words);
        let words = figure.map_or_else(|| variant.words(words), |(name, _)| variant.figure(name).words.to_owned());
        pick(article, &words, within)
    };
    let (a, b) = (there(a), there(b));
    let findings = checked.holding(&[&a, &b], None);
    let wrong = findings.iter().find(|finding| finding.verdict != "unresolved" || *row != 3)?;
    Some(format!("row {row}: never set against each other, but {}", checked.describe(wrong)))
}

/// Conflicts that no row knows of.
fn invented(variant: &Variant, checked: &Checked) -> Vec<String> {
    let expected: Vec<Vec<Pick>> = (variant.changed.iter())
        .filter(|(_, verdict, _)| *verdict == "conflict")
        .map(|(number, ..)| ROWS.iter().find(|row| row.number == *number).expect("a row of the table"))
        .map(|row| row.figures.iter().map(|name| variant.figure(name)).map(|f| pick(f.article, f.words, "")).collect())
        .collect();
    let known = |id: &str| {
        let mut holding = expected.iter().flat_map(|picks| checked.holding(&picks.iter().collect::<Vec<_>>(), None));
        holding.any(|finding| finding.id == id)
    };
    let conflicts = checked.findings.iter().filter(|finding| finding.verdict == "conflict" && !known(&finding.id));
    conflicts.map(|finding| format!("a conflict that is none: {}", checked.describe(finding))).collect()
}

fn run(variants: &[Variant], dated_too: &[bool]) {
    let Some(seeds) = common::shared("seeds") else { return };
    let mut found = Vec::new();
    for variant in variants {
        for &dated in dated_too {
            let folder = TempDir::new().unwrap();
            let manifest = variant.write(&seeds, folder.path());
            let checked = common::check(&folder.path().join("articles"), dated.then_some(manifest.as_path()));
            found.extend(failures(variant, dated, &checked));
        }
    }
    assert!(found.is_empty(), "{} expectations are not met:\n\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_a_careful_reader_finds_is_found_in_the_articles_and_in_changed_copies() {
    run(&COPIES, &[true, false]);
}

#[test]
fn the_verdict_changes_with_the_figures() {
    run(&CHANGES, &[true]);
}

/// The folder as it lies there, with the notes about the articles among them.
#[test]
fn the_folder_itself_holds_no_conflict() {
    let Some(seeds) = common::shared("seeds") else { return };
    let manifest = seeds.join("manifest.csv");
    for manifest in [Some(manifest.as_path()), None] {
        let checked = common::check(&seeds, manifest);
        let conflicts = checked.findings.iter().filter(|finding| finding.verdict == "conflict");
        let conflicts: Vec<_> = conflicts.map(|finding| checked.describe(finding)).collect();
        assert!(conflicts.is_empty(), "conflicts that are none: {conflicts:#?}");
    }
}
