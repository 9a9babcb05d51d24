//! What a page says of its article besides the text: each reading with where it stands, in the order in which they are trusted.

use super::body::{self, Body};
use super::json_ld::Graph;
use super::outline::Outline;
use super::tree::{Id, Kind, Tree};
use crate::article::meta::{Key, Meta};
use crate::article::topline::date_lines;
use crate::article::{Origin, Reading};

/// What was learned of a page.
#[derive(Debug, Default)]
pub(super) struct Data {
    pub(super) meta: Meta,
    pub(super) readings: Vec<Reading>,
    pub(super) notes: Vec<String>,
}

/// Where the visible headline stands, and its words.
#[derive(Clone, Debug)]
pub(super) struct Headline {
    pub(super) at: Id,
    pub(super) words: String,
}

/// The headline that a reader sees: of several, the one that the page's title repeats, else the first that is no mere name.
/// Where nothing is marked as one, a text that the title repeats.
pub(super) fn headline(tree: &Tree, outline: &Outline) -> Option<Headline> {
    let title = window_title(tree, outline).to_lowercase();
    let long = |words: &str| words.split_whitespace().nth(2).is_some();
    let marked = outline.order.iter().copied().filter(|&id| tree.name(id) == "h1").take(20);
    let headlines: Vec<Headline> = marked.map(|at| Headline { at, words: tree.words(at) }).collect();
    let headlines = || headlines.iter().filter(|headline| long(&headline.words));
    let repeated = headlines().find(|headline| title.contains(&headline.words.to_lowercase()));
    let plain = || {
        let parents = outline.order.iter().filter_map(|&id| match &tree.nodes[id].kind {
            Kind::Text(text) if text.words.len() <= 2 * title.len() => {
                tree.nodes[id].parent.map(|at| (at, &text.words))
            }
            _ => None,
        });
        let shown = parents.filter(|&(at, _)| !matches!(tree.name(at), "title" | "script"));
        let words =
            shown.map(|(at, words)| Headline { at, words: words.split_whitespace().collect::<Vec<_>>().join(" ") });
        words.filter(|headline| long(&headline.words)).find(|headline| title.contains(&headline.words.to_lowercase()))
    };
    repeated.or_else(|| headlines().next()).cloned().or_else(plain)
}

/// The title of the window.
fn window_title(tree: &Tree, outline: &Outline) -> String {
    let titles = outline.order.iter().filter(|&&id| tree.name(id) == "title");
    let own = titles.copied().find(|&id| tree.ancestors(id).any(|above| tree.name(above) == "head"));
    let words = own.map(|id| tree.words(id)).unwrap_or_default();
    words[..words.floor_char_boundary(500)].to_owned()
}

/// Reads everything that a page says of its article.
pub(super) fn read(tree: &Tree, outline: &Outline, headline: Option<&Headline>, body: &Body) -> Data {
    let mut data = Data::default();
    if let Some(headline) = headline {
        data.add(Key::Title, &headline.words, Origin::Markup);
    }
    let graph = json_ld(tree, outline, &mut data);
    read_json_ld(&graph, &mut data);
    read_meta(tree, outline, &mut data, Origin::OpenGraph);
    // The name of the site is the one that readers know; the publisher may be the company behind it.
    for about in graph.about() {
        data.add(Key::Source, &about.names("publisher").unwrap_or_default(), Origin::JsonLd);
    }
    read_meta(tree, outline, &mut data, Origin::Meta);
    read_times(tree, outline, headline, body, &mut data);
    read_markup(tree, outline, headline, &mut data);
    read_head(body, &mut data);
    data.settle();
    data
}

impl Data {
    fn add(&mut self, key: Key, value: &str, from: Origin) {
        let value = &value[..value.floor_char_boundary(4000)];
        let value = plain(if key == Key::Byline { without_by(value) } else { value });
        // A page that says more of one field than this says nothing.
        let few = self.readings.iter().filter(|reading| reading.field == key.name()).count() < 12;
        let fits = value.len() <= 1000 && (key != Key::Url || value.starts_with("http"));
        if !value.is_empty() && few && fits {
            self.readings.push(Reading { field: key.name(), value, from, agrees: true });
        }
    }

