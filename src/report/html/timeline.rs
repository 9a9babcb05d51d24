//! How a figure went from day to day, for what evolves.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::Case;
use super::scale::{Scale, day_number, percent};
use super::view::{DayView, Point, StepLine, Timeline, Told};
use crate::claim::{Claim, Value};
use crate::report::rows::outlet;
use crate::report::{asserted, figure};
use crate::verdict::{Class, Finding};

/// Days up to which the figures are written beside their points: beyond, they would cover one another.
const LABELS: usize = 8;
/// How far two figures of one day stand apart at least, in percent of the height, for both to be written.
const ROOM: f64 = 18.0;

/// A figure of a day, and what stands for it on the line.
struct Dated<'a> {
    day: Date,
    claim: &'a Claim,
    value: f64,
}

/// The timeline of a finding; `None` where its figure stayed as it was or is no figure.
pub(super) fn timeline(finding: &Finding, case: &Case<'_>) -> Option<Timeline> {
    let evolves = finding.reasons.iter().any(|reason| matches!(reason.code, Class::C1 | Class::C2));
    asserted::course(finding, &case.index).filter(|_| evolves)?;
    let told = finding.series.iter().filter_map(|(day, id)| {
        let claim = case.index.claim(id)?;
        Some(Dated { day: *day, claim, value: value(claim)? })
    });
    let told: Vec<Dated<'_>> = told.collect();
    let days = Scale::even(told.iter().map(|dated| day_number(dated.day)))?;
    let figures = Scale::over(told.iter().map(|dated| dated.value))?;
    let at = |dated: &Dated<'_>| (days.at(day_number(dated.day)), 100.0 - figures.at(dated.value));
    let peaks = peaks(&told);
    let written = if peaks.len() <= LABELS { written(&told, |dated| at(dated).1) } else { Vec::new() };
    let label = |index| if written.contains(&index) { figure(&told[index]) } else { String::new() };
    Some(Timeline {
        days: by_day(&told, case),
        points: told
            .iter()
            .enumerate()
            .map(|(index, dated)| Point { label: label(index), ..point(at(dated)) })
            .collect(),
        steps: steps(&peaks.iter().map(|dated| at(dated)).collect::<Vec<_>>()),
        ticks: days.days(),
    })
}

fn value(claim: &Claim) -> Option<f64> {
    match &claim.value {
        Value::Quantity(quantity) => Some(quantity.low.unwrap_or_else(|| quantity.amount.ends().0).to_f64()),
        _ => None,
    }
}

fn point((x, y): (f64, f64)) -> Point {
    Point { x: percent(x), y: percent(y), label: String::new() }
}

fn figure(dated: &Dated<'_>) -> String {
    match &dated.claim.value {
        Value::Quantity(quantity) => figure::mark(quantity.amount.ends().0, Some(&quantity.unit)),
        _ => String::new(),
    }
}

/// The highest figure of each day: the line goes through these.
fn peaks<'d, 'a>(told: &'d [Dated<'a>]) -> Vec<&'d Dated<'a>> {
    let days = told.chunk_by(|a, b| a.day == b.day);
    days.filter_map(|day| day.iter().max_by(|a, b| a.value.total_cmp(&b.value))).collect()
}

/// The figures that are written beside their points, as places in the list: of each day from the top down, those with room.
fn written(told: &[Dated<'_>], height: impl Fn(&Dated<'_>) -> f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by(|&a, &b| {
        (told[a].day, height(&told[a])).partial_cmp(&(told[b].day, height(&told[b]))).unwrap_or(Ordering::Equal)
    });
    let mut written: Vec<usize> = Vec::new();
    for index in order {
        let above = written.last().filter(|&&last| told[last].day == told[index].day);
        if above.is_none_or(|&last| height(&told[index]) - height(&told[last]) >= ROOM) {
            written.push(index);
        }
    }
    written
}

/// A figure stands until the next one: a line along, then a line up or down.
fn steps(points: &[(f64, f64)]) -> Vec<StepLine> {
    let line = |from, to| StepLine { from: point(from), to: point(to) };
    points
        .windows(2)
        .flat_map(|pair| [line(pair[0], (pair[1].0, pair[0].1)), line((pair[1].0, pair[0].1), pair[1])])
        .collect()
}

/// The same in words: each day's figures, each with who gives it.
fn by_day(told: &[Dated<'_>], case: &Case<'_>) -> Vec<DayView> {
    let days = told.chunk_by(|a, b| a.day == b.day);
    days.map(|day| DayView { day: day[0].day.to_string(), told: figures(day, case) }).collect()
}

fn figures(day: &[Dated<'_>], case: &Case<'_>) -> Vec<Told> {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for dated in day {
        let figure = asserted::asserted(dated.claim);
        let who = outlet(case.index.article(dated.claim), &dated.claim.article);
        match told.iter_mut().find(|(known, _)| *known == figure) {
            Some((_, outlets)) if outlets.contains(&who) => {}
            Some((_, outlets)) => outlets.push(who),
            None => told.push((figure, vec![who])),
        }
    }
    told.into_iter().map(|(figure, outlets)| Told { figure, who: outlets.join(", ") }).collect()
}
