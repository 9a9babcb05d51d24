//! The dates of a claim: when the thing happened, as of when the figure stood, since when it counts.

use std::cell::LazyCell;

use compact_str::CompactString;

use crate::article::{Article, Span};
use crate::lexicon::{EntryId, EntryKind, Lexicon};
use crate::mention::{DateMention, Leaf, LeafKind};
use crate::rule::ScopeField;
use crate::value::{DateSpan, Precision, days_between};

use super::attribution::is_saying;
use super::elsewhen::{begins, is_in_since, is_of_condition, is_of_other_than_harm, is_of_talks, of_since};
use super::locative::{is_harm, is_locative};
use super::memo::Question;
use super::polarity;
use super::site::{Site, is_days_after, is_one_of, tells_of_harm, words_before};
use super::told::is_fact;
use super::{Found, Scoped, ValueKind};

/// What was read of a claim's dates.
#[derive(Clone, Debug, Default)]
pub(super) struct When {
    pub(super) event: Option<Scoped<DateSpan>>,
    pub(super) phrase: Option<Scoped<String>>,
    pub(super) as_of: Option<Scoped<DateSpan>>,
    pub(super) since: Option<Scoped<DateSpan>>,
}

/// What a date phrase does in its sentence, told from the words before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// "on Tuesday", "Tuesday's meeting"
    Event,
    /// "since February"
    Since,
    /// "as of Friday", "by Friday"
    AsOf,
    /// "said on Friday": when somebody spoke, not when it happened; or what another noun has of its own
    Saying,
}

/// Reads the dates of a claim, nearest stretch first. `not_yet` says that its stage lies ahead, `total` that it is a running
/// total, which belongs to no day that another sentence tells of.
pub(super) fn read(site: &Site<'_>, not_yet: bool, total: bool) -> When {
    let mut when = When::default();
    // Where the day is the fact itself, or there can be only one whatever the day, no date around it says more.
    if is_fact(site.rule) || site.rule.compare().unique {
        return when;
    }
    let scope = site.rule.scope(ScopeField::Date);
    let listed = |found: &Found| scope.is_none_or(|scope| scope.from.is_empty() || scope.from.contains(found));
    let asked = |found: &Found| listed(found) && (!total || *found == Found::Sentence);
    let has_own = LazyCell::new(|| is_harm(site) && (names_weekday(site) || is_counted_from(site)));
    let near = |found: &Found| *found == Found::Sentence || !*has_own;
    for (found, span) in site.levels().filter(|(found, _)| asked(found) && near(found)) {
        let mut dates: Vec<&Leaf> = site.leaves(span, &[LeafKind::Date]).map(|(_, leaf)| leaf).collect();
        // In another sentence "Thursday's fire" names the event, whatever other day stands nearer.
        let names_another = |leaf: &Leaf| found != Found::Sentence && !is_possessive(site.text(), leaf);
        dates.sort_by_key(|leaf| (names_another(leaf), site.distance(leaf), leaf.span.start()));
        for leaf in dates {
            let Some(date) = site.mentions.date(leaf).filter(|date| may_lend(site, found, date)) else { continue };
            // What is told as done lies not ahead, whatever day its sentence names: "who was to turn 24 on Saturday".
            let elsewhere = found != Found::Sentence || is_harm(site);
            if !not_yet && elsewhere && date.date.is_some_and(|date| is_ahead(&date, site.article)) {
                continue;
            }
            let date_use = use_in(site, span, leaf, found);
            if date_use == Use::Event && begins(site, span, leaf, found) {
                when.since = date.date.filter(|_| is_perfect(site)).map(|value| Scoped { value, found });
                return when;
            }
            if date_use == Use::Event
                && (is_overtaken(site, found, span, date) || is_of_another(site, found, span, date))
            {
                continue;
            }
            // What is told after the sum of some days may be part of it.
            if date_use == Use::Event && adds_up(site, found, date) {
                return when;
            }
            take(&mut when, date_use, date, found);
        }
        if when.phrase.is_some() {
            break;
        }
    }
    when.event = when.event.map(|event| joined(site, event));
    // What is counted since a day belongs to no day that another sentence tells of.
    if is_harm(site) && when.since.is_some() {
        when.event = when.event.filter(|event| event.found <= Found::Sentence);
    }
    when
}

