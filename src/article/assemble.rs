//! From one decoded file to articles: its format, its metadata in order of trust, its repaired text.

use std::path::Path;

use super::day::day_in_name;
use super::front::{Front, read_front};
use super::kind::{looks_like_page, looks_like_web_archive};
use super::meta::Meta;
use super::offsets::{Layout, OffsetMap};
use super::records::{Record, looks_like_records, read_records};
use super::revision::{Edit, Revision};
use super::topline::{date_lines, headline, repeated};
use super::{Article, Field, Limits, Origin, Reading, Skipped, Sourced, Span, language, markdown, repair};

const MARKDOWN: &[&str] = &["md", "markdown"];

/// One article as its file holds it.
#[derive(Debug)]
pub(super) struct Manuscript {
    /// The article's id.
    pub(super) id: String,
    /// What to call it in messages.
    pub(super) what: String,
    pub(super) notes: Vec<String>,
    text: String,
    markdown: bool,
    /// The line of the file on which the text begins.
    line: usize,
    /// Characters of the file before the text.
    before: usize,
    /// Line and column of a separate title.
    title_at: (usize, usize),
    /// What a web page says of itself, and where its text stands in the file.
    readings: Vec<Reading>,
    picked: Option<Layout>,
    meta: Meta,
    /// What the name of the file says.
    named: Meta,
}

/// The manuscripts of a file, or what is wrong with them.
pub(super) fn manuscripts(path: &Path, text: String, limits: &Limits) -> Vec<Result<Manuscript, Skipped>> {
    let what = path.display().to_string();
    let skip = |reason: &str| vec![Err(Skipped { what: what.clone(), reason: reason.to_owned() })];
    if text.trim().is_empty() {
        return skip("empty; there is nothing to read");
    }
    if looks_like_web_archive(&text) {
        return skip("a web archive with all parts of a page; save the page as HTML");
    }
    if looks_like_records(&text) {
        return records(&what, &text);
    }
    if looks_like_page(&text, has_ending(path, MARKDOWN)) {
        return match page(path, &text, limits) {
            Ok(page) => vec![Ok(page)],
            Err(reason) => skip(&reason),
        };
    }
    if has_ending(path, &["jsonl", "ndjson", "json"]) {
        return records(&what, &text);
    }
    match read_front(&text) {
        Some(Err(problem)) => skip(&problem),
        Some(Ok(front)) => vec![Ok(Manuscript::with_front(path, &text, front))],
        None => vec![Ok(Manuscript::of_file(path, text))],
    }
}

#[cfg(feature = "html")]
fn page(path: &Path, text: &str, limits: &Limits) -> Result<Manuscript, String> {
    super::page::read_page(text, limits).map(|page| Manuscript::of_page(path, page))
}

#[cfg(not(feature = "html"))]
fn page(_: &Path, _: &str, _: &Limits) -> Result<Manuscript, String> {
    Err("a web page, which this build does not read (feature `html`); save its text, without tags".to_owned())
}

/// Makes an article: `given` is what the manifest says of it, `option` what the command line says of all.
pub(super) fn assemble(manuscript: Manuscript, given: &Meta, option: &Meta) -> Result<Article, String> {
    let page = manuscript.picked.is_some();
    let whole = || Layout::of(&manuscript.text, manuscript.line, 1).after(manuscript.before);
    let layout = manuscript.picked.unwrap_or_else(whole);
    let mut text = Revision::new(Field::Text, manuscript.text);
    repair::repair_characters(&mut text);
    let topped = if manuscript.markdown { strip_markdown(&mut text) } else { false };
    let top = hide_date_lines(&mut text);
    let said = given.clone().or(manuscript.meta);
    let mut meta = said.or(top).or(manuscript.named).or(option.clone());
    repair::repair_words(&mut text, !page);
    let tag = meta.language.as_ref().map(|language| language.value.as_str());
    if text.text().trim().is_empty() {
        return Err("there are no words in it; there is nothing to read".to_owned());
    }
    // The template of a page may name a language that its article is not in.
    let tag = tag.filter(|_| !(page && language::is_plain_english(text.text())));
    if let Some(reason) = language::unsupported(tag, text.text()) {
        return Err(reason);
    }
    let (titles, head) = set_headline(&mut text, &mut meta, topped, manuscript.title_at);
    let (text, pieces) = text.into_parts();
    let map = OffsetMap::new(pieces, titles, layout);
    let article = article(manuscript.id, meta, text, head, map);
    Ok(Article { readings: manuscript.readings, ..article })
}

