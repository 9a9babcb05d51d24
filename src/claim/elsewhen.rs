//! Which dates of an article on harm are those of something else: of an arrest, a report, a picture, talks, or of what came long
//! before.

use crate::article::Span;
use crate::lexicon::Lexicon;
use crate::mention::Leaf;

use super::Found;
use super::attribution::is_saying;
use super::locative::is_harm;
use super::memo::Question;
use super::polarity;
use super::site::{Site, Words, is_days_after, is_one_of, words, words_before};
use super::when::{Use, is_inquiry, is_old, is_perfect, is_publishing, is_statement};

/// Bytes between a date and the condition of the wounded within which it dates that.
const CONDITION: usize = 24;
/// Words before a date among which the verb of a clause stands.
const CLAUSE: usize = 12;

/// Words between the verb of a beginning and its date: "began when the army fell upon a march in March 2011".
const BEGUN: usize = 20;
/// Words between "since" and its own date: "since early last".
const SINCE: usize = 2;

/// Whether a date in an article on harm is that of an arrest, of a report or the article itself, or of what came days before or
/// after.
pub(super) fn is_of_other_than_harm(site: &Site<'_>, span: Span, leaf: &Leaf, found: Found) -> bool {
    let told = || is_of_other(site, span, leaf, found);
    if span.end() <= site.matched.span.start() && found > Found::Sentence {
        site.ask_of(Question::OtherThanHarm, span, leaf, told)
    } else {
        told()
    }
}

fn is_of_other(site: &Site<'_>, span: Span, leaf: &Leaf, found: Found) -> bool {
    is_of_aftermath(site, span, leaf)
        || is_dateline(site, span, leaf)
        || opens_a_report(site.lexicon, site.text(), span, leaf)
        || is_of_report(site.text(), span, leaf)
        || found == Found::Sentence && (is_days_away(site, leaf) || is_of_had(site, leaf))
        || found > Found::Sentence
            && (is_of_picture(site, span, leaf) || meets(site, span, leaf) || is_in_relative(site, span, leaf))
}

/// Whether a bygone date of another sentence stands in a clause that only describes somebody: "the suburb, which fell last year".
fn is_in_relative(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let old = site.mentions.date(leaf).and_then(|date| date.date).is_some_and(|date| is_old(&date, site.article));
    let before = words_before(site.text(), span.start(), leaf.span.start(), 8);
    old && before.iter().any(|word| is_one_of(word, &["which", "who", "where"]))
}

/// Whether a date behind the claim stands in a clause of its own on what had been before: "killed three at the college, where he had
/// enrolled in 2009".
fn is_of_had(site: &Site<'_>, leaf: &Leaf) -> bool {
    let (from, to) = (site.matched.span.end(), leaf.span.start());
    let clause = if from < to { words_before(site.text(), from, to, CLAUSE) } else { Words::new() };
    let opens = clause.iter().position(|word| is_one_of(word, &["which", "who", "whom", "where", "whose"]));
    opens.is_some_and(|opens| clause[..opens].iter().any(|word| word == "had"))
}

/// Whether a year only tells one report from others: "a 2014 investigation", "the 2019 census".
fn is_of_report(text: &str, span: Span, leaf: &Leaf) -> bool {
    let year = leaf.span.text(text);
    let led = words_before(text, span.start(), leaf.span.start(), 1);
    let mut behind = words(&text[leaf.span.end()..span.end().max(leaf.span.end())], b'-');
    let report = |word: &str| is_inquiry(&word.to_lowercase()) || is_statement(&word.to_lowercase());
    year.len() == 4
        && led.first().is_some_and(|word| is_one_of(word, &["a", "the", "its", "his", "their", "one"]))
        && behind.by_ref().take(3).any(report)
}

