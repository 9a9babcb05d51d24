//! `rules eval`: precision and recall against gold.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use super::args::{RulesEval, TryFormat};
use crate::article::{Article, Sources, read};
use crate::claim::extract;
use crate::cli::load::{self, Ready};
use crate::mention::scan;
use crate::report::evaluation;
use crate::trial::{Gold, GoldFault, GoldText, Score, read_gold, score};

/// Scores the rules that a gold file names.
pub(super) fn run(wanted: &RulesEval) -> Result<()> {
    let ready = load::ready(&wanted.selection)?;
    let text =
        std::fs::read_to_string(&wanted.gold).with_context(|| format!("cannot read {}", wanted.gold.display()))?;
    let (gold, mut faults) = read_gold(&text);
    if gold.is_empty() && faults.is_empty() {
        bail!(
            "{} holds no record; give one a line, such as {{\"text\": \"12 people died.\", \"rule\": \"killed\", \"value\": 12}}",
            wanted.gold.display()
        );
    }
    faults.extend(gold.iter().filter_map(|line| unfit(line, &ready, &wanted.gold)));
    tell(faults, &wanted.gold)?;
    let scores = scores(&gold, &ready, wanted)?;
    wanted.output.fill(|out| match wanted.format {
        TryFormat::Table => evaluation::write(&scores, wanted.show, &wanted.output.options(), out),
        TryFormat::Json => evaluation::write_json(&scores, out),
    })
}

/// What keeps a line that can be read from being judged: a rule that does not run, an article that is not there.
fn unfit(line: &Gold, ready: &Ready, gold: &Path) -> Option<GoldFault> {
    let fault = |message: String| Some(GoldFault { line: line.line, message });
    if ready.rules.get(&line.rule).is_none() {
        let help = "name it with --rule or its pack with --pack, or correct it";
        return fault(format!("no rule `{}` runs; {help}", line.rule));
    }
    match &line.text {
        GoldText::File(file) if !beside(gold, file).is_file() => fault(format!(
            "there is no article at {}; paths are taken from the gold file",
            beside(gold, file).display()
        )),
        _ => None,
    }
}

/// All faults at once, in the order of their lines.
fn tell(mut faults: Vec<GoldFault>, gold: &Path) -> Result<()> {
    faults.sort_by_key(|fault| fault.line);
    let told: Vec<String> =
        faults.iter().map(|fault| format!("{}:{}: {}", gold.display(), fault.line, fault.message)).collect();
    if told.is_empty() { Ok(()) } else { Err(anyhow!("in the gold file\n{}", told.join("\n"))) }
}

fn beside(gold: &Path, file: &str) -> PathBuf {
    gold.parent().unwrap_or(Path::new("")).join(file)
}

/// The scores by rule; the lines of one text are judged together.
fn scores(gold: &[Gold], ready: &Ready, wanted: &RulesEval) -> Result<Vec<(String, Score)>> {
    let mut texts: BTreeMap<&GoldText, Vec<&Gold>> = BTreeMap::new();
    for line in gold {
        texts.entry(&line.text).or_default().push(line);
    }
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for (text, lines) in texts {
        let article = article(text, lines[0].line, &wanted.gold)?;
        let claims = extract(&ready.rules, &ready.lexicon, &article, &scan(&article, &ready.lexicon)).claims;
        let mut by_rule: BTreeMap<&str, Vec<&Gold>> = BTreeMap::new();
        for line in lines {
            by_rule.entry(&line.rule).or_default().push(line);
        }
        for (id, lines) in by_rule {
            let Some(rule) = ready.rules.get(id) else { continue };
            score(&lines, rule, &claims, &ready.lexicon, scores.entry(id.to_owned()).or_default());
        }
    }
    for score in scores.values_mut() {
        for list in [&mut score.missed, &mut score.wrong, &mut score.scope] {
            list.sort_by_key(|case| case.line);
        }
    }
    Ok(scores.into_iter().collect())
}

fn article(text: &GoldText, line: usize, gold: &Path) -> Result<Article> {
    let file = match text {
        GoldText::Text(text, Some(title), published) => return Ok(Article::titled("text", title, text, *published)),
        GoldText::Text(text, None, published) => return Ok(Article::plain("text", text, *published)),
        GoldText::File(file) => beside(gold, file),
    };
    let place = || format!("{}:{line}: cannot read {}", gold.display(), file.display());
    let corpus = read(&Sources::new(vec![file.clone()], load::today())).with_context(place)?;
    corpus.articles.into_iter().next().with_context(place)
}
