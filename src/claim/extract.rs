//! From matches to the record of an article: the one function the pipeline calls.

use std::sync::{Arc, OnceLock};

use compact_str::CompactString;

use crate::article::{Article, Field, Location, Span};
use crate::lexicon::{Lexicon, fnv, with_byte};
use crate::mention::{DateAnchor, LeafKind, Mentions};
use crate::rule::{
    Fixed, Found, Match, Matches, Polarity, Rule, RuleSet, ScopeField, ValueKind, match_while, tally_of,
};
use crate::value::{Bound, DateSpan, Figure, Number, Quantity};

use super::events::{self, Draft};
use super::memo::Memo;
use super::record::{ArticleRecord, Claim, Extract, NotClaimed, Sketch, Value};
use super::scope::{Scope, Scoped, is_not_yet};
use super::site::{self, Site, words_before};
use super::speaker::{self, Spoken, Voices};
use super::{
    Extent, attribution, matter, office, participants, past, place, polarity, subgroup, tally, told, unlisted, when,
};

/// Everything that the later rooms need of an article.
pub fn extract(rules: &RuleSet, lexicon: &Lexicon, article: &Article, mentions: &Mentions) -> Extract {
    extract_while(rules, lexicon, article, mentions, &|| true).expect("nobody ends it")
}

/// The same as long as `go` says so, which is asked now and then; `None` where it said no.
pub fn extract_while(
    rules: &RuleSet,
    lexicon: &Lexicon,
    article: &Article,
    mentions: &Mentions,
    go: &dyn Fn() -> bool,
) -> Option<Extract> {
    let found = match_while(rules, article.text(), mentions, go)?;
    let lead = site::lead(article, mentions);
    let headline = site::headline(article, lexicon);
    let identities = office::identities(article.text(), mentions, lexicon);
    let (identities, memo) = (&identities, &Memo::default());
    let mut voices = None;
    let mut read = |matched| {
        let matched: &Match = matched;
        let rule = &rules.rules()[matched.rule];
        let site = Site { article, lexicon, mentions, rule, matched, headline, lead, identities, memo };
        if site.rule.kind() != ValueKind::Quote {
            return Some((draft(&site, None), matched.rule));
        }
        let voices = voices.get_or_insert_with(|| Voices::of(article, mentions, lexicon));
        Some((draft(&site, Some(voices.of_piece(matched.leaf?)?)), matched.rule))
    };
    let (told, vague) = parted(&found.matches, rules, mentions);
    let read = told.into_iter().filter_map(|matched| if go() { read(matched).map(Some) } else { Some(None) });
    let (mut drafts, lacking) = complete(read.collect::<Option<_>>()?, rules);
    let events = events::gather(article, mentions, lead, lexicon, &mut drafts, go)?;
    Some(Extract {
        article: record(article),
        claims: drafts.into_iter().map(|draft| draft.claim).collect(),
        events,
        skipped: refused(rules, article, &found, &vague).into_iter().chain(lacking).collect(),
        unclaimed: unclaimed(rules, article, mentions, &found),
        sketch: Sketch::default(),
    })
}

/// The matches whose value can be told, and those whose date hangs on a day that another sentence tells ("three weeks later").
fn parted<'m>(matches: &'m [Match], rules: &RuleSet, mentions: &Mentions) -> (Vec<&'m Match>, Vec<&'m Match>) {
    let dated = |matched: &Match| told::is_fact(&rules.rules()[matched.rule]);
    let leaf = |matched: &Match| mentions.leaves.get(matched.leaf.filter(|_| dated(matched))?);
    let date = |matched: &Match| leaf(matched).and_then(|leaf| mentions.date(leaf));
    matches.iter().partition(|matched| date(matched).is_none_or(|date| date.anchor != DateAnchor::Elsewhere))
}

/// The drafts that have what their rules require, and the others as figures that were passed over.
fn complete<'a>(drafts: Vec<(Draft<'a>, usize)>, rules: &RuleSet) -> (Vec<Draft<'a>>, Vec<NotClaimed>) {
    let (mut whole, mut lacking) = (Vec::new(), Vec::new());
    for (draft, rule) in drafts {
        match lack(&rules.rules()[rule], &draft.claim.scope) {
            None => whole.push(draft),
            Some(field) => lacking.push(NotClaimed {
                location: draft.claim.location,
                text: draft.claim.text,
                rule: Some(draft.claim.rule),
                reason: format!("nothing says its {}, which the rule requires", field.name().replace('_', " ")).into(),
            }),
        }
    }
    (whole, lacking)
}

