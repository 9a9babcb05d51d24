//! How the words of a toll count: everybody, others than those named before, one of several, whoever was hit whether dead or
//! hurt, those of several incidents together, or the attacker too. Told from the words around the figure, by the lists `tally_*`
//! of the lexicon; only for rules whose event is harm to people.

use compact_str::CompactString;

use crate::article::Span;
use crate::lexicon::{Lexicon, folded_fnv, list_key};
use crate::mention::{LeafKind, Token, singular};
use crate::value::{Figure, Number};

use super::memo::Question;
use super::site::{Site, is_one_of, words, words_before};
use super::{Found, place};

/// Words between a word of several and the incidents: "a series of apparently random shootings".
const SEVERAL: usize = 3;
/// Words between "including" and who it names: "including the suspected gunman".
const NAMED: usize = 4;
/// Words between a death and its cause: "died at the scene from a gunshot".
const CAUSE: usize = 7;
/// Words before a figure in which what befell those named before it is looked for.
const REACH: usize = 40;

/// What a figure counts beside those whom its rule asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Which of them.
    pub extent: Extent,
    /// Whether it stands for several incidents together ("a series of shootings").
    pub several: bool,
    /// Whether its article tells of several incidents and the figure may stand for any of them.
    pub one_of_several: bool,
    /// How many attackers it includes, where it says so.
    pub attackers: Option<Number>,
}

/// Which of those who came to harm a figure counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of them.
    #[default]
    Whole,
    /// Others than those named before ("and six others").
    Rest,
    /// One or some of them, who may not be all ("a man was killed").
    One,
    /// All that were hit, whether they died or not ("eight people were shot").
    Hit,
}

/// What befell people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Dead,
    Hurt,
    /// "Shot": either.
    Hit,
}

/// How the words of a match count; `parted` says that they count a kind of people.
pub(super) fn read(site: &Site<'_>, parted: bool) -> Tally {
    if site.rule.event() != "harm" {
        return Tally::default();
    }
    let (several, one_of_several) = incidents(site);
    let several = several || place::sums_up(site);
    Tally { extent: extent(site, parted), several, one_of_several, attackers: attackers(site) }
}

fn extent(site: &Site<'_>, parted: bool) -> Extent {
    let own = fate_of(site);
    if is_individual(site, parted) || parted && has_another(site) {
        Extent::One
    } else if is_rest(site, own) {
        Extent::Rest
    } else if own == Some(Fate::Hit) {
        Extent::Hit
    } else {
        Extent::Whole
    }
}

/// Whether the words introduce one person, or those of one house: "a man", "one officer", "a family of five".
fn is_individual(site: &Site<'_>, parted: bool) -> bool {
    let words = site.value().text(site.text());
    let is = |word: &str| words.eq_ignore_ascii_case(word);
    let before = words_before(site.text(), site.sentence().start(), site.value().start(), 2);
    let family = matches!(&before[..], [of, family] if of == "of" && family == "family");
    is("a") || is("an") || parted && is("one") || family
}

/// Whether the sentence goes on with another of the kind: "two women were hurt in the hand, another woman in the leg".
fn has_another(site: &Site<'_>) -> bool {
    let behind = &site.text()[site.value().end()..site.sentence().end()];
    let mut words = split(behind);
    let Some(kind) = words.next().map(singular) else { return false };
    let mut last = "";
    words.any(|word| {
        let again = last.eq_ignore_ascii_case("another") && singular(word) == kind;
        last = word;
        again
    })
}

/// What the words of the match say befell those whom it counts.
fn fate_of(site: &Site<'_>) -> Option<Fate> {
    let (matched, value) = (site.matched.span, site.value());
    let after = Span::of(value.end().min(matched.end()), matched.end());
    let before = Span::of(matched.start(), value.start().max(matched.start()));
    strongest(site.lexicon, after.text(site.text())).or_else(|| strongest(site.lexicon, before.text(site.text())))
}

/// What the words of a stretch say befell people: what is plain before what may be either.
fn strongest(lexicon: &Lexicon, stretch: &str) -> Option<Fate> {
    strongest_of(lexicon, split(stretch))
}

fn fate(lexicon: &Lexicon, word: &str) -> Option<Fate> {
    const FATES: [(u64, Fate); 3] = [
        (list_key("tally_dead"), Fate::Dead),
        (list_key("tally_hurt"), Fate::Hurt),
        (list_key("tally_hit"), Fate::Hit),
    ];
    let word = folded_fnv(word.as_bytes());
    FATES.into_iter().find(|&(list, _)| lexicon.holds(list, word)).map(|(_, fate)| fate)
}

/// Whether the figure counts others than those who met the same fate before it: "the pastor and six others were killed". "Killed
/// one and wounded six others" counts all the wounded.
fn is_rest(site: &Site<'_>, own: Option<Fate>) -> bool {
    if !says_others(site) {
        return false;
    }
    if own == Some(Fate::Hit) {
        // "The three other men who were shot": whoever was hit before, they are not all; but beside a dead man they are all who live.
        return fate_before(site) != Some(Fate::Dead);
    }
    let own = if own == Some(Fate::Dead) { Fate::Dead } else { Fate::Hurt };
    match fate_before(site) {
        Some(Fate::Hit) | None => own == Fate::Dead || fate_before(site).is_some(),
        Some(before) => before == own,
    }
}

