//! The schemas of rule files: written down as the program makes them, true of every file, and noticing what an editor can notice.
#![allow(clippy::unwrap_used)]

#[path = "common/broken.rs"]
mod broken;
mod common;

use broken::{BROKEN, Schema};
use regex::Regex;
use serde_json::Value;

/// The keywords that the schemas use. Any other would pass unseen, so it fails the test.
const KEYWORDS: [&str; 21] = [
    "$ref",
    "$schema",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "definitions",
    "description",
    "enum",
    "format",
    "items",
    "maximum",
    "minItems",
    "minimum",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
];

fn written(name: &str) -> String {
    std::fs::read_to_string(common::root().join("rules").join(name)).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(&written("schema.json")).unwrap()
}

#[test]
fn the_schemas_are_those_that_the_program_prints() {
    for (file, arguments) in [("schema.json", ""), ("words.schema.json", " --words")] {
        let command = format!("rules schema{arguments}");
        let printed = common::stdout(&mut common::crosscheck(command.split_whitespace()));
        let repair = format!("run `cargo run -- {command} -o rules/{file}`");
        assert!(printed == written(file), "rules/{file} is not what the program prints: {repair}");
    }
}

#[test]
fn every_rule_file_is_as_the_schema_says() {
    let (rules, words) = (schema(), serde_json::from_str(&written("words.schema.json")).unwrap());
    for file in common::rule_files() {
        let path = file.path.display().to_string();
        let value = json(&file.text.parse::<toml::Table>().unwrap().into());
        let root = match path.as_str() {
            "rules/lexicon/words.toml" => &words,
            _ if path.starts_with("rules/lexicon/") => continue,
            _ => &rules,
        };
        assert_eq!(faults(root, root, &value, ""), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn what_an_editor_can_notice_is_noticed() {
    let root = schema();
    for broken in &BROKEN {
        let noticed = match broken::text(broken).parse::<toml::Table>() {
            Err(_) => Schema::Unread,
            Ok(table) if faults(&root, &root, &json(&table.clone().into()), "").is_empty() => Schema::Accepts,
            Ok(_) => Schema::Refuses,
        };
        assert_eq!(noticed, broken.2, "{}", broken.0);
    }
}

#[test]
fn every_key_says_what_it_means() {
    let mut silent = Vec::new();
    keys(&schema(), &mut silent);
    assert_eq!(silent, Vec::<String>::new(), "write a docstring on the field, in src/rule/spec.rs");
}

/// The keys without a description, and keywords that the checks below do not know.
fn keys(schema: &Value, silent: &mut Vec<String>) {
    let Value::Object(object) = schema else { return };
    silent.extend(object.keys().filter(|key| !KEYWORDS.contains(&key.as_str())).map(|key| format!("keyword {key}")));
    for (name, property) in object.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let kind = object.get("additionalProperties") == Some(&Value::Bool(false))
            && object["properties"].as_object().unwrap().len() == 1;
        if property.get("description").is_none() && !(kind && object.get("description").is_some()) {
            silent.push(name.clone());
        }
        keys(property, silent);
    }
    for (_, definition) in object.get("definitions").and_then(Value::as_object).into_iter().flatten() {
        keys(definition, silent);
    }
    for several in ["allOf", "anyOf", "oneOf"] {
        object.get(several).and_then(Value::as_array).into_iter().flatten().for_each(|one| keys(one, silent));
    }
    ["items", "additionalProperties"].iter().filter_map(|one| object.get(*one)).for_each(|one| keys(one, silent));
}

/// A TOML value as a schema sees it: days as text.
fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(truth) => Value::from(*truth),
        toml::Value::Datetime(day) => Value::from(day.to_string()),
        toml::Value::Array(items) => items.iter().map(json).collect(),
        toml::Value::Table(table) => {
            table.iter().map(|(key, value)| (key.clone(), json(value))).collect::<serde_json::Map<_, _>>().into()
        }
    }
}

/// What a schema has against a value: the keywords of draft 7 that ours use.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Value::Object(object) = schema else {
        return if *schema == Value::Bool(false) { vec![format!("{at}: not allowed")] } else { Vec::new() };
    };
    if let Some(name) = object.get("$ref").and_then(Value::as_str) {
        let definition = &root["definitions"][name.strip_prefix("#/definitions/").unwrap()];
        return faults(root, definition, value, at);
    }
    let choices = |keyword: &str| object.get(keyword).and_then(Value::as_array).cloned();
    let fits = |choice: &Value| faults(root, choice, value, at).is_empty();
    let mut found = plain(object, value, at);
    found.extend(choices("allOf").into_iter().flatten().flat_map(|choice| faults(root, &choice, value, at)));
    if choices("anyOf").is_some_and(|choices| !choices.iter().any(fits)) {
        found.push(format!("{at}: none of several fits"));
    }
    if choices("oneOf").is_some_and(|choices| choices.iter().filter(|choice| fits(choice)).count() != 1) {
        found.push(format!("{at}: not one of several fits"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(
            object.get("items").into_iter().flat_map(|items| faults(root, items, item, &format!("{at}[{index}]"))),
        );
    }
    for (key, member) in value.as_object().into_iter().flatten() {
        let known = object.get("properties").and_then(|properties| properties.get(key));
        let schema = known.or_else(|| object.get("additionalProperties"));
        found.extend(schema.into_iter().flat_map(|schema| faults(root, schema, member, &format!("{at}.{key}"))));
    }
    found
}

/// The keywords that look at nothing but the value itself.
fn plain(object: &serde_json::Map<String, Value>, value: &Value, at: &str) -> Vec<String> {
    let limit = |keyword: &str| object.get(keyword).and_then(Value::as_f64);
    let is = |kind: &Value| match kind.as_str().unwrap() {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        _ => value.is_object(),
    };
    let keyed = |name: &Value| value.get(name.as_str().unwrap()).is_some();
    let length = value.as_array().map(Vec::len);
    let checks = [
        (
            "type",
            object
                .get("type")
                .is_none_or(|kind| kind.as_array().map_or_else(|| is(kind), |kinds| kinds.iter().any(is))),
        ),
        ("const", object.get("const").is_none_or(|only| only == value)),
        ("enum", object.get("enum").and_then(Value::as_array).is_none_or(|words| words.contains(value))),
        ("required", object.get("required").and_then(Value::as_array).is_none_or(|names| names.iter().all(keyed))),
        ("minimum", limit("minimum").zip(value.as_f64()).is_none_or(|(least, number)| number >= least)),
        ("maximum", limit("maximum").zip(value.as_f64()).is_none_or(|(most, number)| number <= most)),
        (
            "minItems",
            object
                .get("minItems")
                .and_then(Value::as_u64)
                .zip(length)
                .is_none_or(|(least, length)| length as u64 >= least),
        ),
        (
            "pattern",
            object
                .get("pattern")
                .and_then(Value::as_str)
                .zip(value.as_str())
                .is_none_or(|(pattern, text)| Regex::new(pattern).unwrap().is_match(text)),
        ),
    ];
    checks.into_iter().filter(|(_, holds)| !holds).map(|(keyword, _)| format!("{at}: {keyword}")).collect()
}