/// Whether a full date only heads the article: "Reuters Tuesday 6 May 2014 About 30 people". Nothing governs it, and a new
/// sentence begins behind it.
fn is_dateline(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let text = site.text();
    let first = site.article.headline().end();
    let opens = site.mentions.sentences.iter().find(|sentence| sentence.start() >= first);
    let digits = leaf.span.text(text).bytes().filter(u8::is_ascii_digit).count();
    if opens.is_none_or(|opens| *opens != span) || digits < 5 {
        return false;
    }
    let before = text[span.start()..leaf.span.start()].split_whitespace().next_back();
    let governed = before.is_some_and(|word| word.starts_with(char::is_lowercase) || is_one_of(word, &["on", "in"]));
    let dated = before.is_some_and(|word| is_one_of(word, &["publication", "published", "updated", "posted"]));
    let behind = text[leaf.span.end()..span.end()].trim_start_matches([' ', '-', '–', '—', '(']);
    let begins = behind.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '"' || c == '“');
    begins && text[leaf.span.end()..].starts_with(' ') && (dated || !governed)
}

/// Whether a date ends the caption of a picture, before its credit: "a damaged street on 26 May. (Reuters)".
fn is_of_picture(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let rest = site.text()[leaf.span.end()..].trim_start_matches(['.', ' ']);
    let credit = rest.strip_prefix('(').and_then(|rest| rest.split(')').next()).unwrap_or_default();
    let gives = |word: &str| site.lexicon.lists("outlet", word) || is_one_of(word, &["agencies", "photo", "file"]);
    let ends = site.text()[leaf.span.end()..span.end().max(leaf.span.end())].trim_matches(['.', ' ']).is_empty();
    (ends || rest.starts_with('(')) && credit.split(|c: char| !c.is_alphanumeric()).any(gives)
}

/// Whether the words beside a date of another sentence are of talks: "the council met on Wednesday", "in a call on Friday".
fn meets(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let mut before = words_before(site.text(), span.start(), leaf.span.start(), 3).into_iter();
    before.any(|word| site.lexicon.lists("date_meeting", &word) || site.lexicon.lists("talking", &word))
}

/// Whether a date tells when the wounded were so badly off, not when they were hurt: "on Monday, two were in critical condition".
pub(super) fn is_of_condition(site: &Site<'_>, leaf: &Leaf) -> bool {
    let text = site.text();
    if !site.matched.span.text(text).contains("condition") {
        return false;
    }
    let (own, date) = (site.matched.span, leaf.span);
    let between =
        if date.end() <= own.start() { date.end()..own.start() } else { own.end().min(date.start())..date.start() };
    let before = words_before(text, site.sentence().start(), date.start(), 3);
    let hurt = |word: &str| is_one_of(word, &["shot", "wounded", "injured", "hurt", "stabbed", "hit"]);
    !own.contains(date) && !before.iter().any(|word| hurt(word)) && between.len() <= CONDITION
}

/// Whether a date stands beside a verb of what came after: "arrested on Monday", "on Monday charged"; or that verb governs it: "arrested
/// a man of the town on Friday for a shooting", "on Tuesday after he shot four".
fn is_of_aftermath(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    let (text, is) = (site.text(), |word: &str| site.lexicon.lists("aftermath", word));
    let (own, rest) = (site.matched.span, &text[leaf.span.end()..span.end().max(leaf.span.end())]);
    let mut behind = words(rest, b'\'');
    let next = behind.next().unwrap_or("");
    // What follows "after" came before.
    let why = |word: &str| site.lexicon.lists("aftermath_for", word);
    let mut named = || is_one_of(next, &["in", "on"]) && behind.next().is_some_and(why);
    let then = next == "after" || leaf.span.end() <= own.start() && (why(next) || named());
    let before = words_before(text, span.start(), leaf.span.start(), if then { CLAUSE } else { 5 });
    // "At a party in 2013 appeared in court": the year belongs to the noun before it.
    let after = before.first().is_none_or(|word| word != "in") && is(next);
    let harmed = own.contains(leaf.span) || site.distance(leaf) == 0;
    !harmed && (before.iter().any(|word| is(word)) || after)
}

/// Whether words of distance part a date from what follows it: "resumed on Wednesday, days after a bombing killed 120".
fn is_days_away(site: &Site<'_>, leaf: &Leaf) -> bool {
    is_days_after(&site.text()[leaf.span.end()..site.matched.span.start().max(leaf.span.end())])
}