/// The field that a rule requires and a scope lacks.
fn lack(rule: &Rule, scope: &Scope) -> Option<ScopeField> {
    let has = |field: ScopeField| match field {
        ScopeField::Participants => {
            scope.participants.len() >= rule.scope(field).map_or(1, |participants| participants.min.max(1))
        }
        ScopeField::Party => scope.party.is_some(),
        ScopeField::Subgroup => scope.subgroup.is_some(),
        ScopeField::Place => scope.place.is_some(),
        ScopeField::Date => scope.event_date.is_some() || scope.date_phrase.is_some(),
        ScopeField::Since => scope.since.is_some(),
        ScopeField::AsOf => scope.as_of.is_some(),
        ScopeField::Stage => scope.stage.is_some(),
    };
    ScopeField::ALL.into_iter().find(|&field| rule.scope(field).is_some_and(|scope| scope.required) && !has(field))
}

/// The article's own fields.
fn record(article: &Article) -> ArticleRecord {
    ArticleRecord {
        id: article.id.clone(),
        source: article.source.clone(),
        title: article.title.clone(),
        published: article.published.clone(),
        modified: article.modified.clone(),
        language: article.language.clone(),
        story: article.story.clone(),
        url: article.url.clone(),
        byline: article.byline.clone(),
        readings: article.readings.clone(),
    }
}

/// A match with its value and scope; of words, with whose they are.
fn draft<'a>(site: &Site<'a>, spoken: Option<&Spoken>) -> Draft<'a> {
    let value = site.value();
    let office = office::read(site);
    let general = || spoken.map_or_else(|| scope(site), |spoken| speaker::scope(site, spoken));
    let scope = office.as_ref().map_or_else(general, |office| office.scope.clone());
    let matter = office.map_or_else(|| matter::read(site.rule, &scope), |office| Some(office.matter));
    let personal = site.rule.kind().is_personal();
    let spoke = || spoken.map_or_else(|| attribution::read(site), |spoken| speaker::attribution(site, spoken));
    let location = site.article.locate(value);
    let claim = Claim {
        id: claim_id(site, location),
        article: site.article.id.clone(),
        rule: site.rule.shared_id(),
        kind: site.rule.kind(),
        location,
        text: value.text(site.text()).to_owned(),
        sentence: site.sentence().text(site.text()).to_owned(),
        at: value.start().saturating_sub(site.sentence().start()),
        value: read_value(site),
        attribution: if personal { attribution::outlet(site).into_iter().collect() } else { spoke() },
        trace: trace(site, spoken),
        said: OnceLock::new(),
        event: 0,
        scope,
    };
    let leading = site.in_headline() || site.lead.contains(&site.sentence());
    let min_participants = site.rule.scope(ScopeField::Participants).map_or(1, |scope| scope.min.max(1));
    let told = told::read(site.rule, &claim, site.article);
    Draft {
        claim,
        kind: site.rule.event(),
        matter,
        told,
        min_participants,
        localities: unlisted::all(site),
        unlisted: unlisted::own(site),
        leading,
        matched: site.matched.span.text(site.text()),
        sentence: site.sentence(),
        value,
    }
}

/// The value behind the match: the pattern's own ("no one was killed" is 0), the figure, the date, or the words.
fn read_value(site: &Site<'_>) -> Value {
    if let Some(value) = office::value(site) {
        return value;
    }
    if let Some(number) = site.fixed().value {
        return Value::Quantity(Quantity::counted(number));
    }
    if let Some(tally) = (site.rule.kind() == ValueKind::Vote).then(|| tally_of(site.matched, site.mentions)).flatten()
    {
        return Value::Tally(tally);
    }
    let leaf = site.leaf();
    if let Some(mention) = leaf.and_then(|leaf| site.mentions.quantity(leaf)) {
        return Value::Quantity(bounded(mention.quantity.clone(), site.fixed()));
    }
    if let Some(mention) = leaf.and_then(|leaf| site.mentions.date(leaf)) {
        return Value::Date(mention.date, mention.phrase.clone());
    }
    let name = leaf.and_then(|leaf| site.mentions.name(leaf)).map(|name| name.key.clone());
    // The stop at the end of quoted words belongs to the sentence around them: “a "butcher."”
    let words = || site.value().text(site.text()).trim_end_matches(['.', ',', ';', ':']).to_lowercase();
    Value::Text(name.unwrap_or_else(words))
}