    /// Takes the first reading of each field, and marks those that say otherwise.
    fn settle(&mut self) {
        for key in Key::ALL {
            let of_key = |reading: &&mut Reading| reading.field == key.name();
            let mut taken: Option<String> = None;
            for reading in self.readings.iter_mut().filter(of_key) {
                if let Some(taken) = &taken {
                    reading.agrees = agree(key, taken, &reading.value);
                    continue;
                }
                match self.meta.set(key, &reading.value, reading.from) {
                    Ok(()) => taken = Some(reading.value.clone()),
                    Err(problem) => {
                        reading.agrees = false;
                        self.notes.push(problem);
                    }
                }
            }
            self.notes.extend(disagreement(key, &self.readings));
        }
    }
}

/// Days on which a page contradicts itself are worth a note; titles differ by habit.
fn disagreement(key: Key, readings: &[Reading]) -> Option<String> {
    if !matches!(key, Key::Published | Key::Modified) {
        return None;
    }
    let of_key = || readings.iter().filter(|reading| reading.field == key.name());
    let taken = of_key().find(|reading| reading.agrees)?;
    let other = of_key().find(|reading| !reading.agrees && crate::article::day::read_day(&reading.value).is_some())?;
    let said = |reading: &Reading| format!("{} ({})", reading.value, reading.from.name());
    Some(format!("`{}` is in doubt: {} was taken, {} says otherwise", key.name(), said(taken), said(other)))
}

/// Whether two readings say the same: of days also one moment in two time zones.
fn agree(key: Key, a: &str, b: &str) -> bool {
    let moment = |text: &str| text.trim().parse::<jiff::Timestamp>().ok();
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    match key {
        Key::Published | Key::Modified => {
            let day = crate::article::day::read_day;
            day(a) == day(b) || moment(a).is_some_and(|a| moment(b) == Some(a))
        }
        Key::Language => a.get(..2).map(str::to_ascii_lowercase) == b.get(..2).map(str::to_ascii_lowercase),
        _ => letters(a) == letters(b),
    }
}

/// Words without white space at their ends and between them; entities that were written twice are read.
fn plain(value: &str) -> String {
    let folded = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let coded = folded.contains('&') && folded.contains(';');
    let read = coded.then(|| super::parse::parse(&folded, &crate::article::Limits::default()).ok()).flatten();
    read.map_or(folded, |tree| tree.words(0))
}

fn json_ld(tree: &Tree, outline: &Outline, data: &mut Data) -> Graph {
    let mut graph = Graph::default();
    let mut broken = false;
    let scripts = outline.order.iter().filter(|&&id| tree.name(id) == "script");
    for script in scripts.filter_map(|&id| tree.children(id).next()) {
        if let Kind::Text(text) = &tree.nodes[script].kind {
            broken |= !graph.read(&text.words);
        }
    }
    if broken {
        data.notes.push("its JSON-LD is no valid JSON and was not read".to_owned());
    }
    graph
}

fn read_json_ld(graph: &Graph, data: &mut Data) {
    for about in graph.about() {
        let fields = [
            (Key::Title, about.text("headline")),
            (Key::Byline, about.names("author")),
            (Key::Published, about.text("datePublished")),
            (Key::Modified, about.text("dateModified")),
            (Key::Language, about.text("inLanguage")),
            (
                Key::Url,
                about.text("mainEntityOfPage").filter(|url| url.starts_with("http")).or_else(|| about.text("url")),
            ),
        ];
        for (key, value) in fields {
            data.add(key, value.as_deref().unwrap_or_default(), Origin::JsonLd);
        }
    }
}

/// Reads `meta` elements: those of `OpenGraph`, or the others.
fn read_meta(tree: &Tree, outline: &Outline, data: &mut Data, from: Origin) {
    for &id in outline.order.iter().filter(|&&id| tree.name(id) == "meta") {
        let named = ["property", "name", "itemprop"].into_iter().filter_map(|name| tree.attribute(id, name));
        let content = tree.attribute(id, "content").unwrap_or_default();
        for name in named.flat_map(str::split_whitespace).map(str::to_ascii_lowercase) {
            let graph = name.starts_with("og:") || name.starts_with("article:");
            if let Some(key) = meta_key(&name).filter(|_| graph == (from == Origin::OpenGraph)) {
                let address = content.starts_with("http");
                if key == Key::Url || !address {
                    data.add(
                        key,
                        if name == "og:locale" { content.get(..2).unwrap_or_default() } else { content },
                        from,
                    );
                }
            }
        }
    }
}

