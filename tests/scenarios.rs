//! The sample articles under `examples/`: what each scenario says must hold, and the table that people see.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::{Checked, Finding, Pick};
use crosscheck::report::{self, Options, Report};
use crosscheck::rule::Selection;
use serde::Deserialize;

/// `examples/<scenario>/scenario.toml`. An entry with a `gap` states what must hold and why it does not hold yet; once it
/// holds, the mark has to go.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    title: String,
    /// The packs that it is checked with, where it needs rules that do not run unasked.
    #[serde(default)]
    packs: Vec<String>,
    /// Figures that must stand in one finding, with its verdict and class.
    #[serde(default)]
    together: Vec<Together>,
    /// Pairs that must both be claimed, and never be set against each other.
    #[serde(default)]
    apart: Vec<Apart>,
    /// Pairs never to be set against each other, whether or not a rule claims the first.
    #[serde(default)]
    silent: Vec<Apart>,
    /// Parts that add up to a whole.
    #[serde(default)]
    components: Vec<Components>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Together {
    why: String,
    gap: Option<String>,
    rule: Option<String>,
    verdict: String,
    class: Vec<String>,
    figures: Vec<Pick>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Apart {
    why: String,
    gap: Option<String>,
    /// The classes that may be given as the reason, where the pair is listed as not compared; any where none is named.
    #[serde(default)]
    class: Vec<String>,
    a: Pick,
    b: Pick,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Components {
    why: String,
    gap: Option<String>,
    whole: Pick,
    parts: Vec<Pick>,
}

impl Scenario {
    fn read(folder: &Path) -> Self {
        let path = common::root().join(folder).join("scenario.toml");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Everything that its articles say.
    fn report(&self, folder: &Path) -> Report {
        let selection = Selection { packs: self.packs.clone(), ..Selection::default() };
        common::run(folder, None, &common::rules(&selection))
    }

    fn picks(&self) -> impl Iterator<Item = &Pick> {
        let pairs = self.apart.iter().chain(&self.silent).flat_map(|pair| [&pair.a, &pair.b]);
        let parts = self.components.iter().flat_map(|sum| sum.parts.iter().chain([&sum.whole]));
        self.together.iter().flat_map(|fact| &fact.figures).chain(pairs).chain(parts)
    }

    /// What does not hold, and what holds though it is marked as a gap.
    fn failures(&self, checked: &Checked) -> Vec<String> {
        let apart = |pair: &Apart| pair.unclaimed(checked).or_else(|| pair.failure(checked));
        (self.together.iter().filter_map(|fact| unexpected(fact.failure(checked), &fact.why, fact.gap.as_deref())))
            .chain(self.apart.iter().filter_map(|pair| unexpected(apart(pair), &pair.why, pair.gap.as_deref())))
            .chain(
                self.silent.iter().filter_map(|pair| unexpected(pair.failure(checked), &pair.why, pair.gap.as_deref())),
            )
            .chain(
                self.components.iter().filter_map(|sum| unexpected(sum.failure(checked), &sum.why, sum.gap.as_deref())),
            )
            .chain(self.invented_conflicts(checked))
            .collect()
    }

    /// Conflicts that the scenario does not know of.
    fn invented_conflicts(&self, checked: &Checked) -> Vec<String> {
        let conflicts = (self.together.iter().filter(|fact| fact.verdict == "conflict"))
            .flat_map(|fact| checked.holding(&fact.figures.iter().collect::<Vec<_>>(), fact.rule.as_deref()));
        let gaps = (self.apart.iter().chain(&self.silent).filter(|pair| pair.gap.is_some()))
            .flat_map(|pair| checked.holding(&[&pair.a, &pair.b], None));
        let known: Vec<&str> = conflicts.chain(gaps).map(|finding| finding.id.as_str()).collect();
        let said = checked.findings.iter().filter(|finding| finding.verdict == "conflict");
        said.filter(|finding| !known.contains(&finding.id.as_str()))
            .map(|finding| format!("a conflict that is none: {}", checked.describe(finding)))
            .collect()
    }
}

/// A failure where there is no gap, or a gap that has closed.
fn unexpected(failure: Option<String>, why: &str, gap: Option<&str>) -> Option<String> {
    match (failure, gap) {
        (failure, None) => failure,
        (Some(_), Some(_)) => None,
        (None, Some(gap)) => Some(format!("{why}: holds now, though marked as a gap ({gap}); remove the mark")),
    }
}

impl Together {
    fn failure(&self, checked: &Checked) -> Option<String> {
        let findings = checked.holding(&self.figures.iter().collect::<Vec<_>>(), self.rule.as_deref());
        if findings.iter().any(|finding| self.is_met_by(finding)) {
            return None;
        }
        let rule = self.rule.as_deref().unwrap_or("any rule");
        let mut out = format!("{}: wanted one finding, {rule}, {} {:?}; instead\n", self.why, self.verdict, self.class);
        if findings.is_empty() {
            out.extend(self.figures.iter().map(|figure| checked.fate(figure)));
        }
        out.extend(findings.iter().map(|finding| format!("    {}\n", checked.describe(finding))));
        Some(out)
    }

    fn is_met_by(&self, finding: &Finding) -> bool {
        finding.verdict == self.verdict && self.class.contains(&finding.class)
    }
}

impl Apart {
    fn unclaimed(&self, checked: &Checked) -> Option<String> {
        let lost = [&self.a, &self.b].into_iter().find(|pick| checked.picked(pick).is_empty())?;
        Some(format!("{}: wanted two claims, kept apart; instead\n{}", self.why, checked.fate(lost)))
    }

    fn failure(&self, checked: &Checked) -> Option<String> {
        self.compared(checked).or_else(|| self.misnamed(checked))
    }

    fn compared(&self, checked: &Checked) -> Option<String> {
        let same = |finding: &&Finding| {
            let of = |pick: &Pick| finding.claims.iter().find(|id| pick.matches(checked.claim(id)));
            of(&self.a).is_some_and(|a| of(&self.b).is_some_and(|b| a != b))
        };
        let finding = checked.findings.iter().find(same)?;
        Some(format!("{}: {} against {}\n    {}", self.why, self.a, self.b, checked.describe(finding)))
    }

    /// Listed as not compared, but for another reason than the true one.
    fn misnamed(&self, checked: &Checked) -> Option<String> {
        if self.class.is_empty() {
            return None;
        }
        let of = |pick: &Pick, id: &String| pick.matches(checked.claim(id));
        let about = |[one, other]: &[String; 2]| {
            (of(&self.a, one) && of(&self.b, other)) || (of(&self.a, other) && of(&self.b, one))
        };
        let mut listed = checked.findings.iter().flat_map(|finding| &finding.not_compared);
        let wrong = listed.find(|pair| about(&pair.claims) && !self.class.contains(&pair.class))?;
        Some(format!("{}: kept apart as {} ({}), wanted {:?}", self.why, wrong.class, wrong.text, self.class))
    }
}

impl Components {
    /// The finding of the whole gives the sum as a reason, naming every part.
    fn failure(&self, checked: &Checked) -> Option<String> {
        let lost = self.parts.iter().chain([&self.whole]).find(|pick| checked.picked(pick).is_empty());
        if let Some(lost) = lost {
            return Some(format!("{}: wanted a claim; instead\n{}", self.why, checked.fate(lost)));
        }
        let whole = checked.holding(&[&self.whole], None);
        let names = |text: &str| self.parts.iter().all(|part| text.contains(&part.words));
        let told = whole.iter().flat_map(|finding| &finding.reasons).any(|r| r.code == "B3" && names(&r.text));
        let said = || whole.iter().map(|finding| checked.describe(finding)).collect::<Vec<_>>().join("\n");
        (!told).then(|| format!("{}: wanted the sum as a reason; instead\n{}", self.why, said()))
    }
}

#[test]
fn every_scenario_holds() {
    let mut failures = Vec::new();
    for folder in common::scenarios() {
        let scenario = Scenario::read(&folder);
        let found = scenario.failures(&common::printed(&scenario.report(&folder)));
        failures.extend(found.iter().map(|failure| format!("{} – {}: {failure}", folder.display(), scenario.title)));
    }
    assert!(failures.is_empty(), "{} expectations are not met:\n\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_figure_of_a_scenario_stands_in_its_article() {
    for folder in common::scenarios() {
        for pick in Scenario::read(&folder).picks() {
            let path = common::root().join(&folder).join(&pick.article);
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let text = common::plain(&text);
            for words in [Some(&pick.words), pick.within.as_ref()].into_iter().flatten() {
                assert!(text.contains(&common::plain(words)), "“{words}” does not stand in {}", path.display());
            }
        }
    }
}

#[test]
fn every_scenario_prints_its_table() {
    for folder in common::scenarios() {
        let table = table(&Scenario::read(&folder).report(&folder));
        snapshots("pipeline").bind(|| insta::assert_snapshot!(name(&folder), table));
    }
}

/// A snapshot whose scenario or test is gone tells of something that no longer exists.
#[test]
fn no_snapshot_is_an_orphan() {
    let scenarios: BTreeSet<_> = common::scenarios().iter().map(|folder| name(folder)).collect();
    let tests = sources(Path::new("tests")) + &sources(Path::new("src"));
    let named = |stem: &str| tests.contains(&format!("\"{stem}\""));
    for folder in common::folders(Path::new("snapshots")) {
        // Those of rules are the business of `rules test`.
        for snapshot in common::entries(&folder).iter().filter(|_| !folder.ends_with("rules")) {
            let file = name(snapshot);
            let Some(stem) = file.strip_suffix(".snap") else { continue };
            let has_parent = match name(&folder).as_str() {
                "pipeline" => scenarios.contains(stem),
                _ => named(stem) || stem.split_once('-').is_some_and(|(_, rest)| named(rest)),
            };
            assert!(has_parent, "{} belongs to nothing any more: remove it", snapshot.display());
        }
    }
}

/// All Rust sources below a folder of the package, one after the other.
fn sources(folder: &Path) -> String {
    let read = |path: PathBuf| match path.extension() {
        _ if common::root().join(&path).is_dir() => sources(&path),
        Some(extension) if extension == "rs" => std::fs::read_to_string(common::root().join(path)).unwrap(),
        _ => String::new(),
    };
    common::entries(folder).into_iter().map(read).collect()
}

/// The table at a hundred columns.
fn table(found: &Report) -> String {
    let mut out = Vec::new();
    let options = Options { width: 100, ..Options::default() };
    report::table::write_report(found, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn snapshots(folder: &str) -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new("../snapshots").join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}
