//! Figures that no rule claims, for people and for programs.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::style::{Ink, mark, paint};
use super::{Options, text};
use crate::mention::LeafKind;
use crate::trace::{Cluster, Count, Unclaimed};

/// Sentences shown of each cluster.
const EXAMPLES: usize = 3;

/// Writes the clusters, at most `top`, each with its first examples (all with `options.all`), and the counts.
pub fn write(clusters: &[Cluster], count: Count, top: usize, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for cluster in clusters.iter().take(top) {
        out.write_all(paint(&told(cluster, options), None, options.colour).as_bytes())?;
    }
    let left = clusters.len().saturating_sub(top);
    if left > 0 {
        let figures: usize = clusters[top..].iter().map(|cluster| cluster.figures.len()).sum();
        writeln!(out, "{left} more groups with {figures} figures (--top {} shows them)\n", clusters.len())?;
    }
    let unclaimed = count.figures - count.claimed;
    writeln!(out, "{} figures, {} claimed by a rule, {unclaimed} by none", count.figures, count.claimed)
}

fn told(cluster: &Cluster, options: &Options) -> String {
    let number = cluster.figures.len();
    let mut block = format!("{number:>4}  {}  ({})\n", mark(Ink::Strong, &name(cluster)), kind(cluster.kind));
    let shown = if options.all { number } else { EXAMPLES };
    for figure in cluster.figures.iter().take(shown) {
        block.push_str(&example(figure, options.width));
    }
    if number > shown {
        let more = format!("      and {} more (--all shows them)\n", number - shown);
        block.push_str(&more);
    }
    block.push('\n');
    block
}

/// The head of a cluster, in quotation marks where it is a word beside the figures.
fn name(cluster: &Cluster) -> String {
    match (&*cluster.head, cluster.kind) {
        ("", _) => "nothing that tells what".to_owned(),
        (head, LeafKind::Number) => text::clean(head),
        (head, _) => format!("beside “{}”", text::clean(head)),
    }
}

fn example(figure: &Unclaimed, width: usize) -> String {
    let place = mark(Ink::Faint, &format!("{}:{}", text::clean(&figure.article), figure.line));
    let room = width.saturating_sub(6).max(20);
    let cut = text::excerpt(&figure.sentence, figure.at, &figure.text, 2 * room);
    let sentence = format!("{}{}{}", cut.before, mark(Ink::Figure, &cut.figure), cut.after);
    let lines = std::iter::once(place).chain(text::wrap(&sentence, room));
    let notes = figure.notes.iter().flat_map(|note| text::wrap(&format!("({})", text::clean(note)), room));
    lines.chain(notes).flat_map(|line| ["      ".to_owned(), line, "\n".to_owned()]).collect()
}

/// Writes the clusters as one object.
pub fn write_json(clusters: &[Cluster], count: Count, top: usize, out: &mut dyn Write) -> io::Result<()> {
    let cluster = |cluster: &Cluster| {
        let figures: Vec<Value> = cluster.figures.iter().map(figure).collect();
        json!({"kind": kind(cluster.kind), "head": cluster.head, "count": figures.len(), "figures": figures})
    };
    let groups: Vec<Value> = clusters.iter().take(top).map(cluster).collect();
    let whole = json!({"figures": count.figures, "claimed": count.claimed, "groups": groups});
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    out.write_all(b"\n")
}

fn figure(figure: &Unclaimed) -> Value {
    json!({
        "article": &*figure.article,
        "line": figure.line,
        "text": figure.text,
        "sentence": figure.sentence,
        "notes": figure.notes,
    })
}

fn kind(kind: LeafKind) -> &'static str {
    super::explain::leaf_kind(kind)
}