fn meta_key(name: &str) -> Option<Key> {
    Some(match name {
        "og:title" | "dc.title" | "dcterms.title" | "headline" | "parsely-title" => Key::Title,
        "og:site_name" | "application-name" | "dc.publisher" | "citation_journal_title" => Key::Source,
        "og:url" => Key::Url,
        "og:locale" | "dc.language" | "language" | "inlanguage" => Key::Language,
        "article:author" | "author" | "dc.creator" | "byl" | "parsely-author" | "sailthru.author" => Key::Byline,
        "article:published_time"
        | "og:published_time"
        | "date"
        | "pubdate"
        | "publishdate"
        | "publish-date"
        | "publish_date"
        | "publication_date"
        | "article.published"
        | "datepublished"
        | "dc.date"
        | "dc.date.issued"
        | "dc.date.created"
        | "dcterms.date"
        | "dcterms.issued"
        | "dcterms.created"
        | "parsely-pub-date"
        | "sailthru.date"
        | "citation_date"
        | "citation_publication_date" => Key::Published,
        "article:modified_time"
        | "og:updated_time"
        | "datemodified"
        | "last-modified"
        | "lastmod"
        | "revised"
        | "article.updated"
        | "dc.date.modified"
        | "dcterms.modified" => Key::Modified,
        _ => return None,
    })
}

/// Reads days in the text: those that microdata names, and `time` elements between headline and text.
fn read_times(tree: &Tree, outline: &Outline, headline: Option<&Headline>, body: &Body, data: &mut Data) {
    let begins = body.article.first().map_or(usize::MAX, |block| outline.place(block.holder));
    let above = headline.map_or(0, |headline| outline.place(headline.at));
    let article = |id: Id| tree.ancestors(id).find(|&above| matches!(tree.name(above), "article" | "li" | "aside"));
    let home = headline.and_then(|headline| article(headline.at));
    for &id in outline.order.iter().filter(|&&id| tree.element(id).is_some() && tree.name(id) != "meta") {
        let day = || {
            let attributes = ["datetime", "content"].into_iter().find_map(|name| tree.attribute(id, name));
            attributes.map_or_else(|| tree.words(id), str::to_owned)
        };
        let prop = tree.attribute(id, "itemprop").unwrap_or_default();
        let near = (above..begins).contains(&outline.place(id)) && article(id) == home;
        let key = match (prop, tree.name(id)) {
            ("datePublished", _) => Key::Published,
            ("dateModified", _) => Key::Modified,
            (_, "time") if near && is_update(tree, id) => Key::Modified,
            (_, "time") if near || tree.attribute(id, "pubdate").is_some() => Key::Published,
            _ => continue,
        };
        data.add(key, &day(), Origin::Time);
    }
}

/// Whether a `time` is called that of an update, by its class or by the words before it.
fn is_update(tree: &Tree, id: Id) -> bool {
    let updates = |words: &str| {
        let words = words.to_ascii_lowercase();
        ["updat", "modif"].into_iter().any(|update| words.contains(update))
    };
    let parent = tree.nodes[id].parent.unwrap_or(0);
    let before = tree.nodes[id].previous;
    let class = |id: Id| tree.attribute(id, "class").is_some_and(updates);
    class(id) || class(parent) || updates(&tree.words(id)) || before.is_some_and(|before| updates(&tree.words(before)))
}

