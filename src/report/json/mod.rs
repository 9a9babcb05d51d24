//! JSON, version 1: a form of its own, apart from the engine's types, that is kept stable. `docs/json.md` describes it.

mod build;
mod number;
mod trace;
mod v1;

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use super::index::Index;
use crate::claim::{Claim, Extract};

pub use trace::write_trace;

/// The version of the form, the first field of `check --format json`.
pub const VERSION: u32 = 1;

/// Writes a whole report as one object.
pub fn write_report(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::pretty(&mut *out);
    build::Whole { report, index: Index::new(report) }.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// Writes a report as one record a line: articles, claims, events, findings, then what was left out, and a summary as the last.
pub fn write_report_lines(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let index = Index::new(report);
    let mut records = 0;
    for record in build::extract_records(report, &index).chain(build::report_records(report, &index)) {
        line(&record, out)?;
        records += 1;
    }
    line(&build::summary(report, records), out)
}

/// Writes the articles and claims of extracts as one record a line.
pub fn write_extract(extract: &Extract, out: &mut dyn Write) -> io::Result<()> {
    build::records_of(extract, &build::Unlinked).try_for_each(|record| line(&record, out))
}

/// A claim as a value, for what is told of it elsewhere.
pub(super) fn claim(claim: &Claim) -> serde_json::Value {
    serde_json::to_value(build::claim(claim, None)).unwrap_or_default()
}

fn line(record: &v1::Record<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    out.write_all(b"\n")
}