/// Whether the figure stands beside "others", "another", "more".
fn says_others(site: &Site<'_>) -> bool {
    let (text, value, sentence) = (site.text(), site.value(), site.sentence());
    let is = |list: &str, word: &str| site.lexicon.lists(list, word);
    let before = words_before(text, sentence.start(), value.start(), 1);
    let mut after = split(&text[value.end()..sentence.end()]);
    let (first, second) = (after.next().unwrap_or(""), after.next().unwrap_or(""));
    let follows = is("tally_others", first) || first.eq_ignore_ascii_case("of") && is("tally_others", second);
    let compared = first.eq_ignore_ascii_case("more") && second.eq_ignore_ascii_case("than");
    !compared && follows || before.first().is_some_and(|word| is("tally_another", word))
}

/// What befell those told of before the figure: in its sentence, else in the ones before it. The verb that governs the figure
/// itself ("killing six others") tells nothing of them, one that governs somebody before it ("killed a guard and six others") does.
fn fate_before(site: &Site<'_>) -> Option<Fate> {
    let (text, value) = (site.text(), site.value());
    let words = words_before(text, site.sentence().start(), value.start(), REACH);
    let inside = text[site.matched.span.start().min(value.start())..value.start()].split_whitespace().count();
    let governs = |at: usize| at < inside && !words[..at].iter().any(|word| word == "and");
    let tells = |at: usize| !governs(at) && !is_cause(&words[at..]);
    let told = words.iter().enumerate().filter(|(at, _)| tells(*at)).map(|(_, word)| word.as_str());
    let in_sentence = strongest_of(site.lexicon, told);
    let earlier = || {
        let sentences = site.levels().filter(|(found, _)| *found == Found::Paragraph);
        sentences.map(|(_, span)| span).find_map(|span| strongest(site.lexicon, span.text(text)))
    };
    in_sentence.or_else(earlier)
}

/// Whether words, nearest first, begin with what somebody died of: "died at the scene from a gunshot wound".
fn is_cause(words: &[CompactString]) -> bool {
    const INJURIES: [&str; 4] = ["wound", "wounds", "injury", "injuries"];
    const DYING: [&str; 5] = ["died", "dies", "dying", "dead", "succumbed"];
    let is = |word: &CompactString, list: &[&str]| is_one_of(word, list);
    words.first().is_some_and(|word| is(word, &INJURIES))
        && words.iter().skip(1).take(CAUSE).any(|word| is(word, &DYING))
}

/// The nearest fate of words that are given nearest first; what is plain before what may be either.
fn strongest_of<'w>(lexicon: &Lexicon, words: impl Iterator<Item = &'w str>) -> Option<Fate> {
    let mut fates = words.filter_map(|word| fate(lexicon, word));
    let first = fates.next()?;
    Some(if first == Fate::Hit { fates.find(|fate| *fate != Fate::Hit).unwrap_or(first) } else { first })
}

/// Whether the figure stands for several incidents together, since its sentence speaks of them ("a series of shootings") or it opens
/// an article on them; and whether it stands in the body of such an article, which tells of them one by one.
fn incidents(site: &Site<'_>) -> (bool, bool) {
    let speaks = |span: Span| speaks_of_several(site.lexicon, site.mentions.words_in(span));
    let sentence = site.sentence();
    if site.ask(Question::Several, sentence, || speaks(sentence)) {
        return (true, false);
    }
    let opening = || speaks(site.article.headline()) || site.lead.iter().any(|&sentence| speaks(sentence));
    let told = *site.memo.of_several.get_or_init(opening);
    let opens = site.in_headline() || site.lead.contains(&site.sentence());
    (told && opens, told && !opens)
}

fn speaks_of_several<'w>(lexicon: &Lexicon, words: impl Iterator<Item = &'w Token> + Clone) -> bool {
    const LISTS: [u64; 3] = [list_key("tally_several"), list_key("tally_incidents"), list_key("tally_each_apart")];
    let [several, incidents, apart] = LISTS;
    let mut words = words.map(|word| word.key);
    while let Some(word) = words.next() {
        let is = |list: u64, word: u64| lexicon.holds(list, word);
        let counted = is(several, word) && words.clone().take(SEVERAL).any(|word| is(incidents, word));
        if counted || is(apart, word) {
            return true;
        }
    }
    false
}

/// How many attackers the sentence includes in the figure: "six people including the gunman", "eleven dead, among them the gunman",
/// "gunman among eleven dead".
fn attackers(site: &Site<'_>) -> Option<Number> {
    let (text, from, to) = (site.text(), site.value().end(), site.sentence().end());
    let is = |list: &str, word: &str| site.lexicon.lists(list, word);
    let before = words_before(text, site.sentence().start(), site.value().start(), 2);
    if matches!(&before[..], [among, who] if among == "among" && is("tally_attackers", who)) {
        return Some(Number::ONE);
    }
    let named = |words: &str| text[from..to].find(words).map(|at| from + at + words.len());
    let at = named("including ").or_else(|| named("among them "))?;
    let named = split(&text[at..to]).take(NAMED).find(|word| is("tally_attackers", word))?;
    let numbers = site.leaves(Span::of(at, to), &[LeafKind::Number]).next().map(|(_, leaf)| leaf);
    let counted = numbers.filter(|leaf| text[at..leaf.span.start()].trim().is_empty());
    match counted.and_then(|leaf| site.mentions.quantity(leaf)).map(|mention| mention.quantity.amount) {
        Some(Figure::One(number)) => Some(number),
        Some(Figure::Range(..)) => None,
        None => (!named.ends_with(['s', 'S']) && !named.to_lowercase().ends_with("men")).then_some(Number::ONE),
    }
}

/// The words of a stretch.
fn split(stretch: &str) -> impl Iterator<Item = &str> + Clone {
    words(stretch, b'-')
}
