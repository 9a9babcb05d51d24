//! Changes that must change no verdict, made to every sample folder: outlets renamed, files in another order, an article split, an
//! unrelated one or a copy added, another voice that disagrees, every figure of a story multiplied.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::{Checked, Finding};
use crosscheck::article::{self, Sources};
use crosscheck::rule::{RuleSet, Selection};
use serde_json::json;

/// An article as a line of JSON says it.
#[derive(Clone, Debug)]
struct Told {
    id: String,
    source: String,
    published: String,
    title: String,
    text: String,
}

/// The articles of a sample folder.
fn articles(folder: &Path) -> Vec<Told> {
    let sources = Sources::new(vec![common::root().join(folder)], common::TODAY);
    let corpus = article::read(&sources).unwrap();
    let told = |article: &article::Article| Told {
        id: article.id.rsplit('/').next().unwrap().to_owned(),
        source: article.source.as_ref().map_or_else(|| "An Outlet".to_owned(), |source| source.value.clone()),
        published: article.published.as_ref().map(|day| day.value.to_string()).unwrap_or_default(),
        title: article.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        text: article.text()[article.headline().end()..].trim_start().to_owned(),
    };
    corpus.articles.iter().map(told).collect()
}

fn rules() -> RuleSet {
    common::rules(&Selection::default())
}

fn check(articles: &[Told], rules: &RuleSet) -> Checked {
    let folder = tempfile::tempdir().unwrap();
    let line = |told: &Told| {
        let day = if told.published.is_empty() { json!(null) } else { json!(told.published) };
        json!({"id": told.id, "source": told.source, "published": day, "title": told.title, "text": told.text})
            .to_string()
    };
    let path = folder.path().join("articles.jsonl");
    std::fs::write(&path, articles.iter().map(line).collect::<Vec<_>>().join("\n")).unwrap();
    common::printed(&common::run(&path, None, rules))
}

/// A finding by its rule, verdict and class and the figures of its articles, the ones of `leave_out` aside.
fn outcome(checked: &Checked, finding: &Finding, leave_out: &str) -> (String, String, String, BTreeSet<String>) {
    let said = |id: &String| {
        let claim = checked.claim(id);
        (claim.article != leave_out).then(|| format!("{} {}", claim.article, claim.text))
    };
    let figures = finding.claims.iter().filter_map(said).collect();
    (finding.rule.clone(), finding.verdict.clone(), finding.class.clone(), figures)
}

/// What is found of articles other than one: the findings in which that one does not speak.
fn of_others(checked: &Checked, one: &str) -> BTreeSet<(String, String, String, BTreeSet<String>)> {
    let speaks = |finding: &&Finding| finding.claims.iter().any(|id| checked.claim(id).article.starts_with(one));
    checked.findings.iter().filter(|finding| !speaks(finding)).map(|f| outcome(checked, f, one)).collect()
}

fn all(checked: &Checked) -> BTreeSet<(String, String, String, BTreeSet<String>)> {
    of_others(checked, "no such article")
}

/// Every scenario with its rules.
fn each(mut try_one: impl FnMut(&Path, &[Told], &RuleSet)) {
    let rules = rules();
    for folder in common::scenarios() {
        try_one(&folder, &articles(&folder), &rules);
    }
}

#[test]
fn another_order_of_files_changes_nothing() {
    each(|folder, articles, rules| {
        let mut turned = articles.to_vec();
        turned.reverse();
        assert_eq!(all(&check(articles, rules)), all(&check(&turned, rules)), "{}", folder.display());
    });
}

#[test]
fn other_names_of_outlets_change_nothing() {
    each(|folder, articles, rules| {
        let mut renamed = articles.to_vec();
        for told in &mut renamed {
            told.source = format!("Paper of {}", told.source);
        }
        assert_eq!(all(&check(articles, rules)), all(&check(&renamed, rules)), "{}", folder.display());
    });
}

#[test]
fn an_unrelated_article_changes_nothing() {
    let other = Told {
        id: "unrelated.md".to_owned(),
        source: "The Gardener".to_owned(),
        published: "1998-05-04".to_owned(),
        title: "How to keep tulips over the winter".to_owned(),
        text: "Lift the bulbs once their leaves are yellow. Dry them on a shelf, brush off the soil, and keep them dark.\n\nMoles leave them alone; mice do not."
            .to_owned(),
    };
    each(|folder, articles, rules| {
        let more = [articles, std::slice::from_ref(&other)].concat();
        assert_eq!(all(&check(articles, rules)), of_others(&check(&more, rules), "unrelated"), "{}", folder.display());
    });
}

