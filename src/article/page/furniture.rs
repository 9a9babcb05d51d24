//! What stands on a page and is none of its article: menus, consent, comments, captions, offers to read or share more. Told by
//! element and role, and by the words of class and id, which sites choose alike. Class names that mean nothing (`css-1x9k`)
//! say nothing here: what then remains is left to the choice of the body.

use super::outline::Outline;
use super::tree::{Id, Tree};

/// Elements whose contents are never read.
const MUTE: [&str; 33] = [
    "head",
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "iframe",
    "object",
    "embed",
    "canvas",
    "video",
    "audio",
    "map",
    "button",
    "input",
    "select",
    "textarea",
    "datalist",
    "dialog",
    "nav",
    "menu",
    "figcaption",
    "rt",
    "rp",
    "del",
    "s",
    "strike",
    "amp-ad",
    "amp-consent",
    "amp-sidebar",
    "amp-analytics",
    "amp-social-share",
    "amp-img",
];

const ROLES: [&str; 14] = [
    "navigation",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "alertdialog",
    "search",
    "menu",
    "menubar",
    "toolbar",
    "tablist",
    "tooltip",
    "status",
    "doc-endnotes",
];

/// Words of a class or id that mark furniture.
const WORDS: [&str; 72] = [
    "barrier",
    "offer",
    "offers",
    "regwall",
    "upsell",
    "ad",
    "ads",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "bylines",
    "caption",
    "captions",
    "carousel",
    "comment",
    "comments",
    "commentlist",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "credit",
    "credits",
    "discussion",
    "disqus",
    "dropdown",
    "footer",
    "gallery",
    "slideshow",
    "lightbox",
    "gdpr",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "onetrust",
    "outbrain",
    "pagination",
    "popular",
    "popup",
    "promo",
    "promos",
    "promotion",
    "recirc",
    "recirculation",
    "recommended",
    "recommendations",
    "related",
    "replies",
    "respond",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "toolbar",
    "trending",
    "teasers",
];

/// Two words in a row that do.
const PAIRS: [(&str, &str); 16] = [
    ("sr", "only"),
    ("visually", "hidden"),
    ("screen", "reader"),
    ("skip", "link"),
    ("most", "read"),
    ("read", "more"),
    ("read", "next"),
    ("more", "stories"),
    ("also", "read"),
    ("see", "also"),
    ("author", "bio"),
    ("author", "box"),
    ("about", "author"),
    ("post", "meta"),
    ("entry", "meta"),
    ("article", "meta"),
];

/// Classes of what holds an article, whatever stands beside them (`content sidebar-right`).
const HOLDERS: [&str; 13] = [
    "article",
    "article-body",
    "body",
    "content",
    "entry",
    "entry-content",
    "main",
    "page",
    "post",
    "post-content",
    "story",
    "story-body",
    "wrapper",
];

/// Whether what an element holds is no part of the article. `loose` does without the words of classes, for pages that lose
/// everything by them.
pub(super) fn is_furniture(tree: &Tree, outline: &Outline, id: Id, loose: bool) -> bool {
    let name = tree.name(id);
    if name.is_empty() || matches!(name, "html" | "body" | "main") {
        return false;
    }
    if MUTE.contains(&name) || is_note_mark(tree, id) {
        return true;
    }
    let role = tree.attribute(id, "role").unwrap_or_default();
    if matches!(role, "dialog" | "alertdialog") {
        return true;
    }
    // A saved page may hide all of itself behind an open dialog.
    if outline.holds_article(id) {
        return false;
    }
    is_hidden(tree, id)
        || ROLES.contains(&role)
        || name == "aside"
        || (name == "footer" && !tree.ancestors(id).any(|above| tree.name(above) == "blockquote"))
        || (!loose && is_named_so(tree, id))
}

/// A raised mark that leads to a note.
fn is_note_mark(tree: &Tree, id: Id) -> bool {
    let leads = |child: Id| tree.attribute(child, "href").is_some_and(|target| target.contains('#'));
    tree.name(id) == "sup" && tree.children(id).any(leads)
}

fn is_hidden(tree: &Tree, id: Id) -> bool {
    let style = tree.attribute(id, "style").unwrap_or_default();
    let hides = || {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    tree.attribute(id, "hidden").is_some()
        || tree.attribute(id, "aria-hidden").is_some_and(|hidden| hidden.eq_ignore_ascii_case("true"))
        || (!style.is_empty() && hides())
}

/// Whether class or id call it furniture. Of an article, which carries its topics as classes ("tag-social-media"), only the
/// first word of a class counts.
fn is_named_so(tree: &Tree, id: Id) -> bool {
    let classes = tree.attribute(id, "class").unwrap_or_default();
    if classes.split_whitespace().any(|class| HOLDERS.contains(&class)) {
        return false;
    }
    let names = classes.split_whitespace().chain(tree.attribute(id, "id"));
    let article = tree.name(id) == "article";
    names
        .take(20)
        .any(|name| if article { marks(&words(name)[..1.min(words(name).len())]) } else { marks(&words(name)) })
}

fn marks(words: &[String]) -> bool {
    let denies = words.first().is_some_and(|word| matches!(word.as_str(), "no" | "has" | "with" | "without" | "is"));
    let one = || words.iter().any(|word| WORDS.contains(&word.as_str()));
    let two = || words.windows(2).any(|pair| PAIRS.contains(&(pair[0].as_str(), pair[1].as_str())));
    !denies && (one() || two())
}

/// The words of a name: `RelatedStories__list`, `related-stories`.
fn words(name: &str) -> Vec<String> {
    const LONGEST: usize = 200;
    let mut words = vec![String::new()];
    let mut small = false;
    for c in name.chars().take(LONGEST) {
        if !c.is_alphanumeric() || (c.is_uppercase() && small) {
            words.push(String::new());
        }
        small = c.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_words() {
        assert_eq!(words("RelatedStories__list-2"), ["related", "stories", "list", "2"]);
        assert_eq!(words("SHARE"), ["share"]);
    }

    #[test]
    fn names_mark_furniture() {
        for name in ["related-stories", "siteFooter", "c-share-bar", "comments", "sr-only", "qc-cmp2-consent"] {
            assert!(marks(&words(name)), "{name}");
        }
        for name in ["has-sidebar", "no-ads", "story", "headline", "readable", "loaded", "commentary", "css-1x9k"] {
            assert!(!marks(&words(name)), "{name}");
        }
    }
}
