//! CSV: one row a claim, with the finding it stands in, for a spreadsheet.

use std::io::{self, Write};

use super::Report;
use super::cells::{self, Cell};
use super::index::Index;
use crate::claim::Extract;

/// Writes every claim, those of each finding together in the report's order.
pub fn write_report(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(cells::OF_FINDING.iter().chain(&cells::OF_CLAIM).chain(&["reason"]).chain(&cells::OF_MARK))?;
    for row in cells::of_report(report, &index) {
        csv.write_record(row.into_iter().map(shown))?;
    }
    csv.flush()
}

/// Writes the claims of extracts alone.
pub fn write_extracts(extracts: &[Extract], out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(["rule"].iter().chain(&cells::OF_CLAIM))?;
    for extract in extracts {
        for claim in &extract.claims {
            let cells = cells::of_claim(claim, Some(&extract.article)).into_iter().map(shown);
            csv.write_record(std::iter::once(claim.rule.to_string()).chain(cells))?;
        }
    }
    csv.flush()
}

/// What a spreadsheet would take for a formula is led by an apostrophe.
fn shown(cell: Cell) -> String {
    match cell {
        Cell::Name(name) => name,
        Cell::Words(words) if cells::is_formula(&words) => format!("'{words}"),
        Cell::Words(words) => words,
        Cell::Number(number) => number.to_string(),
    }
}
