//! Reads a rule file section by section, so that one mistake does not hide the next.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::kind::ProblemKind;
use super::problem::Problems;
use super::spec::{RuleSpec, Text, WordsSpec};

/// The keys of a rule file, in the order of the documentation.
pub(super) const KEYS: [&str; 16] = [
    "summary", "explain", "severity", "default", "event", "value", "words", "pattern", "unless", "scope", "stage",
    "subgroup", "compare", "accept", "reject", "allow",
];

/// Reads a rule file; what cannot be read is left out of the spec and added to the problems.
pub(super) fn read_rule(problems: &mut Problems) -> RuleSpec {
    let text = problems.file.text.clone();
    let mut spec = RuleSpec::default();
    for (key, value) in sections(&text, problems) {
        read_section(&mut spec, &key, value, problems);
    }
    // What could not be read is told once.
    let syntax = problems.found.iter().filter(|problem| problem.kind == ProblemKind::Syntax);
    let unread: Vec<_> = syntax.map(|problem| problem.span.clone()).collect();
    problems.found.retain(|problem| problem.kind == ProblemKind::Syntax || !unread.contains(&problem.span));
    spec
}

/// Reads a file of shared word lists: one table `[words]`.
pub(super) fn read_words(problems: &mut Problems) -> Vec<WordsSpec> {
    let text = problems.file.text.clone();
    let mut words = Vec::new();
    for (key, value) in sections(&text, problems) {
        if key.get_ref() == "words" {
            words = word_lists(value, problems);
        } else {
            unknown_key(&key, &["words"], problems);
        }
    }
    words
}

/// The top-level keys with their values, in file order.
pub(crate) fn sections<'a>(text: &'a str, problems: &mut Problems) -> Vec<(Text, Spanned<DeValue<'a>>)> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let message = format!("not valid TOML: {}", error.message());
        problems.add(ProblemKind::Syntax, error.span().unwrap_or(0..0), message, repair(error.message()));
    }
    ordered(table.into_inner())
}

/// Advice for the commonest slips of syntax.
fn repair(message: &str) -> &'static str {
    match message {
        "duplicate key" => "a key stands once in its section: remove one",
        _ if message.contains("string") => "close the text with the mark that opened it",
        _ if message.contains("date") => "write a day as 2020-05-01",
        _ if message.contains("array") || message.contains("table") => "close the bracket that is open",
        _ if message.contains("key with no value") => "write `key = value`; a text stands between quotation marks",
        _ => "",
    }
}