/// Whether a date of a sentence before the claim's belongs to something else: one of another town, a bygone one where it tells of no
/// harm ("after the truce of 2014"), a coarse one where the article opens with a day.
fn is_of_another(site: &Site<'_>, found: Found, span: Span, mention: &DateMention) -> bool {
    if found != Found::Paragraph || !is_harm(site) {
        return false;
    }
    if lie_apart(site, span) {
        return true;
    }
    mention.date.is_some_and(|date| {
        let coarse = || date.precision() != Precision::Day && days_between(date.first(), date.last()) > 1;
        if is_old(&date, site.article) { !tells_of_harm(site, span) } else { coarse() && opens_with_day(site) }
    })
}

/// Whether a sentence names towns or regions, and the claim's own names others: what is told of them is told of another event.
fn lie_apart(site: &Site<'_>, span: Span) -> bool {
    let entry = |leaf: &Leaf| site.mentions.name(leaf).filter(|name| !name.demonym)?.entry;
    let narrow = |id: &EntryId| site.lexicon.entry(*id).kind != EntryKind::Country;
    let named = |span| {
        let leaves = site.leaves(span, &[LeafKind::Place]).filter(move |(_, leaf)| is_locative(site, span, leaf));
        leaves.filter_map(|(_, leaf)| entry(leaf)).filter(narrow)
    };
    let joined =
        |one, other| one == other || site.lexicon.is_part_of(one, other) || site.lexicon.is_part_of(other, one);
    let mut others = named(span).peekable();
    let own: Vec<EntryId> = if others.peek().is_some() { named(site.sentence()).collect() } else { Vec::new() };
    !own.is_empty() && !others.any(|other| own.iter().any(|&one| joined(one, other)))
}

/// Whether a date of another sentence is a stretch of days over which figures are summed up: "in the last five days".
fn adds_up(site: &Site<'_>, found: Found, mention: &DateMention) -> bool {
    let long =
        |date: DateSpan| date.precision() == Precision::Span && days_between(date.first(), date.last()) > STRETCH;
    found > Found::Sentence && is_harm(site) && mention.date.is_some_and(long)
}

/// Whether headline or lead name a day, which tells more than "earlier this week" of another sentence.
fn opens_with_day(site: &Site<'_>) -> bool {
    let stretches = [site.headline].into_iter().chain(site.lead.iter().copied());
    let mut leaves = stretches.flat_map(|span| site.leaves(span, &[LeafKind::Date]));
    leaves.any(|(_, leaf)| {
        site.mentions.date(leaf).and_then(|date| date.date).is_some_and(|date| date.precision() == Precision::Day)
    })
}

/// Whether the claim's sentence has a day of its own that is not read: one whose apostrophe was lost ("Sundays raid", "yesterdays raid").
fn names_weekday(site: &Site<'_>) -> bool {
    let words = site.sentence().text(site.text()).split_whitespace();
    let named = |(day, next): (&str, &str)| {
        let is = |list: &str| day.strip_suffix('s').is_some_and(|day| site.lexicon.lists(list, day));
        let weekday = day.starts_with(char::is_uppercase) && is("weekdays");
        (weekday || is("days_from_now")) && next.starts_with(char::is_lowercase)
    };
    site.ask(Question::Weekday, site.sentence(), || words.clone().zip(words.skip(1)).any(named))
}

/// Whether the claim happened so long before or after what its sentence tells: "a week after a shooting at a party wounded four".
fn is_counted_from(site: &Site<'_>) -> bool {
    is_days_after(&site.text()[site.sentence().start()..site.matched.span.start().max(site.sentence().start())])
}

/// Whether the claim is told in the perfect, as what has been counted up to now: "have been killed", "has caused the death of".
pub(super) fn is_perfect(site: &Site<'_>) -> bool {
    let has = |word: &str| is_one_of(word, &["has", "have"]);
    let led =
        words_before(site.text(), site.sentence().start(), site.matched.span.start().max(site.sentence().start()), 1);
    site.matched.span.text(site.text()).split_whitespace().any(has) || led.first().is_some_and(|word| has(word))
}