fn article(id: String, meta: Meta, text: String, headline: Span, map: OffsetMap) -> Article {
    Article {
        id: id.into(),
        source: meta.source,
        byline: meta.byline,
        title: meta.title,
        published: meta.published,
        modified: meta.modified,
        language: meta.language,
        story: meta.story,
        url: meta.url,
        readings: Vec::new(),
        text,
        headline,
        map,
    }
}

/// Leaves the words of Markdown; whether they begin with a heading.
fn strip_markdown(text: &mut Revision) -> bool {
    let (edits, heading) = markdown::words_only(text.text());
    text.apply(edits);
    heading
}

/// Takes the days of date lines and hides the lines.
fn hide_date_lines(text: &mut Revision) -> Meta {
    let lines = date_lines(text.text());
    let mut meta = Meta::default();
    for line in &lines {
        let day = line.day.map(|value| Sourced { value, from: Origin::TopLine });
        let field = if line.update { &mut meta.modified } else { &mut meta.published };
        *field = field.take().or(day);
    }
    text.apply(lines.into_iter().map(|line| Edit::delete(line.range)).collect());
    meta
}

/// Finds the headline in the text, or puts the title before it; the layout of the title, and the headline's span.
fn set_headline(text: &mut Revision, meta: &mut Meta, heading: bool, at: (usize, usize)) -> (Layout, Span) {
    let Some(title) = &meta.title else {
        let found = if heading { first_line(text.text()) } else { headline(text.text()) };
        let span = found.map_or(Span::new(0, 0), |range| Span::of(range.start, range.end));
        let words = span.text(text.text());
        meta.title = (!span.is_empty()).then(|| Sourced { value: words.to_owned(), from: Origin::TopLine });
        return (Layout::default(), span);
    };
    if let Some(range) = repeated(&title.value, text.text()) {
        return (Layout::default(), Span::of(range.start, range.end));
    }
    let layout = Layout::of(&title.value, at.0, at.1);
    let mut before = Revision::new(Field::Title, title.value.clone());
    repair::repair_characters(&mut before);
    repair::repair_words(&mut before, true);
    let span = Span::of(0, before.text().len());
    text.precede(before);
    (layout, span)
}

/// The first line that is not blank.
fn first_line(text: &str) -> Option<std::ops::Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let line = text[start..].lines().next()?;
    Some(start..start + line.trim_end().len())
}

fn records(what: &str, text: &str) -> Vec<Result<Manuscript, Skipped>> {
    let read = read_records(text).into_iter().map(|(line, record)| {
        let what = format!("{what}:{line}");
        match record {
            Ok(record) => Ok(Manuscript::of_record(what, record)),
            Err(reason) => Err(Skipped { what, reason }),
        }
    });
    read.collect()
}

impl Manuscript {
    fn of_record(what: String, record: Record) -> Self {
        Self {
            id: record.id.unwrap_or_else(|| what.clone()),
            what,
            notes: record.notes,
            text: record.text,
            markdown: false,
            line: 1,
            before: 0,
            title_at: (1, 1),
            readings: Vec::new(),
            picked: None,
            meta: record.meta,
            named: Meta::default(),
        }
    }

    fn of_file(path: &Path, text: String) -> Self {
        let id = path.display().to_string();
        Self {
            what: id.clone(),
            id,
            notes: Vec::new(),
            text,
            markdown: has_ending(path, MARKDOWN),
            line: 1,
            before: 0,
            title_at: (1, 1),
            readings: Vec::new(),
            picked: None,
            meta: Meta::default(),
            named: named(path),
        }
    }

    #[cfg(feature = "html")]
    fn of_page(path: &Path, page: super::page::Page) -> Self {
        let file = Self::of_file(path, page.text);
        Self {
            notes: page.notes,
            markdown: false,
            title_at: page.title_at,
            readings: page.readings,
            picked: Some(page.layout),
            meta: page.meta,
            ..file
        }
    }

    /// Front matter marks a file as Markdown, whatever its name.
    fn with_front(path: &Path, text: &str, front: Front) -> Self {
        let (line, before) = (text[..front.body].matches('\n').count() + 1, text[..front.body].chars().count());
        let file = Self::of_file(path, text[front.body..].to_owned());
        let title_at = front.title_at.unwrap_or((1, 1));
        Self { notes: front.notes, markdown: true, line, before, title_at, meta: front.meta, ..file }
    }
}

/// What the name of a file says: its day, and its stem for an outlet's.
fn named(path: &Path) -> Meta {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).filter(|stem| stem != "-");
    let day = stem.as_deref().and_then(day_in_name);
    let source = stem.map(|value| Sourced { value, from: Origin::FileName });
    Meta { source, ..Meta::dated(day, Origin::FileName) }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}
