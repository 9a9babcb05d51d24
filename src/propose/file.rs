//! The rule file that is proposed: commented, so that somebody who sees one for the first time can go on.

use std::fmt::Write as _;

use super::{Candidate, Shape, Wish};
use crate::report::names;
use crate::rule::ValueKind;

/// What is taken over from another rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Like {
    /// Its id.
    pub id: String,
    /// The kind of its values.
    pub kind: ValueKind,
    /// What its events are.
    pub event: String,
    /// Its severity, as rule files have it.
    pub severity: String,
    /// The tables `[scope.FIELD]` and `[compare]` as its file has them.
    pub tables: String,
}

impl Like {
    /// Reads the tables off the text of a rule file.
    pub fn new(id: &str, kind: ValueKind, event: &str, severity: &str, file: &str) -> Self {
        let mut taken = false;
        let lines = file.lines().filter(|line| {
            if line.starts_with('[') {
                taken = line.starts_with("[scope.") || line.starts_with("[compare]");
            }
            taken
        });
        let tables = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
        Self { id: id.to_owned(), kind, event: event.to_owned(), severity: severity.to_owned(), tables }
    }
}

/// The file.
pub(super) fn write(wish: &Wish<'_>, chosen: &Candidate, shape: &Shape, stated: &str) -> String {
    [
        head(wish, chosen, shape),
        value(chosen.kind),
        words(shape),
        patterns(shape),
        wish.like.map_or_else(settings, tables),
        texts(wish, stated),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join("\n")
}

fn head(wish: &Wish<'_>, chosen: &Candidate, shape: &Shape) -> String {
    let (id, pack) = (wish.id, wish.pack);
    let words = shape.span.text(wish.sentence);
    let summary = quoted(&format!("{}, as in “{}”.", noun(chosen.kind), tidy(words)));
    let explain = quoted(&format!(
        "Finds {}, told as in “{}”. Left out, known gaps: still to be said.",
        lower(noun(chosen.kind)),
        tidy(words)
    ));
    let severity = wish.like.map_or_else(|| "\"warning\"".to_owned(), |like| quoted(&like.severity));
    let event = wish.like.map(|like| {
        format!("event    = {}  # claims hang on the same events as those of `{}`\n", quoted(&like.event), like.id)
    });
    format!(
        "# The rule `{id}` of the pack `{pack}`, begun from one sentence. What stands after a # is a note to you; remove it when it is done.\n\
         # Every key is described in docs/rule-format.md, the way from here in docs/rules.md.\n\n\
         # What the rule finds, in one sentence; then what it leaves out and where it fails.\n\
         summary  = {summary}\n\
         explain  = {explain}\n\
         severity = {severity}  # what a conflict counts as: error, warning, info\n\
         default  = true       # runs unasked\n{}",
        event.unwrap_or_default()
    )
}

fn value(kind: ValueKind) -> String {
    let hint = match kind {
        ValueKind::Count => {
            "# min = 1  # figures below are left alone; max likewise\n# of  = [\"ships?\"]  # only these nouns are counted\n"
        }
        ValueKind::Money => "# min = 1000  # sums below are left alone; max likewise\n",
        ValueKind::Duration => "# min = \"1 minute\"  # shorter ones are left alone; max likewise\n",
        ValueKind::Percent => "# max = \"100 %\"\n",
        ValueKind::Measure => "# unit = [\"km\", \"mile\"]  # only these units\n",
        ValueKind::Quote => "min_words = 3\n",
        _ => "",
    };
    format!("[value.{}]\n{hint}", names::kind(kind))
}

fn words(shape: &Shape) -> String {
    if shape.lists.is_empty() {
        return String::new();
    }
    let widest = shape.lists.iter().map(|list| list.name.len()).max().unwrap_or(0);
    let mut out = String::from(
        "# Lists of words, used as {NAME} below. Add the other ways to say it: \"ships?\" is ship or ships, \"(?:was|were) lost\" either.\n[words]\n",
    );
    for list in &shape.lists {
        let _ = writeln!(out, "{:widest$} = [{}]", list.name, quoted(&list.word));
    }
    out
}

fn patterns(shape: &Shape) -> String {
    format!(
        "# One way to tell it: {{value}} is the figure, {{gap:3}} at most three words. Small letters; tried in this order.\n\
         [[pattern]]\nmatch = '{}'\n\n\
         # What must not be taken for it: where this matches too, the pattern is stopped.\n\
         # [[unless]]\n# match = '{{value}} (?:more|fewer|less)'\n",
        shape.pattern
    )
}

fn settings() -> String {
    "# Where it happened is looked for here, the nearest first: figures of different places are never set against each other.\n\
     [scope.place]\nfrom = [\"sentence\", \"paragraph\", \"title\"]\n\n\
     # How articles are compared: 1,200 and \"about 1,000\" may be one figure; without a date nothing is called a conflict.\n\
     [compare]\nneeds    = [\"date\"]\nrounding = true\n# evolves = true  # the figure grows while it is reported, as a death toll does\n"
        .to_owned()
}

fn tables(like: &Like) -> String {
    format!(
        "# Where the rest of the claim is looked for, and how articles are compared: as in `{}`.\n{}\n",
        like.id, like.tables
    )
}

fn texts(wish: &Wish<'_>, stated: &str) -> String {
    let published = wish.published.map(|day| format!("published = {day}\n")).unwrap_or_default();
    format!(
        "# Sentences that the rule must find, with the figure; eight make a rule that can be trusted.\n\
         [[accept]]\ntext  = {}\n{published}value = {}\n\n\
         # Sentences that look like it and are something else; six of them.\n\
         # [[reject]]\n# text = \"\"\n# why  = \"\"\n",
        quoted(wish.sentence),
        quoted(stated)
    )
}

/// What a kind of value is called at the beginning of a summary.
fn noun(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Count | ValueKind::Vote => "A number",
        ValueKind::Money => "A sum of money",
        ValueKind::Duration => "A length of time",
        ValueKind::Percent => "A percentage",
        ValueKind::Measure => "A measure",
        ValueKind::Date => "A date",
        ValueKind::Place => "A place",
        ValueKind::Person => "A person",
        ValueKind::Role => "An office",
        ValueKind::Quote => "Words of somebody",
    }
}

fn lower(text: &str) -> String {
    text[..1].to_lowercase() + &text[1..]
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['.', '!', '?']).to_owned()
}

/// A string as TOML has it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