/// The day of the lead dates the claim only where nothing between them tells of another.
fn is_overtaken(site: &Site<'_>, found: Found, span: Span, mention: &DateMention) -> bool {
    let Some(date) = mention.date.filter(|_| matches!(found, Found::Title | Found::Lead)) else { return false };
    let (from, to) = (span.end(), site.sentence().start());
    if from >= to {
        return false;
    }
    let between = site
        .leaves(Span::of(from, to), &[LeafKind::Date])
        .filter_map(|(_, leaf)| Some((leaf, site.mentions.date(leaf)?)));
    let mut others = between.filter_map(|(leaf, other)| Some((leaf, other.date?)));
    others.any(|(leaf, other)| {
        let sentence =
            site.mentions.sentences[site.mentions.sentences.partition_point(|s| s.end() <= leaf.span.start())];
        other.precision() == Precision::Day
            && !other.overlaps(&date, 1)
            && use_in(site, sentence, leaf, found) == Use::Event
    })
}

/// A date with those that stand beside it: "in 2014 and 2015" is both years.
fn joined(site: &Site<'_>, event: Scoped<DateSpan>) -> Scoped<DateSpan> {
    if event.found != Found::Sentence {
        return event;
    }
    let text = site.text();
    let dates: Vec<&Leaf> = site.leaves(site.sentence(), &[LeafKind::Date]).map(|(_, leaf)| leaf).collect();
    let value = dates.windows(2).fold(event.value, |value, pair| {
        let beside = text[pair[0].span.end()..pair[1].span.start()].trim() == "and";
        let both = [pair[0], pair[1]].map(|leaf| site.mentions.date(leaf).and_then(|mention| mention.date));
        match both {
            [Some(first), Some(second)]
                if beside && (first == value || second == value) && first.last() < second.first() =>
            {
                DateSpan::new(first.first(), second.last(), Precision::Span)
            }
            _ => value,
        }
    });
    Scoped { value, ..event }
}

/// Whether a stretch may lend its date to the claim. The headline and the lead date the news; an older date there belongs to
/// something that they recall.
fn may_lend(site: &Site<'_>, found: Found, mention: &DateMention) -> bool {
    match (found, mention.date, &site.article.published) {
        (Found::Title | Found::Lead, Some(date), Some(_)) => !is_old(&date, site.article),
        (Found::Title | Found::Lead, Some(date), None) => date.precision() == Precision::Day,
        _ => true,
    }
}

/// Days that one telling of an event may leave open: "over the weekend", "in the past 48 hours".
const STRETCH: i32 = 3;

/// Days after which a dated event is recalled rather than reported: news follows an event within days, and figures
/// may come up to seven days after it; twice that leaves room for weeklies.
pub(super) const NEWS_DAYS: i32 = 14;

/// Whether a date lies further back than news does.
pub(super) fn is_old(date: &DateSpan, article: &Article) -> bool {
    article.published.as_ref().is_some_and(|published| days_between(date.last(), published.value) > NEWS_DAYS)
}

/// Whether a date lies ahead of its article: a plan that another sentence tells of, not when something happened. A day is left
/// for time zones.
pub(super) fn is_ahead(date: &DateSpan, article: &Article) -> bool {
    article.published.as_ref().is_some_and(|published| days_between(published.value, date.first()) > 1)
}

/// Keeps the first date of each use; only the claim's own sentence says "since" and "as of".
fn take(when: &mut When, date_use: Use, mention: &DateMention, found: Found) {
    let scoped = mention.date.map(|value| Scoped { value, found });
    match date_use {
        Use::Event if when.phrase.is_none() => {
            when.phrase = Some(Scoped { value: mention.phrase.clone(), found });
            when.event = scoped;
        }
        Use::Since if found == Found::Sentence && when.since.is_none() => when.since = scoped,
        Use::AsOf if found == Found::Sentence && when.as_of.is_none() => when.as_of = scoped,
        _ => {}
    }
}

