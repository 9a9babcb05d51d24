//! Snapshots: what a rule found, as text in a file of the form that `cargo insta review` reads.

use std::path::PathBuf;

use similar::{ChangeTag, TextDiff};
use thiserror::Error;

/// The line around the header.
const FENCE: &str = "---";

/// A snapshot: where it comes from and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// What it was taken of; for a rule `PACK/ID.toml`.
    pub source: String,
    /// What it holds, without the line end that closes the file.
    pub contents: String,
}

/// A snapshot file that is none.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("this is no snapshot: it does not begin with a header between two lines `---`; remove it, or restore it")]
pub struct SnapshotError;

impl Snapshot {
    /// Reads a file: a header in YAML between two fences, then the contents.
    pub fn parse(text: &str) -> Result<Self, SnapshotError> {
        let mut lines = text.lines();
        if lines.next() != Some(FENCE) {
            return Err(SnapshotError);
        }
        let header: Vec<&str> = lines.by_ref().take_while(|line| *line != FENCE).collect();
        let source = header.iter().find_map(|line| line.strip_prefix("source:")).unwrap_or_default();
        let closed = text.lines().skip(1).any(|line| line == FENCE);
        let contents = lines.collect::<Vec<_>>().join("\n").trim_end().to_owned();
        let snapshot = Self { source: source.trim().trim_matches('"').to_owned(), contents };
        if closed { Ok(snapshot) } else { Err(SnapshotError) }
    }

    /// The file.
    pub fn render(&self) -> String {
        let plain = |c: char| c.is_alphanumeric() || "./_-".contains(c);
        let quoted = if self.source.chars().all(plain) { self.source.clone() } else { format!("{:?}", self.source) };
        format!("{FENCE}\nsource: {quoted}\n{FENCE}\n{}\n", self.contents)
    }
}

/// How what was found stands to what was found before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The same.
    Same,
    /// There is no snapshot yet.
    New,
    /// Something else.
    Changed,
}

/// What a rule found in the articles, beside its snapshot.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The snapshot's file.
    pub path: PathBuf,
    /// How many articles were searched.
    pub articles: usize,
    /// What was found before, where it was kept.
    pub kept: Option<Snapshot>,
    /// What was found now.
    pub found: Snapshot,
    /// Whether what was found now has been taken over into the file.
    pub accepted: bool,
}

/// A line of a difference, with its place in the new contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// `-` for what is gone, `+` for what is new, a blank for what stands by.
    pub sign: char,
    /// The line.
    pub text: String,
}

impl Taken {
    /// How the two stand to each other.
    pub fn standing(&self) -> Standing {
        match &self.kept {
            None => Standing::New,
            Some(kept) if kept.contents == self.found.contents => Standing::Same,
            Some(_) => Standing::Changed,
        }
    }

    /// Whether somebody has to say that what was found is right.
    pub fn is_pending(&self) -> bool {
        !self.accepted && self.standing() != Standing::Same
    }

    /// What has changed, line by line, with a line around each place.
    pub fn difference(&self) -> Vec<Changed> {
        let ended = |text: &str| if text.is_empty() { String::new() } else { format!("{text}\n") };
        let old = self.kept.as_ref().map(|kept| ended(&kept.contents)).unwrap_or_default();
        let new = ended(&self.found.contents);
        let difference = TextDiff::from_lines(&old, &new);
        let groups = difference.grouped_ops(1);
        let changes = groups.iter().flatten().flat_map(|op| difference.iter_changes(op));
        let line = |change: similar::Change<&str>| Changed {
            sign: match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            },
            text: change.value().trim_end().to_owned(),
        };
        changes.map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn snapshot(contents: &str) -> Snapshot {
        Snapshot { source: "harm/killed.toml".into(), contents: contents.into() }
    }

    fn taken(kept: Option<&str>, found: &str) -> Taken {
        Taken { path: PathBuf::new(), articles: 1, kept: kept.map(snapshot), found: snapshot(found), accepted: false }
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        for contents in ["", "one line", "two\nlines", "---\nstill contents"] {
            let written = snapshot(contents).render();
            assert_eq!(Snapshot::parse(&written).unwrap(), snapshot(contents), "{written}");
            let other_ends = written.replace('\n', "\r\n");
            assert_eq!(Snapshot::parse(&other_ends).unwrap(), snapshot(contents), "{written}");
        }
        let odd = Snapshot { source: "my pack: one/a.toml".into(), contents: "x".into() };
        assert_eq!(Snapshot::parse(&odd.render()).unwrap(), odd);
    }

    #[test]
    fn other_files_are_no_snapshots() {
        for text in ["", "14 ships", "---\nsource: x\n14 ships"] {
            assert_eq!(Snapshot::parse(text), Err(SnapshotError), "{text}");
        }
    }

    #[test]
    fn a_snapshot_is_the_same_new_or_changed() {
        assert_eq!(taken(Some("a"), "a").standing(), Standing::Same);
        assert_eq!(taken(None, "a").standing(), Standing::New);
        let changed = taken(Some("a\nb\nc\nd"), "a\nb\nx\nd");
        assert_eq!(changed.standing(), Standing::Changed);
        let signs: Vec<String> =
            changed.difference().iter().map(|line| format!("{}{}", line.sign, line.text)).collect();
        assert_eq!(signs, [" b", "-c", "+x", " d"]);
        assert_eq!(taken(Some(""), "a").difference().len(), 1);
    }
}
