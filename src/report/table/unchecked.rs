//! What was not checked: figures that no rule claimed, matches that were refused, pairs that were nearly compared, words that
//! one source alone carries.

use std::io::{self, Write};

use super::grid::{self, Columns};
use crate::claim::{Claim, Extract, NotClaimed};
use crate::report::index::Index;
use crate::report::rows::shortened;
use crate::report::style::{Ink, mark, paint};
use crate::report::{Options, Report, text};

/// Writes the lists that are not empty, each under its heading.
pub(super) fn write(report: &Report, index: &Index<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let columns = grid::columns(options.width);
    let unclaimed: Vec<_> =
        report.extracts.iter().flat_map(|extract| not_claimed(extract, &extract.unclaimed, index, columns)).collect();
    let refused: Vec<_> =
        report.extracts.iter().flat_map(|extract| not_claimed(extract, &extract.skipped, index, columns)).collect();
    let near: Vec<_> = report.near_misses.iter().map(|near| near_miss(near, index, columns)).collect();
    let lone = report.findings.iter().filter(|finding| index.is_lone_quotation(finding));
    let quoted: Vec<_> =
        lone.flat_map(|finding| index.claims_of(finding)).map(|claim| words(claim, index, columns)).collect();
    let lists = [
        ("Figures that no rule claimed", unclaimed),
        ("Outside a rule's limits", refused),
        ("Nearly compared", near),
        ("Words that one source alone carries", quoted),
    ];
    for (heading, rows) in lists.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        let block = format!("{}\n{}\n", mark(Ink::Strong, heading), grid::table(rows, columns));
        out.write_all(paint(&block, None, options.colour).as_bytes())?;
    }
    Ok(())
}

fn not_claimed<'a>(
    extract: &'a Extract,
    list: &'a [NotClaimed],
    index: &'a Index<'_>,
    columns: Columns,
) -> impl Iterator<Item = [String; 3]> + 'a {
    list.iter().map(move |figure| {
        let place = format!("{}:{}", text::clean(index.short_name(&extract.article.id)), figure.location.line);
        let place = shortened(&place, columns.who);
        let rule = figure.rule.as_deref().map_or_else(String::new, |rule| format!("{rule}: "));
        let figure_cell = mark(Ink::Figure, &text::clip(&text::clean(&figure.text), 90));
        [figure_cell, mark(Ink::Faint, &place), format!("{rule}{}", text::clean(&figure.reason))]
    })
}

/// Words with their place and whoever says them.
fn words(claim: &Claim, index: &Index<'_>, columns: Columns) -> [String; 3] {
    let place = format!("{}:{}", text::clean(index.short_name(&claim.article)), claim.location.line);
    let speaker = claim.attribution.iter().find(|link| link.kind == "speaker");
    let speaker = speaker.map_or_else(|| "no speaker found".to_owned(), |speaker| text::clean(&speaker.text));
    let words = mark(Ink::Figure, &text::clip(&text::clean(&claim.text), 90));
    [words, mark(Ink::Faint, &shortened(&place, columns.who)), speaker]
}

fn near_miss((a, b, why): &(String, String, String), index: &Index<'_>, columns: Columns) -> [String; 3] {
    let claims = [a, b].map(|id| index.claim(id));
    let words = |claim: Option<&Claim>| claim.map_or_else(|| "?".to_owned(), |claim| text::clean(&claim.text));
    let place = |claim: &&Claim| {
        let place = format!("{}:{}", text::clean(index.short_name(&claim.article)), claim.location.line);
        mark(Ink::Faint, &shortened(&place, columns.who))
    };
    let places: Vec<String> = claims.iter().flatten().map(place).collect();
    [mark(Ink::Figure, &claims.map(words).join(" / ")), places.join("\n"), text::clean(why)]
}
