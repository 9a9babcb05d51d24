//! Front matter: YAML between `---` lines, TOML between `+++` lines, at the top of a Markdown or text file.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Origin;
use super::meta::{Key, Meta};

/// Front matter split from the text below it.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) meta: Meta,
    /// Where the text begins.
    pub(super) body: usize,
    /// Line and column of the title in the file, from 1, where it stands there as it is.
    pub(super) title_at: Option<(usize, usize)>,
    /// What could not be read, without harm to the rest.
    pub(super) notes: Vec<String>,
}

/// Reads the front matter of a text: `None` where it has none, `Err` with line and advice where it is broken.
pub(super) fn read_front(text: &str) -> Option<Result<Front, String>> {
    let fence = fence(text)?;
    let start = line_end(text, 0);
    match closing(text, start, fence) {
        Some((end, body)) => Some(parse(text, fence, start..end).map(|front| Front { body, ..front })),
        None if looks_like_fields(&text[start..], fence) => {
            let advice =
                format!("line 1: front matter opened by `{fence}` is not closed; end it with a line `{fence}`");
            Some(Err(advice))
        }
        None => None,
    }
}

/// `---` or `+++` where the first line is nothing else.
fn fence(text: &str) -> Option<&'static str> {
    let first = text[..line_end(text, 0)].trim_end();
    ["---", "+++"].into_iter().find(|fence| first == *fence)
}

/// One past the line break of the line that begins at `start`.
fn line_end(text: &str, start: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at + 1)
}

/// Start and end of the closing fence's line.
fn closing(text: &str, start: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = start;
    while at < text.len() {
        let end = line_end(text, at);
        if text[at..end].trim_end() == fence {
            return Some((at, end));
        }
        at = end;
    }
    None
}

/// Whether the first line looks like a field, so that a fence without an end is no mere rule across the page.
fn looks_like_fields(text: &str, fence: &str) -> bool {
    let sign = if fence == "---" { ':' } else { '=' };
    let line = text.lines().next().unwrap_or_default();
    line.split_once(sign)
        .is_some_and(|(key, _)| !key.is_empty() && key.trim().bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
}

fn parse(text: &str, fence: &str, fields: std::ops::Range<usize>) -> Result<Front, String> {
    let source = &text[fields.clone()];
    let values = if fence == "---" { yaml(source)? } else { toml(source)? };
    let mut front = Front::default();
    for (name, value) in &values {
        let Some(key) = Key::in_front_matter(name) else { continue };
        let problem = match scalar(value) {
            Some(written) => front.meta.set(key, &written, Origin::FrontMatter).err(),
            None => Some(format!("front matter: `{name}` is no single value; write it as text")),
        };
        front.notes.extend(problem);
    }
    front.title_at = front.meta.title.as_ref().and_then(|title| place(text, fields, &title.value));
    Ok(front)
}

/// Values of a scalar as text; null is absent.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Line and column of a title in the file.
fn place(text: &str, fields: std::ops::Range<usize>, title: &str) -> Option<(usize, usize)> {
    let at = fields.start + text[fields].find(title)?;
    let line = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |found| found + 1);
    Some((text[..at].matches('\n').count() + 1, text[line..at].chars().count() + 1))
}

fn yaml(source: &str) -> Result<BTreeMap<String, Value>, String> {
    if source.trim().is_empty() {
        return Ok(BTreeMap::new());
    }
    serde_saphyr::from_str(source).map_err(|error| {
        let line = error.location().map_or(0, |place| usize::try_from(place.line()).unwrap_or(0));
        broken(line + 1, "YAML")
    })
}

fn toml(source: &str) -> Result<BTreeMap<String, Value>, String> {
    let table: toml::Table = source.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start).min(source.len());
        broken(memchr::memchr_iter(b'\n', &source.as_bytes()[..at]).count() + 2, "TOML")
    })?;
    Ok(table.into_iter().map(|(key, value)| (key, from_toml(value))).collect())
}

fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Integer(figure) => Value::from(figure),
        other => Value::Array(vec![Value::String(other.type_str().to_owned())]),
    }
}

fn broken(line: usize, form: &str) -> String {
    format!("line {line}: the front matter is no valid {form}; correct it, a value with a colon needs quotation marks")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    #[test]
    fn yaml_and_toml_are_read() {
        for text in [
            "---\ntitle: \"Talks: an end\"\ndate: 2024-05-02\nweight: [1, 2]\n---\nBody",
            "+++\ntitle = \"Talks: an end\"\ndate = 2024-05-02T10:00:00Z\n[extra]\nx = 1\n+++\nBody",
        ] {
            let front = read_front(text).unwrap().unwrap();
            assert_eq!(&text[front.body..], "Body");
            assert_eq!(front.meta.title.unwrap().value, "Talks: an end");
            assert_eq!(front.meta.published.unwrap().value, date(2024, 5, 2));
            assert_eq!(front.title_at.unwrap().0, 2);
            assert!(front.notes.is_empty());
        }
    }

    #[test]
    fn what_is_broken_is_named_by_its_line() {
        let problem = |text: &str| read_front(text).unwrap().unwrap_err();
        assert!(problem("---\ntitle: a\nsource: \"b\n---\nBody").starts_with("line "));
        assert!(problem("+++\ntitle = \"a\"\nsource = b\n+++\nBody").starts_with("line 3:"));
        assert!(problem("---\ntitle: a\nBody").contains("is not closed"));
    }

    #[test]
    fn a_rule_across_the_page_is_no_front_matter() {
        assert!(read_front("---\nThe talks went on: for hours.\nAnd on.").is_none());
        assert!(read_front("The talks.\n---\n").is_none());
    }

    #[test]
    fn an_unreadable_day_is_noted() {
        let front = read_front("---\ndate: last week\n---\nBody").unwrap().unwrap();
        assert!(front.meta.published.is_none());
        assert!(front.notes[0].contains("`last week`"));
    }
}
