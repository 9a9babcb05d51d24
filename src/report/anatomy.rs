//! One rule explained: what it finds and leaves out, its settings and what they mean, its patterns with every slot and word list
//! spelled out, and its own texts.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::rulebook::severity;
use super::style::{Ink, mark, paint};
use super::{Options, names, prose, settings, text};
use crate::rule::{Accept, Anatomy, Fixed, Reject, Rule, slots};

/// Writes everything that is to be known of a rule.
pub fn explain(rule: &Rule, anatomy: &Anatomy, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let width = options.width;
    let parts = [
        head(rule, width),
        section("Settings", &settings::rows(rule, anatomy), width),
        section("Patterns: the first that matches counts", &patterns(rule), width),
        section("Unless: what stops a pattern where both match", &unless(rule), width),
        section("What stands for what", &legend(rule, anatomy), width),
        section("It must find", &accepted(rule), width),
        section("It must leave alone", &rejected(rule), width),
    ];
    let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    out.write_all(paint(&told.join("\n"), None, options.colour).as_bytes())
}

fn head(rule: &Rule, width: usize) -> String {
    let default = if rule.default() { "runs unless other rules are chosen" } else { "runs when asked for" };
    let head =
        format!("{}  ({}, {})", mark(Ink::Strong, rule.id()), names::kind(rule.kind()), severity(rule.severity()));
    let file = mark(Ink::Faint, &format!("{} · pack {} · {default}", rule.path().display(), rule.pack()));
    let (summary, body) = (prose::rendered(rule.summary(), width), prose::rendered(rule.explain(), width));
    format!("{head}\n{file}\n\n{summary}\n{body}")
}

/// Rows of two columns under a heading; nothing where there is no row.
fn section(heading: &str, rows: &[(String, String)], width: usize) -> String {
    const WIDEST: usize = 14;
    if rows.is_empty() {
        return String::new();
    }
    let first = rows.iter().map(|(name, _)| text::width(name)).max().unwrap_or(0).min(WIDEST);
    let row = |(name, told): &(String, String)| {
        let told = text::wrap(&text::clean(told), width.saturating_sub(first + 4).max(20));
        let told = told.join(&format!("\n{}", " ".repeat(first + 4)));
        let pad = " ".repeat(first.saturating_sub(text::width(name)));
        format!("  {}{pad}  {told}\n", mark(Ink::Faint, name))
    };
    format!("{}\n{}", mark(Ink::Strong, heading), rows.iter().map(row).collect::<String>())
}

fn patterns(rule: &Rule) -> Vec<(String, String)> {
    let told = |pattern: &crate::rule::Pattern| {
        let fixed = fixed(&pattern.fixed);
        let fixed = if fixed.is_empty() { String::new() } else { format!("  → {}", fixed.join(", ")) };
        (format!("line {}", pattern.line()), format!("{}{fixed}", pattern.source()))
    };
    rule.patterns().iter().map(told).collect()
}

/// What a pattern fixes for all that it finds.
fn fixed(fixed: &Fixed) -> Vec<String> {
    let said = |name: &str, what: Option<String>| what.map(|what| format!("{name} {what}"));
    let flag = |name: &str, set: bool| set.then(|| name.to_owned());
    let all = [
        said("stage", fixed.stage.clone()),
        said("", fixed.polarity.map(|polarity| names::polarity(polarity).to_owned()))
            .map(|said| said.trim().to_owned()),
        said("bound", fixed.bound.map(|bound| names::bound(bound).to_owned())),
        said("trend", fixed.trend.map(|trend| names::trend(trend).to_owned())),
        flag("an older event, recalled", fixed.background),
        flag("a running total", fixed.cumulative),
        said("subgroup", fixed.subgroup.clone()),
        said("party", fixed.party.clone()),
        said("the value is", fixed.value.map(|value| value.to_string())),
    ];
    all.into_iter().flatten().collect()
}

fn unless(rule: &Rule) -> Vec<(String, String)> {
    rule.unless().iter().map(|unless| (format!("line {}", unless.line()), unless.source().to_owned())).collect()
}

/// Each slot, gap and word list that the expressions name, and those that the lists name in turn, in their order.
fn legend(rule: &Rule, anatomy: &Anatomy) -> Vec<(String, String)> {
    let sources = rule.patterns().iter().map(crate::rule::Pattern::source);
    let sources = sources.chain(rule.unless().iter().map(crate::rule::Unless::source));
    let mut waiting: Vec<String> = sources.flat_map(slots).map(str::to_owned).collect();
    let (mut seen, mut rows, mut at) = (BTreeSet::new(), Vec::new(), 0);
    while let Some(slot) = waiting.get(at).cloned() {
        at += 1;
        if !seen.insert(slot.clone()) {
            continue;
        }
        let words = anatomy.list(&slot).unwrap_or_default();
        waiting.extend(words.iter().flat_map(|word| slots(word)).map(str::to_owned));
        let told = meaning(&slot).unwrap_or_else(|| words.join(" · "));
        rows.push((format!("{{{slot}}}"), told));
    }
    rows
}

/// What a slot matches; `None` for a word list.
fn meaning(slot: &str) -> Option<String> {
    let (name, argument) = slot.split_once(':').unwrap_or((slot, ""));
    let fixed = match name {
        "value" if argument.is_empty() || argument == "from" || argument == "1" => "the value that is found",
        "value" => "a further part of the value",
        "gap" => return Some(format!("at most {argument} words, inside the clause")),
        "wide" => return Some(format!("at most {argument} words, across other figures and insertions too")),
        "aside" => "an insertion between commas, brackets or dashes, or nothing",
        "number" | "count" => "another number",
        "money" => "another sum of money",
        "duration" => "another length of time",
        "percent" => "another percentage",
        "measure" => "another measure",
        "date" => "a date",
        "person" => "a person, with or without office; an office alone",
        "place" => "a place",
        "org" => "an organisation",
        "nationality" => "a nationality, such as “Russian” or “Ukrainians”",
        "name" => "a person, place, organisation or unknown name",
        "quote" => "another quotation",
        _ => return None,
    };
    Some(fixed.to_owned())
}

fn accepted(rule: &Rule) -> Vec<(String, String)> {
    let told = |accept: &Accept| {
        let scope = accept.scope.iter().map(|(name, said)| format!("{name} {said}"));
        let stated: Vec<String> = accept.values.iter().cloned().chain(scope).collect();
        let title = accept.title.as_ref().map(|title| format!("[{title}] ")).unwrap_or_default();
        (format!("line {}", accept.line), format!("{title}{}  → {}", accept.text, stated.join(", ")))
    };
    rule.accept().iter().map(told).collect()
}

fn rejected(rule: &Rule) -> Vec<(String, String)> {
    let told = |reject: &Reject| (format!("line {}", reject.line), format!("{}  ({})", reject.text, reject.why));
    rule.reject().iter().map(told).collect()
}
