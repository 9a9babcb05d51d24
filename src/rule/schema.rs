//! The JSON Schema of rule files, made from the types that read them, so that editors complete keys, show what they mean and mark
//! what is wrong.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::compiled::ScopeField;
use super::kind::{Level, ProblemKind};
use super::spec::{RuleSpec, ScopeSpec};

/// The schema of a rule file, as JSON.
pub fn rule_schema() -> String {
    written::<RuleSpec>()
}

/// The schema of `lexicon/words.toml`, as JSON.
pub fn words_schema() -> String {
    written::<WordsFile>()
}

/// Word lists that every rule may use by name.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "shared word lists")]
struct WordsFile {
    /// Named lists of regular expressions in small letters, used as `{NAME}` in rules.
    #[allow(dead_code)]
    words: BTreeMap<String, Vec<String>>,
}

/// Draft 7, which editors for TOML know.
pub(crate) fn written<T: JsonSchema>() -> String {
    let settings = SchemaSettings::draft07().with_transform(WithoutNull);
    let schema = settings.into_generator().into_root_schema_for::<T>();
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// TOML has no null: what may be left out is left out.
#[derive(Clone, Debug)]
struct WithoutNull;

impl Transform for WithoutNull {
    fn transform(&mut self, schema: &mut Schema) {
        let Some(object) = schema.as_object_mut() else { return };
        if let Some(Value::Array(types)) = object.get_mut("type") {
            types.retain(|kind| kind != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                object.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
            choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
            if choices.len() == 1 {
                object.remove("anyOf").into_iter().for_each(|only| flatten(object, only));
            }
        }
        // An empty list or table left out is no news.
        if object.get("default").is_some_and(|default| *default != Value::Bool(false)) {
            object.remove("default");
        }
        transform_subschemas(self, schema);
    }
}

/// Takes the one choice that is left into the schema around it. In draft 7 nothing may stand beside a reference but in `allOf`.
fn flatten(object: &mut serde_json::Map<String, Value>, choices: Value) {
    if let Value::Array(mut only) = choices
        && let Some(only) = only.pop()
    {
        object.insert("allOf".to_owned(), Value::Array(vec![only]));
    }
}

/// The tables of a scope, by field.
pub(super) fn fields(generator: &mut SchemaGenerator) -> Schema {
    let field = generator.subschema_for::<ScopeSpec>();
    let fields: serde_json::Map<String, Value> = ScopeField::ALL
        .into_iter()
        .map(|named| {
            let told = format!("Where the field `{}` of the scope is looked for.", named.name());
            (named.name().to_owned(), serde_json::json!({ "description": told, "allOf": [field] }))
        })
        .collect();
    json_schema!({ "type": "object", "properties": fields, "additionalProperties": false })
}

/// Fields of a scope, by name.
pub(super) fn needed(_: &mut SchemaGenerator) -> Schema {
    let names = ScopeField::ALL.map(ScopeField::name);
    json_schema!({ "type": "array", "items": { "type": "string", "enum": names } })
}

/// The ids of warnings.
pub(super) fn silenced(_: &mut SchemaGenerator) -> Schema {
    let warnings = ProblemKind::ALL.iter().filter(|kind| kind.level() == Level::Warning);
    let ids: Vec<&str> = warnings.map(|kind| kind.name()).collect();
    json_schema!({ "type": "string", "enum": ids })
}

/// A day, which TOML writes without quotation marks.
pub(crate) fn day(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}" })
}
