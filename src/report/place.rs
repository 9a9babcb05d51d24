//! Where an article is, as an address that programs take.

use std::fmt::Write as _;

use crate::claim::ArticleRecord;

/// What may stand in the path of an address as it is.
const PLAIN: &str = "-._~/";
/// What may stand in an address besides.
const IN_ADDRESS: &str = ":?#[]@!$&'()*+,;=%";

/// The web address of an article, where it has one. Anything but `http` and `https` is none: it might be run.
pub(super) fn web(article: &ArticleRecord) -> Option<String> {
    article.url.as_deref().and_then(web_address)
}

/// The address of an article's file as a URI: relative as its path was given, or `file://`; an id that is a web address stays.
pub(super) fn file(id: &str) -> String {
    if let Some(address) = web_address(id) {
        return address;
    }
    let path = encoded(id, "");
    if path.starts_with('/') { format!("file://{path}") } else { path }
}

fn web_address(words: &str) -> Option<String> {
    let words = words.trim();
    let scheme = words.split_once("://")?.0.to_ascii_lowercase();
    matches!(scheme.as_str(), "http" | "https").then(|| encoded(words, IN_ADDRESS))
}

/// Percent-encoded, but for letters, digits and what may stand.
fn encoded(words: &str, allowed: &str) -> String {
    words.bytes().fold(String::with_capacity(words.len()), |mut uri, byte| {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || PLAIN.contains(c) || allowed.contains(c) {
            uri.push(c);
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(file("stories/a b.md"), "stories/a%20b.md");
        assert_eq!(file("feed.jsonl:3"), "feed.jsonl%3A3");
        assert_eq!(file("/news/é.md"), "file:///news/%C3%A9.md");
        assert_eq!(file("https://example.org/a?b=1"), "https://example.org/a?b=1");
        assert_eq!(file("javascript:alert(1)"), "javascript%3Aalert%281%29");
    }

    #[test]
    fn only_web_addresses_are_addresses() {
        assert_eq!(web_address("HTTPS://example.org/\"<b>").as_deref(), Some("HTTPS://example.org/%22%3Cb%3E"));
        assert_eq!(web_address("javascript:alert(1)//://"), None);
        assert_eq!(web_address("data:text/html,x"), None);
    }
}