/// The entries of a table in file order.
pub(crate) fn ordered<'a>(table: DeTable<'a>) -> Vec<(Text, Spanned<DeValue<'a>>)> {
    let owned = |key: Spanned<std::borrow::Cow<'a, str>>| Text::new(key.span(), key.into_inner().into_owned());
    let mut entries: Vec<_> = table.into_iter().map(|(key, value)| (owned(key), value)).collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

fn read_section(spec: &mut RuleSpec, key: &Text, value: Spanned<DeValue<'_>>, problems: &mut Problems) {
    match key.get_ref().as_str() {
        "summary" => spec.summary = take(value, problems),
        "explain" => spec.explain = take(value, problems),
        "severity" => spec.severity = take(value, problems),
        "default" => spec.default = take(value, problems),
        "event" => spec.event = take(value, problems),
        "value" => spec.value = take(value, problems),
        "words" => spec.words = word_lists(value, problems),
        "pattern" => spec.patterns = items(value, problems),
        "unless" => spec.unless = items(value, problems),
        "scope" => spec.scope = entries(value, problems),
        "stage" => spec.stages = entries(value, problems),
        "subgroup" => spec.subgroups = entries(value, problems),
        "compare" => spec.compare = take(value, problems),
        "accept" => spec.accept = items(value, problems),
        "reject" => spec.reject = items(value, problems),
        "allow" => spec.allow = items(value, problems),
        _ => unknown_key(key, &KEYS, problems),
    }
}

pub(crate) fn unknown_key(key: &Text, known: &[&str], problems: &mut Problems) {
    let message = format!("unknown key `{}`", key.get_ref());
    problems.add_misspelt(ProblemKind::UnknownKey, key.span(), message, key.get_ref(), known.iter().copied());
}

/// One value of the file.
pub(crate) fn take<T: DeserializeOwned>(value: Spanned<DeValue<'_>>, problems: &mut Problems) -> Option<T> {
    let span = value.span();
    T::deserialize(ValueDeserializer::from(value)).map_err(|error| explain(&error, span, problems)).ok()
}

/// The items of an array of tables, each read on its own.
pub(crate) fn items<T: DeserializeOwned>(value: Spanned<DeValue<'_>>, problems: &mut Problems) -> Vec<T> {
    let span = value.span();
    if let DeValue::Array(items) = value.into_inner() {
        return items.into_iter().filter_map(|item| take(item, problems)).collect();
    }
    let advice = "write it as [[name]], once for each";
    problems.add(ProblemKind::WrongType, span, "expected a list of tables", advice);
    Vec::new()
}

/// The entries of a table, each read on its own.
fn entries<T: DeserializeOwned>(value: Spanned<DeValue<'_>>, problems: &mut Problems) -> Vec<(Text, T)> {
    let span = value.span();
    if let DeValue::Table(table) = value.into_inner() {
        let entries = ordered(table).into_iter();
        return entries.filter_map(|(key, value)| Some((key, take(value, problems)?))).collect();
    }
    problems.add(ProblemKind::WrongType, span, "expected a table", "write it as [name], with a key for each entry");
    Vec::new()
}

fn word_lists(value: Spanned<DeValue<'_>>, problems: &mut Problems) -> Vec<WordsSpec> {
    entries(value, problems).into_iter().map(|(name, words)| WordsSpec { name, words }).collect()
}

/// Turns serde's message into one of ours.
pub(crate) fn explain(error: &toml::de::Error, section: std::ops::Range<usize>, problems: &mut Problems) {
    let span = error.span().unwrap_or(section);
    let message = error.message();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let (word, known) = quoted.split_first().map_or(("", &[][..]), |(word, known)| (*word, known));
    let known = known.iter().copied();
    if message.starts_with("unknown field") {
        problems.add_misspelt(ProblemKind::UnknownKey, span, format!("unknown key `{word}`"), word, known);
    } else if message.starts_with("unknown variant") {
        problems.add_misspelt(ProblemKind::WrongType, span, format!("`{word}` is not allowed here"), word, known);
    } else if message.starts_with("missing field") {
        let (message, advice) = (format!("the key `{word}` is missing"), format!("add `{word} = …`"));
        problems.add(ProblemKind::MissingKey, span, message, advice);
    } else {
        let (message, advice) = mistyped(message);
        problems.add(ProblemKind::WrongType, span, message, advice);
    }
}

/// What is wrong with a value of another type, and what to write, in the words of a rule file.
fn mistyped(message: &str) -> (String, &'static str) {
    if message.contains("more than 1 element") {
        let advice = "keep one [value.KIND], and write a rule of its own for the other";
        return ("a rule has one kind of value, and this has several".to_owned(), advice);
    }
    let types = message.strip_prefix("invalid type: ").and_then(|types| types.split_once(", expected "));
    let Some((got, wanted)) = types else { return (message.to_owned(), "") };
    let (wanted, advice) = match wanted {
        "a string" => ("a text", "write it between quotation marks"),
        "a sequence" => ("a list", "write it between brackets: [\"…\"]"),
        "a boolean" => ("`true` or `false`", "write it without quotation marks"),
        "i64" | "u32" => ("a whole number", "write it without quotation marks"),
        "f64" => ("a number", "write it without quotation marks"),
        "a map" => ("a table", "write it as [name], with a key for each entry"),
        other if other.starts_with("struct") => ("a table", "write it as [name], with a key for each entry"),
        other => (other, ""),
    };
    (format!("this is {}, expected {wanted}", type_of(got)), advice)
}

/// What a value is, from serde's words for it.
fn type_of(got: &str) -> &'static str {
    match got.split([' ', '`']).next() {
        Some("string") => "a text",
        Some("integer" | "floating") => "a number",
        Some("boolean") => "`true` or `false`",
        Some("sequence") => "a list",
        Some("map") => "a table",
        _ => "something else",
    }
}
