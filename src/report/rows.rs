//! The claims of a finding as rows: one for each distinct figure and speaker, repeats folded into it.

use super::index::Index;
use super::text;
use crate::claim::{ArticleRecord, Claim, Value, ValueKind};
use crate::value::{Bound, DateSpan, Number, Unit};
use crate::verdict::Finding;

/// Claims that say the same on the same authority; the first in the finding's order speaks for all.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// Those it stands for, the first of each outlet before its repeats.
    pub(super) voices: Vec<Voice<'a>>,
}

/// One claim and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice<'a> {
    pub(super) claim: &'a Claim,
    pub(super) article: Option<&'a ArticleRecord>,
}

/// What two claims share that belong into one row.
#[derive(PartialEq, Eq)]
enum Said<'a> {
    Figure(Option<Number>, Option<Number>, Bound, &'a Unit),
    Date(Option<DateSpan>, &'a str),
    Tally(&'a [u32]),
    Words(&'a str),
}

/// The rows of a finding, in the order of its claims. What an article says again it says on the same authority.
pub(super) fn rows<'a>(finding: &'a Finding, index: &Index<'a>) -> Vec<Row<'a>> {
    let mut rows: Vec<((Said<'a>, Option<&'a str>), Row<'a>)> = Vec::new();
    for claim in index.claims_of(finding) {
        let voice = Voice { claim, article: index.article(claim) };
        let key = (said(claim), speaker(claim).map(|speaker| speaker.0));
        let again = |row: &Row<'_>| row.voices.iter().any(|other| other.claim.article == claim.article);
        match rows.iter_mut().find(|(of, row)| *of == key || (of.0 == key.0 && again(row))) {
            Some((_, row)) => row.voices.push(voice),
            None => rows.push((key, Row { voices: vec![voice] })),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn said(claim: &Claim) -> Said<'_> {
    match &claim.value {
        Value::Quantity(q) => Said::Figure(q.low, q.high, q.bound, &q.unit),
        Value::Date(date, phrase) => Said::Date(*date, if date.is_some() { "" } else { phrase }),
        Value::Tally(tally) => Said::Tally(tally.figures()),
        Value::Text(text) => Said::Words(text),
    }
}

/// The innermost source that is not the outlet itself: its key and the words that name it.
pub(super) fn speaker(claim: &Claim) -> Option<(&str, &str)> {
    claim.attribution.iter().find(|link| link.kind != "outlet").map(|link| (link.name.as_str(), link.text.as_str()))
}

/// Who says so, as people read it. Of a quotation the name of its speaker, with the words of the text beside where they do not
/// give it: "Mira Stonefield (“she”)".
pub(super) fn said_by(claim: &Claim) -> Option<String> {
    let words = speaker(claim).map(|(_, words)| text::clean(words));
    let named = claim.scope.participants.first().filter(|_| claim.kind == ValueKind::Quote);
    let Some(name) = named.map(|named| text::clean(&named.value.name)) else { return words };
    let gives =
        |words: &String| words.split(' ').any(|word| name.split(' ').any(|part| part.eq_ignore_ascii_case(word)));
    Some(match words.filter(|words| !words.is_empty() && !gives(words)) {
        Some(words) => format!("{name} (“{words}”)"),
        None => name,
    })
}

impl Voice<'_> {
    /// The outlet, else the file's name.
    pub(super) fn outlet(&self) -> String {
        outlet(self.article, &self.claim.article)
    }

    /// The day the figure was good for, as the article says or by its publication.
    pub(super) fn day(&self) -> Option<String> {
        let said = self.claim.scope.as_of.as_ref().map(|as_of| format!("as of {}", as_of.value));
        said.or_else(|| self.article?.day().map(|(day, _)| day.to_string()))
    }

    /// Where it stands: `file:line`.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", text::clean(&self.claim.article), self.claim.location.line)
    }
}

/// A place in at most `columns`: where it is longer, folders are left out at its beginning, and `…/` says so.
pub(super) fn shortened(place: &str, columns: usize) -> String {
    if text::width(place) <= columns {
        return place.to_owned();
    }
    let starts = place.match_indices('/').map(|(at, _)| &place[at..]);
    let fits = |tail: &&str| text::width(tail) < columns;
    starts
        .clone()
        .find(fits)
        .or_else(|| starts.clone().next_back())
        .map_or_else(|| place.to_owned(), |tail| format!("…{tail}"))
}

/// An article's outlet, else its id without folder and ending.
pub(super) fn outlet(article: Option<&ArticleRecord>, id: &str) -> String {
    let source = article.and_then(|article| article.source.as_ref()).map(|source| text::clean(&source.value));
    source.filter(|name| !name.is_empty()).unwrap_or_else(|| text::clean(stem(id)))
}

fn stem(id: &str) -> &str {
    let name = id.rsplit('/').next().unwrap_or(id);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

impl Row<'_> {
    /// How often an outlet says it.
    pub(super) fn times(&self, outlet: &str) -> usize {
        self.voices.iter().filter(|voice| voice.outlet() == outlet).count()
    }

    /// The words that name the source of a voice: its own, else those of the same article elsewhere in the row.
    pub(super) fn speaker_of(&self, voice: &Voice<'_>) -> Option<String> {
        let mut same = self.voices.iter().filter(|other| other.claim.article == voice.claim.article);
        same.find_map(|other| said_by(other.claim))
    }

    /// The first of each outlet.
    pub(super) fn outlets(&self) -> Vec<Voice<'_>> {
        let mut firsts: Vec<Voice<'_>> = Vec::new();
        for voice in &self.voices {
            if firsts.iter().all(|first| first.outlet() != voice.outlet()) {
                firsts.push(*voice);
            }
        }
        firsts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Attribution;
    use crate::report::sample;
    use crate::value::Bound;

    #[test]
    fn who_speaks_is_named_and_the_words_of_the_text_stand_beside() {
        let mut claim = sample::claim("q", "a.md", "x", "x", sample::duration(0, 1, "x", Bound::Exact));
        let said = |claim: &mut Claim, words: &str| {
            claim.attribution =
                vec![Attribution { name: "anna berg".into(), kind: "speaker", text: words.to_owned(), side: None }];
            said_by(claim)
        };
        assert_eq!(said(&mut claim, "she").as_deref(), Some("she"));
        claim.kind = ValueKind::Quote;
        assert_eq!(said(&mut claim, "she").as_deref(), Some("Anna Berg (“she”)"));
        assert_eq!(said(&mut claim, "Ms Berg").as_deref(), Some("Anna Berg"));
    }
}