/// What a date does for the claim: of a sum of money the announcement is the event, so the day somebody spoke dates it; of harm
/// the day of an arrest or a trial is not the event; and "Thursday's meeting" dates only the meeting.
fn use_in(site: &Site<'_>, span: Span, leaf: &Leaf, found: Found) -> Use {
    match site.memo.use_of(span, leaf.span, || use_of(site.lexicon, site.text(), span, leaf)) {
        Use::Saying if site.rule.kind() == ValueKind::Money => Use::Event,
        Use::Since if is_harm(site) && ranks(site, span, leaf) => of_ranked(site, span, leaf, found),
        Use::Event | Use::Since if is_in_since(site, span, leaf, found) && !ranks(site, span, leaf) => of_since(site),
        Use::Event if is_harm(site) && is_of_other_than_harm(site, span, leaf, found) => Use::Saying,
        Use::Event if is_harm(site) && found == Found::Sentence && is_of_condition(site, leaf) => Use::AsOf,
        Use::Event if found > Found::Sentence && is_of_talks(site, span, leaf) => Use::Saying,
        told => told,
    }
}

/// Whether a "since" belongs to a superlative: "the most serious report since the claim of 19 March".
fn ranks(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let before = &site.text()[span.start()..leaf.span.start()];
    let most = before.contains(" most ") && !before.contains(" most of ");
    most || polarity::is_superlative(before)
}

/// What the date of such a "since" does: it is that of the figure before it, "the worst raid since gas killed 90 in May".
fn of_ranked(site: &Site<'_>, span: Span, leaf: &Leaf, found: Found) -> Use {
    let since = span.text(site.text()).rfind("since ").map(|at| span.start() + at);
    let between =
        since.is_some_and(|since| since < site.matched.span.start()) && site.matched.span.end() <= leaf.span.start();
    if found == Found::Sentence && between { Use::Event } else { Use::Saying }
}

/// What a date does in its sentence: told from the words before it, or from "so far" behind it.
fn use_of(lexicon: &Lexicon, text: &str, sentence: Span, leaf: &Leaf) -> Use {
    let words = words_before(text, sentence.start(), leaf.span.start(), 7);
    let words: Vec<&str> = words.iter().map(CompactString::as_str).filter(|word| !is_filler(word)).collect();
    match before_time(&words) {
        // "The second such gathering so far this year": the phrase counts the gatherings, not what the claim counts.
        ["far", "so", rest @ ..] if rest.iter().take(4).any(|word| is_ordinal(word)) => Use::Saying,
        ["since", ..] | ["far", "so", ..] | ["in" | "during", "far", "so", ..] => Use::Since,
        _ if so_far_follows(text, leaf) => Use::Since,
        _ if dates_since(text, sentence, leaf) => Use::Since,
        ["of", "as", ..] | ["by" | "until" | "till", ..] => Use::AsOf,
        words if is_reached(words) => Use::AsOf,
        ["on" | "in", verb, ..] if is_saying(lexicon, verb) || is_statement(verb) => Use::Saying,
        ["on", "reporters" | "journalists", verb, ..] if is_saying(lexicon, verb) => Use::Saying,
        [verb, ..] if is_saying(lexicon, verb) => Use::Saying,
        ["on", verb, ..] | [verb, ..] if is_publishing(verb) || is_inquiry(verb) => Use::Saying,
        // "told Ukrainian television on Sunday": who was told stands between.
        ["on", rest @ ..] if rest.iter().take(3).any(|word| *word == "told") => Use::Saying,
        _ => Use::Event,
    }
}

/// "Thursday's", whether the phrase holds its ending or not.
fn is_possessive(text: &str, leaf: &Leaf) -> bool {
    let ending = |rest: &str| rest.starts_with("'s") || rest.starts_with("’s");
    ending(&text[leaf.span.end()..]) || leaf.span.text(text).ends_with("'s") || leaf.span.text(text).ends_with("’s")
}

/// "rose to at least 12 on", read backwards: the day of the figure, not of what it counts.
fn is_reached(words: &[&str]) -> bool {
    const REACHING: &[&str] = &["rose", "risen", "rises", "climbed", "climbs", "jumped", "increased", "revised", "up"];
    let to = words.iter().position(|word| *word == "to");
    words.first() == Some(&"on") && to.and_then(|to| words.get(to + 1)).is_some_and(|verb| REACHING.contains(verb))
}

/// Words that number one of several.
fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth"
    )
}

/// Words that change nothing of what a date does.
fn is_filler(word: &str) -> bool {
    matches!(word, "the" | "late" | "early" | "about" | "around")
}

