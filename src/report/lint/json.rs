//! What a check of rule files found, as one JSON object.

use std::io::{self, Write};

use serde::Serialize;

use super::Repair;
use crate::rule::{Level, Linted, Problem};

/// Writes the object.
pub fn write(linted: &Linted, repairs: &[Repair], out: &mut dyn Write) -> io::Result<()> {
    let fixed = |(file, line, what): &'_ Repair| Fixed { file: file.clone(), line: *line, what: what.clone() };
    let form = Form {
        version: 1,
        rules: linted.rules,
        errors: linted.count(Level::Error),
        warnings: linted.count(Level::Warning),
        fixed: repairs.iter().map(fixed).collect(),
        problems: linted.problems.iter().map(Told::of).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &form)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Form<'a> {
    version: u32,
    rules: usize,
    errors: usize,
    warnings: usize,
    fixed: Vec<Fixed>,
    problems: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Fixed {
    file: String,
    line: usize,
    what: String,
}

/// A problem: lines and columns (in characters) from 1, bytes from 0, ends excluded.
#[derive(Serialize)]
struct Told<'a> {
    id: &'static str,
    level: &'static str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
    message: &'a str,
    advice: &'a str,
    fix: Option<Vec<Edit<'a>>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> Told<'a> {
    fn of(problem: &'a Problem) -> Self {
        let ((line, column), (end_line, end_column)) = problem.lines();
        let edit = |(at, text): &'a (std::ops::Range<usize>, String)| Edit { start: at.start, end: at.end, text };
        Self {
            id: problem.kind.name(),
            level: problem.level().name(),
            file: problem.file.path.display().to_string(),
            line,
            column,
            end_line,
            end_column,
            start: problem.span.start,
            end: problem.span.end,
            message: &problem.message,
            advice: &problem.advice,
            fix: problem.fix.as_ref().map(|fix| fix.edits.iter().map(edit).collect()),
        }
    }
}
