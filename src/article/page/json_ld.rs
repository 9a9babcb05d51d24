//! JSON-LD: what a page says of its article in the words of schema.org, alone, in a list or in a graph.

use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// Of more authors than this the first are named.
const MOST: usize = 20;

/// What one page's JSON-LD says.
#[derive(Debug, Default)]
pub(super) struct Graph {
    roots: Vec<Value>,
}

/// What it says of one article, or of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct About<'a> {
    graph: &'a Graph,
    object: &'a Object,
}

impl Graph {
    /// Takes up a script; whether it could be read.
    pub(super) fn read(&mut self, script: &str) -> bool {
        let bare = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
        let bare = bare.trim_end_matches("-->").trim_end_matches("//]]>").trim().trim_end_matches(';');
        serde_json::from_str(bare).map(|root| self.roots.push(root)).is_ok()
    }

    /// The article, and behind it the page as a whole. Of several articles the first with a day is meant: the others are named
    /// as further reading.
    pub(super) fn about(&self) -> Vec<About<'_>> {
        let all = self.objects();
        let typed = |is: fn(&str) -> bool| {
            let mut found = all.iter().filter(|object| types(object).any(is));
            let first = found.clone().next();
            found.find(|object| object.contains_key("datePublished")).or(first).copied()
        };
        let article = typed(|name| name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report");
        let page = typed(|name| name.ends_with("WebPage"));
        article.into_iter().chain(page).map(|object| About { graph: self, object }).collect()
    }

    /// All objects but those that stand for something else of the article, as its posts and its author do.
    fn objects(&self) -> Vec<&Object> {
        let mut open: Vec<&Value> = self.roots.iter().rev().collect();
        let mut objects = Vec::new();
        while let Some(value) = open.pop() {
            match value {
                Value::Array(values) => open.extend(values.iter().rev()),
                Value::Object(object) => {
                    objects.push(object);
                    open.extend(
                        ["@graph", "mainEntity", "mainEntityOfPage"]
                            .into_iter()
                            .rev()
                            .filter_map(|key| object.get(key)),
                    );
                }
                _ => {}
            }
        }
        objects
    }

    /// The object that another one names by its id.
    fn named(&self, id: &str) -> Option<&Object> {
        self.objects()
            .into_iter()
            .find(|object| object.len() > 1 && object.get("@id").and_then(Value::as_str) == Some(id))
    }
}

impl About<'_> {
    /// A field that is text.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let text = self.first(self.object.get(key)?)?;
        (!text.trim().is_empty()).then_some(text)
    }

    /// The names of people or of an outlet, with commas between them.
    pub(super) fn names(&self, key: &str) -> Option<String> {
        let named: Vec<String> = match self.object.get(key)? {
            Value::Array(values) => values.iter().take(MOST).filter_map(|value| self.first(value)).collect(),
            value => self.first(value).into_iter().collect(),
        };
        (!named.is_empty()).then(|| named.join(", "))
    }

    /// The text that a value is or has for a name or an address.
    fn first(&self, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Array(values) => {
                values.first().filter(|first| !first.is_array()).and_then(|first| self.first(first))
            }
            Value::Object(object) => {
                let own = |object: &Object| {
                    ["name", "@value"].into_iter().find_map(|key| object.get(key)?.as_str().map(str::to_owned))
                };
                let id = object.get("@id").and_then(Value::as_str);
                own(object).or_else(|| own(self.graph.named(id?)?)).or_else(|| id.map(str::to_owned))
            }
            _ => None,
        }
    }
}

fn types(object: &Object) -> impl Iterator<Item = &str> {
    let names = match object.get("@type") {
        Some(Value::Array(names)) => names.iter().collect(),
        Some(name) => vec![name],
        None => Vec::new(),
    };
    names.into_iter().filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_graph_is_followed() {
        let mut graph = Graph::default();
        assert!(graph.read(
            r##"{"@graph": [{"@type": "WebPage", "dateModified": "2024-05-03"}, {"@type": ["NewsArticle"], "headline": "Talks",
            "datePublished": "2024-05-02", "author": [{"@id": "#a"}, {"name": "Bo Ek"}], "publisher": "The Post"},
            {"@id": "#a", "@type": "Person", "name": "Ann Lund"}]}"##
        ));
        let about = graph.about();
        assert_eq!(about[0].names("author").unwrap(), "Ann Lund, Bo Ek");
        assert_eq!(about[0].names("publisher").unwrap(), "The Post");
        assert_eq!(about[1].text("dateModified").unwrap(), "2024-05-03");
        assert!(!graph.read("{"));
    }
}