/// The words before a clock time or a part of the day: "as of 9 a.m. on Monday", "by the evening of Monday".
fn before_time<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    let rest = match words {
        ["on" | "of", rest @ ..] => rest,
        _ => words,
    };
    let time = match rest {
        ["m", "a" | "p", ..] => 2,
        ["am" | "pm" | "gmt" | "noon" | "midday" | "midnight" | "morning" | "afternoon" | "evening" | "night", ..] => 1,
        _ => return words,
    };
    let figures = rest[time..].iter().take(2).take_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).count();
    let before = &rest[time + figures..];
    if matches!(before, ["of", "as", ..] | ["by" | "until" | "till" | "since", ..]) { before } else { words }
}

/// "since the war began with a protest in March 2011": a month or year at the end of a clause that "since" opens.
fn dates_since(text: &str, sentence: Span, leaf: &Leaf) -> bool {
    let clause = text[sentence.start()..leaf.span.start()].rsplit([',', ';', ':', '(', '"', '“']).next().unwrap_or("");
    let start = leaf.span.start() - clause.len();
    let phrase = leaf.span.text(text);
    let long = phrase.bytes().rev().take(4).all(|byte| byte.is_ascii_digit());
    let last = phrase.get(..5).is_some_and(|begin| begin.eq_ignore_ascii_case("last "));
    let words = words_before(text, start, leaf.span.start(), 16);
    (last || long && words.first().is_some_and(|word| word == "in")) && words.iter().any(|word| word == "since")
}

/// "this year so far", "in 2022 so far".
fn so_far_follows(text: &str, leaf: &Leaf) -> bool {
    text[leaf.span.end()..].trim_start().get(..6).is_some_and(|next| next.eq_ignore_ascii_case("so far"))
}

/// Verbs of what is given to the public in writing or pictures.
pub(super) fn is_publishing(word: &str) -> bool {
    matches!(word, "issued" | "published" | "released" | "posted" | "aired" | "updated" | "created" | "modified")
}

/// Nouns of speech that a date follows: "in a statement on Monday".
pub(super) fn is_statement(word: &str) -> bool {
    matches!(word, "statement" | "interview" | "briefing" | "post" | "tweet" | "report" | "update") || is_inquiry(word)
}

/// Nouns of what is done to count the dead: "during an investigation this month".
pub(super) fn is_inquiry(word: &str) -> bool {
    matches!(word, "investigation" | "inquiry" | "survey")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use jiff::civil::date;

    use super::*;

    /// What the first date of a sentence does.
    fn told(text: &str) -> Use {
        let lexicon = Lexicon::embedded();
        let article = Article::plain("a", text, Some(date(2022, 3, 16)));
        let mentions = crate::mention::scan(&article, lexicon);
        let leaf = mentions.leaves.iter().find(|leaf| leaf.kind == LeafKind::Date).unwrap();
        use_of(lexicon, text, Span::of(0, text.len()), leaf)
    }

    #[test]
    fn the_day_of_a_figure_is_kept_apart_from_that_of_the_event() {
        for (text, want) in [
            ("On Monday 20 people died.", Use::Event),
            ("Since Monday 20 people have died.", Use::Since),
            ("Since the start of February 20 people have died.", Use::Since),
            ("So far this year 20 people have died.", Use::Since),
            ("In the third such raid so far this year 20 people died.", Use::Saying),
            ("This year so far 20 people have died.", Use::Since),
            ("So far in 2022 20 people have died.", Use::Since),
            ("Some 200 people have died since the war began with a protest in March 2011.", Use::Since),
            ("A report issued on Monday names 20 people who died.", Use::Saying),
            ("Since the truce, 20 people died in a raid in March 2011.", Use::Event),
            ("As of Monday 20 people had died.", Use::AsOf),
            ("As of 9 a.m. on Monday 20 people had died.", Use::AsOf),
            ("By the evening of 3 March 20 people had died.", Use::AsOf),
            ("By noon on Monday 20 people had died.", Use::AsOf),
            ("The toll rose to at least 20 on Monday.", Use::AsOf),
            ("The number of dead went up to 20 late on Monday.", Use::AsOf),
            ("Crowds came to the square on Monday.", Use::Event),
            ("At 9 a.m. on Monday 20 people died.", Use::Event),
            ("On the evening of 3 March 20 people died.", Use::Event),
        ] {
            assert_eq!(told(text), want, "{text}");
        }
    }
}