/// A figure with the bound and trend that the pattern's words give it, where its own words give none.
fn bounded(mut quantity: Quantity, fixed: &Fixed) -> Quantity {
    if let (Some(bound), Bound::Exact) = (fixed.bound, quantity.bound) {
        quantity = quantity.with_bound(bound);
    }
    quantity.trend = fixed.trend.or(quantity.trend);
    quantity
}

/// Whether the figure is a "no": nobody was killed, which denies what others may assert.
fn is_none(site: &Site<'_>) -> bool {
    let leaf = site.leaf().filter(|_| site.rule.kind() != ValueKind::Vote);
    let quantity = leaf.and_then(|leaf| site.mentions.quantity(leaf));
    quantity.is_some_and(|mention| mention.quantity.amount == Figure::One(Number::ZERO))
}

/// Every part of the scope, the pattern's own word first.
fn scope(site: &Site<'_>) -> Scope {
    let fixed = site.fixed();
    let sentence = site.sentence();
    let stage = stage(site);
    let said = polarity::polarity(site.text(), sentence, site.matched.span);
    let dated = told::is_fact(site.rule) || site.rule.compare().unique;
    let total = fixed.cumulative || !dated && polarity::is_cumulative(site.text(), sentence, site.matched.span);
    let mut when = when::read(site, stage.as_ref().is_some_and(|stage| is_not_yet(&stage.value)), total);
    let past = !dated && past::is_in_passage(site, &when);
    if past {
        when.event = None;
    }
    let whole = subgroup::read(site);
    let tally = tally::read(site, whole.is_some());
    let counted_up = total || when.since.is_some();
    let near = if past { Found::Paragraph } else { reach(when.event.as_ref(), counted_up, site) };
    Scope {
        participants: participants::read(site),
        party: participants::party(site),
        subgroup: subgroup::of_rest(whole, tally.extent == Extent::Rest),
        place: place::read(site, near),
        stage: stage.or_else(|| (said == Polarity::Hypothetical).then(|| imagined(Found::Sentence))),
        polarity: fixed.polarity.unwrap_or(if is_none(site) { Polarity::Denied } else { said }),
        background: fixed.background || past,
        cumulative: total || (when.since.is_some() && matches!(site.rule.kind(), ValueKind::Count | ValueKind::Money)),
        event_date: when.event,
        date_phrase: when.phrase.map(|phrase| phrase.value),
        as_of: when.as_of,
        since: when.since,
        tally,
        bound: fixed.bound.filter(|_| site.rule.kind() == ValueKind::Date),
    }
}

/// How far from the claim its place may be read: a running total belongs to no day or town that another sentence tells of, and
/// what is only recalled not to the news around it.
fn reach(event: Option<&Scoped<DateSpan>>, total: bool, site: &Site<'_>) -> Found {
    match event {
        _ if total => Found::Sentence,
        Some(date) if when::is_old(&date.value, site.article) => Found::Paragraph,
        _ => Found::Article,
    }
}

/// What a modal verb makes of a figure that states no stage.
fn imagined(found: Found) -> Scoped<String> {
    Scoped { value: "hypothetical".to_owned(), found }
}

/// The stage: the pattern's, else the one whose words stand nearest to the match in its sentence.
fn stage(site: &Site<'_>) -> Option<Scoped<String>> {
    if let Some(stage) = site.fixed().stage.as_ref() {
        return Some(Scoped { value: stage.clone(), found: Found::Rule });
    }
    let sentence = site.sentence();
    if is_divided(site) {
        return None;
    }
    let start = site.matched.span.start() - sentence.start();
    let nearest = |range: std::ops::Range<usize>| range.start.abs_diff(start);
    let stages = site.rule.stages().iter().enumerate();
    let found = stages.filter_map(|(order, stage)| {
        let distance = stage.find_in(sentence.text(site.text())).map(nearest).min()?;
        Some((distance, order, stage.name()))
    });
    found.min().map(|(_, _, name)| Scoped { value: name.to_owned(), found: Found::Sentence })
}

/// Whether the figure is a whole of which the sentence tells a part: in "of the 50bn, 20bn has been paid" what was paid is the part.
fn is_divided(site: &Site<'_>) -> bool {
    let (text, sentence, value) = (site.text(), site.sentence(), site.value());
    let words = words_before(text, sentence.start(), value.start(), 2);
    let of = words
        .iter()
        .position(|word| word == "of")
        .filter(|at| *at == 0 || matches!(words[0].as_str(), "the" | "that" | "this" | "its"));
    let opens = of.is_some_and(|at| words_before(text, sentence.start(), value.start(), at + 2).len() == at + 1);
    let Some(leaf) = site.leaf().filter(|_| opens) else { return false };
    site.leaves(Span::of(value.end(), sentence.end()), std::slice::from_ref(&leaf.kind)).next().is_some()
}

