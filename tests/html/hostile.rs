//! Articles that attack the page: every field closes what it may stand in and opens a script.

use std::path::Path;

/// The fields that an article can fill.
pub const FIELDS: [&str; 7] = ["id", "title", "text", "source", "story", "speaker", "file"];

/// The words by which a field is known again on the page.
pub fn mark(field: &str) -> String {
    format!("mark-of-{field}")
}

/// Closes attributes, comments and the elements that hold text alone, and then runs something.
fn attack(field: &str) -> String {
    format!(
        "</script></style></title></textarea>--><script>alert('{0}')</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(2)\" ' {0} \
         {{{{ 7 * 7 }}}} {{% raw %}}",
        mark(field)
    )
}

/// Writes the articles; the arguments to check them.
pub fn write(folder: &Path) -> Vec<String> {
    let stories = folder.join("stories");
    std::fs::create_dir_all(&stories).unwrap();
    let record = |n: usize, minutes: &str| {
        serde_json::json!({
            "id": format!("{n} {}", attack("id")),
            "title": format!("Macron and Merkel spoke for {minutes} minutes {}", attack("title")),
            "text": format!(
                "Emmanuel Macron and Angela Merkel talked by phone on Thursday.\n\nThe call between Macron and Merkel lasted {minutes} minutes, \
                 said {}. The ship took 14 {} on board.\n\n{}\n\n\"We shall never {} sell the harbour,\" said Emmanuel Macron.",
                attack("speaker"), attack("text"), attack("text"), attack("text"),
            ),
            "published": "2021-05-06",
            "source": attack("source"),
            "url": format!("javascript:alert(1)//{}", attack("url")),
            "story": attack("story"),
            // Anything but English is refused; what follows it is free.
            "language": "en-\" onload=\"alert(3)",
        })
        .to_string()
    };
    std::fs::write(stories.join("hostile.jsonl"), [record(1, "40"), record(2, "95"), record(3, "40")].join("\n"))
        .unwrap();
    let name = format!("{}.md", attack("file").replace('/', "∕"));
    // Some systems do not take such a name; the other fields are enough there.
    let _ = std::fs::write(stories.join(&name[..name.floor_char_boundary(200)]), "");
    vec![stories.to_string_lossy().into_owned()]
}