/// Reads what other elements say: address, language, byline, and the title of the window, without the outlet's name behind it.
fn read_markup(tree: &Tree, outline: &Outline, headline: Option<&Headline>, data: &mut Data) {
    let words = window_title(tree, outline);
    let (title, outlet) = without_outlet(&words, headline.map(|headline| headline.words.as_str()));
    data.add(Key::Title, title, Origin::Markup);
    data.add(Key::Source, outlet, Origin::Markup);
    for &id in &outline.order {
        let is = |attribute: &str, value: &str| {
            tree.attribute(id, attribute)
                .is_some_and(|words| words.split_whitespace().any(|word| word.eq_ignore_ascii_case(value)))
        };
        match tree.name(id) {
            "link" if is("rel", "canonical") => {
                data.add(Key::Url, tree.attribute(id, "href").unwrap_or_default(), Origin::Markup);
            }
            "html" => data.add(Key::Language, tree.attribute(id, "lang").unwrap_or_default(), Origin::Markup),
            _ if is("rel", "author") || is("itemprop", "author") || is("class", "byline") => {
                data.add(Key::Byline, byline(&tree.words(id)), Origin::Markup);
            }
            _ => {}
        }
    }
}

/// The title of a window and the outlet's name beside it: what the headline leaves of it, or a few words at its end, set off
/// by a bar or a dash.
fn without_outlet<'a>(title: &'a str, headline: Option<&str>) -> (&'a str, &'a str) {
    const WORDS: usize = 5;
    const BARS: [char; 7] = ['|', '-', '–', '—', ':', '·', '»'];
    let few = |outlet: &str| !outlet.is_empty() && outlet.split_whitespace().count() <= WORDS;
    let bare = |outlet: &'a str| outlet.trim_matches(|c: char| c.is_whitespace() || BARS.contains(&c));
    let sides = headline.and_then(|headline| {
        let at = title.find(headline)?;
        let (before, behind) = (&title[..at], &title[at + headline.len()..]);
        let set_off = before.trim_end().ends_with(BARS) || behind.trim_start().starts_with(BARS);
        let outlet = if bare(before).is_empty() { bare(behind) } else { bare(before) };
        (set_off && few(outlet)).then_some((&title[at..at + headline.len()], outlet))
    });
    let dividers = [" | ", " - ", " – ", " — ", " :: ", " · "];
    let last = || dividers.iter().filter_map(|divider| title.rfind(divider).map(|at| (at, divider.len()))).max();
    let parted = || last().map(|(at, bar)| (title[..at].trim(), title[at + bar..].trim()));
    let ends = || parted().filter(|(title, outlet)| title.split_whitespace().nth(2).is_some() && few(outlet));
    sides.or_else(ends).unwrap_or((title, ""))
}

/// Reads the lines above the text: a byline, a date line.
fn read_head(body: &Body, data: &mut Data) {
    for block in &body.head {
        if body::is_byline(&block.words) {
            data.add(Key::Byline, byline(&block.words), Origin::TopLine);
        }
        for line in date_lines(&block.words) {
            let key = if line.update { Key::Modified } else { Key::Published };
            if let Some(day) = line.day {
                data.add(key, &day.to_string(), Origin::TopLine);
            }
        }
    }
}

/// The names of a byline.
fn byline(words: &str) -> &str {
    let named = without_by(words);
    named[..named.find([',', '|', '•', '·', '–', '\n']).unwrap_or(named.len())].trim()
}

fn without_by(words: &str) -> &str {
    let begins = words.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    if begins { words[3..].trim_start() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlet_is_no_part_of_the_title() {
        assert_eq!(
            without_outlet("Talks end after two hours | The Post", None),
            ("Talks end after two hours", "The Post")
        );
        assert_eq!(without_outlet("Two - one", None), ("Two - one", ""));
        assert_eq!(without_outlet("The Post: Talks end", Some("Talks end")), ("Talks end", "The Post"));
    }

    #[test]
    fn one_moment_in_two_zones_is_one_day() {
        assert!(agree(Key::Published, "2024-05-02T23:30:00-05:00", "2024-05-03T04:30:00Z"));
        assert!(!agree(Key::Published, "2024-05-02T23:30:00Z", "2024-05-03T04:30:00Z"));
        assert!(agree(Key::Published, "2 May 2024", "2024-05-02T04:30:00Z"));
    }

    #[test]
    fn a_byline_ends_at_a_mark() {
        assert_eq!(byline("By Ann Lund | The Post"), "Ann Lund");
        assert_eq!(byline("Ann Lund"), "Ann Lund");
    }

    #[test]
    fn entities_written_twice_are_read() {
        assert_eq!(plain("Talks &amp; deals &#8211; now"), "Talks & deals – now");
    }
}
