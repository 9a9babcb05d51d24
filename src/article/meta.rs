//! Metadata of one article, and which of several sources of it holds.

use jiff::civil::Date;

use super::day::read_day;
use super::{Dated, Origin, Sourced};

/// What is known of an article, each field with where it was learned from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Meta {
    pub(super) title: Option<Sourced<String>>,
    pub(super) source: Option<Sourced<String>>,
    pub(super) byline: Option<Sourced<String>>,
    pub(super) published: Option<Dated>,
    pub(super) modified: Option<Dated>,
    pub(super) language: Option<Sourced<String>>,
    pub(super) story: Option<String>,
    pub(super) url: Option<String>,
}

impl Meta {
    /// Only a day of publication.
    pub(super) fn dated(value: Option<Date>, from: Origin) -> Self {
        Self { published: value.map(|value| Sourced { value, from }), ..Self::default() }
    }

    /// This, completed by `other` where it says nothing.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            source: self.source.or(other.source),
            byline: self.byline.or(other.byline),
            published: self.published.or(other.published),
            modified: self.modified.or(other.modified),
            language: self.language.or(other.language),
            story: self.story.or(other.story),
            url: self.url.or(other.url),
        }
    }

    /// Sets the field that a key names; blank values count as absent. `Err` names a day that cannot be read.
    pub(super) fn set(&mut self, key: Key, value: &str, from: Origin) -> Result<(), String> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(());
        }
        let sourced = || Some(Sourced { value: value.to_owned(), from });
        match key {
            Key::Title => self.title = sourced(),
            Key::Source => self.source = sourced(),
            Key::Byline => self.byline = sourced(),
            Key::Language => self.language = sourced(),
            Key::Story => self.story = Some(value.to_owned()),
            Key::Url => self.url = Some(value.to_owned()),
            Key::Published => self.published = Some(Sourced { value: day(key, value)?, from }),
            Key::Modified => self.modified = Some(Sourced { value: day(key, value)?, from }),
        }
        Ok(())
    }
}

fn day(key: Key, value: &str) -> Result<Date, String> {
    let shown: String = value.chars().take(40).collect();
    read_day(value)
        .ok_or_else(|| format!("`{}` is no date that can be read: `{shown}`; write it as 2022-03-30", key.name()))
}

/// A field of metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Title,
    Source,
    Byline,
    Published,
    Modified,
    Language,
    Story,
    Url,
}

impl Key {
    /// All keys, in the order in which they are documented.
    pub(super) const ALL: [Self; 8] = [
        Self::Title,
        Self::Published,
        Self::Modified,
        Self::Source,
        Self::Byline,
        Self::Url,
        Self::Story,
        Self::Language,
    ];

    /// The name of the field in records and manifests.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Source => "source",
            Self::Byline => "byline",
            Self::Published => "published",
            Self::Modified => "modified",
            Self::Language => "language",
            Self::Story => "story",
            Self::Url => "url",
        }
    }

    /// The field of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name().eq_ignore_ascii_case(name))
    }

    /// The field of this name in front matter, where site generators have names of their own.
    pub(super) fn in_front_matter(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Self::named(&name).or(match name.as_str() {
            "date" | "pubdate" | "publishdate" | "publish_date" | "published_at" => Some(Self::Published),
            "lastmod" | "updated" | "last_modified" | "updated_at" => Some(Self::Modified),
            "outlet" | "publisher" | "site" | "site_name" => Some(Self::Source),
            "link" | "canonical" | "canonical_url" => Some(Self::Url),
            "author" | "authors" => Some(Self::Byline),
            "lang" => Some(Self::Language),
            _ => None,
        })
    }
}
