//! What a file is by its content, whatever its name: a web page, records, or text.

/// Elements that a fragment of a page may begin with; Markdown may begin with some of the others.
const TAGS: [&str; 24] = [
    "html",
    "head",
    "body",
    "meta",
    "title",
    "link",
    "article",
    "main",
    "section",
    "header",
    "h1",
    "h2",
    "p",
    "div",
    "span",
    "table",
    "ul",
    "ol",
    "blockquote",
    "b",
    "strong",
    "font",
    "center",
    "a",
];
/// Elements that make blocks: what closes this many of them is a page.
const BLOCKS: [&str; 10] = ["p", "div", "li", "td", "tr", "article", "section", "h1", "h2", "blockquote"];
const CLOSED: usize = 3;
/// How far down blocks are looked for.
const SAMPLE: usize = 64 << 10;

/// Whether a text is a web page: it begins like one, or with an element, or closes several. Markdown, which may hold
/// elements, must begin like a page.
pub(super) fn looks_like_page(text: &str, markdown: bool) -> bool {
    let start = past_preamble(text);
    if begins_with_tag(start, "!doctype html") || ["html", "head", "body"].iter().any(|tag| begins_with_tag(start, tag))
    {
        return true;
    }
    let tagged = TAGS.iter().any(|tag| begins_with_tag(start, tag));
    !markdown && (closed_blocks(text) >= CLOSED || (tagged && closed_blocks(text) > 0))
}

/// Whether a text is a page saved with all its pictures in one file of mail parts, which is not read.
pub(super) fn looks_like_web_archive(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(2 << 10)];
    let field =
        |name: &str| head.lines().any(|line| line.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name)));
    field("mime-version:") && head.contains("multipart/related")
}

/// What stands behind white space, an XML declaration, and comments.
fn past_preamble(text: &str) -> &str {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let end = match rest {
            _ if rest.starts_with("<?xml") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            _ => return rest,
        };
        let Some(at) = rest.find(end) else { return rest };
        rest = rest[at + end.len()..].trim_start();
    }
}

fn begins_with_tag(text: &str, tag: &str) -> bool {
    let named = text.strip_prefix('<').and_then(|rest| rest.get(..tag.len()).map(|name| (name, &rest[tag.len()..])));
    named.is_some_and(|(name, rest)| {
        name.eq_ignore_ascii_case(tag) && rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
    })
}

/// How many block elements the beginning of a text closes.
fn closed_blocks(text: &str) -> usize {
    let sample = &text[..text.floor_char_boundary(SAMPLE)];
    let closes = |at: &usize| {
        let name = sample[at + 2..].split('>').next().unwrap_or_default();
        name.len() <= 10 && BLOCKS.iter().any(|block| name.trim_end().eq_ignore_ascii_case(block))
    };
    sample.match_indices("</").map(|(at, _)| at).filter(closes).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_by_their_content() {
        for page in [
            "<!DOCTYPE html><p>5",
            "\u{feff}<?xml version=\"1.0\"?>\n<!-- saved -->\n<HTML lang=en>",
            "<div class=\"story\"><p>Two men met.</p></div>",
            "Talks end\n<p>One.</p><p>Two.</p><p>Three.</p>",
        ] {
            assert!(looks_like_page(page, false), "{page}");
        }
        for text in ["Two men met.", "a < b and c > d", "<3 the talks", "<b> was the mark", "See </p> twice: </p>"] {
            assert!(!looks_like_page(text, false), "{text}");
        }
    }

    #[test]
    fn markdown_may_hold_elements() {
        let text = "<div align=\"center\">\n\n# Talks\n\n</div>\n\n<p>One.</p><p>Two.</p>";
        assert!(!looks_like_page(text, true));
        assert!(looks_like_page("<html><p>5", true));
    }

    #[test]
    fn a_web_archive_is_known() {
        assert!(looks_like_web_archive(
            "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        ));
        assert!(!looks_like_web_archive("The minister spoke of multipart/related matters."));
    }
}