/// A stable id: a hash of article id, rule and where the figure stands.
fn claim_id(site: &Site<'_>, at: Location) -> Arc<str> {
    let field = match at.field {
        Field::Title => "Title",
        Field::Text => "Text",
    };
    let (start, end) = (at.start.to_string(), at.end.to_string());
    let mut hash = fnv(site.article.id.as_bytes());
    for part in [site.rule.id(), field, &start, &end] {
        hash = part.bytes().fold(with_byte(hash, SEPARATOR), with_byte);
    }
    hexadecimal(hash)
}

/// Sixteen hexadecimal digits of 64-bit FNV-1a: the same on every machine and in every version.
pub(crate) fn stable_id(parts: &str) -> Arc<str> {
    hexadecimal(fnv(parts.as_bytes()))
}

/// What stands between the parts of an id.
const SEPARATOR: u8 = 0x1f;

fn hexadecimal(hash: u64) -> Arc<str> {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |at: usize| DIGITS[(hash >> (60 - 4 * at) & 15) as usize];
    let digits: CompactString = (0..16).map(digit).collect();
    Arc::from(digits.as_str())
}

/// How the claim came to be, for `explain`.
fn trace(site: &Site<'_>, spoken: Option<&Spoken>) -> Vec<String> {
    let pattern = &site.rule.patterns()[site.matched.pattern];
    let mut steps = vec![
        [
            "rule `",
            site.rule.id(),
            "`, pattern ",
            &(site.matched.pattern + 1).to_string(),
            " (",
            &site.rule.path().to_string_lossy(),
            ":",
            &pattern.line().to_string(),
            ")",
        ]
        .concat(),
        ["matched “", site.matched.span.text(site.text()), "”"].concat(),
    ];
    for (field, span) in &site.matched.groups {
        steps.push(["the pattern sets ", field, " from “", span.text(site.text()), "”"].concat());
    }
    steps.extend(spoken.map(|spoken| speaker::told(site, spoken)));
    steps
}

/// Matches whose value was refused, with the reason.
fn refused(rules: &RuleSet, article: &Article, matches: &Matches, vague: &[&Match]) -> Vec<NotClaimed> {
    let refuse = |(matched, reason): (&Match, &str)| {
        let rule: &Rule = &rules.rules()[matched.rule];
        NotClaimed {
            location: article.locate(matched.value),
            text: matched.value.text(article.text()).to_owned(),
            rule: Some(rule.shared_id()),
            reason: reason.to_owned().into(),
        }
    };
    let vague = vague.iter().map(|&matched| (matched, "a day that hangs on another, or too vague to be reckoned"));
    matches.rejected.iter().map(|rejected| (&rejected.matched, &*rejected.reason)).chain(vague).map(refuse).collect()
}

/// Figures that no rule claimed or refused.
fn unclaimed(rules: &RuleSet, article: &Article, mentions: &Mentions, matches: &Matches) -> Vec<NotClaimed> {
    let leaf = |matched: &Match| matched.leaf.filter(|_| !rules.rules()[matched.rule].kind().is_layer());
    let mut taken: Vec<usize> =
        matches.matches.iter().chain(matches.rejected.iter().map(|r| &r.matched)).filter_map(leaf).collect();
    let votes = matches.matches.iter().filter(|matched| rules.rules()[matched.rule].kind() == ValueKind::Vote);
    taken.extend(votes.flat_map(|vote| mentions.leaves_in(vote.value).chain(vote.parts.iter().copied())));
    taken.sort_unstable();
    let figures = mentions.leaves.iter().enumerate().filter(|(_, leaf)| is_figure(leaf.kind));
    let free = figures.filter(|(index, _)| taken.binary_search(index).is_err());
    free.map(|(_, leaf)| NotClaimed {
        location: article.locate(leaf.span),
        text: leaf.span.text(article.text()).to_owned(),
        rule: None,
        reason: "no rule claims it".into(),
    })
    .collect()
}

fn is_figure(kind: LeafKind) -> bool {
    use LeafKind::{Duration, Measure, Money, Number, Percent};
    matches!(kind, Number | Money | Duration | Percent | Measure)
}