#[test]
fn splitting_an_article_leaves_the_others_alone() {
    each(|folder, articles, rules| {
        let before = check(articles, rules);
        for (at, told) in articles.iter().enumerate() {
            let paragraphs: Vec<&str> = told.text.split("\n\n").collect();
            let half = paragraphs.len().div_ceil(2);
            let part = |name: &str, paragraphs: &[&str]| Told {
                id: format!("{}-{name}", told.id),
                text: paragraphs.join("\n\n"),
                ..told.clone()
            };
            let mut split = articles.to_vec();
            split.splice(at..=at, [part("one", &paragraphs[..half]), part("two", &paragraphs[half..])]);
            let after = of_others(&check(&split, rules), &told.id);
            let lost: Vec<_> = of_others(&before, &told.id).difference(&after).cloned().collect();
            assert!(lost.is_empty(), "{} without {}: {lost:#?}", folder.display(), told.id);
        }
    });
}

#[test]
fn a_copy_changes_no_verdict() {
    each(|folder, articles, rules| {
        let before = check(articles, rules);
        for told in articles {
            let name = format!("copy-of-{}", told.id);
            let copy = Told { id: name.clone(), source: "The Copyist".to_owned(), ..told.clone() };
            let after = check(&[articles, &[copy]].concat(), rules);
            // The verdict on each figure: what one article says twice may stand in one finding with its copy.
            let verdicts = |checked: &Checked| -> BTreeSet<(String, String, String)> {
                let kept = |finding: &Finding| {
                    let (rule, verdict, _, figures) = outcome(checked, finding, &name);
                    figures.into_iter().map(move |figure| (rule.clone(), verdict.clone(), figure))
                };
                checked.findings.iter().flat_map(kept).collect()
            };
            let (before, after) = (verdicts(&before), verdicts(&after));
            let lost: Vec<_> = before.difference(&after).collect();
            assert!(lost.is_empty(), "{} with a copy of {}: {lost:#?}", folder.display(), told.id);
        }
    });
}

/// A story of one night in three voices, every figure of it a multiple.
fn night(by: u64) -> [Told; 3] {
    let (dead, more, hurt) = (12 * by, 19 * by, 120 * by);
    let told = |id: &str, source: &str, title: String, text: String| Told {
        id: id.to_owned(),
        source: source.to_owned(),
        published: "2031-03-05".to_owned(),
        title,
        text,
    };
    [
        told(
            "a.md",
            "Harbour News",
            format!("{dead} killed as ferry sinks off Split"),
            format!("SPLIT - A ferry sank off Split on Tuesday, killing {dead} people and injuring {hurt} others."),
        ),
        told(
            "b.md",
            "The Coast",
            format!("Ferry disaster off Split leaves {more} dead"),
            format!(
                "At least {hurt} people were injured and {more} were killed when a ferry sank off Split on Tuesday."
            ),
        ),
        told(
            "c.md",
            "Island Post",
            "Mourning in Split after the sinking of a ferry".to_owned(),
            format!(
                "A ferry that sank off Split on Tuesday took {dead} people with it. {dead} people were killed, the coastguard said."
            ),
        ),
    ]
}

#[test]
fn figures_multiplied_keep_their_verdicts() {
    let rules = rules();
    let verdicts = |by: u64| -> BTreeSet<(String, String, String)> {
        let checked = check(&night(by), &rules);
        checked.findings.iter().map(|f| (f.rule.clone(), f.verdict.clone(), f.class.clone())).collect()
    };
    let wanted = verdicts(1);
    assert!(wanted.iter().any(|(rule, verdict, _)| rule == "killed" && verdict == "conflict"), "{wanted:?}");
    for by in [2, 3, 7, 11] {
        assert_eq!(verdicts(by), wanted, "times {by}");
    }
}

#[test]
fn another_voice_never_makes_peace() {
    let rules = rules();
    let conflict = |articles: &[Told]| {
        let checked = check(articles, &rules);
        checked.findings.iter().any(|finding| finding.rule == "killed" && finding.verdict == "conflict")
    };
    let story = night(1);
    assert!(conflict(&story));
    for figure in [1, 12, 15, 19, 40, 900] {
        let other = Told {
            id: "d.md".to_owned(),
            source: "Fourth Voice".to_owned(),
            title: format!("{figure} killed in ferry disaster off Split"),
            text: format!("A ferry sank off Split on Tuesday and {figure} people were killed, the fire brigade said."),
            ..story[0].clone()
        };
        assert!(conflict(&[&story[..], &[other]].concat()), "a voice that says {figure}");
    }
}
