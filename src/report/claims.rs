//! Claims, one a line, for snapshots: where, the words, the value and the scope as the JSON form tells them; what is not said
//! is left out.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::json;
use crate::claim::Claim;

/// The claims, one a line; articles are named as they stand below `root`.
pub fn lines(claims: &[Claim], root: &Path) -> String {
    claims.iter().map(|claim| line(claim, root)).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn line(claim: &Claim, root: &Path) -> String {
    let told = json::claim(claim);
    let title = if told["field"] == "title" { " title" } else { "" };
    let words = claim.text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let (place, value, scope) = (below(&claim.article, root), value(&told["value"]), scope(&told["scope"]));
    format!("{place}:{}{title} “{words}” = {value} | {scope}", claim.location.line)
}

/// The article's file as it stands below the folder, with the same bytes on every system; another id as it is.
fn below(article: &str, root: &Path) -> String {
    let Ok(path) = Path::new(article).strip_prefix(root) else { return article.to_owned() };
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn value(value: &Value) -> String {
    let figure = [&value["amount"], &value["date"], &value["text"]].into_iter().find(|figure| !figure.is_null());
    let mut told = format!("{} {}", short(&value["kind"]), figure.map(short).unwrap_or_default());
    for key in ["unit", "bound", "trend"] {
        if let Some(said) = value[key].as_str().filter(|said| !matches!(*said, "exact" | "-")) {
            let _ = write!(told, " {said}");
        }
    }
    told
}

fn scope(scope: &Value) -> String {
    let fields = scope.as_object().into_iter().flatten().filter(|(_, said)| !is_silent(said));
    fields.map(|(name, said)| format!("{name}={}", short(said))).collect::<Vec<_>>().join(" ")
}

fn is_silent(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text == "asserted",
        _ => false,
    }
}

fn short(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(short).collect::<Vec<_>>().join("+"),
        other => other.to_string(),
    }
}
