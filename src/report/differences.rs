//! What two states of the rules find in the same articles: claims gained, lost and changed.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::style::{Ink, mark, paint};
use super::{Options, claims, json as form, text};
use crate::claim::Claim;

/// A claim that differs: as it was, as it is.
#[derive(Debug)]
pub struct Difference<'a> {
    /// As it was; `None` for one that is gained.
    pub before: Option<&'a Claim>,
    /// As it is; `None` for one that is lost.
    pub after: Option<&'a Claim>,
}

/// The claims that differ, by rule, article and place.
pub fn between<'a>(before: &'a [Claim], after: &'a [Claim]) -> Vec<Difference<'a>> {
    type Sides<'a> = (Option<&'a Claim>, Option<&'a Claim>);
    let key = |claim: &Claim| {
        let at = claim.location;
        (claim.rule.clone(), claim.article.clone(), at.field, at.start, at.end)
    };
    let mut sides: BTreeMap<_, Sides<'a>> = BTreeMap::new();
    for claim in before {
        sides.entry(key(claim)).or_default().0 = Some(claim);
    }
    for claim in after {
        sides.entry(key(claim)).or_default().1 = Some(claim);
    }
    let differs = |(before, after): Sides<'a>| {
        let same = before.zip(after).is_some_and(|(before, after)| told(before) == told(after));
        (!same).then_some(Difference { before, after })
    };
    sides.into_values().filter_map(differs).collect()
}

/// A claim in one line: place, words, value, scope; articles by their own names.
fn told(claim: &Claim) -> String {
    claims::lines(std::slice::from_ref(claim), Path::new("-"))
}

/// Writes the differences by rule (- as it was, + as it is), and the count.
pub fn write(
    differences: &[Difference<'_>],
    articles: usize,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut rule = "";
    for difference in differences {
        let of = difference.after.or(difference.before).map_or("", |claim| &*claim.rule);
        if of != rule {
            rule = of;
            write_painted(&format!("{}\n", mark(Ink::Strong, rule)), options, out)?;
        }
        write_painted(&shown(difference, options.width), options, out)?;
    }
    let count = |kind: &str| differences.iter().filter(|difference| name(difference) == kind).count();
    let (gained, lost, changed) = (count("gained"), count("lost"), count("changed"));
    writeln!(out, "{gained} gained, {lost} lost, {changed} changed in {articles} articles")
}

fn name(difference: &Difference<'_>) -> &'static str {
    match (difference.before, difference.after) {
        (None, _) => "gained",
        (_, None) => "lost",
        _ => "changed",
    }
}

fn shown(difference: &Difference<'_>, width: usize) -> String {
    let sides = [("  - ", difference.before), ("  + ", difference.after)];
    let mut block = String::new();
    for (sign, claim) in sides.into_iter().filter_map(|(sign, claim)| Some((sign, claim?))) {
        block.push_str(&hanging(sign, &text::clean(&told(claim)), width));
    }
    let sentence = difference.after.or(difference.before).map_or("", |claim| &claim.sentence);
    block.push_str(&hanging("      ", &text::clip(&text::clean(sentence), 2 * width), width));
    block
}

fn hanging(sign: &str, words: &str, width: usize) -> String {
    let lines = text::wrap(words, width.saturating_sub(6).max(20));
    let indent = |(at, line): (usize, &String)| format!("{}{line}\n", if at == 0 { sign } else { "      " });
    lines.iter().enumerate().map(indent).collect()
}

fn write_painted(block: &str, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(paint(block, None, options.colour).as_bytes())
}

/// Writes the differences as one object, each claim in the form of version 1.
pub fn write_json(differences: &[Difference<'_>], out: &mut dyn Write) -> io::Result<()> {
    let one = |difference: &Difference<'_>| -> Value {
        let claim = |claim: Option<&Claim>| claim.map(form::claim);
        json!({"change": name(difference), "before": claim(difference.before), "after": claim(difference.after)})
    };
    let all: Vec<Value> = differences.iter().map(one).collect();
    serde_json::to_writer_pretty(&mut *out, &json!({"differences": all}))?;
    out.write_all(b"\n")
}
