//! The claims of an article as a table: `extract --format table`.

use std::io::{self, Write};

use super::grid;
use crate::claim::{Claim, Extract, Value};
use crate::report::rows::outlet;
use crate::report::style::{Ink, mark, paint};
use crate::report::{Options, figure, names, text};
use crate::value::{DateSpan, Quantity};

/// Writes one article: its head, then a row for each claim.
pub fn write_extract(extract: &Extract, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let columns = grid::columns(options.width);
    let mut block = head(extract);
    if !extract.claims.is_empty() {
        let row = |claim| [claimed(claim), rule(claim), scope(claim)];
        block.push_str(&grid::table(extract.claims.iter().map(row), columns));
    }
    block.push('\n');
    out.write_all(paint(&block, None, options.colour).as_bytes())
}

fn head(extract: &Extract) -> String {
    let article = &extract.article;
    let day = article.day().map(|(day, from)| format!("{day} ({})", names::origin(from)));
    let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (claims, unclaimed) = (counted(extract.claims.len(), "claim"), counted(extract.unclaimed.len(), "figure"));
    let claims = format!("{claims}, {unclaimed} unclaimed");
    let parts = [Some(text::clean(&article.id)), Some(outlet(Some(article), &article.id)), day, Some(claims)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let (id, rest) = parts.split_at(1);
    format!("{}\n    {}\n", mark(Ink::Strong, &id.concat()), rest.join(" · "))
}

fn claimed(claim: &Claim) -> String {
    mark(Ink::Figure, &text::clip(&text::clean(&claim.text), 90))
}

fn rule(claim: &Claim) -> String {
    let id = format!("line {} · {}", claim.location.line, claim.id.chars().take(8).collect::<String>());
    format!("{}\n{}\n{}", mark(Ink::Strong, &claim.rule), value(&claim.value), mark(Ink::Faint, &id))
}

/// The value in its canonical unit.
fn value(value: &Value) -> String {
    match value {
        Value::Quantity(quantity) => quantity_shown(quantity),
        Value::Date(Some(date), _) => date.to_string(),
        Value::Date(None, phrase) => format!("{} (no date to hang it on)", text::clean(phrase)),
        Value::Tally(tally) => tally.to_string(),
        Value::Text(words) => text::clip(&text::clean(words), 60),
    }
}

fn quantity_shown(quantity: &Quantity) -> String {
    let shown = figure::range(quantity.low, quantity.high, Some(&quantity.unit)).unwrap_or_else(|| "open".to_owned());
    match names::bound(quantity.bound) {
        "exact" | "between" => shown,
        bound => format!("{shown} ({bound})"),
    }
}

/// What it is about, part by part, with where each was found.
fn scope(claim: &Claim) -> String {
    let parts = scope_parts(claim);
    let parts: Vec<String> = parts.iter().map(|(name, value, _)| format!("{name}: {value}")).collect();
    let others = claim.attribution.iter().filter(|link| link.kind != "outlet");
    let said = others.map(|link| text::clean(&link.text)).filter(|words| !words.is_empty());
    let said: Vec<String> = said.map(|words| format!("said by: {words}")).collect();
    [parts, said].concat().join(" · ")
}

/// The parts of a scope that are known: name, value, where found.
pub(in crate::report) fn scope_parts(claim: &Claim) -> Vec<(&'static str, String, &'static str)> {
    let scope = &claim.scope;
    let names_of =
        scope.participants.iter().map(|p| ("participant", text::clean(&p.value.name), names::found(p.found)));
    let words = [("party", &scope.party), ("of", &scope.subgroup), ("place", &scope.place), ("stage", &scope.stage)];
    let words = words.into_iter().filter_map(|(name, part)| {
        part.as_ref().map(|part| (name, text::clean(&part.value), names::found(part.found)))
    });
    let dates = [("date", &scope.event_date), ("as of", &scope.as_of), ("since", &scope.since)];
    let dates = dates.into_iter().filter_map(|(name, part)| {
        part.as_ref().map(|part| (name, DateSpan::to_string(&part.value), names::found(part.found)))
    });
    let flags = [
        (scope.cumulative, "counting", "in all"),
        (scope.background, "background", "recalls an older event"),
        (names::polarity(scope.polarity) != "asserted", "polarity", names::polarity(scope.polarity)),
    ];
    let flags = flags.into_iter().filter(|(set, ..)| *set).map(|(_, name, value)| (name, value.to_owned(), ""));
    names_of.chain(words).chain(dates).chain(flags).collect()
}
