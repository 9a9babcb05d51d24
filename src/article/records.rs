//! Records: JSON lines, or a JSON array of the same, with one article each.

use serde::Deserialize;
use serde_json::Value;

use super::Origin;
use super::meta::{Key, Meta};

/// One record, read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) id: Option<String>,
    pub(super) text: String,
    pub(super) meta: Meta,
    pub(super) notes: Vec<String>,
}

/// The fields that are read; others are passed over without being kept.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Raw {
    id: Value,
    text: Value,
    title: Value,
    published: Value,
    modified: Value,
    source: Value,
    byline: Value,
    url: Value,
    story: Value,
    language: Value,
}

/// Splits a text into its records, each with its line, and reads them; `Err` is the problem of one record.
pub(super) fn read_records(text: &str) -> Vec<(usize, Result<Record, String>)> {
    if text.trim_start().starts_with('[') || is_one_object(text) {
        return read_whole(text);
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| (index + 1, read_record(line))).collect()
}

/// Whether a text begins like records: an array of objects, or an object with a quoted key.
pub(super) fn looks_like_records(text: &str) -> bool {
    let start = text.trim_start();
    let after = |sign: char| start.strip_prefix(sign).map(str::trim_start);
    after('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || after('[').is_some_and(|rest| rest.starts_with(['{', ']']))
}

/// Whether the first line is no record of its own, but the text as a whole is one.
fn is_one_object(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.trim() == "{" || (!is_object(first) && is_object(text))
}

fn is_object(text: &str) -> bool {
    text.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Reads a text that is one JSON value: an array of records, or one record over several lines.
fn read_whole(text: &str) -> Vec<(usize, Result<Record, String>)> {
    let values: Vec<Value> = match serde_json::from_str(text) {
        Ok(Value::Array(values)) => values,
        Ok(value) => vec![value],
        Err(error) => return vec![(error.line(), Err(no_json(&error)))],
    };
    values.into_iter().enumerate().map(|(index, value)| (index + 1, read_value(value))).collect()
}

fn read_value(value: Value) -> Result<Record, String> {
    if !value.is_object() {
        return Err(format!("{} where a record is needed; write an object with `text`", kind(&value)));
    }
    serde_json::from_value(value).map_err(|error| error.to_string()).and_then(Raw::read)
}

fn read_record(line: &str) -> Result<Record, String> {
    if !line.trim_start().starts_with('{') {
        return Err("no JSON object; each line must be one record".to_owned());
    }
    serde_json::from_str::<Raw>(line).map_err(|error| no_json(&error)).and_then(Raw::read)
}

fn no_json(error: &serde_json::Error) -> String {
    format!("no valid JSON at column {}; each record must be one object on a line of its own", error.column())
}

impl Raw {
    fn read(self) -> Result<Record, String> {
        let id = match &self.id {
            Value::Number(number) => Some(number.to_string()),
            other => string("id", other)?.map(str::to_owned),
        };
        let mut meta = Meta::default();
        let mut notes = Vec::new();
        for (key, value) in self.fields() {
            let written = string(key.name(), value)?.unwrap_or_default();
            notes.extend(meta.set(key, written, Origin::Record).err());
        }
        match self.text {
            Value::String(text) if !text.trim().is_empty() => Ok(Record { id, text, meta, notes }),
            Value::Null | Value::String(_) => Err("the record has no `text`; it must hold the article".to_owned()),
            other => Err(wrong("text", &other)),
        }
    }

    fn fields(&self) -> [(Key, &Value); 8] {
        [
            (Key::Title, &self.title),
            (Key::Published, &self.published),
            (Key::Modified, &self.modified),
            (Key::Source, &self.source),
            (Key::Byline, &self.byline),
            (Key::Url, &self.url),
            (Key::Story, &self.story),
            (Key::Language, &self.language),
        ]
    }
}

/// The text of a field; null is absent.
fn string<'a>(name: &str, value: &'a Value) -> Result<Option<&'a str>, String> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        other => Err(wrong(name, other)),
    }
}

fn wrong(name: &str, value: &Value) -> String {
    format!("`{name}` is {}; write it as a string", kind(value))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn problem(text: &str) -> String {
        read_records(text).remove(0).1.unwrap_err()
    }

    #[test]
    fn lines_and_arrays_are_read_alike() {
        let line =
            r#"{"id": 7, "title": "A", "text": "B", "published": "2024-05-02", "url": null, "other": {"x": [1]}}"#;
        let lines = read_records(&format!("{line}\n\n{line}\n"));
        assert_eq!(lines.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 3]);
        let array = read_records(&format!("[{line},\n{line}]"));
        assert_eq!(lines[0].1, array[0].1);
        assert_eq!(lines[0].1.as_ref().unwrap().id.as_deref(), Some("7"));
        assert_eq!(read_records("{\n\"text\": \"B\"\n}").len(), 1);
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(problem(r#"{"text": 4}"#).contains("`text` is a number"));
        assert!(problem(r#"{"text": "a", "title": ["b"]}"#).contains("`title` is an array"));
        assert!(problem(r#"{"title": "a"}"#).contains("no `text`"));
        assert!(problem("[3]").contains("a number where a record"));
        assert_eq!(read_records("{\"text\": \"a\"}\n{\"text\": \n{\"text\": \"c\"}").len(), 3);
    }

    #[test]
    fn prose_in_brackets_is_no_record() {
        assert!(!looks_like_records("[Updated] The talks"));
        assert!(!looks_like_records("{The talks}"));
        assert!(looks_like_records(" [ {\"text\": \"a\"} ]"));
    }
}
