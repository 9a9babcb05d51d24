//! A page read back: its tags as a browser's tokenizer gives them, and what is wrong with them.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
};

/// Elements that hold nothing and are never closed.
const VOID: [&str; 5] = ["meta", "input", "br", "hr", "link"];
/// Elements that a paragraph or a heading ends at: inside one they would close it unasked.
const BLOCKS: [&str; 18] = [
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "table",
    "figure",
    "blockquote",
    "section",
    "article",
    "details",
    "h1",
    "h2",
    "h3",
    "h4",
    "form",
    "header",
    "footer",
];

/// A page in its tokens.
#[derive(Default)]
pub struct Parsed {
    tags: RefCell<Vec<Tag>>,
    text: RefCell<String>,
    errors: RefCell<Vec<String>>,
}

impl TokenSink for Parsed {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                let raw = match (&*tag.name, tag.kind) {
                    ("script", TagKind::StartTag) => Some(RawKind::ScriptData),
                    ("style", TagKind::StartTag) => Some(RawKind::Rawtext),
                    ("title", TagKind::StartTag) if !self.is_in("svg") => Some(RawKind::Rcdata),
                    _ => None,
                };
                self.tags.borrow_mut().push(tag);
                return raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            Token::ParseError(error) => self.errors.borrow_mut().push(format!("line {line}: {error}")),
            Token::CommentToken(comment) => self.errors.borrow_mut().push(format!("line {line}: a comment: {comment}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Parsed {
    pub fn of(page: &str) -> Self {
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(page));
        let tokenizer =
            Tokenizer::new(Self::default(), TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() });
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        tokenizer.sink
    }

    fn is_in(&self, name: &str) -> bool {
        let tags = self.tags.borrow();
        let of = |kind| tags.iter().filter(|tag| &*tag.name == name && tag.kind == kind && !tag.self_closing).count();
        of(TagKind::StartTag) > of(TagKind::EndTag)
    }

    /// The opening tags of a name.
    pub fn tags(&self, name: &str) -> impl Iterator<Item = Tag> {
        let tags: Vec<Tag> = self
            .tags
            .borrow()
            .iter()
            .filter(|tag| tag.kind == TagKind::StartTag && &*tag.name == name)
            .cloned()
            .collect();
        tags.into_iter()
    }

    /// All words of the page.
    pub fn text(&self) -> String {
        self.text.borrow().clone()
    }

    /// Everything that is wrong: what the tokenizer complains of, tags that do not nest, ids that stand twice, links that lead nowhere.
    pub fn faults(&self) -> Vec<String> {
        let errors = self.errors.borrow().clone();
        [errors, self.nesting(), self.references()].concat()
    }

    fn nesting(&self) -> Vec<String> {
        let mut open: Vec<String> = Vec::new();
        let mut faults = Vec::new();
        for tag in self.tags.borrow().iter() {
            let name = tag.name.to_string();
            match tag.kind {
                TagKind::StartTag => {
                    let inside = open.iter().any(|open| matches!(open.as_str(), "p" | "h1" | "h2" | "h3" | "h4"));
                    if inside && BLOCKS.contains(&name.as_str()) {
                        faults.push(format!("<{name}> inside {open:?}"));
                    }
                    if !tag.self_closing && !VOID.contains(&name.as_str()) {
                        open.push(name);
                    }
                }
                TagKind::EndTag if open.last() == Some(&name) => drop(open.pop()),
                TagKind::EndTag => faults.push(format!("</{name}> closes {:?}", open.last())),
            }
        }
        faults.extend((!open.is_empty()).then(|| format!("never closed: {open:?}")));
        faults
    }

    fn references(&self) -> Vec<String> {
        let ids = self.attributes("id");
        let known: BTreeSet<&String> = ids.iter().collect();
        let twice = ids.iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1 && !id.is_empty());
        let links = self.links();
        let inner = links.iter().filter_map(|link| link.strip_prefix('#').map(str::to_owned));
        let named = self.attributes("aria-labelledby");
        let nowhere = inner.chain(named).filter(|id| !known.contains(id)).map(|id| format!("#{id} leads nowhere"));
        let twice: BTreeSet<String> = twice.map(|id| format!("the id {id} stands twice")).collect();
        twice.into_iter().chain(nowhere).collect()
    }

    /// All values of an attribute.
    fn attributes(&self, name: &str) -> Vec<String> {
        let tags = self.tags.borrow();
        let all = tags.iter().flat_map(|tag| tag.attrs.iter());
        all.filter(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string()).collect()
    }

    /// Where links lead.
    pub fn links(&self) -> Vec<String> {
        self.attributes("href")
    }

    /// What a browser would fetch unasked.
    pub fn loads(&self) -> Vec<String> {
        let fetched = ["src", "srcset", "poster", "data", "action", "background", "style"];
        let fetched = fetched.iter().flat_map(|name| self.attributes(name));
        let links = self.tags("link").chain(self.tags("iframe")).map(|tag| tag.name.to_string());
        fetched.chain(links).collect()
    }

    /// Attributes that would run something.
    pub fn handlers(&self) -> Vec<String> {
        let tags = self.tags.borrow();
        let names = tags.iter().flat_map(|tag| tag.attrs.iter().map(|attribute| attribute.name.local.to_string()));
        names.filter(|name| name.starts_with("on")).collect()
    }
}
