//! Where and when people came to harm: what a claim of harm takes from the words around it, and what it leaves open. A place or day that
//! is not said is none.
#![allow(clippy::unwrap_used)]

use crosscheck::article::Article;
use crosscheck::claim::{Claim, extract};
use crosscheck::lexicon::Lexicon;
use crosscheck::mention::scan;
use crosscheck::rule::{RuleSet, Selection};
use jiff::civil::date;

/// The claims of harm in an article of Wednesday 16 March 2022.
fn claims(title: &str, text: &str) -> Vec<Claim> {
    let (lexicon, published) = (Lexicon::embedded(), Some(date(2022, 3, 16)));
    let article = if title.is_empty() {
        Article::plain("a", text, published)
    } else {
        Article::titled("a", title, text, published)
    };
    let rules = ["killed", "wounded", "casualties"].map(str::to_owned).to_vec();
    let rules = RuleSet::embedded(&Selection { packs: Vec::new(), rules }).unwrap();
    extract(&rules, lexicon, &article, &scan(&article, lexicon)).claims
}

/// The last claim of an article.
#[track_caller]
fn last(title: &str, text: &str) -> Claim {
    claims(title, text).pop().unwrap_or_else(|| panic!("no claim in {text}"))
}

#[track_caller]
fn place(title: &str, text: &str, want: Option<&str>) {
    let claim = last(title, text);
    assert_eq!(claim.scope.place.as_ref().map(|place| place.value.as_str()), want, "{text}");
}

#[track_caller]
fn days(text: &str, event: Option<&str>, since: Option<&str>) {
    let claim = last("", text);
    let day = |date: &Option<crosscheck::claim::Scoped<crosscheck::value::DateSpan>>| {
        date.as_ref().map(|date| date.value.to_string())
    };
    assert_eq!((day(&claim.scope.event_date).as_deref(), day(&claim.scope.since).as_deref()), (event, since), "{text}");
}

#[test]
fn a_since_clause_opens_a_count() {
    days("Forty villagers have been killed in shelling since a truce collapsed on Monday.", None, Some("2022-03-14"));
    days(
        "The war in Syria, which broke out in March 2011, has killed more than 200,000 people.",
        None,
        Some("2011-03"),
    );
    days("The uprising which began with marches in 2011 has caused the deaths of 9,000 people.", None, Some("2011"));
    days(
        "On Monday a raid killed 23 people in a town under siege since rebels took it in 2019.",
        Some("2022-03-14"),
        None,
    );
    days("Six miners died in the shaft on Monday since most of them had no masks.", Some("2022-03-14"), None);
    days("The offensive began on Monday with a raid that killed 45 people.", Some("2022-03-14"), None);
}

#[test]
fn the_day_of_something_else_dates_no_harm() {
    days("He killed three people at the college, where he had been enrolled in 2009.", None, None);
    days("A 2014 newspaper investigation found that nearly 500 children had died in fires.", None, None);
    days("The 2014 fire killed 20 people.", Some("2014"), None);
    days("Police arrested a man in the north of the town on Friday for a shooting that left one dead.", None, None);
    days("Officers were hunting a suspect on Monday after he shot two guards.", None, None);
    days("The ministers spoke of it in telephone conversations on Monday. The attack killed 86 people.", None, None);
    days(
        "Two guards were shot and killed on Monday in a raid for which nobody was arrested.",
        Some("2022-03-14"),
        None,
    );
}

#[test]
fn a_place_that_something_else_has_is_not_where_it_happened() {
    place("", "A raid on a village near the border with Turkey killed 12 people.", None);
    place(
        "",
        "Warplanes struck a convoy between the provinces of Homs in the west and Hama in the east, killing 22 fighters.",
        None,
    );
    place("", "A blast on the road between a mill and a farm in Homs killed 22 people.", Some("city:homs"));
    place("", "Two men were killed at a bar on Boston and Mill Streets.", None);
    place("Houston Residents Held In Shooting That Killed 1, Hurt 3", "Three suspects were led away.", None);
    place(
        "",
        "He came home to Homs city after the loss of the farm in Hama. A website said that 10 people were killed.",
        None,
    );
    place("Raid in Homs kills many", "They marched in Hama. Officials said that 10 people were killed.", None);
    place(
        "Raid in Syria kills many",
        "They marched in Hama. Officials said that 10 people were killed.",
        Some("country:sy"),
    );
}

#[test]
fn a_figure_of_a_whole_country_is_that_of_no_town() {
    let text =
        "Raids killed 21 people, eight of them children, in the south of the country, and one struck a market in Homs.";
    let whole = claims("", text).remove(0);
    assert_eq!(whole.scope.place.unwrap().value, "country:sy");
}

#[test]
fn a_town_that_nobody_knows_is_not_the_one_of_another_sentence() {
    let told = "A bomb went off in Hama. The army fought in Lindwick and killed 10 fighters.";
    place("", told, None);
    place(
        "",
        "A bomb went off in Hama. The army fought in Lindwick district and killed 10 fighters.",
        Some("city:hama"),
    );
    place("", "Three people were killed in raids on Idlibs countryside.", Some("region:sy-id"));
}

#[test]
fn the_place_of_other_words_is_not_that_of_the_harm() {
    place("", "He wrote to the corps in Homs on the death of five men in the town of Lindwick.", None);
    place("", "Two women were killed in a shooting near the Houston Sands apartments.", None);
    place("", "Two women were killed in a shooting near a Houston hotel.", Some("city:houston"));
    place("Twelve killed by Turkey near a border town", "The army killed 12 fighters.", None);
    place("", "The raids killed 45 people in and around Homs and 22 in neighbouring Hama.", Some("city:hama"));
    place("", "Envoys spoke in Geneva of a U.S.-Russian truce. An attack on a convoy claimed 20 lives.", None);
}

#[test]
fn an_outlet_and_a_kind_are_no_subgroup() {
    let subgroup = |text: &str| last("", text).scope.subgroup.map(|part| part.value);
    assert_eq!(subgroup("Bomb blast in Homs kills six Syrian state TV"), None);
    assert_eq!(subgroup("A female teacher was injured in the raid.").as_deref(), Some("teacher"));
    assert_eq!(subgroup("A bomb killed 25 soldiers and militiamen in Homs."), None);
    assert_eq!(subgroup("A bomb killed 25 soldiers and six guards in Homs.").as_deref(), Some("guard"));
    assert_eq!(subgroup("The raids on the town killed two staffers including a nurse."), None);
    assert_eq!(subgroup("A female was injured in the raid.").as_deref(), Some("female"));
}

#[test]
fn children_that_the_dead_had_are_not_the_dead() {
    assert!(claims("", "A father of five was killed in Homs on Monday.").is_empty());
    assert!(claims("", "Mother of 3 shot in Houston").is_empty());
}