/// Whether a date tells when something began that goes on: "The war broke out in March 2011." In the claim's own sentence it does
/// where the claim is what has come of it since: "the war, which began in March 2011, has killed".
pub(super) fn begins(site: &Site<'_>, span: Span, leaf: &Leaf, found: Found) -> bool {
    let near = found == Found::Paragraph || found == Found::Sentence && is_perfect(site);
    let lasts = || span.text(site.text()).split(|c: char| !c.is_alphanumeric()).any(polarity::is_lasting);
    let before = || words_before(site.text(), span.start(), leaf.span.start(), BEGUN);
    near && is_harm(site) && lasts() && before().iter().any(|word| site.lexicon.lists("date_begun", word))
}

/// Whether the clause of a date tells since when something has been so: "have been killed since a truce collapsed on Monday", "in the
/// town, under siege since rebels took it two years ago". In the claim's own sentence it stands behind the figure.
pub(super) fn is_in_since(site: &Site<'_>, span: Span, leaf: &Leaf, found: Found) -> bool {
    if !is_harm(site) {
        return false;
    }
    if found == Found::Sentence {
        return opens_with_since(site, site.value().end(), leaf);
    }
    site.ask_of(Question::InSince, span, leaf, || opens_with_since(site, span.start(), leaf))
}

/// Whether the last clause before a date, from a byte on, opens with "since" some words before it.
fn opens_with_since(site: &Site<'_>, from: usize, leaf: &Leaf) -> bool {
    let clause =
        site.text()[from.min(leaf.span.start())..leaf.span.start()].rsplit([',', ';', ':', '(', '"', '“']).next();
    let words: Vec<&str> = clause.unwrap_or("").split_whitespace().rev().take(CLAUSE).collect();
    let since = words.iter().position(|word| word.eq_ignore_ascii_case("since"));
    // "Since most of them had no masks" gives a reason.
    let reason = |at: usize| site.lexicon.lists("since_reason", words[at - 1]);
    since.is_some_and(|at| at > SINCE && !reason(at))
}

/// What a date in such a clause does: it opens a count only where the claim is told in the perfect.
pub(super) fn of_since(site: &Site<'_>) -> Use {
    if site.fixed().cumulative || is_perfect(site) { Use::Since } else { Use::Saying }
}

/// "On Monday the health ministry said", "Earlier this month the coalition said": the day that somebody spoke, at the beginning of
/// the sentence with the verb close behind.
fn opens_a_report(lexicon: &Lexicon, text: &str, sentence: Span, leaf: &Leaf) -> bool {
    let before = text[sentence.start()..leaf.span.start()].trim().to_lowercase();
    let rest = text[leaf.span.end()..sentence.end()].trim_start_matches([',', ' ']);
    let clause = rest.split([',', ';', ':', '"', '“']).next().unwrap_or("");
    matches!(&*before, "" | "on" | "in")
        && clause.split_whitespace().take(5).any(|word| is_saying(lexicon, &word.to_lowercase()) || is_publishing(word))
}

/// Whether a date names talks ("Thursday's meeting"), and the claim is about something else.
pub(super) fn is_of_talks(site: &Site<'_>, span: Span, leaf: &Leaf) -> bool {
    if matches!(site.rule.event(), "talks" | "meetings") {
        return false;
    }
    let after = &site.text()[leaf.span.end()..span.end()];
    let owned = after.strip_prefix("'s").or_else(|| after.strip_prefix('’').and_then(|rest| rest.strip_prefix('s')));
    let noun = owned.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()));
    noun.is_some_and(|noun| site.lexicon.lists("talking", noun))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use jiff::civil::date;

    use super::*;
    use crate::article::Article;
    use crate::mention::LeafKind;

    #[test]
    fn a_day_at_the_beginning_may_be_that_of_the_report() {
        for (text, want) in [
            ("On Monday the health ministry said that 20 people had died.", true),
            ("On Monday 20 people died, the health ministry said.", false),
        ] {
            let (lexicon, article) = (Lexicon::embedded(), Article::plain("a", text, Some(date(2022, 3, 16))));
            let mentions = crate::mention::scan(&article, lexicon);
            let leaf = mentions.leaves.iter().find(|leaf| leaf.kind == LeafKind::Date).unwrap();
            assert_eq!(opens_a_report(lexicon, text, Span::of(0, text.len()), leaf), want, "{text}");
        }
    }
}
